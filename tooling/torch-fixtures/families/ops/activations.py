"""Activations of torch.nn.functional that are pointwise, on their kinks, far from zero and with NaN."""

import math

import torch
import torch.nn.functional as F

from families.op_case import integers, real, record

nan, inf = math.nan, math.inf
double = torch.float64

kinks = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 3.0, -3.0, 6.0, 20.0, -20.0]
ends = [nan, inf, -inf]
far = [100.0, -100.0, 1e-8, -1e-8, 1e-45]

# By our name: PyTorch's function, and the arguments by our names, with PyTorch's.
curves = {
    "gelu": [(F.gelu, {}, {}), (F.gelu, {"approximate": "tanh"}, {"approximate": "tanh"})],
    "silu": [(F.silu, {}, {})],
    "mish": [(F.mish, {}, {})],
    "elu": [(F.elu, {}, {}), (F.elu, {"alpha": 0.3}, {"alpha": 0.3})],
    "selu": [(F.selu, {}, {})],
    "celu": [(F.celu, {}, {}), (F.celu, {"alpha": 0.3}, {"alpha": 0.3})],
    "leakyRelu": [(F.leaky_relu, {}, {}), (F.leaky_relu, {"negativeSlope": 0.2}, {"negative_slope": 0.2})],
    "relu6": [(F.relu6, {}, {})],
    "hardtanh": [(F.hardtanh, {}, {}), (F.hardtanh, {"minVal": -0.5, "maxVal": 2.5}, {"min_val": -0.5, "max_val": 2.5})],
    "hardsigmoid": [(F.hardsigmoid, {}, {})],
    "hardswish": [(F.hardswish, {}, {})],
    "hardshrink": [(F.hardshrink, {}, {}), (F.hardshrink, {"lambd": 1.0}, {"lambd": 1.0})],
    "softshrink": [(F.softshrink, {}, {}), (F.softshrink, {"lambd": 1.0}, {"lambd": 1.0})],
    "tanhshrink": [(F.tanhshrink, {}, {})],
    "threshold": [(F.threshold, {"threshold": 0.5, "value": 7.5}, {"threshold": 0.5, "value": 7.5})],
    "softplus": [(F.softplus, {}, {}), (F.softplus, {"beta": 3.0, "threshold": 2.0}, {"beta": 3.0, "threshold": 2.0})],
    "softsign": [(F.softsign, {}, {})],
    "logsigmoid": [(F.logsigmoid, {}, {})],
    "rrelu": [(F.rrelu, {}, {}), (F.rrelu, {"lower": 0.1, "upper": 0.4}, {"lower": 0.1, "upper": 0.4})],
}
of_integers = {"relu6", "hardtanh", "tanhshrink", "threshold", "softsign"}


def write(fixtures):
    for op, forms in curves.items():
        for at, (compute, ours, theirs) in enumerate(forms):
            label = f"form{at}-" if at > 0 else ""
            for name, given in {
                "matrix": lambda: real(3, 7),
                "0d": lambda: real(),
                "empty": lambda: real(0, 3),
                "wide": lambda: real(101) * 6,
                "float64": lambda: real(3, 4, dtype=double),
                "wide-float64": lambda: real(101, dtype=double) * 6,
                "kinks": lambda: torch.tensor(kinks),
                "kinks-float64": lambda: torch.tensor(kinks, dtype=double),
                "ends": lambda: torch.tensor(ends),
                "ends-float64": lambda: torch.tensor(ends, dtype=double),
                **{f"far{number}": lambda number=number: torch.tensor([number]) for number in far},
                **({"int32": lambda: integers(9)} if op in of_integers else {}),
            }.items():
                if op == "tanhshrink" and name.startswith("far") and name not in ("far100.0", "far-100.0"):
                    continue
                # Subnormal numbers have few digits; nor has PyTorch's slope of hardsigmoid more than those of a float32.
                if (op, name) in (("mish", "far-100.0"), ("logsigmoid", "far100.0")):
                    continue
                skipped = (0,) if op == "hardsigmoid" and name.endswith("float64") else ()
                record(fixtures, f"{label}{name}", op, lambda x: compute(x, **theirs), lambda: [given()], ours, skipped)
    for name, (shape, weights) in {
        "channels": ((2, 3, 4), (3,)),
        "one": ((2, 3), (1,)),
        "vector": ((5,), (1,)),
        "0d": ((), ()),
        "empty": ((0, 3), (3,)),
    }.items():
        record(fixtures, name, "prelu", F.prelu, lambda: [real(*shape), real(*weights)])
    record(fixtures, "kinks", "prelu", F.prelu, lambda: [torch.tensor(kinks), torch.tensor([0.25])])
    record(fixtures, "ends", "prelu", F.prelu, lambda: [torch.tensor(ends), torch.tensor([0.25])])
    record(fixtures, "float64", "prelu", F.prelu, lambda: [real(2, 3, dtype=double), real(3, dtype=double)])
    for name, (shape, dim) in {"last": ((3, 8), -1), "first": ((4, 3, 2), 0), "empty": ((0, 4), 1)}.items():
        record(fixtures, name, "glu", lambda x: F.glu(x, dim), lambda: [real(*shape)], {"dim": dim})
    record(fixtures, "float64", "glu", lambda x: F.glu(x, 1), lambda: [real(3, 8, dtype=double)], {"dim": 1})
    record(fixtures, "ends", "glu", lambda x: F.glu(x, 0), lambda: [torch.tensor(ends + ends[::-1])], {"dim": 0})
