"""What six of the programs of apps/examples compute in PyTorch: their originals, with the settings of the case.

A case: {name: the program, options: as `main` there takes them, losses: of its first ten steps, and what else the program gives}. The
draws are the same, data included: texts and the graph are read from the programs' files.
"""

import math
import re
from pathlib import Path

import torch
from torch import nn, optim
from torch.distributions import Categorical
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

from families.models import GPT

seed = 0
sources = Path(__file__).parents[3] / "apps/examples/src"


def text():
    return (sources / "text.ts").read_text().split("`")[1]


def write(fixtures):
    for name, program in programs.items():
        options, run = program
        torch.manual_seed(options["seed"])
        result = run(**options)
        fixtures.case(name, options=options, **{**result, "losses": result["losses"][:10]}, nextRandom=torch.rand(1).item())


def char_gpt(seed, batchSize, blockSize, nLayer, nHead, nEmbd, dropout, learningRate, minLr, warmupIters, maxIters, weightDecay, gradClip, evalInterval, evalIters, maxNewTokens):
    chars = sorted(set(text()))
    data = torch.tensor([chars.index(c) for c in text()])
    n = int(0.9 * len(data))
    splits = {"train": data[:n], "val": data[n:]}

    def get_batch(split):
        data = splits[split]
        ix = torch.randint(len(data) - blockSize, (batchSize,))
        return torch.stack([data[i : i + blockSize] for i in ix]), torch.stack([data[i + 1 : i + 1 + blockSize] for i in ix])

    model = GPT(len(chars), blockSize, nLayer, nHead, nEmbd, dropout, False)
    params = list(model.parameters())
    groups = [
        {"params": [p for p in params if p.dim() >= 2], "weight_decay": weightDecay},
        {"params": [p for p in params if p.dim() < 2], "weight_decay": 0.0},
    ]
    optimizer = optim.AdamW(groups, lr=learningRate, betas=(0.9, 0.95))

    def get_lr(it):
        if it < warmupIters:
            return learningRate * (it + 1) / (warmupIters + 1)
        coeff = 0.5 * (1 + math.cos(math.pi * (it - warmupIters) / (maxIters - warmupIters)))
        return minLr + coeff * (learningRate - minLr)

    def loss_of(x, y):
        logits = model(x)
        return F.cross_entropy(logits.view(-1, logits.size(-1)), y.view(-1))

    losses = []
    for it in range(maxIters):
        for group in optimizer.param_groups:
            group["lr"] = get_lr(it)
        if it % evalInterval == 0:
            model.eval()
            with torch.no_grad():
                for split in splits:
                    for _ in range(evalIters):
                        loss_of(*get_batch(split))
            model.train()
        loss = loss_of(*get_batch("train"))
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), gradClip)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())

    model.eval()
    written = torch.tensor([[chars.index(c) for c in "Alice "]])
    with torch.no_grad():
        for _ in range(maxNewTokens):
            logits = model(written[:, -blockSize:])[:, -1, :] / 0.8
            v, _ = torch.topk(logits, min(20, logits.size(-1)))
            logits[logits < v[:, [-1]]] = -float("inf")
            written = torch.cat((written, torch.multinomial(F.softmax(logits, dim=-1), 1)), dim=1)
    return {"losses": losses, "sample": "".join(chars[i] for i in written[0])}


class RNNModel(nn.Module):
    def __init__(self, ntoken, ninp, nhid, nlayers, dropout):
        super().__init__()
        self.ntoken, self.nhid, self.nlayers = ntoken, nhid, nlayers
        self.drop = nn.Dropout(dropout)
        self.encoder = nn.Embedding(ntoken, ninp)
        self.rnn = nn.LSTM(ninp, nhid, nlayers, dropout=dropout)
        self.decoder = nn.Linear(nhid, ntoken)
        self.decoder.weight = self.encoder.weight
        nn.init.uniform_(self.encoder.weight, -0.1, 0.1)
        nn.init.zeros_(self.decoder.bias)
        nn.init.uniform_(self.decoder.weight, -0.1, 0.1)

    def forward(self, input, hidden):
        output, hidden = self.rnn(self.drop(self.encoder(input)), hidden)
        return F.log_softmax(self.decoder(self.drop(output)).view(-1, self.ntoken), dim=1), hidden

    def init_hidden(self, bsz):
        weight = next(self.parameters())
        return weight.new_zeros(self.nlayers, bsz, self.nhid), weight.new_zeros(self.nlayers, bsz, self.nhid)


