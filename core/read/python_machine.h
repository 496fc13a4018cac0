// The machine that follows a program: frames of statements, and the values of the nodes of one statement at a
// time. python_machine.cpp holds its statements, python_expressions.cpp its expressions, python_calls.cpp
// what calls make.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/read/python_run.h"

namespace rnn::python {

inline constexpr std::size_t most_steps = 2000000;
inline constexpr std::size_t most_things = 8000;
/// So far up the classes are followed that a class is derived from.
inline constexpr std::size_t most_bases = 8;

/// The values of the nodes of one statement. Nearly all come in the order of the nodes.
class NodeValues {
 public:
  void set(int node, int value);
  /// −1 where the node has none.
  int find(int node) const;
  void clear() { values_.clear(); }

 private:
  std::vector<std::pair<int, int>> values_;  ///< by node
};

class Machine {
 public:
  Machine(std::string_view text, Program program, const Names& names);
  Run run();

 private:
  using Kind = Value::Kind;

  struct Scope {
    std::map<std::string, int, std::less<>> names{};
    int parent = -1;
    int instance = -1;                                ///< the thing whose attributes begin with "self."
    std::map<std::string, int, std::less<>> given{};  ///< of an instance without `__init__`: by its call
    bool by_place = false;  ///< likewise: some are given by their place, which are not followed
    bool compact = false;   ///< of an instance: it makes its layers where it calls them
    std::map<std::string, int, std::less<>> elsewhere{};  ///< names that are those of another scope
  };

  using Place = std::pair<int, std::string>;  ///< a scope, and a name in it

  /// What a round of a loop has done so far: see `settled`.
  struct Round {
    std::size_t changes = 0;      ///< `changes_` before it
    std::size_t scopes = 0;       ///< likewise of the scopes
    std::map<Place, int> read{};  ///< the values of names that were read before the round gave them one
    std::map<Place, int> bound{};
  };

  /// A body that is followed, or the element of a comprehension.
  struct Frame {
    std::size_t statement = 0;
    std::size_t end = 0;
    std::size_t first = 0;  ///< of a loop: its first statement
    int scope = 0;
    int node = -1;             ///< the next one of its statement; −1 before its first
    int last = 0;              ///< behind the last one
    int waits = -1;            ///< the node below whose value it makes
    int result = -1;           ///< what it gives back
    int open_column = -1;      ///< of a condition that was not met
    std::size_t doubtful = 0;  ///< up to this statement nothing says whether it is run
    bool other_way = false;    ///< and where it is not, others are
    bool call = false;         ///< of a function: a return ends it
    bool repeats = false;      ///< a loop or a comprehension, over `items`
    bool round = false;        ///< a round of a while loop
    bool left = false;         ///< a loop in it was left before its end
    int element = -1;          ///< of a comprehension: the node
    bool tests = false;        ///< likewise: its condition is worked out
    bool open = false;         ///< of what repeats: nothing says how often
    std::size_t item = 0;
    std::vector<int> items{};
    std::vector<int> made{};
    std::vector<std::string_view> names{};
    std::vector<std::size_t>
        both_ways{};       ///< in forward(): the columns of conditions of which nothing is known
    std::string prefix{};  ///< of the names of a class's own body: "Config."
    NodeValues values{};   ///< of the nodes of its statement
    bool plain = false;    ///< a loop over numbers, texts and what is not known: see `plain_rounds_`
  };

  // --- values and names
  int keep(Value value);
  const Value& at(int value) const { return run_.values[static_cast<std::size_t>(value)]; }
  const Node& node(int index) const { return program_.nodes[static_cast<std::size_t>(index)]; }
  Thing& thing(int index) { return run_.things[static_cast<std::size_t>(index)]; }
  Scope& scope(int index) { return scopes_[static_cast<std::size_t>(index)]; }
  Frame& top() { return frames_.back(); }
  int value_of(int node);
  int find(std::string_view name) const;
  int find(std::string_view name, int from) const;
  int scope_of(std::string_view name, int from) const;
  int read(std::string_view name);
  int read_in(int scope, std::string_view name);
  void set_name(int scope, const std::string& name, int value);
  int open_scope(int parent);
  int instance_of(int scope) const;
  std::string source(Span span) const;
  int answered(const std::string& name);
  int unknown(Span span);
  int path(std::string text);
  int thing_value(int index);
  int tensor(int index, bool state);
  void join_models(const std::string& name, int list);
  void bind(const std::string& name, int value, Span where);
  std::size_t beginning_of(std::size_t next) const;
  void assign(int target, int value, Span where, bool state);
  void set_option(int index, std::string_view option, int value, Span where);
  void unpack(const std::vector<int>& targets, int value, Span where);

