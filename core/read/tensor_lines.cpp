#include "core/read/tensor_lines.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "core/numbers.h"
#include "core/read/signs.h"
#include "core/read/tensor_rows.h"
#include "core/word_index.h"

namespace rnn {
namespace {

/// So long is a name.
constexpr std::size_t longest_name = 256;
/// So many sides has a shape.
constexpr std::size_t most_sides = 8;

bool is_blank_of_line(char c) { return is_blank(c) && c != '\n'; }
bool is_quote(char c) { return c == '\'' || c == '"' || c == '`'; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

WordIndex index_of(const WordList& words) {
  WordIndex out;
  for (const std::string_view word : words) out.add(word, 0);
  return out;
}

/// "float32", "torch.float32", "f32", "bfloat16", "float32_ref".
bool is_dtype(std::string_view text) {
  std::string_view word = without_prefix(text);
  constexpr std::string_view reference = "_ref";
  const std::size_t before = word.size() - std::min(word.size(), reference.size());
  if (word.substr(before, 1) == "_" && lowered(word.substr(before)) == reference)
    word.remove_suffix(reference.size());
  static const WordIndex kinds = index_of("float bfloat half double int uint bool f bf i u s long complex");
  const std::size_t end = std::min(word.find_last_not_of("0123456789") + 1, word.size());
  return (end < word.size() || end > 2) && !kinds.find(word.substr(0, end)).empty();
}

/// What stands in front of a shape, and no name.
bool is_shape_word(std::string_view text) {
  static const WordIndex words = index_of("size shape tensorshape shapes sizes dim dims dimensions");
  return !words.find(without_prefix(text)).empty();
}

/// What stands beside a tensor, and is no name.
bool is_label(std::string_view text) {
  static const WordIndex words = index_of(
      "name names path layer layers param params parameter parameters tensor tensors variable trainable "
      "requires_grad true false none value values containing of with device cpu cuda numpy array torch type "
      "count numel num total dtype mb kb bytes key keys for and is the grad no yes tf jnp np mx nn class "
      "module modules grad_fn device_type");
  return !words.find(text).empty();
}

/// Arguments whose value is no tensor's shape.
bool is_other_list(std::string_view text) {
  static const WordIndex words = index_of(
      "data_offsets strides stride offsets kernel_size input_shape batch_input_shape batch_shape "
      "output_shape input output padding sharding device devices in out");
  return !words.find(without_prefix(text)).empty();
}

/// The length in bytes of a character that may stand in a name; 0 for any other.
std::size_t name_character(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (is_letter(text[at]) || is_digit(text[at])) return 1;
  if (std::string_view("_./~").find(text[at]) != std::string_view::npos) return 1;
  if (byte < 0x80) return 0;
  // × and what stands around text: dashes, arrows, frames.
  if (byte == 0xE2 ||
      (byte == 0xC3 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x97))
    return 0;
  return 1;
}

/// A word as it may be a name.
struct Word {
  std::string name;  ///< "" for none
  Span span;
  bool known = false;
};

struct Shape {
  std::vector<std::uint64_t> shape;
  std::vector<Span> sides;
  std::size_t end = 0;  ///< 0: it is none
};

class Lister {
 public:
  explicit Lister(std::string_view text) : text_(text) {}

  TensorList take() {
    while (at_ < text_.size()) step();
    end_line();
    return std::move(out_);
  }

 private:
  /// Brackets that hold more than a shape.
  struct Frame {
    char close = ')';
    int key = -1;
    int own = -1;        ///< its own key
    bool cut = false;    ///< those of a shape, which were not closed
    bool named = false;  ///< its own key is a tensor's name
    std::size_t items = 0;
    std::size_t words = 0;
    Span inside;        ///< from its first word to its last one
    bool plain = true;  ///< nothing but words
    bool shapes = false;
  };
  struct Loose {
    Span span;
    std::string_view code;
  };

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::string_view part(Span span) const { return text_.substr(span.start, span.end - span.start); }

  void step() {
    const char c = text_[at_];
    if (c == '\n') return end_line();
    if (c == '\x1b') return colour();
    if (is_blank_of_line(c)) return skip();
    if (last_ == Last::line && prompt()) return;
    if (is_digit(c)) return number();
    if ((c == '(' || c == '[') && key_path(at_) == 0) return bracket();
    if (c == '{') return open();
    if (c == ')' || c == ']' || c == '}') return close(c);
    if (c == '[' || name_character(text_, at_) != 0) return word();
    mark(c);
  }

  void skip() { ++at_; }

  /// "In [3]:" and "Out[3]:" at the beginning of a line.
  bool prompt() {
    const std::string_view rest = text_.substr(at_, longest_name);
    std::size_t end = rest.starts_with("In [") ? 4 : rest.starts_with("Out[") ? 4 : 0;
    if (end == 0) return false;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    if (!rest.substr(end).starts_with("]:")) return false;
    out_.left.push_back({{at_, at_ + end + 2}, "prompt", {}});
    at_ += end + 2;
    return true;
  }

  /// ESC[38;5;33m
  void colour() {
    std::size_t end = at_ + 1;
    if (peek(1) == '[') {
      ++end;
      while (end < text_.size() && end < at_ + 16 && (is_digit(text_[end]) || text_[end] == ';')) ++end;
      if (end < text_.size() && is_letter(text_[end])) ++end;
    }
    out_.left.push_back({{at_ + 1, end}, "colour", {}});
    at_ = end;
  }

  void mark(char c) {
    const std::size_t start = at_;
    if (is_quote(c)) return skip();
    if ((c == ':' || c == '=') && last_ == Last::word)
      key_ = last_word_;
    else if (c == ',')
      key_ = {};
    if (c == '>') name_open_shape();
    last_ = Last::mark;
    ++at_;
    while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0U) == 0x80U) ++at_;
    loose({start, at_}, "punctuation");
  }

