#include "core/diagnose/findings.h"

#include <algorithm>
#include <utility>

#include "core/diagnose/digits.h"
#include "core/diagnose/finding_place.h"
#include "core/diagnose/finding_steps.h"
#include "core/diagnose/supposed.h"
#include "core/formats.h"
#include "core/weights.h"

namespace rnn {
namespace {

/// Below it a wrong number is explained by chance too often.
constexpr std::uint64_t smallest_for_sure = 1000;
constexpr std::uint64_t smallest_for_pairs = 10000;
constexpr std::uint64_t largest_output = 10;

/// A slip with what it counts.
struct Single {
  MadeSlip change;
  SlipWord word;
  Whole value;
};

class Search {
 public:
  Search(const Model& right, const WrittenNumber& number, const std::vector<Elsewhere>& elsewhere, int layer)
      : right_(right),
        supposed_(right),
        number_(number),
        elsewhere_(elsewhere),
        layer_(layer),
        total_(total_of(right, layer)),
        derivation_(derive(right)) {}

  Findings find() {
    if (!total_ || !number_.least || !number_.most) return {};
    if (fits(total_)) {
      add_right();
      if (!number_.rounded) return take();
    }
    find_singles();
    if (number_.rounded || !out_.list.empty()) return take();
    find_chances();
    if (out_.list.empty()) find_pairs(true);
    if (out_.list.empty()) find_fits();
    return take();
  }

 private:
  bool fits(const Whole& value) const { return value && *value >= *number_.least && *value <= *number_.most; }

  std::uint64_t total() const { return *total_; }
  std::uint64_t number() const { return *number_.least; }

  bool whole_model() const { return layer_ < 0; }

  Right asked() const { return {right_, derivation_, layer_}; }

  Finding::Strength sure() const {
    return total() < smallest_for_sure ? Finding::Strength::can : Finding::Strength::sure;
  }

  // --- one slip
  void find_singles() {
    for (const MadeSlip& change : supposed_.singles()) {
      const Whole value = supposed_.count({&change, 1}, layer_);
      if (!value || value == total_) continue;
      singles_.push_back({change, slip_word(change.slip), value});
    }
    std::vector<Single> hits;
    for (const Single& single : singles_)
      if (fits(single.value) && !(single.change.layer >= 0 && holds(hits, single.change.slip)))
        hits.push_back(single);
    add_totals(hits);
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Single& a, const Single& b) { return a.change.slip < b.change.slip; });
    const bool labels =
        std::any_of(hits.begin(), hits.end(), [](const Single& hit) { return !is_label(hit); });
    for (const Single& hit : hits)
      if (!labels || !is_label(hit)) add_single(hit);
    if (!labels) return;
    for (const Single& hit : hits)
      if (is_label(hit))
        for (Finding& finding : out_.list)
          if (!finding.ids.empty() && finding.value == hit.value) add_label(finding, hit.change);
  }

  static void add_label(Finding& finding, const MadeSlip& label) {
    if (!told(finding, label.slip)) finding.also.push_back(label.slip);
    if (label.slip == Slip::other_cell) finding.cells.push_back(label.cell);
  }

  /// What is no rival of a slip, but another name of its number.
  static bool is_label(const Single& single) {
    return single.change.slip == Slip::other_framework || single.change.slip == Slip::other_cell;
  }

  static bool holds(const std::vector<Single>& list, Slip slip) {
    return std::any_of(list.begin(), list.end(), [&](const Single& one) { return one.change.slip == slip; });
  }

  static bool told(const Finding& finding, Slip slip) {
    const auto has = [&](const std::vector<Slip>& list) {
      return std::find(list.begin(), list.end(), slip) != list.end();
    };
    return has(finding.ids) || has(finding.also);
  }

