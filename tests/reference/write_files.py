"""Writes files of models as frameworks write them, into a folder: PyTorch's by PyTorch, ONNX by its exporter, HDF5 by h5py in Keras's layout.

A line of JSON for each on standard output: its name, the query that it is to be read as, and the count that the framework itself has.
Run in this folder, with Debian's python3-torch, python3-onnx and python3-h5py:

    /usr/bin/python3 -W ignore write_files.py ../web/files > ../web/files/expected.jsonl
"""

import io
import json
import os
import sys
import zipfile

import h5py
import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnx.external_data_helper import convert_model_to_external_data
from torch import nn

folder = sys.argv[1]


def tell(name, query, total, **more):
    print(json.dumps({"file": name, "query": query, "total": str(total), **more}))


def path(name):
    return os.path.join(folder, name)


class Net(nn.Module):
    def __init__(self, cell, words=0, width=6, units=4, layers=1, both=False, out=3, bias=True):
        super().__init__()
        if words:
            self.embedding = nn.Embedding(words, width)
        self.rnn = cell(width, units, num_layers=layers, bidirectional=both, bias=bias, batch_first=True)
        self.fc = nn.Linear(units * (2 if both else 1), out)

    def forward(self, x):
        if hasattr(self, "embedding"):
            x = self.embedding(x)
        return self.fc(self.rnn(x)[0][:, -1])


def zeroed(model):
    for parameter in model.parameters():
        parameter.data.zero_()
    return model


def count(model):
    return sum(parameter.numel() for parameter in model.parameters())


def torch_files():
    nets = {
        "lstm": (Net(nn.LSTM), "framework=pytorch&input=6&layers=LSTM(4),Dense(3)"),
        "gru": (
            Net(nn.GRU, words=20, layers=2, both=True),
            "framework=pytorch&layers=Embedding(20,6),GRU(4,num_layers=2,bidirectional=true),Dense(3)",
        ),
        "rnn": (Net(nn.RNN, layers=3, bias=False), "framework=pytorch&input=6&layers=RNN(4,num_layers=3,bias=false),Dense(3)"),
    }
    for name, (net, query) in nets.items():
        torch.save(zeroed(net).state_dict(), path(f"{name}.pt"))
        tell(f"{name}.pt", query, count(net))
    net, query = nets["lstm"]
    optimizer = torch.optim.Adam(net.parameters())
    net(torch.zeros(1, 2, 6)).sum().backward()
    optimizer.step()
    zeroed(net)
    for state in optimizer.state.values():
        for moment in ("exp_avg", "exp_avg_sq"):
            state[moment].zero_()
    saved = {"epoch": 3, "model_state_dict": net.state_dict(), "optimizer_state_dict": optimizer.state_dict(), "loss": 0.5}
    torch.save(saved, path("checkpoint.pth"))
    tell("checkpoint.pth", query, count(net), part="model_state_dict")
    torch.save(net.state_dict(), path("old.pth"), _use_new_zipfile_serialization=False)
    tell("old.pth", query, count(net))
    torch.save(net, path("whole.pt"))
    tell("whole.pt", query, count(net))
    torch.jit.trace(net, torch.zeros(1, 2, 6)).save(path("script.pt"))
    tell("script.pt", query, count(net))


def onnx_files():
    for name, net, query in (
        ("lstm", Net(nn.LSTM), "framework=pytorch&input=6&layers=LSTM(4),Dense(3)"),
        (
            "gru",
            Net(nn.GRU, words=20, layers=2, both=True),
            "framework=pytorch&layers=Embedding(20,6),GRU(4,bidirectional=true),GRU(4,bidirectional=true),Dense(3)",
        ),
        ("rnn", Net(nn.RNN, layers=2), "framework=pytorch&input=6&layers=RNN(4),RNN(4),Dense(3)"),
    ):
        x = torch.zeros(1, 2, dtype=torch.long) if name == "gru" else torch.zeros(1, 2, 6)
        for folding in (True, False) if name == "lstm" else (True,):
            file = f"{name}{'' if folding else '_unfolded'}.onnx"
            torch.onnx.export(net.eval(), (x,), path(file), do_constant_folding=folding, opset_version=13)
            tell(file, query, count(net))


