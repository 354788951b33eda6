"""What the tests of reports from outside share: sessions, reports, failures."""
import os
import re
import subprocess
from html.parser import HTMLParser

SKIP = 77


class Checks:
    """Counts what does not hold, and says so."""

    def __init__(self):
        self.failures = 0

    def __call__(self, holds, words):
        if not holds:
            self.failures += 1
            print('not ok: ' + words)

    def status(self):
        print('%d failures' % self.failures)
        return 1 if self.failures else 0


class Reports:
    def __init__(self, program, source):
        self.program, self.source = os.path.abspath(program), source

    def report(self, path, form, *flags):
        done = subprocess.run(
            [self.program, 'report', path, '--format', form, '--scenarios',
             '1000', *flags], check=True, capture_output=True,
            env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        return done.stdout.decode()

    def sessions(self):
        """The vectors and the examples."""
        for folder in ('tests/vectors', 'share/examples'):
            folder = os.path.join(self.source, folder)
            for name in sorted(os.listdir(folder)):
                if name.endswith('.cfg'):
                    yield os.path.join(folder, name)

    def example(self, name):
        return os.path.join(self.source, 'share/examples', name + '.cfg')

    def hostile(self, path, text):
        """An example in which every kind of text is this one."""
        quoted = text.replace('\\', '\\\\').replace('"', '\\"')
        with open(self.example('support-triage'), encoding='utf-8') as file:
            lines = re.sub(r'source = "[^"]*"',
                           lambda _: f'source = "{quoted}"', file.read())
        with open(path, 'w', encoding='utf-8') as file:
            file.write(lines)
        keys = ('name', 'notes', 'author', 'quality.reason',
                'upkeep.monitoring_owner', 'options[2].name')
        subprocess.run([self.program, 'set', path,
                        *(f'{key}={text}' for key in keys)], check=True)


def as_read(text):
    """As a reader sees it: a joiner does not show, blanks are one."""
    return re.sub(r'\s+', ' ', text.replace('\u2060', '')).strip()


class Page(HTMLParser):
    """A page's elements, addresses, texts by element, and tables."""

    VOID = {'meta', 'input', 'hr', 'br', 'img', 'link'}
    TEXTS = {'td', 'th', 'li', 'p', 'dd', 'dt', 'h1', 'h2', 'h3', 'title',
             'figcaption', 'desc', 'summary'}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.count, self.links, self.open, self.words = {}, [], [], ''
        self.ids, self.attributes = [], set()
        self.text = {tag: [] for tag in self.TEXTS}
        self.tables = []  # of rows of cells
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1
        self.links += [v for k, v in attributes if k in ('href', 'src')]
        self.ids += [v for k, v in attributes if k == 'id']
        self.attributes |= {k for k, _ in attributes}
        if tag not in self.VOID:
            self.open.append(tag)
        if tag in self.TEXTS:
            self.text[tag].append('')
        if tag == 'table':
            self.tables.append([])
        elif tag == 'tr':
            self.tables[-1].append([])
        elif tag in ('td', 'th'):
            self.tables[-1][-1].append('')

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_comment(self, data):
        self.count['!--'] = self.count.get('!--', 0) + 1

    def handle_data(self, data):
        self.words += data
        for tag in set(self.open) & self.TEXTS:
            self.text[tag][-1] += data
        if 'td' in self.open or 'th' in self.open:
            self.tables[-1][-1][-1] += data

    def cells(self):
        return [cell for table in self.tables for row in table for cell in row]
