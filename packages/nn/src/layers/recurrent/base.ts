// What RNN, LSTM and GRU share: weights under PyTorch's keys, what inputs and states may be, and how layers are run over them. What a
// step computes is functional/recurrent's.

import {
  ArgumentError,
  type DeviceName,
  type DType,
  DTypeError,
  describe,
  type Generator,
  indexSelect,
  isTensor,
  type Kinds,
  ShapeError,
  type Tensor,
  warnOnce,
  zeros,
} from "@bernoulli/tensor";
import { type CellName, gatesOf, type Weights } from "../../functional/recurrent/cells.js";
import { runLayers } from "../../functional/recurrent/layers.js";
import { uniform_ } from "../../init/index.js";
import { propertyOf, registerParameters } from "../../keys.js";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { python } from "../../print.js";
import { PackedSequence } from "../../utils/rnn/packed-sequence.js";
import { checkSize } from "../options.js";

export interface RecurrentOptions {
  /** How many layers stand above one another. Default 1. */
  readonly numLayers?: number;
  /** Whether there are biases. Default true. */
  readonly bias?: boolean;
  /** Whether inputs and outputs have the batch first, and time second. States never have. Default false. */
  readonly batchFirst?: boolean;
  /** The share of each layer's outputs, but the last's, that is thrown out while training. Default 0. */
  readonly dropout?: number;
  /** Whether sequences are also read from their ends. Default false. */
  readonly bidirectional?: boolean;
  /** Default float32. */
  readonly dtype?: DType;
  /** Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
  /** Where initial values and dropout are drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

export const recurrentKinds: Kinds<RecurrentOptions> = {
  numLayers: "anything",
  bias: "boolean",
  batchFirst: "boolean",
  dropout: "anything",
  bidirectional: "boolean",
  dtype: "anything",
  device: "anything",
  generator: "Generator",
};

/** Draws recurrent weights, all of them from [−1/√hidden, 1/√hidden). */
export function drawWeights(parameters: Iterable<Tensor>, hiddenSize: number, generator: Generator | null): void {
  const bound = 1 / Math.sqrt(hiddenSize);
  for (const parameter of parameters) uniform_(parameter, -bound, bound, generator === null ? {} : { generator });
}

interface Result {
  readonly output: Tensor | PackedSequence;
  readonly h: Tensor;
  readonly c: Tensor | null;
}

/** What a state has to fit. */
interface Like {
  readonly isBatched: boolean;
  readonly batch: number;
  readonly data: Tensor;
  readonly sorted: Tensor | null;
}

/** The names under which a direction of a layer has its weights, by what they are. */
type Names = { readonly [Name in keyof Weights]: string | null };

export abstract class RecurrentBase extends Module {
  readonly mode: string;
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly numLayers: number;
  readonly bias: boolean;
  readonly batchFirst: boolean;
  readonly dropout: number;
  readonly bidirectional: boolean;
  /** The size to which an LSTM's outputs are projected; 0 for none. */
  readonly projSize: number;
  private readonly cell: CellName;
  private readonly names: readonly Names[] = [];
  private readonly generator: Generator | null;

  /** The weights of layer k: `weightIhL0`, `weightHhL0`, `biasIhL0`, `biasHhL0`, of the way back `weightIhL0Reverse`. */
  [weight: `weight${"Ih" | "Hh" | "Hr"}L${string}`]: Parameter;
  [bias: `bias${"Ih" | "Hh"}L${string}`]: Parameter;

