// The sizes of a model that an exercise may have others for: what comes in, units, vocabularies, projections
// and time steps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/count.h"

namespace rnn {

/// What a size is.
enum class SizeRole : std::uint8_t { projection, steps, units, input, vocabulary };

/// A size of the model, wherever it is written.
struct ModelSize {
  SizeRole role = SizeRole::units;
  std::uint64_t value = 0;
};

/// Those of one role that are equal stay equal: a table with the layer that is tied to it, layers that are
/// alike. `two_apart`: but two layers have units of their own, so that those of one don't pass for the
/// other's.
enum class Alike : std::uint8_t { together, two_apart };

class Sized {
 public:
  /// `query`: of a model without problems.
  explicit Sized(std::string_view query, Alike alike = Alike::together);

  /// Each once, in the order in which they are written.
  const std::vector<ModelSize>& sizes() const { return sizes_; }

  const Model& model() const { return model_; }

  /// The model with other sizes, one for each of `sizes()`; it may have problems.
  Model with(const std::vector<std::uint64_t>& values) const;

 private:
  /// Where a size stands: in a field, or an argument of a call.
  struct Place {
    SizeRole role = SizeRole::units;
    std::uint64_t value = 0;
    std::size_t size = 0;  ///< index into `sizes_`
    Key key = Key::layers;
    std::size_t call = 0;
    std::size_t argument = 0;
  };

  void find_places();
  void note(SizeRole role, const std::string& text, Key key, std::size_t call = 0, std::size_t argument = 0);
  void join(Alike alike);

  Query query_;
  Model model_;
  std::vector<ModelSize> sizes_;
  std::vector<Place> places_;
};

}  // namespace rnn
