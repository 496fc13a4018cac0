#include "core/read/compose.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/arguments.h"
#include "core/canonical.h"
#include "core/count.h"
#include "core/read/pieces.h"

namespace rnn {
namespace {

/// Where an argument stands in the text of the layers that is written here.
struct Place {
  std::size_t at = 0;  ///< of its value
  std::size_t layer = 0;
  const FoundArgument* argument = nullptr;
};

/// A value as the query language takes it: numbers, words and shapes as they are, anything else in quotes.
std::string value_text(std::string_view text) {
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("_.+-").find(c) != std::string_view::npos;
  };
  const bool shape = !text.empty() && (text.front() == '(' || text.front() == '[');
  if (shape || std::all_of(text.begin(), text.end(), plain)) return std::string(text);
  std::string out = "'";
  for (const char c : text)
    if (c != '\'' && static_cast<unsigned char>(c) >= ' ') out += c;
  return out + "'";
}

/// The layers as text, and where each argument stands in it.
class LayersText {
 public:
  /// A value that is asked for is 1 as long as its argument's name is not known.
  explicit LayersText(const std::vector<FoundLayer>& layers) {
    for (std::size_t i = 0; i < layers.size(); ++i) add(layers[i], i);
  }

  const std::string& text() const { return text_; }
  const std::vector<Place>& places() const { return places_; }

 private:
  void add(const FoundLayer& layer, std::size_t index) {
    if (index > 0) text_ += ", ";
    for (const FoundCall& call : layer.calls) text_ += call.name + "(";
    first_ = true;
    for (std::size_t i = layer.calls.size(); i-- > 0;) {
      for (const FoundArgument& argument : layer.calls[i].arguments) add(argument, index);
      if (i + 1 == layer.calls.size()) add_width(layer);
      text_ += ')';
      first_ = false;
    }
  }

  void add(const FoundArgument& argument, std::size_t layer) {
    if (!first_) text_ += ", ";
    first_ = false;
    if (!argument.name.empty()) text_ += argument.name + "=";
    places_.push_back({text_.size(), layer, &argument});
    text_ += !argument.value.asked.empty()    ? "1"
             : argument.name == backward_name ? argument.value.text
                                              : value_text(argument.value.text);
  }

  void add_width(const FoundLayer& layer) {
    if (layer.reads.empty()) return;
    text_.append(first_ ? "" : ", ").append("input_dim=").append(layer.reads);
    first_ = false;
  }

  std::string text_;
  std::vector<Place> places_;
  bool first_ = true;
};

std::string query_text(const Found& found, const std::string& layers) {
  std::string out = "framework=" + encoded(found.framework);
  if (!found.input.text.empty()) out += "&input=" + encoded(found.input.text);
  if (!found.timesteps.text.empty()) out += "&timesteps=" + encoded(found.timesteps.text);
  return out + "&layers=" + encoded(layers);
}

/// A model that was found, as the query language reads it.
struct Composed {
  LayersText layers;
  Query query;
  Model model;

  explicit Composed(const Found& found)
      : layers(found.layers),
        query(parse(query_text(found, layers.text()))),
        model(counted(query, framework_of(query))) {}

  /// The argument as it was understood; nullptr where it was not.
  const WrittenArgument* written(const Place& place) const {
    if (place.layer >= model.written.size()) return nullptr;
    const std::vector<WrittenArgument>& all = model.written[place.layer].arguments;
    const auto it = std::find_if(all.begin(), all.end(),
                                 [&](const WrittenArgument& one) { return one.value.start == place.at; });
    return it == all.end() ? nullptr : &*it;
  }
};

/// Whether it is an argument that says the sizes of what comes in.
bool says_shape(std::string_view name) { return name.ends_with("shape") && !name.starts_with("target"); }

/// What became of an argument.
TextPiece::Kind kind_of(const Composed& composed, const Place& place, const WrittenArgument& written) {
  const Model& model = composed.model;
  const LayerWord* word = model.written[place.layer].layer;
  if (word == nullptr) return TextPiece::Kind::unknown;
  const OptionWord* option = find_option(*word, written.name);
  if (written.name == backward_name) return TextPiece::Kind::layer;
  if (option == nullptr && says_shape(written.name)) return TextPiece::Kind::size;
  const auto layer = std::find_if(model.layers.begin(), model.layers.end(),
                                  [&](const Layer& one) { return one.origin == place.layer; });
  if (option == nullptr && written.name != name(Key::input)) {
    const bool flaw =
        layer != model.layers.end() && layer->flawed &&
        (!never_counts(written.name, written.text) || stores_otherwise(*word, written.name, written.text));
    return flaw ? TextPiece::Kind::unknown : TextPiece::Kind::ignored;
  }
  const bool known = option != nullptr && layer != model.layers.end() && model.framework != nullptr;
  if (known && moves_idle_steps(*layer, option->option, *model.framework)) return TextPiece::Kind::ignored;
  const bool number =
      option == nullptr || option->kind == OptionWord::Kind::size || option->kind == OptionWord::Kind::tuple;
  return number ? TextPiece::Kind::size : TextPiece::Kind::layer;
}

class Composer {
 public:
  Composer(std::string_view text, const Found& found) : text_(text), found_(found), pieces_(text) {}

