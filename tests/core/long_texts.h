// Long texts of nonsense, for answers that are to be short and quick all the same.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace rnn {

inline std::string repeated(std::string_view part, std::size_t bytes) {
  std::string out;
  while (!part.empty() && out.size() + part.size() <= bytes) out += part;
  return out;
}

/// A text that is long in one place and has `part` in another, again and again; half of it each.
struct LongText {
  const char* name;
  std::string_view start;
  std::string_view single;  ///< repeated to half of the text, before …
  std::string_view middle;
  std::string_view part;  ///< … this, repeated to its end
  std::string_view end;
};

inline std::string text_of(const LongText& kind, std::size_t bytes) {
  std::string out = std::string(kind.start) + repeated(kind.single, bytes / 2) + std::string(kind.middle);
  return out + repeated(kind.part, bytes - std::min(bytes, out.size() + kind.end.size())) +
         std::string(kind.end);
}

inline constexpr LongText long_texts[] = {
    {"a layer's long name, and words for numbers", "input=1&layers=", "x.", "LSTM(1,", "a,", ")"},
    {"a layer's long name, and options that it lacks", "input=1&layers=", "x.", "LSTM(1", ",a=", ")"},
    {"a layer's long name, and its input", "input=1&layers=", "x.", "LSTM(1", ",input=2", ")"},
    {"a layer's long name, and numbers", "input=1&layers=", "x.", "LSTM(1", ",0", ")"},
    {"a layer's long name, and layers inside it", "input=1&layers=", "x.", "LSTM(1", ",GRU(1)", ")"},
    {"a long name that is no layer's", "input=1&layers=", "x", "", ",x", ""},
    {"a long field, given again", "layers=LSTM(1)&input=", "7", "", "&input", ""},
    {"a long framework, given again", "layers=LSTM(1)&framework=", "7", "", "&framework=x", ""},
    {"long layers, given again", "layers=", "LSTM(1),", "", "&layers=1", ""},
    {"a long argument, given again", "input=1&layers=LSTM(1,name=", "b", "", ",name=", ")"},
    {"a long size, given again", "input=1&layers=LSTM(1,units=", "0", "", ",units=", ")"},
    {"a long text before embeddings", "layers=", "c", "", ",Embedding", ""},
    {"many layers before embeddings", "layers=", "A,", "A", ",Embedding(1,1)", ""},
    {"a late embedding that is long", "layers=A,Embedding(1,name=", "c", ")", ",Embedding(1,1)", ""},
    {"numbers", "input=1&layers=LSTM(1", "", "", ",1", ")"},
    {"numbers in groups", "input=1&layers=LSTM(1", "", "", ",024,1", ")"},
    {"a long input field, and its size in the layer", "input=", "8", "&layers=LSTM(1", ",input=1", ")"},
    {"a size that is long, in the layer", "layers=LSTM(1", "", "", ",input=00000000000000000000001", ")"},
    {"unknown options before names", "input=1&layers=LSTM(1", ",a=", "", ",name=", ")"},
    {"a long layer in a wrapper, and others", "input=1&layers=Bidirectional(", "d", "(1)", ",LSTM", ")"},
    {"a wrapper's words", "input=1&layers=Bidirectional(LSTM(1)", "", "", ",a", ")"},
    {"a wrapper's options", "input=1&layers=TimeDistributed(LSTM(1)", "", "", ",a=1", ")"},
    {"a layer's names, and its wrapper's", "input=1&layers=Bidirectional(LSTM(1", ",a=1", ")", ",b=", ")"},
    {"nests of wrappers", "input=1&layers=", "", "", "Bidirectional(TimeDistributed(LSTM(1))),", "A"},
    {"nests that are none", "input=1&layers=", "", "", "A(B(C(D))),", "A"},
    {"a nest that is long inside", "input=1&layers=A(B(C(", "D,", ")))", ",A(B(C(D)))", ""},
    {"comments", "input=1&layers=LSTM(1)", "", "", "\n#", ""},
    {"a long comment, and others", "input=1&layers=LSTM(1)#", "e", "", "\n#", ""},
    {"calls", "input=1&layers=LSTM(1)", "", "", "(x)", ""},
    {"values with brackets", "input=1&layers=LSTM(1", "", "", ",a=b(1)", ")"},
    {"values that are lists", "input=1&layers=LSTM(1", "", "", ",a=[1,2]", ")"},
    {"sums", "input=1&layers=LSTM(1", "", "", ",f(1)+1", ")"},
    {"many layers", "input=1&layers=A", "", "", ",A", ""},
    {"layers with mistakes", "input=1&layers=LSTM(1)", "", "", ",LSTM(x)", ""},
    {"layers that some frameworks lack", "input=1&layers=LSTM(1)", "", "", ",MGU(1)", ""},
    {"options that some frameworks lack", "input=1&layers=", "", "", "LSTM(1,peepholes=true),", "A"},
    {"repeated layers", "framework=tf1&input=1&layers=", "", "",
     "LSTM(1,100,peepholes=true,layer_norm=true,proj_size=1),", "A"},
    {"a long name in a stack", "framework=x&input=1&layers=", "x.", "LSTM(1,num_layers=1000)", ",1", ""},
    {"a key that is almost one", "layer=", "LSTM(1),", "", "&layer=1", ""},
    {"bytes that are no text", "input=1&layers=LSTM(", "\xFF", "", ",\xFF", ")"},
    {"escapes", "input=1&layers=LSTM(1", "", "", ",%01", ")"},
    {"signs that are written as escapes", "input=1&layers=\x01", "\x01", "(", "\x01,", ")"},
    {"letters of four bytes", "input=1&layers=LSTM(\U0001F600", "\U0001F600", "", ",\U0001F600", ")"},
    {"quotes", "input=1&layers=LSTM(1", "", "", ",\"\"", ")"},
    {"a long rate, and others", "input=1&layers=Dropout(0.", "0", "", ",rate=x", ")"},
};

}  // namespace rnn
