// Reads the tables that torchinfo, torchsummary and PyTorch Lightning print of a model. They say how much
// each layer stores and mostly how wide what comes out is; the rest is solved for.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/naming.h"
#include "core/numbers.h"
#include "core/read/forms.h"
#include "core/read/module_lines.h"
#include "core/read/torch_summary_fit.h"
#include "core/read/torch_summary_lines.h"
#include "core/read/torch_summary_sizes.h"

namespace rnn {
namespace {

/// So many readings of a table without shapes.
constexpr std::size_t most_chains = most_choices + 1;
/// Of longer tables only the likeliest one.
constexpr std::size_t longest_chain = 100;
/// So many tables of a text are read.
constexpr std::size_t most_tables = most_choices + 1;
/// So many layers on each other, where the table does not say how many.
constexpr std::uint64_t most_open_layers = 4;
/// Of what a row holds beside its layer.
constexpr std::string_view row_code = "beside";
constexpr std::string_view open_input = "input_size";

/// The class of a matrix inside PyTorch's attention.
constexpr std::string_view attention_matrix = "NonDynamicallyQuantizableLinear";

std::string_view usual_name(std::string_view name) {
  if (name == attention_matrix || name == "_LinearWithBias") return "Linear";
  return name == "SyncBatchNorm" ? "BatchNorm1d" : name;
}

/// The kind of layer that PyTorch calls so; nullptr for classes of one's own.
const LayerWord* word_of(std::string_view name) {
  const LayerWord* word = layer_named(name);
  if (word == nullptr) return nullptr;
  const Framework& framework = *find_framework("pytorch");
  const bool stores = word->does == Does::stores || word->does == Does::looks_up;
  return !stores || has_cell(framework, word->cell) ? word : nullptr;
}

bool keeps_width(const LayerWord& word) { return word.does == Does::keeps || word.cell == Cell::prelu; }

/// What a row is in the model.
struct Item {
  const TorchRow* row = nullptr;
  TorchRow own;  ///< with what its children store, where they are parts of it
  const LayerWord* word = nullptr;
  bool known = false;      ///< its layer stores something, and is looked for
  bool uncounted = false;  ///< the tool prints 0 for it, whatever it stores
  std::vector<TorchFit> fits;
  std::vector<Span> parts;
};

class TableReading {
 public:
  TableReading(const TorchTable& table, const Names& names, TorchFitter& fitter)
      : table_(table), names_(names), fitter_(fitter) {
    found_.framework = "pytorch";
    found_.printed = table.printed;
    if (!table.rows.empty() && !table.rows.front().label.empty() && table.rows.front().holds)
      found_.name = std::string(table.rows.front().label);
    else if (!table.rows.empty() && table.rows.front().holds)
      found_.name = std::string(table.rows.front().name);
  }

  std::vector<Found> read() {
    found_.left = table_.left;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) read_row(i);
    // What a class holds beside its layers has no place among these.
    items_.insert(items_.end(), held_.begin(), held_.end());
    if (table_.shapes)
      solve_rows();
    else
      solve_chain();
    check_sum();
    return std::move(out_);
  }

 private:
  const TorchRow& row(std::size_t i) const { return table_.rows[i]; }

  void leave(const TorchRow& row, std::string_view code) {
    found_.left.push_back({row.span, code, {{"name", std::string(row.name)}}});
    for (const Span& shape : row.shapes) found_.left.push_back({shape, "shape", {}});
  }

  static bool stores_something(const TorchRow& row) { return row.count && *row.count > 0; }

  // --- which rows are layers
  void read_row(std::size_t i) {
    const TorchRow& one = row(i);
    if (one.count && *one.count > 0 && one.count == one.most)
      sum_ = add(sum_, one.count);
    else if (one.count && one.count != one.most)
      sum_ = Whole();
    if (i < skipped_) return leave(one, row_code);
    if (items_.size() == most_layers) {
      if (found_.unknown.empty() || found_.unknown.back().code != "too_long")
        found_.problems.push_back(
            {"limit", {}, {{"what", "layers"}, {"largest", std::to_string(most_layers)}}});
      found_.unknown.push_back({one.span, "too_long", {}});
      return;
    }
    if (one.repeated) return leave(one, "repeated");
    leave(one, row_code);
    if (one.partly_frozen && !one.holds)
      found_.unknown.push_back({one.span, "partly_frozen", {{"name", std::string(one.name)}}});
    if (one.holds) return read_holder(i);
    read_leaf(one);
  }

