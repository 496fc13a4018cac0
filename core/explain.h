// The answer to a query, as it is published: every number is decimal text, every place counts UTF-16 units.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/problem.h"
#include "core/query.h"
#include "core/tokens.h"

namespace rnn {

struct Difference;
struct Model;

struct Place {
  unsigned start = 0;
  unsigned end = 0;
};

struct EditAnswer {
  std::string_view key;
  Place place;
  std::string text;
};

struct FixAnswer {
  std::string_view kind;
  std::string text;
  std::vector<EditAnswer> edits;
};

struct ProblemAnswer {
  std::string_view key;
  std::string_view code;
  Place place;
  std::vector<Detail> details;
  std::vector<std::string> choices;
  std::vector<std::string> frameworks;
  std::vector<FixAnswer> fixes;
};

struct ArgumentAnswer {
  std::string name;
  std::string text;
  Place place;
};

struct WrittenAnswer {
  std::string name;
  std::string_view cell;
  Place place;
  std::vector<ArgumentAnswer> arguments;
};

struct Formula {
  std::string text;
  Tokens tokens;
};

struct StepAnswer {
  std::string_view kind;
  Formula symbols;
  Formula numbers;
  Formula reduced;  ///< without tokens where it is left out
  std::string value;
};

struct WeightAnswer {
  std::string name;
  std::string_view role;
  std::string_view gate;
  std::vector<std::string_view> gates;
  std::vector<std::string> shape;
  std::string count;
  bool trainable = true;
  std::string column;
  std::string_view direction;
};

/// What the `ref`s that start with "rule." point to.
struct RuleAnswer {
  std::string gates;
  std::string candidates;
  std::string matrices;
  std::string bias;
  std::string bias_vectors;
  std::string directions;
  std::string vectors;
  std::vector<std::pair<std::string_view, std::string>> parts;  ///< by kind, how many times its size
};

struct GateAnswer {
  std::string_view id;
  bool candidate = false;
};

struct LayerAnswer {
  std::string name;
  std::string_view cell;
  std::string units;
  std::string input;
  std::string output;
  std::string directions;
  std::string merge_mode;
  std::string total;
  std::size_t origin = 0;
  RuleAnswer rule;
  std::vector<GateAnswer> gates;
  std::vector<WeightAnswer> weights;
  std::vector<StepAnswer> steps;
};

/// A difference that has a name. `numbers` evaluates to `value`.
struct Term {
  std::string_view kind;  ///< see Difference::Kind in terms.h
  std::string_view sign;  ///< "more" or "fewer"
  Formula numbers;
  std::string value;
};

/// What of a total has an effect of its own: the total less the terms.
struct EffectiveAnswer {
  Formula numbers;
  std::string value;
  std::vector<Term> terms;
};

struct Answer {
  std::string query;  ///< canonical; "" with problems
  std::vector<ProblemAnswer> problems;
  std::string_view framework;
  Fields fields;  ///< as typed, decoded
  std::vector<WrittenAnswer> written;
  std::string total;  ///< "" with problems
  EffectiveAnswer effective;
  std::vector<LayerAnswer> layers;
  std::vector<StepAnswer> steps;
};

/// Counts and derives the model of `query`. Any text has an answer.
Answer explain(std::string_view query);

/// The running sum over a model's layers, by its tensors, and the problem where it is past 2^64 − 1.
struct Tally {
  std::vector<Whole> layers;
  Whole total;
  std::vector<Problem> problems;
};
Tally tally(const Model& model);

/// Tokens and text of `expr` in one reading.
Formula formula(const Expr& expr, Reading reading);

std::vector<Term> publish(const std::vector<Difference>& differences);

/// Problems with their places in the fields of `model`'s query, in UTF-16 units.
std::vector<ProblemAnswer> publish(const std::vector<Problem>& problems, const Fields& fields);

const char* name(Key key);

/// The public name of a kind of layer: its usual name; "" for none.
std::string_view name(Cell cell);

}  // namespace rnn
