#include "core/read/fitting.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

#include "core/count.h"
#include "core/read/compose.h"

namespace rnn {
namespace {

using Arguments = std::vector<FittedArgument>;

/// What stands in a candidate's text for a size that is solved for.
constexpr std::string_view open_size = "?";

std::string with(const std::string& layer, std::uint64_t size) {
  std::string out = layer;
  const std::size_t at = out.find(open_size);
  if (at != std::string::npos) out.replace(at, open_size.size(), std::to_string(size));
  return out;
}

std::uint64_t number(std::string_view text, std::uint64_t otherwise) {
  std::uint64_t out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return otherwise;
    out = out * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return text.empty() ? otherwise : out;
}

const FittedArgument* find(const Arguments& arguments, Option option) {
  const auto it = std::find_if(arguments.begin(), arguments.end(),
                               [&](const FittedArgument& one) { return one.option == option; });
  return it == arguments.end() ? nullptr : &*it;
}

/// A layer with all its options chosen, and sizes that may be open.
struct Candidate {
  const LayerWord* word = nullptr;
  bool both_ways = false;
  Arguments arguments;
  std::string merge;
  std::size_t off = 0;

  void set(Option option, std::string text, bool solved = false) {
    const auto behind = std::find_if(arguments.begin(), arguments.end(),
                                     [&](const FittedArgument& one) { return one.option >= option; });
    if (behind != arguments.end() && behind->option == option)
      *behind = {option, std::move(text), solved};
    else
      arguments.insert(behind, {option, std::move(text), solved});
  }

  std::uint64_t groups() const {
    const FittedArgument* found = find(arguments, Option::groups);
    return found == nullptr ? 1 : number(found->text, 1);
  }
};

std::string text_of(const Framework& framework, const Candidate& candidate) {
  const bool wrapped = candidate.both_ways && !framework.stacks;
  std::string out = std::string(candidate.word->names.front()) + "(";
  const auto add = [&](std::string_view name, std::string_view value) {
    out.append(out.ends_with("(") ? "" : ",").append(name).append("=").append(value);
  };
  for (const FittedArgument& one : candidate.arguments) {
    // Where the framework calls it otherwise, the option's own name may stand for another one.
    add(word(one.option).spellings.front(), one.text);
  }
  if (!wrapped && candidate.both_ways && find(candidate.arguments, Option::bidirectional) == nullptr)
    add(word(Option::bidirectional).spellings.front(), "true");
  if (!wrapped && !candidate.merge.empty()) add(word(Option::merge_mode).spellings.front(), candidate.merge);
  out += ')';
  if (!wrapped) return out;
  out = std::string(wrapper_name) + "(" + out;
  if (!candidate.merge.empty()) add(word(Option::merge_mode).spellings.front(), candidate.merge);
  return out + ")";
}

/// Those of its row, and those of the layers around that it has besides.
std::vector<Offer> all_offers(const Framework& framework) {
  std::vector<Offer> out(framework.offers.begin(), framework.offers.end());
  if (framework.around != nullptr)
    out.insert(out.end(), framework.around->offers.begin(), framework.around->offers.end());
  return out;
}

/// Whether the reader chooses it among a few values, and what is stored may depend on it.
bool is_chosen(const Offer& offer, const LayerWord& layer) {
  const OptionWord::Kind kind = word(offer.option).kind;
  const bool choice = kind == OptionWord::Kind::flag || kind == OptionWord::Kind::choice;
  return choice && (offer.cells & bit(layer.cell)) != 0 && !offer.fixed && has(layer, offer.option) &&
         offer.option != Option::merge_mode && offer.option != Option::bidirectional &&
         offer.option != Option::gate;
}

/// The sizes of a layer without a default, which a shape or a count must say.
std::vector<Option> open_sizes(const Framework& framework, const LayerWord& layer) {
  std::vector<Option> out;
  for (const Option option : layer.options) {
    const OptionWord::Kind kind = word(option).kind;
    const bool size = kind == OptionWord::Kind::size || kind == OptionWord::Kind::tuple;
    if (size && requires_option(&framework, layer, option)) out.push_back(option);
  }
  return out;
}

/// The numbers that are tried for an open size, the likeliest first: near to what a fresh layer has.
std::vector<std::uint64_t> tried(Option option) {
  const std::uint64_t fresh = number(word(option).fresh, 1);
  std::vector<std::uint64_t> out;
  for (std::uint64_t i = 1; i <= largest_tried; ++i) out.push_back(i);
  const auto far = [&](std::uint64_t i) { return i > fresh ? i - fresh : fresh - i; };
  std::stable_sort(out.begin(), out.end(), [&](std::uint64_t a, std::uint64_t b) { return far(a) < far(b); });
  return out;
}

/// Finds what fits one row.
class RowFitter {
 public:
  RowFitter(Fitting& fitting, const FitRow& row) : fitting_(fitting), row_(row) {}

