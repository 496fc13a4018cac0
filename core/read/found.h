// What a reader of a pasted text finds: layers as calls in the words of the query language, and of every word
// the place in the text that it comes from. Readers know forms of text; what a layer's words mean, and which
// of them count, is decided where the query is read (compose.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/read/reading.h"

namespace rnn {

/// A value in the query's words: "32", "(3,5)", "true", "same".
struct FoundValue {
  std::string text;
  Span span;               ///< where it stands in the call
  std::vector<Span> from;  ///< other places that say it: `HIDDEN = 539`
  std::string asked;       ///< the name whose value is not known, as typed; "" where there is a value
};

struct FoundArgument {
  std::string name;  ///< as typed; "" where there is none
  Span name_span;    ///< with the sign behind it: `units=`
  FoundValue value;
};

/// A name with its brackets, as in the query.
struct FoundCall {
  std::string name;
  Span name_span;
  Span span;  ///< from the name to the closing bracket
  std::vector<FoundArgument> arguments;
  /// Its closing bracket, with those that follow where these would close it, too; empty: the bracket alone.
  Span closing{};
};

/// A layer; each of its wrappers holds the next call, the last one is the layer itself.
struct FoundLayer {
  std::vector<FoundCall> calls;
  std::vector<Span> also;     ///< other places that it hangs on: which layer reads which
  std::string reads;          ///< the width that it reads where that is not what comes; "" elsewhere
  std::vector<Span> sizes{};  ///< other places that say what comes in
  static constexpr int before = -1;
  static constexpr int unknown = -2;
  int follows = before;  ///< the layer that hands it what it reads
};

/// What is left out, and why: the code of a sentence.
struct Left {
  Span span;
  std::string_view code;
  std::vector<Detail> args;
};

/// Another layer that the same text fits.
struct FoundChoice {
  std::size_t layer = 0;  ///< whose place it takes
  FoundLayer instead;
  std::string_view code;  ///< in which way it differs
  std::vector<Detail> args;
  std::string input{};  ///< with it, what the model reads; "" where that stays as it is
};

/// One model.
struct Found {
  std::string name;       ///< its own, where it has one
  std::string framework;  ///< the id
  FoundValue input;       ///< the features of a time step; its text is "" where the text does not say
  FoundValue timesteps;   ///< likewise
  std::vector<FoundLayer> layers;
  std::vector<Left> left;            ///< of no effect on the count
  std::vector<Left> unknown;         ///< may have one, and is not read
  std::vector<FoundChoice> choices;  ///< likeliest first
  std::vector<TextProblem> problems;
  Printed printed;
  std::string_view differs{};  ///< where it is another reading of the same text: in which way, as a code
};

}  // namespace rnn
