# `cpack` in the build folder: a .deb where dpkg is, and a .tar.gz.
# `cpack --config CPackSourceConfig.cmake`: the sources.
#
# Both packages hold what the rules of install() give; the .deb also gets what
# Debian asks for (the component "debian").

set(TUNEORNOT_MAINTAINER "The tuneornot founders <founders@tuneornot.example>"
	CACHE STRING "Who answers for packages that are made here")
set(debian_revision 1)

# The licence stands in LICENSE alone; Debian wants it indented.
file(READ LICENSE licence)
string(REGEX REPLACE "^.*(Permission is hereby)" "\\1" licence "${licence}")
string(STRIP "${licence}" licence)
string(REPLACE "\n\n" "\n.\n" licence "${licence}")
string(REPLACE "\n" "\n " licence " ${licence}")
configure_file(package/copyright.in package/copyright @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/package/copyright
	DESTINATION ${CMAKE_INSTALL_DOCDIR})

find_program(DPKG dpkg)
find_program(GZIP gzip)
mark_as_advanced(DPKG GZIP)
set(CPACK_GENERATOR TGZ)
if(DPKG AND GZIP)
	list(PREPEND CPACK_GENERATOR DEB)
	configure_file(package/changelog.in package/changelog.Debian @ONLY)
	execute_process(
		COMMAND ${GZIP} -9nc ${CMAKE_BINARY_DIR}/package/changelog.Debian
		OUTPUT_FILE ${CMAKE_BINARY_DIR}/package/changelog.Debian.gz
		COMMAND_ERROR_IS_FATAL ANY)
	install(FILES ${CMAKE_BINARY_DIR}/package/changelog.Debian.gz
		DESTINATION ${CMAKE_INSTALL_DOCDIR}
		COMPONENT debian EXCLUDE_FROM_ALL)
	install(FILES package/lintian-overrides RENAME ${PROJECT_NAME}
		DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides
		COMPONENT debian EXCLUDE_FROM_ALL)
endif()

set(CPACK_PACKAGE_VENDOR "The tuneornot founders")
set(CPACK_PACKAGE_CONTACT ${TUNEORNOT_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
	"wizard to decide between fine-tuning a model and prompting one")
set(CPACK_PACKAGE_DESCRIPTION_FILE ${CMAKE_SOURCE_DIR}/package/description)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}"
	CPACK_SYSTEM_NAME)
set(CPACK_TUNEORNOT_STATIC ${STATIC_LINK})
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/package/generator.cmake)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
	OWNER_READ OWNER_WRITE OWNER_EXECUTE
	GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${debian_revision})
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# Not what Git ignores, nor Git itself. The folder we are in may have any name.
string(REGEX REPLACE "([][+.*()^$?|\\\\])" "\\\\\\1" here ${CMAKE_SOURCE_DIR})
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME ${PROJECT_NAME}-${PROJECT_VERSION})
set(CPACK_SOURCE_IGNORE_FILES "^${here}/\\.git(/|$)" "^${here}/build(/|$)"
	"^${here}/build-" "^${here}/\\.cache/" "^${here}/[^/]*\\.cfg$"
	"^${here}/_CPack_Packages/" "/__pycache__/" "\\.o$" "/core$"
	"/compile_commands\\.json$")

include(CPack)
