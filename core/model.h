// The pass that gives the words of a query their meaning: a framework, an input size and a stack of layers
// with every option decided, each with the rule that the framework keeps it by.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/problem.h"
#include "core/query.h"
#include "core/rule.h"
#include "core/tuples.h"

namespace rnn {

/// An argument as it was typed, with ASCII digits. `name` is the option's own name whatever the spelling, or
/// the word typed where there is no such option; a wrapper is the option "bidirectional" with its own word as
/// text.
struct WrittenArgument {
  std::string name;
  std::string text;
  Span span;
  Span value;  ///< of the value, quotes included
};

/// A layer as it was typed; of a wrapped one, the inner layer with the wrapper's arguments.
struct Written {
  std::string name;
  const LayerWord* layer = nullptr;  ///< the kind of layer; nullptr for an unknown one
  Span span;
  std::size_t open = 0;  ///< behind the opening bracket, or behind the name
  bool wrapped = false;
  bool named_both_ways = false;  ///< its name is that of a wrapped layer: BiLSTM
  std::vector<WrittenArgument> arguments;
};

/// What passes from a layer to the next one.
struct Passed {
  enum class Axes : std::uint8_t {
    sequence,  ///< a vector for each time step
    vector,    ///< one vector, without steps
    other,     ///< more axes than that, or none that are known
  };
  Whole width;
  Whole steps;  ///< of a sequence
  Axes axes = Axes::sequence;
  /// Of an image, or a sequence of images, those beside the channels and the batch; 0: not known.
  std::uint8_t planes = 0;
  bool last_step = false;  ///< of the sequence its last vector alone, where that makes a difference
};

/// The layer's part in a bidirectional one whose directions are two layers.
enum class Way : std::uint8_t {
  whole,     ///< none: its directions, if there are two, are alike
  forward,   ///< the next layer of the model is the other one
  backward,  ///< it reads what the one before it reads, and both are merged behind it
};

/// One stacked layer.
struct Layer {
  Cell cell = Cell::none;
  const LayerWord* word = nullptr;  ///< nullptr for an unknown layer
  std::string name;                 ///< the framework's name for it; of an unknown layer, as typed
  Settings settings;
  /// For each option the index of the argument that sets it; −1 where none does.
  std::array<int, option_count> argument{};
  std::string rate;                              ///< of Dropout, as typed
  std::vector<std::pair<Option, Tuple>> tuples;  ///< values of several numbers
  bool every_step = false;                       ///< a wrapper uses it at every step
  Tuple shape;                                   ///< what it says of what comes in, without the batch
  bool steps_said = false;                       ///< how many steps it reads is what it says
  bool wrapper_trained = true;                   ///< unless its wrapper is not to be trained
  std::size_t origin = 0;                        ///< index into `written`
  std::size_t number = 0;                        ///< from 0, within one written layer
  Way way = Way::whole;
  bool flawed = false;  ///< has a problem that leaves its numbers legible but no count certain
  Rule rule;
  Whole input;                 ///< d: what the layer reads; of an embedding, the size of the vocabulary
  bool reads_sequence = true;  ///< it reads a vector for each time step, or another array
  std::uint8_t axes = 0;       ///< of what it reads, the batch aside: of a vector 1; 0: not known
  Whole steps;  ///< T: the time steps that it reads; of a vector 1, none where they are not known
  Passed passed;
  bool begins = false;        ///< a chain: nothing comes from the layer before
  bool said = false;          ///< it reads what its text says, not what comes
  bool steps_matter = false;  ///< how many steps it hands on is known, or a later layer reads them
  int input_said = -1;     ///< the argument of the first layer that says what comes in; −1: the field does
  int steps_said_by = -1;  ///< the argument of the first layer that says how many steps come in, likewise
  int steps_read_from = -1;  ///< the layer that made the steps that it reads; −1 for those that came in
  int steps_from = -1;       ///< the layer that made these steps; −1 for those that came in
  bool steps_read = false;   ///< it reads the time steps itself
  int tied = -1;             ///< the embedding whose matrix is its own, too; −1 for none
  Whole total;               ///< what it stores, once it is counted; none where that is not certain

  const Tuple* tuple(Option option) const;
};

struct Model {
  const Framework* framework = nullptr;
  const Framework* spoken = nullptr;  ///< whose constructors the text is read by: the query's own
  Whole input;                        ///< what comes in: the field's number, or what the first layer says
  Whole timesteps;                    ///< how many steps of it
  std::vector<Written> written;
  bool whole = true;  ///< those hold all arguments, not only what sets an option
  /// It is one of "what if …?": a layer may read another number than the one before it hands on.
  bool supposed = false;
  std::vector<Layer> layers;
  Problems problems;
  Whole total;    ///< what the layers store, once they are counted
  Whole counted;  ///< what those store whose count is certain
};

/// The framework that the query names; the default where it names none; nullptr where there is none of that
/// name.
const Framework* framework_of(const Query& query);

/// Reads `query` as a model of `framework`. With a `framework` of nullptr the layers are read as far as they
/// can be without one. To be compared with a reading whose problems are `known`, it tells only others, and
/// holds of what was typed only what sets an option.
Model read_model(const Query& query, const Framework* framework, const KnownProblems* known = nullptr);

/// The public name; "" of a whole layer.
const char* name(Way way);

/// The directions of a layer: 1 or 2; none if that is not certain.
Whole directions(const Layer& layer);

/// The sides of its window, one for each axis; none where they are not known.
std::vector<Whole> window_sides(const Layer& layer);

/// How many time steps and features a normalisation keeps numbers for: of one of them, or of each at each;
/// none where that is not known. Empty: for all of them together.
std::vector<Whole> normalized(const Layer& layer);

/// Whether it keeps numbers for time steps; whether for features. Both: for each feature at each time step.
bool keeps_steps(const Layer& layer);
bool keeps_features(const Layer& layer);

/// Of how many axes a PReLU shares its slopes; 0: of none.
std::size_t shared_axes(const Layer& layer);

/// What an attention hands on whose output is as wide as all keys where nothing is said.
Whole model_width(const Layer& layer);

/// r: the numbers that a unit reads of the step before, in its own direction.
Whole recurrent_width(const Layer& layer);

}  // namespace rnn
