import { sql } from 'kysely';
import { vaultOf } from './crypto/vault.ts';
import { codeOf } from './errors.ts';
import { hashOf, type Http } from './http.ts';
import { refuse } from './refusal.ts';
import type { Work } from './work.ts';

type Asked = {
  readonly work: Work;
  readonly masterKey: Buffer;
  readonly key: string;
  readonly route: string;
  readonly input: unknown;
  readonly http: Pick<Http, 'handedOut'>;
};

type Kept = { readonly mine: boolean; readonly request_hash: string | null; readonly reply: Buffer | null };

/**
 * The same key and content give the stored answer, letter for letter; the act runs once. Kept seven days, since a phone
 * may be offline for days. The answer may name people, so it is stored sealed.
 */
export async function once(asked: Asked, act: () => Promise<string>): Promise<{ text: string; replayed: boolean }> {
  const { work, masterKey, key, route, input } = asked;
  if (key.length < 8 || key.length > 200) refuse('platform.invalid_input', { problems: [{ at: 'Idempotency-Key', zh: '长度应为 8–200', en: 'must be 8 to 200 characters' }] });
  const who = work.actor.account ?? work.actor.session;
  const place = { table: 'platform.idempotency', column: 'reply', row: `${work.street}|${who}|${key}` };
  const requestHash = hashOf(`${route}\n${JSON.stringify(input)}`);
  const kept = await find(work, who, key);
  if (!kept.mine) refuse('platform.in_flight');
  if (kept.reply !== null) {
    if (kept.request_hash !== requestHash) refuse('platform.key_reused');
    return { text: vaultOf(masterKey).open(kept.reply, place), replayed: true };
  }
  const text = await act();
  if (!asked.http.handedOut) {
    const reply = vaultOf(masterKey).seal(text, place);
    await work.db.insertInto('platform.idempotency').values({ street: work.street, who, key, request_hash: requestHash, reply, at: work.now }).execute();
  }
  return { text, replayed: false };
}

/** Takes the key for this transaction and reads what is kept under it; served by the primary key. */
async function find(work: Work, who: string, key: string): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${work.street}|${who}|${key}`}, 0)) as mine, k.request_hash, k.reply
      from (select 1) one left join platform.idempotency k on k.street = ${work.street} and k.who = ${who} and k.key = ${key}`.execute(work.db);
  return rows[0]!;
}

/** The other request ended between our look and our lock: its answer is there now, so one more look finds it. */
export const isKeyRace = (error: unknown): boolean =>
  error instanceof Error && codeOf(error) === '23505' && 'constraint' in error && error.constraint === 'idempotency_pkey';
