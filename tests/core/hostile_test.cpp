// Queries that nobody should send: every text has an answer, every place in it stands in the field, every
// number is one, and every fix can be applied and helps.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/arguments.h"
#include "core/framework.h"
#include "tests/core/answer.h"
#include "tests/core/big.h"
#include "tests/core/every_layer.h"
#include "tests/core/random_query.h"
#include "tests/core/repair.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

// -------------------------------------------------------------------------------------------- a sound answer

void expect_text(std::string_view text, const char* what) {
  EXPECT_TRUE(utf16_length(text)) << what << " is not UTF-8: " << text;
}

void expect_number(const std::string& text, const char* what) {
  EXPECT_TRUE(text.empty() || is_decimal(text)) << what << ": " << text;
}

void expect_place(const Place& place, std::string_view text, const char* what) {
  EXPECT_LE(place.start, place.end) << what;
  EXPECT_LE(place.end, utf16_length(text).value_or(0)) << what;
  EXPECT_TRUE(byte_at(text, place.start)) << what << " starts inside a character: " << place.start;
  EXPECT_TRUE(byte_at(text, place.end)) << what << " ends inside a character: " << place.end;
}

const std::string& text_of(const Fields& fields, std::string_view key) {
  static const std::string none;
  const std::optional<Key> found = key_of(key);
  EXPECT_TRUE(found) << key;
  return found ? fields[*found].text : none;
}

void expect_problem(const ProblemAnswer& problem, const Fields& fields) {
  static const std::set<std::string_view> codes = {
      "missing",   "too_small",    "not_whole",   "not_plain",     "not_a_number",   "too_big",
      "too_large", "not_a_choice", "not_a_rate",  "unknown_layer", "unknown_option", "unknown_framework",
      "twice",     "unsupported",  "not_a_shape", "syntax",        "encoding",       "conflict",
      "too_short", "limit",        "not_counted", "unknown_key"};
  static const std::set<std::string_view> kinds = {"use",    "add",      "clear", "move",
                                                   "remove", "count_as", "custom"};
  SCOPED_TRACE(headline(problem));
  EXPECT_EQ(codes.count(problem.code), 1U);
  expect_place(problem.place, text_of(fields, problem.key), "a problem");
  for (const DetailAnswer& detail : problem.details) {
    expect_text(detail.text, std::string(detail.name).c_str());
    if (detail.name == "number" || detail.name == "smallest" || detail.name == "largest")
      expect_number(detail.text, "a detail");
  }
  for (const FixAnswer& fix : problem.fixes) {
    EXPECT_EQ(kinds.count(fix.kind), 1U) << fix.kind;
    expect_text(fix.text, "a fix");
    for (const EditAnswer& edit : fix.edits) {
      expect_place(edit.place, text_of(fields, edit.key), "an edit");
      expect_text(edit.text, "an edit");
    }
    EXPECT_TRUE(apply_fix(fix, texts_of(fields))) << "the edits overlap";
  }
}

void expect_formula(const Formula& formula) {
  expect_text(formula.text, "a formula");
  for (const Token& token : formula.tokens) {
    if (token.kind == Token::Kind::number) {
      EXPECT_TRUE(is_decimal(token.text)) << token.text;
      EXPECT_NE(token.ref, "");
    }
    if (token.kind == Token::Kind::missing) {
      EXPECT_EQ(token.text, "");
    }
  }
}

void expect_step(const StepAnswer& step) {
  expect_number(step.value, "the value of a step");
  for (const Formula* formula : {&step.symbols, &step.numbers, &step.reduced}) expect_formula(*formula);
  for (const Token& token : step.numbers.tokens)
    if (token.kind == Token::Kind::missing) {
      EXPECT_EQ(step.value, "") << step.numbers.text;
    }
}

void expect_layer(const LayerAnswer& layer, const Answer& answer) {
  for (const std::string* number :
       {&layer.units, &layer.input, &layer.output, &layer.directions, &layer.total, &layer.rule.gates,
        &layer.rule.candidates, &layer.rule.matrices, &layer.rule.bias, &layer.rule.bias_vectors,
        &layer.rule.directions, &layer.rule.vectors})
    expect_number(*number, "a number of a layer");
  expect_text(layer.name, "a layer's name");
  EXPECT_LT(layer.origin, answer.written.size());
  for (const WeightAnswer& weight : layer.weights) {
    expect_number(weight.count, "a tensor's count");
    for (const std::string& side : weight.shape) expect_number(side, "a side");
  }
  for (const StepAnswer& step : layer.steps) expect_step(step);
  if (!layer.total.empty()) {
    ASSERT_FALSE(layer.steps.empty());
    EXPECT_EQ(layer.total, layer.steps.back().value);
  }
}

/// All of a short list, some thirty of a long one: a look at each costs as much as the text is long.
template <class List, class Check>
void for_some(const List& list, Check&& check) {
  const std::size_t step = list.size() / 30 + 1;
  for (std::size_t i = 0; i < list.size(); i += step) check(list[i]);
}

