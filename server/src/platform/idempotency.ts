import { CompiledQuery } from 'kysely';
import { UNAWAITED } from './db.ts';
import type { Kept } from './enter.ts';
import { isTaken } from './errors.ts';
import { hashOf, type Http } from './http.ts';
import { refuse } from './refusal.ts';
import type { Work } from './work.ts';

/** The Idempotency-Key of a request, or null; refuses one that is too short to be anybody's own. */
export function keyOf(given: string | string[] | undefined): string | null {
  if (typeof given !== 'string') return null;
  if (given.length >= 8 && given.length <= 200) return given;
  return refuse('platform.invalid_input', {
    problems: [{ at: 'Idempotency-Key', zh: '长度应为 8–200', en: 'must be 8 to 200 characters' }],
  });
}

type Asked = {
  readonly work: Work;
  readonly kept: Kept;
  readonly key: string;
  /** The operation and its input, as text. */
  readonly content: string;
  readonly http: Pick<Http, 'handedOut'>;
};

const KEEP = `${UNAWAITED} insert into platform.idempotency (street, who, key, request_hash, reply, at) values ($1, $2, $3, $4, $5, $6)`;

/**
 * The same key and content give the stored answer, letter for letter; the act runs once. Kept seven days, since a phone
 * may be offline for days. The answer may name people, so it is stored sealed.
 */
export async function once(
  { work, kept, key, content, http }: Asked,
  act: () => Promise<string>,
): Promise<{ text: string; replayed: boolean }> {
  if (!kept.mine) refuse('platform.in_flight');
  const who = work.actor.account ?? work.actor.session;
  const place = { table: 'platform.idempotency', column: 'reply', row: `${work.street}|${who}|${key}` };
  const requestHash = hashOf(content);
  if (kept.reply !== null) {
    if (kept.requestHash !== requestHash) refuse('platform.key_reused');
    return { text: work.vault.open(kept.reply, place), replayed: true };
  }
  const text = await act();
  if (!http.handedOut) {
    const reply = work.vault.seal(text, place);
    await work.db.executeQuery(
      CompiledQuery.raw(KEEP, [work.street, who, key, requestHash, reply, work.now]),
    );
  }
  return { text, replayed: false };
}

/** Forgets the answers kept for somebody, since they may name them. */
export const forgetAnswers = ({ db, street }: Work, who: string): Promise<unknown> =>
  db.deleteFrom('platform.idempotency').where('street', '=', street).where('who', '=', who).execute();

/** The other request ended between our look and our lock: its answer is there now, so one more look finds it. */
export const isKeyRace = (error: unknown): boolean =>
  isTaken(error) && error.constraint === 'idempotency_pkey';
