import { Refused } from '@fengqiao/contract/client.ts';
import { lostConnection } from '@fengqiao/ui/data.ts';
import type { BlobRow, OpRow, Refusal } from './base.ts';
import { changeOf } from './conflicts.ts';
import { fileOf, filledIn, isOpType, type OpType, type Payload } from './operations.ts';
import { answers, arrived, nextOf, refused, type Phone } from './outbox.ts';

/** What the sending needs of the network. */
export type Wire = {
  /** Sends a photo or sound, going on where it stopped; gives its id on the server. */
  upload(blob: BlobRow, bytes: ArrayBuffer): Promise<string>;
  /** Does an act on the server, once for its name; gives the answer. */
  send(type: OpType, payload: Payload, opId: string): Promise<unknown>;
};

/** How a run ended: nothing left to send, no network, signed out on the server, or to be tried a little later. */
export type Ended = 'empty' | 'offline' | 'signed_out' | 'later';

const MOST_TRIES = 3;

/** Sends what waits, one after the other, until nothing is left or the network is gone. What is refused waits for a person. */
export async function sync(phone: Phone, wire: Wire): Promise<Ended> {
  for (;;) {
    const [rows, blobs] = await Promise.all([
      phone.base.outbox.orderBy('seq').toArray(),
      phone.base.blob.toArray(),
    ]);
    const there = new Set(blobs.filter(({ file }) => file !== null).map(({ sha256 }) => sha256));
    const next = nextOf(
      rows.filter(({ type }) => isOpType(type)),
      there,
    );
    if (next === null) return sendLoose(phone, wire);
    const ended = await sendOne(phone, wire, next);
    if (ended !== null) return ended;
  }
}

async function sendOne(phone: Phone, wire: Wire, row: OpRow): Promise<Ended | null> {
  const { type, opId, seq, tries } = row;
  if (!isOpType(type)) return 'later';
  await phone.base.outbox.update(seq, { tries: tries + 1 });
  try {
    const files = await Promise.all(row.blobs.map((sha256) => fileIdOf(phone, wire, sha256)));
    const known = new Map([
      ...row.blobs.map((sha256, n) => [fileOf(sha256), files[n] ?? ''] as const),
      ...(await answers(phone)),
    ]);
    const payload = filledIn(await phone.vault.open<Payload>(row.payload), known);
    const result = await wire.send(type, payload, opId);
    await arrived(phone, row, result, changeOf(type, result));
    return null;
  } catch (error) {
    return judge(phone, row, error);
  }
}

/** What a failure means: wait, sign in, send a lost photo again, or ask the worker. */
async function judge(phone: Phone, row: OpRow, error: unknown): Promise<Ended | null> {
  if (!(error instanceof Refused) || lostConnection(error) || error.code === 'platform.unavailable')
    return 'offline';
  const { status, code, zh, en } = error;
  if (status === 401) return 'signed_out';
  if (status === 429 || code === 'platform.in_flight') return 'later';
  if (code === 'platform.failed' && row.tries < MOST_TRIES) return 'later';
  if (code === 'platform.file_unknown' && row.tries < MOST_TRIES) {
    await phone.base.blob
      .where('sha256')
      .anyOf([...row.blobs])
      .modify({ file: null });
    return null;
  }
  await refused(phone, row, { code, zh, en });
  return null;
}

/** A photo that is on the server already is not sent again. */
async function fileIdOf(phone: Phone, wire: Wire, sha256: string): Promise<string> {
  const blob = await phone.base.blob.get(sha256);
  if (blob === undefined || (blob.file === null && blob.bytes === null)) throw lost;
  if (blob.refusal !== null) throw new Refused(422, blob.refusal);
  return blob.file ?? sendBlob(phone, wire, blob);
}

async function sendBlob(phone: Phone, wire: Wire, blob: BlobRow): Promise<string> {
  if (blob.bytes === null) throw lost;
  try {
    const file = await wire.upload(blob, await phone.vault.openBytes(blob.bytes));
    await phone.base.blob.update(blob.sha256, { file });
    return file;
  } catch (error) {
    const no = refusalOf(error);
    if (no !== null) await phone.base.blob.update(blob.sha256, { refusal: no });
    throw error;
  }
}

/** Photos of forms that are still being filled in go ahead, so that handing in is light. */
async function sendLoose(phone: Phone, wire: Wire): Promise<Ended> {
  const loose = await phone.base.blob
    .orderBy('madeAt')
    .filter(({ file, bytes, refusal }) => file === null && bytes !== null && refusal === null)
    .toArray();
  for (const blob of loose) {
    try {
      await sendBlob(phone, wire, blob);
    } catch (error) {
      if (refusalOf(error) === null)
        return error instanceof Refused && error.status === 401 ? 'signed_out' : 'offline';
    }
  }
  return 'empty';
}

/** The server does not want this content, whenever it is sent. */
const refusalOf = (error: unknown): Refusal | null =>
  error instanceof Refused && [413, 415, 422].includes(error.status)
    ? { code: error.code, zh: error.zh, en: error.en }
    : null;

const lost = new Refused(422, {
  code: 'platform.file_unknown',
  zh: '这部手机上找不到所附的照片，请重拍后再提交。',
  en: 'The photo is no longer on this phone. Take it again, then send this.',
});
