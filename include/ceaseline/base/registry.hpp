#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ceaseline {

class Fields;

/// Kinds of one interface, found by name. A value that is passed along: nothing registers itself.
template <class Interface>
class Registry {
 public:
  using Make = std::function<std::unique_ptr<Interface>(Fields&)>;
  struct Entry {
    std::string name;
    std::string summary;
    Make make;
  };

  /// A later entry of the same name replaces the earlier one.
  void add(std::string name, std::string summary, Make make) {
    for (Entry& e : entries_) {
      if (e.name == name) {
        e = Entry{std::move(name), std::move(summary), std::move(make)};
        return;
      }
    }
    entries_.push_back(Entry{std::move(name), std::move(summary), std::move(make)});
  }

  /// \returns nullptr when there is no such kind
  [[nodiscard]] Entry const* find(std::string const& name) const {
    for (Entry const& e : entries_) {
      if (e.name == name) return &e;
    }
    return nullptr;
  }
  [[nodiscard]] std::vector<Entry> const& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace ceaseline
