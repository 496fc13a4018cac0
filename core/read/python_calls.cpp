#include <algorithm>
#include <array>

#include "core/language.h"
#include "core/naming.h"
#include "core/read/python_machine.h"

namespace rnn::python {
namespace {

constexpr std::size_t most_items = 1000;
constexpr std::size_t most_arguments = 64;

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 6> holders{"Sequential",       "ModuleList",  "ModuleDict",
                                                  "HybridSequential", "OrderedDict", "Chain"};

/// Parts of paths in which nothing is a layer.
constexpr std::array<std::string_view, 16> elsewhere{
    "optim",         "optimizers", "losses",      "metrics",    "callbacks", "regularizers",
    "initializers",  "init",       "constraints", "functional", "datasets",  "transforms",
    "preprocessing", "utils",      "random",      "backend"};

/// What is called as layers are, and is none.
constexpr std::array<std::string_view, 6> no_layers{"Parameter",    "Module",   "Model",
                                                    "DataParallel", "Variable", "Tensor"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool stands_elsewhere(std::string_view path) {
  while (true) {
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return false;
    if (is_one_of(path.substr(0, dot), elsewhere)) return true;
    path.remove_prefix(dot + 1);
  }
}

/// Functions of Keras and TensorFlow that merge tensors, with the layers that do the same.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> merges{{{"concatenate", "Concatenate"},
                                                                               {"concat", "Concatenate"},
                                                                               {"add", "Add"},
                                                                               {"multiply", "Multiply"},
                                                                               {"average", "Average"},
                                                                               {"maximum", "Maximum"},
                                                                               {"subtract", "Subtract"}}};

/// Methods that are followed where an instance is made.
constexpr std::array<std::string_view, 3> making{"__init__", "setup", "build"};

/// Functions behind whose names the width is the same.
constexpr std::array<std::string_view, 22> keeping{
    "relu",       "tanh",        "sigmoid",       "softmax",     "dropout",     "log_softmax",
    "leaky_relu", "elu",         "gelu",          "selu",        "squeeze",     "mean",
    "unsqueeze",  "reduce_mean", "reduce_max",    "reduce_sum",  "expand_dims", "contiguous",
    "identity",   "cast",        "stop_gradient", "l2_normalize"};

}  // namespace

std::string_view last_word(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

bool names_layer(std::string_view path) {
  const std::string_view word = last_word(path);
  if (word.empty() || !is_upper(word.front()) || stands_elsewhere(path) || ends_with(word, "Loss"))
    return false;
  if (is_one_of(word, holders) || is_one_of(word, no_layers)) return false;
  if (layer_named(word) != nullptr || !not_counted(word).name.empty() || word == wrapper_name ||
      word == every_step_name || word == "RNN")
    return true;
  if (word.size() == path.size()) return false;
  const std::string_view prefix = path.substr(0, path.size() - word.size() - 1);
  const std::string_view room = last_word(prefix);
  return room == "layers" || room == "nn" || room == "rnn" || room == "linen" || room == "nnx";
}

/// Whether it is called as a layer of one's own would be: it is one if a model holds it.
static bool may_be_layer(std::string_view path) {
  const std::string_view word = last_word(path);
  return !word.empty() && is_upper(word.front()) && !ends_with(word, "Loss") && !is_one_of(word, no_layers);
}

/// Whether the statement makes what a call gives back an attribute of its model.
bool Machine::is_kept(int index) const {
  const Statement& statement = program_.statements[frames_.back().statement];
  if (statement.value != index || statement.targets.empty()) return false;
  const Node& target = node(statement.targets.front());
  return target.kind == Node::Kind::attribute && source(target.span).starts_with("self.");
}

/// Whether its value is known already.
bool Machine::enter_method(int index, int method, int instance) {
  const auto definition = static_cast<std::size_t>(method);
  return !enter(index, definition, instance, -1, receivers_of(definition));
}

bool Machine::call(int index) {
  const Node& now = node(index);
  if (enter_base(index)) return false;
  const Value callee = at(value_of(now.a));
  if (callee.kind == Kind::function)
    return !enter(index, static_cast<std::size_t>(callee.number), callee.object, -1, 0);
  if (callee.kind == Kind::type && !forward_) return !enter_type(index, callee);
  if (callee.kind == Kind::path && callee.text.starts_with("self.")) {
    const int instance = instance_of(top().scope);
    const int type = instance < 0 ? -1 : thing(scope(instance).instance).definition;
    const int method = type < 0 ? -1 : method_of(static_cast<std::size_t>(type), callee.text.substr(5));
    if (method >= 0) return enter_method(index, method, instance);
    if (type >= 0 && !forward_ && is_kept(index) && (now.items.empty() || says_size(now)))
      run_.unknown.push_back({now.span, "function", {{"name", source(node(now.a).span)}}});
  }
  if (callee.kind == Kind::method && callee.object >= 0 && !forward_) {
    const int type = thing(callee.object).definition;
    const int method = type < 0 ? -1 : method_of(static_cast<std::size_t>(type), callee.text);
    if (method >= 0 && !is_one_of(callee.text, making) &&
        method != forward_of(static_cast<std::size_t>(type)))
      return enter_method(index, method, thing(callee.object).scope);
  }
  top().values.set(index, forward_ ? call_in_forward(now, callee) : call_now(now, callee));
  return true;
}

/// Works out the defaults of the parameters of a class's methods, as far as no call makes them.
void Machine::set_defaults(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Statement& statement = program_.statements[i];
    if (statement.kind != Statement::Kind::define) continue;
    for (std::size_t at = statement.first_node; at < statement.last_node; ++at) {
      const Node::Kind kind = program_.nodes[at].kind;
      if (kind != Node::Kind::call && kind != Node::Kind::comprehension) evaluate(static_cast<int>(at));
    }
    for (const Parameter& parameter : statement.parameters)
      if (parameter.value >= 0) defaults_[parameter.value] = value_of(parameter.value);
  }
}

/// The method of that name in a class's body; −1 where there is none.
int Machine::definition_in(std::size_t type, std::string_view name) const {
  const std::size_t end = behind_body(program_, type);
  int last = -1;
  for (std::size_t i = type + 1; i < end; i = behind_body(program_, i)) {
    const Statement& statement = program_.statements[i];
    if (statement.kind == Statement::Kind::define && statement.name == name) last = static_cast<int>(i);
  }
  return last;
}

