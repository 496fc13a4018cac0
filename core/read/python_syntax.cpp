#include "core/read/python_syntax.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/read/forms.h"

namespace rnn::python {
namespace {

struct Operator {
  std::string_view word;
  int binds;  ///< how tightly
};

constexpr int binds_unary = 12;
constexpr int binds_not = 4;

constexpr std::array operators{Operator{":=", 0},  Operator{"else", 0}, Operator{"if", 1},  Operator{"or", 2},
                               Operator{"and", 3}, Operator{"in", 5},   Operator{"is", 5},  Operator{"<", 5},
                               Operator{">", 5},   Operator{"==", 5},   Operator{"!=", 5},  Operator{"<=", 5},
                               Operator{">=", 5},  Operator{"|", 6},    Operator{"^", 7},   Operator{"&", 8},
                               Operator{"<<", 9},  Operator{">>", 9},   Operator{"+", 10},  Operator{"-", 10},
                               Operator{"*", 11},  Operator{"/", 11},   Operator{"//", 11}, Operator{"%", 11},
                               Operator{"@", 11},  Operator{"**", 13}};

const Operator* find_operator(std::string_view word) {
  const auto* const it =
      std::find_if(operators.begin(), operators.end(), [&](const Operator& one) { return one.word == word; });
  return it == operators.end() ? nullptr : it;
}

/// One statement's tokens at a time.
class Parser {
 public:
  explicit Parser(std::string_view text)
      : text_(text), tokens_(tokens(text)), javascript_(is_javascript(text)) {}

  Program read() {
    while (at_ < tokens_.all.size()) {
      if (kind() == Token::Kind::line_end || is(";")) {
        ++at_;
        prose_ = false;
        continue;
      }
      if (is("async") || is("await") || (javascript_ && (is("const") || is("let") || is("var")))) {
        tokens_.left.push_back({tokens_.all[at_].span, structure_code, {}});
        ++at_;
        continue;
      }
      if (javascript_ && (is("}") || is(")") || is("]"))) {
        ++at_;
        continue;
      }
      const std::size_t first = program_.statements.size();
      statement(tokens_.all[at_].column);
      prose_ = prose_ || !line_ends();
      for (std::size_t i = first; i < program_.statements.size(); ++i) program_.statements[i].prose = prose_;
    }
    program_.left = std::move(tokens_.left);
    return std::move(program_);
  }

 private:
  // --- tokens
  const Token& token() const { return tokens_.all[std::min(at_, tokens_.all.size() - 1)]; }
  Token::Kind kind() const { return at_ < tokens_.all.size() ? token().kind : Token::Kind::line_end; }
  std::string_view word_at(std::size_t at) const {
    if (at >= tokens_.all.size() || tokens_.all[at].kind == Token::Kind::line_end) return {};
    const Span span = tokens_.all[at].span;
    return text_.substr(span.start, span.end - span.start);
  }
  std::string_view word() const { return word_at(at_); }
  bool is(std::string_view mark) const { return word() == mark; }
  bool take(std::string_view mark) {
    if (!is(mark)) return false;
    ++at_;
    return true;
  }
  bool line_ends() const { return kind() == Token::Kind::line_end || is(";"); }

  // --- statements
  Statement& add(Statement::Kind kind, std::size_t column) {
    Statement statement;
    statement.kind = kind;
    statement.column = column;
    statement.span = token().span;
    statement.first_node = program_.nodes.size();
    program_.statements.push_back(std::move(statement));
    return program_.statements.back();
  }

  /// The statement ends before the next token.
  void end(std::size_t index) {
    Statement& statement = program_.statements[index];
    statement.span.end = at_ == 0 ? 0 : std::max(statement.span.end, tokens_.all[at_ - 1].span.end);
    statement.last_node = program_.nodes.size();
  }

  void skip_line() {
    while (!line_ends()) ++at_;
  }

