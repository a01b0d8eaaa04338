// Records of layers and optimizers: made with the same options, their states and results compared.

import { modules, optimizerOptions, optimizers } from "./adapters/index.mjs";
import { bind, check, perform, readAll } from "./call.mjs";
import { compare, read } from "./compare.mjs";
import { compiledCalls, cotangentsOf, mustThrow } from "./functions.mjs";
import { bernoulli } from "./library.mjs";
import { build, decode } from "./values.mjs";
import { cannot, differs, Mismatch } from "./verdicts.mjs";

export function runModule(record, mode, signs) {
  const name = record.op.slice("nn.".length);
  const definition = modules[name] ?? cannot("name", `nn.${name}`);
  const leaves = [];
  const decodeAll = (object) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, decode(value, leaves)]));
  const args = record.made.map((arg) => decode(arg, []));
  bernoulli.manualSeed(record.seed);
  const layer = definition.make(bind(definition, { args, kwargs: decodeAll(record.madeWith) }), record.dtype);
  layer.train(record.training);
  const state = layer.stateDict();
  if (Object.keys(state).join() !== Object.keys(record.state).join())
    throw new Mismatch(`state ${Object.keys(state)}, expected ${Object.keys(record.state)}`);
  for (const [key, value] of Object.entries(state))
    compare(`state ${key}`, read(value), record.state[key].tensor, { elementwise: true, inputScale: 0 });
  const inputs = record.args.map((arg) => decode(arg, leaves));
  const options = decodeAll(record.kwargs);
  const call = definition.call ?? ((one, tensors, named) => one(...tensors, ...Object.values(named)));
  const adapter = { run: () => call(layer, inputs, options), lost: definition.lost };
  const given = [...leaves, ...layer.parameters()];
  const prepared = { adapter, bound: {}, leaves: given, cotangents: cotangentsOf(record) };
  if (record.raises !== undefined) {
    if (mode === "eager") mustThrow(record, () => perform(record, prepared));
    return;
  }
  if (mode === "eager") {
    check(record, adapter, readAll(perform(record, prepared)), { loosened: false, signs });
    return;
  }
  const compiled = bernoulli.compile(() => perform(record, prepared));
  for (let call = 0; call < compiledCalls; call++)
    check(record, adapter, readAll(compiled()), { loosened: true, signs });
}

/** What LBFGS makes small, of the recorded gradients `g`: the sum of (p - g)² + p⁴ over the parameters, as record/modules.py has it. */
const lossOf = (params, targets) =>
  params
    .map((param, at) => {
      const apart = bernoulli.sub(param, targets[at]);
      return bernoulli.add(bernoulli.sum(bernoulli.mul(apart, apart)), bernoulli.sum(bernoulli.pow(param, 4)));
    })
    .reduce((total, one) => bernoulli.add(total, one));

export function runOptimizer(record, mode, signs) {
  const name = record.op.slice("optim.".length);
  const { closure } = optimizers[name] ?? cannot("name", `optim.${name}`);
  // A line search reads numbers.
  if (closure && mode !== "eager") return;
  if (Object.values(record.kwargs).some((value) => value?.tensor !== undefined))
    differs("an optimizer's option as a tensor");
  const decoded = Object.entries(record.kwargs).map(([key, value]) => [key, decode(value, [])]);
  const settings = optimizerOptions(Object.fromEntries(decoded));
  // PyTorch's default.
  if (name === "SGD") settings.lr ??= 1e-3;
  const params = record.input.list.map(({ tensor }) => build({ ...tensor, requiresGrad: true }, []));
  const optimizer = new bernoulli.optim[name](params, settings);
  const gradients = params.map((param) => bernoulli.zerosLike(param));
  const step = () => {
    if (closure) {
      optimizer.step(() => {
        optimizer.zeroGrad();
        const loss = lossOf(params, gradients);
        loss.backward();
        return loss;
      });
      return;
    }
    for (const [at, param] of params.entries()) param.grad = gradients[at];
    optimizer.step();
  };
  const run = mode === "eager" ? step : bernoulli.compile(step);
  // Of LBFGS's twenty iterations each, those behind two steps go on from roundings.
  for (const [count, recorded] of record.steps.slice(0, closure ? 2 : record.steps.length).entries()) {
    bernoulli.noGrad(() => {
      for (const [at, { tensor }] of recorded.gradients.list.entries())
        bernoulli.copy_(gradients[at], build(tensor, []));
    });
    run();
    for (const [at, param] of params.entries()) {
      compare(`parameter ${at} after step ${count + 1}`, read(param), recorded.params.list[at].tensor, {
        elementwise: false,
        inputScale: 1,
        lost: lostBy[name]?.(record) ?? 1,
        loosened: mode !== "eager",
        signs,
      });
    }
  }
  if (name === "Muon") differs("Muon in bfloat16");
}

// PyTorch's Newton-Schulz steps have the 8 bits of bfloat16, by lr times the square root of a matrix's larger side.
const lostBy = {
  Muon: ({ dtype }) => 2 ** -7 / (dtype === "float64" ? 1e-12 : 1e-6),
  // Each of up to a hundred iterations takes the last one's roundings further.
  LBFGS: () => 1000,
};
