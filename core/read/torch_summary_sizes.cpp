#include "core/read/torch_summary_sizes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rnn {
namespace {

/// How unusual a number is as a size.
std::size_t oddness(const Whole& size) {
  if (!size || *size <= 10) return 0;
  if (*size > 65536) return 12;
  if (*size > 8192) return 6;
  if ((*size & (*size - 1)) == 0 || *size % 50 == 0) return 0;
  if (*size % 10 == 0 || *size % 16 == 0) return 1;
  return *size % 4 == 0 || *size % 5 == 0 ? 2 : 3;
}

struct Partial {
  Whole width;  ///< that is handed on
  std::size_t off = 0;
  std::size_t breaks = 0;
  std::size_t before = 0;  ///< index among those of the link before
  std::size_t chosen = ChainSizes::none;
};

bool likelier(const Partial& a, const Partial& b) {
  return std::pair(a.breaks, a.off) < std::pair(b.breaks, b.off);
}

constexpr std::size_t most_partials = 256;

/// What may stand behind what was chosen so far.
std::vector<Partial> behind(const std::vector<Partial>& before, const ChainLink& link) {
  std::vector<Partial> out;
  if (link.fits.empty()) {
    for (std::size_t i = 0; i < before.size(); ++i)
      out.push_back({before[i].width, before[i].off, before[i].breaks, i, ChainSizes::none});
    return out;
  }
  std::multimap<std::uint64_t, std::size_t> by_input;
  for (std::size_t i = 0; i < link.fits.size(); ++i)
    if (link.fits[i].input) by_input.emplace(*link.fits[i].input, i);
  const auto add = [&](std::size_t at, std::size_t chosen, std::size_t breaks, bool at_multiple = false) {
    const TorchFit& fit = link.fits[chosen];
    const Whole width = fit.output ? fit.output : before[at].width;
    out.push_back(
        {width, before[at].off + 4 * fit.off + oddness(fit.output) + (at_multiple ? oddness(fit.input) : 0),
         before[at].breaks + breaks, at, chosen});
  };
  for (std::size_t at = 0; at < before.size(); ++at) {
    const Whole& width = before[at].width;
    bool any = false;
    for (std::size_t i = 0; i < link.fits.size(); ++i)
      if (!link.fits[i].input || !width) add(at, i, 0, !width), any = true;
    if (!width) continue;
    const auto [first, last] = by_input.equal_range(*width);
    for (auto it = first; it != last; ++it) add(at, it->second, 0), any = true;
    if (link.rows)
      for (std::size_t i = 0; i < link.fits.size(); ++i)
        if (link.fits[i].input && *link.fits[i].input > *width && *link.fits[i].input % *width == 0)
          add(at, i, 0, true), any = true;
    if (!any && at < 8)
      for (std::size_t i = 0; i < std::min<std::size_t>(link.fits.size(), 8); ++i) add(at, i, 1);
  }
  std::stable_sort(out.begin(), out.end(), likelier);
  if (out.size() > most_partials) out.resize(most_partials);
  return out;
}

}  // namespace

std::vector<ChainSizes> chain_sizes(const std::vector<ChainLink>& links, std::size_t most) {
  std::vector<std::vector<Partial>> steps{{Partial{}}};
  for (const ChainLink& link : links) {
    steps.push_back(behind(steps.back(), link));
    if (steps.back().empty()) steps.back() = {Partial{}};
  }
  std::vector<ChainSizes> out;
  const std::vector<Partial>& last = steps.back();
  for (std::size_t i = 0; i < last.size() && out.size() < most; ++i) {
    if (!out.empty() && last[i].breaks > last.front().breaks) break;
    ChainSizes sizes;
    sizes.off = last[i].off;
    sizes.fits = last[i].breaks == 0;
    sizes.chosen.assign(links.size(), ChainSizes::none);
    std::size_t at = i;
    for (std::size_t step = links.size(); step-- > 0;) {
      const Partial& partial = steps[step + 1][at];
      sizes.chosen[step] = partial.chosen;
      at = partial.before;
    }
    out.push_back(std::move(sizes));
  }
  return out;
}

}  // namespace rnn
