// The part of reading a model that reads one layer: its name, its arguments, its wrapper.
#pragma once

#include "core/model.h"

namespace rnn {

/// One layer of the query and the layers that it stacks: appends to `model`.
void read_layer(const Query& query, const Call& item, Model& model);

/// Whether a layer stores nothing and changes no width, whatever it is told.
bool takes_anything(const LayerWord& layer);

}  // namespace rnn
