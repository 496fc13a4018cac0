#include "core/arguments.h"

#include <algorithm>
#include <utility>

#include "core/naming.h"

namespace rnn {
namespace {

/// Whether a group of a number's digits, with a nought in front, goes on from those before it.
bool is_plain_group(std::string_view before, std::string_view group) {
  const auto all_digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::size_t comma = before.find(',');
  const std::string_view first = before.substr(0, comma);
  const bool starts = all_digits(first) && first.size() <= 3 && first.front() != '0';
  return starts && group.size() == 3 && all_digits(group) &&
         (group.front() == '0' || comma != std::string_view::npos);
}

/// The arguments of a layer that have no names.
struct Counted {
  std::size_t all = 0;
  std::size_t last_words = 0;  ///< the last ones, which are words
  bool units_named = false;

  /// Those of them that stand for sizes, where the layer takes so many: words behind them do not count.
  std::size_t unnamed(std::size_t taken) const {
    return all - std::min(last_words, all > taken ? all - taken : 0);
  }
};

Counted count_unnamed(const LayerWord& layer, const Call& call) {
  Counted out;
  for (const Call::Argument& argument : call.arguments) {
    if (argument.named()) {
      const OptionWord* option = find_option(layer, argument.name.text);
      out.units_named = out.units_named || (option != nullptr && option->option == Option::units);
      continue;
    }
    ++out.all;
    out.last_words = argument.call < 0 && is_word(argument.value.text) ? out.last_words + 1 : 0;
  }
  return out;
}

}  // namespace

bool is_wrapper(const Call& call, std::string_view name) {
  return same_word(without_prefix(call.name.text), name);
}

void find_layers(Query& query) {
  const auto names_wrapper = [](std::string_view name) {
    return same_word(name, wrapper_name) || same_word(name, every_step_name);
  };
  for (Call& call : query.calls) {
    const bool wraps = names_wrapper(without_prefix(call.name.text));
    for (Call::Argument& argument : call.arguments) {
      const std::string_view name = without_prefix(argument.value.text);
      const bool called = argument.call >= 0;
      if (wraps ? !argument.named() : called)
        argument.is_layer = (wraps ? called : names_wrapper(name)) || layer_named(name) != nullptr;
    }
  }
}

const Call* as_call(const Query& query, const Call::Argument& argument, Call& bare) {
  if (argument.call >= 0) return &query.calls[static_cast<std::size_t>(argument.call)];
  bare = {argument.value, argument.span, argument.span.end, false, {}};
  return &bare;
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

Unnamed unnamed(const LayerWord& layer, const Call& call, bool units_first) {
  const Counted counted = count_unnamed(layer, call);
  return {counted.unnamed(layer.positional.size()), counted.units_named, units_first};
}

std::string_view positional_name(const LayerWord& layer, std::size_t place, const Unnamed& all) {
  if (place >= all.count) return {};
  const std::span<const Option> known = layer.positional;
  const bool takes_units = known.empty() || known.front() == Option::units;
  const bool too_many = all.count > known.size() && (known.empty() || !all.units_first);
  const bool input_first = takes_units && (too_many || all.units_named);
  if (input_first && place == 0) return name(Key::input);
  if (input_first) --place;
  if (place < known.size()) return word(known[place]).spellings.front();
  const bool stacked = input_first && place == 1 && layer.recurrent;
  return stacked ? word(Option::num_layers).spellings.front() : std::string_view();
}

void join_groups(Query& query, std::string_view layers) {
  for (Call& call : query.calls) {
    if (call.arguments.size() < 2) continue;
    const LayerWord* layer = layer_named(call.name.text);
    if (layer == nullptr) continue;
    Counted counted = count_unnamed(*layer, call);
    const std::size_t taken = counted.units_named && !layer->positional.empty() ? 1 : 0;
    const auto too_many = [&] {
      return counted.unnamed(layer->positional.size()) > layer->positional.size() - taken;
    };
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
        --counted.all;
      } else if (++last != i) {
        call.arguments[last] = std::move(group);
      }
    }
    call.arguments.erase(call.arguments.begin() + static_cast<std::ptrdiff_t>(last + 1),
                         call.arguments.end());
  }
}

}  // namespace rnn
