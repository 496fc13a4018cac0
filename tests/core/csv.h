// Reads comma-separated values (RFC 4180) for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rnn {

/// The rows of `text`: fields may stand in double quotes, which are doubled inside; the last line may lack
/// its end.
inline std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  bool starts_row = true;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!quoted && c == '\r') continue;
    if (!quoted && c == '\n') {
      starts_row = true;
      continue;
    }
    if (starts_row) rows.push_back({std::string()});
    starts_row = false;
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      rows.back().emplace_back();
    } else {
      rows.back().back() += c;
    }
  }
  return rows;
}

/// The parts of `text` between the marks; none of an empty text.
inline std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  if (text.empty()) return parts;
  parts.emplace_back();
  for (const char c : text) {
    if (c == mark)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

}  // namespace rnn
