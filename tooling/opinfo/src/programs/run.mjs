// Random programs that record/programs.py drew and PyTorch ran: made here statement by statement, plainly or under `compile`, and compared:
// what every tensor holds in the end, which of them require gradients, all gradients, and what must be refused.

import { camelCase } from "../adapters/define.mjs";
import { bernoulli } from "../library.mjs";
import { build, dtypeOf, elementsOf, numberOf } from "../values.mjs";
import { Mismatch } from "../verdicts.mjs";

/** Roundings that a program may make of its largest numbers: some twenty statements deep, through gradients of gradients. */
const relative = { float64: 1e-9, float32: 3e-4 };

/** The tensors that a program begins with, in the order of their statements. */
const madeFor = ({ statements }) =>
  statements.filter(({ kind }) => kind === "make").map(({ args }) => build(args[0].tensor, []));

/** Compares a program with its record; throws a Mismatch. */
export function runProgram(record, mode) {
  if (mode === "eager") {
    const ended = perform(record, madeFor(record), true);
    compare(record, read(ended));
    return;
  }
  const compiled = bernoulli.compile((made) => perform(record, made, false));
  // The first makes a plan, the others run it.
  for (let call = 0; call < 3; call++) compare(record, read(compiled(madeFor(record))));
}

const bodies = {
  waves: (x) => x.sin().mul(x).tanh().mul(2),
  writes: (x) => x.mul(2).sin_().mul_(x),
  views: (x) => x.flatten().at("::2").mul(0.5).exp2().sub(1),
};

/** @param refuses whether what PyTorch refuses is tried as well */
function perform({ statements, loss, gradRaises, gradients, kept }, made, refuses) {
  const held = [];
  let next = 0;
  for (const [at, statement] of statements.entries()) {
    const { kind, op, raises } = statement;
    if (kind === "make") {
      const tensor = made[next++];
      held.push(tensor);
      continue;
    }
    const values = statement.args.map((one) => decode(one, held));
    const options = Object.fromEntries(
      Object.entries(statement.keywords).map(([name, one]) => [camelCase(name), decode(one, held)]),
    );
    const run = () => call(kind, op, values, Object.keys(options).length > 0 ? [options] : []);
    const body = statement.noGrad ? () => bernoulli.noGrad(run) : run;
    if (raises !== undefined) {
      if (refuses) mustThrow(`statement ${at}, ${op}`, raises, body);
      continue;
    }
    let result;
    try {
      result = body();
    } catch (error) {
      throw new Mismatch(`statement ${at}, ${op}, throws ${error.name}: ${error.message}`);
    }
    if (!statement.gives) continue;
    const results = bernoulli.isTensor(result) ? [result] : [...result];
    if (results.length !== statement.gives)
      throw new Mismatch(`statement ${at}, ${op}, gives ${results.length}, expected ${statement.gives}`);
    held.push(...results);
  }
  const total = loss
    .map((at) => {
      const weights = bernoulli
        .arange(held[at].numel(), { dtype: "float64" })
        .add(at + 1)
        .cos()
        .reshape(held[at].shape);
      return held[at].to("float64").mul(weights).sum();
    })
    .reduce((sum, one) => (sum === null ? one : sum.add(one)), null);
  try {
    total?.backward();
  } catch (error) {
    if (gradRaises === undefined || !(error instanceof bernoulli.AutogradError)) throw error;
    return { held, gradients: null };
  }
  return { held, gradients: Object.keys(gradients ?? kept).map((at) => [at, held[at].grad]) };
}

function call(kind, op, values, options) {
  const [first, ...others] = values;
  if (kind === "hook") return void first.registerHook((slope) => slope.mul(others[0]));
  if (kind === "retain") return void first.retainGrad();
  if (kind === "backward") return void first.mul(first.detach().sin()).sum().backward({ retainGraph: true });
  if (kind === "checkpoint") return bernoulli.utils.checkpoint.checkpoint(bodies[op], first, { useReentrant: false });
  if (kind === "gradOf") {
    const [inner] = others;
    const [found] = bernoulli.grad(first.mul(first.detach().cos()).sum(), [inner], {
      createGraph: true,
      allowUnused: true,
    });
    return found ?? bernoulli.zerosLike(inner);
  }
  if (kind === "function") return bernoulli[camelCase(op)](...values, ...options);
  if (op === "at") return first.at(...others[0]);
  if (op === "set") return void first.set(others[0], others[1]);
  if (op === "softplus") return bernoulli.F.softplus(first);
  return first[camelCase(op)](...others, ...options);
}

