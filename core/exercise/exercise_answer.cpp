#include "core/count.h"
#include "core/exercise/carried.h"
#include "core/exercise/exercise.h"
#include "core/publish.h"

namespace rnn {
namespace {

ExerciseKind kind_of(std::string_view word) {
  if (word == "values") return ExerciseKind::values;
  return word == "total" ? ExerciseKind::total : ExerciseKind::ideas;
}

/// In values, each of them is worked out of those before it.
std::vector<Whole> carried_in(const Exercise& made, std::string_view typed) {
  const Query parsed = parse(made.query);
  const Model model = counted(parsed, framework_of(parsed));
  return carried(model, derive(model), made.blanks, step_values(typed));
}

}  // namespace

std::string exercise_json(std::string_view query, std::string_view seed, std::string_view kind,
                          std::string_view typed) {
  const ExerciseKind asked = kind_of(kind);
  const Exercise made = exercise(query, seed, asked);
  const bool by_values = asked == ExerciseKind::values && made.problems.empty();
  const auto slips = by_values ? slip_values(made, asked) : std::vector<std::vector<SlipValue>>();
  const auto further = by_values ? carried_in(made, typed) : std::vector<Whole>();
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
    json.end();
    if (by_values) {
      json.number("carried", further[i]).list("slips");
      for (const SlipValue& one : slips[i])
        json.object().text("id", slip_word(one.slip).name).number("value", one.value).end();
      json.end();
    }
    json.end();
  }
  return json.end().end().take();
}

}  // namespace rnn
