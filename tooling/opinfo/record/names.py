"""What there is here today, by the names that PyTorch's own samples have."""

# Of op_db: a name stands for all of its variants.
OPS = """
abs neg sign exp log sqrt tanh sigmoid nn.functional.relu positive
add sub mul div true_divide pow __radd__ __rmul__ __rsub__ __rdiv__ __rpow__ __rmatmul__ rsub addcmul addcdiv
sin cos tan asin acos atan sinh cosh asinh acosh atanh erf erfc erfinv lgamma digamma log1p expm1 log2 log10 exp2
rsqrt reciprocal square floor ceil trunc frac round isnan isinf isfinite isposinf isneginf signbit nan_to_num
logical_not logical_and logical_or logical_xor bitwise_not bitwise_and bitwise_or bitwise_xor
bitwise_left_shift bitwise_right_shift sinc deg2rad rad2deg atan2 hypot logaddexp logaddexp2 xlogy copysign heaviside
fmod remainder floor_divide maximum minimum fmax fmin lerp
nn.functional.silu nn.functional.mish nn.functional.selu nn.functional.relu6 nn.functional.hardsigmoid
nn.functional.hardswish nn.functional.elu nn.functional.celu nn.functional.leaky_relu nn.functional.hardtanh
nn.functional.rrelu nn.functional.threshold nn.functional.softsign nn.functional.tanhshrink nn.functional.logsigmoid
nn.functional.gelu nn.functional.softplus nn.functional.hardshrink nn.functional.softshrink nn.functional.prelu
nn.functional.glu
eq ne lt le gt ge where clamp clamp_min clamp_max
sum mean var std max min argmax argmin softmax log_softmax
amax amin aminmax all any count_nonzero nansum logsumexp norm nn.functional.normalize var_mean std_mean isclose allclose equal
cummax cummin logcumsumexp diff trapezoid trapz cumulative_trapezoid mode unique unique_consecutive bincount histc histogram
searchsorted bucketize isin nanquantile cov corrcoef
cumsum cumprod prod sort argsort msort topk kthvalue median nanmedian quantile
gather scatter scatter_add index_select
index_put masked_fill masked_scatter masked_select nonzero argwhere take take_along_dim index_add index_copy index_fill
matmul mm mv bmm dot vdot inner outer kron cross tensordot trace addmm addmv addr baddbmm addbmm einsum nn.functional.linear
nn.functional.bilinear cdist nn.functional.pdist nn.functional.pairwise_distance nn.functional.cosine_similarity nn.functional.normalize
linalg.inv linalg.det linalg.svdvals linalg.slogdet linalg.solve linalg.solve_triangular linalg.cholesky linalg.qr linalg.eigvalsh
linalg.pinv linalg.vector_norm linalg.matrix_norm linalg.norm linalg.matrix_power linalg.multi_dot linalg.cross
linalg.matrix_rank linalg.eigh linalg.svd svd linalg.lstsq linalg.cond linalg.vander linalg.tensorinv logdet pinverse nanmean
cat stack view view_as reshape reshape_as flatten permute transpose t T expand expand_as broadcast_to squeeze unsqueeze
narrow select slice __getitem__ clone contiguous to bool byte double float int item
zeros ones full eye arange zeros_like ones_like full_like new_zeros new_ones new_full fill zero_
chunk split split_with_sizes tensor_split hsplit vsplit dsplit unbind movedim unflatten ravel atleast_1d atleast_2d atleast_3d broadcast_tensors mT mH H
flip fliplr flipud rot90 roll tril triu tril_indices triu_indices diagonal diagonal_copy diag diag_embed unfold
repeat tile repeat_interleave meshgrid cartesian_prod hstack vstack dstack column_stack
linspace logspace nn.functional.one_hot rand_like randn_like randint_like long half
randn randint normal uniform bernoulli cauchy exponential geometric log_normal multinomial
nn.functional.conv2d nn.functional.max_pool2d nn.functional.avg_pool2d nn.functional.pad constant_pad_nd
randn randint normal uniform bernoulli
nn.functional.conv1d nn.functional.conv2d nn.functional.conv3d nn.functional.conv_transpose1d nn.functional.conv_transpose2d
nn.functional.conv_transpose3d nn.functional.unfold nn.functional.fold
nn.functional.max_pool2d nn.functional.avg_pool2d nn.functional.pad constant_pad_nd
nn.functional.dropout nn.functional.cross_entropy nn.functional.nll_loss
nn.functional.batch_norm nn.functional.layer_norm nn.functional.group_norm nn.functional.instance_norm nn.functional.rms_norm
nn.functional.local_response_norm
""".split()

# Of module_db and optim_db.
MODULES = """
Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d Unfold Fold MaxPool2d AvgPool2d Linear Dropout Flatten ReLU Identity LogSoftmax Softmax Tanh Sigmoid CrossEntropyLoss NLLLoss
""".split()
OPTIMS = ["SGD", "Adam"]
