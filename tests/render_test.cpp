#include "core/render.h"

#include <gtest/gtest.h>

namespace rnn {
namespace {

TEST(Render, OneModelInEveryFormat) {
  constexpr const char* query = "input=64&layers=RNN(32)";
  struct Row {
    const char* format;
    const char* text;
  };
  const Row rows[] = {
      {"text",
       "num_units + input_dim + 1\n= 32 + 64 + 1\n= 97\n\n"
       "(num_units + input_dim + 1) × num_units\n= (32 + 64 + 1) × 32\n= 97 × 32\n= 3104\n"},
      {"latex",
       "\\[\n\\begin{aligned}\n& \\mathrm{num\\_units} + \\mathrm{input\\_dim} + 1 \\\\\n={} & 32 + 64 + 1 "
       "\\\\\n={} & 97\n"
       "\\end{aligned}\n\\]\n"
       "\\[\n\\begin{aligned}\n& (\\mathrm{num\\_units} + \\mathrm{input\\_dim} + 1) \\times "
       "\\mathrm{num\\_units} \\\\\n"
       "={} & (32 + 64 + 1) \\times 32 \\\\\n={} & 97 \\times 32 \\\\\n={} & 3104\n\\end{aligned}\n\\]\n"},
      {"markdown",
       "$$\n\\begin{aligned}\n& \\mathrm{num\\_units} + \\mathrm{input\\_dim} + 1 \\\\\n={} & 32 + 64 + 1 "
       "\\\\\n={} & 97\n"
       "\\end{aligned}\n$$\n\n"
       "$$\n\\begin{aligned}\n& (\\mathrm{num\\_units} + \\mathrm{input\\_dim} + 1) \\times "
       "\\mathrm{num\\_units} \\\\\n"
       "={} & (32 + 64 + 1) \\times 32 \\\\\n={} & 97 \\times 32 \\\\\n={} & 3104\n\\end{aligned}\n$$\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(render(query, row.format), row.text) << row.format;
  const std::string mathml = render(query, "mathml");
  EXPECT_NE(mathml.find("<mtr><mtd><mo>=</mo><mrow><mn>97</mn><mo>×</mo><mn>32</mn></mrow></mtd></mtr>"),
            std::string::npos);
}

TEST(Render, SeveralLayersHaveHeadingsAndASum) {
  const std::string text = render("input=64&layers=LSTM(32),LSTM(32)", "text");
  EXPECT_EQ(text.rfind("layer 1\n\ngates + candidate\n= 3 + 1\n= 4\n\n", 0), 0U);
  EXPECT_NE(text.find("\n\nlayer 2\n\nnum_units\n= 32\n\n"), std::string::npos);
  EXPECT_NE(text.find("layer 1 + layer 2\n= [(32 + 64 + 1) × 32] × 4 + [(32 + 32 + 1) × 32] × 4\n= 12416 + "
                      "8320\n= 20736\n"),
            std::string::npos);
  const std::string markdown = render("input=64&layers=LSTM(32),LSTM(32)", "markdown");
  EXPECT_EQ(markdown.rfind("**layer 1**\n\n$$\n", 0), 0U);
}

TEST(Render, NothingForProblemsAndForUnknownFormats) {
  EXPECT_EQ(render("input=64&layers=LSTM(x)", "text"), "");
  EXPECT_EQ(render("input=64&layers=LSTM(32)", "docx"), "");
  EXPECT_EQ(render("", "latex"), "");
}

}  // namespace
}  // namespace rnn
