// A forecaster of sine waves: train.py of pytorch/examples' time_sequence_prediction
// (https://github.com/pytorch/examples/tree/main/time_sequence_prediction): two LSTM cells, LBFGS, in float64.

import { arange, cat, manualSeed, nn, noGrad, optim, randint, type Tensor, zeros } from "bernoulli";
import { isMain, parseArguments } from "./program.js";

class Sequence extends nn.Module {
  lstm1: nn.LSTMCell;
  lstm2: nn.LSTMCell;
  linear: nn.Linear;

  constructor(hidden: number) {
    super();
    this.lstm1 = new nn.LSTMCell(1, hidden);
    this.lstm2 = new nn.LSTMCell(hidden, hidden);
    this.linear = new nn.Linear(hidden, 1);
  }

  forward(input: Tensor, future = 0): Tensor {
    const outputs: Tensor[] = [];
    const hidden = this.lstm1.hiddenSize;
    let hT = zeros(input.size(0), hidden, { dtype: "float64" });
    let cT = zeros(input.size(0), hidden, { dtype: "float64" });
    let hT2 = zeros(input.size(0), hidden, { dtype: "float64" });
    let cT2 = zeros(input.size(0), hidden, { dtype: "float64" });
    let output!: Tensor;

    for (const inputT of input.split(1, 1)) {
      [hT, cT] = this.lstm1(inputT, [hT, cT]);
      [hT2, cT2] = this.lstm2(hT, [hT2, cT2]);
      output = this.linear(hT2);
      outputs.push(output);
    }
    // If we should predict the future.
    for (let i = 0; i < future; i++) {
      [hT, cT] = this.lstm1(output, [hT, cT]);
      [hT2, cT2] = this.lstm2(hT, [hT2, cT2]);
      output = this.linear(hT2);
      outputs.push(output);
    }
    return cat(outputs, 1);
  }
}

export const defaults = { seed: 0, steps: 2, hidden: 16, waves: 8, length: 32, period: 4, future: 16 };

export function main(given: Partial<typeof defaults> = {}) {
  const args = { ...defaults, ...given };
  manualSeed(args.seed);

  // generate_sine_wave.py: waves of one period that begin anywhere.
  const { waves, length, period, future } = args;
  const starts = randint(-4 * period, 4 * period, [waves, 1]).double();
  const data = arange(length, { dtype: "float64" }).add(starts).div(period).sin();
  const input = data.at("3:", ":-1");
  const target = data.at("3:", "1:");
  const testInput = data.at(":3", ":-1");
  const testTarget = data.at(":3", "1:");

  const seq = new Sequence(args.hidden);
  seq.double();
  const criterion = new nn.MSELoss();
  // LBFGS, since all data fits into one batch.
  const optimizer = new optim.LBFGS(seq.parameters(), { lr: 0.8 });

  const losses: number[] = [];
  const testLosses: number[] = [];
  let prediction: number[] = [];
  for (let i = 0; i < args.steps; i++) {
    console.log("STEP: ", i);
    const closure = () => {
      optimizer.zeroGrad();
      const out = seq(input);
      const loss = criterion(out, target);
      console.log("loss:", loss.item());
      losses.push(loss.item());
      loss.backward();
      return loss;
    };
    optimizer.step(closure);
    // Begin to predict, no need to track gradients here.
    noGrad(() => {
      const pred = seq(testInput, future);
      const loss = criterion(pred.at(":", `:${-future}`), testTarget);
      console.log("test loss:", loss.item());
      testLosses.push(loss.item());
      prediction = pred.at(0, `${-future}:`).toArray() as number[];
    });
  }
  console.log("predicted:", prediction.map((value) => value.toFixed(2)).join(" "));
  return { losses, testLosses, prediction };
}

if (isMain("time-sequence.ts")) main(parseArguments(defaults));
