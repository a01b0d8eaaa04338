"""scatterReduce and indexReduce: each reduction, with and without what stands there, zeros in products, ties among extremes."""

import torch

from families.op_case import checked, integers, real, record


def write(fixtures):
    def places(*shape, size):
        return checked(torch.randint(0, size, shape)).int()

    for reduce in ("sum", "prod", "mean", "amax", "amin"):
        for own in (True, False):
            arguments = {"dim": 1, "reduce": reduce, "includeSelf": own}

            def scattered(x, i, s):
                return torch.scatter_reduce(x, 1, i.long(), s, reduce, include_self=own)

            label = f"{reduce}-{'self' if own else 'source'}"
            record(fixtures, label, "scatterReduce", scattered, lambda: [real(3, 4), places(3, 6, size=4), real(3, 6)], arguments, second=True)
            double = {"dtype": torch.float64}
            record(fixtures, f"{label}-float64", "scatterReduce", scattered, lambda: [real(2, 3, **double), places(2, 5, size=3), real(2, 5, **double)], arguments)
            record(fixtures, f"{label}-int32", "scatterReduce", scattered, lambda: [integers(2, 3), places(2, 5, size=3), integers(2, 5)], arguments)
            whole = lambda: [integers(2, 3).float(), places(2, 6, size=3), integers(2, 6).float()]  # noqa: E731
            # Of what is left out PyTorch counts ties all the same, and a part of the gradient goes nowhere.
            if reduce != "prod" and own:
                record(fixtures, f"{label}-ties", "scatterReduce", scattered, whole, arguments)
            if reduce != "sum":
                indexed = lambda x, i, s: torch.index_reduce(x, 1, i.long(), s, reduce, include_self=own)  # noqa: E731
                record(fixtures, label, "indexReduce", indexed, lambda: [real(2, 4), places(6, size=4), real(2, 6)], arguments)
    zeros = lambda: [torch.tensor([2.0, 3.0, 4.0]), torch.tensor([0, 0, 1, 1], dtype=torch.int32), torch.tensor([0.0, 5.0, 6.0, 7.0])]  # noqa: E731
    record(fixtures, "one zero", "scatterReduce", lambda x, i, s: torch.scatter_reduce(x, 0, i.long(), s, "prod"), zeros, {"dim": 0, "reduce": "prod", "includeSelf": True})