  void read_holder(std::size_t i) {
    const TorchRow& one = row(i);
    const bool attention = one.name == "MultiheadAttention" && stores_something(one) &&
                           row(i + 1).name == attention_matrix && row(i + 1).count;
    if (attention) {
      Item item = item_of(one);
      item.own.count = item.own.most = add(one.count, row(i + 1).count);
      item.own.holds = false;
      item.parts = {row(i + 1).name_span, row(i + 1).count_span};
      item.row = &one;
      items_.push_back(std::move(item));
      skipped_ = i + 2;
      return;
    }
    const bool sums = table_.tool == TorchTable::Tool::lightning;
    if (!stores_something(one) || sums) return relabel("container");
    add_own(one, "own_weights");
  }

  /// The last row's code.
  void relabel(std::string_view code) { found_.left.back().code = code; }

  static Item item_of(const TorchRow& one) {
    Item item;
    item.row = &one;
    item.own = one;
    item.own.name = usual_name(one.name);
    item.word = word_of(item.own.name);
    return item;
  }

  void read_leaf(const TorchRow& one) {
    Item item = item_of(one);
    const bool flat = table_.tool == TorchTable::Tool::torchsummary;
    const bool nothing = !stores_something(one);
    const LayerWord* word = item.word;
    if (word == nullptr) {
      if (nothing) return relabel(is_container(one.name) || flat ? "container" : "nothing");
      return add_own(one, "own_class");
    }
    if (word->does != Does::stores && word->cell != Cell::embedding) {
      if (!nothing) return add_own(one, "own_class");
      if (word->does == Does::enters) return relabel("nothing");
      items_.push_back(std::move(item));
      return;
    }
    const bool uncounted = flat && nothing && (word->recurrent || word->cell == Cell::multi_head_attention);
    if (uncounted && word->recurrent && one.output.size() < 2) return relabel("container");
    item.known = true;
    item.uncounted = uncounted;
    if (!one.count && !one.none && !uncounted) {
      found_.unknown.push_back({one.span, "incomplete", {{"name", std::string(one.name)}}});
      return;
    }
    items_.push_back(std::move(item));
  }

  /// A class of one's own, which stores something.
  void add_own(const TorchRow& one, std::string_view code) {
    Item item;
    item.row = &one;
    item.own = one;
    item.own.holds = code == "own_weights";
    (item.own.holds ? held_ : items_).push_back(std::move(item));
  }

  // --- with shapes
  /// A width that may come in, and what says so.
  struct Coming {
    std::uint64_t width;
    std::vector<Span> from;
  };

  void solve_rows() {
    std::vector<Item> items = std::move(items_);
    std::vector<Coming> comes;
    for (Item& item : items) {
      if (item.known && item.uncounted)
        add_uncounted(item, comes);
      else if (item.known)
        add_known(item, comes);
      else if (item.word != nullptr)
        add_idle(item);
      else
        add_unknown(item);
      keep_widths(item, comes);
    }
    enter();
    out_.push_back(std::move(found_));
  }

  /// The widths that the next layer may read: what this one hands on, and what it is with its axes in
  /// another order, or in one row.
  void keep_widths(const Item& item, std::vector<Coming>& comes) {
    const std::vector<PrintedShape>& shapes = item.own.output;
    if (shapes.empty() || shapes.front().sides.empty()) return;
    const std::vector<Whole>& sides = shapes.front().sides;
    const std::vector<Span>& spans = shapes.front().spans;
    comes.clear();
    const auto put = [&](const Whole& width, std::vector<Span> from) {
      const bool known = std::any_of(comes.begin(), comes.end(),
                                     [&](const Coming& one) { return Whole(one.width) == width; });
      if (width && !known) comes.push_back({*width, std::move(from)});
    };
    const Whole width = item.word == nullptr ? Whole() : width_of(shapes, *item.word, item.own.name);
    if (handed_on_) put(handed_on_, {});
    handed_on_.reset();
    if (width) put(width, {width_span(shapes, *item.word, item.own.name)});
    put(sides.back(), {spans.back()});
    if (sides.size() > 1) put(sides[1], {spans[1]});
    Whole all = 1;
    std::vector<Span> from;
    for (std::size_t i = sides.size(); i-- > 1;) {
      all = multiply(all, sides[i]);
      from.push_back(spans[i]);
      if (i < sides.size() - 1) put(all, from);
    }
    for (std::size_t i = 1; i < sides.size(); ++i) put(sides[i], {spans[i]});
    for (const Coming& one : comes) seen_.insert(one.width);
  }

