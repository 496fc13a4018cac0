// What a framework's row says: how it stores each kind of layer, and what can be set. The rows stand in
// frameworks.cpp; count and derivation see only a `Rule`.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "core/part.h"

namespace rnn {

/// A weight matrix of a cell: a gate's or the candidate's.
struct Gate {
  /// What it does, whatever the framework calls it.
  /// `split`: one of several parts that nobody named, for none of them is a gate.
  enum Role : std::uint8_t { input, forget, output, update, reset, candidate, split };
  std::string_view name;  ///< the framework's own, as in its tensors: "forget", "i", "z"
  Role role;
};

const char* name(Gate::Role role);

/// Whether `bands` has one of that gate.
bool has_band(Bands bands, const Gate& gate);

/// A side of a tensor, or those of a window, one for each axis: `times` × size, times its bands where it is
/// `stacked` (2: and one more), times the directions where `both_ways`, and `plus` more.
struct Side {
  std::uint8_t times = 1;
  std::uint8_t stacked = 0;
  Size size = Size::one;
  bool both_ways = false;
  std::uint8_t plus = 0;
};

enum class Role : std::uint8_t {
  weights,
  input_weights,
  recurrent_weights,
  bias,
  projection,
  peephole,
  embedding,
  scale,
  shift,
  mean,
  variance,
  deviation,  ///< its logarithm
  inverse_deviation,
  moving_deviation,
  renorm_mean,
  renorm_deviation,
  counter,  ///< of the batches that a normalisation has seen
  state,    ///< what a recurrent layer begins with
};

/// The columns of the drawn block (rows: units of every gate; columns: what each unit reads), as bits.
enum Column : std::uint8_t {
  no_column = 0,
  recurrent = 1,
  input_column = 2,
  bias_column = 4,
  second_bias = 8
};

/// A tensor of the framework. `name` may hold {gate}, {n} (the gate's number; {n+}: of those behind all
/// gates), {layer} (the number within a stacked layer; {way}: where its directions are counted, too) and
/// {…|…}: the first word in the forward direction, the second one backward; {+…|…}: only in a layer that
/// reads both ways.
struct TensorRow {
  std::string_view name;
  Role role = Role::weights;
  Topic part = Topic::matrix;  ///< of the part that counts it; biases may be counted apart
  std::uint8_t columns = no_column;
  Bands bands = Bands::all;
  /// The tensor exists only if the layer has this option (not 0 or false); Option::units: always.
  Option needs = Option::units;
  Option also_needs = Option::units;
  bool trainable = true;
  /// Where the layer lacks this option the tensor stays, and is not trained.
  Option trained_by = Option::units;
  bool once = false;     ///< one tensor for both directions
  bool by_gate = false;  ///< listed gate by gate, together with its neighbours that are
  /// Of the second biases in it only the candidate's is there: one vector beside those of every matrix.
  bool second_in_candidate = false;
  /// The candidate's part of this tensor is never used; it is one of the layout's `parts`.
  bool candidate_unread = false;
  /// The gates that the peepholes in it belong to, in order; the candidate, which has none, fills up. Where
  /// there are none, they are those of `bands`.
  std::array<Gate::Role, 3> of_gates{Gate::candidate, Gate::candidate, Gate::candidate};
  std::array<Side, 4> shape{};
  std::uint8_t sides = 0;
};

/// The framework's names of the sizes, as they stand in formulas.
struct Words {
  Words() = default;
  /// As in a row: "units input_dim", and the projection's where it is another one.
  explicit Words(const WordList& names);

  std::string_view units;
  std::string_view input;
  std::string_view projection = "proj_size";
};

/// The value of each option of a layer: flags 0 and 1, choices by index, sizes; 0 = no projection. None where
/// what was typed is of no use.
struct Settings {
  std::array<Whole, option_count> values;

