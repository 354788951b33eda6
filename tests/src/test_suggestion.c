#include "suggestion.h"

#include <criterion/criterion.h>

static const char *suggest(const char *written)
{
	struct suggestion suggestion = {.written = written};

	suggestion_try(&suggestion, "get");
	suggestion_try(&suggestion, "report");
	suggestion_try(&suggestion, "set");
	return suggestion_best(&suggestion);
}

Test(suggestion, finds_what_was_meant)
{
	cr_expect_str_eq(suggest("reprot"), "report");
	cr_expect_str_eq(suggest("rep0rt"), "report");
	cr_expect_str_eq(suggest("sett"), "set");
	cr_expect_str_eq(suggest("gte"), "get");
}

Test(suggestion, is_silent_about_what_is_like_nothing)
{
	cr_expect_null(suggest("frobnicate"));
	cr_expect_null(suggest("x"));
}

Test(suggestion, of_equals_the_first_counts)
{
	struct suggestion suggestion = {.written = "xet"};

	cr_expect_null(suggestion_best(&suggestion), "none was tried");
	suggestion_try(&suggestion, "get");
	suggestion_try(&suggestion, "set");
	cr_expect_str_eq(suggestion_best(&suggestion), "get");
}
