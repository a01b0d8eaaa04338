"""Losses of the first training steps of the reference net on 320 drawn pictures, and what has become of its parameters.

A case: {optimizer, options, dropout (p or null), seed, batchSize, losses (float32), otherwise: {float64, channelsLast:
losses of the same steps computed so}, parameters: {name: {sum, absSum}}, nextRandom}. Order: manual_seed(seed), model,
optimizer, DataLoader(shuffle); as many epochs as the steps need.

`otherwise` tells what rounding alone makes of the losses. Adam divides gradients by about their size: one that is zero but for
rounding moves its weight by the full step, this way or that, and in PyTorch too the losses part after some steps.
"""

import itertools

import torch
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader, TensorDataset

from families.reference_net import ReferenceNet
from writer import fixtures_folder

seed = 0
batch_size = 32
count = 320


def pictures():
    """Normalized images and labels, of what export-synthetic.mjs wrote."""
    elements = torch.frombuffer(bytearray((fixtures_folder / "synthetic-320.bin").read_bytes()), dtype=torch.uint8)
    images = elements[: count * 3072].view(count, 3, 32, 32).to(torch.float32) / 255
    return TensorDataset((images - 0.5) / 0.5, elements[count * 3072 :].to(torch.int64))


def write(fixtures):
    data = pictures()
    adam, sgd = torch.optim.Adam, torch.optim.SGD
    write_case(fixtures, "reference-net-adam", data, 50, 0.25, adam, {})
    write_case(fixtures, "twin-without-dropout-adam", data, 20, None, adam, {})
    nesterov = {"lr": 0.01, "momentum": 0.9, "nesterov": True, "weight_decay": 5e-4}
    write_case(fixtures, "reference-net-sgd", data, 50, 0.25, sgd, nesterov)


def write_case(fixtures, name, data, steps, p, optimizer_class, options):
    losses, parameters, next_random = train(data, steps, p, optimizer_class, options)
    in_double, _, _ = train(data, steps, p, optimizer_class, options, dtype=torch.float64)
    channels_last, _, _ = train(data, steps, p, optimizer_class, options, memory_format=torch.channels_last)
    fixtures.case(
        name,
        optimizer=optimizer_class.__name__,
        options={"weightDecay" if key == "weight_decay" else key: value for key, value in options.items()},
        dropout=p,
        seed=seed,
        batchSize=batch_size,
        losses=losses,
        otherwise={"float64": in_double, "channelsLast": channels_last},
        parameters=parameters,
        # One draw more: whether as many words have been drawn.
        nextRandom=next_random,
    )


def train(data, steps, p, optimizer_class, options, dtype=torch.float32, memory_format=torch.contiguous_format):
    torch.manual_seed(seed)
    model = ReferenceNet(p).to(dtype=dtype, memory_format=memory_format)
    optimizer = optimizer_class(model.parameters(), **options)
    loader = DataLoader(data, batch_size=batch_size, shuffle=True)
    losses = []
    batches = itertools.chain.from_iterable(loader for _ in itertools.count())
    for images, labels in itertools.islice(batches, steps):
        loss = cross_entropy(model(images.to(dtype=dtype, memory_format=memory_format)), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    sums = {
        name: {"sum": value.double().sum().item(), "absSum": value.double().abs().sum().item()}
        for name, value in model.named_parameters()
    }
    return torch.tensor(losses), sums, torch.rand(1).item()
