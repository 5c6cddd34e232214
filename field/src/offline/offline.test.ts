import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { Refused } from '@fengqiao/contract/client.ts';
import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import { Base, type BlobRow } from './base.ts';
import { offsetOf } from './clock.ts';
import { lock, openKey, release } from './keys.ts';
import { answerOf, fileOf } from './operations.ts';
import { listed, put, resultOf, sendAgain, setAside, tidy, unsent, type Phone } from './outbox.ts';
import { sync, type Wire } from './sync.ts';
import { sha256Of, vaultOf } from './vault.ts';

const WRAPPING = `${'BwcH'.repeat(10)}Bwc`;
const OTHER = `${'CAgI'.repeat(10)}CAg`;
const CASE = '0198f000-0000-7000-8000-000000000001';

let phones = 0;
let phone: Phone;
beforeEach(async () => {
  phones += 1;
  const account = `worker-${phones}`;
  const base = new Base(account);
  phone = { account, base, vault: vaultOf(await release(base, WRAPPING)) };
});

/** A server that does each act once for its name and keeps what it got; `network` decides what becomes of each call. */
function makeServer(network: () => void = () => undefined) {
  const done = new Map<string, unknown>();
  const files = new Map<string, string>();
  let calls = 0;
  const wire: Wire = {
    upload: async ({ sha256 }) => {
      network();
      const file = files.get(sha256) ?? `file-${files.size + 1}`;
      files.set(sha256, file);
      return file;
    },
    send: async (type, payload, opId) => {
      calls += 1;
      network();
      if (!done.has(opId)) done.set(opId, { type, payload });
      return { no: `TF-${done.size}`, id: opId };
    },
  };
  return { wire, done, files, calls: () => calls };
}

const no = (status: number, code: RefusalCode) =>
  new Refused(status, { code, zh: '不行，请重试。', en: 'No. Try again.' });
const report = (text: string, ...photos: string[]) => ({
  body: { text, lng: 120.15, lat: 31.23, address: '', files: photos.map(fileOf) },
  title: text,
});
async function photograph(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text).buffer;
  const sha256 = await sha256Of(bytes);
  const [sealed, thumb] = await Promise.all([phone.vault.sealBytes(bytes), phone.vault.seal('')]);
  const row: BlobRow = {
    sha256,
    kind: 'photo',
    media: 'image/jpeg',
    size: bytes.byteLength,
    madeAt: Date.now(),
    bytes: sealed,
    thumb,
    nonce: null,
    file: null,
    refusal: null,
  };
  await phone.base.blob.put(row);
  return sha256;
}
const states = async () => (await listed(phone)).map(({ state }) => state).toReversed();

describe('what waits on the phone', () => {
  test('arrives in the order it was done, photos before what names them', async () => {
    const photo = await photograph('before');
    await put(phone, 'found', report('路灯不亮', photo));
    const opId = await put(phone, 'acknowledge', {
      params: { id: CASE },
      body: {},
      title: '路灯',
      caseId: CASE,
    });
    const after = {
      params: { id: CASE },
      body: { summary: '已修好灯泡', outcome: 'solved' as const, evidence: [] },
    };
    await put(phone, 'handled', { ...after, title: '路灯', caseId: CASE }, { dependsOn: [opId] });
    const server = makeServer();
    expect(await sync(phone, server.wire)).toBe('empty');
    expect([...server.done.values()]).toMatchObject([
      { type: 'acknowledge' },
      { type: 'handled' },
      { type: 'found', payload: { body: { files: ['file-1'] } } },
    ]);
    expect(await unsent(phone.base)).toBe(0);
  });

  test('arrives once, though the network fails at every other call and answers are lost', async () => {
    for (let n = 0; n < 10; n += 1) await put(phone, 'found', report(`第 ${n} 件`, await photograph(`${n}`)));
    let turn = 0;
    const server = makeServer();
    const flapping: Wire = {
      upload: async (blob, bytes) => {
        if ((turn += 1) % 3 === 0) throw new TypeError('network');
        return server.wire.upload(blob, bytes);
      },
      send: async (type, payload, opId) => {
        const said = await server.wire.send(type, payload, opId);
        if ((turn += 1) % 2 === 0) throw new TypeError('the answer was lost');
        return said;
      },
    };
    let runs = 0;
    while ((await sync(phone, flapping)) !== 'empty') expect((runs += 1)).toBeLessThan(50);
    expect(runs).toBeGreaterThan(2);
    expect([server.done.size, server.files.size]).toEqual([10, 10]);
    expect(server.calls()).toBeGreaterThan(10);
  });

  test('is not sent while it cannot be, and nothing of it is lost', async () => {
    await put(phone, 'found', report('井盖松动', await photograph('lid')));
    const server = makeServer(() => {
      throw new TypeError('network');
    });
    expect(await sync(phone, server.wire)).toBe('offline');
    expect([await states(), await unsent(phone.base), server.done.size]).toEqual([['waiting'], 1, 0]);
  });

  test.each([
    [401, 'platform.not_signed_in', 'signed_out'],
    [429, 'platform.too_many', 'later'],
    [409, 'platform.in_flight', 'later'],
    [503, 'platform.unavailable', 'offline'],
  ] as const)('waits on after %s %s', async (status, code, ended) => {
    await put(phone, 'found', report('井盖松动'));
    const server = makeServer(() => {
      throw no(status, code);
    });
    expect([await sync(phone, server.wire), await states()]).toEqual([ended, ['waiting']]);
  });

  test('is sent with a photo once more when the server no longer has it', async () => {
    const photo = await photograph('lamp');
    await put(phone, 'found', report('路灯不亮', photo));
    let gone = true;
    const server = makeServer();
    const uploads: string[] = [];
    const forgetful: Wire = {
      upload: async (blob, bytes) => {
        uploads.push(blob.sha256);
        return server.wire.upload(blob, bytes);
      },
      send: async (type, payload, opId) => {
        if (gone) {
          gone = false;
          throw no(422, 'platform.file_unknown');
        }
        return server.wire.send(type, payload, opId);
      },
    };
    expect([await sync(phone, forgetful), uploads, await states()]).toEqual([
      'empty',
      [photo, photo],
      ['done'],
    ]);
  });
});

