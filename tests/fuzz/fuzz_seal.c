/*
 * A sealed session file after damage: never taken for whole, and refused where
 * it was only cut.
 */
#include <string.h>

#include "claims.h"
#include "fuzz.h"
#include "seal.h"

#define SESSION TEST_SOURCE "/tests/vectors/case-09.cfg"

static struct session session, damaged;
static char *whole;
static size_t whole_size;

static void make_whole(void)
{
	struct file_issue issue;

	MUST(session_file_read(SESSION, &session, NULL, &issue));
	whole = session_file_format(&session, &whole_size);
	MUST(whole);
}

struct damage {
	char *bytes;
	size_t size, room;
	bool only_cut;
};

static void cut(struct damage *damage, size_t at, size_t much)
{
	if (at >= damage->size)
		return;
	if (much > damage->size - at)
		much = damage->size - at;
	memmove(damage->bytes + at, damage->bytes + at + much,
		damage->size - at - much);
	damage->size -= much;
}

static void insert(struct damage *damage, size_t at, char byte)
{
	if (at > damage->size || damage->size == damage->room)
		return;
	memmove(damage->bytes + at + 1, damage->bytes + at, damage->size - at);
	damage->bytes[at] = byte;
	damage->size++;
}

static void do_damage(struct damage *damage, struct fuzz *fuzz)
{
	int kind = fuzz_byte(fuzz) % 4;
	size_t at = fuzz_number(fuzz) % (damage->size + 1);
	uint8_t what = fuzz_byte(fuzz);

	damage->only_cut = damage->only_cut && kind == 0;
	switch (kind) {
	case 0: cut(damage, at, damage->size); break;
	case 1: cut(damage, at, what); break;
	case 2: insert(damage, at, (char)what); break;
	default:
		if (at < damage->size)
			damage->bytes[at] = (char)(damage->bytes[at] ^ what);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	struct damage damage = {.only_cut = true};
	struct file_issue issue = {.line = 0};
	enum seal seal;
	bool sound, same;

	if (!whole)
		make_whole();
	damage.room = whole_size + 4096;
	damage.size = whole_size;
	damage.bytes = malloc(damage.room);
	MUST(damage.bytes);
	memcpy(damage.bytes, whole, whole_size);
	while (fuzz.left)
		do_damage(&damage, &fuzz);
	same = damage.size == whole_size &&
	       !memcmp(damage.bytes, whole, whole_size);
	sound = session_file_parse(
		"fuzz.cfg", damage.bytes, damage.size, &damaged, &seal, &issue);
	MUST(sound || issue.issue.what[0]);
	MUST(!same || (sound && seal == SEAL_WHOLE));
	if (!same && sound)
		MUST(seal != SEAL_WHOLE);
	if (!same && damage.only_cut && damage.size >= strlen(SEAL_HEAD) - 1)
		MUST(!sound);
	free(damage.bytes);
	return 0;
}
