#include "core/diagnose/rules.h"

#include <algorithm>
#include <utility>

namespace rnn {
namespace {

using Parts = std::vector<Part>;

/// Those that are used.
std::vector<Gate> gates_of(const Rule& rule) {
  std::vector<Gate> out = rule.gates();
  std::erase_if(out, [&](const Gate& gate) { return rule.unused(gate.name); });
  return out;
}

constexpr bool is_recurrent(Size size) { return size == Size::read || size == Size::read_patch; }

/// Reads only what `keep` keeps.
template <class Keep>
SizeList kept(const SizeList& sizes, Keep&& keep) {
  SizeList out;
  for (const Size size : sizes)
    if (keep(size)) out.add(size);
  return out;
}

/// Where nothing is left of a part, there is none.
Rule with(const Rule& rule, Parts parts) {
  std::erase_if(parts, [](const Part& part) { return part.reads.empty() && part.biases == Whole(0); });
  return rule.with(gates_of(rule), std::move(parts));
}

/// `change` for every part of the block.
template <class Change>
Rule block_changed(const Rule& rule, Change&& change) {
  Parts parts = rule.parts();
  for (Part& part : parts)
    if (gated(part)) change(part);
  return with(rule, std::move(parts));
}

Part biases_apart(SizeList units, std::uint64_t times) {
  Part out;
  out.topic = Topic::biases;
  out.reads = {};
  out.units = units;
  out.biases = 1;
  out.times = static_cast<std::uint8_t>(times);
  return out;
}

/// No biases but this part, behind the block.
Rule with_biases(const Rule& rule, const Part& biases) {
  Parts parts = rule.parts();
  std::erase_if(parts, [](const Part& part) { return part.topic == Topic::biases; });
  for (Part& part : parts)
    if (gated(part) || part.topic == Topic::unused) part.biases = 0;
  const auto behind = std::find_if_not(parts.begin(), parts.end(), gated);
  if (biases.times != 0) parts.insert(behind, biases);
  return with(rule, std::move(parts));
}

/// Of a block whose parts all have the same units.
SizeList units_of(const Rule& rule) { return rule.parts().front().units; }

}  // namespace

Rule plain(const Rule& rule) { return with(rule, rule.parts()); }

Rule with_bias_vectors(const Rule& rule, std::uint64_t vectors) {
  const std::uint64_t matrices = rule.matrices();
  if (matrices == 0 || vectors % matrices != 0)
    return with_biases(rule, biases_apart(units_of(rule), vectors));
  const Rule bare = with_biases(rule, biases_apart({}, 0));
  return block_changed(bare, [&](Part& part) { part.biases = vectors / matrices; });
}

Rule with_bias_numbers(const Rule& rule, std::uint64_t numbers) {
  return with_biases(rule, biases_apart({}, numbers));
}

Rule with_matrices(const Rule& rule, std::uint64_t matrices) {
  std::vector<Gate> gates = gates_of(rule);
  const std::uint64_t before = rule.matrices();
  const std::uint64_t vectors = rule.bias_vectors().value_or(0);
  std::stable_partition(gates.begin(), gates.end(),
                        [](const Gate& gate) { return gate.role == Gate::candidate; });
  gates.resize(static_cast<std::size_t>(matrices), Gate{"", Gate::output});
  Rule changed = rule.with(std::move(gates), rule.parts());
  if (before == 0) return changed;
  return with_bias_vectors(changed, vectors / before * matrices + vectors % before);
}

Rule without_recurrent(const Rule& rule) {
  return block_changed(
      rule, [](Part& part) { part.reads = kept(part.reads, [](Size size) { return !is_recurrent(size); }); });
}

Rule without_input(const Rule& rule) {
  return block_changed(rule, [](Part& part) { part.reads = kept(part.reads, is_recurrent); });
}

Rule with_recurrent_vector(const Rule& rule) {
  return block_changed(rule, [](Part& part) {
    SizeList reads;
    for (const Size size : part.reads) reads.add(size == Size::read ? Size::one : size);
    part.reads = reads;
  });
}

Rule with_shared_input(const Rule& rule) {
  Parts parts = rule.parts();
  Parts shared;
  for (Part& part : parts) {
    if (!gated(part)) continue;
    Part once = part;
    once.reads = kept(part.reads, [](Size size) { return reads_input(size); });
    once.biases = 0;
    once.once = true;
    part.reads = kept(part.reads, [](Size size) { return !reads_input(size); });
    if (!once.reads.empty()) shared.push_back(once);
  }
  parts.insert(parts.end(), shared.begin(), shared.end());
  return with(rule, std::move(parts));
}

Rule with_initial_state(const Rule& rule, bool memory) {
  Parts parts = rule.parts();
  Part state;
  state.topic = Topic::initial_state;
  state.units = {Size::read};
  if (memory && rule.projects()) {
    parts.push_back(state);
    state.units = {Size::units};
  } else if (memory) {
    state.times = 2;
  }
  parts.push_back(state);
  return with(rule, std::move(parts));
}

Rule with_steps_times_units(const Rule& rule) {
  Parts parts = rule.parts();
  std::erase_if(parts, [](const Part& part) { return !gated(part); });
  for (Part& part : parts) {
    part.reads = {Size::steps, Size::input};
    part.units = {Size::input, Size::units};
    part.biases = 0;
  }
  return with(rule, std::move(parts));
}

Rule uncounted(const Rule& rule) { return rule.with({}, {}); }

}  // namespace rnn
