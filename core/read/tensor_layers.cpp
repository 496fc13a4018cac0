#include "core/read/tensor_layers.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/read/signs.h"

namespace rnn {
namespace {

/// So many tensors may have one prefix and be one layer.
constexpr std::size_t most_of_a_layer = 8192;
/// So many layers are told of one group.
constexpr std::size_t most_fits = 8;
/// So many layers are put in another order than that of their names.
constexpr std::size_t most_reordered = 64;
/// So many ways to come to a place in a list are kept.
constexpr std::size_t most_ways = 4;

/// "GRUCell_0" is "grucell": what a name says of a kind of layer.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '_' && c != '-') out += lower(c);
  return out;
}

/// "BatchNorm1d" is "bn".
std::string initials(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c >= 'A' && c <= 'Z') out += lower(c);
  return out;
}

/// Where in a prefix the word stands last, as a word of its own; −1: nowhere.
int last_word_at(std::string_view prefix, std::string_view word) {
  if (word.empty()) return -1;
  for (std::size_t at = prefix.rfind(word); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : prefix.rfind(word, at - 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(prefix[at - 1])) && (end == prefix.size() || !is_letter(prefix[end])))
      return static_cast<int>(at);
  }
  return -1;
}

/// Where the prefix last says that it is such a layer; −1: nowhere.
int said_at(const std::string& prefix, const LayerWord& layer) {
  int out = -1;
  for (const std::string_view name : layer.names) {
    const std::string word = plain(name);
    const std::size_t at =
        prefix.rfind(word.substr(0, std::min(word.find_last_not_of("0123456789d") + 1, word.size())));
    if (at != std::string::npos) out = std::max(out, static_cast<int>(at));
    if (const std::string two = initials(name); two.size() == 2)
      out = std::max(out, last_word_at(prefix, two));
  }
  return out;
}

/// A normalisation that is listed with its statistics, mostly: alone, its scale and shift are another one's.
bool lacks_statistics(const Fit& fit) {
  return fit.tensors.size() <= 2 && fit.pattern->layer->cell == Cell::batch_normalization;
}

void sort_out(std::vector<Fit>& fits) {
  const auto rank = [](const Fit& fit) {
    return std::tuple(-fit.said_at, fit.off, lacks_statistics(fit), fit.pattern->index);
  };
  std::stable_sort(fits.begin(), fits.end(), [&](const Fit& a, const Fit& b) { return rank(a) < rank(b); });
}

/// The likeliest first: what the prefix says, then fewest options off the default, then the order of
/// patterns.
void put_in_order(std::vector<Fit>& fits, std::string_view prefix) {
  const std::string words = plain(prefix.substr(prefix.size() - std::min<std::size_t>(prefix.size(), 256)));
  for (Fit& fit : fits) fit.said_at = said_at(words, *fit.pattern->layer);
  sort_out(fits);
  for (auto it = fits.begin(); it != fits.end(); ++it)
    fits.erase(std::remove_if(it + 1, fits.end(), [&](const Fit& one) { return one.text == it->text; }),
               fits.end());
  if (fits.size() > most_fits) fits.resize(most_fits);
}

/// Whether the names say last that it is a recurrent layer.
bool denies(const std::string& prefix, const Fit& fit) {
  if (fit.pattern->layer->recurrent) return false;
  const std::string words = plain(prefix.substr(prefix.size() - std::min<std::size_t>(prefix.size(), 256)));
  const auto cells = {Cell::lstm, Cell::gru, Cell::rnn};
  return std::any_of(cells.begin(), cells.end(),
                     [&](Cell cell) { return said_at(words, word(cell)) > fit.said_at; });
}

/// How the layers hang together says more than each of them alone.
class Chain {
 public:
  Chain(Fitter& fitter, TensorLayers& layers) : fitter_(fitter), groups_(layers.groups), layers_(layers) {}

  void settle() {
    follow();
    if (layers_.breaks != 0 && is_sorted() && reorder()) follow();
  }