  void statement(std::size_t column) {
    const std::size_t index = program_.statements.size();
    const std::string_view first = word();
    const std::size_t start = at_;
    if (first == "import" || first == "from") {
      import_names(column);
    } else if (first == "class" && word_at(at_ + 1) != "=") {
      define_class(column);
    } else if (first == "def") {
      define(column);
    } else if (first == "for") {
      each(column);
    } else if (first == "if" || first == "elif" || first == "while" || first == "with" || first == "try" ||
               first == "else" || first == "except" || first == "finally") {
      compound(column);
    } else {
      line(column);
    }
    if (at_ == start) ++at_;
    end(index);
    body(index);
  }

  /// A statement that has no body.
  void line(std::size_t column) {
    const std::string_view first = word();
    if (first == "return") {
      const std::size_t index = program_.statements.size();
      add(Statement::Kind::give_back, column);
      ++at_;
      if (!line_ends()) program_.statements[index].value = expression();
    } else if (is("@") || first == "raise" || first == "assert" || first == "del" || first == "global" ||
               first == "nonlocal" || first == "pass" || first == "break" || first == "continue" ||
               ((first == "match" || first == "case") && opens_body())) {
      add(Statement::Kind::other, column);
      skip_line();
    } else {
      simple(column);
    }
  }

  /// Whether the line is a word, what it is about, and a colon.
  bool opens_body() const {
    const std::string_view next = word_at(at_ + 1);
    if (next.empty() || next == "=" || next == "." || next == ":" || next == ",") return false;
    std::size_t end = at_;
    while (!word_at(end).empty()) ++end;
    return word_at(end - 1) == ":";
  }

  /// What follows the colon in the same line.
  void body(std::size_t index) {
    switch (program_.statements[index].kind) {
      case Statement::Kind::define:
      case Statement::Kind::define_class:
      case Statement::Kind::each:
      case Statement::Kind::when:
      case Statement::Kind::otherwise_when:
      case Statement::Kind::otherwise:
      case Statement::Kind::repeat:
      case Statement::Kind::scope:
      case Statement::Kind::handler: break;
      default: return;
    }
    while (!line_ends() && !is(":")) ++at_;
    if (take(":")) end(index);
    if (line_ends()) return;
    const std::size_t inner = program_.statements[index].column + 1;
    while (kind() != Token::Kind::line_end) {
      if (take(";")) continue;
      const std::size_t one = program_.statements.size();
      const std::size_t start = at_;
      line(inner);
      if (at_ == start) ++at_;
      end(one);
    }
  }

  void import_names(std::size_t column) {
    Statement& statement = add(Statement::Kind::import_names, column);
    const bool from = is("from");
    if (javascript_) return skip_line();
    ++at_;
    const std::string package = from ? dotted() + "." : "";
    if (from && !take("import")) return skip_line();
    while (!line_ends()) {
      if (take("(") || take(")") || take(",")) continue;
      if (kind() != Token::Kind::name && !is("*")) break;
      const std::string_view name = word();
      const std::string path = take("*") ? "*" : dotted();
      if (path.empty()) break;
      const std::string whole = package + path;
      if (take("as")) {
        statement.imports.push_back({word(), whole});
        ++at_;
      } else {
        statement.imports.push_back({name, from ? whole : std::string(name)});
      }
    }
    skip_line();
  }

  std::string dotted() {
    std::string out;
    while (kind() == Token::Kind::name || is(".")) {
      if (is("import") || is("as")) break;
      out += word();
      ++at_;
    }
    return out;
  }

  void define_class(std::size_t column) {
    const std::size_t index = program_.statements.size();
    add(Statement::Kind::define_class, column);
    ++at_;
    program_.statements[index].name = word();
    ++at_;
    if (!is("(")) return;
    const int bases = expression();
    if (bases < 0) return;
    const Node& node = program_.nodes[static_cast<std::size_t>(bases)];
    program_.statements[index].bases = node.kind == Node::Kind::list ? node.items : std::vector<int>{bases};
  }

  void define(std::size_t column) {
    const std::size_t index = program_.statements.size();
    add(Statement::Kind::define, column);
    ++at_;
    program_.statements[index].name = word();
    ++at_;
    if (!take("(")) return;
    while (!line_ends() && !is(")")) parameter(index);
    take(")");
    if (take("->")) expression();
  }

