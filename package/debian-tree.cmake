# Run by cpack on the files of the .deb before they are packed: Debian wants
# manuals compressed, and programs without the compiler's name in them; its zsh
# looks for packages' completions in a folder of its own.
file(GLOB_RECURSE manuals ${CPACK_TEMPORARY_DIRECTORY}/*/share/man/*.[1-9])
if(manuals)
	execute_process(COMMAND gzip -9n ${manuals} COMMAND_ERROR_IS_FATAL ANY)
endif()
file(GLOB programs ${CPACK_TEMPORARY_DIRECTORY}/*/bin/*)
foreach(program ${programs})
	execute_process(COMMAND objcopy --remove-section=.comment ${program}
		COMMAND_ERROR_IS_FATAL ANY)
endforeach()
file(GLOB zsh ${CPACK_TEMPORARY_DIRECTORY}/*/share/zsh)
if(EXISTS "${zsh}/site-functions")
	file(RENAME ${zsh}/site-functions ${zsh}/vendor-completions)
endif()