/// The same of a class and those that it is derived from.
int Machine::method_of(std::size_t type, std::string_view name) const {
  for (const std::size_t one : ancestry(type))
    if (const int found = definition_in(one, name); found >= 0) return found;
  return -1;
}

/// How many parameters of a method are the object or the class that it is called at.
std::size_t Machine::receivers_of(std::size_t method) const {
  const bool decorated = method > 0 && program_.statements[method - 1].kind == Statement::Kind::other;
  return decorated && source(program_.statements[method - 1].span).starts_with("@staticmethod") ? 0 : 1;
}

/// What stands before and behind the parameters that have defaults.
static std::array<Span, 2> around_defaults(const Statement& function) {
  std::array<Span, 2> out{};
  for (const Parameter& one : function.parameters) {
    if (one.value < 0) continue;
    if (out[0].end == 0) out[0] = {function.span.start, one.span.start};
    out[1] = {one.span.end, function.span.end};
  }
  return out;
}

/// What `**settings` of a call say of a name; −1 where they don't.
int Machine::spread_argument(const Node& now, std::string_view name) {
  for (const int item : now.items) {
    const Node& one = node(item);
    const int dict = one.kind == Node::Kind::unary && one.word == "**" ? dict_at(value_of(one.a)) : -1;
    if (dict < 0) continue;
    const std::vector<int>& items = at(dict).items;
    for (std::size_t i = items.size() / 2; i-- > 0;) {
      if (at(items[2 * i]).kind != Kind::text || at(items[2 * i]).text != name) continue;
      Value value = at(items[2 * i + 1]);
      if (value.kind != Kind::thing && value.kind != Kind::tensor) value.from.push_back(one.span);
      return keep(std::move(value));
    }
  }
  return -1;
}

/// What a call hands on in `*args` and `**kwargs`: what is no parameter's own. Without a call nothing says
/// it.
void Machine::bind_rest(const Node& now, const Statement& function, std::size_t skipped,
                        std::vector<std::pair<std::string, int>>& bound) {
  const bool is_called = now.a >= 0 && node(now.a).span.end < now.span.end;
  if ((function.rest.empty() && function.others.empty()) || !is_called) return;
  const auto own = [&](const Parameter& one) { return !one.by_name; };
  const auto places =
      static_cast<std::size_t>(std::count_if(function.parameters.begin(), function.parameters.end(), own));
  const std::size_t taken = places - std::min(places, skipped);
  std::size_t place = 0;
  Value rest;
  rest.kind = Kind::list;
  std::vector<int> others;
  bool known = true;
  for (const int item : now.items) {
    const Node& one = node(item);
    if (one.kind == Node::Kind::unary && one.word == "**") {
      const int dict = dict_at(value_of(one.a));
      if (dict < 0) known = false;
      for (std::size_t i = 0; dict >= 0 && i + 1 < at(dict).items.size(); i += 2) {
        const int key = at(dict).items[i];
        const auto is_own = [&](const Parameter& parameter) { return parameter.name == at(key).text; };
        if (std::any_of(function.parameters.begin(), function.parameters.end(), is_own)) continue;
        others.push_back(key);
        others.push_back(at(dict).items[i + 1]);
      }
      continue;
    }
    known = known && !(one.kind == Node::Kind::unary && one.word.starts_with("*"));
    const bool named = one.kind == Node::Kind::keyword;
    const auto is_it = [&](const Parameter& parameter) { return parameter.name == one.word; };
    if (named ? std::any_of(function.parameters.begin(), function.parameters.end(), is_it) : place++ < taken)
      continue;
    Value value = at(value_of(item));
    if (value.kind != Kind::thing && value.kind != Kind::tensor) value.from.push_back(one.span);
    const int kept = keep(std::move(value));
    if (named) others.push_back(text_of(std::string(one.word)));
    (named ? others : rest.items).push_back(kept);
  }
  if (!known) return;
  if (!function.rest.empty()) bound.emplace_back(function.rest, keep(std::move(rest)));
  if (!function.others.empty()) bound.emplace_back(function.others, new_dict(std::move(others), false));
}

/// Follows the body of a function of the program; `skipped` parameters are bound already. `result`: what it
/// gives back, whatever its returns say; −1 for that. False where it is too deep.
bool Machine::enter(int index, std::size_t definition, int parent, int result, std::size_t skipped) {
  constexpr auto nowhere = static_cast<std::size_t>(-1);
  constexpr std::size_t deepest = 24;
  // Functions that call others twice, and so on, are called more often than anybody waits for.
  constexpr std::size_t deep = 8;
  constexpr std::size_t most_deep = 1000;
  const std::size_t most = 20000 + text_.size() / 8;
  ++entered_times_;
  if (frames_.size() >= deep) ++entered_deep_;
  if (frames_.size() >= deepest || entered_deep_ > most_deep || entered_times_ > most) {
    if (!told_deep_)
      run_.unknown.push_back({node(index).span, "function", {{"name", source(node(index).span)}}});
    told_deep_ = true;
    top().values.set(index, result >= 0 ? result : keep({}));
    return false;
  }
  entered_[definition] = true;
  const Node& now = node(index);
  const Statement& function = program_.statements[definition];
  std::vector<std::pair<std::string, int>> bound;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const Parameter& parameter = function.parameters[i];
    if (i < skipped) continue;
    const int given = argument(now, parameter.name, parameter.by_name ? nowhere : i - skipped);
    if (given >= 0) {
      Value value = at(value_of(given));
      if (value.kind != Kind::thing && value.kind != Kind::tensor) value.from.push_back(node(given).span);
      if (value.kind == Kind::list && value.object >= 0) shared_.insert(value.object);
      bound.emplace_back(parameter.name, keep(std::move(value)));
      continue;
    }
    if (const int spread = spread_argument(now, parameter.name); spread >= 0) {
      bound.emplace_back(parameter.name, spread);
      continue;
    }
    const auto usual = defaults_.find(parameter.value);
    if (parameter.value >= 0 && usual != defaults_.end()) {
      if (at(usual->second).kind == Kind::list) share(usual->second);
      Value value = at(usual->second);
      value.from.push_back(parameter.span);
      for (const Span& span : around_defaults(function)) value.from.push_back(span);
      bound.emplace_back(parameter.name, keep(std::move(value)));
    } else if (parameter.name != "self") {
      bound.emplace_back(parameter.name, path(std::string(parameter.name)));
    }
  }
  bind_rest(now, function, skipped, bound);
  Frame frame;
  frame.statement = definition + 1;
  frame.end = behind_body(program_, definition);
  frame.scope = open_scope(parent);
  frame.waits = index;
  frame.result = result;
  frame.call = true;
  for (const auto& [name, value] : bound) scope(frame.scope).names[name] = value;
  frames_.push_back(std::move(frame));
  return true;
}

