# The libraries are static: who links them links these as well.
#   find_package(ceaseline)                    ceaseline::core, ceaseline::gdal and ceaseline::cli
#   find_package(ceaseline COMPONENTS core)    the core alone, which does without GDAL
include(CMakeFindDependencyMacro)
find_dependency(Threads)
find_dependency(fmt)
find_dependency(tomlplusplus)
find_dependency(ZLIB)
include(${CMAKE_CURRENT_LIST_DIR}/ceaselineTargets.cmake)

if(NOT ceaseline_FIND_COMPONENTS STREQUAL "core")
  find_dependency(GDAL)
  include(${CMAKE_CURRENT_LIST_DIR}/ceaselineCliTargets.cmake)
endif()

foreach(component IN LISTS ceaseline_FIND_COMPONENTS)
  if(TARGET ceaseline::${component})
    set(ceaseline_${component}_FOUND TRUE)
  elseif(ceaseline_FIND_REQUIRED_${component})
    set(ceaseline_FOUND FALSE)
    set(ceaseline_NOT_FOUND_MESSAGE "it has no component ${component}")
  endif()
endforeach()
