import { refuse } from '#platform/refusal.ts';
import type { Format } from './document.ts';

/** One thing that is wrong with a request, in both languages. */
export type Wrong = { readonly parameter: string; readonly zh: string; readonly en: string };

/** What was sent, by name: an empty value counts as not sent. */
export type Input = {
  one(name: string): string | undefined;
  /** Values of a list: sent several times, or separated by commas. */
  many(name: string): string[];
  readonly attributes: ReadonlyMap<string, readonly string[]>;
};

const MOST_VALUES = 400;
const LONGEST = 5000;
const ATTRIBUTE = /^attribute\[([^[\]]{1,60})\](\[\d*\])?$/;

/** Orders what was sent by query, form or JSON. Refuses what is too much. */
export function inputOf(entries: Iterable<readonly [string, string]>): Input {
  const plain = new Map<string, string[]>();
  const attributes = new Map<string, string[]>();
  let count = 0;
  for (const [name, sent] of entries) {
    if ((count += 1) > MOST_VALUES || sent.length > LONGEST)
      wrong([{ parameter: name.slice(0, 60), zh: '内容过长', en: 'too long' }]);
    const value = clean(sent);
    if (value === '') continue;
    const attribute = ATTRIBUTE.exec(name)?.[1];
    const [into, key] = attribute === undefined ? [plain, name] : [attributes, attribute];
    into.set(key, [...(into.get(key) ?? []), value]);
  }
  return {
    attributes,
    one: (name) => plain.get(name)?.at(-1),
    many: (name) =>
      (plain.get(name) ?? [])
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
  };
}

/** Without characters that no text holds; line breaks stay. */
const clean = (text: string): string => text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '').trim();

/** A JSON body as the names and values of a form. */
export function entriesOfJson(body: unknown): (readonly [string, string])[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return wrong([{ parameter: '', zh: '内容应为 JSON 对象', en: 'must be a JSON object' }]);
  return Object.entries(body).flatMap(([name, value]) => entriesUnder(name, value));
}

function entriesUnder(name: string, value: unknown): (readonly [string, string])[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [[name, String(value)]];
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.map((one) => [name, String(one)] as const);
  if ((name === 'attribute' || name === 'attributes') && !Array.isArray(value))
    return Object.entries(value).flatMap(([code, answer]) =>
      typeof answer === 'object' && !Array.isArray(answer)
        ? unreadable(code)
        : entriesUnder(`attribute[${code}]`, answer),
    );
  return unreadable(name);
}

const unreadable = (name: string) =>
  wrong([{ parameter: name.slice(0, 60), zh: '无法识别', en: 'cannot be read' }]);

/** Refuses a request with everything that is wrong with it. */
export function wrong(problems: readonly Wrong[]): never {
  return refuse('cases.open311_invalid', { problems });
}

export const missing = (parameter: string): Wrong => ({ parameter, zh: '未提供', en: 'was not provided' });

export type Address = {
  readonly resource: string;
  readonly id: string | null;
  readonly format: Format | null;
};

const PATH = /^([a-z]+)(?:\/([^/]{1,100}?))?(?:\.([A-Za-z]{1,10}))?$/;

/** What a path after /open311/v2/ asks for; the format stands at its end. Refuses an address that means nothing. */
export function addressOf(path: string): Address {
  const [, resource = '', id, format] = PATH.exec(decoded(path)) ?? refuse('cases.open311_path');
  const known = format?.toLowerCase();
  if (known !== undefined && known !== 'xml' && known !== 'json') refuse('cases.open311_path');
  return { resource, id: id ?? null, format: known ?? null };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return refuse('cases.open311_path');
  }
}

/** The format to answer in: by the ending, else by the Accept header, else XML, which every client of Open311 reads. */
export function formatOf(ending: Format | null, accept: string): Format {
  if (ending !== null) return ending;
  const kinds = accept.split(',').map((one) => one.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  const first = kinds.find((kind) => /(^|[/+])(xml|json)$/.test(kind));
  return first?.endsWith('json') === true ? 'json' : 'xml';
}

export type Lang = 'zh' | 'en';

/** Chinese, unless the client prefers English. */
export const langOf = (accept: string): Lang => (/^\s*en\b/i.test(accept) ? 'en' : 'zh');