  // --- Words.

  /// The length of `['params']` or `[0]` inside a name; 0 for none.
  std::size_t key_path(std::size_t at) const {
    if (text_[at] != '[') return 0;
    std::size_t end = at + 1;
    const bool quoted = end < text_.size() && is_quote(text_[end]);
    if (quoted) ++end;
    const std::size_t first = end;
    while (end < text_.size() && end - first < longest_name &&
           (quoted ? name_character(text_, end) != 0 : is_digit(text_[end])))
      ++end;
    if (end == first || end >= text_.size()) return 0;
    if (quoted && !is_quote(text_[end++])) return 0;
    if (end >= text_.size() || text_[end] != ']') return 0;
    ++end;
    // A number in brackets is an index only inside of a name.
    const bool goes_on = end < text_.size() && (text_[end] == '.' || text_[end] == '[' || text_[end] == '/');
    return quoted || (at > 0 && at == word_at_ && goes_on) ? end - at : 0;
  }

  /// Up to the end of the word that begins here, which is put together in `name`.
  std::size_t scan_word(std::string& name) {
    std::size_t at = at_;
    std::size_t done = at;  // what is the name's as it stands is appended in one piece
    while (at < text_.size()) {
      word_at_ = at;
      std::size_t length = name_character(text_, at);
      if (length == 0 && text_[at] == '-' && at > at_ && at + 1 < text_.size() &&
          (is_letter(text_[at + 1]) || is_digit(text_[at + 1])))
        length = 1;
      if (length != 0) {
        at += length;
        continue;
      }
      name.append(text_, done, at - done);
      done = at;
      if ((length = text_[at] == '[' ? key_path(at) : 0) != 0) {
        for (const char c : text_.substr(at, length))
          if (c == '[') {
            if (!name.empty()) name += '/';
          } else if (c != ']' && !is_quote(c)) {
            name += c;
          }
      } else {
        break;
      }
      at += length;
      done = at;
    }
    if (at > done) name.append(text_, done, at - done);
    word_at_ = std::string_view::npos;
    return at;
  }

  /// Behind "kernel:0": TensorFlow's number of an output.
  bool output_number(std::size_t at) const {
    return at + 1 < text_.size() && text_[at] == ':' && is_digit(text_[at + 1]) &&
           (at + 2 == text_.size() || (name_character(text_, at + 2) == 0 && text_[at + 2] != ','));
  }

  void word() {
    std::string name;
    const std::size_t start = at_;
    at_ = scan_word(name);
    if (at_ == start) ++at_;
    Span span{start, at_};
    while (span.end > span.start + 1 &&
           std::string_view("./~").find(text_[span.end - 1]) != std::string_view::npos) {
      --span.end;
      name.pop_back();
    }
    while (span.start + 1 < span.end &&
           std::string_view("./").find(text_[span.start]) != std::string_view::npos) {
      ++span.start;
      name.erase(0, 1);
    }
    word_end_ = at_;
    if (name.find_first_not_of("./~-_") == std::string::npos) {
      last_ = Last::mark;
      return;
    }
    if (output_number(at_)) {
      at_ += 2;
      span.end = at_;
      numbered_ = true;
    }
    cut_suffix(name, span);
    take_word(name, span);
  }

