"""Records what random programs give in PyTorch, for src/programs/main.mjs to compare with.

    python programs.py SEED OUT.jsonl.gz [--count 2000] [--statements 12] [--dtypes float64,int32]

A program draws tensors of several dtypes, sizes of 0 and 1 among them, looks at them through views, overlapping ones too, writes them
in place, indexes and reduces them, mixes dtypes, leaves gradients off, hangs hooks on what it has, takes gradients of
gradients, computes parts anew on the way back, and ends in a backward. A line holds one program: its statements, what each
that PyTorch refuses was refused with, what every tensor holds in the end, and all gradients. Needs torch.
"""

import argparse
import base64
import gzip
import json
import random
import warnings

import torch
from torch.utils.checkpoint import checkpoint

from encoding import encode

# Larger numbers say nothing: their differences are roundings.
LARGEST = 30

UNARY = "tanh sigmoid relu sin cos neg abs exp2 square sign clone contiguous softplus".split()
WRITES = "tanh_ sigmoid_ relu_ sin_ neg_ abs_ zero_ square_ exp2_ cos_".split()
BINARY = ["add", "sub", "mul", "maximum", "minimum", "atan2", "copysign", "hypot"]
FLOATING = ["atan2_", "hypot_", "copysign_"]
COMPARE = ["lt", "ge", "eq", "ne"]
NUMBERS = [-1.5, 0.5, 2, 3, -1]


# What ours computes: several views of one call may be written, values convert as they do without indices, bools are numbers, and
# slopes that need nothing of what was written over are computed.
ACCEPTED = ["multiple views", "modified by an inplace", "Index put requires the source", "not implemented for", "not support dtype"]


class Refused(Exception):
    """What PyTorch raised at a statement."""


