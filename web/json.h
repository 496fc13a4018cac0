// Writes plain data as JSON text: what crosses the border to JavaScript in one piece. A type takes part by a
// `put` of its own.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rnn::json {

inline void put(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto special = [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; };
  out += '"';
  std::size_t done = 0;  // what needs no escape is appended in one piece
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!special(text[i])) continue;
    const auto byte = static_cast<unsigned char>(text[i]);
    out.append(text, done, i - done);
    out.append(byte < 0x20 ? "\\u00" : "\\");
    if (byte < 0x20) out += hex[byte >> 4U];
    out += byte < 0x20 ? hex[byte & 0xFU] : text[i];
    done = i + 1;
  }
  out.append(text, done);
  out += '"';
}

inline void put(std::string& out, const std::string& text) { put(out, std::string_view(text)); }
inline void put(std::string& out, const char* text) { put(out, std::string_view(text)); }
inline void put(std::string& out, bool value) { out += value ? "true" : "false"; }
inline void put(std::string& out, unsigned value) { out += std::to_string(value); }

template <class T>
void put(std::string& out, std::span<const T> items) {
  out += '[';
  for (const T& item : items) {
    if (&item != &items.front()) out += ',';
    put(out, item);
  }
  out += ']';
}

template <class T>
void put(std::string& out, const std::vector<T>& items) {
  put(out, std::span<const T>(items));
}

/// An object, from its first field to the end of the statement or block.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) { out_ += '{'; }
  ~Object() { out_ += '}'; }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  template <class T>
  Object& field(std::string_view name, const T& value) {
    start(name);
    put(out_, value);
    return *this;
  }

 private:
  void start(std::string_view name) {
    out_ += out_.back() == '{' ? "\"" : ",\"";
    out_ += name;
    out_ += "\":";
  }

  std::string& out_;
};

}  // namespace rnn::json
