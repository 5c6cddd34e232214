import type {
  CorrectionDetail,
  CorrectionState,
  CorrectionView,
} from '@fengqiao/contract/registry/corrections.ts';
import type { CorrectionField } from '@fengqiao/contract/registry/correction-fields.ts';
import type { PersonField } from '@fengqiao/contract/registry/people.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { recordAccess } from '#modules/audit';
import { notify } from '#modules/notices';
import { fromJson } from '#platform/json.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { isChild } from '../domain/child.ts';
import { correct, type Corrected } from '../domain/correct.ts';
import type { Provenance } from '../store/apply.ts';
import {
  correctionsDue,
  countUndecided,
  findCorrection,
  lockCorrection,
  saveDecision,
} from '../store/corrections.ts';
import { whoStays } from '../store/merged.ts';
import {
  findPerson,
  insertEvent,
  lockPerson,
  personByNumber,
  rewritePerson,
  type PersonRow,
  type Rewritten,
} from '../store/person.ts';
import { correctPlace, placeAsItStands, placeInReach } from './correct-places.ts';
import { inKnownHome } from './known-home.ts';
import { sitesOf } from './import/reading.ts';
import { todayOf } from '../domain/day.ts';
import { aboutOf, fieldsOf, keepCorrection, keptOf, viewOf } from './keep-correction.ts';
import { metByNumber } from './looks.ts';
import { factsOf } from './people.ts';
import { personSeals } from '#modules/identity';
import { sourcesOf } from './provenance.ts';
import { indexesOf, matchOf, sealFacts, valueOf, type Facts } from './sealing.ts';

type Wish = { readonly field: PersonField; readonly value: string };
type Asked = { readonly wishes: readonly Wish[]; readonly words?: string | undefined };

const PAGE = 50;

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
  asked: Asked,
  by: { account: string | null; takenBy: string | null },
): Promise<CorrectionView> {
  fieldsOf(asked);
  const facts =
    factsOf((await personSeals(work, [person.id])).get(person.id), person) ?? refuse('platform.not_found');
  const known = { sites: await sitesOf(work), today: todayOf(work) };
  for (const { field, value } of asked.wishes) {
    const fit = correct(field, value, known);
    if (fit === null || saysTheSame(facts, fit)) refuse('registry.correction_same', { field });
  }
  const { id: subject, community, grid } = person;
  return keepCorrection(work, { about: 'person', subject, community, grid }, asked, by);
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
    subject?: string | undefined;
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

/** How many of them wait for whoever asks to decide them. */
export const waitingCorrections = async (work: Work): Promise<{ corrections: number }> => ({
  corrections: await countUndecided(work),
});

/** What is written beside what is asked, in clear and recorded, for whoever has to verify it. */
export async function viewCorrection(work: Work, id: string, purpose: Purpose): Promise<CorrectionDetail> {
  const row = await findCorrection(work, id);
  if (row.state !== 'open') refuse('registry.correction_decided');
  const { about, subject } = aboutOf(row);
  const { wishes, words } = keptOf(work, row);
  const now: Readonly<Record<string, string | null>> =
    about === 'person'
      ? await personAsTheyStand(work, subject, { correction: id, wishes, purpose })
      : await placeAsItStands(work, { about, subject }, { correction: id, wishes, purpose });
  return {
    ...viewOf(work, row),
    words,
    wishes: wishes.map(({ field, value }) => ({ field, now: now[field] || null, asked: value })),
  };
}

async function personAsTheyStand(
  work: Work,
  id: string,
  {
    correction,
    wishes,
    purpose,
  }: { correction: string; wishes: readonly { field: CorrectionField }[]; purpose: Purpose },
): Promise<Record<string, string | null>> {
  const person = await whoStays(work, id);
  const fields = wishes.map(({ field }) => fromJson<PersonField>(field));
  const facts = factsOf((await personSeals(work, [person.id])).get(person.id), person);
  await recordAccess(work, {
    action: 'registry.correction',
    object: `correction:${correction}`,
    subjects: [person.id],
    fields: facts !== null && isChild(facts, todayOf(work)) ? [...fields, 'minor'] : fields,
    purpose,
  });
  return Object.fromEntries(fields.map((field) => [field, facts === null ? null : valueOf(facts, field)]));
}

/** Decides a correction: what holds is written with its source and who vouches for it; the requester hears the answer. */
export async function decideCorrection(
  work: Work,
  id: string,
  { accept, reply }: { accept: readonly CorrectionField[]; reply: string },
): Promise<CorrectionView> {
  const row = await lockCorrection(work, id);
  if (row.state !== 'open') refuse('registry.correction_decided');
  if (row.taken_by !== null && row.taken_by === work.actor.account) refuse('registry.second_eyes');
  const wishes = keptOf(work, row).wishes.filter(({ field }) => accept.includes(field));
  if (wishes.length < accept.length) refuse('registry.correction_same');
  if (wishes.length > 0) await writeWishes(work, aboutOf(row), wishes);
  const state = wishes.length === 0 ? 'refused' : wishes.length === row.fields.length ? 'accepted' : 'partly';
  await asEngine(work, () => saveDecision(work, id, { state, accepted: accept, reply }));
  const asker = row.account ?? row.taken_by;
  if (asker !== null)
    await notify(work, {
      to: { account: asker },
      kind: 'registry.correction',
      ...answered(reply),
      sms: row.account !== null,
    });
  await work.announce('registry.correction_decided', id, { state });
  return viewOf(work, { ...row, state, accepted: [...accept], reply, decided_at: work.now });
}

const answered = (reply: string) => ({
  zh: `您提出的登记信息更正已有答复：${reply}`,
  en: `Your request to correct what the registry says has been answered: ${reply}`,
});

type Wishes = readonly { readonly field: CorrectionField; readonly value: string }[];

/** What is corrected lies in reach before it is written, wherever it goes by that. */
async function writeWishes(
  work: Work,
  { about, subject }: ReturnType<typeof aboutOf>,
  wishes: Wishes,
): Promise<void> {
  const vouched = { source: '校核', asOf: todayOf(work), unit: work.actor.unit, import: null };
  if (about === 'person') {
    const { id } = await whoStays(work, subject);
    await asEngine(work, () => correctPerson(work, id, fromJson<readonly Wish[]>(wishes), vouched));
    return;
  }
  await placeInReach(work, { about, subject });
  await asEngine(work, () => correctPlace(work, { about, subject }, wishes, vouched));
}

async function correctPerson(
  work: Work,
  id: string,
  wishes: readonly Wish[],
  vouched: Provenance,
): Promise<void> {
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
    if (other !== undefined && other.id !== id) {
      await metByNumber(work, other.id, 'correct');
      return refuseKeeping('registry.known_already');
    }
  }
  const place = fits.reduce<Rewritten>((all, one) => ({ ...all, ...one.place }), {});
  const provenance = {
    ...sourcesOf(person),
    ...Object.fromEntries(wishes.map(({ field }) => [field, vouched])),
  };
  await rewritePerson(work, id, {
    ...(await inKnownHome(work, place)),
    ...indexesOf(work.vault, facts),
    match,
    ...sealFacts(seal, id, facts),
    provenance,
  });
  if (wishes.some(({ field }) => field === 'address'))
    await insertEvent(work, { person: id, kind: 'moved', at: todayOf(work), source: '校核' });
}