  // --- statements
  void step();
  void statement();
  void end_frame();
  void give_back(int value);
  void branch(const Statement& statement);
  void loop(const Statement& statement);
  void repeat(const Statement& statement);
  void other(std::size_t index);
  void pass_over_handler(std::size_t index);
  void doubt_addition_by_condition(std::size_t index);
  void raise(Span span);
  void leave_round(std::size_t index, bool ends);
  bool follows_whole(std::size_t index) const;
  void keep_assignments(const Statement& condition);
  void define(const Statement& statement);
  void import_names(const Statement& statement);
  bool begin_item();
  std::vector<int> parts_of(int list, std::size_t count) const;
  bool is_plain_item(int value) const;
  bool alike(int a, int b) const;
  bool settled() const;
  void end_round();
  void leave_loop(const Frame& frame);
  bool makes_layers(std::size_t first, std::size_t last) const;
  bool adds_layers(std::size_t first, std::size_t last) const;
  bool nodes_make_layers(std::size_t first, std::size_t last) const;
  void follow_definitions(bool called_ones);
  bool is_called(std::size_t definition) const;

  // --- expressions; false where the value comes later
  bool evaluate(int index);
  int evaluate_name(const Node& now);
  int evaluate_attribute(const Node& now);
  int evaluate_subscript(const Node& now);
  int slice(const Node& now, const Value& list);
  int choose(const Node& now);
  bool comprehend(int index);
  int list_of(const std::vector<int>& nodes);
  void mark_listed(int list);
  int list_of_members(int holder);
  int contained(const Value& one, const Value& list, bool inside);
  int repeated(const Value& list, const Value& times, const Node& now);
  void hold_said(const Value& value);
  int is_met(int condition);

  // --- lists
  int call_list(const Node& now, const Value& method);
  int of_items(const Node& now, std::string_view function, const Value& list);
  int is_instance(const Value& one, const Value& types);
  void forget_list(int list, Span where);
  void extend(int list, int added, Span where);
  void hold_statement(int list, int value);
  bool is_shared(int list) const;
  void share(int list);
  void set_place(const Node& to, int value, Span where);
  void doubt_setting(int value, Span where);

  // --- settings
  int new_dict(std::vector<int> items, bool attributes);
  int dict_at(int value) const;
  int keys_in(int value) const;
  int item_of(int dict, const Value& key, Span said);
  void set_item(int dict, int key, int value);
  void forget_items(int dict);
  int container_of(int target);
  bool assign_item(const Node& to, int value, Span where);
  int call_dict(const Node& now, const Value& method);
  int call_settings(const Node& now);
  void declare(const Node& now, const std::string& name, int usual);
  int declared(std::string_view name) const;
  int text_of(std::string text);
  void doubt_names(std::size_t first, std::size_t last);
  int in_doubt(const std::string& name, int before, int value);
  std::vector<std::pair<std::string, std::size_t>> fields_of(std::size_t type) const;
  void give_attributes(const Node& now, int attributes, std::size_t type);

  // --- forward()
  void follow_forwards();
  void follow_forward(int instance);
  int forward_of(std::size_t type) const;
  int flow_of(std::vector<int> uses, bool changed);
  int joined_flow(const std::vector<int>& values, bool changed);
  bool flows_in(int value, std::vector<int>& uses, bool& changed, std::vector<int>& things) const;
  int use(const Node& now, int index);
  int concatenation(const Node& now, std::string_view word);
  int ranked(int flow, std::int64_t axes);
  std::int64_t axes_of(int value) const;
  std::int64_t axes_behind(const Node& now, std::string_view word, const std::vector<int>& values) const;
  bool is_part_of_both_ways(const Value& flow) const;
  int part_of_flow(const Node& now);
  int part_of_outputs(const Value& flow, std::size_t place);
  int call_in_forward(const Node& now, const Value& callee);
  int members_of(int value);
  int members_named(const Value& method);
  bool in_doubt_now() const;
  bool in_doubt_here() const;

