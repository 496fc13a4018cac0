// Reads lists of tensors: which framework stores them so, and which layers they are.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/read/forms.h"
#include "core/read/tensor_layers.h"

namespace rnn {
namespace {

/// So many tensors say which framework they are from.
constexpr std::size_t most_sampled = 256;
/// So many models are told apart in one list.
constexpr std::size_t most_models = 8;
/// So many shapes without names are read, and so many of them in frameworks that seldom print them.
constexpr std::size_t most_unnamed = 2048;
constexpr std::size_t most_unnamed_anywhere = 128;

using Indices = std::vector<std::size_t>;
using Ends = std::vector<std::vector<NameEnd>>;

/// A framework's reading of a list, and how well it fits.
struct Attempt {
  const Framework* framework = nullptr;
  TensorLayers layers;
  std::array<std::size_t, 10> cost{};  ///< the least is the best
};

/// What is likelier beside what fits: who prints shapes or numbers variables like this.
std::size_t strangeness(const Framework& framework, const TensorList& list) {
  const bool torch = std::any_of(list.tensors.begin(), list.tensors.end(),
                                 [](const ListedTensor& one) { return one.known && one.torch; });
  const bool first = std::any_of(list.tensors.begin(), list.tensors.end(),
                                 [](const ListedTensor& one) { return one.known && one.first; });
  if (torch) return framework.torch_names ? 0 : 1;
  const bool numbers = framework.id == "keras2" || framework.id == "tf1" || framework.id == "keras1";
  return first && !numbers ? 1 : 0;
}

std::size_t options_off(const TensorLayers& layers) {
  std::size_t out = 0;
  for (const TensorGroup& group : layers.groups) out += group.fits.front().off;
  return out;
}

/// Nobody prints the tensors of a course's notes.
std::size_t rarity(const Framework& framework) {
  if (framework.source.empty()) return 2;
  return framework.featured ? 0 : 1;
}

void weigh(Attempt& attempt, const TensorList& list) {
  const TensorLayers& layers = attempt.layers;
  attempt.cost = {
      layers.unexplained.size(), layers.denied,       layers.weak,     strangeness(*attempt.framework, list),
      layers.groups.size(),      layers.breaks,       layers.prefixed, rarity(*attempt.framework),
      layers.disorder,           options_off(layers),
  };
}

TensorLayers named(const Patterns& patterns, const TensorList& list, const Ends& ends, const Indices& tensors,
                   std::size_t framework) {
  Fitter fitter(patterns, list);
  return named_layers(fitter, ends, tensors, framework);
}

/// Those that have names for the most tensors; what a normalisation measures may be left out.
std::vector<std::size_t> likely_frameworks(const Ends& ends, const Indices& sample) {
  std::vector<std::size_t> known(tensor_patterns().size());
  std::size_t most = 0;
  std::size_t measured = 0;
  for (const std::size_t tensor : sample) {
    std::uint64_t all = 0;
    bool is_measured = false;
    for (const NameEnd& end : ends[tensor]) {
      all |= tensor_names()[end.name].frameworks;
      is_measured = is_measured || tensor_names()[end.name].measured;
    }
    if (is_measured) ++measured;
    for (std::size_t i = 0; i < known.size(); ++i)
      if ((all >> i & 1U) != 0) most = std::max(most, ++known[i]);
  }
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < known.size(); ++i)
    if (known[i] > 0 && known[i] + measured >= most) out.push_back(i);
  return out;
}

/// The reading that explains the most; of several alike, that of the framework which comes first.
std::optional<Attempt> read_named(const TensorList& list, const Indices& tensors) {
  Ends ends(list.tensors.size());
  for (const std::size_t tensor : tensors) ends[tensor] = name_ends(list.tensors[tensor].name);
  const Indices sample(tensors.begin(),
                       tensors.begin() + static_cast<std::ptrdiff_t>(std::min(tensors.size(), most_sampled)));
  std::optional<Attempt> best;
  std::size_t chosen = 0;
  for (const std::size_t framework : likely_frameworks(ends, sample)) {
    const Patterns& patterns = tensor_patterns()[framework];
    Attempt attempt{patterns.framework, named(patterns, list, ends, sample, framework), {}};
    weigh(attempt, list);
    if (best && attempt.cost >= best->cost) continue;
    best = std::move(attempt);
    chosen = framework;
  }
  if (best && sample.size() < tensors.size())
    best->layers = named(tensor_patterns()[chosen], list, ends, tensors, chosen);
  return best;
}

/// Shapes alone say a model only where all of them are explained, and not by matrices that any list has.
bool is_telling(const TensorLayers& layers, std::size_t count) {
  if (layers.groups.empty() || layers.unexplained.size() * 4 > count) return false;
  const bool recurrent =
      std::any_of(layers.groups.begin(), layers.groups.end(),
                  [](const TensorGroup& group) { return group.fits.front().pattern->layer->recurrent; });
  if (recurrent) return true;
  const bool whole = std::all_of(layers.groups.begin(), layers.groups.end(), [](const TensorGroup& group) {
    return group.fits.front().tensors.size() > 1;
  });
  return whole && layers.unexplained.empty() && layers.breaks == 0;
}

std::optional<Attempt> read_unnamed(const TensorList& list, const Indices& tensors) {
  std::optional<Attempt> best;
  const auto attempt = [&](const Patterns& patterns) {
    Fitter fitter(patterns, list);
    Attempt one{patterns.framework, unnamed_layers(fitter, tensors), {}};
    if (!is_telling(one.layers, tensors.size())) return;
    const std::size_t off = options_off(one.layers);
    one.cost = {one.layers.unexplained.size(),
                one.layers.breaks,
                strangeness(*one.framework, list),
                one.layers.groups.size() + off,
                off,
                rarity(*one.framework)};
    if (!best || one.cost < best->cost) best = std::move(one);
  };
  const auto usual = [](const Patterns& patterns) {
    return patterns.framework->featured && !patterns.framework->source.empty();
  };
  for (const Patterns& patterns : tensor_patterns())
    if (usual(patterns)) attempt(patterns);
  const bool explained = best && best->layers.unexplained.empty() && best->layers.breaks == 0;
  if (explained || tensors.size() > most_unnamed_anywhere) return best;
  for (const Patterns& patterns : tensor_patterns())
    if (!usual(patterns) && !patterns.framework->source.empty() && tensors.size() > 2) attempt(patterns);
  return best;
}

Indices with_names(const TensorList& list, bool known) {
  Indices out;
  for (std::size_t i = 0; i < list.tensors.size(); ++i)
    if (list.tensors[i].known == known) out.push_back(i);
  return out;
}

// --- What was found.

class Finder {
 public:
  Finder(std::string_view text, const TensorList& list) : text_(text), list_(list) {}

