// Reads what print(model) prints: which of the modules are layers, in which framework's words.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/naming.h"
#include "core/numbers.h"
#include "core/read/forms.h"
#include "core/read/module_syntax.h"

namespace rnn {
namespace {

using Module = PrintedModule;
using Argument = PrintedArgument;
using Modules = std::vector<Module>;

template <std::size_t n>
bool is_one_of(std::string_view text, const std::string_view (&all)[n]) {
  return std::find(std::begin(all), std::end(all), text) != std::end(all);
}

bool is_number(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

const Argument* named(const Module& module, std::string_view name) {
  const auto it = std::find_if(module.arguments.begin(), module.arguments.end(),
                               [&](const Argument& argument) { return argument.name == name; });
  return it == module.arguments.end() ? nullptr : &*it;
}

// --- kinds of modules
constexpr std::string_view containers[] = {"Sequential",    "ModuleList",    "ModuleDict",
                                           "ParameterList", "ParameterDict", "HybridSequential"};

/// What PyTorch has beside layers; none of them stores anything (torch/nn/modules/loss.py, distance.py,
/// fold.py, upsampling.py at v2.14.0).
constexpr std::string_view losses[] = {"L1Loss",
                                       "NLLLoss",
                                       "NLLLoss2d",
                                       "PoissonNLLLoss",
                                       "GaussianNLLLoss",
                                       "KLDivLoss",
                                       "MSELoss",
                                       "BCELoss",
                                       "BCEWithLogitsLoss",
                                       "HingeEmbeddingLoss",
                                       "MultiLabelMarginLoss",
                                       "SmoothL1Loss",
                                       "HuberLoss",
                                       "SoftMarginLoss",
                                       "CrossEntropyLoss",
                                       "MultiLabelSoftMarginLoss",
                                       "CosineEmbeddingLoss",
                                       "MarginRankingLoss",
                                       "MultiMarginLoss",
                                       "TripletMarginLoss",
                                       "TripletMarginWithDistanceLoss",
                                       "CTCLoss",
                                       "SoftmaxCrossEntropyLoss"};
constexpr std::string_view stores_nothing[] = {
    "CosineSimilarity", "PairwiseDistance",     "Softmax2d",      "Fold",
    "Unfold",           "ChannelShuffle",       "PixelUnshuffle", "UpsamplingNearest2d",
    "_SpectralNorm",    "UpsamplingBilinear2d", "_Orthogonal"};

/// A class under another name, which prints as the first one does.
constexpr std::pair<std::string_view, std::string_view> same_as[] = {
    {"NonDynamicallyQuantizableLinear", "Linear"},
    {"_LinearWithBias", "Linear"},
    {"SyncBatchNorm", "BatchNorm1d"},
};

std::string_view usual_name(std::string_view name) {
  for (const auto& [other, usual] : same_as)
    if (name == other) return usual;
  return name;
}

// --- frameworks
/// PyTorch's up to 0.1 that are printed with an arrow; MXNet prints all of its own so.
constexpr std::string_view torch_arrows[] = {"Linear", "Conv1d", "Conv2d", "ConvTranspose1d",
                                             "ConvTranspose2d"};
constexpr std::string_view mxnet_words[] = {"TNC", "NTC", "float32", "float64", "float16"};
constexpr std::string_view mxnet_classes[] = {"HybridSequential", "Dense", "Activation", "HybridLambda"};

bool is_of_mxnet(const Module& module) {
  if (module.arrow && !is_one_of(module.name, torch_arrows)) return true;
  if (is_one_of(module.name, mxnet_classes)) return true;
  if (named(module, "axes") != nullptr || named(module, "fix_gamma") != nullptr) return true;
  return std::any_of(module.arguments.begin(), module.arguments.end(), [](const Argument& argument) {
    return argument.name.empty() && is_one_of(argument.value, mxnet_words);
  });
}

/// Its layers hold what runs their cells.
bool is_of_paddle(const Module& module) {
  const Argument* type = named(module, "dtype");
  return (module.name == "Linear" && type != nullptr && type->value == "float32") ||
         named(module, "data_format") != nullptr;
}

bool is_of_mlx(const Module& module) { return named(module, "input_dims") != nullptr; }

/// Whether it is a cell in Paddle's module that runs one.
bool runs_in_paddle(const Modules& modules, const Module& module) {
  if (module.parent < 0 || !module.label.starts_with("cell") || !module.name.ends_with("Cell")) return false;
  const std::string_view parent = modules[static_cast<std::size_t>(module.parent)].name;
  return parent == "RNN" || parent == "BiRNN";
}

std::string_view framework_of(const Modules& modules, std::size_t first, std::size_t end) {
  const auto any = [&](auto is_of) {
    return std::any_of(modules.begin() + static_cast<std::ptrdiff_t>(first),
                       modules.begin() + static_cast<std::ptrdiff_t>(end), is_of);
  };
  if (any(is_of_mxnet)) return "mxnet";
  if (any(is_of_mlx)) return "mlx";
  const auto runs = [&](const Module& module) { return runs_in_paddle(modules, module); };
  return any(is_of_paddle) || any(runs) ? "paddle" : "pytorch";
}

// --- one layer
struct Item {
  FoundLayer layer;
  std::string width;        ///< that it says it reads; "" where it doesn't
  bool looks_up = false;    ///< it reads words
  bool stores = true;       ///< it may, for all that is known
  bool keeps = false;       ///< what it reads is as wide as what it hands on, …
  bool halves = false;      ///< … or twice as wide
  bool says_itself = true;  ///< the width stands in its call
  bool open_bias = false;   ///< its print does not say whether it has one
};

/// Arguments that change neither a count nor a width, whatever their value, where all widths are said.
constexpr std::string_view of_no_effect[] = {"axes",   "use_global_stats", "global_pool", "pool_type",
                                             "layout", "data_format",      "mode",        "dtype"};

/// The numbers that a layer needs to be built; a print has them all.
std::size_t sizes_of(const LayerWord& word) {
  switch (word.cell) {
    case Cell::lstm:
    case Cell::gru:
    case Cell::rnn:
    case Cell::dense:
    case Cell::embedding:
    case Cell::group_normalization: return 2;
    case Cell::batch_normalization:
    case Cell::layer_normalization:
    case Cell::rms_normalization:
    case Cell::instance_normalization: return 1;
    default: return word.group == Group::convolution ? 3 : 0;
  }
}

class LayerReader {
 public:
  /// `mark`: the name of an argument that shows what the text is.
  LayerReader(const Module& module, std::string_view framework, std::string_view mark, Found& out)
      : module_(module), mxnet_(framework == "mxnet"), framework_(framework), mark_(mark), out_(out) {
    name_ = usual_name(module.name);
    word_ = layer_named(name_);
  }

  /// The layer; none where a part of it is missing.
  std::optional<Item> read() {
    FoundCall call{std::string(name_), module_.name_span, module_.span, {}};
    const bool any = !module_.arguments.empty();
    for (const Argument& argument : module_.arguments) read(argument, call);
    if (word_ != nullptr && any && found_ < sizes_of(*word_)) {
      out_.unknown.push_back({module_.span, "incomplete", {{"name", std::string(name_)}}});
      return {};
    }
    const bool slopes = word_ != nullptr && word_->cell == Cell::prelu;
    if (slopes) read_slopes();
    item_.keeps = slopes || (word_ != nullptr && word_->does == Does::keeps);
    item_.halves = word_ != nullptr && word_->does == Does::halves;
    item_.stores = !slopes && (word_ == nullptr || word_->does == Does::stores);
    const bool linear = word_ != nullptr && word_->cell == Cell::dense;
    item_.open_bias = linear && named(module_, "bias") == nullptr && framework_ != "mlx";
    item_.looks_up = word_ != nullptr && word_->cell == Cell::embedding;
    item_.layer.calls.push_back(std::move(call));
    return std::move(item_);
  }

 private:
  /// One for all, or one for each feature.
  void read_slopes() {
    const Argument* number = named(module_, "num_parameters");
    if (number != nullptr && number->value != "1") item_.width = std::string(number->value);
    item_.says_itself = false;
  }

  void read(const Argument& argument, FoundCall& call) {
    if (argument.name.empty())
      read_unnamed(argument, call);
    else
      read_named(argument, call);
  }

  void leave(const Argument& argument) {
    const std::size_t start = argument.name.empty() ? argument.span.start : argument.name_span.start;
    const std::string_view name = argument.name.empty() ? argument.value : argument.name;
    out_.left.push_back({{start, argument.span.end}, "uncounted", {{"name", std::string(name)}}});
  }

  static void put(FoundCall& call, const Argument& argument, std::string_view name, std::string_view value) {
    call.arguments.push_back(
        {std::string(name), argument.name_span, {std::string(value), argument.span, {}, ""}});
  }

  void read_named(const Argument& argument, FoundCall& call) {
    if (argument.value.empty()) return;
    const std::string_view name = argument.name;
    if (name == mark_) return item_.layer.also.push_back({argument.name_span.start, argument.span.end});
    if (is_one_of(name, of_no_effect) && word_ != nullptr) return leave(argument);
    const bool stores = word_ == nullptr || word_->does == Does::stores;
    if (!stores && name != "size" && find_option(*word_, name) == nullptr) return leave(argument);
    const bool axis = name == "axis" || name == "dim" || name == "start_dim" || name == "end_dim";
    if (axis && word_ != nullptr && word_->group != Group::normalisation) return leave(argument);
    if (name == "axis" && named(module_, "in_channels") != nullptr) return leave(argument);
    if (name == "fix_gamma") return put(call, argument, "scale", argument.value == "True" ? "false" : "true");
    if (name == "size" && word_ != nullptr && word_->does == Does::pools)
      return put(call, argument, "kernel_size", argument.value);
    note_size(name, argument.value);
    put(call, argument, name, argument.value);
  }

  /// Counts what the layer needs, and keeps the width that it reads.
  void note_size(std::string_view name, std::string_view value) {
    if (word_ == nullptr) return;
    const OptionWord* option = find_option(*word_, name);
    if (option == nullptr) return;
    switch (option->option) {
      case Option::input: item_.width = value.substr(value.starts_with("(") ? 1 : 0); [[fallthrough]];
      case Option::units:
      case Option::vocabulary:
      case Option::kernel: ++found_; break;
      case Option::groups: found_ += word_->cell == Cell::group_normalization ? 1 : 0; break;
      default: break;
    }
    item_.width = item_.width.substr(0, item_.width.find_first_not_of("0123456789"));
  }

  void read_unnamed(const Argument& argument, FoundCall& call) {
    const std::string_view value = argument.value;
    if (value == "None" && word_ != nullptr && !argument.behind_arrow) {
      ++found_;  // a width that was not known then
      return item_.layer.also.push_back(argument.span);
    }
    const bool number = is_number(value) || (value.starts_with("(") && call.arguments.empty());
    if (number) return read_size(argument, call);
    if (value == "inplace" || value == "bidirectional") return put(call, argument, value, "true");
    if (value == "TNC" || value == "NTC") return leave(argument);
    if (mxnet_ && is_one_of(value, mxnet_words)) return leave(argument);
    const bool activation = value.starts_with("Activation(") || is_activation(value);
    if (mxnet_ && word_ != nullptr && word_->does == Does::stores && activation) return leave(argument);
    put(call, argument, "", value);
  }

  void read_size(const Argument& argument, FoundCall& call) {
    ++found_;
    ++place_;
    std::string value(argument.value);
    if (word_ != nullptr && is_first_input()) {
      item_.width = value.substr(value.starts_with("(") ? 1 : 0);
      item_.width = item_.width.substr(0, item_.width.find_first_not_of("0123456789"));
    }
    if (!mxnet_ || word_ == nullptr || place_ > 2) return put(call, argument, "", value);
    // Of MXNet's the input comes first, and not in its constructors.
    if (value.ends_with(".0")) value.resize(value.size() - 2);
    const bool units = argument.behind_arrow || place_ == 2;
    if (!module_.arrow && place_ == 1 && !follows_number(argument)) return put(call, argument, "", value);
    if (units && is_cell()) value = divided(value);
    put(call, argument, units ? "units" : "input_dim", value);
    if (units) place_ = 2;
  }

  bool follows_number(const Argument& argument) const {
    const auto next = static_cast<std::size_t>(&argument - module_.arguments.data()) + 1;
    return next < module_.arguments.size() && module_.arguments[next].name.empty() &&
           is_number(module_.arguments[next].value);
  }

  /// Whether the first number is the width that it reads.
  bool is_first_input() const {
    if (word_->cell == Cell::group_normalization) return place_ == 2;  // behind the groups
    if (place_ != 1 || word_->cell == Cell::embedding || word_->cell == Cell::dropout) return false;
    const bool normalizes = word_->group == Group::normalisation;
    return normalizes || sizes_of(*word_) > 1;
  }

  /// MXNet's cells print how many rows their matrix has: all gates together.
  bool is_cell() const { return word_->recurrent && name_.ends_with("Cell"); }

  std::string divided(const std::string& rows) const {
    const std::uint64_t gates = word_->cell == Cell::lstm ? 4 : word_->cell == Cell::gru ? 3 : 1;
    const Whole number = rnn::read_size(rows, 1, largest_size).value;
    return number && *number % gates == 0 ? digits(*number / gates) : rows;
  }

  const Module& module_;
  bool mxnet_;
  std::string_view framework_;
  std::string_view mark_;
  Found& out_;
  std::string_view name_;
  const LayerWord* word_ = nullptr;
  Item item_;
  std::size_t found_ = 0;  ///< of the numbers that it needs
  std::size_t place_ = 0;  ///< the last number without a name
};

// --- a model
/// Modules that are made several times: "(0-1): 2 x LSTM(".
struct Repetition {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< among the items
  std::uint64_t times = 1;
};

class ModelReader {
 public:
  ModelReader(const PrintedText& text, std::size_t first, std::size_t end)
      : modules_(text.modules), mark_(text.only_mark) {
    out_.framework = framework_of(modules_, first, end);
  }

  /// The modules from `first` to `end`, which no other one holds.
  void read(std::size_t first, std::size_t end) {
    for (std::size_t at = first; at < end;) {
      begin_repetition(at, end);
      const Module& module = modules_[at];
      if (module.end > at + 1 || module.holds)
        at = read_container(at);
      else
        read_leaf(module), ++at;
      end_repetitions(at);
    }
  }

  Found take() {
    expand();
    enter();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].open_bias) add_bias_choice(i);
      out_.layers.push_back(std::move(items_[i].layer));
    }
    return std::move(out_);
  }

