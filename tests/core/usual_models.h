// Models that people have: few layers, usual sizes. Seeded, so that every run sees the same ones.
#pragma once

#include <string>
#include <vector>

#include "tests/core/random_query.h"

namespace rnn {

inline std::string usual_model(Dice& dice) {
  static const std::vector<std::string> frameworks{"notes", "keras", "pytorch", "flax_nnx", "mxnet", "tf1"};
  static const std::vector<int> sizes{4, 5, 8, 10, 13, 16, 20, 25, 32, 50, 64, 100, 128, 256};
  static const std::vector<std::string> cells{"LSTM", "GRU", "RNN"};
  std::string out = "framework=" + dice.any_of(frameworks) + "&timesteps=12";
  const auto size = [&] { return std::to_string(dice.any_of(sizes)); };
  std::string layers;
  if (dice.one_in(3)) {
    layers = "Embedding(" + std::to_string(dice.between(20, 9000)) + ",";
    layers += size() + "),";
  } else {
    out += "&input=" + size();
  }
  const std::string cell = dice.any_of(cells);
  const std::uint64_t stacked = dice.between(1, 3);
  const std::string units = size();
  const bool equal = dice.one_in(2);
  const bool both = dice.one_in(2);
  for (std::uint64_t i = 0; i < stacked; ++i) {
    const std::string one = cell + "(" + (equal ? units : size()) + ")";
    layers += (both ? "Bidirectional(" + one + ")" : one) + ",";
  }
  if (dice.one_in(2)) layers += "Dense(" + std::to_string(dice.between(1, 12)) + ")";
  return out + "&layers=" + layers;
}

}  // namespace rnn
