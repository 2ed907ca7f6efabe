# Compiler flags of every target in the tree.

# No contraction and no fast-math: a run is the same bits on any processor and instruction set.
# -fno-trapping-math changes no result: it only says that nobody reads the floating-point exception
# flags, without which gcc 12 does not vectorise loops that hold a conditional (AVX2 and below).
set(qonys_flags -ffp-contract=off -fno-trapping-math -fno-math-errno)
if(QONYS_MARCH)
  list(APPEND qonys_flags -march=${QONYS_MARCH})
endif()
if(QONYS_SANITIZE)
  list(APPEND qonys_flags -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=address,undefined)
endif()
if(QONYS_SANITIZE_THREADS)
  if(NOT QONYS_STD_THREADS)
    message(FATAL_ERROR "The thread sanitizer does not see the locks inside oneTBB; use: cmake --preset tsan")
  endif()
  list(APPEND qonys_flags -fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
endif()
if(QONYS_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "QONYS_FUZZ needs clang, which brings libFuzzer; use: cmake --preset fuzz")
  endif()
  # Nothing recovers, so undefined behaviour ends a run as surely as a crash does. A number too large
  # for its integer is undefined too, and is not part of `undefined`.
  set(sanitizers address,undefined,float-cast-overflow)
  list(APPEND qonys_flags -fsanitize=fuzzer-no-link,${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_compile_options(-Wno-unknown-warning-option)  # pragmas that only gcc knows
  add_link_options(-fsanitize=${sanitizers})
endif()
add_compile_options(${qonys_flags} -Wall -Wextra -Wconversion -Wshadow)
if(QONYS_SANITIZE)
  # gcc 12 raises it without cause in the standard library when the sanitizers are on (std::regex)
  add_compile_options(-Wno-maybe-uninitialized)
endif()
if(QONYS_WERROR)
  add_compile_options(-Werror)
endif()

# What the version header says about the build. `native` is resolved to the processor it meant here.
string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
list(JOIN qonys_flags " " flags_text)
string(STRIP "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}}" type_flags)
set(QONYS_FLAGS_TEXT "${type_flags} ${flags_text}")
if(QONYS_MARCH STREQUAL "native" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  execute_process(COMMAND "${CMAKE_CXX_COMPILER}" -march=native -Q --help=target
    OUTPUT_VARIABLE target_help ERROR_QUIET)
  if(target_help MATCHES "-march=[ \t]+([A-Za-z0-9_.-]+)")
    string(REPLACE "-march=native" "-march=native (${CMAKE_MATCH_1})" QONYS_FLAGS_TEXT "${QONYS_FLAGS_TEXT}")
  endif()
endif()
