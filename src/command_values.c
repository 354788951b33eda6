/*
 * tuneornot get, set and check.
 */
#include <stdio.h>

#include "commands.h"
#include "output.h"

static int get_command(const struct arguments *arguments,
	const struct session *session, const char *path)
{
	if (arguments->operand_count > 1) {
		complain("--as-command is about the whole session; leave out "
			 "\"%s\"",
			arguments->operands[1]);
		return STATUS_USAGE;
	}
	command_print_remake(session, path);
	if (session->evidences > 0)
		notice("where figures come from is not in it; who needs that "
		       "copies the file");
	return STATUS_DONE;
}

int command_get(const struct arguments *arguments)
{
	const char *path = arguments->operands[0];
	struct session session;
	struct place place;

	if (!command_load(path, &session))
		return STATUS_FAILED;
	if (arguments->flag[FLAG_AS_COMMAND])
		return get_command(arguments, &session, path);
	if (arguments->operand_count == 1)
		command_list(&session);
	for (int i = 1; i < arguments->operand_count; i++) {
		int status = command_find(
			&session, path, arguments->operands[i], &place);

		if (status != STATUS_DONE)
			return status;
		output_text(session_text(&session, place));
		putchar('\n');
	}
	return STATUS_DONE;
}

int command_set(const struct arguments *arguments)
{
	const char *path = arguments->operands[0];
	struct session session;
	struct stamp stamp;
	int status;

	if (!command_load_stamped(path, &session, &stamp))
		return STATUS_FAILED;
	status = command_assign(&session, path, arguments->operands + 1,
		arguments->operand_count - 1);
	if (status != STATUS_DONE)
		return status;
	return command_replace(path, &session, &stamp);
}

int command_check(const struct arguments *arguments)
{
	struct session session;
	int status = STATUS_DONE;

	for (int i = 0; i < arguments->operand_count; i++)
		if (!command_load(arguments->operands[i], &session))
			status = STATUS_FAILED;
	return status;
}
