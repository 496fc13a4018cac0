// Code as people have it: its layers with their sizes, whatever stands around them.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/core/readings.h"

namespace rnn {
namespace {

struct Row {
  const char* text;
  const char* query;  ///< what was meant, in any spelling
  const char* total;
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const TextReading reading = telling_reading(row.text);
    EXPECT_EQ(reading.form, Form::python) << row.text;
    EXPECT_EQ(canonical_of(reading.query), canonical_of(row.query)) << row.text;
    EXPECT_EQ(total_of(reading.query), row.total) << row.text;
    EXPECT_TRUE(reading.questions.empty()) << row.text;
  }
}

/// The same of programs in which a name may keep what another place says, too.
void expect_sound(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const TextReading reading = sound_reading(row.text);
    EXPECT_EQ(canonical_of(reading.query), canonical_of(row.query)) << row.text;
    EXPECT_EQ(total_of(reading.query), row.total) << row.text;
    EXPECT_TRUE(reading.questions.empty()) << row.text;
  }
}

// Totals: closed forms, and torch 1.13 for the PyTorch class.
TEST(ReadPython, ProgramsAsPeopleHaveThem) {
  expect_rows({
      {R"(model = Sequential()
model.add(LSTM(32, return_sequences=True, input_shape=(10, 64)))
model.add(Dropout(0.2))
model.add(LSTM(16))
model.add(Dense(1, activation='sigmoid'))
)",
       "framework=keras&input=64&timesteps=10&layers=LSTM(32,return_sequences=true),Dropout(0.2),LSTM(16),"
       "Dense(1)",
       "15569"},
      // Keras 3 has no such layer: 8 × 64 × (3 × 32 + 1), and 512 + 1.
      {R"(from tensorflow.keras.layers import LocallyConnected1D, Flatten, Dense
model = Sequential()
model.add(LocallyConnected1D(64, 3, activation='relu', input_shape=(10, 32)))
model.add(Flatten())
model.add(Dense(1))
)",
       "framework=keras2&input=32&timesteps=10&layers=LocallyConnected1D(64,3),Flatten(),Dense(1)", "50177"},
      {R"(model = tf.keras.Sequential([
    tf.keras.layers.Input(shape=(30, 10)),
    tf.keras.layers.GRU(128, return_sequences=True),
    tf.keras.layers.GRU(64),
    tf.keras.layers.Dense(32, activation='relu', kernel_regularizer=tf.keras.regularizers.l2(0.01)),
    tf.keras.layers.Dropout(0.2),
    tf.keras.layers.Dense(1),
])
)",
       "framework=keras&input=10&timesteps=30&layers=GRU(128,return_sequences=true),GRU(64),Dense(32),"
       "Dropout(0.2),Dense(1)",
       "93121"},
      {R"(inputs = keras.Input(shape=(None,), dtype="int32")
x = layers.Embedding(20000, 96)(inputs)
x = layers.Bidirectional(layers.LSTM(64, return_sequences=True))(x)
x = layers.Bidirectional(layers.LSTM(32))(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
)",
       "framework=keras&layers=Embedding(20000, 96), Bidirectional(LSTM(64)), Bidirectional(LSTM(32)), "
       "Dense(1)",
       "2043713"},
      {R"(vocab_size = 5000
embedding_dim = 64
model.add(Embedding(vocab_size + 1, embedding_dim, input_length=100))
model.add(Bidirectional(LSTM(embedding_dim)))
model.add(Dense(embedding_dim // 2, activation='relu'))  # head
model.add(Dense(1))
)",
       "framework=keras&timesteps=100&layers=Embedding(5001, 64), Bidirectional(LSTM(64)), Dense(32), "
       "Dense(1)",
       "390273"},
      {R"(model.add(LSTM(64, activation='relu', input_shape=(24, 6)))
model.add(RepeatVector(24))
model.add(LSTM(64, activation='relu', return_sequences=True))
model.add(TimeDistributed(Dense(6)))
)",
       "framework=keras&input=6&timesteps=24&layers=LSTM(64), RepeatVector(24), "
       "LSTM(64,return_sequences=true), TimeDistributed(Dense(6))",
       "51590"},
      {R"(model.add(Embedding(5000, 32, input_length=500))
model.add(Conv1D(filters=32, kernel_size=3, padding='same', activation='relu'))
model.add(MaxPooling1D(pool_size=2))
model.add(LSTM(100))
model.add(Dense(1, activation='sigmoid'))
)",
       "framework=keras&timesteps=500&layers=Embedding(5000, 32), Conv1D(32, 3, padding=same), "
       "MaxPooling1D(2), LSTM(100), Dense(1)",
       "216405"},
      {R"(class Net(nn.Module):
    def __init__(self, vocab_size=1000, embed=64, hidden=128):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embed)
        self.lstm = nn.LSTM(embed, hidden, num_layers=2, batch_first=True,
                            bidirectional=True, dropout=0.5)
        self.fc = nn.Linear(hidden * 2, 4)
)",
       "framework=pytorch&layers=Embedding(1000, 64), LSTM(128, num_layers=2, bidirectional=true), Linear(4)",
       "658948"},
      {R"(encoder_inputs = Input(shape=(None, 70))
encoder_outputs, h, c = LSTM(256, return_state=True)(encoder_inputs)
decoder_inputs = Input(shape=(None, 90))
x = LSTM(256, return_sequences=True)(decoder_inputs, initial_state=[h, c])
outputs = Dense(90, activation='softmax')(x)
)",
       "framework=keras&input=70&layers=LSTM(256), LSTM(256, input_dim=90), Dense(90)", "713306"},
  });
}