  constructor(
    owner: string,
    mode: string,
    cell: CellName,
    inputSize: number,
    hiddenSize: number,
    options: RecurrentOptions & { readonly projSize?: number },
  ) {
    super();
    checkSize(owner, "inputSize", inputSize);
    checkSize(owner, "hiddenSize", hiddenSize);
    const { numLayers = 1, bias = true, batchFirst = false, dropout = 0, bidirectional = false } = options;
    const { projSize = 0, generator = null, dtype, device } = options;
    checkSize(owner, "numLayers", numLayers);
    checkSize(owner, "projSize", projSize, 0);
    if (projSize >= hiddenSize)
      throw new ArgumentError(`${owner}: proj_size has to be smaller than hidden_size, but got ${projSize}`);
    if (typeof dropout !== "number" || !(dropout >= 0 && dropout <= 1))
      throw new ArgumentError(
        `${owner}: dropout should be a number in range [0, 1] representing the probability of an element being zeroed, but got ${describe(dropout)}`,
      );
    if (dropout > 0 && numLayers === 1)
      warnOnce(
        `${owner} dropout`,
        `${owner}: dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers greater than 1, but got dropout=${dropout} and num_layers=1`,
      );
    this.mode = mode;
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    this.numLayers = numLayers;
    this.bias = bias;
    this.batchFirst = batchFirst;
    this.dropout = dropout;
    this.bidirectional = bidirectional;
    this.projSize = projSize;
    this.cell = cell;
    this.generator = generator;
    const made = { ...(dtype === undefined ? {} : { dtype }), ...(device === undefined ? {} : { device }) };
    const parameter = (...shape: number[]) => new Parameter(zeros(shape, made));
    const rows = gatesOf[cell] * hiddenSize;
    const stateSize = projSize > 0 ? projSize : hiddenSize;
    const names: Names[] = [];
    for (let layer = 0; layer < numLayers; layer++) {
      for (const suffix of bidirectional ? ["", "_reverse"] : [""]) {
        const size = layer === 0 ? inputSize : stateSize * (bidirectional ? 2 : 1);
        const key = (name: string) => `${name}_l${layer}${suffix}`;
        registerParameters(this, {
          [key("weight_ih")]: parameter(rows, size),
          [key("weight_hh")]: parameter(rows, stateSize),
          ...(bias ? { [key("bias_ih")]: parameter(rows), [key("bias_hh")]: parameter(rows) } : {}),
          ...(projSize > 0 ? { [key("weight_hr")]: parameter(projSize, hiddenSize) } : {}),
        });
        const property = (name: string) => propertyOf(key(name));
        names.push({
          ih: property("weight_ih"),
          hh: property("weight_hh"),
          biasIh: bias ? property("bias_ih") : null,
          biasHh: bias ? property("bias_hh") : null,
          hr: projSize > 0 ? property("weight_hr") : null,
        });
      }
    }
    this.names = names;
    this.resetParameters();
  }

  /** Draws all weights anew, from [−1/√hidden, 1/√hidden). */
  resetParameters(): void {
    drawWeights(this.parameters(), this.hiddenSize, this.generator);
  }

  /** The weights layer by layer, of both directions where there are two: `[weight_ih, weight_hh, bias_ih, bias_hh]`, as far as they are there. */
  get allWeights(): Parameter[][] {
    return this.weights().map((own) => Object.values(own).filter((weight): weight is Parameter => weight !== null));
  }

  /** Does nothing, as on PyTorch's CPU: there is nothing to gain by where weights lie. */
  flattenParameters(): void {}

  private weights(): readonly Weights[] {
    const own = this as unknown as Readonly<Record<string, Tensor>>;
    return this.names.map(
      (names) =>
        Object.fromEntries(
          Object.entries(names).map(([name, property]) => [name, property === null ? null : own[property]!]),
        ) as unknown as Weights,
    );
  }

