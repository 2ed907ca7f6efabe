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

# qonys_link_private(NAME library ...): links that only the folder's own .cpp files see.
function(qonys_link_private name)
  get_target_property(type ${name} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(${name} PRIVATE ${ARGN})
  endif()
endfunction()
