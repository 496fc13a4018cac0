// Reads MATLAB's arrays of layers: the help of its Deep Learning Toolbox (list of deep learning layers,
// R2024b).
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/checked.h"
#include "core/language.h"
#include "core/numbers.h"
#include "core/read/forms.h"
#include "core/read/matlab_tokens.h"
#include "core/utf8.h"

namespace rnn {
namespace {

using Token = MatlabToken;
using Kind = MatlabToken::Kind;
using Tokens = std::vector<Token>;

/// A layer of MATLAB's, in the words of the query language.
struct Layer {
  std::string_view name;
  std::string_view called;  ///< there; "" for what is no layer: see `left`
  std::string_view takes;   ///< its arguments without names, each with its word there
  std::string_view left{};  ///< why it is left out
};

constexpr Layer layers[] = {
    {"lstmLayer", "lstmLayer", "units"},
    {"bilstmLayer", "bilstmLayer", "units"},
    {"gruLayer", "gruLayer", "units"},
    {"fullyConnectedLayer", "fullyConnectedLayer", "units"},
    {"dropoutLayer", "dropoutLayer", "rate"},
    {"spatialDropoutLayer", "SpatialDropout1D", "rate"},
    {"batchNormalizationLayer", "batchNormalizationLayer", ""},
    {"layerNormalizationLayer", "layerNormalizationLayer", ""},
    {"groupNormalizationLayer", "GroupNormalization", "groups"},
    {"instanceNormalizationLayer", "InstanceNorm1d", ""},
    {"wordEmbeddingLayer", "Embedding", "units vocabulary"},
    {"embeddingLayer", "Embedding", "units vocabulary"},
    {"convolution1dLayer", "Conv1D", "kernel_size filters"},
    {"convolution2dLayer", "Conv2D", "kernel_size filters"},
    {"transposedConv1dLayer", "Conv1DTranspose", "kernel_size filters"},
    {"maxPooling1dLayer", "MaxPooling1D", "kernel_size"},
    {"averagePooling1dLayer", "AveragePooling1D", "kernel_size"},
    {"globalMaxPooling1dLayer", "GlobalMaxPooling1D", ""},
    {"globalAveragePooling1dLayer", "GlobalAveragePooling1D", ""},
    {"reluLayer", "ReLU", ""},
    {"clippedReluLayer", "ReLU", "uncounted"},
    {"leakyReluLayer", "LeakyReLU", "uncounted"},
    {"eluLayer", "ELU", "uncounted"},
    {"geluLayer", "GELU", ""},
    {"swishLayer", "Swish", ""},
    {"softplusLayer", "Softplus", ""},
    {"tanhLayer", "Tanh", ""},
    {"sigmoidLayer", "Sigmoid", ""},
    {"softmaxLayer", "Softmax", ""},
    {"identityLayer", "Identity", ""},
    {"additionLayer", "Add", "uncounted"},
    {"multiplicationLayer", "Multiply", "uncounted"},
    {"concatenationLayer", "Concatenate", "uncounted uncounted"},
    {"depthConcatenationLayer", "Concatenate", "uncounted"},
    {"functionLayer", "Lambda", "uncounted"},
    // Time steps stay: only the axes of pictures become one.
    {"flattenLayer", "", "", "keeps"},
    {"sequenceFoldingLayer", "", "", "keeps"},
    {"sequenceUnfoldingLayer", "", "", "keeps"},
    {"classificationLayer", "", "", "loss"},
    {"regressionLayer", "", "", "loss"},
    {"sequenceInputLayer", "", "input", "input"},
    {"featureInputLayer", "", "input", "input"},
};

const Layer* find_layer_of(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(layers), std::end(layers), [&](const Layer& one) { return one.name == name; });
  return found == std::end(layers) ? nullptr : found;
}

/// Functions about layers, which make none.
constexpr std::string_view no_layers[] = {"replaceLayer", "getLayer", "setLayer", "removeLayer"};

/// Whether a class of the reader's own, or one that is not known here, is called so.
bool may_be_layer(std::string_view name) {
  const bool plain = name.ends_with("Layer") && name.find('.') == std::string_view::npos;
  return plain && name.front() >= 'a' && name.front() <= 'z' &&
         std::find(std::begin(no_layers), std::end(no_layers), name) == std::end(no_layers);
}

/// Whole numbers that names stand for.
struct Known {
  Whole value;
  std::vector<Span> from;
};

class Reader {
 public:
  Reader(std::string_view text, const Names& names)
      : text_(text), read_(matlab_tokens(text)), all_(read_.tokens) {
    for (const auto& [name, value] : names)
      if (const Whole number = read_size(value, 0, largest_size).value) known_[name] = {number, {}};
    for (const auto& [name, value] : known_) given_[name] = true;
  }

