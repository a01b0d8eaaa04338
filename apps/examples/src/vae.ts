// Basic VAE example: pytorch/examples' vae/main.py. Digits from twenty numbers each, by the reparameterisation trick. Run by
// `pnpm script apps/examples/src/vae.ts`; with `--results DIR` it writes there what the original writes to results/.

import { makeDirectory, saveImage } from "@bernoulli/data/node";
import {
  cat,
  cuda,
  type DeviceName,
  data,
  exp,
  F,
  manualSeed,
  nn,
  noGrad,
  optim,
  randn,
  randnLike,
  sigmoid,
  sum,
  type Tensor,
} from "bernoulli";
import { digits, type Samples } from "./digits.js";
import { enumerate, isMain, parseArguments } from "./program.js";

class VAE extends nn.Module {
  fc1 = new nn.Linear(784, 400);
  fc21 = new nn.Linear(400, 20);
  fc22 = new nn.Linear(400, 20);
  fc3 = new nn.Linear(20, 400);
  fc4 = new nn.Linear(400, 784);

  encode(x: Tensor): [Tensor, Tensor] {
    const h1 = F.relu(this.fc1(x));
    return [this.fc21(h1), this.fc22(h1)];
  }

  reparameterize(mu: Tensor, logvar: Tensor): Tensor {
    const std = exp(logvar.mul(0.5));
    const eps = randnLike(std);
    return mu.add(eps.mul(std));
  }

  decode(z: Tensor): Tensor {
    const h3 = F.relu(this.fc3(z));
    return sigmoid(this.fc4(h3));
  }

  forward(x: Tensor): [Tensor, Tensor, Tensor] {
    const [mu, logvar] = this.encode(x.view(-1, 784));
    const z = this.reparameterize(mu, logvar);
    return [this.decode(z), mu, logvar];
  }
}

/** Reconstruction + KL divergence losses summed over all elements and batch. */
function lossFunction(reconX: Tensor, x: Tensor, mu: Tensor, logvar: Tensor): Tensor {
  const BCE = F.binaryCrossEntropy(reconX, x.view(-1, 784), { reduction: "sum" });

  // see Appendix B from VAE paper:
  // Kingma and Welling. Auto-Encoding Variational Bayes. ICLR, 2014
  // https://arxiv.org/abs/1312.6114
  // 0.5 * sum(1 + log(sigma^2) - mu^2 - sigma^2)
  const KLD = sum(logvar.add(1).sub(mu.pow(2)).sub(logvar.exp())).mul(-0.5);

  return BCE.add(KLD);
}

export const defaults = {
  batchSize: 128,
  epochs: 5,
  seed: 1,
  logInterval: 10,
  results: "",
  data: "",
  samples: 6400,
  testSamples: 1000,
};

export function main(
  args: typeof defaults,
  [trainDataset, testDataset]: readonly [Samples, Samples] = digits(args, false),
) {
  manualSeed(args.seed);
  const device: DeviceName = cuda.isAvailable() ? "cuda" : "cpu";
  const trainLoader = new data.DataLoader(trainDataset, { batchSize: args.batchSize, shuffle: true });
  const testLoader = new data.DataLoader(testDataset, { batchSize: args.batchSize, shuffle: false });
  if (args.results !== "") makeDirectory(args.results);

  const model = new VAE().to(device);
  const optimizer = new optim.Adam(model.parameters(), { lr: 1e-3 });

  function train(epoch: number) {
    model.train();
    let trainLoss = 0;
    for (let [batchIdx, [data]] of enumerate(trainLoader)) {
      data = data.to(device);
      optimizer.zeroGrad();
      const [reconBatch, mu, logvar] = model(data);
      const loss = lossFunction(reconBatch, data, mu, logvar);
      loss.backward();
      trainLoss += loss.item();
      optimizer.step();
      if (batchIdx % args.logInterval === 0) {
        const done = batchIdx * data.size(0);
        const percent = (100 * batchIdx) / trainLoader.length;
        console.log(
          `Train Epoch: ${epoch} [${done}/${trainDataset.length} (${percent.toFixed(0)}%)]\tLoss: ${(loss.item() / data.size(0)).toFixed(6)}`,
        );
      }
    }
    console.log(`====> Epoch: ${epoch} Average loss: ${(trainLoss / trainDataset.length).toFixed(4)}`);
  }

  function test(epoch: number) {
    model.eval();
    let testLoss = 0;
    noGrad(() => {
      for (let [i, [data]] of enumerate(testLoader)) {
        data = data.to(device);
        const [reconBatch, mu, logvar] = model(data);
        testLoss += lossFunction(reconBatch, data, mu, logvar).item();
        if (i === 0 && args.results !== "") {
          const n = Math.min(data.size(0), 8);
          const comparison = cat([data.at(`:${n}`), reconBatch.view(-1, 1, 28, 28).at(`:${n}`)]);
          saveImage(comparison.cpu(), `${args.results}/reconstruction_${epoch}.png`, { nrow: n });
        }
      }
    });
    testLoss /= testDataset.length;
    console.log(`====> Test set loss: ${testLoss.toFixed(4)}`);
  }

  for (let epoch = 1; epoch < args.epochs + 1; epoch++) {
    train(epoch);
    test(epoch);
    noGrad(() => {
      let sample = randn(64, 20).to(device);
      sample = model.decode(sample).cpu();
      if (args.results !== "") saveImage(sample.view(64, 1, 28, 28), `${args.results}/sample_${epoch}.png`);
    });
  }
}

if (isMain("vae.ts")) main(parseArguments(defaults));
