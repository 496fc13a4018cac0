// Programs that were read wrong, asked needlessly or refused. Those of PyTorch were run by PyTorch 1.13.1,
// which counted their parameters; those of Keras, R's keras and Flux are counted by the formulas beside them.
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "tests/core/readings.h"

namespace rnn {
namespace {

std::string total_read(std::string_view text) { return total_of(sound_reading(text).query); }

bool tells(const TextReading& reading, std::string_view code) {
  return std::any_of(reading.problems.begin(), reading.problems.end(),
                     [&](const TextProblem& one) { return one.code == code; });
}

// 1600 + 4·32·(16 + 32 + 1) + 400 + 3·12·(8 + 12 + 2) + 10·45 + 11.
TEST(ReadPrograms, ALayerThatReadsAnotherOneInItsBrackets) {
  constexpr std::string_view text = R"(a = Input(shape=(20,), name='title')
b = Input(shape=(30,), name='body')
xa = LSTM(32)(Embedding(100, 16)(a))
xb = GRU(12)(Embedding(50, 8)(b))
x = concatenate([xa, xb])
x = Dense(10, activation='relu')(x)
out = Dense(1, activation='sigmoid')(x)
model = Model(inputs=[a, b], outputs=out)
)";
  EXPECT_EQ(total_read(text), "9525");
  EXPECT_EQ(sound_reading("x = Input((5, 3))\ny = Dense(1)(Dense(4)(LSTM(2)(x)))\nm = Model(x, y)\n").query,
            "framework=keras&input=3&timesteps=5&layers=LSTM(2),Dense(4),Dense(1)");
}

TEST(ReadPrograms, WeightsBesideLayersAreCountedAsUnknown) {
  constexpr std::string_view text = R"(class Att(nn.Module):
    def __init__(self, hid=32):
        super().__init__()
        self.rnn = nn.GRU(10, hid, bidirectional=True)
        self.attn = nn.Linear(hid * 2, hid * 2)
        self.v = nn.Parameter(torch.rand(hid * 2))
        self.fc = nn.Linear(hid * 2, 1)
)";
  const TextReading reading = sound_reading(text);
  EXPECT_TRUE(tells(reading, "own_weights"));
  // 12,737 in all, of which 64 are the parameter's.
  EXPECT_EQ(total_of(reading.query), "") << reading.query;
  EXPECT_NE(reading.query.find("Parameter("), std::string::npos) << reading.query;
}

TEST(ReadPrograms, HowManyKeysADictionaryHas) {
  constexpr std::string_view text = R"(class Tagger(nn.Module):
    def __init__(self, vocab_size, tag_to_ix, embedding_dim, hidden_dim):
        super(Tagger, self).__init__()
        self.tagset_size = len(tag_to_ix)
        self.word_embeds = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, hidden_dim // 2, num_layers=1, bidirectional=True)
        self.hidden2tag = nn.Linear(hidden_dim, self.tagset_size)

START_TAG = "<START>"
tag_to_ix = {"B": 0, "I": 1, "O": 2, START_TAG: 3, "<STOP>": 4}
word_to_ix = {"the": 0, "wall": 1, "street": 2}
model = Tagger(len(word_to_ix), tag_to_ix, 5, 4)
)";
  EXPECT_EQ(total_read(text), "184");
  // One that is filled later, by words that are not followed, is asked for.
  const TextReading open = read_text(
      "word_to_ix = {}\nfor sent, tags in data:\n    for word in sent:\n        if word not in word_to_ix:\n"
      "            word_to_ix[word] = len(word_to_ix)\n"
      "model = nn.Sequential(nn.Embedding(len(word_to_ix), 6), nn.LSTM(6, 6))\n");
  ASSERT_EQ(open.questions.size(), 1U);
  EXPECT_EQ(open.questions[0].name, "len(word_to_ix)");
}