// Loops, classes in classes, functions, branches; totals by hand where no source is named.
TEST(ReadPython, ProgramsThatSayTheirSizesElsewhere) {
  expect_sound({
      // What https://github.com/bentrevett/pytorch-seq2seq prints for its first model: 13,899,013.
      {R"(import torch
import torch.nn as nn

class Encoder(nn.Module):
    def __init__(self, input_dim, emb_dim, hid_dim, n_layers, dropout):
        super().__init__()
        self.hid_dim = hid_dim
        self.n_layers = n_layers
        self.embedding = nn.Embedding(input_dim, emb_dim)
        self.rnn = nn.LSTM(emb_dim, hid_dim, n_layers, dropout = dropout)
        self.dropout = nn.Dropout(dropout)
    def forward(self, src):
        embedded = self.dropout(self.embedding(src))
        outputs, (hidden, cell) = self.rnn(embedded)
        return hidden, cell

class Decoder(nn.Module):
    def __init__(self, output_dim, emb_dim, hid_dim, n_layers, dropout):
        super().__init__()
        self.output_dim = output_dim
        self.embedding = nn.Embedding(output_dim, emb_dim)
        self.rnn = nn.LSTM(emb_dim, hid_dim, n_layers, dropout = dropout)
        self.fc_out = nn.Linear(hid_dim, output_dim)
        self.dropout = nn.Dropout(dropout)

class Seq2Seq(nn.Module):
    def __init__(self, encoder, decoder, device):
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder
        self.device = device
        assert encoder.hid_dim == decoder.hid_dim

INPUT_DIM = 7855
OUTPUT_DIM = 5893
ENC_EMB_DIM = 256
DEC_EMB_DIM = 256
HID_DIM = 512
N_LAYERS = 2
ENC_DROPOUT = 0.5
DEC_DROPOUT = 0.5

enc = Encoder(INPUT_DIM, ENC_EMB_DIM, HID_DIM, N_LAYERS, ENC_DROPOUT)
dec = Decoder(OUTPUT_DIM, DEC_EMB_DIM, HID_DIM, N_LAYERS, DEC_DROPOUT)
device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
model = Seq2Seq(enc, dec, device).to(device)
)",
       "framework=pytorch&layers=Embedding(7855,256),Dropout(0.5),LSTM(512,num_layers=2),Embedding(5893,256),LSTM(512,num_layers=2),Linear(5893),Dropout(0.5)",
       "13899013"},
      // https://github.com/bentrevett/pytorch-sentiment-analysis prints 4,810,857.
      {R"(class RNN(nn.Module):
    def __init__(self, vocab_size=25002, embedding_dim=100, hidden_dim=256, output_dim=1, n_layers=2, bidirectional=True, dropout=0.5, pad_idx=1):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embedding_dim, padding_idx=pad_idx)
        self.rnn = nn.LSTM(embedding_dim, hidden_dim, num_layers=n_layers, bidirectional=bidirectional, dropout=dropout)
        self.fc = nn.Linear(hidden_dim * 2 if bidirectional else hidden_dim, output_dim)
        self.dropout = nn.Dropout(dropout)
)",
       "framework=pytorch&layers=Embedding(25002,100),LSTM(256,num_layers=2,bidirectional=true),Linear(1),Dropout(0.5)",
       "4810857"},
      // https://www.tensorflow.org/text/tutorials/text_generation prints 4,022,850.
      {R"(class MyModel(tf.keras.Model):
  def __init__(self, vocab_size, embedding_dim, rnn_units):
    super().__init__(self)
    self.embedding = tf.keras.layers.Embedding(vocab_size, embedding_dim)
    self.gru = tf.keras.layers.GRU(rnn_units, return_sequences=True, return_state=True)
    self.dense = tf.keras.layers.Dense(vocab_size)

model = MyModel(vocab_size=66, embedding_dim=256, rnn_units=1024)
)",
       "framework=keras&layers=Embedding(66,256),GRU(1024),Dense(66)", "4022850"},
      {R"(class Net(nn.Module):
    def __init__(self, dims=[16, 32, 64], num_classes=5):
        super(Net, self).__init__()
        self.layers = nn.ModuleList([nn.LSTM(dims[i], dims[i + 1], batch_first=True) for i in range(len(dims) - 1)])
        self.norm = nn.LayerNorm(dims[-1])
        self.out = nn.Linear(dims[-1], num_classes)
    def forward(self, x):
        for l in self.layers:
            x, _ = l(x)
        return self.out(self.norm(x[:, -1]))
)",
       "framework=pytorch&input=16&layers=LSTM(32),LSTM(64),LayerNorm(),Linear(5)", "31941"},
      {R"(class Net(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers):
        super().__init__()
        self.cells = nn.ModuleList()
        for i in range(num_layers):
            self.cells.append(nn.LSTMCell(input_size if i == 0 else hidden_size, hidden_size))
        self.fc = nn.Linear(hidden_size, 1)

model = Net(8, 16, 2)
)",
       "framework=pytorch&input=8&layers=LSTM(16),LSTM(16),Linear(1)", "3857"},
      {R"(class Config:
    vocab = 5000
    hidden = 64
class Net(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.emb = nn.Embedding(config.vocab, config.hidden)
        self.gru = nn.GRU(config.hidden, config.hidden, 2)
net = Net(Config())
)",
       "framework=pytorch&layers=Embedding(5000,64),GRU(64,num_layers=2)", "369920"},
      {R"(from collections import OrderedDict
net = nn.Sequential(OrderedDict([
    ('conv1', nn.Conv1d(16, 32, kernel_size=3, padding=1)),
    ('relu', nn.ReLU()),
    ('fc', nn.Linear(32, 10, bias=False)),
]))
)",
       "framework=pytorch&input=16&layers=Conv1d(32,3),ReLU(),Linear(10,bias=false)", "1888"},
      {R"(def build_model(vocab_size, units=128):
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Embedding(vocab_size, 64))
    for _ in range(3):
        model.add(tf.keras.layers.LSTM(units, return_sequences=True))
    model.add(tf.keras.layers.Dense(vocab_size))
    return model

model = build_model(vocab_size=10000)
model.summary()
)",
       "framework=keras&layers=Embedding(10000,64),LSTM(128),LSTM(128),LSTM(128),Dense(10000)", "2291984"},
      {R"(in1 = Input(shape=(None,))
a = Embedding(1000, 32)(in1)
a = LSTM(64)(a)
in2 = Input(shape=(12,))
b = Dense(32, activation='relu')(in2)
c = concatenate([a, b])
out = Dense(1)(c)
model = Model(inputs=[in1, in2], outputs=out)
)",
       "framework=keras&layers=Embedding(1000,32),LSTM(64),Dense(32,input_dim=12),Concatenate(),Dense(1,input_dim=96)",
       "57345"},
      {R"(inputs = Input(shape=(None, 40))
x = Conv1D(64, 5, padding='same')(inputs)
x = BatchNormalization()(x)
x = Activation('relu')(x)
x = MaxPooling1D(2)(x)
res = x
x = Bidirectional(GRU(64, return_sequences=True))(x)
x = TimeDistributed(Dense(64))(x)
x = Add()([x, res])
x = GlobalAveragePooling1D()(x)
out = Dense(10, activation='softmax')(x)
model = Model(inputs, out)
)",
       "framework=keras&input=40&layers=Conv1D(64,5),BatchNormalization(),Activation(),MaxPooling1D(),Bidirectional(GRU(64)),TimeDistributed(Dense(64)),Add(),GlobalAveragePooling1D(),Dense(10)",
       "71946"},
      {R"(model = keras.Sequential([
    keras.layers.RNN([keras.layers.LSTMCell(32), keras.layers.LSTMCell(16)], input_shape=(None, 8)),
    keras.layers.Dense(1),
])
)",
       "framework=keras&input=8&layers=LSTM(32),LSTM(16),Dense(1)", "8401"},
      {R"(>>> model = nn.Sequential(
...     nn.Linear(10, 20),
...     nn.ReLU(),
...     nn.Linear(20, 2),
... )
>>> sum(p.numel() for p in model.parameters())
262
)",
       "framework=pytorch&input=10&layers=Linear(20),ReLU(),Linear(2)", "262"},
      {R"(rnn = nn.LSTM(10, 20, 2)
input = torch.randn(5, 3, 10)
h0 = torch.randn(2, 3, 20)
c0 = torch.randn(2, 3, 20)
output, (hn, cn) = rnn(input, (h0, c0))
)",
       "framework=pytorch&input=10&layers=LSTM(20,num_layers=2)", "5920"},
  });
}

TEST(ReadPython, ANameWithoutAValueIsAskedOnce) {
  const char* text = R"(model = Sequential()
model.add(Embedding(len(word_index) + 1, size, input_length=maxlen))
model.add(LSTM(size, dropout=dropout))
model.add(Dense(num_classes, activation="softmax"))
)";
  const TextReading reading = telling_reading(text);
  std::vector<std::string> names;
  for (const Question& question : reading.questions) names.push_back(question.name);
  EXPECT_EQ(names, (std::vector<std::string>{"len(word_index)", "size", "num_classes"}));
  EXPECT_NE(reading.query.find("Embedding(vocabulary=,+units=)"), std::string::npos) << reading.query;
  const TextReading answered =
      read_text(text, {{"len(word_index)", "999"}, {"size", "8"}, {"num_classes", "३"}});
  EXPECT_TRUE(answered.questions.empty());
  EXPECT_EQ(answered.query, "framework=keras&layers=Embedding(1000,8),LSTM(8),Dense(3)");
}

