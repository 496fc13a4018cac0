#include "core/compare.h"

#include <algorithm>

#include "core/count.h"
#include "core/publish.h"

namespace rnn {
namespace {

/// `there` against `here`; a sign, a difference and terms only where both have a total.
void write(Json& json, const Model& here, const Model& there, const Texts& texts) {
  const bool sound = there.problems.empty();
  json.object().text("framework", there.framework->id).number("total", sound ? there.total : Whole());
  write(json, &there == &here ? Problems() : there.problems, texts);
  const bool comparable = sound && here.problems.empty();
  const Whole more = comparable ? subtract(there.total, here.total) : Whole();
  const Whole fewer = comparable ? subtract(here.total, there.total) : Whole();
  json.text("sign", more && fewer ? "same" : more ? "more" : fewer ? "fewer" : "");
  json.number("difference", more ? more : fewer);
  write(json, comparable ? differences(here, there) : std::vector<Difference>());
  json.end();
}

bool is_among(std::string_view ids, std::string_view id) {
  while (!ids.empty()) {
    const std::string_view one = ids.substr(0, ids.find(','));
    if (one == id) return true;
    ids.remove_prefix(std::min(ids.size(), one.size() + 1));
  }
  return false;
}

}  // namespace

std::string compare_json(std::string_view query, std::string_view only) {
  const Query parsed = parse(query);
  const Model here = counted(parsed, framework_of(parsed));
  const KnownProblems known(here.problems.marks());
  const Texts texts = utf16_of(parsed.fields);
  Json json;
  json.list();
  for (const Framework& framework : frameworks()) {
    if ((!only.empty() && !is_among(only, framework.id)) || !is_there(framework)) continue;
    if (&framework == here.framework)
      write(json, here, here, texts);
    else
      write(json, here, counted(parsed, &framework, &known), texts);
  }
  return json.end().take();
}

}  // namespace rnn