  void name(std::string_view text) { out_.name = std::string(text); }

 private:
  void leave(Span span, std::string_view code, std::string_view name) {
    out_.left.push_back({span, code, {{"name", std::string(name)}}});
  }

  void read_leaf(const Module& module) {
    if (module.cut) {
      out_.unknown.push_back({module.span, "cut", {{"name", std::string(module.name)}}});
    } else if (is_one_of(module.name, containers) && module.arguments.empty()) {
      leave(module.span, "container", module.name);
    } else if (is_one_of(module.name, losses)) {
      leave(module.span, "loss", module.name);
    } else if (is_one_of(module.name, stores_nothing)) {
      leave(module.span, "stores_nothing", module.name);
    } else if (std::optional<Item> item = LayerReader(module, out_.framework, mark_, out_).read()) {
      if (module.only_label.end > 0) item->layer.also.push_back(module.only_label);
      items_.push_back(std::move(*item));
    }
  }

  /// Behind what it read of the module at `at`, which has children.
  std::size_t read_container(std::size_t at) {
    const Module& module = modules_[at];
    if (is_attention(at)) {
      read_attention(module, modules_[at + 1]);
      return module.end;
    }
    constexpr std::string_view prefix = "Parametrized";
    if (module.name.starts_with(prefix) && !module.arguments.empty()) {
      Module inner = module;
      inner.name.remove_prefix(prefix.size());
      read_leaf(inner);
      return at + 1;
    }
    leave(module.head, "container", module.name);
    const bool cells = out_.framework == "paddle" && layer_named(module.name) != nullptr;
    for (const Argument& argument : module.arguments) {
      const Span span = {argument.name.empty() ? argument.span.start : argument.name_span.start,
                         argument.span.end};
      const bool known = cells || argument.name == "original_name";
      (known ? out_.left : out_.unknown)
          .push_back({span, known ? "container" : "argument", {{"name", std::string(module.name)}}});
    }
    return at + 1;
  }

