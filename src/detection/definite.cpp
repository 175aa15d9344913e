#include "ceaseline/detection/builtin_sensors.hpp"

namespace ceaseline {

void visit(Fields& f, Definite& d) {
  f.length("range", d.range, "certain within, blind beyond");
  choice_of(f, "channel", d.by, {"sound", "sight"}, "heard or seen");
}

}  // namespace ceaseline