  /// `name: type = value`
  void parameter(std::size_t index) {
    if (take(",") || take("/")) return;
    Statement& function = program_.statements[index];
    const bool others = take("**");
    const bool rest = !others && take("*");
    if (rest) function.names_only = true;
    if (kind() != Token::Kind::name) {
      if (!rest) ++at_;
      return;
    }
    Parameter parameter{word(), token().span, -1, function.names_only};
    if (rest) function.rest = word();
    if (others) function.others = word();
    ++at_;
    if (take(":")) item();
    if (take("=")) {
      parameter.value = item();
      parameter.span.end = tokens_.all[at_ - 1].span.end;
    }
    if (!rest && !others) program_.statements[index].parameters.push_back(parameter);
  }

  void each(std::size_t column) {
    const std::size_t index = program_.statements.size();
    add(Statement::Kind::each, column);
    ++at_;
    program_.statements[index].names = loop_names();
    program_.statements[index].value = expression();
  }

  std::vector<std::string_view> loop_names() {
    std::vector<std::string_view> names;
    while (!line_ends() && !take("in")) {
      if (kind() == Token::Kind::name) names.push_back(word());
      ++at_;
    }
    return names;
  }

  void compound(std::size_t column) {
    const std::string_view first = word();
    const std::size_t index = program_.statements.size();
    add(first == "if"       ? Statement::Kind::when
        : first == "elif"   ? Statement::Kind::otherwise_when
        : first == "else"   ? Statement::Kind::otherwise
        : first == "except" ? Statement::Kind::handler
        : first == "while"  ? Statement::Kind::repeat
                            : Statement::Kind::scope,
        column);
    ++at_;
    const bool condition = first == "if" || first == "elif" || first == "while";
    if (condition && !is(":") && !line_ends()) program_.statements[index].value = expression();
  }

  /// An expression, or targets and a value.
  void simple(std::size_t column) {
    const std::size_t index = program_.statements.size();
    add(Statement::Kind::expression, column);
    int value = expression();
    if (is(":") && !line_ends()) {
      ++at_;
      if (!line_ends()) expression();
      if (!is("=")) return;
    }
    std::vector<int> targets;
    while (take("=")) {
      targets.push_back(value);
      value = line_ends() ? -1 : expression();
    }
    Statement& statement = program_.statements[index];
    const std::string_view sign = word();
    if (targets.empty() && sign.size() >= 2 && sign.back() == '=' &&
        find_operator(sign.substr(0, sign.size() - 1))) {
      ++at_;
      targets.push_back(value);
      value = line_ends() ? -1 : expression();
      program_.statements[index].kind = Statement::Kind::augment;
      program_.statements[index].name = sign.substr(0, sign.size() - 1);
    } else if (!targets.empty()) {
      statement.kind = Statement::Kind::assign;
    }
    program_.statements[index].targets = std::move(targets);
    program_.statements[index].value = value;
  }

  // --- expressions
  struct Pending {
    std::string_view word;
    int binds = 0;
    bool unary = false;
    std::size_t start = 0;
  };

  /// A bracket that is open.
  struct Frame {
    Node::Kind kind = Node::Kind::list;
    int callee = -1;
    std::size_t start = 0;  ///< in the text
    std::size_t operands = 0;
    std::size_t pending = 0;
    std::size_t nodes = 0;  ///< where its next item's nodes begin
    std::vector<int> items{};
    bool comma = false;
    bool slice = false;
    std::string_view keyword{};
    Span keyword_span{};
    int element = -1;  ///< of a comprehension
    std::size_t element_first = 0;
    std::size_t element_last = 0;
    std::vector<std::string_view> names{};
    int iterable = -1;  ///< likewise, in front of its condition
    std::size_t condition_first = 0;
  };

