// Reads model.json of Keras and TensorFlow.js, and what model.get_config() prints.
//
// Which rows count it: a text of Keras 2.4 or later, or of 2.3 or earlier, is counted as that. TensorFlow.js
// writes Keras's own format, and its layers are Keras's but for the GRU, which is always the old one: its
// texts are counted as Keras's with reset_after=false, which they say themselves or is put in.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "core/naming.h"
#include "core/read/compose.h"
#include "core/read/forms.h"
#include "core/read/keras_config.h"
#include "core/read/keras_graph.h"
#include "core/read/releases.h"

namespace rnn {
namespace {

using Kind = JsonValue::Kind;
constexpr std::size_t none = JsonText::none;

/// Where the value of a key in quotes begins, from `at` on; npos where there is none.
std::size_t find_value(std::string_view text, std::string_view name, std::size_t at) {
  for (at = text.find(name, at); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (at == 0 || (text[at - 1] != '"' && text[at - 1] != '\'')) continue;
    std::size_t end = at + name.size();
    if (end < text.size() && text[end] == '\\') ++end;
    if (end >= text.size() || text[end] != text[at - 1]) continue;
    end = std::min(text.find_first_not_of(' ', end + 1), text.size());
    if (end < text.size() && text[end] == ':') return end + 1;
  }
  return std::string_view::npos;
}

/// Whether one of its classes is a layer or a model.
bool names_layers(std::string_view text) {
  constexpr std::size_t longest_name = 80;
  for (std::size_t at = find_value(text, "class_name", 0); at != std::string_view::npos;
       at = find_value(text, "class_name", at)) {
    const std::size_t start = text.find_first_not_of(" \"'\\", at);
    if (start == std::string_view::npos) return false;
    const std::string_view rest = text.substr(start, longest_name);
    const std::string_view name = rest.substr(0, rest.find_first_of("\"'\\"));
    if (is_container(name) || layer_named(name) != nullptr || same_word(name, wrapper_name) ||
        same_word(name, every_step_name))
      return true;
  }
  return false;
}

// --- the framework
struct Version {
  unsigned major = 0;
  unsigned minor = 0;
  bool tensorflow = false;  ///< Keras as a part of it: 2.2.4-tf
};

std::optional<Version> read_version(std::string_view text) {
  Version out;
  const char* end = text.data() + text.size();
  const auto major = std::from_chars(text.data(), end, out.major);
  if (major.ec != std::errc() || major.ptr == end || *major.ptr != '.') return {};
  std::from_chars(major.ptr + 1, end, out.minor);
  out.tensorflow = text.find("-tf") != std::string_view::npos;
  return out;
}

struct Writer {
  std::string_view framework = "keras";
  bool old_gru = false;
  std::size_t version = none;  ///< what says so, where nothing else does
};

/// A GRU that is written in full, and without what later releases write: Keras 3 names each layer's module.
bool is_old_gru(const JsonText& json, std::size_t layer) {
  constexpr std::size_t in_full = 8;
  const std::size_t config = config_of(json, layer);
  return config != none && json.member(layer, "module") == none &&
         json.member(config, "reset_after") == none && json.items(config).size() >= in_full;
}

std::string_view framework_of(const Version& version) {
  const bool early = version.major < 2 || (version.major == 2 && version.minor < 4);
  const bool with_tensorflow = version.tensorflow && version.major == 2 && version.minor >= 2;
  if (version.major > 2) return "keras";
  return early && !with_tensorflow ? "keras1" : "keras2";
}

/// Which release wrote the text, by its own word or by what only some of them write.
Writer writer_of(const JsonText& json) {
  Writer out;
  bool cudnn = false;
  bool older = false;
  std::string_view release = "keras";
  std::optional<Version> version;
  std::size_t versions = 0;
  std::size_t scripts = 0;              // words that it is TensorFlow.js's
  std::vector<bool> seen(json.size());  // a damaged object may have many classes
  for (std::size_t at = 0; at < json.size(); ++at) {
    const JsonValue& value = json[at];
    const bool script =
        value.kind == Kind::text && ((value.name == "keras_version" && value.text.starts_with("tfjs")) ||
                                     (value.name == "backend" && value.text == "tensor_flow.js"));
    if (script) ++scripts;
    const bool says_version = value.name == "keras_version" && value.kind == Kind::text && !script;
    if (says_version && ++versions == 1) version = read_version(value.text);
    if (script || says_version) out.version = at;
    if (value.name != "class_name") continue;
    cudnn = cudnn || value.text.starts_with("CuDNN");
    release = release_with(release, value.kind == Kind::text ? find_layer(value.text) : nullptr);
    if (value.text != "GRU" || !value.has_parent || seen[value.parent]) continue;
    seen[value.parent] = true;
    older = older || is_old_gru(json, value.parent);
  }
  out.old_gru = scripts > 0;
  const std::string_view otherwise = cudnn ? "cudnn" : older ? "keras1" : release;
  out.framework = cudnn ? "cudnn" : out.old_gru ? "keras" : version ? framework_of(*version) : otherwise;
  if (versions + scripts != 1 || out.framework == otherwise) out.version = none;
  return out;
}

/// Whether a layer of the text reads how many time steps there are.
bool follows_steps(const JsonText& json) {
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at].name == "axis" && json[at].text == "1") return true;
    if (json[at].name != "class_name" || json[at].kind != Kind::text) continue;
    const LayerWord* word = find_layer(json[at].text);
    if (word == nullptr) continue;
    if (reads_steps(word->does) || word->cell == Cell::prelu || word->cell == Cell::locally_connected_1d)
      return true;
  }
  return false;
}

