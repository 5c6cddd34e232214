import type { PersonField } from '@fengqiao/contract/registry/people.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { relations, sexes, type Relation, type Sex } from '@fengqiao/contract/registry/words.ts';
import { doorOf, localLevel, standardAddress } from './address.ts';
import { readIdentity } from './identifiers.ts';
import { homeKey } from './keys.ts';
import { readPhone } from './phones.ts';
import { placed, readDay, type Site } from './import/reading.ts';
import { isName, type PersonFacts } from './import/people.ts';

type Facts = Pick<
  PersonFacts,
  | 'name'
  | 'phone'
  | 'sex'
  | 'workplace'
  | 'relation'
  | 'idKind'
  | 'idNumber'
  | 'birthDate'
  | 'ethnicity'
  | 'address'
>;
export type Moved = {
  readonly building: string | null;
  readonly grid: string | null;
  readonly community: string | null;
  readonly home: string | null;
};
export type Corrected = { readonly facts: Partial<Facts>; readonly place?: Moved };

/** A fact as somebody says it should be, by the same rules as a row of a table; null when it cannot be used. */
export function correct(
  field: PersonField,
  asked: string,
  known: { readonly sites: ReadonlyMap<string, Site>; readonly today: string },
): Corrected | null {
  const value = asked.trim();
  if (field === 'address') return correctAddress(value, known.sites);
  if (field === 'idNumber') return correctNumber(value);
  if (field === 'phone') {
    const phone = value === '' ? null : readPhone(value);
    return phone === null && value !== '' ? null : { facts: { phone } };
  }
  if (field === 'birthDate') {
    const birthDate = readDay(value);
    return birthDate === null || birthDate > known.today ? null : { facts: { birthDate } };
  }
  if (field === 'sex') return within<Sex>(keysOf(sexes), value, (sex) => ({ sex }));
  if (field === 'household') return within<Relation>(keysOf(relations), value, (relation) => ({ relation }));
  if (field === 'name') return isName(value) ? { facts: { name: value } } : null;
  return { facts: { [field]: value === '' ? null : value.slice(0, 80) } };
}

function within<T extends string>(
  known: readonly T[],
  value: string,
  made: (one: T) => Partial<Facts>,
): Corrected | null {
  const found = known.find((one) => one === value);
  return found === undefined ? null : { facts: made(found) };
}

function correctNumber(value: string): Corrected | null {
  const read = readIdentity(value);
  if (typeof read === 'string') return null;
  const { kind, number, birthDate, sex } = read;
  return {
    facts: {
      idKind: kind,
      idNumber: number,
      ...(birthDate === null ? {} : { birthDate }),
      ...(sex === null ? {} : { sex }),
    },
  };
}

function correctAddress(value: string, sites: ReadonlyMap<string, Site>): Corrected | null {
  const found = placed(value, sites);
  if (found === null) return null;
  const { elements, site } = found;
  const door = doorOf(elements);
  return {
    facts: { address: standardAddress(elements, localLevel(elements)) },
    place: {
      building: site?.building ?? null,
      grid: site?.grid ?? null,
      community: site?.community ?? null,
      home: site === null || door === '' ? null : homeKey(site.building, door),
    },
  };
}
