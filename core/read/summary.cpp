// Reads the tables that Keras's summary() prints.
#include <algorithm>
#include <iterator>

#include "core/read/forms.h"
#include "core/read/signs.h"
#include "core/read/summary_kinds.h"
#include "core/read/summary_layers.h"
#include "core/read/summary_lines.h"

namespace rnn {
namespace {

/// Whether two tables show the same layers: one that is printed again.
bool same(const SummaryTable& a, const SummaryTable& b) {
  const auto size = [](const SummaryShape& one, const SummaryShape& other) {
    return std::equal(one.sides.begin(), one.sides.end(), other.sides.begin(), other.sides.end(),
                      [](const SummaryNumber& x, const SummaryNumber& y) { return x.value == y.value; });
  };
  return std::equal(
      a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
      [&](const SummaryRow& x, const SummaryRow& y) {
        return x.name.text == y.name.text && x.type.text == y.type.text && x.count.value == y.count.value &&
               std::equal(x.shapes.begin(), x.shapes.end(), y.shapes.begin(), y.shapes.end(), size);
      });
}

/// TensorFlow.js's columns may leave no place for any bracket.
bool is_known(const SummaryRow& row) {
  const bool cut = row.count.span.end > 0 && without_class(row.name.text) != row.name.text;
  return (row.has_brackets || cut) && kind_of(row).what != SummaryKind::What::unknown;
}

}  // namespace

SummaryTables find_summary(std::string_view text) {
  constexpr std::string_view words[] = {"aram", "None", "null", "(?", "multiple"};
  if (std::none_of(std::begin(words), std::end(words),
                   [&](std::string_view word) { return has(text, word); }))
    return {};
  SummaryTables all = summary_tables(text);
  const bool known = std::any_of(all.tables.begin(), all.tables.end(), [](const SummaryTable& table) {
    return std::any_of(table.rows.begin(), table.rows.end(), is_known);
  });
  return known ? std::move(all) : SummaryTables();
}

std::vector<Found> read_summary(std::string_view text, const SummaryTables& tables, const Names& names,
                                StoredLayers& known) {
  std::vector<Found> out;
  std::vector<const SummaryTable*> kept;
  for (const SummaryTable& table : tables.tables) {
    const bool again =
        std::any_of(kept.begin(), kept.end(), [&](const auto* one) { return same(*one, table); });
    if (again || out.size() > most_choices) continue;
    kept.push_back(&table);
    out.push_back(layers_of(table, text, names, known));
  }
  if (!out.empty()) out.front().left.insert(out.front().left.begin(), tables.left.begin(), tables.left.end());
  return out;
}

}  // namespace rnn
