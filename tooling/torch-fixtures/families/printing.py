"""What torch prints: tensors, modules; and the keys of state dicts.

Cases: {kind: "tensor", tensor, requiresGrad, text} (dtypes are written torch.int32), {kind: "module", text},
{kind: "stateDict", entries: [[key, shape], ...]}; what a module is made of is told by its name, and in this file.
"""

import math

import torch
from torch import nn

from families.reference_net import ReferenceNet

seed = 5
nan, inf = math.nan, math.inf
double, int32, uint8 = torch.float64, torch.int32, torch.uint8


def write(fixtures):
    for name, value in tensors(fixtures).items():
        fixtures.case(f"tensor/{name}", kind="tensor", tensor=value, requiresGrad=value.requires_grad, text=str(value))
    write_options(fixtures)
    for name, module in modules().items():
        fixtures.case(f"module/{name}", kind="module", text=repr(module))
    for name, module in nets().items():
        fixtures.case(f"module/{name}", kind="module", text=repr(module))
        entries = [[key, list(value.shape)] for key, value in module.state_dict().items()]
        fixtures.case(f"stateDict/{name}", kind="stateDict", entries=entries)


def write_options(fixtures):
    torch.manual_seed(fixtures.seed_of("options"))
    values = {
        "matrix": torch.randn(3, 4), "wide": torch.randn(2, 30), "large": torch.arange(1200.0).view(30, 40),
        "whole": torch.tensor([1.0, 2.0, -30.0]), "int32": torch.arange(40, dtype=int32), "odd": torch.tensor([nan, inf, 1.5, 2.5]),
    }  # fmt: skip
    options = [
        {"precision": 2}, {"precision": 0}, {"precision": 10}, {"threshold": 5}, {"threshold": 5, "edgeitems": 1}, {"linewidth": 40},
        {"profile": "short"}, {"profile": "full", "linewidth": 120}, {"sci_mode": True}, {"sci_mode": False, "precision": 3},
    ]  # fmt: skip
    for at, given in enumerate(options):
        torch.set_printoptions(profile="default")
        torch.set_printoptions(**given)
        named = {"sciMode" if key == "sci_mode" else key: value for key, value in given.items()}
        for name, value in values.items():
            fixtures.case(f"options/{at}/{name}", kind="options", options=named, tensor=value, text=str(value))
    torch.set_printoptions(profile="default")


def tensors(fixtures):
    def drawn(name, *shape, dtype=torch.float32):
        torch.manual_seed(fixtures.seed_of(name))
        return torch.randn(*shape, dtype=dtype)

    return {
        "0d": torch.tensor(3.25),
        "0d-whole": torch.tensor(3.0),
        "0d-int32": torch.tensor(-7, dtype=int32),
        "0d-bool": torch.tensor(True),
        "0d-large": torch.tensor(1234567.0),
        "0d-tiny": torch.tensor(1e-9),
        "0d-nan": torch.tensor(nan),
        "0d-minus-infinity": torch.tensor(-inf),
        "0d-minus-zero": torch.tensor(-0.0),
        "whole": torch.tensor([1.0, 2.0, -30.0]),
        "fractions": torch.tensor([1.0, 2.5, -3.125]),
        "rounded": torch.tensor([0.00005, 0.12345, 0.99995, 2.71828]),
        "small": torch.tensor([1e-5, 2e-5]),
        "scientific": torch.tensor([1e-3, 1e5, -2.5]),
        "scientific-large": torch.tensor([1e9, 2.5e9]),
        "whole-large": torch.tensor([1e8, 1.0]),
        "whole-larger": torch.tensor([1e9, 1.0]),
        "ratio-1000": torch.tensor([1.5, 1500.0]),
        "ratio-1001": torch.tensor([1.5, 1502.0]),
        "with-nan": torch.tensor([nan, 1.0, 2.0]),
        "with-infinities": torch.tensor([inf, -inf, 1.5]),
        "only-nan": torch.tensor([nan, nan]),
        "zeros": torch.zeros(2, 3),
        "minus-zeros": torch.tensor([-0.0, 0.0, 1.5]),
        "matrix": drawn("matrix", 3, 4),
        "cube": drawn("cube", 2, 2, 3),
        "4d": torch.arange(16, dtype=torch.float32).view(2, 2, 2, 2),
        "float64": drawn("float64", 2, 3, dtype=double),
        "float64-scientific": torch.tensor([1e-12, 1.0], dtype=double),
        "int32": torch.tensor([[1, -20], [300, 4]], dtype=int32),
        "uint8": torch.tensor([0, 128, 255], dtype=uint8),
        "bool": torch.tensor([[True, False], [False, True]]),
        "empty": torch.zeros(0),
        "empty-matrix": torch.zeros(0, 3),
        "empty-inside": torch.zeros(2, 0, 3),
        "empty-int32": torch.zeros(0, dtype=int32),
        "empty-bool-matrix": torch.zeros(2, 0, dtype=torch.bool),
        "long-vector": drawn("long-vector", 40),
        "long-vector-int32": torch.arange(60, dtype=int32),
        "wide-matrix": drawn("wide-matrix", 2, 30),
        "1000-elements": torch.arange(1000, dtype=torch.float32),
        "1001-elements": torch.arange(1001, dtype=torch.float32),
        "summarized-matrix": torch.arange(40 * 50, dtype=torch.float32).view(40, 50),
        "summarized-cube": drawn("summarized-cube", 11, 10, 12),
        "summarized-tall": torch.arange(2004, dtype=int32).view(501, 4),
        "summarized-extreme-inside": torch.cat([torch.ones(600), torch.tensor([1e6]), torch.ones(600)]),
        "requires-grad": torch.tensor([1.0, 2.0], requires_grad=True),
        "requires-grad-float64": torch.tensor([[1.5]], dtype=double, requires_grad=True),
        "requires-grad-long-line": torch.tensor([1.0, 2, 3, 4, 5, 6, 7, 8, 9.5, 10], requires_grad=True),
        "dtype-long-line": torch.tensor([1, 2, 3, 4, 5, 6, 7, 8, 9.5], dtype=double),
    }


