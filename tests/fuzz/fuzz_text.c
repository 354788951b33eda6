/*
 * Foreign text made harmless, cut, wrapped and put into ASCII. Two bytes are
 * the room and the cells, the rest is the text.
 */
#include <string.h>

#include "claims.h"
#include "fuzz.h"
#include "text.h"

enum { ROOM = 1024 };

static void check_clean(const char *text, size_t room)
{
	char clean[ROOM], again[4 * ROOM];
	size_t length = text_clean(clean, room, text);

	MUST(length < room && clean[length] == '\0');
	must_be_harmless(clean, length);
	MUST(!strchr(clean, '\n'));
	MUST(text_is_plain(clean));
	text_clean(again, sizeof(again), clean);
	MUST(!strcmp(clean, again));
}

static void check_fit(const char *text, int cells, bool ascii)
{
	char clean[ROOM], out[4 * ROOM];

	text_clean(clean, sizeof(clean), text);
	text_fit(out, sizeof(out), clean, cells,
		cells % 2 ? TEXT_LEFT : TEXT_RIGHT, ascii);
	must_be_harmless(out, strlen(out));
	MUST(text_width(out) == cells);
}

static void check_wrap(const char *text, int cells)
{
	char clean[ROOM], line[ROOM];
	const char *at = clean, *next;
	size_t bytes;

	text_clean(clean, sizeof(clean), text);
	while ((bytes = text_wrap(at, cells, &next)) > 0) {
		MUST(next >= at + bytes && next > at);
		memcpy(line, at, bytes);
		line[bytes] = '\0';
		/* A character of two cells needs them. */
		MUST(text_width(line) <= (cells < 2 ? 2 : cells));
		at = next;
	}
	MUST(!*next);
}

static void check_ascii(const char *text, size_t room)
{
	char out[ROOM];
	size_t length = text_to_ascii(out, room, text);

	MUST(length < room && out[length] == '\0');
	for (size_t i = 0; i < length; i++)
		MUST((unsigned char)out[i] < 0x80);
}

static void check_clusters(const char *text)
{
	size_t at = 0, step;

	while ((step = text_cluster(text + at)) > 0) {
		at += step;
		MUST(at <= strlen(text));
		MUST(text_cluster_before(text, at) == step);
	}
	MUST(at == strlen(text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	size_t room = 1 + fuzz_byte(&fuzz) * 4u % ROOM;
	int cells = fuzz_byte(&fuzz);
	char *text = fuzz_text(&fuzz, fuzz.left);

	check_clean(text, room);
	check_clean(text, ROOM);
	check_fit(text, cells, cells % 3 == 0);
	check_wrap(text, 1 + cells);
	check_ascii(text, room);
	check_clusters(text);
	MUST(text_width(text) >= 0);
	free(text);
	return 0;
}
