/*
 * tuneornot __manual: the man page, made from the tables when the program is
 * built.
 */
#include "commands.h"
#include "manual.h"

int command_manual(const struct arguments *arguments)
{
	(void)arguments;
	manual_print();
	return STATUS_DONE;
}