TEST(ReadPrograms, LayersSideBySideAreNoMistake) {
  const TextReading gates = sound_reading(R"(class MyRNN(nn.Module):
    def __init__(self, input_size=13, hidden_size=21):
        super().__init__()
        self.i2h = nn.Linear(input_size + hidden_size, hidden_size)
        self.i2o = nn.Linear(input_size + hidden_size, 4)
)");
  EXPECT_EQ(total_of(gates.query), "875");
  EXPECT_FALSE(tells(gates, "reads_other"));
  const TextReading both = sound_reading(R"(class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fwd, self.bwd = nn.LSTM(6, 8), nn.LSTM(6, 8)
        self.fc = nn.Linear(16, 3)
)");
  EXPECT_EQ(total_of(both.query), "1075");
  EXPECT_FALSE(tells(both, "reads_other"));
  const TextReading steps = sound_reading(R"(class Net(nn.Module):
    def __init__(self, n_features=6, seq_len=20):
        super().__init__()
        self.lstm = nn.LSTM(n_features, 20, batch_first=True)
        self.linear = nn.Linear(20 * seq_len, 1)
)");
  EXPECT_EQ(total_of(steps.query), "2641");
  EXPECT_FALSE(tells(steps, "reads_other"));
  EXPECT_TRUE(tells(read_text("net = nn.Sequential(nn.GRU(10, 32, bidirectional=True), nn.Linear(32, 1))\n"),
                    "reads_other"));
  const char* const behind = "net = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(64, 10))\n";
  EXPECT_TRUE(tells(read_text(behind), "reads_other")) << "nothing comes between in a Sequential";
}

TEST(ReadPrograms, OneLayerAsItPrintsItself) {
  // 4·20·(10 + 20 + 2) + 4·20·(20 + 20 + 2).
  const TextReading reading = sound_reading("LSTM(10, 20, num_layers=2)\n");
  EXPECT_EQ(reading.form, Form::module);
  EXPECT_EQ(total_of(reading.query), "5920");
  EXPECT_EQ(read_text("LSTM(64, 32)").form, Form::query);
}

TEST(ReadPrograms, WhereAProgramStopped) {
  EXPECT_EQ(total_read(R"(---------------------------------------------------------------------------
RuntimeError                              Traceback (most recent call last)
<ipython-input-5-0f2ab2c1a3d1> in <module>
      1 class Net(nn.Module):
      2     def __init__(self):
      3         super().__init__()
      4         self.lstm = nn.LSTM(10, 20)
----> 5         self.fc = nn.Linear(20, 3)

RuntimeError: mat1 and mat2 shapes cannot be multiplied (5x20 and 10x3)
)"),
            "2623");
  EXPECT_EQ(total_read(R"(ValueError                                Traceback (most recent call last)
Cell In[4], line 3
      1 model = Sequential()
      2 model.add(LSTM(32, input_shape=(10, 64)))
----> 3 model.add(Dense(1))
      4 model.fit(X, y)

ValueError: Input 0 of layer lstm is incompatible with the layer: expected ndim=3, found ndim=2
)"),
            "12449");
}

