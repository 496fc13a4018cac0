// Sizes that a program keeps as settings: dictionaries, attributes, options of a command with their defaults.
#include <algorithm>
#include <set>
#include <tuple>

#include "core/read/python_machine.h"

namespace rnn::python {
namespace {

bool same_key(const Value& a, const Value& b) {
  return a.kind == b.kind && a.text == b.text && a.number == b.number;
}

/// Nothing that layers are made of hangs on anything but its value.
bool is_said(const Value& value) {
  using Kind = Value::Kind;
  return value.kind == Kind::number || value.kind == Kind::real || value.kind == Kind::flag ||
         value.kind == Kind::text || value.kind == Kind::none;
}

}  // namespace

// --- dictionaries

int Machine::new_dict(std::vector<int> items, bool attributes) {
  Value dict;
  dict.kind = Kind::dict;
  dict.items = std::move(items);
  if (attributes) dict.text = "attributes";
  const int made = keep(std::move(dict));
  run_.values[static_cast<std::size_t>(made)].object = made;
  return made;
}

/// The value that holds a dictionary's items; −1 where it is none, or nothing says them any more.
int Machine::dict_at(int value) const {
  if (value < 0 || at(value).kind != Kind::dict) return -1;
  const int own = at(value).object;
  return own >= 0 && at(own).kind == Kind::dict ? own : -1;
}

/// How many keys a dictionary has; 0 where that is not said. One that is written down empty is filled by
/// what is not followed.
int Machine::keys_in(int value) const {
  constexpr std::size_t most = 1000;
  const int own = dict_at(value);
  if (own < 0 || at(own).items.size() > 2 * most) return 0;
  std::set<std::tuple<Kind, std::string, std::int64_t>> keys;
  for (std::size_t i = 0; i + 1 < at(own).items.size(); i += 2) {
    const Value& key = at(at(own).items[i]);
    if (!is_said(key)) return 0;
    keys.emplace(key.kind, key.text, key.number);
  }
  return static_cast<int>(keys.size());
}

int Machine::item_of(int dict, const Value& key, Span said) {
  const int own = dict_at(dict);
  if (own < 0 || !is_said(key)) return unknown(said);
  const std::vector<int>& items = at(own).items;
  for (std::size_t i = items.size() / 2; i-- > 0;) {
    if (!same_key(at(items[2 * i]), key)) continue;
    if (at(items[2 * i + 1]).kind == Kind::list) share(items[2 * i + 1]);
    Value item = at(items[2 * i + 1]);
    if (item.kind == Kind::unknown) return unknown(said);
    const std::vector<Span> from = at(dict).from;
    item.from.insert(item.from.end(), from.begin(), from.end());
    return keep(std::move(item));
  }
  return unknown(said);
}

void Machine::set_item(int dict, int key, int value) {
  constexpr std::size_t most = 2000;
  const int own = dict_at(dict);
  if (own < 0) return;
  if (!is_said(at(key)) || at(own).items.size() >= most) return forget_items(dict);
  std::vector<int>& items = run_.values[static_cast<std::size_t>(own)].items;
  const auto last = [&] {
    for (std::size_t i = items.size() / 2; i-- > 0;)
      if (same_key(at(items[2 * i]), at(key))) return items[2 * i + 1];
    return -1;
  };
  const int before = last();
  // A known value may hang on the one before.
  if (at(value).kind != Kind::unknown || before < 0 || !alike(before, value)) ++changes_;
  items.push_back(key);
  items.push_back(value);
  if (at(value).kind == Kind::list && at(value).object >= 0) share(value);
}

void Machine::forget_items(int dict) {
  const int own = dict_at(dict);
  if (own < 0) return;
  run_.values[static_cast<std::size_t>(own)].kind = Kind::unknown;
  ++changes_;
}

/// The dictionary that a node stands for, itself and no copy; −1 for none.
int Machine::container_of(int target) { return target < 0 ? -1 : dict_at(value_of(target)); }

/// `settings["hidden"] = 64`, `settings.hidden = 64`; false where it is nothing of the kind.
bool Machine::assign_item(const Node& to, int value, Span where) {
  const int dict = container_of(to.a);
  if (dict < 0) return false;
  const bool attribute = to.kind == Node::Kind::attribute;
  if (!attribute && (to.items.size() != 1 || to.slice)) {
    forget_items(dict);
    return true;
  }
  const int key = attribute ? text_of(std::string(to.word)) : value_of(to.items.front());
  Value said = at(in_doubt_now() ? keep({}) : value);
  said.from.push_back(where);
  const std::vector<Span> named = at(value_of(to.a)).from;
  said.from.insert(said.from.end(), named.begin(), named.end());
  set_item(dict, key, keep(std::move(said)));
  return true;
}

int Machine::call_dict(const Node& now, const Value& method) {
  const int dict = method.items.front();
  const int first = argument(now, "", 0);
  if (method.text == "get" && first >= 0) {
    ++changes_;
    return item_of(dict, at(value_of(first)), now.span);
  }
  const auto set = [&](int key, int value) {
    Value said = at(value);
    said.from.push_back(now.span);
    set_item(dict, key, keep(std::move(said)));
  };
  if (method.text == "update" && in_doubt_here()) {
    forget_items(dict);
  } else if (method.text == "update") {
    for (const int item : now.items) {
      const Node& one = node(item);
      if (one.kind == Node::Kind::keyword) {
        set(text_of(std::string(one.word)), value_of(item));
        continue;
      }
      const int other = dict_at(value_of(item));
      if (other < 0) {
        forget_items(dict);
        continue;
      }
      const std::vector<int> items = at(other).items;
      for (std::size_t i = 0; i + 1 < items.size(); i += 2) set(items[i], items[i + 1]);
    }
  }
  if (method.text == "setdefault" || method.text == "pop" || method.text == "clear") forget_items(dict);
  return unknown(now.span);
}

int Machine::text_of(std::string text) {
  Value out;
  out.kind = Kind::text;
  out.text = std::move(text);
  return keep(std::move(out));
}

// --- options of a command

/// An option that is declared twice has no one value.
void Machine::declare(const Node& now, const std::string& name, int usual) {
  Value value = usual < 0 ? Value{} : at(usual);
  value.from.push_back(now.span);
  const int before = declared(name);
  ++changes_;
  const bool same = before >= 0 && at(before).from.back().start == now.span.start;
  const bool again = declared_.count(name) > 0 && !same;
  declared_[name] = again || value.kind != Kind::number ? -1 : keep(std::move(value));
}

int Machine::declared(std::string_view name) const {
  const auto it = declared_.find(name);
  return it == declared_.end() ? -1 : it->second;
}

/// argparse, flags of TensorFlow, and what is called for its attributes alone; −1 for anything else.
int Machine::call_settings(const Node& now) {
  if (now.a < 0) return -1;
  const std::string_view word = node(now.a).word;
  const auto text_at = [&](int item) {
    return item >= 0 && at(value_of(item)).kind == Kind::text ? at(value_of(item)).text : std::string();
  };
  if (word == "DEFINE_integer") {
    const int usual = argument(now, "default", 1);
    const std::string name = text_at(argument(now, "name", 0));
    if (!name.empty()) declare(now, name, usual < 0 ? -1 : value_of(usual));
    return -1;
  }
  if (word == "add_argument") {
    std::string name;
    int usual = -1;
    bool other = false;  // it is no number, or none that stays
    for (const int item : now.items) {
      const Node& one = node(item);
      const std::string text = text_at(item);
      if (one.kind != Node::Kind::keyword) {
        const bool is_long = text.starts_with("--");
        if (name.empty() || (is_long && name.size() == 1))
          name = text.substr(std::min(text.find_first_not_of('-'), text.size()));
      } else if (one.word == "default") {
        usual = value_of(item);
      } else if (one.word == "nargs" || one.word == "action") {
        other = true;
      }
    }
    for (const int item : now.items)
      if (node(item).kind == Node::Kind::keyword && node(item).word == "dest") name = text_at(item);
    std::replace(name.begin(), name.end(), '-', '_');
    if (!name.empty()) declare(now, name, other ? -1 : usual);
    return -1;
  }
  if (word == "parse_args" || word == "parse_known_args") {
    // In a notebook it is given an empty list, which leaves all as declared.
    const bool as_declared = std::all_of(now.items.begin(), now.items.end(), [&](int item) {
      const Value& given = at(value_of(item));
      return given.kind == Kind::list && given.items.empty();
    });
    if (declared_.empty() || (word == "parse_args" && !as_declared)) return -1;
    std::vector<int> items;
    for (const auto& [name, value] : declared_) {
      if (value < 0) continue;
      items.push_back(text_of(name));
      items.push_back(value);
    }
    const int options = new_dict(std::move(items), true);
    if (word == "parse_args") return options;
    Value both;
    both.kind = Kind::list;
    both.items = {options, keep({})};
    return keep(std::move(both));
  }
  const bool attributes = word == "SimpleNamespace" || word == "Namespace";
  const bool keywords = !now.items.empty() && std::all_of(now.items.begin(), now.items.end(), [&](int item) {
    return node(item).kind == Node::Kind::keyword;
  });
  if (!keywords || (!attributes && word != "dict")) return -1;
  std::vector<int> items;
  for (const int item : now.items) {
    items.push_back(text_of(std::string(node(item).word)));
    items.push_back(value_of(item));
  }
  return new_dict(std::move(items), attributes);
}

// --- attributes

/// The attributes that a class declares with their types, in order, each with its statement: its call takes
/// them by their place.
std::vector<std::pair<std::string, std::size_t>> Machine::fields_of(std::size_t type) const {
  std::vector<std::pair<std::string, std::size_t>> out;
  for (const int base : program_.statements[type].bases)
    if (type_named(node(base).word, 0) >= 0) return out;
  const std::size_t end = behind_body(program_, type);
  for (std::size_t i = type + 1; i < end; i = behind_body(program_, i)) {
    const Statement& one = program_.statements[i];
    if (one.kind != Statement::Kind::expression && one.kind != Statement::Kind::assign) continue;
    if (one.first_node >= one.last_node) continue;
    const Node& name = program_.nodes[one.first_node];
    std::size_t behind = name.span.end;
    while (behind < text_.size() && text_[behind] == ' ') ++behind;
    if (name.kind == Node::Kind::name && behind < text_.size() && text_[behind] == ':')
      out.emplace_back(name.word, i);
  }
  return out;
}

/// What a call says of the attributes of a class that has no `__init__`.
void Machine::give_attributes(const Node& now, int attributes, std::size_t type) {
  const std::vector<std::pair<std::string, std::size_t>> fields = fields_of(type);
  std::size_t place = 0;
  for (const int item : now.items) {
    const Node& one = node(item);
    const Value value = at(value_of(item));
    const bool named = one.kind == Node::Kind::keyword;
    if (!named && (place >= fields.size() || one.kind == Node::Kind::unary)) {
      scope(attributes).by_place = true;
      continue;
    }
    if (!named) run_.holding.push_back(fields[place].second);
    const std::string name = named ? std::string(one.word) : fields[place++].first;
    Value said = value;
    if (is_said(said)) said.from.push_back(one.span);
    const int kept = keep(std::move(said));
    scope(attributes).given[name] = kept;
    scope(attributes).names[name] = kept;
    scope(attributes).names["self." + name] = kept;
  }
}

/// The value that a name has behind a statement of which nothing says whether it is run; `before`: the one
/// that it had, −1 for none.
int Machine::in_doubt(const std::string& name, int before, int value) {
  if (!is_said(at(value))) return value;
  const Scope& here = scope(top().scope);
  bool doubt = here.instance >= 0 && here.by_place;
  if (in_doubt_now()) doubt = doubt || top().other_way || (before >= 0 && !same_key(at(before), at(value)));
  if (!doubt) return value;
  const int known = answered(name);
  if (known >= 0) return known;
  Value open;
  open.text = name;
  return keep(std::move(open));
}

/// Names that the statements of the other way would give another value.
void Machine::doubt_names(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Statement& statement = program_.statements[i];
    if (statement.kind != Statement::Kind::assign && statement.kind != Statement::Kind::augment) continue;
    for (const int target : statement.targets) {
      if (target < 0) continue;
      const Node::Kind kind = node(target).kind;
      if (kind != Node::Kind::name && kind != Node::Kind::attribute) continue;
      const std::string name = source(node(target).span);
      const int before = find(name);
      if (before >= 0 && is_said(at(before))) bind(name, unknown(node(target).span), {});
    }
  }
}

}  // namespace rnn::python
