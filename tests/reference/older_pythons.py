"""What frameworks that are no longer kept up ask of Python and NumPy and newer ones have no more: imported before them."""

import collections
import collections.abc

import numpy

for name in collections.abc.__all__:
    if not hasattr(collections, name):
        setattr(collections, name, getattr(collections.abc, name))
for kind in (bool, int, float, complex, object, str):
    if kind.__name__ not in vars(numpy):
        setattr(numpy, kind.__name__, kind)
