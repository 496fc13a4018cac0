#include "core/checked.h"

namespace rnn {

std::string digits(const Whole& number) {
  std::string out;
  if (!number) return out;
  std::uint64_t rest = *number;
  do {
    out.insert(out.begin(), static_cast<char>('0' + rest % 10));
    rest /= 10;
  } while (rest != 0);
  return out;
}

}  // namespace rnn
