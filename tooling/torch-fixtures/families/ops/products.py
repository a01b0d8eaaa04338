"""matmul, einsum, conv2d and the poolings."""

import math
from itertools import product

import torch
from torch.nn import functional

from families.op_case import integers, real, record

double = torch.float64

# Every pair of ranks, broadcast batches, inner and outer sizes of one and of zero.
matmul_shapes = [
    ((5,), (5,)),
    ((3, 5), (5,)),
    ((5,), (5, 4)),
    ((3, 5), (5, 4)),
    ((2, 3, 5), (5,)),
    ((5,), (2, 5, 4)),
    ((2, 3, 5), (5, 4)),
    ((3, 5), (2, 5, 4)),
    ((2, 3, 5), (2, 5, 4)),
    ((2, 3, 5), (1, 5, 4)),
    ((1, 3, 5), (2, 5, 4)),
    ((2, 1, 3, 5), (4, 5, 2)),
    ((4, 3, 5), (2, 1, 5, 2)),
    ((2, 1, 3, 5), (1, 3, 5, 2)),
    ((2, 3, 2, 5), (2, 3, 5, 4)),
    ((2, 2, 3, 5), (5,)),
    ((5,), (2, 2, 5, 3)),
    ((1, 1), (1, 1)),
    ((1, 7), (7, 1)),
    ((7, 1), (1, 7)),
    ((3, 0), (0, 4)),
    ((0, 3), (3, 4)),
    ((0,), (0,)),
    ((0, 2, 3), (3, 4)),
    ((33, 65), (65, 17)),
    ((16, 64), (64, 48)),
]


def write(fixtures):
    for a, b in matmul_shapes:
        name = "x".join(map(str, a)) + "-by-" + "x".join(map(str, b))
        record(fixtures, name, "matmul", torch.matmul, lambda: [real(*a), real(*b)])
    record(fixtures, "float64", "matmul", torch.matmul, lambda: [real(3, 5, dtype=double), real(5, 4, dtype=double)])
    record(fixtures, "batched-float64", "matmul", torch.matmul, lambda: [real(2, 3, 5, dtype=double), real(5, 4, dtype=double)])
    specials = torch.tensor([[math.inf, 0.0, 1.0], [math.nan, 1.0, 0.0]])
    record(fixtures, "specials", "matmul", torch.matmul, lambda: [specials, real(3, 2)])
    write_conv2d(fixtures)
    write_max_pool2d(fixtures)
    write_average_pooling(fixtures)
    write_einsum(fixtures)


def camel(arguments):
    return {"ceilMode" if name == "ceil_mode" else name: value for name, value in arguments.items()}


def label(arguments):
    """stride=(2, 1), padding=1 → stride2,1-padding1"""
    parts = [name.replace("_", "") + str(value).strip("()").replace(" ", "") for name, value in arguments.items()]
    return "-".join(parts) or "plain"