void expect_sound(std::string_view query) {
  SCOPED_TRACE(query.size() > 1000 ? std::string(query.substr(0, 1000)) + "…" : std::string(query));
  const Answer answer = explain(query);
  EXPECT_EQ(answer.total.empty(), !answer.problems.empty());
  EXPECT_EQ(answer.query.empty(), !answer.problems.empty());
  expect_number(answer.total, "the total");
  if (answer.problems.empty()) {
    EXPECT_EQ(explain(answer.query).query, answer.query);
    EXPECT_EQ(explain(answer.query).total, answer.total);
  }
  for (const Key key : keys) expect_text(answer.fields[key].text, name(key));
  for_some(answer.problems, [&](const ProblemAnswer& problem) { expect_problem(problem, answer.fields); });
  for_some(answer.written, [&](const WrittenAnswer& written) {
    const std::string& text = answer.fields[Key::layers].text;
    expect_text(written.name, "a written layer");
    expect_place(written.place, text, "a written layer");
    for_some(written.arguments, [&](const ArgumentAnswer& argument) {
      expect_text(argument.name, "an argument");
      expect_text(argument.text, "an argument");
      expect_place(argument.place, text, "an argument");
      EXPECT_GE(argument.place.start, written.place.start);
      EXPECT_LE(argument.place.end, written.place.end);
    });
  });
  for (const LayerAnswer& layer : answer.layers) expect_layer(layer, answer);
  for (const StepAnswer& step : answer.steps) expect_step(step);
}

/// The other doors to the same text.
void expect_all_sound(std::string_view query) {
  expect_sound(query);
  const Answer answer = explain(query);
  const bool sound = answer.problems.empty();
  for (const Comparison& comparison : compare(query)) {
    expect_number(comparison.total, "a total in comparison");
    if (sound || !comparison.problems.empty()) {
      EXPECT_EQ(comparison.total.empty(), !comparison.problems.empty());
    }
    if (comparison.framework == answer.framework) {
      EXPECT_EQ(comparison.total, answer.total);
      EXPECT_EQ(comparison.total.empty(), !sound);
    }
  }
}

// --------------------------------------------------------------------------------------------------- by hand