/// Whether a layer reads otherwise what is no sequence.
bool follows_rank(const JsonText& json) {
  std::size_t embeddings = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at].name != "class_name" || json[at].kind != Kind::text) continue;
    const LayerWord* word = find_layer(json[at].text);
    if (word != nullptr && (reads_steps(word->does) || (word->cell == Cell::embedding && ++embeddings > 1)))
      return true;
  }
  return false;
}

/// Whether there are layers over images.
bool has_planes(const JsonText& json) {
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at].name != "class_name" || json[at].kind != Kind::text) continue;
    const LayerWord* word = find_layer(json[at].text);
    if (word != nullptr && (word->axes > 1 || word->does == Does::images)) return true;
  }
  return false;
}

/// One that has a layer inside by a key, which is no layer of the model's own then.
bool is_inner_key(std::string_view name) {
  return name == "layer" || name == "backward_layer" || name == "cell" || name == "cells";
}

bool is_initializer_key(std::string_view name) {
  return name.ends_with("_initializer") || name.ends_with("_regularizer") || name.ends_with("_constraint") ||
         name.ends_with("_activation") || name == "activation";
}

/// A text that begins within one of its words is read from behind that.
JsonText scanned(std::string_view text) {
  JsonText out(text);
  for (std::size_t at = 0; at < out.size(); ++at)
    if (out[at].name == "class_name") return out;
  return JsonText(text, std::min(text.find_first_of("\"'"), text.size() - 1) + 1);
}

/// Reads all models of a text.
class Reader {
 public:
  explicit Reader(std::string_view text)
      : json_(scanned(text)),
        writer_(writer_of(json_)),
        keras_{json_, *find_framework(writer_.framework), has_planes(json_), writer_.old_gru},
        follows_steps_(follows_steps(json_)),
        follows_rank_(follows_rank(json_)) {
    for (std::size_t at = 0; at < json_.size(); ++at)
      graph_ = graph_ || (json_[at].name == "inbound_nodes" && json_[at].end > at + 1);
  }

  std::vector<Found> read() {
    for (std::size_t at = 0; at < json_.size();) {
      while (!open_.empty() && at >= json_[models_[open_.back()].object].end) leave_model();
      at = step(at);
    }
    while (!open_.empty()) leave_model();
    if (!founds_.empty()) {
      leave_outside();
      leave_others();
      if (writer_.version != none && !founds_.front().layers.empty())
        founds_.front().layers.front().also.push_back(json_.whole(writer_.version));
      hold_weights();
      founds_.front().left.insert(founds_.front().left.end(), left_.begin(), left_.end());
      founds_.front().unknown.insert(founds_.front().unknown.end(), unknown_.begin(), unknown_.end());
    }
    return std::move(founds_);
  }

 private:
  /// What a layer hands on, or an input.
  struct Node {
    KerasOutput out;
    std::size_t shape = none;  ///< of an input, the list
    std::vector<Span> frame;   ///< likewise, what says that it is one
    bool used = false;
    bool hidden = false;  ///< how wide what it hands on is is not what its own text says
  };
  /// One of a node's outputs.
  struct Source {
    std::size_t node = none;
    std::size_t tensor = 0;
  };
  struct Model {
    std::size_t object = none;
    std::size_t config = none;
    std::size_t trainable = none;
    std::string_view name;
    std::size_t around = none;  ///< the model that it is a layer of
    std::vector<FoundCall> wrappers;
    std::map<std::string_view, std::size_t> names;  ///< nodes
    std::vector<Source> inputs;                     ///< of one that is a layer
    std::size_t inputs_taken = 0;
    Source last;           ///< what the next layer reads, unless it says otherwise
    bool entered = false;  ///< a layer or an input was there
    bool frozen = false;
  };

