// Reads code.
#include <algorithm>
#include <array>

#include "core/framework.h"
#include "core/naming.h"
#include "core/read/compose.h"
#include "core/read/forms.h"
#include "core/read/python_layers.h"
#include "core/read/python_machine.h"
#include "core/read/releases.h"

namespace rnn {
namespace {

using namespace python;

/// Why a statement is left that makes no layer.
std::string_view code_of(const Program& program, const Statement& statement) {
  switch (statement.kind) {
    case Statement::Kind::import_names: return "import";
    case Statement::Kind::define:
    case Statement::Kind::define_class:
    case Statement::Kind::each:
    case Statement::Kind::repeat:
    case Statement::Kind::when:
    case Statement::Kind::otherwise_when:
    case Statement::Kind::otherwise:
    case Statement::Kind::handler:
    case Statement::Kind::give_back: return structure_code;
    case Statement::Kind::expression: {
      const bool text = statement.value >= 0 &&
                        program.nodes[static_cast<std::size_t>(statement.value)].kind == Node::Kind::text;
      return text ? "text" : "no_layer";
    }
    default: return "no_layer";
  }
}

Jax jax_of(const Program& program, const Statement& statement, std::string_view text) {
  Jax out = Jax::no;
  for (std::size_t at = statement.first_node; at < statement.last_node; ++at) {
    const Node& one = program.nodes[at];
    if (one.kind != Node::Kind::name) continue;
    if (one.word == "nnx") return Jax::nnx;
    if (one.word == "jnp" || one.word == "jax") out = Jax::linen;
  }
  if (statement.kind == Statement::Kind::other &&
      text.substr(statement.span.start, statement.span.end - statement.span.start).find("nn.compact") !=
          std::string_view::npos)
    out = Jax::linen;
  return out;
}

Jax jax_of(const Program& program, std::string_view text) {
  Jax out = Jax::no;
  for (const Statement& statement : program.statements) {
    const Jax one = jax_of(program, statement, text);
    if (one != Jax::no && out != Jax::nnx) out = one;
  }
  return out;
}

/// `forwards`: whether the order of the layers hangs on how they are used.
std::vector<Left> left_of(const Program& program, const Run& run, bool forwards, std::string_view text) {
  std::vector<bool> makes(program.statements.size());
  for (const Thing& one : run.things)
    if (one.statement < makes.size()) makes[one.statement] = true;
  for (const std::size_t index : run.holding) makes[index] = true;
  std::vector<bool> flows(program.statements.size());
  for (const Thing& one : run.things)
    for (std::size_t i = one.forward.first; i < one.forward.last; ++i) flows[i] = true;
  std::vector<Left> out;
  for (std::size_t i = 0; i < program.statements.size(); ++i) {
    const Statement& statement = program.statements[i];
    const bool holds = makes[i] || jax_of(program, statement, text) != Jax::no;
    const bool uses = flows[i] && !holds && (forwards || statement.kind != Statement::Kind::define);
    const std::string_view flow = forwards ? flow_code : wiring_code;
    out.push_back({statement.span, uses ? flow : holds ? structure_code : code_of(program, statement), {}});
  }
  out.insert(out.end(), program.left.begin(), program.left.end());
  return out;
}

/// PyTorch's layers that find out themselves what they read are the usual ones, without that size.
void take_lazy_ones(Run& run) {
  constexpr std::string_view lazy = "Lazy";
  struct Takes {
    std::string_view begins;
    std::array<std::string_view, 5> names;
  };
  constexpr std::array<Takes, 4> takes{{
      {"Linear", {"out_features", "bias"}},
      {"ConvTranspose", {"out_channels", "kernel_size", "stride", "padding", "output_padding"}},
      {"Conv", {"out_channels", "kernel_size", "stride", "padding", "dilation"}},
      {"", {"eps", "momentum", "affine"}},
  }};
  for (Thing& one : run.things) {
    const std::string_view word = last_word(one.path);
    if (!word.starts_with(lazy) || layer_named(word.substr(lazy.size())) == nullptr) continue;
    const std::string name(word.substr(lazy.size()));
    const auto& names = std::find_if(takes.begin(), takes.end(), [&](const Takes& all) {
                          return name.starts_with(all.begins);
                        })->names;
    std::size_t place = 0;
    for (Given& given : one.given)
      if (given.name.empty() && place < names.size()) given.name = names[place++];
    one.path = name;
    one.lazy = true;
  }
}

/// Whether the layers stand in another order, or read other widths, than without what forward() says.
/// Where every layer says itself what it reads, the count is the same; else forward() is not followed.
bool settle_forwards(const std::string& framework, std::string_view text, Run& run,
                     std::vector<Found>& found) {
  if (std::none_of(run.things.begin(), run.things.end(), [](const Thing& one) { return !one.uses.empty(); }))
    return false;
  Run without = run;
  for (Thing& one : without.things) one.uses.clear();
  std::vector<Found> plain = models(without, framework, text);
  const auto same = [](const FoundLayer& a, const FoundLayer& b) {
    return a.calls.front().span.start == b.calls.front().span.start && a.reads == b.reads;
  };
  const bool alike = plain.size() == found.size() && !plain.empty() &&
                     std::equal(found.front().layers.begin(), found.front().layers.end(),
                                plain.front().layers.begin(), plain.front().layers.end(), same);
  if (alike) return false;
  const Framework* row = find_framework(framework);
  const LayerWord* linear = layer_named("Linear");
  const bool lazy =
      std::any_of(run.things.begin(), run.things.end(), [](const Thing& one) { return one.lazy; });
  const bool states =
      !lazy && row != nullptr && linear != nullptr && takes(row, *linear).starts_with("input");
  if (states && count_of(plain.front()) != count_of(found.front())) {
    run = std::move(without);
    found = std::move(plain);
    return false;
  }
  return true;
}

}  // namespace

bool is_python(std::string_view text) {
  const std::size_t call = text.find('(');
  return call != std::string_view::npos || text.find("import ") != std::string_view::npos;
}

std::vector<Found> read_python(std::string_view text, const Names& names) {
  const Program program = parse_program(text);
  Run run = python::run(text, program, names);
  take_lazy_ones(run);
  std::string framework = python::framework_of(run, text, jax_of(program, text));
  for (const Thing& one : run.things) framework = std::string(release_with(framework, find_layer(one.path)));
  const auto for_cudnn = [](const Thing& one) { return last_word(one.path).starts_with("CuDNN"); };
  if (framework.starts_with("keras") && std::any_of(run.things.begin(), run.things.end(), for_cudnn))
    framework = "cudnn";
  std::vector<Found> found = models(run, framework, text);
  if (found.empty()) return found;
  const bool forwards = settle_forwards(framework, text, run, found);
  Found& first = found.front();
  std::vector<Left> left = left_of(program, run, forwards, text);
  left.insert(left.end(), first.left.begin(), first.left.end());
  first.left = std::move(left);
  first.unknown.insert(first.unknown.end(), run.unknown.begin(), run.unknown.end());
  first.problems.insert(first.problems.end(), run.problems.begin(), run.problems.end());
  if (program.too_deep) first.problems.push_back({"nesting", {}, {}});
  return found;
}

}  // namespace rnn
