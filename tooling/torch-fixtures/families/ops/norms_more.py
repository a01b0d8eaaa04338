"""batchNorm, instanceNorm, layerNorm, rmsNorm, groupNorm, localResponseNorm."""

import torch
from torch.nn import functional

from families.op_case import positive, real, record


def write(fixtures):
    double = torch.float64
    for dtype in (torch.float32, double):
        kind = "float64" if dtype == double else "float32"

        def learnt(*shape):
            return [real(*shape, dtype=dtype), real(*shape, dtype=dtype)]

        def of_batch(name, shape, training, affine, far=0.0, **options):
            channels = shape[1]

            def inputs():
                averages = [real(channels, dtype=dtype), positive(channels, dtype=dtype)]
                return [real(*shape, dtype=dtype) + far, *averages, *(learnt(channels) if affine else [])]

            def compute(x, mean, spread, weight=None, bias=None):
                return functional.batch_norm(x, mean.clone(), spread.clone(), weight, bias, training, **options)

            record(fixtures, f"{name}/{kind}", "batchNorm", compute, inputs, {"training": training, **options}, no_gradient=(1, 2))

        of_batch("images", (3, 4, 5, 6), True, True)
        of_batch("vectors", (6, 4), True, False, eps=1e-3)
        of_batch("evaluation", (3, 4, 5), False, True)
        of_batch("volumes", (2, 3, 2, 3, 4), True, True, momentum=0.3)
        if dtype == double:
            of_batch("far", (3, 4, 5, 6), True, True, far=1e4)
        for name, shape, affine in [("images", (2, 3, 4, 5), True), ("sequences", (2, 3, 5), False)]:
            inputs = lambda: [real(*shape, dtype=dtype), *(learnt(shape[1]) if affine else [])]
            record(fixtures, f"{name}/{kind}", "instanceNorm", lambda x, w=None, b=None: functional.instance_norm(x, None, None, w, b, eps=1e-3), inputs, {"eps": 1e-3})
        for name, shape, normalized, affine in [("rows", (4, 5, 6), [6], True), ("matrices", (3, 4, 5), [4, 5], True), ("plain", (5, 33), [33], False)]:
            inputs = lambda: [real(*shape, dtype=dtype), *(learnt(*normalized) if affine else [])]
            record(fixtures, f"{name}/{kind}", "layerNorm", lambda x, w=None, b=None: functional.layer_norm(x, normalized, w, b), inputs, {"normalizedShape": normalized})
            inputs = lambda: [real(*shape, dtype=dtype), *(learnt(*normalized)[:1] if affine else [])]
            record(fixtures, f"{name}/{kind}", "rmsNorm", lambda x, w=None: functional.rms_norm(x, normalized, w), inputs, {"normalizedShape": normalized})
        for name, shape, groups, affine in [("images", (3, 6, 4, 5), 2, True), ("vectors", (3, 12), 3, False), ("one", (2, 4, 5), 1, True)]:
            inputs = lambda: [real(*shape, dtype=dtype), *(learnt(shape[1]) if affine else [])]
            record(fixtures, f"{name}/{kind}", "groupNorm", lambda x, w=None, b=None: functional.group_norm(x, groups, w, b), inputs, {"numGroups": groups})
        for shape, size, options in [((2, 7, 4), 3, {}), ((2, 5, 3, 3), 4, {"alpha": 0.5, "beta": 0.5, "k": 2.0}), ((2, 5, 2, 2, 3), 2, {})]:
            record(fixtures, f"{len(shape)}d/{kind}", "localResponseNorm", lambda x: functional.local_response_norm(x, size, **options), lambda: [real(*shape, dtype=dtype)], {"size": size, **options})