/// Follows what makes an instance: the class's own body, then its `__init__` or what stands for it.
bool Machine::enter_type(int index, const Value& type) {
  const auto definition = static_cast<std::size_t>(type.number);
  entered_[definition] = true;
  if (const auto set = class_set_.find(definition); set != class_set_.end() && !forward_) {
    doubt_setting(keep({}), set->second);
    class_set_.erase(set);
  }
  const Node& now = node(index);
  const std::string name(program_.statements[definition].name);
  bool weights = false;
  Span made_there;
  const std::size_t end = behind_body(program_, definition);
  for (std::size_t i = definition; i < end; ++i) {
    const Statement& statement = program_.statements[i];
    for (std::size_t at = statement.first_node; at < statement.last_node; ++at) {
      const std::string_view word = program_.nodes[at].word;
      const bool makes = word == "add_weight" || word == "Parameter" || word == "add_variable" ||
                         source(program_.nodes[at].span) == "self.param";
      if (makes && !weights) made_there = program_.nodes[at].span;
      weights = weights || makes;
    }
  }
  set_defaults(definition, end);
  const bool layers = makes_layers(definition, end);
  const int made = static_cast<int>(run_.things.size());
  if (weights && !layers) {
    make_layer(now, name, true);
    top().values.set(index, thing_value(made));
    return false;
  }
  new_thing(Thing::Kind::instance, now, name);
  thing(made).definition = static_cast<int>(definition);
  if (weights) {
    run_.problems.push_back({"own_weights", program_.statements[definition].span, {{"name", name}}});
    thing(made).weights = made_there;
  }
  const int attributes = open_scope(type.object);
  scope(attributes).instance = made;
  thing(made).scope = attributes;
  const int result = thing_value(made);
  int init = -1;
  for (const std::string_view method : making)
    if (init < 0) init = definition_in(definition, method);
  for (const std::size_t base : ancestry(definition)) {
    if (init >= 0) break;
    entered_[base] = true;
    init = definition_in(base, "__init__");
  }
  const int forward = [&] {
    for (const char* method : {"__call__", "call", "forward"}) {
      const int found = definition_in(definition, method);
      if (found >= 0) return found;
    }
    return -1;
  }();
  if (init < 0) give_attributes(now, attributes, definition);
  const bool compact = init < 0 || !makes_layers(static_cast<std::size_t>(init),
                                                 behind_body(program_, static_cast<std::size_t>(init)));
  if (compact && forward >= 0 &&
      makes_layers(static_cast<std::size_t>(forward),
                   behind_body(program_, static_cast<std::size_t>(forward)))) {
    scope(attributes).compact = true;
    if (!enter(index, static_cast<std::size_t>(forward), attributes, result, 1)) return false;
  }
  if (init >= 0) {
    if (!enter(index, static_cast<std::size_t>(init), attributes, result, 1)) return false;
  }
  Frame body;
  body.statement = definition + 1;
  body.end = end;
  body.scope = attributes;
  body.waits = init < 0 && !(compact && forward >= 0) ? index : -1;
  body.result = result;
  frames_.push_back(std::move(body));
  return true;
}

/// The class in whose body a statement stands; −1 for none.
int Machine::type_around(std::size_t statement) const {
  for (std::size_t i = statement; i-- > 0;)
    if (program_.statements[i].kind == Statement::Kind::define_class && behind_body(program_, i) > statement)
      return static_cast<int>(i);
  return -1;
}

/// The class of the program that a name stands for; −1 for none.
int Machine::type_named(std::string_view name, int scope) const {
  const int value = find(name, scope);
  return value < 0 || at(value).kind != Kind::type ? -1 : static_cast<int>(at(value).number);
}

/// A class and those of the program that it is derived from, in the order in which Python looks for methods:
/// each before its bases, which stand behind all that are derived from them.
std::vector<std::size_t> Machine::ancestry(std::size_t type) const {
  const int scope = frames_.empty() ? 0 : frames_.back().scope;
  std::vector<std::size_t> all;
  for (std::vector<std::size_t> open{type}; !open.empty() && all.size() < most_bases;) {
    all.push_back(open.back());
    open.pop_back();
    const std::vector<int>& bases = program_.statements[all.back()].bases;
    for (std::size_t i = bases.size(); i-- > 0;)
      if (const int base = type_named(node(bases[i]).word, scope); base >= 0)
        open.push_back(static_cast<std::size_t>(base));
  }
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (std::find(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(), all[i]) == all.end())
      out.push_back(all[i]);
  return out;
}

/// What `super()` looks through in a method of the class `own`, for an object of the class `type`.
std::vector<std::size_t> Machine::ancestry_behind(std::size_t own, std::size_t type) const {
  std::vector<std::size_t> all = ancestry(type);
  if (std::find(all.begin(), all.end(), own) == all.end()) all = ancestry(own);
  all.erase(all.begin(), std::find(all.begin(), all.end(), own) + 1);
  return all;
}

/// `super().__init__(…)`, `Base.make(self, …)`: a method of a class of the program that this one is derived
/// from.
bool Machine::enter_base(int index) {
  const Node& now = node(index);
  if (now.a < 0 || node(now.a).kind != Node::Kind::attribute) return false;
  const Node& method = node(now.a);
  const bool makes = method.word == "__init__";
  const int instance = instance_of(top().scope);
  if (instance < 0 || (forward_ && !makes)) return false;
  const Node& inner = node(method.a);
  const bool named = inner.kind == Node::Kind::name;
  std::vector<std::size_t> types;
  if (named) {
    const int type = type_named(inner.word, top().scope);
    if (type >= 0) types = ancestry(static_cast<std::size_t>(type));
  } else if (inner.kind == Node::Kind::call && inner.a >= 0 && node(inner.a).word == "super") {
    const int own = type_around(top().statement);
    const int type = thing(scope(instance).instance).definition;
    if (own >= 0 && type >= 0)
      types = ancestry_behind(static_cast<std::size_t>(own), static_cast<std::size_t>(type));
  }
  for (const std::size_t type : types) {
    if (makes) entered_[type] = true;
    const int found = definition_in(type, method.word);
    if (found < 0) continue;
    const std::size_t receivers = receivers_of(static_cast<std::size_t>(found));
    const bool passed = !now.items.empty() && node(now.items.front()).word == "self";
    if (named && !makes && receivers > 0 && !passed) return false;
    if (makes) run_.holding.push_back(top().statement);
    return enter(index, static_cast<std::size_t>(found), instance, -1, named ? 0 : receivers);
  }
  return false;
}

