#include "core/read/summary_layers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/count.h"
#include "core/numbers.h"
#include "core/read/compose.h"
#include "core/read/fitting.h"
#include "core/read/keras_graph.h"
#include "core/read/releases.h"
#include "core/read/summary_kinds.h"
#include "core/weights.h"

namespace rnn {
namespace {

using What = SummaryKind::What;

/// So many rows are solved; a query has no more layers.
constexpr std::size_t most_rows = most_layers;
/// So many choices are kept of all rows, and of one row no more than can be listed.
constexpr std::size_t most_kept = 32 * most_choices;
/// Among so many rows two or three are looked for that are not trained.
constexpr std::size_t most_frozen = 64;

/// What a row hands on, as its table says.
struct Handed {
  std::vector<SummaryNumber> sides;
  bool known = false;  ///< it has a shape
  bool whole = true;   ///< with all its sides

  bool is_vector() const { return sides.size() == 1; }
  bool is_sequence() const { return sides.size() == 2; }
  Whole width() const { return sides.empty() ? Whole() : sides.back().value; }
  Span width_span() const { return sides.empty() ? Span{} : sides.back().span; }
  Whole steps() const { return is_sequence() ? sides.front().value : Whole(); }
  Span steps_span() const { return is_sequence() ? sides.front().span : Span{}; }
};

/// The name of a question about a size of a row's layer.
std::string question(const SummaryRow& row, Option option) {
  return row.name.text + " " + std::string(word(option).spellings.front());
}

Handed handed(const SummaryRow& row, std::size_t tensor) {
  const std::size_t first = row.lists_input && row.shapes.size() > 1 ? 1 : 0;
  const std::size_t at = first + tensor < row.shapes.size() ? first + tensor : first;
  if (at >= row.shapes.size() || !row.shapes[at].known) return {};
  Handed out{row.shapes[at].sides, true, row.shapes[at].whole};
  for (SummaryNumber& side : out.sides)
    if (side.value == Whole(0)) side.value = {};
  return out;
}

std::string_view option_name(Option option) { return word(option).spellings.front(); }

FoundArgument argument(std::string_view name, std::string text, Span span = {}, std::vector<Span> from = {}) {
  return {std::string(name), {}, {std::move(text), span, std::move(from), ""}};
}

/// A layer's text with further arguments of its own.
std::string with_arguments(std::string text, const std::vector<FittedArgument>& more) {
  for (const FittedArgument& one : more) {
    text.pop_back();
    text.append(text.ends_with("(") ? "" : ",").append(option_name(one.option)).append("=").append(one.text);
    text += ')';
  }
  return text;
}

/// What a row is taken for.
struct Taken {
  LayerFit fit;
  std::vector<FittedArgument> more;  ///< arguments of no effect on the count
  bool every_step = false;
  bool sequences = false;  ///< it hands on all its steps
};

bool is_passing(const LayerWord& word) { return word.does != Does::stores; }

/// Whether it hands on as wide vectors as it reads.
bool keeps_width(const LayerWord& word) {
  switch (word.does) {
    case Does::keeps: return true;
    case Does::pools:
    case Does::pools_all:
    case Does::resamples:
    case Does::pads:
    case Does::crops: return word.axes <= 1;
    default: return false;
  }
}

/// Whether it has filters of its own for each step that it hands on.
bool by_place(const LayerWord& word) { return word.cell == Cell::locally_connected_1d; }

/// Whether the layer needs the number of time steps to say what it stores or hands on.
bool needs_steps(const LayerWord& word) {
  return reads_steps(word.does) || word.cell == Cell::prelu || by_place(word);
}

class TableReader {
 public:
  TableReader(const SummaryTable& table, const Names& names, const Framework& framework, StoredLayers& known)
      : table_(table),
        names_(names),
        fitting_(framework, known),
        out_(table.rows.size()),
        held_(table.rows.size()) {
    found_.name = table.name;
    found_.framework = framework.id;
  }

  Found take() && {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      kinds_.push_back(kind_of(table_.rows[i]));
      index_.emplace(table_.rows[i].name.text, i);
      const SummaryRow& row = table_.rows[i];
      for (const LayerWord* word : kinds_.back().words) {
        const Whole width = handed(row, 0).width();
        const bool over_steps =
            word->cell == Cell::batch_normalization || word->cell == Cell::layer_normalization;
        steps_matter_ = steps_matter_ || needs_steps(*word) ||
                        (over_steps && width && row.count.value && *row.count.value % *width != 0);
      }
    }
    for (std::size_t i = 0; i < table_.rows.size(); ++i) read(i);
    if (!found_.layers.empty())
      found_.layers.back().also.insert(found_.layers.back().also.end(), inputs_.begin(), inputs_.end());
    tell_cut();
    print();
    freeze();
    list_choices();
    check_total();
    return std::move(found_);
  }

 private:
  const SummaryRow& row(std::size_t i) const { return table_.rows[i]; }

  /// What the row hands on, with what was said of it besides.
  Handed own_of(std::size_t i) const {
    Handed out = handed(row(i), 0);
    if (out.width()) return out;
    const std::string asked = question(row(i), Option::units);
    const auto given =
        std::find_if(names_.begin(), names_.end(), [&](const auto& one) { return one.first == asked; });
    if (given == names_.end()) return out;
    const SizeReading number = read_size(given->second, 1, largest_size);
    if (out.sides.empty()) out.sides.emplace_back();
    out.sides.back().value = number.value;
    return out;
  }

