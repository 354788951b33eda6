/*
 * The wizard under test: the real program, screens and loop on a terminal to
 * test in.
 *
 *	struct wizard *wizard = wizard_begin(24, 80, path);
 *	wizard_press(wizard, "5M\r");
 *	cr_expect(screen_shows(wizard_screen(wizard), "5M"));
 *	wizard_end(wizard);
 */
#ifndef TESTS_SUPPORT_WIZARD_H
#define TESTS_SUPPORT_WIZARD_H

#include "program.h"
#include "support/screen.h"

/* Keys as a terminal of the kind "screen" sends them (one that is not told to
 * repeat characters, which libvterm cannot). */
#define KEY_UP "\033OA"
#define KEY_DOWN "\033OB"
#define KEY_RIGHT "\033OC"
#define KEY_LEFT "\033OD"
#define KEY_HOME "\033[1~"
#define KEY_END "\033[4~"
#define KEY_PAGE_UP "\033[5~"
#define KEY_PAGE_DOWN "\033[6~"
#define KEY_BACKTAB "\033[Z"
#define KEY_FAR_UP "\033[1;5A"
#define KEY_FAR_DOWN "\033[1;2B"
#define KEY_F1 "\033OP"
#define KEY_F4 "\033OS"
#define KEY_F8 "\033[19~"
#define KEY_F10 "\033[21~"
#define KEY_F11 "\033[23~"
#define KEY_DELETE "\033[3~"
#define KEY_ALT "\033"

struct wizard;

/* Start with a session file, or on the start screen (NULL). */
struct wizard *wizard_begin(int rows, int columns, const char *path);
/* The same in ASCII. */
struct wizard *wizard_begin_ascii(int rows, int columns, const char *path);
void wizard_end(struct wizard *wizard);

/* Open another session, and look at the first thing that is drawn of it. */
void wizard_open_at_once(struct wizard *wizard, const char *path);

/* Type keys, let the program answer all of them, paint. Returns the last
 * turn. */
enum turn wizard_press(struct wizard *wizard, const char *keys);

/* Let the odds sharpen as far as they do while nobody types, and paint. */
void wizard_settle(struct wizard *wizard);

void wizard_resize(struct wizard *wizard, int rows, int columns);

/* Tell the program alone of another size, within that of the terminal: for
 * many sizes, which libvterm 0.1.4 does not always survive. */
void wizard_fit(struct wizard *wizard, int rows, int columns);

/* The same without a look at what is drawn, for very many sizes. */
void wizard_fit_unseen(struct wizard *wizard, int rows, int columns);

struct screen *wizard_screen(struct wizard *wizard);
struct program *wizard_program(struct wizard *wizard);

/* Bytes that were drawn for the last press. */
size_t wizard_drawn(const struct wizard *wizard);

#endif
