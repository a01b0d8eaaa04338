"""What there is here today, by the names that PyTorch's own samples have; and, from absent.json, what there is not."""

import json
import pathlib

with open(pathlib.Path(__file__).parent.parent / "absent.json", encoding="utf-8") as reasons:
    ABSENT = {name: reason for reason, names in json.load(reasons).items() for name in names}

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
cummax cummin logcumsumexp diff gradient trapezoid trapz cumulative_trapezoid mode unique unique_consecutive bincount histc histogram
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
randn randint normal uniform bernoulli cauchy exponential geometric log_normal multinomial empty empty_like new_empty
__rand__ __ror__ __rxor__ __rmod__
nn.functional.conv1d nn.functional.conv2d nn.functional.conv3d nn.functional.conv_transpose1d nn.functional.conv_transpose2d
nn.functional.conv_transpose3d nn.functional.unfold nn.functional.pad constant_pad_nd
nn.functional.max_pool1d nn.functional.max_pool2d nn.functional.max_pool3d nn.functional.avg_pool1d nn.functional.avg_pool2d
nn.functional.avg_pool3d nn.functional.adaptive_avg_pool1d nn.functional.adaptive_avg_pool2d nn.functional.adaptive_avg_pool3d
nn.functional.adaptive_max_pool1d nn.functional.adaptive_max_pool2d nn.functional.adaptive_max_pool3d
nn.functional.max_unpool1d nn.functional.max_unpool2d nn.functional.max_unpool3d
nn.functional.interpolate nn.functional.upsample_bilinear nn.functional.upsample_nearest _upsample_bilinear2d_aa
nn.functional.grid_sample grid_sampler_2d grid_sampler_3d
nn.functional.pixel_shuffle nn.functional.pixel_unshuffle nn.functional.channel_shuffle
nn.functional.dropout nn.functional.softmin nn.functional.embedding nn.functional.embedding_bag
nn.functional.scaled_dot_product_attention nn.functional.multi_head_attention_forward
nn.functional.cross_entropy nn.functional.nll_loss nn.functional.binary_cross_entropy
nn.functional.binary_cross_entropy_with_logits nn.functional.soft_margin_loss nn.functional.hinge_embedding_loss
nn.functional.margin_ranking_loss nn.functional.cosine_embedding_loss nn.functional.multi_margin_loss
nn.functional.multilabel_margin_loss nn.functional.multilabel_soft_margin_loss nn.functional.triplet_margin_loss
nn.functional.triplet_margin_with_distance_loss nn.functional.smooth_l1_loss nn.functional.l1_loss nn.functional.mse_loss
nn.functional.huber_loss nn.functional.poisson_nll_loss nn.functional.gaussian_nll_loss nn.functional.kl_div
nn.functional.ctc_loss
nn.functional.batch_norm nn.functional.layer_norm nn.functional.group_norm nn.functional.instance_norm nn.functional.rms_norm
nn.functional.local_response_norm sgn conj_physical resolve_conj resolve_neg
angle as_strided as_strided_scatter block_diag broadcast_shapes cholesky_inverse cholesky_solve combinations conj
diagflat diagonal_scatter dist float_power frexp gcd i0 igamma igammac index_reduce isreal lcm ldexp
linalg.householder_product logit matrix_exp mvlgamma narrow_copy nn.functional.alpha_dropout nn.functional.dropout2d
nn.functional.dropout3d nn.functional.feature_alpha_dropout nn.functional.fractional_max_pool2d
nn.functional.fractional_max_pool3d nn.functional.linear_cross_entropy nonzero_static polygamma put real renorm
scalar_tensor scatter_reduce select_scatter slice_scatter sum_to_size unravel_index unsafe_chunk unsafe_split
special.i0e special.i1 special.i1e special.ndtr special.ndtri special.log_ndtr special.erfcx nextafter special.polygamma special.xlog1py special.entr alias_copy
as_strided_copy expand_copy permute_copy split_with_sizes_copy squeeze_copy t_copy transpose_copy unbind_copy
unfold_copy unsqueeze_copy view_copy
lu_solve lu_unpack triangular_solve svd_lowrank pca_lowrank linalg.diagonal
linalg.vecdot linalg.lu_factor linalg.lu linalg.lu_solve linalg.tensorsolve
""".split()

# Of module_db and optim_db.
MODULES = """
Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d
AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d LPPool1d LPPool2d LPPool3d
ReflectionPad1d ReflectionPad2d ReflectionPad3d ReplicationPad1d ReplicationPad2d ReplicationPad3d ZeroPad1d ZeroPad2d ZeroPad3d
CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d
BatchNorm1d BatchNorm2d BatchNorm3d InstanceNorm1d InstanceNorm2d InstanceNorm3d LayerNorm RMSNorm GroupNorm LocalResponseNorm
Linear Bilinear Embedding RNN LSTM GRU RNNCell LSTMCell GRUCell
MultiheadAttention TransformerEncoderLayer TransformerDecoderLayer Transformer
ReLU ReLU6 LeakyReLU PReLU ELU CELU SELU GELU SiLU Mish GLU Sigmoid LogSigmoid Tanh Tanhshrink Softplus Softsign Softshrink
Hardshrink Hardswish Hardtanh Threshold Softmax Softmax2d Softmin LogSoftmax
CrossEntropyLoss NLLLoss BCELoss BCEWithLogitsLoss L1Loss MSELoss SmoothL1Loss HuberLoss KLDivLoss PoissonNLLLoss GaussianNLLLoss
HingeEmbeddingLoss MarginRankingLoss CosineEmbeddingLoss SoftMarginLoss MultiMarginLoss MultiLabelMarginLoss
MultiLabelSoftMarginLoss CTCLoss
""".split()
OPTIMS = """
SGD Adam AdamW RMSprop Adadelta Adagrad Adamax NAdam RAdam Rprop ASGD Adafactor Muon LBFGS
""".split()
