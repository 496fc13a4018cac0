#include "core/layer_reading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "core/arguments.h"
#include "core/fixes.h"
#include "core/naming.h"
#include "core/nearest.h"
#include "core/numbers.h"
#include "core/rare.h"

namespace rnn {
namespace {

using Argument = Call::Argument;

class LayerReader {
 public:
  LayerReader(const Query& query, Model& model) : query_(query), model_(model) { layer_.argument.fill(-1); }

  void read(const Call& item) {
    written_.span = item.span;
    written_.open = item.open;
    layer_.origin = model_.written.size();
    const Call* call = &item;
    if (is_wrapper(*call, every_step_name)) call = take_out(*call);
    const Call* wrapper = call;
    if (call != nullptr && is_wrapper(*call, wrapper_name)) call = unwrap(*call);
    if (call != nullptr) read_call(*call, written_.wrapped ? wrapper : nullptr);
    if (every_step_ != nullptr)
      for (const Argument& argument : every_step_->arguments)
        if (!argument.is_layer && is_of_layer(argument)) read_wrapper_argument(*every_step_, argument, {});
    finish();
    stack();
    model_.written.push_back(std::move(written_));
  }

 private:
  // --- the wrappers
  /// The layer that is used at every step, with the arguments of the wrapper noted; nullptr if there is none.
  RARE const Call* take_out(const Call& wrapper) {
    written_.name = wrapper.name.text;
    note(every_step_name, wrapper.name);
    const Call* inner = inner_of(wrapper, every_inner_);
    every_step_ = &wrapper;
    layer_.every_step = true;
    for (const Argument& argument : wrapper.arguments)
      if (!argument.is_layer && !is_of_layer(argument)) read_wrapper_argument(wrapper, argument, {});
    if (inner == nullptr || !is_wrapper(*inner, every_step_name)) return inner;
    conflict("wrapped", inner->span);
    return nullptr;
  }

  /// The layer that reads both ways; nullptr if there is none.
  const Call* unwrap(const Call& wrapper) {
    written_.wrapped = true;
    written_.name = wrapper.name.text;
    note(word(Option::bidirectional).spellings.front(), wrapper.name);
    const Call* inner = inner_of(wrapper, inner_);
    if (inner == nullptr) return nullptr;
    const bool every_step = is_wrapper(*inner, every_step_name);
    if (!every_step && !is_wrapper(*inner, wrapper_name)) return inner;
    conflict(every_step ? "not_recurrent" : "wrapped", inner->span);
    return nullptr;
  }

  /// The one layer inside a wrapper; `bare` holds it where it was written without brackets.
  const Call* inner_of(const Call& wrapper, Call& bare) {
    bare = {};
    const Call* inner = nullptr;
    for (const Argument& argument : wrapper.arguments) {
      if (!argument.is_layer || is_backward(wrapper, argument)) continue;
      if (inner != nullptr) conflict("wraps_one", argument.span);
      if (inner == nullptr) inner = as_call(query_, argument, bare);
    }
    if (inner == nullptr) conflict("wraps_one", wrapper.span);
    return inner;
  }

  /// It stores what the forward one does, or is a layer of its own where the framework lets it.
  RARE void read_backward(const Argument& argument) {
    note(argument);
    Model alone;
    alone.whole = model_.whole;
    alone.framework = model_.framework;
    alone.spoken = model_.spoken;
    LayerReader backward(query_, alone);
    Call bare;
    backward.read_call(*as_call(query_, argument, bare), nullptr);
    const Layer& other = backward.layer_;
    if (!alone.problems.empty()) {
      layer_.flawed = true;
      model_.problems.append(alone.problems);
      if (may_differ(other) && is_one(other)) take_backward(backward);
      return;
    }
    const auto same = [&](Option option) {
      constexpr Option of_the_wrapper[] = {Option::input, Option::timesteps, Option::bidirectional,
                                           Option::merge_mode, Option::return_sequences};
      return std::find(std::begin(of_the_wrapper), std::end(of_the_wrapper), option) !=
                 std::end(of_the_wrapper) ||
             layer_.settings[option] == other.settings[option];
    };
    const auto& options = layer_word().options;
    if (other.cell != layer_.cell || window_sides(layer_) != window_sides(other) ||
        !std::all_of(options.begin(), options.end(), same)) {
      if (!may_differ(other)) return conflict("backward", argument.span);
      if (!is_one(other)) return conflict("wrapped", argument.span);
      take_backward(backward);
    }
  }

  RARE bool may_differ(const Layer& other) const {
    const auto is_plain = [](const Layer& layer) {
      return layer.word != nullptr && layer.word->group == Group::recurrent;
    };
    return is_plain(layer_) && is_plain(other) &&
           (model_.framework == nullptr || model_.framework->ways_differ);
  }

  /// Neither stacked nor of two directions itself.
  RARE static bool is_one(const Layer& layer) {
    return layer.settings[Option::num_layers] == Whole(1) &&
           layer.settings[Option::bidirectional] == Whole(0);
  }

  /// Its arguments stand behind the others, each as the other direction's.
  RARE void take_backward(LayerReader& backward) {
    Layer& other = backward.layer_;
    const auto first = static_cast<int>(written_.arguments.size());
    for (WrittenArgument& one : backward.written_.arguments) {
      one.name = std::string(backward_name) + "." + one.name;
      written_.arguments.push_back(std::move(one));
    }
    for (int& index : other.argument)
      if (index >= 0) index += first;
    other.origin = layer_.origin;
    other.way = Way::backward;
    other_way_ = std::move(other);
  }

