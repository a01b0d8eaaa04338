// Gradients behind backward calls in every order, as one line of JSON. This rank's input is its rank + 1: so a mean over two ranks is 1.5 a loss,
// and what was not averaged is another number on each.

import { Linear, type Module, Sequential } from "@bernoulli/nn";
import { full, type Tensor } from "@bernoulli/tensor";
import { DistributedDataParallel, type DistributedDataParallelOptions, finalize, init } from "../index.js";

const { rank } = await init({ seed: 7, timeout: 60 });
const x = full([1, 1], rank + 1);
type Net<Wrapped extends Module> = DistributedDataParallel<Wrapped> & ((input: Tensor) => Tensor);
const results: Record<string, unknown> = { rank };

function gradientsOf<Wrapped extends Module>(
  name: string,
  net: Wrapped,
  body: (model: Net<Wrapped>) => void,
  options: DistributedDataParallelOptions = {},
): void {
  const model = new DistributedDataParallel(net, options) as Net<Wrapped>;
  body(model);
  results[name] = [...model.parameters()].map(({ grad }) => grad?.toTypedArray()[0] ?? null);
}

const linear = () => new Linear(1, 1, { bias: false });
gradientsOf("two losses of one forward", linear(), (model) => {
  const y = model(x).sum();
  y.mul(2).backward({ retainGraph: true });
  y.backward();
});
gradientsOf("two forwards, then two backwards", linear(), (model) => {
  const [first, second] = [model(x).sum(), model(x).sum()];
  first.backward();
  second.backward();
});
gradientsOf("in evaluation mode", linear(), (model) => {
  model.eval();
  model(x).sum().backward();
});
gradientsOf("a penalty on some parameters behind", new Linear(1, 1), (model) => {
  model(x).sum().backward();
  const { weight } = model.module;
  weight.sub(weight.detach()).sum().backward();
});
gradientsOf("within noSync, then outside", linear(), (model) => {
  model.noSync(() => model(x).sum().backward());
  model(x).sum().backward();
});
gradientsOf("within noSync alone", linear(), (model) => {
  model(x).sum().backward();
  model.noSync(() => model(x).sum().backward());
});
gradientsOf(
  "a rank that does not use all",
  new Sequential(linear(), linear()),
  (model) => {
    const [first, second] = [...model.module.children()] as [Linear, Linear];
    model.module.forward = (input: Tensor) => (rank === 0 ? first(input).add(second(input)) : first(input));
    model(x).sum().backward();
  },
  { findUnusedParameters: true },
);
const thawing = new Linear(1, 1);
thawing.weight.requiresGrad_(false);
const thawed = new DistributedDataParallel(thawing) as Net<Linear>;
thawing.weight.requiresGrad_(true);
try {
  thawed(x);
} catch (error) {
  results["thawed"] = String(error);
}
const anew = new DistributedDataParallel(thawing) as Net<Linear>;
for (let step = 0; step < 2; step++) anew(x).sum().backward();
results["wrapped anew"] = [...anew.parameters()].map(({ grad }) => grad?.item());
process.stdout.write(`${JSON.stringify(results)}\n`);
finalize();
thawing.zeroGrad();
thawing(x).sum().backward();
if (thawing.weight.grad?.item() !== rank + 1) throw new Error("a model is its rank's own when the ranks have parted");