/// The node of an argument by its name or its place; −1 where there is none.
int Machine::argument(const Node& now, std::string_view name, std::size_t position) {
  std::size_t place = 0;
  for (const int item : now.items) {
    const Node& one = node(item);
    if (one.kind == Node::Kind::keyword) {
      if (one.word == name) return item;
    } else if (one.kind == Node::Kind::unary && one.word == "**") {
      continue;
    } else if (place++ == position) {
      return item;
    }
  }
  return -1;
}

int Machine::call_now(const Node& now, const Value& callee) {
  const int settings = call_settings(now);
  if (settings >= 0) return settings;
  switch (callee.kind) {
    case Kind::thing: return apply(now, callee.object);
    case Kind::method: return call_method(now, callee);
    case Kind::path: return call_path(now, callee.text);
    case Kind::tensor: return value_of(now.a);
    default:
      if (now.a >= 0 && node(now.a).kind == Node::Kind::attribute && node(now.a).a >= 0) {
        const Value& of = at(value_of(node(now.a).a));
        if (of.kind == Kind::type &&
            definition_in(static_cast<std::size_t>(of.number), node(now.a).word) >= 0)
          doubt_setting(keep({}), now.span);
      }
      doubt_call(now);
      doubt_addition(now);
      return unknown(now.span);
  }
}

/// What is called may be a layer, by what stands there: `kinds[name](10, 20)` in what makes a model.
void Machine::doubt_call(const Node& now) {
  if (now.a < 0 || now.items.empty() || instance_of(top().scope) < 0) return;
  const Node::Kind kind = node(now.a).kind;
  if (kind != Node::Kind::subscript && kind != Node::Kind::call && kind != Node::Kind::choice) return;
  if (says_size(now)) run_.unknown.push_back({now.span, "function", {{"name", source(node(now.a).span)}}});
}

/// Whether any argument of a call may be one of a layer's.
bool Machine::says_size(const Node& now) {
  return std::any_of(now.items.begin(), now.items.end(), [&](int item) {
    const Value& one = at(value_of(item));
    return one.kind == Kind::number || one.kind == Kind::path;
  });
}

/// A layer is added to what is not known.
void Machine::doubt_addition(const Node& now) {
  if (now.a < 0 || node(now.a).kind != Node::Kind::attribute || forward_) return;
  const std::string_view word = node(now.a).word;
  if (word != "append" && word != "extend" && word != "insert" && word != "add") return;
  const bool layers = std::any_of(now.items.begin(), now.items.end(),
                                  [&](int item) { return !things_in(value_of(item)).empty(); });
  if (layers) run_.unknown.push_back({now.span, "function", {{"name", source(now.span)}}});
}

/// The value of a name in the curly brackets that a call of JavaScript has for its arguments; −1 for none.
int Machine::named_in_dict(const Node& now, std::string_view name) {
  if (now.items.empty() || node(now.items.front()).kind != Node::Kind::dict) return -1;
  const std::vector<int> items = node(now.items.front()).items;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2)
    if (node(items[i]).word == name) return value_of(items[i + 1]);
  return -1;
}

int Machine::make_from_dict(const Node& now, const std::string& path) {
  if (run_.things.size() >= most_things) return unknown(now.span);
  const int made = static_cast<int>(run_.things.size());
  new_thing(Thing::Kind::layer, now, path);
  if (now.items.empty() || node(now.items.front()).kind != Node::Kind::dict) return thing_value(made);
  const std::vector<int> items = node(now.items.front()).items;
  for (std::size_t i = 0; i + 1 < std::min(items.size(), most_arguments * 2); i += 2) {
    Given given;
    given.name = node(items[i]).word;
    given.name_span = {node(items[i]).span.start, node(items[i + 1]).span.start};
    given.span = node(items[i + 1]).span;
    given.value = value_of(items[i + 1]);
    if (at(given.value).kind == Kind::thing) {
      given.thing = at(given.value).object;
      thing(given.thing).consumed = true;
    }
    thing(made).given.push_back(std::move(given));
  }
  return thing_value(made);
}

/// What TensorFlow.js makes by that name; −1 for nothing that is known.
int Machine::call_javascript(const Node& now, std::string_view word) {
  if (word == "sequential") {
    const int made = static_cast<int>(run_.things.size());
    new_thing(Thing::Kind::model, now, std::string(word));
    const int layers = named_in_dict(now, "layers");
    if (layers >= 0) hold(made, layers);
    return thing_value(made);
  }
  if (word == "model") {
    const int made = static_cast<int>(run_.things.size());
    new_thing(Thing::Kind::functional, now, std::string(word));
    const int ends = named_in_dict(now, "outputs");
    if (ends >= 0 && at(ends).kind == Kind::tensor)
      thing(made).reads.push_back({at(ends).object, at(ends).state, true});
    return thing_value(made);
  }
  const bool input = word == "input" || word == "inputLayer";
  const int made = make_from_dict(now, std::string(input ? "Input" : word));
  if (!input || at(made).kind != Kind::thing) return made;
  thing(at(made).object).kind = Thing::Kind::input;
  return word == "input" ? tensor(at(made).object, false) : made;
}

/// Whether it is called with a list of tensors.
bool Machine::merges_list(const Node& now) {
  return !now.items.empty() && at(value_of(now.items.front())).kind == Kind::list &&
         !reads_of(now, Reads::tensors).empty();
}

