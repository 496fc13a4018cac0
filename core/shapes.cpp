#include "core/shapes.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "core/lengths.h"
#include "core/rare.h"

namespace rnn {
namespace {

using Axes = Passed::Axes;

/// Why a width is not known.
struct Cause {
  enum class Kind : std::uint8_t {
    told,   ///< a problem says so already
    input,  ///< the field is empty
    steps,  ///< a layer needs the time steps, …
    hides   ///< … or does not say
  };
  Kind kind = Kind::told;
  std::size_t layer = 0;
};

class Shapes {
 public:
  Shapes(const Query& query, Model& model) : query_(query), model_(model) {}

  void follow() {
    now_.width = model_.input;
    now_.steps = model_.timesteps;
    if (!model_.input) cause_.kind = Cause::Kind::input;
    if (!model_.layers.empty()) set_rank(model_.layers.front());
    for (index_ = 0; index_ < model_.layers.size(); ++index_) pass(model_.layers[index_]);
    mark_what_matters();
  }

 private:
  void pass(Layer& layer) {
    if (layer.way == Way::forward) before_ways_ = now_;
    if (layer.way == Way::backward) now_ = before_ways_;
    if (layer.cell == Cell::embedding)
      enter(layer);
    else if (layer.number == 0)
      read_said(layer);
    layer.input = layer.cell == Cell::embedding ? layer.settings[Option::vocabulary] : now_.width;
    layer.steps = is_vector() ? Whole(1) : now_.steps;
    // At every step of a sequence there is a vector.
    layer.reads_sequence = !is_vector() && !(layer.every_step && now_.axes == Axes::sequence);
    layer.axes = axes_read(layer);
    layer.steps_read_from = steps_from_;
    layer.steps_said_by = model_.layers.front().argument[static_cast<std::size_t>(Option::timesteps)];
    pack(layer);
    if (needs_width(layer)) ask_for_width(layer);
    if (!axes_known(layer))
      conflict(layer, "axes", model_.written[layer.origin].span);
    else if (counts_steps(layer))
      ask_for_own_steps(layer);
    else if (names_axes(layer))
      layer.steps_read = true;
    const bool shares = layer.settings[Option::groups] != Whole(1) ||
                        layer.settings[Option::num_heads] != Whole(0) ||
                        layer.settings[Option::kv_heads] != Whole(0);
    if (shares) share_out(layer);
    if (layer.settings[Option::tied] == Whole(1)) tie(layer);
    hand_on(layer);
    layer.passed = now_;
    layer.input_said = model_.layers.front().argument[static_cast<std::size_t>(Option::input)];
    layer.steps_from = steps_from_;
  }

  /// The batch aside, and the time steps at each of which it is used.
  std::uint8_t axes_read(const Layer& layer) const {
    if (!layer.reads_sequence) return 1;
    if (now_.axes == Axes::sequence) return 2;
    return now_.planes == 0 ? 0 : static_cast<std::uint8_t>(now_.planes + (layer.every_step ? 0 : 1));
  }

  /// Keys and values that say no other width than the queries' are as wide as nobody says.
  void pack(Layer& layer) const {
    bool packed = false;
    for (const Option option : {Option::key_input, Option::value_input}) {
      Whole& said = layer.settings[option];
      if (!said || *said == 0 || said != layer.input) continue;
      said = 0;
      packed = true;
    }
    if (packed) layer.rule = rule_for(*model_.framework, layer.cell, layer.settings);
  }

  /// A shape of one number is a vector; one of more than two has axes that are not followed.
  void set_rank(const Layer& layer) {
    if (layer.shape.empty() && !now_.steps) set_rank_by_axis(layer);
    if (layer.shape.empty() || layer.shape.size() == 2) return;
    now_.axes = layer.shape.size() == 1 ? Axes::vector : Axes::other;
    now_.planes = static_cast<std::uint8_t>(layer.shape.size() - 1);
    now_.steps = {};
  }

