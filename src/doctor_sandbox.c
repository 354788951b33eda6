/*
 * What the kernel keeps us from: command_sandbox() has been called, so this is
 * what holds, not what should.
 */
#include "doctor.h"

#include <stddef.h>

#include "own_editor.h"
#include "sandbox.h"

static void print_files(const struct sandbox_state *state)
{
	if (state->landlock)
		doctor_row("sandbox",
			"a command opens the files that it is given, and ours, "
			"and no others (Landlock %d)",
			state->landlock);
	else
		doctor_row("sandbox",
			"files: not in this kernel; Landlock of Linux 5.13 or "
			"newer does it");
}

static void print_calls(const struct sandbox_state *state)
{
	if (state->calls)
		doctor_row("",
			"no network and no other program: %d system calls are "
			"refused (seccomp)",
			state->calls);
	else
		doctor_row("", "system calls: not in this kernel");
}

static void print_wizard(const struct sandbox_state *state)
{
	const char *editor = own_editor_variable();

	if (editor)
		doctor_row("",
			"none of it in the wizard, because %s is set, and an "
			"editor may need anything",
			editor);
	else if (state->calls)
		doctor_row("", "in the wizard the same, but any file: it can "
			       "open any");
}

void doctor_sandbox(void)
{
	const struct sandbox_state state = sandbox_state();

	if (state.off) {
		doctor_row("sandbox", "none, because %s", state.off);
		return;
	}
	print_files(&state);
	print_calls(&state);
	print_wizard(&state);
}
