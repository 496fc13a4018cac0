// What holds of every reading of a text.
#pragma once

#include <string>
#include <string_view>

#include "core/read/read.h"

namespace rnn {

/// Reads `text` and expects that every non-blank character is in exactly one piece, that pieces which are
/// ignored or unknown say why, and that blanks in the place of an ignored one change nothing.
TextReading sound_reading(std::string_view text, const Names& names = {});

/// Also that without any layer's or size's piece, with blanks or other characters in its place, the query or
/// what is asked is another one.
TextReading telling_reading(std::string_view text, const Names& names = {});

/// What was read of a text: the query, and what is asked. Two readings are alike where this is.
std::string asked_of(const TextReading& reading);

/// Other digits, as many: 1 for 9, else the next one.
std::string counted_up(std::string place);

/// The total of the query that was read, as explain tells it; "" where it has none.
std::string total_of(const std::string& query);

/// The query with every default dropped, as explain tells it; the text itself where it has a problem.
std::string canonical_of(const std::string& query);

}  // namespace rnn
