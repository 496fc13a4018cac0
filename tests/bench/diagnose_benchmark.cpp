// How often a number that is wrong for no reason is explained all the same, how often slips coincide, and
// what looking for them costs. Asked for by name, for its figures depend on what the code decides, not on
// whether it is right:
//
//   cmake --preset bench && cmake --build --preset bench --target diagnose_benchmark
//   build/bench/tests/bench/diagnose_benchmark
//
// Its figures stand in diagnose_benchmark.md.
#include <cstdio>
#include <ctime>
#include <map>

#include "core/count.h"
#include "core/diagnose/diagnose.h"
#include "core/diagnose/findings.h"
#include "core/diagnose/supposed.h"
#include "tests/core/usual_models.h"

namespace rnn {
namespace {

constexpr int models = 400;
constexpr int numbers = 250;

struct Chance {
  int asked = 0;
  int sure = 0;  ///< also "can"
  int fits = 0;
};

std::vector<Elsewhere> elsewhere(const Query& query, const Model& here) {
  std::vector<Elsewhere> out;
  for (const Framework& framework : frameworks()) {
    const Model there = counted(query, &framework);
    if (&framework != here.framework && there.problems.empty() && there.total)
      out.push_back({framework.id, there.total});
  }
  return out;
}

void ask(const Model& model, const std::vector<Elsewhere>& others, std::uint64_t number, Chance& chance) {
  const Findings findings = find(model, {number, number, false, ""}, others);
  ++chance.asked;
  if (findings.list.empty()) return;
  if (findings.list.front().strength == Finding::Strength::fits)
    ++chance.fits;
  else
    ++chance.sure;
}

void print(const std::string& name, const Chance& chance) {
  const auto percent = [&](int count) { return 100.0 * count / chance.asked; };
  std::printf("| %s | %d | %.2f | %.2f |\n", name.c_str(), chance.asked, percent(chance.sure),
              percent(chance.fits));
}

const char* band(std::uint64_t total) {
  if (total < 1000) return "1: below 1,000";
  if (total < 10000) return "2: 1,000 to 9,999";
  return total < 100000 ? "3: 10,000 to 99,999" : "4: 100,000 and more";
}

/// The numbers of single slips of one model: how many, and how many of them several slips give.
struct Coinciding {
  int models = 0;
  int given = 0;
  int by_several = 0;
};

void coincide(const Model& model, Coinciding& out) {
  const Supposed supposed(model);
  std::map<std::uint64_t, int> times;
  for (const MadeSlip& slip : supposed.singles()) {
    if (slip.slip == Slip::other_cell || slip.layer >= 0) continue;
    const Whole value = supposed.count({&slip, 1});
    if (value && value != model.total) ++times[*value];
  }
  ++out.models;
  for (const auto& [value, count] : times) {
    ++out.given;
    if (count > 1) ++out.by_several;
  }
}

void measure_chance() {
  Dice dice(4);
  std::map<std::string, Chance> uniform;
  std::map<std::string, Chance> near;
  std::map<std::string, Coinciding> by_cell;
  std::map<std::string, Coinciding> by_band;
  for (int i = 0; i < models; ++i) {
    const std::string text = usual_model(dice);
    const Query query = parse(text);
    const Model model = counted(query, framework_of(query));
    const std::uint64_t total = *model.total;
    const std::vector<Elsewhere> others = elsewhere(query, model);
    std::uint64_t units = 1;
    for (const Layer& layer : model.layers)
      if (layer.word->recurrent) {
        units = *layer.settings[Option::units];
        coincide(model, by_cell[std::string(name(layer.cell))]);
        coincide(model, by_band[band(total)]);
        break;
      }
    for (int j = 0; j < numbers; ++j) {
      const std::uint64_t number = dice.between(total - total / 2, total + total / 2);
      if (number == total) continue;
      ask(model, others, number, uniform[band(total)]);
      ask(model, others, number, uniform["all"]);
    }
    for (int j = 0; j < 20; ++j) {
      const std::uint64_t apart = dice.between(1, 8 * units);
      const std::uint64_t number = dice.one_in(2) || apart >= total ? total + apart : total - apart;
      ask(model, others, number, near["all"]);
    }
  }
  std::printf("Random numbers within 50 %% of the right one | asked | sure, %% | fits, %%\n");
  for (const auto& [name, chance] : uniform) print(name, chance);
  std::printf("Numbers at most 8 h from the right one\n");
  for (const auto& [name, chance] : near) print(name, chance);
  std::printf("Numbers of single slips per model | models | numbers | of these by several slips\n");
  for (const auto* table : {&by_cell, &by_band})
    for (const auto& [name, one] : *table)
      std::printf("| %s | %d | %.1f | %.2f |\n", name.c_str(), one.models, 1.0 * one.given / one.models,
                  1.0 * one.by_several / one.models);
}

double milliseconds(const std::string& query, const std::string& number) {
  double best = 0;
  for (int i = 0; i < 5; ++i) {
    const std::clock_t start = std::clock();
    if (diagnose_json(query, number, "").empty()) return 0;
    const double one = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = i == 0 ? one : std::min(best, one);
  }
  return best;
}

void measure_time() {
  std::printf("Layers that differ | ms, for a number that nothing gives\n");
  for (const int layers : {1, 2, 4, 8, 16, 32, 48, 49, 100, 300, 1000}) {
    std::string query = "framework=keras&input=64&layers=";
    for (int i = 0; i < layers; ++i) query += "Bidirectional(LSTM(" + std::to_string(20 + i) + ")),";
    std::printf("| %d | %.1f |\n", layers, milliseconds(query, "1234567"));
  }
  std::printf("| 1000 equal ones | %.1f |\n",
              milliseconds("framework=keras&input=64&layers=LSTM(20,num_layers=1000)", "1234567"));
}

}  // namespace
}  // namespace rnn

int main() {
  rnn::measure_chance();
  rnn::measure_time();
}
