// Every op's samples through the exporter, run by ONNX Runtime and compared: wants BERNOULLI_ONNXRUNTIME. Models are written of one draw of
// the inputs and run on another. BERNOULLI_SOAK_SEED says which draws. What is refused, docs/weights.md lists.

import { isTensor, manualSeed, noGrad, type Tensor } from "@bernoulli/tensor";
import { makeInput, type OpSamples, type Sample } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { FormatError } from "../errors.js";
import { exportOnnx } from "./export.js";
import { netOf, ort } from "./runtime.testing.js";

const seed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);
/** Some of the ops, with commas between; all where nothing is said. */
const only = process.env["BERNOULLI_SOAK_OPS"]?.split(",") ?? null;
/** What is known to be other, and docs/weights.md tells. */
const known: readonly RegExp[] = [
  // A number that JavaScript reads is a constant.
  /^(linspace|logspace): an end that is computed/,
  // ONNX Runtime passes over NaN.
  /^maxPool2d: equals, NaN and infinities/,
  /^(amax|amin|aminmax): infinities/,
  /^(max|min): NaN in everything/,
];
const samplesOfOps = new URL("../../../tensor/src/ops/samples.testing.ts", import.meta.url).pathname;

/** What became of a sample. */
type Outcome = "right" | "refused" | { readonly wrong: string };

/** Whether numbers are the same: to 10⁻⁴ of the largest, and what is not finite where it is. */
function difference(own: ArrayLike<number>, theirs: ArrayLike<number>): string | null {
  const largest = Array.from(own, Number).reduce(
    (most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most),
    1,
  );
  for (let at = 0; at < own.length; at++) {
    const [a, b] = [Number(own[at]), Number(theirs[at])];
    if (Object.is(a, b) || a === b || (Number.isNaN(a) && Number.isNaN(b))) continue;
    if (!(Math.abs(a - b) <= 1e-4 * largest)) return `element ${at} is ${a} here and ${b} there`;
  }
  return own.length === theirs.length ? null : `${own.length} elements here and ${theirs.length} there`;
}

async function tryOut(op: string, sample: Sample): Promise<Outcome> {
  const made = (draw: number) =>
    sample.inputs.map((spec, at) => {
      const { leaf, view } = makeInput(spec, `${op}/${sample.name}/${at}/${draw}`, "float32");
      return view(leaf);
    });
  const [example, other] = [made(seed), made(seed + 1)];
  if (example.length === 0) return "refused";
  const net = netOf((...inputs) => sample.run(...inputs));
  let bytes: Uint8Array;
  try {
    manualSeed(1);
    bytes = exportOnnx(net, example);
  } catch (error) {
    if (error instanceof FormatError) return "refused";
    return { wrong: `thrown by the exporter: ${(error as Error).message}` };
  }
  manualSeed(1);
  const own = noGrad(() => sample.run(...other));
  const all = isTensor(own) ? [own] : (Object.values(own as object).flat(3) as Tensor[]);
  try {
    const session = await ort!.InferenceSession.create(bytes);
    const feeds = session.inputNames.map((name, at) => {
      const { dtype, shape } = other[at]!;
      return [name, new ort!.Tensor(dtype, other[at]!.toTypedArray(), shape)] as const;
    });
    const results = await session.run(Object.fromEntries(feeds));
    for (const [at, name] of session.outputNames.entries()) {
      const { data, dims } = results[name]!;
      if (String(dims) !== String(all[at]!.shape)) return { wrong: `shape [${dims}] there, [${all[at]!.shape}] here` };
      const differs = difference(all[at]!.toTypedArray(), data);
      if (differs !== null) return { wrong: differs };
    }
    return "right";
  } catch (error) {
    return { wrong: `ONNX Runtime: ${(error as Error).message.slice(0, 200)}` };
  }
}

it.skipIf(ort === null)("samples of ops (wants BERNOULLI_ONNXRUNTIME)", { timeout: 24 * 3_600_000 }, async () => {
  const { allSamples } = (await import(samplesOfOps)) as { readonly allSamples: ReadonlyMap<string, OpSamples> };
  const wrong: string[] = [];
  const refused = new Map<string, number>();
  let [count, right] = [0, 0];
  for (const [op, { samples }] of allSamples) {
    if (only?.includes(op) === false) continue;
    for (const sample of samples) {
      count += 1;
      const outcome = await tryOut(op, sample);
      if (outcome === "right") right += 1;
      else if (outcome === "refused") refused.set(op, (refused.get(op) ?? 0) + 1);
      else if (!known.some((names) => names.test(`${op}: ${sample.name}`)))
        wrong.push(`${op}: ${sample.name}: ${outcome.wrong}`);
    }
  }
  const whole = [...refused].filter(([op, number]) => number === allSamples.get(op)!.samples.length).map(([op]) => op);
  const parts = [...refused.keys()].filter((op) => !whole.includes(op));
  const sum = [...refused.values()].reduce((all, number) => all + number, 0);
  process.stdout.write(
    `of ${count} samples of ${allSamples.size} ops from seed ${seed}, ${right} gave the same, ${sum} were refused, ${wrong.length} differ\n` +
      `refused: ${whole.sort().join(" ")}\nin part: ${parts.sort().join(" ")}\n${wrong.join("\n")}\n`,
  );
  expect(wrong).toEqual([]);
});