def write_conv2d(fixtures):
    variants = [
        {},
        {"stride": 2},
        {"stride": (2, 1), "padding": 1},
        {"padding": (0, 2)},
        {"padding": 2, "dilation": 2},
        {"dilation": (1, 2), "stride": (1, 2)},
        {"stride": 3, "padding": (2, 1), "dilation": (2, 1)},
        {"groups": 2},
        {"groups": 2, "stride": 2, "padding": 1, "dilation": 2},
    ]
    for arguments, bias in product(variants, (True, False)):
        groups = arguments.get("groups", 1)
        inputs = lambda: [real(2, 4, 8, 7), real(6, 4 // groups, 3, 3)] + ([real(6)] if bias else [])
        name = label(arguments) + ("" if bias else "-nobias")
        record(fixtures, name, "conv2d", lambda *given: functional.conv2d(*given, **arguments), inputs, camel(arguments))
    plain = {
        "unbatched": lambda: (real(4, 8, 7), real(6, 4, 3, 3), real(6)),
        "kernel1": lambda: (real(2, 4, 5, 5), real(3, 4, 1, 1), real(3)),
        "kernel2x3": lambda: (real(2, 3, 6, 7), real(5, 3, 2, 3), real(5)),
        "kernel-as-image": lambda: (real(2, 3, 5, 4), real(5, 3, 5, 4), real(5)),
        "one-channel": lambda: (real(1, 1, 6, 6), real(1, 1, 3, 3), real(1)),
        "no-samples": lambda: (real(0, 3, 6, 6), real(2, 3, 3, 3), real(2)),
        "float64": lambda: (real(2, 3, 6, 6, dtype=double), real(4, 3, 3, 3, dtype=double), real(4, dtype=double)),
        "reference-net-conv2": lambda: (real(1, 32, 15, 15), real(64, 32, 3, 3) * 0.06, real(64)),
    }
    for name, inputs in plain.items():
        record(fixtures, name, "conv2d", functional.conv2d, inputs)
    depthwise = {"groups": 4, "padding": 1}
    inputs = lambda: [real(2, 4, 5, 5), real(8, 1, 3, 3), real(8)]
    record(fixtures, "depthwise", "conv2d", lambda *given: functional.conv2d(*given, **depthwise), inputs, depthwise)
    same = {"padding": 1}
    inputs = lambda: [real(4, 8, 7), real(2, 4, 3, 3)]
    record(fixtures, "unbatched-padding1-nobias", "conv2d", lambda *given: functional.conv2d(*given, **same), inputs, same)


def write_max_pool2d(fixtures):
    variants = [
        {"kernel_size": 2},
        {"kernel_size": 3},
        {"kernel_size": (2, 3)},
        {"kernel_size": 3, "stride": 2},
        {"kernel_size": 3, "stride": 1},
        {"kernel_size": 3, "stride": (1, 2), "padding": 1},
        {"kernel_size": (4, 2), "stride": 2, "padding": (2, 1)},
        {"kernel_size": 2, "dilation": 2},
        {"kernel_size": 2, "stride": 1, "dilation": (1, 3)},
        {"kernel_size": 3, "padding": 1, "dilation": 2, "stride": 2},
        {"kernel_size": 2, "ceil_mode": True},
        {"kernel_size": 3, "stride": 2, "ceil_mode": True},
        {"kernel_size": 3, "stride": 3, "padding": 1, "ceil_mode": True},
        {"kernel_size": 2, "stride": 3, "ceil_mode": True},
        {"kernel_size": 1, "stride": 2, "ceil_mode": True},
    ]
    for arguments in variants:
        kwargs = {"kernelSize" if name == "kernel_size" else name: value for name, value in camel(arguments).items()}
        name = label(arguments).replace("kernelsize", "kernel")
        record(fixtures, name, "maxPool2d", lambda x: functional.max_pool2d(x, **arguments), lambda: [real(2, 3, 8, 7)], kwargs)
    two = {"kernelSize": 2}
    nan, inf = math.nan, math.inf
    plain = {
        "unbatched": lambda: real(3, 6, 6),
        "float64": lambda: real(2, 3, 6, 6, dtype=double),
        "no-samples": lambda: real(0, 3, 4, 4),
        "ties": lambda: integers(2, 2, 6, 6, low=0, high=2).float(),
        "specials": lambda: torch.tensor([[[[nan, 1.0, inf, 2.0], [3.0, 4.0, -inf, nan], [-inf, -inf, -0.0, 0.0], [-inf, -inf, 0.0, -0.0]]]]),
    }
    for name, values in plain.items():
        record(fixtures, name, "maxPool2d", lambda x: functional.max_pool2d(x, 2), lambda: [values()], two)


def write_average_pooling(fixtures):
    for kernel, stride, padding, ceil, counted in product((2, 3), (None, 1, 2), (0, 1), (False, True), (False, True)):
        arguments = {"kernelSize": kernel, "padding": padding, "ceilMode": ceil, "countIncludePad": counted}
        if stride is not None:
            arguments["stride"] = stride
        name = f"k{kernel}-s{stride}-p{padding}" + "-ceil" * ceil + "-counted" * counted
        record(
            fixtures,
            name,
            "avgPool2d",
            lambda x: functional.avg_pool2d(x, kernel, stride, padding, ceil, counted),
            lambda: [real(2, 3, 7, 6)],
            arguments,
        )
    record(
        fixtures,
        "divisor",
        "avgPool2d",
        lambda x: functional.avg_pool2d(x, (3, 2), (2, 1), (1, 0), divisor_override=5),
        lambda: [real(2, 6, 5)],
        {"kernelSize": [3, 2], "stride": [2, 1], "padding": [1, 0], "divisorOverride": 5},
    )


def write_einsum(fixtures):
    for equation, shapes in [
        ("ij,jk->ik", [(3, 4), (4, 5)]),
        ("ij,jk", [(3, 4), (4, 5)]),
        ("bij,bjk->bik", [(2, 3, 4), (2, 4, 5)]),
        ("bqhd,bkhd->bhqk", [(2, 5, 3, 4), (2, 6, 3, 4)]),
        ("i,i->", [(7,), (7,)]),
        ("i,j->ij", [(3,), (4,)]),
        ("ij,ij->ij", [(3, 4), (3, 4)]),
        ("ijk->j", [(2, 3, 4)]),
        ("ij->ji", [(3, 4)]),
        ("ba", [(3, 4)]),
        ("ii", [(4, 4)]),
        ("iji->ji", [(3, 4, 3)]),
        ("bn,anm,bm->ba", [(2, 3), (5, 3, 4), (2, 4)]),
        ("ij,ik->i", [(3, 4), (3, 5)]),
        ("...ij,...jk->...ik", [(2, 1, 3, 4), (5, 4, 6)]),
        ("...i->i", [(2, 3, 4)]),
        ("i...,i...", [(3, 4), (3, 1)]),
        ("ij,jk->ik", [(3, 1), (4, 5)]),
        (",i->i", [(), (3,)]),
        ("ij,jk->ik", [(2, 0), (0, 3)]),
    ]:
        name = equation + " " + " ".join("x".join(map(str, shape)) or "0d" for shape in shapes)
        record(fixtures, name, "einsum", lambda *x: torch.einsum(equation, *x), lambda: [real(*shape) for shape in shapes], {"equation": equation})
