import { rewriteMessages } from '#modules/notices';
import { rewriteFacts } from '#platform/event.ts';
import type { FreeText, Passage, Written } from '#platform/free-text.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { seal } from '../domain/archive.ts';
import type { Case } from '../domain/case.ts';
import { overTexts, textsIn } from '../domain/passages.ts';
import { packagesOf, replaceArchive } from '../store/archive.ts';
import { findCases, lockCase, saveSearched, tell } from '../store/case.ts';
import { changedCases, peopleOf, saveCaseWords, saveWordsOf, worded, wordsOf } from '../store/passages.ts';

type Change = (text: string) => string;

/** What people wrote about cases: the reporters, and everybody who worked on them. */
export const caseTexts: FreeText = {
  id: 'cases',
  changed: async (work, asked) => {
    const cases = await changedCases(work, asked);
    const last = cases.at(-1);
    return {
      written: await passagesOf(work, cases),
      last: last === undefined ? null : { at: last.at, id: last.id },
    };
  },
  lock: async (work, subject) => {
    const [known] = await findCases(work, [subject]);
    if (known === undefined) return null;
    const { id, no, lead, holder, title, text, closedAt } = await lockCase(work, subject);
    const [written] = await passagesOf(work, [{ id, no, unit: lead ?? holder, title, text }]);
    return written === undefined
      ? null
      : { ...written, people: await peopleOf(work, subject), endedAt: closedAt };
  },
  rewrite: async (work, subject, change, facts) => {
    const theCase = await lockCase(work, subject);
    await rewriteCase(work, theCase, change);
    await rewriteMessages(work, subject, change);
    await rewritePackages(work, subject, change);
    await tell(work, theCase, theCase, { kind: 'scrub', facts });
  },
};

type Named = Pick<Case, 'id' | 'no' | 'title' | 'text'> & { readonly unit: string | null };

/** All passages of some cases: what was said first comes first, the title, which repeats it, last. */
async function passagesOf(work: Work, cases: readonly Named[]): Promise<Written[]> {
  const ids = cases.map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = new Map<string, Passage[]>(ids.map((id) => [id, []]));
  const add = (id: string, passage: Passage) => {
    if (passage.text.length >= SHORTEST && !code.test(passage.text)) found.get(id)?.push(passage);
  };
  for (const { kind, row, case_id: id, words } of await wordsOf(work, ids))
    for (const { way, text } of textsIn(words))
      add(id, { place: `${worded[kind]?.table}.${way.slice(1)}`, row, text });
  for (const { id, text, title } of cases) {
    add(id, { place: 'case.text', row: id, text });
    add(id, { place: 'case.title', row: id, text: title });
  }
  return cases.map(({ id, no, unit }) => ({ subject: id, no, unit, passages: found.get(id) ?? [] }));
}

/** Nothing that is looked for is shorter. */
const SHORTEST = 3;
/** Keys, hashes and the names of kinds and units are nobody's words. */
const code = /^(?:[0-9a-f-]{16,}|[a-z][a-z0-9_.-]*)$/;

async function rewriteCase(
  work: Work,
  { id, no, title, text, address }: Case,
  change: Change,
): Promise<void> {
  const moments: Date[] = [];
  for (const { kind, row, words, at } of await wordsOf(work, [id])) {
    const one = worded[kind];
    const changed = Object.entries(words).flatMap(([column, before]) => {
      const after = overTexts(before, change);
      return after === before ? [] : [[column, after] as const];
    });
    if (one === undefined || changed.length === 0) continue;
    await saveWordsOf(work, one, { row, caseId: id, words: Object.fromEntries(changed) });
    if (at !== null) moments.push(at);
  }
  const now = { title: change(title), text: change(text) };
  if (now.title !== title || now.text !== text) {
    await saveCaseWords(work, id, now);
    await saveSearched(work, { id, no, address, ...now });
  }
  if (moments.length > 0)
    await rewriteFacts(work, { subject: id, moments }, (facts) => overTexts(facts, change));
}

/** A package is made anew around the other words, with hashes of its own. */
async function rewritePackages(work: Work, id: string, change: Change): Promise<void> {
  for (const { round, text } of await packagesOf(work, id)) {
    const { parts } = fromJson<{ parts: Record<string, unknown> }>(JSON.parse(text));
    const after = overTexts(parts, change);
    if (after !== parts)
      await replaceArchive(work, { id, round }, seal(fromJson<Record<string, unknown>>(after)));
  }
}
