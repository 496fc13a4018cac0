// Layouts written by hand, as no framework has them: what a part adds is in the count, the steps, the picture
// and the differences alike.
#include "core/part.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/block.h"
#include "core/differences.h"
#include "core/formats.h"
#include "tests/core/every_layer.h"

namespace rnn {
namespace {

constexpr Side d{1, false, Size::input};
constexpr Side h{1, false, Size::units};
constexpr Side p{1, false, Size::projected};
constexpr Side r{1, false, Size::read};
constexpr Side r_and_d{1, false, Size::all_read};
constexpr Side gh{1, true, Size::units};

TensorRow tensor(std::string_view name, std::initializer_list<Side> shape, unsigned columns = no_column,
                 Topic part = Topic::matrix, Bands bands = Bands::all) {
  TensorRow row;
  row.name = name;
  row.columns = static_cast<std::uint8_t>(columns);
  row.part = part;
  row.bands = bands;
  for (const Side& side : shape) row.shape[row.sides++] = side;
  return row;
}

/// A layer of 10 features, 7 units and a projection to 3, kept by `layout`.
Model model_of(const Layout& layout) {
  const Framework& framework = frameworks().front();
  Layer layer;
  layer.cell = layout.cell;
  for (Whole& value : layer.settings.values) value = 0;
  layer.settings[Option::units] = 7;
  layer.settings[Option::bias] = 1;
  layer.settings[Option::proj_size] = 3;
  layer.settings[Option::reset_after] = 1;
  layer.argument.fill(-1);
  layer.input = 10;
  layer.rule = Rule(framework, layout, layer.settings);
  Model model;
  model.framework = &framework;
  model.input = 10;
  model.layers.push_back(layer);
  return model;
}

/// "matrix: 7 × 10 = 70"
std::vector<std::string> steps(const Model& model) {
  std::vector<std::string> out;
  const Derivation derivation = derive(model);
  for (const Step& step : derivation.layers.front())
    out.push_back(std::string(name(step.topic)) + ": " + to_text(step.formula, Reading::numbers) + " = " +
                  digits(step.value));
  return out;
}

/// "kernel: matrix g/input 7x10"
std::vector<std::string> cells(const Model& model) {
  std::vector<std::string> out;
  const Layer& layer = model.layers.front();
  for (const Weight& weight : weights(layer)) {
    out.push_back(weight.name + ":");
    for (const Piece& piece : pieces(weight, layer))
      out.back() += " " + std::string(name(piece.topic)) + " " + std::string(piece.gate) + "/" +
                    column_names(piece.column) + " " + digits(piece.rows) + "x" + digits(piece.columns);
  }
  return out;
}

Whole area(const Model& model) {
  Whole sum = 0;
  const Layer& layer = model.layers.front();
  for (const Weight& weight : weights(layer))
    for (const Piece& piece : pieces(weight, layer)) sum = add(sum, multiply(piece.rows, piece.columns));
  return sum;
}

/// The count, once the shapes, the parts and the picture agree on it.
Whole counted(const Model& model) {
  const Whole count = rnn::count(model.layers.front());
  EXPECT_EQ(derive(model).layers.front().back().value, count);
  EXPECT_EQ(area(model), count);
  return count;
}

std::string difference(const Model& here, const Model& there) {
  std::string out;
  for (const Difference& one : differences(here, there))
    out += std::string(out.empty() ? "" : ", ") + name(one.topic) + (one.more ? " more " : " fewer ") +
           to_text(one.numbers, Reading::numbers);
  return out;
}

constexpr Gate gates[] = {{"u", Gate::update}, {"f", Gate::forget}, {"c", Gate::candidate}};
constexpr unsigned whole_row = recurrent | input_column;

TEST(Part, TwoPartsWithGates) {
  // The candidate does not read the step before.
  const Part parts[] = {
      {.bands = Bands::gates, .reads = {Size::read, Size::input}, .units = {Size::units}, .biases = 1},
      {.bands = Bands::candidate, .reads = {Size::input}, .units = {Size::units}}};
  const TensorRow tensors[] = {tensor("gates", {r_and_d, gh}, whole_row, Topic::matrix, Bands::gates),
                               tensor("bias", {gh}, bias_column, Topic::matrix, Bands::gates),
                               tensor("candidate", {d, h}, input_column, Topic::matrix, Bands::candidate)};
  const Model model =
      model_of({.cell = Cell::gru, .name = "Own", .gates = gates, .tensors = tensors, .parts = parts});
  EXPECT_EQ(counted(model), Whole((3 + 10 + 1) * 7 * 2 + 10 * 7));
  EXPECT_EQ(steps(model), (std::vector<std::string>{
                              "matrices: 2 + 0 = 2", "reads: 3 + 10 + 1 = 14",
                              "matrix: (3 + 10 + 1) × 7 = 98", "matrices_total: [(3 + 10 + 1) × 7] × 2 = 196",
                              "matrix: 10 × 7 = 70", "layer_sum: [(3 + 10 + 1) × 7] × 2 + 10 × 7 = 266"}));
  EXPECT_EQ(cells(model),
            (std::vector<std::string>{
                "gates: matrix u/recurrent 7x3 matrix u/input 7x10 matrix f/recurrent 7x3 "
                "matrix f/input 7x10",
                "bias: biases u/bias 7x1 biases f/bias 7x1", "candidate: matrix c/input 7x10"}));
  Model fewer = model;
  fewer.layers.front().rule = model.layers.front().rule.without_candidate();
  EXPECT_EQ(counted(fewer), Whole(196));
  EXPECT_EQ(difference(model, fewer), "matrices fewer 10 × 7");
}

TEST(Part, UnitsAreAProductOfSizes) {
  const Part parts[] = {{.reads = {Size::input}, .units = {Size::projected, Size::units}, .biases = 1}};
  const TensorRow tensors[] = {tensor("kernel", {d, p, h}, input_column),
                               tensor("bias", {p, h}, bias_column)};
  const Model model = model_of({.cell = Cell::dense, .name = "Own", .tensors = tensors, .parts = parts});
  EXPECT_EQ(counted(model), Whole((10 + 1) * 3 * 7));
  EXPECT_EQ(steps(model), (std::vector<std::string>{"matrix: (10 + 1) × 3 × 7 = 231"}));
  EXPECT_EQ(cells(model),
            (std::vector<std::string>{"kernel: matrix /input 21x10", "bias: biases /bias 21x1"}));
  const Rule& rule = model.layers.front().rule;
  EXPECT_EQ(rule.bias(), Whole(1));
  const std::vector<Step> told = derive(model).layers.front();
  const std::vector<Weight> tensors_of = weights(model.layers.front());
  EXPECT_EQ(origin_of(pieces(tensors_of[0], model.layers.front())[0], model.layers.front(), 0, told),
            "layers.0.steps.0");
  EXPECT_EQ(origin_of(pieces(tensors_of[1], model.layers.front())[0], model.layers.front(), 0, told),
            "rule.bias");
}

// As an attention of one head keeps them: three that read the input, and one that reads what these give.
TEST(Part, EqualPartsAreOneAndNeighboursOfATopicShareAStep) {
  const Part reader{.reads = {Size::input}, .units = {Size::projected}, .biases = 1};
  const Part parts[] = {
      reader,
      reader,
      reader,
      {.topic = Topic::projection, .reads = {Size::projected}, .units = {Size::units}, .biases = 1},
      {.topic = Topic::unused, .units = {Size::units}},
      {.topic = Topic::unused}};
  const TensorRow tensors[] = {tensor("query", {d, p}, input_column),
                               tensor("query bias", {p}, bias_column),
                               tensor("key", {d, p}, input_column),
                               tensor("key bias", {p}, bias_column),
                               tensor("value", {d, p}, input_column),
                               tensor("value bias", {p}, bias_column),
                               tensor("out", {p, h}),
                               tensor("out bias", {h}, bias_column, Topic::projection),
                               tensor("idle", {h}),
                               tensor("idler", {Side{}})};
  const Model model = model_of({.cell = Cell::dense, .name = "Own", .tensors = tensors, .parts = parts});
  EXPECT_EQ(counted(model), Whole(3 * (10 + 1) * 3 + (3 + 1) * 7 + 7 + 1));
  EXPECT_EQ(steps(model),
            (std::vector<std::string>{"matrix: 3 × (10 + 1) × 3 = 99", "projection: (3 + 1) × 7 = 28",
                                      "unused: 7 + 1 = 8",
                                      "layer_sum: 3 × (10 + 1) × 3 + (3 + 1) × 7 + 7 + 1 = 135"}));
}

// A matrix that is another layer's leaves the biases.
TEST(Part, BiasesAlone) {
  const Part parts[] = {{.topic = Topic::biases, .reads = {}, .units = {Size::units}, .biases = 1}};
  const TensorRow tensors[] = {tensor("bias", {h}, bias_column)};
  Model model = model_of({.cell = Cell::dense, .name = "Own", .tensors = tensors, .parts = parts});
  EXPECT_EQ(counted(model), Whole(7));
  EXPECT_EQ(steps(model), (std::vector<std::string>{"biases: 7 = 7"}));
  EXPECT_EQ(cells(model), (std::vector<std::string>{"bias: biases /bias 7x1"}));
  // It reads nothing of what is handed on, and so does not tell it.
  model.layers.push_back(model.layers.front());
  EXPECT_EQ(derive(model).layers.back().size(), 1U);
  model.layers.front().settings[Option::bias] = 0;
  const Layout layout{.cell = Cell::dense, .name = "Own", .tensors = tensors, .parts = parts};
  EXPECT_TRUE(Rule(*model.framework, layout, model.layers.front().settings).parts().empty());
}

TEST(Part, APartMoreIsInEveryReading) {
  const struct {
    Part part;
    std::vector<TensorRow> tensors;
    const char* step;
    const char* cells;
    const char* difference;
  } rows[] = {
      {{.topic = Topic::normalization, .units = {Size::units}, .times = 2},
       {tensor("gain", {h}, no_column, Topic::normalization),
        tensor("shift", {h}, no_column, Topic::normalization)},
       "normalization: 2 × 7 = 14",
       "gain: normalization / 1x7",
       "normalization more 2 × 7"},
      {{.topic = Topic::projection, .reads = {Size::projected}, .units = {Size::units}},
       {tensor("projection", {h, p}, no_column, Topic::projection)},
       "projection: 3 × 7 = 21",
       "projection: projection / 3x7",
       "projection more 3 × 7"},
      {{.topic = Topic::counter},
       {tensor("counter", {Side{}}, no_column, Topic::counter)},
       "counter: 1 = 1",
       "counter: counter / 1x1",
       "counter more 1"},
      {{.topic = Topic::unused, .reads = {Size::read, Size::input}, .units = {Size::units}, .biases = 1},
       {tensor("idle", {Side{1, false, Size::all_read, false, 1}, h}, no_column, Topic::unused)},
       "unused: (3 + 10 + 1) × 7 = 98",
       "idle: unused / 14x7",
       "unused more (3 + 10) × 7 + 7"},
  };
  const std::vector<TensorRow> block{tensor("kernel", {d, gh}, input_column),
                                     tensor("recurrent", {r, gh}, recurrent),
                                     tensor("bias", {gh}, bias_column)};
  const Model without =
      model_of({.cell = Cell::gru, .name = "Own", .gates = gates, .bias_vectors = 3, .tensors = block});
  for (const auto& row : rows) {
    SCOPED_TRACE(row.step);
    std::vector<TensorRow> tensors = block;
    tensors.insert(tensors.end(), row.tensors.begin(), row.tensors.end());
    const Model with = model_of({.cell = Cell::gru,
                                 .name = "Own",
                                 .gates = gates,
                                 .bias_vectors = 3,
                                 .tensors = tensors,
                                 .parts = {&row.part, 1}});
    EXPECT_EQ(difference(without, with), row.difference);
    EXPECT_EQ(evaluate(differences(without, with).front().numbers),
              subtract(counted(with), counted(without)));
    EXPECT_EQ(difference(with, with), "");
    EXPECT_EQ(steps(with).size(), steps(without).size() + 2);
    EXPECT_EQ(steps(with)[steps(without).size()], row.step);
    EXPECT_EQ(cells(with)[cells(without).size()], row.cells);
  }
}

// The shapes and the parts of every row are written apart: here they are set against each other.
TEST(Part, EveryRowsShapesAndPartsAddUpToTheSame) {
  for (const std::string& query : every_layer()) {
    SCOPED_TRACE(query);
    const Query parsed = parse(query);
    const Model model = read_model(parsed, framework_of(parsed));
    const Rule& rule = model.layers.front().rule;
    EXPECT_EQ(rule.parts().empty(), rule.tensors().empty());
    EXPECT_EQ(derive(model).layers.front().back().value, count(model.layers.front()));
  }
}

}  // namespace
}  // namespace rnn