  void left(const std::vector<Left>& left, TextPiece::Kind kind) {
    for (const Left& one : left) pieces_.put({one.span, kind, -1, one.code, one.args});
  }

  void put(const Composed& composed) {
    value(found_.input, 0, TextPiece::Kind::size);
    value(found_.timesteps, 0, TextPiece::Kind::size);
    for (std::size_t i = 0; i < found_.layers.size(); ++i) {
      for (const FoundCall& call : found_.layers[i].calls) brackets(call, i, is_idle(composed, i, call));
      for (const Span& span : found_.layers[i].also) put(span, TextPiece::Kind::layer, i);
      for (const Span& span : found_.layers[i].sizes) put(span, TextPiece::Kind::size, i);
    }
    // Several arguments may be said by one place, `**settings`: it is the first layer's.
    const std::vector<Place>& places = composed.layers.places();
    for (const bool counts : {false, true})
      std::for_each(places.rbegin(), places.rend(),
                    [&](const Place& place) { argument(composed, place, counts); });
  }

  std::vector<TextPiece> take() const { return pieces_.take(); }

 private:
  void put(Span span, TextPiece::Kind kind, std::size_t layer) {
    if (span.start < span.end) pieces_.put({span, kind, static_cast<int>(layer), "", {}});
  }

  /// A wrapper that uses its layer at every step changes nothing about most layers.
  bool is_idle(const Composed& composed, std::size_t layer, const FoundCall& call) const {
    const Model& model = composed.model;
    if (&call == &found_.layers[layer].calls.back() || !same_word(without_prefix(call.name), every_step_name))
      return false;
    const LayerWord* word = layer < model.written.size() ? model.written[layer].layer : nullptr;
    return word != nullptr && (word->does == Does::stores || word->does == Does::keeps);
  }

  void brackets(const FoundCall& call, std::size_t layer, bool idle) {
    if (idle) {
      pieces_.put({call.name_span,
                   TextPiece::Kind::ignored,
                   static_cast<int>(layer),
                   "uncounted",
                   {{"name", call.name}}});
      return;
    }
    Span opening = call.name_span;
    while (opening.end < call.span.end && text_[opening.end] == ' ') ++opening.end;
    const bool open = opening.end < call.span.end && text_[opening.end] == '(';
    if (!open) return put(call.name_span, TextPiece::Kind::layer, layer);
    ++opening.end;
    put(opening, TextPiece::Kind::layer, layer);
    const bool own = call.closing.end == 0;
    put(own ? Span{call.span.end - 1, call.span.end} : call.closing, TextPiece::Kind::layer, layer);
  }

  void value(const FoundValue& value, std::size_t layer, TextPiece::Kind kind) {
    put(value.span, kind, layer);
    for (const Span& span : value.from) put(span, kind, layer);
  }

  void argument(const Composed& composed, const Place& place, bool counts) {
    const FoundArgument& argument = *place.argument;
    const WrittenArgument* written = composed.written(place);
    const bool named = argument.name_span.start < argument.name_span.end;
    const Span whole = {named ? argument.name_span.start : argument.value.span.start,
                        argument.value.span.end};
    const TextPiece::Kind kind =
        written == nullptr ? TextPiece::Kind::unknown : kind_of(composed, place, *written);
    if (counts != (kind != TextPiece::Kind::unknown && kind != TextPiece::Kind::ignored)) return;
    if (kind == TextPiece::Kind::unknown)
      return pieces_.put({whole, kind, static_cast<int>(place.layer), "argument", {}});
    if (kind == TextPiece::Kind::ignored)
      return pieces_.put(
          {whole, kind, static_cast<int>(place.layer), "uncounted", {{"name", std::string(written->name)}}});
    value(argument.value, place.layer, kind);
    put(whole, kind, place.layer);
  }

