#include "tests/json_value.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rnn {
namespace {

class JsonReader {
 public:
  static JsonValue read(std::string_view text) {
    JsonReader reader{text};
    JsonValue value = reader.value();
    EXPECT_TRUE(reader.sound_ && reader.rest_.empty()) << text.substr(0, 1000);
    return value;
  }

 private:
  explicit JsonReader(std::string_view text) : rest_(text) {}

  JsonValue value() {
    JsonValue out;
    const char first = rest_.empty() ? '\0' : rest_.front();
    if (first == '"') {
      out.text = text();
    } else if (first == '[') {
      out.kind = JsonValue::Kind::list;
      each(']', [&] { out.items.push_back(value()); });
    } else if (first == '{') {
      out.kind = JsonValue::Kind::object;
      each('}', [&] {
        std::string name = text();
        take(":");
        out.fields.emplace_back(std::move(name), value());
      });
    } else {
      const std::size_t length = std::min(rest_.find_first_of(",]}"), rest_.size());
      out.text = rest_.substr(0, length);
      rest_.remove_prefix(length);
      const bool flag = out.text == "true" || out.text == "false";
      out.kind = flag ? JsonValue::Kind::flag : JsonValue::Kind::number;
      const bool digits = out.text == "-1" || (!out.text.empty() &&
                                               out.text.find_first_not_of("0123456789") == std::string::npos);
      sound_ = sound_ && (flag || digits);
    }
    return out;
  }

  /// What stands between brackets, with commas between.
  template <class Read>
  void each(char closing, Read&& read) {
    rest_.remove_prefix(1);
    for (bool first = true; sound_ && !rest_.empty() && rest_.front() != closing; first = false) {
      if (!first) take(",");
      read();
    }
    take(std::string_view(&closing, 1));
  }

  std::string text() {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    take("\"");
    while (!rest_.empty() && rest_.front() != '"') {
      sound_ = sound_ && static_cast<unsigned char>(rest_.front()) >= 0x20;
      if (rest_.starts_with("\\u00") && rest_.size() > 5) {
        out += static_cast<char>(hex.find(rest_[4]) * 16 + hex.find(rest_[5]));
        rest_.remove_prefix(6);
        continue;
      }
      if (rest_.starts_with("\\") && rest_.size() > 1) rest_.remove_prefix(1);
      const std::size_t plain = std::max<std::size_t>(rest_.find_first_of("\\\""), 1);
      const std::size_t length = std::min(plain, rest_.size());
      out += rest_.substr(0, length);
      rest_.remove_prefix(length);
    }
    take("\"");
    return out;
  }

  void take(std::string_view mark) {
    sound_ = sound_ && rest_.starts_with(mark);
    rest_.remove_prefix(std::min(mark.size(), rest_.size()));
  }

  std::string_view rest_;
  bool sound_ = true;
};

}  // namespace

JsonValue read_json(std::string_view text) { return JsonReader::read(text); }

}  // namespace rnn
