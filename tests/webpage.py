#!/usr/bin/env python3
"""The HTML report as a browser and a printer take it.

    webpage.py PROGRAM SOURCE_DIR

Looks at the page itself; asks tidy whether it is sound; opens it in Chromium
at the width of a phone and of a desk, and prints it. The page runs no script,
so what measures is put into a copy. Skips, and says so, where a tool is
missing.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from reports import SKIP, Checks, Page, Reports, as_read

TOOLS = ('chromium', 'tidy', 'pdfinfo', 'pdftotext')
EXAMPLES = ('support-triage', 'medical-coding')
WIDTHS = (360, 1280)

HOSTILE = ('</title></style></script><script>alert(1)</script>'
           '"\'><img src=x onerror=alert(2)>'
           'AWordWithoutAnyBlankThatIsFarTooLongForTheScreenOfAnyPhone&amp;')

# A window cannot be as narrow as a phone, but a frame can.
MEASURE = '''<script>addEventListener("load", () => {
for (const details of document.querySelectorAll("details"))
	details.open = true;
const all = document.scrollingElement;
parent.postMessage(JSON.stringify({
	scroll: all.scrollWidth, client: all.clientWidth,
	pictures: document.querySelectorAll("svg").length}), "*");
});</script></head>'''
FRAME = '''<!DOCTYPE html><script>addEventListener("message", (event) =>
document.documentElement.setAttribute("data-seen", event.data));</script>
<iframe src="copy.html" style="width:%dpx;height:900px;border:0"></iframe>'''

ELEMENTS = {
    'html', 'head', 'meta', 'title', 'style', 'body', 'a', 'nav', 'header',
    'main', 'section', 'article', 'footer', 'h1', 'h2', 'h3', 'p', 'b', 'ul',
    'ol', 'li', 'dl', 'dt', 'dd', 'div', 'span', 'figure', 'figcaption',
    'details', 'summary', 'table', 'caption', 'thead', 'tbody', 'tr', 'th',
    'td', 'svg', 'desc', 'clippath', 'g', 'path', 'rect', 'line',
    'circle', 'text', 'tspan',
}


PAPERS = ('A4', 'letter')  # as CSS and pdfinfo call them


def chromium(folder, *flags, page):
    return subprocess.run(
        ['chromium', '--headless=new', '--no-sandbox', '--disable-gpu',
         '--disable-dev-shm-usage', '--no-first-run', '--hide-scrollbars',
         '--enable-logging=stderr', '--user-data-dir=' + folder + '/profile',
         *flags, 'file://' + page], capture_output=True, timeout=120)


def test_page(check, html, name):
    page = Page(html)
    check(set(page.count) <= ELEMENTS,
          f'{name}: elements {set(page.count) - ELEMENTS}')
    check(all(link.startswith('#') for link in page.links),
          f'{name}: links {page.links}')
    check(all(link[1:] in page.ids for link in page.links),
          f'{name}: a link goes nowhere')
    check(len(page.ids) == len(set(page.ids)), f'{name}: an id twice')
    check(not any(key.startswith('on') or key == 'style'
                  for key in page.attributes), f'{name}: {page.attributes}')
    check("default-src 'none'" in html, f'{name}: no policy')
    check('<html lang="en">' in html, f'{name}: no language')
    check(page.count['svg'] == page.count['desc'],
          f'{name}: a picture without words')
    check(page.count['main'] == page.count['h1'] == page.count['nav'] == 1,
          f'{name}: landmarks')
    return page


def test_tidy(check, page, name):
    done = subprocess.run(['tidy', '-q', '-e', page], capture_output=True)
    words = done.stderr.decode()
    # It does not know that SVG's <title> may have an id.
    words = re.sub(r'.*<title> proprietary attribute "id"\n', '', words)
    check(words == '', f'{name}: tidy says {words}')


def test_width(check, folder, html, width, name):
    copy = os.path.join(folder, 'copy.html')
    html = re.sub(r'<meta http-equiv="Content-Security[^>]*>', '', html)
    with open(copy, 'w', encoding='utf-8') as file:
        file.write(html.replace('</head>', MEASURE, 1))
    frame = os.path.join(folder, 'frame.html')
    with open(frame, 'w', encoding='utf-8') as file:
        file.write(FRAME % width)
    done = chromium(folder, '--dump-dom', '--window-size=1400,1000',
                    '--virtual-time-budget=3000', page=frame)
    seen = re.search(r'data-seen="([^"]*)"', done.stdout.decode())
    check(seen, f'{name}: nothing measured {done.stderr.decode()[-500:]}')
    if seen:
        seen = json.loads(seen[1].replace('&quot;', '"'))
        check(seen['client'] == width, f'{name}: {seen} at {width}')
        check(seen['scroll'] <= seen['client'], f'{name}: {seen} at {width}')
        check(seen['pictures'] >= 4, f'{name}: {seen}')


def test_print(check, folder, html, paper, verdict, name):
    """Words on the first page, and a file that can be mailed: what is drawn
    stays drawn, no picture of a page is in it."""
    path, pdf = (os.path.join(folder, 'print.' + end) for end in
                 ('html', 'pdf'))
    with open(path, 'w', encoding='utf-8') as file:
        file.write(html.replace('@page{', '@page{size:%s;' % paper, 1))
    done = chromium(folder, '--print-to-pdf=' + pdf, '--no-pdf-header-footer',
                    page=path)
    check('CONSOLE' not in done.stderr.decode(),
          f'{name}: the console says {done.stderr.decode()}')
    check(os.path.getsize(pdf) < 700_000,
          f'{name}: {os.path.getsize(pdf)} bytes on {paper}')
    info = subprocess.run(['pdfinfo', pdf], capture_output=True).stdout
    check(paper in info.decode(), f'{name}: not on {paper}')
    pages = int(re.search(rb'Pages: *(\d+)', info)[1])
    check(5 <= pages <= 15, f'{name}: {pages} pages of {paper}')
    text = subprocess.run(['pdftotext', '-l', '1', pdf, '-'],
                          capture_output=True).stdout.decode()
    check(as_read(verdict) in as_read(text), f'{name}: no verdict on page 1')


def test_session(check, reports, folder, path, name):
    html = reports.report(path, 'html')
    check(html == reports.report(path, 'html'), f'{name}: other bytes')
    page = os.path.join(folder, 'page.html')
    with open(page, 'w', encoding='utf-8') as file:
        file.write(html)
    seen = test_page(check, html, name)
    verdict = json.loads(reports.report(path, 'json'))['verdict']['action']
    check(verdict in seen.text['p'], f'{name}: no verdict')
    test_tidy(check, page, name)
    for width in WIDTHS:
        test_width(check, folder, html, width, name)
    for paper in PAPERS if name == EXAMPLES[0] else PAPERS[:1]:
        test_print(check, folder, html, paper, verdict, name)
    return seen


def main():
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print('SKIPPED: not here: ' + ', '.join(missing))
        return SKIP
    check, reports = Checks(), Reports(sys.argv[1], sys.argv[2])
    for path in reports.sessions():
        test_page(check, reports.report(path, 'html'), path)
    with tempfile.TemporaryDirectory() as folder:
        for name in EXAMPLES:
            test_session(check, reports, folder, reports.example(name), name)
        path = os.path.join(folder, 'hostile.cfg')
        reports.hostile(path, HOSTILE)
        seen = test_session(check, reports, folder, path, 'hostile')
        check(seen.text['h1'] == [HOSTILE], f'hostile: {seen.text["h1"]}')
        check(seen.text['dd'].count(HOSTILE) == 2, 'hostile: author, notes')
        check(seen.cells().count(HOSTILE) >= 4, 'hostile: option and owner')
    return check.status()


if __name__ == '__main__':
    sys.exit(main())