  // --- one value
  /// Reads the value at `at`; where to go on.
  std::size_t step(std::size_t at) {
    const JsonValue& value = json_[at];
    if (value.kind == Kind::object && is_model(json_, at)) return enter_model(at, config_of(json_, at));
    const bool lists_layers = value.kind == Kind::object && json_.list(at, "layers") != none;
    if (lists_layers && (open_.empty() || model().config != at)) return enter_model(at, at);
    const std::string_view code = why_left(value.name);
    // A model, too, says of which type it is, by a class of its own.
    if (value.kind == Kind::object && code.empty() && !class_of(json_, at).empty()) return read_object(at);
    if (!code.empty() && !(value.name == "optimizer" && value.kind == Kind::nothing)) {
      note(at, code);
      return value.end;
    }
    if (value.name == "class_name") return read_class(at);
    if (value.kind == Kind::object && config_of(json_, at) != none &&
        json_.list(config_of(json_, at), "layers") == none) {
      // Its class is missing; what is inside a wrapper is there all the same.
      const std::size_t inside = json_.object(config_of(json_, at), "layer");
      if (inside != none && !class_of(json_, inside).empty()) return at + 1;
      cut(json_.whole(at), "");
      return value.end;
    }
    if (value.name == "trainable") note(at, "default");
    if ((value.kind == Kind::object || value.kind == Kind::list || value.kind == Kind::nothing) &&
        is_frame(value.name))
      left_.push_back({value.key, "container", {}});
    return at + 1;
  }

  static bool is_frame(std::string_view name) {
    return name == "config" || name == "layers" || name == "modelTopology" || name == "model_config" ||
           name == "model";
  }

  void note(std::size_t at, std::string_view code) {
    left_.push_back({json_.whole(at), code, {{"name", std::string(json_[at].name)}}});
  }

  /// The class of a model; of a layer that has lost its brackets.
  std::size_t read_class(std::size_t at) {
    const std::string_view named = json_[at].text;
    if (named == "Sequential" || named == "Functional" || named == "Model" || named == "Graph" ||
        (json_[at].has_parent && is_known_model(json_[at].parent))) {
      note(at, "container");
      return json_[at].end;
    }
    std::size_t end = json_[at].end;
    Span span = json_.whole(at);
    const std::size_t behind = json_[at].has_parent ? json_[json_[at].parent].end : json_.size();
    for (; end < behind && json_[end].key.end > 0 && json_[end].name != "class_name"; end = json_[end].end)
      span.end = json_[end].span.end;
    cut(span, named);
    return end;
  }

  bool is_known_model(std::size_t object) {
    if (known_.empty()) known_.resize(json_.size());
    std::optional<bool>& known = known_[object];
    if (!known) known = is_model(json_, object);
    return *known;
  }

  /// What stands there is no layer that can be read.
  void cut(Span span, std::string_view named) {
    unknown_.push_back({span, "cut", {{"layer", std::string(named)}}});
    found().problems.push_back({"cut", span, {{"layer", std::string(named)}}});
    if (!open_.empty()) model().entered = true;
    damaged_ = true;
  }

  std::size_t read_object(std::size_t at) {
    const std::size_t inside = json_.object(config_of(json_, at), "layer");
    if (inside != none && is_model(json_, inside) && json_[config_of(json_, at)].closed)
      return enter_wrapper(at, inside);
    if (is_whole(json_, at)) {
      add_layer(at);
      return json_[at].end;
    }
    const std::size_t next = layer_behind(at);
    const bool goes_on = next < json_[at].end;
    cut({json_.whole(at).start, goes_on ? json_.whole(next).start : json_[at].span.end}, class_of(json_, at));
    return next;
  }

  /// The first layer that has got into a layer that is not closed; the end of that where there is none.
  std::size_t layer_behind(std::size_t object) const {
    for (std::size_t at = object + 1; at < json_[object].end;) {
      const JsonValue& value = json_[at];
      const bool passed = is_initializer_key(value.name) || !why_left(value.name).empty() ||
                          (is_inner_key(value.name) && value.closed);
      if (passed) {
        at = value.end;
        continue;
      }
      if (value.kind == Kind::object && !class_of(json_, at).empty() && !is_inner_key(value.name)) return at;
      ++at;
    }
    return json_[object].end;
  }

  // --- models
  Model& model() { return models_[open_.back()]; }

  Found& found() {
    if (founds_.empty()) begin_found("");
    return founds_.back();
  }

  void begin_found(std::string name) {
    Found out;
    out.name = std::move(name);
    out.framework = keras_.framework.id;
    founds_.push_back(std::move(out));
    emitted_ = {};
    names_.clear();
    any_emitted_ = false;
    damaged_ = false;
  }

