# Run at build time (cmake/folders.cmake): writes the version header from its template. The
# file is touched only when its text changes, so a repeated build compiles nothing.
execute_process(COMMAND git -C "${SOURCE_DIR}" describe --always --tags --dirty
  OUTPUT_VARIABLE QONYS_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT QONYS_COMMIT)
  set(QONYS_COMMIT "unknown")
endif()
configure_file("${SOURCE_DIR}/experiments/version.hpp.in" "${OUTPUT}" @ONLY)
