// What the core knows, as data: the form and the documentation are built from it, so that no fact stands
// twice.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rnn {

struct OptionOffer {
  std::string_view name;
  std::string preset;
  std::span<const std::string_view> choices;
};

struct CellFacts {
  std::string_view cell;
  std::string_view name;
  std::string matrices;
  std::vector<OptionOffer> options;
};

struct FrameworkWords {
  std::string_view units;
  std::string_view input;
  std::string_view previous;
  std::string_view current;
};

struct FrameworkFacts {
  std::string_view id;
  std::string_view name;
  FrameworkWords words;
  std::vector<CellFacts> cells;
  std::string_view source;
  std::string_view version;
  std::string_view reason;
  bool featured = false;
};

struct ArgumentFacts {
  std::string_view name;
  std::span<const std::string_view> spellings;
  std::string_view kind;
  std::span<const std::string_view> choices;
  bool positional = false;
  bool required = false;
};

struct LayerFacts {
  std::string_view cell;
  std::span<const std::string_view> names;
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
  std::string_view name;
  std::span<const std::string_view> spellings;
};

struct Catalog {
  std::string_view version;
  std::vector<KeyFacts> keys;
  std::vector<FrameworkFacts> frameworks;
  std::vector<LayerFacts> layers;
  Limits limits;
};

Catalog catalog();

}  // namespace rnn
