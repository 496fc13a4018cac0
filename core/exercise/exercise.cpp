#include "core/exercise/exercise.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "core/canonical.h"
#include "core/count.h"
#include "core/diagnose/supposed.h"
#include "core/exercise/draws.h"
#include "core/exercise/sizes.h"
#include "core/utf8.h"

namespace rnn {
namespace {

/// So often numbers are drawn; fewer of them are weighed, of models with many layers.
constexpr std::size_t most_draws = 200;
constexpr std::size_t most_layers_drawn = 2000;
constexpr std::size_t most_mistakable = static_cast<std::size_t>(-1);

/// What is asked of a model, which outlives it, and what stands there with a slip in it.
class Asked {
 public:
  Asked(const Model& model, ExerciseKind kind)
      : kind_(kind), supposed_(model), blanks_(blanks_shown(model, derive(model), kind)) {}

  const std::vector<Blank>& blanks() const { return blanks_; }
  std::vector<MadeSlip> slips() const { return supposed_.singles(); }

  /// What stands in each blank with that slip; none where it asks for nothing then.
  std::vector<Whole> with(const MadeSlip& slip) const {
    const Model wrong = supposed_.model({&slip, 1});
    std::unordered_map<std::string, Whole> values;
    for (const Blank& blank : blanks_of(wrong, derive(wrong), kind_)) values[blank.name] = blank.value;
    std::vector<Whole> out;
    out.reserve(blanks_.size());
    for (const Blank& blank : blanks_) {
      const auto found = values.find(blank.name);
      out.push_back(found == values.end() ? Whole() : found->second);
    }
    return out;
  }

 private:
  ExerciseKind kind_;
  Supposed supposed_;
  std::vector<Blank> blanks_;
};

/// In how many ways a layer's input or units pass for another number: for what the first layer reads, its own
/// units, or those of the layer before.
std::size_t mistakable(const Model& model) {
  std::size_t out = 0;
  for (std::size_t i = 1; i < model.layers.size(); ++i) {
    const Layer& layer = model.layers[i];
    if (layer.rule.parts().empty()) continue;
    const Whole units = layer.settings[Option::units];
    const std::array<Whole, 2> others{model.layers.front().input, units};
    out += static_cast<std::size_t>(std::count(others.begin(), others.end(), layer.input));
    if (units && units == model.layers[i - 1].settings[Option::units]) ++out;
  }
  return out;
}

/// Which slips are about which blanks: those that change a blank's number where no two sizes have to do with
/// each other.
class Meant {
 public:
  Meant(const Sized& sized, ExerciseKind kind) {
    std::vector<std::uint64_t> values;
    for (std::size_t i = 0; i < sized.sizes().size(); ++i)
      values.push_back(multiply(sized.sizes()[i].value, factor(sized.sizes()[i].role, i)).value_or(0));
    const Model model = sized.with(values);
    if (!model.problems.empty() || !model.total) return;
    const Asked asked(model, kind);
    mistakable_ = mistakable(model);
    for (const MadeSlip& slip : asked.slips()) {
      std::vector<bool>& changes = changes_.emplace_back();
      const std::vector<Whole> wrong = asked.with(slip);
      for (std::size_t i = 0; i < wrong.size(); ++i)
        changes.push_back(wrong[i] && wrong[i] != asked.blanks()[i].value);
    }
  }

  /// What a number passes for by chance, beyond what it always does.
  std::size_t mistaken(const Model& model) const {
    const std::size_t all = mistakable(model);
    return all > mistakable_ ? all - mistakable_ : 0;
  }

  std::vector<Coincidence> coincidences(const Asked& asked) const {
    std::vector<Coincidence> out;
    const std::vector<MadeSlip> slips = asked.slips();
    for (std::size_t s = 0; s < slips.size() && s < changes_.size(); ++s) {
      if (changes_[s].size() != asked.blanks().size()) continue;
      if (std::find(changes_[s].begin(), changes_[s].end(), true) == changes_[s].end()) continue;
      const std::vector<Whole> wrong = asked.with(slips[s]);
      for (std::size_t i = 0; i < wrong.size(); ++i)
        if (changes_[s][i] && wrong[i] == asked.blanks()[i].value) out.push_back({i, slips[s].slip});
    }
    return out;
  }

