#include "core/read/other_programs.h"
#include "core/read/signs.h"

namespace rnn {

bool is_flux(std::string_view text) {
  const bool javascript = has(text, "=> {") || has(text, "const ") || has(text, "tf.");
  return has(text, "=>") && has(text, "Chain(") && !has(text, "import ") && !javascript;
}

std::vector<Found> read_flux(std::string_view text, const Names& names) {
  std::string program(text);
  for (std::size_t at = 0; (at = program.find("=>", at)) != std::string::npos; at += 2)
    program.replace(at, 2, ", ");
  return read_python(program, names);
}

}  // namespace rnn