  /// What keeps a number for each feature says how many axes there are.
  RARE void set_rank_by_axis(const Layer& layer) {
    const Whole axis = layer.settings[Option::axis];
    const bool volume = axis == Whole(static_cast<std::uint64_t>(Axis::volume_features));
    if (!volume && axis != Whole(static_cast<std::uint64_t>(Axis::image_features))) return;
    now_.axes = Axes::other;
    now_.planes = volume ? 3 : 2;
  }

  /// An embedding reads words: its features come from nowhere else. Behind other layers it begins a branch;
  /// behind an input of so many words, that is how many steps it hands on.
  void enter(Layer& layer) {
    layer.begins = true;
    if (index_ == 0 || layer.number != 0) return;
    const Layer& before = model_.layers[index_ - 1];
    const bool is_input = before.word != nullptr && before.word->does == Does::enters;
    const Whole words = is_input && now_.axes == Axes::vector ? now_.width : Whole();
    now_ = {};
    said_steps(layer);
    if (words) now_.steps = words;
  }

  RARE void said_steps(Layer& layer) {
    steps_told_ = false;
    now_.steps = layer.settings[Option::timesteps];
    layer.steps_said = now_.steps && *now_.steps != 0;
    if (now_.steps == Whole(0)) now_.steps = {};
    from_field_ = false;
    steps_from_ = static_cast<int>(index_);
  }

  /// What the layer's own text says that it reads.
  void read_said(Layer& layer) {
    const Whole width = layer.settings[Option::input];
    layer.begins = index_ == 0 || (layer.word != nullptr && layer.word->does == Does::enters);
    if (index_ == 0) return;  // that is what comes in
    const bool same = width == Whole(0) || (width && width == now_.width && !layer.begins);
    if (same) {
      const Whole steps = layer.settings[Option::timesteps];
      if (!steps || *steps == 0) return;
      if (!now_.steps && now_.axes == Axes::sequence) return said_steps(layer);
      if (now_.steps && *now_.steps != *steps) other_steps(layer, *steps);
      return;
    }
    layer.said = !layer.begins;
    now_ = {};
    now_.width = width;
    if (!width) cause_.kind = Cause::Kind::told;
    said_steps(layer);
    set_rank(layer);
  }

  /// The layer says other steps than come.
  RARE void other_steps(Layer& layer, std::uint64_t steps) {
    conflict(layer, name(Key::timesteps), argument_of(layer, Option::timesteps))
        .with("text", digits(steps))
        .with("first", digits(now_.steps));
  }

  /// Whether what it stores depends on how many numbers it reads.
  static bool needs_width(const Layer& layer) {
    if (layer.word == nullptr) return false;
    if (layer.word->recurrent || layer.cell == Cell::dense || layer.word->group == Group::convolution)
      return true;
    if (layer.word->group == Group::normalisation && layer.cell != Cell::passing)
      return keeps_features(layer);
    return std::any_of(layer.rule.parts().begin(), layer.rule.parts().end(),
                       [](const Part& part) { return reads_input(part.reads) || reads_input(part.units); });
  }

  /// Whether it stores numbers for each time step.
  static bool counts_steps(const Layer& layer) {
    const std::vector<Part>& parts = layer.rule.parts();
    if (layer.cell == Cell::locally_connected_1d) return true;
    return layer.reads_sequence && std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
             return part.units.holds(Size::steps) || (part.units.holds(Size::features) && keeps_steps(layer));
           });
  }

  // --- what is missing
  /// Whether it is known over which axes it keeps numbers: time steps and features are followed, no others.
  bool axes_known(const Layer& layer) const {
    const bool sequence = now_.axes == Axes::sequence && layer.reads_sequence;
    const bool vector = !layer.reads_sequence;
    const auto over = [&](Axis axis) {
      return layer.settings[Option::axis] == Whole(static_cast<std::uint64_t>(axis));
    };
    if (over(Axis::steps)) return sequence || vector;  // of a vector it is the only one
    if (over(Axis::features)) return sequence;
    if (over(Axis::both)) return sequence;
    if (over(Axis::image_features)) return layer.axes == 3;
    if (over(Axis::volume_features)) return layer.axes == 4;
    if (layer.cell == Cell::locally_connected_1d) return now_.axes == Axes::sequence && !layer.every_step;
    return layer.cell != Cell::prelu || !needs_width(layer) || slopes_known(layer, sequence || vector);
  }

