#include "core/read/settle.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "core/read/forms.h"
#include "core/read/plain_text.h"
#include "core/read/read.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

constexpr std::size_t most_work = std::size_t{256} * 1024;  // bytes that are read again

constexpr int most_trials = 24;              // of a table, whose solutions take long
constexpr int most_marks = 4 * most_trials;  // what says that a column is empty stands in every row

enum class Change : std::uint8_t { blanks, numbers, gone };

std::string asked(const TextReading& reading) {
  std::string out = reading.query;
  for (const Question& question : reading.questions) out += "\n" + question.name;
  return out;
}

class Settling {
 public:
  Settling(std::string_view text, const Names& names, StoredLayers& known, TextReading& reading)
      : text_(text),
        names_(names),
        known_(known),
        pieces_(reading.pieces),
        model_(asked(reading)),
        other_(text),
        table_(reading.form == Form::summary),
        links_(reading.form == Form::keras_json),
        lines_(reading.form == Form::module || reading.form == Form::python || reading.form == Form::matlab) {
  }

  void run() {
    Places structure;
    Places others;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      TextPiece& piece = pieces_[i];
      if (!is_open(i)) continue;
      // What holds layers together does so in pairs: each piece of it is tried by itself.
      const bool flow = piece.code == flow_code;
      const bool number = piece.code == number_code;
      (flow || number || piece.code == structure_code ? structure : others).push_back(i);
      if (flow) piece.code = wiring_code;
      if (number) piece.code = mark_code;
    }
    try_each(structure, Change::blanks);
    trials_ = most_trials;
    halve(others, Change::blanks);
    if (table_) {
      // Widths that the rows around them say, too: another number there fits no layer.
      Places shapes;
      std::copy_if(others.begin(), others.end(), std::back_inserter(shapes),
                   [&](std::size_t i) { return pieces_[i].code == "shape" && has_number(pieces_[i].span); });
      if (shapes.empty()) return;  // what says no width takes longest
      trials_ = most_trials;
      try_each(shapes, Change::numbers);
      Places beside;
      std::copy_if(others.begin(), others.end(), std::back_inserter(beside),
                   [&](std::size_t i) { return pieces_[i].code == "beside" && has_number(pieces_[i].span); });
      trials_ = most_trials;
      try_each(structure, Change::numbers);
      try_each(beside, Change::numbers);
      try_each(structure, Change::gone);
      // A tree's marks, and brackets: what stands behind them is a row of its own, or no shape, without them.
      Places marks;
      std::copy_if(others.begin(), others.end(), std::back_inserter(marks),
                   [&](std::size_t i) { return pieces_[i].code == "beside" || pieces_[i].code == "shape"; });
      trials_ = most_marks;
      try_each(marks, Change::gone);
    } else {
      try_each(structure, Change::numbers);
      halve(others, Change::numbers);
      if (links_) {
        // Names that all change alike lead to each other as before: each is tried by itself.
        Places links;
        std::copy_if(others.begin(), others.end(), std::back_inserter(links), [&](std::size_t i) {
          return pieces_[i].code == "name" || pieces_[i].code == wiring_code;
        });
        try_each(links, Change::numbers);
      }
    }
    if (!lines_) return;
    try_each(structure, Change::gone);
    try_each(others, Change::gone);
    leave_idle_marks();
  }

 private:
  using Places = std::vector<std::size_t>;

  void settle_as(const Places& all, std::size_t place, Change change) {
    const bool number =
        change == Change::numbers || (!table_ && decides(all, place, place + 1, Change::numbers));
    TextPiece& piece = pieces_[all[place]];
    piece.kind = number ? TextPiece::Kind::size : TextPiece::Kind::layer;
    piece.code = "";
    piece.args.clear();
  }

  bool has_number(Span span) const {
    const std::string_view place = text_.substr(span.start, span.end - span.start);
    return std::any_of(place.begin(), place.end(), is_digit);
  }

  /// Closing brackets without which the layers are the same: the text's end, or what follows, closes them,
  /// too.
  void leave_idle_marks() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      TextPiece& piece = pieces_[i];
      const std::string_view place = text_.substr(piece.span.start, piece.span.end - piece.span.start);
      const bool closes = std::all_of(place.begin(), place.end(), [](char c) {
        return is_blank(c) || std::string_view(")]}:,0123456789(").find(c) != std::string_view::npos;
      });
      if (piece.kind != TextPiece::Kind::layer || !closes) continue;
      const TextPiece before = piece;
      piece = {piece.span, TextPiece::Kind::ignored, -1, "punctuation", {}};
      if (decides({i}, 0, 1, Change::blanks) || decides({i}, 0, 1, Change::numbers) ||
          decides({i}, 0, 1, Change::gone) || work_ + text_.size() > most_work)
        piece = before;
    }
  }

  bool is_open(std::size_t piece) const { return pieces_[piece].kind == TextPiece::Kind::ignored; }

  /// Whether what is around a piece moves, or is one word, where it is gone.
  bool moves(Span span) const {
    if (table_) return true;
    if (span.end >= text_.size() || text_[span.end] == '\n' || text_[span.end] == '\r') return false;
    std::size_t before = span.start;
    while (before > 0 && is_space(text_[before - 1])) --before;
    const bool begins = before == 0 || text_[before - 1] == '\n';
    return begins || (before == span.start && !is_blank(text_[span.end]));
  }

  void try_each(const Places& all, Change change) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      TextPiece& piece = pieces_[all[i]];
      if (!is_open(all[i]) || (change == Change::gone && !moves(piece.span))) continue;
      if (decides(all, i, i + 1, change)) settle_as(all, i, change);
    }
  }

  /// Finds those that decide among many by taking ever fewer of them together.
  void halve(const Places& all, Change change) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, all.size()}};
    while (!open.empty()) {
      const auto [from, to] = open.back();
      open.pop_back();
      if (from == to || !decides(all, from, to, change)) continue;
      if (to - from > 1) {
        const std::size_t middle = from + (to - from) / 2;
        open.emplace_back(middle, to);
        open.emplace_back(from, middle);
        continue;
      }
      settle_as(all, from, change);
    }
  }

  /// Whether the model is another one, or other names are asked for, where these pieces are changed.
  bool decides(const Places& all, std::size_t from, std::size_t to, Change change) {
    if (work_ + text_.size() > most_work || (table_ && trials_ == 0)) return false;
    bool any = false;
    for (std::size_t i = from; i < to; ++i)
      if (is_open(all[i])) any = put(all[i], change, to - from == 1) || any;
    if (any) work_ += text_.size();
    if (any) --trials_;
    const bool out = any && asked(read_roughly(change == Change::gone ? without(all[from]) : other_, names_,
                                               known_)) != model_;
    for (std::size_t i = from; i < to; ++i) {
      const Span span = pieces_[all[i]].span;
      other_.replace(span.start, span.end - span.start, text_.substr(span.start, span.end - span.start));
    }
    return out;
  }

  std::string without(std::size_t piece) const {
    const Span span = pieces_[piece].span;
    std::string out(text_.substr(0, span.start));
    return out.append(text_.substr(span.end));
  }

  /// Whether the piece is another one then. Neighbours change in other ways: what is changed alike
  /// everywhere, names that count up and widths, may come to the same. One `alone` may become the next one.
  bool put(std::size_t piece, Change change, bool alone) {
    if (change == Change::gone) return true;
    const Span span = pieces_[piece].span;
    const int more = alone ? 1 : static_cast<int>(piece % 3) + 1;
    bool out = false;
    for (std::size_t at = span.start; at < span.end; ++at) {
      char& c = other_[at];
      if (change == Change::blanks ? is_blank(c) : !is_digit(c)) continue;
      out = true;
      const int digit = c - '0' + more;
      c = change == Change::blanks ? ' ' : static_cast<char>('0' + (digit > 9 ? digit - 9 : digit));
    }
    return out;
  }

  std::string_view text_;
  const Names& names_;
  StoredLayers& known_;
  std::vector<TextPiece>& pieces_;
  std::string model_;
  std::string other_;  ///< the text, as it is changed
  bool table_;         ///< other numbers, which nothing may fit, take long
  bool links_;         ///< names say which layer reads which
  bool lines_;         ///< what stands before something in its line, or joins it, has a meaning
  std::size_t work_ = 0;
  int trials_ = -1;  ///< how many more; −1: as many as there are
};

}  // namespace

void settle(std::string_view text, const Names& names, StoredLayers& known, TextReading& reading) {
  Settling(text, names, known, reading).run();
}

}  // namespace rnn
