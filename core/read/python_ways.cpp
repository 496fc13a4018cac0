// Which statements run, and how often: conditions, loops, what may fail.
#include <algorithm>
#include <set>

#include "core/read/python_machine.h"

namespace rnn::python {
namespace {

constexpr int most_rounds = 200;  // of a while loop

}  // namespace

/// The next item of a loop or a comprehension; false behind the last one.
bool Machine::begin_item() {
  Frame& frame = top();
  if (!frame.repeats) return false;
  const bool loop = frame.element < 0;
  if (loop && frame.item == 0) {
    frame.plain =
        frame.items.size() > 3 && std::all_of(frame.items.begin(), frame.items.end(), [&](int one) {
          return is_plain_item(one) ||
                 (at(one).kind == Kind::list && std::all_of(at(one).items.begin(), at(one).items.end(),
                                                            [&](int inner) { return is_plain_item(inner); }));
        });
    if (frame.plain) plain_rounds_.emplace_back();
  } else if (frame.plain) {
    if (frame.item + 1 < frame.items.size() && settled()) frame.item = frame.items.size() - 1;
    end_round();
  }
  if (frame.item >= frame.items.size()) return false;
  const int item = frame.items[frame.item++];
  const std::vector<std::string_view> names = frame.names;
  if (frame.element >= 0) {
    const Node& all = node(frame.element);
    frame.tests = all.condition >= 0;
    frame.node = frame.tests ? all.condition_first : all.first;
    frame.last = frame.tests ? all.condition + 1 : all.last;
    frame.values.clear();
  } else {
    frame.statement = frame.first;
    frame.node = -1;
    frame.doubtful = frame.open && !forward_ ? frame.end : 0;
    frame.other_way = false;
  }
  const bool several = names.size() > 1;
  const std::vector<int> parts = several ? parts_of(item, names.size()) : std::vector<int>{item};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name(names[i]);
    const int part = i < parts.size() ? parts[i] : keep({});
    if (at(part).kind == Kind::list) share(part);
    bind(name, loop && top().open ? in_doubt(name, read(name), part) : part, {});
  }
  if (top().plain) {
    Round& round = plain_rounds_.back();
    round.changes = changes_;
    round.scopes = scopes_.size();
  }
  return true;
}

/// The items of a list for so many names: `for i, (a, b) in …` goes into its lists. None where they are not
/// as many.
std::vector<int> Machine::parts_of(int list, std::size_t count) const {
  std::vector<int> out;
  if (at(list).kind != Kind::list) return out;
  out = at(list).items;
  if (out.size() >= count) return out;
  std::vector<int> flat;
  for (const int item : out)
    if (at(item).kind == Kind::list)
      flat.insert(flat.end(), at(item).items.begin(), at(item).items.end());
    else
      flat.push_back(item);
  return flat.size() == count ? flat : std::vector<int>();
}

/// Whether nothing but a way that is taken because of it can tell one such item from another.
bool Machine::is_plain_item(int value) const {
  const Value& one = at(value);
  return one.kind == Kind::number || one.kind == Kind::real || one.kind == Kind::flag ||
         one.kind == Kind::text || one.kind == Kind::none || (one.kind == Kind::unknown && one.text.empty());
}

/// Whether two values are the same, wherever the program says them.
bool Machine::alike(int a, int b) const {
  const auto same = [](const Value& x, const Value& y) {
    return x.kind == y.kind && x.number == y.number && x.text == y.text && x.object == y.object &&
           x.state == y.state && x.joined == y.joined;
  };
  const Value& x = at(a);
  const Value& y = at(b);
  return same(x, y) &&
         std::equal(x.items.begin(), x.items.end(), y.items.begin(), y.items.end(), [&](int one, int other) {
           return one == other ||
                  (x.kind == Kind::list && same(at(one), at(other)) && at(one).items == at(other).items);
         });
}

