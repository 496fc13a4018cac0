// What forward() and call() say: the order of the layers, and which reads which. Totals by hand: an LSTM of
// PyTorch has 4h(i + h + 2), a GRU 3h(i + h + 2); Keras's LSTM 4h(i + h + 1).
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/readings.h"

namespace rnn {
namespace {

std::string torch_class(const std::string& init, const std::string& forward) {
  return "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n" + init + forward;
}

bool has(const TextReading& reading, std::string_view code) {
  return std::any_of(reading.problems.begin(), reading.problems.end(),
                     [&](const TextProblem& one) { return one.code == code; });
}

const std::string head_first =
    "        self.fc = nn.Linear(32, 2)\n"
    "        self.emb = nn.Embedding(100, 16)\n"
    "        self.lstm = nn.LSTM(16, 32, batch_first=True)\n";

TEST(ReadForward, LayersStandInTheOrderOfTheirUse) {
  for (const char* forward : {
           "    def forward(self, x):\n"
           "        x = self.emb(x)\n"
           "        x, _ = self.lstm(x)\n"
           "        return self.fc(x[:, -1])\n",
           "    def forward(self, x, lengths):\n"
           "        packed = nn.utils.rnn.pack_padded_sequence(self.emb(x), lengths, batch_first=True)\n"
           "        out, (h, c) = self.lstm(packed)\n"
           "        out, _ = nn.utils.rnn.pad_packed_sequence(out)\n"
           "        return F.log_softmax(self.fc(F.relu(h[-1])), dim=1)\n",
           "    def forward(self, x, hidden=None):\n"
           "        x = self.emb(x)\n"
           "        if hidden is None:\n"
           "            h0 = torch.zeros(1, x.size(0), 32)\n"
           "            out, hidden = self.lstm(x, (h0, h0))\n"
           "        else:\n"
           "            out, hidden = self.lstm(x, hidden)\n"
           "        return self.fc(out.contiguous().view(-1, 32)), hidden\n",
           "    def encode(self, x):\n"
           "        return self.lstm(self.emb(x))[0]\n"
           "    def forward(self, x):\n"
           "        return self.fc(self.encode(x).mean(dim=1))\n",
       }) {
    const TextReading reading = sound_reading(torch_class(head_first, forward));
    EXPECT_EQ(reading.query, "framework=pytorch&layers=Embedding(100,16),LSTM(32),Dense(2)") << forward;
    EXPECT_EQ(total_of(reading.query), "8066") << forward;
    EXPECT_TRUE(reading.problems.empty()) << forward;
  }
}

TEST(ReadForward, EachLineIsSaidToBeWhatReadsWhat) {
  // Whether the order of the layers hangs on it or not.
  for (const char* init :
       {"        self.lstm = nn.LSTM(8, 16, batch_first=True)\n        self.fc = nn.Linear(16, 2)\n",
        "        self.fc = nn.Linear(16, 2)\n        self.lstm = nn.LSTM(8, 16, batch_first=True)\n"}) {
    const std::string text = torch_class(init,
                                         "    def forward(self, x):\n"
                                         "        x, _ = self.lstm(x)\n"
                                         "        x = x[:, -1, :]\n"
                                         "        x = self.fc(x)\n"
                                         "        return x\n");
    const TextReading reading = sound_reading(text);
    EXPECT_EQ(total_of(reading.query), "1698") << text;
    const std::size_t body = text.find("        x, _");
    for (const TextPiece& piece : reading.pieces)
      EXPECT_TRUE(piece.span.start < body || piece.code == "wiring" || piece.kind == TextPiece::Kind::layer)
          << text.substr(piece.span.start);
  }
}

TEST(ReadForward, WhatCannotBeFollowedChangesNothing) {
  for (const char* forward : {
           "    def forward(self, x):\n        return run(self.lstm, self.emb(x))\n",
           "    def forward(self, x):\n        return self.pick(x)(self.emb(x))\n",
           "    def forward(self, x):\n        return self.fc(self.lstm, self.emb(x))\n",
           "    def forward(self, x):\n        return super().forward(self.emb(x))\n",
           "    def forward(self, x):\n        return x\n",
           "",
       }) {
    const TextReading reading = sound_reading(torch_class(head_first, forward));
    EXPECT_EQ(total_of(reading.query), "8066") << forward;
    EXPECT_EQ(reading.query, "framework=pytorch&input=32&layers=Dense(2),Embedding(100,16),LSTM(32)")
        << forward;
    EXPECT_FALSE(has(reading, "never_used")) << forward;
  }
}

TEST(ReadForward, ALayerThatIsUsedTwiceCountsOnce) {
  const TextReading reading =
      sound_reading(torch_class("        self.fc = nn.Linear(8, 1)\n        self.enc = nn.LSTM(8, 8)\n",
                                "    def forward(self, a, b):\n"
                                "        a, _ = self.enc(a)\n"
                                "        b, _ = self.enc(b)\n"
                                "        return self.fc(torch.abs(a - b))\n"));
  EXPECT_EQ(reading.query, "framework=pytorch&input=8&layers=LSTM(8),Dense(1)");
  EXPECT_EQ(total_of(reading.query), "585");
  EXPECT_TRUE(std::any_of(reading.pieces.begin(), reading.pieces.end(),
                          [](const TextPiece& piece) { return piece.code == "used_again"; }));
}

TEST(ReadForward, ALayerThatIsNeverUsedStandsWhereItIsMade) {
  const TextReading reading = sound_reading(torch_class(
      "        self.fc = nn.Linear(8, 1)\n        self.old = nn.Linear(8, 8)\n        self.enc = nn.LSTM(8, 8)\n",
      "    def forward(self, a):\n        a, _ = self.enc(a)\n        return self.fc(a)\n"));
  EXPECT_EQ(reading.query, "framework=pytorch&input=8&layers=LSTM(8),Dense(8),Dense(1)");
  EXPECT_EQ(total_of(reading.query), "657");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].code, "never_used");
}