  /// PyTorch's attention prints no module but the last of its matrices.
  bool is_attention(std::size_t at) const {
    const Module& module = modules_[at];
    if (module.name != "MultiheadAttention" || module.end != at + 2 || !module.arguments.empty())
      return false;
    const Module& inner = modules_[at + 1];
    const Argument* in = named(inner, "in_features");
    const Argument* out = named(inner, "out_features");
    const bool is_it =
        inner.name == "Linear" ? inner.label == "out_proj" : usual_name(inner.name) == "Linear";
    return is_it && !inner.cut && in != nullptr && out != nullptr && in->value == out->value;
  }

  /// How many heads there are makes no difference. Keys and values of other widths, and a bias for them, are
  /// not printed.
  void read_attention(const Module& module, const Module& inner) {
    if (module.cut) {
      out_.unknown.push_back({module.span, "cut", {{"name", std::string(module.name)}}});
      return;
    }
    const Argument& in = *named(inner, "in_features");
    const Argument& out = *named(inner, "out_features");
    FoundCall call{std::string(module.name), module.name_span, module.span, {}};
    const std::string width(out.value);
    call.arguments.push_back({"embed_dim", out.name_span, {width, out.span, {in.span}, ""}});
    call.arguments.push_back({"num_heads", {}, {"1", {}, {}, ""}});
    if (const Argument* bias = named(inner, "bias"))
      call.arguments.push_back({"bias", bias->name_span, {std::string(bias->value), bias->span, {}, ""}});
    Item item;
    item.width = width;
    item.layer.also = {inner.head, {in.name_span.start, in.span.end}, {inner.span.end - 1, inner.span.end}};
    if (inner.name == "Linear") item.layer.also.push_back(inner.label_span);
    item.layer.calls.push_back(std::move(call));
    items_.push_back(std::move(item));
    out_.problems.push_back({"not_printed", module.name_span, {{"layer", std::string(module.name)}}});
  }

