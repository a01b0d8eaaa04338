"""What scans, sorts, searches and counts beside scans.py and sorting.py: ties where the answer is told, NaN, infinities, every dtype."""

import math

import torch

from families.op_case import integers, positive, real, record, truths

nan, inf = math.nan, math.inf
double = torch.float64
ints = torch.int32


def awkward():
    return torch.tensor([[1.0, 3.0, nan, -0.0, 0.0, inf], [-inf, nan, 1.0, nan, 1.0, 1e-41], [2.0, 2.0, 1.0, 1.0, -1e-41, 0.5], [nan] * 6])


inputs = {
    "matrix": lambda: real(4, 5),
    "cube": lambda: real(2, 5, 3, dtype=double),
    "long": lambda: real(2, 300),
    "specials": awkward,
    "int32": lambda: integers(4, 9),
    "ends": lambda: torch.tensor([[2147483647, -2147483648, 0, 2147483647, 1]], dtype=ints),
    "uint8": lambda: integers(3, 50, low=0, high=20, dtype=torch.uint8),
    "bool": lambda: truths(3, 9),
    "0d": lambda: real(),
    "empty": lambda: real(0, 3),
}


def write(fixtures):
    write_scans(fixtures)
    write_differences(fixtures)
    write_unique(fixtures)
    write_mode(fixtures)
    write_search(fixtures)
    write_counts(fixtures)
    write_covariance(fixtures)
    write_nanquantile(fixtures)


def write_scans(fixtures):
    for op, compute in {"cummax": torch.cummax, "cummin": torch.cummin}.items():
        for label, values in inputs.items():
            for dim in (0, -1):
                record(fixtures, f"{label}-dim{dim}", op, lambda x: tuple(compute(x, dim)), lambda: [values()], {"dim": dim})
        record(fixtures, "ties", op, lambda x: tuple(compute(x, 0)), lambda: [torch.tensor([1.0, 3.0, 3.0, 1.0, -0.0, 0.0, 3.0, 1.0])], {"dim": 0})
    for label, values in inputs.items():
        if values().is_floating_point() if label in ("specials", "ends") else label not in ("int32", "uint8", "bool"):
            for dim in (0, -1):
                # Where -inf stands first PyTorch's gradient is NaN; beside the ends ours is not.
                record(fixtures, f"{label}-dim{dim}", "logcumsumexp", lambda x: torch.logcumsumexp(x, dim), lambda: [values()], {"dim": dim}, no_gradient=(0,) if label == "specials" else ())
    far = lambda: torch.tensor([[0.0, 1000.0, -1000.0, 1000.0], [-1e30, 2.0, 2.0, 1e30], [-inf, -inf, 0.0, 1.0], [88.0, 89.0, 90.0, -100.0]])
    record(fixtures, "far", "logcumsumexp", lambda x: torch.logcumsumexp(x, 1), lambda: [far()], {"dim": 1}, no_gradient=(0,))


