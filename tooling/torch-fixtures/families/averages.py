"""Averages of weights: torch.optim.swa_utils' AveragedModel over models of given numbers, and its update_bn.

Case: {kind: "average", by (the function: swa, swaFn, swaMulti, ema, emaMulti, own), useBuffers, dtype, repr, models: [state dict, …], averages: [state dict, …] behind
each, input, output (of the last average in evaluation mode)}, or {kind: "updateBn", model (state dict), batches, state}.
"""

import torch
from torch import nn
from torch.optim import swa_utils

seed = 1803

functions = {
    "swa": {},
    "swaFn": {"avg_fn": swa_utils.get_swa_avg_fn()},
    "swaMulti": {"multi_avg_fn": swa_utils.get_swa_multi_avg_fn()},
    "ema": {"avg_fn": swa_utils.get_ema_avg_fn(0.9)},
    "emaMulti": {"multi_avg_fn": swa_utils.get_ema_multi_avg_fn(0.9)},
    "own": {"avg_fn": lambda averaged, current, number: averaged * 0.5 + current * (number + 1)},
}


def make():
    return nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 2))


def write(fixtures):
    for by, given in functions.items():
        for use_buffers in (False, True):
            # PyTorch refuses integers, the counter of batches, in this place.
            if use_buffers and by == "swaMulti":
                continue
            for dtype in (torch.float32, torch.float64):
                average(fixtures, by, given, use_buffers, dtype)
    update_bn(fixtures)


def average(fixtures, by, given, use_buffers, dtype):
    name = f"{by}/{'buffers' if use_buffers else 'parameters'}/{dtype}".replace("torch.", "")
    torch.manual_seed(fixtures.seed_of(name))
    model = make().to(dtype)
    averaged = swa_utils.AveragedModel(model, use_buffers=use_buffers, **given)
    models, averages = [], []
    for step in range(4):
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.add_(torch.randn_like(parameter))
        for _ in range(step * 2 + 1):
            model(torch.randn(5, 3, dtype=dtype))
        models.append(copied(model))
        averaged.update_parameters(model)
        averages.append(copied(averaged))
    x = torch.randn(4, 3, dtype=dtype)
    output = averaged.eval()(x)
    fixtures.case(
        name, kind="average", by=by, useBuffers=use_buffers, dtype=str(dtype)[6:], repr=str(averaged), models=models, averages=averages, input=x, output=output
    )


def update_bn(fixtures):
    torch.manual_seed(fixtures.seed_of("updateBn"))
    model = make()
    batches = [torch.randn(size, 3) for size in (5, 2, 4)]
    for batch in batches:
        model(batch)
    state = copied(model)
    swa_utils.update_bn([(batch, None) for batch in batches], model)
    fixtures.case("updateBn", kind="updateBn", model=state, batches=batches, state=copied(model))


def copied(model):
    return {key: tensor.detach().clone() for key, tensor in model.state_dict().items()}