  /** Runs all layers over a batch, one sequence or packed ones, from given states or zeros. */
  protected runOver(
    owner: string,
    input: Tensor | PackedSequence,
    given: readonly (Tensor | null)[],
    hasCell: boolean,
  ): Result {
    const isPacked = input instanceof PackedSequence;
    const data = isPacked ? input.data : input;
    if (!isTensor(data))
      throw new ArgumentError(`${owner}: expected a Tensor or a PackedSequence, but got ${describe(data)}`);
    const isBatched = isPacked || data.ndim === 3;
    if (!isPacked && data.ndim !== 2 && data.ndim !== 3)
      throw new ShapeError(`${owner}: Expected input to be 2D or 3D, got ${data.ndim}D instead`);
    if (isPacked && data.ndim !== 2) throw new ShapeError(`${owner}: input must have 2 dimensions, got ${data.ndim}`);
    if (data.size(-1) !== this.inputSize)
      throw new ShapeError(
        `${owner}: input.size(-1) must be equal to input_size. Expected ${this.inputSize}, got ${data.size(-1)}`,
      );
    const weights = this.weights();
    const { dtype } = weights[0]!.ih;
    if (data.dtype !== dtype)
      throw new DTypeError(
        `${owner}: RNN input dtype (${data.dtype}) does not match weight dtype (${dtype}). Convert input: input.to("${dtype}"), or convert model: model.to("${data.dtype}")`,
      );
    const isTurned = this.batchFirst && isBatched && !isPacked;
    const inTime = isTurned ? data.transpose(0, 1) : isBatched ? data : data.unsqueeze(1);
    const [time, batch] = isPacked ? [0, input.sizes[0] ?? 0] : [inTime.size(0), inTime.size(1)];
    const sizes = isPacked ? input.sizes : new Array<number>(time).fill(batch);
    if (sizes.length === 0) throw new ShapeError(`${owner}: Expected sequence length to be larger than 0 in RNN`);
    const like = { isBatched, batch, data, sorted: isPacked ? input.sortedIndices : null };
    const h = this.initial(owner, "hx", given[0] ?? null, like, this.projSize === 0 ? this.hiddenSize : this.projSize);
    const c = hasCell ? this.initial(owner, "cx", given[1] ?? null, like, this.hiddenSize) : null;
    const layers = {
      cell: this.cell,
      weights,
      isBidirectional: this.bidirectional,
      dropout: this.dropout,
      isTraining: this.training,
      generator: this.generator,
    };
    const rows = isPacked ? data : inTime.reshape([time * batch, this.inputSize]);
    const result = runLayers(layers, sizes, rows, { h, c });
    const asGiven = (state: Tensor) => {
      if (!isBatched) return state.squeeze(1);
      return isPacked && input.unsortedIndices !== null ? indexSelect(state, 1, input.unsortedIndices) : state;
    };
    const states = { h: asGiven(result.h), c: result.c === null ? null : asGiven(result.c) };
    if (isPacked) return { output: input.with(result.output), ...states };
    const output = result.output.view([time, batch, result.output.size(1)]);
    return { output: isTurned ? output.transpose(0, 1) : isBatched ? output : output.squeeze(1), ...states };
  }

  private initial(
    owner: string,
    name: string,
    state: Tensor | null,
    { isBatched, batch, data, sorted }: Like,
    size: number,
  ): Tensor {
    const layers = this.numLayers * (this.bidirectional ? 2 : 1);
    const shape = [layers, batch, size];
    if (state === null) return zeros(shape, { dtype: data.dtype, device: data.device });
    if (!isTensor(state))
      throw new ArgumentError(`${owner}: expected ${name} to be a Tensor, but got ${describe(state)}`);
    const wanted = isBatched ? 3 : 2;
    if (state.ndim !== wanted)
      throw new ShapeError(
        `${owner}: For ${isBatched ? "batched 3-D" : "unbatched 2-D"} input, ${name} should also be ${wanted}-D but got ${state.ndim}-D tensor`,
      );
    const own = isBatched ? state : state.unsqueeze(1);
    if (own.shape.some((length, dim) => length !== shape[dim])) {
      const what = name === "cx" ? "hidden[1]" : owner === "LSTM" ? "hidden[0]" : "hidden";
      throw new ShapeError(`${owner}: Expected ${what} size (${shape.join(", ")}), got [${own.shape.join(", ")}]`);
    }
    if (own.dtype !== data.dtype)
      throw new DTypeError(
        `${owner}: Input and hidden tensors are not the same dtype, found input tensor with ${data.dtype} and hidden tensor with ${own.dtype}`,
      );
    return sorted === null ? own : indexSelect(own, 1, sorted);
  }

  override multiplyAccumulates(inputs: readonly unknown[]): number {
    const [input] = inputs;
    const data = input instanceof PackedSequence ? input.data : (input as Tensor);
    const rows = data.numel() / this.inputSize;
    return rows * this.allWeights.flat().reduce((sum, weight) => sum + (weight.ndim === 2 ? weight.numel() : 0), 0);
  }

  override extraRepr(): string {
    let text = `${this.inputSize}, ${this.hiddenSize}`;
    if (this.projSize !== 0) text += `, proj_size=${this.projSize}`;
    if (this.numLayers !== 1) text += `, num_layers=${this.numLayers}`;
    if (!this.bias) text += ", bias=False";
    if (this.batchFirst) text += ", batch_first=True";
    if (this.dropout !== 0)
      text += `, dropout=${Number.isInteger(this.dropout) ? `${this.dropout}.0` : python(this.dropout)}`;
    return this.bidirectional ? `${text}, bidirectional=True` : text;
  }
}