  void fit(const LayerWord& layer, bool both_ways) {
    if (both_ways && !layer.recurrent) return;
    for (Candidate& candidate : with_choices(layer, both_ways))
      for (Candidate& merged : with_merges(candidate))
        for (Candidate& grouped : with_groups(merged)) fit_units(grouped);
  }

  std::vector<LayerFit> take() {
    // A convolution in groups is rarer than any other option.
    const auto rank = [](const LayerFit& one) {
      return std::pair(one.off, one.word->cell != Cell::group_normalization && !one[Option::groups].empty());
    };
    std::stable_sort(found_.begin(), found_.end(),
                     [&](const LayerFit& a, const LayerFit& b) { return rank(a) < rank(b); });
    std::set<std::string> known;
    std::vector<LayerFit> out;
    for (LayerFit& one : found_) {
      if (out.size() == most_fits) break;
      std::string sizes(one.word->names.front());
      sizes += one.both_ways ? "<>" : ">";
      for (const FittedArgument& argument : one.arguments)
        if (word(argument.option).kind == OptionWord::Kind::size ||
            word(argument.option).kind == OptionWord::Kind::tuple)
          sizes.append(word(argument.option).spellings.front()).append("=").append(argument.text);
      if (known.insert(sizes + "," + digits(one.input)).second) out.push_back(std::move(one));
    }
    return out;
  }

 private:
  const Framework& framework() const { return fitting_.framework(); }

  const StoredLayer& stored(const Candidate& candidate, const Whole& input) {
    return fitting_.stored(text_of(framework(), candidate), input, row_.steps);
  }

  /// Whether with one and with two units, reading one and two features, two layers are stored alike.
  bool alike(Candidate a, Candidate b) {
    for (const Option option : open_sizes(framework(), *a.word)) {
      a.set(option, "2");
      b.set(option, "2");
    }
    const StoredLayer& one = stored(a, 2);
    const StoredLayer& other = stored(b, 2);
    return !other.sound || (one.sound && one.count == other.count && one.output == other.output);
  }

  /// A layer with each set of values of its options that are chosen among a few.
  std::vector<Candidate> with_choices(const LayerWord& layer, bool both_ways) {
    std::vector<Candidate> out{{&layer, both_ways, {}, "", 0}};
    std::set<Option> taken;
    for (const Offer& offer : all_offers(framework())) {
      if (offer.option == Option::shared_axes && (offer.cells & bit(layer.cell)) != 0 && !offer.fixed) {
        // Shared over the time steps, or not at all.
        out.push_back(out.front());
        out.back().set(offer.option, "1");
        ++out.back().off;
      }
      if (!is_chosen(offer, layer) || !taken.insert(offer.option).second) continue;
      const OptionWord& option = word(offer.option);
      const std::size_t values = offer.values == 0 ? option.choices.size() : offer.values;
      const std::size_t before = out.size();
      for (std::size_t value = 0; value < values; ++value) {
        if (value == offer.preset) continue;
        Candidate other = out.front();
        other.set(offer.option, value_text(option, value));
        if (alike(out.front(), other)) continue;
        for (std::size_t i = 0; i < before; ++i) {
          Candidate more = out[i];
          more.set(offer.option, value_text(option, value));
          ++more.off;
          out.push_back(std::move(more));
        }
      }
    }
    return out;
  }

