// Any text as what somebody pastes: every non-blank character is in exactly one piece, pieces that are not
// read say why, and what is ignored changes nothing where it is blank.
#include "core/read/read.h"
#include "tests/fuzz/require.h"

namespace rnn {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

void require_cover(const TextReading& reading, std::string_view text) {
  std::size_t end = 0;
  const auto blank_between = [&](std::size_t start) {
    for (; end < start; ++end) require(is_blank(text[end]), "a character that is in no piece", text);
  };
  for (const TextPiece& piece : reading.pieces) {
    require(piece.span.start >= end && piece.span.start < piece.span.end && piece.span.end <= text.size(),
            "pieces that overlap", text);
    blank_between(piece.span.start);
    end = piece.span.end;
    const bool says_why = piece.kind == TextPiece::Kind::ignored || piece.kind == TextPiece::Kind::unknown;
    require(says_why != piece.code.empty(), "a piece that does not say why", text);
  }
  blank_between(text.size());
}

bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] != '\n' && is_blank(text[at - 1])) --at;
  return at == 0 || text[at - 1] == '\n';
}

/// One of the ignored pieces, always the same one of the same text. Only of forms whose lines stand for
/// themselves: in code an `if` that is not read may say whether a line is run, and in a table that is cut
/// anywhere, a column that is not read may be all that tells one kind of line from another.
void require_ignored(const TextReading& reading, std::string_view text) {
  std::vector<Span> ignored;
  for (const TextPiece& piece : reading.pieces) {
    if (piece.kind != TextPiece::Kind::ignored) continue;
    // How far a line is indented does have an effect, so that what begins one keeps its place.
    const bool indented = piece.code == "around" && begins_line(text, piece.span.start);
    ignored.push_back({piece.span.start + (indented ? 1 : 0), piece.span.end});
  }
  const bool alone = reading.form == Form::module || reading.form == Form::tensors;
  if (ignored.empty() || !alone) return;
  const Span one = ignored[text.size() % ignored.size()];
  std::string without(text);
  for (std::size_t at = one.start; at < one.end; ++at)
    if (!is_blank(without[at])) without[at] = ' ';
  StoredLayers known;
  const TextReading other = read_roughly(without, {}, known);
  require(other.form != reading.form || other.query == reading.query, "an ignored piece with an effect",
          text);
}

}  // namespace
}  // namespace rnn

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace rnn;
  const std::string text(reinterpret_cast<const char*>(data), size);
  require_json(read_json(text, ""), text);
  const TextReading reading = read_text(text);
  require_cover(reading, text);
  require_ignored(reading, text);
  return 0;
}
