#include "ceaseline/detection/builtin_sensors.hpp"

namespace ceaseline {

void visit(Fields& f, Definite& d) {
  f.length("range", d.range, "certain within, blind beyond");
  f.flag("exact", d.exact, "puts what it notices where it is, without error");
  choice_of(f, "channel", d.by, {"sound", "sight"}, "heard or seen");
}

}  // namespace ceaseline
