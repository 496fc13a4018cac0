// What the names and expressions of a program stand for, as far as its layers need it: whole numbers are
// worked out, layers are things, and anything else is the name that the program gives it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace rnn::python {

/// So many places of the text a value keeps that it comes from.
inline constexpr std::size_t most_places = 16;

struct Value {
  enum class Kind : std::uint8_t {
    unknown,  ///< `text` is how the program writes it
    number,
    real,  ///< as written in `text`
    flag,
    text,
    none,
    list,
    dict,      ///< `items` are keys and values in turn; with a `text`, its items are attributes
    path,      ///< what nothing in the program defines: "torch.nn.LSTM"
    function,  ///< the statement `number`; `object`: the scope in which it stands
    type,      ///< a class, likewise
    method,    ///< `text` of the thing `object`, or of the list `items[0]`
    thing,     ///< a layer, a model
    tensor,    ///< what the thing `object` hands on
    flow       ///< in a model's forward(): what comes of the uses `items`; −1 of what comes in
  };
  Kind kind = Kind::unknown;
  std::int64_t number =
      0;               ///< of a flow: how many axes it has, below 0 a layer's outputs and states; 0 unknown
  std::string text{};  ///< of a flow: "state" of a layer's last one
  std::vector<int> items{};
  int object = -1;           ///< of a dictionary: the value that holds its items now, for all of its names
  bool state = false;        ///< of a tensor: a layer's last state; of a flow: its width is another one
  bool joined = false;       ///< of a flow: its width is the sum of those that it comes of
  std::vector<Span> from{};  ///< other places of the program that say it
};

/// A literal whole number; of another one the text.
Value number_value(std::string_view word);

/// The text inside quotes, without what is escaped in it.
Value text_value(std::string_view word);

Value whole(std::int64_t number);
Value flag(bool value);

/// Whether it is true; −1 where that is not known.
int truth(const Value& value);

/// The value of `left sign right`; unknown where it is no whole number, and then the text is that of the
/// operand which is not known.
Value combined(std::string_view sign, const Value& left, const Value& right);
Value combined(std::string_view sign, const Value& right);

}  // namespace rnn::python