int Machine::call_path(const Node& now, const std::string& path) {
  const std::string_view word = last_word(path);
  if (path.starts_with("tf.") &&
      (path.starts_with("tf.layers.") || word == "sequential" || word == "model" || word == "input") &&
      (now.items.empty() || node(now.items.front()).kind == Node::Kind::dict))
    return call_javascript(now, word);
  if (word.size() == path.size()) {
    const int builtin = call_builtin(now, word);
    if (builtin >= 0) return builtin;
  }
  if ((word == "scan" || word == "jit" || word == "remat") && !now.items.empty()) {
    // The same layer, another way to run it; scan() makes one for each step unless its weights are shared.
    const Value lifted = at(value_of(now.items.front()));
    const int shared = argument(now, "variable_broadcast", most_arguments);
    const bool once = word != "scan" || (shared >= 0 && at(value_of(shared)).text == "params");
    if (lifted.kind == Kind::path && names_layer(lifted.text)) {
      run_.holding.push_back(top().statement);
      if (once) return value_of(now.items.front());
      run_.unknown.push_back({now.span, "function", {{"name", path}}});
    }
  }
  if ((path == "exec" && !now.items.empty()) || (path == "setattr" && now.items.size() == 3)) {
    const int value = value_of(now.items.back());
    if (path == "exec" || things_in(value).empty())
      doubt_setting(path == "exec" ? keep({}) : value, now.span);
  }
  if (word == "field") {
    const int usual = argument(now, "default", most_arguments);
    if (usual >= 0) return value_of(usual);
  }
  if (!stands_elsewhere(path)) {
    if (word == "Input" || word == "InputLayer") {
      const int value = make_layer(now, path, false);
      if (at(value).kind != Kind::thing) return value;
      thing(at(value).object).kind = Thing::Kind::input;
      return word == "Input" ? tensor(at(value).object, false) : value;
    }
    if (word == "OrderedDict") return now.items.empty() ? keep({}) : value_of(now.items.front());
    if (is_one_of(word, holders)) return make_holder(now, path, Thing::Kind::model);
    if (word == "Model" || word == "Functional") return make_holder(now, path, Thing::Kind::functional);
    if (word == "DataParallel" && !now.items.empty()) return value_of(now.items.front());
    if ((word == "deepcopy" || word == "clone_model" || path == "copy.copy") && now.items.size() == 1)
      return copy_of(now, value_of(now.items.front()));
    // `nn.Embedding.from_pretrained(…)`: a layer whose sizes are not said.
    const std::string_view of =
        std::string_view(path).substr(0, path.size() - std::min(path.size(), word.size() + 1));
    if (word.starts_with("from_") && names_layer(of)) {
      const int value = make_layer(now, std::string(of), false);
      if (at(value).kind == Kind::thing) thing(at(value).object).given.clear();
      run_.unknown.push_back({now.span, "function", {{"name", path}}});
      return value;
    }
    for (const auto& [function, layer] : merges)
      if (word == function && merges_list(now)) {
        const int merged = make_layer(now, path, false);
        if (at(merged).kind != Kind::thing) return merged;
        Thing& one = thing(at(merged).object);
        one.path = layer;
        if (one.given.size() > 1 && one.given[1].name.empty()) one.given[1].name = "axis";
        std::erase_if(one.given, [](const Given& given) { return given.name != "axis"; });
        one.reads = reads_of(now, Reads::tensors);
        one.applied = true;
        return tensor(at(merged).object, false);
      }
    if (names_layer(path)) return make_layer(now, path, false);
    if (may_be_layer(path)) {
      const int value = make_layer(now, path, false);
      if (at(value).kind == Kind::thing) thing(at(value).object).maybe = true;
      return value;
    }
  }
  // `model.add(LSTM(32))` of a model that the text does not show.
  const std::string_view owner = std::string_view(path).substr(0, path.size() - word.size());
  if ((word == "add" || word == "append") && owner.size() > 1 && now.items.size() == 1 &&
      !things_in(value_of(now.items.front())).empty()) {
    const std::string name(owner.substr(0, owner.size() - 1));
    const int model = static_cast<int>(run_.things.size());
    new_thing(Thing::Kind::model, now, name);
    thing(model).name = name;
    scope(instance_of(top().scope) >= 0 && name.starts_with("self.") ? instance_of(top().scope) : top().scope)
        .names[name] = thing_value(model);
    hold(model, value_of(now.items.front()));
    return thing_value(model);
  }
  return call_anything(now, path);
}

/// A function that is not known.
int Machine::call_anything(const Node& now, const std::string& path) {
  const std::vector<Read> reads = reads_of(now, Reads::tensors);
  if (!reads.empty()) {
    const bool keeps = is_one_of(last_word(path), keeping);
    Value out;
    out.kind = Kind::tensor;
    out.object = reads.front().thing;
    out.state = reads.front().state;
    if (!keeps) run_.unknown.push_back({now.span, "function", {{"name", path}}});
    return keep(std::move(out));
  }
  for (const int item : now.items)
    for (const int inner : things_in(value_of(item))) thing(inner).escaped = true;
  for (const int item : now.items)
    if (at(value_of(item)).kind == Kind::thing && now.items.size() <= 3) {
      // It gives the layer weights of its own.
      if (last_word(path) == "weight_norm") run_.unknown.push_back({now.span, "function", {{"name", path}}});
      return value_of(item);
    }
  return unknown(now.span);
}