 private:
  void follow() {
    comes_ = {};
    layers_.weak = layers_.prefixed = layers_.denied = layers_.breaks = layers_.disorder = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      TensorGroup& group = groups_[i];
      add_grouped(group);
      std::stable_sort(group.fits.begin(), group.fits.end(), [&](const Fit& a, const Fit& b) {
        return std::tuple(-a.said_at, misfits(a, i)) < std::tuple(-b.said_at, misfits(b, i));
      });
      const Fit& fit = group.fits.front();
      if (breaks(fit)) ++layers_.breaks;
      if (group.prefix.ends_with("_")) layers_.weak += fit.tensors.size();
      layers_.prefixed += group.prefix.size() * (fit.tensors.size() + group.measured.size());
      if (denies(group.prefix, fit)) ++layers_.denied;
      if (!std::is_sorted(fit.tensors.begin(), fit.tensors.end())) ++layers_.disorder;
      comes_ = fit.output;
      if (i + 1 < groups_.size() && merges_into(fit, i + 1)) comes_ = *fit.output / 2;
    }
  }

  /// Whether each layer's tensors stand in the order of their names, which is not the framework's: then so do
  /// the layers, and it says nothing of who reads whom.
  bool is_sorted() const {
    return layers_.disorder != 0 &&
           std::all_of(groups_.begin(), groups_.end(), [&](const TensorGroup& group) {
             std::vector<std::size_t> tensors = group.fits.front().tensors;
             std::sort(tensors.begin(), tensors.end());
             return std::is_sorted(tensors.begin(), tensors.end(), [&](std::size_t a, std::size_t b) {
               return fitter_.list().tensors[a].name < fitter_.list().tensors[b].name;
             });
           });
  }

  /// Puts them one behind the other, where there is one way in which each reads what the one before hands on.
  bool reorder() {
    const std::size_t count = groups_.size();
    if (count > most_reordered) return false;
    std::vector<std::size_t> found;
    for (std::size_t first = 0; first < count; ++first) {
      std::vector<std::size_t> way = way_from(first);
      if (way.size() < count) continue;
      if (!found.empty()) return false;
      found = std::move(way);
    }
    std::vector<TensorGroup> out;
    out.reserve(found.size());
    for (const std::size_t index : found) out.push_back(std::move(groups_[index]));
    if (!found.empty()) groups_ = std::move(out);
    return !found.empty();
  }

  /// As far as one layer, and one alone, reads what comes.
  std::vector<std::size_t> way_from(std::size_t first) const {
    std::vector<std::size_t> way = {first};
    while (way.size() < groups_.size()) {
      const Whole comes = groups_[way.back()].fits.front().output;
      std::size_t next = groups_.size();
      for (std::size_t i = 0; i < groups_.size(); ++i) {
        if (std::find(way.begin(), way.end(), i) != way.end()) continue;
        if (!comes || groups_[i].fits.front().input != comes) continue;
        if (next != groups_.size()) return way;
        next = i;
      }
      if (next == groups_.size()) return way;
      way.push_back(next);
    }
    return way;
  }

  /// A convolution reads as many channels as come: several groups of those that one filter reads.
  void add_grouped(TensorGroup& group) {
    if (!comes_) return;
    const std::size_t count = group.fits.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Fit& fit = group.fits[i];
      const bool grouped =
          std::any_of(fit.pattern->slots.begin(), fit.pattern->slots.end(), [](const Slot& slot) {
            return std::any_of(slot.sides.begin(), slot.sides.end(),
                               [](const Side& side) { return side.size == Size::group_input; });
          });
      if (!grouped || !fit.input || *comes_ == *fit.input || *comes_ % *fit.input != 0) continue;
      const int said = fit.said_at;
      if (std::optional<Fit> one = fitter_.fit(*fit.pattern, 1, fit.tensors, *comes_ / *fit.input)) {
        one->said_at = said;
        group.fits.push_back(std::move(*one));
      }
    }
  }

  bool breaks(const Fit& fit) const {
    const bool begins = fit.pattern->layer->cell == Cell::embedding;
    return comes_ && (begins || (fit.input && fit.input != comes_));
  }

  bool merges_into(const Fit& fit, std::size_t next) const {
    const std::vector<Fit>& fits = groups_[next].fits;
    const auto reads = [&](const Whole& width) {
      return std::any_of(fits.begin(), fits.end(), [&](const Fit& one) { return one.input == width; });
    };
    return fit.output && !reads(fit.output) && std::any_of(fits.begin(), fits.end(), [&](const Fit& one) {
             return merges(*fitter_.patterns().framework, fit, one.input);
           });
  }

  /// Widths that do not agree with the neighbours'.
  std::size_t misfits(const Fit& fit, std::size_t index) const {
    std::size_t out = breaks(fit) ? 1 : 0;
    if (index + 1 == groups_.size() || !fit.output) return out;
    const std::vector<Fit>& fits = groups_[index + 1].fits;
    const bool fitting = std::any_of(fits.begin(), fits.end(),
                                     [&](const Fit& one) { return !one.input || one.input == fit.output; });
    return fitting || merges_into(fit, index + 1) ? out : out + 1;
  }

  Fitter& fitter_;
  std::vector<TensorGroup>& groups_;
  TensorLayers& layers_;
  Whole comes_;
};

