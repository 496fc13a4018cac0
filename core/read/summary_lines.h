// Keras's printed tables as rows, whatever was put around them: which words name a layer and its class, its
// shapes, its count, and what it reads. Boxes and plain columns are read alike: by what words look like, so
// that a line that lost its frame, its beginning or its colour is the same row.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.h"
#include "core/read/found.h"

namespace rnn {

/// Words of a cell, put together where it goes on in the next line.
struct SummaryText {
  std::string text;
  std::vector<Span> spans;
};

/// A number in a table; none where it is not one, as None.
struct SummaryNumber {
  Whole value;
  Span span;
};

/// (None, 30, 128): without the batch.
struct SummaryShape {
  std::vector<SummaryNumber> sides;
  bool known = false;   ///< else "multiple", "?"
  bool whole = false;   ///< from its beginning on
  bool listed = false;  ///< the first of a list
  Span span;
};

/// lstm[0][1]
struct SummaryReference {
  std::string name;
  std::size_t tensor = 0;
  bool cut = false;  ///< its end is not printed
  std::vector<Span> spans;
};

struct SummaryRow {
  SummaryText name;
  SummaryText type;
  std::vector<Span> type_spans;  ///< with its brackets
  bool has_brackets = false;     ///< around its type
  bool closed = false;           ///< its type is printed to its end
  bool name_cut = false;         ///< its name is not
  std::vector<SummaryShape> shapes;
  bool lists_input = false;  ///< its first shape is that of what it reads
  SummaryNumber count;
  std::vector<SummaryReference> reads;
  int trainable = -1;  ///< a column says so: 0 or 1
  Span trainable_span;
  Span span;
  std::size_t depth = 0;  ///< marks of nesting before its name
  Span depth_span;        ///< the last of them
  bool cut = false;       ///< the text ends in the middle of it
};

/// Total params: 55,895
struct SummaryTotal {
  Whole value;
  Span span;   ///< of the number
  Span whole;  ///< with what it is said to be
};

struct SummaryTable {
  std::string name;
  Span span;
  std::vector<SummaryRow> rows;
  SummaryTotal total;
  SummaryTotal trainable;
  SummaryTotal frozen;
  SummaryTotal optimizer;
  bool connects = false;   ///< it has a column that says which row reads which
  bool names_say = false;  ///< several rows have no class
  Span cut{};              ///< a last row without a width
};

struct SummaryTables {
  std::vector<SummaryTable> tables;
  std::vector<Left> left;
};

/// The tables of a text, in order.
SummaryTables summary_tables(std::string_view text);

}  // namespace rnn
