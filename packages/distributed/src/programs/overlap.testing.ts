// Gradients that are summed while backward goes on, beside those that a copy of the net has and sums behind it, as one line of JSON: which bucket was
// begun where, and how far the numbers are from each other.

import { Conv2d, Flatten, Linear, MaxPool2d, type Module, ReLU, Sequential } from "@bernoulli/nn";
import { compile, Generator, noGrad, randn, scope, type Tensor, zeros } from "@bernoulli/tensor";
import { allReduce, DistributedDataParallel, finalize, init } from "../index.js";
import { openWorld } from "../world.js";

type Net = Module & ((input: Tensor) => Tensor);
const { rank, worldSize } = await init({ seed: 7, timeout: 60 });
const generator = new Generator({ seed: 3 + rank });
const inputs = Array.from({ length: 4 }, () => randn(4, 8, { generator }).keep());
/** Room for the 288 bytes of one layer. */
const bucketCapMb = 300 / 1024 ** 2;
const log: string[] = [];
const { link } = openWorld("overlap");
if (link !== null) {
  const { agreement } = link;
  const enter = agreement.enter.bind(agreement);
  agreement.enter = (what, begin) => {
    if (what.includes("gradients")) log.push(what.replace("DistributedDataParallel's gradients", "sum"));
    return enter(what, begin);
  };
}

function nets(options = {}) {
  const net = new Sequential(new Linear(8, 8), new Linear(8, 8), new Linear(8, 8));
  const model = new DistributedDataParallel(net, { bucketCapMb, ...options }) as unknown as Net;
  const alone = new Sequential(new Linear(8, 8), new Linear(8, 8), new Linear(8, 8)) as unknown as Net;
  alone.loadStateDict(net.stateDict());
  return { net, model, alone };
}

/** The oracle: the mean of what each rank has accumulated, summed behind the walk. */
function average(alone: Net): void {
  for (const { grad } of alone.parameters()) {
    if (grad === null) continue;
    noGrad(() => grad.div_(worldSize));
    allReduce(grad);
  }
}

/** How far the farthest element is from the oracle's, as a part of the largest; 0 where all bits are the same. */
function distance(model: Net, alone: Net): number {
  const [ours, theirs] = [model, alone].map((net) =>
    [...net.parameters()].flatMap(({ grad }) => (grad === null ? [] : Array.from(grad.toTypedArray(), Number))),
  ) as [number[], number[]];
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  const most = Math.max(...theirs.map(Math.abs));
  return Math.max(...theirs.map((value, at) => (Object.is(value, ours[at]) ? 0 : Math.abs(value - ours[at]!) / most)));
}

const results: Record<string, unknown> = { rank };

{
  const { net, model, alone } = nets();
  for (const [at, layer] of [...net.children()].entries())
    layer.registerForwardHook((_layer, _inputs, output) => {
      (output as Tensor).registerHook(() => void log.push(`layer ${at}`));
    });
  model(inputs[0]!).sum().backward();
  alone(inputs[0]!).sum().backward();
  average(alone);
  results["order"] = log.splice(0);
  results["same"] = distance(model, alone);
}
{
  const { model, alone } = nets();
  for (const one of [model, alone]) {
    const first = () => one(inputs[0]!).sum().backward();
    if (one === model) (model as unknown as DistributedDataParallel).noSync(first);
    else first();
    one(inputs[1]!).sum().backward();
  }
  average(alone);
  results["accumulated within noSync"] = distance(model, alone);
}
{
  const { net, model, alone } = nets({ findUnusedParameters: true });
  for (const one of [net, alone] as const) {
    const [first, , third] = [...one.children()] as Linear[];
    one.forward = (input: Tensor) => third!(rank === 0 ? first!(input) : input);
  }
  model(inputs[0]!).sum().backward();
  alone(inputs[0]!).sum().backward();
  const [{ weight, bias }] = [...alone.children()] as [Linear];
  for (const one of [weight, bias!]) one.grad ??= one.detach().mul(0);
  average(alone);
  results["unused"] = [distance(model, alone), [...model.parameters()].map(({ grad }) => grad !== null)];
}
{
  const { net, model, alone } = nets();
  const [first] = [...net.children()] as [Linear];
  const hook = first.registerForwardHook((_layer, _inputs, output) => {
    (output as Tensor).registerHook(() => {
      throw new RangeError("no");
    });
  });
  try {
    model(inputs[0]!).sum().backward();
  } catch (error) {
    results["failed"] = String(error);
  }
  hook.remove();
  // What the failed walk had begun does not meet what is called next.
  allReduce(inputs[3]!);
  model.zeroGrad();
  (model as unknown as DistributedDataParallel).noSync(() => model(inputs[1]!).sum().backward());
  model(inputs[2]!).sum().backward();
  for (const input of inputs.slice(1, 3)) alone(input).sum().backward();
  average(alone);
  results["behind a failed walk"] = distance(model, alone);
}
{
  // A walk within the walk reaches parameters whose gradients are under way.
  const { net, model, alone } = nets();
  for (const one of [model, alone]) {
    const inner = one(inputs[1]!).sum();
    const [first] = [...(one === model ? net : alone).children()] as [Linear];
    const hook = first.registerForwardHook((_layer, _inputs, output) => {
      (output as Tensor).registerHook(() => inner.backward());
    });
    one(inputs[0]!).sum().backward();
    hook.remove();
  }
  average(alone);
  results["a walk within a walk"] = distance(model, alone);
}
{
  const { model, alone } = nets();
  for (const one of [model, alone]) compile(() => one(inputs[0]!).sum().backward())();
  average(alone);
  results["compiled"] = distance(model, alone);
}
{
  // A step with convolutions is one plan, whose steps are those of the net alone, and the sum between them and the optimizer's.
  const net = () =>
    new Sequential(
      new Conv2d(3, 16, 3),
      new ReLU(),
      new MaxPool2d(2),
      new Conv2d(16, 16, 3),
      new ReLU(),
      new Flatten(),
    );
  const [inner, alone] = [net(), net() as unknown as Net];
  const model = new DistributedDataParallel(inner) as unknown as Net;
  alone.loadStateDict(inner.stateDict());
  const images = randn(4, 3, 18, 18, { generator }).keep();
  const explained = [model, alone].map((one) => {
    const step = compile(() => {
      one.zeroGrad();
      one(images).mean().backward();
    });
    for (let call = 0; call < 3; call++) scope(step);
    return step.explain().split("\n\n").at(-1)!;
  });
  average(alone);
  const fused = explained.map((text) => text.match(/conv2d\w* .*: (pooled|Winograd) convolution/g)?.length);
  results["compiled convolutions"] = [distance(model, alone), fused[0] === fused[1], fused[0]! >= 4];
  results["one plan"] = [explained[0]!.includes("ended by"), explained[0]!.includes("sum over ranks")];
}
{
  // What is called at once in a compiled step comes behind the sums that were recorded before it, on all ranks.
  const { model } = nets();
  const made: string[] = [];
  if (link !== null) {
    const { transport } = link;
    const { allReduce: sum } = transport;
    transport.allReduce = (elements, reduction) => {
      made.push(`${reduction} of ${elements.length}`);
      sum.call(transport, elements, reduction);
    };
  }
  compile(() => {
    model(inputs[0]!).sum().backward();
    allReduce(zeros(5), { op: "max" });
    model(inputs[1]!).sum().backward();
  })();
  results["order in a compiled step"] = made;
}
process.stdout.write(`${JSON.stringify(results)}\n`);
finalize();
