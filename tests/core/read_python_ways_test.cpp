// What Python's loops, branches and functions make of values: exactly what Python does, or visibly not read.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/readings.h"

namespace rnn {
namespace {

/// Reads 3 features at each of 5 time steps.
const std::string empty_model = "model = Sequential()\nmodel.add(Input((5, 3)))\n";

/// Code, and the total of the model that it makes; "" where that is asked for.
using Rows = std::vector<std::pair<std::string, std::string>>;

void expect_totals(const std::string& begin, const Rows& rows, const std::string& end = "") {
  for (const auto& [code, total] : rows)
    EXPECT_EQ(total_of(read_text(begin + code + end).query), total) << code;
}

bool leaves_unread(const TextReading& reading) {
  return std::any_of(reading.pieces.begin(), reading.pieces.end(),
                     [](const TextPiece& one) { return one.kind == TextPiece::Kind::unknown; });
}

/// Whether the reading asks, has a problem, or says of a piece that it is not read.
bool is_open(const TextReading& reading) {
  return !reading.questions.empty() || !reading.problems.empty() || leaves_unread(reading);
}

// Its rounds are not all followed where one is as good as another.
TEST(ReadPythonWays, LoopsWhoseLaterRoundsDoSomethingElse) {
  const std::string begin = empty_model;
  // Dense(u) on 3: 4u, Dense(4) on u: 4(u + 1), Dense(4) on 3: 16.
  const Rows rows = {
      {"for i in range(10):\n    print(i)\n    if i == 7:\n        model.add(Dense(5))\n", "20"},
      {"n = 1\nfor i in range(10):\n    n = n * 2\nmodel.add(Dense(n))\n", "4096"},
      {"n = 8\nfor i in range(20):\n    print(n)\n    if i > 16:\n        n = 64\nmodel.add(Dense(n))\n",
       "256"},
      {"n = 8\nfor i in range(20):\n    if n > 64:\n        n = 5\n    n = n + i\nmodel.add(Dense(n))\n",
       "236"},
      {"for n in range(20):\n    print(n)\nmodel.add(Dense(n))\n", "76"},
      {"u = [7, 7, 7, 7, 9]\nfor i in range(5):\n    n = u[i]\n    print(n)\nmodel.add(Dense(n))\n", "36"},
      {"for i in range(6):\n    for j in range(i):\n        print(i, j)\n        if j == 4:\n"
       "            model.add(Dense(5))\n",
       "20"},
      {"def deeper(i):\n    if i > 4:\n        model.add(Dense(4))\n"
       "for i in range(7):\n    print(i)\n    deeper(i)\n",
       "36"},
      {"sizes = []\nfor i in range(9):\n    sizes.append(4)\nfor n in sizes[7:]:\n    model.add(Dense(n))\n",
       "36"},
      {"s = {}\nfor i in range(9):\n    s['n'] = i\nmodel.add(Dense(s['n']))\n", "32"},
      {"d = [1, 2, 3, 4, Dense(5)]\nfor m in d:\n    print(m)\n"
       "    m.trainable = False\nmodel.add(d[4])\n",
       "20"},
      {"k = {0: 1, 1: 1, 2: 1, 3: Dense}\nfor i in range(4):\n    print(i)\n    k[i]\nmodel.add(Dense(5))\n",
       "20"},
  };
  expect_totals(begin, rows);
}

// What Python makes of n; Dense(n) on 3: 4n.
TEST(ReadPythonWays, RoundsThatHandValuesOn) {
  const std::string begin = empty_model + "n = 2\n";
  const std::string end = "model.add(Dense(n))\n";
  const Rows rows = {
      {"for i in range(10):\n    n += i // 3\n", "56"},
      {"for i in range(10):\n    n = n + max(0, i - 5)\n", "48"},
      {"for i in [0, 0, 0, 9, 0]:\n    n = n + i\n", "44"},
      {"for i in [1, 1, 1, 9, 1]:\n    n = max(n, i)\n", "36"},
      {"for a, b in zip([0, 0, 0, 3, 0], [1, 1, 1, 1, 1]):\n    n += a * b\n", "20"},
      {"for s in ['a', 'a', 'a', 'b', 'a']:\n    n += s == 'b'\n", "12"},
      {"p = 2\nfor i in [2, 2, 2, 9, 2]:\n    n = p\n    p = i\n", "36"},
      {"for i in [1, 1, 1, 0, 1]:\n    n = n and (i or 5)\n", "4"},
      {"for i in [2, 2, 2, 9, 0]:\n    for j in range(i):\n        n = j\n", "32"},
      {"def wider():\n    global n\n    n += 4\nfor i in range(6):\n    wider()\n", "104"},
      {"def wider(n, i):\n    return n + i // 3\nfor i in range(7):\n    n = wider(n, i)\n", "28"},
      {"class Sizes:\n    def __init__(self):\n        self.n = 2\ns = Sizes()\n"
       "for i in range(6):\n    s.n += 4\nn = s.n\n",
       "104"},
      {"class Sizes:\n    n = 2\nfor i in range(9):\n    Sizes.n += i // 4\nn = Sizes.n\n", "32"},
      {"s = {'n': 2}\nfor i in range(9):\n    s['n'] += i // 4\nn = s['n']\n", "32"},
      {"s = {'n': 2}\nfor i in range(6):\n    s.update(n=s['n'] + i // 3)\nn = s['n']\n", "20"},
      {"k = {0: 0, 3: 5}\nfor i in [0, 0, 0, 3, 0]:\n    n = n + k.get(i)\n", "28"},
  };
  expect_totals(begin, rows, end);
}

// What Python makes of n; Dense(n) on 3: 4n.
TEST(ReadPythonWays, LoopsThatMakeNoLayers) {
  const std::string begin = empty_model + "n = 2\n";
  const std::string end = "model.add(Dense(n))\n";
  const Rows rows = {
      {"while n < 60:\n    n *= 2\n", "256"},
      {"k = 8\nwhile k:\n    k -= 1\n    n += 1\n", "40"},
      {"for i in range(6):\n    k = 0\n    while k < i:\n        k += 1\n        n += 1\n", "68"},
      {"while n < 30:\n    n += 1\n    if n == 7:\n        break\n", "28"},
      {"for i in range(3):\n    while n < 30:\n        n += 1\n        if n % 4 == 0:\n            break\n",
       "48"},
      {"u = []\nwhile len(u) < 4:\n    u.append(2)\nn = len(u)\n", "16"},
      {"for i in range(9):\n    while more():\n        break\n    n += 1\n", "44"},
      {"while n < 300:\n    n += 1\n", ""},
  };
  expect_totals(begin, rows, end);
}

TEST(ReadPythonWays, ValuesThatHangOnWhatIsNotKnown) {
  for (
      const char* code : {
          "for x in data():\n    n *= 2\n",
          "for x in data():\n    for i in range(2):\n        n += 1\n",
          "while more():\n    n *= 2\n",
          "while True:\n    n *= 2\n    if n > 40:\n        break\n",
          "if deep():\n    for i in range(3):\n        n += 1\n",
          "for i in range(6):\n    n += 1\n    if enough(i):\n        break\n",
          "for i in range(6):\n    if enough(i):\n        continue\n    n += 1\n",
          "while n < 9:\n    n += 1\n    if enough(n):\n        break\n",
          "for n in range(6):\n    if enough(n):\n        break\n",
          "u = []\nfor x in data():\n    u.append(4)\nn = sum(u)\n",
          "u = [2]\nif deep():\n    u += [4]\nn = len(u)\n",
          "u = [2]\nif deep():\n    for i in range(3):\n        u[0] = 4\nn = u[0]\n",
          "s = {'n': 2}\nfor x in data():\n    s['n'] += 4\nn = s['n']\n",
          "class Sizes:\n    n = 3\ns = Sizes()\nfor x in data():\n    s.n += 4\nn = s.n\n",
          "class Sizes:\n    def __init__(self):\n        self.n = 3\ns = Sizes()\nif deep():\n    s.n = 4\nn = s.n\n",
      }) {
    const TextReading reading =
        read_text(empty_model + "n = 2\n" + std::string(code) + "model.add(Dense(n))\n");
    EXPECT_EQ(reading.questions.size(), 1U) << code;
    EXPECT_TRUE(reading.problems.empty()) << code;
  }
}

// Dense(n) on 3: 4n.
TEST(ReadPythonWays, FunctionsThatChangeWhatIsAroundThem) {
  const std::string begin = empty_model;
  const std::string sizes =
      "class Sizes:\n    def __init__(self):\n        self.n = 3\n"
      "    def grow(self, k, j=2):\n        self.n += k * j\n        return self.n\ns = Sizes()\n";
  const Rows rows = {
      {"def sized():\n    n = 4\n    def wider():\n        nonlocal n\n        n += 4\n"
       "    for i in range(6):\n        wider()\n    return n\nmodel.add(Dense(sized()))\n",
       "112"},
      {sizes + "s.grow(4, j=1)\nmodel.add(Dense(s.n))\n", "28"},
      {sizes + "model.add(Dense(s.grow(4)))\n", "44"},
      {sizes + "for i in range(6):\n    s.grow(i // 2)\nmodel.add(Dense(s.n))\n", "60"},
      {"class Deeper:\n    def __init__(self, m):\n        self.m = m\n"
       "    def more(self, n):\n        self.m.add(Dense(n))\ndeeper = Deeper(model)\n"
       "deeper.more(4)\ndeeper.more(5)\n",
       "41"},
      {"class Deeper:\n    def made(self, n):\n        m = Sequential()\n        m.add(Input((5, 3)))\n"
       "        m.add(Dense(n))\n        return m\nmodel = Deeper().made(6)\n",
       "24"},
  };
  expect_totals(begin, rows);
}

// What a program changes where its values are not followed is said to be not read.
TEST(ReadPythonWays, ValuesThatAreSetFromElsewhere) {
  const std::string begin = empty_model + "class A:\n    n = 4\n    u = []\n";
  for (
      const char* code : {
          "a = A()\nA.n = 6\nmodel.add(Dense(a.n))\n",
          "A.n = 6\na = A()\nmodel.add(Dense(a.n))\n",
          "a = A()\nA.n += 6\nmodel.add(Dense(A.n))\n",
          "    def grow(self):\n        type(self).n += 2\na = A()\na.grow()\nmodel.add(Dense(a.n))\n",
          "    def grow(self):\n        self.u.append(2)\na = A()\na.grow()\nA().grow()\nmodel.add(Dense(len(a.u)))\n",
          "    @classmethod\n    def grow(cls):\n        cls.n += 2\nA.grow()\nmodel.add(Dense(A.n))\n",
          "setattr(A, 'n', 6)\nmodel.add(Dense(A.n))\n",
          "a = A()\na.__dict__['n'] = 6\nmodel.add(Dense(a.n))\n",
          "n = 4\nglobals()['n'] = 6\nmodel.add(Dense(n))\n",
          "n = 4\nexec('n = 6')\nmodel.add(Dense(n))\n",
          "def g(d=[]):\n    d.append(1)\n    return len(d)\ng()\nmodel.add(Dense(g()))\n",
      }) {
    const TextReading reading = read_text(begin + std::string(code));
    EXPECT_TRUE(leaves_unread(reading)) << code;
  }
  for (const char* code : {
           "A.n = 6\nmodel.add(Dense(A.n))\n",
           "a = A()\na.n = 6\nmodel.add(Dense(a.n))\n",
       }) {
    const TextReading reading = read_text(begin + std::string(code));
    EXPECT_EQ(total_of(reading.query), "24") << code;
    EXPECT_FALSE(leaves_unread(reading)) << code;
  }
}

TEST(ReadPythonWays, LayersThatAreAddedInAnExpression) {
  const std::string begin = empty_model;
  for (const char* code : {
           "model.add(Dense(4)) if deep else model.add(Dense(5))\n",
           "model.add(Dense(4)) if deep else None\n",
           "deep and model.add(Dense(4))\n",
           "deep or model.add(Dense(4))\n",
           "models = [Sequential([Dense(4)]) for i in range(2)]\nmodel = models[1]\n",
       })
    EXPECT_TRUE(is_open(read_text(begin + code))) << code;
}

// Dense(n) on 3: 4n.
TEST(ReadPythonWays, SizesOfAHandler) {
  const std::string begin = empty_model + "n = 4\n";
  const std::string end = "model.add(Dense(n))\n";
  for (const char* code : {
           "try:\n    int('x')\nexcept ValueError:\n    n = 7\n",
           "try:\n    n = 5\n    n = sizes['b']\nexcept KeyError:\n    n = 7\n",
           "try:\n    check()\nexcept ValueError:\n    n += 1\n",
       })
    EXPECT_TRUE(is_open(read_text(begin + code + end))) << code;
  const std::string same =
      begin + "try:\n    import fast\nexcept ImportError:\n    n = 4\n    fast = None\n" + end;
  EXPECT_FALSE(is_open(read_text(same)));
  EXPECT_EQ(total_of(read_text(same).query), "16");
}

TEST(ReadPythonWays, MethodsThatGiveTheirInstanceBack) {
  const std::string begin = empty_model +
                            "class A:\n    def __init__(self):\n        self.n = 3\n"
                            "    def more(self):\n        self.n += 2\n        return self\n";
  for (const char* code :
       {"a = A()\na.more().more()\nmodel.add(Dense(a.n))\n", "model.add(Dense(A().more().more().n))\n"})
    EXPECT_EQ(total_of(read_text(begin + code).query), "28") << code;
}

TEST(ReadPythonWays, ListsThatStandInSeveralPlaces) {
  for (const char* code : {
           "u = [1, 2]\nv = [u, u]\nv[0].append(4)\nn = len(u)\n",
           "u = [[1], [2]]\nfor v in u:\n    v.append(4)\nn = len(u[0])\n",
           "u = [[1], [2]]\nu[0].append(4)\nn = len(u[0])\n",
           "u = [[1], [2]]\nu[0][0] = 4\nn = u[0][0]\n",
           "u = {'a': [1]}\nu['a'].append(4)\nn = len(u['a'])\n",
           "u = [1]\nd = {}\nd['u'] = u\nu.append(4)\nn = len(d['u'])\n",
       }) {
    const TextReading reading = read_text(empty_model + std::string(code) + "model.add(Dense(n))\n");
    EXPECT_TRUE(leaves_unread(reading)) << code;
  }
  for (const char* code : {"n = len([v for v in data()])\n", "n = len([*data(), 4])\n"}) {
    const TextReading reading = read_text(empty_model + std::string(code) + "model.add(Dense(n))\n");
    EXPECT_EQ(reading.questions.size(), 1U) << code;
  }
}

}  // namespace
}  // namespace rnn