  /// Of two directions that are two layers, each reads one way.
  RARE void part_ways() {
    Layer& other = *other_way_;
    layer_.way = Way::forward;
    layer_.settings[Option::bidirectional] = 0;
    for (const Option option : {Option::input, Option::merge_mode, Option::return_sequences}) {
      other.settings[option] = layer_.settings[option];
      other.argument[static_cast<std::size_t>(option)] = layer_.argument[static_cast<std::size_t>(option)];
    }
    other.settings[Option::timesteps] = 0;
    if (!layer_.wrapper_trained) other.settings[Option::trainable] = 0;
    other.name = other.word->names.front();
    other.every_step = layer_.every_step;
    other.flawed = other.flawed || layer_.flawed;
    if (model_.framework == nullptr) return;
    other.rule = rule_for(*model_.framework, other.cell, other.settings);
    if (!other.rule.name().empty()) other.name = other.rule.name();
  }

  void read_wrapper_arguments(const Call& wrapper) {
    const OptionWord& merge = word(Option::merge_mode);
    bool backward = false;
    for (const Argument& argument : wrapper.arguments) {
      if (is_backward(wrapper, argument)) {
        if (backward) conflict("wraps_one", argument.span);
        backward = true;
        read_backward(argument);
      }
      if (argument.is_layer) continue;
      if (same_word(argument.name.text, merge.spellings.front()))
        read_option(wrapper, argument, merge);
      else
        read_wrapper_argument(wrapper, argument, merge.spellings.front());
    }
  }

  /// What a wrapper says of the layer inside: what it reads, and whether it is trained. `own` is an option
  /// that it has itself.
  RARE void read_wrapper_argument(const Call& wrapper, const Argument& argument, std::string_view own) {
    const std::string_view name = argument.name.text;
    for (const Option option : {Option::input, Option::timesteps})
      if (is_called(name, option) && has(layer_word(), option))
        return read_option(wrapper, argument, word(option));
    if (is_trained(argument)) return read_wrapper_trained(argument);
    if (shape_named(name) != nullptr) return read_shape(wrapper, argument, *shape_named(name));
    if (never_counts(name, argument.value.text))
      read_uncounted(wrapper, argument);
    else if (!argument.named() && !is_word(argument.value.text))
      one_too_many(wrapper, argument, 0);
    else if (Problem& problem = unknown_option(argument, wrapper.name.text); problem.told)
      problem.suggest(nearest(name, {&own, 1}));
  }

  static bool is_called(std::string_view name, Option option) {
    const WordList& spellings = word(option).spellings;
    return std::any_of(spellings.begin(), spellings.end(),
                       [&](std::string_view spelling) { return same_word(name, spelling); });
  }

  /// Whether a wrapper says it of the layer inside.
  RARE static bool is_of_layer(const Argument& argument) {
    const std::string_view name = argument.name.text;
    return is_called(name, Option::input) || is_called(name, Option::timesteps) || is_trained(argument) ||
           shape_named(name) != nullptr;
  }

  /// Some frameworks train the layer inside all the same.
  RARE void read_wrapper_trained(const Argument& argument) {
    note_trained(argument);
    const Whole value = trained_value(argument);
    if (!value) return void(read_choice(argument, word(Option::trainable)));
    if (*value == 0 && (model_.framework == nullptr || !model_.framework->wrapper_trains))
      layer_.wrapper_trained = false;
  }

  const LayerWord& layer_word() const { return layer_.word == nullptr ? word(Cell::none) : *layer_.word; }

  // --- the layer
  void read_call(const Call& call, const Call* wrapper) {
    call_ = &call;
    wrapper_ = wrapper;
    if (model_.whole) written_.arguments.reserve(call.arguments.size() + written_.arguments.size());
    written_.name = call.name.text;
    layer_.name = call.name.text;
    naming_ = read_name(call.name.text);
    if (naming_.layer != nullptr && naming_.layer->group == Group::convolution) take_by_window(call);
    const LayerWord* found = naming_.layer;
    if (found == nullptr) return unknown_layer(call, wrapper);
    written_.layer = layer_.word = found;
    written_.open = call.open;
    layer_.cell = found->cell;
    if (wrapper != nullptr && !found->recurrent) conflict("not_recurrent", call.span);
    if (model_.framework != nullptr && !has_cell(*model_.framework, found->cell) && !says_layout(naming_))
      no_such_cell(call, *found);
    set_presets(*found);
    read_said(call);
    if (written_.wrapped && found->recurrent) {
      layer_.settings[Option::bidirectional] = 1;
      layer_.argument[static_cast<std::size_t>(Option::bidirectional)] =
          static_cast<int>(written_.arguments.size()) - 1;
    }
    read_arguments(call, *found);
    if (wrapper != nullptr) read_wrapper_arguments(*wrapper);
    check_required(call, *found);
    check_projection(call);
    check_together(call);
    if (found->cell == Cell::normalization) check_measured(call);
    check_merge();
    if (model_.framework != nullptr) check_name(call);
    if (model_.framework != nullptr && !layer_.flawed && !has_cell(*model_.framework, found->cell))
      no_such_cell(call, *found);
  }

  /// What is known when all of it has been read.
  void finish() {
    if (!layer_.wrapper_trained) layer_.settings[Option::trainable] = 0;
    // What is used at every step hands on as many.
    if (layer_.every_step && layer_word().recurrent) layer_.settings[Option::return_sequences] = 1;
    if (layer_.word == nullptr) return;
    if (other_way_) part_ways();
    layer_.name = layer_.word->names.front();
    if (model_.framework == nullptr) return;
    layer_.rule = rule_for(*model_.framework, layer_.cell, layer_.settings);
    const bool as_torch = model_.framework->torch_names && !layer_.word->torch_name.empty();
    if (as_torch)
      layer_.name = layer_.word->torch_name;
    else if (!layer_.rule.name().empty())
      layer_.name = layer_.rule.name();
  }

  // --- what the name says
  /// Of a name that stands for windows of one axis and of several, the layer whose window is written.
  RARE void take_by_window(const Call& call) {
    for (const Argument& argument : call.arguments) {
      if (argument.named() && !is_called(argument.name.text, Option::kernel)) continue;
      const std::optional<Tuple> sides = read_tuple(argument.value.text);
      if (!sides || sides->size() < 2) continue;
      for (const NamedLayout& named : naming_.layouts)
        if (word(named.layout->cell).axes == sides->size()) naming_.layer = &word(named.layout->cell);
    }
  }

