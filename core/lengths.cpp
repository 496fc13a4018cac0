#include "core/lengths.h"

#include "core/rare.h"

namespace rnn {

RARE Whole steps_left(std::uint64_t steps, const Window& window) {
  // "same" and "causal" put on as many steps as leave one for each stride.
  if (window.padding != Padding::valid) return steps / window.stride + (steps % window.stride == 0 ? 0 : 1);
  const Whole reach = add(multiply(window.dilation, window.size - 1), 1);
  const Whole padded = add(add(steps, multiply(2, window.pad)), window.ceil_mode ? window.stride - 1 : 0);
  if (!reach || !padded) return {};
  if (*padded < *reach) return 0;
  std::uint64_t left = (*padded - *reach) / window.stride + 1;
  const Whole last = multiply(left - 1, window.stride);
  if (window.ceil_mode && (!last || *last >= steps + window.pad)) --left;
  return left;
}

RARE Whole steps_made(std::uint64_t steps, const Window& window, std::uint64_t more, bool fills_strides) {
  if (window.padding != Padding::valid) return multiply(steps, window.stride);
  if (steps == 0) return 0;
  Whole last = add(multiply(window.dilation, window.size - 1), 1);
  if (fills_strides && more == 0 && window.dilation == 1 && last && *last < window.stride)
    last = window.stride;
  const Whole made = add(add(multiply(steps - 1, window.stride), last), more);
  const Whole cut = multiply(2, window.pad);
  return made && cut && *made < *cut ? Whole(0) : subtract(made, cut);
}

}  // namespace rnn