  std::string_view text_;
  const Found& found_;
  Pieces pieces_;
};

/// The layers with a name in front of each value that is asked for, and nothing for the value.
std::string with_gaps(const Composed& composed) {
  std::string out;
  std::size_t done = 0;
  const std::string& text = composed.layers.text();
  for (const Place& place : composed.layers.places()) {
    if (place.argument->value.asked.empty()) continue;
    const WrittenArgument* written = composed.written(place);
    out += text.substr(done, place.at - done);
    if (place.argument->name.empty()) out += (written == nullptr ? "units" : written->name) + "=";
    done = place.at + 1;
  }
  return out + text.substr(done);
}

bool asks(const Found& found, const Composed& composed) {
  const std::vector<Place>& places = composed.layers.places();
  return !found.input.asked.empty() || std::any_of(places.begin(), places.end(), [](const Place& place) {
    return !place.argument->value.asked.empty();
  });
}

/// The model without the arguments that have no effect, but for those that others stand behind by their
/// place.
Found without_ignored(const Found& found, const Composed& composed) {
  Found out = found;
  const std::vector<Place>& places = composed.layers.places();
  std::set<const FoundArgument*> ignored;
  for (const Place& place : places) {
    const WrittenArgument* written = composed.written(place);
    if (written != nullptr && kind_of(composed, place, *written) == TextPiece::Kind::ignored)
      ignored.insert(place.argument);
  }
  for (std::size_t i = 0; i < out.layers.size(); ++i)
    for (std::size_t c = 0; c < out.layers[i].calls.size(); ++c) {
      const std::vector<FoundArgument>& all = found.layers[i].calls[c].arguments;
      std::vector<FoundArgument>& kept = out.layers[i].calls[c].arguments;
      bool needed = false;  // by an argument behind it
      for (std::size_t a = all.size(); a-- > 0;) {
        const bool goes = ignored.count(&all[a]) > 0 && !(needed && all[a].name.empty());
        if (goes)
          kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(a));
        else
          needed = needed || all[a].name.empty();
      }
    }
  return out;
}

std::string query_of(const Found& found, const Composed& composed) {
  const bool asked = asks(found, composed);
  if (!asked && composed.model.problems.empty()) return canonical(composed.model);
  const Found kept = without_ignored(found, composed);
  const Composed shorter(kept);
  return query_text(kept, asked ? with_gaps(shorter) : shorter.layers.text());
}

void ask(const FoundValue& value, TextReading& out) {
  if (value.asked.empty()) return;
  const bool known = std::any_of(out.questions.begin(), out.questions.end(),
                                 [&](const Question& one) { return one.name == value.asked; });
  if (!known) out.questions.push_back({value.asked, value.span});
}

/// Whether something of the program's own, of which nothing is known, stands between two layers.
bool has_between(const Found& found, std::size_t before, std::size_t layer) {
  const auto start = [&](std::size_t index) { return found.layers[index].calls.front().span.start; };
  return std::any_of(found.unknown.begin(), found.unknown.end(), [&](const Left& one) {
    return one.code == "own_class" && start(before) < one.span.start && one.span.start < start(layer);
  });
}

/// Whether a layer of which nothing but its place is known may well read something else than the layer before
/// it: the same as that one, where both are of a kind; what several layers hand on, side by side; or all time
/// steps at once.
bool may_read_other(const Model& model, std::vector<Layer>::const_iterator layer) {
  const auto before = std::prev(layer);
  const Whole& says = layer->input;
  if (!says) return false;
  const bool states = before->said || before == model.layers.begin();
  if (before->word == layer->word && before->input == says && states) return true;
  Whole sum = before->passed.width;
  for (auto one = before; sum && *sum < *says && one != model.layers.begin();) {
    if (one->begins) break;
    --one;
    sum = add(sum, one->passed.width);
    if (sum == says) return true;
  }
  constexpr std::uint64_t fewest_steps = 3;
  const Whole& comes = before->passed.width;
  return comes && *comes > 1 && layer->word != nullptr && layer->word->cell == Cell::dense &&
         *says % *comes == 0 && *says / *comes >= fewest_steps;
}

