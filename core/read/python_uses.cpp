#include "core/read/python_uses.h"

#include <algorithm>

namespace rnn::python {
namespace {

constexpr int deepest = 64;

}  // namespace

Uses::Uses(const Run& run)
    : run_(run), users_(run.things.size()), parents_(run.things.size(), -1), counts_(run.things.size()) {
  any_ =
      std::any_of(run.things.begin(), run.things.end(), [](const Thing& one) { return !one.uses.empty(); });
  if (!any_) return;
  for (std::size_t i = 0; i < run.things.size(); ++i)
    for (const int member : run.things[i].members)
      parents_[static_cast<std::size_t>(member)] = static_cast<int>(i);
  for (std::size_t i = 0; i < run.things.size(); ++i) {
    const std::vector<Use>& uses = run.things[i].uses;
    if (uses.empty()) continue;
    std::vector<int> own = parts(static_cast<int>(i));
    std::sort(own.begin(), own.end());
    counts_[i] = std::all_of(uses.begin(), uses.end(), [&](const Use& use) {
      return std::binary_search(own.begin(), own.end(), use.thing);
    });
    if (!counts_[i]) continue;
    for (std::size_t u = 0; u < uses.size(); ++u) {
      User& user = users_[static_cast<std::size_t>(uses[u].thing)];
      if (user.instance < 0) user = {static_cast<int>(i), u};
    }
  }
}

/// What an instance can use: its members, and those of holders that it does not use as a whole.
std::vector<int> Uses::parts(int instance) const {
  const std::vector<Use>& uses = thing(instance).uses;
  std::vector<int> used;
  used.reserve(uses.size());
  for (const Use& use : uses) used.push_back(use.thing);
  std::sort(used.begin(), used.end());
  std::vector<int> out;
  std::vector<int> open(thing(instance).members.rbegin(), thing(instance).members.rend());
  while (!open.empty() && out.size() <= run_.things.size()) {
    const int index = open.back();
    open.pop_back();
    const Thing& one = thing(index);
    const bool whole = one.kind != Thing::Kind::model || std::binary_search(used.begin(), used.end(), index);
    if (whole)
      out.push_back(index);
    else
      open.insert(open.end(), one.members.rbegin(), one.members.rend());
  }
  return out;
}

std::vector<int> Uses::members(int instance) const {
  if (!counts_[static_cast<std::size_t>(instance)]) return thing(instance).members;
  std::vector<int> all = parts(instance);
  std::vector<int> order;
  for (std::size_t u = 0; u < thing(instance).uses.size(); ++u) {
    const int one = thing(instance).uses[u].thing;
    const User& user = users_[static_cast<std::size_t>(one)];
    if (user.instance == instance && user.use == u) order.push_back(one);
  }
  std::size_t next = 0;
  for (int& one : all)
    if (users_[static_cast<std::size_t>(one)].instance == instance && next < order.size())
      one = order[next++];
  return all;
}

std::vector<Uses::Source> Uses::sources(int index) const {
  using Kind = Source::Kind;
  for (int depth = 0; any_ && depth < deepest; ++depth) {
    const User& user = users_[static_cast<std::size_t>(index)];
    const int parent = parents_[static_cast<std::size_t>(index)];
    if (user.instance >= 0) {
      const std::vector<Use>& uses = thing(user.instance).uses;
      const Use& use = uses[user.use];
      if (use.changed || use.reads.empty()) return {{Kind::unknown, -1}};
      if (use.reads.size() == 1 && use.reads.front() < 0) {
        index = user.instance;
        const auto at = static_cast<std::size_t>(index);
        if (users_[at].instance < 0 && parents_[at] < 0) return {{Kind::coming, -1}};
        continue;
      }
      std::vector<Source> out;
      for (const int read : use.reads)
        out.push_back(read < 0 ? Source{Kind::coming, -1}
                               : Source{Kind::thing, uses[static_cast<std::size_t>(read)].thing});
      return out;
    }
    if (parent < 0) break;
    if (counts_[static_cast<std::size_t>(parent)]) return {{Kind::unknown, -1}};
    if (thing(parent).kind != Thing::Kind::model || thing(parent).members.front() != index) break;
    index = parent;
  }
  return {{}};
}

Uses::Source Uses::source(int index) const {
  const std::vector<Source> all = sources(index);
  // Where a holder of it is what reads, it is not followed whether that joins them.
  const bool held = users_[static_cast<std::size_t>(index)].instance < 0;
  return all.size() > 1 && (held || joins(index)) ? Source{Source::Kind::unknown, -1} : all.front();
}

bool Uses::joins(int index) const {
  const User& user = users_[static_cast<std::size_t>(index)];
  return any_ && user.instance >= 0 && thing(user.instance).uses[user.use].joined;
}

Span Uses::first_use(int index) const {
  const User& user = users_[static_cast<std::size_t>(index)];
  return user.instance < 0 ? Span{} : thing(user.instance).uses[user.use].span;
}

int Uses::last_of(int index) const {
  for (int depth = 0; any_ && depth < deepest; ++depth) {
    if (!counts_[static_cast<std::size_t>(index)]) break;
    index = thing(index).uses.back().thing;
  }
  return index;
}

bool Uses::never_used(int index) const {
  const int parent = any_ ? parents_[static_cast<std::size_t>(index)] : -1;
  return parent >= 0 && counts_[static_cast<std::size_t>(parent)] &&
         users_[static_cast<std::size_t>(index)].instance < 0;
}

std::vector<Span> Uses::used_again(int index) const {
  std::vector<Span> out;
  const User& user = users_[static_cast<std::size_t>(index)];
  if (user.instance < 0) return out;
  const std::vector<Use>& uses = thing(user.instance).uses;
  for (std::size_t u = user.use + 1; u < uses.size(); ++u)
    if (uses[u].thing == index) out.push_back(uses[u].span);
  return out;
}

}  // namespace rnn::python
