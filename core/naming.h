// What a layer's name says: the kind of layer, and where the name is one of a framework's own, the options
// and the layout that it stands for. The names are those of the rows in frameworks.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/framework.h"

namespace rnn {

/// A framework's layout of a name.
struct NamedLayout {
  const Framework* framework;
  const Layout* layout;
};

struct Naming {
  const LayerWord* layer = nullptr;  ///< nullptr: there is no layer of that name
  std::string plain;                 ///< the name without its prefix, and without what says "both ways"
  bool both_ways = false;            ///< BiLSTM, GravesBidirectionalLSTM
  std::vector<NamedLayout> layouts;  ///< none for a word of the query language, which says nothing more
};

/// Whatever the case and the prefix.
Naming read_name(std::string_view text);

/// The layer alone; nullptr if there is none.
const LayerWord* layer_named(std::string_view text);

/// Whether a layer of the framework is called so.
bool has_name(const Framework& framework, const Naming& name);

/// For each option the value that a name gives it; `unsaid` where it gives none.
using Said = std::array<std::int8_t, option_count>;
constexpr std::int8_t unsaid = -1;

/// What the name says, as `framework` uses it, or where that does not, as those do that have it: that
/// GravesLSTM has peepholes. nullptr: no framework is chosen.
Said said_by(const Naming& name, const Framework* framework);

/// Whether the name stands for more than a kind of layer, so that not every framework has it.
bool says_layout(const Naming& name);

/// Whether a layer of `framework` with these settings stores what the name stands for.
bool stores_what_is_named(const Framework& framework, const Naming& name, const Settings& settings);

/// What is known by a name, but not counted here.
struct Known {
  std::string_view name;  ///< "SRU" for "SRUCell"; "" for any other word
  bool is_layer = false;  ///< with weights, and no recurrent cell
};
Known not_counted(std::string_view text);

/// Whether `text` names what holds a whole model.
bool is_container(std::string_view text);

/// Whether `text` names another kind of layer than the one that is spelled most like it.
bool is_another_layer(std::string_view text);

}  // namespace rnn
