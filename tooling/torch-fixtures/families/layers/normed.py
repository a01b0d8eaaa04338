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