TEST(ReadPrograms, OfR) {
  // 4·32·(10 + 32 + 1) + 33.
  EXPECT_EQ(total_read(R"(model <- keras_model_sequential() %>%
  layer_lstm(units = 32, input_shape = c(20, 10)) %>%
  layer_dropout(rate = 0.2) %>%
  layer_dense(units = 1, activation = "sigmoid")
)"),
            "5537");
  // 32,000 + 2·4·16·(32 + 16 + 1) + 33.
  EXPECT_EQ(total_read(R"(model <- keras_model_sequential()
model %>%
  layer_embedding(input_dim = 1000, output_dim = 32) %>%
  bidirectional(layer_lstm(units = 16)) %>%
  layer_dense(1)
)"),
            "38305");
  // 3·20·(7 + 20 + 2) + 3·10·(20 + 10 + 2) + 33.
  EXPECT_EQ(total_read(R"(library(keras)
inputs <- layer_input(shape = c(NULL, 7))
outputs <- inputs |>
  layer_gru(20, return_sequences = TRUE) |>
  layer_gru(10) |>
  layer_dense(3)
model <- keras_model(inputs, outputs)
summary(model)
)"),
            "2733");
  // Two inputs: 8,000 + 4·12·29 + 2,400 + 3·6·16 + 4·19 + 5.
  EXPECT_EQ(total_read(R"(a <- layer_input(shape = c(20), name = "a")
b <- layer_input(shape = c(30))
xa <- a %>%
  layer_embedding(input_dim = 500, output_dim = 16) %>%
  layer_lstm(units = 12)
xb <- b %>%
  layer_embedding(input_dim = 300, output_dim = 8) %>%
  layer_gru(units = 6)
x <- layer_concatenate(list(xa, xb)) %>% layer_dense(units = 4, activation = 'relu')
out <- x %>% layer_dense(units = 1)
model <- keras_model(inputs = list(a, b), outputs = out)
model %>% compile(loss = "mse", optimizer = optimizer_rmsprop(learning_rate = 0.001))
)"),
            "12161");
  // As the console shows it: 4·50·52 + 4·50·101 + 51.
  EXPECT_EQ(total_read(R"(> model <- keras_model_sequential()
> model %>%
+   layer_lstm(units = 50, return_sequences = TRUE, input_shape = c(60L, 1L)) %>%
+   layer_dropout(0.2) %>% # half
+   layer_lstm(units = 50) %>%
+   layer_dense(units = 1)
)"),
            "30651");
  // A name's value, and one that is asked.
  EXPECT_EQ(total_read("units = 8L\nmodel = keras_model_sequential() %>%\n"
                       "  layer_simple_rnn(units, input_shape = list(NULL, 4L)) %>%\n  layer_dense(2L)\n"),
            "122");
  // What a layer reads may be its first argument: (7 + 1)·3 + (3 + 1)·2.
  EXPECT_EQ(total_read("library(keras)\ninputs <- layer_input(shape = c(7))\nout <- layer_dense(inputs, 3)\n"
                       "out <- layer_dense(out, 2)\nmodel <- keras_model(inputs, out)\n"),
            "32");
  // A line goes on behind the sign that gives a name its value: 4·32·(64 + 32 + 1).
  for (const std::string sign : {" <-", " ="})
    EXPECT_EQ(
        total_read("units" + sign + "\n  32\nmodel" + sign +
                   "\n  keras_model_sequential() |>\n  layer_lstm(units = units, input_shape = c(10, 64))\n"),
        "12416");
  const TextReading open =
      read_text("model <- keras_model_sequential() %>% layer_lstm(n_units, input_shape = c(5, 3))\n");
  ASSERT_EQ(open.questions.size(), 1U);
  EXPECT_EQ(open.questions[0].name, "n_units");
  EXPECT_TRUE(tells(read_text("model <- keras_model_sequential()\nfor (i in 1:3) {\n"
                              "  model %>% layer_dense(10, input_shape = c(4))\n}\n"),
                    "loop"));
}

// A model of R's keras is changed where it is: 4 × 32 × (10 + 32 + 1) and 33.
TEST(ReadPrograms, OfRWithoutPipes) {
  for (const std::string_view rest :
       {"layer_lstm(model, units = 32, input_shape = c(20, 10))\nlayer_dense(model, 1)\n",
        "model <- layer_lstm(model, units = 32, input_shape = c(20, 10))\nmodel <- layer_dense(model, 1)\n",
        "other <- layer_lstm(model, units = 32, input_shape = c(20, 10))\nlayer_dense(other, 1)\n",
        "other <- layer_lstm(model, units = 32, input_shape = c(20, 10))\nlayer_dense(model, 1)\n"}) {
    const std::string program =
        "library(keras)\nmodel <- keras_model_sequential()\n" + std::string(rest) + "summary(model)\n";
    const TextReading reading = sound_reading(program);
    EXPECT_EQ(reading.query, "framework=keras&input=10&timesteps=20&layers=LSTM(32),Dense(1)") << program;
    EXPECT_EQ(total_of(reading.query), "5537");
  }
}

