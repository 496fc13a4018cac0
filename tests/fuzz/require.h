// What must hold of every answer, whatever was asked.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace rnn {

/// Ends the run, as a crash does, where `holds` is not so.
inline void require(bool holds, const char* what, std::string_view of) {
  if (holds) return;
  std::fprintf(stderr, "%s, of:\n%.*s\n", what, static_cast<int>(of.size()), of.data());
  std::abort();
}

/// An answer is one JSON text, in UTF-8.
inline void require_json(const std::string& answer, std::string_view of) {
  require(nlohmann::json::accept(answer), "an answer that is no JSON", of);
}

/// The text in front of the first line's end, which is taken away with it.
inline std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace rnn
