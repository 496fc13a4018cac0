// Reads several whole numbers in brackets, as shapes are written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace rnn {

/// Numbers in order; none for None, and −1 where it stands. Up to `largest_size`.
using Tuple = std::vector<std::optional<std::int64_t>>;

/// "(10, 64)", "[None, 64]", "(-1, 8)", "(3,)" or "3"; none where it is nothing of the kind.
/// With `names`, a name or a term stands for a number that is not known, as None does.
std::optional<Tuple> read_tuple(std::string_view text, bool names = false);

/// "(10,64)", and "3" for a single number.
std::string tuple_text(const Tuple& tuple);

}  // namespace rnn
