#include "core/read/torch_summary_fit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/read/compose.h"

namespace rnn {
namespace {

using Arguments = std::vector<TorchArgument>;

constexpr std::string_view open_size = "?";
constexpr std::uint64_t most_stacked = 16;
/// Without anything that says how many units there are, so many are tried.
constexpr std::uint64_t most_units = 1024;
/// So many layers are counted for a text.
constexpr std::size_t most_work = 150000;
constexpr std::size_t most_row_fits = 512;
/// So many widths that may come in are few.
constexpr std::size_t most_known = 8;
/// Of a window, the likeliest first.
constexpr std::array<std::uint64_t, 16> usual_sides{3, 5, 7, 1, 2, 4, 9, 11, 8, 6, 10, 15, 16, 13, 25, 32};

bool is_convolution(Cell cell) {
  return cell == Cell::conv_1d || cell == Cell::conv_2d || cell == Cell::conv_3d ||
         cell == Cell::conv_1d_transpose || cell == Cell::conv_2d_transpose ||
         cell == Cell::conv_3d_transpose;
}

bool is_normalization(Cell cell) {
  return cell == Cell::batch_normalization || cell == Cell::layer_normalization ||
         cell == Cell::group_normalization || cell == Cell::rms_normalization ||
         cell == Cell::instance_normalization;
}

/// Which of the sides is the width: PyTorch's channels stand before what a window moves over.
std::size_t width_index(const PrintedShape& shape, const LayerWord& word, std::string_view name) {
  const std::size_t sides = shape.sides.size();
  const bool channels = is_convolution(word.cell) || word.does == Does::pools || word.does == Does::adapts ||
                        word.does == Does::pools_all || word.does == Does::pads ||
                        word.does == Does::images || word.does == Does::resamples ||
                        word.does == Does::crops || word.cell == Cell::batch_normalization ||
                        word.cell == Cell::instance_normalization || word.cell == Cell::group_normalization;
  if (!channels) return sides - 1;
  const bool normalizes = is_normalization(word.cell);
  if (normalizes) return std::min<std::size_t>(1, sides - 1);
  const std::size_t behind = axes_of(word, name);
  if (shape.opened && !shape.closed) return std::min<std::size_t>(1, sides - 1);
  return sides > behind ? sides - behind - 1 : 0;
}

std::vector<std::uint64_t> divisors(std::uint64_t number) {
  std::vector<std::uint64_t> out;
  for (std::uint64_t i = 1; i <= number / i && i <= 100000; ++i)
    if (number % i == 0) {
      out.push_back(i);
      if (i != number / i) out.push_back(number / i);
    }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::string TorchFit::text(std::string_view name) const {
  std::string out(name);
  out += '(';
  for (const TorchArgument& argument : arguments)
    out.append(out.ends_with("(") ? "" : ",").append(argument.name).append("=").append(argument.text);
  return out + ")";
}

TorchFitter::TorchFitter(StoredLayers& known) : fitting_(*find_framework("pytorch"), known) {}

Whole TorchFitter::count(std::string_view name, const TorchFit& fit) {
  const StoredLayer& stored = fitting_.stored(fit.text(name), fit.input, {});
  return stored.sound ? stored.count : Whole();
}

/// Finds what fits one row.
class TorchFitter::Row {
 public:
  Row(Fitting& fitting, std::size_t& work, const TorchRow& row, const LayerWord& word, const Around& around)
      : fitting_(fitting), work_(work), row_(row), word_(word), around_(around) {
    input_ = width_of(row.input, word, row.name);
    output_ = width_of(row.output, word, row.name);
    if (!output_ && word.recurrent && row.output.empty()) output_ = listed_width();
  }

  std::vector<TorchFit> take() {
    const Cell cell = word_.cell;
    if (word_.recurrent)
      recurrent();
    else if (cell == Cell::dense)
      dense();
    else if (cell == Cell::embedding)
      embedding();
    else if (is_convolution(cell))
      convolution();
    else if (is_normalization(cell))
      normalization();
    else if (cell == Cell::prelu)
      slopes();
    else if (cell == Cell::multi_head_attention)
      attention();
    std::stable_sort(out_.begin(), out_.end(),
                     [](const TorchFit& a, const TorchFit& b) { return a.off < b.off; });
    if (out_.size() > most_row_fits) out_.resize(most_row_fits);
    return std::move(out_);
  }

 private:
  // What the core says, as long as that does not become too much.
  const StoredLayer& stored(const std::string& layer, const Whole& input, const Whole& steps) {
    static const StoredLayer nothing;
    return ++work_ > most_work ? nothing : fitting_.stored(layer, input, steps);
  }
  Whole size_for(const std::string& layer, const Whole& input, const Whole& steps, std::uint64_t count,
                 std::uint64_t smallest = 1) {
    work_ += 4;
    return work_ > most_work ? Whole() : fitting_.size_for(layer, input, steps, count, smallest);
  }
  Whole solved_width(const std::string& layer, const Whole& steps, std::uint64_t count,
                     std::uint64_t groups = 1) {
    work_ += 3;
    return work_ > most_work ? Whole() : fitting_.width_for(layer, steps, count, groups);
  }

  std::string text(const Arguments& arguments) const {
    return TorchFit{arguments, {}, {}, 0}.text(row_.name);
  }

  bool exact() const { return row_.count == row_.most; }

  bool counts(const Whole& count) const {
    return count && row_.count && *count >= *row_.count && *count <= *row_.most;
  }

  /// The widths that make the layer store what is printed; with a rounded number only one that is printed.
  Whole width_for(const Arguments& arguments, std::uint64_t groups = 1) {
    if (input_) return counts(stored(text(arguments), input_, {}).count) ? input_ : Whole();
    return exact() && row_.count ? solved_width(text(arguments), {}, *row_.count, groups) : Whole();
  }

  void add(Arguments arguments, std::string_view width, const Whole& input, std::size_t off) {
    const StoredLayer& kept = stored(text(arguments), input, {});
    if (!kept.sound || !counts(kept.count) || out_.size() >= 8 * most_row_fits) return;
    TorchFit fit;
    fit.input = input;
    fit.output = kept.output;
    if (!width.empty() && input)
      arguments.insert(arguments.begin(),
                       {std::string(width), digits(input), input_ ? SizeSource::input : SizeSource::count});
    fit.arguments = std::move(arguments);
    fit.off = off;
    fit.hangs = !input_ && !around_.comes.empty() && (is_convolution(word_.cell) || word_.cell == Cell::lstm);
    out_.push_back(std::move(fit));
  }

  // --- LSTM, GRU, RNN
  bool is_cell() const { return row_.name.ends_with("Cell"); }

  const PrintedTensor* tensor(std::string_view begin) const {
    const auto it = std::find_if(row_.tensors.begin(), row_.tensors.end(),
                                 [&](const PrintedTensor& one) { return one.name.starts_with(begin); });
    return it == row_.tensors.end() ? nullptr : &*it;
  }

  bool lists_both_ways() const {
    return std::any_of(row_.tensors.begin(), row_.tensors.end(),
                       [](const PrintedTensor& one) { return one.name.ends_with("_reverse"); });
  }

  /// What it hands on, by the tensors below the row: those of the recurrent weights read it.
  Whole listed_width() const {
    const PrintedTensor* recurrent = tensor("weight_hh");
    if (recurrent == nullptr || recurrent->shape.sides.size() != 2) return {};
    return multiply(recurrent->shape.sides[1], lists_both_ways() ? 2 : 1);
  }

  /// Whether the tensors that are listed below the row are those of such a layer.
  bool agrees(std::uint64_t layers, bool both, bool bias) const {
    if (const Whole states = states_of(row_); states && *states != layers * (both ? 2 : 1)) return false;
    if (row_.tensors.empty()) return true;
    std::uint64_t listed = 1;
    while (tensor("weight_ih_l" + std::to_string(listed)) != nullptr) ++listed;
    // Old versions list no biases.
    const bool some = tensor("bias") != nullptr;
    return (is_cell() || listed == layers) && lists_both_ways() == both && (!some || bias);
  }

  bool agrees(const Whole& input) const {
    const PrintedTensor* first = tensor("weight_ih");
    if (first == nullptr || first->shape.sides.size() != 2) return true;
    return first->shape.sides[1] == input;
  }

  struct Ways {
    std::uint64_t layers;
    bool both;
    bool bias;
    std::size_t off() const { return (layers > 1 ? 1U : 0U) + (both ? 1U : 0U) + (bias ? 0U : 2U); }
  };

  Arguments arguments(const std::string& units, const Ways& ways, SizeSource source) const {
    Arguments out{{"hidden_size", units, source}};
    if (ways.layers > 1) out.push_back({"num_layers", std::to_string(ways.layers), SizeSource::none});
    if (!ways.bias) out.push_back({"bias", "false", SizeSource::none});
    if (ways.both) out.push_back({"bidirectional", "true", SizeSource::none});
    return out;
  }

  void recurrent() {
    if (!row_.count || (!exact() && !input_)) return;
    for (const bool bias : {true, false})
      for (const bool both : {false, true})
        if (!(both && is_cell())) stacked({1, both, bias});
    // A projection is one of very many, unless it is known what comes in.
    const bool known = input_ || (!around_.comes.empty() && around_.comes.size() <= most_known);
    if ((known || out_.empty()) && output_ && word_.cell == Cell::lstm && !is_cell()) projected();
  }

  /// With one layer, with two, and so on, as long as they do not store too much.
  void stacked(Ways ways) {
    const std::uint64_t most = is_cell() ? 1 : most_stacked;
    std::vector<std::uint64_t> units = units_for(ways);
    for (; ways.layers <= most && !units.empty(); ++ways.layers) {
      if (agrees(ways.layers, ways.both, ways.bias))
        for (const std::uint64_t one : units) recurrent(ways, one);
      if (around_.goes.empty() && !output_ && !around_.comes.empty()) {
        Ways next = ways;
        ++next.layers;
        units = units_for(next);
        continue;
      }
      units.erase(std::remove_if(units.begin(), units.end(),
                                 [&](std::uint64_t one) {
                                   const Arguments all =
                                       arguments(std::to_string(one), ways, SizeSource::none);
                                   const Whole least = stored(text(all), 1, {}).count;
                                   return !least || *least > *row_.most;
                                 }),
                  units.end());
    }
  }

  /// How many units there may be.
  std::vector<std::uint64_t> units_for(const Ways& ways) {
    const std::uint64_t both = ways.both ? 2 : 1;
    std::vector<std::uint64_t> out;
    const auto put = [&](std::uint64_t width) {
      if (width % both == 0) out.push_back(width / both);
    };
    if (output_) {
      put(*output_);
    } else if (!around_.goes.empty()) {
      for (const std::uint64_t width : around_.goes) put(width);
    } else if (!around_.comes.empty()) {
      const std::string call = text(arguments(std::string(open_size), ways, SizeSource::none));
      for (const std::uint64_t width : around_.comes)
        if (const Whole units = size_for(call, width, {}, *row_.count)) out.push_back(*units);
    } else if (!around_.shapes) {
      for (std::uint64_t units = 1; units <= most_units; ++units) out.push_back(units);
    }
    return out;
  }

  /// Whether the last state that is printed is as wide.
  bool agrees_state(std::uint64_t width) const {
    if (!states_of(row_) || row_.output[1].gap || !row_.output[1].closed) return true;
    const Whole& said = row_.output[1].sides.back();
    return !said || said == width;
  }

  void recurrent(const Ways& ways, std::uint64_t units) {
    if (!agrees_state(units) || tensor("weight_hr") != nullptr) return;
    const Arguments all = arguments(std::to_string(units), ways, SizeSource::output);
    const Whole input = width_for(all);
    if (input && agrees(input)) add(all, "input_size", input, ways.off());
  }

  /// What comes out is a projection; the count says how many units there are.
  void projected() {
    constexpr std::uint64_t most_tried = 4096;
    std::vector<std::uint64_t> widths = around_.comes;
    if (input_) widths = {*input_};
    if (const PrintedTensor* first = tensor("weight_ih"); first != nullptr && first->shape.sides.size() == 2)
      if (first->shape.sides[1]) widths = {*first->shape.sides[1]};
    std::vector<Ways> ways;
    for (const bool bias : {true, false})
      for (const bool both : {false, true})
        for (std::uint64_t layers = 1; layers <= 4; ++layers)
          if (agrees(layers, both, bias)) ways.push_back({layers, both, bias});
    for (const Ways& one : ways) {
      const std::uint64_t both = one.both ? 2 : 1;
      if (*output_ % both != 0) continue;
      const std::uint64_t width = *output_ / both;
      if (!agrees_state(width)) continue;
      const auto with = [&](const std::string& units) {
        Arguments out = arguments(units, one, SizeSource::none);
        out.push_back({"proj_size", std::to_string(width), SizeSource::output});
        return out;
      };
      for (const std::uint64_t input : widths) {
        if (!exact()) continue;
        const Whole units = size_for(text(with(std::string(open_size))), input, {}, *row_.count, width + 1);
        if (units) add(with(digits(units)), "input_size", input, one.off() + 1);
      }
      if (!widths.empty() || one.layers > 2 || !one.bias) continue;
      for (std::uint64_t units = width + 1; units <= most_tried; ++units) {
        const Arguments all = with(std::to_string(units));
        if (!stored(text(all), 1, {}).sound) break;
        const Whole input = width_for(all);
        if (input) add(all, "input_size", input, one.off() + 1);
        if (Whole least = stored(text(all), 1, {}).count; least && *least > *row_.most) break;
      }
    }
  }

  // --- others
  void dense() {
    if (!row_.count) return;
    std::vector<std::uint64_t> widths;
    if (output_)
      widths = {*output_};
    else if (exact())
      widths = divisors(*row_.count);
    for (const bool bias : {true, false})
      for (const std::uint64_t width : widths) {
        Arguments all{{"out_features", std::to_string(width), SizeSource::output}};
        if (!bias) all.push_back({"bias", "false", SizeSource::none});
        if (const Whole input = width_for(all)) add(all, "in_features", input, bias ? 0 : 1);
      }
  }

  void embedding() {
    if (!row_.count || !exact()) return;
    std::vector<std::uint64_t> widths;
    if (output_)
      widths = {*output_};
    else
      widths = divisors(*row_.count);
    for (const std::uint64_t width : widths) {
      Arguments all{{"num_embeddings", std::string(open_size), SizeSource::count},
                    {"embedding_dim", std::to_string(width), SizeSource::output}};
      const Whole words = size_for(text(all), {}, {}, *row_.count);
      if (!words) continue;
      all.front().text = digits(words);
      add(all, "", {}, 0);
    }
  }

  void convolution() {
    if (!row_.count || !exact()) return;
    if (output_) return convolution(*output_);
    if (around_.goes.size() > most_known) return;
    for (const std::uint64_t width : around_.goes) convolution(width);
  }

  /// One that has so many filters.
  void convolution(std::uint64_t filters) {
    filters_ = filters;
    const std::size_t before = out_.size();
    std::vector<std::uint64_t> widths = around_.comes;
    if (input_) widths = {*input_};
    for (const bool grouped : {false, true})
      for (const std::uint64_t width : widths)
        if (out_.size() == before) convolution(width, grouped);
    if (out_.size() > before || input_) return;
    for (const std::uint64_t side : usual_sides)
      for (const bool bias : {true, false}) {
        const Arguments all = convolution(std::to_string(side), 1, bias, SizeSource::count);
        const Whole width = kernel_text().empty() || kernel_text() == std::to_string(side)
                                ? solved_width(text(all), {}, *row_.count)
                                : Whole();
        if (width) add(all, "in_channels", width, bias ? 0 : 1);
      }
    // What comes into a model first is mostly one channel, or three.
    for (const std::uint64_t width : {std::uint64_t{1}, std::uint64_t{3}, filters})
      if (std::none_of(out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end(),
                       [&](const TorchFit& fit) { return fit.input == Whole(width); }))
        convolution(width, false);
    const auto channels = [](const TorchFit& fit) { return fit.input == Whole(1) || fit.input == Whole(3); };
    std::stable_partition(out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end(), channels);
  }

  /// As it is printed; "" where it isn't.
  std::string kernel_text() const {
    const std::size_t axes = axes_of(word_, row_.name);
    if (row_.kernel.sides.size() < axes) return "";
    const std::size_t first = row_.kernel.sides.size() - axes;
    std::string kernel;
    bool equal = true;
    for (std::size_t i = first; i < row_.kernel.sides.size(); ++i) {
      kernel += (kernel.empty() ? "" : ",") + digits(row_.kernel.sides[i]);
      equal = equal && row_.kernel.sides[i] == row_.kernel.sides[first];
    }
    return equal ? digits(row_.kernel.sides[first]) : "(" + kernel + ")";
  }

  Arguments convolution(const std::string& kernel, std::uint64_t groups, bool bias, SizeSource source) const {
    Arguments out{{"out_channels", std::to_string(filters_), SizeSource::output},
                  {"kernel_size", kernel, source}};
    if (groups > 1) out.push_back({"groups", std::to_string(groups), SizeSource::none});
    if (!bias) out.push_back({"bias", "false", SizeSource::none});
    return out;
  }

  void convolution(std::uint64_t width, bool grouped) {
    if (!grouped) {
      for (const bool bias : {true, false}) convolution(width, 1, bias);
      return;
    }
    std::vector<std::uint64_t> groups{width};
    for (const std::uint64_t each : divisors(width))
      if (each > 1 && each < width) groups.push_back(each);
    for (const std::uint64_t each : groups)
      for (const bool bias : {true, false})
        if (each > 1 && filters_ % each == 0) convolution(width, each, bias);
  }

  void convolution(std::uint64_t width, std::uint64_t groups, bool bias) {
    const auto with = [&](const std::string& kernel, SizeSource source) {
      return convolution(kernel, groups, bias, source);
    };
    const std::size_t off = (groups > 1 ? 1U : 0U) + (bias ? 0U : 1U);
    const std::size_t axes = axes_of(word_, row_.name);
    if (const std::string kernel = kernel_text(); !kernel.empty())
      return add(with(kernel, SizeSource::kernel), "in_channels", width, off);
    const Whole side =
        size_for(text(with(std::string(open_size), SizeSource::count)), width, {}, *row_.count);
    if (side) return add(with(digits(side), SizeSource::count), "in_channels", width, off);
    if (axes != 2) return;
    // A window has so many places, whatever its sides. Those that are nearest to a square come first.
    const Whole places =
        size_for(text(with("(1," + std::string(open_size) + ")", SizeSource::count)), width, {}, *row_.count);
    if (!places) return;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> windows;
    for (const std::uint64_t one : divisors(*places)) windows.emplace_back(one, *places / one);
    const auto apart = [](const std::pair<std::uint64_t, std::uint64_t>& window) {
      return std::max(window.first, window.second) - std::min(window.first, window.second);
    };
    std::stable_sort(windows.begin(), windows.end(),
                     [&](const auto& a, const auto& b) { return apart(a) < apart(b); });
    for (const auto& [one, other] : windows)
      add(with("(" + std::to_string(one) + "," + std::to_string(other) + ")", SizeSource::count),
          "in_channels", width, off + 1);
  }

  void normalization() {
    const bool instance = word_.cell == Cell::instance_normalization;
    const bool groups = word_.cell == Cell::group_normalization;
    const std::string affine =
        word_.cell == Cell::layer_normalization || word_.cell == Cell::rms_normalization
            ? "elementwise_affine"
            : "affine";
    Arguments start;
    if (groups) start.push_back({"num_groups", "1", SizeSource::none});
    const auto with = [&](const char* name, const char* value) {
      Arguments out = start;
      out.push_back({name, value, SizeSource::none});
      return out;
    };
    std::string_view width = "num_features";
    if (groups) width = "num_channels";
    if (word_.cell == Cell::layer_normalization || word_.cell == Cell::rms_normalization)
      width = "normalized_shape";
    const Whole said = input_ ? input_ : output_;
    if (!row_.count || *row_.count == 0) {
      row_none(instance ? start : with(affine.c_str(), "false"), width, said);
      return;
    }
    std::vector<std::pair<Arguments, std::size_t>> kinds{{instance ? with("affine", "true") : start, 0}};
    if (word_.cell == Cell::layer_normalization) kinds.emplace_back(with("bias", "false"), 1);
    for (const auto& [arguments, off] : kinds) {
      if (!exact()) continue;
      const Whole solved = solved_width(text(arguments), {}, *row_.count, 1);
      if (solved && (!said || said == solved || width == "num_features")) add(arguments, width, solved, off);
    }
  }

  /// Nothing is stored for it.
  void row_none(Arguments arguments, std::string_view width, const Whole& said) {
    if (!row_.none && row_.count != Whole(0)) return;
    TorchFit fit;
    fit.input = said;
    if (!said && !around_.comes.empty()) fit.input = around_.comes.front();
    if (said)
      arguments.insert(arguments.begin(),
                       {std::string(width), digits(said), input_ ? SizeSource::input : SizeSource::output});
    fit.arguments = std::move(arguments);
    out_.push_back(std::move(fit));
  }

  void slopes() {
    if (!row_.count || !exact()) return;
    TorchFit fit;
    if (*row_.count > 1) fit.input = row_.count;
    fit.arguments = {{"num_parameters", digits(row_.count), SizeSource::count}};
    out_.push_back(std::move(fit));
  }

  void attention() {
    if (!row_.count || !exact()) return;
    for (const bool bias : {true, false}) {
      Arguments all{{"num_heads", "1", SizeSource::none}};
      if (!bias) all.push_back({"bias", "false", SizeSource::none});
      const Whole width = square_width(all);
      if (width && (!output_ || output_ == width)) add(all, "embed_dim", width, bias ? 0 : 1);
    }
  }

  /// Its count grows with the square of what it reads.
  Whole square_width(const Arguments& all) {
    std::string call(row_.name);
    call += "(embed_dim=?,";
    for (std::size_t i = 0; i < all.size(); ++i)
      call.append(i > 0 ? "," : "").append(all[i].name).append("=").append(all[i].text);
    return size_for(call + ")", {}, {}, *row_.count);
  }

  Fitting& fitting_;
  std::size_t& work_;
  const TorchRow& row_;
  const LayerWord& word_;
  const Around& around_;
  std::uint64_t filters_ = 0;  ///< of the convolution that is tried
  Whole input_;
  Whole output_;
  std::vector<TorchFit> out_;
};

std::vector<TorchFit> TorchFitter::fits(const TorchRow& row, const LayerWord& word, const Around& around) {
  return Row(fitting_, work_, row, word, around).take();
}

Whole states_of(const TorchRow& row) {
  const bool listed = row.output.size() > 1 && !row.output[1].sides.empty() &&
                      (row.output[1].opened || row.output[1].sides.size() > 2);
  return listed ? row.output[1].sides.front() : Whole();
}

std::size_t axes_of(const LayerWord& word, std::string_view name) {
  const bool said = name.size() > 2 && (name.ends_with("d") || name.ends_with("D"));
  const char digit = said ? name[name.size() - 2] : ' ';
  if (digit >= '1' && digit <= '3') return static_cast<std::size_t>(digit - '0');
  return std::max<std::size_t>(word.axes, 1);
}

Whole width_of(const std::vector<PrintedShape>& shapes, const LayerWord& word, std::string_view name) {
  if (shapes.empty() || shapes.front().sides.empty() || shapes.front().gap) return {};
  const PrintedShape& shape = shapes.front();
  return shape.sides[width_index(shape, word, name)];
}

Span width_span(const std::vector<PrintedShape>& shapes, const LayerWord& word, std::string_view name) {
  if (shapes.empty() || shapes.front().sides.empty()) return {};
  const PrintedShape& shape = shapes.front();
  return shape.spans[width_index(shape, word, name)];
}

}  // namespace rnn
