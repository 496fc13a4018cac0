#include "core/read/solve.h"

#include <algorithm>
#include <numeric>

#include "core/arguments.h"
#include "core/canonical.h"
#include "core/count.h"
#include "core/fixes.h"
#include "core/numbers.h"

namespace rnn {
namespace {

/// Whether a layer's total, or a later one's, grows with the option.
bool is_searched(Option option) {
  switch (option) {
    case Option::vocabulary:
    case Option::units:
    case Option::head_dim:
    case Option::parameters:
    case Option::input:
    case Option::num_layers:
    case Option::depth_multiplier:
    case Option::num_heads:
    case Option::key_dim:
    case Option::value_dim:
    case Option::key_input:
    case Option::value_input:
    case Option::output_shape:
    case Option::second_input:
    case Option::proj_size: return true;
    default: return false;
  }
}

bool is_asked(std::string_view text) { return trimmed(text) == unknown_mark; }

/// What became of the model at one size.
enum class State : std::uint8_t {
  counts,  ///< it has a total, or one past the largest
  low,     ///< too small to be counted
  ended,   ///< too large a size
  flawed,  ///< another problem
};

/// More of them, one behind the other, are not looked for.
constexpr int most_divisors = 8;

/// What is a polynomial of n, as one of the size step × n.
Polynomial over_multiples(Polynomial found, std::uint64_t step) {
  std::uint64_t by = 1;
  for (Coefficient& coefficient : found.coefficients) {
    if (coefficient.magnitude % by != 0) found.known = false;
    coefficient.magnitude /= by;
    const Whole next = multiply(by, step);
    if (!next) found.known = false;
    by = next.value_or(1);
  }
  return found;
}

std::string_view detail(const Problem& problem, std::string_view name) {
  for (const Detail& one : problem.details)
    if (one.name == name) return one.text;
  return "";
}

class Solver {
 public:
  Solver(std::string_view text, Solved& out) : query_(parse(text)), asked_(query_), out_(out) {
    for (Call& call : query_.calls)
      for (Call::Argument& argument : call.arguments)
        if (is_asked(argument.value.text)) places_.push_back(&argument.value.text);
    if (is_asked(query_.fields[Key::input].text)) places_.push_back(&query_.fields[Key::input].text);
  }

  void solve(const std::vector<std::uint64_t>& points) {
    const Model asked = counted(asked_, framework_of(asked_));
    if (!find_unknowns(asked)) return;
    const Whole budget = read_budget();
    find_step();
    if (!find_first(asked)) return;
    if (budget) search(*budget);
    for (const std::uint64_t point : points)
      if (point % step_ == 0 && point / step_ >= first_ && point / step_ <= last_)
        out_.points.push_back({point, probe(point / step_).total});
    if (out_.problems.count(Key::layers) == 0) find_polynomial();
  }

 private:
  struct Probe {
    State state = State::flawed;
    Whole total;
    Ending ending = Ending::none;
  };

  // --- the question
  bool find_unknowns(const Model& asked) {
    bool searched = true;
    for (const Key key : {Key::input, Key::timesteps})
      if (const std::string& text = query_.fields[key].text; is_asked(asked_.fields[key].text)) {
        out_.unknown.push_back({key, -1, name(key), {0, asked_.fields[key].text.size()}});
        if (key == Key::timesteps) searched = not_solvable("option", key, {0, text.size()}, name(key));
      }
    for (std::size_t i = 0; i < asked.written.size(); ++i) {
      const Written& written = asked.written[i];
      for (const WrittenArgument& argument : written.arguments) {
        if (!is_asked(argument.text) || written.layer == nullptr) continue;
        const OptionWord* option = option_of(asked, i, argument);
        if (option == nullptr) continue;
        out_.unknown.push_back({Key::layers, static_cast<int>(i), argument.name, argument.value});
        if (option->option == Option::num_layers) last_ = most_layers;
        if (option->option != Option::parameters) first_ = 1;
        if (!is_searched(option->option))
          searched = not_solvable("option", Key::layers, argument.value, argument.name);
      }
    }
    if (is_asked(asked_.fields[Key::input].text)) first_ = 1;
    if (!out_.unknown.empty()) return searched;
    for (const auto& problem : asked.problems.told()) copy(*problem);
    if (out_.problems.empty())
      out_.problems.report(Key::layers, "no_unknown", {0, asked_.fields[Key::layers].text.size()});
    return false;
  }

  /// Of the layer, or of the one that reads backwards: "backward_layer.units".
  static const OptionWord* option_of(const Model& asked, std::size_t written,
                                     const WrittenArgument& argument) {
    const std::string_view name = argument.name;
    const std::string before = std::string(backward_name) + ".";
    if (!name.starts_with(before)) return find_option(*asked.written[written].layer, name);
    for (const Layer& layer : asked.layers)
      if (layer.origin == written && layer.way == Way::backward)
        return find_option(*layer.word, name.substr(before.size()));
    return nullptr;
  }