TEST(Hostile, NastyQueriesHaveSoundAnswers) {
  using namespace std::string_view_literals;
  const std::string_view table[] = {
      // Nothing, or hardly anything.
      "",
      "&",
      "&&&",
      "=",
      "==",
      "=&=",
      "&=&=",
      "?",
      "#",
      " ",
      "\n",
      "layers",
      "layers=",
      "layers=&input=",
      "input",
      "framework",
      "input=1",
      // Bytes that are no text.
      "\0"sv,
      "layers=\0"sv,
      "layers=LSTM(\0)"sv,
      "layers=LSTM(3\0)&input=2"sv,
      "input=\0"sv,
      "framework=\0"sv,
      "layers=%00",
      "layers=LSTM(%00,%00=%00)",
      "layers=\x80",
      "layers=\xFF(3)",
      "layers=LSTM(\xC3)",
      "layers=LSTM(32)\xC3",
      "input=\x80\x80\x80",
      "framework=\xF0\x9F\x92",
      "layers=%C3%28",
      "layers=%ED%A0%80",
      "layers=%F4%90%80%80",
      "layers=%C0%AF",
      "layers=%F8%88%80%80%80",
      // Bytes that are.
      "input=1&layers=LSTM(32)\u00E9",
      "input=1&layers=\u00E9(32)",
      "input=1&layers=LSTM(\u00E9=3)",
      "input=1&layers=LSTM(3 \U0001F600)",
      "input=\U0001F600&layers=\U0001F600(\U0001F600=\U0001F600,\U0001F600)\U0001F600",
      "layers=LSTM(3)\U0001F600,\U0001F600",
      "layers=LSTM(\u0969\u0968)&input=\u0966",
      "layers=L\u0053\u0301TM(3)",
      "input=1&layers=\u202ELSTM(3)",
      "input=1&layers=LSTM\u00A0(3)",
      // Percent signs.
      "layers=%",
      "layers=%4",
      "layers=%zz",
      "layers=LSTM(3)%",
      "layers=LSTM(3)%2",
      "%=%",
      "%6Cayers=LSTM(3)&input=4",
      "layers=%25",
      "input=%2",
      // Brackets, marks, quotes.
      "layers=(",
      "layers=)",
      "layers=()",
      "layers=)(",
      "layers=,",
      "layers=,,",
      "layers==",
      "layers=LSTM(",
      "layers=LSTM(3",
      "layers=LSTM(3,",
      "layers=LSTM(3,)",
      "layers=LSTM(,3)",
      "layers=LSTM(,)",
      "layers=LSTM(3))",
      "layers=LSTM(3)(",
      "layers=LSTM(3)()",
      "layers=LSTM(=)",
      "layers=LSTM(=3)",
      "layers=LSTM(a=)",
      "layers=LSTM(a==3)",
      "layers=LSTM(a=b=3)",
      "layers=LSTM(a=b(3))",
      "layers=LSTM((3))",
      "layers=LSTM(3),",
      "layers=,LSTM(3)",
      "layers=LSTM(3),,LSTM(3)",
      "layers=LSTM=3",
      "layers=a=LSTM(3)",
      "layers=LSTM(3)LSTM(3)",
      "layers=LSTM(3) LSTM(3)",
      "layers=\"",
      "layers='",
      "layers=\"\"",
      "layers=\"\\",
      "layers=\"\\\"",
      "layers='\\''",
      "layers=\"LSTM\"('3')",
      "layers=LSTM(\"3)",
      "layers=LSTM(\"3'",
      "layers=LSTM(\"\")",
      "layers=LSTM(\"\"=3)",
      "layers=LSTM(3\"4\")",
      "layers=\"a\"\"b\"",
      "layers=LSTM(\\)",
      "layers=\\",
      "layers=.",
      "layers=.(3)",
      "layers=nn.(3)",
      "layers=LSTM.(3)",
      "layers=..LSTM(3)",
      // Wrappers in and around everything.
      "layers=Bidirectional",
      "layers=Bidirectional()",
      "layers=Bidirectional(3)",
      "layers=Bidirectional(LSTM)",
      "layers=Bidirectional(,)",
      "layers=Bidirectional(LSTM(3),LSTM(3))",
      "layers=Bidirectional(Bidirectional(LSTM(3)))",
      "layers=Bidirectional(Bidirectional)",
      "layers=Bidirectional(Dense(3))",
      "layers=Bidirectional(Embedding(3,4))",
      "layers=Bidirectional(LTSM(3),merge_mode=sum)",
      "layers=Bidirectional(LSTM(3,bidirectional=true))",
      "layers=Bidirectional(LSTM(3,num_layers=2))",
      "layers=Bidirectional(LSTM(3),merge_mode)",
      "layers=Bidirectional(merge_mode=sum,LSTM(3))",
      "layers=Bidirectional(LSTM(3,merge_mode=sum),merge_mode=ave)",
      "layers=Bidirectional(LSTM(LSTM(LSTM(3))))",
      "layers=LSTM(LSTM(LSTM(LSTM(LSTM(3)))))",
      "layers=LSTM(GRU(3),GRU)",
      "layers=TimeDistributed",
      "layers=TimeDistributed()",
      "layers=TimeDistributed(3)",
      "layers=TimeDistributed(,)",
      "layers=TimeDistributed(name=a)",
      "layers=TimeDistributed(name=a,name=b,Dense(3))",
      "layers=TimeDistributed(Dense)",
      "layers=TimeDistributed(Bidirectional)",
      "layers=TimeDistributed(Bidirectional())",
      "layers=TimeDistributed(Bidirectional(LSTM))&input=3",
      "layers=TimeDistributed(Bidirectional(LSTM(3),merge_mode=sum),merge_mode=ave)&input=3",
      "layers=TimeDistributed(TimeDistributed(Dense(1)))",
      "layers=TimeDistributed(TimeDistributed)",
      "layers=TimeDistributed(TimeDistributed(TimeDistributed(TimeDistributed(Dense))))",
      "layers=TimeDistributed(Bidirectional(TimeDistributed(LSTM(3))))",
      "layers=Bidirectional(TimeDistributed(LSTM(3)))",
      "layers=TimeDistributed(Embedding(3,4))",
      "layers=LSTM(3),TimeDistributed(Embedding(3,4))",
      "layers=TimeDistributed(LTSM(3))&input=1",
      "layers=TimeDistributed(Dense(1),Dense(2),3,a=4,b(5))&input=1",
      "layers=TimeDistributed(LSTM(3,num_layers=1001))&input=1",
      "layers=LSTM(TimeDistributed(3))",
      // Cells and options that only some have.
      "input=1&layers=MGU(3)",
      "input=1&layers=MGU(3,bias=false,merge_mode=sum)",
      "framework=flax&input=1&layers=MGU(3)",
      "framework=flax&input=1&layers=MGU(0)",
      "framework=flax&input=1&layers=MGU",
      "framework=flax&input=1&layers=MGU(3,bias=false)",
      "framework=flax&input=1&layers=MGU(9007199254740991,bidirectional=true)",
      "framework=tf1&input=1&layers=LSTM(3,peepholes=,coupled=,layer_norm=)",
      "framework=tf1&input=1&layers=LSTM(3,peepholes=1,coupled=yes,layer_norm=TRUE)",
      "framework=tf1&input=1&layers=LSTM(3,peepholes=maybe,layer_norm=true)",
      "framework=tf1&input=1&layers=LSTM(3,peepholes=true,layer_norm=maybe)",
      "framework=tf1&input=1&layers=LSTM(3,layer_norm=true,peepholes=true,peepholes=false)",
      "framework=tf1&input=1&layers=LSTM(3,layer_norm=true,proj_size=0,peepholes=false)",
      "framework=tf1&input=1&layers=LSTM(3,layer_norm=true,proj_size=3)",
      "framework=tf1&input=1&layers=LSTM(layer_norm=true,proj_size=2)",
      "framework=tf1&input=1&layers=LSTM(3,coupled=maybe,proj_size=x)",
      "framework=onnx&input=1&layers=LSTM(3,coupled=\U0001F600,peepholes=\xFF)",
      "framework=onnx&input=1&layers=LSTM(3,cifg=true,coupled=false)",
      "framework=onnx&layers=LSTM(x,coupled=true,peepholes=true,bidirectional=maybe)",
      "framework=dl4j&input=1&layers=LSTM(9007199254740991,peepholes=true)",
      "framework=matlab&input=1&layers=GRU(3,reset_after=maybe,bidirectional=true)",
      "framework=burn&input=1&layers=GRU(3,reset_after=)",
      "framework=tinygrad&input=1&layers=GRU(3,reset_after=true,bias=false),Embedding(1,2)",
      "framework=cntk&layers=Embedding(1,2),BatchNorm(),LayerNorm(),Dense(3)",
      // Numbers.
      "input=0&layers=LSTM(0)",
      "input=-0&layers=LSTM(-0)",
      "input=--1&layers=LSTM(-)",
      "input=+1&layers=LSTM(%2B)",
      "input=1e&layers=LSTM(e)",
      "input=1e400&layers=LSTM(1e-400)",
      "input=.&layers=LSTM(..)",
      "input=1.&layers=LSTM(.1)",
      "input=0x10&layers=LSTM(0b1)",
      "input=NaN&layers=LSTM(Infinity)",
      "input=1e99999999999999999999&layers=LSTM(-1e99999999999999999999)",
      "input=0e99999999999&layers=LSTM(1e-99999999999)",
      "input=9007199254740991&layers=LSTM(9007199254740991)",
      "input=9007199254740992&layers=LSTM(18446744073709551616)",
      "input=1&layers=LSTM(3,num_layers=1000000000)",
      "input=1&layers=LSTM(3,num_layers=9007199254740991)",
      "input=1&layers=LSTM(3,num_layers=0)",
      "input=1&layers=LSTM(3,num_layers=1000),LSTM(3)",
      "input=1&layers=LSTM(1,proj_size=1)",
      "input=1&layers=Dropout(1e-1)",
      "input=1&layers=Dropout(0e%2B5)",
      "input=1&layers=Dropout(\" 0.5 \")",
      "input=1&layers=Dropout(-0.5),Dropout(),Dropout(1)",
      // Twice, thrice, and what does not belong.
      "layers=LSTM(3)&layers=GRU(3)",
      "input=1&input=2&input=3",
      "input=1&input_dim=1&input_size=1&input_units=1",
      "framework=keras&framework=pytorch",
      "layers=LSTM(3,3,3,3,3)",
      "layers=LSTM(units=3,units=3,units=3)",
      "layers=LSTM(a=1,a=1,a=1)",
      "layers=LSTM(name=a,name=b)",
      "layers=LSTM(input=1,input_dim=2)",
      "LAYERS=LSTM(3)&Input=4",
      "framework=nothing&input=3&layers=LSTM(3)",
      "framework=keras3.keras&input=3&layers=LSTM(3)",
      "layers=Embedding(1,2),Embedding(3,4),Embedding(5,6)&input=7",
      "layers=Dropout(0.5),Embedding(3,4)",
  };
  for (const std::string_view query : table) expect_all_sound(query);
}

