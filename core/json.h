// Writes plain data as JSON text, from the first bracket to the last: how answers leave the core.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/checked.h"
#include "core/word_list.h"

namespace rnn {

class Json {
 public:
  /// Opens a list or an object, which `end` closes; without a name, an item of the list that is open.
  Json& list(const char* name = "");
  Json& object(const char* name = "");
  Json& end();

  /// An item of the list that is open.
  Json& item(std::string_view text);

  /// A field of the object that is open. Only places and indices are numbers; all others are decimal text.
  Json& text(const char* name, std::string_view text);
  Json& number(const char* name, const Whole& number);
  Json& index(const char* name, std::size_t index);
  Json& index(const char* name, int index);  ///< −1 for none
  Json& flag(const char* name, bool value);
  Json& texts(const char* name, std::span<const std::string_view> texts);
  Json& texts(const char* name, const WordList& texts);

  /// A new line: who asks again can tell by its lines what has stayed.
  Json& line();

  /// What was written.
  std::string take() { return std::move(out_); }

 private:
  void start(const char* name);
  Json& open(const char* name, char bracket, char closing);
  void quoted(std::string_view text);

  std::string out_;
  std::string closing_;  ///< the brackets that are to come
};

}  // namespace rnn
