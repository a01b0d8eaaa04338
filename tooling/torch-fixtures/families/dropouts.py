"""Kinds of dropout that PyTorch has not: torchvision's, timm's and PyTorch Geometric's own code, and the papers' formulas written out with PyTorch's draws.

A case: {name, kind, options, seed, inputs, output, gradients: of (output · weights).sum() by the float inputs, weights: drawn with the seed
+ 1, nextRandom: the draw behind the call}. What a kind is given besides its options is inputs.
"""

import math

import torch
import torch.nn.functional as F
from timm.layers import DropPath, PatchDropout
from torch_geometric.utils import dropout_edge, dropout_node
from torchvision.ops import drop_block2d, drop_block3d, stochastic_depth

seed = 0


def kept(shape, keep, like):
    return torch.empty(shape, dtype=like.dtype).bernoulli_(keep)


def shared(x, p, noiseShape):
    shape = [size if given is None else given for given, size in zip(noiseShape, x.shape)]
    return x * (kept(shape, 1 - p, x) / (1 - p))


def gaussian_dropout(x, p):
    return x * (1 + math.sqrt(p / (1 - p)) * torch.randn_like(x))


def gaussian_noise(x, std):
    return x + std * torch.randn_like(x)


def drop_path(x, p, scaleByKeep):
    return DropPath(p, scaleByKeep).train()(x)


def patch_dropout(x, p, numPrefixTokens, ordered):
    return PatchDropout(p, numPrefixTokens, ordered).train()(x)


