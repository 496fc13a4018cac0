// Which layers of PyTorch a row of a printed table may be. Every one is counted by the core (fitting.h): a
// row that holds several layers and directions of an LSTM is solved, not guessed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/read/fitting.h"
#include "core/read/torch_summary_lines.h"

namespace rnn {

/// Where a size of a layer comes from.
enum class SizeSource : std::uint8_t { none, count, input, output, kernel };

struct TorchArgument {
  std::string name;
  std::string text;
  SizeSource source = SizeSource::none;
};

/// A layer that a row may be.
struct TorchFit {
  std::vector<TorchArgument> arguments;
  Whole input;          ///< none for an embedding
  Whole output;         ///< none where a layer hands on what it reads
  std::size_t off = 0;  ///< options that are not as PyTorch's default
  bool hangs = false;   ///< it was looked for with the widths that may come in

  std::string text(std::string_view name) const;
};

/// What is known of the rows around.
struct Around {
  std::vector<std::uint64_t> comes;  ///< widths that may come in, the likeliest first
  bool shapes = false;               ///< the table says what comes out, if not of this row
  std::vector<std::uint64_t> goes;   ///< without shapes: widths that a row behind may read
};

class TorchFitter {
 public:
  /// `known` outlives it.
  explicit TorchFitter(StoredLayers& known);

  /// All layers of this kind that store what the row says, the likeliest first; not ordered by what comes in.
  std::vector<TorchFit> fits(const TorchRow& row, const LayerWord& word, const Around& around);

  /// What the layer stores when it reads `input`.
  Whole count(std::string_view name, const TorchFit& fit);

 private:
  class Row;
  Fitting fitting_;
  std::size_t work_ = 0;
};

/// How many last states a recurrent layer hands on beside its output, one for each layer and direction.
Whole states_of(const TorchRow& row);

/// The width that a layer of this kind and name hands on, of all that come out the first.
Whole width_of(const std::vector<PrintedShape>& shapes, const LayerWord& word, std::string_view name);
/// The place of that width; empty where there is none.
Span width_span(const std::vector<PrintedShape>& shapes, const LayerWord& word, std::string_view name);

/// Over how many axes a layer of this name moves: 2 of "MaxPool2d".
std::size_t axes_of(const LayerWord& word, std::string_view name);

}  // namespace rnn
