"""The families of fixtures, one a module."""
