// Numbers by a seed: the same ones for ever, on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace rnn {

/// The last step of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
inline std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
  bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
  return bits ^ (bits >> 31U);
}

/// SplitMix64, begun with the 64-bit FNV-1a hash of the seed's text.
class Generator {
 public:
  explicit Generator(std::string_view seed) {
    for (const char c : seed) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    return mixed(state_);
  }

  /// From `least` to `most`, both included. The remainder prefers none of so few numbers to speak of.
  std::uint64_t from(std::uint64_t least, std::uint64_t most) { return least + next() % (most - least + 1); }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325U;
};

/// The numbers below `many` (at least 1, at most 2^62) in another order, always the same one: four rounds of
/// a Feistel network over the next power of 4, walked on until a number is below `many`.
class Shuffled {
 public:
  explicit Shuffled(std::uint64_t many) : many_(many) {
    while ((std::uint64_t{1} << (2 * half_)) < many) ++half_;
  }

  std::uint64_t at(std::uint64_t place) const {
    const std::uint64_t mask = (std::uint64_t{1} << half_) - 1;
    std::uint64_t out = place;
    do {
      std::uint64_t left = out >> half_;
      std::uint64_t right = out & mask;
      for (std::uint64_t round = 1; round <= 4; ++round) {
        const std::uint64_t next = left ^ (mixed(right + round * 0x9e3779b97f4a7c15U) & mask);
        left = right;
        right = next;
      }
      out = (left << half_) | right;
    } while (out >= many_);
    return out;
  }

 private:
  std::uint64_t many_;
  unsigned half_ = 1;  ///< of the bits
};

}  // namespace rnn
