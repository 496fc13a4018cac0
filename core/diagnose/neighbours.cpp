#include "core/diagnose/neighbours.h"

#include "core/weights.h"

namespace rnn {
namespace {

bool is_recurrent_layer(const Layer& layer) {
  return layer.word != nullptr && layer.word->recurrent && layer.rule.matrices() != 0;
}

bool counts(const Layer& layer) { return !layer.rule.tensors().empty(); }

/// Alike in all that a count depends on.
bool alike(const Layer& a, const Layer& b) {
  return a.cell == b.cell && a.word == b.word && a.settings.values == b.settings.values &&
         a.tuples == b.tuples && a.input == b.input && a.steps == b.steps &&
         a.reads_sequence == b.reads_sequence && a.flawed == b.flawed && a.said == b.said &&
         a.begins == b.begins && a.name == b.name && a.way == b.way;
}

/// The layer that stands for both directions, where they are two layers.
int with_other_way(const Model& model, int layer) {
  return model.layers[static_cast<std::size_t>(layer)].way == Way::backward ? layer - 1 : layer;
}

/// Whether it is all the same to a layer which of them made what it reads.
bool same_source(const Model& model, int one, int other) {
  if (one < 0 || other < 0 || one == other) return one == other;
  const Layer& a = model.layers[static_cast<std::size_t>(one)];
  const Layer& b = model.layers[static_cast<std::size_t>(other)];
  return a.way == Way::whole && a.passed.width == b.passed.width && alike(a, b);
}

}  // namespace

bool is_dense(const Layer& layer) {
  return layer.word != nullptr && layer.word->group == Group::dense && layer.rule.matrices() != 0;
}

bool both_ways(const Layer& layer) { return is_recurrent_layer(layer) && directions(layer) == Whole(2); }

bool side_by_side(const Model& model, int layer, bool alike) {
  if (layer < 0) return false;
  const Layer& here = model.layers[static_cast<std::size_t>(layer)];
  const auto units = [&](int at) {
    return model.layers[static_cast<std::size_t>(at)].settings[Option::units];
  };
  const bool two = here.way == Way::backward && (!alike || units(layer) == units(layer - 1));
  return (two || both_ways(here)) && here.settings[Option::merge_mode] == Whole(value(Merge::concat));
}

Whole half(const Whole& number) { return number && *number % 2 == 0 ? Whole(*number / 2) : Whole(); }

Neighbours neighbours_of(const Model& model) {
  Neighbours out;
  out.places.resize(model.layers.size());
  int source = Place::incoming;
  Whole width = model.input;
  int before_ways = source;  // what both directions read that are two layers
  Whole width_before_ways = width;
  int embedding = -1;
  int last_counting = -1;
  int first = -1;
  int last = -1;
  for (std::size_t i = 0; i < out.places.size(); ++i) {
    const Layer& layer = model.layers[i];
    Place& place = out.places[i];
    const int index = static_cast<int>(i);
    if (layer.way == Way::backward) {
      source = before_ways;
      width = width_before_ways;
    }
    if (layer.said || (layer.begins && i != 0)) source = Place::unknown;
    if (layer.cell == Cell::embedding) source = Place::unknown;
    if (layer.way == Way::forward) {
      before_ways = source;
      width_before_ways = width;
    }
    place.source = source;
    place.recurrent = is_recurrent_layer(layer);
    place.counts = counts(layer);
    if (place.counts) last_counting = index;
    if (place.counts && !place.recurrent) ++out.others;
    if (place.recurrent) {
      if (first < 0) {
        first = index;
        place.embedding = embedding;
      }
      last = index;
      ++out.recurrent;
      const Layer& leader = model.layers[static_cast<std::size_t>(first)];
      out.equal = out.equal && layer.word == leader.word &&
                  layer.settings[Option::units] == leader.settings[Option::units] &&
                  directions(layer) == directions(leader);
      if (layer.way != Way::whole) out.even = false;
      if (directions(layer) == Whole(2) && (layer.rule.projects() || !half(layer.settings[Option::units])))
        out.even = false;
    }
    if (layer.cell == Cell::embedding) embedding = index;
    const Whole handed = layer.passed.width;
    const bool scales = handed && width && *width != 0 && *handed % *width == 0;
    if (layer.word != nullptr && !layer.rule.passes_on()) {
      source = index;
      width = handed;
    } else if (layer.word == nullptr || !scales) {
      source = Place::unknown;
    }
  }
  for (std::size_t i = 0; i < out.places.size(); ++i) {
    if (!out.places[i].recurrent) continue;
    const auto is_with = [&](int at) {
      return with_other_way(model, at) == with_other_way(model, static_cast<int>(i));
    };
    out.places[i].first = is_with(first);
    out.places[i].last = is_with(last);
    if (out.places[i].first) out.places[i].embedding = out.places[static_cast<std::size_t>(first)].embedding;
  }
  if (last_counting >= 0 && is_dense(model.layers[static_cast<std::size_t>(last_counting)]))
    out.places[static_cast<std::size_t>(last_counting)].output = true;
  for (std::size_t i = 0; i < out.places.size(); ++i) {
    Place& place = out.places[i];
    place.kind = i;
    ++out.different;
    if (i == 0) continue;
    const Place& before = out.places[i - 1];
    if (!place.first && !place.last && !place.output && !before.first && !before.output &&
        same_source(model, place.source, before.source) && alike(model.layers[i], model.layers[i - 1])) {
      place.kind = before.kind;
      --out.different;
    }
  }
  return out;
}

}  // namespace rnn