  void leave(const std::vector<Span>& spans, std::string_view code, std::string name = "") {
    for (const Span& span : spans)
      if (span.start < span.end)
        found_.left.push_back(
            {span, code, name.empty() ? std::vector<Detail>{} : std::vector<Detail>{{"name", name}}});
  }

  /// Which row it reads, and which of its outputs; none for what comes in.
  struct Source {
    bool any = false;
    std::size_t row = 0;
    std::size_t tensor = 0;
    const SummaryReference* said = nullptr;
  };

  /// The row above; of a model with rows of its own, what that reads.
  Source before(std::size_t i) const {
    while (i > 0 && held_[i - 1]) --i;
    return i == 0 ? Source{} : Source{true, i - 1, 0, nullptr};
  }

  Source source_of(std::size_t i) const {
    const Source above = before(i);
    for (const SummaryReference& one : row(i).reads) {
      const std::optional<std::size_t> at = find(one, i);
      if (at && *at != i) return {true, *at, one.tensor, &one};
    }
    return above;
  }

  /// The row of that name; where ends are cut off, the last one above that may have it.
  std::optional<std::size_t> find(const SummaryReference& reference, std::size_t reader) const {
    const auto same = index_.find(reference.name);
    if (same != index_.end() && !row(same->second).name_cut) return same->second;
    constexpr std::size_t most_above = 200;
    for (std::size_t i = reader; i-- > 0 && reader - i <= most_above;) {
      const std::string& name = row(i).name.text;
      const bool begins = row(i).name_cut && !name.empty() && reference.name.starts_with(name);
      if (begins || (reference.cut && name.starts_with(reference.name))) return i;
    }
    return {};
  }

  Handed comes_from(const Source& source, std::size_t i) const {
    if (row(i).lists_input && row(i).shapes.size() > 1 && row(i).shapes.front().known)
      return {row(i).shapes.front().sides, true, true};
    if (!source.any) return {};
    if (source.tensor > 0) return handed(row(source.row), source.tensor);
    return out_[source.row];
  }

  // --- Rows.

  void read(std::size_t i) {
    const SummaryKind& kind = kinds_[i];
    const SummaryRow& now = row(i);
    out_[i] = own_of(i);
    leave(now.name.spans, "name", now.name.text);
    if (kind.what == What::input) {
      inputs_.insert(inputs_.end(), now.type_spans.begin(), now.type_spans.end());
      leave({now.count.span}, "count");
      return;
    }
    const bool holds =
        kind.what == What::holder && i + 1 < table_.rows.size() && row(i + 1).depth > now.depth;
    if (holds) return hold(i);
    const Source source = source_of(i);
    const Handed comes = comes_from(source, i);
    if (found_.layers.size() >= most_rows) return pass_on(i);
    chain(i, source, comes);
  }

  /// A model whose own rows follow.
  void hold(std::size_t i) {
    inputs_.insert(inputs_.end(), row(i).type_spans.begin(), row(i).type_spans.end());
    inputs_.push_back(row(i + 1).depth_span);
    leave({row(i).count.span}, "count");
    held_[i] = true;
  }

  /// What a layer reads whose input is printed.
  bool is_input(const Source& source) const { return source.any && kinds_[source.row].what == What::input; }

  void chain(std::size_t i, const Source& source, const Handed& comes) {
    const SummaryKind& kind = kinds_[i];
    const SummaryRow& now = row(i);
    const std::vector<Taken> all = candidates(i, comes, now.count.value);
    if (all.empty()) {
      const bool nothing_stored = now.count.value == Whole(0);
      if (kind.what == What::unknown || kind.what == What::holder)
        return nothing_stored ? hide(i) : pass_on(i);
      if (kind.what == What::every_step && now.count.value) return pass_on(i);
      return misfit(i, source, comes);
    }
    std::string checked;
    if (now.count.value) {
      const std::vector<Taken> without = candidates(i, comes, {});
      if (!without.empty()) checked = without.front().fit.text + digits(without.front().fit.input);
    }
    const Taken& first = all.front();
    const bool agrees = checked == first.fit.text + digits(first.fit.input);
    if (is_inner(first))
      leave(now.name.spans, kind.what == What::holder ? "inner_model" : "inner_layers", now.name.text);
    const std::size_t layer = place(i, source, comes, first, agrees);
    for (std::size_t c = 1; c < std::min(all.size(), most_choices + 1) && choices_.size() < most_kept; ++c) {
      const Taken& other = all[c];
      FoundChoice choice;
      choice.layer = layer;
      choice.instead = layer_of(i, other, false);
      choice.code = "fits_too";
      choice.args = {{"layer", other.fit.text}, {"input", digits(other.fit.input)}};
      if (other.fit.input != first.fit.input) {
        if (layer == 0)
          choice.input = digits(other.fit.input);
        else
          choice.instead.reads = digits(other.fit.input);
      } else {
        choice.instead.reads = found_.layers[layer].reads;
      }
      choices_.emplace_back(c, std::move(choice));
    }
  }

  /// The likeliest of each row first, so that none hides what another one may be.
  void list_choices() {
    std::stable_sort(choices_.begin(), choices_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [rank, choice] : choices_) found_.choices.push_back(std::move(choice));
  }

