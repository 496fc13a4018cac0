// Reads what people have: code, a printed model, shapes, JSON.
#pragma once

#include <string>
#include <string_view>

#include "core/read/reading.h"
#include "core/read/stored_layers.h"

namespace rnn {

/// Reads any text; never fails. What it is decides which reader reads it; see the files beside this one.
TextReading read_text(std::string_view text, const Names& names = {});

/// The same model and questions, without pieces and choices: for a text that is read again and again, with
/// what was counted for it before.
TextReading read_roughly(std::string_view text, const Names& names, StoredLayers& known);

/// The same as JSON, as web/engine.d.ts declares it. `names`: a name and its value in turn, a line each.
std::string read_json(std::string_view text, std::string_view names);

}  // namespace rnn
