// The whole derivation as one string, for export. Without words of a human language: formulas, and "layer 1"
// above a layer's.
#pragma once

#include <string>
#include <string_view>

namespace rnn {

/// `format`: "text", "latex" (needs amsmath), "mathml" (one <math> per step) or "markdown" (with $$
/// formulas). "" for any other format and for a query with problems.
std::string render(std::string_view query, std::string_view format);

}  // namespace rnn