TEST(ReadForward, WhatNeverUsedLayersReadIsNotKnown) {
  const TextReading reading = sound_reading(torch_class(
      "        self.enc = nn.LSTM(8, 8)\n        self.old = nn.Linear(5, 8)\n        self.fc = nn.Linear(8, 1)\n",
      "    def forward(self, a):\n        a, _ = self.enc(a)\n        return self.fc(a)\n"));
  EXPECT_EQ(total_of(reading.query), "633");  // 576 + 48 + 9
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].code, "never_used");
}

// Of two ways of which nothing is known, the second does not read what the first hands on.
TEST(ReadForward, WaysThatMayNotBeTaken) {
  EXPECT_TRUE(sound_reading(torch_class("        self.rnn = nn.GRU(8, 16)\n"
                                        "        self.up = nn.Linear(16, 32)\n"
                                        "        self.down = nn.Linear(16, 4)\n",
                                        "    def forward(self, x, wide):\n"
                                        "        x, _ = self.rnn(x)\n"
                                        "        if wide:\n"
                                        "            x = self.up(x)\n"
                                        "        else:\n"
                                        "            x = self.down(x)\n"
                                        "        return x\n"))
                  .problems.empty());
}

TEST(ReadForward, WidthsAreHeldAgainstWhatIsReallyRead) {
  // Two heads read the LSTM, and neither the other.
  EXPECT_TRUE(sound_reading(torch_class("        self.rnn = nn.LSTM(8, 64)\n"
                                        "        self.actor = nn.Linear(64, 4)\n"
                                        "        self.critic = nn.Linear(64, 1)\n",
                                        "    def forward(self, x, h):\n"
                                        "        y, h = self.rnn(x, h)\n"
                                        "        return self.actor(y), self.critic(y), h\n"))
                  .problems.empty());
  // Two branches, side by side.
  EXPECT_TRUE(sound_reading(torch_class("        self.a = nn.LSTM(5, 10)\n"
                                        "        self.b = nn.GRU(7, 20)\n"
                                        "        self.fc = nn.Linear(30, 1)\n",
                                        "    def forward(self, x, y):\n"
                                        "        x, _ = self.a(x)\n"
                                        "        y, _ = self.b(y)\n"
                                        "        return self.fc(torch.cat([x[:, -1], y[:, -1]], dim=-1))\n"))
                  .problems.empty());
  EXPECT_TRUE(has(sound_reading(torch_class("        self.gru = nn.GRU(8, 32, bidirectional=True)\n"
                                            "        self.fc = nn.Linear(32, 1)\n",
                                            "    def forward(self, x):\n"
                                            "        y, _ = self.gru(x)\n"
                                            "        return self.fc(y)\n")),
                  "reads_other"));
}

