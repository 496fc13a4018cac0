// Layers that a program keeps in lists, and the models that take some of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/readings.h"

namespace rnn {
namespace {

struct Row {
  std::string text;
  const char* total;
};

const std::string dense = "ls = [Dense(8, input_shape=(4,)), Dense(6), Dense(5), Dense(3)]\n";
const std::string turned = "ls = [Dense(3), Dense(5), Dense(6), Dense(8, input_shape=(4,))]\n";
const std::string torch = "import torch.nn as nn\n";
const std::string linear =
    torch + "ls = [nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 6), nn.ReLU(), nn.Linear(6, 3)]\n";
const std::string whole = torch + "m = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 6), nn.Linear(6, 3))\n";

bool tells(const TextReading& reading, std::string_view code) {
  return std::any_of(reading.pieces.begin(), reading.pieces.end(),
                     [&](const TextPiece& piece) { return piece.code == code; });
}

// Totals: the programs were run, those of PyTorch with torch 1.13, the others with classes that hold what
// they are given and count units × (width + 1).
TEST(ReadLists, OnlyWhatTheModelTakesIsCounted) {
  const std::vector<Row> rows{
      {dense + "model = Sequential()\nfor l in ls[:-1]:\n    model.add(l)\n", "129"},
      {dense + "model = Sequential(ls[:-1])\n", "129"},
      {dense + "model = Sequential(ls[::2])\n", "85"},
      {dense + "model = Sequential(ls[:1] + ls[2:])\n", "103"},
      {dense + "model = Sequential([*ls[:2], Dense(2)])\n", "108"},
      {dense + "n = 2\nmodel = Sequential(ls[:n])\n", "94"},
      {dense + "model = Sequential(ls[:len(ls) - 1])\n", "129"},
      {dense + "for l in ls[1:]:\n    pass\nmodel = Sequential()\nmodel.add(ls[0])\nmodel.add(ls[2])\n",
       "85"},
      {dense + "model = Sequential([ls[0], ls[-1]])\n", "67"},
      {dense + "model = Sequential()\nfor i in range(len(ls) - 1):\n    model.add(ls[i])\n", "129"},
      {dense + "model = Sequential()\nfor i, l in enumerate(ls, 1):\n    if i < 3:\n        model.add(l)\n",
       "94"},
      {dense + "model = Sequential()\nfor l, d in zip(ls, [Dropout(0.1), Dropout(0.2)]):\n    model.add(l)\n"
               "    model.add(d)\n",
       "94"},
      {dense + "model = Sequential([l for i, l in enumerate(ls) if i != 1])\n", "103"},
      {dense + "model = Sequential()\n[model.add(l) for l in ls[:2]]\n", "94"},
      {dense + "model = Sequential()\nfor l in ls:\n    model.add(l)\n    if len(model.layers) == 2:\n"
               "        break\n",
       "94"},
      {dense + "model = Sequential()\ni = 0\nwhile i < 3:\n    model.add(ls[i])\n    i += 1\n", "129"},
      {dense + "model = Sequential()\nfor l in ls:\n    if l is not ls[-1]:\n        model.add(l)\n", "129"},
      {dense + "ls.pop()\nmodel = Sequential(ls)\n", "129"},
      {dense + "ls[1] = Dense(2)\nmodel = Sequential(ls)\n", "91"},
      {"ls = [Dense(9), Dense(8, input_shape=(4,)), Dense(6)]\nmodel = Sequential()\nfor l in ls[1:]:\n"
       "    model.add(l)\n",
       "94"},
      {"def build(ls):\n    m = Sequential()\n    for l in ls[1:]:\n        m.add(l)\n    return m\n"
       "model = build([Dense(9), Dense(8, input_shape=(4,)), Dense(6)])\n",
       "94"},
      {"a, b, c = Dense(8, input_shape=(4,)), Dense(6), Dense(5)\nmodel = Sequential()\nfor l in (a, c):\n"
       "    model.add(l)\n",
       "85"},
      {linear + "model = nn.Sequential(*ls[:-1])\n", "94"},
      {linear + "model = nn.Sequential(*ls[:2], nn.Linear(8, 5))\n", "85"},
      {linear + "model = nn.Sequential(*[l for l in ls[2:] if not isinstance(l, nn.ReLU)])\n", "75"},
      {torch + "class M(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
               "        ls = [nn.Linear(4, 8), nn.Linear(8, 6), nn.Linear(6, 3)]\n        self.a = ls[0]\n"
               "        self.rest = nn.ModuleList(ls[1:2])\n",
       "94"},
      {torch + "model = nn.Sequential(*reversed([nn.Linear(6, 3), nn.Linear(8, 6), nn.Linear(4, 8)][1:]))\n",
       "94"}};
  for (const Row& row : rows) {
    const TextReading reading = sound_reading(row.text);
    EXPECT_EQ(total_of(reading.query), row.total) << row.text;
    EXPECT_TRUE(tells(reading, "not_held")) << row.text;
    EXPECT_TRUE(reading.questions.empty()) << row.text;
  }
}

TEST(ReadLists, TheirOrderIsTheModels) {
  const std::vector<Row> rows{
      {turned + "model = Sequential(ls[::-1])\n", "147"},
      {turned + "ls.reverse()\nmodel = Sequential(ls)\n", "147"},
      {turned + "model = Sequential()\nfor l in reversed(ls):\n    model.add(l)\n", "147"},
      {"ls = [Dense(8, input_shape=(4,))]\nls += [Dense(6), Dense(5)]\nmodel = Sequential(ls)\n", "129"},
      {"ls = [Dense(8), Dense(6, input_shape=(4,))]\nls[0], ls[1] = ls[1], ls[0]\nmodel = Sequential(ls)\n",
       "86"},
      {"ls = [Dense(8, input_shape=(4,)), Dense(6)]\nls.insert(1, Dense(2))\nmodel = Sequential(ls)\n", "76"},
      {torch + "ls = [nn.Linear(4, 8), nn.BatchNorm1d(8)]\nls += [nn.Linear(8, 6), nn.BatchNorm1d(6)]\n"
               "model = nn.Sequential(*ls)\n",
       "122"},
      {torch +
           "ls = []\nfor i, (a, b) in enumerate(zip([4, 8, 6], [8, 6, 3])):\n    ls.append(nn.Linear(a, b))\n"
           "    if i < 2:\n        ls.append(nn.BatchNorm1d(b))\nmodel = nn.Sequential(*ls)\n",
       "143"}};
  for (const Row& row : rows) {
    const TextReading reading = sound_reading(row.text);
    EXPECT_EQ(total_of(reading.query), row.total) << row.text;
    EXPECT_TRUE(reading.questions.empty()) << row.text;
  }
}

TEST(ReadLists, SizesOfALoopAreThoseItGoesOver) {
  const std::string model = "model = Sequential([Dense(5, input_shape=(3,))])\n";
  const std::string each = ":\n    model.add(Dense(s))\n";
  const std::vector<Row> rows{
      {model + "for s in [16, 8, 4, 2][::2]" + each, "184"},
      {model + "for s in [16, 8, 4][::-1]" + each, "228"},
      {model + "for s in [16, 8, 4, 2, 1][1:4:2]" + each, "86"},
      {model + "for s in sorted([4, 16, 8])" + each, "228"},
      {model + "for s in sorted([4, 16, 8], reverse=True)" + each, "288"},
      {model + "for s in ([4] * 3)[1:]" + each, "64"},
      {model + "for s in (8, 6, 9):\n    if s in (6, 9):\n        model.add(Dense(s))\n", "119"},
      {model + "cut = [1, 2]\nfor s in [8, 6, 5][cut[0]:cut[1]]" + each, "56"},
      {model + "for s in [s for s in (8, 6, 5) if s % 2 == 0]" + each, "122"},
      {"sizes = [4, 16, 8]\n" + model + "model.add(Dense(sum(sizes)))\nmodel.add(Dense(max(sizes)))\n",
       "652"}};
  for (const Row& row : rows) {
    const TextReading reading = sound_reading(row.text);
    EXPECT_EQ(total_of(reading.query), row.total) << row.text;
    EXPECT_TRUE(reading.questions.empty()) << row.text;
  }
}

TEST(ReadLists, AModelOfAnothersLayersIsOneOfItsOwn) {
  const std::string base = "base = Sequential([Dense(8, input_shape=(4,)), Dense(6), Dense(5)])\n";
  const std::vector<Row> rows{
      {base + "model = Sequential(base.layers[:-1])\n", "94"},
      {base + "model = Sequential()\nfor layer in base.layers:\n    model.add(layer)\nmodel.add(Dense(2))\n",
       "141"},
      {base + "model = Sequential()\nmodel.add(base.layers[0])\nmodel.add(Dense(2))\n", "58"},
      {base + "model = Sequential([base.get_layer(index=0), Dense(2)])\n", "58"},
      {whole + "model = nn.Sequential(*list(m.children())[:-1])\n", "94"},
      {whole + "model = m[:-1]\n", "94"},
      {whole + "model = nn.Sequential(m[0], m[1])\n", "94"},
      {torch + "class M(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
               "        base = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 6), nn.Linear(6, 3))\n"
               "        self.features = base[:2]\n        self.out = nn.Linear(6, 2)\nmodel = M()\n",
       "108"}};
  for (const Row& row : rows) {
    const TextReading reading = sound_reading(row.text);
    EXPECT_EQ(total_of(reading.query), row.total) << row.text;
    EXPECT_EQ(reading.choices.size(), 1U) << row.text;
  }
}

TEST(ReadLists, AListIsNoMemberOfAModule) {
  const std::string start = torch +
                            "class M(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
                            "        self.ls = [nn.Linear(4, 8), nn.Linear(8, 6)]\n";
  const TextReading plain = sound_reading(start + "        self.out = nn.Linear(6, 3)\n");
  EXPECT_EQ(total_of(plain.query), "21");
  EXPECT_TRUE(tells(plain, "not_held"));
  const TextReading held = sound_reading(start + "        self.net = nn.Sequential(*self.ls)\n");
  EXPECT_EQ(total_of(held.query), "94");
  EXPECT_FALSE(tells(held, "not_held"));
}

// What is done to a list of layers and not followed is told.
TEST(ReadLists, WhatIsNotFollowedIsTold) {
  const std::vector<std::string> texts{
      dense + "model = Sequential(list(filter(lambda l: l.units > 5, ls)))\n",
      dense + "model = Sequential([l for l in ls if l.units > 5])\n",
      dense + "model = Sequential()\nfor l in islice(ls, 2):\n    model.add(l)\n",
      dense + "model = Sequential()\nfor l in ls:\n    if type(l) is Dense:\n        model.add(l)\n",
      dense + "model = Sequential()\nfor l in ls:\n    if keeps(l):\n        model.add(l)\n",
      dense + "it = iter(ls)\nmodel = Sequential()\nmodel.add(next(it))\n",
      dense + "del ls[1]\nmodel = Sequential(ls)\n",
      dense + "ls.remove(ls[1])\nmodel = Sequential(ls)\n",
      dense + "model = Sequential([l for row in [ls[1:]] for l in row])\n",
      "d = {'a': Dense(8, input_shape=(4,)), 'b': Dense(6)}\nmodel = Sequential()\nfor n, l in d.items():\n"
      "    model.add(l)\n",
      "model = Sequential([Dense(7, input_shape=(4,))] + list(map(Dense, [8, 6])))\n",
      "model = Sequential([Dense(7, input_shape=(4,))])\nmodel.add(other_layer)\n",
      torch +
          "d = nn.ModuleDict({'a': nn.Linear(4, 8), 'b': nn.Linear(8, 3)})\nmodel = nn.Sequential(d['a'])\n",
      torch + "m = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 3))\ndel m[1]\n"};
  for (const std::string& text : texts) {
    const TextReading reading = sound_reading(text);
    const bool told = std::any_of(reading.pieces.begin(), reading.pieces.end(), [](const TextPiece& piece) {
      return piece.kind == TextPiece::Kind::unknown && (piece.code == "argument" || piece.code == "function");
    });
    EXPECT_TRUE(told) << text;
  }
}

}  // namespace
}  // namespace rnn