/// Whether the rounds behind the one that ends here leave what the last of them leaves by itself: no way was
/// taken and nothing made that hangs on a known value, and no name hands a known value on from round to
/// round.
bool Machine::settled() const {
  const Round& round = plain_rounds_.back();
  if (changes_ != round.changes) return false;
  return std::all_of(round.read.begin(), round.read.end(), [&](const auto& one) {
    const auto& [place, before] = one;
    if (static_cast<std::size_t>(place.first) >= round.scopes) return true;
    const auto behind = round.bound.find(place);
    return behind == round.bound.end() || (at(before).kind == Kind::unknown && alike(before, behind->second));
  });
}

/// What a round did is done by the round around it, too.
void Machine::end_round() {
  Round& done = plain_rounds_.back();
  if (plain_rounds_.size() > 1) {
    Round& around = plain_rounds_[plain_rounds_.size() - 2];
    for (const auto& [place, value] : done.read)
      if (around.bound.count(place) == 0) around.read.emplace(place, value);
    for (const auto& [place, value] : done.bound) around.bound[place] = value;
  }
  done = {};
}

void Machine::leave_loop(const Frame& frame) {
  if (!frame.plain) return;
  end_round();
  plain_rounds_.pop_back();
}

void Machine::branch(const Statement& statement) {
  Frame& frame = top();
  const std::size_t index = frame.statement - 1;
  const auto column = static_cast<int>(statement.column);
  const bool further = statement.kind != Statement::Kind::when;
  const auto unsure = std::find(frame.both_ways.begin(), frame.both_ways.end(), statement.column);
  if (further && unsure != frame.both_ways.end()) {
    frame.doubtful = std::max(frame.doubtful, behind_body(program_, index));
    return;
  }
  if (unsure != frame.both_ways.end()) frame.both_ways.erase(unsure);
  if (further && frame.open_column != column) {
    const std::size_t end = behind_body(program_, index);
    if (statement.kind == Statement::Kind::otherwise && follows_whole(index)) {
      // A loop that is left before its end does not run it.
      if (!frame.left || !makes_layers(index + 1, end)) return;
      run_.problems.push_back({"condition", statement.span, {{"text", source(statement.span)}}});
    }
    frame.statement = behind_body(program_, index);
    return;
  }
  frame.open_column = -1;
  const int met = statement.kind == Statement::Kind::otherwise ? 1 : is_met(statement.value);
  if (met >= 0) ++changes_;
  if (met == 0) {
    frame.statement = behind_body(program_, index);
    frame.open_column = column;
    return;
  }
  if (met == 1) return;
  if (forward_) {
    frame.both_ways.push_back(statement.column);
    frame.doubtful = std::max(frame.doubtful, behind_body(program_, index));
    return;
  }
  std::size_t end = behind_body(program_, index);
  const bool main = source(statement.span).find("__name__") != std::string::npos;
  const bool other = end < program_.statements.size() &&
                     program_.statements[end].column == statement.column &&
                     (program_.statements[end].kind == Statement::Kind::otherwise ||
                      program_.statements[end].kind == Statement::Kind::otherwise_when);
  if (!main) {
    frame.other_way = other || (frame.other_way && frame.doubtful >= frame.statement);
    frame.doubtful = std::max(frame.doubtful, end);
  }
  if (other) {
    const std::size_t here = end;
    end = behind_body(program_, end);
    if (!main) doubt_names(here, end);
  }
  if (!main && makes_layers(index + 1, end))
    run_.problems.push_back({"condition", statement.span, {{"text", source(statement.span)}}});
}

void Machine::loop(const Statement& statement) {
  const std::size_t index = top().statement - 1;
  const std::size_t end = behind_body(program_, index);
  int said = members_of(value_of(statement.value));
  const Node::Kind form = statement.value < 0 ? Node::Kind::hole : node(statement.value).kind;
  if (at(said).kind == Kind::thing && thing(at(said).object).kind == Thing::Kind::model &&
      (form == Node::Kind::name || form == Node::Kind::attribute || form == Node::Kind::subscript))
    said = list_of_members(at(said).object);
  const Value over = at(said);
  Frame body;
  body.first = index + 1;
  body.end = end;
  body.statement = end;
  body.scope = top().scope;
  body.repeats = true;
  body.names = statement.names;
  if (over.kind == Kind::list) {
    ++changes_;
    body.items = over.items;
    // What says the list says its numbers.
    for (int& item : body.items) {
      if (over.from.empty() || at(item).kind != Kind::number) continue;
      Value number = at(item);
      number.from.insert(number.from.end(), over.from.begin(), over.from.end());
      item = keep(std::move(number));
    }
  } else {
    body.items = {keep({})};
    body.open = true;
    if (makes_layers(index + 1, end))
      run_.problems.push_back({"loop", statement.span, {{"text", source(statement.span)}}});
  }
  top().statement = end;
  frames_.push_back(std::move(body));
}

