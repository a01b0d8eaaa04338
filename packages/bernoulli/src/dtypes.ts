// dtypes under PyTorch's names: each is its name, so that `{ dtype: torch.float64 }` and `{ dtype: "float64" }` are the same. Here `float`,
// `long`, `bool` and their like are dtypes as in PyTorch; the functions of these names, which convert, are @bernoulli/tensor's, and methods.

/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const float32 = "float32";
/** {@link float32}, by another name. See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const float = "float32";
/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const float64 = "float64";
/** {@link float64}, by another name. See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const double = "float64";
/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const int32 = "int32";
/** {@link int32}, by another name. See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const int = "int32";
/**
 * There is no int64: int32 stands for it, as in `x.long()`, and what does not fit is refused. See
 * https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype.
 */
export const int64 = "int32";
/** {@link int64}, by another name. See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const long = "int32";
/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const uint8 = "uint8";
/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const bool = "bool";
