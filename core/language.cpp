#include "core/language.h"

#include <algorithm>

#include "core/word_index.h"

namespace rnn {

WordList spellings(Key key) {
  switch (key) {
    case Key::framework: return "framework";
    case Key::input: return "input input_dim input_size input_units";
    case Key::timesteps: return "timesteps time_steps seq_len sequence_length input_length";
    case Key::layers: return "layers";
    case Key::budget: return "budget";
  }
  return {};
}

const char* name(Key key) {
  switch (key) {
    case Key::framework: return "framework";
    case Key::input: return "input";
    case Key::timesteps: return "timesteps";
    case Key::layers: return "layers";
    case Key::budget: return "budget";
  }
  return "";
}

std::string_view name(Cell cell) { return name(&word(cell)); }

std::string_view name(const LayerWord* layer) {
  return layer == nullptr || layer->names.empty() ? std::string_view() : layer->names.front();
}

bool has(const LayerWord& layer, Option option) {
  return std::find(layer.options.begin(), layer.options.end(), option) != layer.options.end();
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string ascii_digits(std::string_view text) {
  constexpr std::string_view before = "\xE0\xA5";  // U+0966 … U+096F are these, and 0xA6 … 0xAF
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool devanagari = text.substr(i).starts_with(before) && i + 2 < text.size();
    const unsigned digit = devanagari ? static_cast<unsigned char>(text[i + 2]) - 0xA6U : 10;
    out += digit < 10 ? static_cast<char>('0' + digit) : text[i];
    if (digit < 10) i += 2;
  }
  return out;
}

bool same_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view without_prefix(std::string_view text) { return text.substr(text.rfind('.') + 1); }

const LayerWord* find_layer(std::string_view text) {
  static const WordIndex index = [] {
    WordIndex out;
    for (std::size_t i = 0; i < layers().size(); ++i)
      for (const std::string_view name : layers()[i].names) out.add(name, i);
    return out;
  }();
  const std::span<const WordIndex::Entry> found = index.find(without_prefix(text));
  return found.empty() ? nullptr : &layers()[found.front().thing];
}

/// Every spelling of every option.
static std::span<const WordIndex::Entry> spelled(std::string_view text) {
  static const WordIndex index = [] {
    WordIndex out;
    for (const OptionWord& option : options())
      for (const std::string_view spelling : option.spellings)
        out.add(spelling, static_cast<std::size_t>(option.option));
    return out;
  }();
  return index.find(text);
}

const OptionWord* find_option(const LayerWord& layer, std::string_view text) {
  for (const WordIndex::Entry& entry : spelled(text))
    if (has(layer, static_cast<Option>(entry.thing))) return &word(static_cast<Option>(entry.thing));
  return nullptr;
}

bool is_option(std::string_view text) { return !spelled(text).empty(); }

bool names_frozen(std::string_view name) { return same_word(name, "freeze") || same_word(name, "_freeze"); }

}  // namespace rnn