  /// The options that the name sets.
  void read_said(const Call& call) {
    said_ = said_by(naming_, model_.framework);
    const std::size_t end = call.name.span.end;
    for (const OptionWord& option : options()) {
      const auto id = static_cast<std::size_t>(option.option);
      if (said_[id] == unsaid) continue;
      const auto value = std::uint64_t{static_cast<std::uint8_t>(said_[id])};
      const Offer here =
          model_.framework == nullptr ? Offer{} : offer(*model_.framework, layer_.cell, option.option);
      if (option.option == Option::bidirectional) {
        if (written_.wrapped) return conflict("wrapped", call.name.span);
        written_.named_both_ways = true;
      } else if (here.fixed && here.preset != value) {
        lacks_named_ = true;
        said_[id] = unsaid;
        continue;
      }
      layer_.settings[option.option] = value;
      if (value == 0 && here.preset == 0) continue;  // it goes without saying
      note(option.spellings.front(), {value_text(option, value), {end, end}}, {end, end});
      layer_.argument[id] = static_cast<int>(written_.arguments.size()) - 1;
    }
  }

  /// An option that the name has set already may only say the same.
  RARE void contradicts_name(const Call& call, const Argument& argument, const OptionWord& option,
                             std::uint64_t said) {
    flaw(argument.span, "conflict")
        .with("what", "name")
        .with("layer", call.name.text)
        .with("option", option.spellings.front())
        .with("text", value_text(option, said))
        .fix("remove", argument.value.text, Key::layers, cut(call, argument), "");
  }

  /// The layer stores what its name stands for, or it is none of that name.
  void check_name(const Call& call) {
    if (!lacks_named_ && (layer_.flawed || stores_what_is_named(*model_.framework, naming_, layer_.settings)))
      return;
    if (has_name(*model_.framework, naming_)) {
      flaw(call.name.span, "conflict")
          .with("what", "named_cell")
          .with("layer", naming_.plain)
          .with("text", name_here());
      return;
    }
    Problem& problem = unsupported(call.name.span, {}, call.name.text, naming_.plain);
    count_as_others(problem, nullptr, 0, true);
  }

  RARE void unknown_layer(const Call& call, const Call* wrapper) {
    const Known known = not_counted(call.name.text);
    Problem& problem = flaw(call.name.span, known.name.empty() ? "unknown_layer" : "not_counted")
                           .with("layer", known.name.empty() ? call.name.text : known.name)
                           .with("text", call.name.text);
    if (known.is_layer) problem.with("what", "layer");
    if (problem.told && known.name.empty() && !is_another_layer(call.name.text))
      problem.suggest(nearest_layer(call.name.text));
    const bool holds_layers = std::any_of(call.arguments.begin(), call.arguments.end(),
                                          [](const Argument& argument) { return argument.is_layer; });
    const bool may_be_own = call.has_brackets && is_word(call.name.text) && problem.fixes.empty() &&
                            !holds_layers && !is_container(call.name.text);
    if (problem.told && may_be_own && (known.name.empty() || known.is_layer))
      count_as_custom(call, !known.is_layer, problem);
    for (const Argument& argument : call.arguments) note(argument);
    if (wrapper != nullptr)
      for (const Argument& argument : wrapper->arguments)
        if (!argument.is_layer && argument.call < 0) note(argument);
  }

  /// A layer of the reader's own in its place, as wide as it says, or as its first number says.
  RARE void count_as_custom(const Call& call, bool by_first, Problem& problem) {
    std::string units;
    for (const Argument& argument : call.arguments) {
      const OptionWord* option =
          argument.named() ? find_option(word(Cell::custom), argument.name.text) : nullptr;
      const bool says = option != nullptr ? option->option == Option::units : by_first && !argument.named();
      if (says && argument.call < 0 && read_size(argument.value.text, 1, largest_size).value)
        units = trimmed(argument.value.text);
      if (!units.empty()) break;
    }
    if (units.empty()) units = std::string(word(Option::units).spellings.front()) + "=";
    const std::string text = std::string(name(Cell::custom)) + "(" + units + ", " +
                             std::string(word(Option::parameters).spellings.front()) + "=";
    problem.fix("custom", text + "…)", Key::layers, written_.span, text + ")");
  }

  RARE static std::string_view nearest_layer(std::string_view name) {
    constexpr std::size_t longest_short_name = 4;  // a letter more or less is another layer: GLU, GELU
    Nearest nearest(without_prefix(name));
    nearest.consider(wrapper_names);
    for (const LayerWord& layer : layers())
      if (layer.group == Group::recurrent || layer.recurrent ||
          layer.names.front().size() <= longest_short_name)
        nearest.consider_cells(layer.names);
      else
        nearest.consider(layer.names);
    return nearest.word();
  }

  void set_presets(const LayerWord& layer) {
    for (const OptionWord& option : options()) layer_.settings[option.option] = option.usual;
    if (model_.framework == nullptr) return;
    for (const Option option : layer.options)
      if (!requires_option(model_.framework, layer, option))
        layer_.settings[option] = offer(*model_.framework, layer.cell, option).preset;
  }

  void read_arguments(const Call& call, const LayerWord& layer) {
    const std::vector<std::string_view> meant =
        meanings(layer, rnn::takes(model_.spoken, layer), unnamed(layer, call));
    meant_ = static_cast<std::size_t>(
        std::count_if(meant.begin(), meant.end(), [](std::string_view one) { return !one.empty(); }));
    std::size_t place = 0;
    for (const Argument& argument : call.arguments) {
      if (!is_value(argument))
        conflict("not_a_wrapper", argument.span);
      else if (argument.named())
        read_named(call, argument, layer, argument.name.text);
      else if (argument.call < 0)
        read_positional(call, argument, layer, meant[place++]);
      else
        read_positional(call, as_value(argument), layer, meant[place++]);
    }
  }

