// Numbers by a seed: the same ones for ever, on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace rnn {

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195), begun with the 64-bit FNV-1a hash of
/// the seed's text.
class Generator {
 public:
  explicit Generator(std::string_view seed) {
    for (const char c : seed) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t out = state_;
    out = (out ^ (out >> 30U)) * 0xbf58476d1ce4e5b9U;
    out = (out ^ (out >> 27U)) * 0x94d049bb133111ebU;
    return out ^ (out >> 31U);
  }

  /// From `least` to `most`, both included. The remainder prefers none of so few numbers to speak of.
  std::uint64_t from(std::uint64_t least, std::uint64_t most) { return least + next() % (most - least + 1); }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325U;
};

}  // namespace rnn
