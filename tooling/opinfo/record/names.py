"""What there is here today, by the names that PyTorch's own samples have."""

# Of op_db: a name stands for all of its variants.
OPS = """
abs neg sign exp log sqrt tanh sigmoid nn.functional.relu positive
add sub mul div true_divide pow __radd__ __rmul__ __rsub__ __rdiv__ __rpow__ __rmatmul__ rsub addcmul addcdiv
eq ne lt le gt ge where clamp clamp_min clamp_max
sum mean var std max min argmax argmin softmax log_softmax
amax amin aminmax all any count_nonzero nansum logsumexp norm nn.functional.normalize var_mean std_mean isclose allclose equal
cumsum cumprod prod sort argsort msort topk kthvalue median nanmedian quantile
gather scatter scatter_add index_select
index_put masked_fill masked_scatter masked_select nonzero argwhere take take_along_dim index_add index_copy index_fill
matmul mm mv bmm dot einsum nn.functional.linear
cat stack view view_as reshape reshape_as flatten permute transpose t T expand expand_as broadcast_to squeeze unsqueeze
narrow select slice __getitem__ clone contiguous to bool byte double float int item
zeros ones full eye arange zeros_like ones_like full_like new_zeros new_ones new_full fill zero_
randn randint normal uniform bernoulli
nn.functional.conv2d nn.functional.max_pool2d nn.functional.avg_pool2d nn.functional.pad constant_pad_nd
nn.functional.dropout nn.functional.cross_entropy nn.functional.nll_loss
""".split()

# Of module_db and optim_db.
MODULES = """
Conv2d MaxPool2d AvgPool2d Linear Dropout Flatten ReLU Identity LogSoftmax Softmax Tanh Sigmoid CrossEntropyLoss NLLLoss
""".split()
OPTIMS = ["SGD", "Adam"]