  /// Slopes may be shared over all axes, or all but the features', and no others; without that, there is one
  /// for each number of a sequence, or of a vector.
  RARE static bool slopes_known(const Layer& layer, bool followed) {
    const std::size_t shared = shared_axes(layer);
    if (shared == 0 || layer.axes == 1) return followed && shared <= 1;
    return shared == layer.axes || shared + 1 == layer.axes;
  }

  /// Whether it makes a difference to it that there are time steps, however many.
  static bool names_axes(const Layer& layer) {
    return layer.settings[Option::axis].value_or(0) != 0 ||
           layer.settings[Option::shared_axes].value_or(0) != 0;
  }

  RARE void ask_for_own_steps(Layer& layer) {
    layer.steps_read = true;
    if (!now_.steps && !steps_told_ && layer.number == 0) miss_steps(layer, index_);
  }

  /// The steps are missing where they are said: in their field, or by the layer whose chain begins there.
  RARE void miss_steps(Layer& layer, std::size_t asking) {
    steps_told_ = true;
    if (!from_field_) {
      const Written& written = model_.written[layer.origin];
      layer.flawed = true;
      model_.problems.report(Key::layers, "missing", {written.open, written.open})
          .with("option", word(Option::timesteps).spellings.front())
          .with("layer", written.name);
      return;
    }
    if (query_.problems.count(Key::timesteps) + model_.problems.count(Key::timesteps) != 0) return;
    model_.problems.report(Key::timesteps, "missing", {0, query_.fields[Key::timesteps].text.size()})
        .with("option", name(Key::timesteps))
        .with("layer", model_.layers[asking].name)
        .with("number", asking + 1);
  }

  RARE void share_out(Layer& layer) {
    const Whole all = layer.settings[Option::qkv_features];
    if (layer.settings[Option::key_dim] == Whole(0) || shares_values(layer))
      share_out(layer, Option::num_heads, "heads", {all == Whole(0) ? layer.input : all});
    share_out(layer, Option::kv_heads, "kv_heads", {layer.settings[Option::query_heads]});
    const Whole shared = keeps_features(layer) ? layer.input : layer.steps;
    share_out(layer, Option::groups, "groups", {shared, layer.settings[Option::units]});
  }

  /// Whether values are shared out among heads whose keys are not.
  RARE static bool shares_values(const Layer& layer) {
    const std::vector<Part>& parts = layer.rule.parts();
    return layer.settings[Option::value_dim] == Whole(0) &&
           std::any_of(parts.begin(), parts.end(),
                       [](const Part& part) { return part.units.holds(Size::vo_dim); });
  }

  /// So many groups, or heads, share each of `all` evenly.
  RARE void share_out(Layer& layer, Option option, const char* what, std::initializer_list<Whole> all) {
    const Whole groups = layer.settings[option];
    const auto uneven = [&](const Whole& one) { return one && *one % *groups != 0; };
    if (!groups || *groups == 0 || !layer.rule.known()) return;
    const auto* found = std::find_if(all.begin(), all.end(), uneven);
    if (found == all.end()) return;
    conflict(layer, what, argument_of(layer, option))
        .with("text", digits(groups))
        .with("number", digits(*found));
  }

  /// What does not go together leaves the layer without a count.
  RARE Problem& conflict(Layer& layer, const char* what, Span place) {
    layer.flawed = true;
    return model_.problems.report(Key::layers, "conflict", place)
        .with("what", what)
        .with("layer", model_.written[layer.origin].name);
  }

  void ask_for_width(Layer& layer) {
    if (now_.width || layer.number != 0) return;
    const Cause cause = cause_;
    cause_.kind = Cause::Kind::told;
    const Written& written = model_.written[layer.origin];
    if (cause.kind == Cause::Kind::steps && from_field_) {
      miss_steps(layer, cause.layer);
    } else if (cause.kind == Cause::Kind::steps || cause.kind == Cause::Kind::hides) {
      layer.flawed = true;
      model_.problems.report(Key::layers, "missing", {written.open, written.open})
          .with("option", word(Option::input).spellings.front())
          .with("layer", written.name)
          .with("text", model_.layers[cause.layer].name);
    }
  }