class Drawing:
    def __init__(self, seed, options):
        self.random = random.Random(f"programs {seed}")
        self.generator = torch.Generator().manual_seed(seed)
        self.options = options
        self.held = []
        self.statements = []
        self.leaves = []
        self.retained = []
        # What hooks and writes without gradients met: PyTorch loses a hook on a view where its memory is written without them.
        self.hooked = set()
        self.unrecorded = set()

    # Draws

    def chance(self, share):
        return self.random.random() < share

    def pick(self, choices):
        return self.random.choice(choices)

    def any(self, wanted=lambda tensor: True):
        fitting = [at for at, tensor in enumerate(self.held) if wanted(tensor)]
        if not fitting:
            return None
        return self.pick(fitting if self.chance(0.35) else fitting[-5:])

    def float(self, wanted=lambda tensor: True):
        return self.any(lambda tensor: tensor.is_floating_point() and wanted(tensor))

    def fitting(self, at, grows=False):
        """One that broadcasts to another, or as well the other way, or a number."""
        shape = self.held[at].shape

        def fits(other):
            try:
                return torch.broadcast_shapes(other.shape, shape) == shape or grows
            except RuntimeError:
                return False

        if self.chance(0.2):
            return {"number": self.pick(NUMBERS)}
        other = self.any(fits)
        return {"number": self.pick(NUMBERS)} if other is None else {"held": other}

    def shape(self):
        size = [1, 2, 3, 3, 4, 0] if self.chance(0.15) else [1, 2, 3, 3, 4]
        return [self.pick(size) for _ in range(self.pick([0, 1, 1, 2, 2, 2, 3]))]

    def dim(self, at):
        rank = self.held[at].dim()
        return self.random.randrange(-rank, rank) if rank else self.pick([0, -1])

    # Statements

    def value(self, given):
        if isinstance(given, dict):
            if "held" in given:
                return self.held[given["held"]]
            if "number" in given:
                return given["number"]
            if "dtype" in given:
                return getattr(torch, given["dtype"])
            if "slice" in given:
                return slice(*given["slice"])
            if "tensor" in given:
                return given["made"]
        if isinstance(given, list):
            return [self.value(one) for one in given]
        return given

    def do(self, kind, op, args, keywords=None, recorded=True):
        """Makes a statement; its results are held, but for those of in-place forms."""
        keywords = keywords or {}
        statement = {"kind": kind, "op": op, "args": args, "keywords": keywords}
        if not recorded:
            statement["noGrad"] = True
        values = [self.value(one) for one in args]
        before = values[0].detach().clone() if kind == "write" else None
        named = {name: self.value(one) for name, one in keywords.items()}
        if before is not None and overlaps(values[0]):
            return None
        if kind == "write" and not (recorded and values[0].requires_grad):
            if memory_of(values[0]) in self.hooked:
                return None
            self.unrecorded.add(memory_of(values[0]))
        if kind == "write":
            # Where an operand lies across the target PyTorch refuses, or reads what it has written; ours reads it first.
            values[1:] = [apart(one, values[0]) for one in values[1:]]
        try:
            with torch.set_grad_enabled(recorded):
                result = self.run(kind, op, values, named)
        except (RuntimeError, IndexError, TypeError, ValueError) as error:
            # What it had done before it stopped is nobody's.
            if kind == "backward":
                raise Refused("summed in part") from error
            if before is not None and not torch.equal(before.nan_to_num(), values[0].detach().nan_to_num()):
                raise Refused("written in part") from error
            # One in five is kept: as a rule they are draws that do not fit. Of several views of a call PyTorch lets none be written.
            if self.chance(0.2) and not any(one in str(error) for one in ACCEPTED):
                statement["raises"] = f"{type(error).__name__}: {str(error).splitlines()[0]}"
                self.statements.append(strip(statement))
            return None
        self.statements.append(strip(statement))
        results = [one for one in (result if isinstance(result, (list, tuple)) else [result]) if one is not None]
        if kind == "write":
            self.tame(args[0]["held"])
            return None
        if sum(one.numel() for one in results) > 200:
            self.statements.pop()
            return None
        first = len(self.held)
        for one in results:
            self.held.append(one)
        statement = self.statements[-1]
        statement["gives"] = len(results)
        for at in range(first, len(self.held)):
            self.tame(at)
        return first if results else None

    def tame(self, at):
        """What is too large is made small by a statement of its own."""
        tensor = self.held[at]
        if not tensor.is_floating_point() or tensor.numel() == 0:
            return
        if not torch.isfinite(tensor).all() or tensor.detach().abs().max() > LARGEST:
            if overlaps(tensor):
                raise Refused("too large")
            op = "sin_" if torch.isfinite(tensor).all() else "zero_"
            if memory_of(tensor) in self.hooked:
                raise Refused("too large")
            self.unrecorded.add(memory_of(tensor))
            self.statements.append(
                {"kind": "write", "op": op, "args": [{"held": at}], "keywords": {}, "noGrad": True}
            )
            with torch.no_grad():
                getattr(tensor, op)()

    def run(self, kind, op, values, named):
        if kind in ("call", "write"):
            if op == "set":
                values[0][tuple(values[1])] = values[2]
                return values[0]
            if op == "at":
                return values[0][tuple(values[1])]
            if op == "softplus":
                return torch.nn.functional.softplus(values[0])
            return getattr(values[0], op)(*values[1:], **named)
        if kind == "function":
            return getattr(torch, op)(*values, **named)
        if kind == "checkpoint":
            return checkpoint(lambda x: body(op, x), values[0], use_reentrant=False)
        if kind == "gradOf":
            ended, inner = values
            found = torch.autograd.grad(
                (ended * ended.detach().cos()).sum(), inner, create_graph=True, allow_unused=True
            )[0]
            return torch.zeros_like(inner) if found is None else found
        if kind == "hook":
            factor = values[1]
            values[0].register_hook(lambda slope: slope * factor)
            return None
        if kind == "retain":
            values[0].retain_grad()
            return None
        if kind == "backward":
            (values[0] * values[0].detach().sin()).sum().backward(retain_graph=True)
            return None
        raise AssertionError(kind)

    def make(self, requires_grad=False, dtype=None, shape=None):
        dtype = dtype or self.pick(self.options.dtypes)
        shape = self.shape() if shape is None else shape
        if dtype.startswith("float"):
            made = torch.randn(shape, dtype=getattr(torch, dtype), generator=self.generator)
            made = torch.where(made.abs() < 0.1, made + 0.3, made)
        elif dtype == "bool":
            made = torch.randint(0, 2, shape, generator=self.generator).bool()
        else:
            low, high = (0, 5) if dtype == "uint8" else (-4, 5)
            made = torch.randint(low, high, shape, generator=self.generator).to(getattr(torch, dtype))
        if requires_grad:
            made.requires_grad_()
            self.leaves.append(len(self.held))
        self.statements.append({"kind": "make", "op": "make", "args": [encode(made)], "keywords": {}, "gives": 1})
        self.held.append(made)
        return len(self.held) - 1

    # What a statement may be

    def view(self):
        at = self.any()
        tensor = self.held[at]
        dim = self.dim(at)
        size = tensor.shape[dim] if tensor.dim() else 1
        kind = self.pick(
            "select narrow slice transpose permute unsqueeze squeeze expand flatten view unfold diagonal movedim flip "
            "split unbind chunk as_strided detach expand_as reshape swapaxes t roll unflatten".split()
        )
        held = {"held": at}
        start = self.random.randrange(size) if size else 0
        if kind == "select":
            return self.do("call", "select", [held, dim, start])
        if kind == "narrow":
            return self.do("call", "narrow", [held, dim, start, self.random.randint(0, size - start)])
        if kind == "slice":
            return self.do("call", "at", [held, self.index(at, advanced=False)])
        if kind in ("transpose", "swapaxes"):
            return self.do("call", kind, [held, dim, self.dim(at)])
        if kind == "permute":
            order = list(range(tensor.dim()))
            self.random.shuffle(order)
            return self.do("call", "permute", [held, order])
        if kind == "unsqueeze":
            return self.do("call", "unsqueeze", [held, self.random.randint(-tensor.dim() - 1, tensor.dim())])
        if kind == "squeeze":
            return self.do("call", "squeeze", [held] if self.chance(0.5) else [held, dim])
        if kind == "expand":
            sizes = [self.pick([2, 3]) if one == 1 else self.pick([-1, one]) for one in tensor.shape]
            return self.do("call", "expand", [held, ([self.pick([1, 2])] if self.chance(0.4) else []) + sizes])
        if kind == "flatten":
            return self.do("call", "flatten", [held])
        if kind in ("view", "reshape"):
            return self.do("call", kind, [held, self.pick([[-1], [1, -1], [-1, 2], list(tensor.shape), [3, -1]])])
        if kind == "unfold":
            window = self.random.randint(1, max(1, size))
            return self.do("call", "unfold", [held, dim, window, self.pick([1, 1, 2])])
        if kind == "diagonal":
            return self.do("call", "diagonal", [held, self.pick([0, 0, 1, -1])])
        if kind == "movedim":
            return self.do("call", "movedim", [held, dim, self.dim(at)])
        if kind == "flip":
            return self.do("call", "flip", [held, [dim]])
        if kind == "roll":
            return self.do("call", "roll", [held, self.pick([1, -1, 2]), dim])
        if kind == "split":
            return self.do("call", "split", [held, self.pick([1, 2]), dim])
        if kind == "chunk":
            return self.do("call", "chunk", [held, self.pick([1, 2, 3]), dim])
        if kind == "unbind":
            return self.do("call", "unbind", [held, dim])
        if kind == "as_strided":
            count = tensor.untyped_storage().nbytes() // tensor.element_size()
            first = self.random.randrange(max(1, count))
            sizes = [self.pick([1, 2, 3]) for _ in range(self.pick([1, 2]))]
            strides = [self.pick([0, 1, 1, 2]) for _ in sizes]
            return self.do("call", "as_strided", [held, sizes, strides, first])
        if kind == "expand_as":
            return self.do("call", "expand_as", [held, {"held": self.any()}])
        if kind == "t":
            return self.do("call", "t", [held])
        if kind == "unflatten":
            return self.do("call", "unflatten", [held, dim, self.pick([[-1, 1], [1, -1], [2, -1]])])
        return self.do("call", "detach", [held])

    def index(self, at, advanced=True):
        tensor = self.held[at]
        parts = []
        # Without an index PyTorch gives the tensor itself, also where no gradients are recorded.
        for size in tensor.shape[: self.random.randint(min(1, tensor.dim()), tensor.dim())]:
            kind = self.random.random()
            if advanced and kind < 0.25:
                length = self.pick([1, 2, 3])
                made = self.make_index(size, length)
                parts.append({"held": made})
            elif kind < 0.45:
                parts.append({"number": self.random.randrange(-size, size) if size else 0})
            elif kind < 0.6:
                parts.append({"number": None})
                parts.append({"slice": [None, None, None]})
            else:
                first = self.pick([None, 0, 1, -2])
                parts.append({"slice": [first, self.pick([None, size, -1]), self.pick([None, 1, 2])]})
        if self.chance(0.1):
            parts.append({"slice": [None, None, None]} if len(parts) < tensor.dim() else {"number": None})
        return parts

    def make_index(self, size, length):
        count = [length] if size else [0]
        made = torch.randint(-size, max(size, 1), count, generator=self.generator)
        self.statements.append({"kind": "make", "op": "make", "args": [encode(made)], "keywords": {}, "gives": 1})
        self.held.append(made)
        return len(self.held) - 1

    def recorded(self):
        return not self.chance(0.06)

    def write(self):
        at = self.any(lambda tensor: not (tensor.is_leaf and tensor.requires_grad)) if self.chance(0.95) else self.any()
        if at is None:
            return
        tensor, held = self.held[at], {"held": at}
        kind = self.random.random()
        recorded = self.recorded()
        if kind < 0.2:
            op = self.pick(WRITES)
            self.do("write", op, [held], recorded=recorded)
        elif kind < 0.45:
            op = self.pick(["add_", "sub_", "mul_", "copy_", "atan2_", "hypot_", "copysign_"])
            other = self.fitting(at)
            if op == "copy_" and "number" in other:
                op = "fill_"
            if op in FLOATING and ("number" in other or not self.held[other["held"]].is_floating_point()):
                op = "mul_"
            scaled = op in ("add_", "sub_") and self.chance(0.3)
            keywords = {"alpha": {"number": self.pick([2, 0.5, -1])}} if scaled else {}
            self.do("write", op, [held, other], keywords, recorded)
        elif kind < 0.6:
            self.do("write", "set", [held, self.index(at), self.fitting(at)], recorded=recorded)
        elif kind < 0.68:
            mask = self.mask(at)
            self.do("write", "masked_fill_", [held, mask, {"number": self.pick(NUMBERS)}], recorded=recorded)
        elif kind < 0.74:
            bounds = {"min": {"number": -1}, "max": {"number": self.pick([1, 0.5])}}
            self.do("write", "clamp_", [held], bounds, recorded)
        elif kind < 0.8:
            others = [self.fitting(at), self.fitting(at)]
            if all("held" in other for other in others):
                self.do("write", "addcmul_", [held, *others], {"value": {"number": self.pick([1, 0.5])}}, recorded)
        elif kind < 0.86 and tensor.dim() > 0:
            dim = self.dim(at)
            index = self.make_index(tensor.shape[dim], self.pick([1, 2]))
            shape = list(tensor.shape)
            shape[dim] = self.held[index].numel()
            source = self.of_shape(shape, tensor)
            op = self.pick(["index_add_", "index_copy_", "index_fill_"])
            last = {"number": 0.5} if op == "index_fill_" else {"held": source}
            if op == "index_copy_" and self.repeats(index, tensor.shape[dim]):
                op = "index_add_"
            self.do("write", op, [held, dim, {"held": index}, last], recorded=recorded)
        elif kind < 0.9:
            self.do("write", self.pick(["tril_", "triu_"]), [held], recorded=recorded)
        elif kind < 0.94 and tensor.dim() > 0:
            self.do("write", "cumsum_", [held, self.dim(at)], recorded=recorded)
        elif kind < 0.97:
            other = self.fitting(at)
            if "held" in other:
                self.do("write", "lerp_", [held, other, {"number": 0.3}], recorded=recorded)
        elif sum(memory_of(one) == memory_of(tensor) for one in self.held) == 1:
            # Where a view of it is there already, PyTorch has that follow at times.
            self.do("write", self.pick(["detach_", "requires_grad_"]), [held])
            if self.held[at].is_leaf and self.held[at].requires_grad and at not in self.leaves:
                self.leaves.append(at)

    def repeats(self, index, size):
        places = [int(one) % max(1, size) for one in self.held[index]]
        return len(set(places)) < len(places)

    def of_shape(self, shape, like):
        found = self.any(lambda tensor: list(tensor.shape) == shape and tensor.dtype == like.dtype)
        return self.make(dtype=str(like.dtype).removeprefix("torch."), shape=shape) if found is None else found

    def mask(self, at):
        found = self.any(lambda tensor: tensor.dtype == torch.bool and broadcasts(tensor.shape, self.held[at].shape))
        return {"held": self.make(dtype="bool", shape=list(self.held[at].shape)) if found is None else found}

    def compute(self):
        at = self.any()
        tensor, held = self.held[at], {"held": at}
        kind = self.random.random()
        recorded = self.recorded()
        if kind < 0.2:
            return self.do("call", self.pick(UNARY), [held], recorded=recorded)
        if kind < 0.42:
            op = self.pick(BINARY)
            other = self.fitting(at, grows=True)
            if "number" in other and op not in ("add", "sub", "mul"):
                op = "mul"
            # PyTorch's slopes wrap where an operand is uint8.
            floats = tensor.is_floating_point() and ("number" in other or self.held[other["held"]].is_floating_point())
            if f"{op}_" in FLOATING and not floats:
                op = "add"
            return self.do("call", op, [held, other], recorded=recorded)
        if kind < 0.47:
            return self.do("call", self.pick(COMPARE), [held, self.fitting(at, grows=True)])
        if kind < 0.52:
            other = self.fitting(at, grows=True)
            if "held" in other:
                condition = self.mask(at)
                return self.do("function", "where", [condition, held, other], recorded=recorded)
        if kind < 0.6:
            fitting = [one for one in range(len(self.held)) if self.held[one].shape == tensor.shape]
            parts = [self.pick(fitting) for _ in range(self.pick([2, 3]))]
            return self.do("function", self.pick(["cat", "stack"]), [[{"held": one} for one in parts], self.dim(at)])
        if kind < 0.78:
            op = self.pick("sum mean amax amin prod cumsum softmax logsumexp norm var max sort std median".split())
            dim = self.dim(at)
            # PyTorch's of integers is one of integers where there are none.
            if op == "softmax" and not tensor.is_floating_point():
                op = "cumsum"
            # PyTorch's median of what lies several times in memory is at times another element.
            if op == "median" and overlaps(tensor):
                op = "amax"
            if op in ("sum", "mean", "prod") and self.chance(0.3):
                return self.do("call", op, [held], recorded=recorded)
            if op == "norm":
                return self.do("call", "norm", [held, {"number": 2}, dim], recorded=recorded)
            if op in ("sum", "mean", "amax", "amin", "logsumexp") and self.chance(0.4):
                return self.do("call", op, [held, dim], {"keepdim": {"number": True}}, recorded)
            return self.do("call", op, [held, dim], recorded=recorded)
        if kind < 0.84:
            return self.do("call", "at", [held, self.index(at)])
        if kind < 0.88:
            mask = self.any(lambda other: other.dtype == torch.bool and other.shape == tensor.shape)
            if mask is not None:
                return self.do("call", "masked_select", [held, {"held": mask}])
        if kind < 0.92 and tensor.dim() == 2:
            rows = tensor.shape[1]
            other = self.any(lambda one: one.dim() == 2 and one.dtype == tensor.dtype and one.shape[0] == rows)
            if other is not None:
                return self.do("call", "matmul", [held, {"held": other}], recorded=recorded)
        # An int64 is an int32 here, which would be itself.
        if kind < 0.96 and tensor.dtype != torch.int64:
            return self.do("call", "to", [held, {"dtype": self.pick(self.options.dtypes)}], recorded=recorded)
        return self.do("call", "clone", [held], recorded=recorded)

    def graph(self):
        """What is done to gradients."""
        kind = self.random.random()
        tracked = self.float(lambda tensor: tensor.requires_grad)
        if tracked is None:
            return
        held = {"held": tracked}
        if kind < 0.3:
            memory = memory_of(self.held[tracked])
            if self.held[tracked]._is_view() and memory in self.unrecorded:
                return
            self.hooked.add(memory)
            self.do("hook", "hook", [held, {"number": self.pick([0.5, 2, -1])}])
        elif kind < 0.45:
            self.do("retain", "retain", [held])
            if self.statements[-1]["kind"] == "retain" and "raises" not in self.statements[-1]:
                self.retained.append(tracked)
        elif kind < 0.6:
            self.do("checkpoint", self.pick(["waves", "writes", "views"]), [held])
        elif kind < 0.85:
            inner = self.float(lambda tensor: tensor.requires_grad)
            self.do("gradOf", "gradOf", [held, {"held": inner}])
        else:
            self.do("backward", "backward", [held])

    def program(self):
        for at in range(self.pick([1, 2, 2, 3])):
            self.make(requires_grad=at == 0 or self.chance(0.5), dtype=self.pick(["float64", "float64", "float32"]))
        for _ in range(self.pick([0, 1, 1, 2])):
            self.make()
        for _ in range(self.random.randint(3, self.options.statements)):
            kind = self.random.random()
            if kind < 0.3:
                self.view()
            elif kind < 0.62:
                self.write()
            elif kind < 0.9:
                self.compute()
            else:
                self.graph()
        record = {"statements": self.statements}
        record["loss"] = []
        for at, tensor in enumerate(self.held):
            try:
                # One of several views of a call is of no more use once others were written.
                tensor.view_as(tensor)
            except RuntimeError:
                continue
            if tensor.requires_grad and tensor.is_floating_point() and tensor.numel() > 0:
                record["loss"].append(at)
        if record["loss"]:
            try:
                self.end(record["loss"]).backward()
            except RuntimeError as error:
                if "multiple views" in str(error):
                    raise Refused("views of one call") from error
                record["gradRaises"] = str(error).splitlines()[0]
                try:
                    self.keep(record)
                except RuntimeError as error:
                    # What PyTorch can keep ends where views are made leaves.
                    raise Refused("not kept") from error
        with torch.no_grad():
            record["held"] = [plain(tensor) | {"requiresGrad": tensor.requires_grad} for tensor in self.held]
        if "gradRaises" not in record:
            record["gradients"] = self.gradients()
        return record

    def gradients(self):
        return {
            str(at): None if self.held[at].grad is None else plain(self.held[at].grad)
            for at in {*self.leaves, *self.retained}
            if self.held[at].is_leaf or self.held[at].retains_grad
        }

    def keep(self, record):
        """The gradients of what PyTorch refuses, had it kept what was written over: whoever computes them must agree."""
        again = Drawing(0, self.options)
        with torch.autograd.graph.allow_mutation_on_saved_tensors():
            for statement in self.statements:
                again.repeat(statement)
            again.leaves, again.retained = self.leaves, self.retained
            again.end(record["loss"]).backward()
            record["kept"] = again.gradients()

    def repeat(self, statement):
        if "raises" in statement:
            return
        if statement["kind"] == "make":
            self.held.append(remade(statement["args"][0]["tensor"]))
            return
        values = [self.value(one) for one in statement["args"]]
        if statement["kind"] == "write":
            values[1:] = [apart(one, values[0]) for one in values[1:]]
            # What PyTorch keeps it finds by the tensor that is written, not by its memory.
            for one in self.held:
                if memory_of(one) == memory_of(values[0]) and not overlaps(one):
                    with torch.no_grad():
                        one.copy_(one.clone())
        named = {name: self.value(one) for name, one in statement["keywords"].items()}
        with torch.set_grad_enabled("noGrad" not in statement):
            result = self.run(statement["kind"], statement["op"], values, named)
        if statement.get("gives") and statement["kind"] != "write":
            self.held += [one for one in (result if isinstance(result, (list, tuple)) else [result]) if one is not None]

    def end(self, loss):
        total = 0
        for at in loss:
            tensor = self.held[at]
            weights = torch.arange(tensor.numel(), dtype=torch.float64).add(at + 1).cos().reshape(tensor.shape)
            total = total + (tensor.double() * weights).sum()
        return total


