"""PyTorch as one side of a comparison: reads {"workload", "milliseconds"} lines, answers with the milliseconds of each call."""

import json
import os
import sys
import time

import torch
from nets import nets
from torch.nn import functional as F

channels_last = os.environ.get("BENCH_CHANNELS_LAST") == "1"


def placed(value):
    if channels_last and (isinstance(value, torch.nn.Module) or value.dim() == 4):
        return value.to(memory_format=torch.channels_last)
    return value


def train(net, optimizer_name, batch):
    image, make = nets[net]
    model = placed(make())
    parameters = model.parameters()
    optimizer = (
        torch.optim.Adam(parameters) if optimizer_name == "adam" else torch.optim.SGD(parameters, lr=0.01, momentum=0.9)
    )
    x, y = placed(torch.randn(int(batch), *image)), torch.randint(10, (int(batch),))

    def step():
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(model(x), y).backward()
        optimizer.step()

    return step


def infer(net, batch):
    image, make = nets[net]
    model = placed(make()).eval()
    x = placed(torch.randn(int(batch), *image))

    def run():
        with torch.no_grad():
            model(x)

    return run


def matmul(size):
    a, b = torch.rand(int(size), int(size)), torch.rand(int(size), int(size))
    return lambda: a @ b


def conv(shape, passes):
    inputs, outputs, kernel, size, padding = map(int, shape.split("-"))
    x, w = placed(torch.randn(32, inputs, size, size)), placed(torch.randn(outputs, inputs, kernel, kernel))
    if passes == "forward":
        return lambda: F.conv2d(x, w, padding=padding)
    x.requires_grad_()
    w.requires_grad_()
    gradient = F.conv2d(x, w, padding=padding).detach().clone()

    def run():
        x.grad = w.grad = None
        F.conv2d(x, w, padding=padding).backward(gradient)

    return run


def dropout(count, passes):
    x = torch.rand(int(count))
    if passes == "forward":
        return lambda: F.dropout(x, 0.1, True)
    x.requires_grad_()
    gradient = torch.rand(int(count))

    def run():
        x.grad = None
        F.dropout(x, 0.1, True).backward(gradient)

    return run


def add_row(count):
    x, row = torch.rand(int(count) // 1024, 1024), torch.rand(1024)
    return lambda: x + row


def total(count):
    x = torch.rand(int(count))
    return lambda: x.sum()


makers = {
    "train": train,
    "infer": infer,
    "matmul": matmul,
    "conv": conv,
    "dropout": dropout,
    "add-row": add_row,
    "sum": total,
}

print(json.dumps({"version": f"torch {torch.__version__}", "threads": torch.get_num_threads()}), flush=True)
name, body = None, None
for line in sys.stdin:
    request = json.loads(line)
    if request["workload"] != name:
        name = request["workload"]
        kind, *rest = name.split("/")
        torch.manual_seed(0)
        body = makers[kind](*rest) if kind in makers else None
        for _ in range(3):
            if body is not None:
                body()
    if body is None:
        print("null", flush=True)
        continue
    times = []
    end = time.perf_counter() + request["milliseconds"] / 1000
    while True:
        start = time.perf_counter()
        body()
        now = time.perf_counter()
        times.append(1000 * (now - start))
        if now >= end:
            break
    print(json.dumps(times), flush=True)
