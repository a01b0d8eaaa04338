"""The most bytes that PyTorch has taken at once in the third training step of a net of known_nets.py: memory.py NET OPTIMIZER BATCH.

The running sum of all CPU allocations and frees that the profiler saw since before the net was made, so that parameters, gradients, state and inputs
are in it; its maximum is taken from the third step's beginning on."""

import sys

import torch
from known_nets import known_nets
from torch.profiler import ProfilerActivity, profile, record_function

optimizers = {
    "sgd": lambda parameters: torch.optim.SGD(parameters, lr=0.01, momentum=0.9),
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "adam-gan": lambda parameters: torch.optim.Adam(parameters, lr=2e-4, betas=(0.5, 0.999)),
}
net, optimizer, batch = sys.argv[1:4]
torch.set_num_threads(1)
torch.manual_seed(0)
with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as seen:
    step = known_nets[net](lambda parameters: optimizers[optimizer](list(parameters)), lambda x: x, lambda f: f, int(batch))
    for _ in range(2):
        step()
    with record_function("third step"):
        step()
events = seen.profiler.kineto_results.events()
begin = next(event.start_ns() for event in events if event.name() == "third step")
taken = most = 0
for event in sorted((event for event in events if event.name() == "[memory]"), key=lambda one: one.start_ns()):
    if event.start_ns() >= begin:
        most = max(most, taken)
    taken += event.nbytes()
    if event.start_ns() >= begin:
        most = max(most, taken)
print(most)
