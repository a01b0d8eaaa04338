"""The same training as train.ts's, by PyTorch through mpi4py: a rank beside ranks of this library. Prints the same line of JSON.

Besides the sums themselves it makes the announcements that agreement.ts makes before each.
"""

import hashlib
import json
import sys

import numpy as np
import torch
from mpi4py import MPI
from torch import nn
from torch.nn import functional as F
from torch.utils.data.distributed import DistributedSampler

steps = int(dict(p.split("=") for p in sys.argv[2:]).get("steps", 100))
init = sys.argv[1]
world = MPI.COMM_WORLD
rank, size = world.Get_rank(), world.Get_size()
torch.set_num_threads(1)


def hash_of(text, basis):
    value = basis
    for char in text:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    return value - (1 << 32) if value >= 1 << 31 else value


def agree(what):
    first, second = hash_of(what, 0x811C9DC5), hash_of(what, 0x2545F491)
    mine = np.array([first, ~first, second, ~second], dtype=np.int32)
    world.Iallreduce(MPI.IN_PLACE, mine, MPI.MAX).Wait()
    assert mine[0] == ~mine[1] and mine[2] == ~mine[3], f"others say something else than {what}"


def bundles_of(tensors, size_of_bundle=1024 * 1024):
    bundle, size_of = [], 0
    for tensor in tensors:
        count = tensor.numel() * 4
        if bundle and size_of + count > size_of_bundle:
            yield bundle
            bundle, size_of = [], 0
        bundle.append(tensor)
        size_of += count
    yield bundle


def flat(bundle):
    return np.concatenate([tensor.detach().contiguous().view(-1).numpy() for tensor in bundle])


def write(bundle, values):
    at = 0
    for tensor in bundle:
        count = tensor.numel()
        tensor.detach().copy_(torch.from_numpy(values[at : at + count]).view_as(tensor))
        at += count


agree(init)
generator = torch.Generator().manual_seed(11)
images = torch.randn(240, 1, 8, 8, generator=generator)
labels = torch.randint(0, 3, (240,), generator=generator)
net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 36, 3))
entries = [(key, list(value.shape)) for key, value in net.named_parameters()]
texts = [f"{key} float32 [{', '.join(map(str, shape))}]" for key, shape in entries]
summary = hash_of("\n".join(texts), 0x811C9DC5) & 0xFFFFFFFF
agree(f"DistributedDataParallel of {len(texts)} tensors, {summary:x}: {', '.join(texts)}")
for bundle in bundles_of(list(net.parameters())):
    values = flat(bundle)
    agree(f"DistributedDataParallel's parameters and buffers: {len(bundle)} tensors of {values.size} elements")
    world.Bcast(values, 0)
    write(bundle, values)
optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
sampler = DistributedSampler(range(240), num_replicas=size, rank=rank)
losses = []
epoch = 0
while len(losses) < steps:
    sampler.set_epoch(epoch)
    epoch += 1
    order = list(sampler)
    batch = 24 // size
    for at in range(0, len(order), batch):
        if len(losses) == steps:
            break
        index = torch.tensor(order[at : at + batch])
        optimizer.zero_grad()
        loss = F.cross_entropy(net(images[index]), labels[index])
        loss.backward()
        gradients = [parameter.grad.div_(size) for parameter in reversed(list(net.parameters()))]
        for bundle in bundles_of(gradients):
            values = flat(bundle)
            agree(f"DistributedDataParallel's gradients: {len(bundle)} tensors of {values.size} elements")
            world.Allreduce(MPI.IN_PLACE, values, MPI.SUM)
            write(bundle, values)
        optimizer.step()
        mean = loss.detach().numpy().copy()
        agree("allReduce (mean) of float32 []")
        world.Allreduce(MPI.IN_PLACE, mean, MPI.SUM)
        losses.append(float(mean / size))
sha = hashlib.sha256()
for parameter in net.parameters():
    sha.update(parameter.detach().contiguous().numpy().tobytes())
print(json.dumps({"rank": rank, "losses": losses, "weights": sha.hexdigest()}), flush=True)
agree("finalize")
