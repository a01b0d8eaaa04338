// Concrete dropout: a rate that is learned, through masks that are nearly zeros and ones.

import { type DropoutFacts, type Module, Parameter } from "@bernoulli/nn";
import { ArgumentError, checkOptions, type Tensor, tensor, zerosLike } from "@bernoulli/tensor";
import { checkInput, checkRate, DrawingModule, type DrawOptions, noiseFacts, uniformNoise } from "../drawing.js";

export interface ConcreteOptions extends DrawOptions {
  /** The first rate, in (0, 1). Default 0.1. */
  readonly p?: number;
  /** How far masks are from zeros and ones: above 0. Default 0.1. */
  readonly temperature?: number;
  /** l² of the weights' prior, over the count of samples. Default 1e-6. */
  readonly weightRegularizer?: number;
  /** 2 over the count of samples, for a homoscedastic loss. Default 1e-5. */
  readonly dropoutRegularizer?: number;
}

/**
 * Dropout of a layer's input whose rate is a parameter: its logit, `pLogit`. Masks are drawn from the concrete distribution, which has a
 * gradient by the rate; it drops in evaluation too, where {@link mcDropout} asks for samples, and is the identity else. Add
 * `regularization(layer)` to the loss. Shape: (*) → (*).
 * See Gal et al., NeurIPS 2017 (https://arxiv.org/abs/1705.07832), eq. 5, and the authors' code.
 *
 * @throws ArgumentError if p is outside (0, 1) or the temperature is not positive.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConcreteDropout } from "@bernoulli/dropout";
 * const dropout = new ConcreteDropout({ p: 0.2 });
 * dropout.p.item().toFixed(3); // → "0.200"
 * dropout(ones(4, 8)).shape; // → [4, 8]
 * ```
 */
export class ConcreteDropout extends DrawingModule {
  static override readonly name: string = "ConcreteDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", { distribution: "concrete", keeps: [] });
  readonly pLogit: Parameter;
  readonly temperature: number;
  readonly weightRegularizer: number;
  readonly dropoutRegularizer: number;

  constructor(options: ConcreteOptions = {}) {
    checkOptions("ConcreteDropout", options, {
      p: "number",
      temperature: "number",
      weightRegularizer: "number",
      dropoutRegularizer: "number",
      generator: "Generator",
    });
    const { p = 0.1, temperature = 0.1, weightRegularizer = 1e-6, dropoutRegularizer = 1e-5 } = options;
    checkRate("ConcreteDropout", p);
    if (p === 0 || p === 1)
      throw new ArgumentError(`ConcreteDropout: p has to be between 0 and 1, both excluded, but got ${p}`);
    if (!(temperature > 0))
      throw new ArgumentError(`ConcreteDropout: temperature must be a positive number, but got ${String(temperature)}`);
    super(options);
    this.pLogit = new Parameter(tensor([Math.log(p) - Math.log(1 - p)]));
    this.temperature = temperature;
    this.weightRegularizer = weightRegularizer;
    this.dropoutRegularizer = dropoutRegularizer;
  }

  /** The rate as it is now. Shape: (1). */
  get p(): Tensor {
    return this.pLogit.sigmoid();
  }

  forward(input: Tensor): Tensor {
    const { training, generator } = this.drawing;
    checkInput("ConcreteDropout", input);
    if (!training) return input;
    const eps = 1e-7;
    const { p } = this;
    const uniform = uniformNoise({ op: "ConcreteDropout", like: input, generator });
    const logit = (value: Tensor) =>
      value
        .add(eps)
        .log()
        .sub(
          value
            .neg()
            .add(1 + eps)
            .log(),
        );
    const dropped = logit(p).add(logit(uniform)).div(this.temperature).sigmoid();
    return input.mul(dropped.neg().add(1)).div(p.neg().add(1));
  }

  /**
   * What is added to the loss for the layer behind: the weights' prior and the rate's entropy. Shape: ().
   * See Gal et al., NeurIPS 2017, eq. 3 and 4.
   *
   * @example
   * ```ts
   * import { Linear } from "@bernoulli/nn";
   * import { ConcreteDropout } from "@bernoulli/dropout";
   * new ConcreteDropout().regularization(new Linear(4, 2)).shape; // → []
   * ```
   */
  regularization(layer: Module): Tensor {
    const { p } = this;
    const kept = p.neg().add(1);
    let squares: Tensor = zerosLike(p.detach());
    let inputs = 0;
    for (const parameter of layer.parameters()) {
      squares = squares.add(parameter.square().sum());
      if (parameter.ndim >= 2 && inputs === 0) inputs = parameter.size(1);
    }
    const entropy = p.mul(p.log()).add(kept.mul(kept.log()));
    return squares
      .mul(this.weightRegularizer)
      .div(kept)
      .add(entropy.mul(this.dropoutRegularizer * inputs))
      .sum();
  }

  override extraRepr(): string {
    return `temperature=${this.temperature}`;
  }
}
