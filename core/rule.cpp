#include "core/rule.h"

#include <algorithm>
#include <utility>

#include "core/rare.h"

namespace rnn {
namespace {

bool has_units(const LayerWord& layer) {
  return std::find(layer.options.begin(), layer.options.end(), Option::units) != layer.options.end();
}

bool is_candidate(const Gate& gate) { return gate.role == Gate::candidate; }

bool is_unused(const Part& part) { return part.topic == Topic::unused; }

/// Every matrix of a layout, without its biases.
Part block(const Layout& layout) {
  Part out;
  out.bands = Bands::all;
  out.reads = word(layout.cell).recurrent ? SizeList{Size::read, Size::input} : SizeList{Size::input};
  out.units = {Size::units};
  return out;
}

/// So many vectors of biases beside the block.
Part biases_apart(Topic topic, std::uint64_t vectors) {
  Part out;
  out.topic = topic;
  out.reads = {};
  out.units = {Size::units};
  out.biases = 1;
  out.times = static_cast<std::uint8_t>(vectors);
  return out;
}

/// β of the layout's block, that of an unused gate included.
Whole stored_bias_vectors(const Layout& layout, const Settings& settings) {
  if (!settings[Option::reset_after]) return {};
  const bool keeps = std::any_of(layout.tensors.begin(), layout.tensors.end(),
                                 [](const TensorRow& row) { return row.trained_by == Option::bias; });
  return keeps ? layout.bias_vectors : multiply(layout.bias_vectors, settings[Option::bias]);
}

}  // namespace

Rule::Rule(const Framework& framework, Cell cell) : words_(framework.words) {
  const LayerWord& layer = word(cell);
  if (!layer.names.empty()) name_ = layer.names.front();
  passes_on_ = !has_units(layer);
  input_first_ = framework.input_first;
}

Rule::Rule(const Framework& framework, const Layout& layout, const Settings& settings)
    : Rule(framework, layout.cell) {
  known_ = true;
  name_ = layout.name;
  if (!layout.words.empty()) words_ = Words(layout.words);
  gates_.assign(layout.gates.begin(), layout.gates.end());
  unused_gate_ = layout.unused_gate;
  projects_ = met(Option::proj_size, settings);
  std::vector<Part> unused;
  if (!gates_.empty() && std::none_of(layout.parts.begin(), layout.parts.end(), gated)) {
    const Whole vectors = stored_bias_vectors(layout, settings);
    if (vectors != Whole(0)) spare_bias_vectors_ = layout.spare_bias_vectors;
    parts_.push_back(block(layout));
    const Whole each = vectors ? Whole(*vectors / gates_.size()) : Whole();
    const bool all_used = unused_gate_ == Gate::candidate;
    set_bias_vectors(all_used ? vectors : subtract(vectors, each));
    if (!all_used) {
      unused.push_back(parts_.front());
      unused.back().topic = Topic::unused;
      unused.back().bands = Bands::none;
      unused.back().biases = each;
    }
  }
  if (layout.unused_bias_vectors != 0)
    unused.push_back(biases_apart(Topic::unused, layout.unused_bias_vectors));
  for (const Part& part : layout.parts)
    if (met(part.needs, settings) && met(part.also_needs, settings)) add_part(part, settings);
  parts_.insert(std::find_if(parts_.begin(), parts_.end(), is_unused), unused.begin(), unused.end());
  for (const TensorRow& row : layout.tensors) {
    if (!met(row.needs, settings) || !met(row.also_needs, settings)) continue;
    tensors_.push_back(row);
    if (!met(row.trained_by, settings)) tensors_.back().trainable = false;
  }
  if (met(Option::tied, settings)) leave_matrices_out();
}

RARE void Rule::leave_matrices_out() {
  const Whole vectors = bias_vectors();
  gates_.clear();
  std::erase_if(parts_, gated);
  if (vectors && *vectors != 0) parts_.insert(parts_.begin(), biases_apart(Topic::biases, *vectors));
  std::erase_if(tensors_, [](const TensorRow& row) { return (row.columns & bias_column) == 0; });
}

void Rule::add_part(Part part, const Settings& settings) {
  // Where nothing else is said a value is as wide as a key, and their matrices are alike.
  if (settings[Option::value_dim] == Whole(0)) part.units.replace(Size::value_dim, Size::key_dim);
  if (part.biases != Whole(0)) part.biases = multiply(part.biases, settings[Option::bias]);
  if (part.reads.empty() && part.biases == Whole(0)) return;
  const auto same = std::find_if(parts_.begin(), parts_.end(), [&](const Part& other) {
    return alike(other, part) && other.biases == part.biases;
  });
  if (same == parts_.end() || gated(part) || part.reads.empty())  // a projection's biases are its own
    parts_.push_back(part);
  else
    same->times = static_cast<std::uint8_t>(same->times + part.times);
}

void Rule::set_bias_vectors(Whole vectors) {
  std::erase_if(parts_, [](const Part& part) { return part.topic == Topic::biases; });
  const bool folds = !vectors || *vectors % matrices() == 0;
  if (!folds) parts_.insert(parts_.begin() + 1, biases_apart(Topic::biases, *vectors));
  parts_.front().biases = !folds ? 0 : vectors ? Whole(*vectors / matrices()) : Whole();
}

const Part* Rule::part(Topic topic, std::string_view gate) const {
  const auto found = std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) {
    const auto banded = [&](const Gate& other) { return other.name == gate && has_band(part.bands, other); };
    return part.topic == topic && (gate.empty() || std::any_of(gates_.begin(), gates_.end(), banded));
  });
  return found == parts_.end() ? nullptr : &*found;
}

