# Makes a small result and opens it in QGIS.
file(REMOVE_RECURSE ${WORK}/result)
execute_process(COMMAND ${PROGRAM} compare ${SOURCE}/scenarios/donbas-2021/study.toml --set "world.period.length=5 days"
  --reps 2 --out ${WORK}/result --quiet OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PYTHON} ${SOURCE}/tests/qgis/render.py ${WORK}/result/result.gpkg ${WORK}/map.png
  RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
message("${said}")
if(NOT code EQUAL 0 AND NOT code EQUAL 77)
  message(FATAL_ERROR "QGIS does not show the result as it should")
endif()
