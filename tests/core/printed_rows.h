// Models that frameworks printed, with their counts and the same models as queries: lines of JSON of
// tests/reference.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rnn {

struct PrintedRow {
  std::string id;
  std::string text;
  std::string total;
  std::string query;
};

inline std::vector<PrintedRow> printed_rows(std::string_view lines) {
  std::vector<PrintedRow> out;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const nlohmann::json row = nlohmann::json::parse(line);
    out.push_back({row["id"], row["text"], row["total"], row["query"]});
  }
  return out;
}

}  // namespace rnn