/// A prefix with each word for one direction in the place of that for the other; "" where it has none.
std::string turned(std::string_view prefix) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"forward", "backward"}, {"fw", "bw"}, {"fwd", "bwd"}, {"forward", "reverse"}, {"left", "right"}};
  for (const auto& [one, other] : words)
    for (const auto& [from, to] : {std::pair(one, other), std::pair(other, one)}) {
      const std::size_t at = prefix.rfind(from);
      if (at == std::string_view::npos) continue;
      const std::size_t end = at + from.size();
      if ((at > 0 && is_letter(prefix[at - 1])) || (end < prefix.size() && is_letter(prefix[end]))) continue;
      return std::string(prefix.substr(0, at)).append(to).append(prefix.substr(end));
    }
  return {};
}

/// Numbers in names count up from one direction to the other: forward_lstm_1, backward_lstm_1.
bool is_turned(const std::string& a, const std::string& b) {
  for (const std::string& other : {turned(a), turned(b)})
    if (!other.empty() && (other == b || other == a)) return true;
  return false;
}

bool is_backward(std::string_view prefix) {
  for (const std::string_view word : {"backward", "bw", "bwd", "reverse", "right"})
    if (last_word_at(prefix, word) >= 0) return true;
  return false;
}

class Namer {
 public:
  Namer(Fitter& fitter, const std::vector<std::vector<NameEnd>>& ends, std::size_t framework)
      : fitter_(fitter), ends_(ends), framework_(std::uint64_t{1} << framework) {}

  TensorLayers take(const std::vector<std::size_t>& tensors) {
    used_.assign(ends_.size(), false);
    for (const std::size_t tensor : tensors) gather(tensor);
    for (const std::size_t tensor : tensors) {
      if (used_[tensor] || out_.groups.size() > most_layers) continue;
      for (const std::string_view prefix : prefixes_of(tensor))
        if (explain(prefix, tensor)) break;
    }
    std::stable_sort(out_.groups.begin(), out_.groups.end(),
                     [](const TensorGroup& a, const TensorGroup& b) { return first_of(a) < first_of(b); });
    join_directions();
    measure(tensors);
    for (const std::size_t tensor : tensors)
      if (!used_[tensor]) out_.unexplained.push_back(tensor);
    Chain(fitter_, out_).settle();
    return std::move(out_);
  }

 private:
  static std::size_t first_of(const TensorGroup& group) {
    const std::vector<std::size_t>& tensors = group.fits.front().tensors;
    return *std::min_element(tensors.begin(), tensors.end());
  }

  std::string_view name(std::size_t tensor) const { return fitter_.list().tensors[tensor].name; }
  const std::vector<std::uint64_t>& shape(std::size_t tensor) const {
    return fitter_.list().tensors[tensor].shape;
  }

  /// Of the names that this framework has, the prefixes, the shortest first.
  std::vector<std::string_view> prefixes_of(std::size_t tensor) const {
    std::vector<std::size_t> lengths;
    for (const NameEnd& end : ends_[tensor])
      if ((tensor_names()[end.name].frameworks & framework_) != 0) lengths.push_back(end.prefix);
    std::sort(lengths.begin(), lengths.end());
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
    std::vector<std::string_view> out;
    out.reserve(lengths.size());
    for (const std::size_t length : lengths) out.push_back(name(tensor).substr(0, length));
    return out;
  }

