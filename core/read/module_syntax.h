// What print(model) prints, as a tree of calls: PyTorch's, MXNet's, and what prints alike.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/read/found.h"

namespace rnn {

struct PrintedArgument {
  std::string_view name;  ///< "" where there is none
  Span name_span;         ///< with the sign behind it
  std::string_view value;
  Span span;                  ///< of the value
  bool behind_arrow = false;  ///< the second number of "64 -> 10"
};

/// A module. Its children stand behind it, up to `end`.
struct PrintedModule {
  std::string_view label;  ///< "rnn" of "(rnn): LSTM(64, 32)"; "" where there is none
  Span label_span;
  std::string_view name;
  Span name_span;
  Span head;  ///< its name and the bracket behind it
  Span span;  ///< to its closing bracket
  std::uint64_t times = 1;
  Span times_span;  ///< "2 x"
  int parent = -1;
  std::size_t end = 0;  ///< index behind its last descendant
  bool cut = false;     ///< its closing bracket is missing
  bool arrow = false;   ///< "->" stands in its brackets
  bool holds = false;   ///< there is the name of a child in its brackets, whatever became of the child
  Span only_label;      ///< its name, where no other one shows what the text is
  std::vector<PrintedArgument> arguments;
};

struct PrintedText {
  std::vector<PrintedModule> modules;
  std::string_view
      only_mark;  ///< the name of the one argument that shows what the text is; "" where more does
  std::vector<Left> left;
  std::vector<Left> unknown;
  std::vector<TextProblem> problems;
};

/// Whether there is anything printed in it, and no program around that.
bool is_printed(std::string_view text);

PrintedText read_printed(std::string_view text);

}  // namespace rnn