def word_language_model(seed, emsize, nhid, nlayers, lr, clip, epochs, batchSize, bptt, dropout, logInterval, words):
    lines = [re.findall(r"[a-z'-]+|[^a-z\s]", line) + ["<eos>"] for line in text().lower().rstrip().split("\n")]
    vocabulary = list(dict.fromkeys(word for line in lines for word in line))

    def batchify(lines, bsz):
        data = torch.tensor([vocabulary.index(word) for line in lines for word in line])
        nbatch = data.size(0) // bsz
        return data.narrow(0, 0, nbatch * bsz).view(bsz, -1).t().contiguous()

    train_data, val_data, test_data = batchify(lines[:7], batchSize), batchify(lines[7:8], 2), batchify(lines[8:], 2)
    model = RNNModel(len(vocabulary), emsize, nhid, nlayers, dropout)
    criterion = nn.NLLLoss()

    def get_batch(source, i):
        length = min(bptt, len(source) - 1 - i)
        return source[i : i + length], source[i + 1 : i + 1 + length].view(-1)

    def evaluate(source):
        model.eval()
        total, hidden = 0.0, model.init_hidden(2)
        with torch.no_grad():
            for i in range(0, source.size(0) - 1, bptt):
                data, targets = get_batch(source, i)
                output, hidden = model(data, hidden)
                total += len(data) * criterion(output, targets).item()
        return total / (len(source) - 1)

    losses, best = [], None
    for _ in range(epochs):
        model.train()
        hidden = model.init_hidden(batchSize)
        for i in range(0, train_data.size(0) - 1, bptt):
            data, targets = get_batch(train_data, i)
            model.zero_grad()
            hidden = tuple(h.detach() for h in hidden)
            output, hidden = model(data, hidden)
            loss = criterion(output, targets)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), clip)
            for p in model.parameters():
                p.data.add_(p.grad, alpha=-lr)
            losses.append(loss.item())
        val_loss = evaluate(val_data)
        if best is None or val_loss < best:
            best = val_loss
        else:
            lr /= 4.0
    test_loss = evaluate(test_data)

    model.eval()
    hidden = model.init_hidden(1)
    input = torch.randint(len(vocabulary), (1, 1), dtype=torch.long)
    written = []
    with torch.no_grad():
        for _ in range(words):
            output, hidden = model(input, hidden)
            index = torch.multinomial(output.squeeze().div(1.0).exp(), 1)[0]
            input.fill_(index)
            written.append(vocabulary[index])
    return {"losses": losses, "testLoss": test_loss, "sample": " ".join(written).replace("<eos>", "\n")}


class SkipGramModel(nn.Module):
    def __init__(self, size, dimension):
        super().__init__()
        self.u_embeddings = nn.Embedding(size, dimension)
        self.v_embeddings = nn.Embedding(size, dimension)
        nn.init.uniform_(self.u_embeddings.weight.data, -1 / dimension, 1 / dimension)
        nn.init.constant_(self.v_embeddings.weight.data, 0)

    def forward(self, pos_u, pos_v, neg_v):
        emb_u, emb_v, emb_neg_v = self.u_embeddings(pos_u), self.v_embeddings(pos_v), self.v_embeddings(neg_v)
        score = torch.clamp(torch.sum(torch.mul(emb_u, emb_v), dim=1), max=10, min=-10)
        neg_score = torch.clamp(torch.bmm(emb_neg_v, emb_u.unsqueeze(2)).squeeze(2), max=10, min=-10)
        return torch.mean(-F.logsigmoid(score) - torch.sum(F.logsigmoid(-neg_score), dim=1))


