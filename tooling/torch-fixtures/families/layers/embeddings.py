"""Embedding, EmbeddingBag and Bilinear."""

import torch
from torch import nn

from families.layers import layer


def write(fixtures):
    def places(*shape, below=6):
        return torch.randint(0, below, shape).to(torch.int32)

    def starts(*values):
        return torch.tensor(values, dtype=torch.int32)

    for dtype in (torch.float32, torch.float64):
        for options, shape in [({}, (4, 5)), ({"padding_idx": 2}, (3, 4)), ({"padding_idx": -1}, (7,)), ({"max_norm": 1.5}, (2, 3)), ({"max_norm": 1.0, "norm_type": 1.0}, (5,))]:
            layer(fixtures, nn.Embedding, [6, 3], options, lambda: [places(*shape)], dtype=dtype)
        # PyTorch's second gradient of it leaves the scale out.
        layer(fixtures, nn.Embedding, [6, 3], {"scale_grad_by_freq": True}, lambda: [places(4, 4)], dtype=dtype, second=False)
        for mode in ("sum", "mean", "max"):
            layer(fixtures, nn.EmbeddingBag, [6, 3], {"mode": mode}, lambda: [places(3, 4)], dtype=dtype, second=False)
            layer(fixtures, nn.EmbeddingBag, [6, 3], {"mode": mode, "padding_idx": 1}, lambda: [places(8), starts(0, 3, 3, 6)], name="bags", dtype=dtype, second=False)
        layer(fixtures, nn.EmbeddingBag, [6, 3], {}, lambda: [places(2, 3)], dtype=dtype, second=False)
        layer(fixtures, nn.EmbeddingBag, [6, 3], {"max_norm": 1.0, "include_last_offset": True}, lambda: [places(7), starts(0, 2, 7)], dtype=dtype, second=False)
        layer(fixtures, nn.EmbeddingBag, [6, 3], {"mode": "sum"}, lambda: [places(7), starts(0, 2), torch.randn(7, dtype=dtype)], name="weighted", dtype=dtype, second=False)
        layer(fixtures, nn.Bilinear, [3, 2, 4], {}, lambda: [torch.randn(5, 3, dtype=dtype), torch.randn(5, 2, dtype=dtype)], dtype=dtype)
        layer(fixtures, nn.Bilinear, [3, 2, 4], {"bias": False}, lambda: [torch.randn(2, 3, 3, dtype=dtype), torch.randn(2, 3, 2, dtype=dtype)], dtype=dtype)
    layer(fixtures, nn.Embedding, [6, 3], {}, lambda: [places()], name="0-d")
    layer(fixtures, nn.Embedding, [6, 3], {}, lambda: [places(0, 2)], name="empty")
