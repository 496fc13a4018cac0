// A Python program as statements and expressions. What is no Python is read as far as it makes sense: a comma
// or an outer bracket that is missing is passed over.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/read/python_tokens.h"

namespace rnn::python {

/// A part of an expression. Parts stand before what they are parts of, so that a loop over the nodes
/// evaluates them.
struct Node {
  enum class Kind : std::uint8_t {
    hole,  ///< what has no value here: a lambda
    name,
    number,
    text,
    attribute,  ///< `word` of `a`
    call,       ///< of `a` with `items`
    subscript,  ///< of `a` with `items`
    list,       ///< a tuple, too
    dict,       ///< `items` are keys and values in turn
    keyword,    ///< `word` = `a`
    unary,
    binary,
    choice,        ///< `a` if `b` else `items[0]`
    comprehension  ///< `a` for `names` in `b`; the nodes of `a` are from `first` to `last`
  };
  Kind kind = Kind::hole;
  Span span;
  std::string_view word{};  ///< as it stands there; the sign of an operation
  int a = -1;
  int b = -1;
  std::vector<int> items{};
  std::vector<std::string_view> names{};
  int first = -1;
  int last = -1;
  int condition = -1;  ///< of a comprehension: its nodes are from `condition_first` to `condition` itself
  int condition_first = -1;
  bool closed = true;  ///< its bracket is
  bool slice = false;  ///< of a subscript: it has a colon
  Span word_span{};    ///< of a keyword or an attribute's word
};

struct Parameter {
  std::string_view name;
  Span span;  ///< with its default
  int value = -1;
  bool by_name = false;  ///< no value without its name is its own
};

struct Import {
  std::string_view name;  ///< the name it has here; "*" for all
  std::string path;       ///< "torch.nn"
};

struct Statement {
  enum class Kind : std::uint8_t {
    expression,
    assign,
    augment,
    define,
    define_class,
    each,  ///< for `names` in `value`
    when,
    otherwise_when,
    otherwise,
    repeat,  ///< while `value`
    scope,   ///< with, try: its body runs once
    handler,
    give_back,
    import_names,
    other
  };
  Kind kind = Kind::other;
  Span span;
  std::size_t column = 0;
  std::size_t first_node = 0;
  std::size_t last_node = 0;
  std::vector<int> targets{};
  int value = -1;
  std::string_view name{};  ///< of a definition; of an augmented assignment its sign
  std::vector<std::string_view> names{};
  std::vector<Parameter> parameters{};
  std::string_view rest{};    ///< `*args`: the name without the sign; "" where there is none
  std::string_view others{};  ///< `**kwargs`, likewise
  bool names_only = false;    ///< a star was among its parameters
  std::vector<Import> imports{};
  std::vector<int> bases{};  ///< of a class
  bool prose = false;        ///< other words stand beside it: it is no program
};

struct Program {
  std::vector<Node> nodes;
  std::vector<Statement> statements;
  std::vector<Left> left;
  bool too_deep = false;  ///< brackets are nested deeper than `deepest_code`
};

Program parse_program(std::string_view text);

/// The statement behind the body of the one at `index`: the next one that is not indented more.
std::size_t behind_body(const Program& program, std::size_t index);

}  // namespace rnn::python
