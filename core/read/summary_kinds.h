// Which kind of layer a row of a printed table is, by the class in brackets and, where that is cut off, by
// the name that Keras gives a layer of that class.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "core/read/summary_lines.h"

namespace rnn {

struct SummaryKind {
  enum class What {
    unknown,
    layer,      ///< one of `words`
    input,      ///< what comes in
    both_ways,  ///< a wrapper whose layer is not printed
    every_step,
    holder  ///< a model with layers of its own
  };
  What what = What::unknown;
  std::vector<const LayerWord*> words;  ///< likeliest first
  std::string name;                     ///< as the query has it where nothing knows it
  bool named = false;                   ///< the layer's name says it, too
  bool named_alike = false;             ///< it could say it alone
};

SummaryKind kind_of(const SummaryRow& row);

/// The recurrent cells that a wrapper may hold, likeliest first.
std::vector<const LayerWord*> usual_cells();

/// TensorFlow.js puts the class behind its own name for it: "bidirectional" of bidirectional_Bidirectional1.
std::string_view without_class(std::string_view name);

}  // namespace rnn
