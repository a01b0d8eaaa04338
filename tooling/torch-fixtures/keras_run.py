"""What Keras and TensorFlow Probability make of dropout: the one fixture that is not PyTorch's. python keras_run.py, with what requirements-keras.txt names.

Cases: {kind: a Keras layer, options, input, output, mask: what it drew, 1 where something was kept, or noise: of its normal distribution}; and
{kind: "DenseLocalReparameterization", input, weight, deviation, bias, mean, spread: of the outputs that it draws}; and {kind: "DenseFlipout",
input, weight, deviation, draws, mean, variance, covariance: of outputs over so many draws, the last between the first two rows}.
"""

import json
import os
from pathlib import Path

os.environ.update(KERAS_BACKEND="tensorflow", TF_USE_LEGACY_KERAS="1", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="")

import keras
import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp

layers = keras.layers


def plain(array):
    array = np.asarray(array, dtype=np.float32)
    return {"dtype": "float32", "shape": list(array.shape), "data": [float(f"{value:.9g}") for value in array.ravel()]}


def case(kind, options, shape, layer, of):
    rng = np.random.default_rng(len(cases))
    x = rng.uniform(0.5, 2, shape).astype(np.float32)
    y = np.asarray(layer(x, training=True))
    cases.append({"name": f"{kind}-{len(cases)}", "kind": kind, "options": options, "input": plain(x), "output": plain(y), **of(x, y)})


def mask_of(*alone):
    """One element stands for all along the dimensions that share a draw."""
    return lambda x, y: {"mask": plain((y != 0)[tuple(slice(0, 1) if at in alone else slice(None) for at in range(x.ndim))])}


def saturated(x, y):
    values, counts = np.unique(y, return_counts=True)
    return {"mask": plain(y != values[counts.argmax()])}


cases = []
case("Dropout", {"p": 0.4}, (5, 6), layers.Dropout(0.4, seed=1), mask_of())
case("Dropout", {"p": 0.3, "noiseShape": [None, 1, None]}, (4, 3, 5), layers.Dropout(0.3, noise_shape=(None, 1, None), seed=2), mask_of(1))
case("SpatialDropout1D", {"p": 0.5, "noiseShape": [None, 1, None]}, (4, 3, 5), layers.SpatialDropout1D(0.5, seed=3), mask_of(1))
case("SpatialDropout2D", {"p": 0.25, "noiseShape": [None, 1, 1, None]}, (3, 2, 4, 5), layers.SpatialDropout2D(0.25, seed=4), mask_of(1, 2))
case("SpatialDropout3D", {"p": 0.25, "noiseShape": [None, 1, 1, 1, None]}, (2, 2, 3, 2, 5), layers.SpatialDropout3D(0.25, seed=5), mask_of(1, 2, 3))
case("AlphaDropout", {"p": 0.3}, (6, 7), layers.AlphaDropout(0.3, seed=6), saturated)
for p in (0.2, 0.5):
    deviation = np.sqrt(p / (1 - p))
    case("GaussianDropout", {"p": p}, (10, 12), layers.GaussianDropout(p, seed=7), lambda x, y: {"noise": plain((y.astype(np.float64) / x - 1) / deviation)})
case("GaussianNoise", {"std": 0.5}, (10, 12), layers.GaussianNoise(0.5, seed=8), lambda x, y: {"noise": plain((y.astype(np.float64) - x) / 0.5)})

rng = np.random.default_rng(0)
x = rng.normal(size=(3, 4)).astype(np.float32)


def of_tfp(name):
    tf.random.set_seed(1)
    layer = getattr(tfp.layers, name)(5)
    layer(x)
    posterior = layer.kernel_posterior
    return layer, np.asarray(posterior.mean()).T, np.asarray(posterior.stddev()).T


layer, weight, deviation = of_tfp("DenseLocalReparameterization")
affine = layer.kernel_posterior_affine
cases.append({"name": "DenseLocalReparameterization", "kind": "DenseLocalReparameterization", "input": plain(x), "weight": plain(weight), "deviation": plain(deviation), "mean": plain(affine.mean()), "spread": plain(affine.stddev())})

layer, weight, deviation = of_tfp("DenseFlipout")
draws = 20_000
run = tf.function(lambda: layer(x))
bias = np.asarray(layer.bias_posterior.mean()) if layer.bias_posterior is not None else np.zeros(5)
outputs = np.stack([run().numpy() for _ in range(draws)]).astype(np.float64) - bias
mean = outputs.mean(0)
cases.append({"name": "DenseFlipout", "kind": "DenseFlipout", "draws": draws, "input": plain(x), "weight": plain(weight), "deviation": plain(deviation), "mean": plain(mean), "variance": plain(outputs.var(0)), "covariance": plain(((outputs - mean)[:, 0] * (outputs - mean)[:, 1]).mean(0))})

header = {"keras": keras.__version__, "tensorflow": tf.__version__, "tensorflowProbability": tfp.__version__, "cases": cases}
Path(__file__).parent.joinpath("fixtures/keras.json").write_text(json.dumps(header) + "\n")
