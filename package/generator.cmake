# Read by cpack for each kind of package.
if(CPACK_TUNEORNOT_STATIC AND CPACK_INSTALL_CMAKE_PROJECTS)
	message(FATAL_ERROR "a package uses the system's libraries: "
		"cmake -B build -DTUNEORNOT_STATIC=OFF && cmake --build build")
endif()
if(CPACK_GENERATOR STREQUAL DEB)
	list(GET CPACK_INSTALL_CMAKE_PROJECTS 0 build)
	list(APPEND CPACK_INSTALL_CMAKE_PROJECTS
		"${build}" "${CPACK_PACKAGE_NAME}" debian /)
	set(CPACK_PRE_BUILD_SCRIPTS
		${CMAKE_CURRENT_LIST_DIR}/debian-tree.cmake)
endif()