// A layer's total is there only if its derivation's is, whatever is wrong and wherever it is read.
TEST(Hostile, MistakesInEveryFramework) {
  constexpr std::string_view values[] = {"x", "0", "60", "9007199254740992", ""};
  std::size_t place = 0;
  for (const Framework& framework : frameworks())
    for (const LayerWord& layer : layers())
      for (const Option option : layer.options)
        for (const std::string_view value : values) {
          // What stores nothing is read alike everywhere.
          const bool alike = layer.cell == Cell::passing || !is_stored(option);
          if (!has_cell(framework, layer.cell) || (alike && framework.id != "keras")) continue;
          if (!is_sampled(place++)) continue;
          const std::string name(layer.names.front());
          std::string sizes = "(" + required_arguments(framework, layer);
          if (sizes.size() > 1) sizes += ',';
          const std::string argument =
              std::string(word(option).spellings.front()) + "=" + std::string(value) + ")";
          const std::string query = "framework=" + std::string(framework.id) + "&input=10&layers=";
          expect_sound(query + name + sizes + argument + ",Dense(3)");
          if (layer.recurrent)
            expect_sound(query + "Bidirectional(" + name + sizes + argument + ",merge_mode=sum)");
        }
}

TEST(Hostile, SixtyFourKibibytesAndOneByteMore) {
  const std::string start = "input=1&layers=LSTM(3)";
  const std::string longest = start + std::string(64 * 1024 - start.size(), ' ');
  EXPECT_TRUE(explain(longest).problems.empty());
  expect_all_sound(longest);

  const std::string longer = longest + " ";
  const Answer answer = explain(longer);
  ASSERT_EQ(answer.problems.size(), 1U);
  EXPECT_EQ(answer.problems.front().code, "limit");
  EXPECT_EQ(detail(answer.problems.front(), "what"), "text");
  EXPECT_EQ(detail(answer.problems.front(), "largest"), "65536");
  expect_all_sound(longer);
  // What belongs to the page counts too: the limit is checked before anything is read.
  EXPECT_EQ(explain(start + "&theme=" + std::string(64 * 1024, 'x')).problems.size(), 1U);
}

TEST(Hostile, TenMegabytes) {
  for (const std::string_view part : {"layers=LSTM(3)&", "\xFF"})
    expect_sound(repeated(part, 10'000'000 / part.size()));
}