  /// The same words come again and again.
  bool is_tensor_name(const std::string& name) {
    const auto [known, fresh] = tensor_names_.emplace(name, false);
    if (fresh) known->second = names_tensor(name);
    return known->second;
  }

  /// "lstm.weight_ih_l0.shape" is a name, too.
  static void cut_suffix(std::string& name, Span& span) {
    for (const std::string_view suffix : {".shape", ".size", ".data", ".value"})
      if (name.ends_with(suffix) && name.size() > suffix.size() && name.size() <= longest_name &&
          names_tensor(std::string_view(name).substr(0, name.size() - suffix.size()))) {
        name.resize(name.size() - suffix.size());
        span.end -= suffix.size();
      }
  }

  void take_word(const std::string& name, Span span) {
    ++words_;
    const bool called = peek() == '(' || (peek() == '[' && key_path(at_) == 0);
    const bool short_enough = name.size() <= longest_name;
    const bool known = short_enough && is_tensor_name(name);
    const bool dtype = is_dtype(name);
    const bool label = is_label(name);
    shape_word_ = !known && (dtype || is_shape_word(name));
    torch_word_ = shape_word_ && (name == "torch.Size" || name.starts_with("torch."));
    const bool call = called && peek() == '(' && !shape_word_ && !known;
    last_word_ = {name, span, known};
    if (call) {
      if (const LayerWord* layer = find_layer(name); layer != nullptr && layer->cell != Cell::passing)
        ++out_.layer_calls;
      loose(span, "beside");
    } else {
      key_ = {};
      if (known || (!shape_word_ && !label && short_enough)) consider({name, span, known});
      if (!known) loose(span, dtype ? "dtype" : "beside");
      if (!known && !shape_word_ && !label) ++strange_;
      if (known) ++known_words_;
    }
    if (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.words++ == 0) frame.inside.start = span.start;
      frame.inside.end = span.end;
    }
    last_ = Last::word;
  }

  void consider(Word word) {
    if (!word.known) {
      other_ = std::move(word);
      return;
    }
    // The end of the name that stands before it says nothing more.
    const bool again = known_.name.size() > word.name.size() && known_line_ == line_ &&
                       known_.name.ends_with(word.name) &&
                       std::string_view("./:").find(known_.name[known_.name.size() - word.name.size() - 1]) !=
                           std::string_view::npos;
    if (again) return loose(word.span, "beside");
    // In another line it is a name without a shape.
    if (!known_.name.empty() && known_line_ == line_) loose(known_.span, "beside");
    known_ = std::move(word);
    known_line_ = line_;
    known_numbered_ = std::exchange(numbered_, false);
  }

  void loose(Span span, std::string_view code) { loose_.push_back({span, code}); }

  // --- Shapes.

  /// A number from 0 to 2^53 − 1 at `at`; moves behind it.
  static bool whole(std::string_view text, std::size_t& at, std::uint64_t& out) {
    const std::size_t start = at;
    out = 0;
    while (at < text.size() && is_digit(text[at]) && at - start < 17)
      out = out * 10 + static_cast<std::uint64_t>(text[at++] - '0');
    return at > start && out <= largest_size && !(at < text.size() && is_digit(text[at]));
  }

  static void pass_blanks(std::string_view text, std::size_t& at) {
    while (at < text.size() && static_cast<unsigned char>(text[at]) <= ' ' && text[at] != '\x1b') ++at;
  }

  /// Blanks that nobody leaves before a bracket: something else stood there.
  bool is_gap(Span blanks) const {
    return blanks.end - blanks.start > 1 && part(blanks).find('\n') == std::string_view::npos;
  }

