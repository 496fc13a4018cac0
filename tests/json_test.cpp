#include "web/json.h"

#include <gtest/gtest.h>

namespace rnn::json {
namespace {

template <class T>
std::string json(const T& value) {
  std::string out;
  put(out, value);
  return out;
}

TEST(Json, TextIsEscaped) {
  struct Row {
    std::string text;
    const char* json;
  };
  const Row rows[] = {
      {"", R"("")"},
      {"LSTM", R"("LSTM")"},
      {"a\"b\\c", R"("a\"b\\c")"},
      {"\n\x1F", R"("\u000a\u001f")"},
      {std::string("\0x", 2), R"("\u0000x")"},
      {"३ ×", R"("३ ×")"},
  };
  for (const Row& row : rows) EXPECT_EQ(json(row.text), row.json);
}

TEST(Json, ListsAndObjects) {
  EXPECT_EQ(json(std::vector<std::string>{}), "[]");
  EXPECT_EQ(json(std::vector<std::string>{"a", "b"}), R"(["a","b"])");
  std::string out;
  Object(out).field("a", true).field("b", 7U).field("c", "x");
  EXPECT_EQ(out, R"({"a":true,"b":7,"c":"x"})");
  out.clear();
  { const Object empty(out); }
  EXPECT_EQ(out, "{}");
}

}  // namespace
}  // namespace rnn::json
