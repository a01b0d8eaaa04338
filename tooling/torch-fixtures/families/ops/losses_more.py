"""Losses beyond nllLoss and crossEntropy: reductions, weights, broadcasting, and what happens at the edges."""

import math

import torch
from torch.nn import functional

from families.op_case import integers, positive, real, record, seeded, truths

double = torch.float64
nan, inf = math.nan, math.inf
reductions = ("mean", "sum", "none")


def write(fixtures):
    write_differences(fixtures)
    write_binary(fixtures)
    write_likelihoods(fixtures)
    write_margins(fixtures)
    write_class_margins(fixtures)
    write_embeddings(fixtures)
    write_ctc(fixtures)


def has_second(op, name):
    """PyTorch has no gradients of these gradients, has zeros for NaN, and for probabilities has eps where nothing asks for it."""
    if op in ("multiMarginLoss", "multilabelMarginLoss", "ctcLoss") or op == "softMarginLoss" and name == "large":
        return False
    return not (op == "binaryCrossEntropy" and ("edges" in name or "float64" in name) or "specials" in name)


def camel(name):
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def cases(fixtures, op, compute, inputs, variants, no_gradient=()):
    """Each variant of keyword arguments with each reduction, plainly in float32 and once in float64."""
    for label, arguments in variants.items():
        for reduction in reductions:
            given = {**arguments, "reduction": reduction}
            kwargs = {camel(name): value for name, value in given.items()}
            name = f"{label}-{reduction}"
            record(fixtures, name, op, lambda *x: compute(*x, **given), inputs, kwargs, no_gradient=no_gradient, second=has_second(op, name))
            if reduction == "mean":
                wide = {key: value.double() if isinstance(value, torch.Tensor) and value.is_floating_point() else value for key, value in given.items()}
                kwargs = {camel(key): value for key, value in wide.items()}

                def doubled():
                    return [x.double() if isinstance(x, torch.Tensor) and x.is_floating_point() else x for x in inputs()]

                record(fixtures, f"{name}-float64", op, lambda *x: compute(*x, **wide), doubled, kwargs, no_gradient=no_gradient, second=has_second(op, "float64"))


def one(fixtures, name, op, compute, inputs, no_gradient=(), **arguments):
    kwargs = {camel(key): value for key, value in arguments.items()}
    record(fixtures, name, op, lambda *x: compute(*x, **arguments), inputs, kwargs, no_gradient=no_gradient, second=has_second(op, name))



def factors(fixtures, name, *shape):
    with seeded(fixtures, name):
        return positive(*shape)


def write_differences(fixtures):
    specials = torch.tensor([1.0, -1.0, 2.0, -2.0, 0.5, 0.0, nan, inf, -inf, 1e30, 1e-30])
    zeros = torch.zeros(11)
    losses = {
        "mseLoss": (functional.mse_loss, {"plain": {}}),
        "l1Loss": (functional.l1_loss, {"plain": {}}),
        "smoothL1Loss": (functional.smooth_l1_loss, {"plain": {}, "beta": {"beta": 0.3}, "beta0": {"beta": 0.0}}),
        "huberLoss": (functional.huber_loss, {"plain": {}, "delta": {"delta": 0.3}}),
    }
    for op, (compute, variants) in losses.items():
        if op != "smoothL1Loss":
            variants["weight"] = {"weight": factors(fixtures, f"{op}/weight", 4, 5)}
        cases(fixtures, op, compute, lambda: [real(4, 5), real(4, 5)], variants)
        one(fixtures, "defaults", op, compute, lambda: [real(3), real(3)])
        one(fixtures, "0d", op, compute, lambda: [real(), real()])
        for reduction in reductions:
            one(fixtures, f"empty-{reduction}", op, compute, lambda: [real(0, 3), real(0, 3)], reduction=reduction)
            one(fixtures, f"broadcast-{reduction}", op, compute, lambda: [real(4, 1), real(3)], reduction=reduction)
        one(fixtures, "specials", op, compute, lambda: [specials, zeros], reduction="none")
        one(fixtures, "specials-float64", op, compute, lambda: [specials.double(), zeros.double()], reduction="none")
        one(fixtures, "kinks", op, compute, lambda: [torch.tensor([1.0, -1.0, 2.0, -2.0, 0.3, -0.3, 0.0]), torch.zeros(7)], reduction="none")
        one(fixtures, "int32-target", op, compute, lambda: [real(5), integers(5)], no_gradient=(0,))
        one(fixtures, "float32-float64", op, compute, lambda: [real(5), real(5, dtype=double)], no_gradient=(0, 1))
        one(fixtures, "float64-float32", op, compute, lambda: [real(5, dtype=double), real(5)], no_gradient=(0, 1))


