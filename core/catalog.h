// What the core knows, as data: the form and the documentation are built from it, so that no fact stands
// twice.
#pragma once

#include <string>
#include <vector>

namespace rnn {

struct OptionOffer {
  std::string name;
  std::string preset;
  std::vector<std::string> choices;
};

struct CellFacts {
  std::string cell;
  std::string name;
  std::string matrices;
  std::vector<OptionOffer> options;
};

struct FrameworkWords {
  std::string units;
  std::string input;
  std::string previous;
  std::string current;
};

struct FrameworkFacts {
  std::string id;
  std::string name;
  FrameworkWords words;
  std::vector<CellFacts> cells;
  std::string source;
  std::string version;
  std::string reason;
  bool featured = false;
};

struct ArgumentFacts {
  std::string name;
  std::vector<std::string> spellings;
  std::string kind;
  std::vector<std::string> choices;
  bool positional = false;
  bool required = false;
};

struct LayerFacts {
  std::string cell;
  std::vector<std::string> names;
  bool recurrent = false;
  std::vector<ArgumentFacts> arguments;
};

struct Limits {
  std::string text;
  std::string layers;
  std::string nesting;
  std::string size;
  std::string total;
};

struct KeyFacts {
  std::string name;
  std::vector<std::string> spellings;
};

struct Catalog {
  std::string version;
  std::vector<KeyFacts> keys;
  std::vector<FrameworkFacts> frameworks;
  std::vector<LayerFacts> layers;
  Limits limits;
};

Catalog catalog();

}  // namespace rnn