  std::size_t enter_model(std::size_t at, std::size_t config) {
    Model inner;
    inner.object = at;
    inner.config = config;
    inner.name = name_of(at);
    inner.trainable = json_.member(config, "trainable");
    inner.frozen = inner.trainable != none && same_word(json_[inner.trainable].text, "false");
    if (json_[at].key.end > 0) left_.push_back({json_[at].key, "container", {}});
    if (open_.empty()) {
      if (!founds_.empty() && !founds_.back().layers.empty()) others_.push_back(json_[at].span);
      if (founds_.empty() || !founds_.back().layers.empty())
        begin_found(std::string(json_.string(config, "name")));
    } else {
      inner.around = open_.back();
      inner.frozen = inner.frozen || model().frozen;
      inner.wrappers = model().wrappers;
      inner.inputs = sources_of(at);
      model().entered = true;
      inner.last = inner.inputs.empty() ? Source() : inner.inputs.front();
      if (!wrapper_.name.empty()) inner.wrappers.push_back(std::exchange(wrapper_, {}));
    }
    open_.push_back(models_.size());
    models_.push_back(std::move(inner));
    return at + 1;
  }

  /// A wrapper around a model is one around each of its layers.
  std::size_t enter_wrapper(std::size_t at, std::size_t inside) {
    KerasLayer read;
    wrapper_ = read_wrapper(keras_, at, read);
    take(read);
    if (open_.empty()) {
      wrapper_ = {};
      return at + 1;
    }
    const std::vector<Source> inputs = sources_of(at);
    enter_model(inside, config_of(json_, inside));
    if (!inputs.empty()) {
      model().inputs = inputs;
      model().last = inputs.front();
    }
    const std::size_t nodes = json_.member(at, "inbound_nodes");
    if (nodes != none) note(nodes, "wiring");
    frame_ = frame_of(json_, at);
    frame_.push_back(json_[inside].key);
    frame_.push_back({json_[inside].span.start, json_[inside].span.start + 1});
    const std::size_t layers = json_.list(config_of(json_, inside), "layers");
    if (layers != none && json_[layers].closed && json_[inside].closed) {
      frame_.push_back({json_[layers].span.start, json_[layers].span.start + 1});
      const Span behind{json_[layers].span.end - 1, json_[inside].span.end};
      const std::string_view between = json_.text().substr(behind.start, behind.end - behind.start);
      if (between.find_first_not_of("]})\t\r\n ") == std::string_view::npos) frame_.push_back(behind);
    }
    return inside + 1;
  }

  void leave_model() {
    const Model done = std::move(model());
    open_.pop_back();
    if (open_.empty()) return;
    Source last = done.last;
    const std::size_t outputs = json_.list(done.config, "output_layers");
    const std::vector<KerasReference> said = references_in(json_, outputs);
    if (!said.empty()) {
      const auto node = done.names.find(said.front().name);
      if (node != done.names.end()) last = {node->second, said.front().tensor};
    }
    model().last = last;
    if (last.node != none) call(done.name, last.node);
  }

  std::string_view name_of(std::size_t object) const {
    const std::string_view own = json_.string(object, "name");
    return own.empty() ? json_.string(config_of(json_, object), "name") : own;
  }

  /// The node of that name, in the model itself or, where brackets are missing, in another one.
  std::size_t named(std::string_view name) {
    const auto own = model().names.find(name);
    if (own != model().names.end()) return own->second;
    const auto other = names_.find(name);
    if (other != names_.end()) return other->second;
    return model().name == name ? model().last.node : none;
  }

  void call(std::string_view name, std::size_t node) {
    model().names[name] = node;
    names_[name] = node;
  }

  /// What a layer of the model reads.
  std::vector<Source> sources_of(std::size_t object) {
    std::vector<Source> out;
    const std::vector<KerasReference> references = references_of(json_, object);
    for (const KerasReference& reference : references) {
      const std::size_t node = named(reference.name);
      if (node != none) out.push_back({node, reference.tensor});
    }
    if (out.empty() && references.empty() && model().last.node != none) out.push_back(model().last);
    return out;
  }

  Passed passed(const Source& source) const {
    return source.node == none ? Passed() : output(nodes_[source.node].out, source.tensor);
  }

  // --- layers
  void take(const KerasLayer& read) {
    left_.insert(left_.end(), read.left.begin(), read.left.end());
    unknown_.insert(unknown_.end(), read.unknown.begin(), read.unknown.end());
    std::vector<TextProblem>& problems = found().problems;
    problems.insert(problems.end(), read.problems.begin(), read.problems.end());
  }

  void add_layer(std::size_t at) {
    if (open_.empty()) {  // a layer alone, or one that has lost its model
      open_.push_back(models_.size());
      models_.emplace_back();
      models_.back().object = at;
      found();
    }
    KerasLayer read = read_layer(keras_, at, model().wrappers);
    take(read);
    if (json_[at].key.end > 0) left_.push_back({json_[at].key, "container", {}});
    const bool first = !std::exchange(model().entered, true);
    if (class_of(json_, at) == "InputLayer")
      add_input(at, read);
    else
      add_layer(at, read, first && !damaged_);
  }

