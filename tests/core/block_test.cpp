// The pieces of the picture against the counts and the derivation: every model of reference.csv, and every
// cell of every framework with every combination of the options that the catalog offers.
#include "core/block.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/count.h"
#include "core/formats.h"
#include "tests/core/csv.h"
#include "tests/core/every_layer.h"
#include "tests/core/reference.h"

namespace rnn {
namespace {

Whole area(const std::vector<Piece>& pieces) {
  Whole sum = 0;
  for (const Piece& piece : pieces) sum = add(sum, multiply(piece.rows, piece.columns));
  return sum;
}

/// The value of the step of that kind; 0 where there is none.
Whole value_of(const std::vector<Step>& steps, Topic topic) {
  for (const Step& step : steps)
    if (step.topic == topic) return step.value;
  return 0;
}

void check_tensors(const Layer& layer) {
  for (const Weight& weight : weights(layer)) {
    SCOPED_TRACE(weight.name);
    EXPECT_EQ(area(pieces(weight, layer)), count(weight));
  }
}

/// The band of each gate that is used is one row of columns, each of them at most once; what all bands have
/// is as wide in each.
void check_bands(const Layer& layer) {
  std::map<std::string_view, std::map<Column, Whole>> bands;
  std::set<std::string_view> gates;
  for (const Gate& gate : layer.rule.gates())
    if (!layer.rule.unused(gate.name)) gates.insert(gate.name);
  const bool both = directions(layer) == Whole(2);
  for (const Weight& weight : weights(layer)) {
    if (weight.direction == Weight::Direction::backward) continue;
    std::vector<Piece> all = pieces(weight, layer);
    if (weight.direction == Weight::Direction::both) {
      ASSERT_TRUE(both && all.size() % 2 == 0);
      all.resize(all.size() / 2);
    }
    for (const Piece& piece : all) {
      if (piece.gate.empty()) continue;
      EXPECT_EQ(gates.count(piece.gate), 1U) << piece.gate;
      const bool for_each = !has(*layer.word, Option::units);           // filters of each channel
      const bool at_places = layer.cell == Cell::locally_connected_1d;  // filters of each place
      const Whole units = for_each ? multiply(layer.input, layer.settings[Option::depth_multiplier])
                                   : layer.settings[Option::units];
      EXPECT_EQ(piece.rows, at_places ? multiply(layer.passed.steps, units) : units);
      EXPECT_TRUE(bands[piece.gate].emplace(piece.column, piece.columns).second)
          << weight.name << " lies on another piece of " << piece.gate;
    }
  }
  EXPECT_EQ(bands.size(), gates.size());
  const Part& part = layer.rule.parts().front();
  const bool recurs = part.reads.holds(Size::read) || part.reads.holds(Size::read_patch);
  const Whole groups = layer.settings[Option::groups];
  const bool channel = part.reads.holds(Size::window);  // one of them
  Whole reads =
      add(recurs ? recurrent_width(layer) : Whole(0), channel ? Whole(1) : Whole(*layer.input / *groups));
  // A head's share of both.
  if (layer.cell == Cell::slstm)
    reads = multiply(2, Whole(*layer.input / *layer.settings[Option::num_heads]));
  if (layer.cell == Cell::bilinear) reads = multiply(reads, layer.settings[Option::second_input]);
  if (has(*layer.word, Option::kernel))
    for (const Whole& side : window_sides(layer)) reads = multiply(reads, side);
  for (const auto& [gate, columns] : bands) {
    Whole width = 0;
    for (const auto& [column, wide] : columns)
      if (column == recurrent || column == input_column) width = add(width, wide);
    EXPECT_EQ(width, reads) << gate;
  }
}

/// What the pieces of a topic amount to is what the derivation says, in each direction.
void check_topics(const Layer& layer, const std::vector<Step>& steps) {
  std::map<Topic, Whole> sums;
  for (const Weight& weight : weights(layer))
    for (const Piece& piece : pieces(weight, layer)) {
      Whole& sum = sums.try_emplace(piece.topic, 0).first->second;
      sum = add(sum, multiply(piece.rows, piece.columns));
    }
  if (layer.rule.matrices() != 0 && layer.rule.bias()) {  // counted with the matrices
    sums[Topic::matrix] = add(sums[Topic::matrix], sums.try_emplace(Topic::biases, 0).first->second);
    sums.erase(Topic::biases);
  }
  const bool many = layer.rule.matrices() > 1;
  for (const Topic topic :
       {Topic::biases, Topic::peepholes, Topic::normalization, Topic::projection, Topic::unused})
    EXPECT_EQ(sums.try_emplace(topic, 0).first->second, multiply(directions(layer), value_of(steps, topic)))
        << name(topic);
  EXPECT_EQ(sums.try_emplace(Topic::matrix, 0).first->second,
            multiply(directions(layer), value_of(steps, many ? Topic::matrices_total : Topic::matrix)));
}

/// Each origin is a number of the derivation, or a step of it.
void check_origins(const Layer& layer, std::size_t index, const std::vector<Step>& steps) {
  std::map<std::string, Whole> numbers{{"input", layer.input}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    numbers["layers." + digits(index) + ".steps." + digits(i)] = steps[i].value;
    for (const Token& token : tokens(steps[i].formula, Reading::numbers))
      if (!token.ref.empty()) numbers[token.ref] = std::stoull(token.text);
  }
  for (const Weight& weight : weights(layer))
    for (const Piece& piece : pieces(weight, layer)) {
      const std::string origin = origin_of(piece, layer, index, steps);
      SCOPED_TRACE(weight.name + " " + origin);
      ASSERT_EQ(numbers.count(origin), 1U);
      // A product of what is read has a step with the bias alone.
      if (has(*layer.word, Option::kernel) || layer.cell == Cell::bilinear || layer.cell == Cell::slstm)
        continue;
      if (piece.column == recurrent || (piece.column == input_column && !piece.gate.empty())) {
        EXPECT_EQ(numbers[origin], piece.columns);
      }
    }
}

void check(const std::string& query) {
  SCOPED_TRACE(query);
  const Query parsed = parse(query);
  const Model model = counted(parsed, framework_of(parsed));
  ASSERT_EQ(model.problems.count(), 0U);
  const Derivation derivation = derive(model);
  for (std::size_t i = 0; i < model.layers.size(); ++i) {
    const Layer& layer = model.layers[i];
    if (layer.rule.tensors().empty()) continue;
    check_tensors(layer);
    check_bands(layer);
    check_topics(layer, derivation.layers[i]);
    check_origins(layer, i, derivation.layers[i]);
  }
}

TEST(Block, EveryModelOfTheReference) {
  const std::vector<std::vector<std::string>> rows = read_csv(reference_csv);
  ASSERT_GT(rows.size(), 1600U);
  for (std::size_t i = 1; i < rows.size(); ++i) check(rows[i].front());
}

TEST(Block, EveryCombinationOfEveryFramework) {
  const std::vector<std::string> queries = every_layer();
  EXPECT_GT(queries.size(), 500U);
  for (const std::string& query : queries) check(query);
}

std::string line(const Piece& piece) {
  return std::string(name(piece.topic)) + " " + std::string(piece.gate) + "/" + column_names(piece.column) +
         " " + digits(piece.rows) + "x" + digits(piece.columns);
}

/// "W: matrix i/input 7x10, …" of one tensor of the first layer.
std::string lines(std::string_view query, std::string_view tensor) {
  const Query parsed = parse(query);
  const Layer layer = counted(parsed, framework_of(parsed)).layers.front();
  std::string out;
  for (const Weight& weight : weights(layer))
    if (weight.name == tensor)
      for (const Piece& piece : pieces(weight, layer)) out += (out.empty() ? "" : ", ") + line(piece);
  return out;
}

// The order of the blocks as the frameworks' sources have it: see core/frameworks.cpp.
TEST(Block, WhereThePiecesLie) {
  const struct {
    const char* query;
    const char* tensor;
    const char* pieces;
  } rows[] = {
      {"input=64&layers=LSTM(32)", "W_forget", "matrix forget/recurrent 32x32, matrix forget/input 32x64"},
      {"input=64&layers=LSTM(32)", "b_cell", "biases cell/bias 32x1"},
      {"framework=keras&input=10&layers=GRU(7)", "bias",
       "biases z/bias 7x1, biases z/second bias 7x1, biases r/bias 7x1, biases r/second bias 7x1, "
       "biases h/bias 7x1, biases h/second bias 7x1"},
      {"framework=mlx&input=10&layers=GRU(7)", "bhn", "biases n/second bias 7x1"},
      {"framework=pytorch&input=10&layers=LSTM(7,proj_size=3)", "weight_hh_l0",
       "matrix i/recurrent 7x3, matrix f/recurrent 7x3, matrix g/recurrent 7x3, matrix o/recurrent 7x3"},
      {"framework=pytorch&input=10&layers=LSTM(7,proj_size=3)", "weight_hr_l0", "projection / 3x7"},
      {"framework=dl4j&input=10&layers=LSTM(7,peepholes=true)", "RW",
       "matrix c/recurrent 7x7, matrix f/recurrent 7x7, matrix o/recurrent 7x7, matrix i/recurrent 7x7, "
       "peepholes f/ 7x1, peepholes o/ 7x1, peepholes i/ 7x1"},
      {"framework=onnx&input=10&layers=LSTM(7,peepholes=true)", "P",
       "peepholes i/ 7x1, peepholes o/ 7x1, peepholes f/ 7x1"},
      {"framework=onnx&input=10&layers=LSTM(7,peepholes=true,coupled=true,bidirectional=true)", "P",
       "peepholes i/ 7x1, peepholes o/ 7x1, unused / 7x1, peepholes i/ 7x1, peepholes o/ 7x1, unused / 7x1"},
      {"framework=onnx&input=10&layers=LSTM(7,coupled=true)", "W",
       "matrix i/input 7x10, matrix o/input 7x10, unused / 7x10, matrix c/input 7x10"},
      {"framework=coreml&input=10&layers=LSTM(7,peepholes=true,coupled=true)", "forgetGatePeepholeVector",
       "unused / 7x1"},
      {"framework=coreml&input=10&layers=LSTM(7,coupled=true)", "forgetGateBiasVector", "unused / 7x1"},
      {"framework=tf1&input=10&layers=LSTM(7,coupled=true,layer_norm=true)", "B",
       "unused / 7x1, unused / 7x1, unused / 7x1"},
      {"framework=tf1&input=10&layers=LSTM(7,layer_norm=true)", "state/gamma", "normalization / 1x7"},
      {"framework=flux&input=10&layers=GRU(7,reset_after=false)", "Wh",
       "matrix r/recurrent 7x7, matrix z/recurrent 7x7, unused / 7x7"},
      {"framework=flux&input=10&layers=GRU(7,reset_after=false)", "Wh_h̃", "matrix h/recurrent 7x7"},
      {"framework=matlab&input=10&layers=GRU(7,bidirectional=true)", "Bias",
       "biases r/bias 7x1, biases z/bias 7x1, biases h/bias 7x1, biases r/bias 7x1, biases z/bias 7x1, "
       "biases h/bias 7x1"},
      {"framework=tfa&input=10&layers=LSTM(7,layer_norm=true)", "kernel_norm/beta",
       "normalization / 1x7, normalization / 1x7, normalization / 1x7, normalization / 1x7"},
      {"framework=ncnn&input=10&layers=GRU(7)", "bias_c_data",
       "biases r/bias 7x1, biases u/bias 7x1, biases n/bias 7x1, biases n/second bias 7x1"},
      {"framework=keras&layers=Embedding(20,7)", "embeddings", "matrix /input 20x7"},
      {"framework=keras&input=5&layers=BatchNormalization()", "moving_mean", "matrix / 1x5"},
      {"framework=keras&layers=LSTM(32)", "kernel",
       "matrix i/input 32x, matrix f/input 32x, matrix c/input 32x, matrix o/input 32x"},
  };
  for (const auto& row : rows) EXPECT_EQ(lines(row.query, row.tensor), row.pieces) << row.query;
}

}  // namespace
}  // namespace rnn
