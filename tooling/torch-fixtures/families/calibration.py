"""How far probabilities are to be trusted: the expected calibration error of torchmetrics, and the Brier score of its definition, over batches.

A case: {name, bins, batches: [{logits, target}], error: torchmetrics' MulticlassCalibrationError of all batches, brier: Σ (p − onehot)², the
mean over all samples in float64}. torchmetrics 1.9.0.
"""

import torch
import torchmetrics
from torchmetrics.classification import MulticlassCalibrationError

seed = 2411


def write(fixtures):
    if torchmetrics.__version__ != "1.9.0":
        raise SystemExit(f"calibration.py: the fixtures are those of torchmetrics 1.9.0, but this is {torchmetrics.__version__}")
    for classes, bins, sizes in [(2, 15, (64, 64, 7)), (10, 15, (100, 33)), (3, 10, (50,)), (5, 1, (20, 1))]:
        name = f"{classes} classes, {bins} bins"
        torch.manual_seed(fixtures.seed_of(name))
        metric = MulticlassCalibrationError(num_classes=classes, n_bins=bins, norm="l1")
        batches, scores = [], []
        for size in sizes:
            logits, target = 2 * torch.randn(size, classes), torch.randint(classes, (size,))
            metric.update(logits.softmax(1), target)
            right = torch.nn.functional.one_hot(target, classes)
            scores.append((logits.double().softmax(1) - right).square().sum(1))
            batches.append({"logits": logits, "target": target})
        fixtures.case(name, bins=bins, batches=batches, error=metric.compute().item(), brier=torch.cat(scores).mean().item())
