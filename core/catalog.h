// What the core knows, as data: the form and the documentation are built from it, so that no fact stands
// twice.
#pragma once

#include <string>

namespace rnn {

/// JSON, as web/engine.d.ts declares it.
std::string catalog_json();

}  // namespace rnn