  std::vector<Found> take() {
    while (at_ < all_.size()) {
      if (!read_layer() && !read_assignment()) leave_token();
    }
    if (out_.empty()) start();
    Found& first = out_.front();
    first.left.insert(first.left.begin(), left_.begin(), left_.end());
    first.left.insert(first.left.begin(), read_.left.begin(), read_.left.end());
    std::erase_if(out_, [&](const Found& found) { return &found != &out_.front() && found.layers.empty(); });
    return std::move(out_);
  }

 private:
  bool is(std::size_t at, std::string_view mark) const {
    return at < all_.size() && all_[at].kind == Kind::mark && all_[at].text == mark;
  }

  Found& model() {
    if (out_.empty()) start();
    return out_.back();
  }

  void start() {
    out_.emplace_back();
    out_.back().framework = "matlab";
  }

  void leave(Span span, std::string_view code, std::string_view name) {
    left_.push_back({span, code, {{"name", std::string(name)}}});
  }

  void leave_token() {
    const Token& token = all_[at_++];
    if (token.kind == Kind::name || token.kind == Kind::number || token.kind == Kind::string ||
        token.kind == Kind::mark)
      leave(token.span, token.kind == Kind::name && is(at_, "=") ? "name" : "around", token.text);
  }

  // --- assignments
  /// "numHiddenUnits = 100;"
  bool read_assignment() {
    const bool begins =
        at_ == 0 || all_[at_ - 1].kind == Kind::line_end || is(at_ - 1, ";") || is(at_ - 1, ",");
    if (!begins || all_[at_].kind != Kind::name || !is(at_ + 1, "=") || is(at_ + 2, "=")) return false;
    std::size_t end = at_ + 2;
    while (end < all_.size() && all_[end].kind != Kind::line_end && !is(end, ";") && !is(end, ",") &&
           !makes_layers(end))
      ++end;
    if (end < all_.size() && makes_layers(end)) return false;
    const std::string name(all_[at_].text);
    Known value = evaluate(at_ + 2, end);
    const Span span = {all_[at_].span.start, end > at_ + 2 ? all_[end - 1].span.end : all_[at_ + 1].span.end};
    note(value.from, span);
    if (given_.count(name) == 0) {
      if (value.value)
        known_[name] = value;
      else
        known_.erase(name);
    }
    leave(span, "unused", name);
    at_ = end;
    return true;
  }

  bool makes_layers(std::size_t at) const {
    return is(at, "[") || is(at, "{") ||
           (all_[at].kind == Kind::name && find_layer_of(all_[at].text) != nullptr);
  }

  // --- arithmetic, by two stacks
  static int rank(char sign) { return sign == '+' || sign == '-' ? 1 : sign == '*' || sign == '/' ? 2 : 3; }

  static Whole combined(char sign, const Whole& a, const Whole& b) {
    if (!a || !b) return {};
    switch (sign) {
      case '+': return add(a, b);
      case '-': return subtract(a, b);
      case '*': return multiply(a, b);
      case '/': return *b != 0 && *a % *b == 0 ? Whole(*a / *b) : Whole();
      default: break;
    }
    Whole out = 1;
    if (*b > 64) return {};
    for (std::uint64_t i = 0; i < *b; ++i) out = multiply(out, a);
    return out;
  }

