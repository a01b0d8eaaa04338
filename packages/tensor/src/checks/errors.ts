// The errors that the packages throw, by what went wrong. Texts are written where they are thrown.

/** The base of every error that the Bernoulli packages throw on purpose. */
export class BernoulliError extends Error {
  override name = "BernoulliError";
}

/** Shapes that do not fit together, or sizes that are no sizes. */
export class ShapeError extends BernoulliError {
  override name = "ShapeError";
}

/** An element type that an op does not serve, or two that do not mix. */
export class DTypeError extends BernoulliError {
  override name = "DTypeError";
}

/** Tensors on different devices, or a device that is not there. */
export class DeviceError extends BernoulliError {
  override name = "DeviceError";
}

/** A dimension, an index or a label outside its range. */
export class IndexError extends BernoulliError {
  override name = "IndexError";
}

/** An argument outside its range, such as a probability of 1.5. */
export class ArgumentError extends BernoulliError {
  override name = "ArgumentError";
}

/** A gradient that cannot be had: a second backward, an in-place write over what backward needs, and their like. */
export class AutogradError extends BernoulliError {
  override name = "AutogradError";
}

/** A tensor was used after its memory was given back. */
export class FreedTensorError extends BernoulliError {
  override name = "FreedTensorError";
}

/** Step scopes that were closed out of order. */
export class ScopeError extends BernoulliError {
  override name = "ScopeError";
}

/** The device's memory is at its maximum. */
export class OutOfMemoryError extends BernoulliError {
  override name = "OutOfMemoryError";
}