  Found take(const Attempt& attempt) {
    out_.framework = attempt.framework->id;
    framework_ = attempt.framework;
    const std::vector<TensorGroup>& groups = attempt.layers.groups;
    const std::size_t count = std::min<std::size_t>(groups.size(), most_layers);
    for (std::size_t i = 0; i < count; ++i) add(groups, i);
    for (std::size_t i = count; i < groups.size(); ++i)
      for (const std::size_t tensor : groups[i].fits.front().tensors) unknown(tensor, "too_many");
    const bool full = groups.size() > most_layers;
    for (const std::size_t tensor : attempt.layers.unexplained) unknown(tensor, full ? "too_many" : "tensor");
    for (const std::size_t tensor : attempt.layers.ignored)
      for (const Span& span : spans(tensor)) out_.left.push_back({span, "buffer", {}});
    keep_sequences();
    out_.left.insert(out_.left.begin(), list_.left.begin(), list_.left.end());
    out_.printed = list_.printed;
    for (Printed::Row& row : out_.printed.rows) {
      const auto layer = layer_of_.find(row.name);
      if (layer != layer_of_.end()) row.layer = layer->second;
    }
    return std::move(out_);
  }

  /// It belongs to another model than this one.
  void leave(std::size_t tensor, Found& other) const {
    for (const Span& span : spans(tensor)) other.left.push_back({span, "another_model", {{"name", ""}}});
  }

  void unknown(std::size_t tensor, std::string_view code) {
    for (const Span& span : spans(tensor))
      out_.unknown.push_back({span, code, {{"name", shown(list_.tensors[tensor])}}});
  }

 private:
  /// The name with its own word as it stands in the text.
  std::string shown(const ListedTensor& tensor) const {
    const std::string_view word =
        text_.substr(tensor.name_span.start, tensor.name_span.end - tensor.name_span.start);
    const std::size_t around = tensor.name.size() - std::min(tensor.own, tensor.name.size());
    return tensor.name.substr(0, around) + std::string(word.substr(0, tensor.own));
  }

