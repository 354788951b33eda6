/*
 * The output is a socket that keeps the borders between writes, so that they
 * can be counted; keys and signals are pipes.
 */
#include "support/screen.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vterm.h>

enum { ROW_BYTES = 16 * 1024, WRITE_MOST = 512 * 1024 };

/* newterm() of an unknown terminal loses what it had begun. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:new_prescr";
}

struct screen {
	VTerm *vterm;
	VTermScreen *cells;
	int rows, columns;
	int keys[2], wake[2], drawn[2]; /* [0] is read from, [1] written to */
	int writes;
	char *bytes;
	size_t count;
	bool cursor_visible, alternate;
	char row[ROW_BYTES];
	char *text;
};

static int set_property(VTermProp property, VTermValue *value, void *user)
{
	struct screen *screen = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		screen->cursor_visible = value->boolean;
	if (property == VTERM_PROP_ALTSCREEN)
		screen->alternate = value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = set_property};

struct screen *screen_new(int rows, int columns)
{
	struct screen *screen = calloc(1, sizeof(*screen));
	int failed = !screen || pipe(screen->keys) != 0 ||
		     pipe(screen->wake) != 0 ||
		     socketpair(AF_UNIX, SOCK_SEQPACKET, 0, screen->drawn) != 0;

	if (failed)
		abort();
	fcntl(screen->drawn[0], F_SETFL, O_NONBLOCK);
	screen->rows = rows;
	screen->columns = columns;
	screen->bytes = malloc(WRITE_MOST + 1);
	screen->vterm = vterm_new(rows, columns);
	vterm_set_utf8(screen->vterm, 1);
	screen->cells = vterm_obtain_screen(screen->vterm);
	vterm_screen_enable_altscreen(screen->cells, 1);
	vterm_screen_set_callbacks(screen->cells, &callbacks, screen);
	vterm_screen_reset(screen->cells, 1);
	screen->cursor_visible = true;
	return screen;
}

static void close_once(int *file)
{
	if (*file >= 0)
		close(*file);
	*file = -1;
}

void screen_free(struct screen *screen)
{
	for (int end = 0; end < 2; end++) {
		close_once(&screen->keys[end]);
		close_once(&screen->wake[end]);
		close_once(&screen->drawn[end]);
	}
	vterm_free(screen->vterm);
	free(screen->bytes);
	free(screen->text);
	free(screen);
}

int screen_in(const struct screen *screen)
{
	return screen->keys[0];
}

int screen_out(const struct screen *screen)
{
	return screen->drawn[1];
}

int screen_wake(const struct screen *screen)
{
	return screen->wake[0];
}

void screen_type_bytes(struct screen *screen, const char *bytes, size_t count)
{
	if (write(screen->keys[1], bytes, count) != (ssize_t)count)
		abort();
}

void screen_type(struct screen *screen, const char *bytes)
{
	screen_type_bytes(screen, bytes, strlen(bytes));
}

void screen_signal(struct screen *screen, int number)
{
	unsigned char byte = (unsigned char)number;

	if (write(screen->wake[1], &byte, 1) != 1)
		abort();
}

void screen_hang_up(struct screen *screen)
{
	close_once(&screen->keys[1]);
}

void screen_resize(struct screen *screen, int rows, int columns)
{
	screen->rows = rows;
	screen->columns = columns;
	vterm_set_size(screen->vterm, rows, columns);
}

size_t screen_overlook(struct screen *screen)
{
	ssize_t count;

	screen->count = 0;
	screen->writes = 0;
	while ((count = read(screen->drawn[0], screen->bytes + screen->count,
			WRITE_MOST - screen->count)) > 0) {
		screen->count += (size_t)count;
		screen->writes++;
	}
	screen->bytes[screen->count] = '\0';
	return screen->count;
}

size_t screen_update(struct screen *screen)
{
	screen_overlook(screen);
	vterm_input_write(screen->vterm, screen->bytes, screen->count);
	return screen->count;
}

