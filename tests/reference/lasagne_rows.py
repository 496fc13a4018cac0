"""Rows that Lasagne prints: its layers, by get_all_params() and count_params(), which hold what is not trained, too.

    /usr/bin/python3 -W ignore lasagne_rows.py FOLDER    # FOLDER holds lasagne and theano (clones of both will do)
"""

import os
import random
import sys

import older_pythons  # noqa: F401

os.environ["THEANO_FLAGS"] = f"cxx=,floatX=float32,base_compiledir={os.path.join(sys.argv[1], 'compiled')}"
sys.path.insert(0, sys.argv[1])

from lasagne import layers as net  # noqa: E402

from rows import count, layer, print_row, query, tensors_text  # noqa: E402

SOURCE = "Lasagne count_params()"
VERSION = "0.2.dev1"
NAMES = {"LSTM": net.LSTMLayer, "GRU": net.GRULayer, "RNN": net.RecurrentLayer}


def row(width, top, layers):
    tensors = [(one.name, one.get_value().shape) for one in net.get_all_params(top)]
    assert count(tensors) == net.count_params(top)
    print_row(query("lasagne", width, layers), count(tensors), tensors_text(tensors), SOURCE, VERSION)


def sequence(width):
    return net.InputLayer((None, None, width))


def vector(width):
    return net.InputLayer((None, width))


pick = random.Random("lasagne")
PAIRS = [(64, 32), (10, 7), (1, 2)] + [(pick.randint(2, 500), pick.randint(2, 400)) for _ in range(2)]
for width, units in PAIRS:
    for name, kind in NAMES.items():
        row(width, kind(sequence(width), units), [layer(name, units)])
        row(width, kind(sequence(width), units, learn_init=True), [layer(name, units, learn_init=True)])
    row(width, net.LSTMLayer(sequence(width), units, peepholes=False), [layer("LSTM", units, peepholes=False)])
    row(width, net.RecurrentLayer(sequence(width), units, b=None), [layer("RNN", units, bias=False)])
    row(width, net.DenseLayer(vector(width), units), [layer("Dense", units)])
    row(width, net.DenseLayer(vector(width), units, b=None), [layer("Dense", units, bias=False)])
    row(width, net.BatchNormLayer(vector(width)), ["BatchNorm()"])
    row(width, net.BatchNormLayer(vector(width), gamma=None), ["BatchNorm(scale=false)"])
    row(width, net.BatchNormLayer(vector(width), beta=None), ["BatchNorm(center=false)"])
for name, kind in NAMES.items():
    width, units, more, outputs = (pick.randint(2, 300) for _ in range(4))
    stacked = kind(kind(sequence(width), units), more, only_return_final=True)
    row(width, net.DenseLayer(stacked, outputs), [layer(name, units), layer(name, more), layer("Dense", outputs)])
    vocabulary, features = pick.randint(2, 5000), pick.randint(2, 200)
    words = net.EmbeddingLayer(net.InputLayer((None, None)), vocabulary, features)
    row(None, kind(words, units), [layer("Embedding", vocabulary, features), layer(name, units)])