  /// (512, 28), [512], (512,), ()
  Shape list_at(std::size_t at) const {
    Shape out;
    const char close = text_[at] == '(' ? ')' : ']';
    for (++at; out.shape.size() <= most_sides;) {
      pass_blanks(text_, at);
      if (at < text_.size() && text_[at] == close) {
        out.end = at + 1;
        return out;
      }
      const std::size_t start = at;
      std::uint64_t side = 0;
      if (!whole(text_, at, side)) return {};
      out.shape.push_back(side);
      out.sides.push_back({start, at});
      const std::size_t behind = at;
      pass_blanks(text_, at);
      if (at < text_.size() && text_[at] == ',')
        ++at;
      else if (at >= text_.size() || text_[at] != close || is_gap({behind, at}))
        return {};
    }
    return {};
  }

  /// The same in further brackets behind a word: torch.Size([512, 28]).
  Shape shape_at(std::size_t at, bool worded) const {
    Shape out = list_at(at);
    if (out.end != 0 || !worded) return out;
    const char close = text_[at] == '(' ? ')' : ']';
    pass_blanks(text_, ++at);
    if (at >= text_.size() || (text_[at] != '[' && text_[at] != '(')) return {};
    out = list_at(at);
    if (out.end == 0) return out;
    at = out.end;
    pass_blanks(text_, at);
    if (at >= text_.size() || text_[at] != close) return {};
    out.end = at + 1;
    return out;
  }

  void bracket() {
    const bool adjacent = at_ > 0 && at_ == last_word_.span.end && last_ == Last::word;
    const bool worded = shape_word_ && last_ == Last::word;
    const bool cut = !frames_.empty() && frames_.back().cut;
    const bool allowed = !cut && (!adjacent || worded || last_word_.known);
    const Shape shape = allowed ? shape_at(at_, worded) : Shape{};
    const bool empty = shape.end != 0 && shape.shape.empty();
    const bool other = !key_.name.empty() && is_other_list(key_.name);
    const bool nothing = empty && !worded && (adjacent || known_.name.empty()) && !said_shape();
    if (shape.end == 0 || other || nothing || has_its_shape()) return open(adjacent && worded);
    const bool hugs = adjacent && worded;
    add_shape(shape, hugs ? last_word_.span.start : at_, hugs && torch_word_);
  }

  /// Whether it can only be a second shape of the tensor in whose brackets it stands.
  bool has_its_shape() const {
    return !frames_.empty() && frames_.back().named && frames_.back().shapes && known_.name.empty();
  }

  bool said_shape() const { return !key_.name.empty() && is_shape_word(key_.name); }

  /// 512x28, 512 x 28, 512×28, 512-element
  Shape crosses_at(std::size_t at) const {
    Shape out;
    while (out.shape.size() < most_sides) {
      const std::size_t start = at;
      std::uint64_t side = 0;
      if (!whole(text_, at, side)) return {};
      out.shape.push_back(side);
      out.sides.push_back({start, at});
      out.end = at;
      const bool blank = at < text_.size() && text_[at] == ' ';
      std::size_t next = at + (blank ? 1U : 0U);
      const std::string_view rest = text_.substr(next);
      if (rest.starts_with("\xC3\x97"))
        next += 2;
      else if (rest.starts_with("x") || rest.starts_with("*"))
        ++next;
      else
        break;
      if (blank && next < text_.size() && text_[next] == ' ') ++next;
      if (next >= text_.size() || !is_digit(text_[next])) break;
      at = next;
    }
    if (out.shape.size() < 2) return {};
    if (out.end < text_.size() && name_character(text_, out.end) != 0 && text_[out.end] != '.') return {};
    return out;
  }

  /// Whether nothing but a mark stands behind a number.
  bool name_line_ends(std::size_t at) const {
    while (at < text_.size() && is_blank_of_line(text_[at])) ++at;
    return at == text_.size() || std::string_view("\n;,}").find(text_[at]) != std::string_view::npos;
  }