  /// Each place once, and no more of them than anyone follows.
  static void note(std::vector<Span>& from, Span span) {
    constexpr std::size_t most_places = 16;
    const bool known =
        std::any_of(from.begin(), from.end(), [&](const Span& one) { return one.start == span.start; });
    if (!known && from.size() < most_places) from.push_back(span);
  }

  /// The tokens from `at` to `end` as a whole number, where they are one.
  Known evaluate(std::size_t at, std::size_t end) const {
    std::vector<Whole> values;
    std::vector<char> signs;
    Known out;
    const auto reduce = [&] {
      const char sign = signs.back();
      signs.pop_back();
      if (values.size() < 2) return void(values.assign(1, Whole()));
      const Whole b = values.back();
      values.pop_back();
      values.back() = combined(sign, values.back(), b);
    };
    bool operand = true;  // is wanted
    for (; at < end; ++at) {
      const Token& token = all_[at];
      if (operand && token.kind == Kind::number) {
        values.push_back(number(token.text));
        operand = false;
      } else if (operand && token.kind == Kind::name && known_.count(std::string(token.text)) > 0) {
        const Known& known = known_.at(std::string(token.text));
        values.push_back(known.value);
        for (const Span& span : known.from) note(out.from, span);
        operand = false;
      } else if (operand && is(at, "(")) {
        signs.push_back('(');
      } else if (!operand && is(at, ")")) {
        while (!signs.empty() && signs.back() != '(') reduce();
        if (signs.empty()) return {};
        signs.pop_back();
      } else if (!operand && token.kind == Kind::mark &&
                 std::string_view("+-*/^").find(token.text) != std::string_view::npos) {
        const char sign = token.text.front();
        while (!signs.empty() && signs.back() != '(' && rank(signs.back()) >= rank(sign)) reduce();
        signs.push_back(sign);
        operand = true;
      } else {
        return {};
      }
    }
    while (!signs.empty()) {
      if (signs.back() == '(') return {};
      reduce();
    }
    if (operand || values.size() != 1) return {};
    out.value = values.back();
    return out;
  }

  static Whole number(std::string_view text) {
    while (text.size() > 2 && text.ends_with("0") && text.find('.') != std::string_view::npos)
      text.remove_suffix(1);
    if (text.ends_with(".0")) text.remove_suffix(2);
    if (text.ends_with(".")) text.remove_suffix(1);
    return read_size(text, 0, largest_size).value;
  }

  // --- layers
  bool read_layer() {
    const Token& token = all_[at_];
    if (token.kind != Kind::name || is(at_ + 1, "=")) return false;
    const Layer* layer = find_layer_of(token.text);
    const bool open = is(at_ + 1, "(");
    if (layer == nullptr && !(open && may_be_layer(token.text))) return false;
    const std::size_t end = open ? behind_bracket(at_ + 1) : at_ + 1;
    if (end == 0) {
      std::size_t last = at_;
      while (last + 1 < all_.size() && all_[last + 1].kind != Kind::line_end) ++last;
      model().unknown.push_back(
          {{token.span.start, all_[last].span.end}, "cut", {{"name", std::string(token.text)}}});
      at_ = last + 1;
      return true;
    }
    const Span span = {token.span.start, all_[end - 1].span.end};
    if (layer != nullptr && layer->left == "input")
      read_input(at_, end);
    else if (layer != nullptr && layer->called.empty())
      leave(span, layer->left, token.text);
    else
      read_stored(layer, at_, end);
    at_ = end;
    return true;
  }

  /// Behind the bracket that closes the one at `at`; 0 where none does.
  std::size_t behind_bracket(std::size_t at) const {
    std::size_t depth = 0;
    for (; at < all_.size(); ++at) {
      if (is(at, "(") || is(at, "[") || is(at, "{")) ++depth;
      if ((is(at, ")") || is(at, "]") || is(at, "}")) && --depth == 0) return is(at, ")") ? at + 1 : 0;
      // A call that is not closed ends with its line.
      if (all_[at].kind == Kind::line_end && depth == 1 && ends_call(at)) return 0;
    }
    return 0;
  }