  RARE Problem& problem(Layer& layer, const char* code) {
    layer.flawed = true;
    lose({Cause::Kind::told, index_});
    return model_.problems.report(Key::layers, code, model_.written[layer.origin].span)
        .with("layer", model_.written[layer.origin].name);
  }

  RARE void lose(Cause cause) {
    now_.width = {};
    now_.steps = {};
    now_.axes = Axes::other;
    now_.planes = 0;
    cause_ = cause;
  }

  // --- tied matrices
  /// The matrix is that of the nearest embedding before: as many units as there are words, each reading as
  /// many numbers as the embedding hands on.
  RARE void tie(Layer& layer) {
    std::size_t at = index_;
    while (at > 0 && model_.layers[at - 1].cell != Cell::embedding) --at;
    const auto differ = [&](const char* what, const Whole& here, const Whole& there) {
      Problem& found = conflict(layer, what, argument_of(layer, Option::tied));
      if (here) found.with("text", digits(here)).with("largest", digits(there));
    };
    if (at == 0) return differ("tied_none", {}, {});
    const Layer& embedding = model_.layers[at - 1];
    const Whole words = embedding.settings[Option::vocabulary];
    const Whole units = layer.settings[Option::units];
    const Whole width = embedding.settings[Option::units];
    if (!words || !units || !width || !layer.input) return;
    if (*units != *words) return differ("tied_units", units, words);
    if (*layer.input != *width) return differ("tied_width", layer.input, width);
    layer.tied = static_cast<int>(at - 1);
  }

  RARE Span argument_of(const Layer& layer, Option option) const {
    const Written& written = model_.written[layer.origin];
    const int argument = layer.argument[static_cast<std::size_t>(option)];
    return argument < 0 ? written.span : written.arguments[static_cast<std::size_t>(argument)].span;
  }

  // --- what is handed on
  void hand_on(Layer& layer) {
    if (layer.word == nullptr) return lose({Cause::Kind::told, index_});
    if (layer.way == Way::backward) return merge_ways(layer);
    if (keeps_apart(layer)) return lose({Cause::Kind::hides, index_});
    if (attends(layer.cell)) now_.last_step = false;
    if (layer.word->group == Group::convolution) {
      convolve(layer);
    } else if (layer.cell == Cell::custom || layer.cell == Cell::dense || layer.cell == Cell::bilinear) {
      become(layer.settings[Option::units]);
    } else if (layer.cell == Cell::embedding) {
      become(layer.settings[Option::units]);
      now_.axes = Axes::sequence;
      now_.last_step = false;
    } else if (layer.word->recurrent) {
      become(output_of(layer));
      now_.axes = Axes::sequence;
      const bool stacked_on = layer.number + 1 < layer.settings[Option::num_layers].value_or(1);
      now_.last_step = model_.framework != nullptr && model_.framework->last_step && !stacked_on &&
                       layer.settings[Option::return_sequences] != Whole(1);
      if (!layer.settings[Option::return_sequences]) {  // a name: all of them, or the last
        now_.axes = Axes::other;
        now_.planes = 0;
        now_.last_step = false;
      }
    } else if (layer.settings[Option::output_shape] != Whole(0)) {
      become(layer.settings[Option::output_shape]);
    } else if (layer.cell == Cell::multi_head_attention && makes_model(layer)) {
      become(model_width(layer));
    } else {
      reshape(layer);
    }
  }

  /// Whether nothing but its heads says how wide its output is.
  RARE static bool makes_model(const Layer& layer) {
    const std::vector<Part>& parts = layer.rule.parts();
    return !parts.empty() && parts.back().units.holds(Size::model);
  }

