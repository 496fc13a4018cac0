// Rules with a slip in them: the gated block of a layer, changed as a whole.
#pragma once

#include "core/rule.h"

namespace rnn {

/// As it is, with plain tensors.
Rule plain(const Rule& rule);

/// With so many matrices, and as many biases for each of them.
Rule with_matrices(const Rule& rule, std::uint64_t matrices);

/// With so many bias vectors in all.
Rule with_bias_vectors(const Rule& rule, std::uint64_t vectors);

/// With so many single numbers for all biases.
Rule with_bias_numbers(const Rule& rule, std::uint64_t numbers);

Rule without_recurrent(const Rule& rule);
Rule without_input(const Rule& rule);

/// A unit reads one number of the step before: its own.
Rule with_recurrent_vector(const Rule& rule);

/// What is read of the input is stored once for both directions.
Rule with_shared_input(const Rule& rule);

/// With the numbers that come before the first time step: one state of the units, and as many of a memory.
Rule with_initial_state(const Rule& rule, bool memory);

/// In place of what a unit of the block reads, the time steps and the input, and as many units as pairs of
/// both.
Rule with_steps_times_units(const Rule& rule);

/// Nothing is counted.
Rule uncounted(const Rule& rule);

}  // namespace rnn
