// What forward() of a model says of its layers: their order, and which reads which.
#pragma once

#include <vector>

#include "core/read/python_run.h"

namespace rnn::python {

/// The uses of all instances of a run, by the thing that is used.
class Uses {
 public:
  explicit Uses(const Run& run);

  bool any() const { return any_; }

  /// The members of an instance in the order in which it uses them, lists of layers taken apart. One that it
  /// never uses stays where it is. Without uses that could be followed: as they are.
  std::vector<int> members(int instance) const;

  struct Source {
    enum class Kind : std::uint8_t {
      before,   ///< nothing is said: the layer before it
      thing,    ///< what `thing` hands on
      unknown,  ///< something of another width, or of a width that is not known
      coming    ///< what comes into the model
    };
    Kind kind = Kind::before;
    int thing = -1;
  };

  /// `index`: of a thing of the run. What it reads at its first use: the first of its sources, and all of
  /// them.
  Source source(int index) const;
  std::vector<Source> sources(int index) const;

  /// Whether it reads all of its sources side by side.
  bool joins(int index) const;

  /// Where it is used first.
  Span first_use(int index) const;

  /// The thing whose output an instance hands on, as far as it is its last one; the thing itself of another.
  int last_of(int index) const;

  /// Whether the thing is a part of an instance whose forward() never uses it.
  bool never_used(int index) const;

  /// Where parts of it are used once more.
  std::vector<Span> used_again(int index) const;

 private:
  const Thing& thing(int index) const { return run_.things[static_cast<std::size_t>(index)]; }
  std::vector<int> parts(int instance) const;

  struct User {
    int instance = -1;
    std::size_t use = 0;
  };

  const Run& run_;
  std::vector<User> users_;   ///< of each thing its first use
  std::vector<int> parents_;  ///< of each thing what holds it
  std::vector<bool> counts_;  ///< of each instance: its uses are of its own parts
  bool any_ = false;
};

}  // namespace rnn::python
