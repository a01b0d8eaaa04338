"""The example app's run in PyTorch: the same files, split, seed and settings, for its results beside ours.

    python3 reference_run.py DIR [--seed 0] [--net dropout|plain] [--epochs 8] [--subset N]

DIR holds CIFAR-10's binary files. Prints a JSON line an epoch, and the test accuracy at the end. The draws are the app's own:
weights, shuffles and masks are the same, so the losses of the first steps agree, and what differs later is rounding.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader, Subset, TensorDataset, random_split

from families.reference_net import ReferenceNet


def read(files):
    records = torch.cat([torch.frombuffer(bytearray(file.read_bytes()), dtype=torch.uint8).view(-1, 3073) for file in files])
    return TensorDataset(records[:, 1:].reshape(-1, 3, 32, 32).clone(), records[:, 0].long().clone())


def normalize(images):
    return (images.float() / 255 - 0.5) / 0.5


def evaluate(model, dataset):
    """Loss and accuracy in evaluation mode; the default generator is left as it was, as in the app."""
    state = torch.get_rng_state()
    model.eval()
    loss, right = 0.0, 0
    with torch.no_grad():
        for images, labels in DataLoader(dataset, batch_size=128):
            output = model(normalize(images))
            loss += cross_entropy(output, labels, reduction="sum").item()
            right += (output.argmax(1) == labels).sum().item()
    model.train()
    torch.set_rng_state(state)
    return {"loss": loss / len(dataset), "accuracy": right / len(dataset)}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("directory", type=Path)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--net", choices=["dropout", "plain"], default="dropout")
    arguments.add_argument("--epochs", type=int, default=8)
    arguments.add_argument("--subset", type=int)
    given = arguments.parse_args()
    inner = given.directory / "cifar-10-batches-bin"
    folder = inner if inner.exists() else given.directory
    everything = read([folder / f"data_batch_{number}.bin" for number in range(1, 6)])
    test = read([folder / "test_batch.bin"])
    if given.subset:
        everything = Subset(everything, range(given.subset))
    held = (len(everything) + 5) // 10
    split = torch.Generator().manual_seed(given.seed)
    train, validation = random_split(everything, [len(everything) - held, held], generator=split)

    torch.manual_seed(given.seed)
    model = ReferenceNet(0.25 if given.net == "dropout" else None)
    optimizer = torch.optim.Adam(model.parameters())
    print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads(), "net": given.net, "seed": given.seed, "train": len(train)}))
    for epoch in range(1, given.epochs + 1):
        start, total, right = time.perf_counter(), 0.0, 0
        for images, labels in DataLoader(train, batch_size=32, shuffle=True):
            optimizer.zero_grad()
            output = model(normalize(images))
            loss = cross_entropy(output, labels)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(labels)
            right += (output.argmax(1) == labels).sum().item()
        seconds = time.perf_counter() - start
        live = {"loss": total / len(train), "accuracy": right / len(train)}
        line = {"epoch": epoch, "live": live, "clean": evaluate(model, train), "validation": evaluate(model, validation)}
        print(json.dumps({**line, "samplesPerSecond": round(len(train) / seconds)}), flush=True)
    print(json.dumps({"test": evaluate(model, test)}))


if __name__ == "__main__":
    sys.exit(main())