def write_differences(fixtures):
    for label, values in inputs.items():
        if label == "0d":
            continue
        for dim in (0, -1):
            for n in (1, 2, 7):
                if label != "ends" or n == 1:
                    record(fixtures, f"{label}-{n}-dim{dim}", "diff", lambda x: torch.diff(x, n=n, dim=dim), lambda: [values()], {"n": n, "dim": dim})
    record(fixtures, "none", "diff", lambda x: torch.diff(x, n=0), lambda: [real(3)], {"n": 0})
    between = lambda x, before, behind: torch.diff(x, dim=1, prepend=before, append=behind)
    record(fixtures, "between", "diff", between, lambda: [real(2, 4), real(2, 1), real(2, 2)], {"dim": 1, "between": True})
    points = torch.tensor([0.0, 1.0, 2.5, 3.0])
    for label, values in {"float32": lambda *shape: real(*shape), "float64": lambda *shape: real(*shape, dtype=double), "int32": lambda *shape: integers(*shape)}.items():
        slopes = lambda **given: lambda x, *own: tuple(torch.gradient(x, **given, **({"spacing": own} if own else {})))  # noqa: E731
        record(fixtures, label, "gradient", slopes(), lambda: [values(4, 5)])
        record(fixtures, f"{label}, second order", "gradient", slopes(spacing=0.3, edge_order=2, dim=1), lambda: [values(4, 5)], {"spacing": 0.3, "edgeOrder": 2, "dim": 1})
        record(fixtures, f"{label}, each apart", "gradient", slopes(spacing=(0.5, 2.0)), lambda: [values(3, 2)], {"spacing": [0.5, 2.0]})
    for order in (1, 2):
        record(fixtures, f"at points, order {order}", "gradient", lambda x, own: tuple(torch.gradient(x, spacing=(own,), dim=(0,), edge_order=order)), lambda: [real(4, 3), points.clone()], {"dim": [0], "edgeOrder": order}, no_gradient=(1,))
    for op, compute in {"trapezoid": torch.trapezoid, "cumulativeTrapezoid": torch.cumulative_trapezoid}.items():
        for label in ("matrix", "cube", "long", "specials", "int32", "uint8", "empty"):
            values = inputs[label]
            for dim in (0, -1):
                record(fixtures, f"{label}-dim{dim}", op, lambda y: compute(y, dim=dim), lambda: [values()], {"dim": dim})
                record(fixtures, f"{label}-apart-dim{dim}", op, lambda y: compute(y, dx=0.5, dim=dim), lambda: [values()], {"dim": dim, "dx": 0.5})
        record(fixtures, "points", op, lambda y, x: compute(y, x, dim=1), lambda: [real(2, 5, 3), real(5)], {"dim": 1})
        record(fixtures, "points-of-each", op, lambda y, x: compute(y, x), lambda: [real(2, 5), real(2, 5)])
        record(fixtures, "points-of-some", op, lambda y, x: compute(y, x), lambda: [real(3, 2, 5), real(2, 5)])
        record(fixtures, "points-int32", op, lambda y, x: compute(y, x), lambda: [integers(4), integers(4)])


def write_unique(fixtures):
    for label in ("int32", "uint8", "bool", "0d", "ends", "empty", "specials"):
        values = inputs[label]
        for flags in ((False, False), (True, False), (False, True), (True, True)):
            options = {name: flag for name, flag in zip(("returnInverse", "returnCounts"), flags) if flag}
            # The inverse of NaN hangs on the order in which equals are sorted.
            if label == "specials" and flags[0]:
                continue
            told = lambda found: tuple(one for one in found if one is not None) if any(flags) else found
            name = f"{label}-{'-'.join(options)}"
            record(fixtures, name, "unique", lambda x: told(torch.unique(x, return_inverse=flags[0], return_counts=flags[1])), lambda: [values()], options, no_gradient=(0,))
            record(fixtures, name, "uniqueConsecutive", lambda x: told(torch.unique_consecutive(x, return_inverse=flags[0], return_counts=flags[1])), lambda: [values()], options, no_gradient=(0,))
    for dim in (0, 1, -1):
        options = {"dim": dim, "returnInverse": True, "returnCounts": True}
        for label, values in {"few": lambda: integers(9, 2, low=0, high=2), "wide": lambda: integers(2, 30, low=0, high=2), "cube": lambda: integers(3, 6, 2, low=0, high=2), "floats": lambda: integers(8, 3, low=-1, high=1).float(), "bool": lambda: truths(8, 2)}.items():
            record(fixtures, f"{label}-dim{dim}", "unique", lambda x: torch.unique(x, dim=dim, return_inverse=True, return_counts=True), lambda: [values()], options, no_gradient=(0,))
            record(fixtures, f"{label}-dim{dim}", "uniqueConsecutive", lambda x: torch.unique_consecutive(x, dim=dim, return_inverse=True, return_counts=True), lambda: [values()], options, no_gradient=(0,))
    for op, compute in {"unique": torch.unique, "uniqueConsecutive": torch.unique_consecutive}.items():
        record(fixtures, "empty-dim0", op, lambda x: compute(x, dim=0, return_inverse=True, return_counts=True), lambda: [torch.zeros(0, 3)], {"dim": 0, "returnInverse": True, "returnCounts": True}, no_gradient=(0,))


