// A table without shapes says only how much each layer stores. Which sizes these have is solved together:
// each reads what the one before hands on.
#pragma once

#include <cstddef>
#include <vector>

#include "core/read/torch_summary_fit.h"

namespace rnn {

/// What one layer of a chain may be; nothing where it hands on what it reads.
struct ChainLink {
  std::vector<TorchFit> fits;
  bool rows = false;  ///< it may read several channels of what comes in one row
};

/// For each link the index of what it is; `none` of a link that has nothing to choose or that nothing fits.
struct ChainSizes {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> chosen;
  std::size_t off = 0;  ///< how unusual the sizes are
  bool fits = true;     ///< each reads what comes
};

/// The likeliest ways in which the links fit, at most `most`; the first one even where none fits.
std::vector<ChainSizes> chain_sizes(const std::vector<ChainLink>& links, std::size_t most);

}  // namespace rnn
