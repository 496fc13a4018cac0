#include "core/json.h"

namespace rnn {

/// The comma and the name before a value.
void Json::start(const char* name) {
  char last = out_.empty() ? '[' : out_.back();
  if (last == '\n') last = out_[out_.size() - 2];  // a line begins behind a bracket or a value
  if (last != '[' && last != '{') out_ += ',';
  if (*name == '\0') return;
  ((out_ += '"') += name) += "\":";  // our own, which needs no escapes
}

Json& Json::open(const char* name, char bracket, char closing) {
  start(name);
  out_ += bracket;
  closing_ += closing;
  return *this;
}

void Json::quoted(std::string_view text) {
  constexpr const char* hex = "0123456789abcdef";
  out_ += '"';
  std::size_t done = 0;  // what needs no escape is appended in one piece
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = byte < 0x20;
    if (!control && byte != '"' && byte != '\\') continue;
    out_.append(text, done, i - done);
    out_ += control ? "\\u00" : "\\";
    if (control) out_ += hex[byte >> 4U];
    out_ += control ? hex[byte & 0xFU] : text[i];
    done = i + 1;
  }
  out_.append(text, done);
  out_ += '"';
}

Json& Json::list(const char* name) { return open(name, '[', ']'); }
Json& Json::object(const char* name) { return open(name, '{', '}'); }

Json& Json::end() {
  out_ += closing_.back();
  closing_.pop_back();
  return *this;
}

Json& Json::line() {
  out_ += '\n';
  return *this;
}

Json& Json::item(std::string_view text) { return this->text("", text); }

Json& Json::text(const char* name, std::string_view text) {
  start(name);
  quoted(text);
  return *this;
}

Json& Json::number(const char* name, const Whole& number) { return text(name, digits(number)); }

Json& Json::index(const char* name, std::size_t index) {
  start(name);
  out_ += digits(index);
  return *this;
}

Json& Json::index(const char* name, int index) {
  if (index >= 0) return this->index(name, static_cast<std::size_t>(index));
  start(name);
  out_ += "-1";
  return *this;
}

Json& Json::flag(const char* name, bool value) {
  start(name);
  out_ += value ? "true" : "false";
  return *this;
}

Json& Json::texts(const char* name, std::span<const std::string_view> texts) {
  list(name);
  for (const std::string_view text : texts) item(text);
  return end();
}

Json& Json::texts(const char* name, const WordList& texts) {
  list(name);
  for (const std::string_view text : texts) item(text);
  return end();
}

}  // namespace rnn
