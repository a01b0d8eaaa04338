"""Sixty steps of three of the benchmark's known nets, as its peer for PyTorch has them: ResNet-20, the LSTM language model and the GPT.

A case: {name, batch, optimizer, losses: of sixty steps, nextRandom: the first draw behind them}. Weights, data and masks come of one
generator, seeded with the family's seed.
"""

import sys
from pathlib import Path

import torch
from torch import optim

sys.path.append(str(Path(__file__).parents[2] / "bench/src/peers"))
from known_nets import known_nets  # noqa: E402

seed = 0
steps = 60

optimizers = {
    "sgd": lambda parameters: optim.SGD(parameters, lr=0.001, momentum=0.9, weight_decay=5e-4),
    "adamw": lambda parameters: optim.AdamW(parameters, lr=1e-3, betas=(0.9, 0.95)),
}


def write(fixtures):
    for name, batch, optimizer in [("resnet20", 16, "sgd"), ("lstm", 2, "sgd"), ("gpt", 1, "adamw")]:
        torch.manual_seed(seed)
        step = known_nets[name](optimizers[optimizer], lambda value: value, lambda value: value, batch)
        losses = [step().item() for _ in range(steps)]
        fixtures.case(name, batch=batch, optimizer=optimizer, losses=losses, nextRandom=torch.rand(1).item())
