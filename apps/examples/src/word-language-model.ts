// An LSTM language model of words: main.py of pytorch/examples' word_language_model
// (https://github.com/pytorch/examples/tree/main/word_language_model) with --model LSTM --tied. Its state is carried on from batch to
// batch, detached; the step is SGD by hand.

import { F, manualSeed, multinomial, nn, noGrad, randint, type Tensor, tensor } from "bernoulli";
import { isMain, parseArguments } from "./program.js";
import { text } from "./text.js";

export const defaults = {
  seed: 1111,
  emsize: 64,
  nhid: 64,
  nlayers: 2,
  lr: 20,
  clip: 0.25,
  epochs: 12,
  batchSize: 4,
  bptt: 12,
  dropout: 0.2,
  logInterval: 5,
  words: 60,
};

class Dictionary {
  readonly word2idx = new Map<string, number>();
  readonly idx2word: string[] = [];

  addWord(word: string): number {
    if (!this.word2idx.has(word)) {
      this.idx2word.push(word);
      this.word2idx.set(word, this.idx2word.length - 1);
    }
    return this.word2idx.get(word)!;
  }
}

class Corpus {
  readonly dictionary = new Dictionary();
  readonly train: Tensor;
  readonly valid: Tensor;
  readonly test: Tensor;

  constructor(text: string) {
    const lines = text.toLowerCase().trimEnd().split("\n");
    for (const line of lines) this.wordsOf(line).map((word) => this.dictionary.addWord(word));
    this.train = this.tokenize(lines.slice(0, 7));
    this.valid = this.tokenize(lines.slice(7, 8));
    this.test = this.tokenize(lines.slice(8));
  }

