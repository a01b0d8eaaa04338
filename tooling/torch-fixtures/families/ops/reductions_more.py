"""amax, amin, aminmax, all, any, logsumexp, norm and their kin: over everything, one dimension or several, with ties and special values."""

import math

import torch

from families.op_case import integers, real, record, truths
from families.ops.reductions import keep, special_rows

nan, inf = math.nan, math.inf
double = torch.float64
dims = [0, -1, (0, 2), (1, 2), (0, 1, 2)]


def write(fixtures):
    write_extremes(fixtures)
    write_truths(fixtures)
    write_sums(fixtures)
    write_norms(fixtures)
    write_spreads(fixtures)
    write_close(fixtures)


def ties():
    return torch.tensor([[1.0, 3.0, 3.0], [2.0, 2.0, 2.0], [3.0, 1.0, 3.0]])


def ends():
    return torch.tensor([[1e-40, -1e-40, 0.0], [3.4e38, -3.4e38, 1.0]])


reals = {
    "cube": lambda: real(2, 3, 4),
    "float64": lambda: real(2, 3, 4, dtype=double),
    "long": lambda: real(2, 2, 37),
}


def write_extremes(fixtures):
    for op, compute in {"amax": torch.amax, "amin": torch.amin}.items():
        for label, values in reals.items():
            record(fixtures, f"{label}-full", op, compute, lambda: [values()])
            for name, arguments in keep(dims):
                record(fixtures, f"{label}-{name}", op, lambda x: compute(x, **arguments), lambda: [values()], arguments)
        for label, values in {"ties": ties, "specials": special_rows, "ends": ends}.items():
            for name, arguments in keep([1, (0, 1)]):
                record(fixtures, f"{label}-{name}", op, lambda x: compute(x, **arguments), lambda: [values()], arguments)
        for label, values in {"int32": lambda: integers(3, 4), "uint8": lambda: integers(3, 4, low=0, high=256, dtype=torch.uint8), "bool": lambda: truths(3, 4)}.items():
            record(fixtures, label, op, lambda x: compute(x, dim=1), lambda: [values()], {"dim": 1})
        record(fixtures, "0d", op, compute, lambda: [real()])
        record(fixtures, "0d-dim0", op, lambda x: compute(x, dim=0), lambda: [real()], {"dim": 0})
        record(fixtures, "empty", op, lambda x: compute(x, dim=1), lambda: [real(0, 3)], {"dim": 1})
    for label, values in {**reals, "ties": ties, "specials": special_rows, "0d": lambda: real(), "int32": lambda: integers(3, 4)}.items():
        record(fixtures, f"{label}-full", "aminmax", lambda x: tuple(torch.aminmax(x)), lambda: [values()])
        for name, arguments in keep([0, -1]):
            record(fixtures, f"{label}-{name}", "aminmax", lambda x: tuple(torch.aminmax(x, **arguments)), lambda: [values()], arguments)


def write_truths(fixtures):
    inputs = {
        "bool": lambda: truths(2, 3, 4),
        "sparse": lambda: integers(2, 3, 4, low=0, high=2),
        "uint8": lambda: integers(2, 3, 4, low=0, high=2, dtype=torch.uint8),
        "float64": lambda: integers(2, 3, 4, low=-1, high=2).to(double),
        "specials": lambda: torch.tensor([[[nan, 0.0, -0.0], [inf, 1e-45, 1.0]]]),
        "zeros": lambda: torch.zeros(2, 2, 2),
        "empty": lambda: torch.zeros(2, 0, 3),
    }
    for label, values in inputs.items():
        for op, compute in {"all": torch.all, "any": torch.any}.items():
            record(fixtures, f"{label}-full", op, compute, lambda: [values()], no_gradient=(0,))
            for name, arguments in keep(dims):
                record(fixtures, f"{label}-{name}", op, lambda x: compute(x, **arguments), lambda: [values()], arguments, no_gradient=(0,))
        record(fixtures, f"{label}-full", "countNonzero", torch.count_nonzero, lambda: [values()], no_gradient=(0,))
        for dim in dims:
            named = list(dim) if isinstance(dim, tuple) else dim
            record(fixtures, f"{label}-dim{dim}", "countNonzero", lambda x: torch.count_nonzero(x, dim=dim), lambda: [values()], {"dim": named}, no_gradient=(0,))
    for op, compute in {"all": torch.all, "any": torch.any, "countNonzero": torch.count_nonzero}.items():
        record(fixtures, "0d", op, compute, lambda: [truths()])


