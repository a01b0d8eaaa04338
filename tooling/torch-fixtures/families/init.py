"""Initial weights: the reference net's, and layers of odd shapes.

Case "reference-net/seedS": {seed, parameters: {name: {shape, sum, and `values` whole, or `first` and `last` 16 where
large}}, nextRandom}. Other cases: {seed, layer, arguments (as our constructors take them), parameters: {name: tensor}}.
"""

import torch
from torch import nn

from families.reference_net import ReferenceNet

seed = 0
# Larger tensors are given by their ends and their sum.
largest_whole = 1000


def write(fixtures):
    for net_seed in (0, 42):
        torch.manual_seed(net_seed)
        parameters = {name: summary(value) for name, value in ReferenceNet().named_parameters()}
        fixtures.case(f"reference-net/seed{net_seed}", seed=net_seed, parameters=parameters, nextRandom=torch.rand(1).item())
    for inputs, outputs, bias in [(1, 1, True), (3, 5, True), (5, 3, False), (17, 1, True), (1, 16, True), (7, 13, True), (100, 3, True)]:
        name = f"Linear/{inputs}x{outputs}" + ("" if bias else "-nobias")
        layer(fixtures, name, nn.Linear, [inputs, outputs], {"bias": bias})
    for inputs, outputs, kernel, options in [
        (1, 1, 1, {}),
        (3, 5, 3, {}),
        (3, 5, 3, {"bias": False}),
        (3, 2, (2, 5), {}),
        (4, 6, 3, {"groups": 2}),
        (4, 8, 3, {"groups": 4, "bias": False}),
        (2, 4, (1, 3), {"stride": 2, "padding": 1, "dilation": 2}),
    ]:
        words = "".join(f"-{key}{value}" for key, value in options.items())
        name = f"Conv2d/{inputs}-{outputs}-{kernel}{words}".replace(" ", "")
        layer(fixtures, name, nn.Conv2d, [inputs, outputs, kernel], options)


def summary(value):
    ends = {"values": value} if value.numel() <= largest_whole else {"first": value.flatten()[:16], "last": value.flatten()[-16:]}
    return {"shape": list(value.shape), "sum": value.double().sum().item(), **ends}


def layer(fixtures, name, layer_class, arguments, options):
    torch.manual_seed(7)
    made = layer_class(*arguments, **options)
    fixtures.case(
        name,
        seed=7,
        layer=layer_class.__name__,
        arguments=[*arguments, options],
        parameters=dict(made.named_parameters()),
        nextRandom=torch.rand(1).item(),
    )
