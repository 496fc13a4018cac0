#include "core/canonical.h"

namespace rnn {
namespace {

/// "LSTM(7,num_layers=2)": the arguments in the order of the options, without those that say what goes
/// without saying.
void append_layer(std::string& out, const Layer& layer, std::uint64_t stacked, const Written& written,
                  const Framework& framework) {
  const LayerWord& words = word(layer.cell);
  std::string inner;
  std::string outer;
  const bool wrapped = written.wrapped || (written.named_both_ways && stacked == 1);
  for (const Option option : words.options) {
    const OptionWord& facts = word(option);
    const Whole value = option == Option::num_layers ? Whole(stacked) : layer.settings[option];
    const bool wrapper = wrapped && (option == Option::bidirectional || option == Option::merge_mode);
    if (!facts.required && *value == offer(framework, layer.cell, option).preset) continue;
    if (wrapper && option == Option::bidirectional) continue;
    std::string& list = wrapper ? outer : inner;
    if (!list.empty()) list += ',';
    if (!facts.required) list.append(facts.spellings.front()).append("=");
    list += option == Option::rate ? layer.rate : value_text(facts, *value);
  }
  if (!out.empty()) out += ',';
  if (wrapped) out.append(wrapper_name).append("(");
  out.append(words.names.front()).append("(").append(inner).append(")");
  if (!outer.empty()) out.append(",").append(outer);
  if (wrapped) out += ')';
}

}  // namespace

std::string canonical(const Model& model) {
  std::string layers;
  for (std::size_t i = 0; i < model.layers.size();) {
    const Layer& layer = model.layers[i];
    std::size_t end = i;
    while (end < model.layers.size() && model.layers[end].origin == layer.origin) ++end;
    append_layer(layers, layer, end - i, model.written[layer.origin], *model.framework);
    i = end;
  }
  std::string out = "framework=" + std::string(model.framework->id);
  if (model.input) out += "&input=" + digits(model.input);
  return out + "&layers=" + layers;
}

}  // namespace rnn
