"""Prints lines of keras_texts.jsonl: models of Keras 3 as it writes them, in JSON, as summary() shows them and by
their weights, with what it counts. Keras 3.16 has to be there, on any backend: PYTHONPATH names it, and what it needs.
A name of a file saves one of the models there, as ../web/files/saved.keras is.
"""

import json
import sys

import keras
from keras import layers as L


def lstm(units, **more):
    return L.LSTM(units, return_sequences=True, **more)


def both(layer, **more):
    return L.Bidirectional(layer, **more)


K = "framework=keras"
MODELS = [
    ((20, 6), lambda: [both(L.GRU(8, reset_after=False)), L.BatchNormalization(), L.Dense(2)],
     "input=6&timesteps=20&layers=Bidirectional(GRU(8,reset_after=false)),BatchNormalization(),Dense(2)"),
    ((None,), lambda: [L.Embedding(500, 16), both(lstm(24), merge_mode="sum"), L.SimpleRNN(10), L.Dense(3)],
     "layers=Embedding(500,16),Bidirectional(LSTM(24),merge_mode=sum),SimpleRNN(10),Dense(3)"),
    ((50,), lambda: [L.Embedding(1000, 8), lstm(12), L.Flatten(), L.Dense(5)],
     "timesteps=50&layers=Embedding(1000,8),LSTM(12,return_sequences=true),Flatten(),Dense(5)"),
    ((24, 3), lambda: [L.Conv1D(16, 3, padding="causal"), L.MaxPooling1D(2), L.GRU(20), L.Dense(1)],
     "input=3&timesteps=24&layers=Conv1D(16,3,padding=causal),MaxPooling1D(2),GRU(20),Dense(1)"),
    ((24, 6), lambda: [L.LSTM(64), L.RepeatVector(24), lstm(64), L.TimeDistributed(L.Dense(6))],
     "input=6&timesteps=24&layers=LSTM(64),RepeatVector(24),LSTM(64),TimeDistributed(Dense(6))"),
    ((None, 9), lambda: [lstm(30, use_bias=False), L.LayerNormalization(), L.GRU(40), L.Dropout(0.2), L.Dense(4)],
     "input=9&layers=LSTM(30,use_bias=false),LayerNormalization(),GRU(40),Dropout(0.2),Dense(4)"),
    ((30, 9), lambda: [both(lstm(7)), L.PReLU(shared_axes=[1]), L.GlobalMaxPooling1D(), L.Dense(2)],
     "input=9&timesteps=30&layers=Bidirectional(LSTM(7,return_sequences=true)),PReLU(shared_axes=[1]),GlobalMaxPooling1D(),Dense(2)"),
    ((None, 4), lambda: [L.Masking(), lstm(11, trainable=False), L.SimpleRNN(13), L.Dense(2)],
     "input=4&layers=Masking(),LSTM(11,trainable=false),SimpleRNN(13),Dense(2)"),
    ((10, 9), lambda: [L.SeparableConv1D(64, 3), L.GRU(50), L.Dense(4)],
     "input=9&timesteps=10&layers=SeparableConv1D(64,3),GRU(50),Dense(4)"),
    ((None, 8), lambda: [L.RMSNormalization(), both(L.SimpleRNN(16), merge_mode="ave"), L.Dense(3, use_bias=False)],
     "input=8&layers=RMSNormalization(),Bidirectional(SimpleRNN(16),merge_mode=ave),Dense(3,use_bias=false)"),
    ((40,), lambda: [L.Embedding(800, 12, trainable=False), L.SpatialDropout1D(0.2), lstm(20), both(L.GRU(9)), L.Dense(6)],
     "timesteps=40&layers=Embedding(800,12,trainable=false),SpatialDropout1D(0.2),LSTM(20),Bidirectional(GRU(9)),Dense(6)"),
    ((12, 5), lambda: [lstm(6), L.BatchNormalization(axis=1), L.Flatten(), L.Dense(4)],
     "input=5&timesteps=12&layers=LSTM(6,return_sequences=true),BatchNormalization(axis=1),Flatten(),Dense(4)"),
    ((12, 5), lambda: [lstm(6), L.LayerNormalization(axis=[1, 2]), L.Flatten(), L.Dense(4)],
     "input=5&timesteps=12&layers=LSTM(6,return_sequences=true),LayerNormalization(axis=[1,2]),Flatten(),Dense(4)"),
    ((None, 6), lambda: [lstm(32), L.GroupNormalization(groups=2), L.SimpleRNN(32), L.Dense(2)],
     "input=6&layers=LSTM(32),GroupNormalization(groups=2),SimpleRNN(32),Dense(2)"),
    ((15, 2), lambda: [L.GRU(24), L.Dense(24), L.Reshape((4, 6)), L.LSTM(8), L.Dense(1)],
     "input=2&timesteps=15&layers=GRU(24),Dense(24),Reshape((4,6)),LSTM(8),Dense(1)"),
    ((15, 4), lambda: [lstm(10), L.Permute((2, 1)), L.LSTM(8), L.Dense(1)],
     "input=4&timesteps=15&layers=LSTM(10,return_sequences=true),Permute((2,1)),LSTM(8),Dense(1)"),
    ((8, 28, 28, 1), lambda: [L.TimeDistributed(L.Conv2D(4, 3)), L.TimeDistributed(L.Flatten()), L.LSTM(10), L.Dense(5)],
     None),
    ((6, 12, 12, 2), lambda: [L.ConvLSTM2D(8, 3, padding="same", return_sequences=True), L.BatchNormalization(), L.ConvLSTM2D(4, (3, 5))],
     None),
]  # fmt: skip


