// The same model in every framework: its totals, and the terms that make the difference.
#pragma once

#include <string>
#include <string_view>

namespace rnn {

/// One comparison per framework, in the order of the catalog, or those with the frameworks of `only` alone
/// where it is not "", ids with commas between them: JSON, as web/engine.d.ts declares it. Without the
/// frameworks that are not there yet.
std::string compare_json(std::string_view query, std::string_view only = {});

}  // namespace rnn
