#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <thread>

#include "ceaseline/experiment/run_study.hpp"
#include "ceaseline/report/html_report.hpp"
#include "ceaseline/report/resilience_table.hpp"
#include "ceaseline/store/build_info.hpp"
#include "ceaseline/store/disk.hpp"
#include "ceaseline/store/journal.hpp"
#include "ceaseline/store/map_table.hpp"
#include "ceaseline/store/result_folder.hpp"
#include "comparing.hpp"
#include "coverage_rasters.hpp"
#include "disk_files.hpp"
#include "gpkg.hpp"
#include "interrupt.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "view.hpp"

namespace ceaseline {
namespace {

/// A first look at fewer replications than this stops too early too often (oracle E5).
constexpr std::uint32_t first_look = 20;

std::string now() {
  return iso8601(std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()));
}

/// One comparison from what is there already to the printed answer.
class Comparing {
 public:
  Comparing(Study const& study, Registries const& registries, Options const& options)
      : study_{study}, options_{options}, talk_{options}, plan_{plan_study(study, registries)} {
    limit_ = static_cast<std::uint32_t>(options.reps > 0 ? options.reps : study.spec.replications);
  }

  /// Keeps rows in a folder; without this they stay in memory. \returns false when the folder is not ours to
  /// take
  bool open(std::string const& path) {
    Manifest const manifest = manifest_of(study_, options_.set);
    folder_.emplace(path, manifest);
    if (!may_take()) return false;
    bool const whole = folder_->state() == ResultFolder::State::Same && folder_->finished() > 0;
    if (!whole) folder_->take(study_);
    journal_ = std::make_unique<Journal>(folder_->journal_path(), manifest.identity);
    sink_ = journal_.get();
    source_ = journal_.get();
    return true;
  }

  /// \returns false when interrupted
  bool run() {
    started_ = now();
    if (folder_ && folder_->finished() > limit_) {
      talk_.note(fmt::format("{} holds {} replications already: all of them are used", folder_->path(),
                             folder_->finished()));
      limit_ = folder_->finished();
    }
    std::uint32_t target = options_.precision > 0 ? next_look(std::max(done(), 1U) - 1) : limit_;
    while (true) {
      if (!run_to(target)) return false;
      if (options_.precision <= 0) return true;
      if (half_width() <= options_.precision) break;
      if (target >= limit_) {
        precise_ = false;
        break;
      }
      target = next_look(target);
    }
    limit_ = target;
    return true;
  }

  void finish() {
    comparison_ = compare_designs(study_, plan_, *source_, limit_);
    finished_before_ = folder_ && folder_->finished() == limit_;
    if (!folder_ || finished_before_) return;
    planned_ = planned_coverage(study_);
    auto map = std::async(std::launch::async, [this] {
      write_gpkg(folder_->gpkg_path(), map_tables(study_, plan_, comparison_, planned_));
      write_coverage_rasters(folder_->path(), study_, planned_);
    });
    folder_->write_tables(study_, plan_, *source_, comparison_, planned_);
    map.get();
    folder_->seal(run_note());
  }

  /// The page that people look at first. A finished result keeps the one it has.
  void write_report() {
    if (!folder_) return;
    std::string const path = folder_->path() + "/report.html";
    if (finished_before_ && std::filesystem::exists(path)) return;
    if (planned_.empty()) planned_ = planned_coverage(study_);
    ComparisonView const view = view_of(study_, comparison_, {});
    write_file(path, html_report({study_, plan_, comparison_, view, folder_->manifest(), planned_}));
  }

  void print_answer() const {
    if (options_.json) {
      print(comparison_json(study_, comparison_, folder_ ? folder_->path() : ""));
    } else if (options_.stress) {
      print(resilience_text(study_, comparison_, columns_of(STDOUT_FILENO), has_colour(STDOUT_FILENO)) +
            where());
    } else {
      print(comparison_text(view_of(study_, comparison_, files()), columns_of(STDOUT_FILENO),
                            has_colour(STDOUT_FILENO)));
    }
  }

  [[nodiscard]] ExitCode end() const {
    if (precise_) return ExitCode::Done;
    talk_.error(fmt::format(
        "precision not reached: the interval of {} is within plus or minus {:.4f} after {} replications, "
        "and {} was asked for; give more with --reps",
        study_.spec.metric, half_width(), limit_, options_.precision));
    return ExitCode::PrecisionNotReached;
  }

  [[nodiscard]] ExitCode tell_interrupted() const {
    if (folder_) {
      talk_.error(fmt::format(
          "interrupted: {} of {} replications are kept in {}; the same command goes on from there", done(),
          limit_, folder_->path()));
    } else {
      talk_.error("interrupted");
    }
    return ExitCode::Interrupted;
  }

