// MATLAB's text as tokens: what is no comment, no blank and no mark that a line goes on.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/read/found.h"

namespace rnn {

struct MatlabToken {
  enum class Kind : std::uint8_t { name, number, string, mark, line_end };
  Kind kind = Kind::mark;
  std::string_view text;  ///< of a string without its quotes
  Span span;
};

struct MatlabTokens {
  std::vector<MatlabToken> tokens;
  std::vector<Left> left;  ///< comments and prompts
};

MatlabTokens matlab_tokens(std::string_view text);

}  // namespace rnn
