// The pass that reads the text of a query: its fields, and in layers_text.h the layers as they are written.
// It knows the grammar, not what the words mean.
//
//   query  = application/x-www-form-urlencoded
//   layers = [ layer { next layer } [ "," ] ], in square brackets or without
//   next   = "," | a line's end
//   layer  = value [ "(" [ argument { ( "," | "=>" ) argument } [ "," ] ] ")" ]
//   argument = [ value "=" ] value | layer
//   value  = quoted text | any characters but ( ) , = " ' with blanks only inside | name and brackets, or
//            brackets alone, round or square, with anything in them that is balanced
//   A comment, from # or // on to the end of its line, may stand wherever a blank may.
//   A second pair of brackets behind a layer is passed over, as a problem.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "core/problem.h"

namespace rnn {

/// A field as it was typed, decoded: places count in this text.
struct Field {
  std::string text;
  bool given = false;
};

struct Fields {
  std::array<Field, keys.size()> fields;

  Field& operator[](Key key) { return fields[static_cast<std::size_t>(key)]; }
  const Field& operator[](Key key) const { return fields[static_cast<std::size_t>(key)]; }
};

/// A value without its quotes and with ASCII digits; the span is that of the value as typed.
struct Value {
  std::string text;
  Span span;
};

/// A name with brackets behind it, or without: `LSTM(32)`, `LSTM`, `"32"`.
struct Call {
  struct Argument {
    Value name;     ///< empty where there is none
    Value value;    ///< of a layer in brackets: the layer's name
    int call = -1;  ///< the layer in brackets, as an index into the calls; −1 for a plain value
    Span span;

    bool is_layer = false;  ///< it names one, with brackets or, in those of a wrapper, without

    bool named() const { return name.span.end != 0; }  // a name never stands at the very beginning
  };

  Value name;
  Span span;             ///< from the name to the closing bracket
  std::size_t open = 0;  ///< behind the opening bracket, or behind the name
  bool has_brackets = false;
  std::vector<Argument> arguments;
};

/// A key that is one slip of the pen away from a field's, and its value.
struct NearKey {
  std::string name;
  std::string text;
};

struct Query {
  Fields fields;
  std::array<NearKey, keys.size()> near;  ///< of each field the first one; its name is "" where there is none
  std::vector<Call> calls;         ///< the layers and, in no order that matters, the layers inside them
  std::vector<std::size_t> items;  ///< the layers: indices into `calls`
  bool too_long = false;           ///< and nothing of it was read
  Problems repeated;               ///< fields that are given again
  Problems problems;               ///< all others
  Problems of_budget;              ///< what is wrong with that key; nothing where no size is to be found

  /// Whether the layers were read to their end.
  bool readable() const { return !too_long && problems.count(Key::layers) == 0; }
};

/// Reads `text`; never fails: what can't be read is a problem, and what stands before it is kept.
Query parse(std::string_view text);

/// The same for the text of the layers alone.
Query parse_layers(std::string_view text);

}  // namespace rnn
