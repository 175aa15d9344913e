#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/counts.hpp"
#include "ceaseline/base/input_error.hpp"

namespace {

constexpr char const* usage = R"(ceaseline_bench [GOOGLE BENCHMARK OPTIONS]
ceaseline_bench --counts FILE [--replications N] [--threads N] [--probes on]
)";

/// \returns false when the words are no request
bool read(int argc, char** argv, ceaseline::bench::CountsRequest& request) {
  if (argc % 2 == 0) return false;
  for (int i = 1; i < argc; i += 2) {
    std::string const option = argv[i];
    if (option == "--counts") {
      request.file = argv[i + 1];
    } else if (option == "--replications") {
      request.replications = static_cast<std::uint32_t>(std::strtoul(argv[i + 1], nullptr, 10));
    } else if (option == "--probes") {
      request.probes = std::string{argv[i + 1]} == "on";
    } else if (option == "--threads") {
      request.threads = static_cast<int>(std::strtol(argv[i + 1], nullptr, 10));
    } else {
      return false;
    }
  }
  return !request.file.empty();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string{argv[1]} == "--counts") {
    ceaseline::bench::CountsRequest request;
    if (!read(argc, argv, request)) {
      std::fputs(usage, stderr);
      return 2;
    }
    try {
      ceaseline::bench::print_counts(request);
    } catch (ceaseline::InputError const& wrong) {
      std::fprintf(stderr, "%s\n", wrong.what());
      return 2;
    }
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
