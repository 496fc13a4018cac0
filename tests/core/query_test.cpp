// The parser: fields of a query and layers as they are written, by grammar alone.
#include "core/query.h"

#include <gtest/gtest.h>

#include "core/framework.h"
#include "tests/core/repair.h"

namespace rnn {
namespace {

std::vector<std::string> codes(const Query& query) {
  std::vector<std::string> out;
  Problems all = query.problems;
  all.append(query.repeated);
  for (const auto& problem : all.told())
    out.push_back(std::string(problem->code) +
                  (problem->details.empty() || std::string_view(problem->details.front().name) != "what"
                       ? ""
                       : " " + problem->details.front().text));
  return out;
}

// ---------------------------------------------------------------------------------------------------- fields

struct FieldsRow {
  std::string query;
  std::string framework, input, layers;
  std::vector<std::string> problems = {};
};

void expect_fields(const std::vector<FieldsRow>& table) {
  for (const FieldsRow& row : table) {
    SCOPED_TRACE(row.query);
    const Query query = parse(row.query);
    EXPECT_EQ(query.fields[Key::framework].text, row.framework);
    EXPECT_EQ(query.fields[Key::input].text, row.input);
    EXPECT_EQ(query.fields[Key::layers].text, row.layers);
    EXPECT_EQ(codes(query), row.problems);
  }
}

TEST(Query, FieldsByKeyInAnyOrder) {
  expect_fields({{"framework=keras&input=64&layers=A", "keras", "64", "A"},
                 {"layers=A&input=64&framework=keras", "keras", "64", "A"},
                 {"input_dim=64", "", "64", ""},
                 {"input_size=64", "", "64", ""},
                 {"input_units=64", "", "64", ""},
                 {"", "", "", ""},
                 {"&&layers=A&&", "", "", "A"},
                 {"layers", "", "", ""},
                 {"layers=", "", "", ""}});
}

TEST(Query, OtherKeysBelongToThePage) {
  expect_fields({{"lang=en&theme=dark&layers=A", "", "", "A"},
                 {"LAYERS=A&Input=3&FRAMEWORK=keras", "", "", ""},  // keys are lower case
                 {"lang=%zz&theme=%FF&lang=&=&%=3", "", "", ""},
                 {"layer=A& layers=A", "", "", ""}});
}

TEST(Query, FormEncoding) {
  expect_fields({{"layers=A+B", "", "", "A B"},
                 {"layers=A%20B", "", "", "A B"},
                 {"layers=A%2CB", "", "", "A,B"},
                 {"layers=A%2cB", "", "", "A,B"},
                 {"layers=A%2BB", "", "", "A+B", {}},
                 {"%6Cayers=A", "", "", "A"},
                 {"input=%C3%A9", "", "\u00E9", ""},
                 {"input=\u00E9", "", "\u00E9", ""},
                 {"layers=A(b=c)", "", "", "A(b=c)"},
                 {"input=%26%3D", "", "&=", ""}});
}

TEST(Query, BadPercentIsAProblem) {
  for (const char* field :
       {"input=%", "input=%4", "input=%zz", "input=%4z", "input=64%", "input=%%20", "input=% 41"}) {
    SCOPED_TRACE(field);
    EXPECT_EQ(codes(parse(field)), std::vector<std::string>{"encoding percent"});
  }
  const Answer answer = explain("input=6%4&layers=LSTM(32)");
  ASSERT_EQ(answer.problems.size(), 1U);
  EXPECT_EQ(headline(answer.problems.front()), "input encoding 0-3");
  EXPECT_EQ(answer.fields[Key::input].text, "6%4");
}

TEST(Query, BadUtf8IsAProblem) {
  for (const char* bytes :
       {"\x80", "\xFF", "\xC3", "\xC3(", "\xE2\x82", "\xF0\x9F\x92", "\xC0\xAF", "\xE0\x80\xAF",
        "\xED\xA0\x80", "\xF4\x90\x80\x80", "%FF", "%ED%A0%80", "\xC3%28"}) {
    SCOPED_TRACE(bytes);
    const Query query = parse(std::string("input=") + bytes);
    EXPECT_EQ(codes(query), std::vector<std::string>{"encoding utf8"});
    EXPECT_TRUE(utf16_length(query.fields[Key::input].text));
  }
  for (const char* good : {"\xC3\xA9", "%C3%A9", "\xE2\x82\xAC", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xF0\x9F\x92\xA9", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(parse(std::string("input=") + good).problems.empty()) << good;
}

TEST(Query, AKeyTwiceIsAProblem) {
  expect_fields({{"input=1&input=2", "", "1", "", {"twice"}},
                 {"input=1&input_dim=1", "", "1", "", {"twice"}},
                 {"input=&input=2", "", "", "", {"twice"}},
                 {"input=1&input_size=2&input_units=3", "", "1", "", {"twice", "twice"}},
                 {"framework=keras&framework=keras", "keras", "", "", {"twice"}},
                 {"layers=A&layers=B", "", "", "A", {"twice"}}});
  EXPECT_EQ(mismatch({"input=64&input_dim=65&layers=LSTM(32)",
                      "input twice 0-2",
                      {{"option", "input"}, {"first", "64"}, {"text", "65"}},
                      {}}),
            "");
}

TEST(Query, LimitOfTheText) {
  const std::string full(largest_text - 6, '1');
  EXPECT_TRUE(parse("input=" + full).problems.empty());
  const Query longer = parse("input=1" + full);
  EXPECT_EQ(codes(longer), std::vector<std::string>{"limit text"});
  EXPECT_EQ(longer.problems.told().front()->key, Key::input);
  EXPECT_EQ(parse("input=1&layers=" + full).problems.told().front()->key, Key::layers);
}

// ---------------------------------------------------------------------------------------------------- layers

/// The layers as they were understood: "LSTM(32, bias=false)", with every name and value in bars.
std::string shown(const Query& query, const Call& call) {
  std::string out = "|" + call.name.text + "|";
  if (!call.has_brackets) return out;
  out += "(";
  for (const Call::Argument& argument : call.arguments) {
    if (&argument != &call.arguments.front()) out += ",";
    if (argument.name.span.end != argument.name.span.start) out += "|" + argument.name.text + "|=";
    out += argument.call < 0 ? "|" + argument.value.text + "|"
                             : shown(query, query.calls[static_cast<std::size_t>(argument.call)]);
  }
  return out + ")";
}

std::string shown(std::string_view layers) {
  const Query query = parse(query_of({"", "", "", std::string(layers)}));
  std::string out;
  for (const std::size_t item : query.items)
    out += (out.empty() ? "" : " ; ") + shown(query, query.calls[item]);
  for (const std::string& code : codes(query)) out += " ! " + code;
  return out;
}

struct LayersRow {
  std::string layers, shown;
};

void expect_layers(const std::vector<LayersRow>& table) {
  for (const LayersRow& row : table) EXPECT_EQ(shown(row.layers), row.shown) << row.layers;
}

TEST(Query, LayersAndTheirArguments) {
  expect_layers(
      {{"LSTM(32)", "|LSTM|(|32|)"},
       {"LSTM", "|LSTM|"},
       {"LSTM()", "|LSTM|()"},
       {"LSTM(32,units=64,bias=false)", "|LSTM|(|32|,|units|=|64|,|bias|=|false|)"},
       {"LSTM(32), GRU(7)", "|LSTM|(|32|) ; |GRU|(|7|)"},
       {"Bidirectional(LSTM(7), merge_mode=sum)", "|Bidirectional|(|LSTM|(|7|),|merge_mode|=|sum|)"},
       {"Bidirectional(LSTM)", "|Bidirectional|(|LSTM|)"},
       {"TimeDistributed(Bidirectional(LSTM(3)),name=a)",
        "|TimeDistributed|(|Bidirectional|(|LSTM|(|3|)),|name|=|a|)"},
       {"nn.LSTM(32)", "|nn.LSTM|(|32|)"},
       {"LSTM(units=)", "|LSTM|(|units|=||)"},
       {"LSTM(-1.5)", "|LSTM|(|-1.5|)"},
       {"A(B(C(D(1))))", "|A|(|B|(|C|(|D|(|1|))))"}});
}

TEST(Query, BlanksBetweenTokens) {
  expect_layers({{" LSTM ( 32 , units = 64 ) , GRU ( ) ", "|LSTM|(|32|,|units|=|64|) ; |GRU|()"},
                 {"\n\tLSTM(\r\n\t32\n)\n", "|LSTM|(|32|)"},
                 {"LSTM(12 416)", "|LSTM|(|12 416|)"},
                 {"LSTM\u00A0(32)", "|LSTM\u00A0|(|32|)"},  // only spaces, tabs and newlines
                 {"   ", ""},
                 {"", ""}});
}

TEST(Query, WordsMayBeQuoted) {
  expect_layers({{"\"LSTM\"('32')", "|LSTM|(|32|)"},
                 {"LSTM(\"units\"='32')", "|LSTM|(|units|=|32|)"},
                 {"LSTM(name=\"a, (b) = c\")", "|LSTM|(|name|=|a, (b) = c|)"},
                 {"LSTM(name='say \"a\"')", "|LSTM|(|name|=|say \"a\"|)"},
                 {"LSTM(name='it\\'s')", "|LSTM|(|name|=|it's|)"},
                 {"LSTM('')", "|LSTM|(||)"},
                 {"''", "||"}});
}

TEST(Query, WhatStandsBeforeAMistakeIsKept) {
  expect_layers({{"LSTM(32", "|LSTM|(|32|) ! syntax unclosed"},
                 {"LSTM(32,", "|LSTM|(|32|) ! syntax unclosed"},
                 {"LSTM(", "|LSTM|() ! syntax unclosed"},
                 {"Bidirectional(LSTM(32", "|Bidirectional|(|LSTM|(|32|)) ! syntax unclosed"},
                 {"LSTM(32))", "|LSTM|(|32|) ! syntax unopened"},
                 {"LSTM(32)) , GRU(7)", "|LSTM|(|32|) ! syntax unopened"},
                 {")", " ! syntax unopened"},
                 {"LSTM(32),,GRU(7)", "|LSTM|(|32|) ! syntax empty"},
                 {",LSTM(32)", " ! syntax empty"},
                 {"LSTM(,32)", "|LSTM|() ! syntax empty"},
                 {"LSTM(32,,64)", "|LSTM|(|32|) ! syntax empty"},
                 {"LSTM(32) GRU(7)", "|LSTM|(|32|) ! syntax comma"},
                 {"LSTM(32)GRU(7)", "|LSTM|(|32|) ! syntax comma"},
                 {"LSTM(\"32\" 7)", "|LSTM|(|32|) ! syntax comma"},
                 {"LSTM(name=\"a)", "|LSTM|() ! syntax quote"},
                 {"'LSTM(32)", " ! syntax quote"},
                 {"(32)", " ! syntax unexpected"},
                 {"=32", " ! syntax unexpected"},
                 {"LSTM=32", "|LSTM| ! syntax unexpected"},
                 {"LSTM(=32)", "|LSTM|() ! syntax unexpected"},
                 {"LSTM(a=b=c)", "|LSTM|(|a|=|b|) ! syntax unexpected"},
                 {"LSTM(a=b(c", "|LSTM|() ! syntax unexpected"},
                 {"LSTM(32)(7", "|LSTM|(|32|) ! syntax unexpected"},
                 {"A(B(C(D(E(1)))))", "|A|(|B|(|C|(|D|()))) ! limit nesting"}});
}

// What will be read one day is passed over, and what stands behind it is read.
TEST(Query, CommentsAreBlanks) {
  expect_layers({{"LSTM(32), # first\nDense(1)", "|LSTM|(|32|) ; |Dense|(|1|)"},
                 {"# all\nLSTM(32) // one\n, Dense(1) # two", "|LSTM|(|32|) ; |Dense|(|1|)"},
                 {"LSTM(32), # last", "|LSTM|(|32|)"},
                 {"LSTM( # units\n 32)", "|LSTM|(|32|)"},
                 {"LSTM(32 # units\n, // none\n bias=false\n// end\n)", "|LSTM|(|32|,|bias|=|false|)"},
                 {"LSTM(64 // 2)", "|LSTM|(|64 // 2|)"},
                 {"LSTM # a cell\n(32)", "|LSTM| ! syntax unexpected"},
                 {"LSTM(32, name=a#1)", "|LSTM|(|32|,|name|=|a#1|)"},
                 {"# nothing", ""},
                 {"//", ""}});
}

TEST(Query, LinesEndLayers) {
  expect_layers({{"LSTM(32)\nDense(1)", "|LSTM|(|32|) ; |Dense|(|1|)"},
                 {"LSTM(32)\r\n\n  Dense(1)\n", "|LSTM|(|32|) ; |Dense|(|1|)"},
                 {"LSTM\nGRU", "|LSTM| ; |GRU|"},
                 {"LSTM(32) # one\nDense(1)", "|LSTM|(|32|) ; |Dense|(|1|)"},
                 {"LSTM\n(32)", "|LSTM|(|32|)"},
                 {"LSTM(32)\n,\nDense(1)", "|LSTM|(|32|) ; |Dense|(|1|)"},
                 {"LSTM(\n32\n,\nbias=false\n)", "|LSTM|(|32|,|bias|=|false|)"},
                 {"LSTM(32\nbias=false)", "|LSTM|(|32\nbias|=|false|)"},
                 {"LSTM(32) Dense(1)", "|LSTM|(|32|) ! syntax comma"}});
}

TEST(Query, TheLastCommaMayStand) {
  expect_layers({{"LSTM(32),", "|LSTM|(|32|)"},
                 {"LSTM(32,)", "|LSTM|(|32|)"},
                 {"LSTM(32, bias=false , ) , ", "|LSTM|(|32|,|bias|=|false|)"},
                 {"Bidirectional(LSTM(7,),),", "|Bidirectional|(|LSTM|(|7|))"},
                 {"LSTM(,)", "|LSTM|() ! syntax empty"},
                 {"LSTM(32),,", "|LSTM|(|32|) ! syntax empty"},
                 {",", " ! syntax empty"}});
}

TEST(Query, LayersMayStandInAList) {
  expect_layers({{"[LSTM(32), Dense(1)]", "|LSTM|(|32|) ; |Dense|(|1|)"},
                 {"[\n  LSTM(32),\n  Dense(1),\n]\n", "|LSTM|(|32|) ; |Dense|(|1|)"},
                 {"[LSTM, GRU]", "|LSTM| ; |GRU|"},
                 {"[]", ""},
                 {"[LSTM(32)", "|LSTM|(|32|) ! syntax unclosed"},
                 {"[LSTM(32", "|LSTM|(|32|) ! syntax unclosed"},
                 {"[LSTM(32)] x", "|LSTM|(|32|) ! syntax unexpected"},
                 {"[", " ! syntax unclosed"}});
  EXPECT_EQ(mismatch({"input=1&layers=[LSTM(32", "layers syntax 8-8", {}, {"add )]: [LSTM(32)]"}}), "");
}

TEST(Query, ValuesMayHaveBrackets) {
  expect_layers({{"LSTM(32, a=l2(0.01), b=3)", "|LSTM|(|32|,|a|=|l2(0.01)|,|b|=|3|)"},
                 {"LSTM(32, a=(10, 64))", "|LSTM|(|32|,|a|=|(10, 64)|)"},
                 {"LSTM(32, a=[None, 64])", "|LSTM|(|32|,|a|=|[None, 64]|)"},
                 {"LSTM(32, a=f(g(1), [2]), 3)", "|LSTM|(|32|,|a|=|f(g(1), [2])|,|3|)"},
                 {"Reshape((10, 64))", "|Reshape|(|(10, 64)|)"},
                 {"Permute([2, 1])", "|Permute|(|[2, 1]|)"},
                 {"LSTM(32, a=[m])", "|LSTM|(|32|,|a|=|[m]|)"},
                 {"LSTM(32, a=[m)", "|LSTM|(|32|,|a|=|[m|)"},
                 {"LSTM(32, a=(1", "|LSTM|(|32|) ! syntax unexpected"},
                 {"LSTM(64 => 32)", "|LSTM|(|64|,|32|)"},
                 {"Dense(64=>32, relu)", "|Dense|(|64|,|32|,|relu|)"},
                 {"Embedding(len(words) + 1, 16)", "|Embedding|(|len|(|words|),|16|)"}});
}

TEST(Query, ASecondCallIsPassedOver) {
  expect_layers(
      {{"LSTM(32)(x), Dense(1)(y)", "|LSTM|(|32|) ; |Dense|(|1|) ! syntax unread ! syntax unread"}});
  EXPECT_EQ(
      mismatch(
          {"input=1&layers=LSTM(32)(x)", "layers syntax 8-11", {{"what", "unread"}, {"text", "(x)"}}, {}}),
      "");
}

// "Neither can be meant else": LSTM(1,000). Where a layer takes two numbers, they stay two.
TEST(Query, NumbersThatCommasTakeApartAreOne) {
  expect_layers({{"LSTM(1,000)", "|LSTM|(|1,000|)"},
                 {"LSTM(1,024,bias=false)", "|LSTM|(|1,024|,|bias|=|false|)"},
                 {"LSTM(units=1,024)", "|LSTM|(|units|=|1,024|)"},
                 {"Dense(1,000,000)", "|Dense|(|1,000,000|)"},
                 {"Embedding(20,000,128)", "|Embedding|(|20,000|,|128|)"},
                 {"Embedding(10,000)", "|Embedding|(|10,000|)"},
                 {"Embedding(100,064)", "|Embedding|(|100|,|064|)"},
                 {"Embedding(units=100,064)", "|Embedding|(|units|=|100|,|064|)"},
                 {"LSTM(1, 024)", "|LSTM|(|1|,|024|)"},
                 {"LSTM(64,128)", "|LSTM|(|64|,|128|)"},
                 {"LSTM(0,000)", "|LSTM|(|0|,|000|)"},
                 {"A(1,000)", "|A|(|1|,|000|)"}});
}

// A key that is one slip away is meant where its field is missing; where that is there, it is the page's.
TEST(Query, AKeyThatIsAlmostAFieldsIsNoticed) {
  const std::vector<ProblemRow> table = {
      {"input=64&layer=LSTM(32)",
       "layers unknown_key 0-0",
       {{"text", "layer"}, {"suggestion", "layers"}},
       {"use layers=LSTM(32): LSTM(32)"}},
      {"inputs=64&layers=LSTM(32)",
       "input unknown_key 0-0",
       {{"text", "inputs"}, {"suggestion", "input"}},
       {"use input=64: 64"}},
      {"input_dims=64&layers=LSTM(32)", "input unknown_key 0-0", {}, {"use input=64: 64"}},
      {"input=64&Layers=LSTM(32)", "layers unknown_key 0-0", {}, {"use layers=LSTM(32): LSTM(32)"}},
      {"input=64&l%61yer=LSTM(32)&players=2",
       "layers unknown_key 0-0",
       {{"text", "layer"}},
       {"use layers=LSTM(32): LSTM(32)"}},
      {"framwork=pytorch&input=64&layers=LSTM(32)",
       "framework unknown_key 0-0",
       {{"text", "framwork"}, {"suggestion", "framework"}},
       {"use framework=pytorch: pytorch"}},
      {"framework=+&input=64&layers=LSTM(32)&Framework=pytorch",
       "framework unknown_key 0-1",
       {{"text", "Framework"}},
       {"use framework=pytorch: pytorch"}},
      // Of each field one.
      {"framwork=keras&inputs=64&layer=GRU(3)",
       "layers unknown_key 0-0",
       {{"text", "layer"}},
       {"use layers=GRU(3): GRU(3)"}},
      {"framwork=keras&inputs=64&layer=GRU(3)", "input unknown_key 0-0", {}, {"use input=64: 64"}},
      {"layer=GRU(3)&inputs=64&framwork=keras",
       "framework unknown_key 0-0",
       {},
       {"use framework=keras: keras"}}};
  for (const ProblemRow& row : table) EXPECT_EQ(mismatch(row), "") << row.query;
  for (const char* query :
       {"input=64&layers=LSTM(32)&layer=GRU(3)", "input=64&inputs=3&layers=LSTM(32)",
        "inputs=64&layers=Embedding(10,4)", "framework=keras&framwork=pytorch&input=64&layers=LSTM(32)"})
    EXPECT_EQ(headlines(explain(query).problems), std::vector<std::string>()) << query;
  // Keys of the page, those to come as well.
  for (const char* key : {"lang",         "theme",   "open",      "steps",      "controls", "compare",
                          "fade",         "got",     "vs",        "exercise",   "seed",     "present",
                          "ask",          "picture", "timesteps", "time_steps", "seq_len",  "sequence_length",
                          "input_length", "budget",  ""}) {
    const Answer answer = explain(std::string(key) + "=64");
    EXPECT_EQ(headlines(answer.problems),
              (std::vector<std::string>{"input missing 0-0", "layers missing 0-0"}))
        << key;
  }
}

/// The word with one slip of the pen: a letter left out, doubled or another one, two neighbours swapped, a
/// letter more at the end, a capital.
std::vector<std::string> with_one_slip(std::string_view word) {
  std::vector<std::string> out{std::string(word) + "s"};
  for (std::size_t i = 0; i < word.size(); ++i) {
    for (const std::string_view by : {"", "x"}) out.push_back(std::string(word).replace(i, 1, by));
    out.push_back(std::string(word).insert(i, 1, word[i]));
    if (i == 0 || word[i] == word[i - 1]) continue;
    std::string& swapped = out.emplace_back(word);
    std::swap(swapped[i], swapped[i - 1]);
  }
  out.emplace_back(word)[0] = static_cast<char>(word[0] - 'a' + 'A');
  return out;
}

// Every key and every slip: without the right one it is told, beside it the total stays what it was.
TEST(Query, KeysWithOneSlip) {
  const std::pair<Key, const char*> fields[] = {
      {Key::framework, "pytorch"}, {Key::input, "64"}, {Key::timesteps, "10"}, {Key::layers, "LSTM(32)"}};
  for (const Key key : {Key::framework, Key::input, Key::timesteps, Key::layers})
    for (const std::string_view spelling : spellings(key))
      for (const std::string& slip : with_one_slip(spelling)) {
        if (slip == "timesteps" || slip == "time_steps") continue;  // each is a slip of the other
        std::string others;
        std::string all;
        std::string value;
        for (const auto& [other, text] : fields) {
          const std::string field = "&" + std::string(name(other)) + "=" + text;
          all += field;
          if (other == key)
            value = text;
          else
            others += field;
        }
        const Answer alone = explain(slip + "=" + value + others);
        EXPECT_EQ(headlines(alone.problems),
                  std::vector<std::string>{std::string(name(key)) + " unknown_key 0-0"})
            << slip;
        EXPECT_EQ(alone.total, "") << slip;
        ASSERT_EQ(alone.problems.at(0).fixes.size(), 1U) << slip;
        const FieldTexts mended = apply_fix(alone.problems[0].fixes[0], texts_of(alone.fields)).value();
        EXPECT_EQ(explain(query_of(mended)).total, "12544") << slip;
        for (const std::string& beside : {slip + "=7" + all, all + "&" + slip + "=7"}) {
          EXPECT_EQ(headlines(explain(beside).problems), std::vector<std::string>()) << beside;
          EXPECT_EQ(explain(beside).total, "12544") << beside;
        }
      }
}

// Another framework's own count is not in doubt.
TEST(Query, AComparisonOfAMisspeltFramework) {
  for (const Comparison& comparison : compare("framwork=pytorch&input=64&layers=LSTM(32)")) {
    if (!has_cell(*find_framework(comparison.framework), Cell::lstm)) continue;
    EXPECT_EQ(headlines(comparison.problems), std::vector<std::string>()) << comparison.framework;
    EXPECT_EQ(comparison.total.empty(), comparison.framework == "notes") << comparison.framework;
    EXPECT_EQ(comparison.sign, "") << comparison.framework;
  }
}

TEST(Query, PlacesAndFixesOfMistakes) {
  const std::vector<ProblemRow> table = {
      {"input=1&layers=LSTM(32",
       "layers syntax 7-7",
       {{"what", "unclosed"}, {"text", "LSTM(32"}},
       {"add ): LSTM(32)"}},
      {"input=1&layers=LSTM(32, ", "layers syntax 9-9", {{"what", "unclosed"}}, {"add ): LSTM(32)"}},
      {"input=1&layers=Bidirectional(LSTM(32",
       "layers syntax 21-21",
       {{"what", "unclosed"}},
       {"add )): Bidirectional(LSTM(32))"}},
      {"input=1&layers=LSTM(32))",
       "layers syntax 8-9",
       {{"what", "unopened"}, {"text", ")"}},
       {"remove ): LSTM(32)"}},
      {"input=1&layers=,LSTM(32)", "layers syntax 0-1", {{"what", "empty"}}, {"remove ,: LSTM(32)"}},
      {"input=1&layers=LSTM(32),,GRU(7)",
       "layers syntax 9-10",
       {{"what", "empty"}},
       {"remove ,: LSTM(32),GRU(7)"}},
      {"input=1&layers=LSTM(32)GRU(7)",
       "layers syntax 8-9",
       {{"what", "comma"}, {"text", "G"}},
       {"add ,: LSTM(32), GRU(7)"}},
      {"input=1&layers=LSTM(\"32)",
       "layers syntax 5-9",
       {{"what", "quote"}, {"text", "\"32)"}},
       {"add \": LSTM(\"32)\""}},
      {"input=1&layers=LSTM(32)(7", "layers syntax 8-9", {{"what", "unexpected"}, {"text", "("}}, {}},
      {"input=1&layers=A(B(C(D(E(1)))))", "layers limit 9-10", {{"what", "nesting"}, {"largest", "4"}}, {}},
      // Places count UTF-16 units; what is quoted of the text is whole characters.
      {"input=1&layers='\U0001F600'(32))",
       "layers syntax 8-9",
       {{"what", "unopened"}},
       {"remove ): '\U0001F600'(32)"}},
      {"input=1&layers=LSTM(32)\U0001F600",
       "layers syntax 8-10",
       {{"what", "comma"}, {"text", "\U0001F600"}},
       {"add ,: LSTM(32), \U0001F600"}},
      {"input=1&layers=LSTM(32)\u00E9",
       "layers syntax 8-9",
       {{"what", "comma"}, {"text", "\u00E9"}},
       {"add ,: LSTM(32), \u00E9"}}};
  for (const ProblemRow& row : table) EXPECT_EQ(mismatch(row), "") << row.query;
}

TEST(Query, SpansOfLayersAndArguments) {
  const Query query = parse("layers= LSTM( 32 , units = \"64\" ) ");
  ASSERT_EQ(query.items.size(), 1U);
  const Call& call = query.calls[query.items.front()];
  const std::string& text = query.fields[Key::layers].text;
  const auto at = [&](Span span) { return text.substr(span.start, span.end - span.start); };
  EXPECT_EQ(at(call.span), "LSTM( 32 , units = \"64\" )");
  EXPECT_EQ(at(call.name.span), "LSTM");
  ASSERT_EQ(call.arguments.size(), 2U);
  EXPECT_EQ(at(call.arguments[0].span), "32");
  EXPECT_EQ(at(call.arguments[1].span), "units = \"64\"");
  EXPECT_EQ(at(call.arguments[1].name.span), "units");
  EXPECT_EQ(at(call.arguments[1].value.span), "\"64\"");
  EXPECT_EQ(call.open, text.find('(') + 1);
}

}  // namespace
}  // namespace rnn
