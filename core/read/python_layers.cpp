#include "core/read/python_layers.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <utility>

#include "core/count.h"
#include "core/framework.h"
#include "core/naming.h"
#include "core/read/compose.h"
#include "core/read/python_lambda.h"
#include "core/read/python_machine.h"
#include "core/read/python_uses.h"

namespace rnn::python {
namespace {

using Kind = Value::Kind;

constexpr std::array<std::string_view, 4> shape_words{"input_shape", "batch_input_shape", "shape",
                                                      "batch_shape"};

bool is_shape(std::string_view name) {
  return std::find(shape_words.begin(), shape_words.end(), name) != shape_words.end();
}

bool is_merge(std::string_view name) {
  constexpr std::array<std::string_view, 9> merges{
      "Concatenate", "Add", "Multiply", "Average", "Maximum", "Minimum", "Subtract", "Dot", "Merge"};
  return std::find(merges.begin(), merges.end(), name) != merges.end();
}

/// A layer of a model in the order in which it stands there.
struct Placed {
  FoundLayer layer;
  int thing = -1;
};

class Models {
 public:
  Models(const Run& run, const std::string& framework, std::string_view text)
      : run_(run), framework_(framework), text_(text), row_(find_framework(framework)), uses_(run) {}

  std::vector<Found> read() {
    read_uses();
    join();
    std::vector<Found> out;
    std::vector<int> loose;
    std::vector<std::vector<int>> held;
    for (std::size_t i = 0; i < run_.things.size(); ++i) {
      if (group(static_cast<int>(i)) != static_cast<int>(i)) continue;
      std::vector<int> roots = roots_of(static_cast<int>(i));
      if (roots.empty()) continue;
      if (has_holder(static_cast<int>(i)))
        held.push_back(std::move(roots));
      else
        loose.insert(loose.end(), roots.begin(), roots.end());
    }
    leave_listed(held, loose);
    // Where there is one model, a layer that no name holds is one of its.
    if (held.size() == 1 && !loose.empty()) {
      const auto named = std::stable_partition(loose.begin(), loose.end(),
                                               [&](int one) { return !thing(one).name.empty(); });
      held.front().insert(held.front().end(), named, loose.end());
      loose.erase(named, loose.end());
    }
    for (const std::vector<int>& roots : held)
      for (const std::vector<int>& some : apart(roots)) add(some, out);
    if (!out.empty()) tell_listed(out.front());
    if (!loose.empty()) add(loose, out);
    // What stands first in the text is read first.
    std::stable_sort(out.begin(), out.end(), [](const Found& a, const Found& b) {
      return a.layers.front().calls.front().span.start < b.layers.front().calls.front().span.start;
    });
    return out;
  }

 private:
  const Thing& thing(int index) const { return run_.things[static_cast<std::size_t>(index)]; }
  const Value& value(int index) const { return run_.values[static_cast<std::size_t>(index)]; }
  const std::vector<Read>& reads(int index) const {
    const std::vector<Read>& used = reads_[static_cast<std::size_t>(index)];
    return used.empty() ? thing(index).reads : used;
  }

  /// Whether the layer itself says what it reads.
  bool says_what_it_reads(const Thing& one) const {
    const LayerWord* word = layer_named(last_word(one.path));
    if (word == nullptr || one.lazy) return false;
    const std::string_view all = takes(row_, *word);
    const OptionWord* first = find_option(*word, all.substr(0, std::min(all.find(' '), all.size())));
    return first != nullptr && first->option == Option::input;
  }

  /// What layers read that do not say its width themselves.
  void read_uses() {
    reads_.resize(run_.things.size());
    for (std::size_t i = 0; uses_.any() && i < run_.things.size(); ++i) {
      const Thing& one = run_.things[i];
      if (one.kind != Thing::Kind::layer || !one.reads.empty() || says_what_it_reads(one)) continue;
      const std::vector<Uses::Source> sources = uses_.sources(static_cast<int>(i));
      const bool known = std::all_of(sources.begin(), sources.end(), [](const Uses::Source& source) {
        return source.kind == Uses::Source::Kind::thing;
      });
      for (const Uses::Source& source : sources)
        if (known) reads_[i].push_back({uses_.last_of(source.thing), false, true});
    }
  }

  // --- which things belong together
  int group(int index) {
    while (group_[static_cast<std::size_t>(index)] != index) {
      int& next = group_[static_cast<std::size_t>(index)];
      next = group_[static_cast<std::size_t>(next)];
      index = next;
    }
    return index;
  }

