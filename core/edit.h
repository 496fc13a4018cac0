// What the form does to the text of the layers: an option set, a layer added, removed or moved, as edits of
// that text. Whatever an edit is not about stays as it was typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/query.h"

namespace rnn {

struct Change {
  std::string_view kind;   ///< "set", "add", "remove" or "move"
  std::string_view layer;  ///< its place as it was typed, from 0; "" where none is named
  std::string_view argument;
  std::string_view value;
};

/// The edits stand in the order of their places, do not overlap and hold for the text as it was; with a
/// problem there are none.
struct Edits {
  Problems problems;
  std::vector<Edit> edits;
};

/// See web/engine.d.ts.
Edits edit(const Query& query, const Change& change);

/// { problems, edits } as JSON, as web/engine.d.ts declares it.
std::string edit_json(std::string_view query, const Change& change);

}  // namespace rnn
