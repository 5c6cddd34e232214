import {
  CORRECTION_WORK_DAYS,
  type CorrectionDetail,
  type CorrectionState,
  type CorrectionView,
} from '@fengqiao/contract/registry/corrections.ts';
import type { PersonField } from '@fengqiao/contract/registry/people.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { recordAccess } from '#modules/audit';
import { notify } from '#modules/notices';
import { deadline } from '#platform/calendar/deadline.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { correct, type Corrected } from '../domain/correct.ts';
import {
  correctionsDue,
  findCorrection,
  insertCorrection,
  isBeingCorrected,
  lockCorrection,
  saveDecision,
  type CorrectionRow,
} from '../store/corrections.ts';
import {
  findPerson,
  insertEvent,
  lockPerson,
  personByNumber,
  rewritePerson,
  type PersonRow,
} from '../store/person.ts';
import { sitesOf, todayOf } from './import/reading.ts';
import { factsOf } from './people.ts';
import { personSeals } from '#modules/identity';
import { sourcesOf } from './provenance.ts';
import { indexesOf, matchOf, sealFacts, valueOf, type Facts } from './sealing.ts';

type Wish = { readonly field: PersonField; readonly value: string };
type Asked = { readonly wishes: readonly Wish[]; readonly words?: string | undefined };
type Kept = { readonly wishes: readonly Wish[]; readonly words: string | null };

const PAGE = 50;
const askedAt = (id: string) => ({ table: 'registry.correction', column: 'asked_enc', row: id });

/** Takes down what is wrong about a person in reach; the clock of ten work days runs from now. */
export async function askCorrectionFor(work: Work, person: string, asked: Asked): Promise<CorrectionView> {
  return openCorrection(work, await findPerson(work, person), asked, {
    account: null,
    takenBy: work.actor.account,
  });
}

export async function openCorrection(
  work: Work,
  person: PersonRow,
  { wishes, words }: Asked,
  by: { account: string | null; takenBy: string | null },
): Promise<CorrectionView> {
  const fields = [...new Set(wishes.map(({ field }) => field))];
  if (fields.length < wishes.length) refuse('registry.correction_same');
  const facts =
    factsOf((await personSeals(work, [person.id])).get(person.id), person) ?? refuse('platform.not_found');
  const known = { sites: await sitesOf(work), today: todayOf(work) };
  for (const { field, value } of wishes) {
    const fit = correct(field, value, known);
    if (fit === null || saysTheSame(facts, fit)) refuse('registry.correction_same', { field });
  }
  if (await isBeingCorrected(work, person.id, fields)) refuse('registry.correction_open');
  const id = work.newId();
  const kept: Kept = { wishes, words: words ?? null };
  const { dueAt } = deadline(work.calendar, {
    unit: 'work_day',
    value: CORRECTION_WORK_DAYS,
    start: work.now,
  });
  await insertCorrection(work, {
    id,
    person: person.id,
    community: person.community,
    grid: person.grid,
    ...by,
    fields,
    asked: work.vault.seal(JSON.stringify(kept), askedAt(id)),
    dueAt,
  });
  await work.announce('registry.correction_asked', id, { fields, dueAt: dueAt.toISOString() });
  return viewOf(work, await findCorrection(work, id));
}

const saysTheSame = (facts: Facts, { facts: asked }: Corrected): boolean =>
  Object.entries(asked).every(([name, value]) => fromJson<Record<string, unknown>>(facts)[name] === value);

/** Corrections in reach, those due first. */
export async function listCorrections(
  work: Work,
  {
    limit = PAGE,
    after,
    ...asked
  }: {
    limit?: number | undefined;
    after?: string | undefined;
    state?: CorrectionState | undefined;
    person?: string | undefined;
  },
) {
  const [at = '', id = ''] = (after ?? '').split('~');
  const from = /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
  const found = await correctionsDue(work, asked, limit + 1, from);
  const last = found[limit - 1];
  return {
    items: found.slice(0, limit).map((row) => viewOf(work, row)),
    next: found.length > limit && last !== undefined ? `${last.due_at.toISOString()}~${last.id}` : null,
  };
}