def word2vec(seed, embDimension, batchSize, windowSize, negatives, iterations, initialLr):
    words = re.findall(r"[a-z'-]+", text().lower())
    id2word = list(dict.fromkeys(words))
    ids = [id2word.index(word) for word in words]
    pairs = [
        (ids[i], ids[j])
        for i in range(len(ids))
        for j in range(max(i - windowSize, 0), min(i + windowSize + 1, len(ids)))
        if j != i
    ]
    dataset = TensorDataset(torch.tensor([u for u, _ in pairs]), torch.tensor([v for _, v in pairs]))
    loader = DataLoader(dataset, batch_size=batchSize, shuffle=True)
    frequencies = torch.tensor([float(ids.count(i)) for i in range(len(id2word))]).pow(0.75)
    model = SkipGramModel(len(id2word), embDimension)
    optimizer = optim.Adam(model.parameters(), lr=initialLr)
    scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, len(loader) * iterations)
    losses = []
    for _ in range(iterations):
        for pos_u, pos_v in loader:
            neg_v = torch.multinomial(frequencies, len(pos_u) * negatives, replacement=True).view(len(pos_u), negatives)
            optimizer.zero_grad()
            loss = model(pos_u, pos_v, neg_v)
            loss.backward()
            optimizer.step()
            scheduler.step()
            losses.append(loss.item())
    return {"losses": losses, "last": losses[-1]}


class CartPole:
    def reset(self):
        self.state = torch.empty(4).uniform_(-0.05, 0.05).tolist()
        self.steps = 0
        return self.state

    def step(self, action):
        x, x_dot, theta, theta_dot = self.state
        force = 10.0 if action == 1 else -10.0
        cos, sin = math.cos(theta), math.sin(theta)
        temp = (force + 0.1 * 0.5 * (theta_dot * theta_dot) * sin) / 1.1
        theta_acc = (9.8 * sin - cos * temp) / (0.5 * (4.0 / 3.0 - 0.1 * (cos * cos) / 1.1))
        x_acc = temp - 0.1 * 0.5 * theta_acc * cos / 1.1
        self.state = [x + 0.02 * x_dot, x_dot + 0.02 * x_acc, theta + 0.02 * theta_dot, theta_dot + 0.02 * theta_acc]
        self.steps += 1
        fell = abs(self.state[0]) > 2.4 or abs(self.state[2]) > 12 * 2 * math.pi / 360
        return self.state, 1.0, fell or self.steps >= 500


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.affine1 = nn.Linear(4, 128)
        self.dropout = nn.Dropout(p=0.6)
        self.affine2 = nn.Linear(128, 2)

    def forward(self, x):
        return F.softmax(self.affine2(F.relu(self.dropout(self.affine1(x)))), dim=1)


def reinforce(seed, gamma, logInterval, rewardThreshold, maxEpisodes):
    env, policy = CartPole(), Policy()
    optimizer = optim.Adam(policy.parameters(), lr=1e-2)
    running, losses = 10, []
    for _ in range(maxEpisodes):
        state, log_probs, rewards, done = env.reset(), [], [], False
        while not done:
            m = Categorical(policy(torch.tensor(state).float().unsqueeze(0)))
            action = m.sample()
            log_probs.append(m.log_prob(action))
            state, reward, done = env.step(action.item())
            rewards.append(reward)
        running = 0.05 * sum(rewards) + (1 - 0.05) * running
        R, returns = 0, []
        for r in rewards[::-1]:
            R = r + gamma * R
            returns.insert(0, R)
        returns = torch.tensor(returns)
        returns = (returns - returns.mean()) / (returns.std() + torch.finfo(torch.float32).eps)
        optimizer.zero_grad()
        loss = torch.cat([-log_prob * R for log_prob, R in zip(log_probs, returns)]).sum()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return {"losses": losses, "runningReward": running}


