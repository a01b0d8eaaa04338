"""The in-place forms of pointwise functions: values and gradients of both orders, and which dtypes are written into which."""

import torch

from families.op_case import checked, record

unary = {
    "abs_": (-2, 2), "acos_": (-0.9, 0.9), "acosh_": (1.2, 3), "asin_": (-0.9, 0.9), "asinh_": (-2, 2), "atan_": (-2, 2),
    "atanh_": (-0.9, 0.9), "cosh_": (-2, 2), "deg2rad_": (-2, 2), "digamma_": (0.3, 3), "erf_": (-2, 2), "erfc_": (-2, 2),
    "erfinv_": (-0.9, 0.9), "exp_": (-2, 2), "exp2_": (-2, 2), "expm1_": (-2, 2), "frac_": (-2, 2), "lgamma_": (0.3, 3),
    "log_": (0.3, 3), "log10_": (0.3, 3), "log1p_": (0.3, 3), "log2_": (0.3, 3), "logical_not_": (-2, 2),
    "nan_to_num_": (-2, 2), "neg_": (-2, 2), "rad2deg_": (-2, 2), "sign_": (-2, 2), "sinc_": (-2, 2), "sinh_": (-2, 2),
    "sqrt_": (0.3, 3), "square_": (-2, 2), "tan_": (-0.9, 0.9),
}  # fmt: skip
binary = [
    *("atan2_", "copysign_", "eq_", "fmod_", "ge_", "gt_", "heaviside_", "hypot_", "le_", "logical_and_", "logical_or_"),
    *("logical_xor_", "lt_", "ne_", "pow_", "remainder_", "xlogy_"),
]  # fmt: skip
whole = ["bitwise_and_", "bitwise_or_", "bitwise_xor_", "bitwise_left_shift_", "bitwise_right_shift_"]
# PyTorch's own second gradients have few digits, or there is no first.
first_only = {"eq_", "ge_", "gt_", "heaviside_", "le_", "logical_and_", "logical_not_", "logical_or_", "logical_xor_", "lt_", "ne_", "sign_", "lgamma_", "sinc_"}  # fmt: skip
# Whose gradient in place PyTorch says is not implemented, and those which it takes for the identity there.
without = {"acosh_", "asinh_", "atanh_", "heaviside_", "logical_and_", "logical_not_", "logical_or_", "logical_xor_"}
dtypes = {"float32": torch.float32, "float64": torch.float64, "int32": torch.int32, "uint8": torch.uint8, "bool": torch.bool}


def camel(name):
    head, *rest = name.rstrip("_").split("_")
    return head + "".join(part.capitalize() for part in rest) + "_"


def written(name):
    return lambda x, *rest: getattr(x.clone(), name)(*rest)


def spread(low, high, *shape, dtype=torch.float32):
    return checked(torch.rand(shape, dtype=dtype)) * (high - low) + low


def write(fixtures):
    for name, (low, high) in unary.items():
        op, second, none = camel(name), name not in first_only | without, (0,) if name in without else ()
        record(fixtures, "float32", op, written(name), lambda: [spread(low, high, 3, 5)], no_gradient=none, second=second)
        # PyTorch's trigamma has nine digits in float64.
        if name != "digamma_":
            record(fixtures, "float64", op, written(name), lambda: [spread(low, high, 7, dtype=torch.float64)], no_gradient=none, second=second)
    for name in binary:
        op, second, none = camel(name), name not in first_only, (0, 1) if name in without else (1,) if name in first_only else ()
        record(fixtures, "float32", op, written(name), lambda: [spread(0.3, 3, 3, 5), spread(0.3, 3, 5)], no_gradient=none, second=second)
        double = lambda: [spread(0.3, 3, 7, dtype=torch.float64), spread(0.3, 3, 7, dtype=torch.float64)]  # noqa: E731
        record(fixtures, "float64", op, written(name), double, no_gradient=none, second=second)
        if name != "heaviside_":
            record(fixtures, "float64 into float32", op, written(name), lambda: [spread(0.3, 3, 4), spread(0.3, 3, 4, dtype=torch.float64)], no_gradient=none)
    for name in whole:
        ints = lambda: [checked(torch.randint(0, 9, (2, 6))).int(), checked(torch.randint(0, 5, (6,))).int()]  # noqa: E731
        record(fixtures, "int32", camel(name), written(name), ints)
    record(fixtures, "int32", "bitwiseNot_", written("bitwise_not_"), lambda: [checked(torch.randint(-9, 9, (6,))).int()])
    record(fixtures, "int32", "floorDivide_", written("floor_divide_"), lambda: [checked(torch.randint(-9, 9, (6,))).int(), torch.full((6,), 4, dtype=torch.int32)])
    for name in ("clamp_min_", "clamp_max_"):
        record(fixtures, "a number", camel(name), lambda x: getattr(x.clone(), name)(0.5), lambda: [spread(-2, 2, 9)], kwargs={"bound": 0.5}, second=True)
    record(fixtures, "a number", "lerp_", lambda x, end: x.clone().lerp_(end, 0.3), lambda: [spread(-2, 2, 9), spread(-2, 2, 9)], kwargs={"weight": 0.3}, second=True)
