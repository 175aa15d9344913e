# Installs a build, moves the installed tree, and builds and runs against it what strangers would write.
#   cmake -DBUILD=... -DSOURCE=... -DGENERATOR=... -DCOMPILER=... -DTYPE=... -DWORK=... -P check.cmake
# WORK is made, and removed whatever comes of it.
cmake_minimum_required(VERSION 3.25)

function(fail what)
  file(REMOVE_RECURSE ${WORK})
  message(NOTICE "${what}")  # as it is: a fatal message would break its lines
  message(FATAL_ERROR "the installed package does not serve a stranger")
endfunction()

# run(EXIT_STATUS COMMAND...): what it printed is left in `printed`.
function(run status)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${WORK} RESULT_VARIABLE got OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT got STREQUAL status)
    list(JOIN ARGN " " command)
    fail("${command}\n${out}\nexit status ${got} instead of ${status}")
  endif()
  set(printed "${out}" PARENT_SCOPE)
endfunction()

function(expect_printed text)
  string(FIND "${printed}" "${text}" at)
  if(at EQUAL -1)
    fail("\"${text}\" is not in\n${printed}")
  endif()
endfunction()

# build(PROJECT OPTION...): as a stranger would, who has nothing but the installed tree.
function(build project)
  run(0 ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/${project} -B ${WORK}/${project} -G ${GENERATOR}
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=${TYPE} -DCMAKE_PREFIX_PATH=${prefix} ${ARGN})
  run(0 ${CMAKE_COMMAND} --build ${WORK}/${project})
endfunction()

function(expect_no_path_of_this_machine)
  file(GLOB_RECURSE files ${prefix}/*.cmake)
  list(LENGTH files count)
  if(count LESS 4)
    fail("only ${count} CMake files were installed: ${files}")
  endif()
  foreach(file IN LISTS files)
    file(READ ${file} text)
    foreach(path IN ITEMS ${SOURCE} ${BUILD} ${WORK})
      string(FIND "${text}" "${path}" at)
      if(NOT at EQUAL -1)
        fail("${file} names ${path}")
      endif()
    endforeach()
  endforeach()
endfunction()

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
run(0 ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/first)
set(prefix ${WORK}/moved)
file(RENAME ${WORK}/first ${prefix})
expect_no_path_of_this_machine()

build(analysis -DCMAKE_DISABLE_FIND_PACKAGE_GDAL=ON)
run(0 ${WORK}/analysis/analysis)
expect_printed("incidents detected")

build(program)
set(study ${CMAKE_CURRENT_LIST_DIR}/program/study.toml)
run(0 ${WORK}/program/wired compare ${study} --out ${WORK}/result)
file(READ ${WORK}/result/tables/differences.csv printed)
expect_printed("wired,base,wired,bare,incidents_detected,share,all,1,1,1,2,")  # all against none
run(0 ${WORK}/program/wired show --defaults)
expect_printed("[designs.sensors.tripwire]")

# The program of the installed tree does not know the wire, but the maps and scenarios beside it.
run(2 ${prefix}/bin/ceaseline validate ${study})
expect_printed("\"tripwire\" is no kind of sensor")
run(0 ${prefix}/bin/ceaseline validate ${prefix}/share/ceaseline/scenarios/donbas-2021/study.toml)

file(REMOVE_RECURSE ${WORK})