  static std::vector<std::uint64_t> widths_of(const std::vector<Coming>& comes) {
    std::vector<std::uint64_t> out;
    out.reserve(comes.size());
    for (const Coming& one : comes) out.push_back(one.width);
    return out;
  }

  void add_known(Item& item, const std::vector<Coming>& comes) {
    if (comes.empty() && found_.layers.empty() && item.own.input.empty()) return add_first(item);
    std::vector<TorchFit> fits = fitter_.fits(item.own, *item.word, {widths_of(comes), true, {}});
    if (fits.empty()) return add_misfit(item, comes);
    const std::string likeliest = fits.front().text(item.own.name);
    const bool open = fits.front().hangs;
    const auto place = [&](const TorchFit& fit) {
      if (!fit.input) return std::size_t{0};
      const auto it = std::find_if(comes.begin(), comes.end(),
                                   [&](const Coming& one) { return one.width == *fit.input; });
      return static_cast<std::size_t>(it - comes.begin());
    };
    std::stable_sort(fits.begin(), fits.end(),
                     [&](const TorchFit& a, const TorchFit& b) { return place(a) < place(b); });
    if (const std::size_t best = place(fits.front()); best < comes.size())
      fits.erase(
          std::remove_if(fits.begin(), fits.end(), [&](const TorchFit& fit) { return place(fit) > best; }),
          fits.end());
    std::vector<Span> from;
    // Where the width that comes in decides, the row above is a part of what the layer is.
    if (fits.front().input && (open ? alone_text(item) : likeliest) != fits.front().text(item.own.name))
      for (const Coming& one : comes)
        if (one.width == *fits.front().input) from = one.from;
    const Whole& input = fits.front().input;
    const bool fitting =
        !input || seen_.count(*input) > 0 ||
        std::any_of(comes.begin(), comes.end(), [&](const Coming& one) { return Whole(one.width) == input; });
    if (!fitting && !comes.empty())
      found_.problems.push_back({"reads_other",
                                 item.own.count_span,
                                 {{"layer", std::string(item.own.name)},
                                  {"position", std::to_string(found_.layers.size() + 1)},
                                  {"says", digits(input)},
                                  {"comes", std::to_string(comes.front().width)}}});
    add_fits(item, fits, from);
  }

  /// The first layer reads what comes into the model, of which the table may say how many bytes it has.
  void add_first(Item& item) {
    const std::vector<std::uint64_t> expected = expected_widths(item);
    std::vector<TorchFit> fits = fitter_.fits(item.own, *item.word, {expected, true, {}});
    if (fits.empty()) return add_misfit(item, {});
    const auto is_expected = [&](const TorchFit& fit) {
      return fit.input && std::find(expected.begin(), expected.end(), *fit.input) != expected.end();
    };
    std::stable_partition(fits.begin(), fits.end(), is_expected);
    const bool decides = !expected.empty() && alone_text(item) != fits.front().text(item.own.name);
    std::vector<Span> from;
    if (decides) {
      const std::vector<Span>& sides = item.own.output.front().spans;
      from = {table_.input};
      if (sides.size() > 1) from.push_back({sides.front().start, sides[sides.size() - 2].end});
    }
    add_fits(item, fits, from);
  }