def write_binary(fixtures):
    probability = lambda *shape: positive(*shape) / 2.5
    op, compute = "binaryCrossEntropy", functional.binary_cross_entropy
    weights = {"plain": {}, "weight": {"weight": factors(fixtures, f"{op}/weight", 4, 5)}, "row": {"weight": factors(fixtures, f"{op}/row", 5)}}
    cases(fixtures, op, compute, lambda: [probability(4, 5), probability(4, 5)], weights)
    edges = torch.tensor([0.0, 1.0, 0.0, 1.0, 0.5, 1e-30, 1e-45, 1 - 6e-8, 1e-13])
    sides = torch.tensor([0.0, 0.0, 1.0, 1.0, 0.5, 0.3, 1.0, 0.0, 0.7])
    for reduction in reductions:
        one(fixtures, f"edges-{reduction}", op, compute, lambda: [edges, sides], no_gradient=(1,), reduction=reduction)
        one(fixtures, f"empty-{reduction}", op, compute, lambda: [probability(0, 3), probability(0, 3)], reduction=reduction)
    one(fixtures, "edges-of-targets", op, compute, lambda: [edges, sides], no_gradient=(0,), reduction="none")
    one(fixtures, "edges-float64", op, compute, lambda: [edges.double(), sides.double()], reduction="none", no_gradient=(1,))
    one(fixtures, "0d", op, compute, lambda: [probability(), probability()])

    op, compute = "binaryCrossEntropyWithLogits", functional.binary_cross_entropy_with_logits
    weights = {
        "plain": {},
        "weight": {"weight": factors(fixtures, f"{op}/weight", 4, 5)},
        "row": {"weight": factors(fixtures, f"{op}/row", 5)},
        "pos": {"pos_weight": factors(fixtures, f"{op}/pos", 5)},
        "both": {"weight": factors(fixtures, f"{op}/both", 4, 1), "pos_weight": factors(fixtures, f"{op}/both-pos", 5)},
    }
    cases(fixtures, op, compute, lambda: [real(4, 5) * 3, probability(4, 5)], weights)
    logits = torch.tensor([0.0, -0.0, 1.0, -1.0, 20.0, -20.0, 90.0, -90.0, 200.0, -200.0, 1e-8, 3e38, -3e38])
    for sign in (0.0, 1.0):
        one(fixtures, f"large{sign}", op, compute, lambda: [logits, torch.full((13,), sign)], reduction="none")
        one(fixtures, f"large{sign}-pos", op, compute, lambda: [logits[:-2], torch.full((11,), sign)], reduction="none", pos_weight=torch.tensor([3.0]))
    one(fixtures, "infinite", op, compute, lambda: [torch.tensor([inf, -inf, nan]), torch.tensor([1.0, 0.0, 0.5])], reduction="none")
    one(fixtures, "float32-float64", op, compute, lambda: [real(5), probability(5).double()])
    one(fixtures, "float64-float32", op, compute, lambda: [real(5, dtype=double), probability(5)])
    for reduction in reductions:
        one(fixtures, f"empty-{reduction}", op, compute, lambda: [real(0, 3), real(0, 3)], reduction=reduction)
    one(fixtures, "0d", op, compute, lambda: [real(), probability()])