  // --- repetitions
  void begin_repetition(std::size_t at, std::size_t end) {
    const Module& module = modules_[at];
    if (module.times_span.end == 0) return;
    const Span sign = {module.times_span.start, module.head.end};
    open_.push_back({repetitions_.size(), std::min(module.end, end), sign});
    repetitions_.push_back({items_.size(), items_.size(), module.times});
  }

  void end_repetitions(std::size_t at) {
    while (!open_.empty() && at >= open_.back().end) {
      Repetition& repetition = repetitions_[open_.back().repetition];
      repetition.end = items_.size();
      const Span sign = open_.back().sign;
      if (repetition.begin < repetition.end)
        items_[repetition.begin].layer.also.push_back(sign);
      else
        out_.left.push_back({sign, "container", {}});
      open_.pop_back();
    }
  }

  /// As many layers as there are, one past what a model can have.
  void expand() {
    struct Open {
      std::size_t repetition;
      std::uint64_t left;
    };
    std::vector<Open> open;
    std::vector<Item> all;
    std::size_t next = 0;
    for (std::size_t at = 0; all.size() <= most_layers;) {
      if (!open.empty() && at == repetitions_[open.back().repetition].end) {
        if (--open.back().left == 0) {
          open.pop_back();
        } else {
          at = repetitions_[open.back().repetition].begin;
          next = open.back().repetition + 1;
        }
        continue;
      }
      if (at == items_.size()) break;
      if (next < repetitions_.size() && repetitions_[next].begin == at) {
        const Repetition& repetition = repetitions_[next];
        if (repetition.end > at) open.push_back({next, std::max<std::uint64_t>(repetition.times, 1)});
        ++next;
        continue;
      }
      all.push_back(items_[at++]);
    }
    if (all.size() > most_layers)
      out_.problems.push_back({"limit", {}, {{"what", "layers"}, {"largest", std::to_string(most_layers)}}});
    items_ = std::move(all);
  }