int Machine::call_builtin(const Node& now, std::string_view name) {
  std::vector<Value> given;
  for (const int item : now.items) {
    if (node(item).kind == Node::Kind::keyword && name != "dict") continue;
    given.push_back(at(value_of(item)));
  }
  const auto numbers = [&] {
    return std::all_of(given.begin(), given.end(), [](const Value& one) { return one.kind == Kind::number; });
  };
  const auto with = [&](Value value) {
    for (const Value& one : given) value.from.insert(value.from.end(), one.from.begin(), one.from.end());
    return keep(std::move(value));
  };
  Value list;
  list.kind = Kind::list;
  if (name == "range" && !given.empty() && numbers()) {
    const std::int64_t first = given.size() > 1 ? given[0].number : 0;
    const std::int64_t last = given.size() > 1 ? given[1].number : given[0].number;
    const std::int64_t by = given.size() > 2 ? given[2].number : 1;
    if (by == 0) return -1;
    for (std::int64_t i = first; by > 0 ? i < last : i > last; i += by) {
      if (list.items.size() == most_items) return unknown(now.span);
      Value item = whole(i);
      for (const Value& one : given) item.from.insert(item.from.end(), one.from.begin(), one.from.end());
      list.items.push_back(keep(std::move(item)));
    }
    return with(list);
  }
  if (given.empty())
    return name == "list" ? keep(list) : name == "dict" && now.items.empty() ? keep(list) : -1;
  const Value& first = given.front();
  if (name == "len" && first.kind == Kind::thing && thing(first.object).kind == Thing::Kind::model)
    return with(whole(static_cast<std::int64_t>(at(list_of_members(first.object)).items.size())));
  if (name == "len" && first.kind == Kind::list)
    return with(whole(static_cast<std::int64_t>(first.items.size())));
  if (const int keys = name == "len" ? keys_in(value_of(now.items.front())) : 0; keys > 0)
    return with(whole(keys));
  if ((name == "int" || name == "round" || name == "abs") && first.kind == Kind::number)
    return with(whole(name == "abs" ? std::max(first.number, -first.number) : first.number));
  if (name == "int" && given.size() == 1 && first.kind == Kind::text) {
    const Value number = number_value(first.text);
    if (!first.text.empty() && number.kind == Kind::number) return with(number);
  }
  if ((name == "int" || name == "list" || name == "tuple") && !first.text.empty() && first.kind != Kind::text)
    return keep(first);
  if ((name == "list" || name == "tuple" || name == "reversed") && first.kind == Kind::list) {
    list.items = first.items;
    if (name == "reversed") std::reverse(list.items.begin(), list.items.end());
    return keep(list);
  }
  if (given.size() == 1 && first.kind == Kind::list &&
      (name == "max" || name == "min" || name == "sum" || name == "sorted"))
    return of_items(now, name, first);
  if (name == "isinstance" && given.size() == 2) return is_instance(first, given[1]);
  if ((name == "max" || name == "min") && given.size() > 1 && numbers()) {
    const auto less = [](const Value& a, const Value& b) { return a.number < b.number; };
    return with(name == "max" ? *std::max_element(given.begin(), given.end(), less)
                              : *std::min_element(given.begin(), given.end(), less));
  }
  if (name == "getattr") ++changes_;
  if (name == "getattr" && given.size() > 1 && first.kind == Kind::path && given[1].kind == Kind::text)
    return path(first.text + "." + given[1].text);
  if (name == "enumerate" && first.kind == Kind::list) {
    const int start = argument(now, "start", 1);
    if (start >= 0 && at(value_of(start)).kind != Kind::number) return unknown(now.span);
    const std::int64_t from = start < 0 ? 0 : at(value_of(start)).number;
    for (std::size_t i = 0; i < first.items.size(); ++i) {
      Value pair;
      pair.kind = Kind::list;
      pair.items = {keep(whole(static_cast<std::int64_t>(i) + from)), first.items[i]};
      list.items.push_back(keep(std::move(pair)));
    }
    return keep(list);
  }
  if (name == "zip" &&
      std::all_of(given.begin(), given.end(), [](const Value& one) { return one.kind == Kind::list; })) {
    std::size_t shortest = most_items;
    for (const Value& one : given) shortest = std::min(shortest, one.items.size());
    for (std::size_t i = 0; i < shortest; ++i) {
      Value row;
      row.kind = Kind::list;
      for (const Value& one : given) row.items.push_back(one.items[i]);
      list.items.push_back(keep(std::move(row)));
    }
    return keep(list);
  }
  return -1;
}

int Machine::call_method(const Node& now, const Value& method) {
  if (method.object < 0) {
    // Of a list or a dictionary.
    const int list = method.items.front();
    if (at(list).kind == Kind::dict) return call_dict(now, method);
    return call_list(now, method);
  }
  const std::string_view name = method.text;
  const int model = method.object;
  if (name == "add" || name == "append" || name == "extend" || name == "insert" || name == "add_module" ||
      name == "register_module") {
    const std::size_t before = changes_;
    for (const int item : now.items) {
      hold(model, value_of(item));
      tell_unknown(item);
    }
    if (changes_ == before) return thing_value(model);
    run_.holding.push_back(top().statement);
    const Statement& here = program_.statements[top().statement];
    if (!forward_ && in_doubt_here() && !nodes_make_layers(here.first_node, here.last_node))
      run_.unknown.push_back({now.span, "function", {{"name", source(now.span)}}});
    return thing_value(model);
  }
  if (!forward_ && (name == "children" || name == "named_children" || name == "values" || name == "items")) {
    const int members = members_named(method);
    if (at(members).kind == Kind::list) return members;
  }
  if (name == "get_layer" && thing(model).kind == Thing::Kind::model) return member_by(now, model);
  if (name == "apply") return apply(now, model);
  if (name == "pop" && thing(model).kind == Thing::Kind::model) return take_out(now, model);
  if (name == "requires_grad_") {
    const int trained = argument(now, "requires_grad", 0);
    const Span said{node(now.a).span.end - name.size(), now.span.end};
    set_option(model, "trainable", trained < 0 ? keep(flag(true)) : value_of(trained), said);
  }
  if (name == "build") {
    const int shape = argument(now, "input_shape", 0);
    run_.holding.push_back(top().statement);
    ++changes_;
    if (shape >= 0)
      thing(model).given.push_back({"batch_input_shape", {}, node(shape).span, value_of(shape), -1});
  }
  return thing_value(model);
}

/// `model.get_layer("embedding")`
int Machine::member_by(const Node& now, int model) {
  const int named = argument(now, "name", 0);
  const int placed = argument(now, "index", 1);
  const Value name = named < 0 ? Value() : at(value_of(named));
  const Value place = placed < 0 ? Value() : at(value_of(placed));
  const std::vector<int> members = at(list_of_members(model)).items;
  if (place.kind == Kind::number && place.number >= 0 &&
      place.number < static_cast<std::int64_t>(members.size()))
    return members[static_cast<std::size_t>(place.number)];
  for (const int member : members)
    for (const Given& given : thing(at(member).object).given)
      if (name.kind == Kind::text && given.name == "name" && at(given.value).kind == Kind::text &&
          at(given.value).text == name.text)
        return member;
  return unknown(now.span);
}

/// Says of what a model is to hold, where it is not known what that is.
void Machine::tell_unknown(int item) {
  if (forward_) return;
  std::vector<int> open{item};
  for (std::size_t looked = 0; !open.empty() && looked < most_items; ++looked) {
    const Node& one = node(open.back());
    const int value = value_of(open.back());
    open.pop_back();
    if (one.kind == Node::Kind::list) {
      open.insert(open.end(), one.items.begin(), one.items.end());
    } else if (one.kind == Node::Kind::keyword || (one.kind == Node::Kind::unary && one.word == "*")) {
      if (one.kind == Node::Kind::unary || one.word == "layers" || one.word == "layer") open.push_back(one.a);
    } else if (at(value).kind == Kind::path && is_one_of(at(value).text, keeping)) {
      // Flux's `Chain(…, softmax)`.
      continue;
    } else if (holds_unknown(value)) {
      run_.unknown.push_back({one.span, "argument", {{"name", source(one.span)}}});
    }
  }
}

