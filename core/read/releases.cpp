#include "core/read/releases.h"

#include "core/framework.h"

namespace rnn {

std::string_view release_with(std::string_view framework, const LayerWord* layer) {
  constexpr std::string_view now = "keras";
  constexpr std::string_view before = "keras2";
  if (framework != now || layer == nullptr) return framework;
  const bool gone =
      !has_cell(*find_framework(now), layer->cell) && has_cell(*find_framework(before), layer->cell);
  return gone ? before : now;
}

}  // namespace rnn
