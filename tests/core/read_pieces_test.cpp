// Of every sample text: each sign in exactly one piece; what is ignored may be changed, blanked or gone, and
// the model stays; what is said to decide does. All texts are covered, and as many of their pieces are
// changed as there is time for, the same ones each time.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/keras_models.h"
#include "tests/core/printed_models.h"
#include "tests/core/printed_rows.h"
#include "tests/core/readings.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

bool is_of_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string blank(std::string place) {
  for (char& c : place)
    if (static_cast<unsigned char>(c) > ' ') c = ' ';
  return place;
}

/// The opposite of what is true or false; else other letters.
std::string other_words(std::string place) {
  const std::size_t yes = place.find("rue");
  const std::size_t no = place.find("alse");
  if (yes != std::string::npos) return place.replace(yes - 1, 4, place[yes - 1] == 'T' ? "False" : "false");
  if (no != std::string::npos) return place.replace(no - 1, 5, place[no - 1] == 'F' ? "True" : "true");
  for (char& c : place)
    if (c >= 'b' && c <= 'z') c = static_cast<char>(c - 1);
  return place;
}

void expect_covered(std::string_view text, const TextReading& reading, const std::string& id) {
  std::vector<int> covered(text.size());
  for (const TextPiece& piece : reading.pieces) {
    const bool says_why = piece.kind == TextPiece::Kind::ignored || piece.kind == TextPiece::Kind::unknown;
    EXPECT_EQ(says_why, !piece.code.empty()) << id;
    for (std::size_t at = piece.span.start; at < piece.span.end; ++at) ++covered[at];
  }
  for (std::size_t at = 0; at < text.size(); ++at)
    if (static_cast<unsigned char>(text[at]) > ' ') {
      ASSERT_EQ(covered[at], 1) << id << " at " << at;
    }
}

struct Tally {
  std::size_t tried = 0;
  std::size_t idle = 0;  ///< said to decide, and did not
  std::string which;
};

/// `most`: so many pieces of the text are changed.
Tally expect_pieces(const PrintedRow& row, std::size_t most, std::mt19937& chance) {
  const TextReading reading = read_text(row.text);
  expect_covered(row.text, reading, row.id);
  Tally out;
  for (std::size_t i = 0; i < most && !reading.pieces.empty(); ++i) {
    const TextPiece& piece = reading.pieces[chance() % reading.pieces.size()];
    if (piece.kind == TextPiece::Kind::unknown) continue;
    // JSON without its own marks is none.
    if (reading.form == Form::keras_json &&
        std::none_of(row.text.begin() + static_cast<std::ptrdiff_t>(piece.span.start),
                     row.text.begin() + static_cast<std::ptrdiff_t>(piece.span.end), is_of_word))
      continue;
    const std::string before = row.text.substr(0, piece.span.start);
    const std::string place = row.text.substr(piece.span.start, piece.span.end - piece.span.start);
    const std::string behind = row.text.substr(piece.span.end);
    const auto same = [&](const std::string& instead) {
      static StoredLayers known;  // what was counted for other texts changes nothing
      return asked_of(read_roughly(before + instead + behind, {}, known)) == asked_of(reading);
    };
    const bool firm = same(counted_up(place)) && same(blank(place)) && same("");
    if (piece.kind == TextPiece::Kind::ignored) {
      EXPECT_TRUE(firm) << row.id << ": \"" << place << "\" (" << piece.code << ") of\n" << row.text;
      continue;
    }
    ++out.tried;
    if (firm && same(other_words(place))) {
      ++out.idle;
      out.which += row.id + ": " + place + "\n";
    }
  }
  return out;
}

/// `idle`: so many of a hundred pieces that are said to decide may not, where others of the table say the
/// same.
void expect_all(std::string_view lines, std::size_t every, std::size_t most, std::size_t idle) {
  std::mt19937 chance(20);  // NOLINT(cert-msc51-cpp): the same pieces each time
  Tally sum;
  const std::vector<PrintedRow> all = printed_rows(lines);
  for (std::size_t i = 0; i < all.size(); i += every * one_of) {
    const Tally one = expect_pieces(all[i], most, chance);
    sum.tried += one.tried;
    sum.idle += one.idle;
    sum.which += one.which;
  }
  EXPECT_GT(sum.tried, sampled(10U));
  EXPECT_LE(sum.idle * 100, idle * sum.tried) << sum.which;
}

TEST(ReadPieces, OfModules) { expect_all(printed_modules_jsonl, 3, 4, 0); }

TEST(ReadPieces, OfTorchTables) { expect_all(printed_summaries_jsonl, 6, 4, 8); }

TEST(ReadPieces, OfConfigurations) { expect_all(keras_models_jsonl, 3, 8, 0); }

/// Behind a prompt, too.
TEST(ReadPieces, ABlankThatIsWrittenOutIsInAPiece) {
  for (const std::string_view text :
       {">\u0967&nbsp;", "> 12&nbsp;", ">&nbsp;12", "> LSTM(3)&nbsp;", "> &nbsp;LSTM(3)\n> &nbsp;"})
    sound_reading(text);
}

/// Wherever letters of other scripts stand: each piece is made of whole characters.
TEST(ReadPieces, LettersOfOtherScriptsStayWhole) {
  for (
      const std::string text :
      {"model = Sequential([LSTM(3, input_shape=(5, 4)), Dense(1)])  # code",
       "layers = [sequenceInputLayer(3)\n  lstmLayer(4, 'OutputMode', \"last\")]; % MATLAB",
       "Chain(LSTM(3 => 4), Dense(4 => 1)) # Julia",
       "library(keras)\nmodel <- keras_model_sequential() %>%\n  layer_lstm(3, input_shape = c(5, 4)) # R",
       "LSTM(10, 20, num_layers=2)", "Net(\n  (rnn): LSTM(3, 4)\n  (out): Linear(in_features=4)\n)",
       "weight_ih_l0 (16, 3)\nweight_hh_l0 (16, 4)\n", "lstm (LSTM)  (None, 4)  128\nTotal params: 128\n",
       R"({"class_name": "Sequential", "config": {"layers": [{"class_name": "LSTM", "config": {"units": 3}}]}})",
       "framework=keras&input=3&layers=LSTM(4)", "12,416"}) {
    for (const std::string letters : {"\u00e9", "\u20ac", "\u0967", "\U0001f600"}) {
      for (std::size_t at = 0; at <= text.size(); ++at) {
        const std::string other = text.substr(0, at) + letters + text.substr(at);
        for (const TextPiece& piece : read_text(other).pieces) {
          const bool whole = piece.span.end <= at || piece.span.start >= at + letters.size() ||
                             (piece.span.start <= at && piece.span.end >= at + letters.size());
          EXPECT_TRUE(whole) << piece.span.start << "-" << piece.span.end << " of " << other;
        }
        EXPECT_TRUE(nlohmann::json::accept(read_json(other, ""))) << other;
      }
    }
    // What is told of a long name is its beginning, which ends between two letters.
    for (std::size_t at = 0; at <= text.size(); ++at) {
      std::string name = std::string("xx").substr(0, at % 3);
      for (int i = 0; i < 40; ++i) name += "\u20ac";
      const std::string other = text.substr(0, at) + name + text.substr(at);
      EXPECT_TRUE(nlohmann::json::accept(read_json(other, ""))) << other;
    }
  }
}

}  // namespace
}  // namespace rnn
