"""Lazy layers behind a first call: what their arguments are led by is the shape of its input, ones."""

import torch
from torch import nn

from families.layers import layer


class Called:
    """Called like a class of layers; what it gives is a layer that has had its first input."""

    layer_class = nn.LazyLinear

    def __new__(cls, shape, *arguments, dtype=None, **options):
        made = cls.layer_class(*arguments, dtype=dtype, **options)
        made(torch.ones(shape, dtype=dtype))
        return made

    def __init__(self, *arguments, dtype=None, **options):
        """Never called: it says that there is a dtype."""


def of(layer_class):
    return type(layer_class.__name__, (Called,), {"layer_class": layer_class})


def write(fixtures):
    def case(layer_class, arguments, options, *shape, dtype=torch.float32):
        layer(fixtures, of(layer_class), [list(shape), *arguments], options, lambda: [torch.randn(shape, dtype=dtype)], dtype=dtype)

    for dtype in (torch.float32, torch.float64):
        case(nn.LazyLinear, [4], {}, 5, 3, dtype=dtype)
        case(nn.LazyConv2d, [4, 3], {}, 2, 3, 5, 4, dtype=dtype)
        case(nn.LazyBatchNorm2d, [], {}, 3, 2, 3, 4, dtype=dtype)
    case(nn.LazyLinear, [2], {"bias": False}, 3)
    case(nn.LazyConv1d, [4, 3], {"stride": 2, "groups": 2}, 2, 6, 9)
    case(nn.LazyConv2d, [4, [3, 2]], {"padding": 1, "padding_mode": "circular", "bias": False}, 3, 5, 4)
    case(nn.LazyConv3d, [2, 2], {"dilation": 2}, 2, 3, 4, 5, 4)
    case(nn.LazyConvTranspose1d, [4, 3], {"stride": 2, "groups": 2}, 2, 6, 5)
    case(nn.LazyConvTranspose2d, [3, 3], {"stride": 2, "padding": 1, "output_padding": 1}, 2, 2, 4, 3)
    case(nn.LazyConvTranspose3d, [2, 2], {"bias": False}, 2, 3, 2, 3, 2)
    case(nn.LazyBatchNorm1d, [], {"momentum": None}, 5, 3)
    case(nn.LazyBatchNorm1d, [], {"affine": False}, 4, 3, 5)
    case(nn.LazyBatchNorm3d, [], {"track_running_stats": False, "bias": False}, 3, 2, 2, 3, 2)
    case(nn.LazyInstanceNorm1d, [], {}, 2, 3, 5)
    case(nn.LazyInstanceNorm2d, [], {"track_running_stats": False, "eps": 1e-3}, 3, 2, 4, 3)
    case(nn.LazyInstanceNorm3d, [], {"affine": False}, 2, 3, 2, 3, 2)