  /// Arguments of a layer go on in the next line only behind a comma.
  bool ends_call(std::size_t at) const { return at > 0 && !is(at - 1, ",") && !is(at - 1, "("); }

  struct Argument {
    std::string_view name;
    Span name_span;
    std::size_t at = 0;
    std::size_t end = 0;
  };

  /// What stands in the brackets of the call from `at` to `end`: the values, then pairs of names and values.
  std::vector<Argument> arguments(std::size_t at, std::size_t end) const {
    std::vector<Argument> out;
    std::size_t place = at + 2;
    const Token* name = nullptr;
    while (place + 1 < end) {
      if (is(place, ",") || all_[place].kind == Kind::line_end) {
        ++place;
        continue;
      }
      Argument argument;
      if (name == nullptr && all_[place].kind == Kind::string && place + 2 < end) {
        name = &all_[place++];
        continue;
      }
      if (name == nullptr && all_[place].kind == Kind::name && is(place + 1, "=")) {
        argument.name = all_[place].text;
        argument.name_span = {all_[place].span.start, all_[place + 1].span.end};
        place += 2;
      }
      argument.at = place;
      std::size_t depth = 0;
      while (place + 1 < end &&
             (depth > 0 || !(is(place, ",") || (place > argument.at && begins_value(place))))) {
        if (is(place, "(") || is(place, "[") || is(place, "{")) ++depth;
        if (is(place, ")") || is(place, "]") || is(place, "}")) --depth;
        ++place;
      }
      argument.end = place;
      if (name != nullptr) {
        argument.name = name->text;
        argument.name_span = {name->span.start, name->span.end};
        name = nullptr;
      }
      out.push_back(argument);
    }
    return out;
  }

  /// Whether a value stands right behind another one.
  bool begins_value(std::size_t at) const {
    return all_[at].kind != Kind::mark &&
           (all_[at - 1].kind != Kind::mark || is(at - 1, ")") || is(at - 1, "]"));
  }

  Span span_of(const Argument& argument) const {
    if (argument.at == argument.end) return argument.name_span;
    return {all_[argument.at].span.start, all_[argument.end - 1].span.end};
  }

  FoundValue value_of(const Argument& argument) const {
    FoundValue out;
    out.span = span_of(argument);
    std::size_t at = argument.at;
    std::size_t end = argument.end;
    // [12 1 1]
    if (end > at + 2 && is(at, "[") && is(end - 1, "]")) {
      std::size_t wide = at + 1;
      for (std::size_t one = at + 1; one + 1 < end; ++one)
        if (!is(one, ",") && all_[one].text != "1") wide = one;
      const bool alone = std::all_of(
          all_.begin() + static_cast<std::ptrdiff_t>(at + 1),
          all_.begin() + static_cast<std::ptrdiff_t>(end - 1),
          [&](const Token& one) { return &one == &all_[wide] || one.text == "1" || one.text == ","; });
      if (alone) {
        at = wide;
        end = wide + 1;
      }
    }
    const Known known = evaluate(at, end);
    if (known.value) {
      out.text = digits(known.value);
      out.from = known.from;
      return out;
    }
    if (at + 1 == end && all_[at].kind != Kind::name) {
      out.text = std::string(all_[at].text);
      return out;
    }
    constexpr std::size_t longest_name = 64;
    const Span expression = {all_[at].span.start, all_[end - 1].span.end};
    out.asked = std::string(
        beginning(text_.substr(expression.start, expression.end - expression.start), longest_name));
    for (const auto& [name, known_value] : known_)
      if (name == out.asked && known_value.value) out.text = digits(known_value.value);
    if (!out.text.empty()) out.asked.clear();
    return out;
  }