  void join(int a, int b) {
    a = group(a);
    b = group(b);
    group_[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
  }

  void join() {
    group_.resize(run_.things.size());
    std::iota(group_.begin(), group_.end(), 0);
    for (std::size_t i = 0; i < run_.things.size(); ++i) {
      const Thing& one = run_.things[i];
      const int index = static_cast<int>(i);
      for (const int member : one.members) join(index, member);
      for (const Read& read : reads(index)) join(index, read.thing);
      for (const Given& given : one.given)
        if (given.thing >= 0) join(index, given.thing);
    }
  }

  bool has_holder(int root) {
    for (std::size_t i = 0; i < run_.things.size(); ++i)
      if (run_.things[i].kind != Thing::Kind::layer && run_.things[i].kind != Thing::Kind::input &&
          group(static_cast<int>(i)) == root)
        return true;
    return false;
  }

  std::vector<int> roots_of(int root) {
    std::vector<int> out;
    for (std::size_t i = 0; i < run_.things.size(); ++i)
      if (!run_.things[i].consumed && !run_.things[i].dropped && group(static_cast<int>(i)) == root)
        out.push_back(static_cast<int>(i));
    return out;
  }

  /// The layers of lists that no model takes, where there is one that takes layers.
  void leave_listed(const std::vector<std::vector<int>>& held, std::vector<int>& loose) {
    const auto holds_layers = [&](const Thing& one) {
      const bool holder = one.kind == Thing::Kind::model || one.kind == Thing::Kind::instance;
      return holder && std::any_of(one.members.begin(), one.members.end(),
                                   [&](int member) { return thing(member).kind == Thing::Kind::layer; });
    };
    if (held.empty() || std::none_of(run_.things.begin(), run_.things.end(), holds_layers)) return;
    std::erase_if(loose, [&](int index) {
      const Thing& one = thing(index);
      if (!one.listed || one.escaped || one.applied || !one.reads.empty()) return false;
      listed_.push_back({one.span, "not_held", {}});
      return true;
    });
  }

  /// Those that are not made in the same place as a layer of the model.
  void tell_listed(Found& found) const {
    std::set<std::size_t> places;
    for (const FoundLayer& layer : found.layers) places.insert(layer.calls.front().span.end);
    for (const Left& one : listed_)
      if (places.count(one.span.end) == 0) found.unknown.push_back(one);
  }

  /// Models that share layers are models of their own; the last one stands first.
  std::vector<std::vector<int>> apart(const std::vector<int>& roots) {
    const auto holds = [&](int index) {
      const Thing::Kind kind = thing(index).kind;
      return kind == Thing::Kind::model || kind == Thing::Kind::instance;
    };
    if (roots.size() < 2 || !std::all_of(roots.begin(), roots.end(), holds)) return {roots};
    std::vector<int> latest(roots.rbegin(), roots.rend());
    std::stable_sort(latest.begin(), latest.end(),
                     [&](int one, int other) { return thing(one).statement > thing(other).statement; });
    std::vector<std::vector<int>> out;
    out.reserve(latest.size());
    for (const int root : latest) out.push_back({root});
    // What the others hold says what is in the first one.
    std::vector<bool> seen(run_.things.size());
    std::vector<int> open{out.front().front()};
    const auto walk = [&](const auto& meet) {
      while (!open.empty()) {
        const int index = open.back();
        open.pop_back();
        if (seen[static_cast<std::size_t>(index)]) continue;
        seen[static_cast<std::size_t>(index)] = true;
        meet(index);
        open.insert(open.end(), thing(index).members.begin(), thing(index).members.end());
      }
    };
    walk([](int) {});
    open = roots;
    walk([&](int index) {
      if (thing(index).kind == Thing::Kind::layer && !thing(index).dropped)
        listed_.push_back({thing(index).span, "not_held", {}});
    });
    return out;
  }

  // --- the layers of one model
  void add(const std::vector<int>& roots, std::vector<Found>& out) {
    Found found;
    found.framework = framework_;
    placed_.clear();
    inputs_.clear();
    std::vector<bool> seen = unreached(roots, found);
    std::vector<int> open(roots.rbegin(), roots.rend());
    while (!open.empty()) {
      const int index = open.back();
      open.pop_back();
      const Thing& one = thing(index);
      if (seen[static_cast<std::size_t>(index)] || one.dropped) continue;
      if (one.maybe && !one.held && !one.applied) {
        const bool takes_layers = std::any_of(one.given.begin(), one.given.end(), [&](const Given& given) {
          return given.thing >= 0 && thing(given.thing).kind == Thing::Kind::layer &&
                 !thing(given.thing).maybe;
        });
        if (one.consumed || takes_layers)
          found.unknown.push_back({one.span, "own_class", {{"name", std::string(last_word(one.path))}}});
        continue;
      }
      if (one.plain && !one.held && !one.escaped && framework_ == "pytorch") {
        found.unknown.push_back({one.span, "not_held", {}});
        continue;
      }
      seen[static_cast<std::size_t>(index)] = true;
      if (one.kind == Thing::Kind::layer) place(index, found);
      if (one.kind == Thing::Kind::input) inputs_.push_back(index);
      if (found.name.empty() && one.kind != Thing::Kind::layer && one.kind != Thing::Kind::input)
        found.name = one.name.empty() ? one.path : one.name;
      if (one.kind != Thing::Kind::functional) {
        const std::vector<int> members = uses_.members(index);
        open.insert(open.end(), members.rbegin(), members.rend());
      }
      for (const Given& given : one.given)
        if (one.kind != Thing::Kind::layer && is_shape(given.name)) shape_ = &given;
    }
    if (placed_.empty()) return;
    for (Placed& one : placed_) {
      const Thing& made = thing(one.thing);
      put_wires(made, one.layer.also);
    }
    if (std::any_of(roots.begin(), roots.end(),
                    [&](int one) { return thing(one).kind == Thing::Kind::layer; }))
      std::stable_sort(placed_.begin(), placed_.end(),
                       [](const Placed& a, const Placed& b) { return a.thing < b.thing; });
    put_in_order();
    enter();
    wire(found);
    follow_in_order();
    follow(found);
    for (Placed& one : placed_) found.layers.push_back(std::move(one.layer));
    add_own_weights(seen, found);
    out.push_back(std::move(found));
  }

  /// What a class stores beside its layers is a layer of which nothing is known, behind all others; it is
  /// called as what makes it: "Parameter".
  void add_own_weights(const std::vector<bool>& seen, Found& found) const {
    std::set<std::size_t> told;
    for (std::size_t i = 0; i < run_.things.size(); ++i) {
      const Thing& one = run_.things[i];
      if (!seen[i] || one.weights.end == 0 || !told.insert(one.weights.start).second) continue;
      const std::string_view made = text_.substr(one.weights.start, one.weights.end - one.weights.start);
      FoundCall call{std::string(last_word(made)), one.weights, one.weights, {}};
      found.layers.push_back({{std::move(call)}, {}, "", {}});
    }
  }

  /// The layers from which no way leads to what a model says it hands on.
  std::vector<bool> unreached(const std::vector<int>& roots, Found& found) {
    std::vector<bool> out(run_.things.size());
    ends_ = false;
    std::vector<int> open;
    std::vector<int> models = roots;
    for (const int root : roots)
      models.insert(models.end(), thing(root).members.begin(), thing(root).members.end());
    for (const int model : models)
      if (thing(model).kind == Thing::Kind::functional)
        for (const Read& read : thing(model).reads)
          if (thing(read.thing).kind != Thing::Kind::input) open.push_back(read.thing);
    if (open.empty()) return out;
    ends_ = true;
    std::vector<bool> reached(run_.things.size());
    while (!open.empty()) {
      const int index = open.back();
      open.pop_back();
      if (reached[static_cast<std::size_t>(index)]) continue;
      reached[static_cast<std::size_t>(index)] = true;
      const Thing& one = thing(index);
      for (const Read& read : one.reads) open.push_back(read.thing);
      open.insert(open.end(), one.members.begin(), one.members.end());
    }
    for (const int root : roots) {
      const Thing& one = thing(root);
      if (one.kind != Thing::Kind::layer || reached[static_cast<std::size_t>(root)]) continue;
      out[static_cast<std::size_t>(root)] = true;
      found.left.push_back({one.span, "unreached", {}});
    }
    return out;
  }

  void place(int index, Found& found) {
    const Thing& one = thing(index);
    if (one.prose) {
      found.unknown.push_back({one.span, "prose", {}});
      return;
    }
    if (!one.closed) {
      found.unknown.push_back({one.span, "cut", {}});
      found.problems.push_back({"cut", one.span, {}});
      return;
    }
    const std::vector<int> cells = cells_of(one);
    if (last_word(one.path) == "RNN" && !cells.empty()) {
      for (const int cell : cells) {
        FoundLayer layer;
        layer.calls.push_back(call(thing(cell), found));
        std::string& name = layer.calls.back().name;
        if (row_ != nullptr && !has_name(*row_, read_name(name))) name_layer_of(name);
        layer.also.push_back(one.name_span);
        for (const Given& own : one.given)
          if (own.thing < 0 && own.things.empty() && !own.name.empty())
            add(own, one, layer.calls.back(), found);
        placed_.push_back({std::move(layer), index});
      }
      return;
    }
    FoundLayer layer;
    const Thing* now = &one;
    for (std::size_t depth = 0; depth < deepest_nesting; ++depth) {
      const std::vector<int> inner_cells = cells_of(*now);
      if (depth > 0 && last_word(now->path) == "RNN" && inner_cells.size() == 1) {
        // What repeats a cell inside a wrapper is the cell's own layer.
        layer.also.push_back(now->name_span);
        for (const Given& own : now->given)
          if (own.thing < 0 && own.things.empty())
            found.unknown.push_back({own.span, "argument", {{"name", own.name}}});
        now = &thing(inner_cells.front());
      }
      layer.calls.push_back(call(*now, found));
      if (!inner_cells.empty() && depth > 0) name_layer_of(layer.calls.back().name);
      if (depth == 0 && is_two(*now)) compare_backward(*now, layer, found);
      const auto inner = std::find_if(now->given.begin(), now->given.end(), [](const Given& given) {
        return given.thing >= 0 && (given.name.empty() || given.name == "layer");
      });
      if (inner == now->given.end()) break;
      now = &thing(inner->thing);
    }
    placed_.push_back({std::move(layer), index});
  }

  /// "OptimizedLSTMCell" as "LSTM".
  static void name_layer_of(std::string& cell) {
    const LayerWord* layer = cell.ends_with("Cell") ? layer_named(cell) : nullptr;
    if (layer != nullptr) cell = layer->names.front();
  }

  /// Whether it holds one layer for each direction.
  static bool is_two(const Thing& one) {
    return last_word(one.path) == wrapper_name && one.given.size() > 1 && one.given[0].name.empty() &&
           one.given[0].thing >= 0 && one.given[1].name.empty() && one.given[1].thing >= 0;
  }

  /// The second layer of a wrapper is counted like the first one, where it is like it.
  void compare_backward(const Thing& one, FoundLayer& layer, Found& found) const {
    const Span first = one.given[0].span;
    const Span second = one.given[1].span;
    if (text_.substr(first.start, first.end - first.start) ==
        text_.substr(second.start, second.end - second.start))
      layer.also.push_back(second);
    else
      found.unknown.push_back({second, "argument", {{"name", ""}}});
  }

  static void add_cells(const Thing& one, std::vector<int>& out) {
    for (const Given& given : one.given) {
      out.insert(out.end(), given.things.begin(), given.things.end());
      if (given.thing >= 0) out.push_back(given.thing);
    }
  }

  /// The cells of a layer that repeats them at every step; those of a stack one by one.
  std::vector<int> cells_of(const Thing& one) const {
    std::vector<int> cells;
    add_cells(one, cells);
    std::vector<int> out;
    for (const int cell : cells)
      if (last_word(thing(cell).path) == "StackedRNNCells")
        add_cells(thing(cell), out);
      else
        out.push_back(cell);
    return out;
  }

  FoundCall call(const Thing& one, Found& found) {
    FoundCall out;
    const std::string_view word = last_word(one.path);
    out.name = one.own ? "Own" + std::string(word) : std::string(word);
    out.name_span = one.name_span;
    out.span = {one.name_span.start, one.span.end};
    if (one.closed) out.closing = {one.span.end - 1, closed_behind(one.span.end)};
    for (const Given& given : one.given)
      if (given.thing < 0 && given.things.empty())
        add(given, one, out, found);
      else if (!given.name.empty() && given.name != "layer")
        found.unknown.push_back(
            {{given.name_span.start, given.span.end}, "argument", {{"name", given.name}}});
    return out;
  }

  /// Behind the closing brackets that follow: each of them would close what is open.
  std::size_t closed_behind(std::size_t end) const {
    for (std::size_t at = end; at < text_.size(); ++at) {
      if (std::string_view(")]}").find(text_[at]) != std::string_view::npos)
        end = at + 1;
      else if (std::string_view(" \t\r\n,").find(text_[at]) == std::string_view::npos)
        break;
    }
    return end;
  }

  /// The name of a thing with its opening bracket, and its closing one.
  void put_brackets(const Thing& one, std::vector<Span>& out) const {
    const std::size_t open = text_.find('(', one.name_span.end);
    out.push_back({one.name_span.start, open == std::string_view::npos ? one.name_span.end : open + 1});
    if (one.closed) out.push_back({one.span.end - 1, closed_behind(one.span.end)});
  }

  void put_input(const Thing& input, std::vector<Span>& out) const {
    put_brackets(input, out);
    if (const Given* shape = shape_of(input))
      out.push_back({shape->name.empty() ? shape->span.start : shape->name_span.start, shape->span.end});
    for (const Wire& wire : input.wires) out.push_back(wire.span);
  }

  /// The names that matter: a model says where it ends, or the name would stand for something else.
  void put_wires(const Thing& one, std::vector<Span>& out) const {
    for (const Wire& wire : one.wires)
      if (ends_ || wire.again) out.push_back(wire.span);
  }

  static bool is_function(const Thing& one) { return last_word(one.path) == "Lambda"; }

  /// What a layer of a function of one's own hands on.
  Hands handed(const Thing& one) const {
    if (is_function(one))
      for (const Given& given : one.given)
        if (given.value >= 0 && value(given.value).text.starts_with("lambda"))
          return handed_by(value(given.value).text);
    return Hands::unknown;
  }

  /// The width that a layer of a function of one's own says that it hands on.
  Whole said_width(const Thing& one) const {
    const Given* shape = is_function(one) ? given_as(one, "output_shape") : nullptr;
    if (shape == nullptr || value(shape->value).kind != Kind::list || value(shape->value).items.empty())
      return {};
    const Value& last = value(value(shape->value).items.back());
    return last.kind == Kind::number && last.number > 0 ? Whole(static_cast<std::uint64_t>(last.number))
                                                        : Whole();
  }

  // --- arguments
  void add(const Given& given, const Thing& one, FoundCall& call, Found& found) {
    const Value& said = value(given.value);
    const LayerWord* word = layer_named(call.name);
    const Span whole = {given.name.empty() ? given.span.start : given.name_span.start, given.span.end};
    const auto leave = [&](std::string_view code) {
      found.left.push_back({whole, code, {{"name", given.name}}});
    };
    FoundArgument argument;
    argument.name = spelled(given.name);
    argument.name_span = given.name_span;
    argument.value.span = given.span;
    argument.value.from = said.from;
    if (is_shape(argument.name)) return add_shape(given, argument, call, found);
    // How a bag of words is put together.
    const bool in_bag =
        call.name == "EmbeddingBag" && (given.name == "mode" || given.name == "include_last_offset");
    if (in_bag) return leave("uncounted");
    // No axis is an axis to choose: all numbers together.
    const bool no_axis = word != nullptr && word->cell == Cell::normalization &&
                         (given.name == "axis" || (given.name.empty() && place_of(given, one) == 0));
    if (said.kind == Kind::none && !no_axis) return leave("none");
    const OptionWord* option =
        word == nullptr || given.name.empty() ? nullptr : find_option(*word, argument.name);
    argument.value.text = said.kind == Kind::none ? "None" : text(said);
    const bool is_body = given.name == "function" || (given.name.empty() && place_of(given, one) == 0);
    if (is_function(one) && (said.text.starts_with("lambda") || (is_body && !is_known(said)))) {
      if (handed_by(said.text) == Hands::unknown && !said_width(one))
        found.unknown.push_back({whole, "function", {}});
      else
        leave("uncounted");
      return;
    }
    if (!is_known(said)) {
      // Flux's `Dense(5 => 1, relu)` has its function behind the sizes.
      const auto numbers = [&] { return framework_ == "flux" ? std::size_t{2} : sizes(*word); };
      if (given.name.empty() && word != nullptr && place_of(given, one) >= numbers())
        return leave("uncounted");
      if (!given.name.empty() && option == nullptr && word != nullptr) {
        argument.value.text = "unknown";
      } else if ((option != nullptr &&
                  (option->kind == OptionWord::Kind::rate || is_moving(option->option))) ||
                 (word != nullptr && word->cell == Cell::dropout) || said.text.starts_with("lambda")) {
        return leave("uncounted");
      } else {
        argument.value.asked =
            said.text.empty() ? std::string(text_.substr(given.span.start, given.span.end - given.span.start))
                              : said.text;
        argument.value.text = "1";
      }
    }
    call.arguments.push_back(std::move(argument));
  }

  /// "returnSequences" as "return_sequences".
  std::string spelled(std::string_view name) const {
    std::string out;
    for (const char c : name) {
      const bool large = framework_ == "tfjs" && c >= 'A' && c <= 'Z';
      if (large) out += '_';
      out += large ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
  }

  static bool is_moving(Option option) {
    return option == Option::return_sequences || option == Option::strides || option == Option::padding ||
           option == Option::dilation || option == Option::ceil_mode || option == Option::timesteps;
  }

  /// How many numbers the layer takes without names.
  std::size_t sizes(const LayerWord& word) const {
    const std::string_view all = takes(row_, word);
    if (all.empty()) return 1;
    return static_cast<std::size_t>(std::count(all.begin(), all.end(), ' ')) + 1;
  }

  static std::size_t place_of(const Given& given, const Thing& one) {
    std::size_t place = 0;
    for (const Given& other : one.given) {
      if (&other == &given) break;
      if (other.name.empty()) ++place;
    }
    return place;
  }

  static bool is_known(const Value& said) {
    return said.kind == Kind::number || said.kind == Kind::real || said.kind == Kind::flag ||
           said.kind == Kind::text || said.kind == Kind::list || said.kind == Kind::dict ||
           said.kind == Kind::none;
  }

  std::string text(const Value& said) const {
    switch (said.kind) {
      case Kind::number: return std::to_string(said.number);
      case Kind::flag: return said.number != 0 ? "true" : "false";
      case Kind::real:
      case Kind::text: return said.text;
      case Kind::list: return list_text(said);
      default: return "unknown";
    }
  }

  std::string list_text(const Value& list) const {
    std::string out = "(";
    for (std::size_t i = 0; i < list.items.size() && i < 8; ++i) {
      const Value& item = value(list.items[i]);
      if (i > 0) out += ',';
      out += item.kind == Kind::number ? std::to_string(item.number) : "None";
    }
    return out + (list.items.size() == 1 ? ",)" : ")");
  }

  /// A shape whose last number has no value asks for the input.
  void add_shape(const Given& given, FoundArgument argument, FoundCall& call, Found& found) {
    const Value& shape = value(given.value);
    if (shape.kind == Kind::list && !shape.items.empty()) {
      for (const int item : shape.items) {
        const std::vector<Span>& from = value(item).from;
        argument.value.from.insert(argument.value.from.end(), from.begin(), from.end());
      }
      const Value& last = value(shape.items.back());
      if (last.kind == Kind::unknown || last.kind == Kind::path) {
        if (placed_.empty() && found.input.text.empty()) {
          found.input = argument.value;
          found.input.asked = last.text;
        }
        return;
      }
      argument.value.text = list_text(shape);
      if (argument.value.text == "(None,)") return;
    } else if (shape.kind == Kind::number) {
      argument.value.text = "(" + std::to_string(shape.number) + ",)";
    } else if (!is_known(shape)) {
      if (placed_.empty() && found.input.text.empty()) {
        found.input = argument.value;
        found.input.asked = shape.text;
      }
      return;
    } else {
      return;
    }
    call.arguments.push_back(std::move(argument));
  }

  /// In a Sequential nothing comes between: what a member states is held against the member before it.
  void follow_in_order() {
    std::set<std::pair<int, int>> neighbours;
    for (const Thing& one : run_.things)
      if (one.kind == Thing::Kind::model && last_word(one.path).ends_with("Sequential"))
        for (std::size_t at = 1; at < one.members.size(); ++at)
          neighbours.emplace(one.members[at - 1], one.members[at]);
    for (std::size_t place = 1; place < placed_.size(); ++place)
      if (neighbours.count({placed_[place - 1].thing, placed_[place].thing}) > 0)
        placed_[place].layer.follows = static_cast<int>(place) - 1;
  }

  // --- forward()
  /// What the widths that layers state are to be held against, and what is not used once.
  void follow(Found& found) {
    if (!uses_.any()) return;
    for (Placed& one : placed_) {
      for (const Span& span : uses_.used_again(one.thing)) found.left.push_back({span, "used_again", {}});
      const LayerWord* word = layer_named(one.layer.calls.back().name);
      const bool stores = word != nullptr && word->does == Does::stores;
      if (stores && says_what_it_reads(thing(one.thing)) && uses_.never_used(one.thing))
        found.problems.push_back(
            {"never_used", one.layer.calls.front().span, {{"layer", one.layer.calls.front().name}}});
      const Uses::Source source = uses_.source(one.thing);
      if (source.kind == Uses::Source::Kind::before) continue;
      if (stores && !says_what_it_reads(thing(one.thing)) && one.thing != placed_.front().thing &&
          word->cell != Cell::embedding && reads(one.thing).empty() && one.layer.reads.empty())
        found.unknown.push_back({uses_.first_use(one.thing), "other", {}});
      const int place =
          source.kind == Uses::Source::Kind::thing ? flat_layer(uses_.last_of(source.thing)) : -1;
      one.layer.follows = place < 0 ? FoundLayer::unknown : place;
    }
  }

  // --- what comes in
  const Given* shape_of(const Thing& input) const {
    for (const Given& given : input.given)
      if (given.name.empty() || is_shape(spelled(given.name))) return &given;
    return nullptr;
  }

  /// The first layer says what the input says; without one, what the model is built with.
  void enter() {
    const Given* shape = shape_;
    shape_ = nullptr;
    FoundLayer& first = placed_.front().layer;
    std::string name = "batch_input_shape";
    std::vector<Span> also;
    int index = inputs_.empty() ? -1 : inputs_.front();
    const std::vector<Read>& all = reads(placed_.front().thing);
    for (std::size_t i = all.size(); i-- > 0;)
      if (thing(all[i].thing).kind == Thing::Kind::input) index = all[i].thing;
    if (index >= 0) {
      const Thing& input = thing(index);
      shape = shape_of(input);
      if (shape == nullptr || !input.closed) return;
      name = spelled(shape->name).starts_with("batch") ? "batch_input_shape" : "input_shape";
      put_brackets(input, also);
    }
    if (shape == nullptr) return;
    Given given = *shape;
    if (given.name.empty()) given.name_span = {};
    Found nothing;
    FoundCall call;
    FoundArgument argument;
    argument.name = name;
    argument.name_span = given.name_span;
    argument.value.span = given.span;
    argument.value.from = value(given.value).from;
    std::vector<Placed> kept = std::move(placed_);
    placed_.clear();
    add_shape(given, argument, call, nothing);
    placed_ = std::move(kept);
    asked_ = nothing.input;
    if (call.arguments.empty() && nothing.input.asked.empty()) return;
    for (FoundArgument& one : call.arguments) first.calls.front().arguments.push_back(std::move(one));
    first.sizes.insert(first.sizes.end(), also.begin(), also.end());
  }

  // --- which layer reads which
  /// What a layer reads stands before it, also where it was made later: `LSTM(8)(Embedding(100, 16)(x))`.
  void put_in_order() {
    const bool late = std::any_of(placed_.begin(), placed_.end(), [&](const Placed& one) {
      const std::vector<Read>& all = reads(one.thing);
      return std::any_of(all.begin(), all.end(), [&](const Read& read) { return read.thing > one.thing; });
    });
    if (!late) return;
    enum class State : std::uint8_t { open, waits, placed };
    std::vector<State> states(placed_.size(), State::open);
    std::vector<std::size_t> order;
    std::vector<std::size_t> open;
    for (std::size_t next = 0; next < placed_.size(); ++next) {
      open.push_back(next);
      while (!open.empty()) {
        const std::size_t now = open.back();
        const std::size_t before = open.size();
        if (states[now] == State::open) {
          states[now] = State::waits;
          const std::vector<Read>& all = reads(placed_[now].thing);
          for (std::size_t i = all.size(); i-- > 0;) {
            const int place = flat(all[i].thing);
            if (place >= 0 && states[static_cast<std::size_t>(place)] == State::open)
              open.push_back(static_cast<std::size_t>(place));
          }
          // A stack of cells.
          if (now > 0 && placed_[now - 1].thing == placed_[now].thing && states[now - 1] == State::open)
            open.push_back(now - 1);
        }
        if (open.size() > before) continue;
        open.pop_back();
        if (states[now] == State::waits) order.push_back(now);
        states[now] = State::placed;
      }
    }
    std::vector<Placed> ordered;
    ordered.reserve(order.size());
    for (const std::size_t place : order) ordered.push_back(std::move(placed_[place]));
    placed_ = std::move(ordered);
  }

  int flat(int index) const {
    const Thing& one = thing(index);
    if (one.kind == Thing::Kind::functional)
      return one.reads.empty() ? -1 : flat_layer(one.reads.back().thing);
    return flat_layer(index);
  }

  /// The place of a thing's last layer; −1 for none.
  int flat_layer(int index) const {
    for (int depth = 0; depth < 64; ++depth) {
      for (std::size_t i = placed_.size(); i-- > 0;)
        if (placed_[i].thing == index) return static_cast<int>(i);
      const Thing& one = thing(index);
      if (one.kind == Thing::Kind::functional && !one.reads.empty())
        index = one.reads.back().thing;
      else if (!one.members.empty())
        index = one.members.back();
      else
        return -1;
    }
    return -1;
  }

  void wire(Found& found) {
    if (!asked_.asked.empty()) found.input = asked_;
    asked_ = {};
    for (Placed& one : placed_)
      for (const Read& read : reads(one.thing))
        if (&one != &placed_.front() && thing(read.thing).kind == Thing::Kind::input)
          put_input(thing(read.thing), one.layer.sizes);
    for (Placed& one : placed_)
      if ((branches(one) || (ends_ && reads_layer(one))) && thing(one.thing).call.end > 0)
        one.layer.also.push_back(thing(one.thing).call);
    constexpr int most_passes = 6;
    for (int pass = 0; pass < most_passes; ++pass) {
      const std::vector<Whole> widths = widths_of(found);
      bool changed = false;
      for (std::size_t i = 0; i < placed_.size(); ++i) {
        std::string reads = enters_again(i) ? digits(coming_) : width_read(i, widths);
        changed = changed || reads != placed_[i].layer.reads;
        placed_[i].layer.reads = std::move(reads);
      }
      if (!changed) break;
    }
  }

  /// Whether it reads what the first layer reads, and not what comes before it.
  bool enters_again(std::size_t place) const {
    const int index = placed_[place].thing;
    const LayerWord* word = layer_named(last_word(thing(index).path));
    return coming_ && place > 0 && index != placed_.front().thing && word != nullptr &&
           word->does == Does::stores && word->cell != Cell::embedding && reads(index).empty() &&
           !says_what_it_reads(thing(index)) && uses_.source(index).kind == Uses::Source::Kind::coming &&
           uses_.source(placed_.front().thing).kind == Uses::Source::Kind::coming;
  }

  bool reads_layer(const Placed& one) const {
    const std::vector<Read>& all = reads(one.thing);
    return std::any_of(all.begin(), all.end(),
                       [&](const Read& read) { return thing(read.thing).kind != Thing::Kind::input; });
  }

  /// Whether it reads something else than the layer before it.
  bool branches(const Placed& one) const {
    const std::vector<Read>& all = reads(one.thing);
    const auto place = static_cast<int>(&one - placed_.data());
    if (all.empty()) return false;
    // A stack of cells reads once.
    if (place > 0 && placed_[static_cast<std::size_t>(place) - 1].thing == one.thing) return false;
    const bool several = (all.size() > 1 && uses_.joins(one.thing)) ||
                         std::any_of(all.begin(), all.end(),
                                     [&](const Read& read) { return read.thing != all.front().thing; });
    if (several) return place > 0 || thing(all.front().thing).kind != Thing::Kind::input;
    if (place > 0 && changes_width(placed_[static_cast<std::size_t>(place) - 1])) return true;
    const Read& read = all.front();
    if (thing(read.thing).kind == Thing::Kind::input) return place > 0;
    return read.state || flat(read.thing) != place - 1;
  }

  /// What each layer hands on, as far as it is known.
  std::vector<Whole> widths_of(const Found& found) {
    Found so_far = found;
    for (const Placed& one : placed_) so_far.layers.push_back(one.layer);
    const Model model = model_of(so_far);
    std::vector<Whole> out(placed_.size());
    coming_ = model.layers.empty() ? Whole() : model.layers.front().input;
    for (const Layer& layer : model.layers)
      if (layer.origin < out.size()) out[layer.origin] = layer.passed.width;
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      const Thing& one = thing(placed_[i].thing);
      if (is_merge(last_word(one.path)) && !reads(placed_[i].thing).empty())
        out[i] = merged(placed_[i].thing, out);
      else if (reads(placed_[i].thing).size() > 1 && changes_width(placed_[i]))
        out[i] = width_of(reads(placed_[i].thing)[1], out);
      const Hands hands = handed(one);
      if (hands == Hands::one) out[i] = 1;
      if (said_width(one)) {
        out[i] = said_width(one);
        continue;
      }
      if (hands == Hands::as_much && !reads(placed_[i].thing).empty())
        out[i] = width_of(reads(placed_[i].thing).front(), out);
      else if (hands == Hands::as_much && i > 0)
        out[i] = out[i - 1];
    }
    return out;
  }

  const Given* given_as(const Thing& one, std::string_view name) const {
    const auto found = std::find_if(one.given.begin(), one.given.end(),
                                    [&](const Given& given) { return given.name == name; });
    return found == one.given.end() || found->value < 0 ? nullptr : &*found;
  }

  /// Whether it surely hands on a sequence.
  bool hands_on_steps(int index) const {
    for (std::size_t depth = 0; depth < deepest_nesting; ++depth) {
      const Thing& one = thing(index);
      if (one.kind == Thing::Kind::input) {
        const Given* shape = shape_of(one);
        if (shape == nullptr || value(shape->value).kind != Kind::list) return false;
        return value(shape->value).items.size() > (spelled(shape->name).starts_with("batch") ? 2U : 1U);
      }
      if (last_word(one.path) == every_step_name) return true;
      const auto inner = std::find_if(one.given.begin(), one.given.end(),
                                      [](const Given& given) { return given.thing >= 0; });
      if (inner != one.given.end()) {
        index = inner->thing;
        continue;
      }
      const LayerWord* word = layer_named(last_word(one.path));
      if (word == nullptr) return false;
      if (word->cell == Cell::embedding) return true;
      if (word->recurrent) {
        const Given* all = given_as(one, "return_sequences");
        return all != nullptr && value(all->value).kind == Kind::flag && value(all->value).number != 0;
      }
      if (word->does == Does::repeats) return true;
      if (!keeps_axes(*word) || reads(index).empty()) return false;
      index = reads(index).front().thing;
    }
    return false;
  }

  /// Whether it hands on a sequence where it reads one, and a vector where it reads that.
  static bool keeps_axes(const LayerWord& word) {
    return word.does == Does::keeps || word.does == Does::adds || word.does == Does::joins ||
           word.does == Does::pools || word.does == Does::pads || word.does == Does::crops ||
           word.does == Does::resamples || word.cell == Cell::dense ||
           word.cell == Cell::multi_head_attention || word.group == Group::normalisation ||
           word.group == Group::convolution || is_attention(word);
  }

  static bool is_attention(const LayerWord& word) {
    return word.cell == Cell::attention || word.cell == Cell::additive_attention;
  }

  /// Whether what it hands on has another width than what it reads first.
  bool changes_width(const Placed& one) const {
    const std::string_view name = last_word(thing(one.thing).path);
    const LayerWord* word = layer_named(name);
    return is_merge(name) || (word != nullptr && is_attention(*word) && reads(one.thing).size() > 1);
  }

  /// Whether it puts time steps, not features, one behind another: axis 1 of sequences, or the last but one.
  bool joins_steps(int index) const {
    const Given* axis = given_as(thing(index), "axis");
    if (axis == nullptr || value(axis->value).kind != Kind::number) return false;
    if (value(axis->value).number != 1) return value(axis->value).number == -2;
    const std::vector<Read>& all = reads(index);
    return std::any_of(all.begin(), all.end(), [&](const Read& read) { return hands_on_steps(read.thing); });
  }

  /// Whether it surely hands on one vector.
  bool hands_on_vector(int index) const {
    for (std::size_t depth = 0; depth < deepest_nesting; ++depth) {
      const Thing& one = thing(index);
      if (one.kind == Thing::Kind::input) {
        const Given* shape = shape_of(one);
        return shape != nullptr && value(shape->value).kind == Kind::list &&
               value(shape->value).items.size() == (spelled(shape->name).starts_with("batch") ? 2U : 1U);
      }
      const auto inner = std::find_if(one.given.begin(), one.given.end(),
                                      [](const Given& given) { return given.thing >= 0; });
      if (inner != one.given.end() && last_word(one.path) == wrapper_name) {
        index = inner->thing;
        continue;
      }
      const LayerWord* word = layer_named(last_word(one.path));
      if (word == nullptr) return false;
      if (word->recurrent) {
        const Given* all = given_as(one, "return_sequences");
        return all == nullptr || (value(all->value).kind == Kind::flag && value(all->value).number == 0);
      }
      if (word->does == Does::pools_all || word->does == Does::flattens) return true;
      if (!keeps_axes(*word) || reads(index).empty()) return false;
      index = reads(index).front().thing;
    }
    return false;
  }

  /// Axis 1 is that of the features where there are no time steps.
  bool joins_features(int index) const {
    const Given* axis = given_as(thing(index), "axis");
    if (axis == nullptr || value(axis->value).kind != Kind::number || value(axis->value).number != 1)
      return true;
    const std::vector<Read>& all = reads(index);
    return std::any_of(all.begin(), all.end(), [&](const Read& read) { return hands_on_vector(read.thing); });
  }

  static bool is_dot(const Thing& one) { return last_word(one.path) == "Dot"; }

  /// Two vectors are one number; of sequences it is not followed how many there are.
  Whole dotted(int index) const {
    const Given* axes = given_as(thing(index), "axes");
    const std::int64_t axis = axes == nullptr ? 1 : value(axes->value).number;
    const std::vector<Read>& all = reads(index);
    const bool vectors =
        std::all_of(all.begin(), all.end(), [&](const Read& read) { return hands_on_vector(read.thing); });
    return vectors && (axis == 1 || axis == -1) ? Whole(1) : Whole();
  }

  Whole merged(int index, const std::vector<Whole>& widths) const {
    if (is_dot(thing(index))) return dotted(index);
    const bool joins = last_word(thing(index).path) == "Concatenate" && !joins_steps(index);
    if (joins && !joins_features(index)) return {};
    Whole sum = 0;
    for (const Read& read : reads(index)) {
      const Whole width = width_of(read, widths);
      if (!joins) return width;
      sum = add_widths(sum, width);
    }
    return sum;
  }

  static Whole add_widths(const Whole& a, const Whole& b) { return rnn::add(a, b); }

  Whole width_of(int index, const std::vector<Whole>& widths) const {
    if (!uses_.joins(index)) return width_of(reads(index).front(), widths);
    Whole sum = 0;
    for (const Read& read : reads(index)) sum = add_widths(sum, width_of(read, widths));
    return sum;
  }

  Whole width_of(const Read& read, const std::vector<Whole>& widths) const {
    const Thing& one = thing(read.thing);
    if (one.kind == Thing::Kind::input) {
      const Given* shape = shape_of(one);
      if (shape == nullptr || !one.closed) return {};
      const Value& said = value(shape->value);
      if (said.kind != Kind::list || said.items.empty()) return {};
      const Value& last = value(said.items.back());
      return last.kind == Kind::number && last.number > 0 ? Whole(static_cast<std::uint64_t>(last.number))
                                                          : Whole();
    }
    const int place = flat(read.thing);
    if (place < 0) return {};
    const Whole width = widths[static_cast<std::size_t>(place)];
    const bool both = placed_[static_cast<std::size_t>(place)].layer.calls.front().name == wrapper_name;
    return read.state && both && width ? Whole(*width / 2) : width;
  }

  /// Whether the layer before it is a function whose words say how wide it is, and is what it reads.
  bool reads_function(std::size_t place) const {
    if (place == 0) return false;
    const Placed& before = placed_[place - 1];
    const std::vector<Read>& all = reads(placed_[place].thing);
    return (handed(thing(before.thing)) != Hands::unknown || said_width(thing(before.thing))) &&
           !says_what_it_reads(thing(placed_[place].thing)) &&
           (all.empty() || (all.size() == 1 && all.front().thing == before.thing));
  }

  std::string width_read(std::size_t place, const std::vector<Whole>& widths) const {
    if (reads_function(place) && widths[place - 1]) return digits(widths[place - 1]);
    if (!branches(placed_[place])) return "";
    const Thing& here = thing(placed_[place].thing);
    const std::string_view name = last_word(here.path);
    if (layer_named(name) != nullptr && layer_named(name)->cell == Cell::embedding) return "";
    if (is_merge(name)) return "";
    if (reads(placed_[place].thing).empty()) return "";
    const Whole width = width_of(placed_[place].thing, widths);
    const std::vector<Read>& all = reads(placed_[place].thing);
    const auto is_open = [&](const Thing& one, int index) {
      return is_dot(one) ||
             (last_word(one.path) == "Concatenate" && !joins_steps(index) && !joins_features(index));
    };
    if (!width && all.size() == 1 && is_open(thing(all.front().thing), all.front().thing)) return "?";
    if (!width) return "";
    // It goes without saying where the one before hands on as much.
    return place > 0 && widths[place - 1] == width && !changes_width(placed_[place - 1]) ? "" : digits(width);
  }

  const Run& run_;
  const std::string& framework_;
  std::string_view text_;
  const Framework* row_;
  Uses uses_;
  std::vector<std::vector<Read>> reads_{};  ///< of each thing what its uses say that it reads
  std::vector<int> group_{};
  std::vector<Placed> placed_;
  std::vector<int> inputs_;
  std::vector<Left> listed_{};    ///< layers that no model holds
  const Given* shape_ = nullptr;  ///< of a model that says what it is built with
  bool ends_ = false;             ///< a model says what it hands on
  Whole coming_{};                ///< the width of what the first layer reads
  FoundValue asked_;              ///< the input, where its shape has no value
};

}  // namespace

std::vector<Found> models(const Run& run, const std::string& framework, std::string_view text) {
  return Models(run, framework, text).read();
}

std::string framework_of(const Run& run, std::string_view text, Jax jax) {
  struct Room {
    std::string_view path;
    std::string_view framework;
  };
  constexpr std::array rooms{Room{"torch", "pytorch"}, Room{"flax", "flax_linen"}, Room{"equinox", "equinox"},
                             Room{"mlx", "mlx"}, Room{"tinygrad", "tinygrad"}, Room{"mxnet", "mxnet"},
                             Room{"paddle", "paddle"}, Room{"haiku", "haiku"}, Room{"sonnet", "sonnet"},
                             Room{"tensorflow_addons", "tfa"}, Room{"keras", "keras"},
                             Room{"tensorflow", "keras"}, Room{"tf", "keras"}, Room{"tf_keras", "keras"},
                             Room{"lightning", "pytorch"}, Room{"pytorch_lightning", "pytorch"},
                             // By the names that their documentation imports them under.
                             Room{"eqx", "equinox"}, Room{"hk", "haiku"}, Room{"snt", "sonnet"},
                             Room{"tfa", "tfa"}, Room{"pl", "pytorch"}};
  const auto room_of = [&](std::string_view path) -> std::string_view {
    if (path == "nnx" || path.starts_with("nnx.") || path.starts_with("flax.nnx")) return "flax_nnx";
    path = path.substr(0, std::min(path.find('.'), path.size()));
    for (const Room& room : rooms)
      if (room.path == path && find_framework(room.framework) != nullptr) return room.framework;
    return {};
  };
  if (is_javascript(text)) return "tfjs";
  if (jax == Jax::nnx) return "flax_nnx";
  if (std::any_of(run.things.begin(), run.things.end(), [](const Thing& one) {
        return one.kind == Thing::Kind::model && last_word(one.path) == "Chain" && !one.members.empty();
      }))
    return "flux";
  for (const Thing& one : run.things)
    if (const std::string_view room = room_of(one.path); !room.empty()) return std::string(room);
  for (const std::string& path : run.imports)
    if (const std::string_view room = room_of(path); !room.empty()) return std::string(room);
  // Others than Flax that stand on JAX are imported under names of their own.
  const bool repeats_cell = std::any_of(run.things.begin(), run.things.end(), [&](const Thing& one) {
    return one.path == "nn.RNN" && !one.given.empty() && one.given.front().thing >= 0;
  });
  if (repeats_cell || jax == Jax::linen) return "flax_linen";
  int torch = 0;
  for (const Thing& one : run.things) {
    const std::string_view word = last_word(one.path);
    if (one.path.starts_with("nn.") || word == "Linear" || word == "ModuleList") ++torch;
    if (one.path.starts_with("layers.") || word == "Dense" || word == "SimpleRNN" ||
        word == "Bidirectional" || word == "TimeDistributed" || one.kind == Thing::Kind::input)
      --torch;
    for (const Given& given : one.given) {
      if (given.name == "hidden_size" || given.name == "batch_first" || given.name == "num_layers" ||
          given.name == "input_size" || given.name == "in_features")
        ++torch;
      if (given.name == "units" || given.name == "return_sequences" || given.name == "input_shape" ||
          given.name == "output_dim")
        --torch;
    }
  }
  if (torch == 0)
    torch =
        text.find("torch") != std::string_view::npos || text.find("self.") != std::string_view::npos ? 1 : -1;
  return torch > 0 ? "pytorch" : "keras";
}

}  // namespace rnn::python
