#!/usr/bin/env python3
"""The same report in four formats says the same.

    formats.py PROGRAM SOURCE_DIR

Of every vector and every example: each sentence of the HTML is in the text and
in the Markdown, each table of the Markdown is one of the HTML, cell by cell,
and the cells of the text are those of both; the figures are those of the JSON,
as far as they are written out.
"""
import json
import re
import sys

from reports import Checks, Page, Reports, as_read

ESCAPED = re.compile(r'\\([!-/:-@\[-`{-~])')


def plain(markdown):
    """What our Markdown says, without its signs."""
    for entity, char in (('&#8288;', ''), ('&lt;', '<'), ('&gt;', '>'),
                         ('&amp;', '&')):
        markdown = markdown.replace(entity, char)
    markdown = re.sub(r'(?<!\\)\*\*', '', markdown)
    return ESCAPED.sub(r'\1', markdown)


def markdown_tables(markdown):
    tables, inside = [], False
    for line in markdown.splitlines():
        if not line.startswith('|'):
            inside = False
            continue
        cells = re.split(r'(?<!\\)\|', line)[1:-1]
        if not inside:
            tables.append([])
        inside = True
        if not all(re.fullmatch(r' -+:? ', cell) for cell in cells):
            tables[-1].append([as_read(plain(cell)) for cell in cells])
    return tables


def html_tables(page):
    """Rows as long as the longest: a text across a row is its first cell."""
    tables = []
    for table in page.tables:
        width = max(len(row) for row in table)
        tables.append([[as_read(cell) for cell in row] +
                       [''] * (width - len(row)) for row in table])
    return tables


def undecorated(table):
    """Markdown marks what is below another figure."""
    return [[re.sub(r'^– ', '', row[0])] + row[1:] for row in table]


def test_sentences(check, page, text, markdown, name):
    text, markdown = as_read(text), as_read(plain(markdown))
    for tag in ('h1', 'p', 'dd', 'li'):
        for words in page.text[tag]:
            words = re.sub(r'^(yes|no) ', '', as_read(words))
            if tag == 'li' and any(words == as_read(title) for title in
                                   page.contents):
                continue
            check(words in text, f'{name}: not in the text: {words}')
            check(words in markdown, f'{name}: not in Markdown: {words}')


def test_tables(check, html, markdown, name):
    for table in markdown:
        check(undecorated(table) in html,
              f'{name}: no such table in HTML: {table[:2]}')
    check(len(html) - len(markdown) in (0, 1),
          f'{name}: {len(html)} tables in HTML, {len(markdown)} in Markdown')


def in_order(cells, line):
    at = 0
    for cell in cells:
        at = line.find(cell, at)
        if at < 0:
            return False
        at += len(cell)
    return True