/// Whether an `else` belongs to what has run to its end: a loop, or what was tried.
bool Machine::follows_whole(std::size_t index) const {
  const std::vector<Statement>& all = program_.statements;
  std::size_t before = index;
  while (before > 0 && all[before - 1].column > all[index].column) --before;
  if (before == 0 || all[before - 1].column != all[index].column) return false;
  const Statement::Kind kind = all[before - 1].kind;
  return kind == Statement::Kind::each || kind == Statement::Kind::repeat || kind == Statement::Kind::handler;
}

/// An exception that is surely raised leaves what is tried for a handler, which is not followed.
void Machine::raise(Span span) {
  if (in_doubt_now()) return;
  const std::vector<Statement>& all = program_.statements;
  for (std::size_t frame = frames_.size(); frame-- > 0;) {
    // A statement that calls a function is not done yet.
    const bool calls = frame + 1 < frames_.size() && frames_[frame + 1].call;
    const std::size_t next = frames_[frame].statement;
    std::size_t inner = calls || next == 0 ? next : next - 1;
    for (std::size_t i = inner; i-- > 0 && inner < all.size() && all[inner].column > 0;) {
      if (all[i].column >= all[inner].column) continue;
      inner = i;
      if (all[i].kind == Statement::Kind::define) break;
      const std::size_t end = behind_body(program_, i);
      const bool handled = end < all.size() && all[end].kind == Statement::Kind::handler;
      if (handled && all[i].kind == Statement::Kind::scope) {
        run_.unknown.push_back({span, "function", {{"name", source(span)}}});
        return;
      }
    }
  }
}

/// What may fail is taken as if it did not; a size that is another one where it fails is asked for.
void Machine::pass_over_handler(std::size_t index) {
  const std::size_t end = behind_body(program_, index);
  for (std::size_t i = index + 1; i < end && !forward_; ++i) {
    const Statement& one = program_.statements[i];
    if (one.kind != Statement::Kind::assign && one.kind != Statement::Kind::augment) continue;
    for (const int target : one.targets) {
      const std::string name = source(node(target).span);
      const int known = node(target).kind == Node::Kind::name ? find(name) : -1;
      if (known < 0 || at(known).kind != Kind::number) continue;
      const bool same = one.kind == Statement::Kind::assign && one.value >= 0 &&
                        source(node(one.value).span) == std::to_string(at(known).number);
      if (!same) bind(name, unknown(one.span), {});
    }
  }
  top().statement = end;
}

/// `model.add(…) if deep else None`, `deep and model.add(…)`: both sides are followed.
void Machine::doubt_addition_by_condition(std::size_t index) {
  const Statement& statement = program_.statements[index];
  if (forward_ || statement.value < 0) return;
  const Node& now = node(statement.value);
  const bool either = now.kind == Node::Kind::binary && (now.word == "and" || now.word == "or");
  if ((now.kind != Node::Kind::choice && !either) || !adds_layers(index, index + 1)) return;
  const Node& condition = node(either ? now.a : now.b);
  run_.problems.push_back({"condition", now.span, {{"text", source(condition.span)}}});
}

