// Weights saved, loaded and used on pictures, from the command line.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadFile, readFileHeader, saveFile } from "@bernoulli/trainer/node";
import { data, memoryStats, ones } from "bernoulli";
import { encode } from "fast-png";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { main } from "./cli.js";

const folder = mkdtempSync(join(tmpdir(), "cifar-example-predict-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const code = await main(args, {
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
    progressStream: { write: () => true },
    signal: new AbortController().signal,
  });
  return { code, printed: printed.join("\n"), complaints: complaints.join("\n") };
}

const weights = join(folder, "made", "net.safetensors");
const picture = join(folder, "ring.png");

beforeAll(async () => {
  const small = ["--subset", "40", "--epochs", "1", "--out", join(folder, "out")];
  expect((await run(...small, "--save", weights)).complaints).toBe("");
  const pixels = new Uint8Array(32 * 32 * 3).map((_, at) => (7 * at) % 256);
  writeFileSync(picture, encode({ width: 32, height: 32, data: pixels, channels: 3 }));
}, 60_000);

describe("--save", () => {
  it("writes both nets with PyTorch's keys and what they are", async () => {
    expect(readdirSync(join(folder, "made"))).toEqual(["net-dropout.safetensors", "net-plain.safetensors"]);
    const { metadata, tensors } = await readFileHeader(join(folder, "made", "net-dropout.safetensors"));
    expect(Object.keys(tensors).sort()).toEqual(
      ["conv1", "conv2", "conv3", "fc1", "fc2"].flatMap((layer) => [`${layer}.bias`, `${layer}.weight`]),
    );
    expect(metadata).toMatchObject({
      format: "pt",
      net: "dropout",
      p: "0.25",
      data: "synthetic",
      epochs: "1",
      seed: "0",
    });
    expect(JSON.parse(metadata["classes"]!)).toEqual(new data.SyntheticShapes().classes);
  });
});

describe("--load", () => {
  it("starts from the weights", { timeout: 60_000 }, async () => {
    const from = join(folder, "made", "net-plain.safetensors");
    const again = join(folder, "again.safetensors");
    const still = [
      "--subset",
      "40",
      "--epochs",
      "1",
      "--lr",
      "1e-30",
      "--only",
      "plain",
      "--out",
      join(folder, "still"),
    ];
    expect((await run(...still, "--load", from, "--save", again)).code).toBe(0);
    const [before, after] = [await loadFile(from), await loadFile(again)];
    expect(after["fc1.weight"]!.toArray()).toEqual(before["fc1.weight"]!.toArray());
    for (const tensor of [...Object.values(before), ...Object.values(after)]) tensor.dispose();
  });
});

