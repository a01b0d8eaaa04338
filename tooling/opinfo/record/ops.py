"""Records of operators: each sample as it is, non-contiguous, and both in place; and what must be refused."""

import hashlib
import json
import random
import zlib

import numpy
import torch

from calls import CALL_SEED, call
from encoding import elements, encode, leaves

# Of elements in all tensors of a sample together, where an op has none smaller.
LARGEST = 20_000

# Singular vectors and eigenvectors are what they are up to their sign, and beyond the rank up to any turn: their sizes are compared.
comparable = {
    "linalg.eigh": lambda found: (found[0], found[1].abs()),
    "linalg.svd": lambda found: sizes(found, found[2]),
    "svd": lambda found: sizes(found, found[2].mT),
    "svd_lowrank": lambda found: (found[0].abs(), found[1], found[2].abs()),
    "pca_lowrank": lambda found: (found[0].abs(), found[1], found[2].abs()),
}


def sizes(found, vh):
    u, s = found[0], found[1]
    k = s.shape[-1]
    return u[..., :k].abs(), s, vh[..., :k, :].abs()


def leaf_of(value):
    return value.detach().requires_grad_(value.requires_grad) if isinstance(value, torch.Tensor) else value


def with_leaves(sample):
    """A sample whose tensors are leaves: some are views made without gradients, which autograd tells from their inputs."""
    if not hasattr(sample, "transform"):
        return sample
    return sample.transform(leaf_of)


def size_of(sample):
    return elements(sample.input, sample.args, sample.kwargs)