/// Whether a value, or what is in it, may be a layer of which nothing is known.
bool Machine::holds_unknown(int value) const {
  std::vector<int> open{value};
  for (std::size_t looked = 0; !open.empty() && looked < most_items; ++looked) {
    const Value& one = at(open.back());
    open.pop_back();
    if (one.kind == Kind::unknown || one.kind == Kind::path || one.kind == Kind::method) return true;
    if (one.kind == Kind::list) open.insert(open.end(), one.items.begin(), one.items.end());
  }
  return false;
}

/// `model.pop()`: the last layer is none of the model any more.
int Machine::take_out(const Node& now, int model) {
  std::vector<int>& members = thing(model).members;
  const bool last = now.items.empty() && !members.empty();
  if (!last || in_doubt_here()) {
    run_.unknown.push_back({now.span, "function", {{"name", source(now.span)}}});
    return keep({});
  }
  const int taken = members.back();
  ++changes_;
  members.pop_back();
  thing(taken).dropped = true;
  run_.holding.push_back(top().statement);
  run_.unknown.push_back({thing(taken).span, "taken_out", {}});
  return thing_value(taken);
}

/// Layers of their own that are like those in a value, which none of them is.
int Machine::copy_of(const Node& now, int value) {
  const Value from = at(value);
  if (from.kind != Kind::thing) return value;
  // What it holds is copied with it; the first one is the copy itself.
  std::vector<int> open{from.object};
  std::map<int, int> copies;
  while (!open.empty()) {
    const int index = open.back();
    open.pop_back();
    if (copies.count(index) > 0) continue;
    if (run_.things.size() >= most_things) return unknown(now.span);
    copies[index] = static_cast<int>(run_.things.size());
    Thing copy = thing(index);
    copy.consumed = copy.held = false;
    open.insert(open.end(), copy.members.begin(), copy.members.end());
    run_.things.push_back(std::move(copy));
  }
  for (const auto& [original, index] : copies) {
    for (int& member : thing(index).members) member = copies[member];
    if (original != from.object) thing(index).consumed = true;
  }
  thing(copies[from.object]).name.clear();
  copied_.push_back(from.object);
  ++changes_;
  return thing_value(copies[from.object]);
}

Thing& Machine::new_thing(Thing::Kind kind, const Node& now, const std::string& path) {
  Thing made;
  made.kind = kind;
  made.path = path;
  made.span = now.span;
  made.closed = now.closed;
  made.name_span = now.a < 0                                   ? now.span
                   : node(now.a).kind == Node::Kind::attribute ? node(now.a).word_span
                                                               : node(now.a).span;
  made.statement = top().statement;
  made.prose = made.statement < program_.statements.size() && program_.statements[made.statement].prose;
  run_.things.push_back(std::move(made));
  ++changes_;
  return run_.things.back();
}

/// `*sizes` and `**settings` as the arguments that they stand for; false where those are not all known.
bool Machine::spread(const Node& star, const Value& value, std::vector<Given>& given) {
  const bool named = star.word == "**";
  if (value.kind != (named ? Kind::dict : Kind::list)) return false;
  const int dict = named ? dict_at(value_of(star.a)) : -1;
  if (named && dict < 0) return false;
  const std::vector<int> items = named ? at(dict).items : value.items;
  const std::size_t step = named ? 2 : 1;
  std::vector<Given> all;
  for (std::size_t i = 0; i + step <= items.size(); i += step) {
    if (given.size() + all.size() >= most_arguments) return false;
    Given argument;
    argument.span = star.span;
    Value said = at(items[i + step - 1]);
    if (!things_in(items[i + step - 1]).empty()) return false;
    said.from.insert(said.from.end(), value.from.begin(), value.from.end());
    argument.value = keep(std::move(said));
    if (named) {
      const Value& key = at(items[i]);
      if (key.kind != Kind::text || key.text.empty()) return false;
      argument.name = key.text;
      // What is set later holds.
      std::erase_if(all, [&](const Given& one) { return one.name == argument.name; });
    }
    all.push_back(argument);
  }
  given.insert(given.end(), all.begin(), all.end());
  return true;
}

int Machine::make_layer(const Node& now, const std::string& path, bool own) {
  if (run_.things.size() >= most_things) return unknown(now.span);
  const int made = static_cast<int>(run_.things.size());
  new_thing(Thing::Kind::layer, now, path);
  std::vector<Given> given;
  for (const int item : now.items) {
    if (given.size() == most_arguments) {
      run_.unknown.push_back({{node(item).span.start, now.span.end}, "argument", {{"name", ""}}});
      break;
    }
    const Node& one = node(item);
    const bool named = one.kind == Node::Kind::keyword;
    Given argument;
    argument.name = named ? one.word : std::string_view();
    if (named) argument.name_span = one.word_span;
    argument.span = named ? node(one.a).span : one.span;
    argument.value = value_of(item);
    Value value = at(argument.value);
    if (value.kind == Kind::thing && thing(value.object).maybe && layer_named(last_word(path)) != nullptr) {
      // No layer has one of its own inside: it is a number that is not known.
      thing(value.object).dropped = true;
      argument.value = unknown(argument.span);
      value = at(argument.value);
    }
    if (value.kind == Kind::thing) {
      argument.thing = value.object;
      thing(value.object).consumed = true;
    } else if (value.kind == Kind::list) {
      argument.things = things_in(argument.value);
      for (const int inner : argument.things) thing(inner).consumed = true;
    }
    if (one.kind == Node::Kind::unary && one.word.starts_with("*")) {
      if (!spread(one, value, given)) run_.unknown.push_back({one.span, "spread", {}});
    } else {
      given.push_back(argument);
    }
  }
  thing(made).given = std::move(given);
  thing(made).own = own;
  return thing_value(made);
}

int Machine::make_holder(const Node& now, const std::string& path, Thing::Kind kind) {
  if (run_.things.size() >= most_things) return unknown(now.span);
  const int made = static_cast<int>(run_.things.size());
  new_thing(kind, now, path);
  if (kind == Thing::Kind::functional) {
    const std::vector<Read> reads = reads_of(now, Reads::ends);
    thing(made).reads = reads;
    return thing_value(made);
  }
  for (const int item : now.items)
    if (node(item).kind != Node::Kind::keyword || node(item).word == "layers") {
      hold(made, value_of(item));
      tell_unknown(item);
    }
  return thing_value(made);
}

