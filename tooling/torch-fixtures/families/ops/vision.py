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
    write_interpolation(fixtures)
    write_pixels(fixtures)
    write_grids(fixtures)
    write_borders(fixtures)


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


def write_interpolation(fixtures):
    def case(name, shape, dtype=torch.float32, no_gradient=(), **own):
        record(fixtures, name, "interpolate", called(F.interpolate, own), lambda: [real(*shape, dtype=dtype)], own, no_gradient=no_gradient)

    for dims, mode in ((1, "nearest"), (2, "nearest"), (3, "nearest"), (2, "nearest-exact"), (1, "linear"), (2, "bilinear"), (3, "trilinear"), (2, "bicubic"), (1, "area"), (2, "area"), (3, "area")):
        shape = (1, 2, *(5, 7, 4)[:dims])
        aligns = [{}] if mode in ("nearest", "nearest-exact", "area") else [{}, {"alignCorners": True}]
        # The way back of the nearest finds places by another rounding; sizes where both agree.
        for own in ({"size": (8, 3, 9)[:dims]}, {"size": 1}, {"scaleFactor": 2.0}, {"scaleFactor": 0.5}, {"scaleFactor": (1.5, 0.6, 2.3)[:dims]}, {"scaleFactor": 2.3, "recomputeScaleFactor": True}):
            for align in aligns:
                case(f"{mode}-{dims}-{label({**own, **align})}", shape, mode=mode, **own, **align)
        case(f"{mode}-{dims}-float64", shape, dtype=double, mode=mode, size=6)
        case(f"{mode}-{dims}-same", shape, mode=mode, size=shape[2:])
        case(f"{mode}-{dims}-no-samples", (0, 2, *shape[2:]), mode=mode, size=6)
    for mode in ("bilinear", "bicubic", "lanczos"):
        for own in ({"size": (3, 9)}, {"scaleFactor": 0.3}, {"scaleFactor": (2.0, 0.45)}):
            case(f"{mode}-smoothed-{label(own)}", (1, 2, 11, 8), mode=mode, antialias=True, **own)
        # Copied where no size changes, though its gradient goes by the factor.
        case(f"{mode}-smoothed-same", (1, 2, 11, 8), no_gradient=(0,), mode=mode, antialias=True, scaleFactor=1.03)
        case(f"{mode}-smoothed-float64", (1, 2, 11, 8), dtype=double, mode=mode, antialias=True, size=4)
        if mode != "lanczos":
            case(f"{mode}-smoothed-corners", (1, 2, 11, 8), mode=mode, antialias=True, alignCorners=True, size=(4, 12))
    own = {"scaleFactor": 2.0}
    record(fixtures, "bytes", "interpolate", called(F.interpolate, own), lambda: [integers(1, 2, 3, 4, low=0, high=256, dtype=torch.uint8)], own)


def write_pixels(fixtures):
    for op, function, shape, own in (
        ("pixelShuffle", F.pixel_shuffle, (2, 12, 3, 2), {"upscaleFactor": 2}),
        ("pixelShuffle", F.pixel_shuffle, (9, 1, 2), {"upscaleFactor": 3}),
        ("pixelUnshuffle", F.pixel_unshuffle, (2, 3, 4, 6), {"downscaleFactor": 2}),
        ("pixelUnshuffle", F.pixel_unshuffle, (1, 6, 3), {"downscaleFactor": 3}),
        ("channelShuffle", F.channel_shuffle, (2, 6, 3), {"groups": 3}),
        ("channelShuffle", F.channel_shuffle, (1, 4, 2, 3), {"groups": 2}),
    ):
        name = "x".join(map(str, shape))
        record(fixtures, name, op, called(function, own), lambda: [real(*shape)], own)
        record(fixtures, name + "-float64", op, called(function, own), lambda: [real(*shape, dtype=double)], own)


def write_grids(fixtures):
    for mode, padding, align in product(("bilinear", "nearest", "bicubic"), ("zeros", "border", "reflection"), (False, True)):
        own = {"mode": mode, "paddingMode": padding, "alignCorners": align}
        frozen = (1,) if mode == "nearest" else ()
        for name, image, grid in (("image", (2, 3, 4, 5), (2, 3, 4, 2)), ("row", (1, 1, 1, 5), (1, 2, 3, 2)), ("volume", (1, 2, 3, 4, 2), (1, 2, 2, 3, 3))):
            inputs = lambda: [real(*image), real(*grid)]
            record(fixtures, f"{name}-{label(own)}", "gridSample", called(F.grid_sample, own), inputs, own, no_gradient=frozen)
        inputs = lambda: [real(2, 3, 4, 5, dtype=double), real(2, 3, 4, 2, dtype=double)]
        record(fixtures, f"float64-{label(own)}", "gridSample", called(F.grid_sample, own), inputs, own, no_gradient=frozen)
        special = torch.tensor([[[[math.nan, 0.0], [math.inf, 0.0], [-math.inf, 0.0], [0.3, math.nan]], [[1.0, 1.0], [-1.0, -1.0], [0.0, 0.0], [3.0, -3.0]]]])
        record(fixtures, f"specials-{label(own)}", "gridSample", called(F.grid_sample, own), lambda: [real(1, 1, 2, 3), special], own, no_gradient=(0, 1))
        if padding == "zeros" and mode != "bicubic":
            deep = torch.tensor([[[[[math.nan, 0.0, 0.0], [math.inf, 0.0, 0.5], [0.1, -math.inf, 0.2], [0.3, 0.2, math.nan], [0.3, 0.2, 0.1]]]]])
            record(fixtures, f"specials of a volume-{label(own)}", "gridSample", called(F.grid_sample, own), lambda: [real(1, 1, 2, 3, 2), deep], own, no_gradient=frozen)
    for size, align in product(((2, 3, 4, 5), (2, 1, 1, 6), (2, 1, 3, 2, 4)), (False, True)):
        own = {"size": size, "alignCorners": align}
        dims = len(size) - 2
        for name, dtype in (("", torch.float32), ("-float64", double)):
            inputs = lambda: [real(2, dims, dims + 1, dtype=dtype)]
            record(fixtures, label(own) + name, "affineGrid", called(F.affine_grid, own), inputs, own)


def write_borders(fixtures):
    for shape, padding in (((2, 2, 5), (2, 1)), ((2, 2, 4, 5), (1, 2, 3, 0)), ((1, 2, 3, 4, 5), (1, 2, 2, 1, 0, 2))):
        for mode in ("constant", "reflect", "replicate", "circular"):
            own = {"padding": padding, "mode": mode}
            for name, dtype in (("", torch.float32), ("-float64", double)):
                record(fixtures, f"vision-{mode}-{len(shape)}d{name}", "pad", lambda x: F.pad(x, padding, mode), lambda: [real(*shape, dtype=dtype)], own)
