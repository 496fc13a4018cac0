// What the public answers have in common, written as JSON: every number is decimal text, every place counts
// UTF-16 units.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/derive.h"
#include "core/differences.h"
#include "core/json.h"
#include "core/query.h"
#include "core/tokens.h"

namespace rnn {

/// Where the bytes of a text stand when it is counted in UTF-16 units.
class Utf16 {
 public:
  explicit Utf16(std::string_view text);
  void write(Json& json, Span place) const;
  /// As two items of the list that is open.
  void list(Json& json, Span place) const;

 private:
  std::size_t at(std::size_t byte) const;

  std::vector<std::size_t> units_;
};

/// A step as it is shown.
struct ShownStep {
  Tokens symbols;
  Tokens numbers;
  Tokens reduced;  ///< empty where it is left out
  std::string value;
};

/// With a problem that is no missing number, a step is not `certain`; then only those that have nothing to do
/// with it keep their values.
ShownStep shown(const Step& step, bool certain);

void write(Json& json, const char* name, const Tokens& formula);

/// Appends an origin as it crosses the border: "w0.1" for "written.0.args.1", "l0.1" for "layers.0.steps.1",
/// others as they are.
void append_short(std::string& out, std::string_view ref);

/// The field "terms".
void write(Json& json, const std::vector<Difference>& differences);

/// The fields' texts, for places in them.
using Texts = std::array<Utf16, keys.size()>;
Texts utf16_of(const Fields& fields);

/// The fields "problems" and "more_problems", with places in `texts`.
void write(Json& json, const Problems& problems, const Texts& texts);

/// The field "edits", likewise.
void write(Json& json, const std::vector<Edit>& edits, const Texts& texts);

}  // namespace rnn
