"""Single ops: inputs, arguments, result and gradients. Not chains of them (training.py)."""

from families import ops_creation, ops_functions, ops_linear, ops_losses, ops_pointwise, ops_reductions, ops_views

seed = 20240


def write(fixtures):
    for module in (ops_pointwise, ops_reductions, ops_linear, ops_losses, ops_views, ops_creation, ops_functions):
        module.write(fixtures)
