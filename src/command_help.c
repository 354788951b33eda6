/*
 * tuneornot help: what --help says.
 */
#include "commands.h"
#include "output.h"
#include "usage.h"

int command_help(const struct arguments *arguments)
{
	const char *name = arguments->operands[0];
	enum command_id command = name ? command_named(name) : COMMAND_WIZARD;

	if (name && command == COMMAND_WIZARD) {
		complain_of_command(name);
		return STATUS_USAGE;
	}
	usage_print(command);
	return STATUS_DONE;
}
