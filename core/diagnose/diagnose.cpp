#include "core/diagnose/diagnose.h"

#include "core/count.h"
#include "core/diagnose/findings.h"
#include "core/numbers.h"
#include "core/publish.h"
#include "core/utf8.h"

namespace rnn {
namespace {

void write(Json& json, const char* name, const std::vector<Slip>& slips) {
  json.list(name);
  for (const Slip slip : slips) json.item(slip_word(slip).name);
  json.end();
}

void write(Json& json, const Finding::ToldStep& told) {
  const ShownStep step = shown(told.step, true);
  json.object().index("layer", told.layer).text("kind", name(told.step.topic));
  write(json, "symbols", step.symbols);
  write(json, "numbers", step.numbers);
  if (!step.reduced.empty()) write(json, "reduced", step.reduced);
  json.text("value", step.value).end();
}

void write(Json& json, const Finding& finding) {
  json.object();
  write(json, "ids", finding.ids);
  json.flag("together", finding.together);
  write(json, "also", finding.also);
  json.text("strength", name(finding.strength)).list("frameworks");
  for (const std::string_view framework : finding.frameworks) json.item(framework);
  json.end().list("cells");
  for (const Cell cell : finding.cells) json.item(rnn::name(cell));
  json.end().list("where");
  for (const std::string& place : finding.where) json.item(place);
  json.end().number("value", finding.value).list("changed");
  for (const std::size_t layers : finding.changed) json.index("", layers);
  json.end().object("parameter");
  for (const Detail& detail : finding.parameter) json.text(detail.name, detail.text);
  json.end().list("steps");
  for (const Finding::ToldStep& step : finding.steps) write(json, step);
  json.end().end();
}

void write(Json& json, const Findings& findings, const WrittenNumber& number) {
  json.list("findings");
  for (const Finding& finding : findings.list) write(json, finding);
  json.end().list("nearest");
  for (const Findings::Nearest& nearest : findings.nearest) {
    json.object().number("value", nearest.value);
    write(json, "ids", nearest.ids);
    const bool more = *nearest.value > *number.least;
    json.number("difference", apart(*nearest.value, *number.least));
    json.text("sign", more ? "more" : "fewer").end();
  }
  json.end().list("observations");
  if (findings.one_digit) json.object().text("code", "one_digit").end();
  if (findings.singles_only) json.object().text("code", "singles_only").end();
  json.end();
}

/// What each other framework counts, where it has no problem with the model that this one has not.
std::vector<Elsewhere> elsewhere(const Query& query, const Model& here, int layer) {
  std::vector<Elsewhere> out;
  const KnownProblems known(here.problems.marks());
  for (const Framework& framework : frameworks()) {
    if (&framework == here.framework) continue;
    const Model there = counted(query, &framework, &known);
    if (!there.problems.empty() || there.layers.size() != here.layers.size()) continue;
    if (const Whole total = total_of(there, layer)) out.push_back({framework.id, total});
  }
  return out;
}

/// The number itself cannot be looked for.
void refuse(Json& json, std::string_view code, std::string_view number) {
  json.list("problems").object().text("key", code == "no_such_layer" ? "layer" : "number").text("code", code);
  Utf16(number).write(json, {0, number.size()});
  json.object("args").end().end().end();
  json.text("more_problems", "0").text("total", "").text("number", "").text("most", "").flag("about", false);
  write(json, Findings(), {});
}

}  // namespace

std::string diagnose_json(std::string_view query, std::string_view number, std::string_view layer) {
  std::string typed(number);
  repair_utf8(typed);
  const WrittenNumber asked = read_written_number(typed);
  Json json;
  json.object();
  const Query parsed = parse(query);
  const Model model = counted(parsed, framework_of(parsed));
  const Whole index = layer.empty() ? Whole() : read_size(layer, 0, most_layers).value;
  std::string_view code = asked.code;
  if (!layer.empty() && (!index || *index >= model.layers.size())) code = "no_such_layer";
  if (!code.empty()) {
    refuse(json, code, typed);
    return json.end().take();
  }
  const int at = index ? static_cast<int>(*index) : -1;
  const bool sound = model.problems.empty() && model.framework != nullptr;
  const Whole total = sound ? total_of(model, at) : Whole();
  write(json, model.problems, utf16_of(parsed.fields));
  json.number("total", total)
      .number("number", asked.least)
      .number("most", asked.most)
      .flag("about", asked.rounded);
  write(json, total ? find(model, asked, elsewhere(parsed, model, at), at) : Findings(), asked);
  return json.end().take();
}

}  // namespace rnn