  /// What both directions hand on: side by side, or each number of the one with that of the other.
  RARE void merge_ways(Layer& layer) {
    const Layer& forward = model_.layers[index_ - 1];
    const Whole ahead = recurrent_width(forward);
    const Whole back = recurrent_width(layer);
    const Whole merge = layer.settings[Option::merge_mode];
    now_ = forward.passed;
    if (merge == value(Merge::none)) return lose({Cause::Kind::hides, index_});
    if (merge == value(Merge::concat)) return become(add(ahead, back));
    become(merge ? ahead : Whole());
    if (!merge || !ahead || !back || *ahead == *back) return;
    become({});
    conflict(layer, "ways", argument_of(layer, Option::merge_mode))
        .with("text", digits(back))
        .with("number", digits(ahead));
  }

  void become(const Whole& width) {
    now_.width = width;
    if (!width) cause_.kind = Cause::Kind::told;
  }

  /// So many filters, or so many for each channel, at every place that the window has.
  RARE void convolve(Layer& layer) {
    const bool for_each = !has(*layer.word, Option::units);
    become(layer.word->recurrent ? output_of(layer)
           : for_each            ? multiply(now_.width, layer.settings[Option::depth_multiplier])
                                 : layer.settings[Option::units]);
    const bool sequence = layer.word->axes == 1 && !layer.word->recurrent;
    if (sequence && !layer.every_step)
      return change_steps(layer, layer.cell == Cell::conv_1d_transpose ? unpooled(layer) : pooled(layer));
    now_.axes = Axes::other;
    now_.planes = planes_of(layer);
    if (!layer.every_step) now_.steps = {};
  }

  /// Of what it hands on: those of its window, and that of the steps.
  RARE static std::uint8_t planes_of(const Layer& layer) {
    const Whole all = layer.word->recurrent ? layer.settings[Option::return_sequences] : Whole(0);
    if (!all) return 0;
    return static_cast<std::uint8_t>(layer.word->axes + *all + (layer.every_step ? 1 : 0));
  }

  /// An attention is between the time steps of a sequence.
  static bool attends(Cell cell) {
    return cell == Cell::attention || cell == Cell::additive_attention ||
           cell == Cell::multi_head_attention || cell == Cell::group_query_attention;
  }

  /// It hands on two tensors, one for each direction: what the next layer reads of them is its own affair.
  static bool keeps_apart(const Layer& layer) {
    return layer.word->recurrent && directions(layer) == Whole(2) &&
           layer.settings[Option::merge_mode] == Whole(value(Merge::none));
  }

  static Whole output_of(const Layer& layer) {
    const Whole ways = directions(layer);
    const Whole merge = layer.settings[Option::merge_mode];
    if (!ways || (*ways != 1 && !merge)) return {};
    const bool side_by_side = *ways == 2 && *merge == value(Merge::concat);
    return multiply(side_by_side ? 2 : 1, recurrent_width(layer));
  }

  /// What a layer without weight matrices does to what it reads.
  void reshape(Layer& layer) {
    if (layer.every_step && layer.word->does != Does::keeps) return reshape_each(layer);
    switch (layer.word->does) {
      case Does::stores:
      case Does::keeps:
      case Does::enters:
      case Does::adds: return;
      case Does::joins:
        if (!layer.said) lose({Cause::Kind::hides, index_});
        return;
      case Does::flattens: return flatten();
      case Does::reshapes: return take_shape(layer);
      case Does::permutes: return permute(layer);
      case Does::repeats: return set_steps(layer.settings[Option::n]);
      case Does::adapts: return set_steps(layer.settings[Option::output_size]);
      case Does::pools: return change_steps(layer, pooled(layer));
      case Does::resamples: return change_steps(layer, multiply(now_.steps, layer.settings[Option::size]));
      case Does::pads: return change_steps(layer, add(now_.steps, layer.settings[Option::sides]));
      case Does::crops: return change_steps(layer, cropped(layer));
      case Does::pools_all:
        if (layer.settings[Option::keepdims] == Whole(1)) return set_steps(1);
        now_.axes = Axes::vector;
        now_.steps = {};
        now_.last_step = false;
        return;
      case Does::images:
        if (now_.axes != Axes::other) now_.planes = 0;
        now_.axes = Axes::other;
        now_.steps = {};
        return;
      case Does::halves: return halve(layer);
      case Does::hides:
      case Does::looks_up: return lose({Cause::Kind::hides, index_});
    }
  }