// 4·128(10 + 128) + 2·4·128 is 71,680; with 64 units 19,456, with 32 5632; Linear 128·3 + 3 = 387, 195, 99.
TEST(ReadPython, SizesThatStandInSettings) {
  const std::string use = "model = nn.Sequential(nn.LSTM(10, %), nn.Linear(%, 3))\n";
  const auto with = [&](const std::string& before, const std::string& name) {
    std::string out = before + use;
    for (std::size_t at = out.find('%'); at != std::string::npos; at = out.find('%'))
      out.replace(at, 1, name);
    return out;
  };
  const auto expect = [](const std::string& text, const std::string& units, const std::string& total) {
    SCOPED_TRACE(text);
    const TextReading reading = sound_reading(text);
    EXPECT_EQ(canonical_of(reading.query),
              canonical_of("framework=pytorch&input=10&layers=LSTM(" + units + "),Linear(3)"));
    EXPECT_EQ(total_of(reading.query), total);
    EXPECT_TRUE(reading.questions.empty());
  };
  const std::string options =
      "parser = argparse.ArgumentParser()\n"
      "parser.add_argument('-n', '--hidden-size', type=int, default=128, help='units')\n"
      "parser.add_argument('--lr', type=float, default=0.1)\n"
      "args = parser.parse_args()\n";
  expect(with(options, "args.hidden_size"), "128", "72067");
  expect(with(options + "args.hidden_size = 64\n", "args.hidden_size"), "64", "19651");
  expect(
      "class Net(nn.Module):\n    def __init__(self, args):\n        super().__init__()\n"
      "        self.rnn = nn.LSTM(10, args.hidden)\n        self.out = nn.Linear(args.hidden, 3)\n"
      "parser = argparse.ArgumentParser()\n"
      "parser.add_argument('--hidden', type=int, default=128)\n",
      "128", "72067");
  expect(with("flags.DEFINE_integer('hidden', 128, 'units')\nFLAGS = flags.FLAGS\n", "FLAGS.hidden"), "128",
         "72067");
  expect(with("cfg = {'hidden': 128}\n", "cfg['hidden']"), "128", "72067");
  expect(with("cfg = {'hidden': 128}\ncfg['hidden'] = 64\n", "cfg['hidden']"), "64", "19651");
  expect(with("cfg = {'rnn': {'hidden': 128}}\ncfg['rnn']['hidden'] = 64\n", "cfg['rnn']['hidden']"), "64",
         "19651");
  expect(with("cfg = {'hidden': 128}\ncfg.update({'hidden': 32})\n", "cfg.get('hidden')"), "32", "5731");
  expect(with("cfg = dict(hidden=128)\nother = cfg\nother['hidden'] = 64\n", "cfg['hidden']"), "64", "19651");
  const std::string type = "class Config:\n    hidden: int = 128\n";
  expect(with(type, "Config.hidden"), "128", "72067");
  expect(with(type + "config = Config()\n", "config.hidden"), "128", "72067");
  expect(with(type + "config = Config(hidden=64)\n", "config.hidden"), "64", "19651");
  expect(with(type + "config = Config(64)\n", "config.hidden"), "64", "19651");
  expect(with(type + "config = Config()\nconfig.hidden = 32\n", "config.hidden"), "32", "5731");
}

TEST(ReadPython, ASizeThatIsOneOfTwoIsAsked) {
  const char* texts[] = {
      "hidden = 128\nif big:\n    hidden = 64\nrnn = nn.LSTM(10, hidden)\n",
      "if big:\n    hidden = 64\nelse:\n    hidden = 128\nrnn = nn.LSTM(10, hidden)\n",
      "cfg = {'hidden': 128}\nif big:\n    cfg['hidden'] = 64\nrnn = nn.LSTM(10, cfg['hidden'])\n",
      "hidden = 128\nif big:\n    pass\nelse:\n    hidden = 64\nrnn = nn.LSTM(10, hidden)\n",
      "base = {'hidden': 128}\ncfg = {'hidden': 64, **base}\nrnn = nn.LSTM(10, cfg['hidden'])\n",
      ("parser.add_argument('--hidden', default=128)\nparser.add_argument('--hidden', default=64)\n"
       "args = parser.parse_args()\nrnn = nn.LSTM(10, args.hidden)\n"),
      "class Config:\n    hidden = 128\nconfig = Config(64)\nrnn = nn.LSTM(10, config.hidden)\n",
  };
  for (const char* text : texts) EXPECT_EQ(read_text(text).questions.size(), 1U) << text;
  // Both ways say the same.
  EXPECT_TRUE(
      read_text("hidden = 64\nif big:\n    hidden = 64\nrnn = nn.LSTM(10, hidden)\n").questions.empty());
}

TEST(ReadPython, AnInputIsAddedToAModelThatTheTextDoesNotShow) {
  expect_rows({{"model.add(keras.layers.Input(shape=(28, 64)))\nmodel.add(keras.layers.LSTM(32))\n",
                "framework=keras&input=64&timesteps=28&layers=LSTM(32)", "12416"}});
}

TEST(ReadPython, AnInputWithoutAValueIsAsked) {
  const char* text = "model = Sequential([LSTM(64, input_shape=(X.shape[1], X.shape[2])), Dense(1)])";
  const TextReading reading = read_text(text);
  ASSERT_EQ(reading.questions.size(), 1U);
  EXPECT_EQ(reading.questions[0].name, "X.shape[2]");
  EXPECT_EQ(read_text(text, {{"X.shape[2]", "3"}}).query, "framework=keras&input=3&layers=LSTM(64),Dense(1)");
}

TEST(ReadPython, TwoModelsAreAChoice) {
  const TextReading reading = read_text(R"(model1 = Sequential([LSTM(32, input_shape=(10, 8)), Dense(1)])
model2 = Sequential([GRU(32, input_shape=(10, 8)), Dense(1)])
)");
  EXPECT_EQ(total_of(reading.query), "5281");
  ASSERT_EQ(reading.choices.size(), 1U);
  EXPECT_EQ(reading.choices[0].code, "another_model");
  EXPECT_EQ(reading.choices[0].query, "framework=keras&input=8&timesteps=10&layers=GRU(32),Dense(1)");
}

// Each reads its own input: 4·8·(4 + 8 + 1), and not a GRU that reads the LSTM's 8 features.
TEST(ReadPython, TwoModelsInAListThatSayWhatTheyReadAreAChoice) {
  for (const char* models : {"a = Sequential([LSTM(8, input_shape=(10, 4))])\n"
                             "b = Sequential([GRU(8, input_shape=(10, 4))])\nboth = [a, b]\n",
                             "a = Sequential()\na.add(LSTM(8, input_shape=(10, 4)))\n"
                             "b = Sequential()\nb.add(GRU(8, input_shape=(10, 4)))\nboth = (a, b)\n"}) {
    const TextReading reading = read_text(models);
    EXPECT_EQ(total_of(reading.query), "416") << models;
    ASSERT_EQ(reading.choices.size(), 1U) << models;
    EXPECT_EQ(reading.choices[0].query, "framework=keras&input=4&timesteps=10&layers=GRU(8)");
  }
}

// 8·(4 + 1) + 2·(8 + 1) and 6·(4 + 1) + 2·(6 + 1).
TEST(ReadPython, TwoModelsInAListAreBranchesOfOne) {
  const TextReading reading = read_text(
      "import torch.nn as nn\n"
      "a = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 2))\n"
      "b = nn.Sequential(nn.Linear(4, 6), nn.Linear(6, 2))\nboth = [a, b]\n");
  EXPECT_EQ(total_of(reading.query), "102") << reading.query;
  EXPECT_TRUE(reading.choices.empty());
  // 4·8·(4 + 8 + 1) and 3·8·(4 + 8 + 2): each reads what its Input says.
  const TextReading said = read_text(
      "a = Sequential([Input((10, 4)), LSTM(8)])\nb = Sequential([Input((10, 4)), GRU(8)])\nboth = [a, b]\n");
  EXPECT_EQ(total_of(said.query), "752") << said.query;
}

TEST(ReadPython, ALayerOfOnesOwnIsNotPassedOver) {
  for (const char* own : {"AttentionWithContext()", "layers.MyLayer(3)", "crf.CRF(9)"}) {
    const TextReading reading = sound_reading("model.add(LSTM(64, input_shape=(20, 5)))\nmodel.add(" +
                                              std::string(own) + ")\nmodel.add(Dense(1))\n");
    EXPECT_EQ(total_of(reading.query), "") << reading.query;
  }
  // One that has a known layer's name, but weights of its own.
  const TextReading reading = read_text(R"(class Attention(Layer):
    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], 1))

model.add(LSTM(64, input_shape=(20, 5)))
model.add(Attention())
)");
  EXPECT_EQ(total_of(reading.query), "") << reading.query;
}

