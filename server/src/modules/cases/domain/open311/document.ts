/** A value of a reply; a list of records knows how its items are called in XML. */
export type Value = string | number | boolean | null | Records;
export type Fields = { readonly [name: string]: Value };
export type Records = { readonly item: string; readonly rows: readonly Fields[] };

/** A reply in either format: its root, and one record or many of them. */
export type Document = { readonly root: string; readonly content: Fields | Records };
export type Format = 'xml' | 'json';

export const contentTypes: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

const isRecords = (content: Value | Fields): content is Records =>
  typeof content === 'object' && content !== null && 'item' in content && 'rows' in content;

/** A reply as text. JSON follows the Spark convention of the specification: lists stand without their names. */
export function write({ root, content }: Document, format: Format): string {
  return format === 'json'
    ? JSON.stringify(plain(content))
    : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, content)}`;
}

function plain(content: Value | Fields): unknown {
  if (isRecords(content)) return content.rows.map(plain);
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, plain(value)]));
}

function element(name: string, content: Value | Fields): string {
  return `<${name}>${inside(content)}</${name}>`;
}

function inside(content: Value | Fields): string {
  if (content === null) return '';
  if (typeof content !== 'object') return escaped(String(content));
  if (isRecords(content)) return content.rows.map((row) => element(content.item, row)).join('');
  return Object.entries(content)
    .map(([name, value]) => element(name, value))
    .join('');
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Characters that XML 1.0 cannot hold at all, with halves of pairs. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const escaped = (text: string) =>
  text.replaceAll(UNWRITABLE, '').replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** A moment in the form of the W3C note, to the second, in UTC. */
export const w3c = (at: Date | null): string | null =>
  at === null ? null : `${at.toISOString().slice(0, 19)}Z`;