  Whole read_budget() {
    const Field& typed = asked_.fields[Key::budget];
    out_.problems.append(asked_.of_budget);
    if (asked_.of_budget.count() != 0) return {};
    const NearKey& near = asked_.near[static_cast<std::size_t>(Key::budget)];
    if (trimmed(typed.text).empty() && !near.name.empty()) {
      out_.problems.report(Key::budget, "unknown_key", {0, typed.text.size()})
          .with("text", near.name)
          .with("suggestion", name(Key::budget))
          .fix("use", std::string(name(Key::budget)) + "=" + near.text, Key::budget, {0, typed.text.size()},
               quote(near.text));
      return {};
    }
    SizeReading size = read_size(ascii_digits(typed.text), 1, largest_total);
    if (size.code == "unknown_size") size.code = "not_a_number";
    if (!size.code.empty())
      report_size(out_.problems, Key::budget, {typed.text, {0, typed.text.size()}}, size, name(Key::budget),
                  "", 1, largest_total);
    return size.value;
  }

  // --- one size, by its place among those that may be: the multiples of `step_`
  Model model_of(std::uint64_t place) {
    for (std::string* text : places_) *text = std::to_string(place * step_);
    return counted(query_, framework_of(query_));
  }

  Probe probe(std::uint64_t place) {
    const Model model = model_of(place);
    Probe out;
    out.state = State::counts;
    for (const auto& problem : model.problems.told()) {
      out.state = std::max(out.state, state_of(*problem, out.ending));
    }
    if (model.problems.more() > 0) out.state = State::flawed;
    if (model.problems.empty()) out.total = model.total;
    if (out.state == State::counts && !out.total) out.ending = Ending::too_large;
    if (out.total) seen_.push_back({place * step_, out.total});
    return out;
  }

  State state_of(const Problem& problem, Ending& ending) const {
    if (problem.code == "too_large") return State::counts;
    if (problem.code == "too_short") return State::low;
    if (problem.code == "limit") {
      ending = Ending::layers;
      return State::ended;
    }
    if (problem.code != "too_big") return State::flawed;
    // One size of the layer has to be below another one: too large itself, or the other one too small.
    const bool here = std::any_of(out_.unknown.begin(), out_.unknown.end(), [&](const Unknown& unknown) {
      return unknown.key == problem.key && unknown.span.start >= problem.span.start &&
             unknown.span.end <= problem.span.end;
    });
    if (here) ending = Ending::option;
    return here ? State::ended : State::low;
  }

  // --- the step
  /// Heads and groups divide a width, which grows by as much with each size: then only multiples can be
  /// counted.
  void find_step() {
    const std::uint64_t most = last_;
    for (int rounds = 0; rounds < most_divisors; ++rounds) {
      const std::vector<Divided> divided = divided_at(1);
      if (divided.empty()) return;
      std::uint64_t further = 1;
      for (const Divided& one : divided) {
        const std::uint64_t needed = one.by / std::gcd(one.by, one.width);
        const Whole common = multiply(further / std::gcd(further, needed), needed);
        if (!common || *common > most / step_ / 4) return back_to_single(most);
        further = *common;
      }
      if (further == 1 || !are_even(divided, divided_at(further + 1), further + 1))
        return back_to_single(most);
      step_ *= further;
      last_ = most / step_;
    }
    back_to_single(most);
  }

  void back_to_single(std::uint64_t most) {
    step_ = 1;
    last_ = most;
  }

  struct Divided {
    Span span;
    std::uint64_t by = 0;
    std::uint64_t width = 0;
  };

  /// What has to divide a width, and does not.
  std::vector<Divided> divided_at(std::uint64_t place) {
    std::vector<Divided> out;
    const Model model = model_of(place);
    for (const auto& problem : model.problems.told()) {
      const std::string_view what = detail(*problem, "what");
      if (problem->code != "conflict" || (what != "heads" && what != "groups")) continue;
      const SizeReading by = read_size(detail(*problem, "text"), 1, largest_size);
      const SizeReading width = read_size(detail(*problem, "number"), 1, largest_total);
      if (by.value && width.value) out.push_back({problem->span, *by.value, *width.value});
    }
    return out;
  }

  /// Whether each width is so many times what it was.
  static bool are_even(const std::vector<Divided>& one, const std::vector<Divided>& many,
                       std::uint64_t times) {
    return std::equal(one.begin(), one.end(), many.begin(), many.end(),
                      [times](const Divided& a, const Divided& b) {
                        return a.by == b.by && multiply(a.width, times) == Whole(b.width);
                      });
  }

