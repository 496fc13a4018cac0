#include "core/exercise/exercise.h"
#include "core/publish.h"

namespace rnn {
namespace {

ExerciseKind kind_of(std::string_view word) {
  if (word == "values") return ExerciseKind::values;
  return word == "total" ? ExerciseKind::total : ExerciseKind::ideas;
}

}  // namespace

std::string exercise_json(std::string_view query, std::string_view seed, std::string_view kind) {
  const Exercise made = exercise(query, seed, kind_of(kind));
  Json json;
  json.object();
  write(json, made.problems, utf16_of(parse(query).fields));
  json.text("query", made.query).list("blanks");
  for (std::size_t i = 0; i < made.blanks.size(); ++i) {
    const Blank& blank = made.blanks[i];
    json.object()
        .text("ref", blank.ref)
        .index("token", blank.token)
        .text("topic", name(blank.topic))
        .number("value", blank.value)
        .list("coincides");
    for (const Coincidence& one : made.coincidences)
      if (one.blank == i) json.item(slip_word(one.slip).name);
    json.end().end();
  }
  return json.end().end().take();
}

}  // namespace rnn