  /// Layers that store nothing say nothing of what they read: how wide it is, the first one tells that says
  /// what it reads, if those before it keep the width. Before an embedding they are used behind it, if
  /// anywhere.
  void enter() {
    const auto says = std::find_if(items_.begin(), items_.end(),
                                   [](const Item& item) { return item.looks_up || !item.width.empty(); });
    if (says == items_.end() || (says == items_.begin() && says->says_itself)) return;
    if (std::any_of(items_.begin(), says, [](const Item& item) { return item.stores; })) return;
    if (says->looks_up) return void(std::rotate(items_.begin(), says, says + 1));
    Whole width = read_size(says->width, 1, largest_size).value;
    for (auto item = items_.begin(); item != says; ++item) {
      if (item->halves) width = multiply(width, 2);
      if (item->keeps || item->halves) continue;
      const FoundCall& call = item->layer.calls.front();
      out_.problems.push_back({"width_not_printed", call.name_span, {{"layer", call.name}}});
      break;
    }
    out_.input.text = digits(width);
  }

  void add_bias_choice(std::size_t index) {
    FoundChoice choice{index, items_[index].layer, "bias_not_printed", {}};
    choice.args.push_back({"layer", items_[index].layer.calls.front().name});
    choice.instead.calls.front().arguments.push_back({"bias", {}, {"false", {}, {}, ""}});
    out_.choices.push_back(std::move(choice));
  }