  /// The ways in which both directions come together, those that make a difference.
  std::vector<Candidate> with_merges(const Candidate& candidate) {
    std::vector<Candidate> out{candidate};
    if (!candidate.both_ways) return out;
    const Offer merge = offer(framework(), candidate.word->cell, Option::merge_mode);
    if (merge.fixed) return out;
    const OptionWord& option = word(Option::merge_mode);
    const std::size_t values = merge.values == 0 ? option.choices.size() : merge.values;
    for (std::size_t value = 0; value < values; ++value) {
      if (value == merge.preset || value == static_cast<std::size_t>(Merge::none)) continue;
      Candidate other = candidate;
      other.merge = value_text(option, value);
      ++other.off;
      const bool new_effect =
          std::none_of(out.begin(), out.end(), [&](const Candidate& one) { return alike(one, other); });
      if (new_effect) out.push_back(std::move(other));
    }
    return out;
  }

  /// A layer with each number of groups that can be.
  std::vector<Candidate> with_groups(const Candidate& candidate) {
    std::vector<Candidate> out{candidate};
    const Offer groups = offer(framework(), candidate.word->cell, Option::groups);
    if (!has(*candidate.word, Option::groups) || groups.fixed) return out;
    // A normalisation stores as much whatever their number, which must divide what it reads.
    const bool counts = candidate.word->cell != Cell::group_normalization;
    const Whole width = row_.input ? row_.input : row_.output;
    if (!counts) {
      const bool fits = !groups.required && width && *width % groups.preset == 0;
      if (!fits) out.front().set(Option::groups, "1");
      return out;
    }
    for (std::uint64_t number = 2; number <= largest_tried; ++number) {
      if (row_.output && *row_.output % number != 0) continue;
      if (row_.input && *row_.input % number != 0) continue;
      if (!row_.output && !row_.input) break;
      Candidate other = candidate;
      other.set(Option::groups, std::to_string(number));
      ++other.off;
      out.push_back(std::move(other));
    }
    return out;
  }

  /// Takes from the shape what it says, and leaves the other sizes open.
  void fit_units(Candidate candidate) {
    std::vector<Option> open = open_sizes(framework(), *candidate.word);
    const auto units = std::find(open.begin(), open.end(), Option::units);
    if (units != open.end() && row_.output) {
      Candidate one = candidate;
      for (const Option option : open) one.set(option, "1");
      one.set(Option::units, std::to_string(candidate.groups()));
      const Whole width = stored(one, candidate.groups()).output;
      if (!width || *width == 0 || *width % candidate.groups() != 0) return;
      const std::uint64_t ways = *width / candidate.groups();
      if (*row_.output % ways != 0 || *row_.output == 0) return;
      candidate.set(Option::units, std::to_string(*row_.output / ways));
      open.erase(units);
    }
    if (candidate.word->cell == Cell::locally_connected_1d) return fit_places(candidate);
    fit_multiplier(candidate, open);
    fit_open(candidate, open);
    if (row_.stacks) fit_stacked(candidate, open);
    if (row_.output) fit_projected(candidate);
  }

  /// Filters of their own at each step that is left: the window and its stride leave so many.
  void fit_places(const Candidate& candidate) {
    if (!row_.left || !row_.count) return;
    for (const std::uint64_t size : tried(Option::kernel)) {
      Candidate one = candidate;
      one.set(Option::kernel, std::to_string(size), true);
      const Whole steps = row_.steps ? row_.steps : add(row_.left, size - 1);
      for (std::uint64_t stride = 1; stride <= largest_tried && steps; ++stride) {
        if (stride > 1) one.set(Option::strides, std::to_string(stride), true);
        const Whole left = fitting_.stored(text_of(framework(), one), 1, steps).steps;
        if (!left || *left < *row_.left) break;
        if (left != row_.left) continue;
        const Whole input =
            row_.input ? row_.input : fitting_.width_for(text_of(framework(), one), steps, *row_.count);
        if (input) finish(one, input, steps);
        break;
      }
    }
  }

  /// A convolution of each channel by itself hands on a multiple of them.
  void fit_multiplier(const Candidate& candidate, const std::vector<Option>& open) {
    if (!has(*candidate.word, Option::depth_multiplier) || has(*candidate.word, Option::units)) return;
    for (std::uint64_t times = 2; row_.output && times <= largest_tried; ++times) {
      if (*row_.output % times != 0 || (row_.input && *row_.output / times != *row_.input)) continue;
      Candidate other = candidate;
      other.set(Option::depth_multiplier, std::to_string(times));
      ++other.off;
      fit_open(other, open);
    }
  }

