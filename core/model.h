// The pass that gives the words of a query their meaning: a framework, an input size and a stack of layers
// with every option decided, each with the rule that the framework keeps it by.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/problem.h"
#include "core/query.h"
#include "core/rule.h"

namespace rnn {

/// An argument as it was typed, with ASCII digits. `name` is the option's own name whatever the spelling, or
/// the word typed where there is no such option; a wrapper is the option "bidirectional" with its own word as
/// text.
struct WrittenArgument {
  std::string name;
  std::string text;
  Span span;
  Span value;  ///< of the value, quotes included
};

/// A layer as it was typed; of a wrapped one, the inner layer with the wrapper's arguments.
struct Written {
  std::string name;
  Cell cell = Cell::none;
  Span span;
  bool wrapped = false;
  bool named_both_ways = false;  ///< its name is that of a wrapped layer: BiLSTM
  std::vector<WrittenArgument> arguments;
};

/// One stacked layer.
struct Layer {
  Cell cell = Cell::none;
  std::string name;  ///< the framework's name for it; of an unknown layer, as typed
  Settings settings;
  /// For each option the index of the argument that sets it; −1 where none does.
  std::array<int, option_count> argument{};
  std::string rate;        ///< of Dropout, as typed
  std::size_t origin = 0;  ///< index into `written`
  std::size_t number = 0;  ///< from 0, within one written layer
  bool flawed = false;     ///< has a problem that leaves its numbers legible but no count certain
  Rule rule;
  Whole input;   ///< d: what the layer reads; of an embedding, the size of the vocabulary
  Whole output;  ///< what it hands on
  Whole total;   ///< what it stores, once it is counted; none where that is not certain
};

struct Model {
  const Framework* framework = nullptr;
  Whole input;
  std::vector<Written> written;
  bool whole = true;  ///< those hold all arguments, not only what sets an option
  std::vector<Layer> layers;
  Problems problems;
  Whole total;  ///< what the layers store, once they are counted
};

/// The framework that the query names; the default where it names none; nullptr where there is none of that
/// name.
const Framework* framework_of(const Query& query);

/// Reads `query` as a model of `framework`. With a `framework` of nullptr the layers are read as far as they
/// can be without one. To be compared with a reading whose problems are `known`, it tells only others, and
/// holds of what was typed only what sets an option.
Model read_model(const Query& query, const Framework* framework, const KnownProblems* known = nullptr);

/// The directions of a layer: 1 or 2; none if that is not certain.
Whole directions(const Layer& layer);

/// r: the numbers that a unit reads of the step before, in its own direction.
Whole recurrent_width(const Layer& layer);

}  // namespace rnn
