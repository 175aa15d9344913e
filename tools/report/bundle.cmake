# Makes web_bundle.inc of tools/report, in the build folder; an empty one where that cannot be done.
#   cmake -DSOURCE=tools/report -DWORK=folder -DOUTPUT=web_bundle.inc -DWANTED=ON -DNPM=npm -DNODE=node -P bundle.cmake

function(leave_empty why)
  message("The report will do without its moving part: ${why}")
  file(WRITE ${OUTPUT} "constexpr Piece script_pieces[] = {{\"\", 0}};\nconstexpr Piece basemap_pieces[] = {{\"\", 0}};\n")
endfunction()

if(NOT WANTED)
  leave_empty("CEASELINE_WEB is off")
  return()
endif()
if(NOT NPM OR NOT NODE)
  leave_empty("there is no npm; install the Debian packages nodejs and npm, and build again in a new folder")
  return()
endif()

# npm writes beside package.json, and the source is not the place for that.
file(MAKE_DIRECTORY ${WORK})
file(COPY ${SOURCE}/package.json ${SOURCE}/package-lock.json ${SOURCE}/.npmrc ${SOURCE}/build.mjs
  ${SOURCE}/basemap.mjs ${SOURCE}/src DESTINATION ${WORK})
file(SHA256 ${WORK}/package-lock.json lock)
set(stamp ${WORK}/installed-${lock})
if(NOT EXISTS ${stamp})
  execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
    WORKING_DIRECTORY ${WORK} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said TIMEOUT 300)
  if(failed)
    leave_empty("npm could not install its packages\n${said}")
    return()
  endif()
  file(TOUCH ${stamp})
endif()
execute_process(COMMAND ${NODE} build.mjs ${OUTPUT}
  WORKING_DIRECTORY ${WORK} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said)
if(failed)
  leave_empty("it could not be bundled\n${said}")
endif()