TEST(ReadPython, ATextThatIsCutSaysSo) {
  const TextReading reading =
      sound_reading("model = Sequential()\nmodel.add(LSTM(32, input_shape=(10, 64)))\nmodel.add(Dense(1");
  EXPECT_EQ(total_of(reading.query), "12416");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].code, "cut");
  // What is open ends where a statement begins that no bracket can hold.
  const std::string open =
      "model = Sequential([\nLSTM(32, input_shape=(10, 64)\nimport numpy\nmodel.add(Dense(1))\n";
  const TextReading within = sound_reading(open);
  ASSERT_EQ(within.problems.size(), 1U);
  EXPECT_EQ(within.problems[0].span.end, open.find("\nimport"));
}

TEST(ReadPython, WidthsThatDoNotFitAreTold) {
  const TextReading reading = sound_reading(R"(class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(8, 32, bidirectional=True)
        self.fc = nn.Linear(32, 1)
)");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].code, "reads_other");
  // A dense layer may well read three time steps or more at once.
  const auto read_at_once = [](const std::string& width) {
    return sound_reading(
        "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.lstm = nn.LSTM(8, 20)\n        self.fc = nn.Linear(" +
        width + ", 2)\n");
  };
  EXPECT_TRUE(read_at_once("60").problems.empty());
  EXPECT_EQ(read_at_once("40").problems.size(), 1U);
  // In a Sequential nothing comes between.
  const TextReading in_order = sound_reading(R"(class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(4, 8), nn.Linear(24, 2))
    def forward(self, x):
        return self.net(x)
)");
  ASSERT_EQ(in_order.problems.size(), 1U);
  EXPECT_EQ(in_order.problems[0].code, "reads_other");
  const auto of_stack = [](const std::string& between) {
    return sound_reading(R"(class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(8, 32, num_layers=2)
)" + between + R"(        self.fc = nn.Linear(5, 1)
)");
  };
  const TextReading stacked = of_stack("");
  ASSERT_EQ(stacked.problems.size(), 1U);
  EXPECT_EQ(stacked.problems[0].details[1].text, "3") << "as the page counts stacked layers";
  EXPECT_TRUE(of_stack("        self.mdn = MDN(32)\n").problems.empty()) << "what it hands on is not known";
}

TEST(ReadPython, WeightsThatAreSharedOrKeptAreReadAsThat) {
  EXPECT_EQ(read_text(R"(class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(50, 8)
        self.emb.weight.requires_grad = False
        self.out = nn.Linear(8, 50)
        self.out.weight = self.emb.weight
)")
                .query,
            "framework=pytorch&layers=Embedding(50,8,trainable=false),Dense(50,tied=true)");
}

// Totals by hand: a Keras LSTM has 4h(i + h + 1), one of PyTorch 4h(i + h + 2).
TEST(ReadPython, SettingsThatAreSpread) {
  expect_sound({
      {"params = dict(units=30, return_sequences=False)\n"
       "model = Sequential([Input((10, 5)), LSTM(**params), Dense(1)])\n",
       "framework=keras&input=5&timesteps=10&layers=LSTM(30),Dense(1)", "4351"},
      {"kwargs = {\"input_size\": 32, \"hidden_size\": 64, \"bidirectional\": True}\n"
       "rnn = nn.LSTM(**kwargs)\n",
       "framework=pytorch&input=32&layers=LSTM(64,bidirectional=true)", "50176"},
      {"common = {\"activation\": \"tanh\", \"dropout\": 0.2}\n"
       "m = Sequential([Input((4, 10)), Bidirectional(LSTM(8, **common)), Dense(1)])\n",
       "framework=keras&input=10&timesteps=4&layers=Bidirectional(LSTM(8)),Dense(1)", "1233"},
      {"sizes = (10, 20)\nrnn = nn.LSTM(*sizes)\n", "framework=pytorch&input=10&layers=LSTM(20)", "2560"},
  });
  // What is not known all may be anything.
  EXPECT_EQ(total_of(read_text("kwargs = {\"hidden_size\": 64, **more}\nrnn = nn.LSTM(8, **kwargs)\n").query),
            "");
}

TEST(ReadPython, AStackOfCellsReadsOnce) {
  expect_sound(
      {{"cells = [LSTMCell(30), LSTMCell(20)]\n"
        "model = Sequential([Input((10, 5)), RNN(cells), Dense(1)])\n",
        "framework=keras&input=5&timesteps=10&layers=LSTM(30),LSTM(20),Dense(1)", "8421"}});
}

TEST(ReadPython, ClassesThatAreDerived) {
  const std::string base =
      "class Base(nn.Module):\n    def __init__(self, n_in, n_hid):\n        super().__init__()\n"
      "        self.lstm = nn.LSTM(n_in, n_hid)\n"
      "class Net(Base):\n    def __init__(self, n_in, n_hid, n_out):\n";
  for (const char* call : {"super().__init__(n_in, n_hid)", "super(Net, self).__init__(n_in, n_hid)",
                           "Base.__init__(self, n_in, n_hid)"}) {
    const TextReading reading = sound_reading(
        base + "        " + call + "\n        self.fc = nn.Linear(n_hid, n_out)\nmodel = Net(10, 20, 3)\n");
    EXPECT_EQ(reading.query, "framework=pytorch&input=10&layers=LSTM(20),Dense(3)") << call;
    EXPECT_EQ(total_of(reading.query), "2623") << call;
  }
}

TEST(ReadPython, LayersThatAreChosenByTheirNames) {
  const auto net = [](const std::string& made) {
    return "class Net(nn.Module):\n    def __init__(self, kind=\"GRU\"):\n        super().__init__()\n"
           "        self.rnn = " +
           made + "(10, 20)\n        self.fc = nn.Linear(20, 3)\n";
  };
  EXPECT_EQ(total_of(sound_reading(net("getattr(nn, kind)")).query), "1983");
  EXPECT_EQ(total_of(sound_reading(net("{\"LSTM\": nn.LSTM, \"GRU\": nn.GRU}[kind]")).query), "1983");
  // Where nothing says which, it is told that something was made.
  const TextReading open = sound_reading(net("RNNS[pick()]"));
  EXPECT_TRUE(std::any_of(open.pieces.begin(), open.pieces.end(),
                          [](const TextPiece& piece) { return piece.kind == TextPiece::Kind::unknown; }));
}

TEST(ReadPython, LayersThatAreCopied) {
  expect_sound(
      {{"import copy\n"
        "def clones(module, N):\n"
        "    return nn.ModuleList([copy.deepcopy(module) for _ in range(N)])\n"
        "class Net(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.layers = clones(nn.LSTM(8, 8), 3)\n",
        "framework=pytorch&input=8&layers=LSTM(8),LSTM(8),LSTM(8)", "1728"}});
}

TEST(ReadPython, LayersThatAreTakenOutAgain) {
  const TextReading reading =
      sound_reading("m = Sequential([Input((4, 3)), LSTM(8), Dense(2)])\nm.pop()\nm.add(Dense(5))\n");
  EXPECT_EQ(reading.query, "framework=keras&input=3&timesteps=4&layers=LSTM(8),Dense(5)");
  EXPECT_EQ(total_of(reading.query), "429");
}

TEST(ReadPython, LoopsThatCount) {
  expect_sound(
      {{"inp = Input((5, 3))\nx = inp\nn = 0\n"
        "while n < 3:\n    x = LSTM(8, return_sequences=True)(x)\n    n += 1\n"
        "model = Model(inp, x)\n",
        "framework=keras&input=3&timesteps=5&layers=LSTM(8,return_sequences=true),"
        "LSTM(8,return_sequences=true),LSTM(8,return_sequences=true)",
        "1472"}});
  for (const char* condition : {"True", "deeper()"}) {
    const TextReading open = read_text("model = Sequential()\nmodel.add(Input((5, 3)))\nwhile " +
                                       std::string(condition) + ":\n    model.add(LSTM(8))\n");
    ASSERT_EQ(open.problems.size(), 1U) << condition;
    EXPECT_EQ(open.problems[0].code, "loop") << condition;
  }
}

