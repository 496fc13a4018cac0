// Random models of every framework for property tests: seeded, so that every run sees the same ones, and
// counted by the one formula in 128 bits.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/core/big.h"
#include "tests/core/framework_facts.h"

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
  enum class Kind {
    lstm,
    gru,
    rnn,
    mgu,
    embedding,
    dense,
    dropout,
    batch_normalization,
    layer_normalization
  };
  enum class Ways { one, flag, wrapped };

  Kind kind = Kind::lstm;
  std::uint64_t vocabulary = 0;
  std::uint64_t units = 1;
  std::uint64_t stacked = 1;
  Ways ways = Ways::one;
  bool bias = true;
  std::uint64_t projected = 0;
  bool peepholes = false;
  bool coupled = false;
  bool layer_norm = false;
  bool reset_after = false;
  bool every_step = false;  ///< inside TimeDistributed
  std::string_view merge_mode = "concat";
  std::string_view rate = "0.5";

  bool is_recurrent() const {
    return kind == Kind::lstm || kind == Kind::gru || kind == Kind::rnn || kind == Kind::mgu;
  }
  bool keeps_vectors() const {
    return kind == Kind::batch_normalization || kind == Kind::layer_normalization;
  }
  std::uint64_t directions() const { return ways == Ways::one ? 1 : 2; }
};

struct RandomModel {
  std::string framework;
  std::uint64_t input = 1;
  std::vector<RandomLayer> layers;

  bool starts_with_embedding() const { return layers.front().kind == RandomLayer::Kind::embedding; }
};

inline const StoredFacts& facts_of(std::string_view framework) {
  for (const StoredFacts& row : framework_table)
    if (row.id == framework) return row;
  return framework_table[0];
}

/// β with biases; 0 where the framework has no such cell.
inline unsigned bias_vectors_of(const StoredFacts& facts, RandomLayer::Kind kind, bool reset_after) {
  switch (kind) {
    case RandomLayer::Kind::lstm: return facts.lstm;
    case RandomLayer::Kind::gru: return reset_after ? facts.gru_after : facts.gru_before;
    case RandomLayer::Kind::rnn: return facts.rnn;
    case RandomLayer::Kind::mgu: return facts.mgu;
    default: return 0;
  }
}

inline std::string_view kind_word(RandomLayer::Kind kind) {
  constexpr std::string_view words[] = {"LSTM",
                                        "GRU",
                                        "RNN",
                                        "MGU",
                                        "Embedding",
                                        "Dense",
                                        "Dropout",
                                        "BatchNormalization",
                                        "LayerNormalization"};
  return words[static_cast<std::size_t>(kind)];
}

inline bool has_kind(const StoredFacts& facts, RandomLayer::Kind kind) {
  switch (kind) {
    case RandomLayer::Kind::dropout: return true;
    case RandomLayer::Kind::batch_normalization: return facts.statistics != 0;
    case RandomLayer::Kind::embedding:
    case RandomLayer::Kind::dense:
    case RandomLayer::Kind::layer_normalization: return has_word(facts.other, kind_word(kind));
    default: return bias_vectors_of(facts, kind, true) != 0 || bias_vectors_of(facts, kind, false) != 0;
  }
}

/// What one direction of a recurrent layer stores, and how much of it has no effect of its own.
struct Stored {
  unsigned matrices = 0;
  unsigned bias_vectors = 0;
  unsigned other_vectors = 0;  ///< of peepholes and normalisations, of length h
  unsigned spare_vectors = 0;  ///< of length h, whatever they belong to
  unsigned unused_matrices = 0;
};

inline Stored stored(const RandomLayer& layer, std::string_view framework) {
  using Kind = RandomLayer::Kind;
  const StoredFacts& facts = facts_of(framework);
  Stored out;
  out.matrices = layer.kind == Kind::lstm ? 4 : layer.kind == Kind::gru ? 3 : layer.kind == Kind::rnn ? 1 : 2;
  // PaddlePaddle keeps biases that are switched off, as zeros.
  const bool biased = layer.bias || framework == "paddle";
  out.bias_vectors = biased ? bias_vectors_of(facts, layer.kind, layer.reset_after) : 0;
  // Second biases that are only added to the first; a reset gate may stand between the candidate's two.
  const bool two = out.bias_vectors == 2 * out.matrices;
  if (two) out.spare_vectors = layer.kind == Kind::gru && layer.reset_after ? 2 : out.matrices;
  if (layer.peepholes) out.other_vectors += 3;  // Gers and Schmidhuber: one for each gate
  if (layer.coupled && framework == "tf1") {    // Greff et al.: no input gate
    out.matrices = 3;
    out.bias_vectors = 3;
    if (layer.peepholes) out.other_vectors -= 1;
  } else if (layer.coupled) {  // the gate that is one minus the other keeps what belongs to it
    out.unused_matrices = 1;
    if (layer.bias) out.spare_vectors += 1;
    if (layer.peepholes) out.spare_vectors += 1;
  }
  if (layer.layer_norm && layer.coupled) {  // a gain and a shift for j, f, o and the state; B is never added
    out.other_vectors += 8;
    out.spare_vectors += 3;
  } else if (layer.layer_norm) {  // for i, j, f, o and the state, in the place of the biases
    // tf1's LayerNormBasicLSTMCell has no biases; with more options it is LayerNormLSTMCell, which never adds
    // them.
    const bool more = layer.peepholes || layer.projected != 0;
    out.bias_vectors = more ? 4 : 0;
    out.spare_vectors = out.bias_vectors;
    out.other_vectors += 10;
  }
  return out;
}

