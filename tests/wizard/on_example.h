/*
 * A wizard on the example, 80x24, for each test of a suite that begins with
 * begin() and ends with end().
 */
#ifndef TESTS_WIZARD_ON_EXAMPLE_H
#define TESTS_WIZARD_ON_EXAMPLE_H

#include <unistd.h>

#include "scratch.h"
#include "support/wizard.h"

static struct wizard *wizard;

static inline void begin(void)
{
	alarm(TEST_SECONDS);
	scratch_begin();
	wizard = wizard_begin(24, 80, EXAMPLE);
}

static inline void end(void)
{
	wizard_end(wizard);
	scratch_end();
}

static inline bool shows(const char *text)
{
	return screen_shows(wizard_screen(wizard), text);
}

#endif