class OpRecorder:
    """The records of op_db's entries, each written once."""

    def __init__(self, file, options):
        self.file = file
        self.options = options
        self.seen = set()
        self.skipped = {}
        self.written = 0

    def seed(self, *what):
        """Fixes all randomness from the seed given and from what is to be made, whatever was made before."""
        value = zlib.crc32(f"{self.options.seed} {what}".encode())
        torch.manual_seed(value)
        random.seed(value)
        numpy.random.seed(value)

    def call(self, record, function, inputs):
        return call(record, function, inputs, self.options.wild)

    def skip(self, op, why):
        self.skipped[f"{op}: {why}"] = self.skipped.get(f"{op}: {why}", 0) + 1

    def attempt(self, op, method, *given):
        """Some cannot be written down, sparse tensors and lazy modules among them."""
        try:
            method(*given)
        except Exception as error:
            self.skip(op, f"not recorded: {type(error).__name__}: {str(error).splitlines()[:1]}")

    def write(self, record):
        # Reference inputs begin with the sample inputs, as a rule.
        told = {key: value for key, value in record.items() if key not in ("id", "kind")}
        digest = hashlib.sha1(json.dumps(told).encode()).digest()
        if digest in self.seen:
            return
        self.seen.add(digest)
        self.file.write(json.dumps(record) + "\n")
        self.written += 1

    def take(self, op, kind, make):
        """
        The samples of one kind that are small enough, at most `limit` of them, chosen by the seed; of an op whose own
        samples are all larger, the two smallest, up to `LARGEST`.
        """
        self.seed(op, "samples")
        samples = []
        try:
            for sample in make():
                samples.append(with_leaves(sample))
        except Exception as error:  # some entries cannot make all of their samples in every dtype
            self.skip(op, f"{kind}: from the {len(samples) + 1}th on: {type(error).__name__}: {str(error).splitlines()[:1]}")
        sizes = [size_of(getattr(sample, "sample_input", sample)) for sample in samples]
        most = self.options.elements
        if kind == "sample" and sizes and min(sizes) > most:
            most = min(sorted(sizes)[:2][-1], LARGEST)
        small = [(at, sample) for at, sample in enumerate(samples) if sizes[at] <= most]
        for _ in range(len(samples) - len(small)):
            self.skip(op, f"{kind}: more than {most} elements")
        if len(small) > self.options.limit:
            self.skipped[f"{op}: {kind}: beyond {self.options.limit}"] = len(small) - self.options.limit
            small = [small[at] for at in sorted(random.sample(range(len(small)), self.options.limit))]
        return small

    def head(self, op, variant, dtype, kind, at, sample):
        name = f"{op}.{variant}" if variant else op
        return {
            "id": f"{name}/{dtype}/{kind}/{at}",
            "op": op,
            "variant": variant,
            "dtype": dtype,
            "kind": kind,
            "form": "function",
            "strided": False,
            "seed": CALL_SEED,
            "input": encode(sample.input),
            "args": [encode(arg) for arg in sample.args],
            "kwargs": {key: encode(value) for key, value in sample.kwargs.items()},
        }

    def function(self, op, dtype, kind, at, sample):
        record = self.head(op.name, op.variant_test_name, dtype, kind, at, sample)
        inputs = [leaf for leaf in leaves(sample.input, sample.args, sample.kwargs) if leaf.requires_grad]
        given = comparable.get(op.name, lambda found: found)
        return self.call(record, lambda: given(op.op(sample.input, *sample.args, **sample.kwargs)), inputs)

    def in_place(self, op, dtype, kind, at, sample):
        """The in-place variant, on a clone, so that a leaf may be written; on non-contiguous memory itself, without gradients."""
        record = self.head(op.name, op.variant_test_name, dtype, kind, at, sample)
        record["form"] = "inplace"
        inputs = [leaf for leaf in leaves(sample.input, sample.args, sample.kwargs) if leaf.requires_grad]
        target = sample.input if record["strided"] or not sample.input.requires_grad else sample.input.clone()
        if target is sample.input:
            target = target.detach()
        return self.call(record, lambda: op.inplace_variant(target, *sample.args, **sample.kwargs), inputs)

    def strided(self, op, dtype, kind, at, sample, form):
        sample = sample.noncontiguous()
        if form == "inplace":
            sample = sample.transform(lambda value: value.detach() if isinstance(value, torch.Tensor) else value)
        record = (self.in_place if form == "inplace" else self.function)(op, dtype, kind, at, sample)
        record["strided"] = True
        record["id"] += "/strided"
        return record

    def op(self, op, dtype):
        """All records of one op_db entry in one dtype."""
        name = op.formatted_name
        torch_dtype = getattr(torch, dtype)
        if torch_dtype not in op.supported_dtypes("cpu"):
            return
        grad = op.supports_autograd and torch_dtype.is_floating_point and torch_dtype in op.supported_backward_dtypes("cpu")
        # Left to themselves they would seed with a constant.
        given = {"requires_grad": grad, "set_seed": False}
        kinds = [
            ("sample", lambda: op.sample_inputs("cpu", torch_dtype, **given)),
            ("reference", lambda: op.reference_inputs("cpu", torch_dtype, **given)),
        ]
        for kind, make in kinds:
            for at, sample in self.take(name, kind, make):
                self.attempt(name, self.forms, op, dtype, kind, at, sample)

    def forms(self, op, dtype, kind, at, sample):
        """The records of one sample: as it is, non-contiguous, and both in place."""
        self.write(self.function(op, dtype, kind, at, sample))
        tensors = leaves(sample.input, sample.args, sample.kwargs)
        noncontiguous = kind == "sample" and any(leaf.numel() > 1 for leaf in tensors)
        if noncontiguous:
            self.write(self.strided(op, dtype, kind, at, sample, "function"))
        if op.inplace_variant is None or not isinstance(sample.input, torch.Tensor):
            return
        copy = sample.transform(
            lambda value: value.detach().clone().requires_grad_(value.requires_grad)
            if isinstance(value, torch.Tensor)
            else value
        )
        record = self.in_place(op, dtype, kind, at, copy)
        record["id"] += "/inplace"
        self.write(record)
        if noncontiguous:
            record = self.strided(op, dtype, kind, at, sample, "inplace")
            record["id"] += "/inplace"
            self.write(record)

    def errors(self, op):
        if op.error_inputs_func is None:
            return
        for at, error in self.take(op.formatted_name, "error", lambda: op.error_inputs("cpu")):
            sample = error.sample_input
            record = self.head(op.name, op.variant_test_name, "any", "error", at, sample)
            self.write(self.call(record, lambda: op.op(sample.input, *sample.args, **sample.kwargs), []))