describe('what the server refuses', () => {
  const refuseAcknowledging = (): Wire => {
    const server = makeServer();
    return {
      ...server.wire,
      send: async (type, payload, opId) => {
        if (type === 'acknowledge') throw no(409, 'platform.stale');
        return server.wire.send(type, payload, opId);
      },
    };
  };
  const two = async () => {
    const body = { version: 3 };
    const first = await put(phone, 'acknowledge', {
      params: { id: CASE },
      body,
      title: '路灯',
      caseId: CASE,
    });
    const said = { summary: '已修好灯泡', outcome: 'solved' as const, evidence: [] };
    await put(
      phone,
      'handled',
      { params: { id: CASE }, body: said, title: '路灯', caseId: CASE },
      { dependsOn: [first] },
    );
    await put(phone, 'found', report('另一件'));
  };

  test('waits for the worker with the server’s words; what depends on it waits too, and the rest goes on', async () => {
    await two();
    await sync(phone, refuseAcknowledging());
    expect(await states()).toEqual(['refused', 'waiting', 'done']);
    expect((await listed(phone)).at(-1)?.refusal).toMatchObject({
      code: 'platform.stale',
      zh: '不行，请重试。',
    });
  });

  test('kept as a note it stays on the phone, and what came after it goes on', async () => {
    await two();
    await sync(phone, refuseAcknowledging());
    const [refusedOp] = (await listed(phone)).toReversed();
    if (refusedOp) await setAside(phone, refusedOp);
    await sync(phone, refuseAcknowledging());
    expect([await states(), await unsent(phone.base)]).toEqual([['aside', 'done', 'done'], 1]);
  });

  test('sent again it no longer speaks of the version it had seen', async () => {
    await two();
    await sync(phone, refuseAcknowledging());
    const [refusedOp] = (await listed(phone)).toReversed();
    if (refusedOp) await sendAgain(phone, refusedOp);
    const server = makeServer();
    await sync(phone, server.wire);
    expect(server.done.get(refusedOp?.opId ?? '')).toMatchObject({ payload: { body: {} } });
    expect(await states()).toEqual(['done', 'done', 'done']);
  });

  test('what needs the answer of something set aside is asked about as well', async () => {
    const first = await put(phone, 'acknowledge', {
      params: { id: CASE },
      body: {},
      title: '走访',
      caseId: CASE,
    });
    await put(phone, 'found', report(answerOf(first, 'id')), { dependsOn: [first] });
    await sync(phone, refuseAcknowledging());
    const [refusedOp] = (await listed(phone)).toReversed();
    if (refusedOp) await setAside(phone, refusedOp);
    expect(await states()).toEqual(['aside', 'refused']);
  });
});

describe('what lies on the phone', () => {
  test('cannot be read in the tables, and opens for its owner after signing in again', async () => {
    await put(phone, 'found', report('三号楼 502 室漏水'));
    const [row] = await phone.base.outbox.toArray();
    expect(new TextDecoder().decode(row?.payload.bytes)).not.toContain('漏水');
    await lock(phone.base);
    expect(await openKey(phone.base)).toBe(null);
    const again = { ...phone, vault: vaultOf(await release(phone.base, WRAPPING)) };
    expect((await listed(again))[0]?.payload.title).toBe('三号楼 502 室漏水');
  });

  test('does not open with the key of another account', async () => {
    await put(phone, 'found', report('三号楼 502 室漏水'));
    await lock(phone.base);
    await expect(release(phone.base, OTHER)).rejects.toThrow();
  });

  test('the key that lies open cannot be taken out', async () => {
    const key = await openKey(phone.base);
    expect(key?.extractable).toBe(false);
  });

  test('photos go when what named them has arrived, and stay while it has not', async () => {
    const [sent, waiting] = [await photograph('sent'), await photograph('waiting')];
    await put(phone, 'found', report('已传的', sent));
    await sync(phone, makeServer().wire);
    await put(phone, 'found', report('没传的', waiting));
    await phone.base.blob.toCollection().modify({ madeAt: 0 });
    await tidy(phone);
    expect((await phone.base.blob.toArray()).map(({ sha256 }) => sha256)).toEqual([waiting]);
  });

  test('the answer of what arrived can be read later', async () => {
    const opId = await put(phone, 'found', report('路灯不亮'));
    await sync(phone, makeServer().wire);
    expect(await resultOf(phone, opId)).toMatchObject({ no: 'TF-1' });
  });
});

test('a clock that is two hours ahead is known to be, whatever the way there takes', () => {
  const server = Date.parse('2026-11-26T02:00:00Z');
  const device = server + 7_200_000;
  expect(offsetOf(device - 100, server, device + 100)).toBe(7_200_000);
});
