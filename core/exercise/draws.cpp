#include "core/exercise/draws.h"

#include <algorithm>

#include "core/numbers.h"

namespace rnn {
namespace {

/// More choices are not counted.
constexpr std::uint64_t most_choices = std::uint64_t{1} << 32U;
/// A cell is no larger than that, and smaller where there are few choices: so many versions should differ.
constexpr std::uint64_t most_in_a_cell = 8;
constexpr std::uint64_t least_cells = 48;
/// Cells that are not those of the next thirty seeds.
constexpr std::uint64_t far = 31;

/// From half to twice, and never so few that all exercises are alike.
std::uint64_t least_of(std::uint64_t size) { return std::max<std::uint64_t>(2, size / 2); }
std::uint64_t most_of(std::uint64_t size) { return std::max(2 * size, least_of(size) + 8); }
std::uint64_t many_of(std::uint64_t size) { return most_of(size) - least_of(size) + 1; }

std::uint64_t number_of(std::string_view seed) {
  constexpr std::uint64_t largest = 999'999'999'999'999'999;
  return read_size(seed, 0, largest).value.value_or(Generator(seed).next());
}

}  // namespace

Draws::Draws(const std::vector<ModelSize>& sizes, std::string_view seed)
    : sizes_(sizes), counted_(sizes.size()), random_(seed) {
  std::uint64_t many = 1;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::uint64_t own = many_of(sizes[i].value);
    if (sizes[i].role == SizeRole::steps || own > most_choices / many) continue;
    counted_[i] = true;
    many *= own;
  }
  in_a_cell_ = std::clamp<std::uint64_t>(many / least_cells, 1, most_in_a_cell);
  cells_ = many / in_a_cell_;
  choices_ = Shuffled(many);
  const std::uint64_t number = number_of(seed);
  cell_ = number % cells_;
  turn_ = number / cells_ % in_a_cell_;
}

std::vector<std::uint64_t> Draws::next() {
  const std::uint64_t cell = (cell_ + far * (drawn_ / in_a_cell_)) % cells_;
  std::uint64_t choice = choices_.at(cell * in_a_cell_ + (turn_ + drawn_) % in_a_cell_);
  ++drawn_;
  std::vector<std::uint64_t> out;
  out.reserve(sizes_.size());
  for (std::size_t i = 0; i < sizes_.size(); ++i) {
    const std::uint64_t size = sizes_[i].value;
    if (!counted_[i]) {
      out.push_back(random_.from(least_of(size), most_of(size)));
      continue;
    }
    out.push_back(least_of(size) + choice % many_of(size));
    choice /= many_of(size);
  }
  return out;
}

}  // namespace rnn
