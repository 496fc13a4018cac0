#include "core/edit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/arguments.h"
#include "core/fixes.h"
#include "core/layers_text.h"
#include "core/model.h"
#include "core/naming.h"
#include "core/publish.h"
#include "core/utf8.h"

namespace rnn {
namespace {

/// The word that, as an argument, means the kind of layer.
constexpr std::string_view cell_word = "cell";

std::string_view own_name(Option option) { return word(option).spellings.front(); }

/// A value as it can stand between brackets and commas, so that it is read as it was typed.
std::string quoted(std::string_view text) {
  const bool clean = trimmed(text).size() == text.size() &&
                     text.find_first_of("(),=\"'#[]\r\n") == std::string::npos &&
                     text.find("//") == std::string::npos;
  const bool brackets = text.starts_with('(') || text.starts_with('[');
  const bool tuple = brackets && trimmed(text).size() == text.size() && read_tuple(text);
  if ((clean && !text.empty()) || tuple) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

std::string assignment(std::string_view name, std::string_view value) {
  return std::string(name) + "=" + quoted(value);
}

/// One more argument behind others.
void join(std::string& list, std::string_view argument) {
  if (argument.empty()) return;
  if (!list.empty()) list += ", ";
  list += argument;
}

/// The option that `layer` has under its own name; under another spelling only where that is no option's own
/// name: "bias" is also how some spell a normalisation's shift.
const OptionWord* named_option(const LayerWord& layer, std::string_view name) {
  const auto own = [&](const OptionWord& option) { return same_word(name, option.spellings.front()); };
  const OptionWord* found = find_option(layer, name);
  const bool owned = std::any_of(options().begin(), options().end(), own);
  return found != nullptr && owned && !own(*found) ? nullptr : found;
}

bool lacks(const LayerWord& layer, std::string_view option) { return named_option(layer, option) == nullptr; }

/// A layer of the text and what stands around it.
struct Item {
  const Call* whole = nullptr;
  const Call* wrapper = nullptr;     ///< Bidirectional
  const Call* layer = nullptr;       ///< nullptr where nothing is wrapped
  const LayerWord* facts = nullptr;  ///< nullptr where there is no layer of that name
  Naming naming;
  Call bare;
  Call bare_wrapper;
};

/// An argument of a layer: what it means, and what becomes of it.
struct Slot {
  std::string_view option;  ///< "" where it means no option
  bool dropped = false;
  bool word = false;       ///< in the place of a number, and none
  std::string_view value;  ///< what its value becomes, unless it is ""
};
using Slots = std::vector<Slot>;

/// What is new in a layer's brackets.
struct News {
  std::string first;        ///< a value without a name, which goes first …
  std::string_view option;  ///< … and what it means
  std::string last;         ///< arguments with their names, which go last
};

class Editor {
 public:
  Editor(const Query& query, const Change& change)
      : query_(query), change_(change), text_(query.fields[Key::layers].text) {
    framework_ = framework_of(query);
  }

  Edits edit() {
    if (readable()) change();
    if (!out_.problems.empty()) out_.edits.clear();
    std::sort(out_.edits.begin(), out_.edits.end(),
              [](const Edit& a, const Edit& b) { return a.span.start < b.span.start; });
    return std::move(out_);
  }

 private:
  bool readable() {
    if (query_.too_long)
      out_.problems.append(query_.problems);
    else
      out_.problems.append(query_.problems, Key::layers);
    return out_.problems.empty();
  }

  void change() {
    const std::size_t count = query_.items.size();
    const bool adds = change_.kind == "add";
    std::size_t layer = count;
    if (!change_.layer.empty() && !read_place(change_.layer, count + (adds ? 1 : 0), layer)) return;
    if (adds) return add(layer);
    if (change_.kind == "set") return layer < count ? set_one(layer) : set_every();
    const bool removes = change_.kind == "remove";
    if (!removes && change_.kind != "move") return unknown(change_.kind, "edit", {});
    if (layer == count) return missing("layer");
    std::size_t place = 0;
    if (removes)
      remove(layer);
    else if (read_place(change_.value, count, place))
      move(layer, place);
  }

  // --- one option of one layer, or of all of them
  void set_one(std::size_t index) {
    Item item;
    open(index, item);
    if (set(item, false)) return;
    if (item.facts != nullptr || item.layer == nullptr) return no_such_argument(item);
    const std::string& name = item.layer->name.text;
    problem("unknown_layer", item.layer->name.span).with("layer", name).with("text", name);
  }

  void set_every() {
    // A long value is not to be written that often.
    if (query_.items.size() * change_.value.size() > most_layers * longest_quote)
      return void(problem("limit").with("what", "memory"));
    bool done = false;
    for (std::size_t i = 0; i < query_.items.size() && out_.problems.empty(); ++i) {
      Item item;
      open(i, item);
      const bool concerned =
          item.facts != nullptr && (change_.argument != cell_word || item.facts->recurrent);
      done = (concerned && set(item, true)) || done;
    }
    if (done) return;
    Item first;
    if (!query_.items.empty()) open(0, first);
    no_such_argument(first);
  }

  void open(std::size_t index, Item& item) const {
    const Call* call = item.whole = &query_.calls[query_.items[index]];
    if (is_wrapper(*call, every_step_name)) call = inner(*call, item.bare_wrapper);
    if (call != nullptr && is_wrapper(*call, wrapper_name)) {
      item.wrapper = call;
      call = inner(*call, item.bare);
    }
    item.layer = call;
    if (call != nullptr) item.naming = read_name(call->name.text);
    item.facts = item.naming.layer;
  }

  const Call* inner(const Call& wrapper, Call& bare) const {
    for (const Call::Argument& argument : wrapper.arguments)
      if (argument.is_layer && !is_backward(wrapper, argument)) return as_call(query_, argument, bare);
    return nullptr;
  }

  /// A layer that reads backwards and is like the forward one, which changes, goes.
  void drop_backward(const Item& item) {
    if (item.wrapper == nullptr || reads_back_otherwise(item)) return;
    for (const Call::Argument& argument : item.wrapper->arguments) {
      const Span span = cut(*item.wrapper, argument);
      const auto cut_already = [&](const Edit& edit) {
        return edit.span.start < span.end && span.start < edit.span.end;
      };
      if (is_backward(*item.wrapper, argument) &&
          std::none_of(out_.edits.begin(), out_.edits.end(), cut_already))
        replace(span, "");
    }
  }

  bool reads_back_otherwise(const Item& item) const {
    const Model model = read_model(query_, framework_);
    return std::any_of(model.layers.begin(), model.layers.end(), [&](const Layer& layer) {
      return layer.way == Way::forward && model.written[layer.origin].span.start <= item.layer->span.start &&
             item.layer->span.end <= model.written[layer.origin].span.end;
    });
  }

  /// Whether there is such an argument. `strict`: with another kind of layer, options that it lacks go.
  bool set(const Item& item, bool strict) {
    if (change_.argument == cell_word) return set_cell(item, strict);
    const OptionWord* option = item.facts == nullptr ? nullptr : named_option(*item.facts, change_.argument);
    if (option == nullptr) return false;
    const std::string_view value = trimmed(change_.value);
    const bool both = same_word(value, "true");
    if (option->option == Option::bidirectional && (both || value.empty() || same_word(value, "false")))
      set_directions(item, both);
    else if (option->option == Option::num_layers && item.wrapper != nullptr && !change_.value.empty())
      stack(item);
    else
      set_option(item, option->option);
    if (option->option != Option::merge_mode && !out_.edits.empty()) drop_backward(item);
    return true;
  }

  void set_option(const Item& item, Option option) {
    const std::string_view name = own_name(option);
    Slots slots = slots_of(*item.layer, *item.facts);
    const std::size_t at = find(slots, name);
    if (!say_instead_of_name(item, option, slots)) return;
    if (at < slots.size()) {
      const Call::Argument& typed = item.layer->arguments[at];
      // It says the opposite: the option takes its place.
      if (typed.named() && names_frozen(typed.name.text) && !change_.value.empty())
        return replace(typed.span, assignment(name, change_.value));
      slots[at].value = change_.value;
      slots[at].dropped = change_.value.empty();
      const std::size_t before = out_.edits.size();
      if (rewrite(*item.layer, slots, *item.facts, {})) return;
      // Values without names would mean something else without this one: an empty value keeps their places.
      out_.edits.resize(before);
      const Call::Argument& argument = item.layer->arguments[at];
      const bool bare = !argument.named() && !change_.value.empty();
      return replace(argument.call < 0 ? argument.value.span : argument.span,
                     bare ? assignment(name, change_.value) : quoted(change_.value));
    }
    if (item.wrapper != nullptr && option == Option::merge_mode) return set_merge(*item.wrapper, name);
    if (change_.value.empty()) return;
    const std::vector<Option> known = sizes_taken(*item.facts, item.facts->takes);
    const auto place =
        static_cast<std::size_t>(std::find(known.begin(), known.end(), option) - known.begin());
    const std::vector<Call::Argument>& typed = item.layer->arguments;
    const bool in_order = place < known.size() && unnamed(*item.layer) == place &&
                          std::none_of(typed.begin(), typed.end(),
                                       [](const Call::Argument& argument) { return argument.call >= 0; });
    if (in_order && place > 0) {
      const auto before = std::find_if(typed.rbegin(), typed.rend(),
                                       [](const Call::Argument& argument) { return !argument.named(); });
      return replace({before->span.end, before->span.end}, ", " + quoted(change_.value));
    }
    News news;
    (in_order ? news.first : news.last) = in_order ? quoted(change_.value) : assignment(name, change_.value);
    news.option = name;
    rewrite(*item.layer, slots, *item.facts, news);
  }

  /// Where the layer's name says the option, and something else than the change, it gets its usual name.
  /// False where the name says just that.
  bool say_instead_of_name(const Item& item, Option option, const Slots& slots) {
    const std::int8_t value = said_by(item.naming, framework_)[static_cast<std::size_t>(option)];
    if (value == unsaid || option == Option::bidirectional) return true;
    if (find(slots, own_name(option)) == slots.size() &&
        same_word(change_.value, value_text(word(option), static_cast<std::uint64_t>(value))))
      return false;
    replace(item.layer->name.span, usual_name(*item.facts, item.naming.both_ways));
    return true;
  }

  /// Of a layer, or of one that reads both ways.
  static std::string usual_name(const LayerWord& layer, bool both_ways) {
    return (both_ways ? "Bi" : "") + std::string(layer.names.front());
  }

  /// The wrapper's own option.
  void set_merge(const Call& wrapper, std::string_view name) {
    const bool taken_away = change_.value.empty();
    for (const Call::Argument& argument : wrapper.arguments)
      if (same_word(argument.name.text, name))
        return taken_away ? replace(cut(wrapper, argument), "")
                          : replace(argument.value.span, quoted(change_.value));
    const std::size_t end = wrapper.arguments.back().span.end;
    if (!taken_away) replace({end, end}, ", " + assignment(name, change_.value));
  }

  void set_directions(const Item& item, bool both) {
    if (both && (item.wrapper != nullptr || item.naming.both_ways)) return;
    const Call& layer = *item.layer;
    Slots slots = slots_of(layer, *item.facts);
    if (!both) return one_way(item, slots, *item.facts, {});
    const std::string_view name = own_name(Option::bidirectional);
    const std::size_t at = find(slots, name);
    const std::size_t stacked = find(slots, own_name(Option::num_layers));
    News news;
    if (at < slots.size()) {
      slots[at].value = "true";
    } else if (stacked < slots.size() && !layer.arguments[stacked].value.text.empty()) {
      news.last = assignment(name, "true");
    } else {
      replace({layer.span.start, layer.span.start}, std::string(wrapper_name) + "(");
      return replace({layer.span.end, layer.span.end}, ")");
    }
    rewrite(layer, slots, *item.facts, news);
  }

  /// The layer without what makes it read both ways, as a layer of the kind `facts`.
  void one_way(const Item& item, Slots& slots, const LayerWord& facts, News news) {
    for (const Option option : {Option::bidirectional, Option::merge_mode})
      for (Slot& slot : slots) slot.dropped = slot.dropped || slot.option == own_name(option);
    unwrapped(item, slots, facts, std::move(news), false);
  }

  /// A wrapper holds one plain layer; a stacked one says that it reads both ways by an option.
  void stack(const Item& item) {
    Slots slots = slots_of(*item.layer, *item.facts);
    const std::string_view ways = own_name(Option::bidirectional);
    const std::string_view times = own_name(Option::num_layers);
    const std::size_t at = find(slots, times);
    News news;
    if (find(slots, ways) == slots.size()) news.last = assignment(ways, "true");
    if (at < slots.size())
      slots[at].value = change_.value;
    else
      join(news.last, assignment(times, change_.value));
    unwrapped(item, slots, *item.facts, std::move(news), true);
  }

  /// The layer without its wrapper, whose arguments go into the layer's brackets.
  void unwrapped(const Item& item, const Slots& slots, const LayerWord& facts, News news, bool both) {
    const Call& layer = *item.layer;
    if (item.wrapper != nullptr) {
      const std::vector<const Call::Argument*> own = first_uncounted_of(layer);
      const bool merged = find(slots, own_name(Option::merge_mode)) < slots.size();
      for (const Call::Argument& argument : item.wrapper->arguments) {
        const bool merge = same_word(argument.name.text, own_name(Option::merge_mode));
        const bool stays = argument.named() && !argument.is_layer &&
                           (merge ? both && !merged : named_alike(own, argument.name.text) == nullptr);
        if (stays) join(news.last, source(argument.span));
      }
      replace({item.wrapper->span.start, layer.name.span.start}, "");
    }
    if (&facts != item.facts)
      replace(layer.name.span, facts.names.front());
    else if (item.naming.both_ways && !both)
      replace(layer.name.span, item.naming.plain);
    rewrite(layer, slots, facts, news);
    if (item.wrapper != nullptr) replace({layer.span.end, item.wrapper->span.end}, "");
  }

  /// Another kind of layer. Sizes that only the old one needs go; those that the new one needs come where
  /// there is a usual one.
  bool set_cell(const Item& item, bool strict) {
    const LayerWord* next = find_layer(change_.value);
    if (next == nullptr) {
      problem("unknown_layer").with("layer", change_.value).with("text", change_.value);
      return true;
    }
    if (next == item.facts) return true;
    if (item.layer == nullptr) {
      replace(item.whole->span, plain(*next));
      return true;
    }
    Slots slots = slots_of(*item.layer, item.facts == nullptr ? *next : *item.facts);
    for (Slot& slot : slots) {
      if (slot.option.empty() || !lacks(*next, slot.option) || item.facts == nullptr) continue;
      const OptionWord* option = named_option(*item.facts, slot.option);
      slot.dropped =
          strict || (option != nullptr && requires_option(framework_, *item.facts, option->option));
    }
    News news = usual(*next, slots);
    if (next->recurrent) {
      replace(item.layer->name.span, usual_name(*next, item.naming.both_ways));
      rewrite(*item.layer, slots, *next, news);
      drop_backward(item);
    } else {
      one_way(item, slots, *next, std::move(news));
    }
    return true;
  }

  /// Whether the framework's own default is another one: it may not go with every width, as 32 groups do not.
  bool unlike_default(const LayerWord& layer, Option option, std::string_view value) const {
    if (framework_ == nullptr || !has_cell(*framework_, layer.cell)) return false;
    const Offer here = offer(*framework_, layer.cell, option);
    return !here.fixed && value_text(word(option), here.preset) != value;
  }

  /// The sizes that a layer needs and that none of `slots` gives.
  News usual(const LayerWord& layer, const Slots& slots) const {
    News news;
    const std::vector<Option> known = sizes_taken(layer, layer.takes);
    for (const Option option : layer.options) {
      const std::string_view value = word(option).fresh;
      if (value.empty() || find(slots, own_name(option)) < slots.size()) continue;
      if (!requires_option(framework_, layer, option) && !unlike_default(layer, option, value)) continue;
      const bool first = known.front() == option;
      (first ? news.first : news.last) = first ? std::string(value) : assignment(own_name(option), value);
      if (first) news.option = own_name(option);
    }
    return news;
  }

  std::string plain(const LayerWord& layer) const {
    News news = usual(layer, {});
    join(news.first, news.last);
    return std::string(layer.names.front()) + "(" + news.first + ")";
  }

  // --- the arguments in a layer's brackets
  static std::size_t unnamed(const Call& call) {
    return static_cast<std::size_t>(
        std::count_if(call.arguments.begin(), call.arguments.end(),
                      [](const Call::Argument& argument) { return !argument.named(); }));
  }

  Slots slots_of(const Call& call, const LayerWord& facts) const {
    Slots slots;
    const std::vector<std::string_view> meant =
        meanings(facts, takes(framework_, facts), unnamed_of(call, facts));
    std::size_t place = 0;
    for (const Call::Argument& argument : call.arguments) {
      Slot& slot = slots.emplace_back();
      if (!is_value(argument)) continue;
      const std::string_view name = argument.named() ? argument.name.text : meant[place++];
      const OptionWord* option = names_frozen(name) ? &word(Option::trainable) : find_option(facts, name);
      if (option != nullptr) slot.option = option->spellings.front();
      slot.word = !argument.named() && slot.option.empty() && is_word(argument.value.text);
    }
    return slots;
  }

  static Unnamed unnamed_of(const Call& call, const LayerWord& facts) { return rnn::unnamed(facts, call); }

  /// The first one of that option; their number where there is none.
  static std::size_t find(const Slots& slots, std::string_view option) {
    std::size_t at = 0;
    while (at < slots.size() && (slots[at].dropped || slots[at].option != option)) ++at;
    return at;
  }

  /// A value without a name, and the option that it means.
  struct Bare {
    std::string_view value;
    std::string_view option;
  };

  /// How many of the arguments without names, first ones first, still mean the same without them in `facts`,
  /// where those behind get theirs.
  std::size_t keep_unnamed(const std::vector<Bare>& all, const std::vector<Option>& named,
                           const LayerWord& facts) const {
    constexpr std::size_t most = 12;  // behind these none means anything
    const std::size_t count = std::min(all.size(), most);
    std::size_t kept = count;
    for (; kept > 0; --kept) {
      Unnamed unnamed;
      unnamed.named = named;
      for (std::size_t i = 0; i < count; ++i) {
        const OptionWord* option = find_option(facts, all[i].option);
        if (i < kept)
          unnamed.values.push_back(all[i].value);
        else if (option != nullptr)
          unnamed.named.push_back(option->option);
      }
      const std::vector<std::string_view> meant = meanings(facts, takes(framework_, facts), unnamed);
      const auto same = [&](const Bare& one, std::string_view name) {
        const OptionWord* option = find_option(facts, name);
        return option == nullptr ? one.option.empty() : one.option == option->spellings.front();
      };
      if (std::equal(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), meant.begin(), same))
        break;
    }
    return kept;
  }

  /// Writes the brackets anew: what is dropped goes with one comma, and a value that would mean something
  /// else without its name gets it. False where one has none that it could get.
  bool rewrite(const Call& call, const Slots& slots, const LayerWord& facts, const News& news) {
    std::vector<Bare> values;
    std::vector<Option> named;
    if (!news.first.empty()) values.push_back({news.first, news.option});
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const Call::Argument& argument = call.arguments[i];
      if (slots[i].dropped) continue;
      const OptionWord* option = find_option(facts, slots[i].option);
      if (argument.named() && option != nullptr) named.push_back(option->option);
      if (argument.named() || !is_value(argument)) continue;
      values.push_back(
          {slots[i].value.empty() ? std::string_view(argument.value.text) : slots[i].value, slots[i].option});
    }
    std::size_t bare = keep_unnamed(values, named, facts);
    std::string before;
    if (!news.first.empty()) {
      if (bare == 0) before.append(news.option).append("=");
      before += news.first;
      bare -= bare == 0 ? 0 : 1;
    }
    bool all_named = true;
    std::size_t end = 0;  // behind the last argument that stays; 0 before there is one
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const Call::Argument& argument = call.arguments[i];
      if (slots[i].dropped) continue;
      if (!before.empty()) before += ", ";
      const bool has_place = !argument.named() && is_value(argument);
      const bool replaced_call = argument.call >= 0 && !slots[i].value.empty();
      if (has_place && bare > 0) {
        --bare;
      } else if (has_place || replaced_call) {
        all_named = all_named && (slots[i].word || !slots[i].option.empty());
        if (!slots[i].option.empty()) before.append(slots[i].option).append("=");
      }
      if (end == 0) {
        replace({call.arguments.front().span.start, argument.span.start}, before);
      } else {
        replace({end, i == 0 ? end : call.arguments[i - 1].span.end}, "");
        replace({argument.span.start, argument.span.start}, before);
      }
      before.clear();
      if (!slots[i].value.empty())
        replace(argument.call < 0 ? argument.value.span : argument.span, quoted(slots[i].value));
      end = argument.span.end;
    }
    if (end != 0 && !news.last.empty()) before = ", ";
    if (end == 0) {
      join(before, news.last);
      if (!call.has_brackets && !before.empty()) before = "(" + before + ")";
      const Span all = slots.empty()
                           ? Span{call.open, call.open}
                           : Span{call.arguments.front().span.start, call.arguments.back().span.end};
      replace(all, before);
    } else {
      replace({end, call.arguments.back().span.end}, before + news.last);
    }
    return all_named;
  }