  /// "len(words)", where a number is wanted.
  RARE Argument as_value(const Argument& argument) const {
    Argument out = argument;
    out.call = -1;
    out.value = {std::string(source(argument.span)), argument.span};
    return out;
  }

  void read_positional(const Call& call, const Argument& argument, const LayerWord& layer,
                       std::string_view meaning) {
    const bool changes_nothing = !meaning.empty() && shape_named(meaning) == nullptr &&
                                 find_option(layer, meaning) == nullptr &&
                                 (!may_never_count(meaning) || never_counts(meaning, argument.value.text));
    if (changes_nothing || (meaning.empty() && takes_anything(layer))) return note(argument);
    if (!meaning.empty()) return read_named(call, argument, layer, meaning);
    if (is_word(argument.value.text)) return not_a_number(argument);
    one_too_many(call, argument, meant_);
  }

  /// `name`: the argument's own, or what it means without one.
  void read_named(const Call& call, const Argument& argument, const LayerWord& layer, std::string_view name) {
    if (const ShapeName* shape = shape_named(name)) {
      if (layer.does == Does::enters || !shape->of_input_only) return read_shape(call, argument, *shape);
    }
    if (const OptionWord* own = own_word(layer, name)) return read_option(call, argument, *own);
    if (const OptionWord* option = find_option(layer, name)) {
      // Keras normalises each channel by itself then.
      if (option->option == Option::groups && layer.cell == Cell::group_normalization &&
          trimmed(argument.value.text) == "-1")
        return one_group_each(argument);
      const bool is_pad = option->option == Option::padding && has(layer, Option::pad) &&
                          read_size(number_text(argument.value.text), 0, largest_size).value;
      return read_option(call, argument, is_pad ? word(Option::pad) : *option);
    }
    if (is_trained(argument) && has(layer, Option::trainable))
      return read_option(call, argument, word(Option::trainable));
    if (layer.cell == Cell::locally_connected_1d &&
        stores_otherwise(layer, name, trimmed(argument.value.text))) {
      note(argument);
      return conflict("implementation", argument.span);
    }
    if (never_counts(name, argument.value.text) ||
        (same_word(name, "track_running_stats") && !counts_measured()))
      return read_uncounted(call, argument);
    const auto is_name = [&](std::string_view ignored) { return same_word(name, ignored); };
    if (takes_anything(layer) || std::any_of(layer.ignores.begin(), layer.ignores.end(), is_name))
      return note(argument);
    Problem& problem = unknown_option(argument, call.name.text);
    if (!problem.told) return;
    Nearest nearest(name);
    for (const Option option : layer.options) nearest.consider(word(option).spellings);
    problem.suggest(nearest.word());
    if (nearest.word().empty() && is_option(name))
      problem.fix("remove", source(argument.span), Key::layers, cut(call, argument), "");
  }

  /// The option that the framework calls so, whatever another one does.
  const OptionWord* own_word(const LayerWord& layer, std::string_view name) const {
    return layer.cell == Cell::multi_head_attention && model_.framework != nullptr ? own_word_of_heads(name)
                                                                                   : nullptr;
  }
  RARE const OptionWord* own_word_of_heads(std::string_view name) const {
    for (const Option option : word(Cell::multi_head_attention).options)
      if (same_word(offer(*model_.framework, Cell::multi_head_attention, option).called, name))
        return &word(option);
    return nullptr;
  }

  /// Whether the framework counts what a batch normalisation measures.
  RARE bool counts_measured() const {
    if (model_.framework == nullptr || layer_.cell != Cell::batch_normalization) return true;
    const Layout* layout = find_layout(*model_.framework, layer_.cell, layer_.settings);
    return layout == nullptr || std::any_of(layout->tensors.begin(), layout->tensors.end(),
                                            [](const TensorRow& row) { return row.role == Role::mean; });
  }

  /// So many groups as there are channels: as much is stored as with one.
  RARE void one_group_each(const Argument& argument) {
    note(argument);
    layer_.settings[Option::groups] = 1;
  }

  // --- shapes
  /// An argument that says the shape of what comes in, its last number what a layer reads.
  struct ShapeName {
    std::string_view name;
    bool of_input_only;  ///< of a layer that is the input
  };

  static const ShapeName* shape_named(std::string_view name) {
    static constexpr ShapeName names[] = {
        {"input_shape", false}, {"batch_input_shape", false}, {"shape", true}, {"batch_shape", true}};
    for (const ShapeName& one : names)
      if (same_word(name, one.name)) return &one;
    return nullptr;
  }

  RARE void read_shape(const Call& call, const Argument& argument, const ShapeName& shape) {
    note(shape.name, argument.value, argument.span);
    const int index = static_cast<int>(written_.arguments.size()) - 1;
    for (const Option option : {Option::input, Option::timesteps}) {
      const int first = layer_.argument[static_cast<std::size_t>(option)];
      if (first < 0) continue;
      const WrittenArgument& earlier = written_.arguments[static_cast<std::size_t>(first)];
      return twice(call, argument, &word(option), earlier.name, earlier.text, earlier.span);
    }
    // Keras reads it of the first layer alone, and of an input.
    if (!model_.written.empty() && layer_word().does != Does::enters) return;
    std::optional<Tuple> items = read_tuple(argument.value.text, true);
    const bool has_batch = shape.name.starts_with("batch");
    if (items && has_batch && !items->empty()) items->erase(items->begin());
    if (!items || items->empty() || !items->back()) {
      flaw(argument.value.span, "not_a_shape").with("option", shape.name).with("text", argument.value.text);
      return;
    }
    // An embedding reads one number of each step.
    if (layer_word().cell == Cell::embedding && items->size() == 1)
      return set_from_shape(Option::timesteps, items->back(), index);
    layer_.shape = *items;
    set_from_shape(Option::input, items->back(), index);
    if (items->size() == 2) set_from_shape(Option::timesteps, items->front(), index);
  }

