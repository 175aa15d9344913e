# ceaseline::core is a static library: who links it links these as well.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
find_dependency(fmt)
find_dependency(tomlplusplus)
include(${CMAKE_CURRENT_LIST_DIR}/ceaselineTargets.cmake)
