/*
 * A folder of its own for each test, with the user's folders in it.
 */
#ifndef TESTS_WIZARD_SCRATCH_H
#define TESTS_WIZARD_SCRATCH_H

void scratch_begin(void);
void scratch_end(void);

/* The example that all these tests look at. */
#define EXAMPLE TEST_SOURCE "/share/examples/support-triage.cfg"

#endif