  /// Those that change no layer: what is summed up is another thing.
  void add_totals(std::vector<Single>& hits) const {
    const auto add_hit = [&](Slip slip, const Whole& value) {
      if (!fits(value) || value == total_) return;
      hits.push_back({{}, slip_word(slip), value});
      hits.back().change.slip = slip;
    };
    std::vector<Whole> values;
    for (const Elsewhere& one : elsewhere_) {
      if (std::find(values.begin(), values.end(), one.total) != values.end()) continue;
      values.push_back(one.total);
      add_hit(Slip::other_framework, one.total);
    }
    const Whole untrained = frozen(asked());
    const Whole kept = kept_by_adam(subtract(total_, untrained));
    if (whole_model() && right_.framework->sums_optimizer) add_hit(Slip::optimizer, rnn::add(total_, kept));
    if (untrained != Whole(0)) add_hit(Slip::trainable_only, subtract(total_, untrained));
  }

  void add_single(const Single& hit) {
    Finding found = finding({hit.change}, hit.value, sure());
    const std::string text = text_of(found);
    for (std::size_t i = 0; i < out_.list.size(); ++i) {
      Finding& other = out_.list[i];
      if (other.ids.empty() || other.value != hit.value) continue;
      if (hit.change.slip == Slip::other_cell && told(other, hit.change.slip)) {
        other.cells.push_back(hit.change.cell);
        return;
      }
      if (!text.empty() && texts_[i] == text) {
        other.also.push_back(hit.change.slip);
        return;
      }
      if (other.ids.size() == 1 && coincide(other.ids.front(), hit.change.slip)) {
        other.ids.push_back(hit.change.slip);
        other.changed.push_back(found.changed.front());
        if (!found.where.empty()) other.where.push_back(found.where.front());
        return;
      }
    }
    push(std::move(found));
  }

  // --- what has to do with the number alone
  void find_chances() {
    if (whole_model() && total() != 0 && number() % total() == 0 && number() / total() > 1)
      add(with_number(Slip::time_steps, number() / total()), number(), sure(),
          {{"k", rnn::digits(number() / total())}});
    find_formula();
    if (total() < smallest_for_sure) return;
    const std::string_view kind = digit_slip(total(), number());
    if (kind == "wrong")
      out_.one_digit = true;
    else if (!kind.empty())
      add(with_number(Slip::digits, 0), number(), sure(), {{"kind", std::string(kind)}});
  }

  static MadeSlip with_number(Slip slip, std::uint64_t number) {
    MadeSlip change;
    change.slip = slip;
    change.number = number;
    return change;
  }

  /// It grows with k as a line does.
  void find_formula() {
    if (right_.layers.size() != 1 || number() / 2 < total() || number() == 2 * total()) return;
    const Layer& only = right_.layers.front();
    if (only.word == nullptr || !only.word->recurrent || directions(only) != Whole(1)) return;
    const auto value = [&](std::uint64_t k) {
      const MadeSlip change = with_number(Slip::formula_times_units, k);
      return supposed_.count({&change, 1}, layer_);
    };
    const Whole one = value(1);
    const Whole slope = subtract(value(2), one);
    const Whole more = subtract(number_.least, one);
    if (!slope || *slope == 0 || !more || *more % *slope != 0) return;
    const std::uint64_t k = *more / *slope + 1;
    if (fits(value(k)))
      add(with_number(Slip::formula_times_units, k), number(), sure(), {{"k", rnn::digits(k)}});
  }

  // --- two slips at once
  bool has_pairs() {
    if (supposed_.different() <= most_for_pairs) return true;
    out_.singles_only = true;
    return false;
  }

  /// The likely ones, or those without rare ones.
  void find_pairs(bool likely) {
    if (total() < (likely ? smallest_for_sure : smallest_for_pairs) || !has_pairs()) return;
    for (std::size_t i = 0; i < singles_.size(); ++i)
      for (std::size_t j = i + 1; j < singles_.size(); ++j) {
        const Single& a = singles_[i];
        const Single& b = singles_[j];
        const bool meant = likely ? likely_together(a.word, b.word)
                                  : go_together(a.word, b.word) && !likely_together(a.word, b.word) &&
                                        !a.word.rare && !b.word.rare;
        if (meant) try_pair(a, b, likely ? sure() : Finding::Strength::fits);
      }
  }

