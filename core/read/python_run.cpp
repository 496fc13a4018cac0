#include "core/read/python_run.h"

#include "core/read/python_machine.h"

namespace rnn::python {

Run run(std::string_view text, const Program& program, const Names& names) {
  return Machine(text, program, names).run();
}

}  // namespace rnn::python