  /// An input is said by the layer that reads it.
  void add_input(std::size_t at, const KerasLayer& read) {
    const std::size_t nodes = json_.member(at, "inbound_nodes");
    if (nodes != none) note(nodes, "wiring");
    Model& here = model();
    if (here.around != none && !here.inputs.empty()) {
      const Source from = here.inputs[std::min(here.inputs_taken++, here.inputs.size() - 1)];
      here.last = from;
      if (from.node != none) call(name_of(at), from.node);
      if (read.shape != none) note(read.shape, "said_again");
      for (const Span& span : read.layers.front().also) left_.push_back({span, "container", {}});
      left_.push_back({read.layers.front().calls.front().name_span, "container", {}});
      return;
    }
    Node node;
    node.shape = read.shape;
    node.frame = read.layers.front().also;
    node.frame.push_back(read.layers.front().calls.front().name_span);
    if (read.shape != none) node.out.first = passed_in(json_, read.shape);
    here.last = {nodes_.size(), 0};
    call(name_of(at), nodes_.size());
    // As long as no layer reads it, it has no effect.
    for (const Span& span : node.frame) left_.push_back({span, "input", {}});
    if (read.shape != none) note(read.shape, "input");
    nodes_.push_back(std::move(node));
  }

  void add_layer(std::size_t at, KerasLayer& read, bool first) {
    Model& here = model();
    const LayerWord* word = layer_named(read.layers.front().calls.back().name);
    std::vector<Source> sources = sources_of(at);
    if (sources.size() > 1 && !reads_several(word)) sources.resize(1);
    const std::size_t nodes = json_.member(at, "inbound_nodes");
    Passed in = graph_ ? combined(at, word, sources) : Passed();
    const bool follows =
        word != nullptr && !is_dot(read.layers.front()) && (follows_steps_ || word->cell != Cell::embedding);
    const bool wired = graph_ && follows && matters(in, passed(here.last));
    if (read.shape != none && (!first || any_emitted_ || !sources.empty()))
      note(read.shape, "uncounted");
    else if (read.shape != none)
      in = passed_in(json_, read.shape);
    FoundLayer& front = read.layers.front();
    if (!any_emitted_)
      begin(at, read, word, sources, in, first);
    else if (graph_ && !is_next(sources))
      connect(front, word, sources, in);
    if (nodes != none && wired)
      front.also.push_back(json_.whole(nodes));
    else if (nodes != none)
      note(nodes, "wiring");
    front.also.insert(front.also.end(), frame_.begin(), frame_.end());
    frame_.clear();
    if (any_emitted_ && word != nullptr) say_built_width(at, front, *word);
    emitted_flat_ = word != nullptr && word->does == Does::flattens;
    freeze(read);
    Node node;
    if (graph_ && nodes_.size() < most_layers) {
      node.out = handed_on(keras_.framework.id, in, read.layers);
      node.hidden =
          word != nullptr && word->does == Does::joins && front.reads.empty() && in.width && !is_dot(front);
      if (word != nullptr && word->does == Does::joins && in.width) node.out.first = in;
      const bool attends =
          word != nullptr && (word->cell == Cell::attention || word->cell == Cell::additive_attention);
      const Passed values = sources.size() > 1 && attends ? passed(sources[1]) : node.out.first;
      node.hidden = node.hidden || (attends && values.width != node.out.first.width);
      node.out.first.width = values.width;
    }
    here.last = {nodes_.size(), 0};
    call(name_of(at), nodes_.size());
    emitted_ = here.last;
    any_emitted_ = true;
    nodes_.push_back(std::move(node));
    if (pending_input_) found().layers.push_back(*std::exchange(pending_input_, std::nullopt));
    for (FoundLayer& layer : read.layers) found().layers.push_back(std::move(layer));
  }

  /// All others that are called with several inputs read the first one, and take states from the others.
  static bool reads_several(const LayerWord* word) {
    return word != nullptr &&
           (word->does == Does::joins || word->does == Does::adds || word->cell == Cell::attention ||
            word->cell == Cell::additive_attention || word->cell == Cell::multi_head_attention);
  }

  /// Whether it makes a difference which of two is read.
  bool matters(const Passed& one, const Passed& other) const {
    return one.width != other.width || (follows_steps_ && !same_steps(one, other));
  }

