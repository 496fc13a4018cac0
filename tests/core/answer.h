// The public answers as JavaScript sees them: what web/engine.d.ts declares, read back from their JSON.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/formats.h"
#include "core/query.h"

namespace rnn {

/// A formula in one reading.
struct Formula {
  std::string text;  ///< see to_text
  Tokens tokens;
};

struct Place {
  unsigned start = 0;
  unsigned end = 0;
};

struct EditAnswer {
  std::string key;
  Place place;
  std::string text;
};

struct FixAnswer {
  std::string kind;
  std::string text;
  std::vector<EditAnswer> edits;
};

struct DetailAnswer {
  std::string name;
  std::string text;
};

struct ProblemAnswer {
  std::string key;
  std::string code;
  Place place;
  std::vector<DetailAnswer> details;
  std::vector<std::string> choices;
  std::vector<std::string> frameworks;
  std::vector<FixAnswer> fixes;
};

struct ArgumentAnswer {
  std::string name;
  std::string text;
  Place place;
  Place value;
};

struct WrittenAnswer {
  std::string name;
  std::string cell;
  Place place;
  std::vector<ArgumentAnswer> arguments;
};

struct StepAnswer {
  std::string kind;
  Formula symbols;
  Formula numbers;
  Formula reduced;  ///< without tokens where it is left out
  std::string value;
};

struct WeightAnswer {
  std::string name;
  std::string role;
  std::string gate;
  std::vector<std::string> gates;
  std::vector<std::string> shape;
  std::string count;
  bool trainable = true;
  std::string column;
  std::string direction;
};

struct RuleAnswer {
  std::string gates;
  std::string candidates;
  std::string matrices;
  std::string bias;
  std::string bias_vectors;
  std::string spare;
  std::string directions;
  std::string vectors;
  std::string input_word;
  bool input_first = false;
  std::vector<std::pair<std::string, std::string>> parts;
};

struct GateAnswer {
  std::string id;
  std::string role;
  bool candidate = false;
  bool unused = false;
};

struct LayerAnswer {
  std::string name;
  std::string cell;
  std::string units;
  std::string input;
  std::string output;
  std::string directions;
  std::string merge_mode;
  std::string total;
  std::string trainable;
  std::string frozen;
  struct {
    std::string width;
    std::string steps;
  } hands_on;
  int tied = -1;
  std::size_t origin = 0;
  int like = -1;
  RuleAnswer rule;
  std::vector<GateAnswer> gates;
  std::vector<WeightAnswer> weights;
  std::vector<StepAnswer> steps;
};

struct RunAnswer {
  std::size_t first = 0;
  std::size_t last = 0;
  int like = -1;
  std::string sum;
};

struct Term {
  std::string kind;
  std::string sign;
  Formula numbers;
  std::string value;
  std::string layers;
  std::vector<std::string> cells;
};

struct EffectiveAnswer {
  Formula numbers;
  std::string value;
  std::vector<Term> terms;
};

struct Answer {
  std::string query;
  std::vector<ProblemAnswer> problems;
  std::string more_problems;
  bool readable = false;
  std::string framework;
  Fields fields;
  std::vector<WrittenAnswer> written;
  std::string total;
  std::string counted;
  std::string trainable;
  std::string frozen;
  EffectiveAnswer effective;
  std::vector<LayerAnswer> layers;
  std::vector<RunAnswer> runs;
  std::vector<StepAnswer> steps;
};

struct Comparison {
  std::string framework;
  std::string total;
  std::vector<ProblemAnswer> problems;
  std::string more_problems;
  std::string sign;
  std::string difference;
  std::vector<Term> terms;
};

bool is_json(std::string_view text);
/// With what a layer that repeats another one leaves out filled in from that other one.
Answer explain(std::string_view query);
std::vector<Comparison> compare(std::string_view query);

}  // namespace rnn