/// A layer that says it reads another width than what the one before it hands on.
void check_widths(const Found& found, const Composed& composed, TextReading& out) {
  const Model& model = composed.model;
  for (const Place& place : composed.layers.places()) {
    const WrittenArgument* written = composed.written(place);
    if (!place.argument->value.asked.empty()) continue;
    if (written == nullptr || written->name != word(Option::input).spellings.front()) continue;
    const auto layer = std::find_if(model.layers.begin(), model.layers.end(),
                                    [&](const Layer& one) { return one.origin == place.layer; });
    if (layer == model.layers.begin() || layer == model.layers.end()) continue;
    const int follows = found.layers[place.layer].follows;
    if (follows == FoundLayer::unknown) continue;
    auto source = std::prev(layer);
    if (follows >= 0) {
      const auto behind = std::find_if(model.layers.rbegin(), model.layers.rend(), [&](const Layer& one) {
        return one.origin == static_cast<std::size_t>(follows);
      });
      if (behind == model.layers.rend()) continue;
      source = std::prev(behind.base());
    }
    const Whole comes = source->passed.width;
    if (!layer->said || layer->begins || !comes || comes == layer->input) continue;
    if (has_between(found, source->origin, place.layer)) continue;
    if (follows < 0 && may_read_other(model, layer)) continue;
    out.problems.push_back({"reads_other",
                            place.argument->value.span,
                            {{"layer", layer->name},
                             {"position", std::to_string(layer - model.layers.begin() + 1)},
                             {"says", digits(layer->input)},
                             {"comes", digits(comes)}}});
  }
}

void add_choices(const Found& found, TextReading& out) {
  for (const FoundChoice& choice : found.choices) {
    if (out.choices.size() == most_choices) {
      ++out.more_choices;
      continue;
    }
    Found other = found;
    other.layers[choice.layer] = choice.instead;
    if (!choice.input.empty()) other.input.text = choice.input;
    out.choices.push_back(
        {query_of(other, Composed(other)), static_cast<int>(choice.layer), choice.code, choice.args});
  }
}

void add_models(const std::vector<Found>& found, TextReading& out) {
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (out.choices.size() == most_choices) {
      ++out.more_choices;
      continue;
    }
    out.choices.push_back({query_of(found[i], Composed(found[i])),
                           -1,
                           found[i].differs.empty() ? "another_model" : found[i].differs,
                           {{"name", found[i].name}, {"first", found.front().name}}});
  }
}

/// The layers of another model are left, and so is all that they hang on.
void leave(const Found& other, std::vector<Left>& left) {
  for (const FoundLayer& layer : other.layers)
    left.push_back({layer.calls.front().span, "another_model", {{"name", other.name}}});
}

/// Each once: a program's line may be gone through on several ways.
std::vector<TextProblem> each_once(const std::vector<TextProblem>& problems) {
  std::vector<TextProblem> out;
  std::set<std::string> seen;
  for (const TextProblem& problem : problems) {
    std::string whole(problem.code);
    whole += "|" + std::to_string(problem.span.start) + "|" + std::to_string(problem.span.end);
    for (const Detail& detail : problem.details)
      whole.append("|").append(detail.name).append("|").append(detail.text);
    if (seen.insert(std::move(whole)).second) out.push_back(problem);
  }
  return out;
}

}  // namespace

std::string encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ') {
      out += '+';
    } else if (byte > ' ' && byte < 0x7F && std::string_view("%&+#").find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += hex[byte >> 4U];
      out += hex[byte & 15U];
    }
  }
  return out;
}

Model model_of(const Found& found) {
  const LayersText layers(found.layers);
  const Query query = parse(query_text(found, layers.text()));
  return read_model(query, framework_of(query));
}

Whole count_of(const Found& found) { return Composed(found).model.total; }

TextReading compose(std::string_view text, Form form, const std::vector<Found>& found, bool whole) {
  TextReading out;
  out.form = form;
  if (found.empty() || found.front().layers.empty()) {
    out.form = Form::none;
    const Found nothing;
    Composer composer(text, nothing);
    if (!found.empty()) {
      composer.left(found.front().left, TextPiece::Kind::ignored);
      composer.left(found.front().unknown, TextPiece::Kind::unknown);
      out.problems = each_once(found.front().problems);
    }
    out.pieces = composer.take();
    return out;
  }
  const Found& first = found.front();
  const Composed composed(first);
  out.framework = first.framework;
  out.query = query_of(first, composed);
  out.problems = each_once(first.problems);
  out.printed = first.printed;
  ask(first.input, out);
  for (const FoundLayer& layer : first.layers)
    for (const FoundCall& call : layer.calls)
      for (const FoundArgument& argument : call.arguments) ask(argument.value, out);
  if (!whole) return out;
  std::vector<Left> left = first.left;
  for (std::size_t i = 1; i < found.size(); ++i) leave(found[i], left);
  Composer composer(text, first);
  composer.left(left, TextPiece::Kind::ignored);
  composer.left(first.unknown, TextPiece::Kind::unknown);
  composer.put(composed);
  out.pieces = composer.take();
  if (form == Form::python) check_widths(first, composed, out);
  add_choices(first, out);
  add_models(found, out);
  return out;
}

}  // namespace rnn