  /// Numbers of four bytes, for each of the batch and each time step one vector.
  std::vector<std::uint64_t> expected_widths(const Item& item) const {
    constexpr std::uint64_t bytes = 4;
    constexpr std::size_t most = 128;
    const bool same_steps = item.word->recurrent || item.word->cell == Cell::dense;
    if (!same_steps || !table_.least_input || item.own.output.empty() || item.own.output.front().gap)
      return {};
    const std::vector<Whole>& sides = item.own.output.front().sides;
    Whole vectors = bytes;
    for (std::size_t i = 0; i + 1 < sides.size(); ++i)
      vectors = multiply(vectors, sides[i] ? sides[i] : Whole(1));
    if (!vectors || *vectors == 0) return {};
    // torchinfo adds what Python's list of them takes.
    constexpr std::uint64_t list = 88;
    const std::uint64_t least = *table_.least_input - std::min(list, *table_.least_input);
    const std::uint64_t first = (least + *vectors - 1) / *vectors;
    const std::uint64_t last = *table_.most_input / *vectors;
    std::vector<std::uint64_t> out;
    for (std::uint64_t width = std::max<std::uint64_t>(first, 1); width <= last && out.size() < most; ++width)
      out.push_back(width);
    if (out.size() == most) out.clear();
    return out;
  }

  void add_fits(const Item& item, const std::vector<TorchFit>& fits, const std::vector<Span>& from) {
    FoundLayer first = layer_of(item, fits.front());
    first.sizes.insert(first.sizes.begin(), from.begin(), from.end());
    handed_on_ = fits.front().output;
    const std::size_t layer = put(item, std::move(first), fits.front().input);
    for (std::size_t i = 1; i < fits.size(); ++i) {
      FoundChoice choice{layer, layer_of(item, fits[i]), "fits_too", {}};
      choice.args = {{"layer", fits[i].text(item.own.name)}, {"input", digits(fits[i].input)}};
      found_.choices.push_back(std::move(choice));
    }
  }

  /// What the layer would be if nothing were known of what comes in.
  std::string alone_text(const Item& item) {
    const std::vector<TorchFit> fits = fitter_.fits(item.own, *item.word, {{}, true, {}});
    return fits.empty() ? "" : fits.front().text(item.own.name);
  }

  /// The number that is printed fits no such layer. Where all sizes are known, the layer is counted by these,
  /// and the difference told.
  void add_misfit(Item& item, const std::vector<Coming>& comes) {
    const TorchRow& one = *item.row;
    const Whole width = width_of(one.output, *item.word, item.own.name);
    const Whole said = width_of(one.input, *item.word, item.own.name);
    const Whole input = said ? said : comes.empty() ? Whole() : Whole(comes.front().width);
    TorchFit nearest;
    nearest.input = input;
    const bool dense = item.word->cell == Cell::dense;
    if (width && input && (dense || item.word->recurrent)) {
      nearest.arguments = {
          {dense ? "in_features" : "input_size", digits(input), said ? SizeSource::input : SizeSource::none},
          {dense ? "out_features" : "hidden_size", digits(width), SizeSource::output}};
      nearest.output = width;
    }
    const Whole counted = nearest.arguments.empty() ? Whole() : fitter_.count(item.own.name, nearest);
    const bool exact = one.count && item.own.count == item.own.most;
    const bool open = !width && exact && item.word->group == Group::convolution;
    if (open) {
      found_.unknown.push_back({one.span, "incomplete", {{"name", std::string(one.name)}}});
      return;
    }
    found_.problems.push_back({exact || !one.count ? "row_fits_nothing" : "row_rounded",
                               one.count_span,
                               {{"name", std::string(one.label.empty() ? one.name : one.label)},
                                {"layer", std::string(one.name)},
                                {"units", digits(width)},
                                {"printed", digits(item.own.count)},
                                {"counted", digits(counted)}}});
    if (counted && exact) return void(put(item, layer_of(item, nearest), input));
    if (!width || !exact) {
      found_.unknown.push_back({one.span, "incomplete", {{"name", std::string(one.name)}}});
      return;
    }
    put(item, custom(item, *width), {});
  }

  FoundLayer custom(const Item& item, std::uint64_t width) const {
    const TorchRow& one = *item.row;
    FoundCall call{"Custom", one.name_span, one.name_span, {}};
    const Span span =
        item.word == nullptr ? last_span(one) : width_span(one.output, *item.word, item.own.name);
    call.arguments.push_back({"units", {}, {std::to_string(width), span, {}, ""}});
    call.arguments.push_back({"parameters", {}, {digits(item.own.count), one.count_span, item.parts, ""}});
    freeze(one, call);
    return {{std::move(call)}, {}, "", {}};
  }