// 4·4·(3 + 4 + 1) + 4 + 1.
TEST(ReadPrograms, OfRWithNamesAtTheEnd) {
  for (const char* text :
       {"keras_model_sequential() %>% layer_lstm(units = 4, input_shape = c(10, 3)) -> model\n"
        "model %>% layer_dense(units = 1)\n",
        "4 -> n\nn -> m\nmodel <- keras_model_sequential() %>%\n"
        "  layer_lstm(units = m, input_shape = c(10, 3)) %>% layer_dense(units = 1)\n"}) {
    const TextReading reading = sound_reading(text);
    EXPECT_EQ(total_of(reading.query), "133") << text;
    EXPECT_TRUE(reading.questions.empty()) << text;
    EXPECT_TRUE(reading.choices.empty()) << text;
  }
}

TEST(ReadPrograms, OfFlux) {
  // Flux adds one bias: 4·5·(10 + 5 + 1) + 6.
  EXPECT_EQ(total_read("model = Chain(LSTM(10 => 5), Dense(5 => 1))\n"), "326");
  EXPECT_EQ(
      total_read("using Flux\nm = Chain(\n    GRU(8 => 16),\n    Dense(16 => 4, relu),\n    softmax,\n)\n"),
      "1268");
  EXPECT_EQ(total_read("m = Chain(RNN(2, 3), Dense(3, 1))\n"), "22");
  EXPECT_EQ(total_read(R"(Chain(
  LSTM(10 => 5),                        # 320 parameters
  Dense(5 => 1),                        # 6 parameters
)                   # Total: 5 arrays, 326 parameters, 1.555 KiB.
)"),
            "326");
}

TEST(ReadPrograms, ATableWithoutTheMarksOfItsTree) {
  EXPECT_EQ(total_read(R"(Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================
Net                                      [32, 1]                   --
LSTM: 1-1                                [32, 60, 50]              12,000
Sequential: 1-2                          [32, 1]                   --
Linear: 2-1                              [32, 1]                   51
==========================================================================
Total params: 12,051
)"),
            "12051");
}

TEST(ReadPrograms, AnAxisOfAnyName) {
  EXPECT_EQ(total_read(R"(Layer (type)                 Output Shape              Param #
=================================================================
lstm (LSTM)                  (batch, 10, 32)           12416
dense (Dense)                (batch, 10, 1)            33
=================================================================
Total params: 12,449
)"),
            "12449");
}

/// Two LSTM(20) that read 8, 4·(8 + 20 + 1)·20 = 2,320 each, joined, and one unit that reads that.
std::string joined(const std::string& how, const std::string& sequences = "True") {
  return "inp = Input(shape=(30, 8))\n"
         "x = LSTM(20, return_sequences=" +
         sequences +
         ")(inp)\n"
         "y = LSTM(20, return_sequences=" +
         sequences +
         ")(inp)\n"
         "z = " +
         how +
         "\n"
         "model = Model(inp, Dense(1)(z))\n";
}

TEST(ReadPrograms, WhatIsJoinedOverTimeIsNoWider) {
  for (const char* const how : {"Concatenate(axis=1)([x, y])", "Concatenate(axis=-2)([x, y])",
                                "concatenate([x, y], axis=1)", "tf.concat([x, y], 1)"})
    EXPECT_EQ(total_read(joined(how)), "4661") << how;
  for (const char* const how : {"Concatenate()([x, y])", "Concatenate(axis=2)([x, y])",
                                "concatenate([x, y], axis=-1)", "tf.concat([x, y], axis=2)"})
    EXPECT_EQ(total_read(joined(how)), "4681") << how;
  EXPECT_EQ(total_read(joined("concatenate([x, y], axis=1)", "False")), "4681")
      << "there is no time any more";
  // 2,320 and 20 + 12 + 1.
  EXPECT_EQ(total_read("inp = Input(shape=(30, 8))\naux = Input(shape=(12,))\nx = LSTM(20)(inp)\n"
                       "out = Dense(1)(tf.concat([x, aux], axis=-1))\nmodel = Model([inp, aux], out)\n"),
            "2353");
}

TEST(ReadPrograms, ASizeThatSeveralLayersAreToldIsTheFirstOnes) {
  const std::string text =
      "hidden = 64\nnet = nn.Sequential(nn.Embedding(500, 100), nn.LSTM(100, hidden), nn.Linear(hidden, 9))\n";
  const TextReading reading = read_text(text);
  const auto piece = std::find_if(reading.pieces.begin(), reading.pieces.end(), [&](const TextPiece& one) {
    return text.substr(one.span.start, one.span.end - one.span.start).find("64") != std::string::npos;
  });
  ASSERT_NE(piece, reading.pieces.end());
  EXPECT_EQ(piece->layer, 1);
}