std::uint64_t Rule::matrices() const {
  std::uint64_t sum = 0;
  for (const Part& part : parts_) sum += matrices(part);
  return sum;
}

std::uint64_t Rule::candidates() const {
  std::uint64_t sum = 0;
  for (const Part& part : parts_) sum += candidates(part);
  return sum;
}

std::uint64_t Rule::matrices(const Part& part) const {
  return static_cast<std::uint64_t>(std::count_if(gates_.begin(), gates_.end(), [&](const Gate& gate) {
    return has_band(part.bands, gate) && !unused(gate.name);
  }));
}

std::uint64_t Rule::candidates(const Part& part) const {
  return static_cast<std::uint64_t>(std::count_if(gates_.begin(), gates_.end(), [&](const Gate& gate) {
    return has_band(part.bands, gate) && is_candidate(gate);
  }));
}

Whole Rule::bias_vectors() const {
  Whole sum = 0;
  for (const Part& part : parts_)
    if (!is_unused(part) && part.topic != Topic::depthwise)
      sum = add(sum, multiply(part.biases, gated(part) ? matrices(part) : std::uint64_t{part.times}));
  return sum;
}

Whole Rule::bias() const {
  if (parts_.empty() || part(Topic::biases) != nullptr) return {};
  const Part& first = parts_.front();
  return gated(first) || first.biases != Whole(0) ? first.biases : Whole();
}

std::uint64_t Rule::vectors() const {
  std::uint64_t sum = 0;
  for (const Part& part : parts_)
    if (feature_vectors(part)) sum += part.times;
  return sum;
}

RARE std::string_view Rule::gate(Gate::Role role) const {
  for (const Gate& gate : gates_)
    if (gate.role == role) return gate.name;
  return {};
}

bool Rule::unused(std::string_view name) const {
  return unused_gate_ != Gate::candidate && !name.empty() && gate(unused_gate_) == name;
}