def remade(encoded):
    dtype = getattr(torch, encoded["dtype"])
    flat = torch.frombuffer(bytearray(base64.b64decode(encoded["data"])) or bytearray(8), dtype=dtype)
    made = flat.clone().as_strided(encoded["shape"], encoded["strides"], encoded["offset"])
    return made.detach().clone(memory_format=torch.preserve_format).requires_grad_(encoded.get("requiresGrad", False))


def strip(statement):
    return {name: one for name, one in statement.items() if one != {} or name == "keywords"}


def apart(value, target):
    """A tensor that is not the target's memory."""
    return value.clone() if isinstance(value, torch.Tensor) and memory_of(value) == memory_of(target) else value


def memory_of(tensor):
    return tensor.untyped_storage().data_ptr()


def overlaps(tensor):
    """Whether an element of it lies twice."""
    places = torch.zeros(1, dtype=torch.int64)
    for size, stride in zip(tensor.shape, tensor.stride()):
        places = (places[:, None] + torch.arange(size) * stride).flatten()
    return places.unique().numel() < places.numel()


def broadcasts(shape, to):
    try:
        return torch.broadcast_shapes(shape, to) == to
    except RuntimeError:
        return False


def plain(tensor):
    return encode(tensor.detach().contiguous())["tensor"]


def body(op, x):
    if op == "waves":
        return (x.sin() * x).tanh() * 2
    if op == "writes":
        made = x * 2
        made.sin_()
        made.mul_(x)
        return made
    return (x.flatten()[::2] * 0.5).exp2() - 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", type=int)
    parser.add_argument("out")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--statements", type=int, default=12, help="at most, beside those that make tensors")
    parser.add_argument("--dtypes", default="float64,float64,float64,float32,int32,uint8,bool")
    options = parser.parse_args()
    options.dtypes = options.dtypes.split(",")
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    with gzip.open(options.out, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"torch": torch.__version__, "seed": options.seed, "count": options.count}) + "\n")
        for seed in range(options.seed, options.seed + options.count):
            try:
                record = Drawing(seed, options).program()
            except Refused:
                continue
            except RuntimeError as error:
                if "multiple views" in str(error) or "INTERNAL ASSERT" in str(error):
                    continue
                raise
            file.write(json.dumps({"id": f"program/{seed}", **record}) + "\n")


if __name__ == "__main__":
    main()