  void try_pair(const Single& a, const Single& b, Finding::Strength strength) {
    const std::vector<MadeSlip> both{a.change, b.change};
    const Whole value = supposed_.count(both, layer_);
    if (!value || value == total_ || value == a.value || value == b.value) return;
    if (likely_together(a.word, b.word)) note(value, {a.change.slip, b.change.slip});
    if (!fits(value)) return;
    Finding found = finding(both, value, strength);
    found.together = true;
    const std::string text = text_of(found);
    if (std::find(texts_.begin(), texts_.end(), text) == texts_.end()) push(std::move(found));
  }

  // --- what may be chance
  void find_fits() {
    if (total() >= smallest_for_sure && whole_model()) {
      find_other_size();
      find_output_layer();
    }
    find_pairs(false);
  }

  std::vector<std::uint64_t> sizes() const {
    std::vector<std::uint64_t> out;
    const auto note_size = [&](const Whole& size) {
      if (size && *size != 0 && std::find(out.begin(), out.end(), *size) == out.end()) out.push_back(*size);
    };
    note_size(right_.input);
    for (const Layer& layer : right_.layers) {
      if (layer.cell == Cell::embedding) note_size(layer.settings[Option::vocabulary]);
      if (!layer.rule.passes_on()) note_size(layer.settings[Option::units]);
    }
    return out;
  }

  void find_other_size() {
    const std::vector<std::uint64_t> all = sizes();
    if (all.size() > most_sizes || !has_pairs()) return;
    if (right_.input) try_size(MadeSlip(), "input", *right_.input, all);
    std::size_t written = right_.written.size();
    for (std::size_t i = 0; i < right_.layers.size(); ++i) {
      const Layer& layer = right_.layers[i];
      MadeSlip change;
      change.layer = static_cast<int>(i);
      change.vocabulary = true;
      if (layer.cell == Cell::embedding)
        try_size(change, "vocabulary", layer.settings[Option::vocabulary].value_or(0), all);
      // Two directions of sizes of their own are no one size.
      if (layer.rule.passes_on() || layer.origin == written || layer.way != Way::whole) continue;
      written = layer.origin;
      change.vocabulary = false;
      change.layer = static_cast<int>(layer.origin);
      try_size(change, "written." + rnn::digits(layer.origin), layer.settings[Option::units].value_or(0),
               all);
    }
  }

  void try_size(MadeSlip change, const std::string& place, std::uint64_t size,
                const std::vector<std::uint64_t>& all) {
    change.slip = Slip::other_size;
    std::vector<std::uint64_t> tried = all;
    if (size % 2 == 0) tried.push_back(size / 2);
    if (size <= largest_size / 2) tried.push_back(2 * size);
    std::sort(tried.begin(), tried.end());
    tried.erase(std::unique(tried.begin(), tried.end()), tried.end());
    for (const std::uint64_t k : tried) {
      change.number = k;
      if (k == size || k == 0) continue;
      const Whole value = supposed_.count({&change, 1}, layer_);
      if (fits(value)) add(change, value, Finding::Strength::fits, {{"place", place}, {"k", rnn::digits(k)}});
    }
  }

  void find_output_layer() {
    const auto counting = std::find_if(right_.layers.rbegin(), right_.layers.rend(),
                                       [](const Layer& layer) { return !layer.rule.tensors().empty(); });
    if (counting == right_.layers.rend() || counting->word == nullptr ||
        counting->word->group == Group::dense)
      return;
    for (std::uint64_t o = 1; o <= largest_output; ++o) {
      const MadeSlip change = with_number(Slip::output_layer, o);
      const Whole value = supposed_.count({&change, 1}, layer_);
      if (fits(value)) add(change, value, Finding::Strength::fits, {{"o", rnn::digits(o)}});
    }
  }

