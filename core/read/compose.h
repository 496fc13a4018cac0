// From the layers that were found in a text to their query, and from there back: which words of the text
// count is what the reading of the query says.
#pragma once

#include <string>
#include <string_view>

#include "core/model.h"
#include "core/read/found.h"
#include "core/read/reading.h"

namespace rnn {

/// The reading of `text` in which `found` are the models; the first one is read, the others are choices.
/// Where there is no layer, there is no query.
TextReading compose(std::string_view text, Form form, const std::vector<Found>& found, bool whole = true);

/// A text as the value of a key of a query: percent signs and the like escaped, blanks as plus signs.
std::string encoded(std::string_view text);

/// What the query language makes of `found`.
Model model_of(const Found& found);

/// What it stores in all; none where that is not certain.
Whole count_of(const Found& found);

}  // namespace rnn
