#include "today.h"

#include "day.h"

int day_of(time_t moment)
{
	struct tm local;
	char text[DAY_MAX] = "";
	int day = 0;

	if (localtime_r(&moment, &local) &&
		strftime(text, sizeof(text), "%Y-%m-%d", &local))
		day_read(text, &day);
	return day;
}

int today(void)
{
	return day_of(time(NULL));
}
