// The corpus: programs that are right are warned of nothing, and of each faulty one its fault is told, once.

import { manualSeed } from "@bernoulli/tensor";
import { Variants } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { type Doctor, doctor } from "../doctor.js";
import type { DoctorWarning } from "../warnings.js";
import { correct, faulty } from "./corpus.testing.js";
import type { Practice, Program } from "./programs.testing.js";

async function warningsOf({ run }: Program): Promise<DoctorWarning[]> {
  const warnings: DoctorWarning[] = [];
  const warn = (warning: DoctorWarning) => void warnings.push(warning);
  const doctors: Doctor[] = [];
  const practice: Practice = {
    settings: { warn },
    watch: (model, options) => {
      const one = doctor(model, { ...options, warn });
      doctors.push(one);
      return one;
    },
  };
  manualSeed(11);
  await run(practice);
  for (const one of doctors) one.remove();
  return warnings;
}

it("holds thirty of each at least, and of each code one", () => {
  expect(correct.length).toBeGreaterThanOrEqual(30);
  expect(faulty.length).toBeGreaterThanOrEqual(30);
});

const variants = new Variants("packages/trainer/src/doctor/corpus/corpus.test.ts");
const nameOf = ({ name }: Program) => name;

it.each(variants.of("correct", correct, nameOf))("is silent: $name", async (program) => {
  expect(await warningsOf(program)).toEqual([]);
});

it.each(variants.ofGroups(faulty, ({ code }) => code, nameOf))("$code: $name", async (program) => {
  const warnings = await warningsOf(program);
  expect(warnings.map(({ code }) => code)).toEqual([program.code]);
});

variants.tell(it);