/// An attribute of an instance: what stands in a list is no member of it where only modules are.
void Machine::hold_plainly(int instance, int value) {
  std::vector<int> before;
  const Kind kind = at(value).kind;
  if (kind == Kind::list || kind == Kind::dict)
    for (const int one : things_in(value))
      if (!thing(one).consumed) before.push_back(one);
  hold(instance, value);
  for (const int one : before) thing(one).plain = true;
}

/// Makes what a value holds members of a model or an instance.
void Machine::hold(int holder, int value) {
  if (forward_) return;
  for (const int inner : things_in(value)) {
    std::vector<int>& members = thing(holder).members;
    if (inner == holder || std::find(members.begin(), members.end(), inner) != members.end()) continue;
    Thing& one = thing(inner);
    if (!members.empty() && thing(members.back()).kind == Thing::Kind::input &&
        one.kind == Thing::Kind::layer && one.reads.empty())
      one.reads.push_back({members.back(), false, true});
    members.push_back(inner);
    ++changes_;
    one.consumed = true;
    thing(inner).held = thing(inner).held || thing(holder).kind == Thing::Kind::model;
  }
}

/// `model[2] = …` takes the place of a layer; another key is one more.
void Machine::set_member(const Node& to, int holder, int value, Span where) {
  if (forward_) return;
  const Value index = to.items.size() == 1 && !to.slice ? at(value_of(to.items.front())) : Value();
  std::vector<int>& members = thing(holder).members;
  const std::vector<int> instead = things_in(value);
  if (index.kind == Kind::text || thing(holder).kind != Thing::Kind::model) return hold(holder, value);
  const auto size = static_cast<std::int64_t>(members.size());
  const std::int64_t place = index.number < 0 ? index.number + size : index.number;
  const bool known = index.kind == Kind::number && place >= 0 && place < size && instead.size() == 1 &&
                     at(value).kind == Kind::thing && !in_doubt_now() &&
                     std::find(members.begin(), members.end(), instead.front()) == members.end();
  if (!known) {
    run_.unknown.push_back({where, "function", {{"name", source(where)}}});
    return hold(holder, value);
  }
  const int old = members[static_cast<std::size_t>(place)];
  members[static_cast<std::size_t>(place)] = instead.front();
  thing(instead.front()).consumed = thing(instead.front()).held = true;
  thing(old).dropped = true;
  run_.unknown.push_back({thing(old).span, "taken_out", {}});
  run_.holding.push_back(top().statement - 1);
  ++changes_;
}

/// An attribute of an instance that held a layer holds another one now.
void Machine::replace_member(int holder, int before, int value) {
  if (forward_ || at(before).kind != Kind::thing) return;
  const int old = at(before).object;
  const std::vector<int> instead = things_in(value);
  std::vector<int>& members = thing(holder).members;
  const auto place = std::find(members.begin(), members.end(), old);
  if (instead.empty() || place == members.end()) return;
  for (const int one : instead) {
    if (one == old) return;
    for (const Given& given : thing(one).given)
      if (given.thing == old || std::count(given.things.begin(), given.things.end(), old) > 0) return;
  }
  if (in_doubt_now()) {
    run_.unknown.push_back(
        {thing(instead.front()).span, "function", {{"name", thing(instead.front()).path}}});
    return;
  }
  members.erase(place);
  ++changes_;
  if (thing(old).held) return;
  thing(old).dropped = true;
  run_.unknown.push_back({thing(old).span, "taken_out", {}});
}

/// The things in a value, and in its items.
std::vector<int> Machine::things_in(int value) const {
  std::vector<int> out;
  std::vector<int> open{value};
  for (std::size_t looked = 0; !open.empty() && looked < most_items * 2; ++looked) {
    const Value& one = at(open.back());
    open.pop_back();
    if (one.kind == Kind::thing ||
        (one.kind == Kind::tensor &&
         run_.things[static_cast<std::size_t>(one.object)].kind == Thing::Kind::input))
      out.push_back(one.object);
    const std::vector<int>& items = one.kind == Kind::dict ? at(one.object).items : one.items;
    if (one.kind == Kind::list || one.kind == Kind::dict)
      open.insert(open.end(), items.rbegin(), items.rend());
  }
  return out;
}

/// The tensors among the arguments of a call, and in lists of them.
std::vector<Read> Machine::reads_of(const Node& now, Reads how) {
  std::vector<Read> out;
  std::vector<int> open;
  for (const int item : now.items) open.push_back(value_of(item));
  std::reverse(open.begin(), open.end());
  while (!open.empty() && out.size() < most_items) {
    const int index = open.back();
    const Value one = at(index);
    open.pop_back();
    if (one.kind == Kind::tensor || (how == Reads::applied && one.kind == Kind::thing))
      out.push_back({one.object, one.state, true});
    if (one.kind == Kind::tensor) use_wire(index, how == Reads::ends);
    if (one.kind == Kind::list) open.insert(open.end(), one.items.rbegin(), one.items.rend());
  }
  return out;
}

/// The name that keeps a tensor matters to who reads it; to what only says where a model `ends`, if it stood
/// for another one before.
void Machine::use_wire(int value, bool ends) {
  const auto kept = wires_.find(value);
  if (kept == wires_.end()) return;
  const auto [span, again] = kept->second;
  if (ends && !again) return;
  thing(at(value).object).wires.push_back({span, again});
  ++changes_;
  wires_.erase(kept);
}

/// A layer or a model is called with tensors.
int Machine::apply(const Node& now, int index) {
  std::vector<Read> reads = reads_of(now, Reads::applied);
  std::erase_if(reads, [&](const Read& one) { return one.thing == index; });
  std::vector<Read>& all = thing(index).reads;
  if (!thing(index).applied) ++changes_;
  if (thing(index).kind != Thing::Kind::functional && !thing(index).applied) {
    all.insert(all.end(), reads.begin(), reads.end());
    thing(index).call = {node(now.a).span.end, now.span.end};
  }
  thing(index).applied = true;
  // Where a model makes its layers as it goes, it holds what it calls.
  const int instance = instance_of(top().scope);
  if (instance >= 0 && scope(instance).compact && !thing(index).consumed) {
    hold(scope(instance).instance, thing_value(index));
    run_.holding.push_back(top().statement);
  }
  return tensor(index, false);
}

}  // namespace rnn::python
