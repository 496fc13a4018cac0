// A seed and a kind in a line each, then a query: the exercise's model has no problem and is counted.
#include "core/count.h"
#include "core/exercise/exercise.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace rnn;
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::string_view rest = text;
  const std::string_view seed = take_line(rest);
  const std::string_view kind = take_line(rest);
  require_json(exercise_json(rest, seed, kind), text);
  require_json(exercise_json(rest, "", "values", seed), text);
  const Exercise made = exercise(rest, seed, ExerciseKind::ideas);
  if (!made.problems.empty()) return 0;
  const Query query = parse(made.query);
  require(counted(query, framework_of(query)).problems.empty(), "an exercise with a problem", text);
  for (const Coincidence& one : made.coincidences)
    require(one.blank < made.blanks.size(), "a coincidence of no blank", text);
  return 0;
}