  /// A tensor's name and shape; one piece where they stand in one line.
  std::vector<Span> spans(std::size_t index) const {
    const ListedTensor& tensor = list_.tensors[index];
    if (tensor.name_span.start >= tensor.name_span.end) return {tensor.shape_span};
    const Span whole{std::min(tensor.name_span.start, tensor.shape_span.start),
                     std::max(tensor.name_span.end, tensor.shape_span.end)};
    if (text_.substr(whole.start, whole.end - whole.start).find('\n') == std::string_view::npos)
      return {whole};
    return {tensor.name_span, tensor.shape_span};
  }

  FoundLayer layer_of(const TensorGroup& group, const Fit& fit, std::string_view merge) const {
    FoundLayer out;
    for (const std::size_t tensor : fit.tensors)
      for (const Span& span : spans(tensor)) out.also.push_back(span);
    for (const std::size_t tensor : group.measured)
      for (const Span& span : spans(tensor)) out.also.push_back(span);
    add_keys(group, fit, out);
    const Pattern& pattern = *fit.pattern;
    const bool wrapped = pattern.both_ways && !framework_->stacks;
    FoundCall call;
    call.name = pattern.layer->names.front();
    call.name_span = call.span = out.also.front();
    for (const FittedSize& size : fit.sizes) {
      FoundArgument argument;
      argument.name = word(size.option).spellings.front();
      argument.value.text = size.text;
      if (!size.from.empty()) {
        argument.value.span = size.from.front();
        argument.value.from.assign(size.from.begin() + 1, size.from.end());
      }
      call.arguments.push_back(std::move(argument));
    }
    const auto say = [&](FoundCall& where, Option option, const std::string& text) {
      FoundArgument argument;
      argument.name = word(option).spellings.front();
      argument.value.text = text;
      where.arguments.push_back(std::move(argument));
    };
    for (const auto& [option, value] : pattern.said) {
      if (opens_size(option) || (wrapped && option == Option::bidirectional)) continue;
      say(call, option, option == Option::shared_axes ? "[1]" : value_text(word(option), value));
    }
    if (fit.stacked > 1) say(call, Option::num_layers, std::to_string(fit.stacked));
    if (wrapped) {
      FoundCall wrapper;
      wrapper.name = wrapper_name;
      if (!merge.empty()) say(wrapper, Option::merge_mode, std::string(merge));
      out.calls.push_back(std::move(wrapper));
    } else if (!merge.empty()) {
      say(call, Option::merge_mode, std::string(merge));
    }
    out.calls.push_back(std::move(call));
    return out;
  }

  /// What says its time steps reads them: the layers before hand on all of them.
  void keep_sequences() {
    bool read = false;
    for (std::size_t i = out_.layers.size(); i-- > 0;) {
      FoundCall& call = out_.layers[i].calls.back();
      const LayerWord* layer = find_layer(call.name);
      const auto says = [](const FoundArgument& one) { return one.name == name(Key::timesteps); };
      if (read && framework_->last_step && layer != nullptr && layer->recurrent) {
        FoundArgument argument;
        argument.name = word(Option::return_sequences).spellings.front();
        argument.value.text = "true";
        call.arguments.push_back(std::move(argument));
      }
      read = read || std::any_of(call.arguments.begin(), call.arguments.end(), says);
    }
  }

  /// The names around tensors that are a part of what the layer calls them, and those that say a direction.
  void add_keys(const TensorGroup& group, const Fit& fit, FoundLayer& out) const {
    std::size_t last = 0;
    for (const std::size_t tensor : fit.tensors)
      last = std::max(last, list_.tensors[tensor].shape_span.start);
    std::set<int> keys;
    for (const std::size_t index : fit.tensors) {
      const ListedTensor& tensor = list_.tensors[index];
      // What stands before its own word in the name, key by key.
      std::size_t outer = tensor.name.size() - tensor.own;
      std::size_t left = group.both_by_name ? 2 : most_keys;
      for (int key = tensor.key; key >= 0 && left > 0; --left) {
        const ListedKey& one = list_.keys[static_cast<std::size_t>(key)];
        if (!group.both_by_name && outer <= group.prefix.size()) break;
        if (one.span.start < one.span.end) keys.insert(key);
        outer -= std::min(outer, one.name.size() + 1);
        key = one.outer;
      }
    }
    for (const int key : keys) {
      const ListedKey& one = list_.keys[static_cast<std::size_t>(key)];
      out.also.push_back(one.span);
      if (one.close.start < last) out.also.push_back(one.close);
    }
  }

