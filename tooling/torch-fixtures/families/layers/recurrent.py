"""RNN, LSTM, GRU and their cells; of packed sequences subclasses that pack and pad around a call."""

import torch
from torch import nn
from torch.nn.utils import rnn

from families.layers import layer


class PackedRNN(nn.RNN):
    def forward(self, input, state=None, *, lengths, enforce_sorted=True):
        return packed(super().forward, self.batch_first, input, state, lengths, enforce_sorted)


class PackedLSTM(nn.LSTM):
    def forward(self, input, state=None, *, lengths, enforce_sorted=True):
        return packed(super().forward, self.batch_first, input, state, lengths, enforce_sorted)


class PackedGRU(nn.GRU):
    def forward(self, input, state=None, *, lengths, enforce_sorted=True):
        return packed(super().forward, self.batch_first, input, state, lengths, enforce_sorted)


def packed(run, batch_first, input, state, lengths, enforce_sorted):
    given = rnn.pack_padded_sequence(input, torch.tensor(lengths), batch_first, enforce_sorted)
    output, state = run(given, state)
    return rnn.pad_packed_sequence(output, batch_first)[0], state


def write(fixtures):
    for dtype in (torch.float32, torch.float64):

        def real(*shape):
            return torch.randn(shape, dtype=dtype)

        for layer_class in (nn.RNN, nn.LSTM, nn.GRU):
            is_lstm = layer_class is nn.LSTM

            def state(*shape):
                return (real(*shape), real(*shape)) if is_lstm else real(*shape)

            layer(fixtures, layer_class, [3, 4], {}, lambda: [real(5, 2, 3)], dtype=dtype)
            layer(fixtures, layer_class, [3, 4], {"num_layers": 2, "bidirectional": True}, lambda: [real(3, 2, 3), state(4, 2, 4)], name="from a state", dtype=dtype)
            layer(fixtures, layer_class, [3, 4], {"num_layers": 3, "dropout": 0.5, "batch_first": True}, lambda: [real(4, 3, 3)], dtype=dtype)
            layer(fixtures, layer_class, [2, 3], {"bias": False}, lambda: [real(4, 2)], name="unbatched", dtype=dtype)
            layer(fixtures, layer_class, [2, 3], {"bidirectional": True, "batch_first": True}, lambda: [real(4, 2), state(2, 3)], name="unbatched from a state", dtype=dtype)
        layer(fixtures, nn.RNN, [3, 4], {"nonlinearity": "relu", "num_layers": 2}, lambda: [real(5, 2, 3), real(2, 2, 4)], dtype=dtype)
        layer(fixtures, nn.LSTM, [3, 5], {"proj_size": 2, "num_layers": 2, "bidirectional": True}, lambda: [real(3, 2, 3), (real(4, 2, 2), real(4, 2, 5))], dtype=dtype)
        layer(fixtures, nn.LSTM, [1, 1], {"batch_first": True}, lambda: [real(1, 1, 1)], name="of one", dtype=dtype)
        for layer_class in (PackedRNN, PackedLSTM, PackedGRU):
            is_lstm = layer_class is PackedLSTM

            def state(*shape):
                return (real(*shape), real(*shape)) if is_lstm else real(*shape)

            layer(fixtures, layer_class, [2, 3], {}, lambda: [real(5, 4, 2)], name="sorted", dtype=dtype, call={"lengths": [5, 3, 3, 1]})
            layer(
                fixtures,
                layer_class,
                [2, 3],
                {"num_layers": 2, "bidirectional": True, "batch_first": True, "dropout": 0.25},
                lambda: [real(4, 5, 2), state(4, 4, 3)],
                name="unsorted",
                dtype=dtype,
                call={"lengths": [2, 5, 1, 5], "enforce_sorted": False},
            )
        for layer_class in (nn.RNNCell, nn.LSTMCell, nn.GRUCell):
            is_lstm = layer_class is nn.LSTMCell

            def state(*shape):
                return (real(*shape), real(*shape)) if is_lstm else real(*shape)

            layer(fixtures, layer_class, [3, 4], {}, lambda: [real(2, 3)], dtype=dtype)
            layer(fixtures, layer_class, [3, 4], {"bias": False}, lambda: [real(2, 3), state(2, 4)], dtype=dtype)
            layer(fixtures, layer_class, [3, 4], {}, lambda: [real(3), state(4)], name="unbatched", dtype=dtype)
        layer(fixtures, nn.RNNCell, [3, 4], {"nonlinearity": "relu"}, lambda: [real(2, 3), real(2, 4)], dtype=dtype)
