"""Layers whose weight is split or divided, by nn.utils and by nn.utils.parametrizations."""

import warnings

import torch
from torch import nn

from families.layers import layer

warnings.filterwarnings("ignore", category=FutureWarning)


class Made:
    """Called like a class of layers; what it gives is a layer that something was done to."""

    layer_class = nn.Linear

    def __new__(cls, *arguments, **options):
        return cls.changed(cls.layer_class(*arguments), **options)


def of(name, layer_class, changed):
    return type(name, (Made,), {"layer_class": layer_class, "changed": staticmethod(changed)})


def write(fixtures):
    utils, parametrizations = nn.utils, nn.utils.parametrizations
    for name, layer_class, arguments, shape in [("Linear", nn.Linear, [3, 4], (5, 3)), ("Conv2d", nn.Conv2d, [2, 3, 3], (2, 2, 5, 4))]:
        inputs = lambda: [torch.randn(shape)]
        # PyTorch's second gradient of a weight so split takes its length for a constant: decision 0029.
        layer(fixtures, of(f"WeightNorm{name}", layer_class, utils.weight_norm), arguments, {}, inputs, second=False)
        layer(fixtures, of(f"WeightNorm{name}", layer_class, utils.weight_norm), arguments, {"dim": 1}, inputs, second=False)
        layer(fixtures, of(f"WeightNorm{name}", layer_class, utils.weight_norm), arguments, {"dim": None}, inputs, second=False)
        layer(fixtures, of(f"SpectralNorm{name}", layer_class, utils.spectral_norm), arguments, {}, inputs)
        layer(fixtures, of(f"SpectralNorm{name}", layer_class, utils.spectral_norm), arguments, {"n_power_iterations": 3, "dim": 1}, inputs)
        layer(fixtures, of(f"WeightNormed{name}", layer_class, parametrizations.weight_norm), arguments, {}, inputs, second=False)
        layer(fixtures, of(f"WeightNormed{name}", layer_class, parametrizations.weight_norm), arguments, {"dim": 1}, inputs, second=False)
        layer(fixtures, of(f"SpectralNormed{name}", layer_class, parametrizations.spectral_norm), arguments, {}, inputs, perturb=lambda made: None)
        layer(fixtures, of(f"SpectralNormed{name}", layer_class, parametrizations.spectral_norm), arguments, {"n_power_iterations": 2}, inputs, perturb=lambda made: None)

    # What is on and above the diagonal is a matter of rounding where it is not read: those originals are given.
    def oriented(made):
        original = made.parametrizations.weight.original
        original.copy_(torch.randn(original.shape, dtype=original.dtype) * 0.3)
        original.diagonal().fill_(-1.0)

    kinds = {"Square": ([4, 4], (5, 4)), "Wide": ([5, 3], (2, 5)), "Tall": ([2, 4], (3, 2))}
    exponential, cayley, householder = ({"orthogonal_map": name} for name in ("matrix_exp", "cayley", "householder"))
    plain = {"use_trivialization": False}
    for name, options, first in [
        ("Square", {}, True),
        ("Square", {}, False),
        ("Square", cayley, False),
        ("Square", {**householder, **plain}, False),
        ("Wide", {}, True),
        ("Wide", {}, False),
        ("Wide", exponential, False),
        ("Wide", {**householder, **plain}, True),
        ("Tall", householder, False),
        ("Tall", cayley, True),
        ("Tall", cayley, False),
        ("Tall", {**householder, **plain}, False),
        ("Tall", {**exponential, **plain}, True),
        ("Tall", {**cayley, **plain}, True),
    ]:
        arguments, shape = kinds[name]
        made = of(f"Orthogonal{name}", nn.Linear, parametrizations.orthogonal)
        layer(fixtures, made, arguments, options, lambda: [torch.randn(shape)], name="first" if first else "", perturb=None if first else oriented)
