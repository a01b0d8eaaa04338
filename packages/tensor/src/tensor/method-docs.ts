// The functions of method-list.ts with their docs, for editors to show at methods: what is only mapped or spread has none there. Written from the
// functions' own docs by `pnpm vitest run src/tensor/method-docs.test.ts --update`, which holds it; their examples stand there.

import type { Functions } from "./method-list.js";

export interface DocumentedFunctions {
  /**
   * The absolute value; its gradient at 0 is 0. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.abs.html.
   *
   * @throws DTypeError for bool.
   */
  abs: Functions["abs"];
  /** {@link abs} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.abs_.html. */
  abs_: Functions["abs_"];
  /** {@link abs}, by another name. See https://pytorch.org/docs/stable/generated/torch.absolute.html. */
  absolute: Functions["absolute"];
  /** {@link abs_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.absolute_.html. */
  absolute_: Functions["absolute_"];
  /**
   * The angle in [0, π] that has this cosine; NaN beyond [−1, 1]. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.acos.html.
   */
  acos: Functions["acos"];
  /** {@link acos} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.acos_.html. */
  acos_: Functions["acos_"];
  /**
   * The inverse hyperbolic cosine, not negative; NaN below 1. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.acosh.html.
   */
  acosh: Functions["acosh"];
  /** {@link acosh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.acosh_.html. */
  acosh_: Functions["acosh_"];
  /**
   * input + alpha · other, broadcast. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.add.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  add: Functions["add"];
  /**
   * Adds alpha · other, broadcast, in place, and returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.add_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  add_: Functions["add_"];
  /**
   * beta · input + alpha · the sum of the products batch1 × batch2. Shape: input of a shape that stretches to (n, p), (b, n, m),
   * (b, m, p) → (n, p). See https://pytorch.org/docs/stable/generated/torch.addbmm.html.
   *
   * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
   */
  addbmm: Functions["addbmm"];
  /**
   * {@link addbmm} in place, of an input of the result's own shape; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.addbmm_.html.
   *
   * @throws as {@link addbmm}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  addbmm_: Functions["addbmm_"];
  /**
   * input + value · tensor1 / tensor2, broadcast. Shape: (*), (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.addcdiv.html.
   *
   * @throws ShapeError if the shapes do not broadcast; DTypeError where an integer would be divided by another.
   */
  addcdiv: Functions["addcdiv"];
  /**
   * Adds value · tensor1 / tensor2 in place, and returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.addcdiv_.html.
   *
   * @throws ShapeError if the others do not broadcast to the input's shape.
   */
  addcdiv_: Functions["addcdiv_"];
  /**
   * input + value · tensor1 · tensor2, broadcast. Shape: (*), (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.addcmul.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  addcmul: Functions["addcmul"];
  /**
   * Adds value · tensor1 · tensor2 in place, and returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.addcmul_.html.
   *
   * @throws ShapeError if the others do not broadcast to the input's shape.
   */
  addcmul_: Functions["addcmul_"];
  /**
   * beta · input + alpha · (mat1 × mat2). Shape: input of a shape that stretches to (n, p), (n, m), (m, p) → (n, p).
   * See https://pytorch.org/docs/stable/generated/torch.addmm.html.
   *
   * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
   */
  addmm: Functions["addmm"];
  /**
   * {@link addmm} in place, of an input of the result's own shape; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.addmm_.html.
   *
   * @throws as {@link addmm}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  addmm_: Functions["addmm_"];
  /**
   * beta · input + alpha · (mat × vec). Shape: input of a shape that stretches to (n), (n, m), (m) → (n).
   * See https://pytorch.org/docs/stable/generated/torch.addmv.html.
   *
   * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
   */
  addmv: Functions["addmv"];
  /**
   * {@link addmv} in place, of an input of the result's own shape; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.addmv_.html.
   *
   * @throws as {@link addmv}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  addmv_: Functions["addmv_"];
  /**
   * beta · input + alpha · (vec1 ⊗ vec2). Shape: input of a shape that stretches to (n, m), (n), (m) → (n, m).
   * See https://pytorch.org/docs/stable/generated/torch.addr.html.
   *
   * @throws ShapeError if shapes do not fit; ArgumentError for a fraction as a factor of integers.
   */
  addr: Functions["addr"];
  /**
   * {@link addr} in place, of an input of the result's own shape; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.addr_.html.
   *
   * @throws as {@link addr}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  addr_: Functions["addr_"];
  /**
   * Whether all elements are other than zero, over `dim`, one or several, or over everything; of none, they are. A NaN is not zero.
   * Gives bool, of uint8 uint8. Shape: (*) → (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.all.html.
   *
   * @throws IndexError if a dimension is out of range.
   */
  all: Functions["all"];
  /**
   * Whether all elements are near each other, as {@link isclose} has it. Reads the answer: a boolean.
   * See https://pytorch.org/docs/stable/generated/torch.allclose.html.
   *
   * @throws as {@link isclose}.
   */
  allclose: Functions["allclose"];
  /**
   * The largest element over `dim`, one or several, or over everything; equals share its gradient. A NaN counts as largest.
   * Shape: (*) → (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.amax.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if a dimension is out of range.
   */
  amax: Functions["amax"];
  /**
   * The smallest element over `dim`, one or several, or over everything; equals share its gradient. A NaN counts as smallest.
   * Shape: (*) → (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.amin.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if a dimension is out of range.
   */
  amin: Functions["amin"];
  /**
   * The smallest and the largest element, along `dim` or of everything. Shape: (*) → two of (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.aminmax.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
   */
  aminmax: Functions["aminmax"];
  /**
   * The angle to the positive numbers: π below zero, else 0; NaN of NaN. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.angle.html.
   */
  angle: Functions["angle"];
  /**
   * Whether an element is other than zero, over `dim`, one or several, or over everything; of none, it is not. A NaN is not zero.
   * Gives bool, of uint8 uint8. Shape: (*) → (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.any.html.
   *
   * @throws IndexError if a dimension is out of range.
   */
  any: Functions["any"];
  /**
   * Puts what a function makes of each element in its place; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.apply_.html.
   *
   * @throws AutogradError for a tensor that requires a gradient; DTypeError where the function returns no number.
   */
  apply_: Functions["apply_"];
  /** {@link acos}, by another name. See https://pytorch.org/docs/stable/generated/torch.arccos.html. */
  arccos: Functions["arccos"];
  /** {@link acos_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arccos_.html. */
  arccos_: Functions["arccos_"];
  /** {@link acosh}, by another name. See https://pytorch.org/docs/stable/generated/torch.arccosh.html. */
  arccosh: Functions["arccosh"];
  /** {@link acosh_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arccosh_.html. */
  arccosh_: Functions["arccosh_"];
  /** {@link asin}, by another name. See https://pytorch.org/docs/stable/generated/torch.arcsin.html. */
  arcsin: Functions["arcsin"];
  /** {@link asin_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arcsin_.html. */
  arcsin_: Functions["arcsin_"];
  /** {@link asinh}, by another name. See https://pytorch.org/docs/stable/generated/torch.arcsinh.html. */
  arcsinh: Functions["arcsinh"];
  /** {@link asinh_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arcsinh_.html. */
  arcsinh_: Functions["arcsinh_"];
  /** {@link atan}, by another name. See https://pytorch.org/docs/stable/generated/torch.arctan.html. */
  arctan: Functions["arctan"];
  /** {@link atan2}, by another name. See https://pytorch.org/docs/stable/generated/torch.arctan2.html. */
  arctan2: Functions["arctan2"];
  /** {@link atan2_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arctan2_.html. */
  arctan2_: Functions["arctan2_"];
  /** {@link atan_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arctan_.html. */
  arctan_: Functions["arctan_"];
  /** {@link atanh}, by another name. See https://pytorch.org/docs/stable/generated/torch.arctanh.html. */
  arctanh: Functions["arctanh"];
  /** {@link atanh_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.arctanh_.html. */
  arctanh_: Functions["arctanh_"];
  /**
   * Where the largest element stands, along `dim` or in the flattened input, as int32; the first of equals.
   * See https://pytorch.org/docs/stable/generated/torch.argmax.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range; DTypeError for bool.
   */
  argmax: Functions["argmax"];
  /**
   * Where the smallest element stands, along `dim` or in the flattened input, as int32; the first of equals.
   * See https://pytorch.org/docs/stable/generated/torch.argmin.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range; DTypeError for bool.
   */
  argmin: Functions["argmin"];
  /**
   * Where the elements stand that {@link sort} puts in order; int32. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.argsort.html.
   *
   * @throws IndexError if the dimension is out of range.
   */
  argsort: Functions["argsort"];
  /** As {@link nonzero}, a 0-d tensor included. See https://pytorch.org/docs/stable/generated/torch.argwhere.html. */
  argwhere: Functions["argwhere"];
  /**
   * A view of the storage by sizes and steps, both in elements, from a place in the storage on; by default where the input begins.
   * Shape: (*) → size. See https://pytorch.org/docs/stable/generated/torch.as_strided.html.
   *
   * @throws ArgumentError for sizes that are as many as there are strides, negative steps, or what reaches beyond the storage.
   */
  asStrided: Functions["asStrided"];
  /**
   * A copy of the input in which what {@link asStrided} shows of it is `source`; what lies between the elements of an input with gaps is lost.
   * Shape: (*), source of that size → (*).
   * See https://pytorch.org/docs/stable/generated/torch.as_strided_scatter.html.
   *
   * @throws as {@link asStrided}; ShapeError unless the source has the view's shape.
   */
  asStridedScatter: Functions["asStridedScatter"];
  /**
   * The angle in [−π/2, π/2] that has this sine; NaN beyond [−1, 1]. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.asin.html.
   */
  asin: Functions["asin"];
  /** {@link asin} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.asin_.html. */
  asin_: Functions["asin_"];
  /**
   * The inverse hyperbolic sine. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.asinh.html.
   */
  asinh: Functions["asinh"];
  /** {@link asinh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.asinh_.html. */
  asinh_: Functions["asinh_"];
  /**
   * Python's `x[…]`: `x.at(0)` is `x[0]`, `x.at("1:3", "...", null)` is `x[1:3, ..., None]`, `x.at(mask)` is `x[mask]`. Numbers count
   * from the end where they are negative; slices are written as in Python; int32 tensors, or lists of numbers, take elements, together
   * where there are several; bool ones take those where they hold. With those, or a bool, the result is a copy, else a view.
   * A bool mask's result depends on values: it reads them, and in a compiled function ends a plan.
   * See https://pytorch.org/docs/stable/tensor_view.html and https://numpy.org/doc/stable/user/basics.indexing.html.
   *
   * @throws IndexError for too many indices, one that leads out, or what is none; ShapeError for tensors that do not broadcast.
   */
  at: Functions["at"];
  /**
   * The angle in (−π/2, π/2) that has this tangent. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.atan.html.
   */
  atan: Functions["atan"];
  /**
   * The angle in [−π, π] of the point (other, input), broadcast; signs of zeros tell the side. Shape: (*), (*) → (*). Integers give
   * float32.
   * See https://pytorch.org/docs/stable/generated/torch.atan2.html.
   */
  atan2: Functions["atan2"];
  /** {@link atan2} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.atan2_.html. */
  atan2_: Functions["atan2_"];
  /** {@link atan} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.atan_.html. */
  atan_: Functions["atan_"];
  /**
   * The inverse hyperbolic tangent: ±∞ at ±1, NaN beyond. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.atanh.html.
   */
  atanh: Functions["atanh"];
  /** {@link atanh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.atanh_.html. */
  atanh_: Functions["atanh_"];
  /**
   * Computes the gradients of `input` with respect to the leaves of its graph and adds them to their `grad`.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.backward.html.
   *
   * @throws AutogradError if nothing was recorded, if the graph was used up, or if a saved tensor was overwritten.
   */
  backward: Functions["backward"];
  /**
   * beta · input + alpha · (batch1 × batch2), matrix by matrix. Shape: input of a shape that stretches to (b, n, p), (b, n, m),
   * (b, m, p) → (b, n, p). See https://pytorch.org/docs/stable/generated/torch.baddbmm.html.
   *
   * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
   */
  baddbmm: Functions["baddbmm"];
  /**
   * {@link baddbmm} in place, of an input of the result's own shape; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.baddbmm_.html.
   *
   * @throws as {@link baddbmm}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  baddbmm_: Functions["baddbmm_"];
  /**
   * Ones and zeros in the input's shape and dtype: each element is the probability of a one, or p is that of all. The
   * probabilities are float32 or float64. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.bernoulli.html.
   *
   * @throws ArgumentError if a probability is outside [0, 1]; DTypeError for integers without p.
   */
  bernoulli: Functions["bernoulli"];
  /**
   * Fills the input, in place, with ones, with probability p, and zeros, and returns it. As a tensor, p is stretched over the input, and
   * float32 or float64. Shape: (*), p broadcastable to it → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.bernoulli_.html.
   *
   * @throws ArgumentError if p, or one of its elements, is outside [0, 1]; DTypeError for a tensor of integers.
   */
  bernoulli_: Functions["bernoulli_"];
  /**
   * How often each whole number from 0 on occurs, as int32, or the sums of their weights. Its shape depends on values: it reads the largest,
   * and in a compiled function ends a plan. Has no gradient. Shape: (N) → (the largest and one more).
   * See https://pytorch.org/docs/stable/generated/torch.bincount.html.
   *
   * @throws DTypeError unless the input is integers; ArgumentError for negative ones; ShapeError unless it is a vector, and weights fit.
   */
  bincount: Functions["bincount"];
  /**
   * The bits that both have, broadcast. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.bitwise_and.html.
   *
   * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
   */
  bitwiseAnd: Functions["bitwiseAnd"];
  /** {@link bitwiseAnd} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_and_.html. */
  bitwiseAnd_: Functions["bitwiseAnd_"];
  /**
   * Bits moved up, broadcast: input · 2ᵒᵗʰᵉʳ, as far as it fits; 0 where other is negative or 32 and more. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.bitwise_left_shift.html.
   *
   * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
   */
  bitwiseLeftShift: Functions["bitwiseLeftShift"];
  /** {@link bitwiseLeftShift} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_left_shift_.html. */
  bitwiseLeftShift_: Functions["bitwiseLeftShift_"];
  /**
   * All bits turned; of bools what {@link logicalNot} gives. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.bitwise_not.html.
   *
   * @throws DTypeError for floats.
   */
  bitwiseNot: Functions["bitwiseNot"];
  /** {@link bitwiseNot} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_not_.html. */
  bitwiseNot_: Functions["bitwiseNot_"];
  /**
   * The bits that either has, broadcast. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.bitwise_or.html.
   *
   * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
   */
  bitwiseOr: Functions["bitwiseOr"];
  /** {@link bitwiseOr} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_or_.html. */
  bitwiseOr_: Functions["bitwiseOr_"];
  /**
   * Bits moved down, broadcast, the sign staying; 0 or −1 where other is negative or 31 and more. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.bitwise_right_shift.html.
   *
   * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
   */
  bitwiseRightShift: Functions["bitwiseRightShift"];
  /** {@link bitwiseRightShift} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_right_shift_.html. */
  bitwiseRightShift_: Functions["bitwiseRightShift_"];
  /**
   * The bits that just one has, broadcast. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.bitwise_xor.html.
   *
   * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
   */
  bitwiseXor: Functions["bitwiseXor"];
  /** {@link bitwiseXor} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.bitwise_xor_.html. */
  bitwiseXor_: Functions["bitwiseXor_"];
  /**
   * The products of the matrices of two batches. Shape: (b, n, m), (b, m, p) → (b, n, p). `matmul` broadcasts batches.
   * See https://pytorch.org/docs/stable/generated/torch.bmm.html.
   *
   * @throws ShapeError unless both have three dimensions and fit; DTypeError if the dtypes differ.
   */
  bmm: Functions["bmm"];
  /** As bool: `to("bool")`; all but zero is true, NaN too. See https://pytorch.org/docs/stable/generated/torch.Tensor.bool.html. */
  bool: Functions["bool"];
  /**
   * A view stretched to a shape, as `expand`. See https://pytorch.org/docs/stable/generated/torch.broadcast_to.html.
   *
   * @throws ShapeError if a size that is not 1 would change.
   */
  broadcastTo: Functions["broadcastTo"];
  /** In uint8: `to("uint8")`; fractions are cut off, and the rest wraps. See https://pytorch.org/docs/stable/generated/torch.Tensor.byte.html. */
  byte: Functions["byte"];
  /**
   * Fills the input, in place, with draws from the Cauchy distribution, and returns it. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.cauchy_.html.
   *
   * @throws ArgumentError unless sigma > 0; DTypeError for integers.
   */
  cauchy_: Functions["cauchy_"];
  /**
   * The least whole number that is not below x. Shape: (*) → (*). Integers stay as they are.
   * See https://pytorch.org/docs/stable/generated/torch.ceil.html.
   */
  ceil: Functions["ceil"];
  /**
   * {@link ceil} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.ceil_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  ceil_: Functions["ceil_"];
  /**
   * At most `chunks` views along `dim`, all of one size but the last, which may be smaller.
   * Shape: (*) → a list of (*), of which the sizes of `dim` add up to the input's.
   * See https://pytorch.org/docs/stable/generated/torch.chunk.html.
   *
   * @throws ArgumentError unless `chunks` is an integer greater than 0; ShapeError for a 0-d tensor; IndexError for a dimension that is not there.
   */
  chunk: Functions["chunk"];
  /**
   * Every element moved into [min, max]; NaN stays. Shape: (*) → (*), or as tensors broadcast. Integers and a fractional bound
   * give float32. See https://pytorch.org/docs/stable/generated/torch.clamp.html.
   *
   * @throws ArgumentError if neither bound is given, or a tensor beside a number, or one beyond the dtype's range.
   */
  clamp: Functions["clamp"];
  /**
   * {@link clamp} with the upper bound alone. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.clamp.html.
   */
  clampMax: Functions["clampMax"];
  /** {@link clampMax} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.clamp_max_.html. */
  clampMax_: Functions["clampMax_"];
  /**
   * {@link clamp} with the lower bound alone. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.clamp.html.
   */
  clampMin: Functions["clampMin"];
  /** {@link clampMin} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.clamp_min_.html. */
  clampMin_: Functions["clampMin_"];
  /**
   * {@link clamp} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.clamp_.html.
   *
   * @throws as {@link clamp}; DTypeError if the result's dtype is another; AutogradError on a leaf that requires a gradient,
   * unless inside `noGrad`.
   */
  clamp_: Functions["clamp_"];
  /** {@link clamp}, by another name. See https://pytorch.org/docs/stable/generated/torch.clip.html. */
  clip: Functions["clip"];
  /** {@link clamp_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.clip_.html. */
  clip_: Functions["clip_"];
  /**
   * A contiguous copy; gradients flow through it.
   * See https://pytorch.org/docs/stable/generated/torch.clone.html.
   */
  clone: Functions["clone"];
  /** The input itself: its numbers are real. See https://pytorch.org/docs/stable/generated/torch.conj.html. */
  conj: Functions["conj"];
  /** The input itself: its numbers are real. See https://pytorch.org/docs/stable/generated/torch.conj_physical.html. */
  conjPhysical: Functions["conjPhysical"];
  /**
   * The input itself where its elements lie in row-major order, else a copy where they do.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.contiguous.html.
   */
  contiguous: Functions["contiguous"];
  /**
   * Writes the elements of `source`, of any dtype and device, broadcast and converted, over the input, and returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.copy_.html.
   */
  copy_: Functions["copy_"];
  /**
   * The size of input with the sign of other, broadcast; that of −0 counts. Shape: (*), (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.copysign.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  copysign: Functions["copysign"];
  /** {@link copysign} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.copysign_.html. */
  copysign_: Functions["copysign_"];
  /**
   * The correlation coefficients of variables, one a row: covariances divided by deviations, within [−1, 1]. Integers give float32.
   * Shape: (N) → (), (V, N) → (V, V). See https://pytorch.org/docs/stable/generated/torch.corrcoef.html.
   *
   * @throws ShapeError for more than two dimensions; DTypeError for bool.
   */
  corrcoef: Functions["corrcoef"];
  /**
   * The cosine, of an angle in radians. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.cos.html.
   */
  cos: Functions["cos"];
  /**
   * {@link cos} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.cos_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  cos_: Functions["cos_"];
  /**
   * The hyperbolic cosine. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.cosh.html.
   */
  cosh: Functions["cosh"];
  /** {@link cosh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.cosh_.html. */
  cosh_: Functions["cosh_"];
  /**
   * How many elements are other than zero, over `dim`, one or several, or over everything; int32. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.count_nonzero.html.
   *
   * @throws IndexError if a dimension is out of range.
   */
  countNonzero: Functions["countNonzero"];
  /**
   * The covariances of variables, one a row, whose observations are the columns. Integers give float32. Shape: (N) → (), (V, N) → (V, V).
   * See https://pytorch.org/docs/stable/generated/torch.cov.html.
   *
   * @throws ShapeError for more than two dimensions, or weights that do not fit; DTypeError for bool, and weights of another kind;
   * ArgumentError for negative weights.
   */
  cov: Functions["cov"];
  /** The input on the CPU: itself where it is there. See https://pytorch.org/docs/stable/generated/torch.Tensor.cpu.html. */
  cpu: Functions["cpu"];
  /**
   * The cross product of the vectors along `dim`, by default the first dimension of size 3. Shape: (*), (*) → (*), other dimensions
   * broadcast. See https://pytorch.org/docs/stable/generated/torch.cross.html.
   *
   * @throws ShapeError if there is no such dimension, or the ranks differ; DTypeError if the dtypes do.
   */
  cross: Functions["cross"];
  /**
   * There is no GPU here: `x.to(device)` with a device of `cuda.isAvailable() ? "cuda" : "cpu"` runs in both worlds.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.cuda.html.
   *
   * @throws DeviceError always.
   */
  cuda: Functions["cuda"];
  /**
   * The largest of the elements up to each along a dimension, and where it stands, as int32: of equals the last. A NaN is larger than
   * everything. Shape: (*) → two of (*). See https://pytorch.org/docs/stable/generated/torch.cummax.html.
   *
   * @throws IndexError if the dimension is out of range.
   */
  cummax: Functions["cummax"];
  /**
   * The smallest of the elements up to each along a dimension, and where it stands, as int32: of equals the last. A NaN is smaller than
   * everything. Shape: (*) → two of (*). See https://pytorch.org/docs/stable/generated/torch.cummin.html.
   *
   * @throws IndexError if the dimension is out of range.
   */
  cummin: Functions["cummin"];
  /**
   * The products of the elements up to each along a dimension. Integers and bool give int32. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.cumprod.html.
   *
   * @throws IndexError if the dimension is out of range; DTypeError where a product of integers does not fit int32.
   */
  cumprod: Functions["cumprod"];
  /**
   * {@link cumprod} in place; returns the input. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.cumprod_.html.
   *
   * @throws as {@link cumprod}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  cumprod_: Functions["cumprod_"];
  /**
   * The sums of the elements up to each along a dimension. Integers and bool give int32. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.cumsum.html.
   *
   * @throws IndexError if the dimension is out of range; DTypeError where a sum of integers does not fit int32.
   */
  cumsum: Functions["cumsum"];
  /**
   * {@link cumsum} in place; returns the input. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.cumsum_.html.
   *
   * @throws as {@link cumsum}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  cumsum_: Functions["cumsum_"];
  /**
   * An angle of degrees in radians. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.deg2rad.html.
   */
  deg2rad: Functions["deg2rad"];
  /** {@link deg2rad} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.deg2rad_.html. */
  deg2rad_: Functions["deg2rad_"];
  /**
   * A view of the same elements that requires no gradient. Writes to one are seen by the other.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.detach.html.
   */
  detach: Functions["detach"];
  /**
   * Leaves the graph, in place, and requires no gradient from then on; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.detach_.html.
   *
   * @throws AutogradError for a view.
   */
  detach_: Functions["detach_"];
  /**
   * The matrix whose diagonal a vector is, or a copy of a matrix's diagonal. `diagonal` 0 is the main one, 1 the next to the right, −1 to
   * the left. Shape: (n) → (n, n); (n, m) → (min(n, m)). See https://pytorch.org/docs/stable/generated/torch.diag.html.
   *
   * @throws ShapeError for anything but one or two dimensions; ArgumentError unless the diagonal is an integer.
   */
  diag: Functions["diag"];
  /**
   * Matrices of zeros in new dimensions `dim1` and `dim2`, with the elements of the last dimension as their diagonal.
   * `offset` 0 is the main one, 1 the next to the right, −1 to the left. Shape: (*, n) → (*, n, n), larger by an offset.
   * See https://pytorch.org/docs/stable/generated/torch.diag_embed.html.
   *
   * @throws IndexError for a dimension that is not there; ShapeError if both are one; ArgumentError unless the offset is an integer.
   */
  diagEmbed: Functions["diagEmbed"];
  /**
   * The matrix of zeros whose diagonal all elements are, in their order. `offset` 0 is the main one, 1 the next to the right, −1 to the left.
   * Shape: (*) → (n, n), n their number, larger by an offset. See https://pytorch.org/docs/stable/generated/torch.diagflat.html.
   *
   * @throws ArgumentError unless the offset is an integer.
   */
  diagflat: Functions["diagflat"];
  /**
   * A view of the diagonal of the matrices in `dim1` and `dim2`, which are removed: it lies along a new last dimension.
   * `offset` 0 is the main one, 1 the next to the right, −1 to the left. Shape: (*, n, m) → (*, min(n, m)).
   * See https://pytorch.org/docs/stable/generated/torch.diagonal.html.
   *
   * @throws IndexError for a dimension that is not there; ShapeError if both are one; ArgumentError unless the offset is an integer.
   */
  diagonal: Functions["diagonal"];
  /**
   * The input with another diagonal. Shape: (*, n, m), source as `diagonal` gives it → (*, n, m).
   * See https://pytorch.org/docs/stable/generated/torch.diagonal_scatter.html.
   *
   * @throws as `diagonal`; ShapeError unless the source has the diagonal's shape.
   */
  diagonalScatter: Functions["diagonalScatter"];
  /**
   * The differences of neighbours along a dimension, `n` times over; bytes wrap, and of bools it is whether they differ.
   * Shape: (*) → (*) with as many fewer along the dimension.
   * See https://pytorch.org/docs/stable/generated/torch.diff.html.
   *
   * @throws ShapeError for a 0-d input, or what is put before or behind and does not fit; ArgumentError for a negative `n`.
   */
  diff: Functions["diff"];
  /**
   * The derivative of {@link lgamma}: NaN at negative whole numbers, −∞ at 0. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.digamma.html.
   */
  digamma: Functions["digamma"];
  /** {@link digamma} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.digamma_.html. */
  digamma_: Functions["digamma_"];
  /**
   * The p-norm of input − other, broadcast. Shape: (*), (*) → (). See https://pytorch.org/docs/stable/generated/torch.dist.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  dist: Functions["dist"];
  /**
   * input / other, broadcast; the result is floating unless it is rounded. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.div.html.
   *
   * @throws ShapeError if the shapes do not broadcast; ArgumentError where integers are divided by zero and rounded.
   */
  div: Functions["div"];
  /**
   * Divides by `other`, broadcast, in place, and returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.div_.html.
   *
   * @throws DTypeError on an integer tensor, AutogradError on a leaf that requires a gradient outside `noGrad`.
   */
  div_: Functions["div_"];
  /** {@link div}, by another name. See https://pytorch.org/docs/stable/generated/torch.divide.html. */
  divide: Functions["divide"];
  /** {@link div_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.divide_.html. */
  divide_: Functions["divide_"];
  /**
   * The sum of the products of two vectors' elements. Shape: (n), (n) → ().
   * See https://pytorch.org/docs/stable/generated/torch.dot.html.
   *
   * @throws ShapeError unless both are vectors of one size; DTypeError if the dtypes differ.
   */
  dot: Functions["dot"];
  /** In float64: `to("float64")`. See https://pytorch.org/docs/stable/generated/torch.Tensor.double.html. */
  double: Functions["double"];
  /**
   * Equal parts along the third dimension, or those that begin at the indices in a list: views.
   * See https://pytorch.org/docs/stable/generated/torch.dsplit.html.
   *
   * @throws ShapeError for fewer than three dimensions, or parts that would not be equal.
   */
  dsplit: Functions["dsplit"];
  /** The bytes of an element. See https://pytorch.org/docs/stable/generated/torch.Tensor.element_size.html. */
  elementSize: Functions["elementSize"];
  /** input = other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.eq.html. */
  eq: Functions["eq"];
  /** {@link eq} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.eq_.html. */
  eq_: Functions["eq_"];
  /**
   * Whether two tensors have one shape and the same elements; NaN is never the same. Reads the answer: a boolean.
   * See https://pytorch.org/docs/stable/generated/torch.equal.html.
   */
  equal: Functions["equal"];
  /**
   * The error function, 2/√π ∫₀ˣ e^(−t²) dt. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.erf.html.
   */
  erf: Functions["erf"];
  /** {@link erf} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.erf_.html. */
  erf_: Functions["erf_"];
  /**
   * 1 − erf x, to the last digits where that is small. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.erfc.html.
   */
  erfc: Functions["erfc"];
  /** {@link erfc} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.erfc_.html. */
  erfc_: Functions["erfc_"];
  /**
   * The inverse of {@link erf}: ±∞ at ±1, NaN beyond. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.erfinv.html.
   */
  erfinv: Functions["erfinv"];
  /** {@link erfinv} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.erfinv_.html. */
  erfinv_: Functions["erfinv_"];
  /** eˣ. Shape: (*) → (*). Integers give float32. See https://pytorch.org/docs/stable/generated/torch.exp.html. */
  exp: Functions["exp"];
  /**
   * 2ˣ. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.exp2.html.
   */
  exp2: Functions["exp2"];
  /** {@link exp2} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.exp2_.html. */
  exp2_: Functions["exp2_"];
  /** {@link exp} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.exp_.html. */
  exp_: Functions["exp_"];
  /**
   * A view in which dimensions of size 1 are repeated; −1 keeps a size, and new dimensions may be put in front.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.expand.html.
   *
   * @throws ShapeError if a size that is not 1 would change.
   */
  expand: Functions["expand"];
  /**
   * A view stretched to another tensor's shape. See https://pytorch.org/docs/stable/generated/torch.Tensor.expand_as.html.
   *
   * @throws ShapeError if a size that is not 1 would change.
   */
  expandAs: Functions["expandAs"];
  /**
   * eˣ − 1, to the last digit where x is small. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.expm1.html.
   */
  expm1: Functions["expm1"];
  /** {@link expm1} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.expm1_.html. */
  expm1_: Functions["expm1_"];
  /**
   * Fills the input, in place, with draws from the exponential distribution of rate `lambd`, and returns it. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.exponential_.html.
   *
   * @throws ArgumentError unless lambd > 0; DTypeError for integers.
   */
  exponential_: Functions["exponential_"];
  /**
   * Writes a number on the main diagonal, where all indices are alike, in place; returns the input. With more than two dimensions they must
   * be of one size. See https://pytorch.org/docs/stable/generated/torch.Tensor.fill_diagonal_.html.
   *
   * @throws ShapeError for less than two dimensions, or more that are not of one size; AutogradError on a leaf that requires a gradient, unless
   * inside `noGrad`.
   */
  fillDiagonal_: Functions["fillDiagonal_"];
  /**
   * Sets every element to `value`, a number or a 0-d tensor, in place, and returns the input. The gradient of a tensor is the sum of the input's.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.fill_.html.
   *
   * @throws ShapeError for a tensor of dimensions.
   */
  fill_: Functions["fill_"];
  /** {@link trunc}, by another name. See https://pytorch.org/docs/stable/generated/torch.fix.html. */
  fix: Functions["fix"];
  /** {@link trunc_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.fix_.html. */
  fix_: Functions["fix_"];
  /**
   * Joins the dimensions from `startDim` to `endDim` into one. Shape: (2, 3, 4) → (2, 12) with `startDim` 1.
   * See https://pytorch.org/docs/stable/generated/torch.flatten.html.
   *
   * @throws ShapeError if `startDim` comes after `endDim`.
   */
  flatten: Functions["flatten"];
  /**
   * A copy with the elements along each of `dims` in the opposite order. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.flip.html.
   *
   * @throws IndexError for a dimension that is not there; ShapeError for one that is named twice.
   */
  flip: Functions["flip"];
  /**
   * A copy with the columns, the elements of the second dimension, in the opposite order. Shape: (*, n) → (*, n), of two dimensions at least.
   * See https://pytorch.org/docs/stable/generated/torch.fliplr.html.
   *
   * @throws ShapeError for fewer than two dimensions.
   */
  fliplr: Functions["fliplr"];
  /**
   * A copy with the rows, the elements of the first dimension, in the opposite order. Shape: (*) → (*), of one dimension at least.
   * See https://pytorch.org/docs/stable/generated/torch.flipud.html.
   *
   * @throws ShapeError for a 0-d tensor.
   */
  flipud: Functions["flipud"];
  /** In float32: `to("float32")`. See https://pytorch.org/docs/stable/generated/torch.Tensor.float.html. */
  float: Functions["float"];
  /**
   * The largest whole number that is not above x. Shape: (*) → (*). Integers stay as they are.
   * See https://pytorch.org/docs/stable/generated/torch.floor.html.
   */
  floor: Functions["floor"];
  /**
   * input / other, broadcast, rounded down. Shape: (*), (*) → (*). Integers stay integers.
   * See https://pytorch.org/docs/stable/generated/torch.floor_divide.html.
   *
   * @throws ShapeError if the shapes do not broadcast; ArgumentError where integers are divided by zero; AutogradError from backward, which
   * PyTorch has none for.
   */
  floorDivide: Functions["floorDivide"];
  /** {@link floorDivide} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.floor_divide_.html. */
  floorDivide_: Functions["floorDivide_"];
  /**
   * {@link floor} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.floor_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  floor_: Functions["floor_"];
  /**
   * The larger of two, broadcast; where one is NaN, the other. Of two alike each gets half the gradient.
   * Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.fmax.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  fmax: Functions["fmax"];
  /**
   * The smaller of two, broadcast; where one is NaN, the other. Of two alike each gets half the gradient.
   * Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.fmin.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  fmin: Functions["fmin"];
  /**
   * What is left of input / other, broadcast, with the sign of input; NaN where a float is divided by zero. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.fmod.html.
   *
   * @throws ShapeError if the shapes do not broadcast; ArgumentError where integers are divided by zero.
   */
  fmod: Functions["fmod"];
  /** {@link fmod} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.fmod_.html. */
  fmod_: Functions["fmod_"];
  /**
   * x − trunc x, with the sign of x. Shape: (*) → (*). Floats alone.
   * See https://pytorch.org/docs/stable/generated/torch.frac.html.
   */
  frac: Functions["frac"];
  /** {@link frac} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.frac_.html. */
  frac_: Functions["frac_"];
  /**
   * Elements along `dim`, at the places that `index` tells: for a matrix and `dim` 0, out[i][j] = input[index[i][j]][j].
   * Shape: (*), index of as many dimensions, none but `dim` larger than the input's → like index.
   * See https://pytorch.org/docs/stable/generated/torch.gather.html.
   *
   * @throws IndexError for an index outside the dimension; ShapeError if the shapes do not fit; DTypeError unless the index
   * is int32.
   */
  gather: Functions["gather"];
  /** input ≥ other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.ge.html. */
  ge: Functions["ge"];
  /** {@link ge} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.ge_.html. */
  ge_: Functions["ge_"];
  /**
   * Fills the input, in place, with how many trials it took until the first of probability p succeeded, and returns it. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.geometric_.html.
   *
   * @throws ArgumentError unless p is in (0, 1), and for a draw that the dtype does not hold; DTypeError for bool.
   */
  geometric_: Functions["geometric_"];
  /**
   * As {@link outer}. See https://pytorch.org/docs/stable/generated/torch.ger.html.
   *
   * @throws ShapeError unless both are vectors.
   */
  ger: Functions["ger"];
  /** The number of the graphics card: −1, for there is none. See https://pytorch.org/docs/stable/generated/torch.Tensor.get_device.html. */
  getDevice: Functions["getDevice"];
  /** {@link gt}, by another name. See https://pytorch.org/docs/stable/generated/torch.greater.html. */
  greater: Functions["greater"];
  /** {@link ge}, by another name. See https://pytorch.org/docs/stable/generated/torch.greater_equal.html. */
  greaterEqual: Functions["greaterEqual"];
  /** {@link ge_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.greater_equal_.html. */
  greaterEqual_: Functions["greaterEqual_"];
  /** {@link gt_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.greater_.html. */
  greater_: Functions["greater_"];
  /** input > other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.gt.html. */
  gt: Functions["gt"];
  /** {@link gt} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.gt_.html. */
  gt_: Functions["gt_"];
  /**
   * There is no float16 here.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.half.html.
   *
   * @throws DTypeError always.
   */
  half: Functions["half"];
  /**
   * 0 below zero and for NaN, 1 above, and at zero the element of values, broadcast. No gradient. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.heaviside.html.
   *
   * @throws DTypeError if dtypes differ.
   */
  heaviside: Functions["heaviside"];
  /** {@link heaviside} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.heaviside_.html. */
  heaviside_: Functions["heaviside_"];
  /**
   * How many elements fall into each of `bins` equal parts from `min` to `max`, as floats; the last has its end too, and what lies beyond, or
   * is NaN, counts for nothing. Has no gradient. Shape: (*) → (bins).
   * See https://pytorch.org/docs/stable/generated/torch.histc.html.
   *
   * @throws DTypeError unless the input is floating; ArgumentError for bins and ranges that are none.
   */
  histc: Functions["histc"];
  /**
   * How many elements, or how much weight, fall between edges that are in order, or into `bins` equal parts; the last has its end too, and
   * what lies beyond, or is NaN, counts for nothing. Has no gradient. Shape: (*), weight (*) → (bins), edges (bins + 1).
   * See https://pytorch.org/docs/stable/generated/torch.histogram.html.
   *
   * @throws DTypeError unless the input is floating; ArgumentError for bins and ranges that are none; ShapeError where the weights do not fit.
   */
  histogram: Functions["histogram"];
  /**
   * Equal parts along the second dimension, of a vector along its only one, or those that begin at the indices in a list: views.
   * See https://pytorch.org/docs/stable/generated/torch.hsplit.html.
   *
   * @throws ShapeError for a 0-d tensor, or parts that would not be equal.
   */
  hsplit: Functions["hsplit"];
  /**
   * √(input² + other²), broadcast, where no square overflows. Shape: (*), (*) → (*). Floats alone.
   * See https://pytorch.org/docs/stable/generated/torch.hypot.html.
   */
  hypot: Functions["hypot"];
  /** {@link hypot} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.hypot_.html. */
  hypot_: Functions["hypot_"];
  /**
   * The input with slices of `source` added along `dim` at the places that the index names, as often as it names them.
   * Shape: (*), index (n), source like the input with n in place of the size of `dim` → (*).
   * See https://pytorch.org/docs/stable/generated/torch.index_add.html.
   *
   * @throws IndexError for an index outside the dimension; ShapeError if the shapes do not fit; DTypeError unless the index is int32 and
   * the source of the input's dtype.
   */
  indexAdd: Functions["indexAdd"];
  /**
   * {@link indexAdd} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_add_.html.
   *
   * @throws as {@link indexAdd}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  indexAdd_: Functions["indexAdd_"];
  /**
   * The input with slices of `source` written along `dim` at the places that the index names; of several to one place the last stays.
   * Shape: as `indexAdd`. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_copy.html.
   *
   * @throws as `indexAdd`.
   */
  indexCopy: Functions["indexCopy"];
  /**
   * {@link indexCopy} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_copy_.html.
   *
   * @throws as {@link indexCopy}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  indexCopy_: Functions["indexCopy_"];
  /**
   * The input with a number, or a 0-d tensor, in all slices along `dim` that the index names; negative ones count from the end.
   * Shape: (*), index (n) → (*). See https://pytorch.org/docs/stable/generated/torch.Tensor.index_fill.html.
   *
   * @throws as `indexAdd`.
   */
  indexFill: Functions["indexFill"];
  /**
   * {@link indexFill} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_fill_.html.
   *
   * @throws as {@link indexFill}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  indexFill_: Functions["indexFill_"];
  /**
   * The input with values at the places that tensors tell together: int32 ones, or bool ones, for its first dimensions.
   * Shape: (*) → (*); the values broadcast to `x.at(...indices)`.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.index_put.html.
   *
   * @throws as `at`; ShapeError if the values do not broadcast; DTypeError unless they are of the input's dtype.
   */
  indexPut: Functions["indexPut"];
  /**
   * {@link indexPut} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_put_.html.
   *
   * @throws as {@link indexPut}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  indexPut_: Functions["indexPut_"];
  /**
   * The input, in which the slices of `source` along `dim` that the index puts to one place are combined, as `scatterReduce` does with
   * elements. Shape: (*), index (n), source like the input with n in place of the size of `dim` → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.index_reduce.html.
   *
   * @throws as {@link scatterReduce}; ShapeError unless the source has a slice for each index.
   */
  indexReduce: Functions["indexReduce"];
  /**
   * {@link indexReduce} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_reduce_.html.
   *
   * @throws as {@link indexReduce}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  indexReduce_: Functions["indexReduce_"];
  /**
   * Whole slices along `dim`, at the places that `index` tells, in its order.
   * Shape: (*), index (n) → the input's, with n in place of the size of `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.index_select.html.
   *
   * @throws IndexError for an index outside the dimension; ShapeError unless the index is a vector; DTypeError unless it is
   * int32.
   */
  indexSelect: Functions["indexSelect"];
  /**
   * The dot products of all rows of the one with all rows of the other; of a 0-d tensor, the product with each element.
   * Shape: (*, n), (+, n) → (*, +). See https://pytorch.org/docs/stable/generated/torch.inner.html.
   *
   * @throws ShapeError if the last sizes differ; DTypeError if the dtypes do.
   */
  inner: Functions["inner"];
  /**
   * In int32: `to("int32")`; fractions are cut off, and what is beyond int32 becomes its least, as in PyTorch.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.int.html.
   */
  int: Functions["int"];
  /** Whether the dtype is of complex numbers: there are none. See https://pytorch.org/docs/stable/generated/torch.is_complex.html. */
  isComplex: Functions["isComplex"];
  /**
   * Whether the elements lie in row-major order without gaps, as `view` to other sizes wants it.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.is_contiguous.html.
   */
  isContiguous: Functions["isContiguous"];
  /**
   * Whether the dtype is of floats: float32 or float64.
   * See https://pytorch.org/docs/stable/generated/torch.is_floating_point.html.
   */
  isFloatingPoint: Functions["isFloatingPoint"];
  /**
   * Whether the one element of a tensor is not zero. It is read. See https://pytorch.org/docs/stable/generated/torch.is_nonzero.html.
   *
   * @throws ArgumentError unless there is one element.
   */
  isNonzero: Functions["isNonzero"];
  /** Whether two tensors have one shape. See https://pytorch.org/docs/stable/generated/torch.Tensor.size.html. */
  isSameSize: Functions["isSameSize"];
  /** Whether the dtype has negative numbers: all but uint8 and bool. See https://pytorch.org/docs/stable/generated/torch.Tensor.is_signed.html. */
  isSigned: Functions["isSigned"];
  /**
   * Whether |input − other| ≤ atol + rtol · |other|, element by element, broadcast; infinities are near themselves alone.
   * Shape: (*), (*) → (*), bool. See https://pytorch.org/docs/stable/generated/torch.isclose.html.
   *
   * @throws DTypeError where dtypes differ; ShapeError if the shapes do not broadcast; ArgumentError for a negative tolerance.
   */
  isclose: Functions["isclose"];
  /**
   * Whether it is a number, neither infinite nor NaN. Shape: (*) → (*), as bool.
   * See https://pytorch.org/docs/stable/generated/torch.isfinite.html.
   */
  isfinite: Functions["isfinite"];
  /**
   * Whether it is ∞ or −∞. Shape: (*) → (*), as bool.
   * See https://pytorch.org/docs/stable/generated/torch.isinf.html.
   */
  isinf: Functions["isinf"];
  /**
   * Whether it is NaN. Shape: (*) → (*), as bool.
   * See https://pytorch.org/docs/stable/generated/torch.isnan.html.
   */
  isnan: Functions["isnan"];
  /**
   * Whether it is −∞. Shape: (*) → (*), as bool.
   * See https://pytorch.org/docs/stable/generated/torch.isneginf.html.
   */
  isneginf: Functions["isneginf"];
  /**
   * Whether it is ∞. Shape: (*) → (*), as bool.
   * See https://pytorch.org/docs/stable/generated/torch.isposinf.html.
   */
  isposinf: Functions["isposinf"];
  /** True of every element. Shape: (*) → (*), bool. See https://pytorch.org/docs/stable/generated/torch.isreal.html. */
  isreal: Functions["isreal"];
  /**
   * The value of a tensor of one element.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.item.html.
   *
   * @throws ShapeError unless the tensor has one element.
   */
  item: Functions["item"];
  /**
   * The Kronecker product: each element of the first times the whole second, as blocks. Shape: (a₀, …, aₙ), (b₀, …, bₙ) →
   * (a₀·b₀, …, aₙ·bₙ); dimensions of 1 are put in front of the one that has fewer.
   * See https://pytorch.org/docs/stable/generated/torch.kron.html.
   */
  kron: Functions["kron"];
  /**
   * The `k`-th smallest element along a dimension, counted from 1, and where it stood. Shape: (*) → two of (*) without the dimension.
   * See https://pytorch.org/docs/stable/generated/torch.kthvalue.html.
   *
   * @throws ArgumentError unless there are `k` elements; IndexError if the dimension is out of range; DTypeError for bool.
   */
  kthvalue: Functions["kthvalue"];
  /** input ≤ other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.le.html. */
  le: Functions["le"];
  /** {@link le} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.le_.html. */
  le_: Functions["le_"];
  /**
   * From input, weight of the way to end, broadcast: input + weight · (end − input). Shape: (*), (*), (*) → (*). Floats of one dtype.
   * See https://pytorch.org/docs/stable/generated/torch.lerp.html.
   *
   * @throws ShapeError if the shapes do not broadcast; DTypeError if dtypes differ.
   */
  lerp: Functions["lerp"];
  /** {@link lerp} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.lerp_.html. */
  lerp_: Functions["lerp_"];
  /** {@link lt}, by another name. See https://pytorch.org/docs/stable/generated/torch.less.html. */
  less: Functions["less"];
  /** {@link le}, by another name. See https://pytorch.org/docs/stable/generated/torch.less_equal.html. */
  lessEqual: Functions["lessEqual"];
  /** {@link le_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.less_equal_.html. */
  lessEqual_: Functions["lessEqual_"];
  /** {@link lt_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.less_.html. */
  less_: Functions["less_"];
  /**
   * log |Γ(x)|: ∞ at 0 and at negative whole numbers. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.lgamma.html.
   */
  lgamma: Functions["lgamma"];
  /** {@link lgamma} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.lgamma_.html. */
  lgamma_: Functions["lgamma_"];
  /**
   * The natural logarithm: −∞ at 0, NaN below. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.log.html.
   */
  log: Functions["log"];
  /**
   * The logarithm to base 10: −∞ at 0, NaN below. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.log10.html.
   */
  log10: Functions["log10"];
  /** {@link log10} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.log10_.html. */
  log10_: Functions["log10_"];
  /**
   * The natural logarithm of 1 + x, to the last digit where x is small: −∞ at −1, NaN below. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.log1p.html.
   */
  log1p: Functions["log1p"];
  /** {@link log1p} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.log1p_.html. */
  log1p_: Functions["log1p_"];
  /**
   * The logarithm to base 2: −∞ at 0, NaN below. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.log2.html.
   */
  log2: Functions["log2"];
  /** {@link log2} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.log2_.html. */
  log2_: Functions["log2_"];
  /**
   * Fills the input, in place, with exp of draws from the normal distribution of that mean and deviation, and returns it. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.log_normal_.html.
   *
   * @throws ArgumentError unless std > 0; DTypeError for integers.
   */
  logNormal_: Functions["logNormal_"];
  /**
   * log(exp(xᵢ) / Σⱼ exp(xⱼ)) along `dim`, which may be left out as in `softmax`. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.nn.functional.log_softmax.html.
   *
   * @throws IndexError if the dimension is out of range.
   */
  logSoftmax: Functions["logSoftmax"];
  /** {@link log} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.log_.html. */
  log_: Functions["log_"];
  /**
   * log (eᵃ + eᵇ), broadcast, where nothing overflows. Shape: (*), (*) → (*). Floats alone.
   * See https://pytorch.org/docs/stable/generated/torch.logaddexp.html.
   */
  logaddexp: Functions["logaddexp"];
  /**
   * log₂ (2ᵃ + 2ᵇ), broadcast, where nothing overflows. Shape: (*), (*) → (*). Floats alone.
   * See https://pytorch.org/docs/stable/generated/torch.logaddexp2.html.
   */
  logaddexp2: Functions["logaddexp2"];
  /**
   * log Σ exp of the elements up to each along a dimension. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.logcumsumexp.html.
   *
   * @throws IndexError if the dimension is out of range; DTypeError unless the input is floating.
   */
  logcumsumexp: Functions["logcumsumexp"];
  /**
   * Whether both are something, broadcast, as bool. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.logical_and.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  logicalAnd: Functions["logicalAnd"];
  /** {@link logicalAnd} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logical_and_.html. */
  logicalAnd_: Functions["logicalAnd_"];
  /**
   * Whether it is 0, as bool. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.logical_not.html.
   */
  logicalNot: Functions["logicalNot"];
  /** {@link logicalNot} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logical_not_.html. */
  logicalNot_: Functions["logicalNot_"];
  /**
   * Whether either is something, broadcast, as bool. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.logical_or.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  logicalOr: Functions["logicalOr"];
  /** {@link logicalOr} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logical_or_.html. */
  logicalOr_: Functions["logicalOr_"];
  /**
   * Whether just one is something, broadcast, as bool. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.logical_xor.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  logicalXor: Functions["logicalXor"];
  /** {@link logicalXor} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.logical_xor_.html. */
  logicalXor_: Functions["logicalXor_"];
  /**
   * log Σ exp(xᵢ) over `dim`, one or several; integers give float32. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.logsumexp.html.
   *
   * @throws IndexError if a dimension is out of range.
   */
  logsumexp: Functions["logsumexp"];
  /**
   * In int32, which stands for PyTorch's int64 here, and says so once. Fractions are cut off; a float beyond int32 is refused, for which floats are
   * looked at: in `compile` that ends a plan. See https://pytorch.org/docs/stable/generated/torch.Tensor.long.html.
   *
   * @throws DTypeError for a number that int32 does not hold, NaN and infinities among them.
   */
  long: Functions["long"];
  /** input < other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.lt.html. */
  lt: Functions["lt"];
  /** {@link lt} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.lt_.html. */
  lt_: Functions["lt_"];
  /**
   * Puts what a function makes of each element and another tensor's, which is broadcast, in its place; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.map_.html.
   *
   * @throws as {@link apply_}; ShapeError if the other does not broadcast to the input.
   */
  map_: Functions["map_"];
  /**
   * The input with `value`, a number or a 0-d tensor, where the mask holds. Shape: (*), mask (*), broadcast → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.masked_fill.html.
   *
   * @throws DTypeError unless the mask is bool; ShapeError if the shapes do not broadcast.
   */
  maskedFill: Functions["maskedFill"];
  /**
   * {@link maskedFill} in place; returns the input. The mask is broadcast to it.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.masked_fill_.html.
   *
   * @throws as {@link maskedFill}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  maskedFill_: Functions["maskedFill_"];
  /**
   * The input with the elements of `source`, one after the other, where the mask holds. Reads how many those are.
   * Shape: (*), mask (*), broadcast, source of no fewer elements → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.masked_scatter.html.
   *
   * @throws DTypeError unless the mask is bool and the source of the input's dtype; ShapeError if the source has too few elements.
   */
  maskedScatter: Functions["maskedScatter"];
  /**
   * {@link maskedScatter} in place; returns the input. The mask is broadcast to it.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.masked_scatter_.html.
   *
   * @throws as {@link maskedScatter}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  maskedScatter_: Functions["maskedScatter_"];
  /**
   * The elements where the mask holds, in a row. Its shape depends on values: it reads them, and in a compiled function ends a plan.
   * Shape: (*), mask (*), broadcast → (count).
   * See https://pytorch.org/docs/stable/generated/torch.masked_select.html.
   *
   * @throws DTypeError unless the mask is bool; ShapeError if the shapes do not broadcast.
   */
  maskedSelect: Functions["maskedSelect"];
  /**
   * The matrix product. Shape: (k), (k) → (); (m, k), (k, n) → (m, n); (…, m, k), (…, k, n) → (…, m, n), where leading
   * dimensions broadcast; a 1-D operand is a row on the left and a column on the right, and its dimension is dropped.
   * See https://pytorch.org/docs/stable/generated/torch.matmul.html.
   *
   * @throws ShapeError if the inner sizes differ, an operand is 0-d, or the leading dimensions do not broadcast.
   */
  matmul: Functions["matmul"];
  /**
   * The largest element, or, with `dim`, the largest along it and where it stands; beside another
   * tensor the larger of each two elements, broadcast. A NaN counts as largest.
   * See https://pytorch.org/docs/stable/generated/torch.max.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
   */
  max: Functions["max"];
  /**
   * The larger of two, broadcast; NaN where either is. Of two alike each gets half the gradient. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.maximum.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  maximum: Functions["maximum"];
  /**
   * The mean over `dim`, or over everything; of no elements NaN. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.mean.html.
   *
   * @throws DTypeError unless the input, or the `dtype` asked for, is floating; IndexError if a dimension is out of range.
   */
  mean: Functions["mean"];
  /**
   * The median, the lower of two, or, with `dim`, that along it and where it stands. NaN where there is one.
   * See https://pytorch.org/docs/stable/generated/torch.median.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range; DTypeError for bool.
   */
  median: Functions["median"];
  /**
   * The smallest element, or, with `dim`, the smallest along it and where it stands; beside another
   * tensor the smaller of each two elements, broadcast. A NaN counts as smallest.
   * See https://pytorch.org/docs/stable/generated/torch.min.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
   */
  min: Functions["min"];
  /**
   * The smaller of two, broadcast; NaN where either is. Of two alike each gets half the gradient. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.minimum.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  minimum: Functions["minimum"];
  /**
   * The product of two matrices. Shape: (n, m), (m, p) → (n, p). `matmul` takes batches and vectors too.
   * See https://pytorch.org/docs/stable/generated/torch.mm.html.
   *
   * @throws ShapeError unless both are matrices of which the inner sizes are equal; DTypeError if the dtypes differ.
   */
  mm: Functions["mm"];
  /**
   * The most frequent element along a dimension, the smallest of several, and where the last of its like stands, as int32.
   * Shape: (*) → two of (*) without the dimension. See https://pytorch.org/docs/stable/generated/torch.mode.html.
   *
   * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
   */
  mode: Functions["mode"];
  /** {@link movedim}, by NumPy's name. See https://pytorch.org/docs/stable/generated/torch.moveaxis.html. */
  moveaxis: Functions["moveaxis"];
  /**
   * A view in which the dimensions `source` stand at the places `destination`, each one number or a list; the others keep their order.
   * Shape: (2, 3, 4) → (3, 4, 2) with `source` 0 and `destination` −1.
   * See https://pytorch.org/docs/stable/generated/torch.movedim.html.
   *
   * @throws ArgumentError for lists of different lengths, or one that names a dimension twice; IndexError for a dimension that is not there.
   */
  movedim: Functions["movedim"];
  /**
   * The elements in order along the first dimension. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.msort.html.
   */
  msort: Functions["msort"];
  /**
   * input · other, broadcast. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.mul.html.
   *
   * @throws ShapeError if the shapes do not broadcast.
   */
  mul: Functions["mul"];
  /**
   * Multiplies by `other`, broadcast, in place, and returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.mul_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  mul_: Functions["mul_"];
  /**
   * Indices of categories, int32, drawn by their weights, which need not sum to 1: `numSamples` of each row.
   * Shape: (C) → (numSamples), (N, C) → (N, numSamples).
   * See https://pytorch.org/docs/stable/generated/torch.multinomial.html.
   *
   * @throws ArgumentError for a weight that is negative or not finite, for weights that are all 0, for no samples, and without
   * replacement for more than categories; ShapeError for another number of dimensions; DTypeError for integers.
   */
  multinomial: Functions["multinomial"];
  /** {@link mul}, by another name. See https://pytorch.org/docs/stable/generated/torch.multiply.html. */
  multiply: Functions["multiply"];
  /** {@link mul_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.multiply_.html. */
  multiply_: Functions["multiply_"];
  /**
   * The product of a matrix and a vector. Shape: (n, m), (m) → (n).
   * See https://pytorch.org/docs/stable/generated/torch.mv.html.
   *
   * @throws ShapeError unless they are a matrix and a vector and fit; DTypeError if the dtypes differ.
   */
  mv: Functions["mv"];
  /**
   * Numbers in place of what is none. Shape: (*) → (*). Integers stay as they are.
   * See https://pytorch.org/docs/stable/generated/torch.nan_to_num.html.
   */
  nanToNum: Functions["nanToNum"];
  /** {@link nanToNum} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.nan_to_num_.html. */
  nanToNum_: Functions["nanToNum_"];
  /**
   * The mean over `dim`, one or several, or over everything, of what is not NaN; of none it is NaN. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.nanmean.html.
   *
   * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
   */
  nanmean: Functions["nanmean"];
  /**
   * As {@link median}, of what is not NaN. See https://pytorch.org/docs/stable/generated/torch.nanmedian.html.
   *
   * @throws as {@link median}.
   */
  nanmedian: Functions["nanmedian"];
  /**
   * As {@link quantile}, of what is not NaN; NaN where nothing else is. Shape: (*), q () or (Q) → (*) without `dim`, with Q before it.
   * See https://pytorch.org/docs/stable/generated/torch.nanquantile.html.
   *
   * @throws as {@link quantile}.
   */
  nanquantile: Functions["nanquantile"];
  /**
   * The sum over `dim`, one or several, or over everything, with NaN counted as 0. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.nansum.html.
   *
   * @throws IndexError if a dimension is out of range; DTypeError where a sum of integers does not fit int32.
   */
  nansum: Functions["nansum"];
  /**
   * A view of `length` elements from `start`, a number or a 0-d tensor of one, along `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.narrow.html.
   *
   * @throws IndexError if the part reaches beyond the dimension.
   */
  narrow: Functions["narrow"];
  /** {@link narrow}, copied. See https://pytorch.org/docs/stable/generated/torch.narrow_copy.html. */
  narrowCopy: Functions["narrowCopy"];
  /** The number of dimensions, as `ndim`. See https://pytorch.org/docs/stable/generated/torch.Tensor.ndimension.html. */
  ndimension: Functions["ndimension"];
  /** input ≠ other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.ne.html. */
  ne: Functions["ne"];
  /** {@link ne} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.ne_.html. */
  ne_: Functions["ne_"];
  /**
   * −input. Shape: (*) → (*). See https://pytorch.org/docs/stable/generated/torch.neg.html.
   *
   * @throws DTypeError for bool.
   */
  neg: Functions["neg"];
  /** {@link neg} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.neg_.html. */
  neg_: Functions["neg_"];
  /** {@link neg}, by another name. See https://pytorch.org/docs/stable/generated/torch.negative.html. */
  negative: Functions["negative"];
  /** {@link neg_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.negative_.html. */
  negative_: Functions["negative_"];
  /** The number of elements, as `numel()`. See https://pytorch.org/docs/stable/generated/torch.Tensor.nelement.html. */
  nelement: Functions["nelement"];
  /**
   * A tensor of these sizes to be written, of the input's dtype and on its device; zeros, as `empty`'s.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.new_empty.html.
   *
   * @throws ShapeError unless the sizes are non-negative integers.
   */
  newEmpty: Functions["newEmpty"];
  /**
   * A tensor of that shape whose elements are all `fillValue`, of the input's dtype and on its device.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.new_full.html.
   *
   * @throws ShapeError unless the sizes are non-negative integers; DTypeError for a value beyond the dtype.
   */
  newFull: Functions["newFull"];
  /**
   * Ones of these sizes, of the input's dtype and on its device. See https://pytorch.org/docs/stable/generated/torch.Tensor.new_ones.html.
   *
   * @throws ShapeError unless the sizes are non-negative integers.
   */
  newOnes: Functions["newOnes"];
  /**
   * A tensor with the given elements, of the input's dtype and on its device; of a tensor, a copy outside its graph.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.new_tensor.html.
   *
   * @throws as `tensor`.
   */
  newTensor: Functions["newTensor"];
  /**
   * Zeros of these sizes, of the input's dtype and on its device. See https://pytorch.org/docs/stable/generated/torch.Tensor.new_zeros.html.
   *
   * @throws ShapeError unless the sizes are non-negative integers.
   */
  newZeros: Functions["newZeros"];
  /**
   * The indices of the elements that are not zero, in order, one a row; int32. Its shape depends on values: it reads them, and in a
   * compiled function ends a plan. Shape: (*) → (count, dimensions); a 0-d tensor is seen as a vector of one with `asTuple`.
   * See https://pytorch.org/docs/stable/generated/torch.nonzero.html.
   */
  nonzero: Functions["nonzero"];
  /**
   * The places of what is not zero, as `nonzero`, of which there are `size`. Shape: (*) → (size, number of dimensions).
   * See https://pytorch.org/docs/stable/generated/torch.nonzero_static.html.
   *
   * @throws ArgumentError unless the size is an integer from 0 on.
   */
  nonzeroStatic: Functions["nonzeroStatic"];
  /**
   * (Σ |xᵢ|ᵖ)^(1/p) over `dim`, one or several, or over everything: with `p` 2, the default, or `"fro"` the length; 1 sums absolute
   * values, Infinity takes the largest, −Infinity the smallest, and 0 counts those other than zero. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.norm.html.
   *
   * @throws DTypeError unless the input, or the `dtype` asked for, is floating; IndexError if a dimension is out of range; ArgumentError
   * for a `p` that is neither a number nor "fro".
   */
  norm: Functions["norm"];
  /**
   * Fills the input, in place, with draws from the normal distribution, and returns it.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.normal_.html.
   *
   * @throws ArgumentError unless std ≥ 0.
   */
  normal_: Functions["normal_"];
  /** {@link ne}, by another name. See https://pytorch.org/docs/stable/generated/torch.not_equal.html. */
  notEqual: Functions["notEqual"];
  /** {@link ne_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.not_equal_.html. */
  notEqual_: Functions["notEqual_"];
  /**
   * The products of all elements of one vector with all of another. Shape: (n), (m) → (n, m).
   * See https://pytorch.org/docs/stable/generated/torch.outer.html.
   *
   * @throws ShapeError unless both are vectors.
   */
  outer: Functions["outer"];
  /**
   * A view with the dimensions in the given order.
   * See https://pytorch.org/docs/stable/generated/torch.permute.html.
   *
   * @throws ShapeError unless every dimension is named once.
   */
  permute: Functions["permute"];
  /**
   * The input itself, as Python's `+x`. See https://pytorch.org/docs/stable/generated/torch.positive.html.
   *
   * @throws DTypeError for bool.
   */
  positive: Functions["positive"];
  /**
   * input to the power of `exponent`, broadcast. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.pow.html.
   *
   * @throws ShapeError if the shapes do not broadcast; ArgumentError for integers to a negative integer.
   */
  pow: Functions["pow"];
  /** {@link pow} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.pow_.html. */
  pow_: Functions["pow_"];
  /**
   * The product along `dim`, or of everything; of none it is 1. Integers and bool give int32. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.prod.html.
   *
   * @throws IndexError if the dimension is out of range; DTypeError where a product of integers does not fit int32.
   */
  prod: Functions["prod"];
  /**
   * The input, seen as one row, with the elements of `source` at the places of the index; negative ones count from its end. Shape: (*), index and
   * source of as many elements → (*). See https://pytorch.org/docs/stable/generated/torch.Tensor.put_.html.
   *
   * @throws ShapeError unless index and source have as many elements; IndexError for a place outside the input.
   */
  put: Functions["put"];
  /** {@link put} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.put_.html. */
  put_: Functions["put_"];
  /**
   * What stands at the shares `q`, from 0 to 1, of the sorted elements along `dim`, or of all; NaN where there is one. Reads `q` where it
   * is a tensor. Shape: (*), q () or (Q) → (*) without `dim`, with Q before it.
   * See https://pytorch.org/docs/stable/generated/torch.quantile.html.
   *
   * @throws DTypeError unless the input is floating; ArgumentError for shares beyond [0, 1]; ShapeError if there is no element.
   */
  quantile: Functions["quantile"];
  /**
   * An angle of radians in degrees. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.rad2deg.html.
   */
  rad2deg: Functions["rad2deg"];
  /** {@link rad2deg} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.rad2deg_.html. */
  rad2deg_: Functions["rad2deg_"];
  /**
   * Fills the input, in place, with whole numbers drawn evenly from [from, to), of one number from [0, to), and returns it; without, or
   * with null for `to`, up to the largest of the dtype, which of floats is 2²⁴ and 2⁵³. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.random_.html.
   *
   * @throws ArgumentError unless from < to, both whole and numbers of the dtype.
   */
  random_: Functions["random_"];
  /**
   * All elements in one row: a view where it can be one, else a copy. Shape: (*) → (n).
   * See https://pytorch.org/docs/stable/generated/torch.ravel.html.
   */
  ravel: Functions["ravel"];
  /** Reads the elements on any device; on CPU devices at once. The only read that an asynchronous backend can serve. */
  read: Functions["read"];
  /**
   * 1 / x. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.reciprocal.html.
   */
  reciprocal: Functions["reciprocal"];
  /**
   * {@link reciprocal} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.reciprocal_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  reciprocal_: Functions["reciprocal_"];
  /**
   * Has `hook` called with the gradient of `input` whenever one is computed, before it is accumulated or goes further back.
   * What the hook returns, if anything, takes its place; it must not write to what it is given. Hooks run in the order of
   * their registration. Whoever keeps the gradient can read it after the walk, like any tensor made in the same step.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.register_hook.html.
   *
   * @throws AutogradError if the tensor requires no gradient; backward throws one if a hook returns what is no such gradient.
   */
  registerHook: Functions["registerHook"];
  /**
   * Has `hook` called with a leaf after backward has added to its `grad`: a step of an optimizer may be taken there, and the gradient given
   * up. A leaf gets its own as soon as nothing more can come, from the last layer to the first. See
   * https://pytorch.org/docs/stable/generated/torch.Tensor.register_post_accumulate_grad_hook.html.
   *
   * @throws AutogradError if the tensor requires no gradient, or is no leaf.
   */
  registerPostAccumulateGradHook: Functions["registerPostAccumulateGradHook"];
  /**
   * max(input, 0), element by element; NaN stays NaN. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.nn.functional.relu.html.
   */
  relu: Functions["relu"];
  /**
   * {@link relu} in place; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.nn.functional.relu_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  relu_: Functions["relu_"];
  /**
   * What is left of input / other, broadcast, with the sign of other; NaN where a float is divided by zero. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.remainder.html.
   *
   * @throws ShapeError if the shapes do not broadcast; ArgumentError where integers are divided by zero.
   */
  remainder: Functions["remainder"];
  /** {@link remainder} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.remainder_.html. */
  remainder_: Functions["remainder_"];
  /**
   * The input whose slices along `dim` have a p-norm of `maxnorm` at most: longer ones are scaled by maxnorm / (norm + 1e-7). Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.renorm.html.
   *
   * @throws ShapeError for less than two dimensions; ArgumentError for a p not above 0, or a negative maxnorm.
   */
  renorm: Functions["renorm"];
  /** {@link renorm} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.renorm_.html. */
  renorm_: Functions["renorm_"];
  /**
   * A copy in which each dimension comes `sizes` times one behind the other; sizes beyond the input's dimensions make new ones in front.
   * Shape: (2, 3) → (4, 2, 9) for 4, 1, 3. See https://pytorch.org/docs/stable/generated/torch.Tensor.repeat.html.
   *
   * @throws ShapeError for fewer sizes than dimensions, or a negative one.
   */
  repeat: Functions["repeat"];
  /**
   * A copy in which each element along `dim` comes as often as `repeats` says before the next one: one number, or a tensor of one for each. Without
   * `dim` all elements are one row. Repeats of a tensor are read, which ends a plan of `compile`.
   * Of a vector of repeats alone: the indices, each as often. Shape: (2, 3) → (2, 6) for 2 and `dim` 1.
   * See https://pytorch.org/docs/stable/generated/torch.repeat_interleave.html.
   *
   * @throws ArgumentError for repeats that are negative or no integers, or that do not add up to `outputSize`; ShapeError unless there is one for each
   * element, or one alone; DTypeError for a tensor of repeats that is not int32; IndexError for a dimension that is not there.
   */
  repeatInterleave: Functions["repeatInterleave"];
  /**
   * The input in another shape: a view where it can be one, else a copy.
   * See https://pytorch.org/docs/stable/generated/torch.reshape.html.
   *
   * @throws ShapeError if the number of elements differs.
   */
  reshape: Functions["reshape"];
  /**
   * In another tensor's shape: `reshape(other.shape)`. See https://pytorch.org/docs/stable/generated/torch.Tensor.reshape_as.html.
   *
   * @throws as `reshape`.
   */
  reshapeAs: Functions["reshapeAs"];
  /** The input itself: it is no view of complex numbers. See https://pytorch.org/docs/stable/generated/torch.resolve_conj.html. */
  resolveConj: Functions["resolveConj"];
  /** The input itself: it is no view of complex numbers. See https://pytorch.org/docs/stable/generated/torch.resolve_neg.html. */
  resolveNeg: Functions["resolveNeg"];
  /**
   * Asks backward to leave this tensor's gradient in its `grad`, although it is not a leaf. After a write in place it is the
   * gradient of what the tensor holds then.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.retain_grad.html.
   *
   * @throws AutogradError if the tensor does not require a gradient.
   */
  retainGrad: Functions["retainGrad"];
  /**
   * A copy with the elements moved on by `shifts` along `dims`, one number each or lists of the same length; what leaves at the end comes in
   * at the start, and a negative shift moves backwards. Without `dims` all elements move as one row. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.roll.html.
   *
   * @throws ArgumentError for shifts that are no integers, or not as many as dimensions; IndexError for a dimension that is not there.
   */
  roll: Functions["roll"];
  /**
   * A copy turned by `k` right angles in the plane of `dims`, from the first towards the second; backwards where k is negative.
   * Shape: (2, 3) → (3, 2) for an odd k. See https://pytorch.org/docs/stable/generated/torch.rot90.html.
   *
   * @throws ArgumentError unless `k` is an integer and `dims` are two different ones; ShapeError for fewer than two dimensions;
   * IndexError for a dimension that is not there.
   */
  rot90: Functions["rot90"];
  /**
   * The nearest whole number, halves to even; or the nearest that has so many decimals, as nearly as the dtype has it. Shape: (*) → (*).
   * Integers stay as they are. See https://pytorch.org/docs/stable/generated/torch.round.html.
   *
   * @throws DTypeError for decimals of integers.
   */
  round: Functions["round"];
  /**
   * {@link round} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.round_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  round_: Functions["round_"];
  /**
   * 1 / √x: ∞ at 0, NaN below. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.rsqrt.html.
   */
  rsqrt: Functions["rsqrt"];
  /**
   * {@link rsqrt} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.rsqrt_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  rsqrt_: Functions["rsqrt_"];
  /**
   * The input with the elements of `source`, or one number, written at the places that `index` tells: for a matrix and `dim`
   * 0, out[index[i][j]][j] = source[i][j]. Where several go to one place, the last stays.
   * Shape: (*), index and source of as many dimensions, the source no smaller than the index → like input.
   * See https://pytorch.org/docs/stable/generated/torch.scatter.html.
   *
   * @throws IndexError for an index outside the dimension; ShapeError if the shapes do not fit; DTypeError unless the index
   * is int32, and the source of the input's dtype.
   */
  scatter: Functions["scatter"];
  /**
   * The input with the elements of `source` added at the places that `index` tells, as often as they are named.
   * Shape: as {@link scatter}. See https://pytorch.org/docs/stable/generated/torch.scatter_add.html.
   *
   * @throws as {@link scatter}.
   */
  scatterAdd: Functions["scatterAdd"];
  /**
   * {@link scatterAdd} in place; returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_add_.html.
   *
   * @throws as {@link scatter}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  scatterAdd_: Functions["scatterAdd_"];
  /**
   * The input, in which the elements of `source` that the index puts to one place along `dim` are combined: as their sum, product, mean,
   * largest or smallest. The mean of integers is rounded down. Shape: as {@link scatter}.
   * See https://pytorch.org/docs/stable/generated/torch.scatter_reduce.html.
   *
   * @throws ArgumentError for another reduction; as {@link scatter}.
   */
  scatterReduce: Functions["scatterReduce"];
  /**
   * {@link scatterReduce} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_reduce_.html.
   *
   * @throws as {@link scatterReduce}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  scatterReduce_: Functions["scatterReduce_"];
  /**
   * {@link scatter} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_.html.
   *
   * @throws as {@link scatter}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  scatter_: Functions["scatter_"];
  /**
   * A view of one index along `dim`, which is removed: `x.select(0, 2)` is Python's `x[2]`.
   * See https://pytorch.org/docs/stable/generated/torch.select.html.
   *
   * @throws IndexError if the index is out of range.
   */
  select: Functions["select"];
  /**
   * The input with another slice at one index along `dim`. Shape: (*), source without `dim` → (*).
   * See https://pytorch.org/docs/stable/generated/torch.select_scatter.html.
   *
   * @throws as `select`; ShapeError unless the source has the slice's shape.
   */
  selectScatter: Functions["selectScatter"];
  /**
   * Python's `x[…] = value`, in place; returns the input. The indices are one, or those between the brackets one by one or as a list, each as
   * in `at`: `x.set(0, v)` is `x[0] = v`, `x.set(":", 1, v)` and `x.set([":", 1], v)` are `x[:, 1] = v`, `x.set([[0, 2]], v)` is `x[[0, 2]] =
   * v`, `x.set(mask, 0)` is `x[mask] = 0`. The value is a number, or a tensor that is broadcast and converted to the input's dtype. Where
   * several indices lead to one element, the last value stays. A bool mask beside a tensor of several values is read.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.index_put_.html.
   *
   * @throws as `at`; ShapeError if the value does not broadcast; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  set: Functions["set"];
  /** {@link sign}: of real numbers that is the same. See https://pytorch.org/docs/stable/generated/torch.sgn.html. */
  sgn: Functions["sgn"];
  /** {@link sign_}: of real numbers that is the same. See https://pytorch.org/docs/stable/generated/torch.Tensor.sgn_.html. */
  sgn_: Functions["sgn_"];
  /**
   * 1 / (1 + e⁻ˣ). Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.sigmoid.html.
   */
  sigmoid: Functions["sigmoid"];
  /**
   * {@link sigmoid} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sigmoid_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  sigmoid_: Functions["sigmoid_"];
  /**
   * −1 below zero, 1 above it, and 0 at zero and for NaN. Shape: (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.sign.html.
   *
   * @throws DTypeError for bool.
   */
  sign: Functions["sign"];
  /** {@link sign} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sign_.html. */
  sign_: Functions["sign_"];
  /**
   * Whether its sign is set, that of −0 too. Shape: (*) → (*), as bool.
   * See https://pytorch.org/docs/stable/generated/torch.signbit.html.
   */
  signbit: Functions["signbit"];
  /**
   * The sine, of an angle in radians. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.sin.html.
   */
  sin: Functions["sin"];
  /**
   * {@link sin} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sin_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  sin_: Functions["sin_"];
  /**
   * sin πx / πx, and 1 at 0. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.sinc.html.
   */
  sinc: Functions["sinc"];
  /** {@link sinc} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sinc_.html. */
  sinc_: Functions["sinc_"];
  /**
   * The hyperbolic sine. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.sinh.html.
   */
  sinh: Functions["sinh"];
  /** {@link sinh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sinh_.html. */
  sinh_: Functions["sinh_"];
  /**
   * A view from `start` to before `end` in steps along `dim`, as Python's `x[start:end:step]`: negative bounds count from
   * the end and bounds are clamped. See https://pytorch.org/docs/stable/notes/indexing.html.
   *
   * @throws ArgumentError if a bound is no integer, or `step` no positive one.
   */
  slice: Functions["slice"];
  /**
   * The input with another part from `start` to before `end` along `dim`, in steps. Shape: (*), source as `slice` gives it → (*).
   * See https://pytorch.org/docs/stable/generated/torch.slice_scatter.html.
   *
   * @throws as `slice`; ShapeError unless the source has the part's shape.
   */
  sliceScatter: Functions["sliceScatter"];
  /**
   * exp(xᵢ) / Σⱼ exp(xⱼ) along `dim`; without it, as PyTorch and with its warning, along 0 of 0, 1 or 3 dimensions and else along 1.
   * Shape: (*) → (*). Integers give float32. Its logarithm is better taken with
   * `logSoftmax`, and `crossEntropy` takes scores as they are.
   * See https://pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html.
   *
   * @throws IndexError if the dimension is out of range.
   */
  softmax: Functions["softmax"];
  /**
   * The elements in order along a dimension, and where they stood; equals stay in their order, and a NaN is larger than everything.
   * Shape: (*) → two of (*). See https://pytorch.org/docs/stable/generated/torch.sort.html.
   *
   * @throws IndexError if the dimension is out of range.
   */
  sort: Functions["sort"];
  /**
   * Views along `dim` of `splitSizeOrSections` elements each, the last of what is left, or of the sizes in a list.
   * Shape: (*) → a list of (*), of which the sizes of `dim` add up to the input's.
   * See https://pytorch.org/docs/stable/generated/torch.split.html.
   *
   * @throws ArgumentError for sizes that are no integers, negative, or do not add up to the dimension's; ShapeError for a 0-d tensor;
   * IndexError for a dimension that is not there.
   */
  split: Functions["split"];
  /** {@link split} into parts of those sizes. See https://pytorch.org/docs/stable/generated/torch.Tensor.split.html. */
  splitWithSizes: Functions["splitWithSizes"];
  /**
   * The square root; NaN below 0. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.sqrt.html.
   */
  sqrt: Functions["sqrt"];
  /** {@link sqrt} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sqrt_.html. */
  sqrt_: Functions["sqrt_"];
  /**
   * x². Shape: (*) → (*); bool gives int32.
   * See https://pytorch.org/docs/stable/generated/torch.square.html.
   */
  square: Functions["square"];
  /** {@link square} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.square_.html. */
  square_: Functions["square_"];
  /**
   * A view without the dimension or dimensions `dim`, those whose size is 1, or without all dimensions of size 1.
   * See https://pytorch.org/docs/stable/generated/torch.squeeze.html.
   */
  squeeze: Functions["squeeze"];
  /**
   * The standard deviation, the root of `var`. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.std.html.
   *
   * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
   */
  std: Functions["std"];
  /** The first element's place in the storage, as `offset`. See https://pytorch.org/docs/stable/generated/torch.Tensor.storage_offset.html. */
  storageOffset: Functions["storageOffset"];
  /**
   * How many elements lie between neighbours of each dimension, or of one. See https://pytorch.org/docs/stable/generated/torch.Tensor.stride.html.
   *
   * @throws IndexError for a dimension that there is not.
   */
  stride: Functions["stride"];
  /**
   * input − alpha · other, broadcast. Shape: (*), (*) → (*).
   * See https://pytorch.org/docs/stable/generated/torch.sub.html.
   *
   * @throws ShapeError if the shapes do not broadcast; DTypeError for a bool tensor.
   */
  sub: Functions["sub"];
  /**
   * Subtracts alpha · other, broadcast, in place, and returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.sub_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  sub_: Functions["sub_"];
  /** {@link sub}, by another name. See https://pytorch.org/docs/stable/generated/torch.subtract.html. */
  subtract: Functions["subtract"];
  /** {@link sub_}, by another name. See https://pytorch.org/docs/stable/generated/torch.Tensor.subtract_.html. */
  subtract_: Functions["subtract_"];
  /**
   * The sum over `dim`, or over everything. Integers and bool sum to int32. Shape: (*) → (*) without `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.sum.html.
   *
   * @throws IndexError if a dimension is out of range; DTypeError where a sum of integers does not fit int32.
   */
  sum: Functions["sum"];
  /**
   * The sum over what was stretched, where a tensor of that size was broadcast. Shape: (*) → size.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.sum_to_size.html.
   *
   * @throws ShapeError if the size does not expand to the input's shape.
   */
  sumToSize: Functions["sumToSize"];
  /** {@link transpose}, by NumPy's name. See https://pytorch.org/docs/stable/generated/torch.swapaxes.html. */
  swapaxes: Functions["swapaxes"];
  /** {@link transpose}, by another name. See https://pytorch.org/docs/stable/generated/torch.swapdims.html. */
  swapdims: Functions["swapdims"];
  /**
   * The transpose of a matrix, and a view of a tensor of fewer dimensions as it is.
   * See https://pytorch.org/docs/stable/generated/torch.t.html.
   *
   * @throws ShapeError for more than two dimensions.
   */
  t: Functions["t"];
  /**
   * The elements at the given places of the input, seen as one row; negative ones count from its end. Shape: (*), index (*) → like index.
   * See https://pytorch.org/docs/stable/generated/torch.take.html.
   *
   * @throws IndexError for an index outside the input; DTypeError unless the index is int32.
   */
  take: Functions["take"];
  /**
   * As `gather`, with input and index broadcast against each other but along `dim`, and places that may count from its end; without `dim`
   * both are seen as one row.
   * Shape: (*), index (*) → the common one. See https://pytorch.org/docs/stable/generated/torch.take_along_dim.html.
   *
   * @throws IndexError for an index outside the dimension; ShapeError unless both have as many dimensions.
   */
  takeAlongDim: Functions["takeAlongDim"];
  /**
   * The tangent, of an angle in radians. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.tan.html.
   */
  tan: Functions["tan"];
  /** {@link tan} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.tan_.html. */
  tan_: Functions["tan_"];
  /**
   * The hyperbolic tangent. Shape: (*) → (*). Integers give float32.
   * See https://pytorch.org/docs/stable/generated/torch.tanh.html.
   */
  tanh: Functions["tanh"];
  /**
   * {@link tanh} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.tanh_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  tanh_: Functions["tanh_"];
  /**
   * Views along `dim`: as many as `indicesOrSections` says, the first ones larger by one where they do not come out even, or those that
   * begin at the indices in a list or a vector. Shape: (*) → a list of (*).
   * See https://pytorch.org/docs/stable/generated/torch.tensor_split.html.
   *
   * @throws ArgumentError for a number of sections below 1, or what is no integer; DTypeError for a tensor that is not int32; ShapeError for a 0-d
   * input, or a tensor of more than one dimension; IndexError for a dimension that is not there.
   */
  tensorSplit: Functions["tensorSplit"];
  /**
   * As {@link repeat}, but fewer numbers than dimensions count for the last ones.
   * See https://pytorch.org/docs/stable/generated/torch.tile.html.
   *
   * @throws ShapeError for a negative number.
   */
  tile: Functions["tile"];
  /**
   * The input in another dtype, on another device, or both; the input itself where it is there and has it. As in PyTorch: `to(dtype)`,
   * `to(device)`, `to(device, dtype)`, `to(other)` for another tensor's dtype and device, or all by name. Gradients go back to the input's
   * dtype and device. Floats become integers by truncation, int32's least where they are beyond it, and anything that is not zero becomes true.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.to.html.
   *
   * @throws DTypeError for what is neither dtype nor device; DeviceError for a device that is not there, `"cuda"` among them; ArgumentError
   * for other arguments than these.
   */
  to: Functions["to"];
  /**
   * The elements as nested arrays; a 0-d tensor gives its value. bool gives true and false.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.tolist.html.
   */
  toArray: Functions["toArray"];
  /**
   * The tensor itself: those of `sparseCooTensor` have all their elements already.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.to_dense.html.
   */
  toDense: Functions["toDense"];
  /**
   * What `JSON.stringify` writes of a tensor: shape, dtype and every value. `tensor(values.map(Number), { dtype }).view(shape)` is the tensor again.
   *
   * @throws ArgumentError above 10⁶ elements: a file of that size is better written by `serialize`.
   */
  toJSON: Functions["toJSON"];
  /** Copies the elements, in row-major order, into an ordinary typed array; bool becomes 0 and 1 of a Uint8Array. */
  toTypedArray: Functions["toTypedArray"];
  /** The elements as nested arrays, as `toArray`. See https://pytorch.org/docs/stable/generated/torch.Tensor.tolist.html. */
  tolist: Functions["tolist"];
  /**
   * The `k` largest elements along a dimension, in order, and where they stood. A NaN is larger than everything. Shape: (*) → two of (*)
   * with `k` along the dimension. See https://pytorch.org/docs/stable/generated/torch.topk.html.
   *
   * @throws ArgumentError unless there are `k` elements; IndexError if the dimension is out of range; DTypeError for bool.
   */
  topk: Functions["topk"];
  /**
   * The sum of a matrix's diagonal. Integers sum to int32. Shape: (n, m) → ().
   * See https://pytorch.org/docs/stable/generated/torch.trace.html.
   *
   * @throws ShapeError unless it is a matrix; DTypeError for bool, and where a sum of integers does not fit int32.
   */
  trace: Functions["trace"];
  /**
   * A view with two dimensions exchanged.
   * See https://pytorch.org/docs/stable/generated/torch.transpose.html.
   */
  transpose: Functions["transpose"];
  /**
   * A copy of a matrix, or of each of a batch, with zeros above the `diagonal`: 0 is the main one, 1 the next to the right, −1 to the left.
   * Shape: (*, n, m) → (*, n, m). See https://pytorch.org/docs/stable/generated/torch.tril.html.
   *
   * @throws ShapeError for fewer than two dimensions; ArgumentError unless the diagonal is an integer.
   */
  tril: Functions["tril"];
  /**
   * {@link tril} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.tril_.html.
   *
   * @throws as {@link tril}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  tril_: Functions["tril_"];
  /**
   * A copy of a matrix, or of each of a batch, with zeros below the `diagonal`: 0 is the main one, 1 the next to the right, −1 to the left.
   * Shape: (*, n, m) → (*, n, m). See https://pytorch.org/docs/stable/generated/torch.triu.html.
   *
   * @throws ShapeError for fewer than two dimensions; ArgumentError unless the diagonal is an integer.
   */
  triu: Functions["triu"];
  /**
   * {@link triu} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.triu_.html.
   *
   * @throws as {@link triu}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  triu_: Functions["triu_"];
  /** {@link div} without rounding. See https://pytorch.org/docs/stable/generated/torch.true_divide.html. */
  trueDivide: Functions["trueDivide"];
  /** {@link div_} without rounding. See https://pytorch.org/docs/stable/generated/torch.Tensor.true_divide_.html. */
  trueDivide_: Functions["trueDivide_"];
  /**
   * x without its fraction. Shape: (*) → (*). Integers stay as they are.
   * See https://pytorch.org/docs/stable/generated/torch.trunc.html.
   */
  trunc: Functions["trunc"];
  /**
   * {@link trunc} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.trunc_.html.
   *
   * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
   */
  trunc_: Functions["trunc_"];
  /**
   * In another dtype, as `to(dtype)`; without one, the name that PyTorch has for the dtype.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.type.html.
   *
   * @throws DTypeError for what is no dtype.
   */
  type: Functions["type"];
  /** In another tensor's dtype and on its device: `to(other)`. See https://pytorch.org/docs/stable/generated/torch.Tensor.type_as.html. */
  typeAs: Functions["typeAs"];
  /**
   * Views of all indices along `dim`, which is removed: `x.unbind()` are the rows of a matrix. Shape: (n, *) → n of (*).
   * See https://pytorch.org/docs/stable/generated/torch.unbind.html.
   *
   * @throws IndexError for a dimension that is not there.
   */
  unbind: Functions["unbind"];
  /**
   * A view in which `dim` has become several of `sizes`, one of which may be −1 and is worked out: the opposite of `flatten`.
   * Shape: (2, 12) → (2, 3, 4) with `dim` 1 and `sizes` [3, −1].
   * See https://pytorch.org/docs/stable/generated/torch.unflatten.html.
   *
   * @throws ShapeError unless the sizes multiply up to the dimension's; ArgumentError for what is no list of sizes; IndexError for a
   * dimension that is not there.
   */
  unflatten: Functions["unflatten"];
  /**
   * A view of all windows of `size` elements along `dimension`, from each `step`-th element on: they are counted there, and their elements lie
   * along a new last dimension. Windows that overlap share memory, so that such a view cannot be written in place.
   * Shape: (*, n, *) → (*, ⌊(n − size) / step⌋ + 1, *, size).
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.unfold.html.
   *
   * @throws ArgumentError for a size that is negative or larger than the dimension, or a step below 1; IndexError for a dimension that is
   * not there.
   */
  unfold: Functions["unfold"];
  /**
   * Fills the input, in place, with uniform draws from [from, to), and returns it.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.uniform_.html.
   *
   * @throws ArgumentError unless from ≤ to, both and their difference finite in the input's dtype.
   */
  uniform_: Functions["uniform_"];
  /**
   * The elements that there are, each once and in order, or, with `dim`, the parts along that; with `returnInverse` and `returnCounts` a
   * list: them, which of them each element is, how often each occurs. Each NaN is another. Has no gradient. Its shape depends on values: it
   * reads them, and in a compiled function ends a plan. Shape: (*) → (count), or (*) with count along `dim`; inverse (*), or of the
   * dimension; counts (count). See https://pytorch.org/docs/stable/generated/torch.unique.html.
   *
   * @throws IndexError if the dimension is out of range; ShapeError where parts have no elements.
   */
  unique: Functions["unique"];
  /**
   * As {@link unique}, but of equals only those that stand side by side are one, and nothing is sorted.
   * See https://pytorch.org/docs/stable/generated/torch.unique_consecutive.html.
   *
   * @throws as {@link unique}.
   */
  uniqueConsecutive: Functions["uniqueConsecutive"];
  /** {@link chunk}, by another name. See https://pytorch.org/docs/stable/generated/torch.unsafe_chunk.html. */
  unsafeChunk: Functions["unsafeChunk"];
  /** {@link split}, by another name: writes to the parts are followed here. See https://pytorch.org/docs/stable/generated/torch.unsafe_split.html. */
  unsafeSplit: Functions["unsafeSplit"];
  /** {@link splitWithSizes}, by another name. See https://pytorch.org/docs/stable/generated/torch.unsafe_split.html. */
  unsafeSplitWithSizes: Functions["unsafeSplitWithSizes"];
  /**
   * A view with a dimension of size 1 put in at `dim`.
   * See https://pytorch.org/docs/stable/generated/torch.unsqueeze.html.
   */
  unsqueeze: Functions["unsqueeze"];
  /**
   * The variance over `dim`, or over everything: Σ (x − mean)² / (n − correction). Shape: (*) → (*) without `dim`.
   * `var` being a keyword, import it as `import { var as variance }`, or call the method.
   * See https://pytorch.org/docs/stable/generated/torch.var.html.
   *
   * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
   */
  var: Functions["var"];
  /**
   * As {@link dot}: of real numbers there is no conjugate. Shape: (n), (n) → ().
   * See https://pytorch.org/docs/stable/generated/torch.vdot.html.
   *
   * @throws ShapeError unless both are vectors of one size; DTypeError if the dtypes differ.
   */
  vdot: Functions["vdot"];
  /**
   * A view in another shape; one size may be −1 and is worked out.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.view.html.
   *
   * @throws ShapeError if the number of elements differs, or if the elements do not lie so that a view can show them.
   */
  view: Functions["view"];
  /**
   * A view in another tensor's shape: `view(other.shape)`. See https://pytorch.org/docs/stable/generated/torch.Tensor.view_as.html.
   *
   * @throws as `view`.
   */
  viewAs: Functions["viewAs"];
  /**
   * Equal parts along the first dimension, or those that begin at the indices in a list: views.
   * See https://pytorch.org/docs/stable/generated/torch.vsplit.html.
   *
   * @throws ShapeError for fewer than two dimensions, or parts that would not be equal.
   */
  vsplit: Functions["vsplit"];
  /**
   * input · log other, broadcast; 0 where input is 0, whatever the logarithm, but NaN where other is. Shape: (*), (*) → (*). Integers
   * give float32.
   * See https://pytorch.org/docs/stable/generated/torch.xlogy.html.
   */
  xlogy: Functions["xlogy"];
  /** {@link xlogy} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.xlogy_.html. */
  xlogy_: Functions["xlogy_"];
  /**
   * Sets every element to zero, in place, and returns the input.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.zero_.html.
   */
  zero_: Functions["zero_"];
}