  /// The layers that the row may be.
  std::vector<Taken> candidates(std::size_t i, const Handed& comes, const Whole& count) {
    const SummaryKind& kind = kinds_[i];
    const Handed own = own_of(i);
    std::vector<Taken> out;
    if (kind.what == What::every_step) {
      out = every_step(i, comes, count);
      return out.empty() ? inner(i, comes, count) : out;
    }
    if (kind.what == What::holder) return inner(i, comes, count);
    if (kind.what != What::layer && kind.what != What::both_ways) return out;
    std::vector<const LayerWord*> storing;
    for (const LayerWord* word : kind.words) {
      if (!is_passing(*word))
        storing.push_back(word);
      else if (!count || *count == 0)
        out.push_back(passing(i, *word, comes));
    }
    if (kind.what == What::both_ways && own.sides.size() > 2) {
      for (const Cell cell : {Cell::conv_lstm_1d, Cell::conv_lstm_2d, Cell::conv_lstm_3d})
        if (word(cell).axes + std::size_t{1} == own.sides.size() ||
            word(cell).axes + std::size_t{2} == own.sides.size())
          storing.push_back(&word(cell));
    }
    for (LayerFit& fit : fits(storing, kind.what == What::both_ways, comes, own, count)) {
      Taken one{std::move(fit), {}, false, false};
      one.sequences = one.fit.word->recurrent && own.sides.size() > one.fit.word->axes;
      if (steps_matter_) add_moves(one, own);
      out.push_back(std::move(one));
    }
    return out;
  }

  std::vector<LayerFit> fits(const std::vector<const LayerWord*>& words, bool both_ways, const Handed& comes,
                             const Handed& own, const Whole& count) {
    if (words.empty()) return {};
    FitRow asked;
    asked.words = words;
    asked.ways = both_ways ? FitRow::Ways::both : FitRow::Ways::one;
    asked.input = comes.width();
    asked.output = own.width();
    asked.count = count;
    const auto reads = [](const LayerWord* word) {
      return word->cell == Cell::prelu || word->cell == Cell::batch_normalization ||
             word->cell == Cell::layer_normalization;
    };
    // A vector has one place of slopes, but no axis of steps that a normalisation could be over.
    if (std::any_of(words.begin(), words.end(), reads) &&
        (!own.is_vector() || words.front()->cell == Cell::prelu))
      asked.steps = own.is_vector() ? Whole(1) : own.steps();
    if (by_place(*words.front())) {
      asked.steps = comes.steps();
      asked.left = own.steps();
    }
    return fitting_.fits(asked);
  }

  /// What a wrapper holds that uses it at every step.
  std::vector<Taken> every_step(std::size_t i, const Handed& comes, const Whole& count) {
    const Handed own = own_of(i);
    std::vector<Taken> out;
    const std::size_t in = comes.sides.size();
    if (!own.known) return out;
    const std::size_t away = own.whole ? own.sides.size() : in;
    const bool fewer = away < in;
    if (count == Whole(0)) {
      // It stores nothing: whether it makes one row of several, looks at all of an image, or changes nothing.
      const bool flat = fewer && comes.width() != own.width();
      const std::string_view name = !fewer ? "Activation" : flat ? "Flatten" : "GlobalMaxPooling2D";
      const bool pools = !fewer && away > 3 && comes.width() == own.width();
      out.push_back(passing(i, *find_layer(pools ? "MaxPooling2D" : name), comes));
      out.back().every_step = true;
      return out;
    }
    std::vector<const LayerWord*> words;
    if (!fewer)
      words = {&word(Cell::dense), &word(Cell::batch_normalization), &word(Cell::layer_normalization)};
    if (!fewer && away > 3) words.insert(words.begin(), &word(Cell::conv_2d));
    if (!fewer && away == 3) words.push_back(&word(Cell::conv_1d));
    if (fewer) words = usual_cells();
    if (away == 3) words.push_back(&word(Cell::embedding));
    for (const bool both_ways : {false, true}) {
      if (both_ways && !fewer) continue;
      for (LayerFit& fit : fits(words, both_ways, comes, own, count))
        out.push_back({std::move(fit), {}, true, false});
    }
    return out;
  }

  /// Layers that the table has in one row: all that it says of them.
  std::vector<Taken> inner(std::size_t i, const Handed& comes, const Whole& count) const {
    const Whole width = own_of(i).width();
    if (!width || !count || *count == 0) return {};
    Taken out;
    out.fit.word = &word(Cell::custom);
    out.fit.input = comes.width();
    out.fit.output = width;
    out.fit.count = *count;
    out.fit.arguments = {{Option::units, digits(width), false}, {Option::parameters, digits(count), true}};
    out.fit.text = with_arguments(std::string(out.fit.word->names.front()) + "()", out.fit.arguments);
    return {std::move(out)};
  }

  static bool is_inner(const Taken& taken) { return taken.fit.word->cell == Cell::custom; }

  // --- Layers that store nothing.

