#include "core/framework.h"

#include <gtest/gtest.h>

namespace rnn {
namespace {

TEST(Framework, FrameworksAreFoundByIdSynonymAndName) {
  struct Row {
    const char* text;
    const char* id;
  };
  const Row rows[] = {{"notes", "notes"},
                      {"textbook", "notes"},
                      {"keras", "keras"},
                      {"tensorflow", "keras"},
                      {"tf.keras", "keras2"},
                      {"PyTorch", "pytorch"},
                      {"torch", "pytorch"},
                      {"tensorfow", ""},
                      {"", ""},
                      {"KERAS", "keras"},
                      {"Core ML", "coreml"},
                      {"core ml", "coreml"},
                      {"Flux.jl", "flux"},
                      {"CuDNN Layers", "cudnn"},
                      {"Keras 2.4–2.15", "keras2"},
                      {"Keras up to 2.3", "keras1"},
                      {"flax.linen", "flax_linen"}};
  for (const Row& row : rows) {
    const Framework* found = find_framework(row.text);
    EXPECT_EQ(found == nullptr ? "" : found->id, row.id) << row.text;
  }
  EXPECT_EQ(frameworks().front().id, "notes");
  for (const Framework& framework : frameworks()) {
    EXPECT_EQ(find_framework(framework.id), &framework);
    if (!framework.name.empty()) {
      EXPECT_EQ(find_framework(framework.name), &framework) << framework.name;
    }
  }
}

TEST(Framework, OffersAreTheFrameworksOwn) {
  struct Row {
    const char* framework;
    Cell cell;
    Option option;
    std::uint64_t preset;
    bool fixed;
  };
  const Row rows[] = {
      {"notes", Cell::gru, Option::reset_after, 0, true},
      {"keras", Cell::gru, Option::reset_after, 1, false},
      {"pytorch", Cell::gru, Option::reset_after, 1, true},
      {"notes", Cell::lstm, Option::merge_mode, 0, true},
      {"keras", Cell::lstm, Option::merge_mode, 0, false},
      {"pytorch", Cell::lstm, Option::merge_mode, 0, true},
      {"pytorch", Cell::lstm, Option::proj_size, 0, false},
      {"pytorch", Cell::gru, Option::proj_size, 0, true},
      {"keras", Cell::lstm, Option::peepholes, 0, true},
      {"keras", Cell::lstm, Option::num_layers, 1, false},
      {"notes", Cell::rnn, Option::bidirectional, 0, false},
      {"notes", Cell::rnn, Option::bias, 1, false},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(std::string(row.framework) + " " + std::string(word(row.option).spellings.front()));
    const Offer found = offer(*find_framework(row.framework), row.cell, row.option);
    EXPECT_EQ(found.preset, row.preset);
    EXPECT_EQ(found.fixed, row.fixed);
  }
}

TEST(Framework, EveryFrameworkSaysWhereItsLayoutIsDocumentedAndWhy) {
  for (const Framework& framework : frameworks()) {
    SCOPED_TRACE(framework.id);
    EXPECT_FALSE(framework.reason.empty());
    EXPECT_EQ(framework.source.empty(), framework.id == "notes");
  }
}

}  // namespace
}  // namespace rnn
