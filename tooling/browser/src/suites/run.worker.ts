// A worker that trains, for pages.test.ts: it serves a run as a page's worker would.

import { DataLoader, TensorDataset } from "@bernoulli/data";
import { serialize } from "@bernoulli/formats";
import { CrossEntropyLoss, Linear } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { getNumThreads, manualSeed, tensor } from "@bernoulli/tensor";
import { type RunContext, serveRun, Trainer } from "@bernoulli/trainer";

async function train({ epochs }: { epochs: number }, { report, signal }: RunContext<number>) {
  if (epochs < 0) throw new RangeError("no epochs");
  manualSeed(0);
  const dataset = new TensorDataset(tensor([[-2], [-1], [1], [2]]), tensor([0, 0, 1, 1], { dtype: "int32" }));
  const model = new Linear(1, 2);
  const trainer = new Trainer(model, {
    optimizer: new SGD(model.parameters(), { lr: 1 }),
    criterion: new CrossEntropyLoss(),
  });
  const callbacks = [{ onEpochEnd: ({ record }: { record: { live: { loss: number } } }) => report(record.live.loss) }];
  const history = await trainer.fit(new DataLoader(dataset, { batchSize: 2 }), { epochs, signal, callbacks });
  return { epochs: history.length, threads: getNumThreads(), weights: await serialize(model.stateDict()) };
}

export type Train = typeof train;
serveRun(train);
