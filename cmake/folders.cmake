# One library per folder, from every .cpp file in it. A new file is picked up by the next build.

# qonys_folder_library(NAME FOLDER [EXCEPT file ...]): static, or header-only while the folder has no
# .cpp file. Sets NAME_SCOPE to the scope its public links need (PUBLIC or INTERFACE).
function(qonys_folder_library name folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "EXCEPT")
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cpp")
  foreach(file IN LISTS arg_EXCEPT)
    list(REMOVE_ITEM sources "${PROJECT_SOURCE_DIR}/${folder}/${file}")
  endforeach()
  if(sources)
    add_library(${name} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} "${PROJECT_SOURCE_DIR}")  # includes are written from the root
  set(${name}_SCOPE ${scope} PARENT_SCOPE)
endfunction()

# qonys_version_header(TARGET FOLDER NAMESPACE): FOLDER/version.hpp among the generated headers, looked at in
# every build, rewritten only when it changed.
function(qonys_version_header target folder namespace)
  set(header "${PROJECT_BINARY_DIR}/generated/${folder}/version.hpp")
  add_custom_target(${target}
    COMMAND "${CMAKE_COMMAND}"
      "-DSOURCE_DIR=${PROJECT_SOURCE_DIR}"
      "-DOUTPUT=${header}"
      "-DQONYS_NAMESPACE=${namespace}"
      "-DQONYS_VERSION=${PROJECT_VERSION}"
      "-DQONYS_COMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
      "-DQONYS_FLAGS_TEXT=${QONYS_FLAGS_TEXT}"
      "-DQONYS_BUILD_TYPE=${CMAKE_BUILD_TYPE}"
      -P "${PROJECT_SOURCE_DIR}/cmake/version.cmake"
    BYPRODUCTS "${header}"
    COMMENT "Looking at the version" VERBATIM)
endfunction()

# qonys_link_private(NAME library ...): links that only the folder's own .cpp files see.
function(qonys_link_private name)
  get_target_property(type ${name} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(${name} PRIVATE ${ARGN})
  endif()
endfunction()
