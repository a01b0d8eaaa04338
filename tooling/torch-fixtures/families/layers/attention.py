"""MultiheadAttention and Transformers, by the composition that has second gradients. Weights are perturbed where zeros would hide something."""

import torch
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from families.layers import layer

double = torch.float64


class TransformerEncoder(nn.TransformerEncoder):
    """One whose arguments are numbers."""

    def __init__(self, d_model, nhead, num_layers, dtype=None, **options):
        made = nn.TransformerEncoderLayer(d_model, nhead, dtype=dtype, **options)
        super().__init__(made, num_layers, norm=nn.LayerNorm(d_model, dtype=dtype), enable_nested_tensor=False)


class TransformerDecoder(nn.TransformerDecoder):
    def __init__(self, d_model, nhead, num_layers, dtype=None, **options):
        super().__init__(nn.TransformerDecoderLayer(d_model, nhead, dtype=dtype, **options), num_layers)


def shaken(made):
    for parameter in made.parameters():
        if parameter.dim() == 1:
            parameter.add_(torch.randn(parameter.shape, dtype=parameter.dtype) * 0.1)


def write(fixtures):
    with sdpa_kernel(SDPBackend.MATH):
        attention(fixtures)
        layers(fixtures)


def padding(rows, length):
    mask = torch.zeros(rows, length, dtype=torch.bool)
    mask[0, -2:] = True
    return mask


def attention(fixtures):
    def case(arguments, options, shapes=((4, 2, 8), (5, 2, 8), (5, 2, 8)), call=None, name="", dtype=torch.float32, perturb=shaken):
        inputs = lambda: [torch.randn(*shape, dtype=dtype) for shape in shapes]
        layer(fixtures, nn.MultiheadAttention, arguments, options, inputs, name=name, dtype=dtype, call=call, perturb=perturb)

    causal = torch.ones(4, 5).triu(1).bool()
    for dtype in (torch.float32, double):
        case([8, 2], {}, dtype=dtype, perturb=None)
        case([8, 2], {"batch_first": True}, ((2, 4, 8), (2, 5, 8), (2, 5, 8)), dtype=dtype)
        case([8, 2], {"dropout": 0.3}, dtype=dtype)
        case([8, 2], {"dropout": 0.3}, call={"need_weights": False}, name="without weights", dtype=dtype)
        case([8, 2], {"kdim": 3, "vdim": 5}, ((4, 2, 8), (5, 2, 3), (5, 2, 5)), dtype=dtype)
        case([8, 2], {"add_bias_kv": True, "add_zero_attn": True}, dtype=dtype)
        case([8, 2], {}, call={"attn_mask": torch.randn(4, 5, dtype=dtype), "need_weights": False}, name="float mask", dtype=dtype)
    case([8, 4], {"bias": False}, call={"average_attn_weights": False}, name="weights by head")
    case([8, 1, 0.2, True, True, True, None, None, True], {}, ((2, 4, 8), (2, 5, 8), (2, 5, 8)), call={"key_padding_mask": padding(2, 5), "attn_mask": causal})
    case([8, 2], {}, ((4, 8), (5, 8), (5, 8)), name="unbatched")
    case([8, 2], {}, ((4, 8), (5, 8), (5, 8)), call={"key_padding_mask": padding(1, 5)[0], "need_weights": False}, name="unbatched, padding")
    case([8, 2], {}, call={"attn_mask": causal}, name="bool mask")
    case([8, 2], {}, call={"attn_mask": torch.randn(4, 4, 5), "need_weights": False}, name="a mask for each head")
    case([8, 2], {}, call={"key_padding_mask": padding(2, 5), "need_weights": False}, name="padding")
    square = torch.ones(4, 4).triu(1).bool()
    case([8, 2], {}, ((4, 2, 8), (4, 2, 8), (4, 2, 8)), call={"attn_mask": square, "is_causal": True, "need_weights": False}, name="causal")


def layers(fixtures):
    def case(layer_class, arguments, options, shapes, call=None, name="", dtype=torch.float32, second=True):
        inputs = lambda: [torch.randn(*shape, dtype=dtype) for shape in shapes]
        layer(fixtures, layer_class, arguments, options, inputs, name=name, dtype=dtype, call=call, second=second)

    src, tgt = (5, 2, 8), (4, 2, 8)
    square = nn.Transformer.generate_square_subsequent_mask
    for dtype in (torch.float32, double):
        case(nn.TransformerEncoderLayer, [8, 2], {"dim_feedforward": 16}, [src], dtype=dtype)
        case(nn.TransformerEncoderLayer, [8, 2, 16, 0.2, "gelu"], {"batch_first": True, "norm_first": True}, [(2, 5, 8)], dtype=dtype)
        case(nn.TransformerDecoderLayer, [8, 2], {"dim_feedforward": 16}, [tgt, src], dtype=dtype)
        case(nn.Transformer, [8, 2, 2, 1], {"dim_feedforward": 12}, [src, tgt], call={"tgt_mask": square(4, dtype=dtype)}, dtype=dtype)
    case(nn.TransformerEncoderLayer, [8, 2], {"dim_feedforward": 16, "bias": False, "layer_norm_eps": 1e-3}, [src])
    case(nn.TransformerEncoderLayer, [8, 2], {"dim_feedforward": 16, "batch_first": True}, [(2, 5, 8)], call={"src_key_padding_mask": padding(2, 5)}, name="padding")
    case(nn.TransformerEncoderLayer, [8, 2], {"dim_feedforward": 16}, [(5, 8)], call={"src_mask": square(5), "is_causal": True}, name="unbatched, causal")
    case(nn.TransformerDecoderLayer, [8, 2], {"dim_feedforward": 16, "norm_first": True, "batch_first": True}, [(2, 4, 8), (2, 5, 8)], call={"memory_key_padding_mask": padding(2, 5)})
    case(TransformerEncoder, [8, 2, 3], {"dim_feedforward": 12}, [src], call={"mask": square(5)})
    case(TransformerDecoder, [8, 2, 2], {"dim_feedforward": 12}, [tgt, src], call={"tgt_mask": square(4)})
    case(nn.Transformer, [8, 2, 1, 2, 12], {"batch_first": True, "norm_first": True}, [(2, 5, 8), (2, 4, 8)], call={"src_key_padding_mask": padding(2, 5)})