def write_sums(fixtures):
    holes = lambda: torch.tensor([[1.0, nan, 3.0], [nan, nan, nan], [inf, nan, 1.0], [inf, -inf, 1.0], [-0.0, nan, -0.0]])
    for op, compute in {"nansum": torch.nansum, "nanmean": torch.nanmean, "logsumexp": torch.logsumexp}.items():
        whole = {} if op != "logsumexp" else {"dim": [0, 1, 2]}
        for label, values in reals.items():
            record(fixtures, f"{label}-full", op, lambda x: compute(x, **whole), lambda: [values()], whole)
            for name, arguments in keep(dims):
                record(fixtures, f"{label}-{name}", op, lambda x: compute(x, **arguments), lambda: [values()], arguments)
        for label, values in {"holes": holes, "specials": special_rows, "large": lambda: torch.tensor([[1e3, 999.0, -1e3], [-1e3, -1e3, -2e3]]), "lowest": lambda: torch.tensor([[-inf, -inf], [1.0, -inf]]), "empty": lambda: real(3, 0)}.items():
            for name, arguments in keep([1]):
                record(fixtures, f"{label}-{name}", op, lambda x: compute(x, **arguments), lambda: [values()], arguments)
        record(fixtures, "0d", op, lambda x: compute(x, dim=0), lambda: [real()], {"dim": 0})
    record(fixtures, "int32", "nansum", torch.nansum, lambda: [integers(3, 4)])
    record(fixtures, "int32", "logsumexp", lambda x: torch.logsumexp(x, 1), lambda: [integers(3, 4)], {"dim": 1})


def write_norms(fixtures):
    for p in [2, 1, 0, 0.5, 1.5, 3, -1, inf, -inf]:
        for label, values in {"cube": lambda: real(2, 3, 4), "float64": lambda: real(2, 3, 4, dtype=double)}.items():
            record(fixtures, f"{label}-{p}-full", "norm", lambda x: torch.norm(x, p), lambda: [values()], {"p": p}, no_gradient=(0,) if p == 0 else ())
            for name, arguments in keep([0, -1, (0, 2)]):
                record(fixtures, f"{label}-{p}-{name}", "norm", lambda x: torch.norm(x, p, **arguments), lambda: [values()], {"p": p, **arguments}, no_gradient=(0,) if p == 0 else ())
        for label, values in {"zeros": lambda: torch.zeros(2, 3), "ties": lambda: -ties(), "specials": special_rows, "0d": lambda: real(), "some-zeros": lambda: torch.tensor([[0.0, 3.0, -4.0], [0.0, -0.0, 2.0]])}.items():
            if label == "specials" and p not in (0, 1, 2, inf, -inf):
                continue
            record(fixtures, f"{label}-{p}", "norm", lambda x: torch.norm(x, p, dim=-1), lambda: [values()], {"p": p, "dim": -1}, no_gradient=(0,) if p == 0 else ())
    for p in [2, 1, 0, 3]:
        record(fixtures, f"empty-{p}", "norm", lambda x: torch.norm(x, p, dim=1), lambda: [real(2, 0)], {"p": p, "dim": 1}, no_gradient=(0,) if p == 0 else ())
    record(fixtures, "fro", "norm", lambda x: torch.norm(x, "fro"), lambda: [real(3, 4)], {"p": "fro"})
    record(fixtures, "dtype", "norm", lambda x: torch.norm(x, 2, dtype=double), lambda: [real(3, 4)], {"p": 2, "dtype": "float64"})


def write_spreads(fixtures):
    for op, compute in {"varMean": torch.var_mean, "stdMean": torch.std_mean}.items():
        for label, values in reals.items():
            record(fixtures, f"{label}-full", op, lambda x: compute(x), lambda: [values()])
            for name, arguments in keep([0, -1, (0, 2)]):
                record(fixtures, f"{label}-{name}", op, lambda x: compute(x, **arguments), lambda: [values()], arguments)
        record(fixtures, "correction", op, lambda x: compute(x, dim=1, correction=0), lambda: [real(3, 4)], {"dim": 1, "correction": 0})


def write_close(fixtures):
    first = lambda: torch.tensor([1.0, nan, inf, -inf, inf, 0.0, 1e-40, 100.0])
    second = lambda: torch.tensor([1.000001, nan, inf, inf, 5.0, 1e-9, -1e-40, 100.002])
    choices = {"plain": {}, "wide": {"rtol": 0.5, "atol": 1.0}, "narrow": {"rtol": 0.0, "atol": 0.0}, "nan": {"equalNan": True}}
    for name, options in choices.items():
        own = {("equal_nan" if key == "equalNan" else key): value for key, value in options.items()}
        for label, pair in {"specials": lambda: [first(), second()], "random": lambda: [real(3, 4), real(4)], "float64": lambda: [real(3, dtype=double), real(3, dtype=double)], "int32": lambda: [integers(9), integers(9)], "uint8": lambda: [integers(9, low=0, high=3, dtype=torch.uint8), integers(9, low=0, high=3, dtype=torch.uint8)], "bool": lambda: [truths(5), truths(5)], "0d": lambda: [real(), real()], "empty": lambda: [real(0), real(0)]}.items():
            record(fixtures, f"{label}-{name}", "isclose", lambda a, b: torch.isclose(a, b, **own), pair, options, no_gradient=(0, 1))
            record(fixtures, f"{label}-{name}", "allclose", lambda a, b: torch.tensor(torch.allclose(a, b, **own)), pair, options, no_gradient=(0, 1))
    for label, pair in {"same": lambda: [ties(), ties()], "specials": lambda: [first(), first()], "other": lambda: [real(3), real(3)], "shapes": lambda: [torch.ones(2), torch.ones(1, 2)], "empty": lambda: [real(0, 2), real(0, 2)], "int32": lambda: [integers(3, low=2, high=3), integers(3, low=2, high=3)]}.items():
        record(fixtures, label, "equal", lambda a, b: torch.tensor(torch.equal(a, b)), pair, no_gradient=(0, 1))
