#!/usr/bin/env python3
"""formats.py PROGRAM SOURCE-FOLDER: no figure differs between formats.

The figures of the JSON report are looked for, as people read them, in text,
Markdown and HTML; and every paragraph of the page stands in the other two.
"""
import json
import re
import sys

from reports import Checks, Page, Reports, as_read


def ledger(value, currency):
    """$387,412, as the reports write an amount; cents below 100."""
    amount = abs(value)
    if amount and amount < 0.01 or amount >= 1e15:
        return None
    digits = f'{amount:,.2f}' if 0 < amount < 99.995 else f'{amount:,.0f}'
    blank = ' ' if currency[-1:].isalnum() else ''
    return ('-' if value < 0 else '') + currency + blank + digits


def figures(report):
    """What it is called, and how it is written."""
    currency = report['currency']
    for option in report['options']:
        name = option['name']
        yield f'{name}: total', ledger(option['total_pv'], currency)
        for category, value in option['by_category'].items():
            yield f'{name}: {category}', ledger(value, currency)
        if option['pass_rate'] is not None:
            yield f'{name}: pass rate', f"{option['pass_rate'] * 100:.3g}%"
        if option['latency_ms'] < 10000:  # then in seconds
            yield f'{name}: latency', f"{option['latency_ms']:,.0f} ms"
    net = report['savings'] and report['savings']['net']
    if net:
        yield 'net', ledger(abs(net), currency)
    odds = report['simulation']['p_net_positive']
    if odds is not None and 0.005 < odds < 0.995:
        yield 'odds', f'{odds * 100:.0f} of 100'


def markdown_words(text):
    """Without what Markdown takes for signs."""
    text = re.sub(r'\\([^A-Za-z0-9 \n])', r'\1', text)
    for name, sign in (('lt', '<'), ('gt', '>'), ('amp', '&')):
        text = text.replace(f'&{name};', sign)
    return as_read(re.sub(r'[*|>]', ' ', text))


def test_session(check, reports, path):
    report = json.loads(reports.report(path, 'json'))
    page = Page(reports.report(path, 'html'))
    text = as_read(reports.report(path, 'text'))
    words = {'text': text,
             'markdown': markdown_words(reports.report(path, 'markdown')),
             'html': as_read(page.words)}
    count = 0
    for what, figure in figures(report):
        for form, body in words.items():
            if figure:
                check(as_read(figure) in body,
                      f'{path}: {form} lacks {what}: {figure}')
                count += 1
    items = [re.sub('^(yes|no) ', '', item) for item in page.text['li']]
    for paragraph in page.text['p'] + items:
        plain = re.sub(r'[*|>]', ' ', as_read(paragraph))
        check(as_read(paragraph) in text or len(paragraph) < 30,
              f'{path}: the text lacks {paragraph[:90]}')
        check(as_read(plain) in words['markdown'] or len(paragraph) < 30,
              f'{path}: the Markdown lacks {paragraph[:90]}')
    return count


def main():
    check, reports = Checks(), Reports(sys.argv[1], sys.argv[2])
    count = sum(test_session(check, reports, path)
                for path in reports.sessions())
    check(count > 1000, f'only {count} figures were compared')
    return check.status()


if __name__ == '__main__':
    sys.exit(main())
