import { newKey } from '@fengqiao/ui/data.ts';
import type { Base, Change, OpRow, Refusal } from './base.ts';
import { answersOf, blobsIn, isOpType, type OpType, type Payload } from './operations.ts';
import type { Vault } from './vault.ts';

/** What one account keeps on this phone, laid open. */
export type Phone = { readonly account: string; readonly base: Base; readonly vault: Vault };

/** An act as the list of what waits shows it. */
export type Op = Omit<OpRow, 'payload' | 'result' | 'type'> & {
  readonly type: OpType;
  readonly payload: Payload;
};

type How = {
  readonly dependsOn?: readonly string[];
  /** The form it was written in, which is empty from now on. */
  readonly draft?: string;
};

/** Keeps an act for sending, and forgets its form in the same stroke; gives its name. */
export async function put<T extends OpType>(
  { base, vault }: Phone,
  type: T,
  payload: Payload<T>,
  { dependsOn = [], draft }: How = {},
): Promise<string> {
  const opId = newKey();
  const sealed = await vault.seal(payload);
  await base.transaction('rw', base.outbox, base.draft, async () => {
    await base.outbox.add({
      opId,
      type,
      state: 'waiting',
      tries: 0,
      dependsOn,
      blobs: blobsIn(payload),
      madeAt: Date.now(),
      sentAt: null,
      payload: sealed,
      result: null,
      refusal: null,
    });
    if (draft !== undefined) await base.draft.delete(draft);
  });
  return opId;
}

/** Everything that waits, was refused or arrived lately, the newest first. */
export async function listed({ base, vault }: Phone): Promise<Op[]> {
  const rows = await base.outbox.orderBy('seq').reverse().toArray();
  const ops = await Promise.all(rows.map((row) => opened(vault, row)));
  return ops.filter((op) => op !== null);
}

export async function findOp({ base, vault }: Phone, opId: string): Promise<Op | null> {
  const row = await base.outbox.get({ opId });
  return row === undefined ? null : opened(vault, row);
}

/** A newer app may have left a kind of act that this one does not know; it stays and waits. */
async function opened(vault: Vault, { payload, result: _sealed, type, ...row }: OpRow): Promise<Op | null> {
  return isOpType(type) ? { ...row, type, payload: await vault.open<Payload>(payload) } : null;
}

/** What the server answered to an act that arrived. */
export async function resultOf<T>({ base, vault }: Phone, opId: string): Promise<T | null> {
  const row = await base.outbox.get({ opId });
  return row?.result == null ? null : vault.open<T>(row.result);
}

/** The unsent acts on a matter: what is done to it next comes after them. */
export const waitingOn = (ops: readonly Op[], caseId: string): string[] =>
  ops
    .filter(({ state, payload }) => state === 'waiting' && payload.caseId === caseId)
    .map(({ opId }) => opId);

/** Which act goes next: in order, after those it depends on; one without photos to send is not held up by those of others. */
export function nextOf(rows: readonly OpRow[], onServer: ReadonlySet<string>): OpRow | null {
  const open = new Set(rows.filter(({ state }) => state !== 'done').map(({ opId }) => opId));
  const free = rows.filter(
    ({ state, dependsOn }) => state === 'waiting' && !dependsOn.some((id) => open.has(id)),
  );
  const light = free.find(({ blobs }) => blobs.every((sha256) => onServer.has(sha256)));
  return light ?? free[0] ?? null;
}

export async function arrived(
  { base, vault }: Phone,
  row: OpRow,
  result: unknown,
  changed: Change | null = null,
): Promise<void> {
  const sealed = await vault.seal(result);
  const now = { state: 'done', sentAt: Date.now(), result: sealed, refusal: null, changed } as const;
  await base.outbox.update(row.seq, now);
}

export const refused = ({ base }: Phone, { seq }: OpRow, refusal: Refusal): Promise<number> =>
  base.outbox.update(seq, { state: 'refused', refusal });

/** The worker decides to send it once more, as things are now: what it said of the version it had seen is left out. */
export async function sendAgain({ base, vault }: Phone, { seq, payload }: Op): Promise<void> {
  const body = Object.fromEntries(Object.entries(payload.body).filter(([name]) => name !== 'version'));
  const sealed = await vault.seal({ ...payload, body });
  await base.outbox.update(seq, { state: 'waiting', tries: 0, refusal: null, payload: sealed });
}

/** The worker keeps it as a note and sends it no more; what came after goes on, unless it needs the answer. */
export async function setAside({ base, vault }: Phone, { seq, opId, refusal }: Op): Promise<void> {
  const rows = await base.outbox.where('state').equals('waiting').toArray();
  const after = rows.filter(({ dependsOn }) => dependsOn.includes(opId));
  const needing = await Promise.all(
    after.map(async ({ payload }) => JSON.stringify(await vault.open(payload)).includes(`answer:${opId}`)),
  );
  await base.transaction('rw', base.outbox, async () => {
    await base.outbox.update(seq, { state: 'aside' });
    for (const [n, row] of after.entries()) {
      const dependsOn = row.dependsOn.filter((id) => id !== opId);
      if (needing[n]) await base.outbox.update(row.seq, { state: 'refused', refusal });
      else await base.outbox.update(row.seq, { dependsOn });
    }
  });
}

/** What later acts ask of the answers to earlier ones. */
export async function answers({ base, vault }: Phone): Promise<[string, string][]> {
  const done = await base.outbox.where('state').equals('done').toArray();
  const all = await Promise.all(
    done.map(async ({ opId, result }) => (result === null ? [] : answersOf(opId, await vault.open(result)))),
  );
  return all.flat();
}

/** What has not arrived and would be lost with this phone. */
export const unsent = (base: Base): Promise<number> =>
  base.outbox.where('state').anyOf('waiting', 'refused', 'aside').count();

const KEPT_MS = 7 * 86_400_000;

/** Forgets what arrived a week ago, and the photos that nothing here needs any more. */
export async function tidy({ base, vault }: Phone): Promise<void> {
  const old = Date.now() - KEPT_MS;
  await base.outbox
    .where('state')
    .equals('done')
    .and(({ sentAt }) => (sentAt ?? 0) < old)
    .delete();
  const drafts = await base.draft.toArray();
  const needed = new Set([
    ...(await base.outbox.toArray()).flatMap(({ state, blobs }) => (state === 'done' ? [] : blobs)),
    ...(await Promise.all(drafts.map(async ({ sealed }) => blobsIn(await vault.open(sealed))))).flat(),
  ]);
  const HOUR = 3_600_000;
  await base.blob.filter(({ sha256, madeAt }) => !needed.has(sha256) && Date.now() - madeAt > HOUR).delete();
}
