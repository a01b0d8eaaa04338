"""Layers that are seldom asked for: fractional pools, losses that hold a layer, the old local response norm, DataParallel without a GPU."""

import torch
from torch import nn

from families.layers import layer


def labels(*values):
    return torch.tensor(values)


def write(fixtures):
    images = lambda: [torch.randn(2, 3, 9, 7)]
    volumes = lambda: [torch.randn(2, 2, 6, 7, 5)]
    for options in [{"output_size": [4, 3]}, {"output_ratio": 0.5}, {"output_ratio": [0.7, 0.4], "return_indices": True}, {"output_size": 1}]:
        layer(fixtures, nn.FractionalMaxPool2d, [2], options, images)
    layer(fixtures, nn.FractionalMaxPool2d, [[3, 2]], {"output_size": [5, 5]}, lambda: [torch.randn(3, 9, 7)], name="unbatched")
    layer(fixtures, nn.FractionalMaxPool2d, [2], {"output_size": [5, 4]}, lambda: [torch.randn(1, 20, 9, 7, dtype=torch.float64)], dtype=torch.float64)
    for options in [{"output_size": [4, 3, 2]}, {"output_ratio": 0.5}, {"output_ratio": [0.7, 0.4, 0.6], "return_indices": True}]:
        layer(fixtures, nn.FractionalMaxPool3d, [2], options, volumes)
    layer(fixtures, nn.FractionalMaxPool3d, [[2, 3, 1]], {"output_size": 3}, lambda: [torch.randn(2, 6, 7, 5)], name="unbatched")

    rows = lambda: [torch.randn(6, 8), labels(0, 5, 9, 1, 11, 7)]
    for options in [{}, {"div_value": 2.0, "head_bias": True}]:
        for dtype in (torch.float32, torch.float64):
            given = lambda: [rows()[0].to(dtype), rows()[1]]
            layer(fixtures, nn.AdaptiveLogSoftmaxWithLoss, [8, 12, [2, 6]], options, given, dtype=dtype)
    layer(fixtures, nn.AdaptiveLogSoftmaxWithLoss, [8, 12, [4]], {}, lambda: [torch.randn(3, 8), labels(1, 2, 0)], name="frequent")
    layer(fixtures, nn.AdaptiveLogSoftmaxWithLoss, [8, 12, [4]], {}, lambda: [torch.randn(8), torch.tensor(7)], name="unbatched")

    for options in [{}, {"bias": True, "reduction": "sum", "label_smoothing": 0.1}, {"ignore_index": 2, "reduction": "none"}]:
        layer(fixtures, nn.LinearCrossEntropyLoss, [4, 5], options, lambda: [torch.randn(6, 4), labels(0, 1, 2, 3, 4, 2)])
    layer(fixtures, nn.LinearCrossEntropyLoss, [4, 5], {}, lambda: [torch.randn(4), torch.tensor(3)], name="unbatched")
    layer(fixtures, nn.LinearCrossEntropyLoss, [4, 5], {"out_features": (2, 3), "bias": True}, lambda: [torch.randn(2, 4), torch.randint(0, 5, (2, 2, 3))])
    layer(fixtures, nn.LinearCrossEntropyLoss, [4, 5], {"out_features": (2,)}, lambda: [torch.randn(3, 4), torch.randn(3, 5, 2).softmax(1)], name="probabilities")
    for options in [{}, {"reduction": "sum", "ignore_index": 1}]:
        layer(fixtures, nn.NLLLoss2d, [], options, lambda: [torch.randn(2, 3, 2, 2).log_softmax(1), torch.randint(0, 3, (2, 2, 2))])

    # PyTorch's gradients are of other windows than its values: they are left out.
    for arguments in [[3], [5, 0.5, 0.75, 2], [4, 1.0, 1.0], [1]]:
        layer(fixtures, nn.CrossMapLRN2d, arguments, {}, lambda: [torch.randn(2, 9, 2, 3)], frozen=(0,))
    layer(fixtures, nn.CrossMapLRN2d, [5], {}, lambda: [torch.randn(1, 2, 2, 3)], name="few channels", frozen=(0,))

    class Parallel:
        def __new__(cls, *arguments):
            return nn.DataParallel(nn.Linear(*arguments))

    Parallel.__name__ = "DataParallel"
    layer(fixtures, Parallel, [3, 2], {}, lambda: [torch.randn(4, 3)])