  Taken passing(std::size_t i, const LayerWord& word, const Handed& comes) {
    const Handed own = own_of(i);
    Taken out;
    out.fit.word = &word;
    out.fit.input = comes.width();
    if (!out.fit.input && keeps_width(word)) out.fit.input = own.width();
    out.fit.output = own.width();
    out.fit.count = 0;
    auto& arguments = out.fit.arguments;
    const auto side = [&](std::size_t at) { return at < own.sides.size() ? own.sides[at].value : Whole(); };
    switch (word.does) {
      case Does::repeats: arguments.push_back({Option::n, side(0) ? digits(side(0)) : "1", true}); break;
      case Does::adapts:
        arguments.push_back({Option::output_size, side(0) ? digits(side(0)) : "1", true});
        break;
      case Does::reshapes: arguments.push_back({Option::target_shape, target_of(own), true}); break;
      case Does::permutes: arguments.push_back({Option::dims, dims_of(own), false}); break;
      default:
        // What it does to the steps only, is solved for where it matters; its rate is nowhere.
        if (word.cell == Cell::dropout)
          arguments.push_back({Option::rate, std::string(rnn::word(Option::rate).fresh), false});
    }
    out.fit.text = with_arguments(std::string(word.names.front()) + "()", arguments);
    if (steps_matter_) add_moves(out, own);
    return out;
  }

  static std::string target_of(const Handed& own) {
    std::string out = "(";
    bool open = false;
    for (const SummaryNumber& side : own.sides) {
      if (out.size() > 1) out += ',';
      out += side.value ? digits(side.value) : open ? "None" : "-1";
      open = open || !side.value;
    }
    return out + (own.sides.size() == 1 ? ",)" : ")");
  }

  static std::string dims_of(const Handed& own) {
    std::string out = "(";
    for (std::size_t i = own.sides.size(); i > 0; --i) out += std::to_string(i) + (i > 1 ? "," : "");
    return out + ")";
  }

  /// How a window moves, so that as many steps are left as the table says.
  void add_moves(Taken& one, const Handed& own) {
    const LayerWord& layer = *one.fit.word;
    const Whole in = chain_.steps;
    const Whole left = own.steps();
    if (!in || !left || *left == 0 || layer.axes > 1) return;
    using More = std::vector<FittedArgument>;
    std::vector<More> all{{}};
    const auto add = [&](More more) {
      if (!more.empty()) all.push_back(more);
      more.push_back({Option::padding, "same", false});
      all.push_back(std::move(more));
    };
    const std::uint64_t shorter = *in / *left;
    const std::uint64_t longer = shorter + (*in % *left == 0 ? 0 : 1);
    const auto text = [](std::uint64_t number) { return std::to_string(std::max<std::uint64_t>(number, 1)); };
    if (layer.does == Does::pools) {
      add({});
      for (const std::uint64_t size : {shorter, longer}) add({{Option::kernel_size, text(size), false}});
      if (*in >= *left)
        all.push_back({{Option::kernel_size, text(*in - *left + 1), false}, {Option::strides, "1", false}});
    } else if (has(layer, Option::strides) && has(layer, Option::kernel)) {
      add({});
      for (const std::uint64_t size : {shorter, longer, *left / *in})
        add({{Option::strides, text(size), false}});
    } else if (layer.does == Does::resamples) {
      all.push_back({{Option::size, text(*left / *in), false}});
    } else if (layer.does == Does::pads || layer.does == Does::crops) {
      const std::uint64_t moved = *in > *left ? *in - *left : *left - *in;
      all.push_back(
          {{Option::sides, moved % 2 == 0 ? std::to_string(moved / 2) : "(0," + std::to_string(moved) + ")",
            false}});
    }
    for (More& more : all) {
      const StoredLayer& stored = fitting_.stored(with_arguments(one.fit.text, more), one.fit.input, in);
      if (!stored.sound || stored.steps != left || stored.count != one.fit.count) continue;
      one.more = std::move(more);
      return;
    }
  }

  // --- What was found.

  FoundLayer layer_of(std::size_t i, const Taken& taken, bool agrees) {
    const Span counted = agrees ? Span{} : row(i).count.span;
    const SummaryRow& now = row(i);
    const SummaryKind& kind = kinds_[i];
    const Handed own = own_of(i);
    FoundLayer out;
    const bool wrapped = kind.what == What::both_ways || kind.what == What::every_step;
    const LayerWord& layer = *taken.fit.word;
    const LayerWord* typed = find_layer(now.type.text);
    const std::string name(typed == &layer ? now.type.text : std::string(layer.names.front()));
    if (kind.what == What::every_step) out.calls.push_back({std::string(every_step_name), {}, {}, {}});
    if (taken.fit.both_ways) out.calls.push_back({std::string(wrapper_name), {}, {}, {}});
    if (taken.fit.both_ways && !taken.fit.merge.empty())
      out.calls.back().arguments.push_back(
          argument(option_name(Option::merge_mode), taken.fit.merge, {}, {counted}));
    out.calls.push_back({wrapped && layer.cell == Cell::rnn ? "SimpleRNN" : name, {}, {}, {}});
    if (taken.every_step && is_passing(layer) && !now.shapes.empty() && own.width_span().end > 0)
      out.sizes.push_back({now.shapes.front().span.start, own.width_span().end});
    const bool repeated = table_.names_say && kind.named_alike;
    if (repeated) leave(now.type_spans, "checked");
    if (!repeated)
      name_spans(now.type_spans, kind.what == What::every_step ? out.calls.back() : out.calls.front(), out);
    if (kind.named || now.type_spans.empty())
      out.also.insert(out.also.end(), now.name.spans.begin(), now.name.spans.end());
    FoundCall& inner = out.calls.back();
    for (const FittedArgument& one : taken.fit.arguments) {
      FoundArgument made = argument(option_name(one.option), one.text);
      if (one.option == Option::units || one.option == Option::depth_multiplier)
        made.value.span = width_of(i, own);
      else if (one.option == Option::n || one.option == Option::output_size)
        made.value.span = up_to_width(own);
      else if (one.option == Option::target_shape)
        made.value.span =
            own.sides.empty() ? Span{} : Span{own.sides.front().span.start, own.width_span().end};
      else if (one.option != Option::rate && one.option != Option::dims)
        made.value.from.push_back(counted);
      if (by_place(layer) && one.option != Option::units) made.value.from.push_back(up_to_width(own));
      if (one.option == Option::units && one.solved) made.value = argument("", one.text, {}, {counted}).value;
      inner.arguments.push_back(std::move(made));
    }
    for (const FittedArgument& one : taken.more) {
      FoundArgument made = argument(option_name(one.option), one.text);
      if (own.steps_span().end > 0) made.value.from.push_back(up_to_width(own));
      inner.arguments.push_back(std::move(made));
    }
    if (taken.sequences && steps_matter_) {
      inner.arguments.push_back(
          argument(option_name(Option::return_sequences), "true", {}, {up_to_width(own)}));
    }
    return out;
  }