  void fit_stacked(Candidate candidate, const std::vector<Option>& open) {
    if (!has(*candidate.word, Option::num_layers) || !open.empty()) return;
    ++candidate.off;
    if (row_.input && row_.count) {
      candidate.set(Option::num_layers, std::string(open_size));
      const Whole layers =
          fitting_.size_for(text_of(framework(), candidate), row_.input, row_.steps, *row_.count);
      if (!layers || *layers < 2 || *layers > most_layers) return;
      candidate.set(Option::num_layers, digits(layers), true);
      return finish(candidate, row_.input);
    }
    constexpr std::uint64_t most_stacked = 8;
    for (std::uint64_t layers = 2; row_.count && layers <= most_stacked; ++layers) {
      candidate.set(Option::num_layers, std::to_string(layers), true);
      fit_open(candidate, {});
    }
  }

  /// A recurrent layer that hands on a projection: the shape says its width, the count the units.
  void fit_projected(Candidate candidate) {
    const FittedArgument* units = find(candidate.arguments, Option::units);
    if (!has(*candidate.word, Option::proj_size) || units == nullptr || !row_.input || !row_.count ||
        offer(framework(), candidate.word->cell, Option::proj_size).fixed)
      return;
    const std::uint64_t width = number(units->text, 1);
    candidate.set(Option::proj_size, units->text);
    candidate.set(Option::units, std::string(open_size));
    ++candidate.off;
    const Whole size =
        fitting_.size_for(text_of(framework(), candidate), row_.input, row_.steps, *row_.count, width + 1);
    if (!size) return;
    candidate.set(Option::units, digits(size), true);
    finish(candidate, row_.input);
  }

  void fit_open(Candidate candidate, std::vector<Option> open) {
    if (open.size() > 2) return;
    if (open.size() == 2) {
      // The first one is tried, and what it leaves for the second one is solved.
      if (!row_.count || !row_.input) return;
      for (const std::uint64_t size : tried(open.front())) {
        Candidate one = candidate;
        one.set(open.front(), std::to_string(size), true);
        fit_open(one, {open.back()});
      }
      return;
    }
    const bool begins = candidate.word->cell == Cell::embedding;
    Whole input = begins ? Whole() : row_.input;
    if (!begins && !input && row_.output && !has(*candidate.word, Option::units))
      input = kept_width(candidate);
    if (open.empty()) {
      if (!begins && !input && row_.count)
        input =
            fitting_.width_for(text_of(framework(), candidate), row_.steps, *row_.count, candidate.groups());
      if (!begins && !input && row_.count) return;
      return finish(candidate, input);
    }
    if (!row_.count) return;
    const Option option = open.front();
    if (begins || input) {
      candidate.set(option, std::string(open_size));
      const Whole size = fitting_.size_for(text_of(framework(), candidate), input, row_.steps, *row_.count);
      if (size) {
        candidate.set(option, digits(size), true);
        return finish(candidate, input);
      }
      if (word(option).kind == OptionWord::Kind::tuple && candidate.word->axes == 2) fit_oblong(candidate);
      return;
    }
    if (option == Option::units) return;
    for (const std::uint64_t size : tried(option)) {
      candidate.set(option, std::to_string(size), true);
      const Whole width =
          fitting_.width_for(text_of(framework(), candidate), row_.steps, *row_.count, candidate.groups());
      if (width) finish(candidate, width);
    }
  }

  /// A window that is not a square.
  void fit_oblong(Candidate candidate) {
    constexpr std::uint64_t longest = 16;
    for (std::uint64_t side = 1; side <= longest; ++side) {
      const std::string first = "(" + std::to_string(side) + ",";
      candidate.set(Option::kernel, first + std::string(open_size) + ")");
      const Whole other =
          fitting_.size_for(text_of(framework(), candidate), row_.input, row_.steps, *row_.count);
      if (!other) continue;
      candidate.set(Option::kernel, first + digits(other) + ")", true);
      finish(candidate, row_.input);
    }
  }

  /// What a layer reads that hands on as much; none where it hands on something else.
  Whole kept_width(const Candidate& candidate) {
    Candidate one = candidate;
    for (const Option option : open_sizes(framework(), *candidate.word))
      if (find(one.arguments, option) == nullptr) one.set(option, "1");
    return stored(one, row_.output).output == row_.output ? row_.output : Whole();
  }