int screen_writes(const struct screen *screen)
{
	return screen->writes;
}

const char *screen_bytes(const struct screen *screen)
{
	return screen->bytes;
}

/* ---- cells -------------------------------------------------------------- */

static size_t put_utf8(char *out, uint32_t rune)
{
	static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	int bytes = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;

	for (int i = bytes - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (rune & 0x3f));
		rune >>= 6;
	}
	out[0] = (char)(bytes == 1 ? rune : (lead[bytes] | rune));
	return (size_t)bytes;
}

static int colour_of(const VTermColor *colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(colour) ||
		VTERM_COLOR_IS_DEFAULT_BG(colour))
		return -1;
	if (VTERM_COLOR_IS_INDEXED(colour))
		return colour->indexed.idx;
	return 1 << 24 | colour->rgb.red << 16 | colour->rgb.green << 8 |
	       colour->rgb.blue;
}

struct screen_cell screen_cell(struct screen *screen, int row, int column)
{
	VTermPos position = {.row = row, .col = column};
	struct screen_cell result = {.width = 1};
	VTermScreenCell cell;
	size_t length = 0;

	if (!vterm_screen_get_cell(screen->cells, position, &cell))
		return result;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0 &&
			cell.chars[i] != UINT32_MAX; /* what follows is older */
		i++)
		length += put_utf8(result.text + length, cell.chars[i]);
	if (cell.chars[0] == 0)
		result.text[0] = ' ';
	result.width = cell.width;
	result.bold = cell.attrs.bold;
	result.underline = cell.attrs.underline != 0;
	result.reverse = cell.attrs.reverse;
	result.fg = colour_of(&cell.fg);
	result.bg = colour_of(&cell.bg);
	return result;
}

const char *screen_row(struct screen *screen, int row)
{
	size_t length = 0;

	for (int column = 0; column < screen->columns; column++) {
		struct screen_cell cell = screen_cell(screen, row, column);
		size_t bytes = strlen(cell.text);

		if (length + bytes >= ROW_BYTES)
			break;
		memcpy(screen->row + length, cell.text, bytes);
		length += bytes;
	}
	while (length > 0 && screen->row[length - 1] == ' ')
		length--;
	screen->row[length] = '\0';
	return screen->row;
}

const char *screen_text(struct screen *screen)
{
	size_t length = 0;

	free(screen->text);
	screen->text = malloc((size_t)screen->rows * ROW_BYTES + 1);
	for (int row = 0; row < screen->rows; row++) {
		const char *text = screen_row(screen, row);

		memcpy(screen->text + length, text, strlen(text));
		length += strlen(text);
		screen->text[length++] = '\n';
	}
	screen->text[length] = '\0';
	return screen->text;
}

/* The cell at which so many bytes of a row end. */
static int column_of(struct screen *screen, int row, size_t bytes)
{
	size_t length = 0;
	int column = 0;

	while (length < bytes)
		length += strlen(screen_cell(screen, row, column++).text);
	while (screen_cell(screen, row, column).text[0] == '\0' &&
		column < screen->columns)
		column++;
	return column;
}

bool screen_find(struct screen *screen, const char *text, int *row, int *column)
{
	for (int i = 0; i < screen->rows; i++) {
		const char *line = screen_row(screen, i);
		const char *at = strstr(line, text);

		if (at) {
			*row = i;
			*column = column_of(screen, i, (size_t)(at - line));
			return true;
		}
	}
	return false;
}

bool screen_shows(struct screen *screen, const char *text)
{
	int row, column;

	return screen_find(screen, text, &row, &column);
}

bool screen_cursor(struct screen *screen, int *row, int *column)
{
	VTermPos position;

	vterm_state_get_cursorpos(vterm_obtain_state(screen->vterm), &position);
	*row = position.row;
	*column = position.col;
	return screen->cursor_visible;
}

bool screen_alternate(const struct screen *screen)
{
	return screen->alternate;
}
