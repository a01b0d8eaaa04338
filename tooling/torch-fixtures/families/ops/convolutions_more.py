"""Convolutions in one and three directions, transposed ones, and images as columns (im2col, col2im)."""

from itertools import product

import torch
from torch.nn import functional

from families.op_case import real, record

double = torch.float64

names = {"outputPadding": "output_padding", "kernelSize": "kernel_size", "outputSize": "output_size"}


def torch_names(arguments):
    return {names.get(name, name): value for name, value in arguments.items()}


def label(arguments):
    parts = [name.lower() + str(value).strip("[]").replace(" ", "") for name, value in arguments.items()]
    return "-".join(parts) or "plain"



# Odd sizes in every direction: image, kernel, channels.
sizes = {1: ((9,), (3,)), 2: ((5, 6), (3, 2)), 3: ((3, 4, 3), (2, 3, 2))}

plain_variants = {
    1: [
        {},
        {"stride": 2},
        {"padding": 2},
        {"dilation": 3},
        {"groups": 2},
        {"stride": 2, "padding": 1, "dilation": 2, "groups": 2},
    ],
    3: [
        {},
        {"stride": 2},
        {"stride": [1, 2, 1]},
        {"padding": 1},
        {"padding": [2, 0, 1]},
        {"dilation": 2},
        {"dilation": [3, 1, 2]},
        {"groups": 2},
        {"stride": [2, 1, 2], "padding": [1, 2, 0], "dilation": [2, 1, 1], "groups": 2},
    ],
}

transposed_variants = {
    1: [
        {},
        {"stride": 2},
        {"stride": 3, "padding": 1, "outputPadding": 2},
        {"dilation": 2, "outputPadding": 1},
        {"groups": 2},
        {"stride": 2, "padding": 1, "outputPadding": 1, "groups": 2, "dilation": 2},
    ],
    2: [
        {},
        {"stride": 2},
        {"stride": [2, 1], "padding": [1, 0]},
        {"stride": 2, "padding": 1, "outputPadding": 1},
        {"stride": [3, 2], "outputPadding": [2, 1]},
        {"dilation": 2},
        {"dilation": [1, 3], "outputPadding": [0, 2]},
        {"groups": 2},
        {"groups": 2, "stride": 2, "padding": [0, 1], "outputPadding": [1, 0], "dilation": [1, 2]},
    ],
    3: [
        {},
        {"stride": 2},
        {"stride": [2, 1, 1], "padding": [1, 0, 1], "outputPadding": [1, 0, 0]},
        {"dilation": 2},
        {"dilation": [2, 1, 3], "stride": [1, 2, 1], "outputPadding": [1, 1, 0]},
        {"groups": 2},
        {"groups": 2, "stride": [3, 2, 1], "padding": 1, "outputPadding": [2, 0, 0], "dilation": [1, 2, 1]},
    ],
}


def write(fixtures):
    for rank, variants in plain_variants.items():
        write_plain(fixtures, f"conv{rank}d", getattr(functional, f"conv{rank}d"), rank, variants)
    for rank, variants in transposed_variants.items():
        write_transposed(fixtures, f"convTranspose{rank}d", getattr(functional, f"conv_transpose{rank}d"), rank, variants)
    write_columns(fixtures)