/// What a layer costs and how wide it is, by the one formula:
/// directions × (g·(d·h + r·h) + β·h + other vectors·h + p·h).
struct Counted {
  Big total = 0;
  std::uint64_t output = 0;
  Big without_effect = 0;
};

inline Counted count_layer(const RandomLayer& layer, std::string_view framework, std::uint64_t d) {
  using Kind = RandomLayer::Kind;
  const Big h = layer.units;
  if (layer.kind == Kind::embedding) return {Big{layer.vocabulary} * h, layer.units};
  if (layer.kind == Kind::dense) return {(Big{d} + (layer.bias ? 1 : 0)) * h, layer.units};
  if (layer.kind == Kind::dropout) return {0, d};
  if (layer.kind == Kind::batch_normalization) {
    const StoredFacts& facts = facts_of(framework);
    return {Big{d} * facts.statistics + facts.counters, d, facts.counters};
  }
  if (layer.kind == Kind::layer_normalization) return {Big{d} * 2, d};
  const Stored parts = stored(layer, framework);
  const std::uint64_t r = layer.projected != 0 ? layer.projected : layer.units;
  const Big matrix = Big{d} * h + Big{r} * h;
  const Big one =
      parts.matrices * matrix + Big{parts.bias_vectors + parts.other_vectors} * h + Big{layer.projected} * h;
  const bool doubles = layer.ways != RandomLayer::Ways::one && layer.merge_mode == "concat";
  return {one * layer.directions(), doubles ? 2 * r : r,
          (parts.unused_matrices * matrix + parts.spare_vectors * h) * layer.directions()};
}

/// The stacked layers, in order.
inline std::vector<Counted> counted_layers(const RandomModel& model, std::string_view framework) {
  std::vector<Counted> out;
  std::uint64_t width = model.input;
  for (const RandomLayer& layer : model.layers)
    for (std::uint64_t i = 0; i < layer.stacked; ++i) {
      out.push_back(count_layer(layer, framework, width));
      width = out.back().output;
    }
  return out;
}