  static Span last_span(const TorchRow& one) {
    return one.output.empty() || one.output.front().spans.empty() ? Span{} : one.output.front().spans.back();
  }

  static void freeze(const TorchRow& one, FoundCall& call) {
    if (!one.frozen) return;
    FoundArgument frozen{"requires_grad", {}, {"false", one.frozen_by.front(), one.frozen_by, ""}};
    call.arguments.push_back(std::move(frozen));
  }

  FoundLayer layer_of(const Item& item, const TorchFit& fit) const {
    const TorchRow& one = item.own;
    FoundCall call{std::string(one.name), one.name_span, one.name_span, {}};
    for (const TorchArgument& argument : fit.arguments)
      call.arguments.push_back({argument.name, {}, {argument.text, span_of(item, argument.source), {}, ""}});
    freeze(one, call);
    FoundLayer layer{{std::move(call)}, {}, "", {}};
    if (stores_something(one) || one.none) layer.sizes.push_back(one.count_span);
    layer.sizes.insert(layer.sizes.end(), item.parts.begin(), item.parts.end());
    const bool says_width =
        std::any_of(fit.arguments.begin(), fit.arguments.end(),
                    [](const TorchArgument& argument) { return argument.source == SizeSource::output; });
    if (!says_width && stores_something(one))
      layer.sizes.push_back(width_span(item.own.output, *item.word, item.own.name));
    if (item.word->recurrent && states_of(one)) layer.sizes.push_back(one.output[1].spans.front());
    return layer;
  }

  static Span span_of(const Item& item, SizeSource source) {
    switch (source) {
      case SizeSource::count: return item.own.count_span;
      case SizeSource::output: return width_span(item.own.output, *item.word, item.own.name);
      case SizeSource::input: return width_span(item.own.input, *item.word, item.own.name);
      case SizeSource::kernel: {
        const std::vector<Span>& spans = item.own.kernel.spans;
        return spans.empty() ? Span{} : Span{spans.front().start, spans.back().end};
      }
      case SizeSource::none: break;
    }
    return {};
  }

  /// Keeps a layer; its index.
  std::size_t put(const Item& item, FoundLayer layer, const Whole& reads) {
    const TorchRow& one = *item.row;
    if (!width_) {
      if (reads) width_ = reads, first_stored_ = found_.layers.size();
      if (item.word != nullptr && item.word->cell == Cell::embedding && !looked_up_ && !reads)
        looked_up_ = true, width_ = Whole(0), first_stored_ = found_.layers.size();
    }
    const auto index = static_cast<int>(found_.layers.size());
    if (one.count && !item.uncounted && stores_something(one))
      found_.printed.rows.push_back(
          {std::string(one.label.empty() ? one.name : one.label), digits(one.count), index});
    if (one.count != one.most && !found_.printed.rows.empty() && stores_something(one))
      found_.printed.rows.pop_back();
    found_.layers.push_back(std::move(layer));
    words_.push_back(item.word);
    return static_cast<std::size_t>(index);
  }

  /// A layer that stores nothing.
  void add_idle(const Item& item) {
    const TorchRow& one = item.own;
    FoundCall call{std::string(one.name), one.name_span, one.name_span, {}};
    // How much it drops is not printed; PyTorch's own is this.
    if (item.word->cell == Cell::dropout) call.arguments.push_back({"", {}, {"0.5", {}, {}, ""}});
    if (item.word->does == Does::adapts) {
      const std::size_t axes = axes_of(*item.word, one.name);
      if (one.output.empty() || one.output.front().sides.size() <= axes || one.output.front().gap) {
        found_.left.push_back({one.span, "nothing", {{"name", std::string(one.name)}}});
        return;
      }
      const PrintedShape& shape = one.output.front();
      std::string size;
      for (std::size_t i = shape.sides.size() - axes; i < shape.sides.size(); ++i)
        size += (size.empty() ? "" : ",") + digits(shape.sides[i]);
      const Span span{shape.spans[shape.spans.size() - axes].start, shape.spans.back().end};
      call.arguments.push_back({"output_size", {}, {axes > 1 ? "(" + size + ")" : size, span, {}, ""}});
    }
    put(item, {{std::move(call)}, {}, "", {}}, {});
  }

