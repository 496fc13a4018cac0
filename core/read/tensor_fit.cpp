#include "core/read/tensor_fit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/count.h"

namespace rnn {
namespace {

/// Sizes as far as they are solved.
class Solver {
 public:
  Solver(const Pattern& pattern, std::uint64_t groups) : pattern_(pattern), groups_(groups) {}

  /// Takes in a tensor of the first of stacked layers.
  bool take(const Slot& slot, const ListedTensor& tensor) {
    const std::size_t axes = pattern_.layer->axes;
    std::size_t at = 0;
    for (const Side& side : slot.sides) {
      const std::size_t wide = side.size == Size::window ? axes : 1;
      if (at + wide > tensor.shape.size()) return false;
      if (side.size == Size::window) {
        if (!window(tensor, at, wide)) return false;
      } else if (!one(side, slot.bands, tensor.shape[at], tensor.sides[at])) {
        return false;
      }
      at += wide;
    }
    return at == tensor.shape.size();
  }

  /// Takes in one of a later layer, whose sides are all made of the units.
  void take_later(const ListedTensor& tensor) {
    auto& from = sources_[static_cast<std::size_t>(pattern_.projects ? Option::proj_size : Option::units)];
    from.insert(from.end(), tensor.sides.begin(), tensor.sides.end());
  }

  bool finish() {
    for (const Later& later : later_)
      if (!solve(later)) return false;
    return true;
  }

  const Whole& operator[](Option option) const { return values_[static_cast<std::size_t>(option)]; }
  const std::vector<Span>& sources(Option option) const { return sources_[static_cast<std::size_t>(option)]; }
  const std::vector<std::uint64_t>& kernel() const { return kernel_; }

 private:
  struct Later {
    Size size;
    std::uint64_t value;
    Span span;
  };

  bool set(Option option, std::uint64_t value, Span span) {
    Whole& known = values_[static_cast<std::size_t>(option)];
    if (known && *known != value) return false;
    known = value;
    if (span.start < span.end) sources_[static_cast<std::size_t>(option)].push_back(span);
    return value > 0;
  }

  bool window(const ListedTensor& tensor, std::size_t at, std::size_t wide) {
    const std::vector<std::uint64_t> sides(tensor.shape.begin() + static_cast<std::ptrdiff_t>(at),
                                           tensor.shape.begin() + static_cast<std::ptrdiff_t>(at + wide));
    if (!kernel_.empty() && kernel_ != sides) return false;
    kernel_ = sides;
    for (std::size_t i = at; i < at + wide; ++i)
      sources_[static_cast<std::size_t>(Option::kernel)].push_back(tensor.sides[i]);
    return true;
  }

  bool one(const Side& side, std::uint64_t bands, std::uint64_t value, Span span) {
    if (value < side.plus) return false;
    const std::uint64_t rest = value - side.plus;
    const std::uint64_t times = std::uint64_t{side.times} * (side.stacked ? bands : 1);
    if (rest == 0 || rest % times != 0) return false;
    return length(side.size, rest / times, span);
  }

  bool length(Size size, std::uint64_t value, Span span) {
    switch (size) {
      case Size::one: return value == 1;
      case Size::input:
      case Size::shared_slopes:
      case Size::features: return set(Option::input, value, span);
      case Size::second_input: return set(Option::second_input, value, span);
      case Size::vocabulary: return set(Option::vocabulary, value, span);
      case Size::units: return set(Option::units, value, span);
      case Size::projected: return set(Option::proj_size, value, span);
      case Size::read: return set(pattern_.projects ? Option::proj_size : Option::units, value, span);
      case Size::parameters: return set(Option::parameters, value, span);
      case Size::multiplier: return set(Option::depth_multiplier, value, span);
      case Size::steps: return set(Option::timesteps, value, span);
      // One for all, or one for each feature.
      case Size::slopes:
        return set(Option::num_parameters, value, span) && (value == 1 || set(Option::input, value, span));
      case Size::heads: return set(Option::num_heads, value, span);
      case Size::key_dim: return set(Option::key_dim, value, span);
      case Size::value_dim: return set(Option::value_dim, value, span);
      case Size::head_dim: return set(Option::head_dim, value, span);
      case Size::query_heads: return set(Option::query_heads, value, span);
      case Size::kv_heads: return set(Option::kv_heads, value, span);
      case Size::conv_window: return set(Option::conv_kernel, value, span);
      default: later_.push_back({size, value, span}); return true;
    }
  }

  /// What is made of several sizes says the one that is still open.
  bool solve(const Later& later) {
    const Whole read = (*this)[pattern_.projects ? Option::proj_size : Option::units];
    switch (later.size) {
      case Size::all_read: {
        const Whole input = subtract(later.value, read);
        return input && set(Option::input, *input, later.span);
      }
      case Size::channels: {
        const Whole input = (*this)[Option::input];
        return input && later.value % *input == 0 &&
               set(Option::depth_multiplier, later.value / *input, later.span);
      }
      case Size::group_input:
        return in_groups(groups_) && set(Option::input, later.value * groups_, later.span);
      case Size::group_units: {
        const Whole units = (*this)[Option::units];
        const std::uint64_t groups = units && *units % later.value == 0 ? *units / later.value : groups_;
        return in_groups(groups) && set(Option::units, later.value * groups, later.span);
      }
      case Size::key_input: return as_read(Option::key_input, later);
      case Size::value_input: return as_read(Option::value_input, later);
      case Size::attended: return as_read(Option::output_shape, later);
      case Size::input_of_head:
      case Size::read_of_head: {
        const Whole heads = (*this)[Option::num_heads];
        return heads && set(Option::input, later.value * *heads, later.span);
      }
      case Size::qkv_of_head: {
        const Whole heads = (*this)[Option::num_heads];
        return heads && as_read(Option::qkv_features, {later.size, later.value * *heads, later.span});
      }
      default: return false;
    }
  }

