// Lists of sizes and of layers that a program changes.
#include <algorithm>
#include <array>

#include "core/naming.h"
#include "core/read/python_machine.h"

namespace rnn::python {
namespace {

constexpr std::size_t most_listed = 1000;

}  // namespace

/// Whether other names stand for the same list: their values are not changed with it.
bool Machine::is_shared(int list) const { return at(list).object >= 0 && shared_.count(at(list).object) > 0; }

/// Something else stands for the same list.
void Machine::share(int list) {
  if (at(list).object < 0) run_.values[static_cast<std::size_t>(list)].object = list;
  shared_.insert(at(list).object);
}

/// Nothing says any more what a list holds.
void Machine::forget_list(int list, Span where) {
  ++changes_;
  if (forward_) return;
  if (at(list).kind == Kind::dict) return forget_items(list);
  if (at(list).kind != Kind::list) return;
  const bool matters = std::any_of(at(list).items.begin(), at(list).items.end(), [&](int item) {
    return at(item).kind == Kind::number || at(item).kind == Kind::list;
  });
  if (!things_in(list).empty() || (matters && is_shared(list)))
    run_.unknown.push_back({where, "function", {{"name", source(where)}}});
  else
    run_.values[static_cast<std::size_t>(list)].kind = Kind::unknown;
}

/// What `sum`, `max`, `min` and `sorted` make of the items of a list.
int Machine::of_items(const Node& now, std::string_view function, const Value& list) {
  std::vector<Value> items;
  for (const int item : list.items) items.push_back(at(item));
  const bool numbers =
      std::all_of(items.begin(), items.end(), [](const Value& one) { return one.kind == Kind::number; });
  const int turned = argument(now, "reverse", most_listed);
  const Value back = turned < 0 ? Value() : at(value_of(turned));
  const std::size_t known = 1 + (turned < 0 ? 0U : 1U);
  if (!numbers || items.empty() || now.items.size() != known || (turned >= 0 && truth(back) < 0))
    return unknown(now.span);
  const auto less = [](const Value& a, const Value& b) { return a.number < b.number; };
  Value out;
  if (function == "sum") {
    constexpr std::int64_t most = std::int64_t{1} << 40U;
    std::int64_t sum = 0;
    for (const Value& one : items) {
      if (one.number > most || one.number < -most) return unknown(now.span);
      sum += one.number;
    }
    out = whole(sum);
  } else if (function == "sorted") {
    std::stable_sort(items.begin(), items.end(), less);
    if (turned >= 0 && truth(back) == 1) std::reverse(items.begin(), items.end());
    out.kind = Kind::list;
    for (const Value& one : items) out.items.push_back(keep(one));
  } else {
    out = function == "max" ? *std::max_element(items.begin(), items.end(), less)
                            : *std::min_element(items.begin(), items.end(), less);
  }
  for (const Value& one : items)
    if (out.from.size() < most_places) out.from.insert(out.from.end(), one.from.begin(), one.from.end());
  out.from.insert(out.from.end(), list.from.begin(), list.from.end());
  return keep(std::move(out));
}

/// Whether a layer is of one of some kinds, as far as none of them is derived from another.
int Machine::is_instance(const Value& one, const Value& types) {
  const LayerWord* word =
      one.kind == Kind::thing && thing(one.object).kind == Thing::Kind::layer && !thing(one.object).own
          ? layer_named(last_word(thing(one.object).path))
          : nullptr;
  if (word == nullptr) return keep({});
  const std::vector<int> none;
  bool known = true;
  bool found = false;
  const auto look = [&](const Value& type) {
    const std::string_view name = last_word(type.text);
    const LayerWord* other = type.kind == Kind::path && name != "RNN" ? layer_named(name) : nullptr;
    known = known && other != nullptr;
    found = found || other == word;
  };
  if (types.kind != Kind::list) look(types);
  for (const int item : types.kind == Kind::list ? types.items : none) look(at(item));
  return found || known ? keep(flag(found)) : keep({});
}

/// `sizes[1] = 64`
void Machine::set_place(const Node& to, int value, Span where) {
  const int list = value_of(to.a);
  const Value index = to.items.size() == 1 && !to.slice ? at(value_of(to.items.front())) : Value();
  const auto size = static_cast<std::int64_t>(at(list).items.size());
  const std::int64_t place = index.number < 0 ? index.number + size : index.number;
  const bool known =
      index.kind == Kind::number && place >= 0 && place < size && !is_shared(list) && !in_doubt_now();
  if (!known) return forget_list(list, where);
  ++changes_;
  hold_statement(list, value);
  Value said = at(value);
  said.from.push_back(where);
  const int kept = keep(std::move(said));
  Value& all = run_.values[static_cast<std::size_t>(list)];
  all.items[static_cast<std::size_t>(place)] = kept;
  if (all.from.size() < most_places) all.from.push_back(where);
}

/// A statement that changes a list of layers.
void Machine::hold_statement(int list, int value) {
  if (forward_ || (things_in(list).empty() && (value < 0 || things_in(value).empty()))) return;
  run_.holding.push_back(top().statement - 1);
  if (value >= 0 && at(value).kind == Kind::thing) thing(at(value).object).listed = true;
}

/// `sizes += [64]`
void Machine::extend(int list, int added, Span where) {
  const bool layers = !things_in(list).empty() || !things_in(added).empty();
  const bool doubtful = in_doubt_now();
  if (is_shared(list) || (doubtful && !layers)) return forget_list(list, where);
  ++changes_;
  if (layers) run_.holding.push_back(top().statement - 1);
  std::vector<int> items = at(list).items;
  const std::vector<int> more = at(added).items;
  if (items.size() + more.size() > most_listed) return forget_list(list, where);
  items.insert(items.end(), more.begin(), more.end());
  Value& all = run_.values[static_cast<std::size_t>(list)];
  all.items = std::move(items);
  if (!layers && all.from.size() < most_places) all.from.push_back(where);
  mark_listed(list);
}

/// A method of a list.
int Machine::call_list(const Node& now, const Value& method) {
  const int list = method.items.front();
  const std::string_view name = method.text;
  if (at(list).kind != Kind::list) return unknown(now.span);
  const bool adds = (name == "append" || name == "extend") && now.items.size() == 1;
  constexpr std::array<std::string_view, 5> changing{"pop", "remove", "reverse", "sort", "clear"};
  const bool changes =
      adds || name == "insert" || std::find(changing.begin(), changing.end(), name) != changing.end();
  if (name == "copy" && now.items.empty()) {
    Value copy = at(list);
    copy.object = -1;
    return keep(std::move(copy));
  }
  if (!changes) return unknown(now.span);
  ++changes_;
  const int added = now.items.empty() ? -1 : value_of(now.items.back());
  const bool sized = added >= 0 && (at(added).kind == Kind::number || at(added).kind == Kind::list);
  const bool doubtful = in_doubt_here();
  const bool layers = !things_in(list).empty() || (added >= 0 && !things_in(added).empty());
  // A list of layers that is not surely added to is told where the layer is made.
  if (adds && !forward_ && sized && !layers && (doubtful || is_shared(list))) {
    if (is_shared(list)) run_.unknown.push_back({now.span, "function", {{"name", source(now.span)}}});
    if (doubtful) forget_list(list, now.span);
    if (at(list).kind != Kind::list) return list;
  }
  std::vector<int> items = at(list).items;
  if (!layers && !is_shared(list) && at(list).from.size() < most_places)
    run_.values[static_cast<std::size_t>(list)].from.push_back(now.span);
  if (adds) {
    if (items.size() >= most_listed) return list;
    if (name == "extend" && at(added).kind == Kind::list)
      items.insert(items.end(), at(added).items.begin(), at(added).items.end());
    else
      items.push_back(added);
    if (at(added).kind == Kind::list && at(added).object >= 0) share(added);
    run_.values[static_cast<std::size_t>(list)].items = std::move(items);
    mark_listed(list);
    return list;
  }
  const auto size = static_cast<std::int64_t>(items.size());
  const int place = now.items.empty() ? -1 : value_of(now.items.front());
  const bool placed = place >= 0 && at(place).kind == Kind::number;
  std::int64_t index = placed ? at(place).number : name == "insert" ? size : -1;
  if (index < 0) index += size;
  if (doubtful || is_shared(list) || (!now.items.empty() && !placed)) {
    forget_list(list, now.span);
    return unknown(now.span);
  }
  int taken = -1;
  if (name == "clear") {
    items.clear();
  } else if (name == "reverse" && now.items.empty()) {
    std::reverse(items.begin(), items.end());
  } else if (name == "pop" && index >= 0 && index < size) {
    taken = items[static_cast<std::size_t>(index)];
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
  } else if (name == "insert" && now.items.size() == 2 && index >= 0 && items.size() < most_listed) {
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(std::min(index, size)), added);
  } else {
    forget_list(list, now.span);
    return unknown(now.span);
  }
  if (layers && !forward_) run_.holding.push_back(top().statement);
  run_.values[static_cast<std::size_t>(list)].items = std::move(items);
  mark_listed(list);
  return taken >= 0 ? taken : unknown(now.span);
}

}  // namespace rnn::python
