// The readers, one for each form of text, one file each. A reader finds layers and says of all other text why
// it leaves it; it never fails, never recurses on what it reads, and takes time in proportion to its length.
// Several models in one text are several finds.
#pragma once

#include <string_view>
#include <vector>

#include "core/read/found.h"
#include "core/read/stored_layers.h"
#include "core/read/summary_lines.h"

namespace rnn {

/// The code of text that holds layers together: the count may hang on it, see read.cpp.
inline constexpr std::string_view structure_code = "container";
/// Likewise of text that says which layer reads which; `wiring_code` where the count does not hang on it.
inline constexpr std::string_view flow_code = "flow";
inline constexpr std::string_view wiring_code = "wiring";

/// Whether the text looks like it; JSON comes first, which nothing else looks like, and code last.
bool is_module(std::string_view text);
bool is_torch_summary(std::string_view text);
bool is_tensors(std::string_view text);
bool is_keras_json(std::string_view text);
bool is_matlab(std::string_view text);
bool is_python(std::string_view text);

/// Code of Keras, PyTorch and what is written alike. `names` are values for names that it leaves open.
std::vector<Found> read_python(std::string_view text, const Names& names);
/// What print(model) prints in PyTorch and MXNet.
std::vector<Found> read_module(std::string_view text);
/// Tables that torchinfo, torchsummary and Lightning print. `names` as above; what is counted is kept in
/// `known`.
std::vector<Found> read_torch_summary(std::string_view text, const Names& names, StoredLayers& known);
/// Lists of tensors' names and shapes, or of shapes alone.
std::vector<Found> read_tensors(std::string_view text);
/// Tables as Keras's summary() prints them; none where no row of them is a layer.
SummaryTables find_summary(std::string_view text);
/// The models that the tables of a text show. `names` and `known` as above.
std::vector<Found> read_summary(std::string_view text, const SummaryTables& tables, const Names& names,
                                StoredLayers& known);
/// model.json of Keras and TensorFlow.js.
std::vector<Found> read_keras_json(std::string_view text);
/// Arrays of layers of MATLAB. `names` as above.
std::vector<Found> read_matlab(std::string_view text, const Names& names);
/// Such an array as MATLAB prints it.
bool is_matlab_print(std::string_view text);
std::vector<Found> read_matlab_print(std::string_view text);

}  // namespace rnn