  /// Where the units are said: of several shapes, with all before them.
  Span width_of(std::size_t i, const Handed& own) const {
    const Span width = own.width_span();
    const SummaryRow& now = row(i);
    const bool listed = !now.shapes.empty() && now.shapes.front().listed && !now.lists_input && width.end > 0;
    return listed ? Span{std::min(now.shapes.front().span.start, width.start), width.end} : width;
  }

  /// The side before the width, with what stands between them: without it there is one axis less.
  static Span up_to_width(const Handed& own) {
    const Span last = own.width_span();
    const Span first = own.sides.size() > 1 ? own.sides[own.sides.size() - 2].span : Span{};
    return first.end > 0 && last.start >= first.end ? Span{first.start, last.start} : first;
  }

  /// The words that name the layer are those of one of its calls.
  void name_spans(const std::vector<Span>& spans, FoundCall& call, FoundLayer& layer) {
    for (const Span& span : spans) {
      const bool is_mark =
          span.end - span.start == 1 && spans.size() > 1;  // the bracket alone, in a line below
      if (is_mark)
        leave({span}, "punctuation");
      else if (call.name_span.end == 0)
        call.name_span = call.span = span;
      else
        layer.also.push_back(span);
    }
  }

  /// Puts the layer into the chain, with what it reads; returns its index.
  std::size_t place(std::size_t i, const Source& source, const Handed& comes, const Taken& taken,
                    bool agrees) {
    const SummaryRow& now = row(i);
    const LayerWord& word = *taken.fit.word;
    FoundLayer layer = layer_of(i, taken, agrees);
    const bool begins = word.cell == Cell::embedding;
    const bool over_steps = needs_steps(word) || !taken.fit[Option::axis].empty();
    if (found_.layers.empty())
      enter(i, source, comes, taken);
    else if (over_steps && comes.is_sequence() && comes.steps() && comes.width() &&
             (chain_.steps != comes.steps() || chain_.output != comes.width() || chain_.is_vector))
      enter_again(comes);
    else if (!begins && !is_passing(word) && taken.fit.input && chain_.output != taken.fit.input) {
      layer.reads = digits(taken.fit.input);
      layer.sizes.push_back(comes.width() ? comes.width_span() : now.count.span);
    }
    connect(i, source, comes, layer);
    if (taken.every_step && is_passing(word) && source.any && !row(source.row).shapes.empty())
      layer.sizes.push_back(row(source.row).shapes.front().span);
    // The next layer reads the width that is printed beside one that only hands it on.
    const Handed own = own_of(i);
    const bool last = i + 1 == table_.rows.size();
    if (is_passing(word) && (own.is_vector() || own.is_sequence()) && own.width() && !last &&
        row(i + 1).count.value != Whole(0))
      layer.sizes.push_back(own.width_span());
    if (agrees && kinds_[i].what != What::every_step)
      leave({now.count.span}, "checked");
    else
      layer.sizes.push_back(now.count.span);
    hand_on(i, taken, comes);
    push(i, std::move(layer));
    return found_.layers.size() - 1;
  }

  void push(std::size_t i, FoundLayer layer) {
    layer.also.insert(layer.also.end(), inputs_.begin(), inputs_.end());
    inputs_.clear();
    layers_[i] = found_.layers.size();
    found_.layers.push_back(std::move(layer));
  }

