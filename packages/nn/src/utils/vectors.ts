// nn.utils.parametersToVector and back: all parameters of a net as one vector.

import { ArgumentError, cat, isTensor, noGrad, type Tensor } from "@bernoulli/tensor";

/**
 * All elements of the parameters, one behind the other. Shape: any → (n). It is a copy, through which gradients go.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.parameters_to_vector.html.
 *
 * @throws ArgumentError where there are none.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * utils.parametersToVector([tensor([[1, 2]]), tensor([3])]).toArray(); // → [1, 2, 3]
 * ```
 */
export function parametersToVector(parameters: Iterable<Tensor>): Tensor {
  const all = [...parameters].map((parameter) => parameter.reshape(-1));
  if (all.length === 0) throw new ArgumentError("parametersToVector: expected at least one parameter, but got none");
  return cat(all);
}

/**
 * Writes a vector's elements into the parameters, one behind the other. PyTorch makes the parameters views of the vector; here they are copies.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.vector_to_parameters.html.
 *
 * @throws ArgumentError unless the vector is a tensor with an element for each of the parameters'.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const [a, b] = [zeros(1, 2), zeros(1)];
 * utils.vectorToParameters(tensor([1, 2, 3]), [a, b]);
 * [a.toArray(), b.toArray()]; // → [[[1, 2]], [3]]
 * ```
 */
export function vectorToParameters(vector: Tensor, parameters: Iterable<Tensor>): void {
  if (!isTensor(vector))
    throw new ArgumentError(`vectorToParameters: expected torch.Tensor, but got: ${typeof vector}`);
  const all = [...parameters];
  const count = all.reduce((sum, parameter) => sum + parameter.numel(), 0);
  if (vector.ndim !== 1 || vector.numel() < count)
    throw new ArgumentError(
      `vectorToParameters: the parameters have ${count} elements, but the vector has shape [${vector.shape.join(", ")}]`,
    );
  let begin = 0;
  for (const parameter of all) {
    const size = parameter.numel();
    const part = vector.detach().narrow(0, begin, size).reshape(parameter.shape);
    noGrad(() => parameter.copy_(part));
    begin += size;
  }
}