  /// Whether the next layer says that it reads both directions in one, or none is there to say how they are
  /// put together.
  enum class Merges { no, yes, unsaid };

  Merges merged(const std::vector<TensorGroup>& groups, std::size_t index, const Fit& fit) const {
    if (index + 1 < groups.size())
      return merges(*framework_, fit, groups[index + 1].fits.front().input) ? Merges::yes : Merges::no;
    const bool can = fit.output && merges(*framework_, fit, Whole(*fit.output / 2));
    return can ? Merges::unsaid : Merges::no;
  }

  void add(const std::vector<TensorGroup>& groups, std::size_t index) {
    const TensorGroup& group = groups[index];
    const Fit& likeliest = group.fits.front();
    for (const Fit& fit : group.fits) {
      const Merges how = merged(groups, index, fit);
      std::vector<std::string_view> modes = {"sum", "mul", "ave"};
      if (how == Merges::no) modes = {""};
      if (how == Merges::unsaid) modes.insert(modes.begin(), "");
      for (const std::string_view mode : modes) {
        FoundLayer layer = layer_of(group, fit, mode);
        if (out_.layers.size() == index) {
          out_.layers.push_back(std::move(layer));
          for (const std::size_t tensor : fit.tensors)
            layer_of_.emplace(list_.tensors[tensor].name, static_cast<int>(index));
          continue;
        }
        const bool cell = fit.pattern->layer != likeliest.pattern->layer;
        const std::string_view code = &fit == &likeliest ? "merge_mode" : cell ? "cell" : "option";
        out_.choices.push_back({index, std::move(layer), code, {}});
      }
    }
  }

  std::string_view text_;
  const TensorList& list_;
  const Framework* framework_ = nullptr;
  std::map<std::string, int> layer_of_;
  Found out_;
};

/// Whether shapes without names are a list of tensors.
bool may_be_unnamed(const TensorList& list) {
  return list.layer_calls == 0 && list.foreign_words == 0 && list.tensors.size() > 1 &&
         list.tensors.size() <= most_unnamed;
}

}  // namespace

bool is_tensors(std::string_view text) {
  // A configuration says more than the names of its weights.
  if (text.find("\"class_name\"") != std::string_view::npos) return false;
  const TensorList list = list_tensors(text);
  const Indices known = with_names(list, true);
  if (!known.empty())
    return known.size() > list.layer_calls && (known.size() > 1 || list.tensors.size() == 1);
  return may_be_unnamed(list) && read_unnamed(list, with_names(list, false)).has_value();
}

/// The models of a list, one behind the other. In one model no two names are the same, unless they are words
/// without a module, as of Keras's variables.
static std::vector<Indices> models_of(const TensorList& list, const Indices& known) {
  const std::string& first = list.tensors[known.front()].name;
  const bool plain = first.find_first_of("/0123456789") == std::string::npos;
  std::vector<Indices> out(1);
  for (const std::size_t tensor : known) {
    const bool again = !plain && !out.back().empty() && list.tensors[tensor].name == first;
    if (again && out.size() < most_models) out.emplace_back();
    out.back().push_back(tensor);
  }
  return out;
}

std::vector<Found> read_tensors(std::string_view text) {
  const TensorList list = list_tensors(text);
  const Indices known = with_names(list, true);
  const Indices others = with_names(list, false);
  std::vector<Found> out;
  if (known.empty() && may_be_unnamed(list)) {
    const std::optional<Attempt> attempt = read_unnamed(list, others);
    if (attempt) out.push_back(Finder(text, list).take(*attempt));
  }
  if (known.empty()) return out;
  for (const Indices& model : models_of(list, known)) {
    const std::optional<Attempt> attempt = read_named(list, model);
    if (!attempt) continue;
    Finder finder(text, list);
    if (out.empty())
      for (const std::size_t tensor : others) finder.unknown(tensor, "tensor");
    else
      for (const std::size_t tensor : model) finder.leave(tensor, out.front());
    out.push_back(finder.take(*attempt));
  }
  return out;
}

}  // namespace rnn