def write_likelihoods(fixtures):
    op, compute = "klDiv", functional.kl_div
    logs = lambda *shape: real(*shape).log_softmax(-1)
    shares = lambda *shape: real(*shape).softmax(-1)
    for reduction in (*reductions, "batchmean"):
        one(fixtures, f"plain-{reduction}", op, compute, lambda: [logs(4, 5), shares(4, 5)], reduction=reduction)
        one(fixtures, f"logs-{reduction}", op, compute, lambda: [logs(4, 5), logs(4, 5)], reduction=reduction, log_target=True)
        one(fixtures, f"broadcast-{reduction}", op, compute, lambda: [logs(4, 5), shares(5)], reduction=reduction)
        one(fixtures, f"empty-{reduction}", op, compute, lambda: [real(0, 3), real(0, 3)], reduction=reduction)
        one(fixtures, f"0d-{reduction}", op, compute, lambda: [real(), positive()], reduction=reduction)
    one(fixtures, "zero-targets", op, compute, lambda: [torch.tensor([-1.0, -1.0, -2.0, -inf]), torch.tensor([0.0, 0.5, 1.0, 0.0])], reduction="none")
    one(fixtures, "impossible", op, compute, lambda: [torch.tensor([-inf, -inf, -1.0]), torch.tensor([0.5, 1.0, -0.5])], reduction="none")
    one(fixtures, "zero-logs", op, compute, lambda: [torch.tensor([-1.0, -2.0, -1.0]), torch.tensor([0.0, -0.5, -inf])], reduction="none", log_target=True)
    one(fixtures, "float64", op, compute, lambda: [logs(4, 5).double(), shares(4, 5).double()])
    one(fixtures, "float32-float64", op, compute, lambda: [logs(4, 5), shares(4, 5).double()])

    op, compute = "poissonNllLoss", functional.poisson_nll_loss
    counts = lambda *shape: integers(*shape, low=0, high=9).float()
    variants = {"logs": {}, "full": {"full": True}, "eps": {"log_input": False, "eps": 1e-3}, "rates-full": {"log_input": False, "full": True}}
    cases(fixtures, op, compute, lambda: [positive(4, 5), counts(4, 5)], variants, no_gradient=(1,))
    cases(fixtures, op, compute, lambda: [positive(4, 5), positive(4, 5)], {"positive": {"full": True}, "rates": {"log_input": False}})
    one(fixtures, "few", op, compute, lambda: [torch.tensor([0.0, 1.0, 2.0, -1.0]), torch.tensor([0.0, 1.0, 2.0, 3.0])], full=True, reduction="none")
    one(fixtures, "no-rates", op, compute, lambda: [torch.tensor([0.0, 1.0, 0.0]), torch.tensor([0.0, 1.0, 2.0])], log_input=False, reduction="none")
    one(fixtures, "int32", op, compute, lambda: [real(5), integers(5, low=0)])

    op, compute = "gaussianNllLoss", functional.gaussian_nll_loss
    variants = {"plain": {}, "full": {"full": True}, "eps": {"eps": 0.5}}
    cases(fixtures, op, compute, lambda: [real(4, 5), real(4, 5), positive(4, 5)], variants)
    cases(fixtures, op, compute, lambda: [real(4, 5), real(4, 5), positive(4)], {"of-rows": {}})
    cases(fixtures, op, compute, lambda: [real(4, 5), real(5), positive(4, 1)], {"of-columns": {}})
    one(fixtures, "number", op, compute, lambda: [real(4, 5), real(4, 5), 0.5])
    one(fixtures, "small", op, compute, lambda: [torch.tensor([0.0, 1.0, 2.0]), torch.ones(3), torch.tensor([0.0, 1e-9, 2.0])], reduction="none")


def signs(*shape):
    return truths(*shape).float() * 2 - 1