def write_mode(fixtures):
    for label, values in inputs.items():
        for dim in (0, -1):
            # Beside NaN PyTorch's answer hangs on how it sorts.
            if (label == "empty" and dim == 0) or label == "specials":
                continue
            for keepdim in (False, True):
                # Of more than sixteen PyTorch's order of equals is undefined.
                if label in ("uint8",) and dim == -1:
                    record(fixtures, f"{label}-dim{dim}-{keepdim}", "mode", lambda x: torch.mode(x, dim, keepdim).values, lambda: [values()], {"dim": dim, "keepdim": keepdim, "valuesOnly": True})
                else:
                    record(fixtures, f"{label}-dim{dim}-{keepdim}", "mode", lambda x: tuple(torch.mode(x, dim, keepdim)), lambda: [values()], {"dim": dim, "keepdim": keepdim})
    record(fixtures, "ties", "mode", lambda x: tuple(torch.mode(x)), lambda: [integers(5, 9, low=0, high=4).float()], {"dim": -1})


def write_search(fixtures):
    ordered = {
        "floats": lambda: real(12).sort().values,
        "float64": lambda: real(12, dtype=double).sort().values,
        "int32": lambda: integers(12).sort().values,
        "uint8": lambda: integers(12, low=0, high=9, dtype=torch.uint8).sort().values,
        "specials": lambda: torch.tensor([-inf, -1.0, -0.0, 0.0, 1.0, 1.0, inf, nan, nan]),
        "none": lambda: torch.zeros(0),
        "one": lambda: torch.tensor([0.5]),
    }
    wanted = {
        "floats": lambda: real(3, 4),
        "float64": lambda: real(7, dtype=double),
        "int32": lambda: integers(2, 9),
        "uint8": lambda: integers(9, low=0, high=12, dtype=torch.uint8),
        "specials": lambda: torch.tensor([nan, inf, -inf, 0.0, -0.0, 1.0, 2.0]),
        "none": lambda: real(2),
        "one": lambda: torch.tensor(0.5),
    }
    for label in ordered:
        for right in (False, True):
            make = lambda: [ordered[label](), wanted[label]()]
            record(fixtures, f"{label}-{right}", "searchsorted", lambda s, v: torch.searchsorted(s, v, right=right), make, {"right": right}, no_gradient=(0, 1))
            record(fixtures, f"{label}-{right}", "bucketize", lambda s, v: torch.bucketize(v, s, right=right), make, {"right": right}, no_gradient=(0, 1))
    record(fixtures, "rows", "searchsorted", torch.searchsorted, lambda: [real(2, 3, 8).sort(-1).values, real(2, 3, 5)], no_gradient=(0, 1))
    record(fixtures, "side", "searchsorted", lambda s, v: torch.searchsorted(s, v, side="right"), lambda: [integers(9).sort().values, integers(5)], {"side": "right"})
    record(fixtures, "mixed", "searchsorted", torch.searchsorted, lambda: [real(9).sort().values, integers(5)], no_gradient=(0,))
    record(fixtures, "number", "searchsorted", lambda s: torch.searchsorted(s, 0.25), lambda: [real(9).sort().values], {"values": 0.25}, no_gradient=(0,))
    record(fixtures, "number-int32", "bucketize", lambda s: torch.bucketize(2, s), lambda: [integers(9).sort().values], {"values": 2})
    for label, elements, test in (
        ("floats", lambda: integers(4, 5).float(), lambda: integers(6).float()),
        ("int32", lambda: integers(4, 5), lambda: integers(3, 2)),
        ("mixed", lambda: integers(4, 5), lambda: integers(6).float()),
        ("uint8", lambda: integers(9, low=0, high=9, dtype=torch.uint8), lambda: integers(4, low=0, high=9, dtype=torch.uint8)),
        ("specials", awkward, lambda: torch.tensor([nan, inf, 0.0])),
        ("one", awkward, lambda: torch.tensor(1.0)),
        ("none", lambda: real(3), lambda: torch.zeros(0)),
        ("of-none", lambda: torch.zeros(0, 2), lambda: real(3)),
    ):
        for invert in (False, True):
            record(fixtures, f"{label}-{invert}", "isin", lambda x, t: torch.isin(x, t, invert=invert), lambda: [elements(), test()], {"invert": invert}, no_gradient=(0, 1))
    record(fixtures, "number", "isin", lambda x: torch.isin(x, 2), lambda: [integers(9)], {"test": 2})


