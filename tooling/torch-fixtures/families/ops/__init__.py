"""Single ops: inputs, arguments, result and gradients; a module of families/ops for each kind. Not chains of them (training.py)."""

seed = 20240
