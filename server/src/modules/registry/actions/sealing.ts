import type { PersonField } from '@fengqiao/contract/registry/people.ts';
import type { IdKind, Relation, Sex } from '@fengqiao/contract/registry/words.ts';
import { fromJson } from '#platform/json.ts';
import type { Vault } from '#platform/crypto/vault.ts';
import type { PersonFacts } from '../domain/import/people.ts';
import type { PersonSeal } from '#modules/identity';

/** General personal facts (G2), sealed together. */
export type General = {
  readonly name: string;
  readonly phone: string | null;
  readonly sex: Sex;
  readonly workplace: string | null;
  readonly relation: Relation | null;
};
/** Sensitive facts (G3), sealed together. */
export type Sensitive = {
  readonly idKind: IdKind | null;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly ethnicity: string | null;
  readonly address: string | null;
};
export type Facts = General & Sensitive;

const generalAt = (id: string) => ({ table: 'registry.person', column: 'g2_enc', row: id });
const sensitiveAt = (id: string) => ({ table: 'registry.person', column: 'g3_enc', row: id });

export function sealFacts(
  seal: PersonSeal,
  id: string,
  { name, phone, sex, workplace, relation, idKind, idNumber, birthDate, ethnicity, address }: Facts,
): { g2: Buffer; g3: Buffer } {
  const general: General = { name, phone, sex, workplace, relation };
  const sensitive: Sensitive = { idKind, idNumber, birthDate, ethnicity, address };
  return {
    g2: seal.seal(JSON.stringify(general), generalAt(id)),
    g3: seal.seal(JSON.stringify(sensitive), sensitiveAt(id)),
  };
}

/** Null when the person's key was destroyed, or nothing was ever written. */
export const openGeneral = (
  seal: PersonSeal | undefined,
  id: string,
  sealed: Buffer | null,
): General | null =>
  seal === undefined || sealed === null
    ? null
    : fromJson<General>(JSON.parse(seal.open(sealed, generalAt(id))));

export const openSensitive = (
  seal: PersonSeal | undefined,
  id: string,
  sealed: Buffer | null,
): Sensitive | null =>
  seal === undefined || sealed === null
    ? null
    : fromJson<Sensitive>(JSON.parse(seal.open(sealed, sensitiveAt(id))));

/** The keyed indexes by which a person is found. */
export const indexesOf = (vault: Vault, facts: Pick<Facts, 'name' | 'phone' | 'birthDate'>) => ({
  nameIndex: nameIndex(vault, facts.name),
  phoneIndex: facts.phone === null ? null : phoneIndex(vault, facts.phone),
  twinIndex: facts.birthDate === null ? null : vault.index(`${facts.name}|${facts.birthDate}`, 'name'),
});
export const nameIndex = (vault: Vault, name: string): Buffer =>
  vault.index(name.replaceAll(/\s/g, ''), 'name');
export const phoneIndex = (vault: Vault, phone: string): Buffer => vault.index(phone, 'phone');
export const numberIndex = (vault: Vault, number: string): Buffer => vault.index(number, 'id-number');

/** What a person is known by: the number of a paper, else name, birth date and address together. */
export const matchOf = (
  vault: Vault,
  { idNumber, name, birthDate, address }: Pick<Facts, 'idNumber' | 'name' | 'birthDate' | 'address'>,
): Buffer => numberIndex(vault, idNumber ?? `${name}|${birthDate ?? ''}|${address ?? ''}`);

/** Whether a row says the same as last time is told by a keyed digest, so that nothing is opened to know it. */
export const digestOf = (vault: Vault, facts: PersonFacts | object): Buffer =>
  vault.index(JSON.stringify(facts), 'address');

/** The value of a field as it is revealed. */
export function valueOf(facts: Facts, field: PersonField): string | null {
  return field === 'household' ? facts.relation : facts[field];
}