  /// As wide as what the layer reads, or it says so.
  bool as_read(Option option, const Later& later) {
    const Whole input = (*this)[Option::input];
    return input && (later.value == *input || set(option, later.value, later.span));
  }

  bool in_groups(std::uint64_t groups) { return set(Option::groups, groups, {}); }

  const Pattern& pattern_;
  std::uint64_t groups_;
  std::array<Whole, option_count> values_;
  std::array<std::vector<Span>, option_count> sources_;
  std::vector<std::uint64_t> kernel_;
  std::vector<Later> later_;
};

std::string tuple_of(const std::vector<std::uint64_t>& sides) {
  if (sides.size() == 1) return std::to_string(sides.front());
  std::string out = "(";
  for (const std::uint64_t side : sides) out += (out.size() > 1 ? "," : "") + std::to_string(side);
  return out + ")";
}

/// The arguments that sizes are, in the order of the options.
std::vector<FittedSize> sizes_of(const Pattern& pattern, const Framework& framework, const Solver& solver) {
  std::vector<FittedSize> out;
  for (const Option option : pattern.layer->options) {
    if (option == Option::kernel && !solver.kernel().empty()) {
      out.push_back({option, tuple_of(solver.kernel()), solver.sources(option)});
      continue;
    }
    const Whole value = solver[option];
    const bool required = requires_option(&framework, *pattern.layer, option);
    if (value) {
      const bool usual = !required && *value == offer(framework, pattern.layer->cell, option).preset;
      const bool as_keys = option == Option::value_dim && value == solver[Option::key_dim];
      if (!usual && !as_keys) out.push_back({option, digits(value), solver.sources(option)});
    } else if (required && (option == Option::num_heads || option == Option::groups)) {
      // Of no effect on what is stored.
      out.push_back({option, "1", {}});
    }
  }
  return out;
}

std::string said_text(const Pattern& pattern, Option option, std::uint64_t value) {
  const std::string name(word(option).spellings.front());
  if (option == Option::shared_axes) return name + "=[1]";
  return pattern.layer == nullptr ? "" : name + "=" + value_text(word(option), value);
}

}  // namespace

std::optional<Fit> Fitter::fit(const Pattern& pattern, std::uint64_t stacked,
                               std::vector<std::size_t> tensors, std::uint64_t groups) {
  const std::size_t slots = pattern.slots.size();
  Solver solver(pattern, groups);
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    const ListedTensor& tensor = list_.tensors[tensors[i]];
    if (i >= slots)
      solver.take_later(tensor);
    else if (!solver.take(pattern.slots[i], tensor))
      return {};
  }
  if (!solver.finish()) return {};
  const Framework& framework = *patterns_.framework;
  Fit out;
  out.pattern = &pattern;
  out.stacked = stacked;
  out.tensors = std::move(tensors);
  out.sizes = sizes_of(pattern, framework, solver);
  out.off = pattern.said.size();
  if (pattern.layer->cell != Cell::embedding) out.input = solver[Option::input];
  const auto add = [&](std::string& text, const std::string& argument) {
    text += (text.ends_with("(") ? "" : ",") + argument;
  };
  out.text = std::string(pattern.layer->names.front()) + "(";
  for (const FittedSize& size : out.sizes)
    add(out.text, std::string(word(size.option).spellings.front()) + "=" + size.text);
  for (const auto& [option, value] : pattern.said)
    if (!opens_size(option)) add(out.text, said_text(pattern, option, value));
  if (stacked > 1) add(out.text, "num_layers=" + std::to_string(stacked));
  out.text += ")";
  // A matrix is another layer's only where there is one.
  const std::string before = pattern.tied ? "Embedding(" + digits(solver[Option::units]) + ",1)," : "";
  const Listing& listed = listing(out.text, before);
  if (!agrees(listed, out)) return {};
  out.output = listed.output;
  return out;
}

const Fitter::Listing& Fitter::listing(const std::string& layer, const std::string& before) {
  const auto [it, is_new] = listings_.try_emplace(layer);
  Listing& out = it->second;
  if (!is_new) return out;
  const Query query =
      parse("framework=" + std::string(patterns_.framework->id) + "&layers=" + before + layer);
  const Model model = read_model(query, patterns_.framework);
  // A layer that says nothing of what it reads may read anything.
  const bool only_input = model.problems.count(Key::layers) == 0 && model.problems.count(Key::framework) == 0;
  if (!only_input || model.layers.empty()) return out;
  out.sound = true;
  for (const Layer& one : model.layers) {
    if (one.origin + 1 < model.written.size()) continue;
    for (Weight& weight : weights(one)) {
      out.names.push_back(with_slashes(weight.name));
      out.shapes.push_back(std::move(weight.shape));
    }
  }
  out.output = model.layers.back().passed.width;
  return out;
}

bool Fitter::agrees(const Listing& listing, const Fit& fit) const {
  if (!listing.sound || listing.shapes.size() != fit.tensors.size()) return false;
  const std::vector<Slot>& slots = fit.pattern->slots;
  for (std::size_t i = 0; i < fit.tensors.size(); ++i) {
    const ListedTensor& tensor = list_.tensors[fit.tensors[i]];
    const std::vector<Whole>& shape = listing.shapes[i];
    if (!std::equal(shape.begin(), shape.end(), tensor.shape.begin(), tensor.shape.end(),
                    [](const Whole& a, std::uint64_t b) { return a == Whole(b); }))
      return false;
    if (!fit.pattern->alone && listing.names[i] != slots[i % slots.size()].name(i / slots.size()))
      return false;
  }
  return true;
}

}  // namespace rnn