  // --- whole layers
  Span place(std::size_t index) const { return query_.calls[query_.items[index]].span; }

  void add(std::size_t index) {
    const std::size_t count = query_.items.size();
    std::string layer = change_.value.empty() ? another() : std::string(change_.value);
    const Query read = parse_layers(layer);
    if (!read.problems.empty() || read.items.size() != 1) {
      problem("syntax").with("what", "unexpected").with("text", layer);
      return;
    }
    // Without a comment, which would hide what comes behind it.
    const Span alone = read.calls[read.items.front()].span;
    layer = layer.substr(alone.start, alone.end - alone.start);
    if (count == 0 && may_have_comment(text_))
      replace({0, 0}, layer + " ");
    else if (count == 0)
      replace({0, text_.size()}, layer);
    else if (index < count)
      replace({place(index).start, place(index).start}, layer + ", ");
    else
      replace({place(count - 1).end, place(count - 1).end}, ", " + layer);
  }

  /// Like the last recurrent layer, once; a plain one where there is none.
  std::string another() {
    for (std::size_t i = query_.items.size(); i > 0; --i) {
      Item item;
      open(i - 1, item);
      if (item.facts == nullptr || !item.facts->recurrent) continue;
      set_option(item, Option::num_layers);  // the change has no value
      std::string layer;
      std::size_t done = item.whole->span.start;
      for (const Edit& edit : out_.edits) {
        layer.append(source({done, edit.span.start})).append(edit.text);
        done = edit.span.end;
      }
      layer += source({done, item.whole->span.end});
      out_.edits.clear();
      return layer;
    }
    const std::span<const LayerWord> all = layers();
    return plain(
        *std::find_if(all.begin(), all.end(), [](const LayerWord& layer) { return layer.recurrent; }));
  }

