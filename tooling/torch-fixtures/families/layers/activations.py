"""Activations as layers: each with its defaults, with other settings, and in place."""

import torch
from torch import nn

from families.layers import layer

double = torch.float64

# Class: arguments and options of each case.
plain = {
    nn.ReLU: [([], {})],
    nn.ReLU6: [([], {})],
    nn.LeakyReLU: [([], {}), ([0.2], {}), ([], {"negative_slope": 0.5})],
    nn.ELU: [([], {}), ([0.3], {})],
    nn.SELU: [([], {})],
    nn.CELU: [([], {}), ([0.3], {})],
    nn.GELU: [([], {}), ([], {"approximate": "tanh"})],
    nn.SiLU: [([], {})],
    nn.Mish: [([], {})],
    nn.Hardtanh: [([], {}), ([-0.5, 1.5], {}), ([], {"min_val": -0.25})],
    nn.Hardsigmoid: [([], {})],
    nn.Hardswish: [([], {})],
    nn.Hardshrink: [([], {}), ([0.25], {})],
    nn.Softshrink: [([], {}), ([0.25], {})],
    nn.Tanhshrink: [([], {})],
    nn.Softplus: [([], {}), ([2.0, 1.5], {}), ([], {"beta": 0.5})],
    nn.Softsign: [([], {})],
    nn.Sigmoid: [([], {})],
    nn.LogSigmoid: [([], {})],
    nn.Tanh: [([], {})],
    nn.Threshold: [([0.1, 20.5], {})],
    nn.PReLU: [([], {}), ([3], {}), ([3, 0.1], {}), ([], {"num_parameters": 3, "init": -0.5})],
    nn.RReLU: [([], {}), ([0.1, 0.3], {}), ([], {"lower": 0.25, "upper": 0.25})],
    nn.GLU: [([], {}), ([1], {})],
    nn.Softmax: [([1], {}), ([], {"dim": -1})],
    nn.Softmin: [([1], {})],
    nn.LogSoftmax: [([1], {}), ([], {"dim": 0})],
}
# Of which PyTorch has no second gradients.
once = {nn.Hardsigmoid}
in_place = [nn.ReLU, nn.ReLU6, nn.LeakyReLU, nn.ELU, nn.SELU, nn.CELU, nn.SiLU, nn.Mish, nn.Hardtanh, nn.Hardsigmoid, nn.Hardswish, nn.RReLU]


def write(fixtures):
    for layer_class, cases in plain.items():
        shape = (2, 4, 6) if layer_class is nn.GLU else (4, 3)
        for arguments, options in cases:
            for dtype in (torch.float32, double):
                layer(fixtures, layer_class, arguments, options, lambda: [torch.randn(*shape, dtype=dtype) * 2], second=layer_class not in once, dtype=dtype)
    for layer_class in in_place:
        layer(fixtures, layer_class, [], {"inplace": True}, lambda: [torch.randn(4, 3)], frozen=(0,))
    layer(fixtures, nn.Threshold, [0.1, 20.5, True], {}, lambda: [torch.randn(4, 3)], frozen=(0,))
    layer(fixtures, nn.PReLU, [4], {}, lambda: [torch.randn(2, 4, 3, 2)], name="images")
    layer(fixtures, nn.PReLU, [], {}, lambda: [torch.randn(())], name="0-d")
    layer(fixtures, nn.RReLU, [], {}, lambda: [torch.randn(3, 4).t()], name="transposed")
    layer(fixtures, nn.ReLU, [], {}, lambda: [torch.randn(0, 3)], name="empty")
    for layer_class in (nn.Softmax, nn.Softmin, nn.LogSoftmax):
        layer(fixtures, layer_class, [], {}, lambda: [torch.randn(2, 3, 4)], name="implicit")
    for shape in ((2, 3, 4, 5), (3, 4, 5)):
        for dtype in (torch.float32, double):
            layer(fixtures, nn.Softmax2d, [], {}, lambda: [torch.randn(*shape, dtype=dtype)], name=f"{len(shape)}D", dtype=dtype)
