#include "core/count.h"

#include "core/rare.h"
#include "core/weights.h"

namespace rnn {

RARE static void report_too_large(Model& model, std::size_t layer) {
  model.problems.report(Key::layers, "too_large", model.written[model.layers[layer].origin].span)
      .with("number", layer + 1)
      .with("largest", largest_total);
}

Model counted(const Query& query, const Framework* framework, const KnownProblems* known_problems) {
  Model model = read_model(query, framework, known_problems);
  Whole sum = 0;
  model.counted = 0;
  bool certain = true;
  bool too_large = false;
  std::size_t first_unknown = 0;
  for (std::size_t i = 0; i < model.layers.size(); ++i) {
    Layer& layer = model.layers[i];
    // What a unit reads is the projection's size where one is asked for, be it kept by the framework or not.
    const bool reads = layer.rule.gates().empty() || recurrent_width(layer);
    const bool known =
        layer.rule.known() && !layer.flawed && reads && directions(layer) && shapes_known(layer);
    if (known) layer.total = count(layer);
    if (layer.total) model.counted = add(model.counted, layer.total);
    // Past an unknown layer no running sum is certain, but a layer that is too large by itself still says so.
    if (certain && !known) first_unknown = i;
    certain = certain && known;
    sum = add(certain ? sum : Whole(0), layer.total);
    if (!known || sum || too_large) continue;
    too_large = true;
    report_too_large(model, i);
  }
  if (certain) model.total = sum;
  // Where nothing is wrong, a length that is not known is one past the largest number: so is what it counts.
  if (!certain && query.problems.empty() && model.problems.empty()) report_too_large(model, first_unknown);
  return model;
}

}  // namespace rnn