  void remove(std::size_t index) {
    const std::size_t count = query_.items.size();
    if (count == 1)
      replace({0, text_.size()}, "");
    else if (index + 1 < count)
      replace({place(index).start, place(index + 1).start}, "");
    else
      replace({place(index - 1).end, place(index).end}, "");
  }

  /// What stands between the layers stays where it is.
  void move(std::size_t from, std::size_t to) {
    const bool back = to < from;
    for (std::size_t i = std::min(from, to); from != to && i <= std::max(from, to); ++i) {
      const std::string_view next = source(place(i == to ? from : back ? i - 1 : i + 1));
      if (next != source(place(i))) replace(place(i), next);
    }
  }

  // --- helpers
  std::string_view source(Span span) const {
    return std::string_view(text_).substr(span.start, span.end - span.start);
  }

  /// Edits come from left to right; two that touch become one.
  void replace(Span span, std::string_view text) {
    if (span.start == span.end && text.empty()) return;
    if (!out_.edits.empty() && out_.edits.back().span.end == span.start) {
      out_.edits.back().span.end = span.end;
      out_.edits.back().text += text;
      return;
    }
    out_.edits.push_back({Key::layers, span, std::string(text)});
  }

  bool read_place(std::string_view typed, std::size_t count, std::size_t& place) {
    const SizeReading reading = read_size(ascii_digits(typed), 0, largest_size);
    if (reading.value && *reading.value < count) {
      place = static_cast<std::size_t>(*reading.value);
      return true;
    }
    problem("no_such_layer").with("number", digits(rnn::add(reading.value, 1))).with("text", typed);
    return false;
  }