  /// The first layer: what comes in.
  void enter(std::size_t i, const Source& source, const Handed& comes, const Taken& taken) {
    const SummaryRow& now = row(i);
    const LayerWord& word = *taken.fit.word;
    const bool begins = word.cell == Cell::embedding || word.does == Does::looks_up;
    const Handed own = own_of(i);
    const bool printed = comes.known && (is_input(source) || now.lists_input);
    if (is_inner(taken) && !taken.fit.input) ask_input(now);
    if (!begins && taken.fit.input) {
      found_.input.text = digits(taken.fit.input);
      if (comes.width())
        found_.input.span = comes.width_span();
      else
        found_.input.from.push_back(is_passing(word) || !now.count.value ? own.width_span() : now.count.span);
    }
    chain_ = {};
    chain_.output = taken.fit.input;
    if (!steps_matter_) return;
    const bool keeps = word.recurrent || begins || word.does == Does::keeps || word.cell == Cell::dense ||
                       word.cell == Cell::dropout || (needs_steps(word) && !by_place(word));
    if (printed && begins && comes.is_vector())
      found_.timesteps = {digits(comes.width()), comes.width_span(), {}, ""};
    else if (printed && comes.steps())
      found_.timesteps = {digits(comes.steps()), up_to_width(comes), {}, ""};
    else if (!printed && keeps && own.steps() && !reads_steps(word.does))
      found_.timesteps = {digits(own.steps()), up_to_width(own), {}, ""};
    else if (!printed && taken.fit.steps)
      found_.timesteps = {digits(taken.fit.steps), up_to_width(own), {}, ""};
    chain_.steps = steps_of(found_.timesteps);
    chain_.is_vector = comes.is_vector() && !begins;
  }

  /// Nothing says what an inner model reads.
  void ask_input(const SummaryRow& now) {
    const std::string name = question(now, Option::input);
    const auto given =
        std::find_if(names_.begin(), names_.end(), [&](const auto& one) { return one.first == name; });
    if (given != names_.end()) {
      found_.input.text = given->second;
    } else {
      found_.input.asked = name;
      found_.input.span = now.type_spans.empty() ? now.count.span : now.type_spans.front();
    }
  }

  static Whole steps_of(const FoundValue& value) {
    if (value.text.empty()) return {};
    Whole out = 0;
    for (const char c : value.text) out = add(multiply(out, 10), static_cast<std::uint64_t>(c - '0'));
    return out;
  }

  /// What the table says of the steps is not what the layers before hand on.
  void enter_again(const Handed& comes) {
    Passed in;
    in.width = comes.width();
    in.steps = comes.steps();
    FoundLayer input = input_of(in);
    input.sizes = {{comes.steps_span().start, std::max(comes.steps_span().end, comes.width_span().end)}};
    found_.layers.push_back(std::move(input));
    chain_ = {};
    chain_.output = comes.width();
    chain_.steps = comes.steps();
  }

  /// Where what a layer reads is not what the row above hands on, that says which row it reads.
  void connect(std::size_t i, const Source& source, const Handed& comes, FoundLayer& layer) {
    for (const SummaryReference& one : row(i).reads) leave(one.spans, "wiring");
    if (source.said == nullptr) return;
    const Source above = before(i);
    const bool same_row = above.any && above.row == source.row && source.tensor == 0;
    const Handed otherwise = above.any ? out_[above.row] : Handed{};
    if (same_row || !depends(i, comes, otherwise)) return;
    layer.also.insert(layer.also.end(), source.said->spans.begin(), source.said->spans.end());
    const std::vector<Span>& name = row(source.row).name.spans;
    layer.also.insert(layer.also.end(), name.begin(), name.end());
  }

  /// Whether it is another layer, or one that reads something else, where it reads the row above.
  bool depends(std::size_t i, const Handed& comes, const Handed& otherwise) {
    const bool same_steps = !steps_matter_ || otherwise.steps() == comes.steps();
    if (otherwise.width() == comes.width() && same_steps) return false;
    const std::vector<Taken> here = candidates(i, comes, row(i).count.value);
    const std::vector<Taken> there = candidates(i, otherwise, row(i).count.value);
    if (here.empty() || there.empty()) return here.size() != there.size();
    const LayerFit& a = here.front().fit;
    const LayerFit& b = there.front().fit;
    return a.text != b.text || (a.input != b.input && !is_passing(*a.word)) ||
           (!same_steps && needs_steps(*a.word));
  }

  void hand_on(std::size_t i, const Taken& taken, const Handed& comes) {
    const LayerWord& word = *taken.fit.word;
    const Whole steps = chain_.steps;
    const bool vector = chain_.is_vector;
    const bool begins = word.cell == Cell::embedding;
    const Whole input = begins ? Whole() : is_passing(word) ? chain_.output : taken.fit.input;
    const std::string text = with_arguments(taken.fit.text, taken.more);
    const Handed own = own_of(i);
    if (vector && word.does == Does::flattens) {
      chain_.output = input;
    } else {
      const StoredLayer stored = fitting_.stored(text, input, steps);
      chain_ = stored;
    }
    if (word.recurrent) chain_.steps = steps;
    chain_.is_vector = word.recurrent ? !taken.sequences && own.known : own.is_vector();
    if (taken.every_step && taken.fit.word->does == Does::flattens) chain_.output = {};
    // What the table leaves open is what comes.
    Handed& out = out_[i];
    if (out.width() || !chain_.output) return;
    if (out.sides.empty()) {
      out.sides = comes.is_sequence() && !chain_.is_vector
                      ? std::vector<SummaryNumber>{{chain_.steps, {}}, {}}
                      : std::vector<SummaryNumber>{{}};
    }
    if (out.width_span().end == 0) out.sides.back().value = chain_.output;
  }

  /// A layer of a kind that is not known here, but stores nothing: what it hands on is printed.
  void hide(std::size_t i) {
    FoundLayer layer;
    layer.calls.push_back({"Lambda", {}, {}, {}});
    layer.sizes.push_back(row(i).count.span);
    leave(row(i).type_spans, "stores_nothing", kinds_[i].name);
    for (const SummaryReference& one : row(i).reads) leave(one.spans, "wiring");
    begin_unknown(i);
    chain_ = {};
    push(i, std::move(layer));
  }