  /// An input begins a model.
  void read_input(std::size_t at, std::size_t end) {
    if (!out_.empty() && (!out_.back().layers.empty() || out_.back().input.span.end > 0)) start();
    model();
    const std::vector<Argument> all = arguments(at, end);
    const Span whole = {all_[at].span.start, all_[end - 1].span.end};
    if (out_.size() > 1)
      out_.front().unknown.push_back({whole, "another_model", {{"name", std::string(all_[at].text)}}});
    else
      leave(whole, "uncounted", all_[at].text);
    Found& found = out_.back();
    for (const Argument& argument : all)
      if (argument.name.empty() && found.input.span.end == 0) found.input = value_of(argument);
    found.input.from.push_back({all_[at].span.start, all_[std::min(at + 1, end - 1)].span.end});
    found.input.from.push_back(all_[end - 1].span);
  }

  void read_stored(const Layer* layer, std::size_t at, std::size_t end) {
    const Token& token = all_[at];
    FoundCall call{std::string(layer == nullptr ? token.text : layer->called),
                   token.span,
                   {token.span.start, all_[end - 1].span.end},
                   {}};
    std::string_view takes = layer == nullptr ? "" : layer->takes;
    if (end > at + 1)
      for (const Argument& argument : arguments(at, end)) {
        if (!argument.name.empty()) {
          read_named(argument, call);
          continue;
        }
        const std::string_view word = takes.substr(0, takes.find(' '));
        takes.remove_prefix(std::min(word.size() + 1, takes.size()));
        if (word == "uncounted") {
          leave(span_of(argument), "uncounted", token.text);
          continue;
        }
        call.arguments.push_back({std::string(word), {}, value_of(argument)});
        if (word == "vocabulary") add_other_word(token.text, call.arguments.back().value);
      }
    FoundLayer found;
    found.calls.push_back(std::move(call));
    model().layers.push_back(std::move(found));
  }

  /// Its matrix gets one more column, for all words that are not among those.
  void add_other_word(std::string_view name, FoundValue& words) {
    const Whole number = read_size(words.text, 1, largest_size - 1).value;
    if (name != "wordEmbeddingLayer" || !number) return;
    words.text = digits(*number + 1);
    model().problems.push_back(
        {"one_more_word", words.span, {{"number", digits(number)}, {"becomes", words.text}}});
  }

  /// Names and their values: most of them change no count.
  void read_named(const Argument& argument, FoundCall& call) {
    const Span value = span_of(argument);
    const Span whole = {argument.name_span.start, value.end};
    const bool text = argument.at + 1 == argument.end && all_[argument.at].kind == Kind::string;
    const std::string_view typed = text ? all_[argument.at].text : std::string_view();
    if (same_word(argument.name, "ResetGateMode")) {
      const bool both = same_word(typed, "recurrent-bias-after-multiplication");
      call.arguments.push_back({"reset_after", argument.name_span, {both ? "true" : "false", value, {}, ""}});
    } else if ((same_word(argument.name, "InputSize") || same_word(argument.name, "NumChannels")) &&
               typed != "auto") {
      call.arguments.push_back({"InputSize", argument.name_span, value_of(argument)});
    } else {
      leave(whole, "uncounted", argument.name);
    }
  }

  std::string_view text_;
  MatlabTokens read_;
  const Tokens& all_;
  std::map<std::string, Known> known_;
  std::map<std::string, bool> given_;  ///< by the reader
  std::vector<Found> out_;
  std::vector<Left> left_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_matlab(std::string_view text) {
  if (trimmed(text).starts_with("framework=") || text.find("import ") != std::string_view::npos) return false;
  const MatlabTokens read = matlab_tokens(text);
  for (std::size_t at = 0; at + 1 < read.tokens.size(); ++at)
    if (read.tokens[at].kind == Kind::name && read.tokens[at + 1].text == "(" &&
        find_layer_of(read.tokens[at].text) != nullptr)
      return true;
  return false;
}

std::vector<Found> read_matlab(std::string_view text, const Names& names) {
  return Reader(text, names).take();
}

}  // namespace rnn