RARE Rule Rule::without_second_biases() const {
  Rule out = *this;
  for (Part& part : out.parts_)
    if (part.biases > Whole(1)) part.biases = 1;
  if (matrices() != 0 && out.bias_vectors() > Whole(matrices())) out.set_bias_vectors(matrices());
  std::erase_if(out.tensors_, [](const TensorRow& row) { return row.columns == second_bias; });
  for (TensorRow& row : out.tensors_) {
    if (row.columns != (bias_column | second_bias)) continue;
    row.columns = bias_column;
    for (Side& side : row.shape) {
      if (side.times == 2) side.times = 1;
      if (row.second_in_candidate) side.stacked = side.stacked == 0 ? 0 : 1;
    }
  }
  out.spare_bias_vectors_ = 0;
  return out;
}

RARE Rule Rule::without_candidate() const {
  Rule out = *this;
  const auto is_unread = [&](const TensorRow& row) {
    return row.candidate_unread && std::any_of(gates_.begin(), gates_.end(), is_candidate);
  };
  std::erase_if(out.gates_, is_candidate);
  std::erase_if(out.parts_, [](const Part& part) { return part.bands == Bands::candidate; });
  for (Part& part : out.parts_)
    if (is_unused(part) && part.reads.empty())
      part.times = static_cast<std::uint8_t>(part.times / matrices() * out.matrices());
  // Biases beyond those of every matrix are the candidate's.
  if (part(Topic::biases) != nullptr) out.set_bias_vectors(*bias_vectors() / matrices() * out.matrices());
  std::erase_if(out.tensors_, [](const TensorRow& row) { return row.bands == Bands::candidate; });
  for (TensorRow& row : out.tensors_)
    if (row.second_in_candidate)
      for (Side& side : row.shape) side.stacked = side.stacked == 0 ? 0 : 1;
  if (std::any_of(tensors_.begin(), tensors_.end(), is_unread)) std::erase_if(out.parts_, is_unused);
  out.spare_bias_vectors_ = 0;
  return out;
}

namespace {

/// As sides of a tensor: what is told as one length can be a product of several.
RARE std::vector<Size> sides_of(Size size) {
  switch (size) {
    case Size::pairs: return {Size::input, Size::second_input};
    case Size::read_patch: return {Size::window, Size::read};
    case Size::head_values: return {Size::heads, Size::value_dim};
    case Size::head_keys: return {Size::heads, Size::key_dim};
    case Size::head_vos: return {Size::heads, Size::vo_dim};
    case Size::query_values: return {Size::query_heads, Size::head_dim};
    case Size::one: return {};
    default: return {size};
  }
}

/// `times` × the part's units × `size`, for every matrix that the part has a band of.
RARE TensorRow plain_tensor(const Part& part, std::uint64_t times, Size size) {
  TensorRow row;
  row.part = part.topic;
  row.once = part.once;
  row.bands = part.bands == Bands::none ? Bands::all : part.bands;
  row.shape[row.sides++] = {static_cast<std::uint8_t>(times), gated(part)};
  for (const Size unit : part.units) row.shape[row.sides++].size = unit;
  for (const Size side : sides_of(size)) row.shape[row.sides++].size = side;
  return row;
}

}  // namespace

RARE Rule Rule::with(std::vector<Gate> gates, std::vector<Part> parts) const {
  Rule out = *this;
  out.gates_ = std::move(gates);
  out.parts_ = std::move(parts);
  out.unused_gate_ = Gate::candidate;
  out.spare_bias_vectors_ = 0;
  out.tensors_.clear();
  for (const Part& part : out.parts_) {
    for (const Size size : part.reads) out.tensors_.push_back(plain_tensor(part, part.times, size));
    const Whole biases = multiply(part.times, part.biases);
    if (biases && *biases != 0) out.tensors_.push_back(plain_tensor(part, *biases, Size::one));
  }
  return out;
}

Rule rule_for(const Framework& framework, Cell cell, const Settings& settings) {
  const Layout* layout = find_layout(framework, cell, settings);
  return layout == nullptr ? Rule(framework, cell) : Rule(framework, *layout, settings);
}

}  // namespace rnn