  void no_such_argument(const Item& item) {
    if (item.whole == nullptr) return missing(name(Key::layers));
    unknown(change_.argument, (item.layer == nullptr ? item.whole : item.layer)->name.text, item.whole->span);
  }

  void unknown(std::string_view option, std::string_view layer, Span span) {
    problem("unknown_option", span).with("option", option).with("layer", layer).with("text", option);
  }

  void missing(std::string_view what) { problem("missing").with("option", what).with("text", ""); }

  Problem& problem(std::string_view code, Span span = {}) {
    return out_.problems.report(Key::layers, code, span);
  }

  const Query& query_;
  const Framework* framework_;
  const Change& change_;
  const std::string& text_;
  Edits out_;
};

}  // namespace

Edits edit(const Query& query, const Change& change) { return Editor(query, change).edit(); }

std::string edit_json(std::string_view query, const Change& change) {
  const Query parsed = parse(query);
  std::array<std::string, 4> words{std::string(change.kind), std::string(change.layer),
                                   std::string(change.argument), std::string(change.value)};
  for (std::string& word : words) repair_utf8(word);
  const Edits edits = edit(parsed, {words[0], words[1], words[2], words[3]});
  const Texts texts = utf16_of(parsed.fields);
  Json json;
  json.object();
  write(json, edits.problems, texts);
  write(json, edits.edits, texts);
  return json.end().take();
}

}  // namespace rnn
