"""Poolings of one, two and three dimensions."""

import torch
from torch import nn

from families.layers import layer

sizes = (7, 6, 5)


def write(fixtures):
    for dims in (1, 2, 3):
        write_windows(fixtures, dims)
        write_adaptive(fixtures, dims)
        write_unpooling(fixtures, dims)


def of(dims, name):
    return getattr(nn, f"{name}{dims}d")


def each(fixtures, layer_class, arguments, options, dims, name="", draw=torch.randn):
    layer(fixtures, layer_class, arguments, options, lambda: [draw(2, 3, *sizes[:dims])], name=name)


def others(fixtures, layer_class, arguments, dims, draw=torch.randn):
    """Without a batch, and in float64."""
    layer(fixtures, layer_class, arguments, {}, lambda: [draw(3, *sizes[:dims])], name="unbatched")
    layer(fixtures, layer_class, arguments, {}, lambda: [draw(1, 2, *sizes[:dims], dtype=torch.float64)], dtype=torch.float64)


def write_windows(fixtures, dims):
    several = (3, 2, 2)[:dims]
    average, largest, norm = of(dims, "AvgPool"), of(dims, "MaxPool"), of(dims, "LPPool")
    each(fixtures, average, [2], {}, dims)
    each(fixtures, average, [several], {"stride": 2, "padding": 1, "ceil_mode": True, "count_include_pad": False}, dims)
    others(fixtures, average, [3, 1, 1], dims)
    each(fixtures, largest, [2], {}, dims)
    each(fixtures, largest, [several], {"stride": 2, "padding": 1, "dilation": 2, "ceil_mode": True}, dims)
    each(fixtures, largest, [2, 1], {"return_indices": True}, dims)
    others(fixtures, largest, [3, 1, 1], dims)
    if dims > 1:
        each(fixtures, average, [2], {"divisor_override": 3}, dims)
    positive = lambda *shape, **more: torch.rand(*shape, **more) + 0.1
    each(fixtures, norm, [2, 2], {}, dims, draw=positive)
    each(fixtures, norm, [3, several if dims > 1 else 3], {"stride": 2, "ceil_mode": True}, dims, draw=positive)
    others(fixtures, norm, [1.5, 2], dims, draw=positive)


def write_adaptive(fixtures, dims):
    wanted = [1, (3, 4, 2)[:dims], (9, 6, 1)[:dims]] + ([(None, 2, 3)[:dims]] if dims > 1 else [])
    for kind in ("AdaptiveAvgPool", "AdaptiveMaxPool"):
        for size in wanted:
            each(fixtures, of(dims, kind), [size], {}, dims)
        others(fixtures, of(dims, kind), [2], dims)
    each(fixtures, of(dims, "AdaptiveMaxPool"), [3], {"return_indices": True}, dims)


def write_unpooling(fixtures, dims):
    pooled = lambda given: [value.detach() for value in of(dims, "MaxPool")(2, return_indices=True)(given)]
    layer(fixtures, of(dims, "MaxUnpool"), [2], {}, lambda: pooled(torch.randn(2, 3, *(6, 4, 2)[:dims])))
    wide = {"output_size": sizes[:dims]}
    layer(fixtures, of(dims, "MaxUnpool"), [2, 2], {}, lambda: pooled(torch.randn(3, *sizes[:dims])), name="sized", call=wide)
    others_of = lambda given: [value.detach() for value in of(dims, "MaxPool")(3, 2, 1, return_indices=True)(given)]
    inputs = lambda: others_of(torch.randn(1, 2, *(7, 5, 3)[:dims], dtype=torch.float64))
    layer(fixtures, of(dims, "MaxUnpool"), [3, 2], {"padding": 1}, inputs, dtype=torch.float64)