  /// Whatever comes in has a place, where the first layer is not known.
  void begin_unknown(std::size_t i) {
    if (!found_.layers.empty()) return;
    const Source source = source_of(i);
    const Handed comes = comes_from(source, i);
    if (!comes.width()) return;
    found_.input.text = digits(comes.width());
    found_.input.span = comes.width_span();
  }

  /// A layer of a kind that is not known here is passed on as it is typed.
  void pass_on(std::size_t i) {
    const SummaryRow& now = row(i);
    FoundLayer layer;
    std::string name;
    for (const char c : kinds_[i].name.empty() ? now.type.text : kinds_[i].name)
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.')
        name += c;
    if (kinds_[i].what == What::every_step) {
      layer.sizes.push_back(now.count.span);
      layer.calls.push_back({std::string(every_step_name), {}, {}, {}});
      name = "Model";
    }
    layer.calls.push_back({name.empty() ? "Layer" : name, {}, {}, {}});
    name_spans(now.type_spans.empty() ? now.name.spans : now.type_spans, layer.calls.back(), layer);
    for (const SummaryReference& one : now.reads) leave(one.spans, "wiring");
    if (kinds_[i].what != What::every_step) leave({now.count.span}, "count");
    begin_unknown(i);
    chain_ = {};
    push(i, std::move(layer));
  }

  /// A row of a known kind that nothing fits: the nearest layer is counted, and the difference is told.
  void misfit(std::size_t i, const Source& source, const Handed& comes) {
    const SummaryRow& now = row(i);
    const SummaryKind& kind = kinds_[i];
    std::vector<Taken> nearest = candidates(i, comes, {});
    const Handed own = own_of(i);
    const bool stored = now.count.value.has_value();
    if (nearest.empty()) {
      if (kind.words.empty()) return pass_on(i);
      Taken open;
      open.fit.word = kind.words.front();
      open.fit.both_ways = kind.what == What::both_ways;
      open.fit.input = comes.width();
      open.fit.text = std::string(open.fit.word->names.front()) + "()";
      nearest.push_back(std::move(open));
    }
    Taken& taken = nearest.front();
    const std::size_t layer = place(i, source, comes, taken, true);
    // Sizes that nothing says are asked for; the units say the others.
    FoundCall& call = found_.layers[layer].calls.back();
    const bool units_open =
        has(*taken.fit.word, Option::units) && taken.fit[Option::units].empty() && !own.width();
    for (const Option option : taken.fit.word->options) {
      if (!requires_option(&fitting_.framework(), *taken.fit.word, option) || !taken.fit[option].empty())
        continue;
      if (units_open && option != Option::units) continue;
      FoundArgument made =
          argument(option_name(option), own.width() && option == Option::units ? digits(own.width()) : "");
      if (made.value.text.empty())
        ask(now, option, made.value);
      else
        made.value.span = own.width_span();
      call.arguments.push_back(std::move(made));
    }
    if (!stored || units_open) return;
    found_.problems.push_back({"row_fits_nothing",
                               now.count.span,
                               {{"name", now.name.text},
                                {"layer", now.type.text.empty() ? now.name.text : now.type.text},
                                {"units", digits(own.width())},
                                {"printed", digits(now.count.value)},
                                {"counted", digits(taken.fit.count)}}});
  }

  void ask(const SummaryRow& now, Option option, FoundValue& value) const {
    const std::string name = question(now, option);
    const auto given =
        std::find_if(names_.begin(), names_.end(), [&](const auto& one) { return one.first == name; });
    if (given != names_.end()) {
      value.text = given->second;
      return;
    }
    value.asked = name;
    value.span = now.type_spans.empty() ? now.count.span : now.type_spans.front();
  }

  // --- What the table says of all.

  void tell_cut() {
    if (table_.rows.back().cut) found_.problems.push_back({"cut", table_.rows.back().span, {}});
    if (table_.cut.end == 0) return;
    found_.unknown.push_back({table_.cut, "cut", {}});
    found_.problems.push_back({"cut", table_.cut, {}});
  }

  void print() {
    found_.printed.total = digits(table_.total.value);
    found_.printed.trainable = digits(table_.trainable.value);
    found_.printed.optimizer = digits(table_.optimizer.value);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const auto layer = layers_.find(i);
      if (!row(i).count.value) continue;
      found_.printed.rows.push_back({row(i).name.text, digits(row(i).count.value),
                                     layer == layers_.end() ? -1 : static_cast<int>(layer->second)});
    }
  }

  void set_frozen(std::size_t i, Span said) {
    const auto layer = layers_.find(i);
    if (layer == layers_.end()) return;
    const FoundArgument not_trained = argument(option_name(Option::trainable), "false", {}, {said});
    found_.layers[layer->second].calls.back().arguments.push_back(not_trained);
    for (auto& [rank, choice] : choices_)
      if (choice.layer == layer->second) choice.instead.calls.back().arguments.push_back(not_trained);
  }