  /// The same at every time step: the steps stay as they are, and a vector there has none of its own.
  RARE void reshape_each(Layer& layer) {
    const Tuple* target = layer.tuple(Option::target_shape);
    switch (layer.word->does) {
      case Does::stores:
      case Does::images:
      case Does::pools:
      case Does::pads:
      case Does::crops:
      case Does::resamples: return;
      case Does::pools_all: now_.axes = Axes::sequence; return;
      case Does::flattens:
        if (now_.axes == Axes::other) lose({Cause::Kind::hides, index_});
        return;
      case Does::reshapes:
        if (target == nullptr || target->size() != 1 || (*target)[0].value_or(0) < 1)
          return lose({Cause::Kind::hides, index_});
        now_.width = static_cast<std::uint64_t>(*(*target)[0]);
        return;
      case Does::halves: return halve(layer);
      default: lose({Cause::Kind::hides, index_});
    }
  }

  void ask_for_steps() { cause_ = {steps_told_ ? Cause::Kind::told : Cause::Kind::steps, index_}; }

  bool is_vector() const { return now_.axes == Axes::vector || now_.last_step; }

  RARE void as_vector(const Whole& width) {
    now_.width = width;
    now_.steps = {};
    now_.axes = Axes::vector;
    now_.last_step = false;
  }

  RARE void flatten() {
    if (is_vector()) return as_vector(now_.width);
    if (now_.axes == Axes::other && now_.width) lose({Cause::Kind::hides, index_});
    if (now_.axes == Axes::other) return;
    model_.layers[index_].steps_read = true;
    if (!now_.width) return;
    const bool asks = !now_.steps;
    as_vector(multiply(now_.steps, now_.width));
    if (asks) ask_for_steps();
  }

  RARE void permute(Layer& layer) {
    const Tuple* dims = layer.tuple(Option::dims);
    if (dims == nullptr) return lose({Cause::Kind::told, index_});
    if (*dims == Tuple{1, 2} || *dims == Tuple{1}) return;
    if (*dims != Tuple{2, 1} || now_.axes != Axes::sequence) return lose({Cause::Kind::hides, index_});
    layer.steps_read = true;
    const bool asks = !now_.steps && now_.width;
    std::swap(now_.width, now_.steps);
    now_.last_step = false;
    steps_from_ = static_cast<int>(index_);
    if (asks) ask_for_steps();
  }

  /// All numbers but the batch's: as many as before, one of them left to be found.
  RARE void take_shape(Layer& layer) {
    const Tuple* target = layer.tuple(Option::target_shape);
    if (target == nullptr) return lose({Cause::Kind::told, index_});
    Whole known = 1;
    std::size_t open = 0;
    for (const std::optional<std::int64_t>& item : *target)
      if (!item || *item < 1)
        ++open;
      else
        known = multiply(known, static_cast<std::uint64_t>(*item));
    const Whole all = is_vector() ? now_.width : multiply(now_.steps, now_.width);
    const bool has_all = all && now_.axes != Axes::other;
    const bool fits = !has_all || (known && *known != 0 && (open == 0 ? *all == *known : *all % *known == 0));
    if (open > 1 || !fits) {
      const std::string text = tuple_text(*target);
      problem(layer, "conflict").with("what", "reshape").with("text", text).with("number", digits(all));
      return;
    }
    const auto number = [&](std::size_t at) -> Whole {
      const std::optional<std::int64_t>& item = (*target)[at];
      if (item && *item > 0) return static_cast<std::uint64_t>(*item);
      return has_all ? Whole(*all / *known) : Whole();
    };
    layer.steps_read = open > 0 && !is_vector();
    const Whole width = number(target->size() - 1);
    const Whole steps = target->size() > 1 ? number(0) : Whole();
    const bool asks = !width && now_.width && now_.axes == Axes::sequence;
    now_.width = width;
    now_.steps = steps;
    now_.last_step = false;
    now_.axes = target->size() == 1 ? Axes::vector : target->size() == 2 ? Axes::sequence : Axes::other;
    now_.planes = static_cast<std::uint8_t>(target->size() - 1);
    steps_from_ = static_cast<int>(index_);
    if (asks) ask_for_steps();
    if (!width && !asks && cause_.kind != Cause::Kind::input) cause_ = {Cause::Kind::hides, index_};
  }

