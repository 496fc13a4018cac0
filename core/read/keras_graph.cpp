#include "core/read/keras_graph.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/read/compose.h"
#include "core/read/keras_config.h"
#include "core/tuples.h"

namespace rnn {
namespace {

using Kind = JsonValue::Kind;

/// ["lstm", 0, 1, …]: the layer's name, which of its calls, which of its outputs.
bool is_reference(const JsonText& json, std::size_t list, KerasReference& out) {
  if (json[list].kind != Kind::list) return false;
  const std::size_t name = list + 1;
  if (name >= json[list].end || json[name].kind != Kind::text) return false;
  const std::size_t call = json[name].end;
  if (call >= json[list].end || json[call].kind != Kind::word) return false;
  const std::size_t tensor = json[call].end;
  out = {json[name].text, 0};
  if (tensor < json[list].end && json[tensor].kind == Kind::word && json[tensor].text.size() == 1)
    out.tensor = static_cast<std::size_t>(json[tensor].text.front() - '0') % 10;
  return true;
}

std::string number(const Whole& value) { return value ? digits(value) : "None"; }

}  // namespace

std::vector<KerasReference> references_in(const JsonText& json, std::size_t value) {
  std::vector<KerasReference> out;
  if (value == JsonText::none) return out;
  for (std::size_t at = value; at < json[value].end;) {
    KerasReference one;
    const bool found = is_reference(json, at, one);
    if (found) out.push_back(one);
    at = found ? json[at].end : at + 1;
  }
  return out;
}

std::vector<KerasReference> references_of(const JsonText& json, std::size_t object) {
  const std::size_t nodes = json.list(object, "inbound_nodes");
  if (nodes == JsonText::none || nodes + 1 >= json[nodes].end) return {};
  return references_in(json, nodes + 1);
}

Passed passed_in(const JsonText& json, std::size_t list) {
  Passed out;
  out.axes = Passed::Axes::other;
  const std::optional<Tuple> items = read_tuple(tuple_of(json, list));
  if (!items || items->size() < 2) return out;
  const auto size = [&](std::size_t at) -> Whole {
    const std::optional<std::int64_t>& item = (*items)[at];
    return item && *item > 0 ? Whole(static_cast<std::uint64_t>(*item)) : Whole();
  };
  out.width = size(items->size() - 1);
  if (items->size() == 2) out.axes = Passed::Axes::vector;
  if (items->size() != 3) return out;
  out.axes = Passed::Axes::sequence;
  out.steps = size(1);
  return out;
}

KerasOutput handed_on(std::string_view framework, const Passed& in, const std::vector<FoundLayer>& layers) {
  Found alone;
  alone.framework = framework;
  if (in.width) alone.layers.push_back(input_of(in));
  alone.layers.insert(alone.layers.end(), layers.begin(), layers.end());
  const Model model = model_of(alone);
  KerasOutput out;
  if (model.layers.empty()) return out;
  const Layer& last = model.layers.back();
  out.first = last.passed;
  if (last.word == nullptr || !last.word->recurrent) return out;
  out.state = recurrent_width(last);
  out.apart = directions(last) == Whole(2) && last.settings[Option::merge_mode] == Whole(value(Merge::none));
  return out;
}

Passed output(const KerasOutput& all, std::size_t tensor) {
  Passed out = all.first;
  if (tensor == 0 && !all.apart) return out;
  out.width = all.state;
  out.axes = tensor < 2 && all.apart ? Passed::Axes::sequence : Passed::Axes::vector;
  out.last_step = false;
  out.steps = {};
  return out;
}

FoundLayer input_of(const Passed& in) {
  std::string shape = number(in.width);
  if (in.axes == Passed::Axes::sequence && !in.last_step)
    shape = "(" + number(in.steps) + "," + shape + ")";
  else if (in.axes == Passed::Axes::other)
    shape = "(None,None," + shape + ")";
  else
    shape = "(" + shape + ",)";
  FoundLayer out;
  out.calls.push_back({"Input", {}, {}, {{"shape", {}, {std::move(shape), {}, {}, ""}}}});
  return out;
}

Passed concatenated(const std::vector<Passed>& all, bool in_time) {
  Passed out = all.front();
  for (std::size_t i = 1; i < all.size(); ++i) {
    Whole& sum = in_time ? out.steps : out.width;
    sum = add(sum, in_time ? all[i].steps : all[i].width);
  }
  return out;
}

bool is_vector(const Passed& passed) { return passed.axes == Passed::Axes::vector || passed.last_step; }

bool same_steps(const Passed& a, const Passed& b) {
  if (is_vector(a) || is_vector(b)) return is_vector(a) == is_vector(b);
  return a.axes == b.axes && a.steps == b.steps;
}

}  // namespace rnn
