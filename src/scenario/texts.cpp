#include "texts.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <utility>

#include "sources.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

std::shared_ptr<Origin const> origin_of(std::string const& file) {
  return std::make_shared<Origin const>(Origin{file, ""});
}

auto order(Diagnostic const& d) { return std::tie(d.file, d.line, d.column, d.key, d.what); }

}  // namespace

Texts::Texts(Files const& files, std::string study) : files_{files}, study_{std::move(study)} {}

std::optional<Node> Texts::study_tree() { return tree(text_node(study_, {origin_of(""), 0, 0}), ""); }

std::optional<Node> Texts::tree(Node const& named, std::string const& key) {
  std::string const path = path_of(named);
  std::string text;
  try {
    text = files_.text(path);
  } catch (InputError const& e) {
    cannot_read(named, key, e);
    return std::nullopt;
  }
  keep(path, text, InputKind::Resolved);
  try {
    Node root = parse_toml(text, origin_of(path));
    take_sources(root, problems_);
    return root;
  } catch (InputError const& e) {
    problems_.insert(problems_.end(), e.diagnostics().begin(), e.diagnostics().end());
    return std::nullopt;
  }
}

bool Texts::keep_map(Node const& named, std::string const& key, InputKind kind) {
  std::string const path = path_of(named);
  try {
    keep(path, files_.text(path), kind);
    return true;
  } catch (InputError const& e) {
    cannot_read(named, key, e);
    return false;
  }
}

std::optional<MapLine> Texts::line(Node const& named, std::string const& key) {
  try {
    return files_.line(path_of(named));
  } catch (InputError const& e) {
    cannot_read(named, key, e);
    return std::nullopt;
  }
}

std::vector<MapPlace> Texts::places(Node const& named, std::string const& key) {
  try {
    return files_.places(path_of(named));
  } catch (InputError const& e) {
    cannot_read(named, key, e);
    return {};
  }
}

Rows const* Texts::table(Node const& named, std::string const& key) {
  std::string const path = path_of(named);
  auto const known = tables_.find(path);
  if (known != tables_.end()) return &known->second;
  try {
    return &(tables_[path] = files_.table(path));
  } catch (InputError const& e) {
    cannot_read(named, key, e);
    return nullptr;
  }
}

std::shared_ptr<Terrain const> Texts::terrain(Node const& named, std::string const& key, Frame const& frame,
                                              TerrainGrid const& grid) {
  auto const corner = [&grid](std::size_t columns, std::size_t rows) {
    return Point{grid.origin.x + static_cast<double>(columns) * grid.cell,
                 grid.origin.y + static_cast<double>(rows) * grid.cell};
  };
  try {
    return files_.terrain(path_of(named), frame, grid.origin, corner(grid.columns - 1, grid.rows - 1),
                          Length::metres(grid.cell));
  } catch (InputError const& e) {
    cannot_read(named, key, e);
    return nullptr;
  }
}

std::string const& Texts::kept(std::string const& path) const {
  std::string const name = relative(path);
  auto const same = [&name](InputFile const& f) { return f.path == name; };
  return std::find_if(inputs_.begin(), inputs_.end(), same)->text;
}

void Texts::cannot_read(Node const& named, std::string const& key, InputError const& error) {
  std::string const path = path_of(named);
  for (Diagnostic const& d : error.diagnostics()) {
    bool const nowhere = key.empty();
    std::string const what = nowhere ? d.what : "cannot read \"" + path + "\": " + d.what;
    WrittenAt const at = nowhere ? WrittenAt{origin_of(path), d.line, d.column} : named.at;
    // A fault inside the file stands at its own line; that the file cannot be read at all, where it is named.
    if (d.line > 0) {
      problems_.push_back(d);
    } else {
      note(at, key, what);
    }
  }
}

void Texts::keep(std::string const& path, std::string const& text, InputKind kind) {
  std::string const name = relative(path);
  auto const same = [&name](InputFile const& f) { return f.path == name; };
  if (std::none_of(inputs_.begin(), inputs_.end(), same)) inputs_.push_back({name, text, kind});
}

std::string Texts::path_of(Node const& named) {
  std::filesystem::path const file{named.text};
  std::string const from = named.at.origin ? named.at.origin->file : "";
  bool const as_it_is = from == "--set" || from.empty() || file.is_absolute();
  return (as_it_is ? file : std::filesystem::path{from}.parent_path() / file)
      .lexically_normal()
      .generic_string();
}

std::string Texts::relative(std::string const& path) const {
  std::filesystem::path const folder = std::filesystem::path{study_}.lexically_normal().parent_path();
  std::filesystem::path const to = std::filesystem::path{path}.lexically_normal();
  std::filesystem::path const relative = to.lexically_relative(folder);
  // Without asking the disk, a way out of "../x" is not known: then the path stays as it is.
  bool const leads_there = !relative.empty() && (folder / relative).lexically_normal() == to;
  return (leads_there ? relative : to).generic_string();
}

void Texts::note(WrittenAt const& at, std::string const& key, std::string what) {
  problems_.push_back(wrong(at, key, std::move(what)));
}

void Texts::note(InputError const& error, Node const& tree, std::string const& scope) {
  for (Diagnostic const& d : error.diagnostics()) {
    if (!d.file.empty()) {
      problems_.push_back(d);
      continue;
    }
    std::string const key = d.key.rfind(scope, 0) == 0 ? d.key.substr(scope.size()) : d.key;
    std::string known = key;
    Node const* place = find_path(tree, known);
    while (place == nullptr && !known.empty()) {
      known.resize(known.find_last_of(".[") == std::string::npos ? 0 : known.find_last_of(".["));
      place = find_path(tree, known);
    }
    bool const at_the_key = place != nullptr && !known.empty();
    note(at_the_key ? place->at : WrittenAt{tree.at.origin, 0, 0}, key, d.what);
  }
}

void Texts::refuse_if_wrong() const {
  if (problems_.empty()) return;
  std::vector<Diagnostic> all = problems_;
  std::sort(all.begin(), all.end(),
            [](Diagnostic const& a, Diagnostic const& b) { return order(a) < order(b); });
  auto const same = [](Diagnostic const& a, Diagnostic const& b) { return order(a) == order(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  throw InputError{std::move(all)};
}

}  // namespace ceaseline
