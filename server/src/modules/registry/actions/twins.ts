import { keysOf } from '@fengqiao/contract/shapes.ts';
import { personFields } from '@fengqiao/contract/registry/people.ts';
import type { TwinDetail, TwinReasonName, TwinState, TwinView } from '@fengqiao/contract/registry/twins.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { maskOf } from '@fengqiao/contract/masks.ts';
import { likeness, LIKELY, type Likeness } from '../domain/resolve.ts';
import { insertEvent, lockPerson, peopleById, rewritePerson, type PersonRow } from '../store/person.ts';
import {
  insertTwins,
  likelyPairs,
  lockTwin,
  saveTwin,
  twinsAfter,
  type Pair,
  type TwinRow,
} from '../store/twins.ts';
import { todayOf } from '../domain/day.ts';
import { lookedMasked } from './looks.ts';
import { joinAccounts, partAccounts } from './one-person.ts';
import { factsOf, maskedOf } from './people.ts';
import { personSeals, type PersonSeal } from '#modules/identity';
import { sourceOf, sourcesOf } from './provenance.ts';
import { valueOf } from './sealing.ts';

const PAGE = 50;
const PAIRS_AT_ONCE = 500;

/** Proposes pairs that are likely one person; returns how many. Nothing is merged here. */
export async function findTwins(work: Work): Promise<{ found: number }> {
  let found = 0;
  for (let last: Pair | null = null; ;) {
    const pairs: readonly Pair[] = await likelyPairs(work, PAIRS_AT_ONCE, last);
    found += await propose(work, pairs);
    last = pairs.at(-1) ?? null;
    if (last === null || pairs.length < PAIRS_AT_ONCE) return { found };
  }
}

async function propose(work: Work, pairs: readonly Pair[]): Promise<number> {
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
  const [people, seals] = await Promise.all([peopleById(work, ids), personSeals(work, ids)]);
  const known = new Map(people.map((person) => [person.id, likenessOf(seals.get(person.id), person)]));
  const likely = pairs.flatMap(({ one, other }) => {
    const [a, b] = [known.get(one), known.get(other)];
    const { score, reasons } =
      a === null || b === null || a === undefined || b === undefined
        ? { score: 0, reasons: [] }
        : likeness(a, b);
    return score >= LIKELY ? [{ one, other, score, reasons }] : [];
  });
  await insertTwins(work, likely);
  return likely.length;
}

function likenessOf(seal: PersonSeal | undefined, person: PersonRow): Likeness | null {
  const facts = factsOf(seal, person);
  if (facts === null) return null;
  const { idNumber, name, birthDate, sex, phone } = facts;
  return {
    id: person.id,
    idNumber,
    name,
    birthDate,
    sex: sex === '1' || sex === '2' ? sex : null,
    phone,
    home: person.home,
    building: person.building,
  };
}

export async function listTwins(
  work: Work,
  {
    limit = PAGE,
    after,
    state = 'open',
  }: { limit?: number | undefined; after?: string | undefined; state?: TwinState | undefined },
) {
  const [score = '', one = '', other = ''] = (after ?? '').split('~');
  const from =
    [one, other].every((id) => /^[0-9a-f-]{36}$/.test(id)) && /^[\d.]+$/.test(score)
      ? { score: Number(score), one, other }
      : null;
  const found = await twinsAfter(work, state, limit + 1, from);
  const items = found.slice(0, limit).map(twinView);
  const last = items.at(-1);
  return {
    items,
    next: found.length > limit && last !== undefined ? `${last.score}~${last.one}~${last.other}` : null,
  };
}

