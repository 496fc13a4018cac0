#include "core/repeats.h"

#include <algorithm>

#include "core/formats.h"
#include "core/json.h"
#include "core/weights.h"

namespace rnn {
namespace {

/// Its name and sizes: layers that differ in them are not compared further.
std::string head_of(const Layer& layer) {
  const LayerSizes sizes = rnn::sizes(layer);
  Json json;
  json.list().item(layer.name).item(name(layer.word)).item(sizes.merge_mode).item(name(layer.way));
  for (const Whole& size : {sizes.units, layer.input, layer.passed.width, sizes.directions, sizes.total})
    json.item(digits(size));
  return json.end().take();
}

/// What else makes a layer what it is, as one text: its tensors and its steps.
std::string body_of(const Layer& layer, const std::vector<Step>& steps) {
  Json json;
  json.list().list();
  for (const Weight& weight : weights(layer)) {
    json.list().item(name(weight.role)).item(weight.gate).item(column_names(weight.columns));
    json.item(name(weight.direction)).item(weight.trainable ? "trainable" : "").list();
    for (const std::string_view gate : weight.gates) json.item(gate);
    json.end().list();
    for (const Whole& side : weight.shape) json.item(digits(side));
    json.end().end();
  }
  json.end().list();
  for (const Step& step : steps) json.item(name(step.topic)).item(to_text(step.formula, Reading::numbers));
  return json.end().end().take();
}

}  // namespace

LayerSizes sizes(const Layer& layer) {
  LayerSizes out;
  out.units = layer.rule.passes_on() ? Whole() : layer.settings[Option::units];
  out.directions = directions(layer);
  const Whole merge = layer.settings[Option::merge_mode];
  const bool merges = out.directions == Whole(2) || layer.way == Way::backward;
  if (merge && merges) out.merge_mode = value_text(word(Option::merge_mode), *merge);
  if (!layer.flawed) out.total = layer.total;
  return out;
}

std::vector<int> repeats(const Model& model, const Derivation& derivation) {
  if (derivation.layers.size() == 1) return {-1};
  const std::size_t count = derivation.layers.size();
  std::vector<std::string> heads(count);
  std::vector<std::string> bodies(count);  // each once it is asked for
  const auto body = [&](std::size_t index) -> const std::string& {
    if (bodies[index].empty()) bodies[index] = body_of(model.layers[index], derivation.layers[index]);
    return bodies[index];
  };
  std::vector<std::size_t> firsts;  // the first layer of each kind, in the order of their heads
  std::vector<int> out;
  out.reserve(count);
  for (std::size_t index = 0; index < count; ++index) {
    heads[index] = head_of(model.layers[index]);
    auto first = std::partition_point(firsts.begin(), firsts.end(),
                                      [&](std::size_t other) { return heads[other] < heads[index]; });
    while (first != firsts.end() && heads[*first] == heads[index] && body(*first) != body(index)) ++first;
    const bool is_new = first == firsts.end() || heads[*first] != heads[index];
    out.push_back(is_new ? -1 : static_cast<int>(*first));
    if (is_new) firsts.insert(first, index);
  }
  return out;
}

std::vector<Run> runs(const Model& model, const std::vector<int>& repeats) {
  std::vector<Run> out;
  for (std::size_t i = 0; i < repeats.size(); ++i) {
    const Whole total = sizes(model.layers[i]).total;
    if (repeats[i] >= 0 && out.back().like == repeats[i]) {
      out.back().last = i;
      out.back().sum = add(out.back().sum, total);
    } else {
      out.push_back({i, i, repeats[i], total});
    }
  }
  return out;
}

}  // namespace rnn
