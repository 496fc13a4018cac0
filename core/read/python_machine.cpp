#include "core/read/python_machine.h"

#include <algorithm>
#include <set>

#include "core/utf8.h"

namespace rnn::python {
namespace {

constexpr std::size_t most_frames = 48;

}  // namespace

Machine::Machine(std::string_view text, Program program, const Names& names)
    : text_(text), program_(std::move(program)), names_(names), entered_(program_.statements.size()) {
  for (std::size_t i = 0; i < program_.nodes.size(); ++i) {
    const Node& one = program_.nodes[i];
    if (one.kind == Node::Kind::comprehension) elements_[one.first].push_back(one.last);
    if (one.condition >= 0) elements_[one.condition_first].push_back(static_cast<int>(i));
    if (one.kind == Node::Kind::call && one.a >= 0) calls_[node(one.a).word].push_back(static_cast<int>(i));
  }
  for (auto& [first, ends] : elements_) std::sort(ends.begin(), ends.end());
}

Run Machine::run() {
  scopes_.emplace_back();
  Frame module;
  module.end = program_.statements.size();
  frames_.push_back(module);
  while (!frames_.empty()) step();
  follow_definitions(false);
  if (run_.things.empty()) follow_definitions(true);
  // What was made to be copied, and is kept by nothing, is gone.
  for (const int original : copied_)
    if (!thing(original).consumed && thing(original).name.empty()) thing(original).dropped = true;
  follow_forwards();
  return std::move(run_);
}

// --- values and names

int Machine::keep(Value value) {
  run_.values.push_back(std::move(value));
  return static_cast<int>(run_.values.size()) - 1;
}

void NodeValues::set(int node, int value) {
  if (values_.empty() || values_.back().first < node) {
    values_.emplace_back(node, value);
    return;
  }
  const auto at = std::lower_bound(values_.begin(), values_.end(), std::pair(node, -1));
  if (at != values_.end() && at->first == node)
    at->second = value;
  else
    values_.insert(at, {node, value});
}

int NodeValues::find(int node) const {
  const auto at = std::lower_bound(values_.begin(), values_.end(), std::pair(node, -1));
  return at == values_.end() || at->first != node ? -1 : at->second;
}

int Machine::value_of(int node) {
  const int known = node < 0 ? -1 : top().values.find(node);
  return known < 0 ? keep({}) : known;
}

int Machine::find(std::string_view name) const { return find(name, frames_.back().scope); }

int Machine::find(std::string_view name, int from) const {
  const int scope = scope_of(name, from);
  return scope < 0 ? -1 : scopes_[static_cast<std::size_t>(scope)].names.find(name)->second;
}

/// The scope in which a name has its value; −1 where it has none.
int Machine::scope_of(std::string_view name, int from) const {
  for (int at = from; at >= 0; at = scopes_[static_cast<std::size_t>(at)].parent)
    if (scopes_[static_cast<std::size_t>(at)].names.count(name) > 0) return at;
  return -1;
}

/// The value of a name on which something hangs; −1 where it has none.
int Machine::read(std::string_view name) {
  const int scope = scope_of(name, top().scope);
  return scope < 0 ? -1 : read_in(scope, name);
}

int Machine::read_in(int scope, std::string_view name) {
  const auto it = this->scope(scope).names.find(name);
  if (it == this->scope(scope).names.end()) return -1;
  if (!plain_rounds_.empty()) {
    Round& round = plain_rounds_.back();
    Place place(scope, name);
    if (round.bound.count(place) == 0) round.read.emplace(std::move(place), it->second);
  }
  return it->second;
}

void Machine::set_name(int scope, const std::string& name, int value) {
  this->scope(scope).names[name] = value;
  if (!plain_rounds_.empty()) plain_rounds_.back().bound[{scope, name}] = value;
}

int Machine::open_scope(int parent) {
  Scope scope;
  scope.parent = parent;
  scopes_.push_back(std::move(scope));
  return static_cast<int>(scopes_.size()) - 1;
}

/// The scope of the instance that a scope belongs to; −1 for none.
int Machine::instance_of(int scope) const {
  while (scope >= 0 && scopes_[static_cast<std::size_t>(scope)].instance < 0)
    scope = scopes_[static_cast<std::size_t>(scope)].parent;
  return scope;
}

/// The program's own words, with single blanks.
std::string Machine::source(Span span) const {
  constexpr std::size_t longest = 80;
  std::string out;
  for (const char c : beginning(text_.substr(span.start, span.end - span.start), longest)) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

/// The reader's value for a name that the program leaves open; −1 where there is none.
int Machine::answered(const std::string& name) {
  const auto it =
      std::find_if(names_.begin(), names_.end(), [&](const auto& one) { return one.first == name; });
  if (it == names_.end()) return -1;
  const std::string_view text = it->second;
  if (text == "true" || text == "True") return keep(flag(true));
  if (text == "false" || text == "False") return keep(flag(false));
  const Value number = number_value(ascii_digits(text));
  return !text.empty() && number.kind == Kind::number ? keep(number) : -1;
}

int Machine::unknown(Span span) {
  const std::string name = source(span);
  const int known = answered(name);
  if (known >= 0) return known;
  Value value;
  value.text = name;
  return keep(std::move(value));
}

int Machine::path(std::string text) {
  const int known = answered(text);
  if (known >= 0) return known;
  Value value;
  value.kind = Kind::path;
  value.text = std::move(text);
  return keep(std::move(value));
}

int Machine::thing_value(int index) {
  Value value;
  value.kind = Kind::thing;
  value.object = index;
  return keep(std::move(value));
}

int Machine::tensor(int index, bool state) {
  Value value;
  value.kind = Kind::tensor;
  value.object = index;
  value.state = state;
  return keep(std::move(value));
}

// --- statements

/// Does the next thing of the frame on top.
void Machine::step() {
  if (++steps_ > most_steps || frames_.size() > most_frames) {
    frames_.clear();
    plain_rounds_.clear();
    if (forward_) {
      lost_ = true;
      return;
    }
    run_.problems.push_back({"too_long_to_follow", {}, {}});
    return;
  }
  Frame& frame = top();
  if (frame.element < 0 && frame.statement >= frame.end) {
    if (!begin_item()) end_frame();
    return;
  }
  if (frame.element < 0 && frame.node < 0) {
    const Statement& next = program_.statements[frame.statement];
    frame.node = static_cast<int>(next.first_node);
    frame.last = static_cast<int>(next.last_node);
    frame.values.clear();
  }
  if (frame.node < frame.last) {
    const auto elements = elements_.find(frame.node);
    if (elements != elements_.end()) {
      // Not the elements of comprehensions: they are evaluated for each item, by a frame of their own.
      const std::vector<int>& ends = elements->second;
      const auto inner = std::lower_bound(ends.begin(), ends.end(), frame.last);
      if (frame.element < 0 || inner != ends.begin()) {
        const int end = frame.element < 0 ? ends.back() : *std::prev(inner);
        frame.node = std::max(end, frame.node + 1);
        return;
      }
    }
    const int index = frame.node++;
    evaluate(index);
    return;
  }
  if (frame.element < 0) return statement();
  if (frame.tests) {
    const Node& all = node(frame.element);
    const int met = is_met(all.condition);
    hold_said(at(value_of(all.condition)));
    ++changes_;
    if (met != 0) {
      frame.open = frame.open || met < 0;
      frame.tests = false;
      frame.node = all.first;
      frame.last = all.last;
    } else if (!begin_item()) {
      end_frame();
    }
    return;
  }
  frame.made.push_back(value_of(node(frame.element).a));
  if (!begin_item()) end_frame();
}

void Machine::end_frame() {
  const Frame done = std::move(frames_.back());
  frames_.pop_back();
  leave_loop(done);
  if (frames_.empty() || done.waits < 0) return;
  int result = done.result;
  if (done.element >= 0) {
    Value list;
    list.kind = Kind::list;
    list.items = done.made;
    const Span all = node(done.element).span;
    const bool flows =
        node(done.element).condition < 0 && !done.made.empty() && at(done.made.front()).kind == Kind::tensor;
    const bool lost = done.open && !forward_ && !flows;
    if (lost && nodes_make_layers(static_cast<std::size_t>(node(done.element).first),
                                  static_cast<std::size_t>(node(done.element).last)))
      run_.problems.push_back({"loop", all, {{"text", source(all)}}});
    else if (lost)
      list = at(unknown(all));
    result = keep(std::move(list));
    mark_listed(result);
  }
  top().values.set(done.waits, result < 0 ? keep({}) : result);
}

/// A return ends the function whose body is on top.
void Machine::give_back(int value) {
  const int instance = instance_of(top().scope);
  if (!forward_ && instance >= 0 && at(value).kind == Kind::path && at(value).text == "self")
    value = thing_value(scope(instance).instance);
  if (forward_ && in_doubt_now()) {
    for (std::size_t i = frames_.size(); i-- > 0;)
      if (frames_[i].call) {
        if (frames_[i].result < 0) frames_[i].result = value;
        return;
      }
  }
  while (frames_.size() > 1 && !top().call) {
    leave_loop(top());
    frames_.pop_back();
  }
  if (!top().call) return;
  if (top().result < 0) top().result = value;
  top().statement = top().end;
  top().node = -1;
  top().repeats = false;
}

void Machine::statement() {
  const std::size_t index = top().statement;
  const Statement& now = program_.statements[index];
  ++top().statement;
  top().node = -1;
  switch (now.kind) {
    case Statement::Kind::assign: {
      const int value = value_of(now.value);
      if (!things_in(value).empty()) run_.holding.push_back(index);
      for (const int target : now.targets) assign(target, value, now.span, false);
      return;
    }
    case Statement::Kind::augment: {
      const int left = value_of(now.targets.front());
      const int added = value_of(now.value);
      if (at(left).kind == Kind::list && at(added).kind == Kind::list && now.name.starts_with("+"))
        return extend(left, added, now.span);
      const bool flows = at(left).kind == Kind::flow || at(added).kind == Kind::flow;
      const int value =
          flows ? joined_flow({left, added}, false) : keep(combined(now.name, at(left), at(added)));
      return assign(now.targets.front(), value, now.span, false);
    }
    case Statement::Kind::define:
      for (const Parameter& parameter : now.parameters)
        if (parameter.value >= 0) defaults_[parameter.value] = value_of(parameter.value);
      ++changes_;
      return define(now);
    case Statement::Kind::define_class: ++changes_; return define(now);
    case Statement::Kind::each: return loop(now);
    case Statement::Kind::repeat: return repeat(now);
    case Statement::Kind::when:
    case Statement::Kind::otherwise_when:
    case Statement::Kind::otherwise: return branch(now);
    case Statement::Kind::handler: return pass_over_handler(index);
    case Statement::Kind::give_back: return give_back(value_of(now.value));
    case Statement::Kind::import_names: return import_names(now);
    case Statement::Kind::expression: return doubt_addition_by_condition(index);
    case Statement::Kind::scope: return;
    case Statement::Kind::other: return other(index);
  }
}

void Machine::import_names(const Statement& statement) {
  for (const Import& one : statement.imports) {
    run_.imports.push_back(one.path);
    if (one.name == "*" || one.name == one.path) continue;
    Value value;
    value.kind = Kind::path;
    value.text = one.path;
    scope(top().scope).names[std::string(one.name)] = keep(std::move(value));
  }
}

void Machine::define(const Statement& statement) {
  const auto index = static_cast<std::size_t>(&statement - program_.statements.data());
  const bool type = statement.kind == Statement::Kind::define_class;
  Value value;
  value.kind = type ? Kind::type : Kind::function;
  value.number = static_cast<std::int64_t>(index);
  value.object = top().scope;
  scope(top().scope).names[std::string(statement.name)] = keep(std::move(value));
  top().statement = behind_body(program_, index);
  if (!type || !statement.bases.empty()) return;
  // A class of settings.
  Frame body;
  body.statement = index + 1;
  body.end = top().statement;
  body.scope = top().scope;
  body.prefix = std::string(statement.name) + ".";
  frames_.push_back(std::move(body));
}

/// What is no assignment and no expression: `break`, `global n`, `nonlocal n`, `del sizes[0]`, `case 1:`.
void Machine::other(std::size_t index) {
  const Span span = program_.statements[index].span;
  const std::string text = source(span);
  if (text == "break" || text == "continue") return leave_round(index, text == "break");
  const auto begins = [&](std::string_view word) { return text.starts_with(word); };
  if (text == "raise" || begins("raise ")) return raise(span);
  if (begins("@")) {
    // What it makes of the function is not followed.
    const int wraps = find(text.substr(1, text.find('(') - 1));
    if (wraps >= 0 && at(wraps).kind == Kind::function)
      run_.unknown.push_back({span, "function", {{"name", text}}});
    return;
  }
  const std::size_t end = behind_body(program_, index);
  if (begins("case ") && end > index + 1) {
    if (makes_layers(index + 1, end)) run_.problems.push_back({"condition", span, {{"text", text}}});
    top().other_way = true;
    top().doubtful = std::max(top().doubtful, end);
  }
  const bool global = begins("global ");
  const bool around = begins("nonlocal ");
  if (!global && !around && !begins("del ")) return;
  std::string name;
  for (std::size_t at = text.find(' '); at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ',';
    if (c == ',' || (c == '[' && begins("del "))) {
      const int known = name.empty() ? -1 : find(name);
      if ((global || around) && !name.empty())
        scope(top().scope).elsewhere[name] =
            global ? 0 : std::max(scope_of(name, scope(top().scope).parent), 0);
      else if (c == '[' && known >= 0 && this->at(known).kind == Kind::thing)
        run_.unknown.push_back({span, "function", {{"name", text}}});
      else if (c == '[' && known >= 0)
        forget_list(known, span);
      name.clear();
      if (c == '[') return;
    } else if (c != ' ') {
      name += c;
    }
  }
}

/// What the program defines and does not call is a model, too, with the defaults of its parameters.
void Machine::follow_definitions(bool called_ones) {
  const std::size_t count = entered_.size();
  std::size_t inside = 0;  // of a definition that was looked at
  for (std::size_t i = 0; i < count; ++i) {
    const Statement& statement = program_.statements[i];
    const bool type = statement.kind == Statement::Kind::define_class;
    if (i < inside || (!type && statement.kind != Statement::Kind::define)) continue;
    inside = behind_body(program_, i);
    if (entered_[i] || (!called_ones && is_called(i))) continue;
    const Span span = statement.span;
    Node name;
    name.kind = Node::Kind::name;
    name.word = statement.name;
    name.span = span;
    Node call;
    call.kind = Node::Kind::call;
    call.span = span;
    call.a = static_cast<int>(program_.nodes.size());
    Statement start;
    start.kind = Statement::Kind::expression;
    start.first_node = program_.nodes.size();
    start.last_node = start.first_node + 2;
    start.span = {span.start, span.start};
    start.value = call.a + 1;
    program_.nodes.push_back(name);
    program_.nodes.push_back(call);
    program_.statements.push_back(start);
    Frame frame;
    frame.statement = program_.statements.size() - 1;
    frame.end = frame.statement + 1;
    frames_.push_back(frame);
    while (!frames_.empty()) step();
  }
}

/// Whether the program calls it anywhere but in its own body.
bool Machine::is_called(std::size_t definition) const {
  const Statement& statement = program_.statements[definition];
  const std::size_t behind = behind_body(program_, definition);
  const std::size_t from = program_.statements[definition].first_node;
  const std::size_t to = program_.statements[behind - 1].last_node;
  const auto calls = calls_.find(statement.name);
  return calls != calls_.end() && (static_cast<std::size_t>(calls->second.front()) < from ||
                                   static_cast<std::size_t>(calls->second.back()) >= to);
}

}  // namespace rnn::python