def blocks(cells):
    """No more than four options side by side."""
    count = -(-len(cells) // 4)
    ends = [len(cells) * i // count for i in range(count + 1)]
    return [cells[a:b] for a, b in zip(ends, ends[1:])]


def test_text_cells(check, table, text, name):
    """A row of the table is a line of the text, where long names are cut; of
    the options side by side it is a line in each block."""
    lines = [as_read(line) for line in text.splitlines()]
    beside = 'regret' not in table[0]
    for label, *cells in table[1:]:
        for part in blocks(cells) if beside else [cells]:
            part = [cell for cell in part if cell]
            check(any(line.startswith(label[:19]) and in_order(part, line)
                      for line in lines), f'{name}: text lacks {label} {part}')


def number(words):
    """"-$14.3k" or "1,360 ms" as a number, and how far off it may be."""
    found = re.match(r'(-?)[^\d.]*([\d,]*\.?\d*(?:e[+-]?\d+)?)([kMBT%]?)',
                     words)
    digits = found[2].replace(',', '')
    scale = {'': 1, 'k': 1e3, 'M': 1e6, 'B': 1e9, 'T': 1e12, '%': .01}[found[3]]
    decimals = len(digits.partition('.')[2]) if 'e' not in digits else 0
    value = float(digits) * scale
    # three digits, of which those that are 0 behind a point are left out
    short = .0051 * value if found[3] or decimals else 0
    return (-value if found[1] else value), max(short, .501 * scale /
                                                10 ** decimals)


def test_figure(check, words, value, name):
    if value is None:
        check(words in ('-', 'not measured'), f'{name}: {words} for none')
        return
    if not re.search(r'\d', words):
        check(False, f'{name}: {words} for {value}')
        return
    said, room = number(words)
    check(abs(said - value) <= room, f'{name}: {words} for {value}')


def share(words):
    return .005 if words == 'under 1' else \
        .995 if words == 'over 99' else int(words) / 100


def rows_of(tables, label):
    for table in tables:
        for row in table:
            if row[0] == label:
                return row[1:]
    return None


def test_options(check, html, data, name):
    for label, key in (('Total present value', 'total_pv'),
                       ('Latency', 'latency_ms'), ('Pass rate', 'pass_rate'),
                       ('Per 1,000 requests', 'cost_per_1k'),
                       ('Per 1,000 good answers', 'cost_per_1k_good'),
                       ('People, hours a month', 'people_hours')):
        for words, option in zip(rows_of(html, label), data['options']):
            value = option[key]
            if key == 'latency_ms' and words.endswith(' s'):
                value /= 1000
            test_figure(check, words, value, f'{name}: {label}')
    for label, key in (('Building it', 'build'), ('Data and labels', 'data'),
                       ('Evaluation', 'evaluation'),
                       ('Training runs', 'training'), ('Serving', 'serving'),
                       ('Maintenance', 'maintenance'),
                       ('Failures', 'failures')):
        for words, option in zip(rows_of(html, label), data['options']):
            test_figure(check, words, option['by_category'][key],
                        f'{name}: {label}')


def test_odds(check, html, data, name):
    odds = next(table for table in html if 'regret' in table[0])
    for row, option in zip(odds[1:], data['simulation']['options']):
        where = f'{name}: odds of {row[0]}'
        check(row[0] == as_read(option['name']), where)
        for words, key in zip(row[1:4], ('p50', 'p05', 'p95')):
            test_figure(check, words, option[key], where)
        for words, key in zip(row[4:6], ('p_feasible', 'p_cheapest')):
            check(abs(share(words) - option[key]) < .0051, where)
        test_figure(check, row[6], option['regret'], where)


def test_savings(check, page, html, data, name):
    savings = data['savings']
    row = rows_of(html, 'Net saving') or rows_of(html, 'Net loss')
    test_figure(check, row[0], abs(savings['net']), f'{name}: net')
    seen = re.search(r'saves money in (\S+(?: \d+)?) of 100', page.words)
    check(abs(share(seen[1]) - data['simulation']['p_net_positive']) < .0051,
          f'{name}: odds {seen[0]}')
    payback = page.text['dd'][page.text['dt'].index('Payback')]
    month = re.match(r'Month (\d+)', payback)
    check((int(month[1]) if month else None) == (savings['payback_month'] or
                                                 None), f'{name}: {payback}')
    for words, swing in zip(next(table for table in html if 'Low end' in
                                 table[0])[1:], data['tornado']):
        test_figure(check, words[2], swing['net_low'], f'{name}: {words}')
        test_figure(check, words[4], swing['net_high'], f'{name}: {words}')


def test_session(check, reports, path):
    text, markdown, html = (reports.report(path, form)
                            for form in ('text', 'markdown', 'html'))
    data = json.loads(reports.report(path, 'json'))
    page = Page(html)
    page.contents = re.findall(r'<li><a href="#[a-z]*">([^<]*)<', html)
    tables = html_tables(page)
    test_sentences(check, page, text, markdown, path)
    test_tables(check, tables, markdown_tables(markdown), path)
    for table in tables:
        if rows_of([table], 'Total present value') or 'regret' in table[0]:
            test_text_cells(check, table, text, path)
    beside = [table for table in tables
              if rows_of([table], 'Total present value')]
    test_options(check, beside, data, path)
    if data['simulation']['evppi']:
        test_odds(check, tables, data, path)
        if data['savings']:
            test_savings(check, page, tables, data, path)


def main():
    check, reports = Checks(), Reports(sys.argv[1], sys.argv[2])
    count = 0
    for path in reports.sessions():
        test_session(check, reports, path)
        count += 1
    check(count >= 14, f'only {count} sessions')
    return check.status()


if __name__ == '__main__':
    sys.exit(main())