def functional():
    words = keras.Input((None,), name="words")
    numbers = keras.Input((10,), name="numbers")
    read = L.Bidirectional(L.LSTM(16))(L.Embedding(300, 20)(words))
    joined = L.Concatenate()([read, L.Dense(8)(numbers)])
    return keras.Model([words, numbers], L.Dense(3)(joined))


def encoder_decoder():
    first = keras.Input((None, 70))
    _, h, c = L.LSTM(25, return_state=True)(first)
    second = keras.Input((None, 90))
    read = L.LSTM(25, return_sequences=True)(second, initial_state=[h, c])
    return keras.Model([first, second], L.Dense(90)(read))


def attended():
    read = keras.Input((None, 16))
    queries = L.LSTM(16, return_sequences=True)(read)
    values = L.TimeDistributed(L.Dense(4))(L.TimeDistributed(L.Dense(8))(read))
    return keras.Model(read, L.Dense(2)(L.AdditiveAttention()([queries, values])))


def joined_in_time():
    read = keras.Input((12, 5))
    both = L.Concatenate(axis=1)([L.Multiply()([read, read]), L.BatchNormalization()(read)])
    return keras.Model(read, L.Dense(2)(L.Concatenate(axis=1)([both, read])))


def inputs_joined():
    first = keras.Input((9, 5))
    second = keras.Input((9, 3))
    read = L.LayerNormalization()(L.Dense(6)(L.GRU(7)(L.Concatenate()([first, second]))))
    return keras.Model([first, second], L.Dense(2)(read))


def names_that_are_cut():
    read = keras.Input((6, 8))
    other = keras.Input((None, 3))
    pooled = L.GlobalAveragePooling1D()(L.MultiHeadAttention(2, 4)(read, read))
    normed = L.BatchNormalization()(L.BatchNormalization()(pooled))
    return keras.Model([read, other], L.Dense(2)(L.Dropout(0.1)(normed)))


def row(name, model, text, query):
    print(json.dumps({"id": name, "text": text, "total": str(model.count_params()), "query": query or ""}, ensure_ascii=False))


def texts(place, model, query):
    written = None if query is None else f"{K}&{query}"
    row(f"json-{place:02}", model, model.to_json(), written)
    lines = []
    model.summary(print_fn=lambda text, **_: lines.append(text))
    row(f"summary-{place:02}", model, "\n".join(lines), written)
    if "(axis=" in (query or ""):
        return  # which axis it is stands in no name
    row(f"weights-{place:02}", model, "\n".join(f"{weight.path} {tuple(weight.shape)}" for weight in model.weights), written)


for number, (shape, make, asked) in enumerate(MODELS):
    keras.utils.clear_session()
    texts(number, keras.Sequential([keras.Input(shape), *make()]), asked)
BUILDS = [functional, encoder_decoder, attended, joined_in_time, inputs_joined, names_that_are_cut]
for number, build in enumerate(BUILDS, len(MODELS)):
    keras.utils.clear_session()
    texts(number, build(), None)
for name in sys.argv[1:]:
    inputs_joined().save(name)
