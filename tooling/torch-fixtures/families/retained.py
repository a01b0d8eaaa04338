"""Which gradient a tensor retains, or a hook sees, that is written in place before or after it was asked to.

A case: {steps: [[result or "", name, ...operands], ...], gradients: {tensor: tensor or null}, seen: {tensor: [tensor, ...]}}.
Steps: ["x", "leaf", values], ["y", "mul", "x", 2], ["v", "narrow", "y", 0, 1], ["", "mul_", "y", 2], ["", "retainGrad", "y"],
["", "hook", "y", factor] (multiplies the gradient, and `seen` holds what it was), ["", "backward", "y"] (of the sum),
["", "grad", "y", "x"] (what autograd.grad gives for the sum is dropped).
Those written by hand, and 120 drawn at random that PyTorch does not refuse.
"""

import random

import torch

seed = 0

by_hand = {
    "before-a-write": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "mul_", "y", 2], ["", "backward", "y"]],
    "after-a-write": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "mul_", "y", 2], ["", "retainGrad", "y"], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "before-two-writes": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "mul_", "y", 2], ["", "mul_", "y", 5], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "between-two-writes": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "mul_", "y", 2], ["", "retainGrad", "y"], ["", "mul_", "y", 5], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "read-before-the-write": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["z", "mul", "y", 7], ["", "mul_", "y", 2], ["w", "add", "y", "z"], ["", "backward", "w"]],
    "hook-before-a-write": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "hook", "y", 10], ["", "mul_", "y", 2], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "hook-and-retain-before-a-write": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "hook", "y", 10], ["", "retainGrad", "y"], ["", "mul_", "y", 2], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "retain-and-hook-before-a-write": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "hook", "y", 10], ["", "mul_", "y", 2], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "hooks-on-both-sides": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "hook", "y", 10], ["", "mul_", "y", 2], ["", "hook", "y", 100], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "retain-behind-a-hook": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "hook", "y", 10], ["", "backward", "y"]],
    "view-of-what-is-written": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["v", "narrow", "y", 0, 1], ["", "retainGrad", "v"], ["", "mul_", "y", 2], ["z", "mul", "v", 3], ["", "backward", "z"]],
    "view-of-what-is-written-base-read": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["v", "narrow", "y", 0, 1], ["", "retainGrad", "v"], ["", "mul_", "y", 2], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "base-of-a-view-that-is-written": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["v", "narrow", "y", 0, 1], ["", "retainGrad", "y"], ["", "mul_", "v", 2], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "view-that-is-written": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["v", "narrow", "y", 0, 1], ["", "retainGrad", "v"], ["", "mul_", "v", 2], ["z", "mul", "v", 3], ["", "backward", "z"]],
    "view-that-is-written-base-read": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["v", "narrow", "y", 0, 1], ["", "retainGrad", "v"], ["", "mul_", "v", 2], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "two-views-one-written": [["x", "leaf", [1, 2, 3]], ["y", "clone", "x"], ["v", "narrow", "y", 0, 2], ["w", "narrow", "y", 1, 2], ["", "retainGrad", "w"], ["", "mul_", "v", 2], ["z", "mul", "w", 3], ["", "backward", "z"]],
    "written-with-what-needs-a-gradient": [["x", "leaf", [1, 2]], ["b", "leaf", [3, 4]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "mul_", "y", "b"], ["", "backward", "y"]],
    "overwritten": [["x", "leaf", [1, 2]], ["b", "leaf", [3, 4]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "copy_", "y", "b"], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "overwritten-with-a-constant": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "zero_", "y"], ["z", "add", "y", "x"], ["", "backward", "z"]],
    "leaf": [["x", "leaf", [1, 2]], ["", "retainGrad", "x"], ["y", "mul", "x", 2], ["", "backward", "y"]],
    "constant-made-to-need-one": [["x", "leaf", [1, 2]], ["y", "constant", [5, 6]], ["", "mul_", "y", "x"], ["", "retainGrad", "y"], ["", "mul_", "y", 2], ["", "backward", "y"]],
    "asked-twice": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "mul_", "y", 2], ["", "retainGrad", "y"], ["z", "mul", "y", 3], ["", "backward", "z"]],
    "two-backwards": [["x", "leaf", [1, 2]], ["y", "clone", "x"], ["", "retainGrad", "y"], ["", "mul_", "y", 2], ["z", "mul", "y", 3], ["", "backward", "z"], ["w", "mul", "y", 4], ["", "backward", "w"]],
    "by-grad": [["x", "leaf", [1, 2]], ["y", "mul", "x", 3], ["", "retainGrad", "y"], ["z", "mul", "y", "y"], ["", "grad", "z", "x"], ["", "backward", "z"]],
    "by-grad-of-itself": [["x", "leaf", [1, 2]], ["y", "mul", "x", 3], ["", "retainGrad", "y"], ["z", "mul", "y", "y"], ["", "grad", "z", "y"]],
    "by-grad-beside-the-way": [["x", "leaf", [1, 2]], ["y", "mul", "x", 3], ["w", "mul", "x", 5], ["", "retainGrad", "y"], ["", "retainGrad", "w"], ["z", "add", "y", "w"], ["", "grad", "z", "y"]],
    "by-grad-of-a-leaf": [["x", "leaf", [1, 2]], ["", "retainGrad", "x"], ["y", "mul", "x", 3], ["", "grad", "y", "x"]],
}