describe("predict", () => {
  it("gives classes, probabilities and their spread, the same for the same seed", async () => {
    const bytes = memoryStats().bytes;
    const call = ["predict", "--load", join(folder, "made", "net-dropout.safetensors"), "--passes", "20", picture];
    const { code, printed } = await run(...call);
    expect(code).toBe(0);
    const [path, ...lines] = printed.split("\n");
    expect(path).toBe(picture);
    expect(lines).toHaveLength(4);
    for (const line of lines.slice(0, 3))
      expect(line).toMatch(/^ {2}[a-z]+ +\d+\.\d % {4}dropped: +\d+\.\d % ± \d+\.\d$/);
    expect(lines[3]).toMatch(/^ {2}\d+ of 20 thinned nets answer [a-z]+$/);
    expect((await run(...call)).printed).toBe(printed);
    expect(memoryStats().bytes).toBe(bytes);
  });

  it("has no spread for a net without dropout", async () => {
    const { printed } = await run("predict", "--load", join(folder, "made", "net-plain.safetensors"), picture);
    expect(printed).not.toContain("dropped");
  });

  it("--json has all classes, as numbers", async () => {
    const load = join(folder, "made", "net-dropout.safetensors");
    const { printed } = await run("predict", "--load", load, "--passes", "20", "--json", picture);
    const event = JSON.parse(printed) as { classes: { probability: number; dropped: { agreeing: number } }[] };
    expect(event).toMatchObject({ event: "prediction", picture, passes: 20 });
    expect(event.classes).toHaveLength(10);
    expect(event.classes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
    expect(event.classes.reduce((sum, { dropped }) => sum + dropped.agreeing, 0)).toBe(20);
  });

  it("takes a file that says nothing for CIFAR-10's", async () => {
    const bare = join(folder, "bare.safetensors");
    const tensors = await loadFile(join(folder, "made", "net-dropout.safetensors"));
    await saveFile(tensors, bare);
    for (const tensor of Object.values(tensors)) tensor.dispose();
    const { printed } = await run("predict", "--load", bare, picture);
    expect(data.cifar10Classes.some((name) => printed.includes(`answer ${name}`))).toBe(true);
  });

  it("prints its help", async () => {
    expect((await run("predict", "--help")).printed).toMatchInlineSnapshot(`
      "Says what a trained net takes pictures for.

        cifar predict --load FILE [options] PICTURE …

        --load FILE    weights that cifar --save wrote, or any safetensors file with the net's keys
        --passes N     passes with units dropped, whose spread is shown; default 50
        --seed N       of the passes; default 0
        --json         print an event a picture instead of text, one JSON object a line, with the probabilities of all classes
        --debug        show where in the program an error came from
        --help         print this
        PICTURE        PNG or JPEG files; the square in the middle is scaled to 32 × 32

      Each picture has its three likeliest classes, with their probabilities in evaluation mode and, of a net with dropout, their mean
      ± standard deviation over the passes. The exit code is 0; 2 for a wrong call, or a file that cannot be read.

      Example:
        cifar --only dropout --save net.safetensors && cifar predict --load net.safetensors cat.jpg
      "
    `);
  });

  test.each<[string, () => string[], RegExp]>([
    [
      "no weights",
      () => [picture],
      /^cifar: predict: --load FILE is missing; cifar --save FILE writes one \[BERNOULLI_USAGE\]$/,
    ],
    [
      "no picture",
      () => ["--load", weights],
      /^cifar: predict: no picture is named; give PNG or JPEG files \[BERNOULLI_USAGE\]$/,
    ],
    [
      "a wrong number",
      () => ["--load", weights, "--passes", "1", picture],
      /--passes must be a whole number of at least 2, but got 1; see cifar predict --help \[BERNOULLI_USAGE\]$/,
    ],
    ["an unknown option", () => ["--pass", "1"], /^cifar: Unknown option '--pass'; see cifar predict --help \[/],
    [
      "a picture that is not there",
      () => ["--load", weights, join(folder, "no.png")],
      /no\.png cannot be read \(ENOENT\) \[BERNOULLI_USAGE\]$/,
    ],
    [
      "weights that are not there",
      () => ["--load", join(folder, "no.safetensors"), picture],
      /^cifar: .*no\.safetensors: /,
    ],
    [
      "a picture that claims 4·10⁹ pixels",
      () => {
        const path = join(folder, "claims.png");
        const bytes = encode({ width: 1, height: 1, data: new Uint8Array(3), channels: 3 });
        new DataView(bytes.buffer, bytes.byteOffset).setBigUint64(16, (64_000n << 32n) | 64_000n);
        writeFileSync(path, bytes);
        return ["--load", weights, path];
      },
      /^cifar: .*claims\.png cannot be decoded: it says that it has 64000 × 64000 pixels/,
    ],
    ["a picture as weights", () => ["--load", picture, picture], /^cifar: .*ring\.png: /],
  ])("%s ends with code 2 and a line", async (_, args, text) => {
    const { code, complaints } = await run("predict", ...args());
    expect(code).toBe(2);
    expect(complaints).toMatch(text);
  });

  it("says which weights are not the net's", async () => {
    const other = join(folder, "other.safetensors");
    await saveFile({ "fc1.weight": ones(2, 2) }, other);
    const { code, complaints } = await run("predict", "--load", other, picture);
    expect(code).toBe(2);
    expect(complaints).toContain("Missing key(s) in state_dict");
    expect(complaints).toContain("size mismatch for fc1.weight");
  });
});
