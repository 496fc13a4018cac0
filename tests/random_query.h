// Random models for property tests: seeded, so that every run sees the same ones, and counted by the one
// formula in 128 bits.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/big.h"

namespace rnn {

/// Numbers that are the same on every machine and in every library (distributions of <random> are not).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// 0 … sides − 1
  std::uint64_t roll(std::uint64_t sides) { return engine_() % sides; }
  std::uint64_t between(std::uint64_t low, std::uint64_t high) { return low + roll(high - low + 1); }
  bool one_in(std::uint64_t sides) { return roll(sides) == 0; }

  template <class List>
  auto any_of(const List& list) {
    return list[static_cast<std::size_t>(roll(std::size(list)))];
  }

 private:
  std::mt19937_64 engine_;
};

/// One written layer, every option decided.
struct RandomLayer {
  enum class Kind { lstm, gru, rnn, embedding, dense, dropout, batch_normalization };
  enum class Ways { one, flag, wrapped };

  Kind kind = Kind::lstm;
  std::uint64_t vocabulary = 0;
  std::uint64_t units = 1;
  std::uint64_t stacked = 1;
  Ways ways = Ways::one;
  bool bias = true;
  std::uint64_t projected = 0;
  bool reset_after = false;
  std::string_view merge_mode = "concat";
  std::string_view rate = "0.5";

  bool is_recurrent() const { return kind == Kind::lstm || kind == Kind::gru || kind == Kind::rnn; }
  std::uint64_t directions() const { return ways == Ways::one ? 1 : 2; }
};

struct RandomModel {
  std::string framework;
  std::uint64_t input = 1;
  std::vector<RandomLayer> layers;

  bool starts_with_embedding() const { return layers.front().kind == RandomLayer::Kind::embedding; }
};

/// What a layer costs and how wide it is, by the one formula: directions × (g·(d·h + r·h) + β·h + p·h).
struct Counted {
  Big total = 0;
  std::uint64_t output = 0;
};

inline Counted count_layer(const RandomLayer& layer, std::string_view framework, std::uint64_t d) {
  using Kind = RandomLayer::Kind;
  const Big h = layer.units;
  if (layer.kind == Kind::embedding) return {Big{layer.vocabulary} * h, layer.units};
  if (layer.kind == Kind::dense) return {(Big{d} + (layer.bias ? 1 : 0)) * h, layer.units};
  if (layer.kind == Kind::dropout) return {0, d};
  if (layer.kind == Kind::batch_normalization) return {Big{d} * (framework == "keras" ? 4 : 2), d};
  const unsigned matrices = layer.kind == Kind::lstm ? 4 : layer.kind == Kind::gru ? 3 : 1;
  const bool two_biases =
      framework == "pytorch" || (framework == "keras" && layer.kind == Kind::gru && layer.reset_after);
  const unsigned biases = !layer.bias ? 0 : two_biases ? 2 * matrices : matrices;
  const std::uint64_t r = layer.projected != 0 ? layer.projected : layer.units;
  const Big one = Big{matrices} * (Big{d} * h + Big{r} * h) + Big{biases} * h + Big{layer.projected} * h;
  const bool doubles = layer.ways != RandomLayer::Ways::one && layer.merge_mode == "concat";
  return {one * layer.directions(), doubles ? 2 * r : r};
}

/// The totals of the stacked layers, in order.
inline std::vector<Big> count_layers(const RandomModel& model, std::string_view framework) {
  std::vector<Big> totals;
  std::uint64_t width = model.input;
  for (const RandomLayer& layer : model.layers)
    for (std::uint64_t i = 0; i < layer.stacked; ++i) {
      const Counted counted = count_layer(layer, framework, width);
      totals.push_back(counted.total);
      width = counted.output;
    }
  return totals;
}

class RandomWriter {
 public:
  explicit RandomWriter(Dice* dice) : dice_(dice) {}

  std::string query(const RandomModel& model) {
    const std::string layers = "layers=" + stack(model);
    std::vector<std::string> fields;
    if (model.framework != "notes" || coin())
      fields.push_back("framework=" + cased(framework_word(model.framework)));
    if (!model.starts_with_embedding())
      fields.push_back(
          join({pick({"input", "input_dim", "input_size", "input_units"}), "=", size(model.input)}));
    fields.push_back(layers);
    if (coin()) fields.emplace_back("lang=en");
    shuffle(fields);
    std::string out;
    for (const std::string& field : fields) out += (out.empty() ? "" : "&") + field;
    return out;
  }

  /// The layers as the field `layers` holds them, encoded.
  std::string stack(const RandomModel& model) {
    std::string out;
    for (const RandomLayer& written : model.layers) {
      if (!out.empty()) out += "," + blank();
      out += layer(written, model.framework);
    }
    return out;
  }