// 400 loops of 1,000 rounds: more steps than are taken.
TEST(ReadPython, LoopsThatTrainAreNoReasonToGiveUp) {
  std::string code;
  for (int i = 0; i < 400; ++i)
    code +=
        "best = {'loss': 1.0}\nfor epoch in range(1000):\n    running = 0.0\n"
        "    for step, (x, y) in enumerate(loader):\n        loss = criterion(net(x), y)\n"
        "        running += loss.item() * x.size(0)\n    if running < best['loss']:\n"
        "        best['loss'] = running\n    print(f'epoch {epoch} {running:.4f}')\n";
  code += "model = Sequential()\nmodel.add(LSTM(32, input_shape=(10, 64)))\n";
  EXPECT_EQ(total_of(read_text(code).query), "12416");
}

// An LSTM(8) on 4 has 4·8·13 = 416, on 8 it has 544, a Dense(1) on 8 has 9.
TEST(ReadPython, RoundsThatAreLeft) {
  const std::string begin = "model = Sequential()\nmodel.add(Input((7, 4)))\n";
  const std::string layer = "    model.add(LSTM(8, return_sequences=True))\n";
  const std::string end = "model.add(Dense(1))\n";
  for (const std::string& loop : {
           "for i in range(5):\n" + layer + "    if i == 1:\n        break\n",
           "for i in range(5):\n    if i == 2:\n        break\n" + layer,
           "for i in range(3):\n    if i == 1:\n        continue\n" + layer,
           "for i in range(9):\n    print(i)\n    if i < 7:\n        continue\n" + layer,
           "for i in range(2):\n    for j in range(3):\n        if j == 1:\n            break\n    " + layer,
           "n = 0\nwhile n < 3:\n    n += 1\n    if n == 2:\n        continue\n" + layer,
           "for i in range(3):\n    if i == 1: continue\n" + layer,
           "for i in range(3):\n    if i == 2: break\n" + layer,
           "def deep():\n    for i in range(5):\n        if i == 2: return i\n"
           "for i in range(deep()):\n" +
               layer,
           "for i in range(2):\n    pass\nelse:\n" + layer + layer,
           "try:\n" + layer + "except ImportError:\n    pass\nelse:\n" + layer,
       })
    EXPECT_EQ(total_of(sound_reading(begin + loop + end).query), "969") << loop;
  EXPECT_EQ(total_of(read_text(begin +
                               "n = 8\ndef wider():\n    global n\n    n = 2\nwider()\nfor i in range(n):\n" +
                               layer + end)
                         .query),
            "969");
  for (const char* way : {"break", "continue"}) {
    const TextReading open =
        read_text(begin + "for i in range(5):\n    if enough(i):\n        " + way + "\n" + layer + end);
    ASSERT_EQ(open.problems.size(), 1U) << way;
    EXPECT_EQ(open.problems[0].code, "loop") << way;
  }
}

// Dense(n) on w: n(w + 1).
TEST(ReadPython, ListsThatChange) {
  const std::string begin = "model = Sequential()\nmodel.add(Input((7, 4)))\nu = [8, 32, 16]\n";
  const std::string end = "for n in u:\n    model.add(Dense(n))\n";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"u.insert(0, 2)\n", "850"},  // 10 + 24 + 288 + 528
      {"u.pop()\n", "328"},         // 40 + 288
      {"u.pop(0)\n", "688"},        // 160 + 528
      {"u.reverse()\n", "888"},     // 80 + 544 + 264
      {"u.clear()\nu.append(5)\n", "25"},
      {"u[1] = 5\n", "181"},   // 40 + 45 + 96
      {"u[-1] = 5\n", "493"},  // 40 + 288 + 165
      {"v = list(u)\nv.pop()\n", "856"},
      {"u = [sum([1099511627776])]\n", "5497558138880"},  // the largest number that is added up
      {"u = [2 ** 0]\n", "5"},
      {"n = u.pop(1)\nmodel.add(Dense(n))\n", "568"},  // 160 + 264 + 144
  };
  for (const auto& [code, total] : rows)
    EXPECT_EQ(total_of(sound_reading(begin + code + end).query), total) << code;
  // What is not followed is asked for, or said.
  for (const char* code :
       {"u.sort()\n", "u.remove(32)\n", "del u[1]\n", "if deep():\n    u.append(64)\n",
        "if deep():\n    u[0] = 64\n", "if deep():\n    for n in [64]:\n        u.append(n)\n"})
    EXPECT_FALSE(read_text(begin + code + end).questions.empty()) << code;
  for (const char* code : {"v = u\nv.append(64)\n", "def more(v):\n    v.append(64)\nmore(u)\n"}) {
    const TextReading reading = read_text(begin + code + end);
    EXPECT_TRUE(std::any_of(reading.pieces.begin(), reading.pieces.end(), [](const TextPiece& piece) {
      return piece.kind == TextPiece::Kind::unknown && piece.code == "function";
    })) << code;
  }
}

TEST(ReadPython, OneOfSeveralCases) {
  const std::string begin = "model = Sequential()\nmodel.add(Input((7, 4)))\nmatch kind:\n";
  const TextReading layers = read_text(
      begin + "    case 1:\n        model.add(Dense(8))\n    case _:\n        model.add(Dense(16))\n");
  EXPECT_EQ(layers.problems.size(), 2U);
  const TextReading sizes =
      read_text(begin + "    case 1:\n        n = 8\n    case _:\n        n = 16\nmodel.add(Dense(n))\n");
  ASSERT_EQ(sizes.questions.size(), 1U);
  EXPECT_EQ(sizes.questions[0].name, "n");
}

TEST(ReadPython, TextsOfNumbersToOtherBases) {
  const TextReading reading =
      read_text("model = Sequential()\nmodel.add(Input((7, 4)))\nmodel.add(Dense(int('10', 16)))\n");
  EXPECT_EQ(total_of(reading.query), "");
}

// A GRU of PyTorch, 3·8·(4 + 8 + 2) = 336, and a Linear(8, 2), 18.
TEST(ReadPython, AnAttributeThatIsGivenAnotherLayer) {
  const std::string net =
      "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
      "        self.rnn = nn.GRU(4, 8)\n        self.fc = nn.Linear(8, 10)\n";
  for (const std::string& code : {
           net + "model = Net()\nmodel.fc = nn.Linear(8, 2)\n",
           net + "        self.fc = nn.Linear(8, 2)\n",
           net + "model = Net()\nmodel.fc = nn.Linear(8, 5)\nmodel.fc = nn.Linear(8, 2)\n",
       }) {
    const TextReading reading = sound_reading(code);
    EXPECT_EQ(total_of(reading.query), "354") << code;
    EXPECT_TRUE(std::any_of(reading.pieces.begin(), reading.pieces.end(), [](const TextPiece& piece) {
      return piece.code == "taken_out";
    })) << code;
  }
  // It is a part of what takes its place: 336 + 90 + 22.
  EXPECT_EQ(total_of(read_text(net + "model = Net()\n"
                                     "model.fc = nn.Sequential(model.fc, nn.ReLU(), nn.Linear(10, 2))\n")
                         .query),
            "448");
}

TEST(ReadPython, SizesOfPretrainedLayersAreNotSaid) {
  const TextReading reading = sound_reading(
      "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
      "        self.emb = nn.Embedding.from_pretrained(weights, freeze=True)\n"
      "        self.rnn = nn.LSTM(10, 8)\n");
  EXPECT_EQ(total_of(reading.query), "");
}

TEST(ReadPython, AChangeOfAProgramIsReadAsItIsAfterIt) {
  const std::string change =
      " model = Sequential()\n-model.add(LSTM(20, input_shape=(4, 5)))\n"
      "+model.add(LSTM(30, input_shape=(4, 5)))\n model.add(Dense(1))\n";
  for (const std::string& text :
       {change, "diff --git a/m.py b/m.py\n--- a/m.py\n+++ b/m.py\n@@ -1,3 +1,3 @@\n" + change}) {
    const TextReading reading = sound_reading(text);
    EXPECT_EQ(total_of(reading.query), "4351") << text;
  }
}

