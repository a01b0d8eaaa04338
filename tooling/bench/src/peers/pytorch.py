"""PyTorch as one side of a comparison: reads {"workload", "milliseconds"} lines, answers with the milliseconds of each call,
or null where it cannot do the workload.

BENCH_LAYOUT is contiguous, channels_last, or fastest, which tries both at each workload. BENCH_FUSED=1 takes the optimizers' fused
steps, BENCH_COMPILE=1 torch.compile. What is said of memory and threads is the environment's (../peers.js).
"""

import json
import os
import sys
import time

import torch
import torch._inductor.config
from drops import drop, kinds as drops
from known_nets import known_nets
from nets import nets
from ops import op
from torch.nn import functional as F

layout = os.environ.get("BENCH_LAYOUT", "contiguous")
fused = os.environ.get("BENCH_FUSED") == "1"
compiles = os.environ.get("BENCH_COMPILE") == "1"
# What passes, or what the processor spends on this process.
clock = time.process_time if os.environ.get("BENCH_CLOCK") == "processor" else time.perf_counter
least_warm_up = float(os.environ.get("BENCH_WARM_UP", "1000")) / 1000

channels_last = False


def compiled(function):
    """For one shape: what is general is slower."""
    return torch.compile(function, dynamic=False) if compiles else function


def placed(value):
    if channels_last and (isinstance(value, torch.nn.Module) or value.dim() == 4):
        return value.to(memory_format=torch.channels_last)
    return value


optimizers = {
    "sgd": (torch.optim.SGD, {"lr": 0.01, "momentum": 0.9}),
    "adam": (torch.optim.Adam, {}),
    "adamw": (torch.optim.AdamW, {}),
    "adam-gan": (torch.optim.Adam, {"lr": 2e-4, "betas": (0.5, 0.999)}),
}


def train(net, optimizer_name, batch):
    optimizer_class, options = optimizers[optimizer_name]

    def optimizer_of(parameters):
        return optimizer_class(parameters, **options, fused=True if fused else None)

    if net in known_nets:
        return known_nets[net](optimizer_of, placed, compiled, int(batch))
    image, make = nets[net]
    model = placed(make())
    optimizer = optimizer_of(model.parameters())
    x, y = placed(torch.randn(int(batch), *image)), torch.randint(10, (int(batch),))

    loss = compiled(lambda x, y: F.cross_entropy(model(x), y))

    def step():
        optimizer.zero_grad()
        loss(x, y).backward()
        optimizer.step()

    return step


def infer(net, batch):
    image, make = nets[net]
    model = placed(make()).eval()
    x = placed(torch.randn(int(batch), *image))
    output = compiled(model)

    def run():
        with torch.no_grad():
            output(x)

    return run


def matmul(size):
    a, b = torch.rand(int(size), int(size)), torch.rand(int(size), int(size))
    product = compiled(lambda a, b: a @ b)
    return lambda: product(a, b)


def conv(shape, passes):
    inputs, outputs, kernel, size, padding = map(int, shape.split("-"))
    x, w = placed(torch.randn(32, inputs, size, size)), placed(torch.randn(outputs, inputs, kernel, kernel))
    output = compiled(lambda x, w: F.conv2d(x, w, padding=padding))
    if passes == "forward":
        return lambda: output(x, w)
    x.requires_grad_()
    w.requires_grad_()
    gradient = F.conv2d(x, w, padding=padding).detach().clone()

    def run():
        x.grad = w.grad = None
        output(x, w).backward(gradient)

    return run


def dropout(count, passes=None):
    if count in drops:
        return drop(count, compiled)
    x = torch.rand(int(count))
    output = compiled(lambda x: F.dropout(x, 0.1, True))
    if passes == "forward":
        return lambda: output(x)
    x.requires_grad_()
    gradient = torch.rand(int(count))

    def run():
        x.grad = None
        output(x).backward(gradient)

    return run


def add_row(count):
    x, row = torch.rand(int(count) // 1024, 1024), torch.rand(1024)
    result = compiled(lambda x, row: x + row)
    return lambda: result(x, row)


def total(count):
    x = torch.rand(int(count))
    result = compiled(lambda x: x.sum())
    return lambda: result(x)


makers = {
    "train": train,
    "infer": infer,
    "matmul": matmul,
    "conv": conv,
    "dropout": dropout,
    "add-row": add_row,
    "sum": total,
    "ops": op,
}


def warm(body):
    """Three calls and a second, or as long as is asked for, as every peer; compiles."""
    end = clock() + least_warm_up
    calls = 0
    while calls < 3 or clock() < end:
        body()
        calls += 1


def burst(body, milliseconds):
    times = []
    end = clock() + milliseconds / 1000
    while True:
        start = clock()
        body()
        now = clock()
        times.append(1000 * (now - start))
        if now >= end:
            return times


def made(workload, of_layout):
    global channels_last
    channels_last = of_layout == "channels_last"
    kind, *rest = workload.split("/")
    torch.manual_seed(0)
    body = makers[kind](*rest)
    warm(body)
    return body


def make(workload):
    """What does the workload once, or None."""
    torch.compiler.reset()
    kind = workload.split("/")[0]
    # Weights that no step changes may be laid out for good.
    torch._inductor.config.freezing = compiles and kind == "infer"
    if kind not in makers:
        return None
    if layout != "fastest" or kind not in ("train", "infer", "conv"):
        return made(workload, "contiguous" if layout == "fastest" else layout)
    bodies = [made(workload, each) for each in ("contiguous", "channels_last")]
    return min(bodies, key=lambda body: sorted(burst(body, 500))[0])


settings = [
    f"{torch.backends.cpu.get_cpu_capability()}",
    "the faster of contiguous and channels_last" if layout == "fastest" else layout,
    *(["fused optimizers"] if fused else []),
    *(["torch.compile (frozen for inference)"] if compiles else []),
    *(f"{name}={os.environ[name]}" for name in ("OMP_PROC_BIND", "GLIBC_TUNABLES") if name in os.environ),
]
# Packages may start processes that read this file again.
if __name__ == "__main__":
    hello = {"version": f"torch {torch.__version__}", "threads": torch.get_num_threads(), "settings": ", ".join(settings)}
    print(json.dumps(hello), flush=True)
    name, body = None, None
    for line in sys.stdin:
        request = json.loads(line)
        if request["workload"] != name:
            name = request["workload"]
            # Frees what the workload before held.
            body = None
            try:
                body = make(name)
            except Exception as error:  # whatever torch.compile cannot do
                print(f"PyTorch cannot do {name}: {str(error).splitlines()[0]}", file=sys.stderr)
        print("null" if body is None else json.dumps(burst(body, request["milliseconds"])), flush=True)