  int node(Node::Kind kind, Span span) {
    Node made;
    made.kind = kind;
    made.span = span;
    program_.nodes.push_back(std::move(made));
    return static_cast<int>(program_.nodes.size()) - 1;
  }
  Node& at(int index) { return program_.nodes[static_cast<std::size_t>(index)]; }

  /// Up to a colon, a sign of equality or the line's end; several items are a list. −1 where there is none.
  int expression() { return parse(false); }
  /// The same up to a comma or a bracket that closes.
  int item() { return parse(true); }

  int parse(bool one) {
    operands_.clear();
    pending_.clear();
    frames_.clear();
    Frame base;
    base.nodes = program_.nodes.size();
    frames_.push_back(base);
    after_operand_ = false;
    while (!line_ends()) {
      const bool outside = frames_.size() == 1;
      if (outside && (is("=") || is(":") || (one && (is(",") || is(")"))))) break;
      if (outside && !after_operand_ && (is(")") || is("]") || is("}"))) {
        ++at_;  // of a bracket that is not there
        continue;
      }
      if (!(after_operand_ ? operation() : operand())) break;
    }
    while (frames_.size() > 1) close(false);
    return finish();
  }

  int finish() {
    reduce(0);
    Frame& base = frames_.front();
    if (!operands_.empty()) base.items.push_back(operands_.back());
    if (base.items.empty()) return -1;
    if (base.items.size() == 1 && !base.comma) return base.items.front();
    const int list =
        node(Node::Kind::list, {at(base.items.front()).span.start, at(base.items.back()).span.end});
    at(list).items = base.items;
    return list;
  }

  /// Works out what waits and binds at least so tightly.
  void reduce(int binds) {
    Frame& frame = frames_.back();
    while (pending_.size() > frame.pending && pending_.back().binds >= binds) {
      const Pending op = pending_.back();
      pending_.pop_back();
      const std::size_t needs = op.unary ? 1 : 2;
      if (operands_.size() < frame.operands + needs) continue;
      const int right = pop();
      const int left = op.unary ? -1 : pop();
      const std::size_t start = op.unary ? op.start : at(left).span.start;
      combine(op, left, right, {start, at(right).span.end});
    }
  }

  int pop() {
    const int top = operands_.back();
    operands_.pop_back();
    return top;
  }

  void combine(const Pending& op, int left, int right, Span span) {
    const bool choice = op.word == "else" && at(left).kind == Node::Kind::binary && at(left).word == "if";
    const int made = node(op.unary ? Node::Kind::unary
                          : choice ? Node::Kind::choice
                                   : Node::Kind::binary,
                          span);
    at(made).word = op.word;
    if (choice) {
      at(made).a = at(left).a;
      at(made).b = at(left).b;
      at(made).items = {right};
    } else {
      at(made).a = op.unary ? right : left;
      at(made).b = op.unary ? -1 : right;
    }
    operands_.push_back(made);
  }

  bool open(Node::Kind kind, int callee) {
    if (frames_.size() > deepest_code) {
      program_.too_deep = true;
      skip_line();
      return false;
    }
    Frame frame;
    frame.kind = kind;
    frame.callee = callee;
    frame.start = token().span.start;
    frame.operands = operands_.size();
    frame.pending = pending_.size();
    ++at_;
    frame.nodes = program_.nodes.size();
    frames_.push_back(std::move(frame));
    after_operand_ = false;
    return true;
  }

  bool operand() {
    const std::string_view w = word();
    const Span span = token().span;
    if (kind() == Token::Kind::number || kind() == Token::Kind::text) {
      const int made = node(kind() == Token::Kind::number ? Node::Kind::number : Node::Kind::text, span);
      at(made).word = w;
      return operand(made);
    }
    if (kind() == Token::Kind::name) return named(w, span);
    if (w == "(") return open(Node::Kind::list, -2);
    if (w == "[") return open(Node::Kind::list, -1);
    if (w == "{") return open(Node::Kind::dict, -1);
    if (w == ")" || w == "]" || w == "}") return close(true);
    if (w == "," || w == ":") return separate();
    if (w == "-" || w == "+" || w == "~" || w == "*" || w == "**") {
      pending_.push_back({w, binds_unary, true, span.start});
      ++at_;
      return true;
    }
    if (w == "...") {
      node(Node::Kind::hole, span);
      return operand(static_cast<int>(program_.nodes.size()) - 1);
    }
    if (frames_.size() == 1) return false;
    ++at_;  // no Python
    return true;
  }

