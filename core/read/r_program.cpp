// Reads programs of R's keras: each chain of `%>%` becomes Python's statements, and what is read of these is
// told at the places that they come from.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/read/other_programs.h"
#include "core/read/signs.h"

namespace rnn {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

struct RToken {
  enum class Kind : std::uint8_t { name, number, text, mark, line_end };
  Kind kind = Kind::mark;
  Span span;
};

constexpr std::array<std::string_view, 9> long_marks{"%>%", "%<>%", "<<-", "|>", "<-",
                                                     "->",  "::",   "==",  "!="};

bool is_of_r_name(char c) { return is_of_name(c) || c == '.'; }

/// Functions of R's keras whose layers are called otherwise than in capitals, one for each word.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> named_otherwise{
    {{"lstm", "LSTM"},
     {"gru", "GRU"},
     {"simple_rnn", "SimpleRNN"},
     {"rnn", "RNN"},
     {"cudnn_lstm", "CuDNNLSTM"},
     {"cudnn_gru", "CuDNNGRU"},
     {"conv_lstm_1d", "ConvLSTM1D"},
     {"conv_lstm_2d", "ConvLSTM2D"},
     {"activation_relu", "ReLU"},
     {"activation_leaky_relu", "LeakyReLU"},
     {"activation_elu", "ELU"},
     {"activation_parametric_relu", "PReLU"},
     {"spatial_dropout_1d", "SpatialDropout1D"},
     {"lambda", "Lambda"}}};

constexpr std::array<std::string_view, 6> merging{"concatenate", "add",     "multiply",
                                                  "average",     "maximum", "subtract"};

/// "layer_max_pooling_1d" as "MaxPooling1D"; "" for no layer.
std::string class_of(std::string_view function) {
  if (function == "bidirectional") return "Bidirectional";
  if (function == "time_distributed") return "TimeDistributed";
  if (!function.starts_with("layer_")) return "";
  function.remove_prefix(6);
  for (const auto& [name, called] : named_otherwise)
    if (name == function) return std::string(called);
  std::string out;
  bool large = true;
  for (const char c : function) {
    if (c == '_') {
      large = true;
      continue;
    }
    const bool side = c == 'd' && !out.empty() && is_digit(out.back());
    out += (large || side) && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    large = false;
  }
  return out;
}

class RProgram {
 public:
  explicit RProgram(std::string_view text) : text_(text) { find_tokens(); }

