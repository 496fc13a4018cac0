#include "core/arguments.h"

#include <algorithm>
#include <utility>

#include "core/naming.h"
#include "core/rare.h"

namespace rnn {
namespace {

/// Whether a group of a number's digits, with a nought in front, goes on from those before it.
RARE bool is_plain_group(std::string_view before, std::string_view group) {
  const auto all_digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::size_t comma = before.find(',');
  const std::string_view first = before.substr(0, comma);
  const bool starts = all_digits(first) && first.size() <= 3 && first.front() != '0';
  return starts && group.size() == 3 && all_digits(group) &&
         (group.front() == '0' || comma != std::string_view::npos);
}

/// A parameter of a constructor (see LayerWord::takes).
struct Parameter {
  std::string_view name;
  const OptionWord* option;
  bool required = true;
  bool number = false;   ///< it may be one, though it is no option
  bool shifted = false;  ///< one before it has its name
};

std::vector<Parameter> parameters_of(const LayerWord& layer, std::string_view takes) {
  std::vector<Parameter> out;
  while (!takes.empty()) {
    const std::string_view typed = takes.substr(0, takes.find(' '));
    takes.remove_prefix(std::min(typed.size() + 1, takes.size()));
    const std::string_view name = typed.substr(0, typed.find('='));
    out.push_back({name, find_option(layer, name), name.size() == typed.size(), typed.ends_with("=0")});
  }
  return out;
}

bool is_size(const Parameter& parameter) {
  return parameter.option != nullptr && parameter.option->kind != OptionWord::Kind::flag &&
         parameter.option->kind != OptionWord::Kind::choice;
}

/// Whether a number there is one too many: where a word is wanted, or behind an argument that has its name.
bool takes_no_number(const Parameter& parameter) {
  return parameter.option == nullptr && (parameter.shifted || !parameter.number);
}

bool contains(const std::vector<Option>& options, Option option) {
  return std::find(options.begin(), options.end(), option) != options.end();
}

/// More sizes than the constructor takes. Only where no framework has one of its own can a third one be the
/// number of layers.
RARE void read_more_sizes(const LayerWord& layer, std::string_view takes, const std::vector<Option>& named,
                          std::vector<Parameter>& all) {
  std::vector<Parameter> sizes;
  for (const Option option : {Option::input, Option::units, Option::num_layers})
    if (has(layer, option) && !contains(named, option) &&
        (option != Option::num_layers || takes.data() == layer.takes.data()))
      sizes.push_back({word(option).spellings.front(), &word(option)});
  std::erase_if(all, is_size);
  all.insert(all.begin(), sizes.begin(), sizes.end());
}

/// Whether a value stands for a size. Behind a normalisation's bracket −1 is an axis.
bool is_number(const LayerWord& layer, std::string_view text) {
  const bool plain =
      !text.empty() && std::string_view("0123456789([").find(text.front()) != std::string_view::npos;
  return layer.group == Group::normalisation ? plain : !text.empty() && !is_word(text);
}

bool is_flag(std::string_view value) { return same_word(value, "true") || same_word(value, "false"); }

bool ends_sizes(std::string_view value) { return is_activation(value) || is_flag(value); }

/// Whether the layer is built from what it reads and, but for a normalisation, its units.
RARE bool has_input_and_units(const LayerWord& layer) {
  return (layer.recurrent && layer.group == Group::recurrent) || layer.cell == Cell::dense ||
         layer.group == Group::normalisation;
}

bool names_wrapper(std::string_view name) {
  return same_word(name, wrapper_name) || same_word(name, every_step_name);
}

}  // namespace

bool is_wrapper(const Call& call, std::string_view name) {
  return same_word(without_prefix(call.name.text), name);
}

bool holds_layer(const Call& call, std::string_view name) {
  return names_wrapper(without_prefix(call.name.text)) &&
         (same_word(name, "layer") || same_word(name, backward_name));
}

void find_layers(Query& query) {
  for (Call& call : query.calls) {
    const bool wraps = names_wrapper(without_prefix(call.name.text));
    for (Call::Argument& argument : call.arguments) {
      const std::string_view name = without_prefix(argument.value.text);
      const bool called = argument.call >= 0;
      if (wraps ? !argument.named() || holds_layer(call, argument.name.text) : called)
        argument.is_layer = (wraps ? called : names_wrapper(name)) || layer_named(name) != nullptr;
    }
  }
}

const Call* as_call(const Query& query, const Call::Argument& argument, Call& bare) {
  if (argument.call >= 0) return &query.calls[static_cast<std::size_t>(argument.call)];
  bare = {argument.value, argument.span, argument.span.end, false, {}};
  return &bare;
}

bool is_backward(const Call& wrapper, const Call::Argument& argument) {
  return argument.is_layer && same_word(argument.name.text, backward_name) &&
         is_wrapper(wrapper, wrapper_name);
}

bool is_value(const Call::Argument& argument) { return argument.call < 0 || !argument.is_layer; }

bool is_word(std::string_view text) {
  return !text.empty() && lower(text.front()) >= 'a' && lower(text.front()) <= 'z';
}

std::vector<const Call::Argument*> first_uncounted_of(const Call& call) {
  std::vector<const Call::Argument*> out;
  for (const Call::Argument& argument : call.arguments)
    if (may_never_count(argument.name.text) && named_alike(out, argument.name.text) == nullptr)
      out.push_back(&argument);
  return out;
}

const Call::Argument* named_alike(const std::vector<const Call::Argument*>& arguments,
                                  std::string_view name) {
  for (const Call::Argument* argument : arguments)
    if (same_word(argument->name.text, name)) return argument;
  return nullptr;
}

Unnamed unnamed(const LayerWord& layer, const Call& call) {
  Unnamed out;
  for (const Call::Argument& argument : call.arguments) {
    const OptionWord* option = argument.named() ? find_option(layer, argument.name.text) : nullptr;
    if (option != nullptr)
      out.named.push_back(option->option);
    else if (!argument.named() && is_value(argument))
      out.values.emplace_back(argument.value.text);
  }
  return out;
}

std::vector<std::string_view> meanings(const LayerWord& layer, std::string_view takes,
                                       const Unnamed& unnamed) {
  std::vector<Parameter> all;
  bool shifted = false;
  bool takes_input = layer.group == Group::normalisation && !takes.empty();  // or an axis, which is none
  for (Parameter one : parameters_of(layer, takes)) {
    const bool is_named = one.option != nullptr && contains(unnamed.named, one.option->option);
    one.shifted = shifted;
    takes_input = takes_input || (one.option != nullptr && one.option->option == Option::input);
    shifted = shifted || is_named;
    if (!is_named) all.push_back(one);
  }
  // Sizes come first; a name may stand for the first one where a number is behind it.
  const std::vector<std::string_view>& values = unnamed.values;
  std::size_t numbers = 0;
  if (values.size() > 1 && is_word(values[0]) && !ends_sizes(values[0]) && is_number(layer, values[1]))
    numbers = 1;
  while (numbers < values.size() && is_number(layer, values[numbers])) ++numbers;
  const auto sizes =
      static_cast<std::size_t>(std::find_if_not(all.begin(), all.end(), is_size) - all.begin());
  auto required = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const Parameter& one) { return one.required; }));
  const bool says_input = contains(unnamed.named, Option::input) || takes_input;
  if (numbers > sizes && has_input_and_units(layer) && !says_input)
    read_more_sizes(layer, takes, unnamed.named, all);
  else
    for (const Option spared : {Option::num_layers, Option::input})
      if (unnamed.values.size() < required)
        required -= std::erase_if(all, [&](const Parameter& one) {
          return one.required && one.option != nullptr && one.option->option == spared;
        });
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < unnamed.values.size(); ++i) {
    const bool is_function = i > 0 && is_activation(unnamed.values[i]);
    const bool lost = i < all.size() && is_number(layer, unnamed.values[i]) && takes_no_number(all[i]);
    // True and False are no function.
    const bool stray = i < all.size() && all[i].name.ends_with("activation") && is_flag(unnamed.values[i]);
    const bool place = i < all.size() && !lost && !stray && !(is_function && is_size(all[i]));
    out.push_back(place ? all[i].name : is_function ? "activation" : std::string_view());
  }
  return out;
}

