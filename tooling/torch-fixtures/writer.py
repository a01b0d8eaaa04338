"""The fixture format: a JSON file of cases and one of raw little-endian elements. What the cases are is families/'s."""

import hashlib
import json
import math
from pathlib import Path

import torch

fixtures_folder = Path(__file__).parent / "fixtures"
# Typed arrays of 8-byte elements must begin at multiples of 8.
alignment = 8

dtype_names = {
    torch.float32: "float32",
    torch.float64: "float64",
    torch.int64: "int64",
    torch.int32: "int32",
    torch.uint8: "uint8",
    torch.bool: "bool",
}


class FixtureWriter:
    """Collects the cases of one family. Values may hold tensors at any depth; close() writes both files."""

    def __init__(self, family, seed):
        self.family = family
        self.seed = seed
        self.elements = bytearray()
        self.places = {}
        self.cases = []
        self.names = set()

    def seed_of(self, name):
        """The seed of what is drawn for a case: of its own, so that no other case changes it, and no other file of a folder."""
        family = self.family.split("/")[0]
        return int.from_bytes(hashlib.sha256(f"{family}/{self.seed}/{name}".encode()).digest()[:6], "little")

    def case(self, name, **values):
        if name in self.names:
            raise ValueError(f"{self.family}: two cases are called {name}")
        self.names.add(name)
        self.cases.append({"name": name, **{key: self.encode(value) for key, value in values.items()}})

    def encode(self, value):
        if isinstance(value, torch.Tensor):
            return self.tensor(value)
        if isinstance(value, dict):
            return {key: self.encode(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.encode(item) for item in value]
        if isinstance(value, float) and not math.isfinite(value):
            # JSON has no word for these.
            return {"number": {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")}
        return value

    def tensor(self, tensor):
        # Gradients that are zero by a rule have no memory.
        plain = torch.zeros(tensor.shape, dtype=tensor.dtype) if tensor._is_zerotensor() else tensor.detach().contiguous()
        elements = plain.numpy().tobytes()
        key = elements
        if key not in self.places:
            self.elements.extend(bytes(-len(self.elements) % alignment))
            self.places[key] = len(self.elements)
            self.elements.extend(elements)
        return {"dtype": dtype_names[tensor.dtype], "shape": list(tensor.shape), "offset": self.places[key]}

    def close(self):
        (fixtures_folder / self.family).parent.mkdir(parents=True, exist_ok=True)
        header = f'"torch": {json.dumps(torch.__version__)}, "seed": {self.seed}'
        # One case a line, so that a changed fixture shows in a diff as its case.
        lines = ",\n".join(json.dumps(case, allow_nan=False) for case in self.cases)
        (fixtures_folder / f"{self.family}.json").write_text(f'{{{header}, "cases": [\n{lines}\n]}}\n')
        (fixtures_folder / f"{self.family}.bin").write_bytes(self.elements)
        size = sum((fixtures_folder / f"{self.family}.{ending}").stat().st_size for ending in ("json", "bin"))
        print(f"{self.family}: {len(self.cases)} cases, {size / 1024:.0f} KiB")