def write_margins(fixtures):
    op, compute = "hingeEmbeddingLoss", functional.hinge_embedding_loss
    cases(fixtures, op, compute, lambda: [real(4, 5), signs(4, 5)], {"plain": {}, "margin": {"margin": 0.3}}, no_gradient=(1,))
    one(fixtures, "others", op, compute, lambda: [torch.tensor([2.0, 0.5, 1.0, 3.0, 0.5, 2.0, nan]), torch.tensor([1.0, -1, -1, -1, 0, 0, 1])], no_gradient=(1,), reduction="none")
    one(fixtures, "broadcast", op, compute, lambda: [real(4, 1), signs(3)], no_gradient=(1,))
    one(fixtures, "int32", op, compute, lambda: [real(5), signs(5).int()])
    one(fixtures, "empty", op, compute, lambda: [real(0), signs(0)], no_gradient=(1,))

    op, compute = "marginRankingLoss", functional.margin_ranking_loss
    cases(fixtures, op, compute, lambda: [real(4, 5), real(4, 5), signs(4, 5)], {"plain": {}, "margin": {"margin": 0.5}})
    one(fixtures, "broadcast", op, compute, lambda: [real(4, 1), real(1, 5), signs(1, 1)])
    one(fixtures, "kinks", op, compute, lambda: [torch.tensor([2.0, 0.5, 1.0]), torch.tensor([1.0, 1.0, 0.0]), torch.tensor([1.0, -1.0, 1.0])], margin=1.0, reduction="none")
    one(fixtures, "int32", op, compute, lambda: [real(5), real(5), signs(5).int()])

    op, compute = "softMarginLoss", functional.soft_margin_loss
    cases(fixtures, op, compute, lambda: [real(4, 5), signs(4, 5)], {"plain": {}}, no_gradient=(1,))
    one(fixtures, "large", op, compute, lambda: [torch.tensor([-200.0, 200.0, 0.0, 3.0, 80.0, -80.0]), torch.tensor([1.0, 1, 1, -1, -1, 1])], no_gradient=(1,), reduction="none")
    one(fixtures, "int32", op, compute, lambda: [real(5), signs(5).int()])
    one(fixtures, "float64-float32", op, compute, lambda: [real(5, dtype=double), signs(5)], no_gradient=(1,))

    op, compute = "multilabelSoftMarginLoss", functional.multilabel_soft_margin_loss
    weights = {"plain": {}, "weight": {"weight": factors(fixtures, f"{op}/weight", 5)}}
    cases(fixtures, op, compute, lambda: [real(4, 5), positive(4, 5) / 2.5], weights)
    one(fixtures, "vector", op, compute, lambda: [real(5), positive(5)], reduction="none")
    one(fixtures, "large", op, compute, lambda: [torch.tensor([[-200.0, 200.0], [0.0, 1.0]]), torch.tensor([[1.0, 0.0], [0.0, 1.0]])], reduction="none")


def write_class_margins(fixtures):
    op, compute = "multiMarginLoss", functional.multi_margin_loss
    variants = {"plain": {}, "p2": {"p": 2}, "margin": {"margin": 0.3}, "weight": {"p": 2, "weight": factors(fixtures, f"{op}/weight", 5)}}
    cases(fixtures, op, compute, lambda: [real(4, 5), integers(4, low=0, high=5, dtype=torch.int64)], variants)
    one(fixtures, "vector", op, compute, lambda: [real(5), torch.tensor(3)], reduction="none")
    one(fixtures, "vector-of-one", op, compute, lambda: [real(5), torch.tensor([3])], reduction="none")
    one(fixtures, "0d", op, compute, lambda: [real(), torch.tensor(0)])
    one(fixtures, "kink", op, compute, lambda: [torch.tensor([[1.0, 0.0, 2.0], [0.0, 0.0, nan]]), torch.tensor([0, 1])], reduction="none")

    op, compute = "multilabelMarginLoss", functional.multilabel_margin_loss
    labels = torch.tensor([[3, 0, -1, 1, 2], [-1, 0, 1, 2, 3], [4, 3, 2, 1, 0], [2, -1, -1, -1, -1]])
    cases(fixtures, op, compute, lambda: [real(4, 5), labels], {"plain": {}})
    one(fixtures, "vector", op, compute, lambda: [real(5), labels[0]], reduction="none")
    one(fixtures, "0d", op, compute, lambda: [real(), torch.tensor(0)])
    one(fixtures, "none-right", op, compute, lambda: [real(2, 3), torch.full((2, 3), -1)], reduction="none")


