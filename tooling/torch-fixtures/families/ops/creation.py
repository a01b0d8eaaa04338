"""zeros, ones, full, arange and eye: there are no inputs, all is in kwargs."""

import torch

from families.op_case import record


def write(fixtures):
    dtypes = {"float32": torch.float32, "float64": torch.float64, "int32": torch.int32, "uint8": torch.uint8, "bool": torch.bool}
    for op, compute in {"zeros": torch.zeros, "ones": torch.ones}.items():
        for sizes in ([2, 3], [], [0, 2], [5]):
            record(fixtures, "x".join(map(str, sizes)) or "0d", op, lambda: compute(sizes), lambda: [], {"sizes": sizes})
        for name, dtype in dtypes.items():
            record(fixtures, name, op, lambda: compute(2, dtype=dtype), lambda: [], {"sizes": [2], "dtype": name})
    for value, dtype in [(2.5, "float32"), (-7, "int32"), (200, "uint8"), (1, "bool"), (0.1, "float64"), (0.1, "float32"), (float("inf"), "float32"), (float("nan"), "float64")]:
        kwargs = {"sizes": [2, 2], "value": value, "dtype": dtype}
        record(fixtures, f"{value}-{dtype}", "full", lambda: torch.full((2, 2), value, dtype=dtypes[dtype]), lambda: [], kwargs)
    for start, end, step in [(0, 5, 1), (2, 9, 3), (5, 0, -2), (0, 0, 1), (-3, 3, 2), (0, 1, 0.25), (1.5, 4, 1), (0, 1, 0.1), (1, 0, -0.3)]:
        kwargs = {"start": start, "end": end, "step": step}
        record(fixtures, f"{start},{end},{step}", "arange", lambda: torch.arange(start, end, step), lambda: [], kwargs)
    # Whole vectors are counted from the first of each, which is rounded; the rest from the start.
    for start, end, step in [(0, 10, 0.1), (0.3, 12, 0.7), (12300.3, 12310, 1 / 3), (1, -7.7, -0.3), (-3, 5, 1 / 3), (0, 1.6, 0.1)]:
        for name in ("float32", "float64"):
            kwargs = {"start": start, "end": end, "step": step, "dtype": name}
            record(fixtures, f"{start},{end},{step} in {name}", "arange", lambda: torch.arange(start, end, step, dtype=dtypes[name]), lambda: [], kwargs)
    for name in ("float32", "float64", "uint8"):
        kwargs = {"start": 0, "end": 4, "step": 1, "dtype": name}
        record(fixtures, name, "arange", lambda: torch.arange(0, 4, 1, dtype=dtypes[name]), lambda: [], kwargs)
    for n in (0, 1, 3):
        record(fixtures, str(n), "eye", lambda: torch.eye(n), lambda: [], {"n": n})
    for name, dtype in dtypes.items():
        record(fixtures, name, "eye", lambda: torch.eye(3, dtype=dtype), lambda: [], {"n": 3, "dtype": name})