  bool operand(int made) {
    operands_.push_back(made);
    after_operand_ = true;
    ++at_;
    return true;
  }

  bool named(std::string_view w, Span span) {
    if (w == "not") {
      pending_.push_back({w, binds_not, true, span.start});
      ++at_;
      return true;
    }
    if (w == "await" || w == "yield") {
      ++at_;
      return true;
    }
    if (w == "lambda") return lambda(span);
    const int made = node(Node::Kind::name, span);
    at(made).word = w;
    return operand(made);
  }

  /// Its body has no value: up to the comma or the bracket behind it.
  bool lambda(Span span) {
    int depth = 0;
    while (!line_ends()) {
      const bool closes = is(")") || is("]") || is("}");
      if (depth == 0 && (closes || is(","))) break;
      if (is("(") || is("[") || is("{")) ++depth;
      if (closes) --depth;
      ++at_;
    }
    span.end = tokens_.all[at_ - 1].span.end;
    operands_.push_back(node(Node::Kind::hole, span));
    after_operand_ = true;
    return true;
  }

  bool operation() {
    const std::string_view w = word();
    Frame& frame = frames_.back();
    if (w == ".") return attribute();
    if (w == "(") return open(Node::Kind::call, pop());
    if (w == "[") return open(Node::Kind::subscript, pop());
    if (w == ")" || w == "]" || w == "}") return frames_.size() > 1 ? close(true) : ++at_ > 0;
    if (w == "," || w == ":") return separate();
    if (w == "=") return keyword();
    if (kind() == Token::Kind::text && at(operands_.back()).kind == Node::Kind::text) {
      ++at_;  // it goes on with the text before
      return true;
    }
    if (frames_.size() > 1 && (w == "for" || w == "async")) return comprehension();
    if (w == "not" && word_at(at_ + 1) == "in") return binary({"not in", 5, false, 0}, 2);
    if (w == "is" && word_at(at_ + 1) == "not") return binary({"is not", 5, false, 0}, 2);
    if (frame.element >= 0 && w == "if") return condition();
    if (const Operator* op = find_operator(w)) return binary({op->word, op->binds, false, 0}, 1);
    if (frames_.size() == 1) return false;
    if (kind() != Token::Kind::mark || w == "{") return end_item();  // a comma is missing
    ++at_;
    return true;
  }

  bool binary(const Pending& op, std::size_t words) {
    const bool to_the_right = op.word == "**" || op.word == "else";
    reduce(to_the_right ? op.binds + 1 : op.binds);
    pending_.push_back(op);
    at_ += words;
    after_operand_ = false;
    return true;
  }

  bool attribute() {
    ++at_;
    if (kind() != Token::Kind::name) return true;
    const int base = pop();
    const int made = node(Node::Kind::attribute, {at(base).span.start, token().span.end});
    at(made).a = base;
    at(made).word = word();
    at(made).word_span = token().span;
    return operand(made);
  }

  bool keyword() {
    Frame& frame = frames_.back();
    const Node& name = at(operands_.back());
    if (frame.kind == Node::Kind::call && name.kind == Node::Kind::name && frame.keyword.empty()) {
      frame.keyword = name.word;
      frame.keyword_span = {name.span.start, token().span.end};
      operands_.pop_back();
    }
    ++at_;
    after_operand_ = false;
    return true;
  }

  bool comprehension() {
    reduce(0);
    Frame& frame = frames_.back();
    if (frame.element >= 0) return filter();
    take("async");
    ++at_;
    frame.element = pop();
    frame.element_first = frame.nodes;
    frame.element_last = program_.nodes.size();
    frame.names = loop_names();
    after_operand_ = false;
    return true;
  }

