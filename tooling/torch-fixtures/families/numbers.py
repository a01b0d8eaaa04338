"""The family `numbers`: numbers that do not fit, and those that barely do, given to everything that takes one.

A case is one op in one dtype: `op`, `dtype`, `arguments`, a list of argument lists, and `answers`, one each: `output`,
a tensor; `raises`, the first line of PyTorch's error; or `beyond`, an int64 that no dtype of ours holds. `to X` converts
one number of its dtype to X. Names and arguments are the library's own.
"""

import math

import torch

seed = 20261128
dtypes = ["float32", "float64", "int32", "uint8", "bool"]
floats = ("float32", "float64")

NUMBERS = [
    *(math.nan, math.inf, -math.inf, 0.0, -0.0, 0.5, -0.5, 1.7, -1.7, 1, -1, 2, 127, 128, 254.9, 255, 255.5, 256, 300),
    *(-254.9, -255, -256, -300, 65536, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**31 - 0.5, 2**32, 2**32 + 1, 1e10),
    *(2**53, -(2**53), 3.4e38, 3.5e38, -3.5e38, 1e39, 1e300, 1.7e308),
]
# One of each side of what decides, for what takes two.
BOUNDS = [math.nan, math.inf, -math.inf, -1, 0, 0.5, 2, 256, 2**31, 1e38, 3e38, -3e38, 1e39, -1e308, 1e308]
FEW_BOUNDS = [math.nan, math.inf, -math.inf, -1, 0.5, 2, 256, -300, 2**31, 1e39]


def scalar(value, dtype):
    """A number as Python has it that says what JavaScript's says: whole ones are ints beside integers."""
    if isinstance(value, float) and value.is_integer() and dtype not in floats and abs(value) < 2**62:
        return int(value)
    return value


def base(dtype):
    values = [0, 1, 2, 7, 255] if dtype in ("uint8", "bool") else [-300, -1, 0, 1, 7]
    return torch.tensor(values).to(getattr(torch, dtype))


def clone(dtype):
    return base(dtype).clone()


MASK = torch.tensor([True, False, True, False, True])
INDEX = torch.tensor([0, 4])

# Of one number: (dtype, the torch dtype, the number) → tensor.
of_one = {
    "tensor": lambda d, t, v: torch.tensor([v], dtype=t),
    "full": lambda d, t, v: torch.full((2,), v, dtype=t),
    "fullLike": lambda d, t, v: torch.full_like(base(d), v),
    "fill_": lambda d, t, v: clone(d).fill_(v),
    "add": lambda d, t, v: torch.add(base(d), v),
    "sub": lambda d, t, v: torch.sub(base(d), v),
    "mul": lambda d, t, v: torch.mul(base(d), v),
    "div": lambda d, t, v: torch.div(base(d), v),
    "pow": lambda d, t, v: torch.pow(base(d), v),
    "eq": lambda d, t, v: torch.eq(base(d), v),
    "ne": lambda d, t, v: torch.ne(base(d), v),
    "lt": lambda d, t, v: torch.lt(base(d), v),
    "le": lambda d, t, v: torch.le(base(d), v),
    "gt": lambda d, t, v: torch.gt(base(d), v),
    "ge": lambda d, t, v: torch.ge(base(d), v),
    "add_": lambda d, t, v: clone(d).add_(v),
    "sub_": lambda d, t, v: clone(d).sub_(v),
    "mul_": lambda d, t, v: clone(d).mul_(v),
    "div_": lambda d, t, v: clone(d).div_(v),
    "addAlpha": lambda d, t, v: torch.add(base(d), base(d), alpha=v),
    "subAlpha": lambda d, t, v: torch.sub(base(d), base(d), alpha=v),
    "addAlpha_": lambda d, t, v: clone(d).add_(base(d), alpha=v),
    "addcmul_": lambda d, t, v: clone(d).addcmul_(base(d), base(d), value=v),
    "addcdiv_": lambda d, t, v: clone(d).addcdiv_(base(d), base(d), value=v),
    "clampMin": lambda d, t, v: torch.clamp(base(d), min=v),
    "clampMax": lambda d, t, v: torch.clamp(base(d), max=v),
    "clampMin_": lambda d, t, v: clone(d).clamp_(min=v),
    "clampMax_": lambda d, t, v: clone(d).clamp_(max=v),
    "whereInput": lambda d, t, v: torch.where(MASK, v, base(d)),
    "whereOther": lambda d, t, v: torch.where(MASK, base(d), v),
    "scatter": lambda d, t, v: torch.scatter(base(d), 0, INDEX, v),
    "scatter_": lambda d, t, v: clone(d).scatter_(0, INDEX, v),
    "pad": lambda d, t, v: torch.nn.functional.pad(base(d), (1, 1), value=v),
    "bernoulli_": lambda d, t, v: torch.zeros(4, dtype=t).bernoulli_(v),
    "randperm": lambda d, t, v: torch.randperm(v, dtype=t),
}
NUMBERS_OF = {
    # Draws of bernoulli are told by the fixture family `random`; here only what must be refused, and what needs no luck.
    "bernoulli_": [math.nan, math.inf, -math.inf, -0.5, -1e-9, 0, 1, 1 + 1e-9, 2],
    # A row's end takes the exponent as a double, its whole vectors as the tensor's float32: what float32 rounds has no one answer.
    "pow": [value for value in NUMBERS if value not in (2**31 - 1, -(2**31) - 1, 2**31 - 0.5, 2**32 + 1)],
    # What overflows halfway in float32 does not in the float64 of the reference device.
    "addcdiv_": [value for value in NUMBERS if value != 3.4e38],
    "randperm": [0, 1, 5, 255, 256, 257, 300],
}