TEST(ReadPython, SettingsOfAnInstanceHold) {
  const std::string net =
      "class Net(nn.Module):\n    def __init__(self, c):\n        super().__init__()\n"
      "        self.lstm = nn.LSTM(10, c.hidden)\n        self.fc = nn.Linear(c.hidden, 1)\n";
  for (const char* settings : {"class Config: pass\nConfig.hidden = 64\ncfg = Config()\ncfg.hidden = 128\n",
                               "class Config:\n    hidden = 64\ncfg = Config()\ncfg.hidden = 128\n",
                               "class Config:\n    def __init__(self):\n        self.hidden = 64\n"
                               "cfg = Config()\ncfg.hidden = 128\n",
                               "cfg = SimpleNamespace(hidden=64)\ncfg.hidden *= 2\n"})
    EXPECT_EQ(total_of(sound_reading(settings + net + "net = Net(cfg)\n").query), "71809") << settings;
  // Another instance is not meant by it.
  EXPECT_EQ(
      total_of(read_text("class Config:\n    hidden = 64\na = Config()\nb = Config()\nb.hidden = 128\n" +
                         net + "net = Net(a)\n")
                   .query),
      "19521");
}

// Flax: an LSTM has 4h(i + h + 1), a GRU 3h(i + h + 1) + h.
TEST(ReadPython, PublishedCodeOfFlax) {
  const struct {
    const char* text;
    const char* query;
    const char* input;
    const char* total;
  } rows[] = {
      // https://github.com/google/flax, flax/linen/recurrent.py: RNN
      {">>> x = jnp.ones((10, 50, 32)) # (batch, time, features)\n"
       ">>> lstm = nn.RNN(nn.LSTMCell(64))\n"
       ">>> variables = lstm.init(jax.random.key(0), x)\n",
       "framework=flax_linen&layers=LSTMCell(64)", "32", "24832"},
      // The same file: Bidirectional
      {">>> layer = nn.Bidirectional(nn.RNN(nn.GRUCell(4)), nn.RNN(nn.GRUCell(4)))\n"
       ">>> x = jnp.ones((2, 3))\n",
       "framework=flax_linen&layers=Bidirectional(GRU(4))", "3", "200"},
      // https://github.com/google/flax, docs/linen_intro.md
      {"class SimpleScan(nn.Module):\n"
       "  features: int\n\n"
       "  @nn.compact\n"
       "  def __call__(self, xs):\n"
       "    LSTM = nn.scan(nn.LSTMCell,\n"
       "                   in_axes=1, out_axes=1,\n"
       "                   variable_broadcast='params',\n"
       "                   split_rngs={'params': False})\n"
       "    lstm = LSTM(self.features, name=\"lstm_cell\")\n\n"
       "    init_carry = lstm.initialize_carry(random.key(0), xs[:, 0].shape)\n"
       "    return lstm(init_carry, xs)\n\n"
       "model = SimpleScan(2)\n",
       "framework=flax_linen&layers=LSTMCell(2)", "2", "40"},
      // https://github.com/google/flax, docs/flip/3099-rnnbase-refactor.md
      {"x = jnp.ones((2, 100, 10)) # (batch, time, features)\n\n"
       "cell = nn.LSTMCell(features=32)\n"
       "carry = cell.initialize_carry(PRNGKey(0), x[:, 0]) # sample input\n",
       "framework=flax_linen&layers=LSTMCell(32)", "10", "5504"},
  };
  for (const auto& row : rows) {
    const TextReading reading = sound_reading(row.text);
    const std::string with_input = reading.query + "&input=" + row.input;
    EXPECT_EQ(canonical_of(with_input), canonical_of(std::string(row.query) + "&input=" + row.input))
        << row.text;
    EXPECT_EQ(total_of(with_input), row.total) << row.text;
  }
  // nnx keeps its biases in another way: 3h(i + h) + 3h.
  const TextReading nnx = sound_reading(
      "from flax import nnx\nrnn = nnx.RNN(nnx.GRUCell(in_features=64, hidden_features=32, rngs=nnx.Rngs(0)))\n");
  EXPECT_EQ(total_of(nnx.query), "9312") << nnx.query;
  // A module that makes its layers as it goes holds them; one that makes its own weights is told.
  EXPECT_EQ(total_of(sound_reading("class Encoder(nn.Module):\n"
                                   "    hidden_size: int = 64\n\n"
                                   "    @nn.compact\n"
                                   "    def __call__(self, x):\n"
                                   "        embed = nn.Embed(num_embeddings=10000, features=128)(x)\n"
                                   "        lstm = nn.RNN(nn.OptimizedLSTMCell(features=self.hidden_size))\n"
                                   "        x = lstm(embed)\n"
                                   "        return nn.Dense(5)(x)\n")
                         .query),
            "1329733");
  const TextReading own = read_text(
      "class Embedder(nn.Module):\n  def setup(self):\n"
      "    self.embedding = self.param('embedding', self.init, (100, 8))\n    self.out = nn.Dense(3)\n"
      "  def __call__(self, x):\n    return self.out(self.embedding[x])\n");
  ASSERT_FALSE(own.problems.empty());
  EXPECT_EQ(own.problems[0].code, "own_weights");
}

TEST(ReadPython, AnInputOfWordsSaysHowManyStepsTheyAre) {
  // 500·8 + 4·4·(8 + 4 + 1) + (28·4 + 1)·2 = 4000 + 208 + 226.
  const std::string right = canonical_of(
      "framework=keras&timesteps=28&layers=Embedding(500, 8), LSTM(4, return_sequences=true), Flatten(), Dense(2)");
  const std::string head = "model = Sequential()\n";
  const std::string rest =
      "model.add(LSTM(4, return_sequences=True))\nmodel.add(Flatten())\nmodel.add(Dense(2))\n";
  for (const std::string& words :
       {std::string("model.add(keras.Input(shape=(28,)))\nmodel.add(Embedding(500, 8))\n"),
        std::string("model.add(Embedding(500, 8, input_shape=(28,)))\n"),
        std::string("model.add(Embedding(500, 8, batch_input_shape=(16, 28)))\n"),
        std::string("model.add(Embedding(500, 8, input_length=28))\n")}) {
    const TextReading reading = sound_reading(head + words + rest);
    EXPECT_EQ(canonical_of(reading.query), right) << words;
    EXPECT_EQ(total_of(reading.query), "4434") << words;
  }
}

TEST(ReadPython, WhatIsNoProgramIsNotRead) {
  for (const char* text :
       {"I trained an LSTM (32 units) followed by a Dense(1) layer and got 12416 parameters. Why?",
        "new LSTM.Builder().nIn(10).nOut(20).build()", "(((((", "LSTM", "\xFF\xFE(", "= = =", "def", "class",
        "x = ", "@", "\"\"\"", "a[", "if x: y", "for in in in:"}) {
    const TextReading reading = read_text(text);
    EXPECT_EQ(total_of(reading.query), "") << text << " read as " << reading.query;
    for (const TextPiece& piece : reading.pieces) EXPECT_FALSE(piece.code.empty()) << text;
  }
}

bool says_unread(const TextReading& reading) {
  return std::any_of(reading.pieces.begin(), reading.pieces.end(),
                     [](const TextPiece& piece) { return piece.kind == TextPiece::Kind::unknown; });
}

// PyTorch 1.13: 405, 405 and 206 parameters; none of these is followed, and none is passed over.
TEST(ReadPython, WhatIsNotFollowedIsSaid) {
  const std::string head =
      "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n";
  EXPECT_TRUE(says_unread(read_text(head + "        h = 5\n        try:\n            raise RuntimeError\n"
                                           "        except RuntimeError:\n            h = 9\n"
                                           "        self.r = nn.GRU(4, h)\nnet = Net()\n")));
  EXPECT_TRUE(
      says_unread(read_text("import torch.nn as nn\ndef size():\n    raise ValueError('none')\n"
                            "n = 5\ntry:\n    n = size()\nexcept ValueError:\n    n = 9\n"
                            "net = nn.Sequential(nn.Linear(4, n))\n")));
  EXPECT_TRUE(says_unread(read_text(head + "        self.l = weight_norm(nn.Linear(4, 5))\n"
                                           "        self.r = nn.LSTM(5, 4)\nnet = Net()\n")));
  // A Dense(8).
  EXPECT_TRUE(
      says_unread(read_text("def twice(f):\n    def g():\n        return f() * 2\n    return g\n@twice\n"
                            "def size():\n    return 4\nmodel = Sequential()\n"
                            "model.add(Dense(size(), input_shape=(5, 3)))\n")));
  // What may be raised is another matter.
  EXPECT_FALSE(
      says_unread(read_text(head + "        try:\n            if torch.cuda.is_available():\n"
                                   "                raise RuntimeError\n        except RuntimeError:\n"
                                   "            pass\n        self.r = nn.GRU(4, 9)\nnet = Net()\n")));
}