std::string net(const std::string& init, const std::string& forward) {
  return "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n" + init +
         "    def forward(self, x):\n" + forward;
}

// Each was run by PyTorch on 2 × 5 × 8 numbers.
TEST(ReadPrograms, WhatIsJoinedAlongAnAxis) {
  const std::string one =
      "        self.a = nn.LSTM(8, 16, batch_first=True)\n        self.fc = nn.LazyLinear(3)\n";
  const std::string both =
      "        self.a = nn.LSTM(8, 16, batch_first=True, bidirectional=True)\n        self.fc = nn.LazyLinear(3)\n";
  const std::string run = "        y, (h, c) = self.a(x)\n        return self.fc(torch.cat(";
  struct Row {
    std::string init;
    std::string joined;
    std::string_view total;
  };
  for (const Row& row : std::initializer_list<Row>{{one, "[y, y], dim=1))\n", "1715"},
                                                   {one, "[y, y], 1))\n", "1715"},
                                                   {one, "[y, y]))\n", "1715"},
                                                   {one, "[y, y], dim=2))\n", "1763"},
                                                   {one, "[y, y], -1))\n", "1763"},
                                                   {one, "[h[-1], c[-1]], dim=1))\n", "1763"},
                                                   {one, "[y[:, -1], y.mean(dim=1)], dim=1))\n", "1763"},
                                                   {both, "(h[-2,:,:], h[-1,:,:]), dim=1))\n", "3427"}}) {
    const TextReading reading = sound_reading(net(row.init, run + row.joined));
    EXPECT_EQ(total_of(reading.query), row.total) << row.joined << reading.query;
    EXPECT_TRUE(reading.problems.empty()) << row.joined;
  }
  // How wide it is where nobody knows how many axes there are, or of one direction's state, is not said.
  for (const std::string& joined :
       {std::string("[y.foo(), y.foo()], dim=1))\n"), std::string("[h[-1], h[-2], c[-1]], -1))\n")}) {
    const TextReading reading = sound_reading(net(both, run + joined));
    EXPECT_TRUE(std::any_of(reading.pieces.begin(), reading.pieces.end(),
                            [](const TextPiece& piece) { return piece.kind == TextPiece::Kind::unknown; }))
        << joined << reading.query;
  }
}

TEST(ReadPrograms, LayersThatFindOutWhatTheyRead) {
  // 100·12 + 32·(3·12 + 1) + 2·32 + 3·16·(32 + 16 + 2) + 17·3
  const std::string text = net(
      "        self.e = nn.Embedding(100, 12)\n        self.c = nn.LazyConv1d(32, 3)\n"
      "        self.n = nn.LazyBatchNorm1d()\n        self.a = nn.GRU(32, 16)\n        self.fc = nn.LazyLinear(3)\n",
      "        return x\n");
  EXPECT_EQ(total_read(text), "4899");
}

TEST(ReadPrograms, LayersForCudnnHaveTwoBiases) {
  // 4·32·(64 + 32 + 2) + 3·16·(32 + 16 + 2) + 17
  constexpr std::string_view text =
      "model = Sequential()\nmodel.add(CuDNNLSTM(32, return_sequences=True, input_shape=(10, 64)))\n"
      "model.add(CuDNNGRU(16))\nmodel.add(Dense(1))\n";
  EXPECT_EQ(sound_reading(text).framework, "cudnn");
  EXPECT_EQ(total_read(text), "14961");
}