  void finish(const Candidate& candidate, const Whole& input) { finish(candidate, input, row_.steps); }
  void finish(const Candidate& candidate, const Whole& input, const Whole& steps) {
    if (found_.size() >= 4 * most_fits) return;
    const std::string text = text_of(framework(), candidate);
    const StoredLayer& stored = fitting_.stored(text, input, steps);
    if (!stored.sound || (row_.count && stored.count != row_.count)) return;
    // Attention hands on as much as its values are wide, which it reads from elsewhere.
    const Cell cell = candidate.word->cell;
    const bool attends = cell == Cell::attention || cell == Cell::additive_attention;
    if (!attends && row_.output && stored.output && stored.output != row_.output) return;
    found_.push_back({candidate.word, candidate.both_ways, candidate.arguments, candidate.merge, text, input,
                      stored.output, stored.count, candidate.off, row_.steps ? Whole() : steps});
  }

  Fitting& fitting_;
  const FitRow& row_;
  std::vector<LayerFit> found_;
};

}  // namespace

std::string_view LayerFit::operator[](Option option) const {
  const FittedArgument* found = find(arguments, option);
  return found == nullptr ? std::string_view() : std::string_view(found->text);
}

const StoredLayer& Fitting::stored(const std::string& layer, const Whole& input, const Whole& steps) {
  const auto [it, is_new] = known_.try_emplace(std::string(framework_.id) + "|" + layer + "|" +
                                               digits(input) + "|" + digits(steps));
  StoredLayer& out = it->second;
  if (!is_new) return out;
  std::string query = "framework=" + std::string(framework_.id);
  if (input) query += "&input=" + digits(input);
  if (steps) query += "&timesteps=" + digits(steps);
  const Model model = counted(parse(query + "&layers=" + encoded(layer)), &framework_);
  if (model.problems.count(Key::layers) > 0 || model.layers.empty()) return out;
  out.sound = true;
  out.count = model.total;
  out.output = model.layers.back().passed.width;
  const Passed& passed = model.layers.back().passed;
  out.steps = passed.steps;
  out.is_vector = passed.axes == Passed::Axes::vector || passed.last_step;
  return out;
}

Whole Fitting::size_for(const std::string& layer, const Whole& input, const Whole& steps, std::uint64_t count,
                        std::uint64_t smallest) {
  const auto at = [&](std::uint64_t size) { return stored(with(layer, size), input, steps).count; };
  const Whole first = at(smallest);
  if (!first || *first > count) return {};
  if (*first == count) return smallest;
  const Whole second = at(smallest + 1);
  if (!second || *second < *first) return {};
  const std::uint64_t growth = *second - *first;
  if (subtract(at(smallest + 2), second) == Whole(growth)) {
    if (growth == 0 || (count - *first) % growth != 0) return {};
    const std::uint64_t size = smallest + (count - *first) / growth;
    return size <= largest_size && at(size) == Whole(count) ? Whole(size) : Whole();
  }
  // It grows faster and faster. Past what can be counted it is too large in any case.
  std::uint64_t low = smallest + 1;
  std::uint64_t high = 2 * low;
  while (high < largest_size && at(high) && *at(high) < count) {
    low = high;
    high *= 2;
  }
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    const Whole found = at(middle);
    if (found && *found < count)
      low = middle + 1;
    else
      high = middle;
  }
  return at(low) == Whole(count) ? Whole(low) : Whole();
}

Whole Fitting::width_for(const std::string& layer, const Whole& steps, std::uint64_t count,
                         std::uint64_t groups) {
  const Whole one = stored(layer, groups, steps).count;
  const Whole two = stored(layer, 2 * groups, steps).count;
  if (!one || !two || *one > count || *two <= *one) return {};
  const std::uint64_t growth = *two - *one;
  if ((count - *one) % growth != 0) return {};
  const Whole width = multiply(groups, 1 + (count - *one) / growth);
  if (!width || *width > largest_size || stored(layer, width, steps).count != Whole(count)) return {};
  return width;
}

std::vector<LayerFit> Fitting::fits(const FitRow& row) {
  RowFitter fitter(*this, row);
  for (const LayerWord* layer : row.words) {
    if (row.ways != FitRow::Ways::both) fitter.fit(*layer, false);
    if (row.ways != FitRow::Ways::one) fitter.fit(*layer, true);
  }
  std::vector<LayerFit> out = fitter.take();
  return out;
}

}  // namespace rnn
