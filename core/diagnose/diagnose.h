// "I got another number": how it comes about.
#pragma once

#include <string>
#include <string_view>

namespace rnn {

/// Looks for what turns the count of `query` into `number`, as people write it; or the count of its layer of
/// that index, in digits; "": of the whole model. JSON, as web/engine.d.ts declares it.
std::string diagnose_json(std::string_view query, std::string_view number, std::string_view layer);

}  // namespace rnn