  /// What it reads, of all that it is called with.
  Passed combined(std::size_t at, const LayerWord* word, const std::vector<Source>& sources) {
    if (sources.empty()) return {};
    std::vector<Passed> all;
    all.reserve(sources.size());
    for (const Source& source : sources) all.push_back(passed(source));
    const std::string_view named = class_of(json_, at);
    if (named == "Concatenate" || named == "Concat") {
      const std::size_t axis = json_.member(config_of(json_, at), "axis");
      const bool in_time = axis != none && json_[axis].text == "1" &&
                           all.front().axes == Passed::Axes::sequence && !all.front().last_step;
      return concatenated(all, in_time);
    }
    if (named == "Dot") return {};
    if (word != nullptr && word->does == Does::adds)
      for (const Passed& one : all)
        if (one.width) return one;
    if (word != nullptr && word->cell == Cell::multi_head_attention)
      for (const Passed& one : all)
        if (one.width != all.front().width)
          found().problems.push_back({"several_widths", json_[at].span, {{"layer", std::string(named)}}});
    return all.front();
  }

  /// Whether it reads the layer that was added last, and what that says that it hands on.
  bool is_next(const std::vector<Source>& sources) const {
    if (sources.size() != 1 || sources.front().node != emitted_.node || sources.front().tensor != 0)
      return false;
    const Node& before = nodes_[emitted_.node];
    return !before.out.apart && !before.hidden;
  }

  // --- what comes in
  /// The first layer says what comes in, or the input that it reads does.
  void begin(std::size_t at, KerasLayer& read, const LayerWord* word, const std::vector<Source>& sources,
             const Passed& in, bool first) {
    FoundLayer& layer = read.layers.front();
    if (sources.size() > 1 && in.width) {
      for (const Source& source : sources) use(source.node, layer);
      // How wide it is then, the next layer says.
      const bool merges = word != nullptr && (word->does == Does::joins || word->does == Does::adds);
      const std::size_t first_shape = merges ? nodes_[sources.front().node].shape : none;
      if (first_shape != none && say_shape(first_shape, first_shape, layer, word)) return;
      layer.reads = digits(in.width);
      return;
    }
    if (sources.size() == 1 && nodes_[sources.front().node].shape != none) {
      const std::size_t shape = nodes_[sources.front().node].shape;
      if (say_shape(shape, shape, layer, word)) use(sources.front().node, layer);
      return;
    }
    if (!sources.empty() || !first) return;
    std::size_t shape = read.shape;
    std::size_t whole = shape;
    if (shape == none) {
      whole = built_shape();
      shape = whole == none || json_[whole].kind != Kind::object ? whole : json_.list(whole, "items");
    }
    if (shape == none) {
      whole = json_.object(at, "build_config");
      shape = json_.list(whole, "input_shape");
    }
    if (shape != none) say_shape(shape, whole, layer, word);
  }

  /// What a model says of its input; where brackets are missing it may have lost it.
  std::size_t built_shape() const {
    for (std::size_t at = 0; at < json_.size(); ++at)
      if (json_[at].name == "build_input_shape" &&
          (json_[at].kind == Kind::list || json_[at].kind == Kind::object))
        return at;
    return none;
  }

  /// The input is no longer without effect.
  void use(std::size_t node, FoundLayer& layer) {
    if (std::exchange(nodes_[node].used, true)) return;
    layer.also.insert(layer.also.end(), nodes_[node].frame.begin(), nodes_[node].frame.end());
  }

  /// Whether it says anything that counts.
  bool say_shape(std::size_t shape, std::size_t whole, FoundLayer& layer, const LayerWord* word) {
    const auto idle = [&] {
      left_.push_back({json_.whole(whole), "uncounted", {}});
      return false;
    };
    const std::vector<std::size_t> items =
        json_.items(json_[shape].kind == Kind::object ? json_.list(shape, "items") : shape);
    const Passed in = passed_in(json_, shape);
    const bool looks_up = word != nullptr && word->cell == Cell::embedding;
    Found& here = found();
    const Span all = json_.whole(whole);
    if (items.empty() || !json_[shape].closed) return idle();
    const Span inner =
        json_[shape].kind == Kind::object ? json_[json_.list(shape, "items")].span : json_[shape].span;
    const std::vector<Span> frame = {{all.start, inner.start + 1}, {inner.end - 1, all.end}};
    if (looks_up) {
      if (in.axes != Passed::Axes::vector || !in.width) return idle();
      here.timesteps = {digits(in.width), json_[items.back()].span, frame, ""};
      here.timesteps.from.push_back(json_[items.front()].span);
      return true;
    }
    if (!in.width) return idle();
    if (items.size() != 3) {
      layer.calls.back().arguments.push_back({"batch_input_shape",
                                              {all.start, inner.start},
                                              {tuple_of(json_, shape), {inner.start, all.end}, {}, ""}});
      return true;
    }
    here.input = {digits(in.width), json_[items.back()].span, frame, ""};
    if (in.steps) here.timesteps = {digits(in.steps), json_[items[1]].span, {}, ""};
    for (std::size_t i = 0; i < 2; ++i) {
      const Span span = json_[items[i]].span;
      if (i == 1 && in.steps) continue;
      if (in.steps || follows_rank_)
        here.input.from.push_back(span);
      else
        left_.push_back({span, "uncounted", {}});
    }
    return true;
  }