def modules():
    return {
        "Linear(3, 4)": nn.Linear(3, 4),
        "Linear(3, 4, bias=False)": nn.Linear(3, 4, bias=False),
        "Conv2d(3, 32, 3)": nn.Conv2d(3, 32, 3),
        "Conv2d(4, 8, (3, 5), stride=2, padding=1, dilation=2, groups=2, bias=False)": nn.Conv2d(4, 8, (3, 5), stride=2, padding=1, dilation=2, groups=2, bias=False),
        "Conv2d(3, 8, 3, padding=(0, 2))": nn.Conv2d(3, 8, 3, padding=(0, 2)),
        "Conv2d(3, 8, 3, padding='same')": nn.Conv2d(3, 8, 3, padding="same"),
        "Conv2d(3, 8, 3, padding='valid')": nn.Conv2d(3, 8, 3, padding="valid"),
        "MaxPool2d(2)": nn.MaxPool2d(2),
        "MaxPool2d(2, 2)": nn.MaxPool2d(2, 2),
        "MaxPool2d((3, 2), stride=(2, 1), padding=1, dilation=2, ceil_mode=True)": nn.MaxPool2d((3, 2), stride=(2, 1), padding=1, dilation=2, ceil_mode=True),
        "Dropout()": nn.Dropout(),
        "Dropout(0.25, inplace=True)": nn.Dropout(0.25, inplace=True),
        "ReLU()": nn.ReLU(),
        "ReLU(inplace=True)": nn.ReLU(inplace=True),
        "Flatten()": nn.Flatten(),
        "Flatten(0, 1)": nn.Flatten(0, 1),
        "Identity()": nn.Identity(),
        "LogSoftmax(1)": nn.LogSoftmax(1),
        "CrossEntropyLoss()": nn.CrossEntropyLoss(),
        "CrossEntropyLoss(reduction='sum', label_smoothing=0.1)": nn.CrossEntropyLoss(reduction="sum", label_smoothing=0.1),
        "NLLLoss()": nn.NLLLoss(),
        "Sequential()": nn.Sequential(),
        "ModuleList()": nn.ModuleList(),
        "ModuleList([ReLU()] * 3)": nn.ModuleList([nn.ReLU()] * 3),
        "ModuleList([ReLU(), ReLU(), Linear(2, 2), Linear(2, 2), Linear(2, 3), ReLU()])": nn.ModuleList(
            [nn.ReLU(), nn.ReLU(), nn.Linear(2, 2), nn.Linear(2, 2), nn.Linear(2, 3), nn.ReLU()]
        ),
        "ModuleList([Sequential(ReLU(), Identity()), Sequential(ReLU(), Identity())])": nn.ModuleList(
            [nn.Sequential(nn.ReLU(), nn.Identity()), nn.Sequential(nn.ReLU(), nn.Identity())]
        ),
        "Sequential(ReLU(), ReLU())": nn.Sequential(nn.ReLU(), nn.ReLU()),
        "ModuleList([ModuleList([ReLU(), ReLU()])])": nn.ModuleList([nn.ModuleList([nn.ReLU(), nn.ReLU()])]),
    }


class Nested(nn.Module):
    """A parameter of its own, a list, a Sequential in a Sequential, a plain submodule, and a layer held twice."""

    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(2, 3))
        self.blocks = nn.ModuleList([nn.Linear(2, 3), nn.Sequential(nn.Linear(3, 3, bias=False), nn.ReLU())])
        self.head = nn.Sequential(nn.Sequential(nn.Conv2d(1, 2, 3)), nn.Dropout(0.1))
        self.first = nn.Linear(4, 1)
        self.second = self.first


def nets():
    return {
        "ReferenceNet": ReferenceNet(),
        "ReferenceNet-without-dropout": ReferenceNet(None),
        "Sequential": nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 2)),
        "ModuleList": nn.ModuleList([nn.Linear(2, 2), nn.ReLU()]),
        "Nested": Nested(),
    }
