// dtypes under PyTorch's names: each is its name, so that `{ dtype: torch.float64 }` and `{ dtype: "float64" }` are the same. `torch.float`,
// `long`, `bool` and their like are no dtypes here but functions: they convert.

/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const float32 = "float32";
/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const float64 = "float64";
/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const int32 = "int32";
/** There is no int64: int32 stands for it, as in `x.long()`, and what does not fit is refused. See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const int64 = "int32";
/** See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export const uint8 = "uint8";