def write_counts(fixtures):
    for label, values in {"int32": lambda: integers(40, low=0, high=9), "uint8": lambda: integers(40, low=0, high=9, dtype=torch.uint8), "empty": lambda: torch.zeros(0, dtype=ints)}.items():
        for minlength in (0, 3, 20):
            record(fixtures, f"{label}-{minlength}", "bincount", lambda x: torch.bincount(x, minlength=minlength), lambda: [values()], {"minlength": minlength})
    for label, weights in {"float32": lambda: real(40), "float64": lambda: real(40, dtype=double), "int32": lambda: integers(40)}.items():
        record(fixtures, f"weights-{label}", "bincount", lambda x, w: torch.bincount(x, w), lambda: [integers(40, low=0, high=9), weights()], no_gradient=(1,))
    for label in ("matrix", "cube", "long", "0d", "empty"):
        values = inputs[label]
        for name, options in {"": {}, "-bins": {"bins": 7}, "-range": {"bins": 5, "min": -1, "max": 1}, "-thirds": {"bins": 9, "min": -0.3, "max": 0.6}}.items():
            record(fixtures, label + name, "histc", lambda x: torch.histc(x, **options), lambda: [values()], options, no_gradient=(0,))
    record(fixtures, "edges", "histc", lambda x: torch.histc(x, bins=10, min=0, max=1), lambda: [torch.arange(11) / 10], {"bins": 10, "min": 0, "max": 1}, no_gradient=(0,))
    record(fixtures, "edges-double", "histc", lambda x: torch.histc(x, bins=10, min=0, max=1), lambda: [torch.arange(11, dtype=double) / 10], {"bins": 10, "min": 0, "max": 1}, no_gradient=(0,))
    record(fixtures, "specials", "histc", lambda x: torch.histc(x, bins=4, min=0, max=3), lambda: [awkward()], {"bins": 4, "min": 0, "max": 3}, no_gradient=(0,))
    record(fixtures, "same", "histc", lambda x: torch.histc(x, bins=3), lambda: [torch.full((4,), 2.0)], {"bins": 3}, no_gradient=(0,))
    for label in ("matrix", "cube", "long"):
        values = inputs[label]
        record(fixtures, label, "histogram", lambda x: tuple(torch.histogram(x, 7)), lambda: [values()], {"bins": 7}, no_gradient=(0,))
        record(fixtures, f"{label}-range", "histogram", lambda x: tuple(torch.histogram(x, 5, range=(-0.3, 0.6))), lambda: [values()], {"bins": 5, "range": [-0.3, 0.6]}, no_gradient=(0,))
        record(fixtures, f"{label}-density", "histogram", lambda x: tuple(torch.histogram(x, 5, density=True)), lambda: [values()], {"bins": 5, "density": True}, no_gradient=(0,))
        record(fixtures, f"{label}-weight", "histogram", lambda x, w: tuple(torch.histogram(x, 5, weight=w)), lambda: [values(), torch.rand_like(values())], {"bins": 5, "weighted": True}, no_gradient=(0, 1))
    record(fixtures, "given", "histogram", lambda x, e: tuple(torch.histogram(x, e)), lambda: [real(50), torch.tensor([-1.5, -1.0, 0.0, 0.25, 2.0])], {"given": True}, no_gradient=(0, 1))
    record(fixtures, "given-specials", "histogram", lambda x, e: tuple(torch.histogram(x, e)), lambda: [awkward(), torch.tensor([-0.0, 1.0, 2.0, 3.0])], {"given": True}, no_gradient=(0, 1))


