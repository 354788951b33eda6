#include <criterion/criterion.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"

/* One row of a text and a number. */
static const char *row_of(const char *dialect, const char *text, double value)
{
	static char *bytes;
	struct csv csv = {.dialect = csv_dialect(dialect)};
	size_t size;

	free(bytes);
	bytes = NULL;
	cr_assert(csv.dialect, "%s", dialect);
	csv.out = open_memstream(&bytes, &size);
	csv_text(&csv, text);
	csv_number(&csv, value);
	csv_end_row(&csv);
	fclose(csv.out);
	cr_assert_eq(strlen(bytes), size);
	return bytes;
}

static void expect_text(const char *text, const char *cell)
{
	char row[200];

	snprintf(row, sizeof(row), "%s,1\r\n", cell);
	cr_expect_str_eq(row_of("rfc4180", text, 1), row);
}

Test(csv, quotes_what_would_end_a_cell)
{
	expect_text("Frontier prompted", "Frontier prompted");
	expect_text("Frontier, prompted", "\"Frontier, prompted\"");
	expect_text("the \"old\" one", "\"the \"\"old\"\" one\"");
	expect_text("a;b", "\"a;b\""); /* for those who read with semicolons */
	expect_text("blank behind ", "\"blank behind \"");
	expect_text("", "");
	cr_expect_str_eq(row_of("excel-eu", "a,b", 1), "\"a,b\";1\r\n");
}

Test(csv, no_text_is_a_formula)
{
	expect_text("=1+1", "'=1+1");
	expect_text("+1", "'+1");
	expect_text("-1", "'-1");
	expect_text("@SUM(A1)", "'@SUM(A1)");
	expect_text("  =1", "'  =1");
	expect_text("\t=1", "'^I=1");
	expect_text("\r=1", "'^M=1");
	expect_text("\xef\xbc\x9d"
		    "1",
		"'\xef\xbc\x9d"
		"1"); /* wide = */
	expect_text("=A1,\"b\"", "\"'=A1,\"\"b\"\"\"");
	expect_text("1-1=0", "1-1=0");
	expect_text("'quoted", "'quoted");
}

Test(csv, control_characters_are_shown)
{
	expect_text("a\nb\r\nc", "a^Jb^M^Jc");
	expect_text("\x1b[31m", "^[[31m");
	expect_text("\xe2\x80\xae"
		    "evil",
		"<U+202E>evil");
}

Test(csv, numbers_read_back_and_have_the_dialects_point)
{
	cr_expect_str_eq(row_of("rfc4180", "x", 0.1), "x,0.1\r\n");
	cr_expect_str_eq(row_of("rfc4180", "x", 35250.909642657745),
		"x,35250.909642657745\r\n");
	cr_expect_str_eq(row_of("rfc4180", "x", -2.5e-9), "x,-2.5e-09\r\n");
	cr_expect_str_eq(row_of("rfc4180", "x", NAN), "x,\r\n");
	cr_expect_str_eq(row_of("excel-eu", "x", 1234.5), "x;1234,5\r\n");
	cr_expect_str_eq(row_of("excel-eu", "x", 1234), "x;1234\r\n");
	if (!setlocale(LC_ALL, "de_DE.UTF-8"))
		cr_skip_test("no locale de_DE.UTF-8 here");
	cr_expect_str_eq(row_of("rfc4180", "x", 0.5), "x,0.5\r\n");
}

Test(csv, there_is_no_other_dialect)
{
	cr_expect_null(csv_dialect("tsv"));
	cr_expect_null(csv_dialect(""));
}