 private:
  using Kind = RandomLayer::Kind;

  bool coin() { return dice_ != nullptr && dice_->one_in(2); }
  bool sometimes() { return dice_ != nullptr && dice_->one_in(6); }
  std::string blank() { return dice_ == nullptr ? "" : std::string(dice_->any_of(blanks)); }

  /// The order in which the parts are rolled is that of the list (of operands of + it would be the
  /// compiler's).
  static std::string join(std::initializer_list<std::string> parts) {
    std::string out;
    for (const std::string& part : parts) out += part;
    return out;
  }

  /// Any of the words; the first without dice.
  std::string pick(const std::vector<std::string_view>& words) {
    return std::string(dice_ == nullptr ? words.front() : dice_->any_of(words));
  }

  std::string cased(std::string word) {
    if (dice_ == nullptr || !dice_->one_in(3)) return word;
    const bool up = dice_->one_in(2);
    for (char& c : word) {
      if (up && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      if (!up && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return word;
  }

  template <class T>
  void shuffle(std::vector<T>& list) {
    if (dice_ == nullptr) return;
    for (std::size_t i = list.size(); i > 1; --i)
      std::swap(list[i - 1], list[static_cast<std::size_t>(dice_->roll(i))]);
  }

  std::string size(std::uint64_t number) {
    const std::string digits = std::to_string(number);
    return dice_ != nullptr && dice_->one_in(8) ? "00" + digits : digits;
  }

  std::string framework_word(const std::string& id) {
    if (id == "keras") return pick({"keras", "tensorflow", "tf", "keras3"});
    if (id == "pytorch") return pick({"pytorch", "torch"});
    return pick({"notes", "textbook"});
  }

  static std::vector<std::string_view> names(Kind kind) {
    switch (kind) {
      case Kind::lstm: return {"LSTM"};
      case Kind::gru: return {"GRU"};
      case Kind::rnn: return {"RNN", "SimpleRNN"};
      case Kind::embedding: return {"Embedding"};
      case Kind::dense: return {"Dense", "Linear"};
      case Kind::dropout: return {"Dropout"};
      case Kind::batch_normalization: return {"BatchNormalization", "BatchNorm1d"};
    }
    return {};
  }

  std::string named(const std::string& option, const std::string& value) {
    return join({cased(option), blank(), "=", blank(),
                 dice_ != nullptr && dice_->one_in(8) ? "%22" + value + "%22" : value});
  }

  std::string flag(const std::string& option, bool value) {
    return named(option, cased(value ? "true" : "false"));
  }

  std::string units_name() {
    return pick({"units", "num_units", "hidden_size", "hidden_units", "activation_units", "output_units",
                 "gate_units"});
  }

  /// Positional arguments in front, named ones behind them in any order.
  std::string layer(const RandomLayer& layer, std::string_view framework) {
    std::vector<std::string> positional;
    std::vector<std::string> rest;
    const std::string h = size(layer.units);
    switch (layer.kind) {
      case Kind::dropout: positional.emplace_back(layer.rate); break;
      case Kind::batch_normalization: break;
      case Kind::embedding:
        positional.push_back(size(layer.vocabulary));
        if (coin())
          rest.push_back(named(units_name(), h));
        else
          positional.push_back(h);
        break;
      default:
        if (coin())
          rest.push_back(named(units_name(), h));
        else
          positional.push_back(h);
    }
    const bool has_bias = layer.is_recurrent() || layer.kind == Kind::dense;
    if (has_bias && (!layer.bias || coin())) rest.push_back(flag(pick({"bias", "use_bias"}), layer.bias));
    std::string wrapper_arguments;
    if (layer.is_recurrent()) recurrent_options(layer, framework, rest, wrapper_arguments);
    shuffle(rest);
    positional.insert(positional.end(), rest.begin(), rest.end());
    std::string arguments;
    for (const std::string& argument : positional)
      arguments += (arguments.empty() ? "" : "," + blank()) + argument;
    const std::string out =
        join({pick({"", "", "nn.", "layers.", "tf.keras.layers."}), cased(pick(names(layer.kind))), blank(),
              "(", blank(), arguments, blank(), ")"});
    if (layer.ways != RandomLayer::Ways::wrapped) return out;
    return join({pick({"", "layers."}), cased("Bidirectional"), "(", out, wrapper_arguments, ")"});
  }

  void recurrent_options(const RandomLayer& layer, std::string_view framework, std::vector<std::string>& rest,
                         std::string& outside) {
    const bool wrapped = layer.ways == RandomLayer::Ways::wrapped;
    if (layer.stacked != 1 || (!wrapped && coin())) rest.push_back(named("num_layers", size(layer.stacked)));
    if (!wrapped && (layer.ways == RandomLayer::Ways::flag || coin()))
      rest.push_back(flag("bidirectional", layer.directions() == 2));
    if (layer.projected != 0) rest.push_back(named("proj_size", size(layer.projected)));
    if (layer.kind == Kind::gru && framework == "keras" && (!layer.reset_after || coin()))
      rest.push_back(flag("reset_after", layer.reset_after));
    if (sometimes()) what_goes_without_saying(layer, framework, rest);
    if (layer.merge_mode != "concat" || coin()) {
      const std::string merge = named("merge_mode", cased(std::string(layer.merge_mode)));
      if (wrapped && coin())
        outside = join({",", blank(), merge});
      else
        rest.push_back(merge);
    }
    if (coin()) rest.push_back(named("return_sequences", "true"));
  }

  /// Options with the value that the framework always has: accepted and dropped.
  void what_goes_without_saying(const RandomLayer& layer, std::string_view framework,
                                std::vector<std::string>& rest) {
    if (layer.kind == Kind::lstm) {
      if (layer.projected == 0) rest.push_back(named("proj_size", "0"));
      rest.push_back(flag("peepholes", false));
    } else if (layer.kind == Kind::gru && framework != "keras") {
      rest.push_back(flag("reset_after", framework == "pytorch"));
    }
  }

  static constexpr std::string_view blanks[] = {"", "", "", "+", "%20", "%09", "%0A", "+%0D%0A+"};
  Dice* dice_;
};

/// The plainest query that means `model`.
inline std::string plain_query(const RandomModel& model) { return RandomWriter(nullptr).query(model); }

/// One of the many queries that mean `model`.
inline std::string random_spelling(const RandomModel& model, Dice& dice) {
  return RandomWriter(&dice).query(model);
}

/// How large the sizes of a random model may get.
enum class Sizes { usual, huge };

inline std::uint64_t random_size(Dice& dice, Sizes sizes) {
  constexpr std::uint64_t largest = (std::uint64_t{1} << 53U) - 1;
  switch (dice.roll(sizes == Sizes::huge ? 6 : 4)) {
    case 0: return dice.between(1, 4);
    case 1: return dice.between(1, 64);
    case 2: return dice.any_of(std::vector<std::uint64_t>{1, 7, 10, 32, 64, 128});
    case 3: return dice.between(1, 2000);
    case 4: return dice.between(1, largest);
    default: return std::uint64_t{1} << dice.roll(53);
  }
}

/// A model that its framework can hold, so that its query has no problem but, with huge sizes, `too_large`.
inline RandomModel random_model(Dice& dice, Sizes sizes = Sizes::usual) {
  using Kind = RandomLayer::Kind;
  RandomModel model;
  model.framework = dice.any_of(std::vector<std::string>{"notes", "keras", "pytorch"});
  model.input = random_size(dice, sizes);
  const std::uint64_t layers = dice.between(1, 4);
  for (std::uint64_t i = 0; i < layers; ++i) {
    RandomLayer layer;
    layer.kind =
        dice.any_of(std::vector<Kind>{Kind::lstm, Kind::lstm, Kind::lstm, Kind::gru, Kind::gru, Kind::rnn,
                                      Kind::rnn, Kind::dense, Kind::dropout, Kind::batch_normalization});
    if (i == 0 && dice.one_in(6)) layer.kind = Kind::embedding;
    layer.units = random_size(dice, sizes);
    layer.vocabulary = random_size(dice, sizes);
    layer.bias = !dice.one_in(3);
    layer.rate = dice.any_of(std::vector<std::string_view>{"0.5", "0", "0.25"});
    if (layer.is_recurrent()) {
      layer.ways = dice.any_of(std::vector<RandomLayer::Ways>{RandomLayer::Ways::one, RandomLayer::Ways::flag,
                                                              RandomLayer::Ways::wrapped});
      const bool wrapped = layer.ways == RandomLayer::Ways::wrapped;
      if (!wrapped && dice.one_in(3)) layer.stacked = dice.between(1, 4);
      layer.reset_after = model.framework == "keras" && layer.kind == Kind::gru && !dice.one_in(3);
      if (model.framework == "keras" && layer.directions() == 2 && dice.one_in(2))
        layer.merge_mode = dice.any_of(std::vector<std::string_view>{"concat", "sum", "mul", "ave"});
      if (model.framework == "pytorch" && layer.kind == Kind::lstm && layer.units > 1 && dice.one_in(3))
        layer.projected = dice.between(1, layer.units - 1);
    }
    model.layers.push_back(layer);
  }
  return model;
}

}  // namespace rnn
