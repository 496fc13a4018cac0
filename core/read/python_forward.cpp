// forward() of a model: in which order it uses its layers, and which reads which.
#include <algorithm>
#include <array>

#include "core/naming.h"
#include "core/numbers.h"
#include "core/read/python_machine.h"
#include "core/read/signs.h"

namespace rnn::python {
namespace {

constexpr std::size_t most_uses = 1000;

/// Functions and methods behind which the last axis may have another width.
constexpr std::array<std::string_view, 11> reshaping{
    "stack", "hstack", "flatten", "unfold", "bmm", "matmul", "einsum", "chunk", "split", "outer", "gather"};

/// Functions that put tensors side by side.
constexpr std::array<std::string_view, 3> joining{"cat", "concat", "concatenate"};

/// Methods that change the shape to what their arguments say.
constexpr std::array<std::string_view, 3> shaping{"view", "reshape", "resize"};

/// Functions and methods that leave every axis as it is, and those that take one away.
constexpr std::array<std::string_view, 16> leaves_axes{
    "relu", "tanh",       "sigmoid", "dropout", "softmax", "log_softmax", "leaky_relu", "gelu",
    "elu",  "contiguous", "float",   "clone",   "detach",  "to",          "cuda",       "selu"};
constexpr std::array<std::string_view, 8> takes_axis{"mean", "sum",         "max",        "min",
                                                     "amax", "reduce_mean", "reduce_max", "squeeze"};

template <std::size_t n>
bool is_among(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

/// The method of a class, or of one that it is derived from, that says how its layers are used; −1 for none.
int Machine::forward_of(std::size_t type) const {
  for (const std::size_t one : ancestry(type))
    for (const char* method : {"forward", "call", "__call__"})
      if (const int found = definition_in(one, method); found >= 0) return found;
  return -1;
}

/// Follows forward() of every model; where that cannot be done, nothing is said of it.
void Machine::follow_forwards() {
  forward_ = true;
  const std::size_t unknown = run_.unknown.size();
  const std::size_t problems = run_.problems.size();
  const std::size_t holding = run_.holding.size();
  const std::size_t imports = run_.imports.size();
  for (std::size_t i = 0; i < run_.things.size() && steps_ < most_steps; ++i)
    if (run_.things[i].kind == Thing::Kind::instance && run_.things[i].definition >= 0 &&
        run_.things[i].scope >= 0)
      follow_forward(static_cast<int>(i));
  run_.unknown.resize(unknown);
  run_.problems.resize(problems);
  run_.holding.resize(holding);
  run_.imports.resize(imports);
}

void Machine::follow_forward(int instance) {
  const int method = forward_of(static_cast<std::size_t>(thing(instance).definition));
  if (method < 0) return;
  const auto definition = static_cast<std::size_t>(method);
  const std::size_t end = behind_body(program_, definition);
  if (makes_layers(definition, end)) return;
  lost_ = false;
  uses_.clear();
  const int coming = flow_of({-1}, false);
  bool first = true;
  Frame frame;
  frame.statement = definition + 1;
  frame.end = end;
  frame.scope = open_scope(thing(instance).scope);
  frame.call = true;
  for (const Parameter& parameter : program_.statements[definition].parameters) {
    const auto usual = defaults_.find(parameter.value);
    const bool known =
        parameter.value >= 0 && usual != defaults_.end() && at(usual->second).kind != Kind::none;
    if (parameter.name == "self") continue;
    const int value = known ? usual->second : first ? coming : flow_of({-1}, true);
    first = false;
    scope(frame.scope).names[std::string(parameter.name)] = value;
  }
  frames_.push_back(std::move(frame));
  while (!frames_.empty()) step();
  if (lost_ || uses_.empty()) return;
  thing(instance).uses = std::move(uses_);
  thing(instance).forward = {definition, end};
  uses_.clear();
}

int Machine::flow_of(std::vector<int> uses, bool changed) {
  Value value;
  value.kind = Kind::flow;
  value.items = std::move(uses);
  value.state = changed;
  return keep(std::move(value));
}

/// What a value comes of, with the items of lists; false where it comes of nothing. `things`: the layers in
/// it.
bool Machine::flows_in(int value, std::vector<int>& uses, bool& changed, std::vector<int>& things) const {
  std::vector<int> open{value};
  bool any = false;
  for (std::size_t looked = 0; !open.empty() && looked < most_uses; ++looked) {
    const Value& one = at(open.back());
    open.pop_back();
    if (one.kind == Kind::thing) things.push_back(one.object);
    if (one.kind == Kind::list) open.insert(open.end(), one.items.rbegin(), one.items.rend());
    if (one.kind != Kind::flow) continue;
    any = true;
    changed = changed || one.state || one.joined;
    for (const int use : one.items)
      if (uses.size() < most_uses && std::find(uses.begin(), uses.end(), use) == uses.end())
        uses.push_back(use);
  }
  return any;
}

/// A flow that has so many axes.
int Machine::ranked(int flow, std::int64_t axes) {
  if (at(flow).kind == Kind::flow) run_.values[static_cast<std::size_t>(flow)].number = axes;
  return flow;
}

std::int64_t Machine::axes_of(int value) const { return at(value).kind == Kind::flow ? at(value).number : 0; }

/// How many axes are left behind a function of the first flow among `values`.
std::int64_t Machine::axes_behind(const Node& now, std::string_view word,
                                  const std::vector<int>& values) const {
  const auto first =
      std::find_if(values.begin(), values.end(), [&](int value) { return at(value).kind == Kind::flow; });
  if (first == values.end() || at(*first).number <= 0) return 0;
  if (is_among(word, leaves_axes)) return at(*first).number;
  // x.mean(dim=1), torch.mean(x, 1): one number says which.
  const std::size_t own = first == values.begin() ? 0 : 1;
  return is_among(word, takes_axis) && now.items.size() == own + 1 ? at(*first).number - 1 : 0;
}

/// Whether it is the last state of a layer that reads in both directions, or may be: one half of its width.
bool Machine::is_part_of_both_ways(const Value& flow) const {
  if (flow.text.empty() || flow.items.size() != 1 || flow.items.front() < 0) return false;
  const int layer = uses_[static_cast<std::size_t>(flow.items.front())].thing;
  const Thing& one = run_.things[static_cast<std::size_t>(layer)];
  return std::any_of(one.given.begin(), one.given.end(), [&](const Given& given) {
    const Value& said = at(std::max(given.value, 0));
    const bool off = given.value >= 0 && said.kind == Kind::flag && said.number == 0;
    return (given.name == "bidirectional" && !off) || given.name == "proj_size";
  });
}

/// The outputs of a layer, or its states.
int Machine::part_of_outputs(const Value& flow, std::size_t place) {
  const int out = ranked(flow_of(flow.items, flow.state), -flow.number);
  if (place > 0) run_.values[static_cast<std::size_t>(out)].text = "state";
  return out;
}

/// `y[:, -1]`, `h[-1]`: each index takes one axis away.
int Machine::part_of_flow(const Node& now) {
  const Value flow = at(value_of(now.a));
  const std::string inside = source({node(now.a).span.end, now.span.end});
  std::int64_t taken = 0;
  bool known = inside.starts_with("[") && inside.ends_with("]");
  for (std::size_t start = 1; known && start < inside.size();) {
    const std::size_t end = std::min(inside.find(',', start), inside.size() - 1);
    const std::string_view one = trimmed(std::string_view(inside).substr(start, end - start));
    const std::string_view number = one.starts_with("-") ? one.substr(1) : one;
    const bool index = !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
    known = index || one.empty() || one.find(':') != std::string_view::npos;
    if (index) ++taken;
    start = end + 1;
  }
  if (flow.number < 0 && known && taken == 1) return part_of_outputs(flow, inside == "[0]" ? 0 : 1);
  Value out = flow;
  out.number = known && flow.number > taken ? flow.number - taken : 0;
  // One direction's state is half as wide; put together they are as wide as the outputs.
  return keep(std::move(out));
}

/// What comes of several values; nothing known where none of them is a flow.
int Machine::joined_flow(const std::vector<int>& values, bool changed) {
  std::vector<int> uses;
  std::vector<int> things;
  bool any = false;
  for (const int value : values) any = flows_in(value, uses, changed, things) || any;
  return any ? flow_of(std::move(uses), changed) : keep({});
}

int Machine::list_of_members(int holder) {
  const std::vector<int> members = thing(holder).members;
  Value list;
  list.kind = Kind::list;
  for (const int member : members)
    if (thing(member).kind != Thing::Kind::input) list.items.push_back(thing_value(member));
  return keep(std::move(list));
}

/// A holder of layers as the list of them, where a loop goes over it.
int Machine::members_of(int value) {
  if (!forward_ || at(value).kind != Kind::thing) return value;
  return thing(at(value).object).kind == Thing::Kind::model ? list_of_members(at(value).object) : value;
}

/// `.values()`, `.items()` and the like of a holder of layers.
int Machine::members_named(const Value& method) {
  const Thing::Kind kind = thing(method.object).kind;
  if (kind != Thing::Kind::model && (forward_ || kind != Thing::Kind::instance)) return keep({});
  const int members = list_of_members(method.object);
  if (method.text == "values" || method.text == "children") return members;
  if (method.text != "items" && method.text != "named_children") return keep({});
  Value pairs;
  pairs.kind = Kind::list;
  const std::vector<int> all = at(members).items;
  for (const int member : all) {
    Value pair;
    pair.kind = Kind::list;
    pair.items = {keep({}), member};
    pairs.items.push_back(keep(std::move(pair)));
  }
  return keep(std::move(pairs));
}

/// Whether nothing says that the statement is run.
bool Machine::in_doubt_now() const {
  for (std::size_t i = frames_.size(); i-- > 0;) {
    if (frames_[i].doubtful >= frames_[i].statement && frames_[i].doubtful > 0) return true;
    if (frames_[i].call) break;
  }
  return false;
}

/// The same of what a program makes, where the statement is not done yet.
bool Machine::in_doubt_here() const {
  if (frames_.back().doubtful > frames_.back().statement) return true;
  for (std::size_t i = frames_.size(); i-- > 1 && !frames_[i].call;)
    if (frames_[i - 1].doubtful > 0 && frames_[i - 1].doubtful >= frames_[i - 1].statement) return true;
  return false;
}

/// A layer is called: it reads what its first argument comes of.
int Machine::use(const Node& now, int index) {
  if (uses_.size() == most_uses) {
    lost_ = true;
    return keep({});
  }
  Use one;
  one.thing = index;
  one.span = now.span;
  one.changed = in_doubt_now();
  std::vector<int> things;
  for (const int item : now.items) {
    // A state may stand before what is read.
    const int given = value_of(item);
    one.changed = one.changed || (at(given).kind == Kind::flow && is_part_of_both_ways(at(given)));
    if (at(given).kind == Kind::flow && at(given).joined && !at(given).state) {
      one.joined = true;
      one.reads = at(given).items;
    } else {
      flows_in(given, one.reads, one.changed, things);
    }
    if (!one.reads.empty()) break;
  }
  lost_ = lost_ || !things.empty();
  uses_.push_back(std::move(one));
  ++changes_;
  const LayerWord* word = layer_named(last_word(thing(index).path));
  std::int64_t axes = now.items.empty() ? 0 : axes_of(value_of(now.items.front()));
  if (word != nullptr && word->cell == Cell::embedding) axes = 3;
  if (word != nullptr && word->recurrent) axes = last_word(thing(index).path).ends_with("Cell") ? 0 : -3;
  return ranked(flow_of({static_cast<int>(uses_.size()) - 1}, false), axes);
}

/// What stands side by side in a list; of another width where it is not known how wide each of them is. Along
/// the time steps, or a batch, it is as wide as each.
int Machine::concatenation(const Node& now, std::string_view word) {
  Value out;
  out.kind = Kind::flow;
  out.joined = true;
  const Value list = now.items.empty() ? Value() : at(value_of(now.items.front()));
  out.state = list.kind != Kind::list;
  std::vector<std::int64_t> axes;
  bool halves = !list.items.empty();
  for (const int item : list.items) {
    const Value& one = at(item);
    halves = halves && is_part_of_both_ways(one) && one.items == at(list.items.front()).items;
    out.state = out.state || one.kind != Kind::flow || one.state || (one.items.size() != 1 && !one.joined);
    axes.push_back(axes_of(item));
    if (one.kind == Kind::flow && out.items.size() < most_uses)
      out.items.insert(out.items.end(), one.items.begin(), one.items.end());
  }
  if (out.items.empty()) out.items.push_back(-1);
  const bool alike = std::all_of(axes.begin(), axes.end(), [&](auto one) { return one == axes.front(); });
  out.number = !axes.empty() && alike ? std::max<std::int64_t>(axes.front(), 0) : 0;
  const int named = argument(now, "dim", 1);
  const int said = named >= 0 ? named : argument(now, "axis", 1);
  const Value axis = said < 0 ? Value() : at(value_of(said));
  const bool known = said < 0 || axis.kind == Kind::number;
  const std::int64_t place = said >= 0 ? axis.number : word == "cat" ? 0 : -1;
  const bool last = place == -1 || place >= 2 || (place == 1 && out.number == 2);
  const bool other = place == 0 || place < -1 || (place == 1 && out.number == 3);
  // Both directions' states side by side are as wide as the outputs.
  if (known && last && halves && list.items.size() == 2 && !out.state) {
    out.joined = false;
    out.items.resize(1);
  } else if (known && other && !out.state) {
    out.joined = at(list.items.front()).joined;
    out.items = at(list.items.front()).items;
  } else {
    out.state = out.state || !known || !last ||
                std::any_of(list.items.begin(), list.items.end(),
                            [&](int item) { return is_part_of_both_ways(at(item)); });
  }
  return keep(std::move(out));
}

int Machine::call_in_forward(const Node& now, const Value& callee) {
  if (callee.kind == Kind::thing) return use(now, callee.object);
  if (callee.kind == Kind::method && callee.object < 0) return call_method(now, callee);
  const std::string_view word = now.a < 0 ? std::string_view() : node(now.a).word;
  std::vector<int> values{now.a < 0 ? keep({}) : value_of(now.a)};
  for (const int item : now.items) values.push_back(value_of(item));
  if (callee.kind == Kind::path && callee.text == word) {
    for (const int item : now.items) top().values.set(item, members_of(value_of(item)));
    const int builtin = call_builtin(now, word);
    if (builtin >= 0) return builtin;
  }
  std::vector<int> uses;
  std::vector<int> things;
  bool changed = is_among(word, reshaping);
  bool any = false;
  for (const int value : values) any = flows_in(value, uses, changed, things) || any;
  // A layer is given to what is not known, or what is not known may be one.
  const bool own = callee.kind == Kind::path && callee.text.starts_with("self.");
  if (!things.empty() || (any && (own || callee.kind == Kind::unknown || callee.kind == Kind::type)))
    lost_ = true;
  if (callee.kind == Kind::method) return members_named(callee);
  if (is_among(word, shaping) && !now.items.empty()) {
    const Value& last = at(value_of(now.items.back()));
    changed = changed || last.kind != Kind::number || last.number <= 0;
  }
  if (!any) return unknown(now.span);
  if (is_among(word, joining)) return concatenation(now, word);
  return ranked(flow_of(std::move(uses), changed), axes_behind(now, word, values));
}

}  // namespace rnn::python