  // --- calls
  bool call(int index);
  int spread_argument(const Node& now, std::string_view name);
  void bind_rest(const Node& now, const Statement& function, std::size_t skipped,
                 std::vector<std::pair<std::string, int>>& bound);
  bool enter(int index, std::size_t definition, int parent, int result, std::size_t skipped);
  bool enter_type(int index, const Value& type);
  bool is_kept(int index) const;
  bool says_size(const Node& now);
  bool enter_base(int index);
  bool enter_method(int index, int method, int instance);
  int type_around(std::size_t statement) const;
  int type_named(std::string_view name, int scope) const;
  std::vector<std::size_t> ancestry(std::size_t type) const;
  std::vector<std::size_t> ancestry_behind(std::size_t own, std::size_t type) const;
  void set_defaults(std::size_t first, std::size_t last);
  int definition_in(std::size_t type, std::string_view name) const;
  int method_of(std::size_t type, std::string_view name) const;
  std::size_t receivers_of(std::size_t method) const;
  int call_now(const Node& now, const Value& callee);
  void doubt_addition(const Node& now);
  void doubt_call(const Node& now);
  int call_path(const Node& now, const std::string& path);
  int call_builtin(const Node& now, std::string_view name);
  int call_method(const Node& now, const Value& method);
  int call_anything(const Node& now, const std::string& path);
  int apply(const Node& now, int index);
  int make_layer(const Node& now, const std::string& path, bool own);
  bool spread(const Node& star, const Value& value, std::vector<Given>& given);
  bool merges_list(const Node& now);
  int call_javascript(const Node& now, std::string_view word);
  int make_from_dict(const Node& now, const std::string& path);
  int named_in_dict(const Node& now, std::string_view name);
  int member_by(const Node& now, int model);
  void tell_unknown(int item);
  bool holds_unknown(int value) const;
  int take_out(const Node& now, int model);
  int copy_of(const Node& now, int value);
  int make_holder(const Node& now, const std::string& path, Thing::Kind kind);
  void hold(int holder, int value);
  void hold_plainly(int instance, int value);
  void set_member(const Node& to, int holder, int value, Span where);
  void replace_member(int holder, int before, int value);
  std::vector<int> things_in(int value) const;
  /// What is looked for among arguments: tensors; or layers that no one called, too, by a layer; or tensors,
  /// by what says where a model ends.
  enum class Reads : std::uint8_t { tensors, applied, ends };
  std::vector<Read> reads_of(const Node& now, Reads how);
  void use_wire(int value, bool ends);
  int argument(const Node& now, std::string_view name, std::size_t position);
  Thing& new_thing(Thing::Kind kind, const Node& now, const std::string& path);

  std::string_view text_;
  Program program_;
  const Names& names_;
  Run run_;
  std::deque<Scope> scopes_;  ///< where they are they stay when others come
  std::deque<Frame> frames_;
  std::map<int, std::vector<int>> elements_;            ///< where comprehensions' elements begin: their ends
  std::map<int, int> defaults_;                         ///< of parameters: the values of their nodes
  std::map<std::string_view, std::vector<int>> calls_;  ///< of each name the nodes
  /// Of tensors that a name keeps: where it is given, and whether it stood for another one before.
  std::map<int, std::pair<Span, bool>> wires_;
  std::map<std::string, int, std::less<>> declared_;  ///< options of a command; −1: nothing says its value
  std::vector<bool> entered_;                         ///< definitions that were followed
  std::size_t entered_times_ = 0;
  std::size_t entered_deep_ = 0;       ///< from within many others
  bool told_deep_ = false;             ///< that not all calls are followed
  std::map<std::size_t, int> rounds_;  ///< of while loops
  std::map<std::size_t, Span>
      class_set_;               ///< classes of which an attribute is set before an instance is made
  std::vector<int> copied_;     ///< things that others are copies of
  std::set<std::size_t> said_;  ///< statements that say which items are taken
  std::set<int> shared_;        ///< lists that have several names
  /// How often something was done that another round of a loop may do in another way: a thing made or
  /// changed, a list or a dictionary changed, a way taken because of a known value.
  std::size_t changes_ = 0;
  std::vector<Round> plain_rounds_;  ///< of the loops over plain items that are followed, the innermost last
  std::size_t steps_ = 0;
  bool forward_ = false;   ///< a forward() is followed: nothing is made
  bool lost_ = false;      ///< and it could not be followed
  std::vector<Use> uses_;  ///< of it
};

/// The last word of a path.
std::string_view last_word(std::string_view path);

/// Whether a path of that name makes a layer when it is called.
bool names_layer(std::string_view path);

}  // namespace rnn::python