  bool makes_layers() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const RToken& one) {
      return one.kind == RToken::Kind::name &&
             (class_of(word(one)).size() > 1 && word(one).starts_with("layer_"));
    });
  }

  std::vector<Found> read(const Names& names) {
    for (std::size_t at = 0; at < tokens_.size();) at = statement(at);
    std::vector<Found> found = read_python(program_, names);
    if (found.empty()) return found;
    for (Found& one : found) bring_back(one);
    Found& first = found.front();
    first.framework = "keras";
    left_.insert(left_.end(), first.left.begin(), first.left.end());
    left_.insert(left_.end(), later_.begin(), later_.end());
    first.left = std::move(left_);
    first.problems.insert(first.problems.end(), problems_.begin(), problems_.end());
    return found;
  }

 private:
  using Kind = RToken::Kind;

  std::string_view word(const RToken& token) const {
    return text_.substr(token.span.start, token.span.end - token.span.start);
  }
  std::string_view word(std::size_t at) const { return at < tokens_.size() ? word(tokens_[at]) : ""; }
  bool is(std::size_t at, std::string_view mark) const {
    return at < tokens_.size() && tokens_[at].kind == Kind::mark && word(at) == mark;
  }

  // --- words
  void find_tokens() {
    for (std::size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      if (c == '\n') {
        put(Kind::line_end, at, at + 1);
        ++at;
        // The console's own mark of a line that goes on.
        if (text_.substr(at).starts_with("+ ")) {
          later_.push_back({{at, at + 1}, "prompt", {}});
          ++at;
        }
      } else if (is_blank(c)) {
        ++at;
      } else if (c == '#') {
        const std::size_t end = std::min(text_.find('\n', at), text_.size());
        later_.push_back({{at, end}, "comment", {}});
        at = end;
      } else {
        at = find_token(at);
      }
    }
  }

  std::size_t find_token(std::size_t at) {
    const char c = text_[at];
    std::size_t end = at + 1;
    if (c == '"' || c == '\'' || c == '`') {
      while (end < text_.size() && text_[end] != c && text_[end] != '\n') end += text_[end] == '\\' ? 2U : 1U;
      end = std::min(end + 1, text_.size());
      return put(Kind::text, at, end);
    }
    if (is_digit(c)) {
      while (end < text_.size() &&
             (is_of_r_name(text_[end]) ||
              ((text_[end] == '-' || text_[end] == '+') && (text_[end - 1] == 'e' || text_[end - 1] == 'E'))))
        ++end;
      return put(Kind::number, at, end);
    }
    if (is_of_r_name(c)) {
      while (end < text_.size() && is_of_r_name(text_[end])) ++end;
      return put(Kind::name, at, end);
    }
    for (const std::string_view mark : long_marks)
      if (text_.substr(at).starts_with(mark)) return put(Kind::mark, at, at + mark.size());
    return put(Kind::mark, at, end);
  }

  std::size_t put(Kind kind, std::size_t start, std::size_t end) {
    tokens_.push_back({kind, {start, end}});
    return end;
  }

  bool is_pipe(std::size_t at) const { return is(at, "%>%") || is(at, "|>") || is(at, "%<>%"); }
  bool opens(std::size_t at) const { return is(at, "(") || is(at, "["); }
  bool closes(std::size_t at) const { return is(at, ")") || is(at, "]"); }

  std::size_t behind_lines(std::size_t at) const {
    while (at < tokens_.size() && tokens_[at].kind == Kind::line_end) ++at;
    return at;
  }

  bool goes_on(std::size_t at) const {
    if (at == 0) return false;
    return is_pipe(at - 1) || is(at - 1, "<-") || is(at - 1, "=") || is(at - 1, "+") || is(at - 1, "*") ||
           is_pipe(behind_lines(at));
  }

  /// Behind the bracket that closes the one at `at`.
  std::size_t behind_bracket(std::size_t at, std::size_t end) const {
    std::size_t depth = 0;
    for (; at < end; ++at) {
      if (opens(at)) ++depth;
      if (closes(at) && --depth == 0) return at + 1;
    }
    return end;
  }

  // --- statements
  std::size_t statement(std::size_t at) {
    if (tokens_[at].kind == Kind::line_end || is(at, ";") || is(at, "{") || is(at, "}")) {
      if (tokens_[at].kind != Kind::line_end) left_.push_back({tokens_[at].span, structure_code, {}});
      return at + 1;
    }
    std::size_t end = at;
    for (std::size_t depth = 0; end < tokens_.size(); ++end) {
      if (opens(end)) ++depth;
      if (closes(end) && depth > 0) --depth;
      const bool line = tokens_[end].kind == Kind::line_end;
      if (depth == 0 && line && goes_on(end)) {
        end = behind_lines(end) - 1;
        continue;
      }
      if (depth == 0 && (line || is(end, ";") || is(end, "{") || is(end, "}"))) break;
    }
    const Span span = {tokens_[at].span.start, tokens_[end - 1].span.end};
    left_.push_back({span, structure_code, {}});
    doubt(at, end);
    translate(at, end);
    return end;
  }

  /// How often a loop runs, and which way a condition goes, is not followed here.
  void doubt(std::size_t at, std::size_t end) {
    const std::string_view first = word(at);
    const bool loop = first == "for" || first == "while";
    if ((!loop && first != "if") || !opens(at + 1)) return;
    constexpr std::size_t longest_body = 300;
    for (std::size_t place = at; place < std::min(tokens_.size(), at + longest_body); ++place) {
      if (place > end && tokens_[place - 1].kind == Kind::mark && is(place - 1, "}")) break;
      if (class_of(word(place)).empty()) continue;
      const Span span = {tokens_[at].span.start, tokens_[end - 1].span.end};
      problems_.push_back({loop ? "loop" : "condition",
                           span,
                           {{"text", std::string(text_.substr(span.start, span.end - span.start))}}});
      return;
    }
  }

  void translate(std::size_t at, std::size_t end) {
    std::string target;
    if (tokens_[at].kind == Kind::name && (is(at + 1, "<-") || is(at + 1, "<<-") || is(at + 1, "="))) {
      target = name_of(at);
      at = behind_lines(at + 2);
    } else if (end > at + 2 && is(end - 2, "->") && tokens_[end - 1].kind == Kind::name) {
      target = name_of(end - 1);
      end -= 2;
    }
    if (at >= end || word(at) == "function" || word(at) == "library") return;
    // What the chain begins with, then one function each.
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    std::size_t begin = at;
    std::size_t depth = 0;
    for (std::size_t place = at; place <= end; ++place) {
      if (place < end && opens(place)) ++depth;
      if (place < end && closes(place) && depth > 0) --depth;
      if (place < end && (depth > 0 || !is_pipe(place))) continue;
      parts.emplace_back(behind_lines(begin), place);
      begin = place + 1;
    }
    std::string now = begin_chain(parts.front().first, parts.front().second, target);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      auto [from, to] = parts[i];
      if (from >= to) continue;
      while (is(from + 1, "::")) from += 2;
      if (class_of(word(from)).empty())
        later_.push_back({{tokens_[from].span.start, tokens_[to - 1].span.end}, "no_layer", {}});
      else
        add(from, to, behind_name(from), target, now);
    }
  }

  std::size_t behind_name(std::size_t at) const { return is(at + 1, "(") ? at + 2 : at + 1; }

  /// The name of what is handed on.
  std::string begin_chain(std::size_t at, std::size_t end, const std::string& target) {
    if (at >= end) return target;
    while (is(at + 1, "::")) at += 2;
    const std::string_view first = word(at);
    std::string to = target.empty() ? "chain_" : target;
    if (first == "keras_model_sequential") {
      add_model(to);
      say(to + " = ");
      say("Sequential", tokens_[at].span);
      say("()\n");
      const std::size_t shape = argument(at + 2, end, "input_shape");
      if (shape < end) {
        say(to + ".add(Input(");
        say("shape", tokens_[shape].span);
        copy(shape + 1, value_end(shape, end));
        say("))\n");
      }
      return to;
    }
    if (end == at + 1 && tokens_[at].kind == Kind::name) {
      std::string name = name_of(at);
      if (target.empty()) return name;
      if (models_.count(name) > 0) add_model(target);
      say(target + " = ");
      copy(at, end);
      say("\n");
      return models_.count(name) > 0 ? name : target;
    }
    if ((first == "list" || first == "c") && is(at + 1, "(")) {
      list_ = {at, end};
      return "";
    }
    const bool layer = !class_of(first).empty() && first != "layer_input" && is(at + 1, "(");
    if (layer) {
      // layer_dense(model, 10)
      const bool object = tokens_[at + 2].kind == Kind::name && (is(at + 3, ",") || is(at + 3, ")")) &&
                          known_.count(name_of(at + 2)) > 0;
      const bool several = is_merging(first);
      if (object && !several) {
        std::string now = name_of(at + 2);
        add(at, end, is(at + 3, ",") ? at + 4 : at + 3, target, now);
        // A model is changed where it is, and goes by both names.
        if (target.empty() || now == target) return now;
        add_model(target);
        say(target + " = " + now + "\n");
        return now;
      }
      if (several) {
        list_ = {at + 2, end - 1};
        std::string now;
        add(at, end, end - 1, target, now);
        return now;
      }
    }
    if (!target.empty()) say(target + " = ");
    known_.insert(to);
    copy(at, end);
    say("\n");
    return to;
  }

  void add_model(const std::string& name) {
    models_.insert(name);
    known_.insert(name);
  }

  static bool is_merging(std::string_view function) {
    return function.starts_with("layer_") &&
           std::find(merging.begin(), merging.end(), function.substr(6)) != merging.end();
  }

  /// One function of a chain, whose arguments begin at `first`.
  void add(std::size_t at, std::size_t end, std::size_t first, const std::string& target, std::string& now) {
    if (models_.count(now) > 0) {
      say(now + ".add(");
      say(class_of(word(at)), tokens_[at].span);
      brackets(at, first, end);
      say(")\n");
      return;
    }
    const std::string to = target.empty() ? "chain_" : target;
    say(to + " = ");
    if (is_merging(word(at)) && list_.second > list_.first) {
      say(word(at).substr(6), tokens_[at].span);
      say("((");
      std::size_t from = list_.first;
      std::size_t till = list_.second;
      if ((word(from) == "list" || word(from) == "c") && is(from + 1, "(")) {
        till = behind_bracket(from + 1, till) - 1;
        from += 2;
      }
      copy(from, till);
      say("))\n");
    } else {
      say(class_of(word(at)), tokens_[at].span);
      brackets(at, first, end);
      say("(" + now + ")\n");
    }
    list_ = {};
    known_.insert(to);
    now = to;
  }

  void brackets(std::size_t at, std::size_t first, std::size_t end) {
    if (is(at + 1, "("))
      say("(", tokens_[at + 1].span);
    else
      say("(");
    const bool closed = end > first && is(end - 1, ")");
    copy(first, closed ? end - 1 : end);
    if (closed)
      say(")", tokens_[end - 1].span);
    else
      say(")");
  }

  /// Where the argument of that name stands in the brackets; `end` where it does not.
  std::size_t argument(std::size_t at, std::size_t end, std::string_view name) const {
    for (; at < end; ++at)
      if (tokens_[at].kind == Kind::name && word(at) == name && is(at + 1, "=")) return at;
    return end;
  }

  std::size_t value_end(std::size_t at, std::size_t end) const {
    for (std::size_t depth = 0; at < end; ++at) {
      if (opens(at)) ++depth;
      if (depth == 0 && (closes(at) || is(at, ","))) return at;
      if (closes(at)) --depth;
    }
    return end;
  }

  std::string name_of(std::size_t at) const {
    std::string out(word(at));
    std::replace(out.begin(), out.end(), '.', '_');
    return out;
  }

  // --- Python's words
  void say(std::string_view words) {
    program_ += words;
    from_.resize(program_.size(), nowhere);
  }

  /// Words that stand for those in `span`.
  void say(std::string_view words, Span span) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      program_ += words[i];
      from_.push_back(i + 1 == words.size() ? span.end - 1 : std::min(span.start + i, span.end - 1));
    }
    if (words.size() == 1) from_.back() = span.start;
  }

  void copy(std::size_t at, std::size_t end) {
    for (; at < end && at < tokens_.size(); ++at) {
      const std::string_view one = word(at);
      const Span span = tokens_[at].span;
      const bool called = is(at + 1, "(");
      if (tokens_[at].kind == Kind::line_end || is(at + 1, "::")) {
        say(" ");
        if (is(at + 1, "::")) ++at;
      } else if ((one == "c" || one == "list") && called) {
        continue;
      } else if (one == "TRUE" || one == "T") {
        say("True", span);
      } else if (one == "FALSE" || one == "F") {
        say("False", span);
      } else if (one == "NULL" || one == "NA") {
        say("None", span);
      } else if (tokens_[at].kind == Kind::number && one.ends_with("L")) {
        say(one.substr(0, one.size() - 1), {span.start, span.end - 1});
      } else if (called && !class_of(one).empty()) {
        say(class_of(one), span);
      } else if (called && one == "keras_model") {
        say("Model", span);
      } else if (tokens_[at].kind == Kind::name) {
        say(name_of(at), span);
      } else if (is(at, "$")) {
        say(".", span);
      } else {
        say(one, span);
      }
      if (tokens_[at].kind == Kind::name && tokens_[std::min(at + 1, tokens_.size() - 1)].kind == Kind::name)
        say(" ");
    }
  }

  // --- places
  Span place(Span span) const {
    std::size_t first = nowhere;
    std::size_t last = 0;
    for (std::size_t at = span.start; at < std::min(span.end, from_.size()); ++at) {
      if (from_[at] == nowhere) continue;
      first = std::min(first, from_[at]);
      last = std::max(last, from_[at] + 1);
    }
    return first == nowhere ? Span{} : Span{first, last};
  }

  void bring_back(std::vector<Span>& spans) const {
    for (Span& span : spans) span = place(span);
    std::erase_if(spans, [](const Span& span) { return span.end == 0; });
  }

  void bring_back(FoundValue& value) const {
    value.span = place(value.span);
    bring_back(value.from);
  }

  void bring_back(FoundLayer& layer) const {
    for (FoundCall& call : layer.calls) {
      call.name_span = place(call.name_span);
      call.span = place(call.span);
      call.closing = place(call.closing);
      for (FoundArgument& argument : call.arguments) {
        argument.name_span = place(argument.name_span);
        bring_back(argument.value);
      }
    }
    bring_back(layer.also);
    bring_back(layer.sizes);
  }

  void bring_back(std::vector<Left>& all) const {
    for (Left& one : all) one.span = place(one.span);
    std::erase_if(all, [](const Left& one) { return one.span.end == 0; });
  }

  void bring_back(Found& found) const {
    bring_back(found.input);
    bring_back(found.timesteps);
    for (FoundLayer& layer : found.layers) bring_back(layer);
    for (FoundChoice& choice : found.choices) bring_back(choice.instead);
    bring_back(found.left);
    bring_back(found.unknown);
    for (TextProblem& problem : found.problems) problem.span = place(problem.span);
  }

  std::string_view text_;
  std::vector<RToken> tokens_;
  std::string program_;                         ///< in Python's words
  std::vector<std::size_t> from_;               ///< of each of its bytes the place in the text
  std::set<std::string> models_;                ///< names of models that layers are added to
  std::set<std::string> known_;                 ///< names of what layers hand on, and of models
  std::pair<std::size_t, std::size_t> list_{};  ///< the tokens of a list that a chain begins with
  std::vector<Left> left_;
  std::vector<Left> later_;  ///< on top of what is left of the program
  std::vector<TextProblem> problems_;
};

}  // namespace

bool is_r(std::string_view text) {
  if (!has(text, "layer_") || !(has(text, "%>%") || has(text, "|>") || has(text, "<-"))) return false;
  return RProgram(text).makes_layers();
}

std::vector<Found> read_r(std::string_view text, const Names& names) { return RProgram(text).read(names); }

}  // namespace rnn