/// `break` and `continue`, of a loop whose rounds are followed.
void Machine::leave_round(std::size_t index, bool ends) {
  Frame& frame = top();
  if (frame.element >= 0 || (!frame.repeats && !frame.round)) return;
  const std::size_t from = ends ? frame.first : index;
  const bool makes = makes_layers(from, frame.end) || adds_layers(from, frame.end);
  if (makes) run_.holding.push_back(index);
  Frame* const around = frames_.size() > 1 ? &frames_[frames_.size() - 2] : nullptr;
  if (ends && around != nullptr) around->left = true;
  if (frame.doubtful >= frame.statement) {
    const Span span = program_.statements[index].span;
    const bool told = std::any_of(run_.problems.begin(), run_.problems.end(),
                                  [&](const TextProblem& one) { return one.span.start == span.start; });
    if (makes && !told && !frame.open) run_.problems.push_back({"loop", span, {{"text", source(span)}}});
    if (forward_) return;
    // Nothing says whether the rest is run, or any round behind.
    frame.doubtful = frame.end;
    frame.open = frame.open || ends;
    if (ends && frame.round) rounds_[frame.first - 1] = most_rounds;
    return;
  }
  frame.statement = frame.end;
  if (ends) frame.item = frame.items.size();
  if (ends && frame.round && around != nullptr) around->statement = frame.end;
}

/// The statements that give the names in a condition their values hold what it makes.
void Machine::keep_assignments(const Statement& condition) {
  std::set<std::string_view> names;
  for (std::size_t at = condition.first_node; at < condition.last_node; ++at)
    if (program_.nodes[at].kind == Node::Kind::name) names.insert(program_.nodes[at].word);
  for (std::size_t i = 0; i < program_.statements.size(); ++i)
    for (const int target : program_.statements[i].targets)
      if (target >= 0 && names.count(node(target).word) > 0) run_.holding.push_back(i);
}

/// The body runs as often as the condition is met; once where nothing is known of that, and then nothing says
/// whether it is run.
void Machine::repeat(const Statement& statement) {
  const std::size_t index = top().statement - 1;
  const std::size_t end = behind_body(program_, index);
  // `while True` ends in some other way.
  const Node::Kind form = statement.value < 0 ? Node::Kind::hole : node(statement.value).kind;
  const bool constant = form == Node::Kind::hole || form == Node::Kind::number ||
                        (form == Node::Kind::name && at(value_of(statement.value)).kind == Kind::flag);
  int met = constant ? -1 : is_met(statement.value);
  if (met >= 0) ++changes_;
  int& rounds = rounds_[index];
  if (met == 1 && ++rounds > most_rounds) met = -1;
  if (met != 1) rounds = 0;
  const bool makes = makes_layers(index + 1, end) || (met >= 0 && adds_layers(index + 1, end));
  top().statement = end;
  if (met == 0) return;
  if (met < 0 && makes) run_.problems.push_back({"loop", statement.span, {{"text", source(statement.span)}}});
  if (rounds == 1 && makes) keep_assignments(statement);
  if (met == 1) top().statement = index;
  Frame body;
  body.statement = index + 1;
  body.end = end;
  body.scope = top().scope;
  body.first = index + 1;
  body.round = true;
  body.open = met < 0;
  body.doubtful = body.open && !forward_ ? end : 0;
  frames_.push_back(std::move(body));
}

/// Whether a call in these statements would make a layer.
bool Machine::makes_layers(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i)
    if (nodes_make_layers(program_.statements[i].first_node, program_.statements[i].last_node)) return true;
  return false;
}

/// Whether a call in these statements may make something part of a model.
bool Machine::adds_layers(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i)
    for (std::size_t at = program_.statements[i].first_node; at < program_.statements[i].last_node; ++at) {
      const Node& one = program_.nodes[at];
      if (one.kind != Node::Kind::call || one.a < 0 || node(one.a).kind != Node::Kind::attribute) continue;
      if (node(one.a).word == "add" || node(one.a).word == "add_module") return true;
    }
  return false;
}

bool Machine::nodes_make_layers(std::size_t first, std::size_t last) const {
  for (std::size_t at = first; at < last; ++at) {
    const Node& one = program_.nodes[at];
    if (one.kind == Node::Kind::call && one.a >= 0 && names_layer(source(node(one.a).span))) return true;
  }
  return false;
}

}  // namespace rnn::python