  // --- the search
  /// The least size that can be counted. Where there is none, the problems are those that no size mends.
  bool find_first(const Model& asked) {
    std::uint64_t low = first_;
    Probe at = probe(low);
    if (at.state == State::low) {
      std::uint64_t high = last_;
      if (probe(high).state == State::low) return no_size(asked);
      while (high - low > 1) {
        const std::uint64_t middle = low + (high - low) / 2;
        (probe(middle).state == State::low ? low : high) = middle;
      }
      first_ = high;
      at = probe(first_);
    }
    if (at.state == State::counts && at.total) return true;
    return no_size(asked);
  }

  bool no_size(const Model& asked) {
    const Model smallest = model_of(first_);
    for (const auto& problem : asked.problems.told())
      for (const auto& other : smallest.problems.told())
        if (problem->code == other->code && problem->key == other->key &&
            problem->span.start == other->span.start)
          copy(*problem);
    const auto& told = smallest.problems.told();
    if (out_.problems.count(Key::layers) + out_.problems.count(Key::input) == 0 && !told.empty() &&
        told.front()->code == "too_large")
      copy(*told.front());
    if (out_.problems.count() == out_.problems.count(Key::budget)) steps_only();
    return false;
  }

  void search(std::uint64_t budget) {
    const Probe smallest = probe(first_);
    if (*smallest.total > budget) {
      const Field& typed = asked_.fields[Key::budget];
      out_.problems.report(Key::budget, "budget_too_small", {0, typed.text.size()})
          .with("text", typed.text)
          .with("smallest", *smallest.total)
          .with("number", first_ * step_);
      return;
    }
    std::uint64_t low = first_;  // within the budget
    std::uint64_t high = last_;  // the first one that is not, is at most this one …
    bool all = true;             // … unless all are
    const auto fits = [&](std::uint64_t place, bool& flawed) {
      const Probe there = probe(place);
      flawed = there.state == State::flawed || there.state == State::low;
      return there.state == State::counts && there.total && *there.total <= budget;
    };
    bool flawed = false;
    for (std::uint64_t step = 1; low < last_; step *= 2) {
      const std::uint64_t next = step < last_ - low ? low + step : last_;
      const bool within = fits(next, flawed);
      if (flawed) return void(steps_only());
      if (!within) {
        high = next;
        all = false;
        break;
      }
      low = next;
    }
    while (!all && high - low > 1) {
      const std::uint64_t middle = low + (high - low) / 2;
      (fits(middle, flawed) ? low : high) = middle;
      if (flawed) return void(steps_only());
    }
    answer(low, budget);
  }

  void answer(std::uint64_t place, std::uint64_t budget) {
    Solution solution;
    if (place == last_) {
      solution.ending = last_ * step_ == most_layers ? Ending::layers : Ending::size;
    } else {
      const Probe next = probe(place + 1);
      solution.next = next.total;
      solution.ending = next.ending;
    }
    const Model model = model_of(place);
    if (!solution.next && place > first_ && *model.total == *probe(first_).total)
      return void(not_solvable("constant", out_.unknown.front()));
    solution.value = place * step_;
    solution.step = step_;
    solution.query = canonical(model);
    solution.total = *model.total;
    solution.left = budget - *model.total;
    out_.answers.push_back(std::move(solution));
  }

  void find_polynomial() {
    std::array<SizeTotal, 3> counts;
    if (last_ - first_ < counts.size()) return;
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = {first_ + i, probe(first_ + i).total};
    const Polynomial found = over_multiples(through(counts), step_);
    if (std::all_of(seen_.begin(), seen_.end(),
                    [&](const SizeTotal& counted) { return found.gives(counted); }))
      out_.total = found;
  }

  // --- problems
  void steps_only() { not_solvable("steps", out_.unknown.front()); }

  bool not_solvable(const char* what, const Unknown& unknown) {
    return not_solvable(what, unknown.key, unknown.span, unknown.argument);
  }

  bool not_solvable(const char* what, Key key, Span span, std::string_view option) {
    out_.problems.report(key, "not_solvable", span).with("what", what).with("option", option);
    return false;
  }

  void copy(const Problem& problem) {
    if (problem.code == "unknown_size") return;
    const bool told =
        std::any_of(out_.problems.told().begin(), out_.problems.told().end(), [&](const auto& other) {
          return other->code == problem.code && other->key == problem.key &&
                 other->span.start == problem.span.start;
        });
    if (told) return;
    Problem& copied = out_.problems.report(problem.key, problem.code, problem.span);
    if (copied.told) copied = problem;
  }

  Query query_;                       ///< with a size in the place of each `?`
  const Query asked_;                 ///< as it was asked
  std::vector<std::string*> places_;  ///< in `query_`
  std::vector<SizeTotal> seen_;
  std::uint64_t step_ = 1;   ///< what the sizes are multiples of
  std::uint64_t first_ = 0;  ///< the places of the least and the largest size
  std::uint64_t last_ = largest_size;
  Solved& out_;
};

}  // namespace

Solved solve(std::string_view query, const std::vector<std::uint64_t>& points) {
  Solved out;
  Solver(query, out).solve(points);
  return out;
}

}  // namespace rnn
