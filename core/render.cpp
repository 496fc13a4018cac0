#include "core/render.h"

#include <vector>

#include "core/count.h"
#include "core/publish.h"

namespace rnn {
namespace {

/// The lines of a step: what they have in common is their value.
std::vector<Tokens> lines(const ShownStep& step) {
  std::vector<Tokens> out{step.symbols.tokens};
  std::string last = step.symbols.text;
  const auto add = [&](const Tokens& tokens, const std::string& text) {
    if (tokens.empty() || text == last) return;
    out.push_back(tokens);
    last = text;
  };
  add(step.numbers.tokens, step.numbers.text);
  add(step.reduced.tokens, step.reduced.text);
  add({{Token::Kind::number, step.value, ""}}, step.value);
  return out;
}

/// How a format writes a step and what stands above a layer's.
struct Format {
  std::string_view name;
  std::string_view before_heading, behind_heading;
  std::string_view before_step, behind_step;
  std::string_view before_first, before_next, behind_line, between_lines;
  std::string (*write)(const Tokens&);
};

constexpr Format formats[] = {
    {"text", "", "\n\n", "", "\n\n", "", "= ", "", "\n", to_text},
    {"latex", "\\[\\text{", "}\\]\n", "\\[\n\\begin{aligned}\n", "\n\\end{aligned}\n\\]\n", "& ", "={} & ",
     "", " \\\\\n", to_latex},
    {"mathml", "<p>", "</p>\n",
     "<math display=\"block\" xmlns=\"http://www.w3.org/1998/Math/MathML\"><mtable columnalign=\"left\">",
     "</mtable></math>\n", "<mtr><mtd>", "<mtr><mtd><mo>=</mo>", "</mtd></mtr>", "", to_mathml},
    {"markdown", "**", "**\n\n", "$$\n\\begin{aligned}\n", "\n\\end{aligned}\n$$\n\n", "& ", "={} & ", "",
     " \\\\\n", to_latex},
};

void append_step(std::string& out, const Format& format, const Step& step) {
  out += format.before_step;
  const std::vector<Tokens> rows = lines(shown(step, true));
  for (const Tokens& row : rows) {
    const bool first = &row == &rows.front();
    if (!first) out += format.between_lines;
    out += first ? format.before_first : format.before_next;
    out += format.write(row);
    out += format.behind_line;
  }
  out += format.behind_step;
}

}  // namespace

std::string render(std::string_view query, std::string_view format_name) {
  const Format* format = nullptr;
  for (const Format& candidate : formats)
    if (candidate.name == format_name) format = &candidate;
  const Query parsed = parse(query);
  const Model model = counted(parsed, framework_of(parsed));
  if (format == nullptr || !model.problems.empty()) return {};
  const Derivation derivation = derive(model);
  const bool several = derivation.layers.size() > 1;
  std::string out;
  for (std::size_t i = 0; i < derivation.layers.size(); ++i) {
    if (several) {
      out += format->before_heading;
      out += "layer " + digits(i + 1);
      out += format->behind_heading;
    }
    for (const Step& step : derivation.layers[i]) append_step(out, *format, step);
  }
  if (several)
    for (const Step& step : derivation.closing) append_step(out, *format, step);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out.empty() ? out : out + "\n";
}

}  // namespace rnn
