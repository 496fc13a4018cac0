// A number in a line, then a query: no finding has another value than the number.
#include "core/diagnose/diagnose.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace rnn;
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::string_view query = text;
  const std::string_view number = take_line(query);
  const std::string answer = diagnose_json(query, number, "");
  require_json(answer, text);
  const auto read = nlohmann::json::parse(answer);
  // No longer number is smaller, and of two as long ones the larger one comes later.
  const auto at_most = [](const std::string& a, const std::string& b) {
    return a.size() < b.size() || (a.size() == b.size() && a <= b);
  };
  const std::string least = read["number"];
  const std::string most = read["most"];
  for (const auto& finding : read["findings"]) {
    const std::string value = finding["value"];
    require(at_most(least, value) && at_most(value, most), "a finding of another number", text);
  }
  require_json(diagnose_json(query, number, "0"), text);
  return 0;
}
