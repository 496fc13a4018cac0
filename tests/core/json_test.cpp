#include "core/json.h"

#include <gtest/gtest.h>

#include "core/catalog.h"
#include "tests/core/answer.h"

namespace rnn {
namespace {

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
  for (const Row& row : rows) EXPECT_EQ(Json().item(row.text).take(), row.json);
}

TEST(Json, ListsAndObjects) {
  EXPECT_EQ(Json().list().end().take(), "[]");
  EXPECT_EQ(Json().object().end().take(), "{}");
  EXPECT_EQ(Json().list().item("a").item("b").end().take(), R"(["a","b"])");
  EXPECT_EQ(Json().object().flag("a", true).index("b", 7).text("c", "x").end().take(),
            R"({"a":true,"b":7,"c":"x"})");
  EXPECT_EQ(Json().object().number("a", 12416).number("b", {}).end().take(), R"({"a":"12416","b":""})");
  constexpr std::string_view texts[] = {"x", "[", "{"};
  EXPECT_EQ(Json().list().object().texts("a", texts).list("b").end().end().list().end().end().take(),
            R"([{"a":["x","[","{"],"b":[]},[]])");
}

TEST(Json, LinesAreWhiteSpace) {
  EXPECT_EQ(Json().list().line().end().take(), "[\n]");
  EXPECT_EQ(Json().list().line().item("a").line().object().end().line().end().take(), "[\n\"a\"\n,{}\n]");
  EXPECT_EQ(Json().object().list("a").line().end().index("b", 7).end().take(), "{\"a\":[\n],\"b\":7}");
}

// What is in it: tests/web/catalog.test.js.
TEST(Json, TheCatalogIsJson) { EXPECT_TRUE(is_json(catalog_json())); }

}  // namespace
}  // namespace rnn
