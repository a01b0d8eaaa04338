"""sort, topk, median and what else puts elements in order or looks for them: ties where the answer is told, NaN, infinities, every dtype."""

import math

import torch

from families.op_case import integers, real, record, truths

nan, inf = math.nan, math.inf
double = torch.float64


def write(fixtures):
    write_sort(fixtures)
    write_topk(fixtures)
    write_median(fixtures)
    write_quantile(fixtures)


def awkward():
    return torch.tensor([[1.0, 3.0, nan, -0.0, 0.0, inf], [-inf, nan, 1.0, nan, 1.0, 1e-41], [2.0, 2.0, 1.0, 1.0, -1e-41, -0.0]])


inputs = {
    "matrix": lambda: real(4, 5),
    "cube": lambda: real(2, 5, 3, dtype=double),
    "long": lambda: real(2, 300),
    "specials": awkward,
    "int32": lambda: integers(4, 9),
    "ends": lambda: torch.tensor([[2147483647, -2147483648, 0, -1, 1]], dtype=torch.int32),
    "uint8": lambda: integers(3, 50, low=0, high=256, dtype=torch.uint8),
    "bool": lambda: truths(3, 9),
    "0d": lambda: real(),
    "empty": lambda: real(2, 0),
}


def write_sort(fixtures):
    for label, values in inputs.items():
        for dim in (-1, 0):
            for descending in (False, True):
                options = {"dim": dim, "descending": descending}
                name = f"{label}-dim{dim}" + ("-descending" if descending else "")
                record(fixtures, name, "sort", lambda x: tuple(torch.sort(x, stable=True, **options)), lambda: [values()], options)
        record(fixtures, label, "argsort", lambda x: torch.argsort(x, dim=-1, stable=True), lambda: [values()], no_gradient=(0,))
        record(fixtures, label, "msort", torch.msort, lambda: [values()])


def write_topk(fixtures):
    for label in ("matrix", "cube", "long", "0d"):
        values = inputs[label]
        for dim in (-1, 0):
            for k in (1, 2):
                if label == "0d" and k == 2:
                    continue
                for largest in (True, False):
                    arguments = {"k": k, "dim": dim, "largest": largest}
                    name = f"{label}-{k}-dim{dim}" + ("" if largest else "-smallest")
                    record(fixtures, name, "topk", lambda x: tuple(torch.topk(x, **arguments)), lambda: [values()], arguments)
                for keepdim in (False, True):
                    arguments = {"k": k, "dim": dim, "keepdim": keepdim}
                    record(fixtures, f"{label}-{k}-dim{dim}-{keepdim}", "kthvalue", lambda x: tuple(torch.kthvalue(x, **arguments)), lambda: [values()], arguments)
    distinct = {"int32": torch.int32, "uint8": torch.uint8}
    for label, dtype in distinct.items():
        values = lambda: torch.tensor([[3, 1, 7, 2], [9, 200, 5, 100]]).to(dtype)
        record(fixtures, label, "topk", lambda x: tuple(torch.topk(x, 2)), lambda: [values()], {"k": 2})
        record(fixtures, label, "kthvalue", lambda x: tuple(torch.kthvalue(x, 2)), lambda: [values()], {"k": 2})
    record(fixtures, "all", "topk", lambda x: tuple(torch.topk(x, 5)), lambda: [real(2, 5)], {"k": 5})
    record(fixtures, "none", "topk", lambda x: tuple(torch.topk(x, 0)), lambda: [real(2, 5)], {"k": 0})
    record(fixtures, "nan", "topk", lambda x: tuple(torch.topk(x, 2)), lambda: [torch.tensor([1.0, nan, inf, -inf])], {"k": 2})


def write_median(fixtures):
    values = {**inputs, "ties": lambda: torch.tensor([[1.0, 2.0, 2.0, 3.0, 0.0]]), "holes": lambda: torch.tensor([[nan, 3.0, 1.0, 2.0], [nan, nan, nan, nan], [4.0, 2.0, nan, 3.0]])}
    for op, compute in {"median": torch.median, "nanmedian": torch.nanmedian}.items():
        for label, make in values.items():
            if label == "bool":
                continue
            record(fixtures, f"{label}-full", op, compute, lambda: [make()])
            # Of equals PyTorch takes any.
            if label in ("empty", "specials", "int32", "uint8", "holes") and (op == "nanmedian" or label != "holes"):
                continue
            for keepdim in (False, True):
                arguments = {"dim": -1, "keepdim": keepdim}
                record(fixtures, f"{label}-{keepdim}", op, lambda x: tuple(compute(x, **arguments)), lambda: [make()], arguments)


def write_quantile(fixtures):
    for interpolation in ("linear", "lower", "higher", "midpoint", "nearest"):
        for label, make in {"matrix": lambda: real(4, 5), "cube": lambda: real(2, 5, 3, dtype=double), "specials": awkward, "0d": lambda: real()}.items():
            for share in (0, 0.3, 0.5, 1):
                for dim in (None, 0, -1):
                    arguments = {} if dim is None else {"dim": dim}
                    options = {"q": share, "interpolation": interpolation, **arguments}
                    record(fixtures, f"{label}-{share}-{dim}-{interpolation}", "quantile", lambda x: torch.quantile(x, share, interpolation=interpolation, **arguments), lambda: [make()], options, no_gradient=(0,) if label == "specials" else ())
        # 0.9 as a float is a little less, and 30 times that below 27.
        below = {"q": 0.9, "dim": 0, "interpolation": interpolation}
        record(fixtures, f"below-whole-{interpolation}", "quantile", lambda x: torch.quantile(x, 0.9, dim=0, interpolation=interpolation), lambda: [real(31, 2)], below)
        several = {"dim": 1, "keepdim": True, "interpolation": interpolation}
        record(fixtures, f"several-{interpolation}", "quantile", lambda x, q: torch.quantile(x, q, **several), lambda: [real(3, 7), torch.tensor([0.1, 0.5, 0.9])], several, no_gradient=(1,))