std::vector<Option> sizes_taken(const LayerWord& layer, std::string_view takes) {
  std::vector<Option> out;
  for (const Parameter& one : parameters_of(layer, takes))
    if (is_size(one)) out.push_back(one.option->option);
  return out;
}

RARE bool stores_otherwise(const LayerWord& layer, std::string_view name, std::string_view value) {
  return layer.cell == Cell::locally_connected_1d && same_word(name, "implementation") && value != "1";
}

void join_groups(Query& query, std::string_view layers) {
  for (Call& call : query.calls) {
    if (call.arguments.size() < 2) continue;
    const LayerWord* layer = layer_named(call.name.text);
    if (layer == nullptr) continue;
    std::size_t taken = sizes_taken(*layer, layer->takes).size();
    Unnamed all = unnamed(*layer, call);
    if (contains(all.named, Option::units) && taken > 0) --taken;
    std::size_t numbers = 0;
    for (const std::string_view value : all.values) numbers += is_number(*layer, value) ? 1U : 0U;
    const auto too_many = [&] { return numbers > taken; };
    std::size_t last = 0;  // of those that stay
    for (std::size_t i = 1; i < call.arguments.size(); ++i) {
      Call::Argument& number = call.arguments[last];
      Call::Argument& group = call.arguments[i];
      const bool together = group.value.span.start == number.value.span.end + 1 &&
                            layers[number.value.span.end] == ',' && !group.named() && group.call < 0;
      // "000" is no size, and "024" is one only where there is room for it.
      const bool is_group = together && is_plain_group(number.value.text, group.value.text) &&
                            (group.value.text == "000" || too_many());
      if (is_group) {
        number.value.text.append(",").append(group.value.text);
        number.value.span.end = number.span.end = group.span.end;
        --numbers;
      } else if (++last != i) {
        call.arguments[last] = std::move(group);
      }
    }
    call.arguments.erase(call.arguments.begin() + static_cast<std::ptrdiff_t>(last + 1),
                         call.arguments.end());
  }
}

}  // namespace rnn