  /// `if` behind what a comprehension goes over.
  bool condition() {
    reduce(0);
    Frame& frame = frames_.back();
    if (frame.iterable >= 0 || operands_.size() <= frame.operands) return filter();
    frame.iterable = pop();
    frame.condition_first = program_.nodes.size();
    ++at_;
    after_operand_ = false;
    return true;
  }

  /// A further clause of a comprehension: which items there are is not known then.
  bool filter() {
    reduce(0);
    frames_.back().names.clear();
    int depth = 0;
    while (!line_ends()) {
      const bool closes = is(")") || is("]") || is("}");
      if (depth == 0 && closes) break;
      if (is("(") || is("[") || is("{")) ++depth;
      if (closes) --depth;
      ++at_;
    }
    return true;
  }

  /// The item that was read, with its name; none behind a comma.
  bool end_item() {
    reduce(0);
    Frame& frame = frames_.back();
    if (operands_.size() > frame.operands) {
      int value = pop();
      if (frame.element >= 0) value = end_comprehension(value);
      if (!frame.keyword.empty()) {
        const int made = node(Node::Kind::keyword, {frame.keyword_span.start, at(value).span.end});
        at(made).word = frame.keyword;
        at(made).word_span = frame.keyword_span;
        at(made).a = value;
        value = made;
      }
      frames_.back().items.push_back(value);
    }
    frames_.back().keyword = {};
    frames_.back().nodes = program_.nodes.size();
    after_operand_ = false;
    return true;
  }

  int end_comprehension(int last) {
    const Frame& frame = frames_.back();
    const int iterable = frame.iterable >= 0 ? frame.iterable : last;
    const int made = node(Node::Kind::comprehension, {at(frame.element).span.start, at(last).span.end});
    Node& all = at(made);
    all.a = frame.element;
    all.b = iterable;
    all.names = frame.names;
    all.first = static_cast<int>(frame.element_first);
    all.last = static_cast<int>(frame.element_last);
    if (frame.iterable >= 0) {
      all.condition = last;
      all.condition_first = static_cast<int>(frame.condition_first);
    }
    frames_.back().element = -1;
    frames_.back().iterable = -1;
    return made;
  }

  bool separate() {
    Frame& frame = frames_.back();
    const bool colon = is(":");
    end_item();
    (colon ? frames_.back().slice : frame.comma) = true;
    ++at_;
    return true;
  }

  /// The bracket of the last frame ends; there may be none.
  bool close(bool there) {
    if (frames_.size() == 1) {
      ++at_;
      return true;
    }
    end_item();
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    const std::size_t end = there ? token().span.end : tokens_.all[at_ == 0 ? 0 : at_ - 1].span.end;
    if (there) ++at_;
    operands_.resize(frame.operands);
    pending_.resize(frame.pending);
    after_operand_ = true;
    const bool grouped = frame.kind == Node::Kind::list && frame.callee == -2 && !frame.comma;
    if (grouped && frame.items.size() == 1) {
      operands_.push_back(frame.items.front());
      return true;
    }
    const std::size_t start = frame.callee >= 0 ? at(frame.callee).span.start : frame.start;
    const int made = node(frame.kind, {start, end});
    at(made).a = frame.callee >= 0 ? frame.callee : -1;
    at(made).items = frame.items;
    at(made).closed = there;
    at(made).slice = frame.slice;
    operands_.push_back(made);
    return true;
  }

  std::string_view text_;
  Tokens tokens_;
  bool javascript_;
  std::size_t at_ = 0;
  Program program_;
  std::vector<int> operands_;
  std::vector<Pending> pending_;
  std::vector<Frame> frames_;
  bool after_operand_ = false;
  bool prose_ = false;  ///< there is more in this line than one statement
};

}  // namespace

Program parse_program(std::string_view text) { return Parser(text).read(); }

std::size_t behind_body(const Program& program, std::size_t index) {
  const std::size_t column = program.statements[index].column;
  std::size_t next = index + 1;
  while (next < program.statements.size() && program.statements[next].column > column) ++next;
  return next;
}

}  // namespace rnn::python
