"""logSoftmax, nllLoss and crossEntropy."""

import math
from itertools import product

import torch
from torch.nn import functional

from families.op_case import integers, positive, real, record, seeded

double = torch.float64
nan, inf = math.nan, math.inf

# (N, C), (N, C, d) and (N, C, d1, d2).
input_shapes = {"matrix": (6, 5), "3d": (3, 5, 4), "4d": (2, 5, 3, 2)}
ignored = 2


def targets(shape, dtype=torch.int64, low=0):
    return integers(shape[0], *shape[2:], low=low, high=shape[1], dtype=dtype)


def weights(fixtures, name):
    with seeded(fixtures, f"{name}/weight"):
        return positive(5)


def with_target(op, shape, ignores):
    target = targets(shape)
    if ignores:
        target.view(-1)[0] = ignored
    # A sum of logarithms of probabilities has one sign, so that nothing cancels.
    return [-positive(*shape) if op == "nllLoss" else real(*shape), target]


def write(fixtures):
    write_log_softmax(fixtures)
    write_losses(fixtures)
    write_label_smoothing(fixtures)


def write_log_softmax(fixtures):
    for shape, dim in [((7,), 0), ((3, 5), 0), ((3, 5), 1), ((2, 3, 4), 1), ((2, 3, 4), -1), ((), 0), ((0, 3), 1), ((4, 1), 1), ((2, 1000), 1)]:
        name = f"{'x'.join(map(str, shape)) or '0d'}-dim{dim}"
        record(fixtures, name, "logSoftmax", lambda x: torch.log_softmax(x, dim), lambda: [real(*shape)], {"dim": dim})
    record(fixtures, "float64", "logSoftmax", lambda x: torch.log_softmax(x, 1), lambda: [real(3, 5, dtype=double)], {"dim": 1})
    rows = torch.tensor([[1e4, 0.0, -1e4], [-inf, 0.0, 1.0], [inf, 0.0, 1.0], [nan, 0.0, 1.0], [-inf, -inf, -inf], [100.0, 100.0, 100.0]])
    record(fixtures, "specials", "logSoftmax", lambda x: torch.log_softmax(x, 1), lambda: [rows], {"dim": 1})


def write_losses(fixtures):
    losses = {"nllLoss": functional.nll_loss, "crossEntropy": functional.cross_entropy}
    for op, compute in losses.items():
        for (name, shape), reduction, weighted, ignores in product(input_shapes.items(), ("mean", "sum", "none"), (False, True), (False, True)):
            arguments = {"reduction": reduction}
            kwargs = {"reduction": reduction}
            label = "-".join([name, reduction] + ["weight"] * weighted + ["ignore"] * ignores)
            if weighted:
                kwargs["weight"] = arguments["weight"] = weights(fixtures, f"{op}/{label}")
            if ignores:
                kwargs["ignoreIndex"] = arguments["ignore_index"] = ignored
            record(fixtures, label, op, lambda x, y: compute(x, y, **arguments), lambda: with_target(op, shape, ignores), kwargs)
        ignored_by_default = torch.tensor([1, -100, 0, -100])
        nothing_counts = torch.full((4,), -100)
        for reduction in ("mean", "sum", "none"):
            kwargs = {"reduction": reduction}
            record(fixtures, f"default-ignore-{reduction}", op, lambda x, y: compute(x, y, reduction=reduction), lambda: [real(4, 3), ignored_by_default], kwargs)
            record(fixtures, f"all-ignored-{reduction}", op, lambda x, y: compute(x, y, reduction=reduction), lambda: [real(4, 3), nothing_counts], kwargs)
            record(fixtures, f"no-samples-{reduction}", op, lambda x, y: compute(x, y, reduction=reduction), lambda: [real(0, 3), torch.zeros(0, dtype=torch.int64)], kwargs)
        record(fixtures, "unbatched", op, compute, lambda: [real(5), torch.tensor(3)])
        record(fixtures, "defaults", op, compute, lambda: [real(6, 5), targets((6, 5))])
        record(fixtures, "float64", op, compute, lambda: [real(6, 5, dtype=double), targets((6, 5))])
        zero_weights = torch.zeros(3)
        record(fixtures, "zero-weights", op, lambda x, y: compute(x, y, zero_weights), lambda: [real(4, 3), targets((4, 3))], {"weight": zero_weights})
    sure = torch.tensor([[1e4, 0.0], [0.0, 1e4], [-1e4, 0.0]])
    record(fixtures, "sure", "crossEntropy", functional.cross_entropy, lambda: [sure, torch.tensor([0, 0, 1])])
    infinite = torch.tensor([[-inf, 0.0], [-inf, 0.0], [inf, 0.0]])
    record(fixtures, "infinite", "crossEntropy", lambda x, y: functional.cross_entropy(x, y, reduction="none"), lambda: [infinite, torch.tensor([0, 1, 0])], {"reduction": "none"})


def write_label_smoothing(fixtures):
    for (name, shape), reduction, weighted, ignores in product(input_shapes.items(), ("mean", "sum", "none"), (False, True), (False, True)):
        arguments = {"reduction": reduction, "label_smoothing": 0.1}
        kwargs = {"reduction": reduction, "labelSmoothing": 0.1}
        label = "-".join(["smoothing0.1", name, reduction] + ["weight"] * weighted + ["ignore"] * ignores)
        if weighted:
            kwargs["weight"] = arguments["weight"] = weights(fixtures, f"crossEntropy/{label}")
        if ignores:
            kwargs["ignoreIndex"] = arguments["ignore_index"] = ignored
        record(fixtures, label, "crossEntropy", lambda x, y: functional.cross_entropy(x, y, **arguments), lambda: with_target("crossEntropy", shape, ignores), kwargs)
    for smoothing in (0.0, 0.5, 1.0):
        record(
            fixtures,
            f"smoothing{smoothing}",
            "crossEntropy",
            lambda x, y: functional.cross_entropy(x, y, label_smoothing=smoothing),
            lambda: [real(6, 5), targets((6, 5))],
            {"labelSmoothing": smoothing},
        )