TEST(ReadPrograms, WhatACallHandsOnWithoutNamingIt) {
  // 4·32·(64 + 32 + 1) + 4·16·(32 + 16) + 17
  EXPECT_EQ(total_read("def layer(size, **kw):\n    return LSTM(size, return_sequences=True, **kw)\n\n"
                       "model = Sequential()\nmodel.add(layer(32, input_shape=(10, 64)))\n"
                       "model.add(layer(16, use_bias=False))\nmodel.add(Dense(1))\n"),
            "15505");
  // 2·3·32·(10 + 32 + 2) + 2·65
  EXPECT_EQ(
      total_read(
          "class Enc(nn.Module):\n    def __init__(self, d, *, out=2, **kw):\n        super().__init__()\n"
          "        self.rnn = nn.GRU(d, 32, **kw)\n        self.fc = nn.Linear(64, out)\n\n"
          "model = Enc(10, bidirectional=True)\n"),
      "8578");
  // 3·32·(10 + 32 + 2) + 3·32·(32 + 32 + 2)
  EXPECT_EQ(total_read("class Enc(nn.Module):\n    def __init__(self, *args):\n        super().__init__()\n"
                       "        self.rnn = nn.GRU(*args)\n\nmodel = Enc(10, 32, 2)\n"),
            "10560");
  // Nothing calls it: what it is given is not known.
  const TextReading open = sound_reading(
      "class Enc(nn.Module):\n    def __init__(self, d=10, **kw):\n        super().__init__()\n"
      "        self.rnn = nn.GRU(d, 32, **kw)\n");
  EXPECT_TRUE(std::any_of(open.pieces.begin(), open.pieces.end(),
                          [](const TextPiece& piece) { return piece.code == "spread"; }));
}

TEST(ReadPrograms, AFunctionThatSaysHowWideItIs) {
  // 4·8·(6 + 8 + 1) + 3·5·(20 + 5 + 2) + 18
  const std::string text =
      "inp = Input((10, 6))\nx = LSTM(8, return_sequences=True)(inp)\nx = Lambda(f, output_shape=(10, 20))(x)\n"
      "x = GRU(5)(x)\nout = Dense(3)(x)\nmodel = Model(inp, out)\n";
  EXPECT_EQ(total_read(text), "903");
  EXPECT_TRUE(sound_reading(text).questions.empty());
}

TEST(ReadPrograms, ABagOfWordsIsATable) {
  EXPECT_EQ(total_read(net("        self.e = nn.EmbeddingBag(1000, 32, mode='sum', sparse=True)\n"
                           "        self.fc = nn.Linear(32, 5)\n",
                           "        return self.fc(self.e(x))\n")),
            "32165");
}

TEST(ReadPrograms, WithTheColoursOfATerminal) {
  const std::string text =
      "\x1B[38;5;28;01mclass\x1B[39;00m Net(nn\x1B[38;5;241m.\x1B[39mModule):\n"
      "    \x1B[38;5;28;01mdef\x1B[39;00m __init__(\x1B[38;5;28mself\x1B[39m):\n"
      "        \x1B[38;5;28msuper\x1B[39m().__init__()\n"
      "        \x1B[38;5;28mself\x1B[39m\x1B[38;5;241m.\x1B[39mrnn = nn.LSTM(\x1B[38;5;241m64\x1B[39m, 32)\n";
  EXPECT_EQ(total_read(text), "12544");
}

// Each was built by Keras 3.16, which counted it.
TEST(ReadPrograms, BranchesOfKeras) {
  struct Row {
    std::string_view text;
    std::string_view total;
  };
  for (const Row& row : std::initializer_list<Row>{{R"(x1 = Input(shape=(12, 5))
x3 = Multiply()([x1, x1])
x4 = BatchNormalization()(x1)
x5 = Concatenate(axis=1)([x3, x4])
x6 = Concatenate(axis=1)([x5, x1])
out = Dense(2)(x6)
model = Model([x1], out)
)",
                                                    "32"},
                                                   {R"(x1 = Input(shape=(None, 16))
x2 = TimeDistributed(Dense(8))(x1)
x3 = TimeDistributed(Dense(4))(x1)
x4 = LSTM(16, return_sequences=True)(x1)
x5 = Attention()([x4, x3])
out = Dense(2)(x5)
model = Model([x1], out)
)",
                                                    "2190"},
                                                   {R"(x1 = Input(shape=(None, 16))
x2 = Input(shape=(6, 8))
x3 = AdditiveAttention()([x2, x1])
x7 = AdditiveAttention()([x3, x1])
out = Dense(2)(x7)
model = Model([x1, x2], out)
)",
                                                    "58"},
                                                   {R"(emb = Embedding(500, 32)
a = Input((20,))
b = Input((15,))
q = LSTM(32)(emb(a))
d = GRU(32)(emb(b))
z = Dot(axes=-1)([q, d])
model = Model([a, b], Dense(1)(z))
)",
                                                    "30658"}}) {
    const TextReading reading = sound_reading(row.text);
    const bool asks = !reading.questions.empty() || !reading.problems.empty();
    EXPECT_EQ(total_of(reading.query), row.total) << reading.query;
    EXPECT_FALSE(asks) << row.text;
  }
  // How many numbers sequences leave that are multiplied is not followed: it is asked, not guessed.
  const TextReading open = sound_reading(R"(a = Input((10, 6))
b = Input((7, 6))
x = LSTM(8, return_sequences=True)(a)
y = LSTM(8, return_sequences=True)(b)
s = Dot(axes=[2, 2])([y, x])
model = Model([a, b], Dense(5)(s))
)");
  EXPECT_EQ(total_of(open.query), "") << open.query;
}

