// What each question to the core costs natively: calls_benchmark CALLS.json [options of Google Benchmark],
// where CALLS.json is what tests/bench/calls.js lists. Beside the times stand the bytes of an answer and how
// often memory is asked for. Run by tests/bench/bench.js.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <new>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/compare.h"
#include "core/diagnose/diagnose.h"
#include "core/edit.h"
#include "core/exercise/exercise.h"
#include "core/explain.h"
#include "core/read/read.h"
#include "core/read/solve.h"

namespace {

std::size_t allocations = 0;

using Arguments = std::vector<std::string>;
using Answer = std::string (*)(const Arguments&);

const std::map<std::string, Answer, std::less<>>& answers() {
  static const std::map<std::string, Answer, std::less<>> all = {
      {"explain", [](const Arguments& given) { return rnn::explain_json(given[0]); }},
      {"compare", [](const Arguments& given) { return rnn::compare_json(given[0]); }},
      {"edit",
       [](const Arguments& given) {
         return rnn::edit_json(given[0], {given[1], given[2], given[3], given[4]});
       }},
      {"read", [](const Arguments& given) { return rnn::read_json(given[0], ""); }},
      {"diagnose", [](const Arguments& given) { return rnn::diagnose_json(given[0], given[1], ""); }},
      {"solve", [](const Arguments& given) { return rnn::solve_json(given[0], ""); }},
      {"exercise", [](const Arguments& given) { return rnn::exercise_json(given[0], given[1], given[2]); }},
  };
  return all;
}

void measure(const std::string& name, Answer answer, const Arguments& given) {
  const auto run = [answer, given](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(answer(given));
    const std::size_t before = allocations;
    const std::string text = answer(given);
    state.counters["allocations"] = static_cast<double>(allocations - before);
    state.counters["bytes"] = static_cast<double>(text.size());
  };
  benchmark::RegisterBenchmark(name.c_str(), run);
}

}  // namespace

// GCC sees a mismatch where it puts one of these into its caller and not the other.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) std::abort();
  return memory;
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count != 2) {
    std::cerr << "calls_benchmark CALLS.json\n";
    return 2;
  }
  std::ifstream file(arguments[1]);
  const nlohmann::json calls = nlohmann::json::parse(file);
  for (const nlohmann::json& call : calls)
    measure(call.at("name").get<std::string>(), answers().at(call.at("ask").get<std::string>()),
            call.at("given").get<Arguments>());
  benchmark::RunSpecifiedBenchmarks();
}