  /// As typed. What it stores is printed, so that it can be taken for a layer of one's own.
  void add_unknown(const Item& item) {
    const TorchRow& one = *item.row;
    const Whole width = one.output.empty() || one.output.front().sides.empty() || one.output.front().gap
                            ? Whole()
                            : one.output.front().sides.back();
    if (one.holds && width && one.count == one.most) return void(put(item, custom(item, *width), {}));
    if (one.holds)
      found_.problems.push_back({"own_weights", one.count_span, {{"name", std::string(one.name)}}});
    FoundCall call{std::string(one.name), one.name_span, one.name_span, {}};
    FoundLayer layer{{std::move(call)}, {}, "", {one.count_span}};
    const std::size_t index = put(item, std::move(layer), {});
    if (!width || one.count != one.most) return;
    FoundChoice choice{index, custom(item, *width), "own_count", {}};
    choice.args = {{"layer", std::string(one.name)}, {"count", digits(one.count)}};
    found_.choices.push_back(std::move(choice));
  }

  // --- torchsummary's recurrent layers
  /// torchsummary adds up what is called `weight` and `bias`, which no recurrent layer has.
  void add_uncounted(Item& item, const std::vector<Coming>& comes) {
    const TorchRow& one = item.own;
    found_.problems.push_back({"row_not_counted", one.count_span, {{"layer", std::string(one.name)}}});
    const Whole width = width_of(one.output, *item.word, item.own.name);
    if (!width) {
      found_.unknown.push_back({one.span, "incomplete", {{"name", std::string(one.name)}}});
      return;
    }
    FoundCall call{std::string(one.name), one.name_span, one.name_span, {}};
    if (!item.word->recurrent) {
      call.arguments.push_back(
          {"embed_dim", {}, {digits(width), width_span(one.output, *item.word, item.own.name), {}, ""}});
      call.arguments.push_back({"num_heads", {}, {"1", {}, {}, ""}});
      put(item, {{std::move(call)}, {}, "", {}}, width);
      return;
    }
    const PrintedShape& state = one.output[1];
    const Whole units = state.sides.empty() ? Whole() : state.sides.back();
    const bool both = units && *units * 2 == *width;
    call.arguments.push_back(input_argument(one, comes));
    call.arguments.push_back(
        {"hidden_size",
         {},
         {digits(both ? units : width), width_span(one.output, *item.word, item.own.name), {}, ""}});
    if (both) call.arguments.push_back({"bidirectional", {}, {"true", state.spans.back(), {}, ""}});
    FoundLayer layer{{std::move(call)}, {}, "", {}};
    const std::size_t index = put(item, layer, {});
    for (std::uint64_t layers = 2; layers <= most_open_layers; ++layers) {
      FoundChoice choice{index, layer, "fits_too", {}};
      choice.instead.calls.front().arguments.push_back(
          {"num_layers", {}, {std::to_string(layers), {}, {}, ""}});
      choice.args = {{"layer", std::string(one.name) + "(num_layers=" + std::to_string(layers) + ")"},
                     {"input", ""}};
      found_.choices.push_back(std::move(choice));
    }
  }

  /// What comes from the row above; of the first one it is asked.
  FoundArgument input_argument(const TorchRow& one, const std::vector<Coming>& comes) const {
    FoundArgument argument{std::string(open_input), {}, {}};
    const Whole said =
        one.input.empty() || one.input.front().sides.empty() ? Whole() : one.input.front().sides.back();
    if (said) {
      argument.value = {digits(said), one.input.front().spans.back(), {}, ""};
    } else if (!comes.empty()) {
      argument.value.text = std::to_string(comes.front().width);
      argument.value.from = comes.front().from;
    } else {
      const auto given = std::find_if(names_.begin(), names_.end(),
                                      [](const auto& name) { return name.first == open_input; });
      const bool known = given != names_.end() && read_size(given->second, 1, largest_size).value;
      argument.value.span = one.count_span;
      if (known)
        argument.value.text = given->second;
      else
        argument.value.asked = std::string(open_input);
    }
    return argument;
  }