  RARE void set_steps(const Whole& steps) {
    now_.steps = steps;
    now_.axes = Axes::sequence;
    now_.last_step = false;
    steps_from_ = static_cast<int>(index_);
  }

  /// Only a sequence has steps to change: where one is read, one was handed on. None left is a problem.
  RARE void change_steps(Layer& layer, const Whole& steps) {
    const Whole before = now_.steps;
    now_.last_step = false;
    if (now_.axes != Axes::sequence || !before) return;
    if (steps == Whole(0)) {
      problem(layer, "too_short").with("number", digits(before));
      return;
    }
    now_.steps = steps;
    steps_told_ = !steps;  // what is wrong with the layer is told
    steps_from_ = static_cast<int>(index_);
  }

  /// How a pooling's or a convolution's window moves; none where that is not known.
  RARE std::optional<Window> window_of(const Layer& layer) const {
    const Settings& settings = layer.settings;
    const bool convolution = has(*layer.word, Option::kernel);
    const Whole size = settings[convolution ? Option::kernel : Option::kernel_size];
    if (!size || !settings[Option::strides] || !settings[Option::pad] || !settings[Option::dilation] ||
        !settings[Option::padding])
      return {};
    Window window;
    window.size = *size;
    const bool by_one = convolution || (model_.framework != nullptr && model_.framework->pools_by_one);
    window.stride = *settings[Option::strides] != 0 ? *settings[Option::strides] : by_one ? 1 : *size;
    window.dilation = *settings[Option::dilation];
    window.pad = *settings[Option::pad];
    window.padding = static_cast<Padding>(*settings[Option::padding]);
    window.ceil_mode = settings[Option::ceil_mode] == Whole(1);
    return window;
  }

  RARE Whole pooled(const Layer& layer) const {
    const std::optional<Window> window = window_of(layer);
    return now_.steps && window ? steps_left(*now_.steps, *window) : Whole();
  }

  RARE Whole unpooled(const Layer& layer) const {
    const std::optional<Window> window = window_of(layer);
    const Whole more = layer.settings[Option::output_padding];
    const bool fills = model_.framework != nullptr && model_.framework->fills_strides;
    return now_.steps && window && more ? steps_made(*now_.steps, *window, *more, fills) : Whole();
  }

  RARE Whole cropped(const Layer& layer) const {
    const Whole sides = layer.settings[Option::sides];
    if (!now_.steps || !sides) return {};
    return *now_.steps > *sides ? *now_.steps - *sides : 0;
  }

  RARE void halve(Layer& layer) {
    if (!now_.width) return;
    const Whole width = now_.width;
    if (*width % 2 != 0)
      problem(layer, "conflict").with("what", "halves").with("number", digits(width));
    else
      now_.width = *width / 2;
  }

  /// How many steps there are matters where it is known, and where a later layer of the chain reads it.
  void mark_what_matters() {
    bool read = false;
    for (std::size_t i = model_.layers.size(); i > 0; --i) {
      Layer& layer = model_.layers[i - 1];
      layer.steps_matter = read || layer.steps_read || layer.passed.steps;
      const bool makes =
          layer.begins || layer.said ||
          (layer.word != nullptr && (layer.word->does == Does::repeats || layer.word->does == Does::adapts));
      read = layer.steps_read || (read && !makes);
    }
  }

  const Query& query_;
  Model& model_;
  std::size_t index_ = 0;
  Passed now_;
  Passed before_ways_;  ///< what the layer reads whose directions are two layers
  Cause cause_;
  bool from_field_ = true;   ///< the steps are those that the field counts, or come from them
  bool steps_told_ = false;  ///< why they are not known
  int steps_from_ = -1;
};

}  // namespace

void follow_shapes(const Query& query, Model& model) { Shapes(query, model).follow(); }

}  // namespace rnn
