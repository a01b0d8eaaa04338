"""Metrics of classes, from scikit-learn, over scores in batches.

A case: {name, classes: 0 for one score a sample, output, target, batches: the samples of each, want: {metric: value}}. Scores are logits; some
are tied. The calibration error is that of Guo et al. by calibration_curve's shares, where that has it, for one score a sample, and of its
definition else.
"""

import numpy as np
import torch
from sklearn import metrics as sk

seed = 11


def calibration(confidence, right, bins=15):
    edges = np.linspace(0, 1, bins + 1)
    at = np.clip(np.searchsorted(edges, confidence, side="left") - 1, 0, bins - 1)
    total = 0.0
    for number in range(bins):
        inside = at == number
        if inside.any():
            total += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    return total


def class_scores(target, answers, labels, averages):
    want = {"confusionMatrix": sk.confusion_matrix(target, answers, labels=labels).tolist(), "accuracy": sk.accuracy_score(target, answers)}
    for average in averages:
        named = {"labels": labels, "average": average, "zero_division": 0}
        want[f"precision {average}"] = sk.precision_score(target, answers, **named)
        want[f"recall {average}"] = sk.recall_score(target, answers, **named)
        want[f"f1 {average}"] = sk.f1_score(target, answers, **named)
    return want


def plain(want):
    return {name: value if isinstance(value, list) else float(value) for name, value in want.items()}


def many(fixtures, name, classes, samples, batches, missing=None):
    output = torch.randn(samples, classes) * 2
    target = torch.randint(0, classes if missing is None else missing, (samples,), dtype=torch.int32)
    output[::7] = output[::7].round()
    # Those with ties for the first place would have two answers.
    output += torch.arange(classes) * 1e-3
    probability = output.double().softmax(1).numpy()
    t, answers = target.numpy(), output.argmax(1).numpy()
    labels = list(range(classes))
    want = class_scores(t, answers, labels, ["macro", "weighted", "micro"] if classes > 2 else ["macro", "weighted", "micro", "binary"])
    if classes > 2:
        want["topK 2"] = sk.top_k_accuracy_score(t, probability, k=2, labels=labels)
    if missing is None:
        want["auroc"] = sk.roc_auc_score(t, probability, multi_class="ovr", labels=labels) if classes > 2 else sk.roc_auc_score(t, probability[:, 1])
        want["perplexity"] = np.exp(sk.log_loss(t, probability, labels=labels))
        want["brier"] = sk.brier_score_loss(t, probability, labels=labels, scale_by_half=False)
    want["expectedCalibrationError"] = calibration(probability.max(1), (answers == t).astype(float))
    fixtures.case(name, classes=classes, output=output, target=target, batches=batches, want=plain(want))


def one_score(fixtures, name, samples, batches):
    output = torch.randn(samples) * 2
    output[::5] = output[::5].round() + 0.25
    target = torch.bernoulli(torch.sigmoid(output)).to(torch.int32)
    probability = output.double().sigmoid().numpy()
    t, answers = target.numpy(), (output > 0).int().numpy()
    want = class_scores(t, answers, [0, 1], ["macro", "weighted", "micro", "binary"])
    want["auroc"] = sk.roc_auc_score(t, probability)
    want["brier"] = sk.brier_score_loss(t, probability)
    confidence = np.maximum(probability, 1 - probability)
    want["expectedCalibrationError"] = calibration(confidence, (answers == t).astype(float))
    fixtures.case(name, classes=0, output=output, target=target.float(), batches=batches, want=plain(want))


def write(fixtures):
    many(fixtures, "five classes", 5, 103, [40, 40, 23])
    many(fixtures, "two classes", 2, 64, [32, 32])
    many(fixtures, "a class without samples", 4, 30, [30], missing=3)
    many(fixtures, "batches of one", 3, 9, [1] * 9)
    one_score(fixtures, "one score", 90, [50, 40])
