// A layer as Keras writes it into JSON: its class, and the arguments of its configuration that count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/framework.h"
#include "core/read/found.h"
#include "core/read/json_text.h"

namespace rnn {

/// What is the same for all layers of a text.
struct KerasText {
  const JsonText& json;
  const Framework& framework;
  bool planes = false;   ///< there are layers over images, which have more axes
  bool old_gru = false;  ///< a GRU that does not say so has reset_after=false
};

struct KerasLayer {
  std::vector<FoundLayer> layers;  ///< one, or one for each of stacked cells
  std::vector<Left> left;
  std::vector<Left> unknown;
  std::vector<TextProblem> problems;
  std::size_t shape = JsonText::none;  ///< the list that says what comes in, the batch first
};

/// The class of the object, and where its configuration is; `none` where it says none.
std::string_view class_of(const JsonText& json, std::size_t object);
std::size_t config_of(const JsonText& json, std::size_t object);

/// Whether it holds a model: layers in a list.
bool is_model(const JsonText& json, std::size_t object);

/// The object of the layer inside a wrapper, or of a cell; `none` if it wraps none.
std::size_t inner_of(const JsonText& json, std::size_t object);

/// Whether all of its brackets, and those of the layers inside, have their own others.
bool is_whole(const JsonText& json, std::size_t object);

/// The places that say that it is a layer of its class: the brackets, the class, the configuration's key.
std::vector<Span> frame_of(const JsonText& json, std::size_t object);

/// The wrapper alone, whose layers are those of a model.
FoundCall read_wrapper(const KerasText& text, std::size_t object, KerasLayer& out);

/// The layer with its wrappers; `around` are those around the model that it is in.
KerasLayer read_layer(const KerasText& text, std::size_t object, const std::vector<FoundCall>& around);

/// A number or a list of them, as it is written: "3", "(3,5)"; "" for anything else.
std::string tuple_of(const JsonText& json, std::size_t value);

/// Why what a model's own text says of `name` is left: "version" for keras_version; "" where it may be a part
/// of the model.
std::string_view why_left(std::string_view name);

}  // namespace rnn
