"""The kinds of dropout of ../drops.js for PyTorch, by the same names: its own where it has the kind, else torchvision's and timm's, else
the papers' formulas in its ops. Each gives the leaves and what is run.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F

p = 0.25
square = (1024, 1024)
images = (32, 32, 32, 32)
rows = (128, 64, 128)


def leaf(shape):
    return torch.randn(shape, requires_grad=True)


def of(shapes, run):
    def made():
        leaves = [leaf(shape) for shape in shapes]
        return leaves, lambda: run(*leaves)

    return made


def kept(shape, share):
    return torch.empty(shape).bernoulli_(share)


def word_dropout():
    words = torch.randint(2, 10_000, square)

    def run():
        dropped = (torch.rand(words.shape) < p) & (words != 0)
        return torch.where(dropped, 1, words)

    return [], run


def mixout(x, target):
    noise = kept(x.shape, 1 - p)
    return ((1 - noise) * target + noise * x - p * target) / (1 - p)


def shared(dim):
    def run(x):
        shape = [1 if at == dim else size for at, size in enumerate(x.shape)]
        return x * (kept(shape, 1 - p) / (1 - p))

    return run


def embedded():
    embedding, words = nn.Embedding(10_000, 128), torch.randint(0, 10_000, (64, 128))
    weight = embedding.weight
    return [weight], lambda: F.embedding(words, kept((10_000, 1), 1 - p) / (1 - p) * weight)


def of_timm(name, options, shape):
    def made():
        import timm.layers

        module, x = getattr(timm.layers, name)(**options).train(), leaf(shape)
        return [x], lambda: module(x)

    return made


def of_torchvision(name, options, shape):
    def made():
        import torchvision.ops

        function, x = getattr(torchvision.ops, name), leaf(shape)
        return [x], lambda: function(x, **options)

    return made


def cutout(x):
    count, _, height, width = x.shape

    def cut(size):
        at, centre = torch.arange(size), torch.randint(size, (count, 1))
        return (at >= centre - 8) & (at < centre + 8)

    holed = cut(height)[:, :, None] & cut(width)[:, None, :]
    return x.masked_fill(holed[:, None], 0)


class Shake(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, b, alpha, beta):
        ctx.save_for_backward(b, beta)
        return (b + alpha - b * alpha) * x

    @staticmethod
    def backward(ctx, grad):
        b, beta = ctx.saved_tensors
        return (b + beta - b * beta) * grad, None, None, None


def shake_drop(x):
    shape = (x.size(0), 1, 1)
    return Shake.apply(x, kept(shape, 1 - p), torch.empty(shape).uniform_(-1, 1), torch.rand(shape))


def linear():
    layer = nn.Linear(16, 1024)
    return leaf((1024, 16)), layer.weight, layer.bias


def drawn(x, weight, bias, variance):
    mean = F.linear(x, weight, bias)
    spread = (F.linear(x.square(), variance) + 1e-8).sqrt()
    return mean + spread * torch.randn_like(mean)


def gaussian_linear():
    x, weight, bias = linear()
    log_alpha = torch.zeros(1, requires_grad=True)

    def run():
        return drawn(x, weight, bias, weight.square() * log_alpha.clamp(max=0).exp())

    return [x, weight, bias, log_alpha], run


def sparse_linear():
    x, weight, bias = linear()
    log_sigma2 = torch.full(weight.shape, -10.0, requires_grad=True)
    return [x, weight, bias, log_sigma2], lambda: drawn(x, weight, bias, log_sigma2.exp())


def signs(shape):
    return torch.where(torch.rand(shape) < 0.5, -1.0, 1.0)


def flipout():
    x, weight, bias = linear()
    rho = torch.full(weight.shape, -3.0, requires_grad=True)

    def run():
        mean = F.linear(x, weight, bias)
        noise = F.softplus(rho) * torch.randn(weight.shape)
        return mean + F.linear(x * signs(x.shape), noise) * signs(mean.shape)

    return [x, weight, bias, rho], run


deviation = math.sqrt(p / (1 - p))
kinds = {
    "dropout": of([square], lambda x: F.dropout(x, p, True)),
    "alphaDropout": of([square], lambda x: F.alpha_dropout(x, p, True)),
    "dropConnect": of([square], lambda x: F.dropout(x, p, True)),
    "mixout": of([square, square], lambda x, target: mixout(x, target.detach())),
    "wordDropout": word_dropout,
    "dropout1d": of([(64, 128, 128)], lambda x: F.dropout1d(x, p, True)),
    "dropout2d": of([images], lambda x: F.dropout2d(x, p, True)),
    "dropout3d": of([(8, 16, 8, 32, 32)], lambda x: F.dropout3d(x, p, True)),
    "featureAlphaDropout": of([images], lambda x: F.feature_alpha_dropout(x, p, True)),
    "sharedDropout": of([rows], shared(1)),
    "lockedDropout": of([(64, 128, 128)], shared(0)),
    "embeddedDropout": embedded,
    "dropPath": of_timm("DropPath", {"drop_prob": p}, rows),
    "stochasticDepth": of_torchvision("stochastic_depth", {"p": p, "mode": "row"}, images),
    "dropBlock2d": of_torchvision("drop_block2d", {"p": 0.1, "block_size": 7}, images),
    "dropBlock3d": of_torchvision("drop_block3d", {"p": 0.1, "block_size": 3}, (8, 16, 8, 32, 32)),
    "patchDropout": of_timm("PatchDropout", {"prob": p}, (32, 257, 128)),
    "cutout": of([images], cutout),
    "shakeDrop": of([rows], shake_drop),
    "gaussianDropout": of([square], lambda x: x * (1 + deviation * torch.randn_like(x))),
    "gaussianNoise": of([square], lambda x: x + 0.5 * torch.randn_like(x)),
    "gaussianLinear": gaussian_linear,
    "sparseLinear": sparse_linear,
    "flipout": flipout,
}


def drop(kind, compiled):
    """What does the kind once, and goes back through it with a gradient of its own."""
    leaves, run = kinds[kind]()
    output = compiled(run)
    if not leaves:
        return lambda: output()
    gradient = torch.randn(run().shape)

    def both():
        for each in leaves:
            each.grad = None
        output().backward(gradient)

    return both
