// What decides which layers there are, or how many, is not ignored: the value of a name that a loop runs to,
// a list of widths, which layer reads which, the marks of a table's nesting.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/core/readings.h"

namespace rnn {
namespace {

/// Also that neither other numbers in an ignored piece nor its absence change the model.
void expect_firm(std::string_view text, std::string_view total) {
  const TextReading reading = telling_reading(text);
  StoredLayers known;
  EXPECT_EQ(total_of(reading.query), total) << reading.query;
  for (const TextPiece& piece : reading.pieces) {
    if (piece.kind != TextPiece::Kind::ignored) continue;
    const std::string before(text.substr(0, piece.span.start));
    const std::string place(text.substr(piece.span.start, piece.span.end - piece.span.start));
    const std::string behind(text.substr(piece.span.end));
    EXPECT_EQ(asked_of(read_roughly(before + counted_up(place) + behind, {}, known)), asked_of(reading))
        << place << " (" << piece.code << ")";
    if (reading.form != Form::summary) {
      EXPECT_EQ(asked_of(read_roughly(before + behind, {}, known)), asked_of(reading))
          << place << " (" << piece.code << ")";
    }
  }
}

TextPiece::Kind kind_at(std::string_view text, std::string_view word) {
  const TextReading reading = read_text(text);
  const std::size_t at = text.find(word);
  const auto piece = std::find_if(reading.pieces.begin(), reading.pieces.end(), [&](const TextPiece& one) {
    return one.span.start <= at && at < one.span.end;
  });
  return piece == reading.pieces.end() ? TextPiece::Kind::unknown : piece->kind;
}

// 4 × 50 × (3 + 50 + 1), three times 4 × 50 × (50 + 50 + 1), and 51.
constexpr std::string_view loop = R"(n_layers = 4
regressor = Sequential()
regressor.add(LSTM(units=50, return_sequences=True, input_shape=(60, 3)))
for _ in range(n_layers - 2):
    regressor.add(LSTM(units=50, return_sequences=True))
regressor.add(LSTM(units=50))
regressor.add(Dense(units=1))
regressor.fit(X, y, epochs=100, batch_size=32)
)";

TEST(ReadSettled, HowOftenALoopRuns) {
  expect_firm(loop, "71451");
  EXPECT_EQ(kind_at(loop, "n_layers = 4"), TextPiece::Kind::size);
  EXPECT_EQ(kind_at(loop, "regressor.fit"), TextPiece::Kind::ignored);
}

TEST(ReadSettled, ListsOfWidths) {
  constexpr std::string_view text = R"(sizes = [10, 64, 32, 2]
layers = []
for a, b in zip(sizes[:-1], sizes[1:]):
    layers.append(nn.Linear(a, b))
    layers.append(nn.ReLU())
net = nn.Sequential(*layers[:-1])
)";
  expect_firm(text, "2850");  // 11 × 64 + 65 × 32 + 33 × 2
  EXPECT_EQ(kind_at(text, "sizes = ["), TextPiece::Kind::size);
}

TEST(ReadSettled, WhichBranchIsTaken) {
  constexpr std::string_view text = R"(class Net(nn.Module):
    def __init__(self, cell='gru', n=3):
        super().__init__()
        if cell == 'lstm':
            self.rnn = nn.LSTM(10, 20)
        elif cell == 'gru':
            self.rnn = nn.GRU(10, 20)
        else:
            self.rnn = nn.RNN(10, 20)
        self.fc = nn.Linear(20, 4)
net = Net()
)";
  expect_firm(text, "2004");  // 3 × 20 × (10 + 20 + 2) + 84
}

TEST(ReadSettled, WhichLayerReadsWhich) {
  constexpr std::string_view text = R"(left = Input(shape=(30,))
right = Input(shape=(30,))
emb = Embedding(1000, 50)
shared = LSTM(20)
l = shared(emb(left))
r = shared(emb(right))
merged = Concatenate()([l, r])
out = Dense(1, activation='sigmoid')(merged)
model = Model([left, right], out)
)";
  EXPECT_EQ(total_of(sound_reading(text).query), "55721");  // 50,000 + 80 × 71 + 41
}

TEST(ReadSettled, MarksOfATablesNesting) {
  constexpr std::string_view text =
      R"(Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================
Net                                      [32, 1]                   --
&#9500;&#9472;LSTM: 1-1                              [32, 60, 50]              12,000
&#9500;&#9472;Linear: 1-2                            [32, 1]                   51
==========================================================================
Total params: 12,051
)";
  EXPECT_EQ(total_of(sound_reading(text).query), "12051");
  constexpr std::string_view nested = R"(Layer (type)                 Output Shape         Param #
================================================================
         Embedding-1               [-1, 20, 32]          32,000
              LSTM-2  [[-1, 20, 64], [[-1, 2, 64], [-1, 2, 64]]]               0
            Linear-3                    [-1, 5]             325
================================================================
Total params: 32,325
)";
  sound_reading(nested);
}

TEST(ReadSettled, WidthsThatTheNextLayerReads) {
  constexpr std::string_view text = R"(Layer (type)                 Output Shape              Param #
=================================================================
lstm (LSTM)                  (None, 32)                4864
_________________________________________________________________
dropout (Dropout)            (None, 32)                0
_________________________________________________________________
dense (Dense)                (None, 1)                 33
=================================================================
Total params: 4,897
)";
  expect_firm(text, "4897");
}

}  // namespace
}  // namespace rnn
