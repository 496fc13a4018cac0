// The layers that a program makes, in the words of the query language.
#pragma once

#include <cstdint>
#include <vector>

#include "core/read/found.h"
#include "core/read/python_run.h"

namespace rnn::python {

/// The models of a program, each with its layers in the order in which they stand in it. Without the places
/// of what is left.
std::vector<Found> models(const Run& run, const std::string& framework, std::string_view text);

/// Whether a program, or a statement, stands on JAX: its names say so.
enum class Jax : std::uint8_t { no, linen, nnx };

/// Whose program it is, by what it imports and by the names of what it calls: the id of a framework.
std::string framework_of(const Run& run, std::string_view text, Jax jax);

}  // namespace rnn::python