/** What is written beside what is asked, in clear and recorded, for whoever has to verify it. */
export async function viewCorrection(work: Work, id: string, purpose: Purpose): Promise<CorrectionDetail> {
  const row = await findCorrection(work, id);
  const person = await findPerson(work, row.person);
  const { wishes, words } = keptOf(work, row);
  await recordAccess(work, {
    action: 'registry.correction',
    object: `correction:${id}`,
    subjects: [person.id],
    fields: wishes.map(({ field }) => field),
    purpose,
  });
  const facts = factsOf((await personSeals(work, [person.id])).get(person.id), person);
  return {
    ...viewOf(work, row),
    words,
    wishes: wishes.map(({ field, value }) => ({
      field,
      now: facts === null ? null : valueOf(facts, field),
      asked: value,
    })),
  };
}

const keptOf = ({ vault }: Work, { id, asked_enc }: CorrectionRow): Kept =>
  fromJson<Kept>(JSON.parse(vault.open(asked_enc, askedAt(id))));

/** Decides a correction: what holds is written with its source and who vouches for it; the requester hears the answer. */
export async function decideCorrection(
  work: Work,
  id: string,
  { accept, reply }: { accept: readonly PersonField[]; reply: string },
): Promise<CorrectionView> {
  const row = await lockCorrection(work, id);
  if (row.state !== 'open') refuse('registry.correction_decided');
  if (row.taken_by !== null && row.taken_by === work.actor.account) refuse('registry.second_eyes');
  const wishes = keptOf(work, row).wishes.filter(({ field }) => accept.includes(field));
  if (wishes.length < accept.length) refuse('registry.correction_same');
  if (wishes.length > 0) await asEngine(work, () => writeCorrection(work, row.person, wishes));
  const state = wishes.length === 0 ? 'refused' : wishes.length === row.fields.length ? 'accepted' : 'partly';
  await asEngine(work, () => saveDecision(work, id, { state, accepted: accept, reply }));
  if (row.account !== null)
    await notify(work, {
      to: { account: row.account },
      kind: 'registry.correction',
      ...answered(reply),
      sms: true,
    });
  await work.announce('registry.correction_decided', id, { state });
  return viewOf(work, { ...row, state, accepted: [...accept], reply, decided_at: work.now });
}

const answered = (reply: string) => ({
  zh: `您申请更正的登记信息已有答复：${reply}`,
  en: `Your request to correct what the registry says has been answered: ${reply}`,
});

async function writeCorrection(work: Work, id: string, wishes: readonly Wish[]): Promise<void> {
  const person = await lockPerson(work, id);
  const seal = (await personSeals(work, [id])).get(id) ?? refuse('platform.not_found');
  const known = { sites: await sitesOf(work), today: todayOf(work) };
  const fits = wishes.map(
    ({ field, value }) => correct(field, value, known) ?? refuse('registry.correction_same', { field }),
  );
  const was = factsOf(seal, person) ?? refuse('platform.not_found');
  const facts: Facts = fits.reduce<Facts>((all, one) => ({ ...all, ...one.facts }), was);
  const match = matchOf(work.vault, facts);
  if (!match.equals(person.id_index ?? match)) {
    const other = await personByNumber(work, match);
    if (other !== undefined && other.id !== id) refuse('registry.known_already');
  }
  const place = fits.reduce((all, one) => ({ ...all, ...one.place }), {});
  const vouched = { source: '校核', asOf: todayOf(work), unit: work.actor.unit, import: null };
  const provenance = {
    ...sourcesOf(person),
    ...Object.fromEntries(wishes.map(({ field }) => [field, vouched])),
  };
  await rewritePerson(work, id, {
    ...place,
    ...indexesOf(work.vault, facts),
    match,
    ...sealFacts(seal, id, facts),
    provenance,
  });
  if (wishes.some(({ field }) => field === 'address'))
    await insertEvent(work, { person: id, kind: 'moved', at: todayOf(work), source: '校核' });
}

export const viewOf = ({ now }: Work, row: CorrectionRow): CorrectionView => ({
  id: row.id,
  person: row.person,
  fields: fromJson<PersonField[]>(row.fields),
  state: fromJson<CorrectionState>(row.state),
  byResident: row.account !== null,
  askedAt: row.asked_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  late: (row.decided_at ?? now) > row.due_at,
  decidedAt: row.decided_at?.toISOString() ?? null,
  accepted: fromJson<PersonField[]>(row.accepted),
  reply: row.reply,
});