  void gather(std::size_t tensor) {
    for (const std::string_view prefix : prefixes_of(tensor)) members_[prefix].push_back(tensor);
  }

  /// The number within stacked layers that a name says; −1 for none.
  int number_of(std::size_t tensor, std::size_t prefix) const {
    for (const NameEnd& end : ends_[tensor]) {
      const TensorName& one = tensor_names()[end.name];
      if (end.prefix != prefix || !one.numbered || (one.frameworks & framework_) == 0) continue;
      const std::string_view rest = name(tensor).substr(prefix + one.head.size());
      int number = 0;
      for (const char c : rest.substr(0, rest.size() - one.tail.size())) number = number * 10 + (c - '0');
      return number;
    }
    return -1;
  }

  /// A prefix in which nothing was found is tried once.
  enum class State { untried, whole, failed };

  bool explain(std::string_view prefix, std::size_t from) {
    State& state = states_[prefix];
    if (state == State::failed) return false;
    if (state == State::untried && repeats(prefix) && explain_in_order(prefix)) return true;
    state = State::whole;
    if (explain_whole(prefix, from)) return true;
    state = State::failed;
    return explain_in_order(prefix);
  }

  /// Whether several tensors have one name.
  bool repeats(std::string_view prefix) const {
    std::vector<std::string_view> names;
    for (const std::size_t tensor : members_.at(prefix)) names.push_back(name(tensor));
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
  }

  /// All tensors with this prefix, up to the first name that comes again, are one layer.
  bool explain_whole(std::string_view prefix, std::size_t from) {
    const std::vector<std::size_t>& all = members_[prefix];
    std::map<std::string_view, std::size_t> instance;
    std::vector<std::string_view> first_names;
    int most = 0;
    for (auto it = std::lower_bound(all.begin(), all.end(), from); it != all.end(); ++it) {
      if (used_[*it]) continue;
      const std::string_view rest = name(*it).substr(prefix.size());
      if (instance.size() == most_of_a_layer || !instance.emplace(rest, *it).second) break;
      const int number = number_of(*it, prefix.size());
      most = std::max(most, number);
      if (number <= 0) first_names.push_back(rest);
    }
    std::sort(first_names.begin(), first_names.end());
    std::string names;
    for (const std::string_view one : first_names) names.append(one) += '\n';
    const auto found = fitter_.patterns().by_names.find(names);
    if (found == fitter_.patterns().by_names.end()) return false;
    const std::uint64_t stacked = static_cast<std::uint64_t>(most) + 1;
    if (first_names.size() * stacked != instance.size() || stacked > most_layers) return false;
    TensorGroup group;
    group.prefix = prefix;
    for (const std::size_t index : found->second) {
      const Pattern* pattern = &fitter_.patterns().all[index];
      if (pattern->tied && !has_table(instance)) continue;
      std::vector<std::size_t> tensors = in_order(*pattern, stacked, instance);
      if (tensors.empty()) continue;
      if (std::optional<Fit> fit = fitter_.fit(*pattern, stacked, std::move(tensors)))
        group.fits.push_back(std::move(*fit));
    }
    if (group.fits.empty()) return false;
    put_in_order(group.fits, prefix);
    add(std::move(group));
    return true;
  }

  /// Whether an embedding before has as many words as a bias is long.
  bool has_table(const std::map<std::string_view, std::size_t>& bias) const {
    const std::vector<std::uint64_t>& length = shape(bias.begin()->second);
    return std::any_of(out_.groups.begin(), out_.groups.end(), [&](const TensorGroup& group) {
      return std::any_of(group.fits.begin(), group.fits.end(), [&](const Fit& fit) {
        return fit.pattern->layer->cell == Cell::embedding && length.size() == 1 &&
               shape(fit.tensors.front()).front() == length.front();
      });
    });
  }

