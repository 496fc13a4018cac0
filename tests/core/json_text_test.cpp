// Where the values of a text of JSON stand, whole or damaged.
#include "core/read/json_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/read/reading.h"

namespace rnn {
namespace {

using Kind = JsonValue::Kind;

std::string source(const JsonText& json, std::size_t index) {
  const Span span = json[index].span;
  return std::string(json.text().substr(span.start, span.end - span.start));
}

TEST(JsonText, ValuesStandWhereTheyAre) {
  const JsonText json(R"({"a": [1, null, "x\"y"], 'b': {"c": True}})");
  ASSERT_EQ(json.size(), 7U);
  const std::size_t a = json.list(0, "a");
  ASSERT_EQ(a, 1U);
  EXPECT_EQ(source(json, a), R"([1, null, "x\"y"])");
  EXPECT_EQ(json.whole(a).start, 1U);
  ASSERT_EQ(json.items(a).size(), 3U);
  EXPECT_EQ(json[json.items(a)[2]].text, R"(x\"y)");
  const std::size_t b = json.object(0, "b");
  EXPECT_EQ(json[json.member(b, "c")].text, "True");
  EXPECT_EQ(json.member(b, "a"), JsonText::none);
  EXPECT_TRUE(json[0].closed);
}

TEST(JsonText, PythonsTuplesAndCallsAreLists) {
  const JsonText json("{'shape': TensorShape([None, 10]), 'f': <function g at 0x7f>, 'one': (3,)}");
  EXPECT_EQ(json.items(json.list(0, "shape")).size(), 2U);
  EXPECT_EQ(json[json.member(0, "f")].text, "<function g at 0x7f>");
  EXPECT_EQ(json.items(json.list(0, "one")).size(), 1U);
}

TEST(JsonText, TextWithinATextIsRead) {
  for (const char* text : {R"('{"a": 1}')", R"("{\"a\": 1}")", R"(b'{"a": 1}')", R"(x = u'{"a": 1}')"}) {
    const JsonText json(text);
    ASSERT_GE(json.size(), 2U) << text;
    EXPECT_EQ(json[json.member(0, "a")].text, "1") << text;
  }
}

// As h5py hands on what Keras wrote into a file's attribute: a text of JSON among Python's own texts.
TEST(JsonText, TextWithinAMembersTextIsRead) {
  for (const char* text :
       {R"({'model_config': '{ "a": 1}', "b": 2})", R"({"model_config": "{ \"a\": 1}", "b": 2})",
        R"({"model_config": "{'a': 1}", "b": 2})"}) {
    const JsonText json(text);
    const std::size_t config = json.object(0, "model_config");
    ASSERT_NE(config, JsonText::none) << text;
    EXPECT_EQ(json[json.member(config, "a")].text, "1") << text;
    EXPECT_EQ(json[json.member(0, "b")].text, "2") << text;
  }
}

TEST(JsonText, DamageIsPassedOver) {
  const JsonText stray(R"("a": 1}, "b": {"c": 2}])");
  EXPECT_EQ(stray.stray().start, 6U);
  ASSERT_EQ(stray.size(), 3U);
  EXPECT_EQ(stray[1].name, "b");
  const JsonText open(R"({"a": [1, 2, "b": {"c": 3}})");
  EXPECT_FALSE(open[open.list(0, "a")].closed);
  EXPECT_TRUE(open[0].closed);
  const JsonText cut(R"({"a": {"b": "no end)");
  EXPECT_FALSE(cut[0].closed);
  EXPECT_EQ(cut.string(1, "b"), "no end");
  const JsonText gap(R"({"a":   , "b":  })");
  EXPECT_EQ(gap[gap.member(0, "a")].kind, Kind::nothing);
  EXPECT_NE(gap.member(0, "b"), JsonText::none);
}

TEST(JsonText, ApostrophesAndColoursAreNoQuotes) {
  const JsonText json("Here's it: \x1B[1;32m{\"a\": 1}\x1B[0m");
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[1].text, "1");
}

// As mails and listings put them before a line; one that stands behind a word is a sign.
TEST(JsonText, MarksBeginALine) {
  const std::string text = "  > {\n\t| \"a\": 1,\n>> \"b\": 3 > 4,\nx > 5}";
  const JsonText json(text);
  const std::size_t twice = text.find(">>");
  EXPECT_EQ(json.marks(), (std::vector<std::size_t>{2, text.find('|'), twice, twice + 1}));
}

TEST(JsonText, DeepBracketsAreNoValues) {
  const std::size_t many = 100000;
  const std::string closed = std::string(many, '[') + std::string(many, ']') + "{\"a\": 1}";
  const JsonText json(closed);
  ASSERT_EQ(json.size(), deepest_code + 2);
  EXPECT_EQ(json[deepest_code + 1].text, "1");
  const std::string brackets(many, '{');
  const JsonText open(brackets);
  EXPECT_EQ(open.size(), deepest_code);
}

}  // namespace
}  // namespace rnn
