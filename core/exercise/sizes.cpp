#include "core/exercise/sizes.h"

#include <algorithm>
#include <optional>

#include "core/numbers.h"

namespace rnn {
namespace {

std::optional<SizeRole> role_of(Option option, bool tied) {
  switch (option) {
    case Option::units: return tied ? SizeRole::vocabulary : SizeRole::units;
    case Option::vocabulary: return SizeRole::vocabulary;
    case Option::input: return SizeRole::input;
    case Option::proj_size: return SizeRole::projection;
    default: return {};
  }
}

}  // namespace

Sized::Sized(std::string_view query, Alike alike)
    : query_(parse(query)), model_(counted(query_, framework_of(query_))) {
  find_places();
  join(alike);
}

void Sized::find_places() {
  note(SizeRole::input, query_.fields[Key::input].text, Key::input);
  note(SizeRole::steps, query_.fields[Key::timesteps].text, Key::timesteps);
  for (std::size_t i = 0; i < model_.written.size(); ++i) {
    const Written& written = model_.written[i];
    if (written.layer == nullptr) continue;
    const bool tied = std::any_of(model_.layers.begin(), model_.layers.end(),
                                  [&](const Layer& layer) { return layer.origin == i && layer.tied >= 0; });
    for (const WrittenArgument& argument : written.arguments) {
      const OptionWord* option = find_option(*written.layer, argument.name);
      const std::optional<SizeRole> role = option == nullptr ? std::nullopt : role_of(option->option, tied);
      if (!role) continue;
      for (std::size_t call = 0; call < query_.calls.size(); ++call)
        for (std::size_t at = 0; at < query_.calls[call].arguments.size(); ++at) {
          const Value& value = query_.calls[call].arguments[at].value;
          if (value.span.start == argument.value.start && value.span.end == argument.value.end)
            note(*role, value.text, Key::layers, call, at);
        }
    }
  }
}

/// A size of 1 is no number that another one could stand for: one unit, one feature.
void Sized::note(SizeRole role, const std::string& text, Key key, std::size_t call, std::size_t argument) {
  const Whole value = read_size(text, 2, largest_size).value;
  if (value) places_.push_back({role, *value, 0, key, call, argument});
}

void Sized::join(Alike alike) {
  for (Place& place : places_) {
    const auto equal = [&](const auto& other) {
      return other.role == place.role && other.value == place.value;
    };
    const bool apart = alike == Alike::two_apart && place.role == SizeRole::units &&
                       std::count_if(places_.begin(), places_.end(), equal) == 2;
    const auto known = apart ? sizes_.end() : std::find_if(sizes_.begin(), sizes_.end(), equal);
    place.size = static_cast<std::size_t>(known - sizes_.begin());
    if (known == sizes_.end()) sizes_.push_back({place.role, place.value});
  }
}

Model Sized::with(const std::vector<std::uint64_t>& values) const {
  Query query = query_;
  for (const Place& place : places_) {
    std::string& text = place.key == Key::layers
                            ? query.calls[place.call].arguments[place.argument].value.text
                            : query.fields[place.key].text;
    text = digits(values[place.size]);
  }
  return counted(query, framework_of(query));
}

}  // namespace rnn
