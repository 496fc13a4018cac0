#include "core/query.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/layers_text.h"
#include "core/nearest.h"
#include "core/rare.h"
#include "core/utf8.h"

namespace rnn {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// A part of the query, decoded. A percent sign that starts no escape stands for itself, and `bad` tells.
std::string decode(std::string_view text, bool& bad) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      bad = true;
      out += '%';
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::optional<Key> find_key(std::string_view name) {
  for (const Key key : keys)
    for (const std::string_view spelling : spellings(key))
      if (name == spelling) return key;
  return {};
}

/// Keeps of each field the first key that is none, but almost the field's; every other one belongs to the
/// page.
void keep_near(const std::string& name, std::string text, Query& query) {
  constexpr std::size_t longest = 16;
  if (name.size() > longest || text.empty()) return;
  for (const Key key : keys)
    for (const std::string_view spelling : spellings(key))
      if (slips(name, spelling) <= 1) {
        NearKey& near = query.near[static_cast<std::size_t>(key)];
        if (near.name.empty()) near = {name, std::move(text)};
        return;
      }
}

void read_field(std::string_view part, Query& query) {
  const std::size_t equals = std::min(part.find('='), part.size());
  bool bad_percent = false;
  std::string name = decode(part.substr(0, equals), bad_percent);
  const std::optional<Key> key = find_key(name);
  bad_percent = false;
  std::string text = decode(part.substr(std::min(equals + 1, part.size())), bad_percent);
  const bool bad_utf8 = repair_utf8(text);
  if (!key) {
    repair_utf8(name);
    return keep_near(name, std::move(text), query);
  }
  Field& field = query.fields[*key];
  if (field.given) {
    Problems& repeated = *key == Key::budget ? query.of_budget : query.repeated;
    repeated.report(*key, "twice", {0, field.text.size()})
        .with("option", rnn::name(*key))
        .with("first", field.text)
        .with("text", text);
    return;
  }
  field.given = true;
  field.text = std::move(text);
  Problems& problems = *key == Key::budget ? query.of_budget : query.problems;
  if (bad_percent || bad_utf8)
    problems.report(*key, "encoding", {0, field.text.size()}).with("what", bad_percent ? "percent" : "utf8");
}

template <class Do>
void each_part(std::string_view text, Do&& act) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    act(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// The query is too long to be read: the problem stands at its longest field.
RARE void too_long(std::string_view text, Query& query) {
  Key key = Key::layers;
  std::size_t longest = 0;
  each_part(text, [&](std::string_view part) {
    const std::optional<Key> found = find_key(part.substr(0, std::min(part.find('='), part.size())));
    if (!found || part.size() < longest) return;
    longest = part.size();
    key = *found;
  });
  query.too_long = true;
  query.problems.report(key, "limit", {}).with("what", "text").with("largest", largest_text);
}

}  // namespace

Query parse(std::string_view text) {
  Query query;
  if (text.size() > largest_text) {
    too_long(text, query);
    return query;
  }
  each_part(text, [&](std::string_view part) { read_field(part, query); });
  read_layers_text(query);
  return query;
}

RARE Query parse_layers(std::string_view text) {
  Query query;
  query.fields[Key::layers] = {std::string(text), true};
  read_layers_text(query);
  return query;
}

}  // namespace rnn