/** Both sides masked, and which fields differ; recorded. */
export async function viewTwins(work: Work, pair: Pair, purpose: Purpose): Promise<TwinDetail> {
  const twin = await lockTwin(work, pair);
  const ids = [pair.one, pair.other];
  const [people, seals] = await Promise.all([peopleById(work, ids), personSeals(work, ids)]);
  const ordered = ids.map((id) => people.find((person) => person.id === id) ?? refuse('platform.not_found'));
  await lookedMasked(work, {
    action: 'registry.twins',
    object: 'registry.twin',
    subjects: ids,
    purpose,
    fields: ['name', 'phone', 'sex', 'idNumber'],
  });
  const facts = ordered.map((person) => factsOf(seals.get(person.id), person));
  const [a, b] = facts;
  const summaries = await maskedOf(work, ordered);
  return {
    ...twinView(twin),
    sides: summaries.map((summary, i) => {
      const { source, asOf } = sourceOf(sourcesOf(ordered[i] ?? { provenance: {} }), '*');
      return { ...summary, idNumber: maskOf('idNumber', facts[i]?.idNumber ?? null), source, asOf };
    }),
    differ:
      a === null || b === null || a === undefined || b === undefined
        ? []
        : keysOf(personFields).filter((field) => valueOf(a, field) !== valueOf(b, field)),
  };
}

/** Merges (one stays, the other points to it) or keeps apart. What both were is kept, so that a merge can be undone. */
export async function decideTwins(work: Work, pair: Pair, keep: string | null): Promise<TwinView> {
  const twin = await lockTwin(work, pair);
  if (twin.state !== 'open') refuse('registry.twin_state', { state: twin.state });
  if (keep === null) {
    await saveTwin(work, pair, { state: 'apart', was: null });
    return twinView({ ...twin, state: 'apart', decided_at: work.now });
  }
  if (keep !== pair.one && keep !== pair.other) refuse('registry.twin_state');
  const gone = keep === pair.one ? pair.other : pair.one;
  const [kept, merged] = [await lockPerson(work, keep), await lockPerson(work, gone)];
  if (kept.state === 'merged' || merged.state === 'merged') refuse('registry.twin_state');
  await rewritePerson(work, gone, { state: 'merged', mergedInto: keep });
  const account = await joinAccounts(work, { kept: keep, gone });
  await insertEvent(work, { person: keep, kind: 'merged', at: todayOf(work), source: '合并重复' });
  await saveTwin(work, pair, {
    state: 'merged',
    was: { kept: keep, gone, state: merged.state, version: merged.version + 1, account },
  });
  await work.announce('registry.merged', keep, { gone });
  return twinView({ ...twin, state: 'merged', decided_at: work.now });
}

type Was = {
  readonly kept: string;
  readonly gone: string;
  readonly state: PersonRow['state'];
  readonly version: number;
  /** The account that went over to the one that stayed. */
  readonly account?: string | null;
};

/** Parts what was merged; both rows are as before. */
export async function undoMerge(work: Work, pair: Pair): Promise<TwinView> {
  const twin = await lockTwin(work, pair);
  if (twin.state !== 'merged') refuse('registry.twin_state', { state: twin.state });
  const { kept, gone, state, version, account = null } = fromJson<Was>(twin.was);
  const merged = await lockPerson(work, gone);
  if (merged.state !== 'merged' || merged.version !== version) refuse('registry.twin_state');
  await rewritePerson(work, gone, { state: fromJson<'here'>(state), mergedInto: null });
  await partAccounts(work, { kept, gone, account });
  await insertEvent(work, { person: kept, kind: 'unmerged', at: todayOf(work), source: '撤销合并' });
  await saveTwin(work, pair, { state: 'open', was: null });
  await work.announce('registry.unmerged', kept, { gone });
  return twinView({ ...twin, state: 'open', decided_at: null });
}

const twinView = ({ one, other, score, reasons, state, found_at, decided_at }: TwinRow): TwinView => ({
  one,
  other,
  score,
  reasons: fromJson<TwinReasonName[]>(reasons),
  state: fromJson<TwinState>(state),
  foundAt: found_at.toISOString(),
  decidedAt: decided_at?.toISOString() ?? null,
});
