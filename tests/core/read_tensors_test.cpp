// Lists of tensors as people print them.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "core/count.h"
#include "core/weights.h"
#include "tests/core/csv.h"
#include "tests/core/random_query.h"
#include "tests/core/readings.h"
#include "tests/core/reference.h"

namespace rnn {
namespace {

// --- The round trip: what the core lists is printed, and read back.

struct Tensor {
  std::string prefix;
  std::string name;
  std::vector<std::string> shape;
};

Model model_of(const std::string& query) {
  const Query parsed = parse(query);
  return counted(parsed, framework_of(parsed));
}

/// The layers that store something: their kinds, and the names and shapes of their tensors.
std::string listed(const Model& model) {
  std::string out;
  for (const Layer& layer : model.layers) {
    const std::vector<Weight> all = weights(layer);
    if (all.empty()) continue;
    // A slope for all says nothing of what it reads.
    out += std::string(name(layer.word)) + " " + (layer.cell == Cell::prelu ? "" : digits(layer.input)) + ":";
    for (const Weight& weight : all) {
      out += " " + weight.name;
      for (const Whole& side : weight.shape) out += "," + digits(side);
    }
    out += "\n";
  }
  return out;
}

/// Whether the stacked layers of one that was written have names of their own.
bool numbers_layers(const Model& model, std::size_t origin) {
  std::set<std::string> names;
  std::size_t count = 0;
  for (const Layer& layer : model.layers)
    if (layer.origin == origin)
      for (const Weight& weight : weights(layer)) {
        names.insert(weight.name);
        ++count;
      }
  return names.size() == count;
}

/// A convolution that comes first may have any number of groups.
bool hides_groups(const Model& model) {
  for (const Layer& layer : model.layers) {
    if (layer.word->group == Group::convolution) return layer.settings[Option::groups] > Whole(1);
    if (!weights(layer).empty()) return false;
  }
  return false;
}

/// Steps in the place of features are a width like any other; numbers for all of them say none.
bool hides_axis(const Model& model) {
  return std::any_of(model.layers.begin(), model.layers.end(), [](const Layer& layer) {
    return keeps_steps(layer) || (layer.cell == Cell::normalization && !keeps_features(layer));
  });
}

/// Directions that are numbered as layers are look like further layers, and are not read.
bool numbers_directions(const Model& model) {
  return std::any_of(model.layers.begin(), model.layers.end(), [](const Layer& layer) {
    const auto& rows = layer.rule.tensors();
    return directions(layer) == Whole(2) && std::any_of(rows.begin(), rows.end(), [](const TensorRow& row) {
             return row.name.find("{way}") != std::string_view::npos;
           });
  });
}

/// The tensors of a model, each with a module of its own in front.
std::vector<Tensor> tensors_of(const Model& model, std::string_view separator) {
  std::vector<Tensor> out;
  for (std::size_t i = 0; i < model.layers.size(); ++i) {
    const Layer& layer = model.layers[i];
    const std::vector<Weight> all = weights(layer);
    std::set<std::string> names;
    for (const Weight& weight : all) names.insert(weight.name);
    const bool apart = names.size() == all.size();
    for (const Weight& weight : all) {
      Tensor tensor;
      const std::size_t number = numbers_layers(model, layer.origin) ? layer.origin : i;
      const std::string module = (layer.word->recurrent ? "cell_" : "block_") + std::to_string(number);
      tensor.prefix = module + std::string(separator);
      if (!apart)
        tensor.prefix += (weight.direction == Weight::Direction::backward ? "backward_" : "forward_") +
                         module + std::string(separator);
      tensor.name = weight.name;
      for (const Whole& side : weight.shape) tensor.shape.push_back(digits(side));
      out.push_back(std::move(tensor));
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string out;
  for (const std::string& word : words) out += (&word == &words.front() ? "" : between) + word;
  return out;
}

std::string tuple(const Tensor& tensor) {
  return "(" + joined(tensor.shape, ", ") + (tensor.shape.size() == 1 ? ",)" : ")");
}

std::string product(const Tensor& tensor) {
  Big out = 1;
  for (const std::string& side : tensor.shape) out = out * to_big(side).value_or(1);
  return to_string(out);
}

using Printer = std::function<std::string(const std::vector<Tensor>&)>;

std::string lines(const std::vector<Tensor>& tensors, const std::function<std::string(const Tensor&)>& line) {
  std::string out;
  for (const Tensor& tensor : tensors) out += line(tensor) + "\n";
  return out;
}

const std::pair<const char*, Printer> printers[] = {
    {"named_parameters",
     [](const std::vector<Tensor>& all) {
       return lines(all, [](const Tensor& one) {
         return one.prefix + one.name + ": torch.Size([" + joined(one.shape, ", ") + "])";
       });
     }},
    {"tuples",
     [](const std::vector<Tensor>& all) {
       return lines(all, [](const Tensor& one) {
         return "('module." + one.prefix + one.name + "', torch.Size([" + joined(one.shape, ", ") + "]))";
       });
     }},
    {"columns",
     [](const std::vector<Tensor>& all) {
       return lines(all, [](const Tensor& one) {
         return one.prefix + one.name + "\t" + tuple(one) + "\t" + product(one) + "\ttorch.float32";
       });
     }},
    {"dict",
     [](const std::vector<Tensor>& all) {
       std::string out = "{";
       for (const Tensor& one : all) out += "'" + one.prefix + one.name + "': " + tuple(one) + ", ";
       return out + "}";
     }},
    {"list",
     [](const std::vector<Tensor>& all) {
       return lines(all, [](const Tensor& one) {
         return "  - " + one.prefix + one.name + ": [" + joined(one.shape, ", ") + "]\r";
       });
     }},
    {"variables",
     [](const std::vector<Tensor>& all) {
       return lines(all, [](const Tensor& one) {
         return "<KerasVariable shape=" + tuple(one) + ", dtype=float32, path=" + one.prefix + one.name + ">";
       });
     }},
};

std::vector<std::string> listed_layers(const Model& model, std::size_t origin) {
  std::vector<std::string> out;
  for (const Layer& layer : model.layers)
    if (layer.origin == origin) {
      Model one = model;
      one.layers = {layer};
      if (std::string text = listed(one); !text.empty()) out.push_back(std::move(text));
    }
  return out;
}

/// The layers that were read, each one as it is wanted where that is what it or one of its choices is.
std::string read_back(const std::string& text, const std::string& wanted) {
  const TextReading reading = read_text(text);
  const Model model = model_of(reading.query);
  std::string out = listed(model);
  if (out == wanted) return wanted;
  std::map<int, std::vector<std::string>> choices;
  for (const Choice& choice : reading.choices) {
    std::string joined;
    for (const std::string& one :
         listed_layers(model_of(choice.query), static_cast<std::size_t>(choice.layer)))
      joined += one;
    choices[choice.layer].push_back(std::move(joined));
  }
  out.clear();
  for (std::size_t i = 0; i < model.written.size(); ++i) {
    std::string here;
    for (const std::string& one : listed_layers(model, i)) here += one;
    const std::string rest = out.size() < wanted.size() ? wanted.substr(out.size()) : std::string();
    const auto fits = [&](const std::string& one) { return !one.empty() && rest.starts_with(one); };
    for (const std::string& other : choices[static_cast<int>(i)])
      if (!fits(here) && fits(other)) here = other;
    out += here;
  }
  return out;
}

/// The text with other words in the place of `what`.
std::string without(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

/// A cell of PyTorch has the names of a stack without its numbers; so have the cells of others.
std::string as_cells(std::string text) { return without(std::move(text), "_l0,", ","); }

struct Share {
  std::size_t right = 0;
  std::size_t all = 0;
};
using Shares = std::map<std::string, Share>;

void round_trip(const std::string& query, Shares& shares, std::size_t which) {
  const Model model = model_of(query);
  if (!model.problems.empty()) return;
  const std::string wanted = listed(model);
  if (wanted.empty() || hides_groups(model) || hides_axis(model) || numbers_directions(model)) return;
  const std::string id(model.framework->id);
  const bool slashes = which % std::size(printers) == 5 || id.starts_with("keras");
  const auto& [form, print] = printers[which % std::size(printers)];
  std::string text = print(tensors_of(model, slashes ? "/" : "."));
  // A number alone has no axes: nobody writes that as an empty list in brackets.
  text = id == "pytorch" ? text : without(std::move(text), "torch.Size([])", "()");
  if (id != "pytorch") text = without(without(text, "torch.Size", ""), "torch.", "");
  std::string got = read_back(text, wanted);
  if (id != "pytorch" && as_cells(got) == as_cells(wanted)) got = wanted;
  Share& share = shares[id];
  ++share.all;
  if (got == wanted) {
    ++share.right;
    return;
  }
  const bool all = id == "keras" || id == "pytorch";
  if (all)
    ADD_FAILURE() << query << " as " << form << "\n"
                  << text.substr(0, 1500) << "wanted\n"
                  << wanted << "got\n"
                  << got;
}

/// Elsewhere the same names and shapes may be those of two frameworks, or of two kinds of layers.
void expect_most(const Shares& shares) {
  Share all;
  for (const auto& [id, share] : shares) {
    all.right += share.right;
    all.all += share.all;
    testing::Test::RecordProperty(id, std::to_string(share.right) + "/" + std::to_string(share.all));
    if (id == "keras" || id == "pytorch") {
      EXPECT_EQ(share.right, share.all) << id;
    }
    EXPECT_GE(share.right * 10, share.all * 6) << id;
  }
  EXPECT_GT(all.all, 300U);
  EXPECT_GE(all.right * 100, all.all * 95);
}

/// All rows of the two frameworks that most people print, and every third one of the others.
bool is_due(const std::string& query, std::size_t which) {
  return query.starts_with("framework=keras&") || query.starts_with("framework=pytorch&") || which % 3 == 0;
}

TEST(ReadTensors, ReferenceRowsComeBack) {
  Shares shares;
  std::size_t which = 0;
  for (const auto* csv : {&reference_csv, &models_csv})
    for (const std::vector<std::string>& row : read_csv(*csv))
      if (row.front() != "query" && is_due(row.front(), which++)) round_trip(row.front(), shares, which);
  expect_most(shares);
}

TEST(ReadTensors, RandomModelsComeBack) {
  Shares shares;
  Dice dice(14);
  for (std::size_t i = 0; i < 600; ++i) round_trip(plain_query(random_model(dice)), shares, i);
  expect_most(shares);
}

// --- The forms that people print.

/// Every piece of the text is told, and the query is this one.
void expect_read(const std::string& text, const std::string& query, const std::string& total) {
  SCOPED_TRACE(text);
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(reading.form, Form::tensors);
  EXPECT_EQ(reading.query, query);
  EXPECT_EQ(total_of(reading.query), total);
}

std::size_t unknown_pieces(const std::string& text) {
  const TextReading reading = read_text(text);
  return static_cast<std::size_t>(
      std::count_if(reading.pieces.begin(), reading.pieces.end(),
                    [](const TextPiece& piece) { return piece.kind == TextPiece::Kind::unknown; }));
}

void expect_all_read(const std::string& text, const std::string& query, const std::string& total) {
  expect_read(text, query, total);
  EXPECT_EQ(unknown_pieces(text), 0U) << text;
}

// 4 · (28 + 128 + 2) · 128 + 10 · (128 + 1); the same with one bias is 512 less.
constexpr const char* torch_query = "framework=pytorch&input=28&layers=LSTM(128),Dense(10)";
constexpr const char* torch_total = "82186";

TEST(ReadTensors, NamedParameters) {
  const std::string sizes =
      "lstm.weight_ih_l0: torch.Size([512, 28])\nlstm.weight_hh_l0: torch.Size([512, 128])\n"
      "lstm.bias_ih_l0: torch.Size([512])\nlstm.bias_hh_l0: torch.Size([512])\n"
      "fc.weight: torch.Size([10, 128])\nfc.bias: torch.Size([10])\n";
  expect_all_read(sizes, torch_query, torch_total);
  expect_all_read(without(sizes, "\n", "\r\n"), torch_query, torch_total);
  expect_all_read(without(sizes, ": ", "\t"), torch_query, torch_total);
  expect_all_read(without(sizes, "torch.Size", "shape "), torch_query, torch_total);
  expect_all_read(without(without(sizes, "torch.Size(", ""), ")", ""), torch_query, torch_total);
  expect_all_read(without(sizes, "lstm.", "module._orig_mod.lstm."), torch_query, torch_total);
  expect_all_read(">>> for name, p in model.named_parameters(): print(name, p.shape)\n" + sizes, torch_query,
                  torch_total);
  expect_all_read("```\n" + sizes + "```\n", torch_query, torch_total);
  expect_all_read("# " + without(sizes, "\nl", "\n# l"), torch_query, torch_total);
}

TEST(ReadTensors, OneNameAndOneShapeALine) {
  expect_all_read(
      "lstm.weight_ih_l0\ntorch.Size([512, 28])\nlstm.weight_hh_l0\ntorch.Size([512, 128])\n"
      "lstm.bias_ih_l0\ntorch.Size([512])\nlstm.bias_hh_l0\ntorch.Size([512])\n",
      "framework=pytorch&input=28&layers=LSTM(128)", "80896");
}

TEST(ReadTensors, TuplesAndDicts) {
  const std::string tuples =
      "('lstm.weight_ih_l0', torch.Size([512, 28])), ('lstm.weight_hh_l0', torch.Size([512, 128])), "
      "('lstm.bias_ih_l0', torch.Size([512])), ('lstm.bias_hh_l0', torch.Size([512])), ('fc.weight', "
      "torch.Size([10, 128])), ('fc.bias', torch.Size([10]))";
  expect_all_read("[" + tuples + "]", torch_query, torch_total);
  // Its last brackets close one another where one is missing.
  EXPECT_EQ(total_of(sound_reading("OrderedDict([" + tuples + "])").query), torch_total);
  expect_all_read(
      "{'lstm.weight_ih_l0': (512, 28), 'lstm.weight_hh_l0': (512, 128), 'lstm.bias_ih_l0': (512,), "
      "'lstm.bias_hh_l0': (512,), 'fc.weight': (10, 128), 'fc.bias': (10,)}",
      torch_query, torch_total);
  expect_all_read(
      R"({"lstm.weight_ih_l0":{"dtype":"F32","shape":[512,28],"data_offsets":[0,57344]},
"lstm.weight_hh_l0":{"dtype":"F32","shape":[512,128],"data_offsets":[57344,319488]},
"lstm.bias_ih_l0":{"dtype":"F32","shape":[512],"data_offsets":[319488,321536]},
"lstm.bias_hh_l0":{"dtype":"F32","shape":[512],"data_offsets":[321536,323584]}})",
      "framework=pytorch&input=28&layers=LSTM(128)", "80896");
}

TEST(ReadTensors, Tables) {
  const std::string table =
      "+-------------------+------------+------------+\n"
      "|      Modules      |   Shape    | Parameters |\n"
      "+-------------------+------------+------------+\n"
      "| lstm.weight_ih_l0 | (512, 28)  |   14336    |\n"
      "| lstm.weight_hh_l0 | (512, 128) |   65,536   |\n"
      "|  lstm.bias_ih_l0  |   (512,)   |    512     |\n"
      "|  lstm.bias_hh_l0  |   (512,)   |    512     |\n"
      "|     fc.weight     | (10, 128)  |    1280    |\n"
      "|      fc.bias      |   (10,)    |     10     |\n"
      "+-------------------+------------+------------+\n"
      "Total Trainable Params: 82186\n";
  expect_all_read(table, torch_query, torch_total);
  const TextReading reading = read_text(table);
  EXPECT_EQ(reading.printed.total, "82186");
  ASSERT_EQ(reading.printed.rows.size(), 6U);
  EXPECT_EQ(reading.printed.rows[4].count, "1280");
  EXPECT_EQ(reading.printed.rows[4].layer, 1);
}

TEST(ReadTensors, OldTensors) {
  expect_all_read(
      "('rnn.weight_ih_l0', Parameter containing:\n 0.1  0.2\n-0.3  0.4\n[torch.FloatTensor of size 96x64]\n)\n"
      "('rnn.weight_hh_l0', Parameter containing:\n 0.1  0.2\n[torch.FloatTensor of size 96x32]\n)\n"
      "('rnn.bias_ih_l0', Parameter containing:\n 0.1\n[torch.FloatTensor of size 96]\n)\n"
      "('rnn.bias_hh_l0', Parameter containing:\n 0.1\n[torch.FloatTensor of size 96]\n)\n",
      "framework=pytorch&input=64&layers=GRU(32)", "9408");
}

TEST(ReadTensors, KerasVariables) {
  // 4 · (30 + 10 + 1) · 10 + 11
  const std::string query = "framework=keras2&input=30&layers=LSTM(10),Dense(1)";
  expect_all_read(
      "[<tf.Variable 'lstm_4/lstm_cell/kernel:0' shape=(30, 40) dtype=float32_ref>,\n"
      " <tf.Variable 'lstm_4/lstm_cell/recurrent_kernel:0' shape=(10, 40) dtype=float32_ref>,\n"
      " <tf.Variable 'lstm_4/lstm_cell/bias:0' shape=(40,) dtype=float32_ref>,\n"
      " <tf.Variable 'dense_4/kernel:0' shape=(10, 1) dtype=float32, numpy=\narray([[0.1, 0.2],\n"
      "       [0.3, 0.4]], dtype=float32)>,\n"
      " <tf.Variable 'dense_4/bias:0' shape=(1,) dtype=float32, numpy=array([0.], dtype=float32)>]\n",
      query, "1651");
  expect_all_read(
      "<KerasVariable shape=(30, 40), dtype=float32, path=lstm/lstm_cell/kernel>\n"
      "<KerasVariable shape=(10, 40), dtype=float32, path=lstm/lstm_cell/recurrent_kernel>\n"
      "<KerasVariable shape=(40,), dtype=float32, path=lstm/lstm_cell/bias>\n"
      "<KerasVariable shape=(10, 1), dtype=float32, path=dense/kernel>\n"
      "<KerasVariable shape=(1,), dtype=float32, path=dense/bias>\n",
      "framework=keras&input=30&layers=LSTM(10),Dense(1)", "1651");
  // TensorFlow 1 keeps both sides of a gate in one matrix: (27 + 70 + 1) · 280, (140 + 1) · 280, 71 · 27.
  expect_read(
      "<tf.Variable 'rnn/multi_rnn_cell/cell_0/lstm_cell/kernel:0' shape=(97, 280) dtype=float32_ref>\n"
      "<tf.Variable 'rnn/multi_rnn_cell/cell_0/lstm_cell/bias:0' shape=(280,) dtype=float32_ref>\n"
      "<tf.Variable 'rnn/multi_rnn_cell/cell_1/lstm_cell/kernel:0' shape=(140, 280) dtype=float32_ref>\n"
      "<tf.Variable 'rnn/multi_rnn_cell/cell_1/lstm_cell/bias:0' shape=(280,) dtype=float32_ref>\n"
      "<tf.Variable 'dense/kernel:0' shape=(70, 27) dtype=float32_ref>\n"
      "<tf.Variable 'dense/bias:0' shape=(27,) dtype=float32_ref>\n",
      "framework=tf1&input=27&layers=LSTM(70),LSTM(70),Dense(27)", "68837");
}

TEST(ReadTensors, PublishedVariablesOfTensorFlow1) {
  // https://github.com/tensorflow/tensorflow/issues/16565: (1000 + 80 + 1) · 4 · 80
  expect_all_read(
      "[<tf.Variable 'rnn/basic_lstm_cell/kernel:0' shape=(1080, 320) dtype=float32_ref>, "
      "<tf.Variable 'rnn/basic_lstm_cell/bias:0' shape=(320,) dtype=float32_ref>]\n",
      "framework=tf1&input=1000&layers=LSTM(80)", "345920");
  // https://github.com/keras-team/keras/issues/7242: 4 · 16 (6 + 16 + 1) + 17 · 6
  expect_all_read(
      "[<tf.Variable 'lstm_1/kernel:0' shape=(6, 64) dtype=float32_ref>, "
      "<tf.Variable 'lstm_1/recurrent_kernel:0' shape=(16, 64) dtype=float32_ref>, "
      "<tf.Variable 'lstm_1/bias:0' shape=(64,) dtype=float32_ref>, "
      "<tf.Variable 'dense_1/kernel:0' shape=(16, 6) dtype=float32_ref>, "
      "<tf.Variable 'dense_1/bias:0' shape=(6,) dtype=float32_ref>]\n",
      "framework=keras2&input=6&layers=LSTM(16),Dense(6)", "1574");
  // https://github.com/mlcommons/training/pull/100, the layers of its encoder: 4096 (2 · 2049 + 3073 + 2 ·
  // 2049)
  expect_read(
      "  dynamic_seq2seq/encoder/bidirectional_rnn/fw/basic_lstm_cell/kernel:0, (2048, 4096), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/bidirectional_rnn/fw/basic_lstm_cell/bias:0, (4096,), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/bidirectional_rnn/bw/basic_lstm_cell/kernel:0, (2048, 4096), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/bidirectional_rnn/bw/basic_lstm_cell/bias:0, (4096,), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel:0, (3072, 4096), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/rnn/multi_rnn_cell/cell_0/basic_lstm_cell/bias:0, (4096,), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/rnn/multi_rnn_cell/cell_1/basic_lstm_cell/kernel:0, (2048, 4096), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/rnn/multi_rnn_cell/cell_1/basic_lstm_cell/bias:0, (4096,), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/rnn/multi_rnn_cell/cell_2/basic_lstm_cell/kernel:0, (2048, 4096), /device:GPU:0\n"
      "  dynamic_seq2seq/encoder/rnn/multi_rnn_cell/cell_2/basic_lstm_cell/bias:0, (4096,), /device:GPU:0\n",
      "framework=tf1&input=1024&layers=Bidirectional(LSTM(1024)),LSTM(1024),LSTM(1024),LSTM(1024)",
      "46157824");
}

TEST(ReadTensors, BothDirections) {
  const std::string sum =
      "b/forward_lstm/lstm_cell/kernel (64, 128)\nb/forward_lstm/lstm_cell/recurrent_kernel (32, 128)\n"
      "b/forward_lstm/lstm_cell/bias (128,)\nb/backward_lstm/lstm_cell/kernel (64, 128)\n"
      "b/backward_lstm/lstm_cell/recurrent_kernel (32, 128)\nb/backward_lstm/lstm_cell/bias (128,)\n";
  // 2 · 4 · (64 + 32 + 1) · 32, and 10 · (width + 1)
  expect_all_read(sum + "dense/kernel (64, 10)\ndense/bias (10,)\n",
                  "framework=keras&input=64&layers=Bidirectional(LSTM(32)),Dense(10)", "25482");
  const std::string narrow = sum + "dense/kernel (32, 10)\ndense/bias (10,)\n";
  expect_all_read(narrow, "framework=keras&input=64&layers=Bidirectional(LSTM(32),merge_mode=sum),Dense(10)",
                  "25162");
  const TextReading reading = read_text(narrow);
  ASSERT_EQ(reading.choices.size(), 2U);
  EXPECT_EQ(canonical_of(reading.choices[0].query),
            "framework=keras&input=64&layers=Bidirectional(LSTM(32),merge_mode=mul),Dense(10)");
  EXPECT_EQ(reading.choices[0].layer, 0);
  EXPECT_EQ(reading.choices[0].code, "merge_mode");
  // Nothing says how the last layer puts them together.
  EXPECT_EQ(read_text(sum).query, "framework=keras&input=64&layers=Bidirectional(LSTM(32))");
  EXPECT_EQ(read_text(sum).choices.size(), 3U);
}

TEST(ReadTensors, ShapesAlone) {
  // 4 · (10 + 128 + 1) · 128 + 129
  const std::string query = "framework=keras&input=10&layers=LSTM(128),Dense(1)";
  expect_all_read("[(10, 512), (128, 512), (512,), (128, 1), (1,)]", query, "71297");
  for (const char* same : {"## [(10, 512), (128, 512), (512,), (128, 1), (1,)]\n",
                           "(10, 512)\n(128, 512)\n(512,)\n(128, 1)\n(1,)\n"})
    EXPECT_EQ(sound_reading(same).query, query) << same;
  expect_all_read("[[10,512],[128,512],[512],[128,1],[1]]", query, "71297");
  expect_all_read(
      "In [12]: [w.shape for w in model.get_weights()]\n"
      "Out[12]: [(10, 512), (128, 512), (512,), (128, 1), (1,)]\n",
      query, "71297");
  expect_all_read(
      "torch.Size([512, 28])\ntorch.Size([512, 128])\ntorch.Size([512])\ntorch.Size([512])\n"
      "torch.Size([10, 128])\ntorch.Size([10])\n",
      torch_query, torch_total);
  // Two bias vectors are two rows.
  expect_all_read("[(64, 96), (32, 96), (2, 96)]", "framework=keras&input=64&layers=GRU(32)", "9408");
  expect_all_read("[(64, 96), (32, 96), (96,)]", "framework=keras&input=64&layers=GRU(32,reset_after=false)",
                  "9312");
  for (const char* other : {"(512, 28)", "(3, 4), (5, 6)", "x_train (60000, 784), y_train (60000,)",
                            "f(2, 3) + g(3, 4)", "[1, 2], [3, 4]"})
    EXPECT_NE(read_text(other).form, Form::tensors) << other;
}

TEST(ReadTensors, WithCrosses) {
  expect_all_read(
      "lstm.weight_ih_l0: 512x28\nlstm.weight_hh_l0: 512 x 128\nlstm.bias_ih_l0: 512\nlstm.bias_hh_l0: 512\n",
      "framework=pytorch&input=28&layers=LSTM(128)", "80896");
  // Counts are no shapes.
  EXPECT_NE(read_text("emb.weight: 64000\nfc.weight: 640\nfc.bias: 10\n").form, Form::tensors);
}

TEST(ReadTensors, TwoModels) {
  const std::string gru =
      "weight_ih_l0 (96, 64)\nweight_hh_l0 (96, 32)\nbias_ih_l0 (96,)\nbias_hh_l0 (96,)\n";
  const std::string lstm =
      "weight_ih_l0 (128, 64)\nweight_hh_l0 (128, 32)\nbias_ih_l0 (128,)\nbias_hh_l0 (128,)\n";
  const TextReading reading = telling_reading(gru + lstm);
  EXPECT_EQ(reading.query, "framework=pytorch&input=64&layers=GRU(32)");
  ASSERT_EQ(reading.choices.size(), 1U);
  EXPECT_EQ(reading.choices[0].query, "framework=pytorch&input=64&layers=LSTM(32)");
  EXPECT_EQ(reading.choices[0].layer, -1);
  EXPECT_EQ(reading.choices[0].code, "another_model");
}

TEST(ReadTensors, AnEncoderAndADecoder) {
  expect_all_read(
      "encoder.weight_ih_l0 (512, 28)\nencoder.weight_hh_l0 (512, 128)\nencoder.bias_ih_l0 (512,)\n"
      "encoder.bias_hh_l0 (512,)\ndecoder.weight_ih_l0 (512, 90)\ndecoder.weight_hh_l0 (512, 128)\n"
      "decoder.bias_ih_l0 (512,)\ndecoder.bias_hh_l0 (512,)\nout.weight (90, 128)\nout.bias (90,)\n",
      "framework=pytorch&input=28&layers=LSTM(128),LSTM(128,input_dim=90),Dense(90)", "205146");
}

TEST(ReadTensors, AmongOtherWords) {
  const std::string text =
      "Here is my model:\n\n2024-05-01 12:00:01,123 INFO   lstm.weight_ih_l0 torch.Size([512, 28]) True\n"
      "2024-05-01 12:00:01,124 INFO   lstm.weight_hh_l0 torch.Size([512, 128]) True\n"
      "2024-05-01 12:00:01,124 INFO   \x1b[1mlstm.bias_ih_l0\x1b[0m torch.Size([512]) True\n"
      "2024-05-01 12:00:01,124 INFO   lstm.bias_hh_l0 torch.Size([512]) True\n\n"
      "Why are there two biases? I expected 80,384 parameters (the notes say so).\n";
  expect_read(text, "framework=pytorch&input=28&layers=LSTM(128)", "80896");
  EXPECT_EQ(unknown_pieces(text), 2U);
}

// A tensor's values may have a word among them; of two it is not known what they are.
TEST(ReadTensors, ALineOfValues) {
  const std::string text = "fc.weight: (4, 8)\nfc.bias: (4,)\n[0.1, -0.2]\n[0.1, more]\n[0.1, read more]\n";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(total_of(reading.query), "36");
  std::vector<std::string> codes;
  for (const TextPiece& piece : reading.pieces)
    if (piece.span.start >= text.find("[0.1, -")) codes.emplace_back(piece.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"values", "values", "unread"}));
}

// A filter that reads two of four channels: 4·3·5 + 4 and 8·2·3 + 8.
TEST(ReadTensors, AConvolutionOfGroups) {
  expect_all_read("c1.weight: (4, 3, 5)\nc1.bias: (4,)\nc2.weight: (8, 2, 3)\nc2.bias: (8,)\n",
                  "framework=pytorch&input=3&layers=Conv1D(4,5),Conv1D(8,3,groups=2)", "120");
}

// 8·(3·3·5 + 1)
TEST(ReadTensors, AConvolutionWhoseSidesDiffer) {
  expect_all_read("conv.weight: (8, 3, 3, 5)\nconv.bias: (8,)\n",
                  "framework=pytorch&input=3&layers=Conv2D(8,(3,5))", "368");
}

TEST(ReadTensors, NamesBehindTheirShapes) {
  for (const char* text :
       {"(4, 8) fc.weight\n(4,) fc.bias\n", "torch.Size([4, 8]) fc.weight\ntorch.Size([4]) fc.bias\n"})
    expect_all_read(text, "framework=pytorch&input=8&layers=Dense(4)", "36");
}

// As PyTorch's own tutorial prints a state_dict, and a sum below it.
TEST(ReadTensors, AHeadingAndATotal) {
  const TextReading reading = sound_reading(
      "Model's state_dict:\nrnn.weight_ih_l0 \t torch.Size([512, 28])\nrnn.weight_hh_l0 \t torch.Size([512, 128])\n"
      "rnn.bias_ih_l0 \t torch.Size([512])\nrnn.bias_hh_l0 \t torch.Size([512])\nTotal: 80,896\n");
  EXPECT_EQ(total_of(reading.query), "80896");
  EXPECT_EQ(reading.printed.total, "80896");
  for (const TextPiece& piece : reading.pieces) EXPECT_NE(piece.kind, TextPiece::Kind::unknown) << piece.code;
}

TEST(ReadTensors, Normalisations) {
  const std::string text =
      "emb.weight torch.Size([1000, 64])\nlstm.weight_ih_l0 torch.Size([512, 64])\n"
      "lstm.weight_hh_l0 torch.Size([512, 128])\nlstm.bias_ih_l0 torch.Size([512])\n"
      "lstm.bias_hh_l0 torch.Size([512])\nnorm.weight torch.Size([128])\nnorm.bias torch.Size([128])\n"
      "norm.running_mean torch.Size([128])\nnorm.running_var torch.Size([128])\n"
      "norm.num_batches_tracked torch.Size([])\nfc.weight torch.Size([10, 128])\nfc.bias torch.Size([10])\n";
  // 64,000 + 4 · (64 + 128 + 2) · 128 + 256 + 1,290
  expect_all_read(
      text, "framework=pytorch&layers=Embedding(1000,64),LSTM(128),BatchNormalization(),Dense(10)", "164874");
  const std::string plain = "ln_1.weight: (128,)\nln_1.bias: (128,)\n";
  EXPECT_EQ(read_text(plain).query, "framework=pytorch&input=128&layers=LayerNormalization()");
  EXPECT_FALSE(read_text(plain).choices.empty());
}

TEST(ReadTensors, Cells) {
  expect_all_read(
      "cell.weight_ih: (96, 8)\ncell.weight_hh: (96, 32)\ncell.bias_ih: (96,)\ncell.bias_hh: (96,)\n",
      "framework=pytorch&input=8&layers=GRU(32)", "4032");
  expect_all_read("cell.weight_ih: (128, 8)\ncell.weight_hh: (128, 32)\n",
                  "framework=pytorch&input=8&layers=LSTM(32,bias=false)", "5120");
}

TEST(ReadTensors, OtherFrameworks) {
  // Sorted names say nothing of who reads whom; the widths do. 4 · (64 + 32 + 1) · 32 + 330
  expect_all_read(
      "{'params': {'Dense_0': {'bias': (10,), 'kernel': (32, 10)},\n"
      "            'LSTMCell_0': {'hf': {'bias': (32,), 'kernel': (32, 32)},\n"
      "                           'hg': {'bias': (32,), 'kernel': (32, 32)},\n"
      "                           'hi': {'bias': (32,), 'kernel': (32, 32)},\n"
      "                           'ho': {'bias': (32,), 'kernel': (32, 32)},\n"
      "                           'if': {'kernel': (64, 32)},\n"
      "                           'ig': {'kernel': (64, 32)},\n"
      "                           'ii': {'kernel': (64, 32)},\n"
      "                           'io': {'kernel': (64, 32)}}}}\n",
      "framework=flax_linen&input=64&layers=LSTM(32),Dense(10)", "12746");
  expect_read(
      "RNN(\n  cell=GRUCell(\n    weight_ih=f32[96,8],\n    weight_hh=f32[96,32],\n    bias=f32[96],\n"
      "    bias_n=f32[32],\n    input_size=8,\n    hidden_size=32,\n    use_bias=True\n  ),\n"
      "  linear=Linear(\n    weight=f32[1,32],\n    bias=f32[1],\n    in_features=32,\n    out_features=1,\n"
      "    use_bias=True\n  )\n)\n",
      "framework=equinox&input=8&layers=GRU(32),Dense(1)", "4001");
  expect_read(
      "State({\n  'cell': {\n    'dense_h': {\n"
      "      'bias': VariableState(type=Param, value=ShapeDtypeStruct(shape=(128,), dtype=float32)),\n"
      "      'kernel': VariableState(type=Param, value=ShapeDtypeStruct(shape=(32, 128), dtype=float32))\n"
      "    },\n    'dense_i': {\n"
      "      'kernel': VariableState(type=Param, value=ShapeDtypeStruct(shape=(8, 128), dtype=float32))\n"
      "    }\n  }\n})\n",
      "framework=flax_nnx&input=8&layers=LSTM(32)", "5248");
  expect_read(
      "lstm0_ (\n  Parameter lstm0_l0_i2h_weight (shape=(512, 28), dtype=<class 'numpy.float32'>)\n"
      "  Parameter lstm0_l0_h2h_weight (shape=(512, 128), dtype=<class 'numpy.float32'>)\n"
      "  Parameter lstm0_l0_i2h_bias (shape=(512,), dtype=<class 'numpy.float32'>)\n"
      "  Parameter lstm0_l0_h2h_bias (shape=(512,), dtype=<class 'numpy.float32'>)\n"
      "  Parameter dense0_weight (shape=(10, 128), dtype=float32)\n"
      "  Parameter dense0_bias (shape=(10,), dtype=float32)\n)\n",
      "framework=mxnet&input=28&layers=LSTM(128),Dense(10)", "82186");
  expect_all_read("('lstm.Wx', (512, 28))\n('lstm.Wh', (512, 128))\n('lstm.bias', (512,))\n",
                  "framework=mlx&input=28&layers=LSTM(128)", "80384");
}

TEST(ReadTensors, WhatNoLayerExplains) {
  const std::string text =
      "lstm.weight_ih_l0: (512, 28)\nlstm.weight_hh_l0: (512, 128)\nlstm.bias_ih_l0: (512,)\n"
      "lstm.bias_hh_l0: (512,)\nattention.v: (128,)\ncrf.transitions: (9, 9)\nfc.weight: (10, 128)\n"
      "fc.bias: (10,)\n";
  expect_read(text, torch_query, torch_total);
  const TextReading reading = read_text(text);
  std::vector<std::string> names;
  for (const TextPiece& piece : reading.pieces)
    if (piece.kind == TextPiece::Kind::unknown) {
      EXPECT_EQ(piece.code, "tensor");
      ASSERT_EQ(piece.args.size(), 1U);
      names.push_back(piece.args.front().text);
    }
  EXPECT_EQ(names, (std::vector<std::string>{"attention.v", "crf.transitions"}));
  // A layer that lacks a tensor is none.
  const TextReading cut = sound_reading(text.substr(0, text.find("lstm.bias_hh")));
  EXPECT_EQ(cut.query, "");
  EXPECT_EQ(cut.pieces.size(), 3U);
}

TEST(ReadTensors, AStackWhoseLayersDoNotFitIsNone) {
  const std::string text =
      "lstm.weight_ih_l0: (512, 28)\nlstm.weight_hh_l0: (512, 128)\nlstm.weight_ih_l1: (512, 128)\n"
      "lstm.weight_hh_l1: (512, 128)\nfc.weight: (10, 128)\nfc.bias: (10,)\n";
  // 4 · (28 + 128) · 128 + 4 · (128 + 128) · 128 + 1,290
  expect_all_read(text, "framework=pytorch&input=28&layers=LSTM(128,num_layers=2,bias=false),Dense(10)",
                  "212234");
  const TextReading other = sound_reading(without(text, "l1: (512, 128)\nl", "l1: (512, 64)\nl"));
  EXPECT_EQ(other.query, "framework=pytorch&input=128&layers=Dense(10)");
  EXPECT_EQ(std::count_if(other.pieces.begin(), other.pieces.end(),
                          [](const TextPiece& piece) { return piece.code == "tensor"; }),
            4);
}

TEST(ReadTensors, ABranchSaysWhatItReads) {
  expect_all_read("a.weight: (16, 8)\na.bias: (16,)\nb.weight: (4, 10)\nb.bias: (4,)\n",
                  "framework=pytorch&input=8&layers=Dense(16),Dense(4,input_dim=10)", "188");
}

TEST(ReadTensors, OtherTexts) {
  for (const char* text :
       {"model.add(LSTM(32, return_sequences=True, input_shape=(10, 64)))\nmodel.add(Dense(1))\n",
        "self.weight = nn.Parameter(torch.zeros(512, 28))\nself.bias = nn.Parameter(torch.zeros(512))\n",
        "lstm (LSTM)                  (None, 64)                18176\ndense (Dense)  (None, 7)  455\n",
        "LSTM(64), Dense(10)", "", "12,416", "no tensors (at all)", "[[[[[[[[[[", "((((((((((1, 2", "]])}",
        "x = np.zeros((3, 4)); y = f(x)[0, 1]"})
    EXPECT_NE(sound_reading(text).form, Form::tensors) << text;
}

TEST(ReadTensors, ManyLayersAreALimit) {
  std::string text;
  for (int i = 0; i < 1002; ++i)
    text += "fc" + std::to_string(i) + ".weight: (4, 4)\nfc" + std::to_string(i) + ".bias: (4,)\n";
  const TextReading reading = read_text(text);
  EXPECT_EQ(total_of(reading.query), "20000");
  EXPECT_EQ(std::count_if(reading.pieces.begin(), reading.pieces.end(),
                          [](const TextPiece& piece) { return piece.code == "too_many"; }),
            4);
}

}  // namespace
}  // namespace rnn