def write_covariance(fixtures):
    for label, values in {"matrix": lambda: real(3, 7), "float64": lambda: real(3, 7, dtype=double), "row": lambda: real(7), "int32": lambda: integers(3, 7), "uint8": lambda: integers(2, 9, low=0, high=9, dtype=torch.uint8), "one-row": lambda: real(1, 7)}.items():
        for correction in (0, 1, 2):
            record(fixtures, f"{label}-{correction}", "cov", lambda x: torch.cov(x, correction=correction), lambda: [values()], {"correction": correction})
        record(fixtures, label, "corrcoef", torch.corrcoef, lambda: [values()])
    often = lambda: integers(7, low=0, high=4)
    much = lambda: positive(7)
    for correction in (0, 1):
        record(fixtures, f"fweights-{correction}", "cov", lambda x, f: torch.cov(x, correction=correction, fweights=f), lambda: [real(3, 7), often()], {"correction": correction, "weights": ["fweights"]})
        record(fixtures, f"aweights-{correction}", "cov", lambda x, a: torch.cov(x, correction=correction, aweights=a), lambda: [real(3, 7), much()], {"correction": correction, "weights": ["aweights"]})
        record(fixtures, f"both-{correction}", "cov", lambda x, f, a: torch.cov(x, correction=correction, fweights=f, aweights=a), lambda: [real(3, 7), often(), much()], {"correction": correction, "weights": ["fweights", "aweights"]})
    record(fixtures, "specials", "cov", torch.cov, lambda: [torch.tensor([[1.0, inf], [1.0, 2.0]])], no_gradient=(0,))
    record(fixtures, "constant", "corrcoef", torch.corrcoef, lambda: [torch.tensor([[1.0, 1.0, 1.0], [1.0, 2.0, 4.0]])], no_gradient=(0,))


def write_nanquantile(fixtures):
    for interpolation in ("linear", "lower", "higher", "midpoint", "nearest"):
        # 0.9 as a float is a little less, and 30 times that below 27.
        below = {"q": 0.9, "dim": 0, "interpolation": interpolation}
        record(fixtures, f"below-whole-{interpolation}", "nanquantile", lambda x: torch.nanquantile(x, 0.9, dim=0, interpolation=interpolation), lambda: [real(31, 2)], below)
    for label, values in {"matrix": lambda: real(4, 5), "float64": lambda: real(3, 7, dtype=double), "specials": awkward, "nan": lambda: torch.where(truths(4, 9), real(4, 9), nan)}.items():
        for interpolation in ("linear", "lower", "higher", "midpoint", "nearest"):
            options = {"interpolation": interpolation}
            # Which of equals has the gradient hangs on the order in which they are sorted.
            tied = (0,) if label == "specials" else ()
            record(fixtures, f"{label}-{interpolation}", "nanquantile", lambda x: torch.nanquantile(x, 0.4, interpolation=interpolation), lambda: [values()], {"q": 0.4, **options}, no_gradient=tied)
            q = [0.0, 0.3, 0.5, 1.0]
            for keepdim in (False, True):
                made = lambda x: torch.nanquantile(x, torch.tensor(q, dtype=x.dtype), dim=1, keepdim=keepdim, interpolation=interpolation)
                record(fixtures, f"{label}-{interpolation}-rows-{keepdim}", "nanquantile", made, lambda: [values()], {"q": q, "dim": 1, "keepdim": keepdim, **options}, no_gradient=tied)
