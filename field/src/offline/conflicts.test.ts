import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { Refused } from '@fengqiao/contract/client.ts';
import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import { Base } from './base.ts';
import { changeOf, tellConflicts, type Teller } from './conflicts.ts';
import { release } from './keys.ts';
import { listed, put, sendAgain, setAside, type Phone } from './outbox.ts';
import { sync, type Wire } from './sync.ts';
import { vaultOf } from './vault.ts';

const WRAPPING = `${'BwcH'.repeat(10)}Bwc`;
const CASE = '0198f000-0000-7000-8000-000000000001';

let phones = 0;
let phone: Phone;
let told: string[] = [];
let reachable = true;
const to: Teller = {
  note: async (body) => {
    if (!reachable) throw new TypeError('no network');
    told.push(`${body.how} ${body.code} ${body.title} ${body.words} ${body.caseId ?? '-'}`);
  },
  end: async ({ how }) => void told.push(how),
};
beforeEach(async () => {
  phones += 1;
  const base = new Base(`conflicts-${phones}`);
  phone = { account: `conflicts-${phones}`, base, vault: vaultOf(await release(base, WRAPPING)) };
  told = [];
  reachable = true;
});

const no = (status: number, code: RefusalCode) =>
  new Refused(status, { code, zh: '不行，请重试。', en: 'No. Try again.' });
const wire = (send: Wire['send']): Wire => ({ send, upload: async () => 'file' });
const refusing = wire(() => Promise.reject(no(409, 'cases.not_in_this_state')));
const verification = {
  params: { id: CASE },
  body: { found: true, note: '到场看过，属实', evidence: [] },
  title: '核实：路灯不亮',
  caseId: CASE,
};

test('what the server refuses is told it once, with what was done and why it was refused', async () => {
  await put(phone, 'verification', verification);
  await sync(phone, refusing);
  await tellConflicts(phone, to);
  await tellConflicts(phone, to);
  expect(told).toEqual([`refused cases.not_in_this_state 核实：路灯不亮 到场看过，属实 ${CASE}`]);
});

test('a lost network leaves it to be told later', async () => {
  await put(phone, 'verification', verification);
  await sync(phone, refusing);
  reachable = false;
  await tellConflicts(phone, to);
  expect(told).toEqual([]);
  reachable = true;
  await tellConflicts(phone, to);
  expect(told).toHaveLength(1);
});

test('what the worker decides is told too: kept as a note, or sent after all', async () => {
  const aside = await put(phone, 'verification', verification);
  const again = await put(phone, 'verification', { ...verification, title: '再核实' });
  await sync(phone, refusing);
  await tellConflicts(phone, to);
  for (const op of await listed(phone)) {
    if (op.opId === aside) await setAside(phone, op);
    if (op.opId === again) await sendAgain(phone, op);
  }
  await sync(
    phone,
    wire(async () => ({ ok: true })),
  );
  await tellConflicts(phone, to);
  expect(told.slice(2).toSorted()).toEqual(['aside', 'sent']);
});

test('a patrol whose codes were partly unknown is told as changed, one that was taken whole is not', async () => {
  const body = { startedAt: '2026-11-26T01:00:00Z', endedAt: '2026-11-26T02:00:00Z', seen: [], remarks: '' };
  await put(phone, 'patrol', { body, title: '巡查 2 个点' });
  await put(phone, 'patrol', { body, title: '巡查 1 个点' });
  let unknown = 1;
  await sync(
    phone,
    wire(async () => ({ id: CASE, seen: 1, unknown: unknown-- })),
  );
  await tellConflicts(phone, to);
  await tellConflicts(phone, to);
  expect(told).toEqual(['changed rounds.points_unknown 巡查 2 个点  -']);
  expect(changeOf('visit', { unknown: 3 })).toBe(null);
});
