// Graph convolution: pygcn's train.py, layers.py and models.py (https://github.com/tkipf/pygcn), with a dense adjacency, on Zachary's
// karate club: of 34 people four are labelled, one of each community.

import { eye, F, manualSeed, mm, nn, noGrad, optim, scope, type Tensor, tensor, zeros } from "bernoulli";
import { adjacency, labels as communities } from "./karate-club.js";
import { isMain, parseArguments } from "./program.js";

class GraphConvolution extends nn.Module {
  weight: nn.Parameter;
  bias: nn.Parameter | null;

  constructor(inFeatures: number, outFeatures: number, { bias = true } = {}) {
    super();
    this.weight = new nn.Parameter(zeros(inFeatures, outFeatures));
    this.bias = bias ? new nn.Parameter(zeros(outFeatures)) : null;
    this.resetParameters();
  }

  resetParameters(): void {
    const stdv = 1 / Math.sqrt(this.weight.size(1));
    this.weight.data.uniform_(-stdv, stdv);
    this.bias?.data.uniform_(-stdv, stdv);
  }

  forward(input: Tensor, adj: Tensor): Tensor {
    const support = mm(input, this.weight);
    const output = mm(adj, support);
    return this.bias !== null ? output.add(this.bias) : output;
  }
}

class GCN extends nn.Module {
  gc1: GraphConvolution;
  gc2: GraphConvolution;
  dropout: number;

  constructor(nfeat: number, nhid: number, nclass: number, dropout: number) {
    super();
    this.gc1 = new GraphConvolution(nfeat, nhid);
    this.gc2 = new GraphConvolution(nhid, nclass);
    this.dropout = dropout;
  }

  forward(x: Tensor, adj: Tensor): Tensor {
    x = F.relu(this.gc1(x, adj));
    x = F.dropout(x, { p: this.dropout, training: this.training });
    x = this.gc2(x, adj);
    return F.logSoftmax(x, 1);
  }
}

export const defaults = { seed: 42, epochs: 200, lr: 0.01, weightDecay: 5e-4, hidden: 16, dropout: 0.5 };

export function main(given: Partial<typeof defaults> = {}) {
  const args = { ...defaults, ...given };
  manualSeed(args.seed);

  // Load data.
  const normalize = (mx: Tensor) => mx.div(mx.sum(1, { keepdim: true }));
  const features = eye(34);
  const adj = normalize(tensor(adjacency()).add(eye(34)));
  const labels = tensor(communities, { dtype: "int32" });
  const first = [0, 1, 2, 3].map((label) => communities.indexOf(label));
  const rest = communities.map((_, index) => index).filter((index) => !first.includes(index));
  const idxTrain = tensor(first, { dtype: "int32" });
  const idxVal = tensor(rest.slice(0, 10), { dtype: "int32" });
  const idxTest = tensor(rest.slice(10), { dtype: "int32" });

  const accuracy = (output: Tensor, labels: Tensor): number => {
    const preds = output.max(1).indices.typeAs(labels);
    return preds.eq(labels).double().sum().item() / labels.size(0);
  };

  // Model and optimizer.
  const model = new GCN(features.shape[1]!, args.hidden, labels.max().item() + 1, args.dropout);
  const optimizer = new optim.Adam(model.parameters(), { lr: args.lr, weightDecay: args.weightDecay });

  const losses: number[] = [];
  function train(epoch: number): void {
    model.train();
    optimizer.zeroGrad();
    let output = model(features, adj);
    const lossTrain = F.nllLoss(output.at(idxTrain), labels.at(idxTrain));
    const accTrain = accuracy(output.at(idxTrain), labels.at(idxTrain));
    lossTrain.backward();
    optimizer.step();
    losses.push(lossTrain.item());

    // Evaluate validation set performance separately, deactivates dropout during validation run.
    model.eval();
    output = noGrad(() => model(features, adj));
    const lossVal = F.nllLoss(output.at(idxVal), labels.at(idxVal));
    const accVal = accuracy(output.at(idxVal), labels.at(idxVal));
    console.log(
      `Epoch: ${String(epoch + 1).padStart(4, "0")} loss_train: ${lossTrain.item().toFixed(4)} acc_train: ${accTrain.toFixed(4)} ` +
        `loss_val: ${lossVal.item().toFixed(4)} acc_val: ${accVal.toFixed(4)}`,
    );
  }

  for (let epoch = 0; epoch < args.epochs; epoch++) scope(() => train(epoch));
  console.log("Optimization Finished!");

  // Testing.
  model.eval();
  const output = model(features, adj);
  const lossTest = F.nllLoss(output.at(idxTest), labels.at(idxTest)).item();
  const accTest = accuracy(output.at(idxTest), labels.at(idxTest));
  console.log(`Test set results: loss= ${lossTest.toFixed(4)} accuracy= ${accTest.toFixed(4)}`);
  return { losses, lossTest, accTest };
}

if (isMain("gcn.ts")) main(parseArguments(defaults));