def cutout(x, holes, length):
    """The authors' loop, with PyTorch's draws."""
    count, _, height, width = x.shape
    ys, xs = torch.randint(height, (count, holes)), torch.randint(width, (count, holes))
    mask = torch.ones(count, 1, height, width, dtype=x.dtype)
    for at in range(count):
        for hole in range(holes):
            y, z = ys[at, hole].item(), xs[at, hole].item()
            mask[at, :, max(0, y - length // 2) : min(height, y + length // 2), max(0, z - length // 2) : min(width, z + length // 2)] = 0
    return x * mask


def targeted_weight(w, target, p):
    rows = w.flatten(1)
    count = int(math.floor(target * rows.size(1)))
    draws = torch.rand(rows.shape)
    mask = torch.zeros_like(rows)
    for unit in range(rows.size(0)):
        least = sorted(range(rows.size(1)), key=lambda at: abs(rows[unit, at].item()))[:count]
        for at in least:
            if draws[unit, at] < p:
                mask[unit, at] = 1
    return (rows * (1 - mask)).view_as(w)


def targeted_unit(w, target, p):
    rows = w.flatten(1)
    count = int(math.floor(target * rows.size(0)))
    norms = rows.norm(dim=1)
    least = sorted(range(rows.size(0)), key=lambda at: norms[at].item())[:count]
    draws = torch.rand(1, rows.size(0))
    mask = torch.zeros(rows.size(0), 1, dtype=w.dtype)
    for at in least:
        if draws[0, at] < p:
            mask[at] = 1
    return (rows * (1 - mask)).view_as(w)


def mixout(w, target, p):
    """As the authors' code has it."""
    noise = kept(w.shape, 1 - p, w)
    return ((1 - noise) * target + noise * w - p * target) / (1 - p)


def locked(x, p, batchFirst):
    shape = (x.size(0), 1, x.size(2)) if batchFirst else (1, x.size(1), x.size(2))
    return kept(shape, 1 - p, x) / (1 - p) * x


def embedded(w, words, p):
    mask = kept((w.size(0), 1), 1 - p, w).expand_as(w) / (1 - p)
    return F.embedding(words, mask * w)


class Shake(torch.autograd.Function):
    """Yamada's, where forward and backward differ by construction."""

    @staticmethod
    def forward(ctx, x, b, alpha, beta):
        ctx.save_for_backward(b, beta)
        return (b + alpha - b * alpha) * x

    @staticmethod
    def backward(ctx, grad):
        b, beta = ctx.saved_tensors
        return (b + beta - b * beta) * grad, None, None, None


def shake_drop(x, p):
    shape = [x.size(0)] + [1] * (x.dim() - 1)
    b = kept(shape, 1 - p, x)
    alpha = torch.empty(shape, dtype=x.dtype).uniform_(-1, 1)
    beta = torch.empty(shape, dtype=x.dtype).uniform_(0, 1)
    return Shake.apply(x, b, alpha, beta)


def standout(x, w, bias, alpha, beta):
    belief = torch.sigmoid(alpha * F.linear(x, w) + beta).detach()
    return F.linear(x, w, bias) * torch.bernoulli(belief)


def multi_sample(x, w, bias, samples, p):
    return sum(F.linear(F.dropout(x, p), w, bias) for _ in range(samples)) / samples


def r_drop(first, second, target, alpha):
    """The authors' loss, with their batch means."""
    entropy = 0.5 * (F.cross_entropy(first, target) + F.cross_entropy(second, target))
    forth = F.kl_div(F.log_softmax(first, -1), F.softmax(second, -1), reduction="none").sum(-1).mean()
    back = F.kl_div(F.log_softmax(second, -1), F.softmax(first, -1), reduction="none").sum(-1).mean()
    return entropy + alpha * (forth + back) / 2


def concrete(x, logit, temperature):
    """The authors' PyTorch code."""
    eps = 1e-7
    p = torch.sigmoid(logit)
    unif = torch.rand_like(x)
    drop = torch.log(p + eps) - torch.log(1 - p + eps) + torch.log(unif + eps) - torch.log(1 - unif + eps)
    drop = torch.sigmoid(drop / temperature)
    return x * (1 - drop) / (1 - p)


def gaussian_linear(x, w, bias, log_alpha):
    alpha = log_alpha.clamp(max=0).exp()
    mean = F.linear(x, w, bias)
    std = (F.linear(x**2, w**2 * alpha) + 1e-8).sqrt()
    return mean + std * torch.randn_like(mean)


def sparse_linear(x, w, bias, log_sigma2):
    mean = F.linear(x, w, bias)
    std = (F.linear(x**2, log_sigma2.exp()) + 1e-8).sqrt()
    return mean + std * torch.randn_like(mean)


def sparse_kl(w, log_sigma2):
    k1, k2, k3 = 0.63576, 1.8732, 1.48695
    log_alpha = (log_sigma2 - 2 * torch.log(w.abs() + 1e-16)).clamp(-10, 10)
    return -(k1 * torch.sigmoid(k2 + k3 * log_alpha) - 0.5 * torch.log1p(torch.exp(-log_alpha)) - k1).sum()


def gaussian_kl(w, log_alpha):
    a = log_alpha.clamp(max=0).exp()
    return -(0.5 * a.log() + 1.16145124 * a - 1.50204118 * a**2 + 0.58629921 * a**3).sum() * w.numel()


def flipout(x, w, bias, rho):
    delta = F.softplus(rho) * torch.randn(w.shape)
    s = torch.where(torch.rand(x.shape) < 0.5, -1.0, 1.0)
    r = torch.where(torch.rand(x.size(0), w.size(0)) < 0.5, -1.0, 1.0)
    return F.linear(x, w, bias) + F.linear(x * s, delta) * r


def drawn_conv(x, w, bias, variance):
    mean = F.conv2d(x, w, bias, padding=1)
    return mean + (F.conv2d(x**2, variance, padding=1) + 1e-8).sqrt() * torch.randn_like(mean)


def gaussian_conv(x, w, bias, log_alpha):
    return drawn_conv(x, w, bias, w**2 * log_alpha.clamp(max=0).exp())


def sparse_conv(x, w, bias, log_sigma2):
    return drawn_conv(x, w, bias, log_sigma2.exp())


def flipout_conv(x, w, bias, rho):
    """As TensorFlow Probability's Convolution2DFlipout: a sign for each sample and channel."""
    delta = F.softplus(rho) * torch.randn(w.shape)
    s = torch.where(torch.rand(x.size(0), x.size(1), 1, 1) < 0.5, -1.0, 1.0)
    r = torch.where(torch.rand(x.size(0), w.size(0), 1, 1) < 0.5, -1.0, 1.0)
    return F.conv2d(x, w, bias, padding=1) + F.conv2d(x * s, delta, padding=1) * r


def weight_drop_conv(x, w, bias, p):
    return F.conv2d(x, F.dropout(w, p), bias, padding=1)


def weight_drop_gru(x, *weights, p):
    ih, hh, bias, other = weights
    return torch._VF.gru(x, torch.zeros(1, x.size(1), hh.size(1), dtype=x.dtype), [F.dropout(ih, p), F.dropout(hh, p), bias, other], True, 1, 0.0, True, False, False)[0]


def lstm_cell(row, state, weights):
    return torch._VF.lstm_cell(row, state, *weights)


def variational(x, *weights, inputP, stateP):
    size = weights[1].size(1)
    mask = kept((x.size(1), x.size(2)), 1 - inputP, x) / (1 - inputP)
    held = kept((x.size(1), size), 1 - stateP, x) / (1 - stateP)
    h = c = torch.zeros(x.size(1), size, dtype=x.dtype)
    outputs = []
    for row in x:
        h, c = lstm_cell(row * mask, (h * held, c), weights)
        outputs.append(h)
    return torch.stack(outputs)


def zoneout(x, *weights, hiddenP, cellP):
    size = weights[1].size(1)
    h = c = torch.zeros(x.size(1), size, dtype=x.dtype)
    outputs = []
    for row in x:
        following, cell = lstm_cell(row, (h, c), weights)
        stays = kept(h.shape, hiddenP, x)
        h = stays * h + (1 - stays) * following
        stays = kept(c.shape, cellP, x)
        c = stays * c + (1 - stays) * cell
        outputs.append(h)
    return torch.stack(outputs)


def weight_drop(x, *weights, p):
    """Merity's: an LSTM whose hidden weights are dropped, once a call."""
    ih, hh, bias, other = weights
    zeros = torch.zeros(1, x.size(1), hh.size(1), dtype=x.dtype)
    return torch._VF.lstm(x, (zeros, zeros), [ih, F.dropout(hh, p), bias, other], True, 1, 0.0, True, False, False)[0]


def drop_edge(edges, p, forceUndirected):
    return dropout_edge(edges, p, force_undirected=forceUndirected)[0]


def drop_node(edges, p, numNodes):
    return dropout_node(edges, p, num_nodes=numNodes)[0]


def word(words, p, unknown, keep):
    dropped = torch.rand(words.shape) < p
    for one in keep:
        dropped &= words != one
    return torch.where(dropped, unknown, words)


def lstm_weights(width, size):
    return [(4 * size, width), (4 * size, size), (4 * size,), (4 * size,)]


def gru_weights(width, size):
    return [(3 * size, width), (3 * size, size), (3 * size,), (3 * size,)]


conv = [(3, 2, 5, 4), (4, 2, 3, 3), (4,)]
linear = [(5, 6), (4, 6), (4,)]
ids = ("ids", (3, 4), 10)
graph = ("ids", (2, 12), 6)
cases = [
    ("shared", shared, [(3, 4, 5)], {"p": 0.3, "noiseShape": [None, 1, None]}),
    ("shared", shared, [(4, 6)], {"p": 0.9, "noiseShape": [1, None]}),
    ("gaussianDropout", gaussian_dropout, [(3, 7)], {"p": 0.25}),
    ("gaussianNoise", gaussian_noise, [(3, 7)], {"std": 0.5}),
    ("dropBlock2d", lambda x, p, blockSize: drop_block2d(x, p, blockSize), [(2, 3, 9, 8)], {"p": 0.2, "blockSize": 3}),
    ("dropBlock2d", lambda x, p, blockSize: drop_block2d(x, p, blockSize), [(2, 2, 5, 9)], {"p": 0.1, "blockSize": 7}),
    ("dropBlock3d", lambda x, p, blockSize: drop_block3d(x, p, blockSize), [(2, 2, 5, 6, 7)], {"p": 0.3, "blockSize": 3}),
    ("stochasticDepth", lambda x, p, mode: stochastic_depth(x, p, mode), [(6, 3, 2)], {"p": 0.5, "mode": "row"}),
    ("stochasticDepth", lambda x, p, mode: stochastic_depth(x, p, mode), [(6, 3, 2)], {"p": 0.4, "mode": "batch"}),
    ("stochasticDepth", lambda x, p, mode: stochastic_depth(x, p, mode), [(4, 3)], {"p": 1, "mode": "row"}),
    ("dropPath", drop_path, [(6, 3, 2)], {"p": 0.5, "scaleByKeep": True}),
    ("dropPath", drop_path, [(6, 3, 2)], {"p": 0.3, "scaleByKeep": False}),
    ("patchDropout", patch_dropout, [(3, 17, 4)], {"p": 0.5, "numPrefixTokens": 1, "ordered": False}),
    ("patchDropout", patch_dropout, [(3, 16, 4)], {"p": 0.75, "numPrefixTokens": 0, "ordered": True}),
    ("cutout", cutout, [(4, 3, 8, 7)], {"holes": 2, "length": 5}),
    ("targetedWeight", targeted_weight, [(4, 9)], {"target": 0.5, "p": 0.6}),
    ("targetedWeight", targeted_weight, [(4, 3, 2, 2)], {"target": 0.75, "p": 0.9}),
    ("targetedUnit", targeted_unit, [(7, 9)], {"target": 0.6, "p": 0.7}),
    ("mixout", mixout, [(4, 5), (4, 5)], {"p": 0.7}),
    ("lockedDropout", locked, [(5, 3, 4)], {"p": 0.4, "batchFirst": False}),
    ("lockedDropout", locked, [(5, 3, 4)], {"p": 0.4, "batchFirst": True}),
    ("embeddedDropout", embedded, [(10, 4), ids], {"p": 0.3}),
    ("shakeDrop", shake_drop, [(6, 2, 3)], {"p": 0.5}),
    ("standout", standout, linear, {"alpha": 1.5, "beta": 0.5}),
    ("multiSample", multi_sample, linear, {"samples": 4, "p": 0.5}),
    ("rDrop", r_drop, [(6, 5), (6, 5), ("ids", (6,), 5)], {"alpha": 2.5}),
    ("concrete", concrete, [(4, 5), (1,)], {"temperature": 0.1}),
    ("gaussianLinear", gaussian_linear, [*linear, (1,)], {}),
    ("sparseLinear", sparse_linear, [*linear, (4, 6)], {}),
    ("sparseKl", sparse_kl, [(4, 6), (4, 6)], {}),
    ("gaussianKl", gaussian_kl, [(4, 6), (1,)], {}),
    ("flipout", flipout, [*linear, (4, 6)], {}),
    ("variational", variational, [(5, 2, 3), *lstm_weights(3, 4)], {"inputP": 0.3, "stateP": 0.4}),
    ("zoneout", zoneout, [(5, 2, 3), *lstm_weights(3, 4)], {"hiddenP": 0.3, "cellP": 0.5}),
    ("weightDrop", weight_drop, [(5, 2, 3), *lstm_weights(3, 4)], {"p": 0.5}),
    ("dropEdge", drop_edge, [graph], {"p": 0.4, "forceUndirected": False}),
    ("dropEdge", drop_edge, [graph], {"p": 0.4, "forceUndirected": True}),
    ("dropNode", drop_node, [graph], {"p": 0.3, "numNodes": 6}),
    ("wordDropout", word, [ids], {"p": 0.5, "unknown": 1, "keep": [0, 3]}),
    ("gaussianConv", gaussian_conv, [*conv, (1,)], {}),
    ("sparseConv", sparse_conv, [*conv, (4, 2, 3, 3)], {}),
    ("flipoutConv", flipout_conv, [*conv, (4, 2, 3, 3)], {}),
    ("weightDropConv", weight_drop_conv, conv, {"p": 0.4}),
    ("weightDropGru", weight_drop_gru, [(5, 2, 3), *gru_weights(3, 4)], {"p": 0.3}),
]


def made(given):
    if given[0] == "ids":
        return torch.randint(given[2], given[1])
    return torch.randn(given, requires_grad=True)


def write(fixtures):
    for at, (kind, run, shapes, options) in enumerate(cases):
        torch.manual_seed(1000 + at)
        inputs = [made(shape) for shape in shapes]
        torch.manual_seed(at)
        output = run(*inputs, **options)
        following = torch.rand(1).item()
        floats = [value for value in inputs if value.requires_grad]
        members = {}
        if floats:
            weights = torch.randn(output.shape)
            members = {"weights": weights, "gradients": list(torch.autograd.grad((output * weights).sum(), floats, allow_unused=True, materialize_grads=True))}
        fixtures.case(
            f"{kind}-{at}",
            kind=kind,
            options=options,
            seed=at,
            inputs=[value.detach() for value in inputs],
            output=output.detach(),
            nextRandom=following,
            **members,
        )