/// Their totals.
inline std::vector<Big> count_layers(const RandomModel& model, std::string_view framework) {
  std::vector<Big> totals;
  for (const Counted& layer : counted_layers(model, framework)) totals.push_back(layer.total);
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
    std::vector<std::string_view> words;
    for (std::string_view rest = facts_of(id).words; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      words.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return pick(words);
  }

  static std::vector<std::string_view> names(Kind kind) {
    switch (kind) {
      case Kind::rnn: return {"RNN", "SimpleRNN"};
      case Kind::dense: return {"Dense", "Linear"};
      case Kind::batch_normalization: return {"BatchNormalization", "BatchNorm1d", "BatchNorm"};
      case Kind::layer_normalization: return {"LayerNormalization", "LayerNorm"};
      default: return {kind_word(kind)};
    }
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
      case Kind::batch_normalization:
      case Kind::layer_normalization: break;
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
    const bool wrapped = layer.ways == RandomLayer::Ways::wrapped;
    return at_every_step(layer, wrapped ? join({pick({"", "layers."}), cased("Bidirectional"), "(", out,
                                                wrapper_arguments, ")"})
                                        : out);
  }

  std::string at_every_step(const RandomLayer& layer, const std::string& inner) {
    if (!layer.every_step || dice_ == nullptr) return inner;
    const std::string name = sometimes() ? "," + named("name", "each") : "";
    return join({pick({"", "layers."}), cased("TimeDistributed"), "(", blank(), inner, name, ")"});
  }

  void recurrent_options(const RandomLayer& layer, std::string_view framework, std::vector<std::string>& rest,
                         std::string& outside) {
    const bool wrapped = layer.ways == RandomLayer::Ways::wrapped;
    if (layer.stacked != 1 || (!wrapped && coin())) rest.push_back(named("num_layers", size(layer.stacked)));
    if (!wrapped && (layer.ways == RandomLayer::Ways::flag || coin()))
      rest.push_back(flag("bidirectional", layer.directions() == 2));
    const StoredFacts& facts = facts_of(framework);
    if (layer.projected != 0)
      rest.push_back(named(pick({"proj_size", "num_proj", "projection_size"}), size(layer.projected)));
    const auto optional = [&](std::string_view option, bool value,
                              const std::vector<std::string_view>& names) {
      if (value || (layer.kind == Kind::lstm && has_word(facts.options, option) && coin()))
        rest.push_back(flag(pick(names), value));
    };
    optional("peepholes", layer.peepholes, {"peepholes", "use_peepholes"});
    optional("coupled", layer.coupled, {"coupled", "cifg", "coupled_input_forget", "input_forget"});
    optional("layer_norm", layer.layer_norm, {"layer_norm", "use_layer_norm"});
    const bool both = facts.gru_after != 0 && facts.gru_before != 0;
    if (layer.kind == Kind::gru && both && (layer.reset_after != facts.resets_after || coin()))
      rest.push_back(flag(pick({"reset_after", "linear_before_reset"}), layer.reset_after));
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
    const StoredFacts& facts = facts_of(framework);
    if (layer.kind == Kind::lstm) {
      if (layer.projected == 0) rest.push_back(named("proj_size", "0"));
      for (const char* option : {"peepholes", "coupled", "layer_norm"})
        if (!has_word(facts.options, option)) rest.push_back(flag(option, false));
    } else if (layer.kind == Kind::gru && (facts.gru_after == 0 || facts.gru_before == 0)) {
      rest.push_back(flag("reset_after", facts.gru_after != 0));
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

inline void roll_options(RandomLayer& layer, const StoredFacts& facts, Dice& dice) {
  using Kind = RandomLayer::Kind;
  using Ways = RandomLayer::Ways;
  layer.ways = dice.any_of(std::vector<Ways>{Ways::one, Ways::flag, Ways::wrapped});
  if (layer.ways != Ways::wrapped && dice.one_in(3)) layer.stacked = dice.between(1, 4);
  if (layer.directions() == 2 && has_word(facts.options, "merge_mode") && dice.one_in(2))
    layer.merge_mode = dice.any_of(std::vector<std::string_view>{"concat", "sum", "mul", "ave"});
  if (layer.kind == Kind::gru) {
    const bool both = facts.gru_after != 0 && facts.gru_before != 0;
    layer.reset_after = both ? dice.one_in(2) : facts.gru_after != 0;
  }
  if (layer.kind != Kind::lstm) return;
  const auto roll = [&](std::string_view option) {
    return has_word(facts.options, option) && dice.one_in(3);
  };
  layer.coupled = roll("coupled");
  layer.layer_norm = roll("layer_norm");
  layer.peepholes = roll("peepholes");
  if (layer.units > 1 && roll("proj_size")) layer.projected = dice.between(1, layer.units - 1);
}

/// A model that its framework can hold, so that its query has no problem but, with huge sizes, `too_large`.
inline RandomModel random_model(Dice& dice, Sizes sizes = Sizes::usual) {
  using Kind = RandomLayer::Kind;
  const StoredFacts& facts = framework_table[static_cast<std::size_t>(dice.roll(std::size(framework_table)))];
  std::vector<Kind> kinds;
  for (const Kind kind :
       {Kind::lstm, Kind::lstm, Kind::lstm, Kind::gru, Kind::gru, Kind::rnn, Kind::rnn, Kind::mgu,
        Kind::dense, Kind::dropout, Kind::batch_normalization, Kind::layer_normalization})
    if (has_kind(facts, kind)) kinds.push_back(kind);
  RandomModel model;
  model.framework = facts.id;
  model.input = random_size(dice, sizes);
  const std::uint64_t layers = dice.between(1, 4);
  for (std::uint64_t i = 0; i < layers; ++i) {
    RandomLayer layer;
    layer.kind = dice.any_of(kinds);
    if (i == 0 && has_kind(facts, Kind::embedding) && dice.one_in(6)) layer.kind = Kind::embedding;
    layer.units = random_size(dice, sizes);
    layer.vocabulary = random_size(dice, sizes);
    const bool bias_offered = has_word(facts.bias, kind_word(layer.kind));
    layer.bias = !bias_offered || !dice.one_in(3);
    layer.rate = dice.any_of(std::vector<std::string_view>{"0.5", "0", "0.25"});
    layer.every_step = dice.one_in(8);
    if (layer.is_recurrent()) roll_options(layer, facts, dice);
    model.layers.push_back(layer);
  }
  return model;
}

}  // namespace rnn
