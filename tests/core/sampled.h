// How much of a long row of like cases one run goes through.
#pragma once

#include <cstddef>

namespace rnn {

/// Whether the tests run under AddressSanitizer, where each step takes some ten times as long.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer);
#else
constexpr bool sanitized = false;
#endif

/// Under the sanitizers one case of so many: the same code goes over the same kinds of memory in each of
/// them, and the numbers are held by the other runs, which leave nothing out. A prime, so that no list with a
/// period of its own gives the same kind each time.
constexpr std::size_t one_of = sanitized ? 7 : 1;

/// Random cases to make, of `all`; also what is expected to grow with them.
template <class Number>
constexpr Number sampled(Number all) {
  constexpr auto step = static_cast<Number>(one_of);
  return (all + step - 1) / step;
}

/// Whether the case at this place of a row is gone through.
constexpr bool is_sampled(std::size_t place) { return place % one_of == 0; }

}  // namespace rnn
