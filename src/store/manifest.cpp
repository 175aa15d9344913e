#include "ceaseline/store/manifest.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "ceaseline/store/build_info.hpp"
#include "ceaseline/store/sha256.hpp"

namespace ceaseline {
namespace {

using Json = nlohmann::ordered_json;
constexpr int format = 1;

/// The resolved study without its number of replications, for 40 and 100 of them are one study, and without a
/// stress set that stands beside it.
std::string what_decides(std::string const& resolved) {
  std::istringstream lines{resolved};
  std::string rest;
  for (std::string line; std::getline(lines, line);) {
    if (line == stress_header) break;  // what was not run
    bool const is_number =
        line.rfind("replications = ", 0) == 0 || line.rfind("sources.replications = ", 0) == 0;
    if (!is_number) rest += line + "\n";
  }
  return rest;
}

Json json_of(RunNote const& run) {
  return {{"command", run.command},
          {"threads", run.threads},
          {"started", run.started},
          {"ended", run.ended},
          {"compiler", run.compiler}};
}

RunNote run_of(Json const& j) {
  return {j.at("command"), j.at("threads"), j.at("started"), j.at("ended"), j.at("compiler")};
}

}  // namespace

std::string identity_of(Study const& study) {
  StudySpec const& spec = study.spec;
  std::string all = fmt::format("{}\nseed {}\nbaseline {}\nmetric {}\ndifference {}\ncoverage {}\n",
                                what_decides(study.resolved), spec.seed, spec.baseline, spec.metric,
                                spec.difference, spec.coverage_replications);
  for (CaseWorld const& c : study.cases) {
    all += fmt::format("case {}\n", c.spec.id);
    for (auto const& [key, value] : c.spec.set) all += fmt::format("set {} = {}\n", key, value);
  }
  for (DesignSpec const& d : study.designs) all += fmt::format("design {}\n", d.id);
  for (auto const& part : study.map.parts) {
    all += "part\n";
    for (LonLat const& vertex : part) all += fmt::format("{} {}\n", vertex.lon, vertex.lat);
  }
  for (MapPlace const& p : study.places)
    if (p.course.empty())
      all += fmt::format("place {} {} {} {} {}\n", p.id, p.role, name(p.side), p.at.lon, p.at.lat);
  for (InputFile const& input : study.inputs)
    if (input.kind == InputKind::Data) all += fmt::format("data {}\n", sha256(input.text));
  return sha256(all);
}

std::string stored_path(std::string const& path) {
  std::filesystem::path stored{"inputs"};
  for (auto const& part : std::filesystem::path{path}.lexically_normal().relative_path())
    stored /= part == ".." ? std::filesystem::path{"up"} : part;
  return stored.generic_string();
}

Manifest manifest_of(Study const& study, std::vector<std::pair<std::string, std::string>> const& overrides) {
  BuildInfo const build = build_info();
  Manifest m;
  m.version = build.version;
  m.commit = build.commit;
  m.study = study.spec.id;
  m.seed = static_cast<std::uint32_t>(study.spec.seed);
  m.identity = identity_of(study);
  m.resolved_sha256 = sha256(study.resolved);
  m.overrides = overrides;
  for (InputFile const& input : study.inputs)
    m.inputs.push_back({input.path, stored_path(input.path), sha256(input.text)});
  if (!m.inputs.empty()) m.study_file = m.inputs.front().path;
  return m;
}

std::string manifest_text(Manifest const& m) {
  Json inputs = Json::array();
  for (StoredInput const& i : m.inputs)
    inputs.push_back({{"path", i.path}, {"stored", i.stored}, {"sha256", i.sha256}});
  Json overrides = Json::array();
  for (auto const& [key, value] : m.overrides) overrides.push_back({{"key", key}, {"value", value}});
  Json const j{{"format", format},
               {"program", {{"name", "ceaseline"}, {"version", m.version}, {"commit", m.commit}}},
               {"study", m.study},
               {"study_file", m.study_file},
               {"seed", m.seed},
               {"replications", m.replications},
               {"identity", m.identity},
               {"resolved_sha256", m.resolved_sha256},
               {"fingerprint", m.fingerprint},
               {"set", overrides},
               {"inputs", inputs},
               {"run", json_of(m.run)}};
  return j.dump(2) + "\n";
}

Manifest parse_manifest(std::string const& text) {
  try {
    Json const j = Json::parse(text);
    if (j.at("program").at("name") != "ceaseline" || j.at("format") != format)
      throw std::runtime_error("made by another program, or by another version of this one");
    Manifest m;
    m.version = j.at("program").at("version");
    m.commit = j.at("program").at("commit");
    m.study = j.at("study");
    m.study_file = j.at("study_file");
    m.seed = j.at("seed");
    m.replications = j.at("replications");
    m.identity = j.at("identity");
    m.resolved_sha256 = j.at("resolved_sha256");
    m.fingerprint = j.at("fingerprint");
    for (Json const& one : j.at("set")) m.overrides.emplace_back(one.at("key"), one.at("value"));
    for (Json const& one : j.at("inputs"))
      m.inputs.push_back({one.at("path"), one.at("stored"), one.at("sha256")});
    m.run = run_of(j.at("run"));
    return m;
  } catch (Json::exception const& e) {
    throw std::runtime_error(e.what());
  }
}

}  // namespace ceaseline
