"""Poolings, interpolation, sampling by grids, and borders of images."""

import math
from itertools import product

import torch
from torch.nn import functional as F

from families.op_case import integers, positive, real, record

double = torch.float64
sizes = (7, 5, 4)


def write(fixtures):
    write_windows(fixtures)
    write_adaptive(fixtures)
    write_norms(fixtures)
    write_unpooling(fixtures)


def label(arguments):
    parts = [name + str(value).strip("()").replace(" ", "") for name, value in arguments.items()]
    return "-".join(parts) or "plain"


def called(function, arguments):
    """With PyTorch's names for ours."""
    snake = {"".join("_" + c.lower() if c.isupper() else c for c in name): value for name, value in arguments.items()}
    return lambda *given: function(*given, **snake)


def three(value, dims):
    return value[:dims] if isinstance(value, tuple) else value


def write_windows(fixtures):
    average = [
        {"kernelSize": 2},
        {"kernelSize": 3, "stride": 1, "padding": 1},
        {"kernelSize": (3, 2, 2), "stride": (2, 1, 3), "padding": (1, 1, 0), "countIncludePad": False},
        {"kernelSize": 3, "stride": 2, "padding": 1, "ceilMode": True},
        {"kernelSize": 3, "stride": 2, "padding": 1, "ceilMode": True, "countIncludePad": False},
    ]
    largest = [
        {"kernelSize": 2},
        {"kernelSize": 3, "stride": 1, "padding": 1},
        {"kernelSize": (3, 2, 2), "stride": (2, 1, 3), "padding": (1, 1, 0)},
        {"kernelSize": 2, "stride": 2, "dilation": 3, "ceilMode": True},
        {"kernelSize": 3, "stride": 2, "padding": 1, "ceilMode": True, "returnIndices": True},
    ]
    for dims in (1, 3):
        for op, function, variants in ((f"avgPool{dims}d", getattr(F, f"avg_pool{dims}d"), average), (f"maxPool{dims}d", getattr(F, f"max_pool{dims}d"), largest)):
            for variant in variants:
                own = {name: three(value, dims) for name, value in variant.items()}
                record(fixtures, label(own), op, called(function, own), lambda: [real(1, 2, *sizes[:dims])], own)
            plain = {"kernelSize": 2}
            record(fixtures, "unbatched", op, called(function, plain), lambda: [real(2, *sizes[:dims])], plain)
            record(fixtures, "float64", op, called(function, plain), lambda: [real(1, 2, *sizes[:dims], dtype=double)], plain)
            record(fixtures, "no-samples", op, called(function, plain), lambda: [real(0, 2, *sizes[:dims])], plain)
        indices = {"kernelSize": 3, "stride": 1, "returnIndices": True}
        record(fixtures, "ties", f"maxPool{dims}d", called(getattr(F, f"max_pool{dims}d"), indices), lambda: [integers(1, 2, *sizes[:dims], low=0, high=2).float()], indices)
        record(fixtures, "nan", f"maxPool{dims}d", called(getattr(F, f"max_pool{dims}d"), indices), lambda: [real(1, 2, *sizes[:dims]).log()], indices)
    divided = {"kernelSize": 2, "padding": 1, "divisorOverride": 3}
    record(fixtures, label(divided), "avgPool3d", called(F.avg_pool3d, divided), lambda: [real(1, 2, *sizes)], divided)


def write_adaptive(fixtures):
    wanted = [1, (1, 1, 1), (7, 1, 2), (3, 2, 3), (9, 6, 5), (None, 2, None)]
    for dims in (1, 2, 3):
        average, largest = getattr(F, f"adaptive_avg_pool{dims}d"), getattr(F, f"adaptive_max_pool{dims}d")
        for size in wanted:
            own = size[:dims] if isinstance(size, tuple) else size
            if dims == 1 and own == (None,):
                continue
            name = str(own).strip("()").replace(" ", "")
            inputs = lambda: [real(1, 2, *sizes[:dims])]
            given = {"outputSize": own}
            record(fixtures, name, f"adaptiveAvgPool{dims}d", called(average, given), inputs, given)
            record(fixtures, name, f"adaptiveMaxPool{dims}d", called(largest, given), inputs, given)
            indices = {**given, "returnIndices": True}
            record(fixtures, name + "-indices", f"adaptiveMaxPool{dims}d", called(largest, indices), inputs, indices)
        given = {"outputSize": 3}
        indices = {**given, "returnIndices": True}
        for op, function in ((f"adaptiveAvgPool{dims}d", average), (f"adaptiveMaxPool{dims}d", largest)):
            record(fixtures, "unbatched", op, called(function, given), lambda: [real(2, *sizes[:dims])], given)
            record(fixtures, "float64", op, called(function, given), lambda: [real(1, 2, *sizes[:dims], dtype=double)], given)
            record(fixtures, "no-samples", op, called(function, given), lambda: [real(0, 2, *sizes[:dims])], given)
        record(fixtures, "ties", f"adaptiveMaxPool{dims}d", called(largest, indices), lambda: [integers(1, 2, *sizes[:dims], low=0, high=2).float()], indices)
        record(fixtures, "nan", f"adaptiveMaxPool{dims}d", called(largest, indices), lambda: [real(1, 2, *sizes[:dims]).log()], indices)
    infinite = lambda: [torch.tensor([[[math.inf, 1.0, 2.0], [3.0, -math.inf, 4.0], [5.0, math.nan, 6.0]]])]
    record(fixtures, "specials", "adaptiveAvgPool2d", lambda x: F.adaptive_avg_pool2d(x, 2), infinite, {"outputSize": 2})


def write_norms(fixtures):
    for dims in (1, 2, 3):
        op, function = f"lpPool{dims}d", getattr(F, f"lp_pool{dims}d")
        for norm, more in product((1, 2, 3.5, -2, math.inf, -math.inf), ({"kernelSize": 2}, {"kernelSize": 3, "stride": 2, "ceilMode": True})):
            own = {"normType": norm, **more}
            record(fixtures, label(own), op, called(function, own), lambda: [positive(1, 2, *sizes[:dims])], own)
        own = {"normType": 2, "kernelSize": 2}
        record(fixtures, "signs", op, called(function, own), lambda: [real(1, 2, *sizes[:dims])], own)
        record(fixtures, "float64", op, called(function, own), lambda: [real(2, *sizes[:dims], dtype=double)], own)
        odd = {"normType": 3, "kernelSize": 2}
        record(fixtures, "negative-sums", op, called(function, odd), lambda: [-positive(2, *sizes[:dims])], odd)


def write_unpooling(fixtures):
    for dims in (1, 2, 3):
        op, function, pool = f"maxUnpool{dims}d", getattr(F, f"max_unpool{dims}d"), getattr(F, f"max_pool{dims}d")
        for own, pooled_sizes in (
            ({"kernelSize": 2}, (6, 4, 2)),
            ({"kernelSize": 3, "stride": 2, "padding": 1}, (7, 5, 3)),
            ({"kernelSize": 2, "outputSize": sizes[:dims]}, sizes),
        ):
            windows = {name: value for name, value in own.items() if name != "outputSize"}
            for name, shape in (("", (1, 2, *pooled_sizes[:dims])), ("-unbatched", (2, *pooled_sizes[:dims]))):

                def pooled():
                    output, indices = called(pool, {**windows, "returnIndices": True})(real(*shape))
                    return [output.detach(), indices]

                record(fixtures, label(own) + name, op, called(function, own), pooled, own)
