// A model as an exercise: with numbers of one's own, and blanks that no slip fills rightly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnose/slip.h"
#include "core/exercise/blanks.h"
#include "core/problem.h"

namespace rnn {

/// A slip that comes to the right value of a blank, though it is one about that number.
struct Coincidence {
  std::size_t blank = 0;
  Slip slip = Slip::no_bias;
};

struct Exercise {
  Problems problems;
  std::string query;  ///< the model whose numbers are asked for, in its canonical form
  std::vector<Blank> blanks;
  std::vector<Coincidence> coincidences;
};

/// Of the model itself where `seed` is empty. Otherwise of one with other sizes, from half to twice as large,
/// always the same ones, and not those of the seeds beside it: those for which the fewest slips coincide with
/// what is right, none if that can be.
Exercise exercise(std::string_view query, std::string_view seed, ExerciseKind kind);

/// What stands in a blank with a slip, where that is not what is right.
struct SlipValue {
  Slip slip = Slip::no_bias;
  std::uint64_t value = 0;
};

/// For each blank of an exercise of that kind, in the order of `Slip`.
std::vector<std::vector<SlipValue>> slip_values(const Exercise& exercise, ExerciseKind kind);

/// The same as JSON, as web/engine.d.ts declares it; `kind`: "values" or "total", any other word "ideas";
/// `typed`: "layers.0.steps.1=17&steps.0=2240", what is taken for the values of steps.
std::string exercise_json(std::string_view query, std::string_view seed, std::string_view kind,
                          std::string_view typed = {});

}  // namespace rnn