  // --- without shapes
  void solve_chain() {
    std::vector<Item> items = std::move(items_);
    std::vector<ChainLink> links(items.size());
    std::vector<std::uint64_t> goes;
    for (std::size_t i = items.size(); i-- > 0;) {
      Item& item = items[i];
      if (!item.known) {
        if (item.word == nullptr || !keeps_width(*item.word)) goes.clear();
        continue;
      }
      Around around{{}, false, goes};
      if (goes.empty() && item.word->recurrent) around.comes = handed_on(items, i);
      links[i].fits = fitter_.fits(item.own, *item.word, around);
      links[i].rows = (item.word->recurrent || item.word->cell == Cell::dense) && behind_images(items, i);
      if (links[i].fits.empty() && !goes.empty()) links[i].fits = fitter_.fits(item.own, *item.word, {});
      if (item.word->cell == Cell::prelu) continue;
      std::set<std::uint64_t> widths;
      for (const TorchFit& fit : links[i].fits)
        if (fit.input) widths.insert(*fit.input);
      goes.assign(widths.begin(), widths.end());
    }
    const std::vector<ChainSizes> all = chain_sizes(links, links.size() > longest_chain ? 1 : most_chains);
    const Found start = found_;
    for (const ChainSizes& sizes : all) {
      found_ = start;
      width_.reset();
      words_.clear();
      read_chain(items, links, sizes);
      enter();
      if (!out_.empty()) found_.differs = "other_sizes";
      if (all.size() > 1) found_.name = sizes_of(found_);
      out_.push_back(std::move(found_));
    }
  }

  /// The sizes of the layers that have some: "GRU(1, 64), Linear(64, 1)".
  static std::string sizes_of(const Found& found) {
    std::string out;
    for (const FoundLayer& layer : found.layers) {
      const FoundCall& call = layer.calls.back();
      std::string values;
      for (const FoundArgument& argument : call.arguments)
        if (argument.value.text != "true" && argument.value.text != "false" && !argument.name.empty())
          values.append(values.empty() ? "" : ", ").append(argument.value.text);
      if (!values.empty()) out.append(out.empty() ? "" : ", ").append(call.name + "(" + values + ")");
    }
    return out;
  }

  /// Whether what comes has several axes, which it may read in one row.
  static bool behind_images(const std::vector<Item>& items, std::size_t i) {
    while (i-- > 0) {
      const Item& item = items[i];
      if (item.word == nullptr || item.word->recurrent || item.word->cell == Cell::dense) return false;
      if (item.own.name.ends_with("2d") || item.own.name.ends_with("1d")) return true;
    }
    return false;
  }

  /// Without looking at what comes behind: the widths that the layer before may hand on.
  std::vector<std::uint64_t> handed_on(const std::vector<Item>& items, std::size_t i) {
    while (i-- > 0) {
      const Item& item = items[i];
      if (!item.known) {
        if (item.word != nullptr && keeps_width(*item.word)) continue;
        return {};
      }
      if (item.word->recurrent) return {};
      std::set<std::uint64_t> widths;
      for (const TorchFit& fit : fitter_.fits(item.own, *item.word, {}))
        if (fit.output) widths.insert(*fit.output);
      return {widths.begin(), widths.end()};
    }
    return {};
  }

  void read_chain(std::vector<Item>& items, const std::vector<ChainLink>& links, const ChainSizes& sizes) {
    Whole width;
    for (std::size_t i = 0; i < items.size(); ++i) {
      Item& item = items[i];
      if (!item.known && item.word != nullptr) {
        add_idle(item);
      } else if (!item.known) {
        add_unknown(item);
        width.reset();
      } else if (sizes.chosen[i] == ChainSizes::none) {
        add_misfit(item, {});
      } else {
        const TorchFit& fit = links[i].fits[sizes.chosen[i]];
        put(item, layer_of(item, fit), fit.input);
      }
    }
  }

