#include "sandbox.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "sandbox_parts.h"

/* LeakSanitizer traces us, coverage writes files of its own at the end. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FOR_BUGS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||     \
	__has_feature(memory_sanitizer)
#define FOR_BUGS 1
#endif
#endif
#if defined(TUNEORNOT_COVERAGE) || defined(FOR_BUGS)
static const bool for_bugs = true;
#else
static const bool for_bugs = false;
#endif

static struct sandbox_state state;

static const char *why_off(void)
{
	const char *wish = getenv("TUNEORNOT_SANDBOX");

	if (for_bugs)
		return "this build is for finding bugs";
	return wish && !strcmp(wish, "off") ? "TUNEORNOT_SANDBOX is off" : NULL;
}

void sandbox_begin(struct sandbox *sandbox, enum sandbox_kind kind)
{
	state = (struct sandbox_state){.off = why_off()};
	*sandbox = (struct sandbox){
		.kind = state.off ? SANDBOX_NONE : kind, .ruleset = -1};
	if (sandbox->kind == SANDBOX_FILES)
		sandbox->ruleset = landlock_begin(&state.landlock);
}

/* A process that could gain rights by starting a program may not restrict
 * itself; that is given up first. */
void sandbox_enter(struct sandbox *sandbox)
{
	if (sandbox->kind == SANDBOX_NONE)
		return;
#ifdef __linux__
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
	if (sandbox->ruleset >= 0 && !landlock_enter(sandbox->ruleset))
		state.landlock = 0;
	sandbox->ruleset = -1;
	state.calls = calls_refuse(sandbox->kind == SANDBOX_FILES);
}

struct sandbox_state sandbox_state(void)
{
	return state;
}