# Of several numbers.
of_several = {
    "arange": lambda d, t, *v: torch.arange(*v, dtype=t),
    "uniform_": lambda d, t, *v: torch.zeros(4, dtype=t).uniform_(*v),
    "normal_": lambda d, t, *v: torch.zeros(4, dtype=t).normal_(*v),
    "randint": lambda d, t, *v: torch.randint(*v, (6,), dtype=t),
    "clamp": lambda d, t, *v: torch.clamp(base(d), *v),
}
def pairs(bounds):
    return [(a, b) for a in bounds for b in bounds]


several = {
    "arange": [
        *((0.9, 5.5, 1.5), (0, 2, 0.5), (2, 0, -0.5), (250, 260, 1), (-3, 3, 1), (-0.9, 2.1, 2.0), (2.1, -2.9, -1.0)),
        *((0.1, -7.9, -4.0), (255.5, 257.9, 1), (5, -1, -2), (0, 10, 300), (-300, -298, 1), (0, math.inf, 1)),
        *((math.nan, 1, 1), (0, 1, math.nan), (0, 1, math.inf), (0, 1, 0), (1, 0, 1), (3, 3, 1), (-0.5, 0.5, 0.25)),
        *((2**31 - 3, 2**31 - 1, 1), (-(2**31), -(2**31) + 2, 1), (0, 6, 5.9), (-5.9, 6, 1.9), (5, 5, -1), (0.1, 0.1, 1)),
    ],
    "uniform_": [*pairs(BOUNDS), (0, 3.4028234e38), (-3.4028234e38, 3.4028234e38), (-1.7e38, 1.7e38), (-1.7e38, 1.8e38)],
    "normal_": pairs(FEW_BOUNDS),
    "randint": [
        *((0, 1), (0, 2), (0, 255), (0, 256), (0, 257), (-1, 1), (-1, 0), (-255, 1), (250, 300), (255, 256), (256, 257)),
        *((5, 5), (5, 4), (0, 2**24), (0, 2**24 + 1), (0, 2**24 + 2), (-(2**24), 1), (-(2**24) - 1, 1)),
        *((0, 2**28), (0, 2**28 + 1), (-(2**31), 2**31 - 1), (-(2**31), 2**31), (2**31 - 1, 2**31), (0, 2**31)),
    ],
    "clamp": pairs(FEW_BOUNDS),
}


def answer(make):
    torch.manual_seed(seed)
    try:
        output = make()
        if output.dtype == torch.int64 and output.numel() > 0 and (output.max() >= 2**31 or output.min() < -(2**31)):
            return {"beyond": "int64"}
        return {"output": output}
    except (RuntimeError, TypeError, ValueError, NotImplementedError, OverflowError) as error:
        return {"raises": str(error).split("\n")[0]}


def write(fixtures):
    def case(op, dtype, arguments, make):
        torch_dtype = getattr(torch, dtype)
        answers = [answer(lambda: make(dtype, torch_dtype, *(scalar(v, dtype) for v in given))) for given in arguments]
        fixtures.case(f"{op} {dtype}", op=op, dtype=dtype, arguments=arguments, answers=answers)

    for dtype in dtypes:
        for op, make in of_one.items():
            case(op, dtype, [(value,) for value in NUMBERS_OF.get(op, NUMBERS)], make)
        for op, make in of_several.items():
            if op in ("uniform_", "normal_") and dtype not in floats:
                case(op, dtype, [(0, 1)], make)
            else:
                case(op, dtype, several[op], make)
        for to in dtypes:
            case(f"to {to}", dtype, [(value,) for value in sources(dtype)], converting(to))


def one_of(value, dtype):
    return torch.tensor([value], dtype=torch.float64).to(getattr(torch, dtype))


def sources(dtype):
    """The numbers that a dtype can hold, as it holds them."""
    return [
        value
        for value in NUMBERS
        if dtype in floats or (math.isfinite(value) and one_of(value, dtype).item() == value)
    ]


def converting(to):
    """In a row of one and, since loops over vectors are other code, of 33; where these differ there is no answer."""

    def make(dtype, torch_dtype, value):
        one = one_of(value, dtype).to(getattr(torch, to))
        many = one_of(value, dtype).expand(33).contiguous().to(getattr(torch, to))
        if not torch.equal(torch.nan_to_num(many.double(), nan=-7.5), torch.nan_to_num(one.double(), nan=-7.5).expand(33)):
            raise ValueError(f"undefined: {one.tolist()} alone, {sorted(set(many.tolist()))} in a row")
        return one

    return make
