// Six programs against their originals in PyTorch (family "programs_b" of tooling/torch-fixtures): the losses of the first ten steps,
// what they end with, and where the generator is then.

import { expectClose, loadFixtures } from "@bernoulli/testing";
import { rand } from "bernoulli";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as charGpt from "./char-gpt.js";
import * as gcn from "./gcn.js";
import * as reinforce from "./reinforce.js";
import * as timeSequence from "./time-sequence.js";
import * as wordLanguageModel from "./word-language-model.js";
import * as word2vec from "./word2vec.js";

const programs: Readonly<Record<string, (options: any) => { losses: number[] }>> = {
  "char-gpt": charGpt.main,
  "word-language-model": wordLanguageModel.main,
  word2vec: word2vec.main,
  reinforce: reinforce.main,
  "time-sequence": timeSequence.main,
  gcn: gcn.main,
};

describe("programs", () => {
  beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => {}));
  afterEach(() => vi.restoreAllMocks());

  test.each(loadFixtures("programs_b").cases)("$name", ({ name, options, losses, nextRandom, ...others }) => {
    const result: Record<string, unknown> & { losses: number[] } = programs[name]!(options);
    // A loss of REINFORCE is a sum of tens of terms that cancel.
    const absolute = name === "reinforce" ? 1e-5 : 0;
    expectClose(result.losses.slice(0, 10), losses as number[], { relative: 1e-5, absolute, label: "losses" });
    expect(rand(1).item(), "the generator behind it").toBe(nextRandom);
    for (const [key, wanted] of Object.entries(others)) {
      if (typeof wanted === "string") expect(result[key], key).toBe(wanted);
      else expectClose([result[key]].flat() as number[], [wanted].flat() as number[], { relative: 1e-4, label: key });
    }
    expect(console.log).toHaveBeenCalled();
  });
});
