// Reads JSON text back: strictly, as far as the core writes it. What is no JSON fails the test.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rnn {

struct JsonValue {
  enum class Kind { text, number, flag, list, object };
  Kind kind = Kind::text;
  std::string text;  ///< of a text; of a number, its digits; of a flag, its word
  std::vector<JsonValue> items;
  std::vector<std::pair<std::string, JsonValue>> fields;

  /// The field of that name; an empty text if there is none.
  const JsonValue& operator[](std::string_view name) const {
    static const JsonValue none;
    for (const auto& [field, value] : fields)
      if (field == name) return value;
    return none;
  }
};

JsonValue read_json(std::string_view text);

}  // namespace rnn