  void number() {
    Shape shape = crosses_at(at_);
    crosses_ = crosses_ || shape.end != 0;
    constexpr std::string_view element = "-element";
    std::size_t end = at_;
    std::uint64_t value = 0;
    const bool is_whole = whole(text_, end, value);
    const bool of_size =
        last_ == Last::word && last_word_.name == "size" && end < text_.size() && text_[end] == ']';
    // Beside "kernel: 64x128" a vector is "bias: 128".
    const bool bare = crosses_ && last_ == Last::mark && key_.known && name_line_ends(end);
    if (shape.end == 0 && is_whole && (of_size || bare || text_.substr(end).starts_with(element))) {
      shape.shape = {value};
      shape.sides = {{at_, end}};
      shape.end = of_size ? end + 1 : bare ? end : end + element.size();
    }
    if (shape.end != 0) return add_shape(shape, of_size ? last_word_.span.start : at_, false);
    if (!is_whole) {
      while (end < text_.size() && is_digit(text_[end])) ++end;
    } else if (end < text_.size() && name_character(text_, end) != 0 &&
               !(text_[end] == '.' && decimal(end))) {
      return word();
    }
    while (end < text_.size() &&
           (is_digit(text_[end]) ||
            ((text_[end] == '.' || text_[end] == ',') && end + 1 < text_.size() && is_digit(text_[end + 1]))))
      ++end;
    ++numbers_;
    loose({at_, end}, "number");
    if (!frames_.empty()) frames_.back().plain = false;
    key_ = {};
    last_ = Last::number;
    at_ = end;
  }

  /// Whether digits stand behind the dot, and no name.
  bool decimal(std::size_t dot) const {
    std::size_t at = dot + 1;
    while (at < text_.size() && is_digit(text_[at])) ++at;
    return at == text_.size() || name_character(text_, at) == 0 || text_[at] == 'e';
  }

  std::string path(int key) const {
    std::string out;
    std::size_t taken = 0;
    for (; key >= 0 && taken < most_keys; ++taken) {
      const ListedKey& one = out_.keys[static_cast<std::size_t>(key)];
      out.insert(0, out.empty() ? one.name : one.name + "/");
      key = one.outer;
    }
    return out;
  }

  int key_now() const { return frames_.empty() ? -1 : frames_.back().key; }

  void add_shape(const Shape& shape, std::size_t start, bool torch) {
    ListedTensor tensor;
    tensor.shape = shape.shape;
    tensor.sides = shape.sides;
    tensor.shape_span = {start, shape.end};
    // Brackets that could take the place of the shape's own.
    if (!is_digit(text_[start]))
      while (tensor.shape_span.start > 0 && text_[tensor.shape_span.start - 1] == text_[start])
        --tensor.shape_span.start;
    const char last = text_[shape.end - 1];
    if (last == ')' || last == ']')
      while (tensor.shape_span.end < text_.size() && text_[tensor.shape_span.end] == last)
        ++tensor.shape_span.end;
    tensor.line = line_;
    tensor.torch = torch;
    const Word& word = known_.name.empty() ? other_ : known_;
    tensor.key = key_now();
    const std::string around = path(tensor.key);
    if (!word.name.empty()) {
      tensor.known = word.known;
      tensor.name_span = word.span;
      tensor.name = around.empty() ? word.name : around + "/" + word.name;
      tensor.first = known_numbered_ || numbered_;
    } else if (!around.empty() && names_tensor(around)) {
      const ListedKey& key = out_.keys[static_cast<std::size_t>(tensor.key)];
      tensor.own = key.name.size();
      tensor.known = true;
      tensor.name_span = key.span;
      tensor.name = around;
      tensor.key = key.outer;
    }
    // What is named only by its surroundings and a word that is none of a tensor's.
    if (!tensor.known && !around.empty() && !word.name.empty() && names_tensor(tensor.name))
      tensor.known = true;
    tensor.name = with_slashes(tensor.name);
    if (!word.name.empty()) tensor.own = word.name.size();
    open_shape_ = tensor.known ? -1 : static_cast<int>(out_.tensors.size());
    out_.tensors.push_back(std::move(tensor));
    forget();
    if (!frames_.empty()) {
      frames_.back().plain = false;
      for (Frame& frame : frames_) frame.shapes = true;
    }
    ++shapes_;
    key_ = {};
    last_ = Last::shape;
    at_ = shape.end;
  }

  void forget() {
    known_ = {};
    other_ = {};
    numbered_ = false;
    known_numbered_ = false;
  }

  /// A name that stands behind its shape, in the same line.
  void name_open_shape() {
    if (open_shape_ < 0 || known_.name.empty()) return;
    ListedTensor& tensor = out_.tensors[static_cast<std::size_t>(open_shape_)];
    if (tensor.line != line_ || known_line_ != line_) return;
    tensor.known = true;
    tensor.name = with_slashes(known_.name);
    tensor.own = tensor.name.size();
    tensor.key = -1;
    tensor.name_span = known_.span;
    tensor.first = known_numbered_;
    open_shape_ = -1;
    forget();
  }