def write_embeddings(fixtures):
    op, compute = "cosineEmbeddingLoss", functional.cosine_embedding_loss
    sides = torch.tensor([1, -1, -1, 1])
    cases(fixtures, op, compute, lambda: [real(4, 5), real(4, 5), sides], {"plain": {}, "margin": {"margin": -0.4}})
    one(fixtures, "vectors", op, compute, lambda: [real(5), real(5), torch.tensor(-1)], margin=-1.0)
    one(fixtures, "zeros", op, compute, lambda: [torch.tensor([[1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]), torch.tensor([[1.0, 1.0], [1.0, 0.9], [0.0, 1.0]]), torch.tensor([1, -1, -1])], margin=0.5, reduction="none")
    one(fixtures, "others", op, compute, lambda: [real(2, 3), real(2, 3), torch.tensor([0, 3])], reduction="none")

    op, compute = "tripletMarginLoss", functional.triplet_margin_loss
    variants = {"plain": {}, "margin": {"margin": 0.3}, "p1": {"p": 1}, "p3-eps": {"p": 3, "eps": 0.1}, "swap": {"swap": True}}
    cases(fixtures, op, compute, lambda: [real(4, 5), real(4, 5), real(4, 5)], variants)
    one(fixtures, "vectors", op, compute, lambda: [real(5), real(5), real(5)], margin=3.0)
    one(fixtures, "broadcast", op, compute, lambda: [real(4, 5), real(1, 5), real(4, 1)], margin=3.0, reduction="none")
    one(fixtures, "images", op, compute, lambda: [real(2, 3, 4), real(2, 3, 4), real(2, 3, 4)], reduction="none")

    op, compute = "tripletMarginWithDistanceLoss", functional.triplet_margin_with_distance_loss
    cases(fixtures, op, compute, lambda: [real(4, 5), real(4, 5), real(4, 5)], {"plain": {}, "margin": {"margin": 0.3}, "swap": {"swap": True}})


def write_ctc(fixtures):
    op, compute = "ctcLoss", functional.ctc_loss

    def scores(*shape, dtype=torch.float32):
        return real(*shape, dtype=dtype).log_softmax(-1)

    def given(name, inputs, targets, lengths, target_lengths, **arguments):
        named = {"inputLengths": list(lengths), "targetLengths": list(target_lengths)}
        named.update({camel(key): value for key, value in arguments.items()})
        record(fixtures, name, op, lambda x, y: compute(x, y, tuple(lengths), tuple(target_lengths), **arguments), lambda: [inputs(), torch.tensor(targets)], named)

    padded = [[1, 2, 0, 0], [3, 3, 1, 0], [4, 1, 2, 3]]
    for reduction in reductions:
        given(f"padded-{reduction}", lambda: scores(8, 3, 5), padded, (8, 7, 8), (2, 3, 4), reduction=reduction)
        given(f"concatenated-{reduction}", lambda: scores(8, 3, 5), [1, 2, 3, 3, 1, 4, 1, 2, 3], (8, 7, 8), (2, 3, 4), reduction=reduction)
        given(f"impossible-{reduction}", lambda: scores(4, 3, 5), padded, (1, 3, 4), (2, 3, 4), reduction=reduction)
        given(f"impossible-zeroed-{reduction}", lambda: scores(4, 3, 5), padded, (1, 3, 4), (2, 3, 4), reduction=reduction, zero_infinity=True)
        given(f"no-labels-{reduction}", lambda: scores(4, 3, 5), padded, (4, 4, 4), (0, 1, 0), reduction=reduction)
        given(f"no-steps-{reduction}", lambda: scores(4, 3, 5), padded, (0, 0, 4), (0, 1, 2), reduction=reduction, zero_infinity=True)
    given("blank", lambda: scores(8, 3, 5), padded, (8, 7, 8), (1, 2, 1), blank=2)
    given("float64", lambda: scores(8, 3, 5, dtype=double), padded, (8, 7, 8), (2, 3, 4))
    given("long", lambda: scores(60, 2, 30, dtype=double), [list(range(1, 21)), [5] * 20], (60, 55), (20, 20))
    given("unbatched", lambda: scores(6, 5), [1, 1, 2], (6,), (3,))
    given("no-probability", lambda: torch.tensor([[[0.0, -inf, -1.0]], [[-1.0, -0.5, -inf]], [[-inf, -1.0, -0.3]]]), [[2, 1]], (3,), (2,), reduction="none")
