// The lines of a printed module without what people and tools put around them: prompts, comment marks,
// colours, fences of Markdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/read/found.h"

namespace rnn {

/// The text with blanks in the place of all that, and where it was.
struct BareLines {
  std::string text;  ///< as long as the text it was made of
  std::vector<Left> left;
};

BareLines bare_lines(std::string_view text);

/// Behind "(name):", which begins at `at` and ends in the same line; 0 where none does.
std::size_t behind_label(std::string_view text, std::size_t at);

/// Behind the name of a class that begins at `at`; `at` itself where none does.
std::size_t behind_class(std::string_view text, std::size_t at);

/// Where the bracket opens behind a class's name that begins at `at`, which old prints leave a blank before;
/// 0 where none does.
std::size_t bracket_of(std::string_view text, std::size_t at);

/// Whether the line is that of a child, "(rnn): LSTM(", whatever a log put before it.
bool is_child_line(std::string_view line);

/// Whether a line stands in a program, not in what it prints.
bool is_program_line(std::string_view line);

}  // namespace rnn
