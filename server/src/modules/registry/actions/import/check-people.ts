import type { Platform } from '#platform/serve.ts';
import type { Piece } from '#platform/table/pieces.ts';
import type { Work } from '#platform/work.ts';
import { keepPackedKeys, wrappedKeys, personSeals } from '#modules/identity';
import type { ImportRow } from '../../store/imports.ts';
import { peopleById } from '../../store/person.ts';
import { knownPeople, stagePeople } from '../../store/stage.ts';
import { newerThan, sourcesOf } from '../provenance.ts';
import { openGeneral, openSensitive, type Facts } from '../sealing.ts';
import type { Hand, Marks } from './hands.ts';
import { dayOf } from './read.ts';
import type { Known, Ready } from './ready-people.ts';
import type { Told } from './told.ts';

type Enter = <T>(act: (work: Work) => Promise<T>) => Promise<T>;
type Given = { readonly hand: Hand; readonly row: Pick<ImportRow, 'as_of'>; readonly enter: Enter };

/** Reads a piece of a table of people, asks who of them is known, and seals what is to be written. */
export async function readyPeople(
  { clock }: Pick<Platform, 'clock'>,
  piece: Piece,
  { hand, row, enter }: Given,
): Promise<Ready> {
  const marks = await hand.mark(piece);
  const known = await enter((work) => whoIsKnown(work, marks, dayOf(row.as_of)));
  return hand.seal({ piece: marks.piece, known, now: clock() });
}

/** Stages people who are ready, with the keys of those who are new. */
export async function stageReady(work: Work, { rows, keys, told }: Ready): Promise<Told> {
  await keepPackedKeys(work, keys);
  await stagePeople(work, rows);
  return told;
}

async function whoIsKnown(work: Work, marks: Marks, asOf: string): Promise<Known[]> {
  const known = await knownPeople(work, marks);
  const changed = known.flatMap(({ id, same }) => (same ? [] : [id]));
  const [keys, kept] = await Promise.all([wrappedKeys(work, changed), keptFacts(work, changed, asOf)]);
  // Copied, since each would else travel with all that came from the database beside it.
  const keyOf = new Map(keys.map(({ subject, keyEnc }) => [subject, new Uint8Array(keyEnc)]));
  return known.map(({ n, id, same }) => ({
    n,
    id,
    same,
    keyEnc: keyOf.get(id) ?? null,
    kept: kept.get(id) ?? {},
  }));
}

/** What corrections have put right since the day of the table stays. */
async function keptFacts(
  work: Work,
  ids: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, Partial<Facts>>> {
  const corrected = (await peopleById(work, ids)).flatMap((person) => {
    const fields = newerThan(sourcesOf(person), asOf);
    return fields.length === 0 ? [] : [{ person, fields }];
  });
  const seals = await personSeals(
    work,
    corrected.map(({ person }) => person.id),
  );
  return new Map(
    corrected.map(({ person: { id, g2_enc, g3_enc }, fields }) => {
      const facts = {
        ...openGeneral(seals.get(id), id, g2_enc),
        ...openSensitive(seals.get(id), id, g3_enc),
      };
      const names = new Set<string>(fields.map((field) => (field === 'household' ? 'relation' : field)));
      return [id, Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)))];
    }),
  );
}
