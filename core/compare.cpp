#include "core/compare.h"

#include "core/model.h"
#include "core/terms.h"

namespace rnn {
namespace {

struct Counted {
  Model model;
  Tally tally;
  bool sound = false;
};

Counted counted(const Query& query, const Framework* framework) {
  Counted out{read_model(query, framework), {}, false};
  out.tally = tally(out.model);
  out.model.problems.insert(out.model.problems.end(), out.tally.problems.begin(), out.tally.problems.end());
  out.sound = out.model.problems.empty();
  return out;
}

Comparison comparison(const Framework& framework, const Counted& here, const Counted& there,
                      const Fields& fields) {
  Comparison out;
  out.framework = framework.id;
  out.problems = publish(there.model.problems, fields);
  if (there.sound) out.total = digits(there.tally.total);
  if (!here.sound || !there.sound) return out;
  const std::uint64_t ours = *here.tally.total;
  const std::uint64_t theirs = *there.tally.total;
  out.sign = theirs == ours ? "same" : theirs > ours ? "more" : "fewer";
  out.difference = std::to_string(theirs > ours ? theirs - ours : ours - theirs);
  out.terms = publish(differences(here.model, there.model));
  return out;
}

}  // namespace

std::vector<Comparison> compare(std::string_view query) {
  const Query parsed = parse(query);
  const Counted here = counted(parsed, framework_of(parsed));
  std::vector<Comparison> out;
  for (const Framework& framework : frameworks())
    out.push_back(comparison(framework, here, counted(parsed, &framework), parsed.fields));
  return out;
}

}  // namespace rnn
