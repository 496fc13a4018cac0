// Follows a program as far as it makes layers: assignments, calls of its own functions and classes, loops
// over what is known. Nothing of it is executed.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "core/read/python_syntax.h"
#include "core/read/python_values.h"

namespace rnn::python {

/// An argument of a layer.
struct Given {
  std::string name;
  Span name_span;
  Span span;                  ///< of the value
  int value = -1;             ///< in `Run::values`
  int thing = -1;             ///< the layer that it is
  std::vector<int> things{};  ///< those in a list
};

/// What a layer reads: the output of a thing, or its last state.
struct Read {
  int thing = -1;
  bool state = false;
  bool followed = true;  ///< else something that is not known was done to it
};

/// Where a name is given to what a thing hands on.
struct Wire {
  Span span;
  bool again = false;  ///< the name stood for what another one hands on
};

/// A call of a layer or a model in forward().
struct Use {
  int thing = -1;
  Span span{};
  std::vector<int> reads{};  ///< the uses whose outputs it reads; −1: what comes in
  bool changed = false;      ///< what it reads has another width than the first of them hands on
  bool joined = false;       ///< it has as much as all of them together
};

/// A layer, or a model that holds layers.
struct Thing {
  enum class Kind : std::uint8_t {
    layer,
    input,      ///< says what comes in
    model,      ///< holds its members in order
    instance,   ///< of a class of the program, likewise
    functional  ///< what leads from its inputs to its outputs, `reads`
  };
  Kind kind = Kind::layer;
  std::string path{};  ///< as it is called: "torch.nn.LSTM"
  std::string name{};  ///< the variable that holds it
  Span name_span{};    ///< of the last word of its path
  Span span{};
  bool closed = true;
  bool prose = false;  ///< it stands among other words
  bool maybe = false;  ///< no known layer: it is one if a model holds it, or calls it
  bool lazy = false;   ///< it finds out itself what it reads
  bool own = false;    ///< a layer that the program defines itself
  std::size_t statement = 0;
  std::vector<Given> given{};
  std::vector<int> members{};
  std::vector<Read> reads{};
  std::vector<Wire> wires{};  ///< the names that its output is kept under and read by
  Span call{};                ///< the brackets that it was called with
  bool applied = false;       ///< it was called
  bool held = false;          ///< a list of layers holds it
  bool consumed = false;      ///< another one holds it
  bool listed = false;        ///< a list of the program holds it
  bool plain = false;         ///< an attribute that is a list holds it
  bool escaped = false;       ///< and is given to what is not known
  bool dropped = false;       ///< made on a way that is not taken
  int scope = -1;             ///< of an instance: its attributes
  int definition = -1;        ///< of an instance: its class
  std::vector<Use> uses{};    ///< of an instance whose forward() could be followed: in order
  struct Body {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  Body forward{};  ///< likewise: its statements
  Span weights{};  ///< of an instance that makes weights of its own beside its layers: where
};

struct Run {
  std::deque<Thing> things;  ///< where they are they stay when others come, as values do
  std::deque<Value> values;
  std::vector<std::size_t> holding;  ///< statements that keep a thing which another one made
  std::vector<std::string> imports;  ///< the paths
  std::vector<Left> unknown;         ///< what may make layers and was not followed
  std::vector<TextProblem> problems;
};

Run run(std::string_view text, const Program& program, const Names& names);

}  // namespace rnn::python
