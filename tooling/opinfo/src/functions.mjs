// Records of operators: the call made plainly, and thrice under `compile`, or seen to be refused.

import { adapters } from "./adapters/index.mjs";
import { bind, check, perform, prepare, readAll } from "./call.mjs";
import { bernoulli } from "./library.mjs";
import { build, dtypeOf, recordedLeaves } from "./values.mjs";
import { cannot, Documented, Inexpressible, Mismatch } from "./verdicts.mjs";

/** The first makes a plan, the others run it: on tensors of their own, since in place they are written. */
export const compiledCalls = 3;

/** The adapter, its bound arguments, the leaves among them and the cotangents. */
function prepareFunction(record) {
  const variant = `${record.op}.${record.variant}`;
  const name = adapters[variant] === undefined ? record.op : variant;
  const adapter = adapters[name] ?? cannot("name", name);
  if (record.kind === "error" && adapter.borrowed) cannot("name", `${name}, whose errors are not ours`);
  const { input, args, kwargs, leaves } = prepare(record);
  const bound = bind(adapter, { args: input === undefined ? args : [input, ...args], kwargs });
  if (adapter.throughInPlace && record.form !== "inplace" && record.raises === undefined) {
    const [tensor] = recordedLeaves(record.output);
    if (tensor.shape.join() !== input.shape.join()) cannot("name", `${name} that broadcasts its input`);
    if (dtypeOf(tensor.dtype) !== input.dtype) cannot("name", `${name} that promotes its input`);
  }
  return { adapter, bound, leaves, cotangents: cotangentsOf(record) };
}

export const cotangentsOf = (record) => record.cotangents?.map(({ tensor }) => build(tensor, [])) ?? null;

export function runFunction(record, mode, signs) {
  const prepared = prepareFunction(record);
  const { adapter } = prepared;
  if (record.raises !== undefined) {
    if (mode === "eager") mustThrow(record, () => perform(record, prepared));
    return;
  }
  if (mode === "eager") {
    check(record, adapter, readAll(perform(record, prepared)), { loosened: false, signs });
    return;
  }
  const compiled = bernoulli.compile((fresh) => perform(record, fresh));
  for (let call = 0; call < compiledCalls; call++) {
    const results = readAll(compiled(call === 0 ? prepared : prepareFunction(record)));
    check(record, adapter, results, { loosened: true, signs });
  }
}

/** Throws a Mismatch unless `body` is refused by an error of ours. */
export function mustThrow({ raises: { type, message } }, body) {
  const said = `(PyTorch: ${type}: ${message.slice(0, 160)})`;
  let result;
  try {
    result = body();
  } catch (error) {
    if ([Inexpressible, Mismatch, Documented].some((kind) => error instanceof kind)) throw error;
    if (error instanceof bernoulli.BernoulliError) return;
    throw new Mismatch(`an error that is not ours: ${error.name}: ${error.message} ${said}`);
  }
  const first = result.outputs[0];
  const what = bernoulli.isTensor(first) ? `${first.dtype} [${first.shape}]` : String(first);
  throw new Mismatch(`accepted, gave ${what} ${said}`);
}