TEST(ReadPython, TheLastOfTwoMethodsOfOneName) {
  const std::string make =
      "    def __init__(self):\n        super().__init__()\n        self.r = nn.LSTM(4, ";
  // 4 × 7 × (4 + 7 + 2)
  EXPECT_EQ(total_of(read_text("import torch.nn as nn\nclass Net(nn.Module):\n" + make + "5)\n" + make +
                               "7)\nnet = Net()\n")
                         .query),
            "364");
}

TEST(ReadPython, CallsThatMultiplyEndSomewhere) {
  // A class that makes itself twice.
  const TextReading twice = read_text(
      "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self, n):\n        super().__init__()\n"
      "        self.l = nn.Linear(2, 3)\n        self.a = Net(n)\n        self.b = Net(n)\nnet = Net(3)\n");
  EXPECT_TRUE(says_unread(twice));
  std::string chain = "import torch.nn as nn\ndef f0():\n    return 3\n";
  for (int i = 1; i < 20; ++i) {
    const std::string before = "f" + std::to_string(i - 1) + "()";
    chain += "def f" + std::to_string(i) + "():\n    a = " + before + "\n    b = " + before +
             "\n    c = " + before + "\n    return a\n";
  }
  EXPECT_TRUE(says_unread(read_text(chain + "net = nn.Linear(4, f19())\n")));
}

// What a small function hands on is read where its words say it; elsewhere it is told that it is not known.
TEST(ReadPython, FunctionsAsLayers) {
  const auto model = [](std::string_view function) {
    return "model = Sequential()\nmodel.add(LSTM(6, return_sequences=True, input_shape=(7, 4)))\nmodel.add(Lambda(" +
           std::string(function) + "))\nmodel.add(Dense(1))\n";
  };
  // 4 × 6 × (4 + 6 + 1) and 7.
  for (const char* function : {"lambda x: x[:, -1, :]", "lambda t: t[:, -1]", "lambda x: x * 100.0",
                               "lambda x: x", "lambda x: K.mean(x, axis=1)", "lambda x: tf.reduce_sum(x, 1)"})
    EXPECT_EQ(total_of(sound_reading(model(function)).query), "271") << function;
  EXPECT_EQ(total_of(sound_reading(model("lambda x: tf.expand_dims(x, axis=-1)")).query), "266");
  for (const char* function : {"lambda x: f(x)", "lambda x: x[:, :3]", "lambda x: x[..., 0:2]",
                               "lambda x, y: x", "lambda x: K.mean(x, axis=2)", "lambda", "lambda x:"}) {
    const TextReading reading = sound_reading(model(function));
    EXPECT_EQ(total_of(reading.query), "") << function;
    EXPECT_TRUE(std::any_of(reading.pieces.begin(), reading.pieces.end(), [](const TextPiece& piece) {
      return piece.kind == TextPiece::Kind::unknown && piece.code == "function";
    })) << function;
  }
}

TEST(ReadPython, ALayerOfAModelThatIsElsewhere) {
  const TextReading reading =
      sound_reading("model = torchvision.models.resnet18(pretrained=True)\nmodel.fc = nn.Linear(512, 10)\n");
  EXPECT_TRUE(std::any_of(reading.pieces.begin(), reading.pieces.end(), [](const TextPiece& piece) {
    return piece.kind == TextPiece::Kind::unknown && piece.code == "own_class";
  }));
}

TEST(ReadPython, AWidthThatIsAskedForIsNotHeldAgainstWhatComes) {
  const TextReading reading = sound_reading(
      "class N(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
      "        self.rnn = nn.GRU(6, 12)\n        self.fc = nn.Linear(self.rnn.width * 2, 2)\n");
  EXPECT_EQ(reading.questions.size(), 1U);
  EXPECT_TRUE(reading.problems.empty());
}

TEST(ReadPython, ABracketIsOfTheLayerThatItCloses) {
  const std::string text = "inp = Input((10, 64))\nout = LSTM(32)(inp)\n";
  const std::size_t bracket = text.find(")(inp)");
  const TextReading reading = sound_reading(text);
  const auto piece = std::find_if(reading.pieces.begin(), reading.pieces.end(),
                                  [&](const TextPiece& one) { return one.span.start == bracket; });
  ASSERT_NE(piece, reading.pieces.end());
  EXPECT_EQ(piece->kind, TextPiece::Kind::layer);
  EXPECT_EQ(piece->layer, 0);
  EXPECT_EQ(piece->span.end, bracket + 1);
}

TEST(ReadPython, ALayerInArgumentsThatAreSpreadIsNotPassedOver) {
  const std::string text = "model = Sequential([Input((7, 4)), Bidirectional(*[LSTM(4)]), Dense(1)])\n";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(total_of(reading.query), "");
  const auto piece = std::find_if(reading.pieces.begin(), reading.pieces.end(),
                                  [&](const TextPiece& one) { return one.span.start == text.find('*'); });
  ASSERT_NE(piece, reading.pieces.end());
  EXPECT_EQ(piece->code, "spread");
}

// One that takes several numbers, or none, is no number.
TEST(ReadPython, ASettingOfSeveralNumbersIsAsked) {
  const std::string begin = "parser = argparse.ArgumentParser()\nparser.add_argument('--units', ";
  const std::string end =
      "default=32)\nargs = parser.parse_args()\nmodel = Sequential([Input((7, 4)), LSTM(args.units)])\n";
  EXPECT_TRUE(sound_reading(begin + end).questions.empty());
  ASSERT_EQ(sound_reading(begin + "nargs='+', " + end).questions.size(), 1U);
}

TEST(ReadPython, AChoiceByWhatIsKnownIsMade) {
  const TextReading reading =
      sound_reading("deep = False\nmodel = Sequential([Input((7, 4)), LSTM(8) if deep else LSTM(4)])\n");
  EXPECT_EQ(total_of(reading.query), "144");  // 4·4·(4 + 4 + 1)
  EXPECT_TRUE(reading.problems.empty());
}

TEST(ReadPython, AnInputOfTensorFlowJsIsNoLayer) {
  const TextReading reading = sound_reading(
      "const a = tf.input({shape: [10, 3]});\nconst b = tf.layers.lstm({units: 4}).apply(a);\n"
      "const model = tf.model({inputs: a, outputs: b});\n");
  EXPECT_EQ(reading.query, "framework=tfjs&input=3&timesteps=10&layers=LSTM(4)");
}

TEST(ReadPython, AConditionWithinAnotherIsToldOnce) {
  const TextReading reading = sound_reading(
      "model = Sequential()\nmodel.add(LSTM(3, input_shape=(5, 4)))\nif deep():\n"
      "    model.add(Dense(8)) if big else None\n");
  ASSERT_EQ(reading.problems.size(), 2U);
  EXPECT_NE(reading.problems[0].span.start, reading.problems[1].span.start);
}

TEST(ReadPython, ACallMayHaveNoArguments) {
  std::istringstream names(
      "exec eval setattr getattr range len zip enumerate list tuple dict int max min sum sorted reversed map "
      "filter super print Sequential Model Input LSTM Bidirectional TimeDistributed StackedRNNCells nn.LSTM "
      "nn.Sequential nn.ModuleList functools.partial copy.deepcopy np.prod tf.keras.Input");
  for (std::string name; names >> name;) {
    sound_reading(name + "()");
    sound_reading("model.add(LSTM(3, input_shape=(5, 4)))\nx = " + name + "()\n" + name + "()(x)\n");
  }
}

