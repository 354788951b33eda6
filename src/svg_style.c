/*
 * The pictures' looks. The colours are those of M. Okabe and K. Ito, "Color
 * Universal Design" (2008), darkened until each has a contrast of 3:1 with
 * white paper at least, and lightened for dark paper; words have 4.5:1.
 *
 * Words inherit the colour of the page. Print is light whatever the screen is.
 */
#include "svg.h"

/* clang-format off */
#define LIGHT \
	"--tn-paper:#fff;--tn-quiet:#595959;--tn-grid:#e2e2e2;" \
	"--tn-line:#767676;" \
	"--tn-1:#0072b2;--tn-2:#c04a00;--tn-3:#00875f;--tn-4:#a8508a;" \
	"--tn-5:#555;--tn-6:#a66a00;--tn-7:#1f87c4;--tn-8:#7d7000"
#define DARK \
	"--tn-paper:#1b1b1b;--tn-quiet:#b4b4b4;--tn-grid:#3a3a3a;" \
	"--tn-line:#8c8c8c;" \
	"--tn-1:#56b4e9;--tn-2:#f0894a;--tn-3:#2fc49a;--tn-4:#e28fc0;" \
	"--tn-5:#b8b8b8;--tn-6:#e69f00;--tn-7:#9ecdf2;--tn-8:#e6d93a"

const char svg_style[] =
	"svg.tn{" LIGHT ";display:block;width:100%;max-width:44rem;"
	"height:auto;margin:0 auto;overflow:visible;"
	"font:14px system-ui,-apple-system,\"Segoe UI\",Roboto,"
	"\"Helvetica Neue\",Arial,sans-serif;"
	"font-variant-numeric:tabular-nums}\n"
	"@media screen and (prefers-color-scheme:dark){svg.tn{" DARK "}}\n"
	"@media (max-width:34rem){svg.tn{font-size:17px}}\n"
	"@media print{svg.tn{break-inside:avoid;color:#000;"
	"print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n"
	/* words stand free of the lines behind them */
	"svg.tn text{fill:currentColor;paint-order:stroke;"
	"stroke:var(--tn-paper);stroke-width:4px;stroke-linejoin:round}\n"
	/* (printed, their outlines would be most of the file) */
	"@media print{svg.tn text{stroke:none}}\n"
	"svg.tn .tn-quiet{fill:var(--tn-quiet)}\n"
	"svg.tn .tn-strong{font-weight:600}\n"
	"svg.tn .tn-grid{stroke:var(--tn-grid);stroke-width:1}\n"
	"svg.tn .tn-axis,svg.tn .tn-tick{stroke:var(--tn-line);"
	"stroke-width:1.25}\n"
	"svg.tn .tn-lead{stroke:var(--tn-line);stroke-width:1}\n"
	"svg.tn .tn-here{stroke:currentColor;stroke-width:1.25;"
	"stroke-dasharray:2 4}\n"
	"svg.tn .tn-ring{fill:none;stroke:currentColor;stroke-width:1.75}\n"
	/* options */
	"svg.tn .tn-o1{--tn-own:var(--tn-1)}\n"
	"svg.tn .tn-o2{--tn-own:var(--tn-2);stroke-dasharray:9 4}\n"
	"svg.tn .tn-o3{--tn-own:var(--tn-3);stroke-dasharray:3 3}\n"
	"svg.tn .tn-o4{--tn-own:var(--tn-4);stroke-dasharray:11 4 3 4}\n"
	"svg.tn .tn-o5{--tn-own:var(--tn-5);stroke-dasharray:5 5}\n"
	"svg.tn .tn-o6{--tn-own:var(--tn-6);stroke-dasharray:14 3}\n"
	"svg.tn .tn-o7{--tn-own:var(--tn-7);stroke-dasharray:8 3 2 3 2 3}\n"
	"svg.tn .tn-o8{--tn-own:var(--tn-8);stroke-dasharray:1 4}\n"
	"svg.tn .tn-curve{fill:none;stroke:var(--tn-own);stroke-width:1.75;"
	"stroke-linejoin:round}\n"
	"svg.tn .tn-main{stroke-width:2.75}\n"
	"svg.tn .tn-mark{fill:var(--tn-own);stroke:var(--tn-own);"
	"stroke-width:1.75;stroke-dasharray:none}\n"
	"svg.tn .tn-hollow{fill:var(--tn-paper)}\n"
	/* fills */
	"svg.tn .tn-stroke{fill:none;stroke:var(--tn-paper);"
	"stroke-width:1.25}\n"
	"svg.tn .tn-f0{fill:var(--tn-5)}\n"
	"svg.tn .tn-f1{fill:var(--tn-3)}\n"
	"svg.tn .tn-f2{fill:var(--tn-4)}\n"
	"svg.tn .tn-f3{fill:var(--tn-8)}\n"
	"svg.tn .tn-f4{fill:var(--tn-1)}\n"
	"svg.tn .tn-f5{fill:var(--tn-6)}\n"
	"svg.tn .tn-f6,svg.tn .tn-f7{fill:var(--tn-2)}\n"
	"svg.tn .tn-f8{fill:var(--tn-1)}\n"
	"svg.tn .tn-part rect{stroke:var(--tn-paper);stroke-width:1}\n"
	"svg.tn .tn-losses{fill:var(--tn-2);stroke:var(--tn-2);"
	"stroke-width:1}\n"
	"svg.tn .tn-gains{fill:var(--tn-1)}\n"
	"svg.tn .tn-whisker{stroke:currentColor;stroke-width:2}\n"
	"svg.tn .tn-dot{fill:currentColor}\n"
	/* the path */
	"svg.tn .tn-way{stroke:var(--tn-1);stroke-width:3}\n"
	"svg.tn .tn-beyond{stroke:var(--tn-line);stroke-width:1.75;"
	"stroke-dasharray:3 5}\n"
	"svg.tn .tn-yes{fill:var(--tn-1)}\n"
	"svg.tn .tn-no{fill:var(--tn-2)}\n"
	"svg.tn .tn-unsure{fill:var(--tn-5)}\n"
	"svg.tn .tn-ahead{fill:none;stroke:var(--tn-line);"
	"stroke-width:1.75;stroke-dasharray:3 3}\n"
	"svg.tn .tn-sign{fill:none;stroke:var(--tn-paper);stroke-width:3;"
	"stroke-linecap:round;stroke-linejoin:round}\n"
	"svg.tn .tn-star{fill:var(--tn-paper)}\n"
	"svg.tn .tn-question{fill:var(--tn-paper);font-size:20px;"
	"font-weight:700;stroke:none}\n";
/* clang-format on */
