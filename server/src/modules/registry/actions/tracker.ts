import { recordAccess, usesAbout, type Use } from '#modules/audit';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { normalNumber } from '../domain/identifiers.ts';
import { personByNumber, type PersonRow } from '../store/person.ts';
import { unitNames } from '../store/sites.ts';
import { readableOf } from './children.ts';
import { numberIndex } from './sealing.ts';
import { wholeOf } from './one-person.ts';

/** The portal behind a key. */
export type Portal = { readonly id: string; readonly name: string; readonly street: string };

export type Asked = {
  /** The ID number of whoever asks, as the portal has proved it, and of whom they ask about. */
  readonly asker: string;
  readonly about: string;
  readonly skip: number;
  readonly limit: number;
  readonly from: Date | null;
  readonly to: Date | null;
};

export type Usage = Use & { readonly unitName: { readonly zh: string; readonly en: string } | null };

/**
 * Who used somebody's data, for a portal that has proved who asks: of themselves or of a child they guard. A number nobody
 * has is answered like somebody at whom nobody looked, so that a portal does not learn who lives here.
 */
export async function findUsage(
  work: Work,
  portal: Portal,
  { asker, about, ...stretch }: Asked,
): Promise<{ usages: Usage[]; total: number }> {
  const whom = await asEngine(work, () => concerned(work, asker, about));
  if (whom === null) return { usages: [], total: 0 };
  const { person, subjects, withoutSensitive, guardian } = whom;
  const { uses, total } = await usesAbout(work, subjects, { ...stretch, withoutSensitive });
  await recordAccess(work, {
    action: 'registry.tracker',
    object: `key:${portal.id}`,
    subjects: [person],
    fields: ['idNumber'],
    purpose: guardian ? 'guardian' : 'track',
    capacity: guardian ? 'guardian' : 'key',
    reason: portal.name,
    flags: ['api', 'masked', 'list'],
  });
  const names = await unitNames(work, [
    ...new Set(uses.flatMap(({ unit }) => (unit === null ? [] : [unit]))),
  ]);
  return {
    usages: uses.map((use) => ({
      ...use,
      unitName: use.unit === null ? null : (names.get(use.unit) ?? null),
    })),
    total,
  };
}

type Whom = {
  readonly person: string;
  readonly subjects: readonly string[];
  readonly withoutSensitive: boolean;
  readonly guardian: boolean;
};

async function concerned(work: Work, asker: string, about: string): Promise<Whom | null> {
  const one = await personOf(work, asker);
  if (normalNumber(asker) === normalNumber(about)) {
    if (one === undefined) return null;
    const { people, accounts } = await wholeOf(work, { person: one.id, account: null });
    return {
      person: one.id,
      subjects: [...people, ...accounts],
      withoutSensitive: false,
      guardian: false,
    };
  }
  const other = one === undefined ? undefined : await personOf(work, about);
  const readable = one === undefined || other === undefined ? null : await readableOf(work, one, other.id);
  if (other === undefined || readable === null) return refuse('registry.tracker_other');
  return { person: other.id, guardian: true, ...readable };
}

const personOf = (work: Work, number: string): Promise<PersonRow | undefined> =>
  personByNumber(work, numberIndex(work.vault, normalNumber(number)));
