import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { w3c, write } from './document.ts';
import { addressOf, entriesOfJson, formatOf, inputOf } from './input.ts';
import { momentOf, spanOf } from './query.ts';
import { forAll } from './request.ts';
import { extendedOf, notesOf, readExtended } from './status.ts';

test('what somebody wrote comes back from XML as it was, without what XML cannot hold', () => {
  const reader = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const xml = write({ root: 'a', content: { b: `x${text}` } }, 'xml');
      const kept = `x${text}`.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '');
      expect(reader.parse(xml)).toEqual({ a: { b: kept.replaceAll(/\r\n?/g, '\n') } });
    }),
  );
  expect(write({ root: 'a', content: { b: '<script>&"\u0000', c: null, d: true } }, 'xml')).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<a><b>&lt;script&gt;&amp;&quot;</b><c></c><d>true</d></a>',
  );
});

test('lists have names in XML and none in JSON', () => {
  const list = {
    root: 'services',
    content: { item: 'service', rows: [{ code: '1' }, { code: '2' }] },
  } as const;
  expect(write(list, 'json')).toBe('[{"code":"1"},{"code":"2"}]');
  expect(write(list, 'xml')).toContain(
    '<services><service><code>1</code></service><service><code>2</code></service></services>',
  );
});

test('an empty value counts as not sent, and lists may be repeated or separated by commas', () => {
  const input = inputOf([
    ['status', 'open,closed'],
    ['status', ' open '],
    ['service_code', ''],
    ['attribute[A]', '1'],
    ['attribute[B][]', 'x'],
    ['attribute[B][1]', 'y'],
    ['attribute[]', 'z'],
  ]);
  expect([input.many('status'), input.one('service_code')]).toEqual([['open', 'closed', 'open'], undefined]);
  expect([...input.attributes]).toEqual([
    ['A', ['1']],
    ['B', ['x', 'y']],
  ]);
  expect(
    entriesOfJson({ lat: 1.5, attribute: { A: 'x', B: ['y', 'z'] }, 'attribute[C]': 'w', none: null }),
  ).toEqual([
    ['lat', '1.5'],
    ['attribute[A]', 'x'],
    ['attribute[B]', 'y'],
    ['attribute[B]', 'z'],
    ['attribute[C]', 'w'],
  ]);
});

test('an address is a resource, an id and a format', () => {
  expect(addressOf('services.json')).toEqual({ resource: 'services', id: null, format: 'json' });
  expect(addressOf('requests/TF20261123-000042.XML')).toEqual({
    resource: 'requests',
    id: 'TF20261123-000042',
    format: 'xml',
  });
  expect([formatOf('xml', 'application/json'), formatOf(null, 'text/html, application/json')]).toEqual([
    'xml',
    'json',
  ]);
});

test('times carry their zone, also when a form turned the plus sign into a blank', () => {
  expect(momentOf('2010-05-24T00:00:00 08:00')?.toISOString()).toBe('2010-05-23T16:00:00.000Z');
  expect([momentOf('2010-05-24'), momentOf('2010-05-24T00:00:00'), momentOf('2010-13-24T00:00:00Z')]).toEqual(
    [null, null, null],
  );
  expect(w3c(new Date('2010-05-24T01:02:03.456Z'))).toBe('2010-05-24T01:02:03Z');
});

test('a span is the last 90 days, or 90 days from or up to a moment', () => {
  const now = new Date('2026-11-23T00:00:00Z');
  const days = (entries: [string, string][]) => {
    const { from, to } = spanOf(inputOf(entries), now);
    return [from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)];
  };
  expect(days([])).toEqual(['2026-08-25', '2026-11-23']);
  expect(days([['start_date', '2026-01-01T00:00:00Z']])).toEqual(['2026-01-01', '2026-04-01']);
  expect(days([['end_date', '2026-04-01T00:00:00Z']])).toEqual(['2026-01-01', '2026-04-01']);
});

test('what everybody reads holds no numbers and addresses of people', () => {
  expect(forAll('3 幢 502 室漏水，打 139 1234 5678 或 320505198001011234，wang.wu@example.com.cn')).toBe(
    '3 幢 502 室漏水，打 … 或 …，…',
  );
});

test('an answer is not a solution, in the notes and in the extended status', () => {
  const ended = { state: 'closed', exitCode: null, mergedNo: null } as const;
  expect(notesOf({ ...ended, outcome: 'explained' }, 'en')).toBe('Closed: Answered, not solved');
  expect(extendedOf('closed', { outcome: 'explained', exitCode: null })).toBe('no_further_action');
  expect(extendedOf('closed', { outcome: 'solved', exitCode: null })).toBe('fixed');
  expect(notesOf({ ...ended, state: 'merged', outcome: null, mergedNo: 'TF1' }, 'zh')).toBe('已并单：TF1');
  expect([readExtended('In Progress'), readExtended('FIXED'), readExtended('gone')]).toEqual([
    'in_progress',
    'fixed',
    undefined,
  ]);
});