  // --- Brackets.

  void open(bool cut = false) {
    const char c = text_[at_];
    if (key_.known) leave_tensor();
    Frame frame;
    frame.cut = cut;
    frame.close = c == '(' ? ')' : c == '[' ? ']' : '}';
    frame.key = key_now();
    std::string name;
    Span span;
    if (!key_.name.empty() && !is_label(key_.name) && !is_shape_word(key_.name)) {
      name = key_.name;
      span = key_.span;
      if (known_.span.start == span.start) known_ = {};
    } else if (c == '{' && !frames_.empty() && frames_.back().close == ']') {
      name = std::to_string(frames_.back().items++);
    }
    if (!name.empty() && name.size() <= longest_name) {
      if (span.start < span.end) span.end = at_ + 1;
      out_.keys.push_back({name, span, {}, frame.key});
      frame.own = frame.key = static_cast<int>(out_.keys.size()) - 1;
      frame.named = key_.known;
      other_ = {};
    }
    if (!frames_.empty()) frames_.back().plain = false;
    if (frames_.size() < deepest_code) frames_.push_back(frame);
    key_ = {};
    last_ = Last::mark;
    ++at_;
  }

  /// No tensor stands in another one's brackets: they were not closed.
  void leave_tensor() {
    const auto outer = std::find_if(frames_.begin(), frames_.end(),
                                    [](const Frame& frame) { return frame.named && frame.shapes; });
    frames_.erase(outer, frames_.end());
  }

  void close(char c) {
    std::size_t depth = frames_.size();
    while (depth > 0 && frames_[depth - 1].close != c) --depth;
    ++at_;
    last_ = Last::mark;
    key_ = {};
    if (depth == 0) return;
    const Frame frame = frames_[depth - 1];
    frames_.resize(depth - 1);
    if (frame.own >= 0) out_.keys[static_cast<std::size_t>(frame.own)].close = {at_ - 1, at_};
    if (frame.shapes) forget();
    if (c == ')' && frame.plain && frame.words > 1) joined(frame);
  }

  /// ('params', 'lstm', 'kernel'): (28, 512)
  void joined(const Frame& frame) {
    std::size_t next = at_;
    while (next < text_.size() && is_blank_of_line(text_[next])) ++next;
    if (next >= text_.size() || text_[next] != ':' || frame.inside.end - frame.inside.start > longest_name)
      return;
    std::string name;
    for (const char c : part(frame.inside)) {
      if (c == ',') {
        name += '/';
      } else if (!is_quote(c) && static_cast<unsigned char>(c) > ' ') {
        name += c;
      }
    }
    last_word_ = {name, frame.inside, names_tensor(name)};
    last_ = Last::word;
    other_ = {};
    known_ = {};
    consider(last_word_);
  }

  // --- Lines.

  void end_line() {
    name_open_shape();
    const Span line{line_start_, std::min(at_, text_.size())};
    if (shapes_ == 0)
      alone(line);
    else
      beside();
    // A name may stand in a line before its shape's, with values between them.
    const bool waits = shapes_ == 0 && strange_ == 0 && (known_words_ == 1 || words_ == 0);
    if (frames_.empty() && !waits) known_ = {};
    other_ = {};
    open_shape_ = -1;
    loose_.clear();
    in_brackets_ = !frames_.empty();
    words_ = shapes_ = numbers_ = strange_ = known_words_ = 0;
    first_of_line_ = out_.tensors.size();
    ++line_;
    line_start_ = at_ + 1;
    last_ = Last::line;
    ++at_;
  }

  bool counts_a_tensor(Span span, const ListedTensor& tensor) const {
    std::string digits_only;
    for (const char c : part(span))
      if (is_digit(c)) digits_only += c;
    Whole product = 1;
    for (const std::uint64_t side : tensor.shape) product = multiply(product, side);
    return digits_only == digits(product);
  }

  /// What stands in a line with shapes.
  void beside() {
    if (first_of_line_ < out_.tensors.size()) {
      const ListedTensor& tensor = out_.tensors[first_of_line_];
      for (const Loose& one : loose_) {
        const bool count = one.code == "number" && counts_a_tensor(one.span, tensor);
        out_.left.push_back({one.span, count ? "count" : one.code == "number" ? "beside" : one.code, {}});
        if (count && tensor.known && !counted_line_) {
          counted_line_ = true;
          out_.printed.rows.push_back({tensor.name, std::string(part(one.span)), -1});
        }
      }
      counted_line_ = false;
      if (!tensor.known) out_.foreign_words += strange_;
    }
  }