TEST(ReadPrograms, OptionsOfACommandInANotebook) {
  // 2 layers: 3·40·(10 + 40 + 2) + 3·40·(40 + 40 + 2)
  EXPECT_EQ(
      total_read(
          "import argparse\np = argparse.ArgumentParser()\np.add_argument('--hidden', type=int, default=40)\n"
          "p.add_argument('--layers', default=2, type=int)\nargs = p.parse_args([])\n"
          "model = nn.GRU(10, args.hidden, args.layers)\n"),
      "16080");
}

// Equinox keeps one bias: 4·32·(8 + 32 + 1).
TEST(ReadPrograms, FrameworksByTheNameThatTheyAreImportedUnder) {
  EXPECT_EQ(total_read("class M(eqx.Module):\n    cell: eqx.nn.LSTMCell\n    def __init__(self, key):\n"
                       "        self.cell = eqx.nn.LSTMCell(8, 32, key=key)\n"),
            "5248");
}

TEST(ReadPrograms, SettingsThatACallIsGivenAtOnce) {
  // By PyTorch: 6,633.
  EXPECT_EQ(
      total_read(
          "class Net(nn.Module):\n    def __init__(self, i, h, layers, classes, both):\n        super().__init__()\n"
          "        self.lstm = nn.LSTM(i, h, layers, bidirectional=both, bias=False)\n"
          "        self.fc = nn.Linear(h * (2 if both else 1), classes)\n"
          "params = dict(i=11, h=13, layers=2, classes=3, both=True)\nmodel = Net(**params)\n"),
      "6633");
}

TEST(ReadPrograms, OneOfTwoWaysIsNotPassedOver) {
  const TextReading reading = sound_reading(
      "inp = Input((10, 8))\nx = Conv1D(6, 3)(inp) if big else Conv1D(4, 3)(inp)\nx = LSTM(5)(x)\n"
      "model = Model(inp, Dense(2)(x))\n");
  EXPECT_TRUE(tells(reading, "condition"));
  // 6·(3·8 + 1) + 4·5·(6 + 5 + 1) + 12
  EXPECT_EQ(total_of(reading.query), "402") << reading.query;
}

TEST(ReadPrograms, WhatASequentialReadsSideBySide) {
  const TextReading reading = sound_reading(net(
      "        self.a = nn.LSTM(12, 16, batch_first=True)\n        self.b = nn.GRU(16, 8, batch_first=True)\n"
      "        self.fc = nn.Sequential(nn.Linear(24, 10), nn.ReLU(), nn.Linear(10, 1))\n",
      "        a, _ = self.a(x)\n        b, _ = self.b(a)\n"
      "        return self.fc(torch.cat([a[:, -1], b[:, -1]], dim=1))\n"));
  EXPECT_FALSE(tells(reading, "reads_other"));
  EXPECT_EQ(total_of(reading.query), std::to_string(4 * 16 * 30 + 3 * 8 * 26 + 250 + 11)) << reading.query;
}

}  // namespace
}  // namespace rnn
