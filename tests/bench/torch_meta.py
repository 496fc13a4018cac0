"""How often a second PyTorch builds and counts nn.LSTM(64, 32) on its meta device, which stores nothing: JSON.

Run by tests/bench/bench.js, with Debian's python3-torch or any other.
"""

import json
import time

import torch
from torch import nn


def count(layers):
    """Parameters of LSTMs 64 -> 32, 32 -> 32, ..."""
    stack = nn.ModuleList(nn.LSTM(64 if layer == 0 else 32, 32, device="meta") for layer in range(layers))
    return sum(parameter.numel() for parameter in stack.parameters())


def lstm():
    return sum(parameter.numel() for parameter in nn.LSTM(64, 32, device="meta").parameters())


def per_second(call):
    """The best of five windows of this process's time."""
    best = 0
    for _ in range(6):  # the first is for warming up
        start = time.process_time()
        times = 0
        while time.process_time() - start < 0.2:
            for _ in range(50):
                call()
            times += 50
        best = max(best, times / (time.process_time() - start))
    return best


assert lstm() == 12544
print(json.dumps({"version": torch.__version__, "lstm": per_second(lstm), "stack": per_second(lambda: count(10))}))
