"""The family `promotion`: pointwise ops of every pair of dtypes, among them bools, as tensors with and without dimensions and as numbers.

The case `given` has the operands that ops of one and of two are given, and of those with a number first, lists of them: `{dtype, zeroDim, second}` for a tensor of that dtype, where
`second` says which values it has, or a number or boolean. Any other is one op: `op`, `of`, which of these, and `answers`, one for each given:
a tensor; `null`, where PyTorch refuses; or `"beyond"`, an int64 that no dtype of ours holds. Names are the library's own.
"""

import torch
from torch.nn import functional as F

seed = 20261130
dtypes = ["bool", "uint8", "int32", "float32", "float64"]
special = torch.special


def values(dtype, second):
    if dtype == "bool":
        return [True, False, True, True] if second else [False, True, True, False]
    if dtype in ("uint8", "int32"):
        return [1, 2, 3, 2] if second else [0, 1, 2, 5]
    return [1.0, 2.5, 0.5, 2.0] if second else [0.0, 0.75, 2.0, 1.5]


def tensor(dtype, zero_dim, second):
    own = torch.tensor(values(dtype, second), dtype=getattr(torch, dtype))
    return own[2] if zero_dim else own


unary = {
    **{name: getattr(torch, torch_name) for name, torch_name in [
        *((name, name) for name in (
            "abs neg positive sign sgn signbit square sqrt rsqrt reciprocal exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh "
            "acosh atanh sinc erf erfc erfinv sigmoid logit ceil floor round trunc fix frac isnan isinf isfinite isposinf isneginf isreal lgamma digamma i0 "
            "relu deg2rad rad2deg angle"
        ).split()),
        ("logicalNot", "logical_not"), ("bitwiseNot", "bitwise_not"), ("nanToNum", "nan_to_num"),
    ]},
    **{f"special.{name}": getattr(special, torch_name) for name, torch_name in [
        *((name, name) for name in "entr i0e i1 i1e ndtr ndtri erfcx expit expm1 exp2 sinc round psi gammaln".split()),
        ("logNdtr", "log_ndtr"),
    ]},
    **{f"F.{name}": getattr(F, torch_name) for name, torch_name in [
        *((name, name) for name in "gelu silu softplus mish hardtanh elu selu celu softsign tanhshrink hardshrink softshrink hardsigmoid hardswish relu6 relu".split()),
        ("leakyRelu", "leaky_relu"), ("logsigmoid", "logsigmoid"),
    ]},
}

binary = {
    **{name: getattr(torch, torch_name) for name, torch_name in [
        *((name, name) for name in "add sub mul div remainder fmod pow maximum minimum fmax fmin eq ne lt le gt ge atan2 hypot copysign nextafter logaddexp logaddexp2 xlogy gcd lcm ldexp heaviside rsub isclose igamma igammac".split()),
        ("floorDivide", "floor_divide"), ("trueDivide", "true_divide"), ("floatPower", "float_power"),
        ("logicalAnd", "logical_and"), ("logicalOr", "logical_or"), ("logicalXor", "logical_xor"),
        ("bitwiseAnd", "bitwise_and"), ("bitwiseOr", "bitwise_or"), ("bitwiseXor", "bitwise_xor"),
        ("bitwiseLeftShift", "bitwise_left_shift"), ("bitwiseRightShift", "bitwise_right_shift"),
    ]},
    "divTrunc": lambda a, b: torch.div(a, b, rounding_mode="trunc"),
    "divFloor": lambda a, b: torch.div(a, b, rounding_mode="floor"),
    "special.xlog1py": special.xlog1py,
    "where": lambda a, b: torch.where(torch.tensor([True, False, True, False]), a, b),
    "clampMin": lambda a, b: torch.clamp(a, min=b),
    "clampMax": lambda a, b: torch.clamp(a, max=b),
    "lerp": lambda a, b: torch.lerp(a, b, 0.5),
}

in_place = {f"{name}_": (lambda method: lambda a, b: getattr(a.clone(), method)(b))(f"{torch_name}_") for name, torch_name in [
    *((name, name) for name in "add sub mul div remainder fmod pow eq lt copysign xlogy gcd lcm ldexp heaviside".split()),
    ("floorDivide", "floor_divide"), ("floatPower", "float_power"), ("logicalAnd", "logical_and"), ("bitwiseAnd", "bitwise_and"), ("bitwiseXor", "bitwise_xor"), ("bitwiseLeftShift", "bitwise_left_shift"),
]}

numbers = [2, 1.5, True, False]


def operand(given):
    if not isinstance(given, dict):
        return given
    return tensor(given["dtype"], given["zeroDim"], given["second"])


def answer(make):
    try:
        output = make()
        if output.dtype == torch.int64 and (output.max() >= 2**31 or output.min() < -(2**31)):
            return "beyond"
        return output
    except (RuntimeError, TypeError, ValueError, NotImplementedError, ZeroDivisionError):
        return None


def tensors(second):
    return [{"dtype": dtype, "zeroDim": zero_dim, "second": second} for zero_dim in (False, True) for dtype in dtypes]


def write(fixtures):
    given = {
        "unary": [[one] for one in tensors(False)],
        "binary": [[first, second] for first in tensors(False) for second in [*tensors(True), *numbers]],
        "reversed": [[first, second] for first in numbers for second in tensors(True)],
    }
    fixtures.case("given", **given)
    for of, ops in (("unary", unary), ("binary", {**binary, **in_place}), ("reversed", binary)):
        for op, make in ops.items():
            fixtures.case(f"{op} {of}", op=op, of=of, answers=[answer(lambda: make(*map(operand, operands))) for operands in given[of]])