  RARE void set_from_shape(Option option, const std::optional<std::int64_t>& item, int index) {
    if (!item || *item < 1 || !has(layer_word(), option)) return;
    layer_.settings[option] = static_cast<std::uint64_t>(*item);
    layer_.argument[static_cast<std::size_t>(option)] = index;
  }

  // --- one argument
  void read_option(const Call& call, const Argument& argument, const OptionWord& option) {
    const auto id = static_cast<std::size_t>(option.option);
    if (option.option == Option::trainable)
      note_trained(argument);
    else
      note(option.spellings.front(), argument.value, argument.span);
    const std::int8_t said = said_[id];
    said_[id] = unsaid;  // a second time it is there twice
    const bool again = said != unsaid;
    if (layer_.argument[id] >= 0 && !again) {
      if (written_.wrapped && option.option == Option::bidirectional)
        return conflict("wrapped", argument.span);
      const WrittenArgument& first = written_.arguments[static_cast<std::size_t>(layer_.argument[id])];
      return twice(call, argument, &option, first.name, first.text, first.span);
    }
    if (again && argument.value.text.empty()) return;
    layer_.argument[id] = static_cast<int>(written_.arguments.size()) - 1;
    if (is_missing(argument.value.text, option)) return;
    if (written_.wrapped && option.option == Option::num_layers) return conflict("wrapped", argument.span);
    if (option.option == Option::input && takes_shape(argument.value.text)) return;
    Whole& value = layer_.settings[option.option];
    if (option.option == Option::timesteps || option.option == Option::return_sequences) {
      // What these say changes no recurrent layer: what cannot be read of them is as good as missing.
      const Whole read = value_of(option, argument.value.text);
      if (read || option.option == Option::return_sequences) value = read;
      if (!read && option.option == Option::timesteps) layer_.argument[id] = -1;
      return;
    }
    switch (option.kind) {
      case OptionWord::Kind::tuple: value = read_several(argument, option); break;
      case OptionWord::Kind::size: value = read_number(call, argument, option); break;
      case OptionWord::Kind::flag:
      case OptionWord::Kind::choice: value = read_choice(argument, option); break;
      case OptionWord::Kind::rate: read_rate(argument, option); break;
    }
    check_offer(call, argument, option, value);
    const auto named = std::uint64_t{static_cast<std::uint8_t>(said)};
    if (again && value && *value != named) contradicts_name(call, argument, option, named);
  }

  /// LayerNorm((10, 64)): a shape of two sides is normalised over time steps and features.
  RARE bool takes_shape(std::string_view text) {
    if (model_.framework == nullptr || !offer(*model_.framework, layer_.cell, Option::axis).by_shape)
      return false;
    const std::optional<Tuple> sides = read_tuple(text);
    if (!sides || sides->size() != 2 || sides->front().value_or(0) < 1 || sides->back().value_or(0) < 1)
      return false;
    layer_.settings[Option::timesteps] = static_cast<std::uint64_t>(*sides->front());
    layer_.settings[Option::input] = static_cast<std::uint64_t>(*sides->back());
    layer_.settings[Option::axis] = static_cast<std::uint64_t>(Axis::both);
    return true;
  }

  /// Empty is as good as missing, and so is Python's None where a size may be left out.
  static bool is_missing(std::string_view text, const OptionWord& option) {
    const bool sized = option.kind == OptionWord::Kind::size || option.kind == OptionWord::Kind::tuple;
    return !option.required && (text.empty() || (sized && option.usual == 0 && same_word(text, "None")));
  }

  /// Several numbers: their sum, where they are steps on both sides; else the first one stands for them.
  RARE Whole read_several(const Argument& argument, const OptionWord& option) {
    const std::optional<Tuple> items = read_tuple(argument.value.text);
    const bool both = option.option == Option::sides;
    const auto below = [&](const std::optional<std::int64_t>& item) {
      return !item ||
             *item < (option.option == Option::target_shape ? -1
                      : both                                ? 0
                                                            : 1) ||
             (*item == 0 && !both);
    };
    // One number stands for all sides of a window; slopes are shared over the first axes, from 1 on.
    const bool window = option.option == Option::kernel;
    const bool shared = option.option == Option::shared_axes;
    const bool fits = items && (!both || items->size() <= 2) && (!shared || are_first(*items)) &&
                      (!window || items->size() == 1 || items->size() == layer_word().axes);
    if (!fits || std::any_of(items->begin(), items->end(), below)) {
      const std::string& text = argument.value.text;
      flaw(argument.value.span, text.empty()           ? "missing"
                                : text == unknown_mark ? "unknown_size"
                                                       : "not_a_shape")
          .with("option", option.spellings.front())
          .with("layer", written_.name)
          .with("text", argument.value.text)
          .with("largest", std::uint64_t{layer_word().axes});
      return {};
    }
    layer_.tuples.emplace_back(option.option, *items);
    const auto front = static_cast<std::uint64_t>(std::max<std::int64_t>(*items->front(), 0));
    if (both) return add(front, static_cast<std::uint64_t>(*items->back()));
    return front;
  }

