"""Loss layers: their options, texts, and factors as buffers."""

import torch
from torch import nn

from families.layers import layer


def rows(*shape):
    return torch.randn(*shape)


def shares(*shape):
    return torch.rand(*shape)


def signs(*shape):
    return torch.randint(0, 2, shape).float() * 2 - 1


def labels(*shape):
    return torch.randint(0, 5, shape)


def write(fixtures):
    weight = torch.tensor([0.5, 1.0, 2.0, 1.5, 0.25])
    pairs = lambda: [rows(4, 5), rows(4, 5)]
    likely = lambda: [shares(4, 5), shares(4, 5)]
    cases = [
        (nn.MSELoss, [{}, {"reduction": "sum"}, {"reduction": "none"}], pairs),
        (nn.L1Loss, [{}, {"reduction": "sum"}], pairs),
        (nn.SmoothL1Loss, [{}, {"beta": 0.5}], pairs),
        (nn.HuberLoss, [{}, {"delta": 0.5, "reduction": "sum"}], pairs),
        (nn.BCELoss, [{}, {"weight": weight}], likely),
        (nn.BCEWithLogitsLoss, [{}, {"pos_weight": weight}, {"weight": weight, "reduction": "none"}], likely),
        (nn.KLDivLoss, [{"reduction": "batchmean"}, {"log_target": True, "reduction": "sum"}], likely),
        (nn.PoissonNLLLoss, [{}, {"log_input": False, "full": True}], likely),
        (nn.GaussianNLLLoss, [{}, {"full": True, "reduction": "sum"}], lambda: [rows(4, 5), rows(4, 5), shares(4, 5) + 0.1]),
        (nn.CrossEntropyLoss, [{}, {"weight": weight}, {"label_smoothing": 0.1, "ignore_index": 2}], lambda: [rows(4, 5), labels(4)]),
        (nn.CrossEntropyLoss, [{"label_smoothing": 0.2, "weight": weight}], lambda: [rows(2, 5, 3), rows(2, 5, 3).softmax(1)]),
        (nn.CrossEntropyLoss, [{"weight": weight}], lambda: [rows(2, 5, 3, 2), labels(2, 3, 2)]),
        (nn.NLLLoss, [{}, {"weight": weight, "reduction": "sum"}], lambda: [rows(4, 5).log_softmax(1), labels(4)]),
        (nn.CosineEmbeddingLoss, [{}, {"margin": -0.5}], lambda: [rows(4, 5), rows(4, 5), signs(4)]),
        (nn.TripletMarginLoss, [{}, {"margin": 2.0, "swap": True}], lambda: [rows(4, 5), rows(4, 5), rows(4, 5)]),
        (nn.TripletMarginWithDistanceLoss, [{}, {"margin": 2.0, "swap": True}], lambda: [rows(4, 5), rows(4, 5), rows(4, 5)]),
        (nn.MultiLabelSoftMarginLoss, [{}, {"weight": weight}], likely),
    ]
    for layer_class, variants, inputs in cases:
        frozen = (1,) if layer_class is nn.PoissonNLLLoss else (2,) if layer_class is nn.CosineEmbeddingLoss else ()
        for options in variants:
            layer(fixtures, layer_class, [], options, inputs, frozen=frozen, name="of images" if len(inputs()[0].shape) > 2 else "")
    layer(fixtures, nn.MSELoss, [], {}, lambda: [value.double() for value in pairs()], dtype=torch.float64)
    for layer_class, variants in [(nn.HingeEmbeddingLoss, [{}, {"margin": 0.5}]), (nn.SoftMarginLoss, [{}])]:
        for options in variants:
            layer(fixtures, layer_class, [], options, lambda: [rows(4, 5), signs(4, 5)], frozen=(1,))
    layer(fixtures, nn.MarginRankingLoss, [], {"margin": 0.5}, lambda: [rows(6), rows(6), signs(6)], frozen=(2,))
    for options in [{}, {"p": 2, "margin": 0.5, "weight": weight}]:
        layer(fixtures, nn.MultiMarginLoss, [], options, lambda: [rows(4, 5), labels(4)], second=False)
    order = torch.tensor([[3, 0, -1, 1, 2], [-1, 0, 1, 2, 3]])
    layer(fixtures, nn.MultiLabelMarginLoss, [], {}, lambda: [rows(2, 5), order], second=False)
    given = [torch.tensor([[1, 2], [3, 3]]), torch.tensor([6, 5]), torch.tensor([2, 1])]
    for options in [{}, {"blank": 4, "reduction": "sum", "zero_infinity": True}]:
        layer(fixtures, nn.CTCLoss, [], options, lambda: [rows(6, 2, 5).log_softmax(2), *given], second=False)