  Whole& operator[](Option option) { return values[static_cast<std::size_t>(option)]; }
  Whole operator[](Option option) const { return values[static_cast<std::size_t>(option)]; }
};

/// Cells as bits.
using Cells = std::uint64_t;
constexpr Cells bit(Cell cell) { return Cells{1} << static_cast<unsigned>(cell); }

/// An option of some of a framework's cells that the reader can set. An option that is not offered always
/// has its usual value, or the one that `fixed` names.
struct Offer {
  Option option;
  Cells cells;
  std::uint8_t preset;        ///< the framework's default
  bool fixed = false;         ///< the framework always does this
  std::string_view called{};  ///< the framework's own name for it, where that says something else
  bool below_units = false;   ///< a size that must be smaller than the number of units
  bool required = false;      ///< it has no default there
  std::uint8_t values = 0;    ///< so many of its choices are there, from the first one on; 0: all
  bool by_shape = false;      ///< axes, with `fixed`: the shape that a layer takes says where they are more
};

/// How a framework keeps a cell. Of several layouts for one cell the first one whose `needs` is met applies.
/// What has gates has a gated block, too, and its biases: only the parts beside them stand in `parts`, unless
/// these have gates themselves.
struct Layout {
  Cell cell = Cell::none;
  std::string_view name;
  std::span<const Gate> gates{};
  std::uint8_t bias_vectors = 0;        ///< β where the layer has a bias
  std::uint8_t spare_bias_vectors = 0;  ///< see Rule
  std::span<const TensorRow> tensors{};
  std::span<const Part> parts{};
  Option needs = Option::units;
  Option also_needs = Option::units;
  WordList words{};  ///< see Words; where they differ from the framework's
  /// A gate that the forward pass has without its matrix: that one and its biases are stored and never used.
  /// A peephole of it is one of `parts`. The candidate: there is no such gate.
  Gate::Role unused_gate = Gate::candidate;
  std::uint8_t unused_bias_vectors = 0;  ///< beside the β, with or without a bias: stored, never used
  bool named_for_layout = false;         ///< the name stands for all that it stores, in other frameworks, too
};

/// The arguments that the framework's own layers take without names (see LayerWord).
struct Constructor {
  Cells cells;
  std::string_view takes;
};

/// Where a GRU with one bias for each gate multiplies its reset gate in: before the product with the
/// recurrent matrix, or after it.
enum class Resets : std::uint8_t { unsaid, before, after };

/// What of its state a GRU keeps: as much as the update gate says, or the rest of it.
enum class Keeps : std::uint8_t { unsaid, update, rest };

/// The layers around the recurrent ones that a row has besides. They come later (core/rare.h): only a cell
/// that is_around may stand here.
struct AroundRows {
  std::span<const Layout> layouts{};
  std::span<const Offer> offers{};
  std::span<const Constructor> constructors{};
};

struct Framework {
  std::string_view id;
  std::span<const std::string_view> synonyms{};
  /// A proper name; "" for the notes.
  std::string_view name;
  WordList words;             ///< see Words
  std::string_view previous;  ///< what came out one step earlier
  std::string_view current;   ///< this step's input
  std::span<const Layout> layouts;
  std::span<const Offer> offers;
  std::span<const Constructor> constructors{};
  const AroundRows* around = nullptr;
  std::string_view source{};    ///< where the layouts are documented
  std::string_view version{};   ///< the one that was read
  std::string_view reason;      ///< the id of a sentence: why it stores what it stores
  bool featured = false;        ///< stands on the first screen
  bool input_first = false;     ///< a unit reads concat[current, previous], not concat[previous, current]
  bool last_step = false;       ///< a recurrent layer hands on its last step alone, unless all are asked for
  bool pools_by_one = false;    ///< a pooling moves on by one step, unless another stride is asked for
  bool wrapper_trains = false;  ///< a wrapper that is not to be trained leaves its layer trained
  bool ways_differ = false;     ///< the layer that reads backwards may be another one than the forward one
  bool fills_strides = false;   ///< a transposed convolution leaves each step its whole stride
  bool torch_names = false;     ///< calls layers that store nothing as PyTorch does
  bool sums_optimizer = false;  ///< what a trained model's optimizer keeps is in its summary's total
  bool stacks = false;          ///< a recurrent layer of its own can be several ones, stacked
  Cells one_way = 0;            ///< cells of which no layer of its own reads in both directions
  Resets resets = Resets::unsaid;
  Keeps keeps = Keeps::unsaid;
};

/// The public names; "" where it is not said.
const char* name(Resets resets);
const char* name(Keeps keeps);

/// The default first.
std::span<const Framework> frameworks();

/// Whether what the row tells is there: of those that are not featured it comes later.
bool is_there(const Framework& framework);

/// Before they are there, who calls this is told to wait (web/border/parts.js); later it does nothing.
void wait_for_rows();

/// Those that come later; nullptr where there are none. Before they are there, who asks is told to wait.
const AroundRows* rows_around(const Framework& framework);

/// By id, synonym or name, whatever the case; nullptr if there is none. Waits for its row.
const Framework* find_framework(std::string_view text);

/// Whether a layer with these settings has what a row `needs`. What can't be known counts as there: it is a
/// missing number then, not none.
bool met(Option needs, const Settings& settings);

/// The layout that applies to a `cell` with these settings; nullptr if the framework has no such cell.
const Layout* find_layout(const Framework& framework, Cell cell, const Settings& settings);

/// Whether the layout is there for the option, or keeps anything for it.
bool has_option(const Layout& layout, Option option);

/// Whether it is one of the layers around the recurrent ones.
constexpr bool is_around(Cell cell) { return cell >= Cell::conv_1d && cell < Cell::custom; }

/// Whether the framework has layers of that kind, as far as its row here knows.
bool has_cell(const Framework& framework, Cell cell);
/// Likewise, of what is there already.
bool lists(const Framework& framework, Cell cell);

/// Those of the row, and those that come later, as far as they are there.
std::vector<const Layout*> all_layouts(const Framework& framework);

/// What its layers of that kind take without names.
std::string_view takes(const Framework* framework, const LayerWord& layer);

/// Whether the framework's layers of that kind can't do without the option. nullptr: no framework is chosen.
bool requires_option(const Framework* framework, const LayerWord& layer, Option option);

/// What the framework does about an option of a cell: its default, and whether it is always that.
Offer offer(const Framework& framework, Cell cell, Option option);

}  // namespace rnn
