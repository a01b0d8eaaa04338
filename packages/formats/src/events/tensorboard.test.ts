// TensorBoard itself reads our event files: TENSORBOARD_PYTHON names a Python that has it; else that skips visibly. The bytes are
// writer.test.ts's.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { tensor, zeros } from "@bernoulli/tensor";
import { makeDirectory } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { EventWriter } from "./writer.js";

const python = process.env["TENSORBOARD_PYTHON"];
const script = fileURLToPath(new URL("./fixtures/read_events.py", import.meta.url));

it.skipIf(python === undefined)(
  "TensorBoard reads all of it (wants TENSORBOARD_PYTHON)",
  { timeout: 300_000 },
  async () => {
    const directory = await makeDirectory();
    let now = 1_700_000_000;
    const clock = () => now++;
    const first = new EventWriter(directory, { clock });
    first.addHparams({ lr: 0.5, net: "plain", on: true }, ["loss"]);
    for (let step = 1; step <= 6; step++) first.addScalar("loss", 1 / 2 ** step, step);
    first.addHistogram("weights", tensor([1, 2, 2, 4]), 3);
    first.addImage("seen", zeros(3, 4, 5), 3);
    await first.close();
    // The run goes on from step 4: what was logged of it and later ones counts no more.
    const second = new EventWriter(directory, { clock, purgeStep: 4 });
    second.addScalar("loss", 8, 4);
    await second.close();
    const read: unknown = JSON.parse(execFileSync(python!, [script, directory], { encoding: "utf8" }));
    expect(read).toMatchObject({
      scalars: {
        loss: [
          [1, 0.5],
          [2, 0.25],
          [3, 0.125],
          [4, 8],
        ],
      },
      histograms: { weights: [{ step: 3, count: 4, sum: 9 }] },
      images: { seen: [[3, 5, 4]] },
      hparams: {
        "_hparams_/experiment": "experiment",
        "_hparams_/session_start_info": { lr: 0.5, net: "plain", on: true },
        "_hparams_/session_end_info": "session_end_info",
      },
    });
    const { histograms } = read as { histograms: { weights: [{ buckets: number[] }] } };
    expect(histograms.weights[0].buckets.reduce((sum, count) => sum + count, 0)).toBe(4);
  },
);
