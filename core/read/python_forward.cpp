// forward() of a model: in which order it uses its layers, and which reads which.
#include <algorithm>
#include <array>

#include "core/read/python_machine.h"

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

template <std::size_t n>
bool is_among(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

/// The method of a class, or of one that it is derived from, that says how its layers are used; −1 for none.
int Machine::forward_of(std::size_t type) const {
  for (int depth = 0; depth < most_bases; ++depth) {
    for (const char* method : {"forward", "call", "__call__"}) {
      const int found = definition_in(type, method);
      if (found >= 0) return found;
    }
    const int base = base_of(type, 0);
    if (base < 0) return -1;
    type = static_cast<std::size_t>(base);
  }
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
  return flow_of({static_cast<int>(uses_.size()) - 1}, false);
}

/// What stands side by side in a list; of another width where it is not known how wide each of them is.
int Machine::concatenation(const Node& now) {
  Value out;
  out.kind = Kind::flow;
  out.joined = true;
  const Value list = now.items.empty() ? Value() : at(value_of(now.items.front()));
  out.state = list.kind != Kind::list;
  for (const int item : list.items) {
    const Value& one = at(item);
    out.state = out.state || one.kind != Kind::flow || one.state || (one.items.size() != 1 && !one.joined);
    if (one.kind == Kind::flow && out.items.size() < most_uses)
      out.items.insert(out.items.end(), one.items.begin(), one.items.end());
  }
  if (out.items.empty()) out.items.push_back(-1);
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
  if (is_among(word, joining)) return concatenation(now);
  return flow_of(std::move(uses), changed);
}

}  // namespace rnn::python