TEST(Hostile, LongRunsInsideTheLimit) {
  constexpr std::string_view in_layers[] = {"(",    ")",       ",",        "=",
                                            "\"",   "\\",      "\\\"",     "a,",
                                            "a=1,", "LSTM(",   "LSTM(1),", "Bidirectional(",
                                            "1",    "%20",     "%FF",      "%F0%9F%98%80",
                                            "1,",   "name=1,", "units=1,", "Embedding(1,1),"};
  for (const std::string_view part : in_layers) {
    const std::size_t times = 20'000 / part.size();
    expect_sound("input=1&layers=" + repeated(part, times));
    expect_sound("input=1&layers=LSTM(" + repeated(part, times));
  }
  constexpr std::string_view in_fields[] = {
      "1", "0", "9", "-", ".", "e", "1e", "1,", "+", "%F0%9F%98%80", "%E2%88%92"};
  for (const std::string_view part : in_fields) {
    expect_sound("layers=LSTM(1)&input=" + repeated(part, 20'000 / part.size()));
    expect_sound("framework=" + repeated(part, 20'000 / part.size()));
  }
}

TEST(Hostile, TenThousandBrackets) {
  for (const std::size_t depth : {1U, 3U, 4U, 5U, 6U, 1000U, 10'000U}) {
    const std::string query = "input=1&layers=" + repeated("A(", depth) + repeated(")", depth);
    const Answer answer = explain(query);
    bool limit = false;
    for (const ProblemAnswer& problem : answer.problems)
      limit = limit || (problem.code == "limit" && detail(problem, "what") == "nesting");
    EXPECT_EQ(limit, depth > 4) << depth;
    expect_all_sound(query);
  }
}

TEST(Hostile, AThousandLayersAreSound) {
  expect_sound("input=1&layers=LSTM(1,num_layers=999),Bidirectional(GRU(2))");
}

TEST(Hostile, AThousandLayersAndOneMore) {
  const std::string thousand = "input=1&layers=LSTM(1)" + repeated(",LSTM(1)", 999);
  EXPECT_EQ(explain(thousand).layers.size(), 1000U);
  EXPECT_EQ(explain(thousand).total, "12000");
  EXPECT_EQ(explain("input=1&layers=LSTM(1,num_layers=1000)").total, "12000");
  EXPECT_EQ(explain("input=1&layers=LSTM(1,num_layers=999),LSTM(1)").total, "12000");
  // The second layer of two directions is the last one that there is room for.
  const Answer full = explain(
      "framework=keras&input=1&layers=LSTM(1,num_layers=998),Bidirectional(LSTM(1),backward_layer=LSTM(2))");
  EXPECT_EQ(full.layers.size(), 1000U);
  EXPECT_TRUE(full.problems.empty());
  for (const std::string& query :
       {thousand + ",LSTM(1)", std::string("input=1&layers=LSTM(1,num_layers=1001)"),
        std::string("input=1&layers=LSTM(1,num_layers=1000),LSTM(1)"),
        std::string("input=1&layers=LSTM(1,num_layers=1000000000)"),
        std::string("input=1&layers=LSTM(1),LSTM(1,num_layers=1000)")}) {
    SCOPED_TRACE(query.substr(0, 80));
    const Answer answer = explain(query);
    ASSERT_EQ(answer.problems.size(), 1U);
    EXPECT_EQ(answer.problems.front().code, "limit");
    EXPECT_EQ(detail(answer.problems.front(), "what"), "layers");
    EXPECT_EQ(detail(answer.problems.front(), "largest"), "1000");
    EXPECT_LE(answer.layers.size(), 1000U);
  }
}

// ------------------------------------------------------------------------------------------------- at random

constexpr std::string_view fragments[] = {"LSTM",
                                          "GRU",
                                          "RNN",
                                          "SimpleRNN",
                                          "MGU",
                                          "LayerNorm",
                                          "Bidirectional",
                                          "TimeDistributed",
                                          "TimeDistributed(",
                                          "Embedding",
                                          "Dense",
                                          "Dropout",
                                          "BatchNormalization",
                                          "nn.",
                                          "units",
                                          "num_layers",
                                          "bidirectional",
                                          "bias",
                                          "proj_size",
                                          "peepholes",
                                          "coupled=true",
                                          "layer_norm",
                                          "reset_after",
                                          "merge_mode",
                                          "return_sequences",
                                          "input_size",
                                          "concat",
                                          "sum",
                                          "true",
                                          "false",
                                          "0",
                                          "1",
                                          "7",
                                          "32",
                                          "-3",
                                          "1.5",
                                          "1e3",
                                          "12,416",
                                          "9007199254740992",
                                          "0.5",
                                          "(",
                                          ")",
                                          ",",
                                          "=",
                                          "\"",
                                          "'",
                                          "\\",
                                          " ",
                                          "%20",
                                          "+",
                                          "&",
                                          "%",
                                          "%2",
                                          "%FF",
                                          "\xC3",
                                          "\u00E9",
                                          "\U0001F600",
                                          "layers=",
                                          "input=",
                                          "framework=",
                                          "keras",
                                          "pytorch",
                                          "(32)",
                                          ",LSTM(32)",
                                          "(units=",
                                          "notes",
                                          "LTSM",
                                          "hiden_size",
                                          "Bi",
                                          "BiLSTM(32)",
                                          "CuDNNLSTM",
                                          "GravesLSTM",
                                          "GRUv3",
                                          "LSTMCell",
                                          "SRU(32)",
                                          "sLSTM",
                                          "Flatten()",
                                          "Embedding(10,000,16)",
                                          "1,000",
                                          "[None, 64]",
                                          "l2(0.01)",
                                          "len(x) + 1",
                                          "'relu'",
                                          "# 7\n",
                                          "// 8\n",
                                          "(x)",
                                          "[",
                                          "]",
                                          "\n",
                                          ",)",
                                          ",\n]",
                                          " => ",
                                          "(10, 64)",
                                          "((2, 1))",
                                          "(-1, 8)",
                                          "(3,)",
                                          "Flatten(),Dense(2)",
                                          "Reshape((-1, 4)),",
                                          "Permute((2, 1)),",
                                          "RepeatVector(3),",
                                          "MaxPooling1D(3, 2),",
                                          "GlobalMaxPooling1D(),",
                                          "Input(shape=(10, 4)),",
                                          "Lambda(f),",
                                          "Concatenate(),",
                                          "Custom(7, 9),",
                                          "Embedding(9, 3),",
                                          "Dense(9, tied=true)",
                                          "trainable=false",
                                          "freeze=true",
                                          "input_dim=5",
                                          "input_shape=(10, 5)",
                                          "input_length=4",
                                          "&timesteps=6",
                                          "return_sequences=true",
                                          "layer=",
                                          "inputs="};

std::string mutated(std::string query, Dice& dice) {
  for (std::uint64_t i = dice.between(1, 4); i > 0; --i) {
    const auto at = static_cast<std::size_t>(dice.roll(query.size() + 1));
    const auto length = static_cast<std::size_t>(dice.between(1, 6));
    switch (dice.roll(6)) {
      case 0: query.erase(at, length); break;
      case 1: query.insert(at, dice.any_of(fragments)); break;
      case 2: query.insert(at, 1, static_cast<char>(dice.roll(256))); break;
      case 3:
        query.insert(at, query.substr(static_cast<std::size_t>(dice.roll(query.size() + 1)), length));
        break;
      case 4: query.resize(at); break;
      default: query.erase(at, 1); query.insert(at, dice.any_of(fragments));
    }
  }
  return query;
}

std::string garbage(Dice& dice) {
  std::string out = dice.one_in(2) ? "input=7&layers=" : "";
  for (std::uint64_t i = dice.roll(16); i > 0; --i) out += dice.any_of(fragments);
  return out;
}

template <class Check>
void for_hostile_queries(int count, std::uint64_t seed, Check&& check) {
  Dice dice(seed);
  for (int i = 0; i < count && !::testing::Test::HasFailure(); ++i) {
    const RandomModel model = random_model(dice, Sizes::usual);
    check(dice.one_in(4) ? garbage(dice) : mutated(random_spelling(model, dice), dice));
  }
}

TEST(Hostile, MutatedQueriesHaveSoundAnswers) {
  for_hostile_queries(sampled(3000), 1, [](const std::string& query) { expect_sound(query); });
}

TEST(Hostile, MutatedQueriesGoThroughEveryDoor) {
  for_hostile_queries(sampled(300), 2, [](const std::string& query) { expect_all_sound(query); });
}

// ----------------------------------------------------------------------------------------------------- fixes

/// A fix that should leave nothing of its problem; another framework may have other wishes.
bool must_help(const FixAnswer& fix) { return fix.kind != "count_as"; }

/// How often a problem like this one is there: the same code about the same text. In the layers' syntax only
/// the first is ever seen, so that there the rest of the text must get shorter instead.
std::size_t like(const ProblemAnswer& problem, const Answer& answer) {
  std::size_t count = 0;
  for (const ProblemAnswer& other : answer.problems) {
    bool same = other.key == problem.key && other.code == problem.code;
    for (const char* wanted : {"what", "text", "option", "layer"})
      same = same && detail(other, wanted) == detail(problem, wanted);
    if (problem.code == "syntax") {
      const std::size_t rest = answer.fields[Key::layers].text.size();
      same = same && detail(other, "what") == detail(problem, "what") &&
             other.place.start == problem.place.start && rest == 0;
    }
    if (same) ++count;
  }
  return count;
}

/// Mistakes in the layers' grammar.
std::ptrdiff_t mistakes(const Answer& answer) {
  return std::count_if(answer.problems.begin(), answer.problems.end(),
                       [](const ProblemAnswer& problem) { return problem.code == "syntax"; });
}

void expect_fixes_help(const std::string& query) {
  SCOPED_TRACE(query);
  const Answer answer = explain(query);
  // Fields are put together again from what was read; what was not read of them can't be tried.
  for (const ProblemAnswer& problem : answer.problems)
    if (problem.code == "encoding" || (problem.code == "twice" && detail(problem, "option") == problem.key))
      return;
  for (const ProblemAnswer& problem : answer.problems)
    for (const FixAnswer& fix : problem.fixes) {
      if (!must_help(fix)) continue;
      const std::optional<FieldTexts> after = apply_fix(fix, texts_of(answer.fields));
      ASSERT_TRUE(after) << headline(problem);
      const std::string repaired = query_of(*after);
      const Answer again = explain(repaired);
      SCOPED_TRACE(headline(problem) + ", after " + fix_line(fix, answer.fields));
      EXPECT_NE(*after, texts_of(answer.fields));
      if (problem.code == "unknown_key") continue;  // what stands there is read for the first time
      if (problem.code != "syntax") {
        EXPECT_LT(like(problem, again), like(problem, answer));
        EXPECT_LE(mistakes(again), mistakes(answer)) << "what could be read can't be read any more";
        continue;
      }
      for (const ProblemAnswer& other : again.problems) {
        if (other.code != "syntax" || detail(other, "what") != detail(problem, "what")) continue;
        const std::size_t rest = utf16_length(answer.fields[Key::layers].text).value() - problem.place.start;
        const std::size_t rest_again =
            utf16_length(again.fields[Key::layers].text).value() - other.place.start;
        EXPECT_LT(rest_again, rest) << "the same mistake, no further on";
      }
    }
}

TEST(Hostile, FixesHelp) {
  const char* table[] = {"input=0&layers=LSTM(32)",
                         "input=64&layers=LSTM(32  # units",
                         "input=64&layers=Bidirectional(LSTM(32), # units\n# and back",
                         "input=-3&layers=LSTM(32)",
                         "input=1.5&layers=LSTM(32)",
                         "input=1e3&layers=LSTM(32)",
                         "input=12,416&layers=LSTM(32)",
                         "input=64&layers=LSTM(0)",
                         "input=64&layers=LSTM(-3)",
                         "input=64&layers=LSTM(1.5)",
                         "input=64&layers=LSTM(1e3)",
                         "input=64&layers=LSTM(12 416)",
                         "input=64&layers=LSTM(units=\"1 000\")",
                         "input=64&layers=LTSM(32)",
                         "input=64&layers=\"LTSM\"(32)",
                         "input=64&layers=nn.LTSM(32)",
                         "input=64&layers=LSTM(32,hiden_size=4)",
                         "input=64&layers=LSTM(hiden_size=4)",
                         "input=64&layers=LSTM(32,hidden_size=64)",
                         "input=64&layers=LSTM(units=32,hidden_size=64)",
                         "input=64&layers=LSTM(32,bias=false,use_bias=true)",
                         "input=64&layers=LSTM(32,name=a,name=b)",
                         "framework=pytorch&input=64&layers=LSTM(32,bidirectional=true,merge_mode=sum)",
                         "input=64&layers=LSTM(32,peepholes=true)",
                         "input=64&layers=LSTM(peepholes=true,units=32)",
                         "input=64&layers=LSTM(32,coupled=true)",
                         "framework=keras&input=64&layers=LSTM(32,layer_norm=true)",
                         "framework=tf1&input=64&layers=LSTM(32,peepholes=flase)",
                         "input=64&layers=TimeDistributed(LTSM(32))",
                         "input=64&layers=TimeDistributed(Dense(0))",
                         "framework=pytorch&input=64&layers=Bidirectional(LSTM(32),merge_mode=sum)",
                         "framework=tensorfow&input=64&layers=LSTM(32)",
                         "framework=Keras4&input=64&layers=LSTM(32)",
                         "input=64&layers=LSTM(32",
                         "input=64&layers=LSTM(32,",
                         "input=64&layers=Bidirectional(LSTM(32",
                         "input=64&layers=LSTM(",
                         "input=64&layers=LSTM(32))",
                         "input=64&layers=)",
                         "input=64&layers=LSTM(32),",
                         "input=64&layers=,LSTM(32)",
                         "input=64&layers=LSTM(32),,LSTM(32)",
                         "input=64&layers=LSTM(,32)",
                         "input=64&layers=LSTM(32) LSTM(32)",
                         "input=64&layers=LSTM(32)LSTM(32)",
                         "input=64&layers=LSTM(\"32)",
                         "input=64&layers=",
                         "input=64",
                         "input=64&layers=   ",
                         "input=64&layers=Embedding(1000,128),LSTM(32)",
                         "layers=LSTM(32),Embedding(1000,128)",
                         "layers=LSTM(32),GRU(7),Embedding(1000,128),Dense(1)",
                         "layers=Dropout(0.5),Embedding(1000,128)",
                         "layers=LSTM(10,20)",
                         "layers=LSTM(10,20,2)",
                         "layers=LSTM(input_size=10,hidden_size=20)",
                         "input=64&layers=LSTM(32),LSTM(32,20)",
                         "input=64&layers=Dense(10,20)",
                         "layers=BatchNormalization(10)",
                         "input=64&layers=LSTM(32,bias=flase)",
                         "framework=keras&input=64&layers=Bidirectional(LSTM(32),merge_mode=summ)",
                         "framework=pytorch&input=64&layers=GRU(32,reset_after=false)",
                         "input=64&layers=LSTM(32,proj_size=-3)",
                         "input=64&layers=LSTM(32,num_layers=0)",
                         "input=64&layers=LSTM(\xF0\x9F\x98\x80=1,units=1.5)"};
  for (const char* query : table) expect_fixes_help(query);
}

// Embeddings after the first can't all come first.
TEST(Hostile, FixesHelpWithTwoEmbeddings) {
  expect_fixes_help("layers=Embedding(1000,128),Embedding(2000,64)");
  expect_fixes_help("layers=Embedding(1000,128),LSTM(32),Embedding(2000,64)");
}

/// The numbers in a text: 007 is 7.
std::multiset<std::string> numbers_in(std::string_view text) {
  std::multiset<std::string> out;
  std::string number;
  for (const char c : ascii_digits(text) + " ") {
    const bool digit = c >= '0' && c <= '9';
    if (digit) number += c;
    if (digit || number.empty()) continue;
    number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
    out.insert(number);
    number.clear();
  }
  return out;
}

/// Those of the model.
std::multiset<std::string> numbers_of(const FieldTexts& fields) {
  return numbers_in(fields[static_cast<std::size_t>(Key::input)] + " " +
                    fields[static_cast<std::size_t>(Key::layers)]);
}

/// The cells that were read, and those that are known but not counted.
std::multiset<std::string> cells_of(const Answer& answer) {
  std::multiset<std::string> out;
  for (const WrittenAnswer& written : answer.written)
    if (!written.cell.empty()) out.insert(std::string(written.cell));
  for (const ProblemAnswer& problem : answer.problems)
    if (problem.code == "not_counted") out.insert(detail(problem, "layer"));
  return out;
}

/// A repair turns no cell into another, and takes no number away but one that its button or its problem
/// names: the button of a removal says what goes, and what a button puts in the place of something else
/// stands in its problem's sentence, as what was typed.
void expect_fixes_keep_the_meaning(const std::string& query) {
  SCOPED_TRACE(query);
  const Answer answer = explain(query);
  for (const ProblemAnswer& problem : answer.problems)
    if (problem.code == "encoding" || (problem.code == "twice" && detail(problem, "option") == problem.key))
      return;
  const std::multiset<std::string> cells = cells_of(answer);
  for (const ProblemAnswer& problem : answer.problems)
    for (const FixAnswer& fix : problem.fixes) {
      SCOPED_TRACE(headline(problem) + ", after " + fix_line(fix, answer.fields));
      const std::optional<FieldTexts> after = apply_fix(fix, texts_of(answer.fields));
      ASSERT_TRUE(after);
      if (fix.kind == "custom") continue;  // it puts a layer in the place of one that is not known
      const bool replaces = fix.kind == "use" || problem.code == "unsupported";
      std::string said = fix.text;
      if (replaces) said += " " + detail(problem, "text") + " " + detail(problem, "first");
      const std::multiset<std::string> named = numbers_in(said);
      std::multiset<std::string> kept = numbers_of(*after);
      for (const std::string& number : numbers_of(texts_of(answer.fields))) {
        const auto same = kept.find(number);
        if (same != kept.end())
          kept.erase(same);
        else
          EXPECT_EQ(named.count(number) > 0, true) << number << " is lost";
      }
      const std::multiset<std::string> now = cells_of(explain(query_of(*after)));
      EXPECT_TRUE(std::includes(now.begin(), now.end(), cells.begin(), cells.end()))
          << "a cell became another";
    }
}

TEST(Hostile, FixesKeepTheMeaning) {
  const char* table[] = {
      "framework=keras&input=64&layers=Dense(1, 'sigmoid')",
      "framework=keras&input=64&layers=LSTM(32, 'relu')",
      "input=64&layers=TimeDistributed(3,)(BatchNorm1d()), LSTM(4)",
      "input=10,64&layers=LSTM(32)",
      "input=1,064&layers=LSTM(32)",
      "input=64&layers=LSTM(32, input_shape=[None, 64])",
      "layers=LSTM(32, input_shape=(10, 64))",
      "framework=pytorch&layers=nn.LSTM(64, 32)",
      "input=10&layers=LSTM(64, 32, 2)",
      "layers=nn.LSTM(64, hidden_size=32, num_layers=2)",
      "layers=Embedding(len(word_index) %2B 1, 16)",
      "input=64&layers=LSTM(1,000), LSTM(10,240), Dense(1,024,7)",
      "input=64&layers=LSTM(32), Flatten(), Dense(10)",
      "input=64&layers=LSTM2(32), BatchNorm2d(64), GRU3(4)",
      "input=64&layer=LSTM(32)",
      "inputs=64&layers=LSTM(32)",
      "framework=keras4&input=64&layers=LSTM(32)",
      "input=64&layers=Embedding(1000,128), Embedding(2000,64)",
      "input=64&layers=SRU(32), QRNN(3), sLSTM(4), BiLTSM(5), CNN(6)",
      "framework=keras&input=64&layers=CuDNNLSTM(32), GravesLSTM(32, proj_size=8)",
  };
  for (const char* query : table) expect_fixes_keep_the_meaning(query);
}

TEST(Hostile, FixesOfMutatedQueriesKeepTheMeaning) {
  for_hostile_queries(sampled(3000), 4, expect_fixes_keep_the_meaning);
}

TEST(Hostile, FixesOfMutatedQueriesHelp) { for_hostile_queries(sampled(2000), 3, expect_fixes_help); }

}  // namespace
}  // namespace rnn
