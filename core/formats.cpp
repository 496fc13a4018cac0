#include "core/formats.h"

#include <string_view>
#include <utility>

namespace rnn {
namespace {

std::string escape(std::string_view text, std::string_view special, std::string (*replacement)(char)) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos)
      out += c;
    else
      out += replacement(c);
  }
  return out;
}

std::string latex_word(std::string_view text) {
  return escape(text, "_%&#$ ", [](char c) { return std::string("\\") + c; });
}

std::string xml_text(std::string_view text) {
  return escape(text, "<>&\"", [](char c) -> std::string {
    if (c == '<') return "&lt;";
    if (c == '>') return "&gt;";
    return c == '&' ? "&amp;" : "&quot;";
  });
}

std::string element(std::string_view tag, std::string_view content) {
  return "<" + std::string(tag) + ">" + std::string(content) + "</" + std::string(tag) + ">";
}

}  // namespace

Formula formula(const Expr& expr, Reading reading) {
  Tokens row = tokens(expr, reading);
  std::string text = to_text(row);
  return {std::move(text), std::move(row)};
}

std::string to_text(const Tokens& tokens) {
  std::string out;
  for (const Token& token : tokens) {
    const char* blank = token.kind == Token::Kind::op ? " " : "";
    out.append(blank).append(token.text).append(blank);
  }
  return out;
}

std::string to_latex(const Tokens& tokens) {
  std::string out;
  for (const Token& token : tokens) {
    switch (token.kind) {
      case Token::Kind::op: out += token.text == "×" ? " \\times " : token.text == "−" ? " - " : " + "; break;
      case Token::Kind::symbol: out += "\\mathrm{" + latex_word(token.text) + "}"; break;
      case Token::Kind::missing: out += "\\square"; break;
      case Token::Kind::number:
      case Token::Kind::bracket: out += token.text; break;
    }
  }
  return out;
}

std::string to_mathml(const Tokens& tokens) {
  std::string out;
  for (const Token& token : tokens) {
    switch (token.kind) {
      case Token::Kind::number: out += element("mn", token.text); break;
      case Token::Kind::symbol: out += "<mi mathvariant=\"normal\">" + xml_text(token.text) + "</mi>"; break;
      case Token::Kind::op: out += element("mo", token.text); break;
      case Token::Kind::bracket: out += "<mo stretchy=\"false\">" + token.text + "</mo>"; break;
      case Token::Kind::missing: out += element("mi", "□"); break;
    }
  }
  return element("mrow", out);
}

}  // namespace rnn
