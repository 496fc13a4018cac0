#include "core/read/keras_config.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/arguments.h"
#include "core/layer_reading.h"
#include "core/naming.h"

namespace rnn {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view shape_names[] = {"batch_input_shape", "batch_shape", "input_shape"};

struct Reason {
  std::string_view name;
  std::string_view code;
};
constexpr Reason reasons[] = {
    {"keras_version", "version"},
    {"backend", "version"},
    {"format", "version"},
    {"generatedBy", "version"},
    {"convertedBy", "version"},
    {"tensorflow_version", "version"},
    {"date_saved", "version"},
    {"module", "version"},
    {"registered_name", "version"},
    {"shared_object_id", "version"},
    {"name", "name"},
    {"_name", "name"},
    {"dtype", "dtype"},
    {"dtype_policy", "dtype"},
    {"input_dtype", "dtype"},
    {"weightsManifest", "weights_list"},
    {"weights", "weights_list"},
    {"weightSpecs", "weights_list"},
    {"weightData", "weights_list"},
    {"training_config", "training"},
    {"trainingConfig", "training"},
    {"compile_config", "training"},
    {"optimizer_config", "training"},
    {"optimizer", "training"},
    {"loss", "training"},
    {"metrics", "training"},
    {"sample_weight_mode", "training"},
    {"loss_weights", "training"},
    {"build_config", "built"},
    {"build_input_shape", "built"},
    {"attention_axes", "uncounted"},
    {"virtual_batch_size", "uncounted"},
    {"renorm_momentum", "uncounted"},
    {"query_shape", "built"},
    {"key_shape", "built"},
    {"value_shape", "built"},
    {"userDefinedMetadata", "version"},
    {"signature", "version"},
    {"input_layers", "wiring"},
    {"output_layers", "wiring"},
    {"inbound_nodes", "wiring"},
};

/// What is no part of the layer's shapes, by the end of its name.
bool is_initializer(std::string_view name) {
  for (const std::string_view ending : {"_initializer", "_regularizer", "_constraint"})
    if (name.ends_with(ending)) return true;
  return false;
}

bool is_none(const JsonValue& value) {
  return value.kind == Kind::nothing || same_word(value.text, "null") || same_word(value.text, "None");
}

bool is_true(const JsonValue& value) { return value.kind == Kind::word && same_word(value.text, "true"); }
bool is_false(const JsonValue& value) { return value.kind == Kind::word && same_word(value.text, "false"); }

/// "32.0" is 32.
std::string number_of(std::string_view text) {
  std::size_t end = text.size();
  if (text.find('.') != std::string_view::npos && text.find_first_not_of("0123456789.-") == text.npos)
    while (end > 0 && (text[end - 1] == '0' || text[end - 1] == '.'))
      if (text[--end] == '.') break;
  const bool whole = end < text.size() && text[end] == '.' && end > 0;
  return std::string(whole ? text.substr(0, end) : text);
}

/// The value in the words of the query language; "" where it has none.
std::string value_of(const JsonText& json, std::size_t at) {
  const JsonValue& value = json[at];
  if (value.kind == Kind::list || value.kind == Kind::object) return tuple_of(json, at);
  if (value.kind == Kind::text) return std::string(value.text);
  std::string out = number_of(value.text);
  if (same_word(out, "true") || same_word(out, "false"))
    std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

/// A name of an older release, or of one of its two implementations, for the layer's own.
std::string layer_name(std::string_view text) {
  for (const std::string_view function : {"TensorFlowOpLayer", "TFOpLambda", "SlicingOpLambda"})
    if (text == function) return "Lambda";  // a function of TensorFlow, which stores nothing
  std::string out;
  for (const char c : text) {
    const bool plain = (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    out += plain ? c : '_';
  }
  for (const std::string_view ending : {"V1", "V2"}) {
    const std::string_view plain =
        std::string_view(out).substr(0, out.size() - std::min<std::size_t>(2, out.size()));
    if (out.ends_with(ending) && layer_named(out) == nullptr && layer_named(plain) != nullptr)
      return std::string(plain);
  }
  for (const std::string_view unified : {"UnifiedLSTM", "UnifiedGRU"})
    if (out == unified) return out.substr(7);
  return out.empty() ? "Layer" : out;
}

/// The layer that is made of the cell.
std::string cell_name(std::string_view text) {
  const std::string_view plain = text.substr(0, text.size() - std::min<std::size_t>(4, text.size()));
  const bool known = plain == "LSTM" || plain == "GRU" || plain == "SimpleRNN" || plain == "ConvLSTM2D";
  return text.ends_with("Cell") && known ? std::string(plain) : layer_name(text);
}

bool is_stack(const JsonText& json, std::size_t object) {
  return class_of(json, object) == "StackedRNNCells" &&
         json.list(config_of(json, object), "cells") != JsonText::none;
}

/// Reads the layers of one object.
class LayerReader {
 public:
  LayerReader(const KerasText& text, KerasLayer& out) : text_(text), json_(text.json), out_(out) {}

  void read(std::size_t object, const std::vector<FoundCall>& around) {
    std::vector<FoundCall> calls = around;
    std::vector<Span> also;
    bool is_cell = false;
    for (std::size_t inner = inner_of(json_, object); inner != JsonText::none;
         object = inner, inner = inner_of(json_, object)) {
      also.push_back(json_[inner].key);
      if (is_cell_of(object, inner)) {
        append(also, frame_of(json_, object));
        also.push_back(class_span(object));
        read_arguments(object, nullptr, nullptr);
        sequences_ = json_.member(config_of(json_, object), "return_sequences");
        is_cell = true;
      } else {
        calls.push_back(read_wrapper(object));
        append(also, brackets_of(object));
      }
    }
    if (!is_stack(json_, object)) return add(object, std::move(calls), std::move(also), is_cell);
    append(also, frame_of(json_, object));
    also.push_back(class_span(object));
    read_arguments(object, nullptr, nullptr);
    add_stack(object, calls, also);
  }

  FoundCall read_wrapper(std::size_t object) {
    FoundCall call = call_of(object, layer_name(class_of(json_, object)));
    read_arguments(object, nullptr, &call);
    return call;
  }

 private:
  /// Bidirectional's two directions each read the one before them in their own.
  void add_stack(std::size_t object, const std::vector<FoundCall>& calls, std::vector<Span> also) {
    const bool both = std::any_of(calls.begin(), calls.end(),
                                  [](const FoundCall& call) { return call.name == wrapper_name; });
    std::string before;
    const std::size_t cells = json_.list(config_of(json_, object), "cells");
    also.push_back({json_.whole(cells).start, json_[cells].span.start + 1});
    for (const std::size_t cell : json_.items(cells)) {
      if (class_of(json_, cell).empty()) continue;
      add(cell, calls, std::exchange(also, {}), true);
      const std::size_t units = json_.member(config_of(json_, cell), "units");
      if (both) out_.layers.back().reads = before;
      before = units == JsonText::none ? std::string() : tuple_of(json_, units);
    }
  }

  void add(std::size_t object, std::vector<FoundCall> calls, std::vector<Span> also, bool is_cell) {
    const std::string_view named = class_of(json_, object);
    calls.push_back(call_of(object, is_cell ? cell_name(named) : layer_name(named)));
    const LayerWord* word = layer_named(calls.back().name);
    read_arguments(object, word, &calls.back());
    if (is_cell && sequences_ != JsonText::none && is_true(json_[sequences_])) pass(sequences_, calls.back());
    append(also, brackets_of(object));
    out_.layers.push_back({std::move(calls), std::move(also), ""});
  }

  static void append(std::vector<Span>& to, const std::vector<Span>& more) {
    to.insert(to.end(), more.begin(), more.end());
  }

  Span class_span(std::size_t object) const { return json_.whole(json_.member(object, "class_name")); }

  FoundCall call_of(std::size_t object, std::string name) const {
    return {std::move(name), class_span(object), json_[object].span, {}};
  }

  std::vector<Span> brackets_of(std::size_t object) const { return frame_of(json_, object); }

  /// Whether what is inside is a cell, which is run over the steps, and no layer.
  bool is_cell_of(std::size_t object, std::size_t inner) const {
    return json_[inner].name == "cell" && class_of(json_, object) != wrapper_name;
  }

  // --- arguments
  /// `call` is nullptr for what only runs a cell; `word` for a wrapper and for a layer that is not known.
  void read_arguments(std::size_t object, const LayerWord* word, FoundCall* call) {
    const std::size_t config = config_of(json_, object);
    const bool wraps =
        inner_of(json_, object) != JsonText::none || is_model(json_, json_.object(config, "layer"));
    const bool shapes = has_keyless_list(config);
    const bool stacks = is_stack(json_, object);
    for (const std::size_t at : json_.items(object))
      if (at != config) read_around(at);
    for (const std::size_t at : json_.items(config)) {
      const JsonValue& value = json_[at];
      if (value.key.end == 0) continue;
      if (wraps && (value.name == "layer" || value.name == "cell")) continue;
      if (value.name == "cells" && stacks) continue;
      if (wraps && value.name == "backward_layer")
        read_backward(at, object, call);
      else if (shapes && says_again(value.name, word))
        leave(at, "said_again");
      else
        read_argument(at, word, wraps, call);
    }
    if (call != nullptr) fill(config, word, *call);
  }

  /// Whether it says what a shape says, too.
  static bool says_again(std::string_view name, const LayerWord* word) {
    const bool width = name == "input_dim" && (word == nullptr || word->cell != Cell::embedding);
    return width || name == "input_length";
  }

  /// Whether a list stands there that may say the shape, with its key or without.
  bool has_keyless_list(std::size_t config) const {
    for (const std::size_t at : json_.items(config))
      if (json_[at].kind == Kind::list && (json_[at].key.end == 0 || is_shape(json_[at].name))) return true;
    return false;
  }

  static bool is_shape(std::string_view name) {
    return std::find(std::begin(shape_names), std::end(shape_names), name) != std::end(shape_names);
  }

  /// What stands beside the configuration.
  void read_around(std::size_t at) {
    const std::string_view code = why_left(json_[at].name);
    if (!code.empty() && json_[at].name != "inbound_nodes") leave(at, code);
  }

  void leave(std::size_t at, std::string_view code) {
    out_.left.push_back({json_.whole(at), code, {{"name", std::string(json_[at].name)}}});
  }

  void read_argument(std::size_t at, const LayerWord* word, bool wraps, FoundCall* call) {
    const JsonValue& value = json_[at];
    if (is_initializer(value.name)) return leave(at, "initializer");
    if (is_shape(value.name)) {
      if (out_.shape == JsonText::none && value.kind != Kind::word) out_.shape = at;
      return;
    }
    const bool trained = value.name == "trainable";
    if (trained && !is_false(value)) return leave(at, "default");
    if (trained) return call == nullptr ? leave(at, "uncounted") : pass(at, *call);
    const OptionWord* option = word == nullptr ? nullptr : find_option(*word, value.name);
    if (value.name == word_of(Option::merge_mode) && wraps) return read_merge(at, call);
    if (option != nullptr) return read_option(at, *word, *option, *call);
    if (word != nullptr && stores_otherwise(*word, value.name, value_of(json_, at))) return pass(at, *call);
    const std::string_view code = why_left(value.name);
    if (code == "name" || code == "dtype" || code == "version" || code == "built" || code == "uncounted")
      return leave(at, code);
    const std::string text = value_of(json_, at);
    if (never_counts(value.name, value.name == "axis" ? axis_of(text, at) : text))
      return leave(at, "uncounted");
    if (may_never_count(value.name) && word != nullptr && word->group == Group::convolution)
      return pass(at, *call);
    if (call == nullptr || wraps || (word != nullptr && ignores(*word, value.name)))
      return leave(at, "uncounted");
    if (is_none(value) || is_false(value)) return leave(at, "off");
    if (word == nullptr && is_own_size(value.name)) return pass(at, *call);
    out_.unknown.push_back({json_.whole(at), "argument", {{"name", std::string(value.name)}}});
  }

  /// Whether the layer of a configuration's value was built for one vector.
  bool reads_vector(std::size_t at) const {
    if (!json_[at].has_parent || !json_[json_[at].parent].has_parent) return false;
    const std::size_t built = json_.object(json_[json_[at].parent].parent, "build_config");
    const std::size_t shape = built == JsonText::none ? built : json_.list(built, "input_shape");
    return shape != JsonText::none && json_.items(shape).size() == 2;
  }

  /// The axes are counted from 0, the batch first: of a sequence 2 is the last one, and of an image 3.
  std::string axis_of(const std::string& text, std::size_t at) const {
    if (text == "1" && reads_vector(at)) return "-1";
    return text == "3" || text == "4" || (text == "2" && !text_.planes) ? "-1" : text;
  }

  static std::string_view word_of(Option option) { return word(option).spellings.front(); }

  /// Of a layer that is not known, how wide it is.
  static bool is_own_size(std::string_view name) {
    const OptionWord* option = find_option(word(Cell::custom), name);
    return option != nullptr && option->option == Option::units;
  }

  static bool ignores(const LayerWord& word, std::string_view name) {
    return takes_anything(word) ||
           std::any_of(word.ignores.begin(), word.ignores.end(),
                       [&](std::string_view ignored) { return same_word(name, ignored); });
  }

  /// No mode is a mode: the directions stay apart.
  void read_merge(std::size_t at, FoundCall* call) {
    const std::string text =
        is_none(json_[at]) ? std::string(word(Option::merge_mode).choices.back()) : value_of(json_, at);
    if (text == word(Option::merge_mode).choices.front() || call == nullptr) return leave(at, "default");
    pass(at, *call, text);
  }

  void read_option(std::size_t at, const LayerWord& layer, const OptionWord& option, FoundCall& call) {
    const bool no_axis = option.option == Option::axis && layer.cell == Cell::normalization;
    if (is_none(json_[at])) return no_axis ? pass(at, call, "None") : leave(at, "off");
    std::string text = value_of(json_, at);
    if (option.option == Option::axis) text = axis_of(text, at);
    if (no_axis && text.empty()) text = "None";  // an empty list
    if (option.option == Option::shared_axes && text.empty()) return leave(at, "off");
    if (is_usual(layer, option, text)) return leave(at, "default");
    if (text.empty()) {
      out_.unknown.push_back({json_.whole(at), "argument", {{"name", std::string(json_[at].name)}}});
      return;
    }
    pass(at, call, text);
  }

  /// Whether the framework would do the same without being told.
  bool is_usual(const LayerWord& layer, const OptionWord& option, std::string_view text) const {
    if (requires_option(&text_.framework, layer, option.option)) return false;
    if (option.option == Option::strides && layer.group == Group::convolution && text == "1") return true;
    if (option.option == Option::axis && layer.cell == Cell::passing) return true;
    if (option.option == Option::reset_after && text_.old_gru) return text == "false";
    const std::size_t preset = offer(text_.framework, layer.cell, option.option).preset;
    switch (option.kind) {
      case OptionWord::Kind::size: return preset != 0 && text == digits(preset);
      case OptionWord::Kind::flag: return text == (preset == 0 ? "false" : "true");
      case OptionWord::Kind::choice:
        return preset < option.choices.size() && same_word(text, option.choices[preset]);
      default: return false;
    }
  }

  void pass(std::size_t at, FoundCall& call) { pass(at, call, value_of(json_, at)); }

  void pass(std::size_t at, FoundCall& call, std::string text) {
    const JsonValue& value = json_[at];
    call.arguments.push_back({std::string(value.name), value.key, {std::move(text), value.span, {}, ""}});
  }

  /// What the text leaves out: TensorFlow.js's GRU is the old one, whether it says so or not.
  void fill(std::size_t config, const LayerWord* word, FoundCall& call) const {
    if (word == nullptr || word->cell != Cell::gru || text_.framework.id != "keras" || !text_.old_gru) return;
    const std::size_t said = json_.member(config, "reset_after");
    if (said != JsonText::none && is_true(json_[said])) return;
    call.arguments.push_back({std::string(word_of(Option::reset_after)), {}, {"false", {}, {}, ""}});
  }

  /// The layer that reads the other way is the same, or one of its own.
  void read_backward(std::size_t at, std::size_t object, FoundCall* call) {
    if (is_none(json_[at])) return leave(at, "off");
    const std::size_t forward = inner_of(json_, object);
    if (!class_of(json_, at).empty() && forward != JsonText::none && same_layer(forward, at))
      return leave(at, "said_again");
    const std::string other = class_of(json_, at).empty() ? "" : text_of_layer(at);
    if (call != nullptr && forward != JsonText::none && !other.empty()) {
      call->arguments.push_back({std::string(backward_name), {}, {other, json_.whole(at), {}, ""}});
      return;
    }
    out_.unknown.push_back({json_.whole(at), "backward", {}});
    out_.problems.push_back({"backward", json_.whole(at), {}});
  }

  /// "GRU(units=6)"; "" where not all of it is read.
  std::string text_of_layer(std::size_t object) const {
    KerasLayer one;
    LayerReader(text_, one).add(object, {}, {}, false);
    if (one.layers.size() != 1 || one.layers.front().calls.size() != 1 || !one.unknown.empty() ||
        !one.problems.empty())
      return {};
    const FoundCall& call = one.layers.front().calls.front();
    std::string out;
    for (const FoundArgument& argument : call.arguments) {
      if (!argument.value.asked.empty()) return {};
      out +=
          (out.empty() ? "" : ",") + (argument.name.empty() ? "" : argument.name + "=") + argument.value.text;
    }
    return call.name + "(" + out + ")";
  }

  bool same_layer(std::size_t a, std::size_t b) const {
    KerasLayer one;
    KerasLayer other;
    LayerReader(text_, one).add(a, {}, {}, false);
    LayerReader(text_, other).add(b, {}, {}, false);
    const FoundCall& first = one.layers.front().calls.front();
    const FoundCall& second = other.layers.front().calls.front();
    const auto same = [](const FoundArgument& x, const FoundArgument& y) {
      return x.name == y.name && x.value.text == y.value.text;
    };
    return first.name == second.name && std::equal(first.arguments.begin(), first.arguments.end(),
                                                   second.arguments.begin(), second.arguments.end(), same);
  }

  const KerasText& text_;
  const JsonText& json_;
  KerasLayer& out_;
  std::size_t sequences_ = JsonText::none;  ///< whether what runs the cell hands on all steps
};

}  // namespace

std::string_view class_of(const JsonText& json, std::size_t object) {
  return json.string(object, "class_name");
}

std::size_t config_of(const JsonText& json, std::size_t object) { return json.object(object, "config"); }

bool is_model(const JsonText& json, std::size_t object) {
  if (object == JsonText::none) return false;
  const std::string_view named = class_of(json, object);
  if (named == "Sequential" || named == "Functional" || named == "Model" || named == "Graph") return true;
  return json.list(config_of(json, object), "layers") != JsonText::none ||
         (json.list(object, "config") != JsonText::none && !named.empty());
}

std::size_t inner_of(const JsonText& json, std::size_t object) {
  const std::size_t config = config_of(json, object);
  for (const std::string_view name : {"layer", "cell"}) {
    const std::size_t inner = json.object(config, name);
    if (inner != JsonText::none && !class_of(json, inner).empty() && !is_model(json, inner)) return inner;
  }
  return JsonText::none;
}

bool is_whole(const JsonText& json, std::size_t object) {
  for (; object != JsonText::none; object = inner_of(json, object)) {
    const std::size_t config = config_of(json, object);
    if (config == JsonText::none || !json[config].closed || !json[object].closed) return false;
    if (!is_stack(json, object)) continue;
    for (const std::size_t cell : json.items(json.list(config, "cells"))) {
      const std::size_t inside = config_of(json, cell);
      if (inside == JsonText::none || !json[inside].closed || !json[cell].closed) return false;
    }
  }
  return true;
}

std::vector<Span> frame_of(const JsonText& json, std::size_t object) {
  const JsonValue& all = json[object];
  const JsonValue& config = json[config_of(json, object)];
  return {{all.span.start, all.span.start + 1},
          {config.key.start, config.span.start + 1},
          {config.span.end - 1, config.span.end},
          {all.span.end - 1, all.span.end}};
}

FoundCall read_wrapper(const KerasText& text, std::size_t object, KerasLayer& out) {
  return LayerReader(text, out).read_wrapper(object);
}

KerasLayer read_layer(const KerasText& text, std::size_t object, const std::vector<FoundCall>& around) {
  KerasLayer out;
  LayerReader(text, out).read(object, around);
  return out;
}

std::string tuple_of(const JsonText& json, std::size_t value) {
  if (value == JsonText::none) return {};
  if (json[value].kind == Kind::word) {
    const std::string number = number_of(json[value].text);
    return is_none(json[value]) ? std::string("None") : number;
  }
  std::size_t list = value;
  if (json[value].kind == Kind::object) list = json.list(value, "items");
  if (list == JsonText::none || json[list].kind != Kind::list) return {};
  std::string out;
  std::size_t count = 0;
  for (const std::size_t at : json.items(list)) {
    if (json[at].kind != Kind::word) return {};
    out += (count++ == 0 ? "" : ",") + (is_none(json[at]) ? std::string("None") : number_of(json[at].text));
  }
  if (count == 0) return {};
  return count == 1 ? out : "(" + out + ")";
}

std::string_view why_left(std::string_view name) {
  const auto* found = std::find_if(std::begin(reasons), std::end(reasons),
                                   [&](const Reason& reason) { return reason.name == name; });
  return found == std::end(reasons) ? std::string_view() : found->code;
}

}  // namespace rnn