  // --- what is told
  void note(const Whole& value, std::vector<Slip> ids) {
    if (!value) return;
    if (nearest_.value && apart(*value, number()) >= apart(*nearest_.value, number())) return;
    nearest_ = {value, std::move(ids)};
  }

  void add(const MadeSlip& change, const Whole& value, Finding::Strength strength,
           std::vector<Detail> parameter) {
    Finding found = finding({change}, value, strength);
    found.parameter = std::move(parameter);
    push(std::move(found));
  }

  /// The right number.
  void add_right() {
    Finding found;
    found.value = total_;
    found.frameworks = frameworks_of(total_);
    push(std::move(found));
  }

  void push(Finding found) {
    if (number_.rounded) found.strength = Finding::Strength::fits;
    if (out_.list.size() == most_findings) return;
    texts_.push_back(text_of(found));
    out_.list.push_back(std::move(found));
  }

  static std::string text_of(const Finding& finding) {
    return finding.steps.empty() ? "" : to_text(finding.steps.back().step.formula, Reading::numbers);
  }

  std::vector<std::string_view> frameworks_of(const Whole& value) const {
    std::vector<std::string_view> out;
    for (const Elsewhere& one : elsewhere_)
      if (value && one.total == value) out.push_back(one.framework);
    return out;
  }

  Finding finding(const std::vector<MadeSlip>& changes, const Whole& value,
                  Finding::Strength strength) const {
    Finding out;
    for (const MadeSlip& change : changes) {
      out.ids.push_back(change.slip);
      const std::vector<std::size_t> layers =
          changes_layers(change.slip) ? supposed_.counted_otherwise(change) : std::vector<std::size_t>();
      out.changed.push_back(layers.size());
      std::string place = place_of(change.slip, layers, derivation_, layer_);
      if (!place.empty()) out.where.push_back(std::move(place));
    }
    out.value = value;
    out.strength = strength;
    out.frameworks = frameworks_of(value);
    const MadeSlip& first = changes.front();
    if (first.slip == Slip::other_framework && !out.frameworks.empty())
      out.parameter = {{"framework", std::string(out.frameworks.front())}};
    if (first.slip == Slip::other_cell) {
      out.cells = {first.cell};
      out.parameter = {{"cell", std::string(rnn::name(first.cell))}};
    }
    out.steps = wrong_steps(asked(), supposed_, changes);
    return out;
  }

  Findings take() {
    // What is derived is what was searched for: a finding that is not comes from a fault, and is none.
    std::erase_if(out_.list, [&](const Finding& finding) {
      return !finding.steps.empty() && finding.steps.back().step.value != finding.value;
    });
    if (out_.list.empty()) {
      for (const Single& single : singles_) note(single.value, {single.change.slip});
      note(total_, {});
      out_.nearest.push_back({nearest_.value, nearest_.ids});
    }
    return std::move(out_);
  }

  const Model& right_;
  Supposed supposed_;
  const WrittenNumber& number_;
  const std::vector<Elsewhere>& elsewhere_;
  int layer_;
  Whole total_;
  Derivation derivation_;
  std::vector<Single> singles_;
  std::vector<std::string> texts_;  ///< of each finding the formula in numbers
  Findings::Nearest nearest_;
  Findings out_;
};

}  // namespace

const char* name(Finding::Strength strength) {
  switch (strength) {
    case Finding::Strength::sure: return "sure";
    case Finding::Strength::can: return "can";
    case Finding::Strength::fits: return "fits";
  }
  return "";
}

Whole total_of(const Model& model, int layer) {
  return layer < 0 ? model.total : model.layers[static_cast<std::size_t>(layer)].total;
}

Findings find(const Model& right, const WrittenNumber& number, const std::vector<Elsewhere>& elsewhere,
              int layer) {
  return Search(right, number, elsewhere, layer).find();
}

}  // namespace rnn
