"""The family `in_place`: what in-place forms make of targets and operands of every dtype, or that they refuse them.

A case is a form. `answers` has, by "TARGET, OTHER" or "TARGET", the elements afterwards, or null where PyTorch refuses.
"""

import torch

from families.ops.in_place import binary, camel, dtypes, unary, whole

seed = 20261129
more = ["add_", "sub_", "mul_", "div_", "floor_divide_", "clamp_min_", "clamp_max_"]


def tensor(dtype, values):
    return torch.tensor(values).to(dtype)


def after(name, target, *rest):
    try:
        return getattr(target, name)(*rest).double().tolist()
    except (RuntimeError, NotImplementedError):
        return None


def write(fixtures):
    for name in unary:
        answers = {key: after(name, tensor(dtype, [1, 1, 0])) for key, dtype in dtypes.items()}
        fixtures.case(camel(name), answers=answers)
    for name in [*binary, *whole, *more]:
        answers = {}
        for key, dtype in dtypes.items():
            for of, other in dtypes.items():
                answers[f"{key}, {of}"] = after(name, tensor(dtype, [1, 2, 0]), tensor(other, [1, 1, 2]))
        fixtures.case(camel(name), answers=answers)