  // --- of the whole
  /// What stands before the first layer that says what it reads.
  void enter() {
    if (!width_ || first_stored_ == 0) return;
    const bool words = *width_ == 0;
    const auto first = static_cast<std::ptrdiff_t>(first_stored_);
    if (words) {
      const bool idle = std::all_of(words_.begin(), words_.begin() + first, [](const LayerWord* word) {
        return word != nullptr && word->does != Does::stores;
      });
      if (idle)
        std::rotate(found_.layers.begin(), found_.layers.begin() + first, found_.layers.begin() + first + 1);
      if (idle)
        for (Printed::Row& row : found_.printed.rows)
          if (row.layer == static_cast<int>(first)) row.layer = 0;
      return;
    }
    bool keeps = true;
    for (std::size_t i = 0; i < first_stored_; ++i) {
      if (words_[i] == nullptr || words_[i]->does == Does::stores) return;
      if (keeps && !keeps_width(*words_[i])) {
        keeps = false;
        const FoundCall& call = found_.layers[i].calls.front();
        found_.problems.push_back({"width_not_printed", call.name_span, {{"layer", call.name}}});
      }
    }
    found_.input.text = digits(width_);
  }

  /// The rows are what the table adds up.
  void check_sum() {
    if (out_.empty()) return;
    Found& first = out_.front();
    const Whole total = read_size(table_.printed.total, 0, largest_size).value;
    if (table_.printed.total.empty() || !sum_ || !total || sum_ == total) return;
    first.problems.push_back(
        {"rows_differ", table_.total, {{"sum", digits(sum_)}, {"printed", digits(total)}}});
  }

  const TorchTable& table_;
  const Names& names_;
  TorchFitter& fitter_;
  Found found_;
  std::vector<Found> out_;
  std::vector<Item> items_;
  std::vector<Item> held_;
  std::vector<const LayerWord*> words_;  ///< of the layers found
  std::size_t skipped_ = 0;
  std::set<std::uint64_t> seen_;  ///< widths that any layer handed on
  Whole handed_on_;               ///< by the layer that was just found
  std::size_t first_stored_ = 0;
  Whole width_;  ///< that the first layer reads which says it; 0: words
  bool looked_up_ = false;
  Whole sum_ = 0;
};

/// Code that makes the layers says more than a table in its comments.
bool is_program(std::string_view text) {
  for (std::size_t at = text.find("nn."); at != std::string_view::npos; at = text.find("nn.", at + 1)) {
    const std::size_t end = behind_class(text, at + 3);
    const char before = at > 0 ? text[at - 1] : ' ';
    const bool apart = (before < 'a' || before > 'z') && (before < 'A' || before > 'Z');
    if (apart && end > at + 3 && text.substr(end).starts_with("(")) return true;
  }
  return false;
}

}  // namespace

bool is_torch_summary(std::string_view text) { return !is_program(text) && is_torch_table(text); }

std::vector<Found> read_torch_summary(std::string_view text, const Names& names, StoredLayers& known) {
  const std::vector<TorchTable> tables = torch_tables(text);
  std::vector<Found> out;
  Found nothing;  // of tables of which no layer is read
  TorchFitter fitter(known);
  for (const TorchTable& table : tables) {
    if (&table >= tables.data() + most_tables) {
      for (const TorchRow& row : table.rows) nothing.unknown.push_back({row.span, "too_long", {}});
      continue;
    }
    std::vector<Found> found = TableReading(table, names, fitter).read();
    const auto take = [&](Found& one) {
      nothing.left.insert(nothing.left.end(), one.left.begin(), one.left.end());
      nothing.unknown.insert(nothing.unknown.end(), one.unknown.begin(), one.unknown.end());
      nothing.problems.insert(nothing.problems.end(), one.problems.begin(), one.problems.end());
    };
    if (found.front().layers.empty()) {
      take(found.front());
      continue;
    }
    if (!out.empty()) {
      found.resize(1);
      nothing.left.insert(nothing.left.end(), found.front().left.begin(), found.front().left.end());
    }
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  if (out.empty()) return {nothing};
  Found& first = out.front();
  first.left.insert(first.left.end(), nothing.left.begin(), nothing.left.end());
  first.unknown.insert(first.unknown.end(), nothing.unknown.begin(), nothing.unknown.end());
  first.problems.insert(first.problems.end(), nothing.problems.begin(), nothing.problems.end());
  return out;
}

}  // namespace rnn