  static std::vector<std::size_t> in_order(const Pattern& pattern, std::uint64_t stacked,
                                           const std::map<std::string_view, std::size_t>& instance) {
    std::vector<std::size_t> out;
    for (std::uint64_t number = 0; number < stacked; ++number)
      for (const Slot& slot : pattern.slots) {
        const auto it = instance.find(slot.name(number));
        if (it == instance.end()) return {};
        out.push_back(it->second);
      }
    return out;
  }

  void add(TensorGroup group) {
    for (const std::size_t tensor : group.fits.front().tensors) used_[tensor] = true;
    out_.groups.push_back(std::move(group));
  }

  bool explain_in_order(std::string_view prefix);

  /// Two layers whose prefixes differ in their direction alone are one.
  void join_directions() {
    std::vector<TensorGroup> joined;
    for (TensorGroup& group : out_.groups) {
      if (!joined.empty() && is_turned(joined.back().prefix, group.prefix)) {
        TensorGroup both = both_of(joined.back(), group);
        if (!both.fits.empty()) {
          joined.back() = std::move(both);
          continue;
        }
      }
      joined.push_back(std::move(group));
    }
    out_.groups = std::move(joined);
  }

  TensorGroup both_of(const TensorGroup& one, const TensorGroup& other) {
    TensorGroup out;
    out.prefix = one.prefix;
    out.both_by_name = true;
    const bool swapped = is_backward(one.prefix);
    const std::vector<Pattern>& all = fitter_.patterns().all;
    for (const Fit& forward : (swapped ? other : one).fits)
      for (const Fit& backward : (swapped ? one : other).fits) {
        if (forward.text != backward.text || forward.pattern->other_way < 0) continue;
        std::vector<std::size_t> tensors = forward.tensors;
        tensors.insert(tensors.end(), backward.tensors.begin(), backward.tensors.end());
        const Pattern& pattern = all[static_cast<std::size_t>(forward.pattern->other_way)];
        if (std::optional<Fit> fit = fitter_.fit(pattern, 1, std::move(tensors)))
          out.fits.push_back(std::move(*fit));
      }
    return out;
  }

  /// Statistics that belong to a normalisation though its framework does not count them as parameters.
  void measure(const std::vector<std::size_t>& tensors) {
    for (const TensorName& one : tensor_names())
      if (one.measured && (one.frameworks & framework_) != 0) return;
    std::unordered_map<std::string_view, std::size_t> by_prefix;
    for (std::size_t i = 0; i < out_.groups.size(); ++i) by_prefix.emplace(out_.groups[i].prefix, i);
    std::map<std::size_t, std::vector<std::pair<Role, std::size_t>>> found;
    for (const std::size_t tensor : tensors) {
      if (used_[tensor]) continue;
      for (const NameEnd& end : ends_[tensor]) {
        const TensorName& one = tensor_names()[end.name];
        const auto group = by_prefix.find(name(tensor).substr(0, end.prefix));
        if (!one.measured || end.weak || group == by_prefix.end()) continue;
        found[group->second].emplace_back(one.role, tensor);
        break;
      }
    }
    for (const auto& [index, statistics] : found) settle(out_.groups[index], statistics);
    std::erase_if(out_.groups, [](const TensorGroup& group) { return group.fits.empty(); });
  }

  void settle(TensorGroup& group, const std::vector<std::pair<Role, std::size_t>>& statistics) {
    const std::vector<std::size_t> own = group.fits.front().tensors;
    const std::vector<std::uint64_t>& vector = shape(own.front());
    const auto of = [&](Role role) {
      return static_cast<std::size_t>(
          std::count_if(statistics.begin(), statistics.end(), [&](const auto& one) {
            const std::vector<std::uint64_t>& sides = shape(one.second);
            return one.first == role && (role == Role::counter ? sides.size() <= 1 : sides == vector);
          }));
    };
    std::erase_if(group.fits, [](const Fit& fit) {
      return fit.pattern->layer->cell != Cell::batch_normalization &&
             fit.pattern->layer->cell != Cell::instance_normalization;
    });
    const std::size_t counters = of(Role::counter);
    const bool whole =
        of(Role::mean) == 1 && of(Role::variance) == 1 && counters <= 1 && counters + 2 == statistics.size();
    if (!whole) group.fits.clear();
    if (group.fits.empty()) {
      for (const std::size_t tensor : own) used_[tensor] = false;
      return;
    }
    for (const auto& [role, tensor] : statistics) {
      used_[tensor] = true;
      if (role == Role::counter)
        out_.ignored.push_back(tensor);
      else
        group.measured.push_back(tensor);
    }
  }

