"""embedding and embeddingBag as functions. The layers: families/layers/embeddings.py."""

import torch
import torch.nn.functional as F

from families.op_case import integers, real, record


def write(fixtures):
    for dtype in (torch.float32, torch.float64):
        suffix = "" if dtype == torch.float32 else " float64"

        def table():
            return real(6, 3, dtype=dtype)

        for name, shape, options in [
            ("rows", (4,), {}),
            ("matrix", (2, 5), {}),
            ("0d", (), {}),
            ("none", (0, 2), {}),
            ("padding", (3, 4), {"padding_idx": 2}),
            ("padding from the end", (3, 4), {"padding_idx": -1}),
            ("by frequency", (3, 4), {"scale_grad_by_freq": True}),
            ("by frequency and padding", (3, 5), {"scale_grad_by_freq": True, "padding_idx": 0}),
            ("shortened", (3, 2), {"max_norm": 1.0}),
            ("shortened by another norm", (3, 2), {"max_norm": 0.8, "norm_type": 1.0}),
        ]:
            record(
                fixtures,
                name + suffix,
                "embedding",
                # A copy, since rows are shortened in place.
                lambda i, w: F.embedding(i, w if "max_norm" not in options else w.clone(), **options),
                lambda: [integers(*shape, low=0, high=6), table()],
                {camel(key): value for key, value in options.items()},
            )
        for mode in ("sum", "mean", "max"):
            for name, shape, offsets, options in [
                ("matrix", (3, 4), None, {}),
                ("bags", (7,), [0, 2, 2, 5], {}),
                ("one bag", (4,), [0], {}),
                ("last offset", (7,), [0, 3, 7], {"include_last_offset": True}),
                ("padding", (9,), [0, 1, 5], {"padding_idx": 1}),
                ("padding in a matrix", (4, 3), None, {"padding_idx": 1}),
                ("by frequency", (7,), [0, 2, 5], {"scale_grad_by_freq": True}),
                ("shortened", (3, 4), None, {"max_norm": 1.0}),
            ]:
                if mode == "max" and "scale_grad_by_freq" in options:
                    continue
                bag(fixtures, f"{mode} {name}{suffix}", shape, offsets, table, {"mode": mode, **options})
        for name, shape, offsets, options in [("matrix", (3, 4), None, {}), ("bags", (7,), [0, 2, 5], {}), ("padding", (7,), [0, 2, 5], {"padding_idx": 3})]:
            bag(fixtures, f"weighted {name}{suffix}", shape, offsets, table, {"mode": "sum", **options}, lambda: real(*shape, dtype=dtype))


def bag(fixtures, name, shape, offsets, table, options, weights=None):
    starts = None if offsets is None else torch.tensor(offsets, dtype=torch.int32)

    def compute(i, w, o, *scale):
        table = w if "max_norm" not in options else w.clone()
        return F.embedding_bag(i, table, o, per_sample_weights=scale[0] if scale else None, **options)

    def inputs():
        drawn = weights() if weights else None
        return [integers(*shape, low=0, high=6), table(), starts, *([drawn] if weights else [])]

    record(fixtures, name, "embeddingBag", compute, inputs, {camel(key): value for key, value in options.items()})


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