  /// Reads something else than the layer before hands on.
  void connect(FoundLayer& layer, const LayerWord* word, const std::vector<Source>& sources,
               const Passed& in) {
    if (word == nullptr) return;
    const Passed comes = nodes_[emitted_.node].hidden ? Passed() : passed(emitted_);
    if (word->cell == Cell::embedding) return say_steps(layer, sources);
    if (is_dot(layer)) return;
    if (!in.width && !comes.width) return;
    if (!in.width) {
      layer.calls.back().arguments.push_back({"input_dim", {}, {"?", {}, {}, ""}});
      return;
    }
    const bool other_steps = follows_steps_ && !same_steps(in, comes);
    // What is joined is told by the next layer where its own width is that of the layer before.
    if (in.width == comes.width && (!other_steps || word->does == Does::joins)) return;
    const std::size_t node = sources.size() == 1 ? sources.front().node : none;
    const bool is_input = node != none && nodes_[node].shape != none;
    for (const Source& source : sources)
      if (nodes_[source.node].shape != none) use(source.node, layer);
    if (other_steps && (in.width == comes.width || in.axes != Passed::Axes::sequence || in.last_step)) {
      pending_input_ = input_of(in);
      if (is_input) layer.also.push_back(json_.whole(nodes_[node].shape));
      return;
    }
    if (!is_input) {
      layer.reads = digits(in.width);
    } else {
      const std::size_t shape = nodes_[node].shape;
      const std::vector<std::size_t> items =
          json_.items(json_[shape].kind == Kind::object ? json_.list(shape, "items") : shape);
      const Span all = json_.whole(shape);
      const Span last = json_[items.back()].span;
      layer.calls.back().arguments.push_back(
          {"input_dim",
           {},
           {digits(in.width),
            last,
            {{all.start, json_[items.front()].span.start}, {last.end, all.end}},
            ""}});
      std::vector<Span>& from = layer.calls.back().arguments.back().value.from;
      for (std::size_t i = 0; i + 1 < items.size(); ++i)
        if (follows_steps_ || items.size() < 3)
          from.push_back(json_[items[i]].span);
        else
          left_.push_back({json_[items[i]].span, "uncounted", {}});
    }
    if (follows_steps_ && in.steps)
      layer.calls.back().arguments.push_back({"timesteps", {}, {digits(in.steps), {}, {}, ""}});
  }

  /// How wide an image is in one row is not followed here; what the layer behind was built for says it.
  void say_built_width(std::size_t at, FoundLayer& layer, const LayerWord& word) {
    if (!keras_.planes || !emitted_flat_ || !layer.reads.empty() || word.does != Does::stores) return;
    const std::size_t built = json_.object(at, "build_config");
    const std::size_t shape = built == none ? none : json_.list(built, "input_shape");
    if (shape == none || !json_[built].closed) return;
    layer.reads = digits(passed_in(json_, shape).width);
    if (layer.reads.empty()) return;
    const Span whole = json_.whole(built);
    layer.sizes.push_back(whole);
    const auto said = std::find_if(left_.rbegin(), left_.rend(), [&](const Left& one) {
      return one.span.start == whole.start && one.span.end == whole.end;
    });
    if (said != left_.rend()) left_.erase(std::prev(said.base()));
  }

  /// How wide what it hands on is depends on how many steps there are: the next layer is asked for it.
  static bool is_dot(const FoundLayer& layer) { return layer.calls.back().name == "Dot"; }

  /// How many words an embedding reads, which begins a chain of its own.
  void say_steps(FoundLayer& layer, const std::vector<Source>& sources) {
    if (!follows_steps_ || sources.size() != 1 || nodes_[sources.front().node].shape == none) return;
    const Passed in = passed(sources.front());
    if (in.axes != Passed::Axes::vector || !in.width) return;
    use(sources.front().node, layer);
    const Span all = json_.whole(nodes_[sources.front().node].shape);
    layer.calls.back().arguments.push_back({"timesteps", {}, {digits(in.width), all, {}, ""}});
  }

  /// All layers of a model that is not trained are frozen.
  void freeze(KerasLayer& read) {
    if (!model().frozen) return;
    for (FoundLayer& layer : read.layers) {
      const LayerWord* word = layer_named(layer.calls.back().name);
      const auto says = [](const FoundArgument& one) { return one.name == "trainable"; };
      std::vector<FoundArgument>& arguments = layer.calls.back().arguments;
      if (word == nullptr || word->cell == Cell::passing ||
          std::any_of(arguments.begin(), arguments.end(), says))
        continue;
      const std::size_t at = model().trainable;
      FoundArgument frozen{"trainable", {}, {"false", {}, {}, ""}};
      if (at != none) frozen.value.span = json_.whole(at);
      arguments.push_back(std::move(frozen));
    }
  }