  Fitter& fitter_;
  const std::vector<std::vector<NameEnd>>& ends_;
  std::uint64_t framework_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> members_;
  std::unordered_map<std::string_view, State> states_;
  std::vector<bool> used_;
  TensorLayers out_;
};

/// The cheapest way to cut a list of tensors into layers, one behind the other.
class Cutter {
 public:
  Cutter(Fitter& fitter, std::vector<std::size_t> tensors, std::vector<std::string_view> names,
         std::string_view prefix)
      : fitter_(fitter), tensors_(std::move(tensors)), names_(std::move(names)), prefix_(prefix) {}

  TensorLayers take() {
    const std::size_t count = tensors_.size();
    ways_.resize(count + 1);
    ways_[0].push_back({});
    for (std::size_t at = 0; at < count; ++at) {
      if (ways_[at].empty()) continue;
      find_edges(at);
      for (std::size_t way = 0; way < ways_[at].size(); ++way) go_on(at, way);
    }
    return follow();
  }

 private:
  /// Tensors without a layer, widths that do not agree, layers and options off the default, these alone.
  using Cost = std::array<std::uint32_t, 4>;
  struct Edge {
    std::size_t tensors = 0;
    std::vector<Fit> fits;
    Whole output;
    std::uint32_t off = 0;
  };
  struct Way {
    Cost cost{};
    Whole output;
    std::size_t from = 0;
    std::size_t way = 0;
    int edge = -1;  ///< −1: the tensor is left out
  };

  void find_edges(std::size_t at) {
    std::map<std::size_t, std::vector<Fit>> by_count;
    for (const Pattern& pattern : fitter_.patterns().all) {
      const std::size_t count = pattern.slots.size();
      if (count > tensors_.size() - at || (names_.empty() && pattern.alone) || pattern.tied ||
          !may_be(pattern, at))
        continue;
      std::vector<std::size_t> tensors(tensors_.begin() + static_cast<std::ptrdiff_t>(at),
                                       tensors_.begin() + static_cast<std::ptrdiff_t>(at + count));
      if (std::optional<Fit> fit = fitter_.fit(pattern, 1, std::move(tensors)))
        by_count[count].push_back(std::move(*fit));
    }
    for (auto& [count, fits] : by_count) {
      put_in_order(fits, prefix_);
      add_edges(count, fits);
    }
  }

  /// One for each width that they hand on.
  void add_edges(std::size_t count, const std::vector<Fit>& fits) {
    std::vector<Edge> edges;
    const auto add = [&](const Fit& fit, Whole output, std::size_t off) {
      for (Edge& edge : edges)
        if (edge.output == output && edge.fits.front().input == fit.input) return edge.fits.push_back(fit);
      edges.push_back({count, {fit}, output, static_cast<std::uint32_t>(off)});
    };
    for (const Fit& fit : fits) {
      add(fit, fit.output, fit.off);
      const LayerWord& layer = *fit.pattern->layer;
      if (fit.pattern->both_ways && layer.recurrent && fit.output &&
          !offer(*fitter_.patterns().framework, layer.cell, Option::merge_mode).fixed)
        add(fit, *fit.output / 2, fit.off + 1);
    }
    for (Edge& edge : edges) {
      edges_.push_back(std::move(edge));
      here_.push_back(edges_.size() - 1);
    }
  }

  bool may_be(const Pattern& pattern, std::size_t at) const {
    for (std::size_t i = 0; i < pattern.slots.size(); ++i) {
      const Slot& slot = pattern.slots[i];
      if (!names_.empty() && names_[at + i] != slot.name(0)) return false;
      std::size_t rank = 0;
      for (const Side& side : slot.sides) rank += side.size == Size::window ? pattern.layer->axes : 1U;
      if (rank != fitter_.list().tensors[tensors_[at + i]].shape.size()) return false;
    }
    return true;
  }

