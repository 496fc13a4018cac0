#include "core/checked.h"

#include <array>

namespace rnn {

std::string digits(const Whole& number) {
  if (!number) return {};
  std::array<char, std::numeric_limits<std::uint64_t>::digits10 + 1> room{};
  std::size_t first = room.size();
  std::uint64_t rest = *number;
  do {
    room[--first] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  return {room.data() + first, room.size() - first};
}

}  // namespace rnn
