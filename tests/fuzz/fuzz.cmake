# One program a target: fuzz_NAME.c. With a fuzzer behind it
# (-DTUNEORNOT_FUZZ=ON, clang) it looks for inputs that break a claim; in every
# other build it replays those that are committed.
add_library(fuzz-support STATIC fuzz/fuzz.c fuzz/claims.c)
target_include_directories(fuzz-support PUBLIC fuzz ${CMAKE_CURRENT_SOURCE_DIR})
# (memfd_create() is no standard.)
target_compile_definitions(fuzz-support PRIVATE _GNU_SOURCE PUBLIC
	TEST_SOURCE="${CMAKE_SOURCE_DIR}")
target_link_libraries(fuzz-support PRIVATE house PUBLIC test-support program)

file(GLOB FUZZ_TARGETS CONFIGURE_DEPENDS fuzz/fuzz_*.c)
add_custom_target(fuzz)
foreach(source ${FUZZ_TARGETS})
	get_filename_component(name ${source} NAME_WE)
	string(REPLACE fuzz_ "" name ${name})
	add_executable(fuzz-${name} ${source})
	target_link_libraries(fuzz-${name} PRIVATE house fuzz-support)
	add_dependencies(fuzz fuzz-${name})
	if(TUNEORNOT_FUZZ)
		target_link_options(fuzz-${name} PRIVATE -fsanitize=fuzzer)
		continue()
	endif()
	target_sources(fuzz-${name} PRIVATE fuzz/replay.c)
	add_test(NAME fuzz_${name} COMMAND fuzz-${name}
		${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name}
		${CMAKE_CURRENT_SOURCE_DIR}/fuzz/found/${name})
endforeach()
