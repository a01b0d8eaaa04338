"""Training of a small net that is moved to another dtype between steps, with its optimizer.

Case: {optimizer, options (our names), dtypes (one after another), steps (in each), initial: {name: tensor}, inputs, targets (a step each, float64),
losses (float64), parameters: {name: tensor}, gradients: {name: tensor}, stateDict (torch's names)}. Behind each move PyTorch's optimizer is given its own
state dict, which brings its state along. The loss is the mean of squared differences.
"""

import torch
from torch import nn

seed = 7
steps = 4

variants = {
    "sgd-momentum": (torch.optim.SGD, {"lr": 0.1, "momentum": 0.9}),
    "adam": (torch.optim.Adam, {"lr": 0.05}),
    "adam-amsgrad": (torch.optim.Adam, {"lr": 0.05, "amsgrad": True}),
}
orders = [
    (torch.float32, torch.float64),
    (torch.float64, torch.float32),
    (torch.float32, torch.float64, torch.float32),
]


def name_of(dtype):
    return str(dtype).removeprefix("torch.")


def tensors(named):
    return {name: value.detach().clone() for name, value in named}


def write(fixtures):
    for name, (optimizer_class, options) in variants.items():
        for order in orders:
            run(fixtures, name, optimizer_class, options, order)


def run(fixtures, name, optimizer_class, options, order):
    net = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)).to(order[0])
    initial = tensors(net.named_parameters())
    inputs = torch.randn(steps * len(order), 5, 3, dtype=torch.float64)
    targets = torch.randn(steps * len(order), 5, 2, dtype=torch.float64)
    optimizer = optimizer_class(net.parameters(), **options)
    losses = []
    for at, dtype in enumerate(order):
        net.to(dtype)
        optimizer.load_state_dict(optimizer.state_dict())
        for step in range(at * steps, (at + 1) * steps):
            optimizer.zero_grad()
            loss = ((net(inputs[step].to(dtype)) - targets[step].to(dtype)) ** 2).mean()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    fixtures.case(
        f"{name}/{'-'.join(name_of(dtype) for dtype in order)}",
        optimizer=optimizer_class.__name__,
        options=options,
        dtypes=[name_of(dtype) for dtype in order],
        steps=steps,
        initial=initial,
        inputs=inputs,
        targets=targets,
        losses=torch.tensor(losses, dtype=torch.float64),
        parameters=tensors(net.named_parameters()),
        gradients=tensors((name, parameter.grad) for name, parameter in net.named_parameters()),
        stateDict=optimizer.state_dict(),
    )
