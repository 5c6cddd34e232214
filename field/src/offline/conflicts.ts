import { call, Refused } from '@fengqiao/contract/client.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { endConflict, noteConflict } from '@fengqiao/contract/rounds.ts';
import type { Change, OpRow } from './base.ts';
import { clockOffset } from './clock.ts';
import { isOpType, type OpType, type Payload } from './operations.ts';
import type { Phone } from './outbox.ts';

type Noted = In<typeof noteConflict>['body'];
type End = In<typeof endConflict>['body'];

/** Where the server is told what became of acts that it did not take as they were. */
export type Teller = { note(body: Noted): Promise<unknown>; end(body: End): Promise<unknown> };
export const teller: Teller = {
  note: (body) => call(noteConflict, { body, key: `${body.op}-noted-${body.code}` }),
  end: (body) => call(endConflict, { body }),
};

/** What of its own accord the server left out of an act that it took. */
export function changeOf(type: OpType, result: unknown): Change | null {
  const unknown = type === 'patrol' && isPatrol(result) ? result.unknown : 0;
  return unknown === 0
    ? null
    : {
        code: 'rounds.points_unknown',
        zh: `有 ${unknown} 个码认不出，没有记入这次巡查；标签可能已换码或撤点，请社区核对。`,
        en: `Codes that were unknown and are left out of this patrol: ${unknown}. The sheets may be void; your community checks them.`,
      };
}
const isPatrol = (result: unknown): result is { unknown: number } =>
  typeof result === 'object' && result !== null && 'unknown' in result && typeof result.unknown === 'number';

/** Tells the server of every conflict that it does not know yet, and what the worker decided; a lost network is tried again. */
export async function tellConflicts(phone: Phone, to: Teller = teller): Promise<void> {
  for (const row of await phone.base.outbox.toArray()) {
    const next = toTell(row);
    if (next === null || !isOpType(row.type)) continue;
    try {
      if (next === 'open') await note(phone, row, row.type, to);
      else await to.end({ op: row.opId, how: next });
      await phone.base.outbox.update(row.seq, { told: next });
    } catch {
      // It is told with the next run.
      return;
    }
  }
}

/** What is to be told of an act next: first that there is a conflict, then what was decided. */
function toTell({ state, refusal, changed, told }: OpRow): 'open' | 'aside' | 'sent' | null {
  if (told === undefined) return refusal !== null || changed != null ? 'open' : null;
  if (state === 'refused') return told === 'open' ? null : 'open';
  if (state === 'aside') return told === 'aside' ? null : 'aside';
  return state === 'done' && changed == null && told !== 'sent' ? 'sent' : null;
}

async function note({ base, vault }: Phone, row: OpRow, kind: OpType, to: Teller): Promise<void> {
  const said = row.refusal ?? row.changed;
  if (said == null) return;
  const payload = await vault.open<Payload>(row.payload);
  const blobs = await base.blob.bulkGet([...row.blobs]);
  const offsetMs = clockOffset();
  const body: Noted = {
    op: row.opId,
    kind,
    how: row.refusal === null ? 'changed' : 'refused',
    code: said.code,
    said: { zh: said.zh, en: said.en },
    title: payload.title,
    words: wordsOf(payload.body),
    ...(payload.caseId !== undefined && { caseId: payload.caseId }),
    ...personIn(payload.body),
    files: [...new Set(blobs.flatMap((blob) => blob?.file ?? []))],
    at: new Date(row.madeAt).toISOString(),
    ...(offsetMs !== null && { offsetMs }),
  };
  try {
    await to.note(body);
  } catch (error) {
    // A photo that is gone from the server must not keep the words from it.
    if (!(error instanceof Refused) || error.code !== 'platform.file_unknown') throw error;
    await to.note({ ...body, files: [] });
  }
}

const personIn = (body: object): { person?: string } =>
  'person' in body && typeof body.person === 'string' ? { person: body.person } : {};

/** The words of an act, whatever its kind calls them. */
export function wordsOf(body: object): string {
  const told = Object.entries(body).find(
    ([name, value]) => ['text', 'summary', 'note', 'remarks'].includes(name) && typeof value === 'string',
  );
  return told === undefined ? '' : String(told[1]);
}
