// The reference net of ../nets.js for the peers that cannot take it from there: its weights, random, in PyTorch's layouts.

const shapes = {
  conv1: [32, 3, 3, 3],
  conv2: [64, 32, 3, 3],
  conv3: [128, 64, 3, 3],
  fc1: [512, 512],
  fc2: [10, 512],
};

export const product = (numbers) => numbers.reduce((total, number) => total * number, 1);

export const uniform = (count, bound) => Float32Array.from({ length: count }, () => (2 * Math.random() - 1) * bound);

/** Layers in order, each `{ name, weight, bias }` of `{ shape, values }`, uniform in ±1/√(inputs of one output). */
export function randomLayers() {
  return Object.entries(shapes).map(([name, shape]) => {
    const bound = 1 / Math.sqrt(product(shape.slice(1)));
    const parameter = (dimensions) => ({ shape: dimensions, values: uniform(product(dimensions), bound) });
    return { name, weight: parameter(shape), bias: parameter(shape.slice(0, 1)) };
  });
}

/** A batch of random images, N×3×32×32. */
export const randomImages = (batch) => ({
  shape: [batch, 3, 32, 32],
  values: uniform(batch * 3 * 32 * 32, Math.sqrt(3)),
});
