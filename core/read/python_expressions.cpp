#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "core/language.h"
#include "core/read/python_machine.h"

namespace rnn::python {
namespace {

/// Names that programs give to the options of a command, also where the text does not show how.
bool holds_options(std::string_view path) {
  constexpr std::string_view names[] = {"args", "opt", "opts", "options", "flags"};
  return last_word(path) == "FLAGS" || std::find(std::begin(names), std::end(names), path) != std::end(names);
}

constexpr std::int64_t most_repeated = 100;

}  // namespace

bool Machine::evaluate(int index) {
  const Node& now = node(index);
  int value = -1;
  switch (now.kind) {
    case Node::Kind::hole: value = unknown(now.span); break;
    case Node::Kind::number: value = keep(number_value(now.word)); break;
    case Node::Kind::text: value = keep(text_value(now.word)); break;
    case Node::Kind::name: value = evaluate_name(now); break;
    case Node::Kind::attribute: value = evaluate_attribute(now); break;
    case Node::Kind::subscript: value = evaluate_subscript(now); break;
    case Node::Kind::list: value = list_of(now.items); break;
    case Node::Kind::dict: {
      value = new_dict(at(list_of(now.items)).items, false);
      // What is spread into it may take the place of what stands before.
      if (std::any_of(now.items.begin(), now.items.end(), [&](int item) {
            return node(item).kind == Node::Kind::unary && node(item).word.starts_with("*");
          }))
        forget_items(value);
      break;
    }
    case Node::Kind::keyword: value = value_of(now.a); break;
    case Node::Kind::unary:
      if (now.word == "*" || now.word == "**" || at(value_of(now.a)).kind == Kind::flow)
        value = value_of(now.a);
      else
        value = keep(combined(now.word, at(value_of(now.a))));
      break;
    case Node::Kind::binary: {
      const Value left = at(value_of(now.a));
      const Value right = at(value_of(now.b));
      if (now.word == "+" && left.kind == Kind::list && right.kind == Kind::list) {
        Value both = left;
        both.object = -1;
        both.items.insert(both.items.end(), right.items.begin(), right.items.end());
        value = keep(std::move(both));
        mark_listed(value);
      } else if (now.word == "*" && (left.kind == Kind::list || right.kind == Kind::list)) {
        value = repeated(left.kind == Kind::list ? left : right, left.kind == Kind::list ? right : left, now);
      } else if ((now.word == "in" || now.word == "not in") && right.kind == Kind::list) {
        value = contained(left, right, now.word == "in");
      } else if (left.kind == Kind::thing && right.kind == Kind::thing &&
                 (now.word == "is" || now.word == "is not")) {
        value = keep(flag((left.object == right.object) == (now.word == "is")));
      } else if (left.kind == Kind::flow || right.kind == Kind::flow) {
        value = joined_flow({value_of(now.a), value_of(now.b)}, false);
      } else if (left.kind == Kind::tensor || right.kind == Kind::tensor) {
        value = value_of(left.kind == Kind::tensor ? now.a : now.b);
      } else {
        if ((now.word == "and" || now.word == "or") && truth(left) >= 0) ++changes_;
        value = keep(combined(now.word, left, right));
      }
      if (at(value).kind == Kind::unknown && at(value).text.empty()) value = unknown(now.span);
      break;
    }
    case Node::Kind::choice: value = choose(now); break;
    case Node::Kind::comprehension: return comprehend(index);
    case Node::Kind::call: return call(index);
  }
  top().values.set(index, value);
  return true;
}

int Machine::evaluate_name(const Node& now) {
  if (now.word == "True" || now.word == "true") return keep(flag(true));
  if (now.word == "False" || now.word == "false") return keep(flag(false));
  if (now.word == "None" || now.word == "null") {
    Value none;
    none.kind = Kind::none;
    return keep(std::move(none));
  }
  const int known = read(now.word);
  if (known >= 0) return known;
  if (now.word == "__name__") {
    Value main;
    main.kind = Kind::text;
    main.text = "__main__";
    return keep(std::move(main));
  }
  return path(std::string(now.word));
}

int Machine::evaluate_attribute(const Node& now) {
  const std::string name = source(now.span);
  const int known = read(name);
  if (known >= 0) return known;
  const Value base = at(value_of(now.a));
  if (base.kind == Kind::flow) return value_of(now.a);
  // What `save_hyperparameters()` keeps: the parameters under their own names.
  if (base.kind == Kind::path && last_word(base.text) == "hparams") {
    const int parameter = read(now.word);
    if (parameter >= 0) return parameter;
  }
  constexpr std::size_t longest_path = 200;
  if (base.kind == Kind::path && holds_options(base.text) && declared(now.word) >= 0)
    return declared(now.word);
  if (base.kind == Kind::path && base.text.size() < longest_path)
    return path(base.text + "." + std::string(now.word));
  if (base.kind == Kind::type) {
    const int of_class = read(std::string(program_.statements[static_cast<std::size_t>(base.number)].name) +
                              "." + std::string(now.word));
    return of_class >= 0 ? of_class : unknown(now.span);
  }
  if (base.kind == Kind::thing) {
    const Thing& one = thing(base.object);
    if (one.scope >= 0) {
      const int attribute = read_in(one.scope, "self." + std::string(now.word));
      if (attribute >= 0) return attribute;
    }
    if (now.word == "layers" && one.kind == Thing::Kind::model && !forward_)
      return list_of_members(base.object);
    Value method;
    method.kind = Kind::method;
    method.object = base.object;
    method.text = now.word;
    return keep(std::move(method));
  }
  if (base.kind == Kind::dict && !base.text.empty())
    return item_of(value_of(now.a), at(text_of(std::string(now.word))), now.span);
  if (base.kind == Kind::list || base.kind == Kind::dict) {
    Value method;
    method.kind = Kind::method;
    method.text = now.word;
    method.items = {value_of(now.a)};
    return keep(std::move(method));
  }
  return unknown(now.span);
}

int Machine::evaluate_subscript(const Node& now) {
  const Value base = at(value_of(now.a));
  if (base.kind == Kind::flow) return part_of_flow(now);
  if (base.kind == Kind::tensor) return value_of(now.a);
  if (base.kind == Kind::list && now.slice) {
    ++changes_;
    return slice(now, base);
  }
  if (base.kind == Kind::thing && now.slice && thing(base.object).kind == Thing::Kind::model) {
    // A model of some of its layers.
    const int some = slice(now, at(list_of_members(base.object)));
    if (forward_ || at(some).kind != Kind::list || run_.things.size() >= most_things) return some;
    const int made = static_cast<int>(run_.things.size());
    new_thing(Thing::Kind::model, now, "");
    hold(made, some);
    run_.holding.push_back(top().statement);
    return thing_value(made);
  }
  if (now.items.size() == 1 && !now.slice) {
    const Value index = at(value_of(now.items.front()));
    // Another index may be that of another kind of thing.
    if (base.kind != Kind::dict || node(now.items.front()).kind != Node::Kind::text) ++changes_;
    if (base.kind == Kind::list && index.kind == Kind::number) {
      const auto size = static_cast<std::int64_t>(base.items.size());
      const std::int64_t place = index.number < 0 ? index.number + size : index.number;
      if (place >= 0 && place < size) {
        hold_said(index);
        if (at(base.items[static_cast<std::size_t>(place)]).kind == Kind::list)
          share(base.items[static_cast<std::size_t>(place)]);
        Value item = at(base.items[static_cast<std::size_t>(place)]);
        // One of several models: the others are read, too, as if all were one.
        if (item.kind == Kind::thing && thing(item.object).kind == Thing::Kind::model && size > 1 &&
            !forward_ && instance_of(top().scope) < 0)
          run_.unknown.push_back({now.span, "function", {{"name", source(now.span)}}});
        item.from.insert(item.from.end(), base.from.begin(), base.from.end());
        return keep(std::move(item));
      }
    }
    if (base.kind == Kind::dict) return item_of(value_of(now.a), index, now.span);
    if (base.kind == Kind::thing && index.kind == Kind::number) {
      const std::vector<int>& members = thing(base.object).members;
      const auto size = static_cast<std::int64_t>(members.size());
      const std::int64_t place = index.number < 0 ? index.number + size : index.number;
      if (place >= 0 && place < size) return thing_value(members[static_cast<std::size_t>(place)]);
    }
  }
  return unknown(now.span);
}

/// `size in (64, 32)`; nothing where that is not known.
int Machine::contained(const Value& one, const Value& list, bool inside) {
  bool found = false;
  for (const int item : list.items) {
    const int same = truth(combined("==", one, at(item)));
    if (same < 0) return keep({});
    found = found || same == 1;
  }
  Value out = flag(found == inside);
  out.from = one.from;
  out.from.insert(out.from.end(), list.from.begin(), list.from.end());
  return keep(std::move(out));
}

/// `[64] * 3`
int Machine::repeated(const Value& list, const Value& times, const Node& now) {
  if (times.kind != Kind::number || static_cast<std::int64_t>(list.items.size()) > most_repeated ||
      times.number > most_repeated)
    return unknown(now.span);
  Value out = list;
  out.object = -1;
  out.items.clear();
  for (std::int64_t i = 0; i < times.number && out.items.size() < most_repeated; ++i)
    out.items.insert(out.items.end(), list.items.begin(), list.items.end());
  out.from.insert(out.from.end(), times.from.begin(), times.from.end());
  // A layer that comes again is the same one.
  if (times.number > 1)
    for (const int item : list.items)
      if (at(item).kind == Kind::thing && !forward_)
        run_.unknown.push_back({now.span, "function", {{"name", source(now.span)}}});
  return keep(std::move(out));
}

/// `sizes[:-1]`, where it plainly says which items.
int Machine::slice(const Node& now, const Value& list) {
  // The numbers between the colons, each with the colons in front of it.
  std::array<std::optional<std::int64_t>, 3> said{};
  std::size_t at_text = node(now.a).span.end;
  std::size_t colons = 0;
  const auto count_to = [&](std::size_t end) {
    for (; at_text < std::min(end, text_.size()); ++at_text) {
      if (text_[at_text] == '#') return false;
      if (text_[at_text] == ':') ++colons;
    }
    return true;
  };
  for (const int item : now.items) {
    const Value index = at(value_of(item));
    if (!count_to(node(item).span.start) || colons >= said.size() || index.kind == Kind::unknown ||
        (index.kind != Kind::number && index.kind != Kind::none))
      return unknown(now.span);
    hold_said(index);
    if (index.kind == Kind::number) said[colons] = index.number;
    at_text = node(item).span.end;
  }
  if (!count_to(now.span.end) || colons == 0 || colons >= said.size()) return unknown(now.span);
  const auto size = static_cast<std::int64_t>(list.items.size());
  const std::int64_t step = said[2].value_or(1);
  if (step == 0) return unknown(now.span);
  const bool back = step < 0;
  const auto place = [&](const std::optional<std::int64_t>& one, std::int64_t usual) {
    if (!one) return usual;
    const std::int64_t from_start = *one < 0 ? *one + size : *one;
    return std::clamp<std::int64_t>(from_start, back ? -1 : 0, back ? size - 1 : size);
  };
  Value out = list;
  out.object = -1;
  out.items.clear();
  const std::int64_t last = place(said[1], back ? -1 : size);
  for (std::int64_t i = place(said[0], back ? size - 1 : 0); back ? i > last : i < last; i += step)
    out.items.push_back(list.items[static_cast<std::size_t>(i)]);
  return keep(std::move(out));
}

/// `a if b else c`: what the other one made is dropped.
int Machine::choose(const Node& now) {
  const Value condition = at(value_of(now.b));
  const int met = is_met(now.b);
  if (met >= 0) ++changes_;
  if (forward_ && met < 0) {
    const int either = joined_flow({value_of(now.a), value_of(now.items.front())}, false);
    if (at(either).kind == Kind::flow) return either;
  }
  const int other = value_of(now.items.front());
  if (met < 0 && at(value_of(now.a)).kind == Kind::tensor && at(other).kind == Kind::tensor) {
    run_.unknown.push_back({node(now.items.front()).span, "other_branch", {}});
    run_.problems.push_back({"condition", now.span, {{"text", source(node(now.b).span)}}});
    return value_of(now.a);
  }
  if (met < 0 && things_in(value_of(now.a)).empty()) {
    const bool same = at(value_of(now.a)).kind == at(value_of(now.items.front())).kind &&
                      at(value_of(now.a)).number == at(value_of(now.items.front())).number;
    if (same && at(value_of(now.a)).kind == Kind::number) return value_of(now.a);
    if (!condition.text.empty()) return keep(condition);
    return unknown(now.span);
  }
  const int taken = met == 0 ? value_of(now.items.front()) : value_of(now.a);
  for (const int index : things_in(met == 0 ? value_of(now.a) : value_of(now.items.front()))) {
    if (forward_) break;
    if (thing(index).statement != top().statement) continue;
    thing(index).dropped = true;
    run_.unknown.push_back({thing(index).span, "other_branch", {}});
  }
  if (met < 0) run_.problems.push_back({"condition", now.span, {{"text", source(node(now.b).span)}}});
  if (at(taken).kind == Kind::thing || at(taken).kind == Kind::path) return taken;
  Value value = at(taken);
  value.from.insert(value.from.end(), condition.from.begin(), condition.from.end());
  return keep(std::move(value));
}

bool Machine::comprehend(int index) {
  const Node& now = node(index);
  const Value over = at(members_of(value_of(now.b)));
  const bool makes =
      nodes_make_layers(static_cast<std::size_t>(now.first), static_cast<std::size_t>(now.last));
  if (now.names.empty() && !makes && !forward_) {
    top().values.set(index, unknown(now.span));
    return true;
  }
  Frame frame;
  frame.element = index;
  frame.statement = top().statement;
  frame.scope = open_scope(top().scope);
  frame.names = now.names;
  frame.repeats = true;
  frame.waits = index;
  if (over.kind == Kind::list && !now.names.empty()) {
    frame.items = over.items;
  } else {
    frame.items = {keep({})};
    frame.open = !makes;
    if (makes) run_.problems.push_back({"loop", now.span, {{"text", source(now.span)}}});
  }
  frames_.push_back(std::move(frame));
  if (!begin_item()) end_frame();
  return false;
}

int Machine::list_of(const std::vector<int>& nodes) {
  Value list;
  list.kind = Kind::list;
  bool open = false;
  for (const int item : nodes) {
    const Value& value = at(value_of(item));
    const Node& one = node(item);
    const bool star = one.kind == Node::Kind::unary && one.word == "*";
    const bool spread = star && value.kind == Kind::list;
    open = open || (star && value.kind == Kind::unknown);
    if (one.kind == Node::Kind::comprehension && value.kind != Kind::list) return value_of(item);
    if (value.kind == Kind::list && value.object >= 0) share(value_of(item));
    if (spread || one.kind == Node::Kind::comprehension)
      list.items.insert(list.items.end(), value.items.begin(), value.items.end());
    else
      list.items.push_back(value_of(item));
  }
  const int kept = keep(std::move(list));
  if (open && things_in(kept).empty()) return keep({});
  mark_listed(kept);
  return kept;
}

/// The layers that a list holds: those that no model takes from it are none of a model.
void Machine::mark_listed(int list) {
  if (forward_ || at(list).kind != Kind::list) return;
  for (const int item : at(list).items)
    if (at(item).kind == Kind::thing) thing(at(item).object).listed = true;
}

/// The statements that say a value which says which items of a list are taken.
void Machine::hold_said(const Value& value) {
  if (forward_) return;
  const auto begin = program_.statements.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(entered_.size());
  for (const Span& span : value.from) {
    const auto behind = std::upper_bound(
        begin, end, span.start,
        [](std::size_t place, const Statement& statement) { return place < statement.span.start; });
    if (behind == begin) continue;
    const auto index = static_cast<std::size_t>(behind - begin) - 1;
    if (said_.insert(index).second) run_.holding.push_back(index);
  }
}

/// Whether a condition is met; −1 where that is not known. What is made of a layer may be anything.
int Machine::is_met(int condition) {
  const Value value = at(value_of(condition));
  bool turned = false;
  int inner = condition;
  for (; inner >= 0 && node(inner).kind == Node::Kind::unary && node(inner).word == "not";
       inner = node(inner).a)
    turned = true;
  const bool made =
      inner >= 0 && (node(inner).kind == Node::Kind::call || node(inner).kind == Node::Kind::subscript);
  if (made && (turned || value.kind == Kind::thing) && at(value_of(inner)).kind == Kind::thing) return -1;
  return truth(value);
}

}  // namespace rnn::python