class Sequence(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.lstm1 = nn.LSTMCell(1, hidden)
        self.lstm2 = nn.LSTMCell(hidden, hidden)
        self.linear = nn.Linear(hidden, 1)

    def forward(self, input, future=0):
        outputs = []
        h_t, c_t, h_t2, c_t2 = (torch.zeros(input.size(0), self.lstm1.hidden_size, dtype=torch.double) for _ in range(4))
        for input_t in input.split(1, dim=1):
            h_t, c_t = self.lstm1(input_t, (h_t, c_t))
            h_t2, c_t2 = self.lstm2(h_t, (h_t2, c_t2))
            output = self.linear(h_t2)
            outputs += [output]
        for _ in range(future):
            h_t, c_t = self.lstm1(output, (h_t, c_t))
            h_t2, c_t2 = self.lstm2(h_t, (h_t2, c_t2))
            output = self.linear(h_t2)
            outputs += [output]
        return torch.cat(outputs, dim=1)


def time_sequence(seed, steps, hidden, waves, length, period, future):
    starts = torch.randint(-4 * period, 4 * period, (waves, 1)).double()
    data = ((torch.arange(length, dtype=torch.double) + starts) / period).sin()
    input, target, test_input, test_target = data[3:, :-1], data[3:, 1:], data[:3, :-1], data[:3, 1:]
    seq = Sequence(hidden).double()
    criterion = nn.MSELoss()
    optimizer = optim.LBFGS(seq.parameters(), lr=0.8)
    losses, test_losses = [], []
    for _ in range(steps):

        def closure():
            optimizer.zero_grad()
            loss = criterion(seq(input), target)
            losses.append(loss.item())
            loss.backward()
            return loss

        optimizer.step(closure)
        with torch.no_grad():
            pred = seq(test_input, future=future)
            test_losses.append(criterion(pred[:, :-future], test_target).item())
    return {"losses": losses, "testLosses": test_losses, "prediction": pred[0, -future:].tolist()}


class GraphConvolution(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(in_features, out_features))
        self.bias = nn.Parameter(torch.zeros(out_features))
        stdv = 1.0 / math.sqrt(self.weight.size(1))
        self.weight.data.uniform_(-stdv, stdv)
        self.bias.data.uniform_(-stdv, stdv)

    def forward(self, input, adj):
        return torch.mm(adj, torch.mm(input, self.weight)) + self.bias


class GCN(nn.Module):
    def __init__(self, nfeat, nhid, nclass, dropout):
        super().__init__()
        self.gc1 = GraphConvolution(nfeat, nhid)
        self.gc2 = GraphConvolution(nhid, nclass)
        self.dropout = dropout

    def forward(self, x, adj):
        x = F.relu(self.gc1(x, adj))
        x = F.dropout(x, self.dropout, training=self.training)
        return F.log_softmax(self.gc2(x, adj), dim=1)


def gcn(seed, epochs, lr, weightDecay, hidden, dropout):
    def numbers(text):
        return [int(number) for number in re.findall(r"\d+", text)]

    source = (sources / "karate-club.ts").read_text()
    meetings = [numbers(row) for row in re.findall(r"\[([\d, ]*)\]", source.split("= [")[1].split("\n];")[0])]
    labels = torch.tensor(numbers(source.split("= [")[2].split("]")[0]))
    adj = torch.eye(34)
    for a, others in enumerate(meetings):
        for b in others:
            adj[a, b] = adj[b, a] = 1
    adj = adj / adj.sum(1, keepdim=True)
    features = torch.eye(34)
    first = [labels.tolist().index(label) for label in range(4)]
    rest = [index for index in range(34) if index not in first]
    idx_train, idx_test = torch.tensor(first), torch.tensor(rest[10:])
    model = GCN(34, hidden, 4, dropout)
    optimizer = optim.Adam(model.parameters(), lr=lr, weight_decay=weightDecay)
    losses = []
    for _ in range(epochs):
        model.train()
        optimizer.zero_grad()
        loss = F.nll_loss(model(features, adj)[idx_train], labels[idx_train])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    model.eval()
    output = model(features, adj)[idx_test]
    loss_test = F.nll_loss(output, labels[idx_test]).item()
    return {"losses": losses, "lossTest": loss_test, "accTest": (output.max(1)[1] == labels[idx_test]).double().mean().item()}


programs = {
    "char-gpt": (
        dict(seed=1337, batchSize=4, blockSize=16, nLayer=2, nHead=2, nEmbd=32, dropout=0.2, learningRate=3e-3, minLr=3e-4, warmupIters=3, maxIters=10)
        | dict(weightDecay=0.1, gradClip=1.0, evalInterval=5, evalIters=2, maxNewTokens=20),
        char_gpt,
    ),
    "word-language-model": (
        dict(seed=1111, emsize=24, nhid=24, nlayers=2, lr=20.0, clip=0.25, epochs=1, batchSize=4, bptt=12, dropout=0.2, logInterval=5, words=10),
        word_language_model,
    ),
    "word2vec": (dict(seed=1, embDimension=16, batchSize=256, windowSize=2, negatives=5, iterations=1, initialLr=0.01), word2vec),
    "reinforce": (dict(seed=543, gamma=0.99, logInterval=5, rewardThreshold=475, maxEpisodes=10), reinforce),
    "time-sequence": (dict(seed=0, steps=1, hidden=8, waves=6, length=12, period=4, future=5), time_sequence),
    "gcn": (dict(seed=42, epochs=30, lr=0.01, weightDecay=5e-4, hidden=16, dropout=0.5), gcn),
}