  private wordsOf(line: string): string[] {
    return [...(line.match(/[a-z'-]+|[^a-z\s]/g) ?? []), "<eos>"];
  }

  private tokenize(lines: readonly string[]): Tensor {
    const ids = lines.flatMap((line) => this.wordsOf(line).map((word) => this.dictionary.word2idx.get(word)!));
    return tensor(ids, { dtype: "int32" });
  }
}

type Hidden = [h: Tensor, c: Tensor];

class RNNModel extends nn.Module {
  ntoken: number;
  nhid: number;
  nlayers: number;
  drop: nn.Dropout;
  encoder: nn.Embedding;
  rnn: nn.LSTM;
  decoder: nn.Linear;

  constructor(ntoken: number, ninp: number, nhid: number, nlayers: number, dropout = 0.5, tieWeights = false) {
    super();
    this.ntoken = ntoken;
    this.drop = new nn.Dropout(dropout);
    this.encoder = new nn.Embedding(ntoken, ninp);
    this.rnn = new nn.LSTM(ninp, nhid, nlayers, { dropout });
    this.decoder = new nn.Linear(nhid, ntoken);
    if (tieWeights) {
      if (nhid !== ninp) throw new Error("When using the tied flag, nhid must be equal to emsize");
      this.decoder.weight = this.encoder.weight;
    }
    this.initWeights();
    this.nhid = nhid;
    this.nlayers = nlayers;
  }

  initWeights(): void {
    const initrange = 0.1;
    nn.init.uniform_(this.encoder.weight, -initrange, initrange);
    nn.init.zeros_(this.decoder.bias!);
    nn.init.uniform_(this.decoder.weight, -initrange, initrange);
  }

  forward(input: Tensor, hidden: Hidden): [decoded: Tensor, hidden: Hidden] {
    const emb = this.drop(this.encoder(input));
    let [output, next] = this.rnn(emb, hidden);
    output = this.drop(output);
    const decoded = this.decoder(output).view(-1, this.ntoken);
    return [F.logSoftmax(decoded, 1), next];
  }

  initHidden(bsz: number): Hidden {
    const weight = this.encoder.weight;
    return [weight.newZeros(this.nlayers, bsz, this.nhid), weight.newZeros(this.nlayers, bsz, this.nhid)];
  }
}

export function main(given: Partial<typeof defaults> = {}) {
  const args = { ...defaults, ...given };
  const { seed, emsize, nhid, nlayers, clip, epochs, batchSize, bptt, dropout, logInterval, words } = args;
  let { lr } = args;
  manualSeed(seed);

  // Starting from sequential data, batchify arranges it into columns, each a text of its own.
  const batchify = (data: Tensor, bsz: number): Tensor => {
    const nbatch = Math.floor(data.size(0) / bsz);
    return data
      .narrow(0, 0, nbatch * bsz)
      .view(bsz, -1)
      .t()
      .contiguous();
  };

  const corpus = new Corpus(text);
  const evalBatchSize = 2;
  const trainData = batchify(corpus.train, batchSize);
  const valData = batchify(corpus.valid, evalBatchSize);
  const testData = batchify(corpus.test, evalBatchSize);

  const ntokens = corpus.dictionary.idx2word.length;
  const model = new RNNModel(ntokens, emsize, nhid, nlayers, dropout, true);
  const criterion = new nn.NLLLoss();

  /** The states in new tensors, detached from their history. */
  const repackageHidden = ([h, c]: Hidden): Hidden => [h.detach(), c.detach()];

  const getBatch = (source: Tensor, i: number): [data: Tensor, target: Tensor] => {
    const seqLen = Math.min(bptt, source.size(0) - 1 - i);
    return [source.at(`${i}:${i + seqLen}`), source.at(`${i + 1}:${i + 1 + seqLen}`).reshape(-1)];
  };

  function evaluate(dataSource: Tensor): number {
    model.eval();
    let totalLoss = 0;
    let hidden = model.initHidden(evalBatchSize);
    noGrad(() => {
      for (let i = 0; i < dataSource.size(0) - 1; i += bptt) {
        const [data, targets] = getBatch(dataSource, i);
        let output: Tensor;
        [output, hidden] = model(data, hidden);
        hidden = repackageHidden(hidden);
        totalLoss += data.size(0) * criterion(output, targets).item();
      }
    });
    return totalLoss / (dataSource.size(0) - 1);
  }

  const losses: number[] = [];
  function train(epoch: number): void {
    model.train();
    let totalLoss = 0;
    let hidden = model.initHidden(batchSize);
    for (let batch = 0, i = 0; i < trainData.size(0) - 1; batch++, i += bptt) {
      const [data, targets] = getBatch(trainData, i);
      model.zeroGrad();
      hidden = repackageHidden(hidden);
      let output: Tensor;
      [output, hidden] = model(data, hidden);
      const loss = criterion(output, targets);
      loss.backward();
      nn.utils.clipGradNorm_(model.parameters(), clip);
      for (const p of model.parameters()) p.data.add_(p.grad!, { alpha: -lr });
      losses.push(loss.item());
      totalLoss += loss.item();
      if (batch % logInterval === 0 && batch > 0) {
        const curLoss = totalLoss / logInterval;
        console.log(
          `| epoch ${epoch} | ${batch}/${Math.floor(trainData.size(0) / bptt)} batches | lr ${lr.toFixed(2)} | loss ${curLoss.toFixed(2)} | ppl ${Math.exp(curLoss).toFixed(2)}`,
        );
        totalLoss = 0;
      }
    }
  }

  let bestValLoss: number | null = null;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    train(epoch);
    const valLoss = evaluate(valData);
    console.log(
      `| end of epoch ${epoch} | valid loss ${valLoss.toFixed(2)} | valid ppl ${Math.exp(valLoss).toFixed(2)}`,
    );
    if (bestValLoss === null || valLoss < bestValLoss) bestValLoss = valLoss;
    // Anneal the learning rate if no improvement has been seen in the validation dataset.
    else lr /= 4;
  }

  const testLoss = evaluate(testData);
  console.log(`| End of training | test loss ${testLoss.toFixed(2)} | test ppl ${Math.exp(testLoss).toFixed(2)}`);

  // generate.py: writes on from a random word.
  model.eval();
  let hidden = model.initHidden(1);
  const input = randint(ntokens, [1, 1]);
  const written: string[] = [];
  noGrad(() => {
    for (let i = 0; i < words; i++) {
      let output: Tensor;
      [output, hidden] = model(input, hidden);
      const wordWeights = output.squeeze().div(1).exp();
      const wordIdx = multinomial(wordWeights, 1).at(0);
      input.fill_(wordIdx.item());
      written.push(corpus.dictionary.idx2word[wordIdx.item()]!);
    }
  });
  const sample = written.join(" ").replaceAll("<eos>", "\n");
  console.log(sample);
  return { losses, testLoss, sample };
}

if (isMain("word-language-model.ts")) main(parseArguments(defaults));
