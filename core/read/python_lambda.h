// What a small function hands on, as far as its words say it: `lambda x: x[:, -1, :]`.
#pragma once

#include <cstdint>
#include <string_view>

namespace rnn::python {

enum class Hands : std::uint8_t {
  unknown,
  as_much,  ///< as wide as what it reads
  one       ///< one number at each step
};

/// `text`: with the word `lambda`.
Hands handed_by(std::string_view text);

}  // namespace rnn::python
