// The errors that the packages throw, by what went wrong. Texts are written where they are thrown. The codes of all packages are in
// docs/errors.md.

/** The base of every error that the Bernoulli packages throw on purpose. */
export class BernoulliError extends Error {
  override name = "BernoulliError";
  /** What programs know an error by: it stays the same while texts get better. docs/errors.md lists all. */
  readonly code: `BERNOULLI_${string}` = "BERNOULLI_ERROR";
}

/** Shapes that do not fit together, or sizes that are no sizes. */
export class ShapeError extends BernoulliError {
  override name = "ShapeError";
  override readonly code = "BERNOULLI_SHAPE";
}

/** An element type that an op does not serve, or two that do not mix. */
export class DTypeError extends BernoulliError {
  override name = "DTypeError";
  override readonly code = "BERNOULLI_DTYPE";
}

/** Tensors on different devices, or a device that is not there. */
export class DeviceError extends BernoulliError {
  override name = "DeviceError";
  override readonly code = "BERNOULLI_DEVICE";
}

/** A dimension, an index or a label outside its range. */
export class IndexError extends BernoulliError {
  override name = "IndexError";
  override readonly code = "BERNOULLI_INDEX";
}

/** An argument outside its range, such as a probability of 1.5. */
export class ArgumentError extends BernoulliError {
  override name = "ArgumentError";
  override readonly code = "BERNOULLI_ARGUMENT";
}

/** A gradient that cannot be had: a second backward, an in-place write over what backward needs, and their like. */
export class AutogradError extends BernoulliError {
  override name = "AutogradError";
  override readonly code = "BERNOULLI_AUTOGRAD";
}

/** A tensor was used after its memory was given back. */
export class FreedTensorError extends BernoulliError {
  override name = "FreedTensorError";
  override readonly code = "BERNOULLI_FREED_TENSOR";
}

/** Step scopes that were closed out of order. */
export class ScopeError extends BernoulliError {
  override name = "ScopeError";
  override readonly code = "BERNOULLI_SCOPE";
}

/** A thread that shared in an op failed, or ended within it: what the op wrote is lost. */
export class ThreadError extends BernoulliError {
  override name = "ThreadError";
  override readonly code = "BERNOULLI_THREAD";
}

/** The device's memory is at its maximum. */
export class OutOfMemoryError extends BernoulliError {
  override name = "OutOfMemoryError";
  override readonly code = "BERNOULLI_OUT_OF_MEMORY";
}
