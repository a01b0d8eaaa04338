// Every name that public scripts of PyTorch were found to use is there under its own, in the forms in which they write it, and gives
// PyTorch's answers; or it is refused, with the reason and what to write instead. The forms of tensors are forms.test.ts's, those of
// all else are told by tooling/torch-fixtures/families/ported.py and stand in the tables beside this file.

import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, it, vi } from "vitest";
import * as torch from "../index.js";
import { isTensor, manualSeed, nn, type Tensor } from "../index.js";
import { cases, given } from "./given.testing.js";
import { type Answer, curves, type Forms, images, norms, sequences } from "./layers.testing.js";
import { habits, names } from "./names.testing.js";
import { losses, modules, optimizers, schedules } from "./training.testing.js";

const tables = [norms, images, curves, sequences, losses, modules, optimizers, schedules];
const written = new Map(tables.flatMap((table) => Object.entries(table)));
const forms = cases.slice(1);

/** All values of an answer, in order. */
function flat(answer: Answer): (Tensor | number | boolean)[] {
  if (answer === null) return [];
  if (isTensor(answer) || typeof answer !== "object") return [answer as Tensor];
  return [...answer].flatMap(flat);
}

/** What cannot be had here: where it is, and what says so. */
const refused: Readonly<Record<string, () => unknown>> = {
  "torch.save (whole object)": () => torch.save(new nn.ReLU() as never),
  "Module.share_memory": () => new nn.ReLU().shareMemory(),
  "torch.multiprocessing.Process": () => new torch.multiprocessing.Process(),
  "torch.onnx._export": () => torch.onnx._export(new nn.ReLU() as never),
  "torch.onnx.export": () => torch.onnx.export(new nn.ReLU() as never),
  "optim.SparseAdam": () => new torch.optim.SparseAdam([] as never),
  "torch.load": () => torch.load("model.pt" as never),
};

it("every form stands in one table, and no table has another", () => {
  expect(tables.reduce((sum, table: Forms) => sum + Object.keys(table).length, 0)).toBe(written.size);
  expect([...written.keys()].sort()).toEqual(forms.map(({ name }) => name).sort());
});

it("every name that scripts use has forms, or is refused", () => {
  const tried = new Set([...forms, ...loadFixtures("forms").cases.slice(1)].map(({ of }) => of as string));
  expect(names.length).toBeGreaterThan(120);
  expect(names.map(([, name]) => name).filter((name) => !tried.has(name) && !(name in refused))).toEqual([]);
  expect(habits.filter((name) => !tried.has(name))).toEqual([]);
  expect(Object.keys(refused).filter((name) => tried.has(name))).toEqual([]);
});

it.each(forms.map(({ name, of, answers }) => [of as string, name, answers as readonly unknown[]] as const))(
  "%s: %s",
  (_, form, answers) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const tensors = given();
    manualSeed(1);
    const values = flat(written.get(form)!(tensors));
    expect(values.length).toBe(answers.length);
    for (const [at, value] of values.entries()) {
      const answer = answers[at] as FixtureTensor | number | boolean;
      if (typeof answer !== "object") {
        if (typeof answer === "number")
          expect(Math.abs((value as number) - answer), `${value}, not ${answer}`).toBeLessThanOrEqual(
            4e-6 * Math.abs(answer),
          );
        else expect(value).toBe(answer);
        continue;
      }
      expect(isTensor(value), `answer ${at} is a tensor`).toBe(true);
      const { shape, dtype } = value as Tensor;
      expect({ shape, dtype }, `answer ${at}`).toEqual({ shape: answer.shape, dtype: answer.dtype });
      expectClose(value as Tensor, answer.data, { norm: 4e-6, label: form });
    }
  },
);

describe("what cannot be had", () => {
  it("says why, and what to write instead", () => {
    const said = Object.entries(refused).map(([name, call]) => {
      try {
        return [name, call()];
      } catch (error) {
        return [name, String(error)];
      }
    });
    expect(Object.fromEntries(said)).toMatchInlineSnapshot(`
      {
        "Module.share_memory": "ArgumentError: Module.shareMemory: parameters are not shared between processes (hogwild is not there); leave it out, and train in one process, whose threads setNumThreads counts",
        "optim.SparseAdam": "ArgumentError: SparseAdam: there are no sparse gradients here; take Adam, and leave \`sparse\` out of the Embedding",
        "torch.load": "ArgumentError: load: for model.load_state_dict(torch.load(path)) write model.loadStateDict(await loadTorchStateDict(path)) of @bernoulli/formats/node, in memory deserializeTorch of @bernoulli/formats; for a whole run loadCheckpoint(path, …) of @bernoulli/trainer/node",
        "torch.multiprocessing.Process": "ArgumentError: multiprocessing.Process: parameters are not shared between processes (hogwild is not there); train in one, whose threads setNumThreads counts",
        "torch.onnx._export": "ArgumentError: onnx._export: for torch.onnx.export(model, args, path) write await saveOnnx(model.eval(), args, path) of @bernoulli/formats/node, in memory exportOnnx of @bernoulli/formats",
        "torch.onnx.export": "ArgumentError: onnx.export: for torch.onnx.export(model, args, path) write await saveOnnx(model.eval(), args, path) of @bernoulli/formats/node, in memory exportOnnx of @bernoulli/formats",
        "torch.save (whole object)": "ArgumentError: save: for torch.save(model.state_dict(), path) write await saveTorch(model.stateDict(), path) of @bernoulli/formats/node, in memory serializeTorch of @bernoulli/formats; for a whole run saveCheckpoint(path, …) of @bernoulli/trainer/node. Objects are not pickled",
      }
    `);
  });
});
