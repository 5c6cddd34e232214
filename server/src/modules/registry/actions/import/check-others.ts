import type { Work } from '#platform/work.ts';
import type { TableRow } from '#platform/table/row.ts';
import { addressKey, homeKey } from '../../domain/keys.ts';
import {
  ladderOf,
  readAddressRow,
  readHomeRow,
  readOrganizationRow,
  type AddressFacts,
} from '../../domain/import/others.ts';
import { isFaulty, type Faulty, type Reading, type Sound } from '../../domain/import/reading.ts';
import { organizationMatch } from '../../domain/by-hand.ts';
import { organizationCodeOf } from '../../domain/organization-codes.ts';
import { knownById, knownOrganizations, stageOthers, type KnownRow, type Staged } from '../../store/stage.ts';
import { digestOf, numberIndex } from '../sealing.ts';
import { contactAt } from '../organization-contact.ts';
import { told, type Told } from './told.ts';

type Batch = { readonly id: string; readonly reading: Reading };

export async function checkHomes(work: Work, rows: readonly TableRow[], batch: Batch): Promise<Told> {
  const read = rows.map((row) => readHomeRow(row, batch.reading));
  const keyed = soundOf(read).map((one) => ({ one, key: homeKey(one.facts.site.building, one.facts.door) }));
  const known = await knownById(
    work,
    'homes',
    keyed.map(({ key }) => key),
  );
  const staged = keyed.map(({ one, key }) => {
    const { site, ownerIdNumber, ...facts } = one.facts;
    const owner = ownerIdNumber === null ? null : numberIndex(work.vault, ownerIdNumber).toString('hex');
    return rowOf(work, one.line, { known: known.get(key), key, body: { ...site, ...facts, owner } });
  });
  await stageOthers(work, batch.id, staged);
  return told(read, staged);
}

export async function checkOrganizations(work: Work, rows: readonly TableRow[], batch: Batch): Promise<Told> {
  const read = rows.map((row) => readOrganizationRow(row, batch.reading));
  const keyed = soundOf(read).map((one) => ({ one, match: organizationMatch(one.facts) }));
  const known = await knownOrganizations(
    work,
    keyed.map(({ match }) => match),
  );
  const staged = keyed.map(({ one: { line, facts }, match }) => {
    const { site, contact, phone, creditCode, ...open } = facts;
    const id = known.get(match)?.id ?? work.newId();
    const codes =
      creditCode === null ? {} : { credit: creditCode, organization: organizationCodeOf(creditCode) };
    const sealed =
      contact === null && phone === null
        ? null
        : work.vault.seal(JSON.stringify({ contact, phone }), contactAt(id)).toString('hex');
    const row = rowOf(work, line, {
      known: known.get(match),
      key: id,
      body: { ...site, ...open, contact, phone, codes },
    });
    return {
      ...row,
      match: numberIndex(work.vault, match),
      body: { ...site, ...open, match, contact: sealed, codes },
    };
  });
  await stageOthers(work, batch.id, staged);
  return told(read, staged);
}

export async function checkAddresses(work: Work, rows: readonly TableRow[], batch: Batch): Promise<Told> {
  const read = rows.map((row) => readAddressRow(row, batch.reading));
  const stepped = soundOf(read).map((one) => ({ one, steps: stepsOf(work.street, one.facts) }));
  const known = await knownById(
    work,
    'addresses',
    stepped.map(({ steps }) => steps.at(-1)?.id ?? ''),
  );
  const staged = stepped.map(({ one: { line, facts }, steps }) => {
    const key = steps.at(-1)?.id ?? '';
    const codes = facts.policeCode === null ? {} : { police_address: facts.policeCode };
    return rowOf(work, line, { known: known.get(key), key, body: { steps, codes } });
  });
  await stageOthers(work, batch.id, staged);
  return told(read, staged);
}

/** An address with all it lies below; only the building and what is in it lie at the building's place. */
function stepsOf(street: string, { elements, site, lng, lat }: AddressFacts) {
  const ladder = ladderOf(elements);
  const atBuilding = ladder.findIndex(({ level }) => level === 'building');
  const first = atBuilding < 0 ? ladder.length - 1 : atBuilding;
  return ladder.map(({ level, text, elements: own }, i) => ({
    id: addressKey(street, text),
    parent: i === 0 ? null : addressKey(street, ladder[i - 1]?.text ?? ''),
    level,
    text,
    elements: own,
    ...(i < first || site === null ? {} : site),
    ...(i === ladder.length - 1 && lng !== null ? { lng, lat } : {}),
  }));
}

const soundOf = <T>(read: readonly (Faulty | Sound<T>)[]): Sound<T>[] =>
  read.flatMap((one) => (isFaulty(one) ? [] : [one]));

function rowOf(
  work: Work,
  line: number,
  { known, key, body }: { known: KnownRow | undefined; key: string; body: object },
): Staged {
  const digest = digestOf(work.vault, body);
  const act = known === undefined ? 'new' : known.digest?.equals(digest) === true ? 'same' : 'change';
  return { line, act, id: key, match: numberIndex(work.vault, key), digest, body };
}
