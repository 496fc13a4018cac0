// What a program gives to names, attributes and items.
#include <algorithm>

#include "core/read/python_machine.h"

namespace rnn::python {

/// Models in one list are branches of one.
void Machine::join_models(const std::string& name, int list) {
  if (forward_) return;
  const std::vector<int> models = things_in(list);
  const bool all = std::all_of(models.begin(), models.end(), [&](int one) {
    return thing(one).kind != Thing::Kind::layer && thing(one).kind != Thing::Kind::input &&
           !thing(one).consumed;
  });
  if (models.size() < 2 || !all) return;
  // A layer that says what its model reads does not read what those before it hand on: each is a model of its
  // own. Models that begin with an Input are branches of one, as our own code has them.
  const auto enters = [&](int model) {
    const std::vector<int>& members = thing(model).members;
    return std::any_of(members.begin(), members.end(), [&](int one) {
      const std::vector<Given>& given = thing(one).given;
      return std::any_of(given.begin(), given.end(), [](const Given& said) {
        return said.name == "input_shape" || said.name == "batch_input_shape" || said.name == "input_dim";
      });
    });
  };
  if (std::any_of(models.begin() + 1, models.end(), enters)) return;
  Thing joined;
  joined.kind = Thing::Kind::model;
  joined.path = joined.name = name;
  joined.span = thing(models.front()).span;
  joined.statement = top().statement - 1;
  run_.things.push_back(std::move(joined));
  ++changes_;
  hold(static_cast<int>(run_.things.size()) - 1, list);
}

void Machine::bind(const std::string& name, int value, Span where) {
  if (where.end > where.start) value = in_doubt(name, read(name), value);
  Value copy = at(value);
  const bool said = copy.kind != Kind::thing && copy.kind != Kind::tensor && copy.kind != Kind::function &&
                    copy.kind != Kind::type && copy.kind != Kind::path && copy.kind != Kind::flow;
  if (said && where.end > where.start) copy.from.push_back(where);
  if (copy.kind == Kind::path && copy.text == name) return;
  if (copy.kind == Kind::thing && thing(copy.object).name.empty()) thing(copy.object).name = name;
  if (copy.kind == Kind::list) {
    join_models(name, value);
    // All the names of a list know the first value that it was.
    if (copy.object >= 0)
      shared_.insert(copy.object);
    else
      copy.object = value;
    // All the instances of a class have it.
    if (scope(top().scope).instance >= 0 && !name.starts_with("self.")) shared_.insert(copy.object);
  }
  const bool is_tensor = copy.kind == Kind::tensor;
  const int before = is_tensor ? find(name) : -1;
  const bool again = before >= 0 && at(before).kind == Kind::tensor;
  const int bound = keep(std::move(copy));
  if (is_tensor && where.end > where.start)
    wires_[bound] = {{where.start, beginning_of(top().statement)}, again};
  const int instance = instance_of(top().scope);
  const bool attribute = name.starts_with("self.");
  if (attribute && instance >= 0) {
    const auto held = scope(instance).names.find(name);
    if (held != scope(instance).names.end()) replace_member(scope(instance).instance, held->second, bound);
    set_name(instance, name, bound);
    hold_plainly(scope(instance).instance, bound);
    return;
  }
  Scope& here = scope(top().scope);
  if (const auto other = here.elsewhere.find(name); other != here.elsewhere.end())
    return set_name(other->second, name, bound);
  if (here.instance >= 0 && here.given.count(name) > 0) return;
  set_name(top().scope, top().prefix + name, bound);
  if (here.instance >= 0) {
    set_name(top().scope, "self." + name, bound);
    hold(here.instance, bound);
  }
}

/// Where the value of the statement before `next` begins.
std::size_t Machine::beginning_of(std::size_t next) const {
  const Statement& statement = program_.statements[next - 1];
  return statement.value < 0 ? statement.span.end : node(statement.value).span.start;
}

void Machine::assign(int target, int value, Span where, bool state) {
  if (target < 0) return;
  const Node& to = node(target);
  if (state && at(value).kind == Kind::tensor) value = tensor(at(value).object, true);
  if (to.kind == Node::Kind::name) return bind(std::string(to.word), value, where);
  if (to.kind == Node::Kind::list) return unpack(to.items, value, where);
  if (to.kind == Node::Kind::attribute) {
    const Value base = at(value_of(to.a));
    if (base.kind == Kind::thing && to.word == "trainable")
      return set_option(base.object, "trainable", value, where);
    if (to.word == "requires_grad" && (base.kind == Kind::thing || base.kind == Kind::method) &&
        base.object >= 0)
      return set_option(base.object, "trainable", value, where);
    if (base.kind == Kind::thing && to.word == "weight") {
      if (at(value).kind == Kind::method) set_option(base.object, "tied", keep(flag(true)), where);
      return;
    }
    if (base.kind == Kind::thing && thing(base.object).scope >= 0 && things_in(value).empty()) {
      const int attributes = thing(base.object).scope;
      const std::string name = "self." + std::string(to.word);
      Value said = at(in_doubt(source(to.span), read_in(attributes, name), value));
      said.from.push_back(where);
      set_name(attributes, name, keep(std::move(said)));
      return;
    }
    if (base.kind == Kind::thing) {
      if (thing(base.object).scope >= 0) {
        const std::string name = "self." + std::string(to.word);
        const auto& names = scope(thing(base.object).scope).names;
        const auto before = names.find(name);
        if (before != names.end()) replace_member(base.object, before->second, value);
        set_name(thing(base.object).scope, name, value);
      }
      return hold(base.object, value);
    }
    if (assign_item(to, value, where)) return;
    if (base.kind == Kind::type && !forward_) {
      const auto definition = static_cast<std::size_t>(base.number);
      // Its instances hold values of their own, which are not followed from here.
      if (entered_[definition]) {
        bind(source(to.span), in_doubt(source(to.span), read(source(to.span)), value), {});
        return doubt_setting(value, where);
      }
      class_set_.emplace(definition, where);
    }
    const std::string around = to.a < 0 ? std::string() : source(node(to.a).span);
    if (around == "cls" || around.starts_with("type(") || around.ends_with(".__class__"))
      return doubt_setting(value, where);
    // It holds a layer beside others that are not in the text: model.fc = nn.Linear(512, 10).
    const bool named = to.a >= 0 && node(to.a).kind == Node::Kind::name && around != "self";
    if (named && base.kind == Kind::unknown && !forward_ && !things_in(value).empty())
      run_.unknown.push_back({node(to.a).span, "own_class", {{"name", around}}});
    return bind(source(to.span), value, where);
  }
  if (to.kind == Node::Kind::subscript) {
    const Value base = at(value_of(to.a));
    if (base.kind == Kind::thing) return set_member(to, base.object, value, where);
    if (base.kind == Kind::list) return set_place(to, value, where);
    const std::string around = source(node(to.a).span);
    if (around == "globals()" || around == "locals()" || around.starts_with("vars(") ||
        around.ends_with(".__dict__"))
      return doubt_setting(value, where);
    assign_item(to, value, where);
  }
}

/// A value is given to what is not followed from there.
void Machine::doubt_setting(int value, Span where) {
  const Kind kind = at(value).kind;
  if (!forward_ && kind != Kind::text && kind != Kind::none)
    run_.unknown.push_back({where, "function", {{"name", source(where)}}});
}

/// What a later statement says of a layer.
void Machine::set_option(int index, std::string_view option, int value, Span where) {
  if (forward_ || thing(index).kind != Thing::Kind::layer) return;
  ++changes_;
  Given given;
  given.name = option;
  given.span = where;
  given.value = value;
  thing(index).given.push_back(given);
}

void Machine::unpack(const std::vector<int>& targets, int value, Span where) {
  const Value all = at(value);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    int one = value;
    if (all.kind == Kind::list)
      one = i < all.items.size() ? all.items[i] : keep({});
    else if (all.kind != Kind::tensor && all.kind != Kind::flow)
      one = unknown(node(targets[i]).span);
    else if (all.kind == Kind::flow && all.items == std::vector<int>{-1})
      one = flow_of(all.items, true);
    else if (all.kind == Kind::flow && all.number < 0)
      one = part_of_outputs(all, i);
    assign(targets[i], one, where, i > 0);
  }
}

}  // namespace rnn::python