 private:
  [[nodiscard]] RunNote run_note() const {
    auto const processors = static_cast<int>(std::thread::hardware_concurrency());
    return {options_.command_line, options_.threads > 0 ? options_.threads : processors, started_, now(),
            build_info().compiler};
  }
  [[nodiscard]] std::uint32_t done() const { return source_->replications(); }

  /// The smallest of 20, 40, 80, ... beyond `n`, and the limit at most.
  [[nodiscard]] std::uint32_t next_look(std::uint32_t n) const {
    std::uint32_t look = first_look;
    while (look <= n) look *= 2;
    return std::min(look, limit_);
  }

  bool run_to(std::uint32_t target) {
    if (done() >= target) return true;
    if (folder_ && folder_->finished() > 0) folder_->take(study_);
    InterruptWatch const watch;
    Progress progress{!options_.quiet && !options_.no_progress, done(), target};
    RunOptions const how{done(), target, options_.threads, [] { return InterruptWatch::interrupted(); },
                         [&progress](std::uint32_t finished) { progress.told(finished); }};
    return run_study(study_, plan_, how, *sink_) >= target;
  }

  /// The widest of all designs; none without an interval is narrow enough.
  [[nodiscard]] double half_width() const {
    double widest = 0;
    for (Estimate const& e : headline_estimates(study_, plan_, *source_, std::min(limit_, done())))
      if (e.n > 0) widest = std::max(widest, e.has_interval ? (e.ci.high - e.ci.low) / 2 : 1.0);
    return widest;
  }

  [[nodiscard]] bool may_take() const {
    std::string const& path = folder_->path();
    switch (folder_->state()) {
      case ResultFolder::State::NotAResult:
        talk_.error(path + " is not empty and holds no result; give another folder with --out");
        return false;
      case ResultFolder::State::OtherStudy:
        if (options_.force) return true;
        talk_.error(path + " holds a result of " + folder_->found() +
                    ", with other figures; give another folder with --out, or replace it with --force");
        return false;
      case ResultFolder::State::OtherProgram:
        talk_.note(path + " was made by another version of ceaseline: everything is run again");
        return true;
      case ResultFolder::State::Free:
      case ResultFolder::State::Same:
        break;
    }
    return true;
  }

  [[nodiscard]] std::vector<std::string> files() const {
    if (!folder_) return {};
    std::string const& path = folder_->path();
    return {path + "/report.html", path + "/tables/", path + "/result.gpkg", path + "/manifest.json"};
  }

  /// As at the end of a comparison.
  [[nodiscard]] std::string where() const {
    std::string text = fmt::format("\nceaseline {}, seed {}, replications {}\n", build_info().version,
                                   study_.spec.seed, limit_);
    for (std::string const& file : files()) text += "  " + file + "\n";
    return text;
  }

  Study const& study_;
  Options const& options_;
  Talk talk_;
  Plan plan_;
  std::uint32_t limit_{0};
  bool precise_{true};
  bool finished_before_{false};
  std::vector<PlannedCoverage> planned_;  // of a folder that is finished now
  std::string started_;
  std::optional<ResultFolder> folder_;
  std::unique_ptr<Journal> journal_;
  RowsInMemory memory_;
  RowSink* sink_{&memory_};
  RowSource const* source_{&memory_};
  Comparison comparison_;
};

}  // namespace

ExitCode compare_study(Study const& study, Registries const& registries, Options const& options) {
  if (!can_operate(study)) {
    Talk{options}.error(
        "no design can operate: in no case has one a team or a sensor on a side that lets it in");
    return ExitCode::NoDesignOperates;
  }
  Comparing comparing{study, registries, options};
  if (!options.out.empty() && !comparing.open(options.out)) return ExitCode::BadInput;
  if (!comparing.run()) return comparing.tell_interrupted();
  comparing.finish();
  comparing.write_report();
  comparing.print_answer();
  return comparing.end();
}

bool compare_into(std::string const& folder, Study const& study, Registries const& registries,
                  Options const& options, std::uint32_t replications) {
  Options quietly = options;
  quietly.reps = static_cast<int>(replications);
  Comparing comparing{study, registries, quietly};
  if (!comparing.open(folder) || !comparing.run()) return false;
  comparing.finish();
  return true;
}

ExitCode compare_command(Registries const& registries, Options const& options) {
  Study const study =
      load_target(registries, options, DiskFiles{}, options.stress ? CaseSet::Stress : CaseSet::Cases);
  Options here = options;
  if (here.out.empty()) here.out = "out/" + study.spec.id + (options.stress ? "-stress" : "");
  return compare_study(study, registries, here);
}

}  // namespace ceaseline