  /// What a line without shapes is.
  void alone(Span line) {
    const std::string_view text = part(line);
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) return;
    if (words_ == 0) return out_.left.push_back({line, numbers_ == 0 ? "punctuation" : "values", {}});
    const std::string small = lowered(text.substr(0, longest_name));
    const auto has = [&](std::string_view word) { return small.find(word) != std::string::npos; };
    if (numbers_ != 0 && has("param") && (has("total") || has("trainable"))) return total(line, small);
    if (numbers_ == 1 && words_ == 1 && trimmed(small).starts_with("total")) return total(line, small);
    if (is_statement(small)) {
      known_ = {};
      return out_.left.push_back({line, "code", {}});
    }
    if (known_words_ != 0) {
      for (const Loose& one : loose_) out_.left.push_back({one.span, "beside", {}});
      return;
    }
    if (has("```")) return out_.left.push_back({line, "fence", {}});
    const bool array = text.find_first_not_of(" \t") == text.find('[') && numbers_ > 0 && strange_ < 2;
    if (array || (strange_ == 0 && numbers_ > words_)) return out_.left.push_back({line, "values", {}});
    // What a module is set to stands in its brackets, beside its tensors.
    if (in_brackets_ && line.end - line.start < longest_name)
      return out_.left.push_back({line, "beside", {}});
    const bool announces = numbers_ == 0 && words_ < 5 && trimmed(small).ends_with(":") &&
                           (has("state_dict") || has("param") || has("weight"));
    if (announces || (strange_ == 0 && words_ > 1)) out_.left.push_back({line, "heading", {}});
  }

  /// What prints a list, or stands around it.
  static bool is_statement(std::string_view line) {
    const std::string_view text = trimmed(line);
    const auto begins = {">>> ", "... ", "for ", "import ", "from ", "print(", "$ ", "with "};
    const auto holds = {"named_parameters(", "state_dict(", "get_weights(", "parameters()",
                        ".weights",          ".shape",      ".size()",      "print("};
    return std::any_of(begins.begin(), begins.end(), [&](auto* one) { return text.starts_with(one); }) ||
           std::any_of(holds.begin(), holds.end(),
                       [&](auto* one) { return text.find(one) != std::string_view::npos; });
  }

  void total(Span line, std::string_view small) {
    out_.left.push_back({line, "total", {}});
    std::string count;
    for (const Loose& one : loose_)
      if (one.code == "number" && count.empty())
        for (const char c : part(one.span))
          if (is_digit(c)) count += c;
    const bool all = small.find("total") != std::string_view::npos;
    std::string& place = all ? out_.printed.total : out_.printed.trainable;
    if (place.empty() && small.find("non") == std::string_view::npos) place = count;
  }

  enum class Last { line, word, number, shape, mark };

  std::string_view text_;
  TensorList out_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  std::size_t line_start_ = 0;
  std::vector<Frame> frames_;
  Last last_ = Last::line;
  Word last_word_;
  Word key_;    ///< the word before the last : or =
  Word known_;  ///< the last one that may be a tensor's name
  Word other_;
  std::size_t known_line_ = 0;
  std::size_t word_at_ = std::string_view::npos;  ///< where a word is just being read
  std::size_t word_end_ = 0;
  bool shape_word_ = false;
  bool torch_word_ = false;
  bool crosses_ = false;  ///< shapes are written with them
  bool numbered_ = false;
  bool known_numbered_ = false;
  int open_shape_ = -1;
  // Of this line.
  std::vector<Loose> loose_;
  std::size_t words_ = 0;
  std::size_t shapes_ = 0;
  std::size_t numbers_ = 0;
  std::size_t strange_ = 0;
  std::size_t known_words_ = 0;
  std::size_t first_of_line_ = 0;
  bool counted_line_ = false;
  bool in_brackets_ = false;  ///< it begins inside of some
  std::unordered_map<std::string, bool> tensor_names_{};
};

}  // namespace

TensorList list_tensors(std::string_view text) {
  TensorList out = Lister(text).take();
  for (const ListedKey& key : out.keys) out.left.push_back({key.span, "path", {}});
  return out;
}

}  // namespace rnn