def write(fixtures):
    for name, steps in by_hand.items():
        fixtures.case(name, **run(steps))
    for number in range(120):
        fixtures.case(f"drawn-{number}", **answered(random.Random(fixtures.seed_of(f"drawn-{number}"))))


def answered(draws):
    """The first of the programs drawn that PyTorch does not refuse."""
    while True:
        try:
            return run(drawn(draws))
        except RuntimeError:
            continue


def run(steps):
    tensors, seen = {}, {}
    for result, name, *operands in steps:
        values = [tensors[operand] if isinstance(operand, str) else operand for operand in operands]
        if name in ("leaf", "constant"):
            tensors[result] = torch.tensor(values[0], dtype=torch.float64, requires_grad=name == "leaf")
        elif name == "retainGrad":
            values[0].retain_grad()
        elif name == "hook":
            log = seen.setdefault(operands[0], [])
            values[0].register_hook(lambda gradient, log=log, factor=values[1]: (log.append(gradient.clone()), gradient * factor)[1])
        elif name == "backward":
            values[0].sum().backward(retain_graph=True)
        elif name == "grad":
            torch.autograd.grad(values[0].sum(), values[1], retain_graph=True)
        elif name == "narrow":
            tensors[result] = values[0].narrow(0, *values[1:])
        else:
            made = getattr(values[0], name)(*values[1:])
            if result:
                tensors[result] = made
    return {"steps": steps, "gradients": {name: tensor.grad for name, tensor in tensors.items()}, "seen": seen}


def drawn(draws):
    """Two leaves of three elements, some results and views of them, written and asked in any order, and the sum of all at the end."""
    steps = [["a", "leaf", [1.5, -2.0, 0.5]], ["b", "leaf", [0.25, 3.0, -1.0]], ["c", "clone", "a"]]
    sizes = {"a": 3, "b": 3, "c": 3}
    written = ["c"]
    for at in range(draws.randint(4, 9)):
        kind = draws.choice(["write", "write", "retain", "retain", "hook", "view", "op"])
        name = f"t{at}"
        target = draws.choice(written)
        alike = [other for other in sizes if sizes[other] == sizes[target]]
        if kind == "write":
            other = draws.choice([2, -0.5, draws.choice(alike)])
            steps.append(["", draws.choice(["mul_", "add_"]), target, other])
        elif kind == "retain":
            steps.append(["", "retainGrad", target])
        elif kind == "hook":
            steps.append(["", "hook", target, draws.choice([2, 10])])
        elif kind == "view":
            source = draws.choice([each for each in written if sizes[each] > 1] or ["c"])
            length = draws.randint(1, sizes[source])
            steps.append([name, "narrow", source, draws.randint(0, sizes[source] - length), length])
            sizes[name] = length
            written.append(name)
        else:
            steps.append([name, draws.choice(["mul", "add"]), target, draws.choice([3, draws.choice(alike)])])
            sizes[name] = sizes[target]
            written.append(name)
    for at, name in enumerate(written):
        steps.append(["", "backward", name])
    return steps