def write_plain(fixtures, op, compute, rank, variants):
    size, kernel = sizes[rank]
    size = tuple(s + 2 for s in size)
    for arguments, bias in product(variants, (True, False)):
        groups = arguments.get("groups", 1)
        inputs = lambda: [real(2, 4, *size), real(6, 4 // groups, *kernel)] + ([real(6)] if bias else [])
        record(
            fixtures,
            label(arguments) + ("" if bias else "-nobias"),
            op,
            lambda *given: compute(*given, **torch_names(arguments)),
            inputs,
            arguments,
        )
    one = (1,) * rank
    more = {
        "unbatched": lambda: [real(4, *size), real(6, 4, *kernel), real(6)],
        "kernel1": lambda: [real(2, 4, *size), real(3, 4, *one), real(3)],
        "kernel-as-input": lambda: [real(2, 3, *size), real(5, 3, *size), real(5)],
        "one-channel": lambda: [real(1, 1, *size), real(1, 1, *kernel)],
        "no-samples": lambda: [real(0, 3, *size), real(2, 3, *kernel), real(2)],
        "float64": lambda: [real(2, 3, *size, dtype=double), real(4, 3, *kernel, dtype=double), real(4, dtype=double)],
    }
    for name, inputs in more.items():
        record(fixtures, name, op, compute, inputs)
    depthwise = {"groups": 4, "padding": 1}
    inputs = lambda: [real(2, 4, *size), real(8, 1, *kernel), real(8)]
    record(fixtures, "depthwise", op, lambda *given: compute(*given, **depthwise), inputs, depthwise)


def write_transposed(fixtures, op, compute, rank, variants):
    size, kernel = sizes[rank]
    for arguments, bias in product(variants, (True, False)):
        groups = arguments.get("groups", 1)
        inputs = lambda: [real(2, 4, *size), real(4, 6 // groups, *kernel)] + ([real(6)] if bias else [])
        record(
            fixtures,
            label(arguments) + ("" if bias else "-nobias"),
            op,
            lambda *given: compute(*given, **torch_names(arguments)),
            inputs,
            arguments,
        )
    one = (1,) * rank
    more = {
        "unbatched": lambda: [real(4, *size), real(4, 5, *kernel), real(5)],
        "kernel1": lambda: [real(2, 4, *size), real(4, 3, *one), real(3)],
        "from-one-place": lambda: [real(3, 4, *one), real(4, 3, *kernel), real(3)],
        "one-channel": lambda: [real(1, 1, *size), real(1, 1, *kernel)],
        "no-samples": lambda: [real(0, 3, *size), real(3, 2, *kernel), real(2)],
        "float64": lambda: [real(2, 3, *size, dtype=double), real(3, 4, *kernel, dtype=double), real(4, dtype=double)],
    }
    for name, inputs in more.items():
        record(fixtures, name, op, compute, inputs)
    depthwise = {"groups": 4, "stride": 2}
    inputs = lambda: [real(2, 4, *size), real(4, 1, *kernel), real(4)]
    record(fixtures, "depthwise", op, lambda *given: compute(*given, **depthwise), inputs, depthwise)


def write_columns(fixtures):
    variants = [
        {"kernelSize": 2},
        {"kernelSize": [3, 2], "stride": 2},
        {"kernelSize": 3, "padding": 1},
        {"kernelSize": [2, 3], "padding": [2, 0], "stride": [1, 3]},
        {"kernelSize": 2, "dilation": [2, 3]},
        {"kernelSize": [1, 4], "stride": [2, 1], "dilation": [1, 2], "padding": [0, 3]},
        {"kernelSize": 2, "stride": 3},
        {"kernelSize": [7, 6]},
    ]
    for arguments in variants:
        given = {name: tuple(value) if isinstance(value, list) else value for name, value in torch_names(arguments).items()}
        columns = functional.unfold(torch.zeros(2, 3, 7, 6), **given).shape
        record(fixtures, label(arguments), "im2col", lambda x: functional.unfold(x, **given), lambda: [real(2, 3, 7, 6)], arguments)
        fold = lambda x: functional.fold(x, (7, 6), **given)
        record(fixtures, label(arguments), "col2im", fold, lambda: [real(*columns)], {"outputSize": [7, 6], **arguments})
    two = {"kernelSize": 2}
    for name, inputs in {
        "unbatched": lambda: [real(3, 4, 5)],
        "no-samples": lambda: [real(0, 3, 4, 5)],
        "float64": lambda: [real(2, 3, 4, 5, dtype=double)],
    }.items():
        record(fixtures, name, "im2col", lambda x: functional.unfold(x, 2), inputs, two)
    four = {"outputSize": [4, 5], "kernelSize": 2}
    for name, inputs in {
        "unbatched": lambda: [real(12, 12)],
        "no-samples": lambda: [real(0, 12, 12)],
        "float64": lambda: [real(2, 12, 12, dtype=double)],
    }.items():
        record(fixtures, name, "col2im", lambda x: functional.fold(x, (4, 5), 2), inputs, four)