 private:
  /// Primes, so that no size is another one's multiple by them; a projection has the least, for it stays
  /// below the units.
  static std::uint64_t factor(SizeRole role, std::size_t place) {
    constexpr std::array<std::uint64_t, 8> primes{1009, 1013, 1019, 1021, 1031, 1033, 1039, 1049};
    constexpr std::array<std::uint64_t, 8> least{101, 103, 107, 109, 113, 127, 131, 137};
    return (role == SizeRole::projection ? least : primes)[place % primes.size()];
  }

  std::vector<std::vector<bool>> changes_;  ///< by slip, by blank
  std::size_t mistakable_ = most_mistakable;
};

/// What is asked for and no size: how many matrices, directions, biases. A size that is the same number would
/// hide which of the two was meant; where matrices are asked for, so would the gates of another cell.
std::vector<std::uint64_t> fixed_numbers(const Model& model) {
  std::vector<std::uint64_t> out;
  for (const Blank& blank : blanks_shown(model, derive(model), ExerciseKind::ideas)) {
    if (blank.topic == Topic::matrices) out.insert(out.end(), {3, 4});
    if (blank.topic == Topic::matrices || blank.topic == Topic::directions || blank.topic == Topic::bias)
      out.push_back(blank.value.value_or(0));
  }
  return out;
}

bool has_any(const std::vector<std::uint64_t>& values, const std::vector<std::uint64_t>& unwanted) {
  return std::any_of(values.begin(), values.end(), [&](std::uint64_t value) {
    return std::find(unwanted.begin(), unwanted.end(), value) != unwanted.end();
  });
}

}  // namespace

Exercise exercise(std::string_view query, std::string_view seed, ExerciseKind kind) {
  Exercise out;
  const Query parsed = parse(query);
  const Model typed = counted(parsed, framework_of(parsed));
  out.problems = typed.problems;
  out.query = std::string(query);
  repair_utf8(out.query);  // an answer is UTF-8, whatever was asked
  if (!typed.problems.empty() || typed.framework == nullptr || !typed.total) return out;
  out.query = canonical(typed);
  const Sized sized(out.query, Alike::two_apart);
  const Meant meant(sized, kind);
  std::size_t least = most_mistakable;  // of what passes for something else, in what was found
  const std::size_t draws = seed.empty() || sized.sizes().empty() ? 0 : most_draws;
  std::size_t weighed = std::clamp<std::size_t>(most_layers_drawn / typed.layers.size(), 1, most_draws);
  const std::vector<std::uint64_t> unwanted = fixed_numbers(typed);
  Draws others(sized.sizes(), seed);
  for (std::size_t draw = 0; draw < draws && weighed > 0 && least > 0; ++draw) {
    const std::vector<std::uint64_t> values = others.next();
    if (has_any(values, unwanted)) continue;
    --weighed;
    const Model model = sized.with(values);
    if (!model.problems.empty() || !model.total) continue;
    const Asked asked(model, kind);
    std::vector<Coincidence> coincidences = meant.coincidences(asked);
    const std::size_t confused = coincidences.size() + meant.mistaken(model);
    if (confused >= least) continue;
    least = confused;
    out.query = canonical(model);
    out.blanks = asked.blanks();
    out.coincidences = std::move(coincidences);
  }
  if (least < most_mistakable) return out;
  const Sized own(out.query);
  const Asked asked(own.model(), kind);
  out.blanks = asked.blanks();
  out.coincidences = Meant(own, kind).coincidences(asked);
  return out;
}

std::vector<std::vector<SlipValue>> slip_values(const Exercise& exercise, ExerciseKind kind) {
  const Query parsed = parse(exercise.query);
  const Model model = counted(parsed, framework_of(parsed));
  std::vector<std::vector<SlipValue>> out(exercise.blanks.size());
  if (!model.problems.empty() || !model.total) return out;
  const Asked asked(model, kind);
  for (const MadeSlip& slip : asked.slips()) {
    std::vector<Whole> wrong = asked.with(slip);
    // With one matrix, or one direction, nothing is multiplied: what comes out stands before it.
    for (std::size_t i = 1; i < wrong.size(); ++i) {
      const Topic topic = asked.blanks()[i].topic;
      if (!wrong[i] && (topic == Topic::matrices_total || topic == Topic::directions))
        wrong[i] = wrong[i - 1];
    }
    for (std::size_t i = 0; i < wrong.size() && i < out.size(); ++i)
      if (wrong[i] && wrong[i] != exercise.blanks[i].value) out[i].push_back({slip.slip, *wrong[i]});
  }
  return out;
}

}  // namespace rnn