  /// Rows that are not trained, where the numbers say which.
  void freeze() {
    bool column = false;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (row(i).trainable < 0) continue;
      column = true;
      if (row(i).trainable == 0 && row(i).count.value != Whole(0)) set_frozen(i, row(i).trainable_span);
    }
    if (column || !table_.frozen.value || *table_.frozen.value == 0) return;
    const Model model = [&] { return model_of(found_); }();
    std::map<std::size_t, std::uint64_t> trained;  // of each layer as it is written
    Whole open = table_.frozen.value;
    for (const Layer& layer : model.layers) {
      const Whole all = count(layer);
      const Whole still = frozen(layer);
      if (!all || !still) continue;
      open = subtract(open, still);
      if (*all > *still) trained[layer.origin] += *all - *still;
    }
    if (!open || *open == 0) return;
    std::vector<std::pair<std::size_t, std::uint64_t>> rows;
    for (const auto& [i, layer] : layers_)
      if (trained.count(layer) > 0) rows.emplace_back(i, trained[layer]);
    const Rows whole = frozen_rows(rows, *open);
    if (whole.size() == 1) {
      for (const std::size_t i : whole.front()) set_frozen(i, table_.frozen.whole);
      return;
    }
    found_.unknown.push_back({table_.frozen.whole, whole.empty() ? "partly_frozen" : "which_frozen", {}});
    for (const std::vector<std::size_t>& one : whole)
      if (one.size() == 1) choose_frozen(one.front());
  }

  /// What is not trained may be this row, or another one.
  void choose_frozen(std::size_t i) {
    FoundChoice choice;
    choice.layer = layers_.at(i);
    choice.instead = found_.layers[choice.layer];
    choice.instead.calls.back().arguments.push_back(
        argument(option_name(Option::trainable), "false", {}, {table_.frozen.whole}));
    choice.code = "fits_too";
    choices_.emplace_back(1, std::move(choice));
  }

  using Rows = std::vector<std::vector<std::size_t>>;

  /// The rows that store so much: one alone, or else all up to one, two, or three. Of several such, all.
  static Rows frozen_rows(const std::vector<std::pair<std::size_t, std::uint64_t>>& rows, std::uint64_t sum) {
    Rows found;
    for (const auto& [i, count] : rows)
      if (count == sum) found.push_back({i});
    if (!found.empty()) return found;
    Whole all = 0;
    std::vector<std::size_t> first;
    for (const auto& [i, count] : rows) {
      all = add(all, count);
      first.push_back(i);
      if (all == Whole(sum)) return {first};
    }
    if (rows.size() > most_frozen) return {};
    for (std::size_t a = 0; a < rows.size(); ++a)
      for (std::size_t b = a + 1; b < rows.size(); ++b)
        if (add(rows[a].second, rows[b].second) == Whole(sum))
          found.push_back({rows[a].first, rows[b].first});
    if (found.empty())
      for (std::size_t a = 0; a < rows.size(); ++a)
        for (std::size_t b = a + 1; b < rows.size(); ++b)
          for (std::size_t c = b + 1; c < rows.size(); ++c)
            if (add(add(rows[a].second, rows[b].second), rows[c].second) == Whole(sum))
              found.push_back({rows[a].first, rows[b].first, rows[c].first});
    return found;
  }

  void check_total() {
    if (!table_.total.value) return;
    const Whole model = found_.printed.own();
    Whole sum = 0;
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
      if (row(i).depth == 0 || layers_.count(i) > 0) {
        const bool held = layers_.count(i) == 0 && kinds_[i].what == What::holder;
        if (!held) sum = add(sum, row(i).count.value.value_or(0));
      }
    const std::size_t problems = found_.problems.size();
    if (model != sum && table_.total.value != sum)
      found_.problems.push_back(
          {"rows_differ",
           table_.total.span,
           {{"printed", digits(model ? model : table_.total.value)}, {"sum", digits(sum)}}});
    if (problems != found_.problems.size() || problems > 0) return;
    const Whole counted = count_of(found_);
    if (counted && counted != sum)
      found_.problems.push_back(
          {"total", table_.total.span, {{"says", digits(sum)}, {"total", digits(counted)}}});
  }

  const SummaryTable& table_;
  const Names& names_;
  Fitting fitting_;
  Found found_;
  std::vector<SummaryKind> kinds_;
  std::multimap<std::string, std::size_t, std::less<>> index_;
  std::vector<Handed> out_;
  std::vector<std::pair<std::size_t, FoundChoice>> choices_;  ///< with their ranks in their rows
  std::vector<bool> held_;                                    ///< rows of models whose own rows follow
  std::vector<Span> inputs_;                                  ///< words above that the next layer hangs on
  std::map<std::size_t, std::size_t> layers_;                 ///< of a row, its place among the layers
  StoredLayer chain_;                                         ///< what the layer before hands on
  bool steps_matter_ = false;
};

std::string_view framework_for(const SummaryTable& table, std::string_view text) {
  const std::string_view all = text.substr(table.span.start, table.span.end - table.span.start);
  if (all.find("CuDNN") != std::string_view::npos) return "cudnn";
  if (all.find("[null,") != std::string_view::npos) return "tfjs";
  std::string_view out = "keras";
  for (const SummaryRow& row : table.rows) {
    const std::vector<const LayerWord*> words = kind_of(row).words;
    if (words.size() == 1) out = release_with(out, words.front());
  }
  return out;
}

}  // namespace

Found layers_of(const SummaryTable& table, std::string_view text, const Names& names, StoredLayers& known) {
  return TableReader(table, names, *find_framework(framework_for(table, text)), known).take();
}

}  // namespace rnn