  /// (1, 2, 3), or fewer of them.
  RARE static bool are_first(const Tuple& items) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i] != static_cast<std::int64_t>(i + 1)) return false;
    return items.size() <= 3;
  }

  /// "(3,)" is one number, too.
  static std::string number_text(std::string_view text) {
    const std::optional<Tuple> items =
        text.starts_with('(') || text.starts_with('[') ? read_tuple(text) : std::nullopt;
    return items && items->size() == 1 && items->front() ? tuple_text(*items) : std::string(text);
  }

  Whole read_number(const Call& call, const Argument& argument, const OptionWord& option) {
    const SizeReading size = read_size(number_text(argument.value.text), smallest(option), largest_size);
    if (!size.code.empty()) {
      report_size(call, argument.value, option, size, largest_size);
      return {};
    }
    return size.value;
  }

  static std::uint64_t smallest(const OptionWord& option) {
    const bool can_be_none = option.option == Option::proj_size || option.option == Option::parameters ||
                             option.option == Option::pad || option.option == Option::output_padding ||
                             option.option == Option::conv_kernel;
    return can_be_none ? 0 : 1;
  }

  RARE void report_size(const Call& call, const Value& value, const OptionWord& option,
                        const SizeReading& size, std::uint64_t largest) {
    rnn::report_size(model_.problems, Key::layers, value, size, option.spellings.front(), call.name.text,
                     smallest(option), largest);
    if (option.option == Option::num_layers || option.kind == OptionWord::Kind::rate) layer_.flawed = true;
  }

  Whole read_choice(const Argument& argument, const OptionWord& option) {
    const Whole chosen =
        option.option == Option::trainable ? trained_value(argument) : value_of(option, argument.value.text);
    if (!chosen) not_a_choice(argument, option);
    return chosen;
  }

  RARE void not_a_choice(const Argument& argument, const OptionWord& option) {
    const std::span<const std::string_view> choices = offered(option);
    Problem& problem = flaw(argument.value.span, "not_a_choice");
    if (problem.told)
      problem.with("option", option.spellings.front())
          .with("text", argument.value.text)
          .suggest(nearest(argument.value.text, choices))
          .choices.assign(choices.begin(), choices.end());
  }

  /// Those of its choices that the framework has.
  RARE std::span<const std::string_view> offered(const OptionWord& option) const {
    if (model_.framework == nullptr) return option.choices;
    const std::size_t values = offer(*model_.framework, layer_.cell, option.option).values;
    return values == 0 ? option.choices : option.choices.first(values);
  }

  static bool is_trained(const Argument& argument) {
    return names_frozen(argument.name.text) || is_called(argument.name.text, Option::trainable);
  }

  /// As what it says of `trainable`: where it says the opposite, its value has no place of its own.
  RARE void note_trained(const Argument& argument) {
    const OptionWord& trained = word(Option::trainable);
    const Whole value = trained_value(argument);
    const bool turned = value && names_frozen(argument.name.text);
    const std::size_t end = argument.span.end;
    note(trained.spellings.front(), turned ? Value{value_text(trained, *value), {end, end}} : argument.value,
         argument.span);
  }

  /// What is frozen is not trained.
  RARE static Whole trained_value(const Argument& argument) {
    const Whole value = value_of(word(Option::trainable), argument.value.text);
    return value && names_frozen(argument.name.text) ? Whole(1 - *value) : value;
  }

  /// Axes as their choice is written: "[-2, -1]" is "(1,2)", and "[1]" is "1".
  RARE static std::string axes_text(std::string_view text) {
    std::string out(text);
    std::erase_if(out,
                  [](char c) { return std::string_view("()[] \t\n").find(c) != std::string_view::npos; });
    if (out.ends_with(',')) out.pop_back();
    for (const std::string_view both : {"1,2", "1,-1", "-2,2", "-2,-1"})
      if (out == both) return "(1,2)";
    return out;
  }

  /// None where `text` cannot be a value of the option; a rate is no whole number. Flags can be 0 and 1, as
  /// ONNX writes them.
  static Whole value_of(const OptionWord& option, std::string_view text) {
    const std::string axes = option.option == Option::axis ? axes_text(text) : "";
    if (!axes.empty()) text = axes;
    for (std::size_t i = 0; i < option.choices.size(); ++i)
      if (same_word(text, option.choices[i])) return i;
    if ((option.option == Option::mean || option.option == Option::variance) && !text.empty()) return 1;
    const bool flag = option.kind == OptionWord::Kind::flag;
    if (!flag && option.kind != OptionWord::Kind::size) return {};
    return read_size(text, flag ? 0 : smallest(option), flag ? 1 : largest_size).value;
  }

  void read_rate(const Argument& argument, const OptionWord& option) {
    if (is_rate(argument.value.text)) {
      layer_.rate = trimmed(argument.value.text);
      return;
    }
    flaw(argument.value.span, argument.value.text.empty() ? "missing" : "not_a_rate")
        .with("option", option.spellings.front())
        .with("text", argument.value.text);
  }

  /// An option that the framework lacks may only be given the value that it always has there.
  void check_offer(const Call& call, const Argument& argument, const OptionWord& option, Whole& value) {
    if (model_.framework == nullptr || !has_cell(*model_.framework, layer_.cell)) return;
    if (!value || takes(*model_.framework, option, *value)) return;
    const Offer here = offer(*model_.framework, layer_.cell, option.option);
    if (!here.fixed && option.option != Option::merge_mode) {  // it has the option, but not this choice
      value = {};
      return not_a_choice(argument, option);
    }
    const std::uint64_t asked = *value;
    value = here.preset;
    Problem& problem = unsupported(argument.span, option.spellings.front(), argument.value.text, name_here());
    problem.with("name", argument.name.text);
    count_as_others(problem, &option, asked, false);
    problem.fix("remove", value_text(option, asked), Key::layers, cut(call, argument), "");
    value = {};
  }

  /// As the framework calls the layer.
  std::string_view name_here() const {
    const Layout* layout = find_layout(*model_.framework, layer_.cell, layer_.settings);
    return layout == nullptr ? std::string_view(layer_.name) : layout->name;
  }

  bool takes(const Framework& framework, const OptionWord& option, std::uint64_t value) const {
    const Offer there = offer(framework, layer_.cell, option.option);
    return (!there.fixed || value == there.preset) && (there.values == 0 || value < there.values);
  }

  /// Whether a framework has all the options that are asked for by name, with the values that they have
  /// first.
  bool takes_all(const Framework& framework) {
    if (!asked_known_) read_asked();
    Settings there = asked_;
    for (const OptionWord& option : options())
      if (!there[option.option]) there[option.option] = offer(framework, layer_.cell, option.option).preset;
    const Layout* layout = find_layout(framework, layer_.cell, there);
    return std::all_of(options().begin(), options().end(), [&](const OptionWord& option) {
      const Whole& value = asked_[option.option];
      const bool left_out = layout != nullptr && is_left_out(*layout, option, there);
      return !value || (takes(framework, option, *value) && !left_out);
    });
  }

  void read_asked() {
    asked_known_ = true;
    const auto said = said_by(naming_, nullptr);
    for (const OptionWord& option : options()) {
      const std::int8_t value = said[static_cast<std::size_t>(option.option)];
      asked_[option.option] = value == unsaid || option.option == Option::bidirectional
                                  ? Whole()
                                  : Whole(static_cast<std::uint8_t>(value));
    }
    for (const Call* call : {call_, wrapper_}) {
      if (call == nullptr) continue;
      for (const Argument& argument : call->arguments) {
        const OptionWord* option = argument.named() ? find_option(layer_word(), argument.name.text) : nullptr;
        if (option != nullptr && !asked_[option->option])
          asked_[option->option] = value_of(*option, argument.value.text);
      }
    }
  }

  /// The framework has none of that kind of layer.
  void no_such_cell(const Call& call, const LayerWord& layer) {
    Problem& problem = unsupported(call.name.span, {}, call.name.text, layer.names.front());
    if (!layer.surveyed) problem.with("what", "unread");
    count_as_others(problem, nullptr, 0, false);
  }

  /// The framework lacks an option, or the layer, where that is "".
  Problem& unsupported(Span span, std::string_view option, std::string_view text, std::string_view layer) {
    return flaw(span, "unsupported")
        .with("option", option)
        .with("text", text)
        .with("layer", layer)
        .with("framework", model_.framework->id);
  }

  /// Those that have what is missing here: the option with this value, or the layer, or one of its name. The
  /// first few that lack nothing else are offered.
  void count_as_others(Problem& problem, const OptionWord* option, std::uint64_t asked, bool named) {
    constexpr std::size_t most_offered = 3;
    if (!problem.told) return;
    const Span whole{0, query_.fields[Key::framework].text.size()};
    for (const Framework& framework : frameworks()) {
      if (&framework == model_.framework) continue;
      if (named ? !has_name(framework, naming_) : !has_cell(framework, layer_.cell)) continue;
      if (option != nullptr && !takes(framework, *option, asked)) continue;
      problem.frameworks.emplace_back(framework.id);
      if (problem.fixes.size() < most_offered && takes_all(framework))
        problem.fix("count_as", framework.id, Key::framework, whole, framework.id);
    }
  }

  void read_uncounted(const Call& call, const Argument& argument) {
    note(argument);
    if (!argument.named()) return;
    const Argument& first = first_uncounted(call, argument);
    if (&first != &argument) twice(call, argument, nullptr, first.name.text, first.value.text, first.span);
  }

  const Argument& first_uncounted(const Call& call, const Argument& argument) {
    if (uncounted_of_ != &call) {
      uncounted_of_ = &call;
      uncounted_ = first_uncounted_of(call);
    }
    return *named_alike(uncounted_, argument.name.text);
  }

  /// `option`: nullptr for an argument that never counts.
  RARE void twice(const Call& call, const Argument& argument, const OptionWord* option, std::string_view name,
                  std::string_view text, Span place) {
    const auto can_stay = [&](std::string_view value) {
      if (option == nullptr) return !value.empty();
      return option->kind == OptionWord::Kind::rate ? is_rate(value) : value_of(*option, value).has_value();
    };
    Problem& problem = flaw(argument.span, "twice")
                           .with("option", name)
                           .with("first", source(place))
                           .with("text", source(argument.span));
    if (option != nullptr) layer_.settings[option->option] = {};
    if (!problem.told) return;
    // Keep the first one, or keep the second one.
    if (can_stay(text)) problem.fix("use", text, Key::layers, cut(call, argument), "");
    const Argument* first = argument_at(call, place.start);
    if (first != nullptr && can_stay(argument.value.text))
      problem.fix("use", argument.value.text, Key::layers, cut(call, *first), "");
  }

  RARE Problem& unknown_option(const Argument& argument, std::string_view layer) {
    const Value& typed = argument.named() ? argument.name : argument.value;
    note(argument);
    return flaw(typed.span, "unknown_option")
        .with("option", typed.text)
        .with("layer", layer)
        .with("text", typed.text);
  }

  /// The layer takes only so many values without a name.
  RARE void one_too_many(const Call& call, const Argument& argument, std::size_t taken) {
    Problem& problem = unknown_option(argument, call.name.text).with("largest", taken);
    if (problem.told) problem.fix("remove", argument.value.text, Key::layers, cut(call, argument), "");
  }

  void not_a_number(const Argument& argument) {
    flaw(argument.value.span, "not_a_number").with("option", "").with("text", argument.value.text);
  }

  // --- the whole layer
  void check_required(const Call& call, const LayerWord& layer) {
    for (const Option option : layer.options) {
      const bool given = layer_.argument[static_cast<std::size_t>(option)] >= 0;
      if (given || !requires_option(model_.framework, layer, option)) continue;
      layer_.settings[option] = {};
      report_size(call, {"", {call.open, call.open}}, word(option), {{}, "missing", {}, false}, largest_size);
    }
  }

  /// Most frameworks let a projection be as wide as they are asked for; some want it below the units.
  void check_projection(const Call& call) {
    if (model_.framework == nullptr || !offer(*model_.framework, layer_.cell, Option::proj_size).below_units)
      return;
    Whole& projected = layer_.settings[Option::proj_size];
    const Whole units = layer_.settings[Option::units];
    if (!projected || *projected == 0 || !units || *projected < *units) return;
    const int index = layer_.argument[static_cast<std::size_t>(Option::proj_size)];
    const WrittenArgument& written = written_.arguments[static_cast<std::size_t>(index)];
    report_size(call, {written.text, written.span}, word(Option::proj_size), {{}, "too_big", {}, false},
                *units - 1);
    projected = {};
  }

  /// Options that only layers of different names have there.
  void check_together(const Call& call) {
    if (model_.framework == nullptr) return;
    const Layout* layout = find_layout(*model_.framework, layer_.cell, layer_.settings);
    for (const Argument& argument : call.arguments) {
      const OptionWord* option = argument.named() ? find_option(layer_word(), argument.name.text) : nullptr;
      if (layout == nullptr || option == nullptr || !is_left_out(*layout, *option, layer_.settings)) continue;
      const std::uint64_t asked = *layer_.settings[option->option];
      Problem& problem =
          unsupported(argument.span, option->spellings.front(), argument.value.text, layout->name);
      problem.with("name", argument.name.text);
      count_as_others(problem, option, asked, false);
      problem.fix("remove", value_text(*option, asked), Key::layers, cut(call, argument), "");
      layer_.settings[option->option] = {};
    }
  }

  /// A mean is said together with its variance, or both are measured.
  RARE void check_measured(const Call& call) {
    const auto said = [&](Option option) { return layer_.settings[option] != Whole(0); };
    if (said(Option::mean) != said(Option::variance)) conflict("mean", call.span);
  }

  /// Whether an option of the cell itself is asked for, and the layout that applies has none of it.
  static bool is_left_out(const Layout& layout, const OptionWord& option, const Settings& settings) {
    constexpr Option of_cells[] = {Option::proj_size, Option::peepholes, Option::coupled, Option::layer_norm};
    return std::find(std::begin(of_cells), std::end(of_cells), option.option) != std::end(of_cells) &&
           settings[option.option] && *settings[option.option] != 0 && !has_option(layout, option.option);
  }

  /// How directions are merged means nothing where there is only one; those that are not merged are two
  /// tensors, which no further layer of a stack reads.
  void check_merge() {
    const int index = layer_.argument[static_cast<std::size_t>(Option::merge_mode)];
    const bool merged = layer_.settings[Option::merge_mode] != Whole(0);
    if (index < 0 || !merged) return;
    const Span place = written_.arguments[static_cast<std::size_t>(index)].span;
    if (directions(layer_) == Whole(1)) conflict("directions", place);
    const bool apart = layer_.settings[Option::merge_mode] == value(Merge::none);
    if (apart && layer_.settings[Option::num_layers].value_or(1) > 1) conflict("apart", place);
  }

  /// Puts the layer into the model, as often as it is stacked.
  void stack() {
    const std::uint64_t room = most_layers - model_.layers.size();
    std::uint64_t times = layer_.word == nullptr ? 1 : layer_.settings[Option::num_layers].value_or(1);
    if (times > room || (other_way_ && room < 2)) {
      const int index = layer_.argument[static_cast<std::size_t>(Option::num_layers)];
      flaw(index < 0 ? written_.span : written_.arguments[static_cast<std::size_t>(index)].span, "limit")
          .with("what", "layers")
          .with("largest", most_layers);
      times = 1;
    }
    for (layer_.number = 0; layer_.number < times; ++layer_.number) model_.layers.push_back(layer_);
    if (other_way_ && room > 1) model_.layers.push_back(std::move(*other_way_));
  }

  // --- helpers
  /// One that sets no option.
  void note(const Argument& argument) { note_other(argument.name.text, argument); }
  void note_other(std::string_view name, const Argument& argument) {
    if (model_.whole) note(name, argument.value, argument.span);
  }
  void note(std::string_view name, const Value& value) { note(name, value, value.span); }
  void note(std::string_view name, const Value& value, Span span) {
    written_.arguments.push_back({std::string(name), value.text, span, value.span});
  }

  std::string_view source(Span span) const {
    return std::string_view(query_.fields[Key::layers].text).substr(span.start, span.end - span.start);
  }

  /// A number that is missing shows where it is missing; every other problem leaves the layer without a
  /// count.
  Problem& flaw(Span span, const char* code) {
    layer_.flawed = true;
    return model_.problems.report(Key::layers, code, span);
  }

  void conflict(const char* what, Span span) {
    flaw(span, "conflict").with("what", what).with("layer", written_.name).with("text", source(span));
  }

  const Query& query_;
  Model& model_;
  Written written_;
  Layer layer_;
  std::optional<Layer> other_way_;  ///< the layer that reads backwards, where it is another one
  const Call* call_ = nullptr;
  const Call* wrapper_ = nullptr;     ///< the one around it that reads both ways
  const Call* every_step_ = nullptr;  ///< the one that uses it at every step
  Naming naming_;
  std::size_t meant_ = 0;     ///< so many arguments without names mean something
  Said said_{};               ///< what of it is not written again
  bool lacks_named_ = false;  ///< the framework cannot do what the name says
  Settings asked_;
  bool asked_known_ = false;
  const Call* uncounted_of_ = nullptr;  ///< whose first arguments that never count these are
  std::vector<const Argument*> uncounted_;
  // Wrapped layers that were written without brackets.
  Call inner_;
  Call every_inner_;
};

}  // namespace

void read_layer(const Query& query, const Call& item, Model& model) { LayerReader(query, model).read(item); }

RARE bool takes_anything(const LayerWord& layer) {
  switch (layer.does) {
    case Does::keeps: return layer.cell == Cell::passing;
    case Does::enters:
    case Does::images:
    case Does::adds:
    case Does::joins:
    case Does::hides:
    case Does::looks_up: return true;
    default: return false;
  }
}

}  // namespace rnn
