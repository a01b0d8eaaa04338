// jacrev, jacfwd and hessian: functions that give all derivatives of a function, row by row or column by column, the rows mapped.

import { checkArgument, checkOptions } from "../checks/options.js";
import { eye, zerosLike } from "../ops/creation/creation.js";
import { movedim } from "../ops/views/permute.js";
import { reshape } from "../ops/views/view.js";
import type { Tensor } from "../tensor/tensor.js";
import { jvp, placesOf, vjp } from "./transforms.js";
import { leavesIn, rebuilt } from "./tree.js";
import { vmap } from "./vmap.js";

export interface JacobianOptions {
  /** By which argument, or arguments, is differentiated. Default 0. */
  readonly argnums?: number | readonly number[];
}

export interface JacrevOptions extends JacobianOptions {
  /** How many rows are computed at once. Default: all. */
  readonly chunkSize?: number | null;
}

type Matrix<Output, Options extends JacobianOptions> = Output extends Tensor
  ? Options["argnums"] extends readonly number[]
    ? { [Place in keyof Options["argnums"]]: any }
    : any
  : any;

/**
 * A function that gives all derivatives of `fn` by its first argument, or by those that `argnums` names: of an output of shape (*) and an
 * argument of shape (**) a tensor of shape (*, **); of arrays and objects, as the outputs are, and in each place as the argument is. Rows are
 * computed by backward, mapped, `chunkSize` of them at once.
 * See https://pytorch.org/docs/stable/generated/torch.func.jacrev.html.
 *
 * @throws ArgumentError for other things than tensors.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { jacrev } from "@bernoulli/tensor/func";
 * jacrev((x) => x.pow(2))(tensor([1, 3])).toArray(); // → [[2, 0], [0, 6]]
 * ```
 */
export function jacrev<
  Arguments extends readonly any[] = Tensor[],
  Output = Tensor,
  const Options extends JacrevOptions = Record<never, never>,
>(
  fn: (...inputs: Arguments) => Output,
  options: Options = {} as Options,
): (...inputs: Arguments) => Matrix<Output, Options> {
  checkArgument("jacrev", "fn", fn, "function");
  checkOptions("jacrev", options, ["argnums", "chunkSize"]);
  const { argnums = 0, chunkSize = null } = options;
  return (...inputs) => {
    const places = placesOf("jacrev", argnums, inputs.length);
    const given = places.map((at) => inputs[at]);
    const [output, pullback] = vjp(partial(fn, inputs, places), ...given);
    const outputs = leavesIn("jacrev", "the output of fn", output);
    const rows = outputs.map((like, place) => {
      const others = outputs.map((one) => zerosLike(one));
      const ofRow = (row: Tensor) => pullback(rebuilt(output, others.with(place, row)) as never) as unknown[];
      const found = vmap(ofRow, { chunkSize })(basisOf(like)) as unknown[];
      const matrices = leavesIn("jacrev", "the rows", found).map((all) =>
        reshape(all, [...like.shape, ...all.shape.slice(1)]),
      );
      return byArguments(given, matrices, argnums);
    });
    return rebuilt(output, rows) as never;
  };
}

/**
 * As {@link jacrev}, column by column. Here it costs more: columns are computed by two backwards, since there is no forward mode.
 * See https://pytorch.org/docs/stable/generated/torch.func.jacfwd.html.
 *
 * @throws as {@link jacrev}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { jacfwd } from "@bernoulli/tensor/func";
 * jacfwd((x) => x.pow(2))(tensor([1, 3])).toArray(); // → [[2, 0], [0, 6]]
 * ```
 */
export function jacfwd<
  Arguments extends readonly any[] = Tensor[],
  Output = Tensor,
  const Options extends JacobianOptions = Record<never, never>,
>(
  fn: (...inputs: Arguments) => Output,
  options: Options = {} as Options,
): (...inputs: Arguments) => Matrix<Output, Options> {
  checkArgument("jacfwd", "fn", fn, "function");
  checkOptions("jacfwd", options, ["argnums"]);
  const { argnums = 0 } = options;
  return (...inputs) => {
    const places = placesOf("jacfwd", argnums, inputs.length);
    const given = places.map((at) => inputs[at]);
    const leaves = leavesIn("jacfwd", "the arguments", given);
    let output: unknown = null;
    const columns = leaves.map((like, place) => {
      const others = leaves.map((one) => zerosLike(one));
      const ofColumn = (column: Tensor) => {
        const tangents = rebuilt(given, others.with(place, column)) as unknown[];
        const [value, product] = jvp(partial(fn, inputs, places), given, tangents);
        output = value;
        return product;
      };
      const found = vmap(ofColumn)(basisOf(like));
      return leavesIn("jacfwd", "the columns", found).map((all) => {
        // The columns' dimension goes behind the output's, and becomes the argument's.
        const last = movedim(all, 0, -1);
        return reshape(last, [...all.shape.slice(1), ...like.shape]);
      });
    });
    const count = columns[0]!.length;
    const byOutput = Array.from({ length: count }, (_, at) => {
      const matrices = columns.map((column) => column[at]!);
      return byArguments(given, matrices, argnums);
    });
    return rebuilt(output, byOutput) as never;
  };
}

/**
 * A function that gives the second derivatives of `fn`, which returns one element: the {@link jacrev} of its {@link jacrev}.
 * See https://pytorch.org/docs/stable/generated/torch.func.hessian.html.
 *
 * @throws as {@link jacrev}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { hessian } from "@bernoulli/tensor/func";
 * hessian((x) => x.pow(3).sum())(tensor([1, 2])).toArray(); // → [[6, 0], [0, 12]]
 * ```
 */
export function hessian<
  Arguments extends readonly any[] = Tensor[],
  Output = Tensor,
  const Options extends JacobianOptions = Record<never, never>,
>(
  fn: (...inputs: Arguments) => Output,
  options: Options = {} as Options,
): (...inputs: Arguments) => Matrix<Output, Options> {
  checkArgument("hessian", "fn", fn, "function");
  checkOptions("hessian", options, ["argnums"]);
  // PyTorch's goes forward over backward, which is the same matrix; without a forward mode backward twice is the cheaper.
  return jacrev(jacrev(fn, options), options) as never;
}

/** Matrices where the arguments have tensors; of one argument that was asked for by its place alone, its own. */
function byArguments(given: readonly unknown[], matrices: readonly Tensor[], argnums: number | readonly number[]) {
  const all = rebuilt(given, matrices) as unknown[];
  return typeof argnums === "number" ? all[0] : all;
}

/** The function of some of its arguments. */
function partial(fn: (...inputs: any) => any, inputs: readonly unknown[], places: readonly number[]) {
  return (...some: any[]): any => {
    const given = [...inputs];
    for (const [at, place] of places.entries()) given[place] = some[at];
    return fn(...given);
  };
}

/** As many tensors as a tensor has elements, each with a one in another place. */
function basisOf({ shape, dtype, device }: Tensor): Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  return reshape(eye(count, { dtype, device }), [count, ...shape]);
}
