// The summary of the reference net, by hand; and that making it changes nothing.
import { isGradEnabled, manualSeed, memoryStats, ones, rand, type Tensor } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import { Conv2d, Dropout, F, formatSummary, Linear, MaxPool2d, Module, Parameter, summary } from "./index.js";

class Net extends Module {
  conv1 = new Conv2d(3, 32, 3);
  conv2 = new Conv2d(32, 64, 3);
  conv3 = new Conv2d(64, 128, 3);
  pool = new MaxPool2d(2, 2);
  fc1 = new Linear(512, 512);
  fc2 = new Linear(512, 10);
  dropout = new Dropout(0.25);
  modes: boolean[] = [];
  forward(input: Tensor): Tensor {
    this.modes.push(this.training || this.dropout.training || isGradEnabled());
    rand(3);
    let x = this.pool(F.relu(this.conv1(input)));
    x = this.pool(F.relu(this.conv2(x)));
    x = this.pool(F.relu(this.conv3(x)));
    x = this.dropout(x.view(x.size(0), -1));
    x = this.dropout(F.relu(this.fc1(x)));
    return this.fc2(x);
  }
}

it("shows the reference net", () => {
  const result = summary(new Net(), [1, 3, 32, 32]);
  expect(result).toMatchObject({ model: "Net", totalParameters: 361_034, trainableParameters: 361_034 });
  // By hand: Σ out·H'·W'·in·9 over the convolutions, and in·out of the linear layers.
  expect(result.totalMacs).toBe(32 * 30 * 30 * 27 + 64 * 13 * 13 * 288 + 128 * 4 * 4 * 576 + 512 * 512 + 5120);
  expect(formatSummary(result)).toMatchInlineSnapshot(`
    "Net, input [1, 3, 32, 32]
    ---------------------------------------------------------
    Layer              Output shape     Parameters       MACs
    ---------------------------------------------------------
    conv1 (Conv2d)     [1, 32, 30, 30]         896    777,600
    pool (MaxPool2d)   [1, 32, 15, 15]           0          0
    conv2 (Conv2d)     [1, 64, 13, 13]      18,496  3,115,008
    pool (MaxPool2d)   [1, 64, 6, 6]             0          0
    conv3 (Conv2d)     [1, 128, 4, 4]       73,856  1,179,648
    pool (MaxPool2d)   [1, 128, 2, 2]            0          0
    dropout (Dropout)  [1, 512]                  0          0
    fc1 (Linear)       [1, 512]            262,656    262,144
    dropout (Dropout)  [1, 512]                  0          0
    fc2 (Linear)       [1, 10]               5,130      5,120
    ---------------------------------------------------------
    Total                                  361,034  5,339,520"
  `);
});

it("leaves modes, the random stream and the memory alone", () => {
  const net = new Net();
  net.pool.training = false;
  manualSeed(0);
  const expected = rand(3).toArray();
  manualSeed(0);
  const before = memoryStats();
  summary(net, [2, 3, 32, 32]);
  expect(memoryStats()).toEqual(before);
  expect(rand(3).toArray()).toEqual(expected);
  expect(net.modes).toEqual([false]);
  expect([net.training, net.pool.training, net.dropout.training]).toEqual([true, false, true]);
  expect(() => summary(net, [1, 2, 32, 32])).toThrow(/^in Net.conv1 \(Conv2d\): conv2d: /);
  expect([net.training, net.pool.training]).toEqual([true, false]);
});

it("counts shared and uncalled layers, and parameters of a module's own", () => {
  class Odd extends Module {
    fc = new Linear(2, 2);
    again = this.fc;
    unused = new Linear(2, 3).requiresGrad_(false);
    scale = [new Parameter(ones(4))];
    forward(x: Tensor): Tensor {
      return this.again(this.fc(x));
    }
  }
  const result = summary(new Odd(), [1, 2]);
  expect(result.rows.map(({ path, outputShape, parameters }) => [path, outputShape, parameters])).toEqual([
    ["fc", [1, 2], 6],
    ["fc", [1, 2], 0],
    ["", [1, 2], 4],
    ["unused", null, 9],
  ]);
  expect(result).toMatchObject({ totalParameters: 19, trainableParameters: 10, totalMacs: 8 });
  expect(formatSummary(result)).toMatchInlineSnapshot(`
    "Odd, input [1, 2]
    -----------------------------------------------
    Layer            Output shape  Parameters  MACs
    -----------------------------------------------
    fc (Linear)      [1, 2]                 6     4
    fc (Linear)      [1, 2]                 0     4
    Odd              [1, 2]                 4     0
    unused (Linear)  -                      9     0
    -----------------------------------------------
    Total                                  19     8
    Trainable parameters: 10"
  `);
});
