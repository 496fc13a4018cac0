// What answers cost: to 1,000 good layers, and to nonsense of 2, 8 and 64 KiB, each as a ratio to the good
// ones' (`per_good`), with the bytes that are written. It is built where Google Benchmark is there:
//
//   cmake --preset bench && cmake --build --preset bench --target nonsense_benchmark
//   build/bench/tests/bench/nonsense_benchmark
#include <benchmark/benchmark.h>

#include <ctime>

#include "core/compare.h"
#include "core/edit.h"
#include "core/explain.h"
#include "tests/core/long_texts.h"

namespace rnn {
namespace {

using Ask = std::string (*)(std::string_view);

std::string edited(std::string_view query) { return edit_json(query, {"set", "", "units", "7"}); }

std::string compared(std::string_view query) { return compare_json(query); }

std::string all(std::string_view query) { return explain_json(query) + compare_json(query) + edited(query); }

std::string good_layers() {
  std::string out = "input=1&layers=LSTM(1)";
  for (int units = 2; units <= 1000; ++units) out += ",LSTM(" + std::to_string(units) + ")";
  return out;
}

/// The processor's time, in seconds: it does not depend on what else the machine does.
double seconds(Ask ask, const std::string& query) {
  const std::clock_t start = std::clock();
  benchmark::DoNotOptimize(ask(query));
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double best_of(int times, Ask ask, const std::string& query) {
  double best = seconds(ask, query);
  for (int i = 1; i < times; ++i) best = std::min(best, seconds(ask, query));
  return best;
}

struct Question {
  const char* name;
  Ask ask;
  double good;  ///< seconds for the good layers
};

void measure(const std::string& name, const std::string& query) {
  static const std::string good = good_layers();
  static const Question questions[] = {{"explain", explain_json, best_of(9, explain_json, good)},
                                       {"compare", compared, best_of(9, compared, good)},
                                       {"edit", edited, best_of(9, edited, good)},
                                       {"all", all, best_of(9, all, good)}};
  for (const Question& question : questions) {
    const auto run = [question, query](benchmark::State& state) {
      double best = 0;
      for (auto _ : state) {
        const double one = seconds(question.ask, query);
        best = best == 0 ? one : std::min(best, one);
      }
      state.counters["per_good"] = best / question.good;
      state.counters["bytes"] = static_cast<double>(question.ask(query).size());
    };
    benchmark::RegisterBenchmark((name + "/" + question.name).c_str(), run)
        ->Unit(benchmark::kMillisecond)
        ->MinTime(0.05);
  }
}

}  // namespace
}  // namespace rnn

int main(int count, char** arguments) {
  rnn::measure("1,000 good layers", rnn::good_layers());
  rnn::measure("1,000 equal layers in 40 bytes", "input=64&layers=LSTM(32,num_layers=1000)");
  for (const rnn::LongText& kind : rnn::long_texts)
    for (const std::size_t kibibytes : {2U, 8U, 64U})
      rnn::measure(std::string(kind.name) + "/" + std::to_string(kibibytes) + " KiB",
                   rnn::text_of(kind, kibibytes * 1024));
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
}