  /// What stands around the JSON, unless that has lost its beginning.
  void leave_outside() {
    if (json_.stray().end > 0 && founds_.front().problems.empty())
      founds_.front().problems.push_back({"brackets", json_.stray(), {}});
    for (const Model& model : models_)
      if (!json_[model.object].closed && founds_.front().problems.empty()) {
        const std::size_t open = json_[model.object].span.start;
        founds_.front().problems.push_back({"brackets", {open, open + 1}, {}});
      }
    for (const std::size_t mark : json_.marks()) left_.push_back({{mark, mark + 1}, "prefix", {}});
    if (json_.stray().end > 0) return;
    std::vector<Left> outside;
    std::size_t done = 0;
    for (std::size_t at = 0; at < json_.size(); at = json_[at].end) {
      const Span span = json_.whole(at);
      if (json_[at].key.end == 0 && !holds_class(at)) continue;
      if (span.start > done) outside.push_back({{done, span.start}, "around", {}});
      done = std::max(done, span.end);
    }
    if (done < json_.text().size()) outside.push_back({{done, json_.text().size()}, "around", {}});
    left_.insert(left_.begin(), outside.begin(), outside.end());
  }

  /// Another model is one piece.
  void leave_others() {
    for (std::size_t i = 0; i < others_.size() && i + 1 < founds_.size(); ++i)
      for (FoundLayer& layer : founds_[i + 1].layers) layer.calls.front().span = others_[i];
  }

  bool holds_class(std::size_t value) const {
    for (std::size_t at = value; at < json_[value].end; ++at)
      if (json_[at].name == "class_name") return true;
    return false;
  }

  // --- what the text says of its weights
  void hold_weights() {
    Whole sum = 0;
    bool any = false;
    std::vector<Printed::Row> rows;
    Span place;
    for (std::size_t at = 0; at < json_.size(); ++at) {
      if (json_[at].name != "weightsManifest" && json_[at].name != "weightSpecs") continue;
      place = json_.whole(at);
      for (std::size_t i = at; i < json_[at].end; ++i) {
        const std::size_t shape = json_[i].kind == Kind::object ? json_.list(i, "shape") : none;
        const std::string_view name = json_.string(shape == none ? none : i, "name");
        if (name.empty()) continue;
        Whole product = 1;
        for (const std::size_t item : json_.items(shape)) {
          std::uint64_t size = 0;
          const std::string_view text = json_[item].text;
          const bool fits = std::from_chars(text.data(), text.data() + text.size(), size).ec == std::errc();
          product = multiply(product, fits ? Whole(size) : Whole());
        }
        any = true;
        sum = add(sum, product);
        rows.push_back({std::string(name), digits(product), -1});
      }
      break;
    }
    if (!any || !sum) return;
    Found& first = founds_.front();
    first.printed.total = digits(sum);
    first.printed.rows = std::move(rows);
    if (first.layers.empty()) return;
    const Whole total = count_of(first);
    if (total && total != sum)
      first.problems.push_back(
          {"tensors_differ", place, {{"printed", digits(sum)}, {"counted", digits(total)}}});
  }

  JsonText json_;
  Writer writer_;
  KerasText keras_;
  bool follows_steps_ = false;
  bool follows_rank_ = false;
  bool graph_ = false;  ///< the text says which layer reads which
  std::vector<Found> founds_;
  std::vector<Left> left_;
  std::vector<Left> unknown_;
  std::vector<Model> models_;
  std::vector<std::size_t> open_;  ///< those that the value is in
  std::vector<Node> nodes_;
  std::map<std::string_view, std::size_t> names_;  ///< of all models that belong together
  std::vector<Span> others_;                       ///< the models behind the first one
  std::vector<Span> frame_;                        ///< what says that a wrapper is around it
  FoundCall wrapper_;                              ///< around the model that comes next
  Source emitted_;                                 ///< the layer that was added last
  bool any_emitted_ = false;
  bool emitted_flat_ = false;               ///< it leaves one row
  std::vector<std::optional<bool>> known_;  ///< whether an object is a model, once that was asked
  bool damaged_ = false;                    ///< a layer before could not be read
  std::optional<FoundLayer> pending_input_;
};

}  // namespace

bool is_keras_json(std::string_view text) {
  return find_value(text, "config", 0) != std::string_view::npos && names_layers(text);
}

std::vector<Found> read_keras_json(std::string_view text) { return Reader(text).read(); }

}  // namespace rnn
