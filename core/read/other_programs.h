// Programs of Julia and R, which make layers as Python's do, in Python's words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/read/forms.h"

namespace rnn {

/// Whether it is a chain of Flux's, in which `in => out` says both sizes.
bool is_flux(std::string_view text);
std::vector<Found> read_flux(std::string_view text, const Names& names);

/// Whether it makes layers with the functions of R's keras.
bool is_r(std::string_view text);
std::vector<Found> read_r(std::string_view text, const Names& names);

}  // namespace rnn
