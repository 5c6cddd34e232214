import type { CareKindName } from '@fengqiao/contract/care.ts';
import { personSeals, type PersonSeal } from '#modules/identity';
import { careVaultOf } from '#platform/crypto/care-vault.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

/** What a record is about. */
export type Body = {
  readonly kind: CareKindName;
  readonly paper: string;
  readonly why: string;
  readonly measures: readonly string[];
};

type Part = { readonly table: 'record' | 'note'; readonly column: string; readonly row: string };
const place = ({ table, column, row }: Part) => ({ table: `care.${table}`, column, row });
const personAt = (row: string) => place({ table: 'record', column: 'person_enc', row });
export const bodyOf = (row: string): Part => ({ table: 'record', column: 'body_enc', row });
export const closingOf = (row: string): Part => ({ table: 'record', column: 'closing_enc', row });
export const noteOf = (row: string): Part => ({ table: 'note', column: 'text_enc', row });
const handoverAt = (row: string) => ({ table: 'care.handover', column: 'reason_enc', row });

/** Which person a record is about: sealed with the key of special care alone, since the person's own key is found by it. */
export const sealPerson = ({ settings }: Work, record: string, person: string): Buffer =>
  careVaultOf(settings).seal(person, personAt(record));
export const openPerson = ({ settings }: Pick<Work, 'settings'>, record: string, sealed: Buffer): string =>
  careVaultOf(settings).open(sealed, personAt(record));
export const personIndex = ({ settings }: Pick<Work, 'settings'>, person: string): Buffer =>
  careVaultOf(settings).index(person, 'care');

export const sealHandover = ({ settings }: Work, id: string, reason: string): Buffer =>
  careVaultOf(settings).seal(reason, handoverAt(id));
export const openHandover = ({ settings }: Work, id: string, sealed: Buffer): string =>
  careVaultOf(settings).open(sealed, handoverAt(id));

/**
 * Words about a person are sealed twice: by the person's own key, so that erasing them is final here too, and by the key of
 * special care, so that whoever has everything else still cannot read them.
 */
export type Words = { seal(text: string, part: Part): Buffer; open(sealed: Buffer, part: Part): string };

/** What seals and opens words about this person; 404 once they were erased. Asked before the role of special care is taken. */
export async function wordsOf(work: Work, person: string): Promise<Words> {
  const own = (await personSeals(work, [person])).get(person) ?? refuse('platform.not_found');
  return twice(work, own);
}

function twice({ settings }: Work, own: PersonSeal): Words {
  const outer = careVaultOf(settings);
  return {
    seal: (text, part) => outer.seal(own.seal(text, place(part)).toString('base64'), place(part)),
    open: (sealed, part) => own.open(Buffer.from(outer.open(sealed, place(part)), 'base64'), place(part)),
  };
}

export const sealBody = (words: Words, record: string, body: Body): Buffer =>
  words.seal(JSON.stringify(body), bodyOf(record));
export const openBody = (words: Words, record: string, sealed: Buffer): Body =>
  fromJson<Body>(JSON.parse(words.open(sealed, bodyOf(record))));
