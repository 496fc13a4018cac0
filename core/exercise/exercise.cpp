#include "core/exercise/exercise.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "core/canonical.h"
#include "core/count.h"
#include "core/diagnose/supposed.h"
#include "core/exercise/generator.h"
#include "core/exercise/sizes.h"

namespace rnn {
namespace {

/// So often numbers are drawn, fewer times of models with many layers.
constexpr std::size_t most_draws = 200;
constexpr std::size_t most_layers_drawn = 2000;

/// From half to twice, and never so few that all exercises are alike.
std::uint64_t least_of(std::uint64_t size) { return std::max<std::uint64_t>(2, size / 2); }
std::uint64_t most_of(std::uint64_t size) { return std::max(2 * size, least_of(size) + 8); }

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
    for (const MadeSlip& slip : asked.slips()) {
      std::vector<bool>& changes = changes_.emplace_back();
      const std::vector<Whole> wrong = asked.with(slip);
      for (std::size_t i = 0; i < wrong.size(); ++i)
        changes.push_back(wrong[i] && wrong[i] != asked.blanks()[i].value);
    }
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
};

}  // namespace

Exercise exercise(std::string_view query, std::string_view seed, ExerciseKind kind) {
  Exercise out;
  const Query parsed = parse(query);
  const Model typed = counted(parsed, framework_of(parsed));
  out.problems = typed.problems;
  out.query = std::string(query);
  if (!typed.problems.empty() || typed.framework == nullptr || !typed.total) return out;
  out.query = canonical(typed);
  const Sized sized(out.query);
  const Meant meant(sized, kind);
  Generator random(seed);
  bool found = false;
  const bool draws_any = !seed.empty() && !sized.sizes().empty();
  const std::size_t draws =
      draws_any ? std::clamp<std::size_t>(most_layers_drawn / typed.layers.size(), 1, most_draws) : 0;
  for (std::size_t draw = 0; draw < draws && !(found && out.coincidences.empty()); ++draw) {
    std::vector<std::uint64_t> values;
    for (const ModelSize& size : sized.sizes())
      values.push_back(random.from(least_of(size.value), most_of(size.value)));
    const Model model = sized.with(values);
    if (!model.problems.empty() || !model.total) continue;
    const Asked asked(model, kind);
    std::vector<Coincidence> coincidences = meant.coincidences(asked);
    if (found && coincidences.size() >= out.coincidences.size()) continue;
    found = true;
    out.query = canonical(model);
    out.blanks = asked.blanks();
    out.coincidences = std::move(coincidences);
  }
  if (found) return out;
  const Asked asked(sized.model(), kind);
  out.blanks = asked.blanks();
  out.coincidences = meant.coincidences(asked);
  return out;
}

}  // namespace rnn