TEST(ReadForward, LoopsGoOverListsOfLayers) {
  const TextReading reading = sound_reading(torch_class(
      "        self.norms = nn.ModuleList([nn.LayerNorm(20) for _ in range(2)])\n"
      "        self.layers = nn.ModuleList([nn.LSTM(10 if i == 0 else 20, 20) for i in range(2)])\n",
      "    def forward(self, x):\n"
      "        for layer, norm in zip(self.layers, self.norms):\n"
      "            x, _ = layer(x)\n"
      "            x = norm(x)\n"
      "        return x\n"));
  EXPECT_EQ(reading.query,
            "framework=pytorch&input=10&layers=LSTM(20),LayerNormalization(),LSTM(20),LayerNormalization()");
  EXPECT_EQ(total_of(reading.query), "6000");  // 2560 + 40 + 3360 + 40
}

// Layers of Keras get their width from what they are called with.
TEST(ReadForward, CallOfAModelOfKeras) {
  const TextReading chain = sound_reading(R"(class Sentiment(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.out = tf.keras.layers.Dense(3, activation='softmax')
        self.emb = tf.keras.layers.Embedding(5000, 32)
        self.lstm = tf.keras.layers.LSTM(64)
    def call(self, x):
        return self.out(self.lstm(self.emb(x)))
)");
  EXPECT_EQ(total_of(chain.query), "185027");
  const auto two = [](const char* merged) {
    return std::string(R"(class Two(keras.Model):
    def __init__(self):
        super().__init__()
        self.a = layers.LSTM(20)
        self.b = layers.LSTM(30)
        self.cat = layers.Concatenate()
        self.out = layers.Dense(1)
    def call(self, inputs):
        x = self.a(inputs)
        y = self.b(inputs)
        return self.out()") +
           merged + R"()
model = Two()
model.build((None, 10, 6))
)";
  };
  // 4·20·27 + 4·30·37 + 51
  EXPECT_EQ(total_of(sound_reading(two("self.cat([x, y])")).query), "6651");
  EXPECT_EQ(total_of(sound_reading(two("tf.concat([x, y], axis=-1)")).query), "6651");
}

TEST(ReadForward, ASecondArgumentIsNotWhatTheModelReads) {
  const TextReading reading = sound_reading(R"(class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.lstm = keras.layers.LSTM(16)
        self.context = keras.layers.Dense(16)
    def call(self, x, extra):
        return self.lstm(x) + self.context(extra)
model = Net()
model.build((None, 10, 8))
)");
  EXPECT_EQ(reading.query.find("input_dim=8"), std::string::npos) << reading.query;
}

// 4·16·(8 + 16 + 1); 4·4·(16 + 4 + 1) and 4·5·(16 + 5 + 1), or 17·4 and 17·5.
TEST(ReadForward, TwoThatReadOneLayerAreBranches) {
  const TextReading layers = sound_reading(R"(inp = Input((10, 8))
a = LSTM(16, return_sequences=True)(inp)
b = LSTM(4)(a)
c = LSTM(5)(a)
model = Model(inp, [b, c])
)");
  EXPECT_EQ(total_of(layers.query), "2376") << layers.query;
  const TextReading methods = sound_reading(R"(class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.lstm = keras.layers.LSTM(16)
        self.mean = keras.layers.Dense(4)
        self.deviation = keras.layers.Dense(5)
    def call(self, x):
        x = self.lstm(x)
        return self.mean(x), self.deviation(x)
model = Net()
model.build((None, 10, 8))
)");
  EXPECT_EQ(total_of(methods.query), "1753") << methods.query;
}

}  // namespace
}  // namespace rnn
