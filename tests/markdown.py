#!/usr/bin/env python3
"""The Markdown report as a forge reads it.

    markdown.py PROGRAM SOURCE_DIR

Renders reports with cmark-gfm and looks at the HTML that comes of it: tables
and headings are there, and what a session says is text whatever it says.
Skips, and says so, where there is no cmark-gfm.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), sys.argv[2]
SKIP = 77
FAILURES = []

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


def check(holds, words):
    if not holds:
        FAILURES.append(words)
        print('not ok: ' + words)


def report(path, *flags):
    return subprocess.run(
        [PROGRAM, 'report', path, '--format', 'markdown', '--scenarios',
         '1000', *flags], check=True, capture_output=True).stdout.decode()


class Page(HTMLParser):
    """Elements, links, and the text in each kind of element."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.count, self.links, self.cells, self.open = {}, [], [], []
        self.heads, self.words, self.lists = [], '', []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1
        self.links += [v for k, v in attributes if k in ('href', 'src')]
        self.open.append(tag)
        if tag in ('td', 'th'):
            self.cells.append('')
        if tag in ('h1', 'h2', 'h3'):
            self.heads.append('')
        if tag == 'li':
            self.lists.append('')

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_comment(self, data):
        self.count['!--'] = self.count.get('!--', 0) + 1

    def handle_data(self, data):
        self.words += data
        for tag, into in (('td', self.cells), ('th', self.cells),
                          ('li', self.lists), ('h1', self.heads),
                          ('h2', self.heads), ('h3', self.heads)):
            if tag in self.open and into:
                into[-1] += data


def rendered(markdown):
    """Raw HTML is let through, so that it would be seen."""
    extensions = ['table', 'autolink', 'strikethrough', 'tasklist',
                  'footnotes']
    flags = [part for name in extensions for part in ('-e', name)]
    html = subprocess.run(['cmark-gfm', '--unsafe', *flags], check=True,
                          input=markdown.encode(), capture_output=True)
    return Page(html.stdout.decode())


ALLOWED = {'h1', 'h2', 'h3', 'p', 'ul', 'ol', 'li', 'strong', 'table',
           'thead', 'tbody', 'tr', 'th', 'td', 'pre', 'code', 'hr', 'input'}


def check_page(page, name):
    check(set(page.count) <= ALLOWED,
          f'{name}: elements {set(page.count) - ALLOWED}')
    check(not page.links, f'{name}: links {page.links}')
    check(page.count.get('h1') == 1, f'{name}: one title')
    check(page.count.get('pre', 0) <= 1, f'{name}: one drawn picture')


def examples():
    for folder in ('tests/vectors', 'share/examples'):
        folder = os.path.join(SOURCE, folder)
        for name in sorted(os.listdir(folder)):
            if name.endswith('.cfg'):
                yield os.path.join(folder, name)


def test_examples():
    for path in examples():
        markdown = report(path)
        page = rendered(markdown)
        check_page(page, path)
        check(page.count['h2'] >= 9, f'{path}: sections')
        check(page.count['table'] >= 6, f'{path}: tables')
        check(page.count['ol'] == 1, f'{path}: one numbered list')
        check(page.count['input'] == 4, f'{path}: four checks')
        check('&lt;' not in page.words and '\\' not in page.words,
              f'{path}: nothing is escaped twice')


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


def hostile_session(path, text):
    """An example in which every kind of text is this one."""
    with open(os.path.join(SOURCE, 'share/examples/support-triage.cfg'),
              encoding='utf-8') as file:
        lines = file.read()
    lines = re.sub(r'source = "[^"]*"', lambda _: 'source = ' + quoted(text),
                   lines)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(lines)
    keys = ('name', 'notes', 'author', 'quality.reason',
            'upkeep.monitoring_owner', 'options[2].name')
    subprocess.run([PROGRAM, 'set', path, *(f'{key}={text}' for key in keys)],
                   check=True)


def as_read(text):
    """As a reader sees it: a joiner does not show, blanks are one."""
    return re.sub(r'\s+', ' ', text.replace('\u2060', '')).strip()


def test_hostile_texts(folder):
    for number, text in enumerate(HOSTILE):
        path = os.path.join(folder, f'{number}.cfg')
        hostile_session(path, text)
        page = rendered(report(path))
        name = f'hostile {text!r}'
        seen = as_read(text)
        check_page(page, name)
        check(as_read(page.heads[0]) == seen, f'{name}: title '
              f'{page.heads[0]!r}')
        check(sum(as_read(cell) == seen for cell in page.cells) >= 4,
              f'{name}: the option and the owner as cells')
        check(any(seen in as_read(cell) and cell.startswith('↑')
                  for cell in page.cells), f'{name}: the source')
        check(any(as_read(item).startswith('Notes: ') and seen in as_read(item)
                  for item in page.lists), f'{name}: the notes')


def main():
    if not shutil.which('cmark-gfm'):
        print('SKIPPED: there is no cmark-gfm here')
        return SKIP
    with tempfile.TemporaryDirectory() as folder:
        test_examples()
        test_hostile_texts(folder)
    print('%d failures' % len(FAILURES))
    return 1 if FAILURES else 0


if __name__ == '__main__':
    sys.exit(main())
