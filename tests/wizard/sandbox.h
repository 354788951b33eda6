/*
 * A folder of its own for each test, with the user's folders in it.
 */
#ifndef TESTS_WIZARD_SANDBOX_H
#define TESTS_WIZARD_SANDBOX_H

void sandbox_begin(void);
void sandbox_end(void);

/* The example that all these tests look at. */
#define EXAMPLE TEST_SOURCE "/share/examples/support-triage.cfg"

#endif
