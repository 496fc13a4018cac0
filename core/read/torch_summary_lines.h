// The rows of the tables that tools print of PyTorch's models: torchinfo's tree, torchsummary's list,
// Lightning's table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.h"
#include "core/read/found.h"

namespace rnn {

/// The sides of what goes in or comes out, "[32, 60, 50]"; none for the batch that is not known, "-1".
struct PrintedShape {
  std::vector<Whole> sides;
  std::vector<Span> spans;  ///< of the sides
  bool opened = false;      ///< its bracket is there
  bool closed = false;
  bool gap = false;  ///< a side is missing behind the last comma
};

/// A tensor that a layer's row lists below itself: "weight_ih_l0  [80, 12]".
struct PrintedTensor {
  std::string_view name;
  PrintedShape shape;
};

struct TorchRow {
  std::string_view name;  ///< the class
  Span name_span;
  std::string_view label;  ///< the attribute that holds it; "" where that is not printed
  Span span;               ///< of the line, without what stands before it
  std::size_t indent = 0;
  std::size_t depth = 0;             ///< of "LSTM: 1-1" its first number; 0 where there is none
  bool branch = false;               ///< a branch of the tree leads to it
  std::vector<PrintedShape> input;   ///< no shape where there is no such column
  std::vector<PrintedShape> output;  ///< of several outputs each
  PrintedShape kernel;
  std::vector<Span> shapes;  ///< of each column of shapes, its brackets included
  Whole count;               ///< none where no number is printed
  Whole most;                ///< of a rounded number the largest that it may be
  Span count_span;
  bool none = false;  ///< "--" stands for its count
  bool frozen = false;
  std::vector<Span> frozen_by;  ///< what says so
  bool partly_frozen = false;
  bool repeated = false;  ///< a module that another row shows already
  bool holds = false;     ///< rows below are its own
  std::vector<PrintedTensor> tensors;
};

struct TorchTable {
  enum class Tool : std::uint8_t { none, torchinfo, torchsummary, lightning };
  Tool tool = Tool::none;
  std::vector<TorchRow> rows;
  std::vector<Left> left;
  Printed printed;
  Span total;         ///< where the total is printed
  Whole least_input;  ///< what comes in, in bytes, as it is rounded
  Whole most_input;
  Span input;
  bool shapes = false;  ///< there is a column of them
};

/// Whether there is a row of such a table.
bool is_torch_table(std::string_view text);

/// The first table; another one begins where its total is printed, at `end`.
std::vector<TorchTable> torch_tables(std::string_view text);

}  // namespace rnn