  void go_on(std::size_t at, std::size_t way) {
    const Way here = ways_[at][way];
    for (const std::size_t index : here_) {
      const Edge& edge = edges_[index];
      Way next{here.cost, edge.output, at, way, static_cast<int>(index)};
      const Whole input = edge.fits.front().input;
      const bool begins = edge.fits.front().pattern->layer->cell == Cell::embedding;
      if (here.output && (begins || (input && *input != *here.output))) ++next.cost[1];
      next.cost[2] += edge.off + 1;
      next.cost[3] += edge.off;
      keep(at + edge.tensors, next);
    }
    Way left{here.cost, here.output, at, way, -1};
    ++left.cost[0];
    keep(at + 1, left);
    if (way + 1 == ways_[at].size()) here_.clear();
  }

  void keep(std::size_t at, const Way& way) {
    std::vector<Way>& ways = ways_[at];
    const auto same =
        std::find_if(ways.begin(), ways.end(), [&](const Way& one) { return one.output == way.output; });
    if (same != ways.end()) {
      if (way.cost < same->cost) *same = way;
      return;
    }
    if (ways.size() < most_ways) return ways.push_back(way);
    const auto worst = std::max_element(ways.begin(), ways.end(),
                                        [](const Way& a, const Way& b) { return a.cost < b.cost; });
    if (way.cost < worst->cost) *worst = way;
  }

  TensorLayers follow() {
    TensorLayers out;
    std::size_t at = tensors_.size();
    const auto best = std::min_element(ways_[at].begin(), ways_[at].end(),
                                       [](const Way& a, const Way& b) { return a.cost < b.cost; });
    Way way = *best;
    out.breaks = way.cost[1];
    while (at > 0) {
      if (way.edge < 0) {
        out.unexplained.push_back(tensors_[way.from]);
      } else {
        TensorGroup group;
        group.fits = std::move(edges_[static_cast<std::size_t>(way.edge)].fits);
        group.prefix = prefix_;
        out.groups.push_back(std::move(group));
      }
      at = way.from;
      way = ways_[at][way.way];
    }
    std::reverse(out.groups.begin(), out.groups.end());
    std::reverse(out.unexplained.begin(), out.unexplained.end());
    return out;
  }

  Fitter& fitter_;
  std::vector<std::size_t> tensors_;
  std::vector<std::string_view> names_;  ///< none where there are none
  std::string prefix_;
  std::vector<std::vector<Way>> ways_;
  std::vector<Edge> edges_;
  std::vector<std::size_t> here_;  ///< those that begin where the search is
};

/// Several layers of one prefix, one behind the other.
bool Namer::explain_in_order(std::string_view prefix) {
  std::vector<std::size_t> tensors;
  std::vector<std::string_view> names;
  for (const std::size_t tensor : members_[prefix]) {
    if (used_[tensor]) continue;
    tensors.push_back(tensor);
    names.push_back(name(tensor).substr(prefix.size()));
  }
  if (tensors.size() < 2 || tensors.size() > most_of_a_layer) return false;
  TensorLayers found = Cutter(fitter_, tensors, std::move(names), prefix).take();
  // What would be left over is rather explained by a longer prefix.
  if (!found.unexplained.empty()) return false;
  for (TensorGroup& group : found.groups) add(std::move(group));
  return true;
}

}  // namespace

bool merges(const Framework& framework, const Fit& fit, const Whole& next) {
  const LayerWord& layer = *fit.pattern->layer;
  return fit.pattern->both_ways && layer.recurrent && fit.output && multiply(next, 2) == fit.output &&
         !offer(framework, layer.cell, Option::merge_mode).fixed;
}

TensorLayers named_layers(Fitter& fitter, const std::vector<std::vector<NameEnd>>& ends,
                          const std::vector<std::size_t>& tensors, std::size_t framework) {
  return Namer(fitter, ends, framework).take(tensors);
}

TensorLayers unnamed_layers(Fitter& fitter, const std::vector<std::size_t>& tensors) {
  TensorLayers out = Cutter(fitter, tensors, {}, {}).take();
  out.breaks = 0;
  Chain(fitter, out).settle();
  return out;
}

}  // namespace rnn