  struct OpenRepetition {
    std::size_t repetition;
    std::size_t end;  ///< of its modules
    Span sign;
  };

  const Modules& modules_;
  std::string_view mark_;
  Found out_;
  std::vector<Item> items_;
  std::vector<Repetition> repetitions_;
  std::vector<OpenRepetition> open_;
};

/// Whether it is a model by itself: a class with children, which no other one holds.
bool is_model(const Modules& modules, std::size_t at) {
  return modules[at].label.empty() && modules[at].end > at + 1;
}

/// The first one tells of all that is left, of the others, too. Where there are layers, it has some.
std::vector<Found> together(const PrintedText& printed, std::vector<Found> all) {
  std::stable_partition(all.begin(), all.end(), [](const Found& found) { return !found.layers.empty(); });
  Found& first = all.front();
  first.left.insert(first.left.begin(), printed.left.begin(), printed.left.end());
  first.unknown.insert(first.unknown.begin(), printed.unknown.begin(), printed.unknown.end());
  first.problems.insert(first.problems.end(), printed.problems.begin(), printed.problems.end());
  for (auto other = all.begin() + 1; other != all.end(); ++other) {
    first.left.insert(first.left.end(), other->left.begin(), other->left.end());
    for (const Left& unknown : other->unknown)
      first.left.push_back({unknown.span, "another_model", {{"name", other->name}}});
  }
  std::erase_if(all, [&](const Found& found) { return &found != &first && found.layers.empty(); });
  return all;
}

}  // namespace

bool is_module(std::string_view text) { return is_printed(text); }

std::vector<Found> read_module(std::string_view text) {
  const PrintedText printed = read_printed(text);
  const Modules& modules = printed.modules;
  std::vector<ModelReader> models;
  std::size_t rest = modules.size();  // the index of what is a model only together
  bool cut = false;                   // the last one goes on, for all that is known
  for (std::size_t at = 0; at < modules.size(); at = modules[at].end) {
    const bool whole = is_model(modules, at);
    const bool goes_on = cut && !whole && !modules[at].label.empty();
    if (whole || (!goes_on && rest == modules.size())) {
      if (!whole) rest = models.size();
      models.emplace_back(printed, at, whole && !modules[at].cut ? modules[at].end : modules.size());
      if (whole) models.back().name(modules[at].name);
    }
    ModelReader& model = whole || goes_on ? models.back() : models[rest];
    model.read(at, modules[at].end);
    cut = goes_on || (whole && modules[at].cut);
  }
  std::vector<Found> out;
  out.reserve(models.size() + 1);
  for (ModelReader& model : models) out.push_back(model.take());
  if (out.empty()) out.emplace_back();
  return together(printed, std::move(out));
}

}  // namespace rnn
