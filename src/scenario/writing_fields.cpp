#include "writing_fields.hpp"

#include <utility>

#include "near_word.hpp"
#include "toml_text.hpp"

namespace ceaseline {

std::string commented(std::string const& text) {
  std::string out;
  bool begin = true;
  for (char const c : text) {
    if (begin && c != '\n') out += "# ";
    out += c;
    begin = c == '\n';
  }
  return out;
}

std::string WritingFields::toml() const {
  std::string const own = lines_ + sources_;
  bool const bare = header_.empty() || (own.empty() && !tables_.empty());
  return (bare ? "" : '\n' + header_ + '\n') + own + tables_;
}

void WritingFields::key(char const* name, std::string const& value, std::string const& meaning) {
  std::string const comment = style_ == Style::Explained ? "  # " + meaning : "";
  lines_ += std::string{name} + " = " + value + comment + '\n';
  Node const* from = written(name);
  if (from != nullptr && !from->source.empty()) {
    sources_ += "sources." + std::string{name} + " = " + quoted(from->source) + '\n';
  }
}

void WritingFields::length(char const* name, Length& value, char const* meaning) {
  key(name, quoted(measure_text(Measure::Length, value.si())), meaning);
}
void WritingFields::speed(char const* name, Speed& value, char const* meaning) {
  key(name, quoted(measure_text(Measure::Speed, value.si())), meaning);
}
void WritingFields::angle(char const* name, Angle& value, char const* meaning) {
  key(name, quoted(measure_text(Measure::Angle, value.si())), meaning);
}
void WritingFields::money(char const* name, Money& value, char const* meaning) {
  key(name, quoted(measure_text(Measure::Money, value.si())), meaning);
}
void WritingFields::duration(char const* name, Duration& value, char const* meaning) {
  key(name, quoted(measure_text(Measure::Time, static_cast<double>(value.count()))), meaning);
}
void WritingFields::time_of_day(char const* name, Duration& value, char const* meaning) {
  key(name, quoted(time_of_day_text(value.count())), "time of day; " + std::string{meaning});
}
void WritingFields::date(char const* name, UtcTime& value, char const* meaning) {
  key(name, quoted(iso8601(value)), "date; " + std::string{meaning});
}
void WritingFields::share(char const* name, double& value, char const* meaning) {
  key(name, number_text(value), "from 0 to 1; " + std::string{meaning});
}
void WritingFields::factor(char const* name, double& value, char const* meaning) {
  key(name, number_text(value), meaning);
}
void WritingFields::count(char const* name, int& value, char const* meaning) {
  key(name, std::to_string(value), meaning);
}
void WritingFields::text(char const* name, std::string& value, char const* meaning) {
  key(name, quoted(value), meaning);
}

void WritingFields::texts(char const* name, std::vector<std::string>& value, char const* meaning) {
  std::string all;
  for (std::string const& one : value) all += (all.empty() ? "" : ", ") + quoted(one);
  key(name, '[' + all + ']', meaning);
}

void WritingFields::flag(char const* name, bool& value, char const* meaning) {
  key(name, value ? "true" : "false", meaning);
}

void WritingFields::choice(char const* name, int& value, std::vector<std::string> const& words,
                           char const* meaning) {
  std::string const& word = words.at(static_cast<std::size_t>(value));
  key(name, quoted(word), "one of " + quoted_list(words) + "; " + meaning);
}

void WritingFields::table(char const* name, std::function<void(Fields&)> const& inner, char const* meaning) {
  std::string const path = inside(name);
  std::string const comment = style_ == Style::Explained ? "  # " + std::string{meaning} : "";
  WritingFields fields{'[' + path + ']' + comment, path, written(name), style_};
  inner(fields);
  tables_ += fields.toml();
}

void WritingFields::tables(char const* name, std::size_t size, std::function<void(std::size_t)> const& resize,
                           std::function<void(Fields&, std::size_t)> const& inner, char const* meaning) {
  std::string const path = inside(name);
  std::string const comment = style_ == Style::Explained ? "  # " + std::string{meaning} : "";
  std::string const header = "[[" + path + "]]" + comment;
  Node const* list = written(name);
  for (std::size_t i = 0; i < size; ++i) {
    bool const known = list != nullptr && i < list->list.size();
    WritingFields fields{header, path, known ? &list->list[i] : nullptr, style_};
    inner(fields, i);
    tables_ += fields.toml();
  }
  if (size > 0) return;
  if (style_ == Style::Plain) {
    lines_ += std::string{name} + " = []\n";
    return;
  }
  resize(1);
  WritingFields fields{header, path, nullptr, style_};
  inner(fields, 0);
  tables_ += commented(fields.toml());
  resize(0);
}

}  // namespace ceaseline
