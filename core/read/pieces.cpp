#include "core/read/pieces.h"

#include <algorithm>
#include <utility>

#include "core/read/signs.h"

namespace rnn {
namespace {

bool is_mark(char c) { return std::string_view("()[]{},:;='\"\\|-_*`>.").find(c) != std::string_view::npos; }

}  // namespace

void Pieces::put(TextPiece piece) {
  piece.span.end = std::min(piece.span.end, text_.size());
  for (std::size_t at = piece.span.start; at < piece.span.end; ++at)
    owner_[at] = static_cast<int>(put_.size());
  put_.push_back(std::move(piece));
}

std::vector<TextPiece> Pieces::take() const {
  std::vector<TextPiece> out;
  for (std::size_t at = 0; at < text_.size();) {
    if (is_blank(text_[at])) {
      ++at;
      continue;
    }
    const int whose = owner_[at];
    std::size_t end = at;
    // A run ends where another piece begins, and what nothing covers also at a line's end.
    for (std::size_t next = at; next < text_.size(); ++next) {
      const bool blank = is_blank(text_[next]);
      if (blank && whose < 0 && text_[next] == '\n') break;
      if (!blank && owner_[next] != whose) break;
      if (!blank) end = next + 1;
    }
    TextPiece piece;
    const std::string_view run = text_.substr(at, end - at);
    if (whose >= 0)
      piece = put_[static_cast<std::size_t>(whose)];
    else if (std::all_of(run.begin(), run.end(), [](char c) { return is_mark(c) || is_blank(c); }))
      piece.code = "punctuation";
    else
      piece = {{}, TextPiece::Kind::unknown, -1, "unread", {}};
    piece.span = {at, end};
    out.push_back(std::move(piece));
    at = end;
  }
  return out;
}

}  // namespace rnn