function decode(value, held) {
  if (Array.isArray(value)) return value.map((one) => decode(one, held));
  if (value === null || typeof value !== "object") return value;
  if ("held" in value) return held[value.held];
  if ("number" in value) return typeof value.number === "string" ? numberOf(value.number) : value.number;
  if ("dtype" in value) return dtypeOf(value.dtype);
  if ("slice" in value) return value.slice.map((part) => part ?? "").join(":");
  throw new Error(`an argument that nobody knows: ${JSON.stringify(value)}`);
}

function mustThrow(what, raises, body) {
  try {
    body();
  } catch (error) {
    if (error instanceof bernoulli.BernoulliError) return;
    throw new Mismatch(`${what}: an error that is not ours: ${error.name}: ${error.message} (PyTorch: ${raises})`);
  }
  throw new Mismatch(`${what}: accepted (PyTorch: ${raises})`);
}

const read = ({ held, gradients }) => ({
  held: held.map(plain),
  gradients: gradients?.map(([at, tensor]) => [at, tensor === null ? null : plain(tensor)]),
});
const plain = (tensor) => ({
  dtype: tensor.dtype,
  shape: tensor.shape,
  data: tensor.detach().toTypedArray(),
  requiresGrad: tensor.requiresGrad,
});

function compare({ held, gradients, kept }, ours) {
  // A float32 anywhere leaves its roundings in all.
  const isSingle = held.some(({ dtype }) => dtype === "float32");
  const rtol = relative[isSingle ? "float32" : "float64"];
  for (const [at, theirs] of held.entries()) {
    same(`tensor ${at}`, ours.held[at], theirs, rtol);
    // PyTorch's integers claim to require gradients where floats that do were written into them; slopes here where they are constant.
    if (theirs.dtype.startsWith("float") && theirs.requiresGrad && !ours.held[at].requiresGrad)
      throw new Mismatch(`tensor ${at}: requiresGrad is ${ours.held[at].requiresGrad}`);
  }
  // What PyTorch refuses, since what a slope needs was written over, is refused here too, or was kept.
  for (const [at, tensor] of ours.gradients ?? []) {
    const theirs = (gradients ?? kept)[at];
    if (theirs === null) {
      if (tensor?.data.some((one) => one !== 0)) throw new Mismatch(`gradient of ${at}: there should be none`);
    } else if (tensor === null) {
      if (elementsOf(theirs).some((one) => one !== 0)) throw new Mismatch(`gradient of ${at}: none`);
    } else same(`gradient of ${at}`, tensor, theirs, rtol);
  }
}

function same(what, ours, theirs, rtol) {
  if (ours.dtype !== dtypeOf(theirs.dtype))
    throw new Mismatch(`${what}: dtype ${ours.dtype}, expected ${theirs.dtype}`);
  if (ours.shape.join() !== theirs.shape.join())
    throw new Mismatch(`${what}: shape [${ours.shape}], expected [${theirs.shape}]`);
  const expected = elementsOf(theirs);
  const isFloat = ours.dtype.startsWith("float");
  const largest = expected.reduce((most, one) => (Number.isFinite(one) ? Math.max(most, Math.abs(one)) : most), 1);
  for (const [at, wanted] of expected.entries()) {
    const came = ours.data[at];
    if (came === wanted || (Number.isNaN(came) && Number.isNaN(wanted))) continue;
    if (isFloat && Math.abs(came - wanted) <= rtol * largest) continue;
    throw new Mismatch(`${what}: at ${at} got ${came}, expected ${wanted}`);
  }
}
