// Python's words: what stands in a program, without its meaning.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/read/found.h"

namespace rnn::python {

struct Token {
  enum class Kind : std::uint8_t { name, number, text, mark, line_end };
  Kind kind = Kind::line_end;
  Span span;
  std::size_t column = 0;  ///< how far its line is indented
};

struct Tokens {
  std::vector<Token> all;  ///< ends with a line's end
  std::vector<Left> left;  ///< comments, prompts, commands of notebooks
};

/// The words of `text`. A line's end is one only outside of brackets; where a bracket is never closed, the
/// line that plainly begins a statement ends it.
Tokens tokens(std::string_view text);

/// Whether it is JavaScript that calls TensorFlow.js, which is read as Python is: what differs are comments
/// and options in curly brackets.
bool is_javascript(std::string_view text);

/// Whether it is one of the words with which only a statement begins: class, def, import, …
bool begins_statement(std::string_view word);

}  // namespace rnn::python
