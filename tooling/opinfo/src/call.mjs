// One call: its arguments bound to PyTorch's parameters, made with its gradients, and compared.

import { compare, magnitude, read } from "./compare.mjs";
import { bernoulli } from "./library.mjs";
import { argumentsOf, decode, elementsOf, recordedLeaves } from "./values.mjs";
import { cannot, differs, Mismatch } from "./verdicts.mjs";

const isTensor = (value) => bernoulli.isTensor(value);

/** A parameter that no adapter knows: a gap in this tool, not a reason. */
const absent = (what) => {
  throw new Error(`the adapter lacks ${what}`);
};

export function bind({ positional, keywords }, values) {
  const bound = {};
  values.args.forEach((value, at) => {
    const name = positional[at] ?? absent(`${at + 1} positional arguments`);
    bound[name] = value;
  });
  for (const [name, value] of Object.entries(values.kwargs)) {
    if (!positional.includes(name) && !keywords.includes(name)) absent(`a parameter ${name}`);
    bound[name] = value;
  }
  return bound;
}

/** Arguments as ours, and those that require a gradient, in PyTorch's order. */
export function prepare(record) {
  const leaves = [];
  const input = decode(record.input, leaves);
  const args = record.args.map((arg) => decode(arg, leaves));
  // PyTorch sorts the keys of dictionaries where it gathers leaves.
  const kwargs = {};
  for (const [name, value] of Object.entries(record.kwargs)) kwargs[name] = decode(value, leaves);
  return { input, args, kwargs, leaves };
}

/** A result's parts: a list's, or those of what can be taken apart as one, a pool's places among them. */
function outputsIn(result) {
  if (isTensor(result) || Array.isArray(result) || result?.[Symbol.iterator] === undefined) return [result];
  return [...result];
}

/** Outputs and gradients of one call; the body that `compile` takes as well. */
export function perform(record, { adapter, bound, leaves, cotangents }) {
  if (record.seed !== undefined) bernoulli.manualSeed(record.seed);
  const inPlace = record.form === "inplace";
  // A leaf that requires a gradient cannot be written: PyTorch's side wrote a clone.
  if (inPlace && bound.input.requiresGrad) bound = { ...bound, input: bernoulli.clone(bound.input) };
  const result = adapter.run(bound, inPlace);
  // Of several some may be none, as attention's weights are that nobody asked for.
  const outputs = outputsIn(result)
    .flat(Infinity)
    .filter((output) => output !== null);
  const differentiable = outputs.filter((output) => isTensor(output) && output.requiresGrad);
  let gradients = [];
  if (
    cotangents === null &&
    record.output !== undefined &&
    record.gradRaises === undefined &&
    differentiable.length > 0
  )
    throw new Mismatch(`${differentiable.length} outputs require a gradient, expected 0`);
  if (cotangents !== null) {
    if (differentiable.length !== cotangents.length)
      throw new Mismatch(`${differentiable.length} outputs require a gradient, expected ${cotangents.length}`);
    gradients = bernoulli.grad(differentiable, leaves, { gradOutputs: cotangents, allowUnused: true });
  }
  return { outputs, gradients };
}

export function check(record, adapter, { outputs, gradients }, { loosened, signs }) {
  const expected = recordedLeaves(record.output);
  if (outputs.length !== expected.length) throw new Mismatch(`${outputs.length} outputs, expected ${expected.length}`);
  const floats = [...argumentsOf(record)].flatMap(({ tensor }) =>
    tensor?.dtype.startsWith("float") ? elementsOf(tensor) : [],
  );
  // Where an element is what is left of parts, it is as near as those are large.
  const { parts, known } = adapter;
  const points =
    (parts ?? known) === undefined ? null : elementsOf([...argumentsOf(record)].find(({ tensor }) => tensor).tensor);
  const tolerance = {
    elementwise: adapter.elementwise === true,
    inputScale: adapter.elementwise ? 0 : magnitude(floats),
    lost: adapter.lost?.(expected.map(elementsOf), expected, record) ?? 1,
    isDefined: adapter.isDefined?.(record),
    loosened,
    signs,
  };
  const isKnown = (recorded, gradient) =>
    known === undefined
      ? undefined
      : (at, ours, theirs) =>
          known.holds(points[at], ours, theirs, {
            dtype: recorded.dtype,
            shape: recorded.shape,
            record,
            at,
            gradient,
          });
  let differing = 0;
  for (const [at, output] of outputs.entries())
    differing += compare(outputs.length > 1 ? `output ${at}` : "output", output, expected[at], {
      ...tolerance,
      lost: adapter.keeps === at ? 1 : tolerance.lost,
      ...(parts === undefined ? {} : { scales: Array.from(points, parts.output) }),
      isKnown: isKnown(expected[at], null),
    });
  record.gradients?.forEach((recorded, at) => {
    const gradient = gradients[at] ?? null;
    const what = `gradient ${at}`;
    if (recorded?.object !== undefined) cannot("sparse or quantised", "a gradient");
    if (recorded === null) {
      // A gradient of zeros and none at all are the same to a caller.
      if (gradient?.data.some((value) => value !== 0)) throw new Mismatch(`${what}: there should be none`);
      return;
    }
    if (gradient === null) {
      if (elementsOf(recorded.tensor).some((value) => value !== 0)) throw new Mismatch(`${what}: none`);
      return;
    }
    // Where an operand was broadcast its gradient is a sum.
    const summed = recorded.tensor.shape.join() !== expected[0].shape.join();
    const cotangents = record.cotangents.map(({ tensor }) => elementsOf(tensor));
    differing += compare(what, gradient, recorded.tensor, {
      elementwise: tolerance.elementwise && !summed,
      lost: tolerance.lost,
      inputScale: Math.max(tolerance.inputScale, ...cotangents.map(magnitude)),
      scales:
        parts === undefined ? cotangents[0] : Array.from(cotangents[0], (back, one) => back * parts.slope(points[one])),
      isKnown: isKnown(recorded.tensor, at),
      loosened,
      signs,
    });
  });
  if (differing > 0) differs(known.key);
}

export const readAll = ({ outputs, gradients }) => ({
  outputs: outputs.map((one) => read(one)),
  gradients: gradients.map(read),
});
