#!/usr/bin/env python3
"""The Markdown report as a forge reads it.

    markdown.py PROGRAM SOURCE_DIR

Renders reports with cmark-gfm and looks at the HTML that comes of it: tables
and headings are there, and what a session says is text whatever it says.
Skips, and says so, where there is no cmark-gfm.
"""
import os
import shutil
import subprocess
import sys
import tempfile

from reports import SKIP, Checks, Page, Reports, as_read

HOSTILE = [
    '<script>alert(1)</script>', '| a | b |', '# x', '## x ##', '- x', '* x',
    '+ x', '1. x', '12) x', '> x', '---', '===', '***', '    code',
    '[x](javascript:y)', '![x](http://y.example/z.png)', '[x]: http://y',
    '`x`', '```', '~~~', '~~x~~', '**x**', '_x_', '__x__', 'a_b_c', '\\',
    'end \\', '\\|', '&lt;b&gt;', '&copy; &#x3c;b>', '<b>', '<!-- x -->',
    'https://y.example/z', 'http://y.example', 'ftp://y.example',
    'www.y.example', 'WWW.Y.EXAMPLE', '<https://y.example>', 'a.b@y.example',
    'mailto:a@y.example', 'xmpp:a@y.example/z', '@everyone', '[^1]',
    '[^1]: x', '[ ] x', '$x$', '$$x$$', ':---', '<details open>', 'x  ',
    '%s%n', "it's \"x\" & y", '<img src=x onerror=y>', 'a | b \\| c',
]


ALLOWED = {'h1', 'h2', 'h3', 'p', 'ul', 'ol', 'li', 'strong', 'table',
           'thead', 'tbody', 'tr', 'th', 'td', 'pre', 'code', 'hr', 'input'}


def rendered(markdown):
    """Raw HTML is let through, so that it would be seen."""
    extensions = ['table', 'autolink', 'strikethrough', 'tasklist',
                  'footnotes']
    flags = [part for name in extensions for part in ('-e', name)]
    html = subprocess.run(['cmark-gfm', '--unsafe', *flags], check=True,
                          input=markdown.encode(), capture_output=True)
    return Page(html.stdout.decode())


def check_page(check, page, name):
    check(set(page.count) <= ALLOWED,
          f'{name}: elements {set(page.count) - ALLOWED}')
    check(not page.links, f'{name}: links {page.links}')
    check(page.count.get('h1') == 1, f'{name}: one title')
    check(page.count.get('pre', 0) <= 1, f'{name}: one drawn picture')


def test_sessions(check, reports):
    for path in reports.sessions():
        page = rendered(reports.report(path, 'markdown'))
        check_page(check, page, path)
        check(page.count['h2'] >= 9, f'{path}: sections')
        check(page.count['table'] >= 6, f'{path}: tables')
        check(page.count['ol'] == 1, f'{path}: one numbered list')
        check(page.count['input'] == 4, f'{path}: four checks')
        check('&lt;' not in page.words and '\\' not in page.words,
              f'{path}: nothing is escaped twice')


def test_hostile_texts(check, reports, folder):
    path = os.path.join(folder, 'hostile.cfg')
    for text in HOSTILE:
        reports.hostile(path, text)
        page = rendered(reports.report(path, 'markdown'))
        name = f'hostile {text!r}'
        seen = as_read(text)
        cells = page.cells()
        check_page(check, page, name)
        check(as_read(page.text['h1'][0]) == seen,
              f'{name}: title {page.text["h1"][0]!r}')
        check(sum(as_read(cell) == seen for cell in cells) >= 4,
              f'{name}: the option and the owner as cells')
        check(any(seen in as_read(cell) and cell.startswith('↑')
                  for cell in cells), f'{name}: the source')
        check(any(as_read(item).startswith('Notes: ') and seen in as_read(item)
                  for item in page.text['li']), f'{name}: the notes')


def main():
    if not shutil.which('cmark-gfm'):
        print('SKIPPED: there is no cmark-gfm here')
        return SKIP
    check, reports = Checks(), Reports(sys.argv[1], sys.argv[2])
    test_sessions(check, reports)
    with tempfile.TemporaryDirectory() as folder:
        test_hostile_texts(check, reports, folder)
    return check.status()


if __name__ == '__main__':
    sys.exit(main())