def node_file():
    """As converters from Keras write it: weights without names, a product and a sum for a dense layer; and with the numbers in another file."""

    def weight(name, *shape):
        return numpy_helper.from_array(numpy.zeros(shape, "float32"), name)

    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["w0", "x"], ["a"]),
            helper.make_node("Transpose", ["a"], ["b"], perm=[1, 0, 2]),
            helper.make_node("LSTM", ["b", "w1", "w2", "w3"], ["", "c"], hidden_size=4, direction="bidirectional"),
            helper.make_node("Reshape", ["c", "shape"], ["d"]),
            helper.make_node("MatMul", ["d", "w4"], ["e"]),
            helper.make_node("Add", ["e", "w5"], ["y"]),
        ],
        "graph",
        [helper.make_tensor_value_info("x", TensorProto.INT64, [1, 2])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 3])],
        [
            weight("w0", 20, 6),
            weight("w1", 2, 16, 6),
            weight("w2", 2, 16, 4),
            weight("w3", 2, 32),
            weight("w4", 8, 3),
            weight("w5", 3),
            numpy_helper.from_array(numpy.array([1, 8]), "shape"),
        ],
    )
    query, total = "framework=pytorch&layers=Embedding(20,6),LSTM(4,bidirectional=true),Dense(3)", 120 + 2 * (96 + 64 + 32) + 27
    model = helper.make_model(graph, producer_name="tf2onnx", producer_version="1.16.1")
    onnx.save(model, path("nodes.onnx"))
    tell("nodes.onnx", query, total, version="1.16.1")
    convert_model_to_external_data(model, location="external.data", size_threshold=0)
    onnx.save(model, path("external.onnx"))
    os.remove(path("external.data"))
    tell("external.onnx", query, total)


def layer(kind, config):
    return {"class_name": kind, "config": config}


def keras_files():
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "sequential",
            "layers": [
                layer("InputLayer", {"batch_input_shape": [None, 10, 6], "dtype": "float32", "name": "lstm_input"}),
                layer("LSTM", {"name": "lstm", "units": 4, "activation": "tanh", "use_bias": True, "return_sequences": False}),
                layer("Dense", {"name": "dense", "units": 3, "activation": "softmax", "use_bias": True}),
            ],
        },
    }
    query, total = "framework=keras2&input=6&timesteps=10&layers=LSTM(4),Dense(3)", 4 * 4 * (6 + 4 + 1) + 15
    weights = {
        "lstm": {
            "lstm/lstm_cell/kernel:0": (6, 16),
            "lstm/lstm_cell/recurrent_kernel:0": (4, 16),
            "lstm/lstm_cell/bias:0": (16,),
        },
        "dropout": {},
        "dense": {"dense/kernel:0": (4, 3), "dense/bias:0": (3,)},
    }

    def write(group):
        group.attrs["layer_names"] = [name.encode() for name in weights]
        group.attrs["backend"] = b"tensorflow"
        group.attrs["keras_version"] = b"2.15.0"
        for name, tensors in weights.items():
            inner = group.create_group(name)
            inner.attrs["weight_names"] = numpy.asarray([one.encode() for one in tensors])
            for one, shape in tensors.items():
                inner.create_dataset(one, data=numpy.zeros(shape, "float32"))

    with h5py.File(path("keras2.h5"), "w") as file:
        file.attrs["keras_version"] = "2.15.0"
        file.attrs["model_config"] = json.dumps(config)
        write(file.create_group("model_weights"))
    tell("keras2.h5", query, total)
    with h5py.File(path("keras2_weights.h5"), "w") as file:
        write(file)
    tell("keras2_weights.h5", "framework=keras2&input=6&layers=LSTM(4),Dense(3)", total)
    with h5py.File(path("keras3.weights.h5"), "w") as file:
        for name, shapes in {
            "layers/lstm/cell": [(6, 16), (4, 16), (16,)],
            "layers/dense": [(4, 3), (3,)],
            "optimizer": [(6, 16)],
        }.items():
            for place, shape in enumerate(shapes):
                file.create_dataset(f"{name}/vars/{place}", data=numpy.zeros(shape, "float32"))
    tell("keras3.weights.h5", "framework=keras&input=6&layers=LSTM(4),Dense(3)", total)

    new = json.loads(json.dumps(config))
    new.update(module="keras", registered_name=None, build_config={"input_shape": [None, 10, 6]})
    for one in new["config"]["layers"]:
        one.update(module="keras.layers", registered_name=None)
        if one["class_name"] == "InputLayer":
            one["config"] = {"batch_shape": [None, 10, 6], "dtype": "float32", "sparse": False, "name": "input_layer"}
    with open(path("keras3.weights.h5"), "rb") as file, zipfile.ZipFile(path("model.keras"), "w") as members:
        members.writestr("metadata.json", json.dumps({"keras_version": "3.3.3", "date_saved": "2024-05-01@10:00:00"}))
        members.writestr(zipfile.ZipInfo("config.json"), json.dumps(new), zipfile.ZIP_DEFLATED)
        members.writestr("model.weights.h5", file.read())
    tell("model.keras", "framework=keras&input=6&timesteps=10&layers=LSTM(4),Dense(3)", total, version="3.3.3")


os.makedirs(folder, exist_ok=True)
torch.manual_seed(0)
torch_files()
onnx_files()
node_file()
keras_files()