// Words that begin something else, where a name is to stand.
TEST(ReadPython, AnImportWithoutANameEnds) {
  for (const std::string_view import :
       {"import import", "import ,import ,", "import as", "from a import import", "from a import b, as",
        "import a, import b", "from import import"}) {
    const std::string program = std::string(import) + "\nmodel.add(LSTM(3, input_shape=(5, 4)))\n";
    EXPECT_EQ(sound_reading(program).query, "framework=keras&input=4&timesteps=5&layers=LSTM(3)") << import;
    EXPECT_EQ(sound_reading(import).query, "") << import;
  }
}

// An argument that a call lacks is not another value of its name.
TEST(ReadPython, AMissingArgumentIsAskedFor) {
  const std::string begin = "units = 7\nmodel = Sequential()\nmodel.add(Input((5, 3)))\n";
  const TextReading reading =
      read_text(begin + "def make(name, units):\n    return LSTM(units)\nmodel.add(make('a'))\n");
  ASSERT_EQ(reading.questions.size(), 1U);
  EXPECT_EQ(reading.questions[0].name, "units");
  EXPECT_EQ(total_of(reading.query), "");
}

// Dense(5) behind LSTM(6) on 3: 4 * 6 * 10 + 35.
TEST(ReadPython, MethodsOfAModelTakeTheirArgumentsBehindIt) {
  for (const std::string_view call :
       {"self.grow(5, 6)", "self.grow(width=5, units=6)", "self.grow(5, units=6)"})
    EXPECT_EQ(
        total_of(
            sound_reading("class Net(Model):\n    def __init__(self):\n        super().__init__()\n        " +
                          std::string(call) +
                          "\n    def grow(self, width, units):\n        self.rnn = LSTM(units)\n"
                          "        self.head = Dense(width)\n    def call(self, x):\n"
                          "        return self.head(self.rnn(x))\n"
                          "net = Net()\nnet.build((None, 4, 3))\n")
                .query),
        "275")
        << call;
}

// What is made of an addition's result says nothing about whether it is made.
TEST(ReadPython, AnAdditionWithinAnExpressionIsOne) {
  const std::string begin = "model = Sequential()\nmodel.add(Input((5, 3)))\n";
  for (const std::string_view code :
       {"done = [model.add(LSTM(4))] * 1\n", "[model.add(LSTM(4))] * 1\n", "model.add(LSTM(4)) == None\n"}) {
    const TextReading reading = read_text(begin + std::string(code));
    EXPECT_EQ(total_of(reading.query), "128") << code;
    EXPECT_TRUE(reading.problems.empty()) << code;
  }
  for (const std::string_view code :
       {"deep and model.add(LSTM(4))\n", "model.add(LSTM(4)) if deep else None\n"}) {
    const TextReading reading = read_text(begin + std::string(code));
    ASSERT_EQ(reading.problems.size(), 1U) << code;
    EXPECT_EQ(reading.problems[0].code, "condition") << code;
  }
}

// PyTorch's LSTM from 3 to 4: 144, to 5: 200, to 7: 336; its GRU to 4: 108. LSTM(4, 6) 288, LSTM(4, 9) 540.
TEST(ReadPython, MethodsOfTheClassesThatAModelIsDerivedFrom) {
  const std::string make = "    def make(self, a, b):\n        return nn.LSTM(a, b)\n";
  const auto net_of = [](const std::string& bases, const std::string& rnn = "self.make(3, 4)") {
    return "class Net(" + bases +
           "):\n    def __init__(self):\n        super().__init__()\n        self.rnn = " + rnn +
           "\n    def forward(self, x):\n        return self.rnn(x)\n";
  };
  const auto grown = [](const std::string& more) {
    return "    def __init__(self):\n        super().__init__()\n        self.more = " + more +
           "\n    def forward(self, x):\n        x, _ = self.rnn(x)\n        return self.more(x)\n";
  };
  const std::string net = net_of("nn.Module") + make;
  const std::string big = "class Big(Net):\n";
  const std::string own = big + "    def make(self, a, b):\n        return ";
  const std::string mixin = "class Mixin:\n    def more(self):\n        return 1\n";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {net + big + "    pass\nnet = Big()\n", "144"},
      {net + big + grown("nn.LSTM(4, 9)") + "net = Big()\n", "684"},
      {net + "class Mid(Net):\n    pass\nclass Big(Mid):\n" + grown("self.make(4, 6)") + "net = Big()\n",
       "432"},
      {net + own + "nn.GRU(a, b)\nnet = Big()\n", "108"},
      {net + own + "super().make(a, b + 1)\nnet = Big()\n", "200"},
      {net + own + "Net.make(self, a, 7)\nnet = Big()\n", "336"},
      {net_of("nn.Module") + "    def make(self, a, b):\n        raise NotImplementedError\n" + big + make +
           "net = Big()\n",
       "144"},
      {"class Makes:\n" + make + net_of("nn.Module, Makes") + "net = Net()\n", "144"},
      {"class Makes:\n" + make + net_of("Makes, nn.Module") + "net = Net()\n", "144"},
      {mixin + net + "class Big(Mixin, Net):\n" + grown("nn.LSTM(4, 9)") + "net = Big()\n", "684"},
      // B is before C, and A behind both.
      {"class A(nn.Module):\n    def make(self, a, b):\n        return nn.GRU(a, b)\nclass B(A):\n    pass\nclass C(A):\n" +
           make + net_of("B, C") + "net = Net()\n",
       "144"},
      // What stands before the arguments.
      {net_of("nn.Module") +
           "    @staticmethod\n    def make(a, b):\n        return nn.LSTM(a, b)\nnet = Net()\n",
       "144"},
      {net_of("nn.Module") +
           "    @classmethod\n    def make(cls, a, b):\n        return nn.LSTM(a, b)\nnet = Net()\n",
       "144"},
      {net_of("nn.Module", "Net.make(3, 4)") +
           "    @staticmethod\n    def make(a, b):\n        return nn.LSTM(a, b)\nnet = Net()\n",
       "144"},
  };
  for (const auto& [code, total] : rows) EXPECT_EQ(total_of(read_text(code).query), total) << code;
  sound_reading(rows[1].first);
}

// A layer may be made by a method that is in none of the text's classes.
TEST(ReadPython, AMethodThatIsNotThereIsNotPassedOver) {
  const auto unknown_of = [](const std::string& call) {
    const std::string code =
        "class Net(Base):\n    def __init__(self):\n        super().__init__()\n        self.rnn = " + call +
        "\n        self.head = nn.Linear(4, 9)\n    def forward(self, x):\n"
        "        return self.head(self.rnn(x))\nnet = Net()\n";
    const TextReading reading = sound_reading(code);
    EXPECT_EQ(total_of(reading.query), "45") << call;
    for (const TextPiece& piece : reading.pieces)
      if (piece.kind == TextPiece::Kind::unknown && piece.code == "function")
        return code.substr(piece.span.start, piece.span.end - piece.span.start);
    return std::string();
  };
  for (const char* call : {"self.make(4)", "self.make()", "self.make(width)"})
    EXPECT_EQ(unknown_of(call), call);
  EXPECT_EQ(unknown_of("self.activation('relu')"), "");
}

// A method of a class, called by the class's name, takes that for itself: it is said, not read as if it took
// an argument.
TEST(ReadPython, AMethodOfAClassByItsNameIsNotFollowed) {
  const TextReading reading = sound_reading(
      "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
      "        self.rnn = Net.make(3, 4)\n        self.head = nn.Linear(4, 9)\n    def forward(self, x):\n"
      "        return self.head(self.rnn(x)[0])\n    @classmethod\n    def make(cls, a, b):\n"
      "        return nn.LSTM(a, b)\nnet = Net()\n");
  EXPECT_TRUE(std::any_of(reading.pieces.begin(), reading.pieces.end(), [](const TextPiece& piece) {
    return piece.kind == TextPiece::Kind::unknown && piece.code == "function";
  }));
}

}  // namespace
}  // namespace rnn
