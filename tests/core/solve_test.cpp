// Tests of the largest size within a budget.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/explain.h"
#include "core/read/solve.h"
#include "tests/core/solve_samples.h"

namespace rnn {
namespace {

using Data = nlohmann::json;

Data solved(const std::string& query, const std::string& points = "") {
  return Data::parse(solve_json(query, points));
}

Data explained(const std::string& query) { return Data::parse(explain_json(query)); }

std::string codes(const Data& answer) {
  std::string out;
  for (const Data& problem : answer["problems"]) {
    out += (out.empty() ? "" : " ") + std::string(problem["code"]);
    if (problem["args"].contains("what")) out += ":" + std::string(problem["args"]["what"]);
  }
  return out;
}

/// "value total left next ending", or the problems.
std::string said(const std::string& query) {
  const Data answer = solved(query);
  if (!answer["problems"].empty()) {
    EXPECT_TRUE(answer["answers"].empty()) << query;
    return codes(answer);
  }
  const Data& found = answer["answers"].at(0);
  std::string out;
  for (const char* name : {"value", "total", "left", "next", "ending"})
    out += (out.empty() ? "" : " ") + std::string(found[name]);
  return out;
}

// Heads and groups divide a width: the sizes between the multiples cannot be counted.
TEST(Solve, Multiples) {
  const std::string lstm = "framework=pytorch&input=64&budget=100000&layers=LSTM(?";
  const auto found = [](const std::string& query) {
    const Data answer = solved(query);
    EXPECT_EQ(codes(answer), "") << query;
    const Data& one = answer["answers"].at(0);
    return std::string(one["value"]) + " by " + std::string(one["step"]) + ": " + std::string(one["total"]) +
           ", " + std::string(one["left"]) + ", " + std::string(one["next"]);
  };
  // 4 h² + 264 h of the LSTM, 4 h² + 4 h of the attention
  EXPECT_EQ(found(lstm + "), MultiheadAttention(num_heads=4)"), "96 by 4: 99456, 544, 106800");
  // 8 h² + 528 h in both directions, 16 h² + 8 h of the attention on 2 h, which 4 divides where 2 divides h
  EXPECT_EQ(found(lstm + ", bidirectional=true), MultiheadAttention(num_heads=4)"),
            "54 by 2: 98928, 1072, 105280");
  // and 2 h of a normalisation of 6 groups: 12 divides h
  EXPECT_EQ(found(lstm + "), MultiheadAttention(num_heads=4), GroupNorm(6)"), "96 by 12: 99648, 352, 122472");
  EXPECT_EQ(found("framework=pytorch&input=4&budget=50&layers=Conv1d(?, 3, groups=2)"), "6 by 2: 42, 8, 56");
  EXPECT_EQ(codes(solved("framework=pytorch&input=4&budget=13&layers=Conv1d(?, 3, groups=2)")),
            "budget_too_small");
  const Data small = solved("framework=pytorch&input=4&budget=13&layers=Conv1d(?, 3, groups=2)");
  EXPECT_EQ(small["problems"][0]["args"]["smallest"], "14");
  EXPECT_EQ(small["problems"][0]["args"]["number"], "2");
  const Data answer = solved(lstm + "), MultiheadAttention(num_heads=4)", "8\n10\n12");
  EXPECT_EQ(answer["coefficients"], Data({"0", "268", "8"}));
  // 8 × 64 + 268 × 8, 8 × 144 + 268 × 12; 10 is no multiple
  EXPECT_EQ(answer["points"],
            Data({{{"value", "8"}, {"total", "2656"}}, {{"value", "12"}, {"total", "4368"}}}));
  // No size mends what a width of 64 has to do with 5 heads.
  EXPECT_EQ(codes(solved(lstm + "), Dense(64), MultiheadAttention(num_heads=5)")), "conflict:heads");
}

// Heads that have a width of their own, as in Keras: 3 × (64 + 1) × 16 + 16 × 64 for each, and 64; where they
// share one, they make no difference.
TEST(Solve, Heads) {
  EXPECT_EQ(said("framework=keras&input=64&budget=100000&layers=MultiHeadAttention(?, 16)"),
            "24 99520 480 103664 ");
  EXPECT_EQ(said("framework=pytorch&input=64&budget=100000&layers=MultiheadAttention(64, ?)"),
            "not_solvable:steps");
}

// The largest size that is counted one by one.
TEST(Solve, MultiplesOneByOne) {
  for (const std::string& layers :
       {std::string("LSTM(?), MultiheadAttention(num_heads=6), Linear(3)"),
        std::string("GRU(?, bidirectional=true), GroupNorm(12), LSTM(5)"),
        std::string("Linear(?), Linear(?), Conv1d(12, 3, groups=3), GroupNorm(4)"),
        std::string("LSTM(?, num_layers=2), Conv1d(8, 3, groups=4), LSTM(?)")}) {
    std::vector<std::string> totals(1);
    while (totals.size() < 120) {
      std::string text = layers;
      for (std::size_t at = text.find('?'); at != std::string::npos; at = text.find('?'))
        text.replace(at, 1, std::to_string(totals.size()));
      totals.push_back(explained("framework=pytorch&input=10&layers=" + text)["total"]);
    }
    for (const std::uint64_t budget : {900U, 5000U, 12000U}) {
      SCOPED_TRACE(layers + " " + std::to_string(budget));
      std::size_t best = 0;
      for (std::size_t size = 1; size < totals.size(); ++size)
        if (!totals[size].empty() && std::stoull(totals[size]) <= budget) best = size;
      const Data answer =
          solved("framework=pytorch&input=10&budget=" + std::to_string(budget) + "&layers=" + layers);
      if (best == 0) {
        EXPECT_EQ(codes(answer), "budget_too_small");
        continue;
      }
      ASSERT_EQ(codes(answer), "");
      EXPECT_EQ(answer["answers"][0]["value"], std::to_string(best));
      EXPECT_EQ(answer["answers"][0]["total"], totals[best]);
    }
  }
}

// An independent evaluation in unbounded integers.
TEST(Solve, Samples) {
  std::string_view rest = solve_samples_jsonl;
  int rows = 0;
  for (; !rest.empty(); ++rows) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    SCOPED_TRACE(line);
    const Data row = Data::parse(line);
    const Data answer = solved(std::string(row["query"]) + "&budget=" + std::string(row["budget"]));
    if (row["answer"].is_null()) {
      ASSERT_EQ(codes(answer), "budget_too_small");
      EXPECT_EQ(answer["problems"][0]["args"]["smallest"], row["next"]);
      EXPECT_TRUE(answer["answers"].empty());
      continue;
    }
    ASSERT_EQ(codes(answer), "");
    const Data& found = answer["answers"].at(0);
    EXPECT_EQ(found["value"], row["answer"]);
    EXPECT_EQ(found["total"], row["total"]);
    EXPECT_EQ(found["next"], row["next"]);
    EXPECT_EQ(std::stoull(std::string(found["left"])),
              std::stoull(std::string(row["budget"])) - std::stoull(std::string(row["total"])));
    const Data model = explained(found["query"]);
    EXPECT_EQ(model["total"], row["total"]);
    EXPECT_EQ(model["query"], found["query"]);
  }
  EXPECT_EQ(rows, 25);
}

// 4 × (371 + 300 + 1) × 371 = 997,248; 4 × (372 + 300 + 1) × 372 = 1,001,424.
TEST(Solve, ByHand) {
  for (const std::string mark : {"?", "%3F", " ? ", "%22?%22"})
    EXPECT_EQ(said("framework=keras&input=300&layers=LSTM(" + mark + ")&budget=1000000"),
              "371 997248 2752 1001424 ");
  const Data answer = solved("budget=1000000&layers=LSTM(?)&framework=keras&input=300", "32\n0\nx\n371");
  EXPECT_EQ(answer["answers"][0]["query"], "framework=keras&input=300&layers=LSTM(371)");
  EXPECT_EQ(answer["unknown"].dump(), R"([{"argument":"units","end":6,"key":"layers","layer":0,"start":5}])");
  // 4 × (32 + 300 + 1) × 32
  EXPECT_EQ(answer["points"].dump(), R"([{"total":"42624","value":"32"},{"total":"997248","value":"371"}])");
  // 4 h² + 4 × 301 h
  EXPECT_EQ(answer["coefficients"].dump(), R"(["0","1204","4"])");
}

TEST(Solve, EveryKindOfSize) {
  // An LSTM as many as one with 64 → 32: 3 × (40 + 64 + 1) × 40 = 12,600, 3 × (39 + 65) × 39 = 12,168.
  EXPECT_EQ(said("input=64&layers=GRU(?)&budget=12416"), "39 12168 248 12600 ");
  // A filter has 3 × 7 weights and a bias; 5 filters that read d numbers have 5 × (3 d + 1).
  EXPECT_EQ(said("framework=keras&input=7&layers=Conv1D(?, 3)&budget=100"), "4 88 12 110 ");
  EXPECT_EQ(said("framework=keras&input=?&layers=Conv1D(5, 3)&budget=100"), "6 95 5 110 ");
  EXPECT_EQ(said("framework=pytorch&input=?&layers=Linear(2)&budget=20"), "9 20 0 22 ");
  // 2 × (3 × k + 1); 4 × 4 + 4 k + 4 × 4 + 3 × 4 + 4 × 4 + 4; 3 × (4 × 6 + 6) + 7 o
  EXPECT_EQ(said("framework=pytorch&input=3&layers=Bilinear(3, ?, 2)&budget=20"), "3 20 0 26 ");
  EXPECT_EQ(said("framework=pytorch&input=4&layers=MultiheadAttention(4, 2, kdim=?)&budget=100"),
            "9 100 0 104 ");
  EXPECT_EQ(said("framework=keras&input=4&layers=MultiHeadAttention(2, 3, output_shape=?)&budget=120"),
            "4 118 2 125 ");
  EXPECT_EQ(said("layers=Embedding(?, 3)&budget=20"), "6 18 2 21 ");
  EXPECT_EQ(said("framework=pytorch&layers=LSTM(?, 2)&budget=100"), "8 96 4 104 ");
  EXPECT_EQ(said("input=2&layers=Custom(3, parameters=?), Dense(1)&budget=10"), "6 10 0 11 ");
  EXPECT_EQ(said("input=2&layers=Custom(3, parameters=?), Dense(1)&budget=4"), "0 4 0 5 ");
}

// An LSTM of 5 on 8 has 4 × (8 + 5 + 1) × 5 = 280, a GRU of h 3 × (8 + h + 2) × h.
TEST(Solve, ALayerThatReadsBackwardsHasASizeOfItsOwn) {
  const std::string before = "framework=keras&input=8&budget=1000&layers=Bidirectional(LSTM(";
  EXPECT_EQ(said(before + "5), backward_layer=GRU(?))"), "11 973 27 1072 ");
  EXPECT_EQ(said(before + "?), backward_layer=GRU(?))"), "8 976 24 1161 ");
  // Number by number only as many go with 5.
  EXPECT_EQ(said(before + "5), backward_layer=GRU(?), merge_mode=sum), Dense(1)"), "not_solvable:steps");
  const Data answer = solved(before + "?), backward_layer=GRU(?))");
  ASSERT_EQ(answer["unknown"].size(), 2U);
  EXPECT_EQ(answer["unknown"][1]["argument"], "backward_layer.units");
  EXPECT_EQ(answer["answers"][0]["query"],
            "framework=keras&input=8&layers=Bidirectional(LSTM(8),backward_layer=GRU(8))");
}

TEST(Solve, Limits) {
  // Each layer has 4 × (1 + 1 + 2) × 1 = 16.
  EXPECT_EQ(said("framework=pytorch&input=1&layers=LSTM(1, num_layers=?)&budget=200"), "12 192 8 208 ");
  EXPECT_EQ(said("framework=pytorch&input=1&layers=LSTM(1, num_layers=?)&budget=20000"),
            "1000 16000 4000  layers");
  EXPECT_EQ(said("framework=pytorch&input=1&layers=LSTM(1),LSTM(1, num_layers=?)&budget=20000"),
            "999 16000 4000  layers");
  // 2^53 − 1 words of one number.
  EXPECT_EQ(said("layers=Embedding(?, 1)&budget=18446744073709551615"),
            "9007199254740991 9007199254740991 18437736874454810624  size");
  // 4 × (h + 2) × h: 4 × (2^31 + 1) × (2^31 − 1) = 2^64 − 4, and 4 × (2^31 + 2) × 2^31 is past 2^64 − 1.
  EXPECT_EQ(said("framework=keras&input=1&layers=LSTM(?)&budget=18446744073709551615"),
            "2147483647 18446744073709551612 3  too_large");
  // 4 × (100 + p + 2) × 100 + 100 p for p below 100: 80,400 + 9,900 with 99.
  EXPECT_EQ(said("framework=pytorch&input=100&layers=LSTM(100, proj_size=?)&budget=1000000"),
            "99 90300 909700  option");
  EXPECT_EQ(said("framework=pytorch&input=100&layers=LSTM(100, proj_size=?)&budget=42000"),
            "2 41800 200 42300 ");
  // A projection to 10 has to be below the units: 4 × (1 + 10 + 2) × 11 + 110 with 11.
  EXPECT_EQ(said("framework=pytorch&input=1&layers=LSTM(?, proj_size=10)&budget=682"), "11 682 0 744 ");
  EXPECT_EQ(solved("framework=pytorch&input=1&layers=LSTM(?, proj_size=10)&budget=681")["problems"][0]["args"]
                                                                                       ["smallest"],
            "682");
}

TEST(Solve, WhatIsNotSearched) {
  const auto expect = [](const std::string& query, const std::string& problem) {
    EXPECT_EQ(said(query + "&budget=1000000"), problem) << query;
  };
  expect("framework=keras&input=3&layers=Conv1D(4, ?)", "not_solvable:option");
  expect("framework=pytorch&input=4&layers=Conv1d(4, 3, groups=?)", "not_solvable:option");
  expect("framework=keras&input=3&layers=Conv1D(4, 3, strides=?)", "not_solvable:option");
  expect("framework=keras&input=3&layers=MaxPooling1D(?), LSTM(4)", "not_solvable:option");
  expect("framework=keras&input=3&timesteps=?&layers=Flatten(), Dense(4)", "not_solvable:option");
  expect("framework=keras&layers=Embedding(10, 4), LSTM(4), Dense(?, tied=true)", "not_solvable:steps");
  expect("framework=keras&input=3&layers=Custom(?, parameters=7)", "not_solvable:constant");
  expect("framework=keras&input=3&layers=LSTM(4)", "no_unknown");
  expect("framework=keras&input=3&layers=LSTM(?), Foo(4)", "unknown_layer");
  expect("framework=keras&layers=LSTM(?)", "missing");
  expect("framework=keras&input=3&layers=LSTM(?", "syntax:unclosed");
  EXPECT_EQ(said("framework=keras&input=3&layers=LSTM(?)"), "missing");
  EXPECT_EQ(said("framework=keras&input=3&layers=LSTM(?)&budget=1,000"), "not_plain");
  EXPECT_EQ(said("framework=keras&input=3&layers=LSTM(?)&budget=1000&budget=2"), "twice");
  EXPECT_EQ(said("framework=keras&input=3&layers=LSTM(?)&bugdet=1000"), "unknown_key");
  EXPECT_EQ(said("framework=keras&input=3&layers=LSTM(?)&budget=0"), "too_small");
  EXPECT_NE(
      solved("framework=keras&input=3&layers=LSTM(?)&budget=0")["problems"].dump().find(R"("smallest":"1")"),
      std::string::npos);
  EXPECT_EQ(said("framework=keras&input=3&layers=LSTM(?)&budget=?"), "not_a_number");
  EXPECT_EQ(said("framework=keras&input=3&layers=LSTM(?)&budget=18446744073709551616"), "too_big");
  // A vocabulary that is also the units of the tied layer is searched: 4 ? of the matrix, ? biases.
  EXPECT_EQ(said("framework=keras&layers=Embedding(?, 4), Dense(?, tied=true)&budget=53"), "10 50 3 55 ");
}

TEST(Solve, ManyLayers) {
  std::string layers = "LSTM(?)";
  for (int i = 1; i < 1000; ++i) layers += ",LSTM(?)";
  // 4 × (h + 1 + 1) × h + 999 × 4 × (2 h + 1) × h = 7996 h² + 4004 h
  EXPECT_EQ(said("framework=keras&input=1&layers=" + layers + "&budget=1000000"),
            "10 839640 160360 1011560 ");
}

TEST(Solve, AnAnswerWithUnknownSizeSaysSo) {
  const Data answer = explained("framework=keras&input=300&layers=LSTM(?)&budget=1000000");
  EXPECT_EQ(codes(answer), "unknown_size");
  EXPECT_EQ(answer["problems"][0]["args"]["option"], "units");
  EXPECT_EQ(answer["problems"][0]["start"], 5);
  EXPECT_EQ(answer["total"], "");
  EXPECT_EQ(answer["readable"], true);
  EXPECT_EQ(answer["fields"]["budget"], "1000000");
  EXPECT_EQ(codes(explained("layers=LSTM(3)&input=%3F")), "unknown_size");
  EXPECT_EQ(codes(explained("layers=LSTM(3, num_layers=?)&input=2")), "unknown_size");
  EXPECT_EQ(codes(explained("framework=keras&layers=Conv1D(3, ?)&input=2")), "unknown_size");
  // Without a `?` the key means nothing, whatever stands there.
  for (const std::string budget : {"5", "", "%FF", "x&budget=7"}) {
    const Data plain = explained("framework=keras&budget=" + budget + "&input=300&layers=LSTM(3)");
    EXPECT_EQ(codes(plain), "");
    EXPECT_EQ(plain["query"], "framework=keras&input=300&layers=LSTM(3)");
  }
}

}  // namespace
}  // namespace rnn
