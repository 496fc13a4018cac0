// Whether tensors are those of a layer: its sizes are solved from their shapes, its query's text is written,
// and the core lists what it stores; all names and shapes must agree.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/read/tensor_lines.h"
#include "core/read/tensor_rows.h"

namespace rnn {

/// A size of a layer, and the sides that say it.
struct FittedSize {
  Option option = Option::units;
  std::string text;
  std::vector<Span> from;
};

/// A layer that tensors fit.
struct Fit {
  const Pattern* pattern = nullptr;
  std::uint64_t stacked = 1;
  std::vector<std::size_t> tensors;  ///< indices into the list, in the order in which the core lists them
  std::vector<FittedSize> sizes;
  std::string text;  ///< the layer in the words of the query language
  Whole input;       ///< none for an embedding
  Whole output;
  std::size_t off = 0;  ///< options that are not as the framework's default
  int said_at = -1;     ///< where in the names it is said which kind of layer it is; −1: nowhere
};

class Fitter {
 public:
  Fitter(const Patterns& patterns, const TensorList& list) : patterns_(patterns), list_(list) {}

  /// Of a stack of so many layers; `tensors` in the order of the pattern. A convolution whose shapes leave it
  /// open has so many groups.
  std::optional<Fit> fit(const Pattern& pattern, std::uint64_t stacked, std::vector<std::size_t> tensors,
                         std::uint64_t groups = 1);

  const Patterns& patterns() const { return patterns_; }
  const TensorList& list() const { return list_; }

 private:
  /// What the core says of a layer.
  struct Listing {
    bool sound = false;
    std::vector<std::string> names;
    std::vector<std::vector<Whole>> shapes;
    Whole output;
  };
  const Listing& listing(const std::string& layer, const std::string& before);
  bool agrees(const Listing& listing, const Fit& fit) const;

  const Patterns& patterns_;
  const TensorList& list_;
  std::map<std::string, Listing> listings_;
};

}  // namespace rnn
