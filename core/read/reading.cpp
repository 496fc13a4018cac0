#include "core/read/reading.h"

#include "core/numbers.h"
#include "core/weights.h"

namespace rnn {

const char* name(Form form) {
  switch (form) {
    case Form::none: break;
    case Form::python: return "python";
    case Form::module: return "module";
    case Form::summary: return "summary";
    case Form::tensors: return "tensors";
    case Form::keras_json: return "keras_json";
    case Form::matlab: return "matlab";
    case Form::query: return "query";
    case Form::number: return "number";
  }
  return "";
}

const char* name(TextPiece::Kind kind) {
  switch (kind) {
    case TextPiece::Kind::layer: return "layer";
    case TextPiece::Kind::size: return "size";
    case TextPiece::Kind::ignored: return "ignored";
    case TextPiece::Kind::unknown: break;
  }
  return "unknown";
}

static Whole printed_number(const std::string& digits) { return read_size(digits, 0, largest_total).value; }

Whole Printed::own() const {
  const Whole all = printed_number(total);
  return optimizer.empty() ? all : subtract(all, printed_number(optimizer));
}

bool Printed::kept_by_adam() const {
  const Whole kept = printed_number(optimizer);
  return kept && kept == rnn::kept_by_adam(printed_number(trainable));
}

}  // namespace rnn
