#include "core/publish.h"

#include <algorithm>
#include <utility>

namespace rnn {

Utf16::Utf16(std::string_view text) {
  std::size_t units = 0;
  units_.reserve(text.size() + 1);
  for (const char c : text) {
    units_.push_back(units);
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0U) == 0x80U;
    if (!continues) units += byte >= 0xF0U ? 2 : 1;
  }
  units_.push_back(units);
}

std::size_t Utf16::at(std::size_t byte) const { return units_[std::min(byte, units_.size() - 1)]; }

void Utf16::write(Json& json, Span place) const {
  json.index("start", at(place.start)).index("end", at(place.end));
}

void Utf16::list(Json& json, Span place) const { json.index("", at(place.start)).index("", at(place.end)); }

static bool same_text(const Tokens& one, const Tokens& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const Token& a, const Token& b) { return a.text == b.text; });
}

ShownStep shown(const Step& step, bool certain) {
  ShownStep out;
  out.symbols = tokens(step.in_words(), Reading::symbols);
  out.numbers = tokens(step.formula, Reading::numbers);
  const bool untouched =
      step.topic == Topic::handed_on || step.topic == Topic::said || step.topic == Topic::matrices;
  if ((!certain && !untouched) || !step.value) return out;
  out.value = digits(step.value);
  if (!step.reduced) return out;
  Tokens reduced = tokens(*step.reduced, Reading::numbers);
  if (!same_text(reduced, out.numbers)) out.reduced = std::move(reduced);
  return out;
}

void append_short(std::string& out, std::string_view ref) {
  constexpr std::pair<std::string_view, char> starts[] = {{"written.", 'w'}, {"layers.", 'l'}};
  for (const auto& [start, letter] : starts) {
    if (!ref.starts_with(start)) continue;
    const std::string_view rest = ref.substr(start.size());
    const std::string_view middle = letter == 'w' ? ".args." : ".steps.";
    const std::size_t at = rest.find(middle);
    if (at == std::string_view::npos) break;
    ((out += letter).append(rest.substr(0, at)) += '.').append(rest.substr(at + middle.size()));
    return;
  }
  out += ref;
}

/// Most of an answer is tokens: those of a formula are one text, of which web/border/wire.js makes objects.
/// What kind a token is can be told from its first sign.
void write(Json& json, const char* name, const Tokens& formula) {
  std::string out;
  for (const Token& token : formula) {
    if (&token != &formula.front()) out += '|';
    if (token.kind == Token::Kind::missing)
      out += '?';
    else
      out += token.text;
    if (!token.ref.empty()) append_short(out += ':', token.ref);
  }
  json.text(name, out);
}

void write(Json& json, const std::vector<Difference>& differences) {
  json.list("terms");
  for (const Difference& difference : differences) {
    json.object().text("kind", name(difference.topic)).text("sign", difference.more ? "more" : "fewer");
    write(json, "numbers", tokens(difference.numbers, Reading::numbers));
    json.number("value", evaluate(difference.numbers)).number("layers", difference.layers).list("cells");
    for (const LayerWord& layer : layers())
      if ((difference.cells & bit(layer.cell)) != 0) json.item(layer.names.front());
    json.end().end();
  }
  json.end();
}

Texts utf16_of(const Fields& fields) {
  return {Utf16(fields[Key::framework].text), Utf16(fields[Key::input].text),
          Utf16(fields[Key::timesteps].text), Utf16(fields[Key::layers].text),
          Utf16(fields[Key::budget].text)};
}

void write(Json& json, const std::vector<Edit>& edits, const Texts& texts) {
  json.list("edits");
  for (const Edit& edit : edits) {
    texts[static_cast<std::size_t>(edit.key)].write(json.object(), edit.span);
    json.text("key", name(edit.key)).text("text", edit.text).end();
  }
  json.end();
}

static void write(Json& json, const char* name, const std::vector<std::string>& texts) {
  json.list(name);
  for (const std::string& text : texts) json.item(text);
  json.end();
}

void write(Json& json, const Problems& problems, const Texts& texts) {
  json.list("problems");
  for (const std::shared_ptr<Problem>& told : problems.told()) {
    const Problem& problem = *told;
    json.object().text("key", name(problem.key)).text("code", problem.code);
    texts[static_cast<std::size_t>(problem.key)].write(json, problem.span);
    json.object("args");
    for (const Detail& detail : problem.details) json.text(detail.name, detail.text);
    if (!problem.choices.empty()) write(json, "choices", problem.choices);
    if (problem.code == "unsupported") write(json, "frameworks", problem.frameworks);
    if (!problem.fixes.empty()) {
      json.list("fixes");
      for (const Fix& fix : problem.fixes) {
        json.object().text("kind", fix.kind).text("text", fix.text);
        write(json, fix.edits, texts);
        json.end();
      }
      json.end();
    }
    json.end().end();
  }
  json.end().number("more_problems", problems.more());
}

}  // namespace rnn
