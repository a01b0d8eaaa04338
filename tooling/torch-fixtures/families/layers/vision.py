"""Padding layers, upsampling and shuffles."""

import torch
from torch import nn

from families.layers import layer

sizes = (3, 4, 5)


def write(fixtures):
    for dims in (1, 2, 3):
        write_borders(fixtures, dims)
    write_upsampling(fixtures)
    write_shuffles(fixtures)


def write_borders(fixtures, dims):
    several = (2, 1, 0, 2, 1, 1)[: 2 * dims]
    cut = (-1, 1, 1, -1, 0, 1)[: 2 * dims]
    for kind, more in (("ConstantPad", [3.5]), ("ZeroPad", []), ("ReflectionPad", []), ("ReplicationPad", []), ("CircularPad", [])):
        layer_class = getattr(nn, f"{kind}{dims}d")
        for padding in (1, several, cut):
            layer(fixtures, layer_class, [padding, *more], {}, lambda: [torch.randn(2, 2, *sizes[-dims:])])
        layer(fixtures, layer_class, [1, *more], {}, lambda: [torch.randn(2, *sizes[-dims:])], name="unbatched")
        layer(fixtures, layer_class, [several, *more], {}, lambda: [torch.randn(1, 2, *sizes[-dims:], dtype=torch.float64)], dtype=torch.float64)


def write_upsampling(fixtures):
    for dims, mode in ((1, "nearest"), (2, "nearest"), (3, "nearest"), (1, "linear"), (2, "bilinear"), (2, "bicubic"), (3, "trilinear"), (2, "area")):
        inputs = lambda: [torch.randn(2, 2, *sizes[-dims:])]
        for options in ({"scale_factor": 2}, {"size": (5, 3, 4)[:dims]}):
            layer(fixtures, nn.Upsample, [], {**options, "mode": mode}, inputs, name=f"{dims}d")
    layer(fixtures, nn.Upsample, [None, (1.5, 2.5)], {"mode": "bilinear", "align_corners": True}, lambda: [torch.randn(1, 2, 3, 4)])
    layer(fixtures, nn.Upsample, [], {"scale_factor": 2.3, "mode": "bilinear", "recompute_scale_factor": True}, lambda: [torch.randn(1, 2, 3, 4)])
    layer(fixtures, nn.Upsample, [7], {"mode": "linear"}, lambda: [torch.randn(1, 2, 5, dtype=torch.float64)], dtype=torch.float64)
    for layer_class in (nn.UpsamplingNearest2d, nn.UpsamplingBilinear2d):
        layer(fixtures, layer_class, [], {"scale_factor": 2}, lambda: [torch.randn(1, 2, 3, 4)])
        layer(fixtures, layer_class, [(5, 2)], {}, lambda: [torch.randn(1, 2, 3, 4, dtype=torch.float64)], dtype=torch.float64)


def write_shuffles(fixtures):
    for layer_class, shape in ((nn.PixelShuffle, (2, 8, 3, 2)), (nn.PixelUnshuffle, (2, 2, 4, 6)), (nn.ChannelShuffle, (2, 6, 3))):
        layer(fixtures, layer_class, [2], {}, lambda: [torch.randn(*shape)])
        layer(fixtures, layer_class, [2], {}, lambda: [torch.randn(*shape, dtype=torch.float64)], dtype=torch.float64)
