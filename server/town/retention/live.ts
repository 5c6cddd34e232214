import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addToReport } from '@fengqiao/contract/cases.ts';
import { guessFields } from '@fengqiao/contract/registry/columns.ts';
import { askErasure, askTermChange, decideRun, placeLegalHold } from '@fengqiao/contract/retention.ts';
import { beginImport, goOnChecking } from '#modules/registry';
import { goRound, keepingsOf, takeApproved } from '#modules/retention';
import type { Platform } from '#platform/serve.ts';
import { inspectTable, openTable } from '#platform/table/reader.ts';
import { csvLine } from '#platform/table/write.ts';
import { withWork, type Work } from '#platform/work.ts';
import { Hands, type Now } from '../life/hand.ts';
import { days } from '../life/hours.ts';
import { makePerson } from '../names/people.ts';
import { Random } from '../names/random.ts';
import { openCaseOf, openReports, residentWithout, seatOf, waitingRun, type Reporter } from './people.ts';
import { additions, reasons } from './words.ts';

type Stage = {
  readonly platform: Platform;
  readonly street: string;
  readonly now: Date;
  readonly clock: Now;
  readonly hands: Hands;
  readonly at: <T>(daysAgo: number, act: (work: Work) => Promise<T>) => Promise<T>;
};

/** What the demo street keeps and lets go: one run done, one waiting, a hold, a request to be erased, and words that do not belong in reports. */
export async function liveRetention(platform: Platform, street: string): Promise<void> {
  const now = platform.clock();
  const clock: Now = { at: now };
  const at: Stage['at'] = (daysAgo, act) => {
    clock.at = new Date(now.getTime() - days(daysAgo));
    return withWork(platform, { service: 'system', street }, clock.at, 'write', act);
  };
  const stage = { platform, street, now, clock, at, hands: new Hands(platform, clock) };
  await timers(stage);
  await desk(stage);
  await loose(stage);
}

/** Two tables were checked and never applied: the older one is gone, by two people; about the newer one nobody has decided yet. */
async function timers(stage: Stage): Promise<void> {
  const { platform, street, clock, at, hands } = stage;
  const keepings = keepingsOf(platform.rooms);
  await abandon(stage, { daysAgo: 70, name: '外来人口登记表（旧格式）.csv', rows: 32 });
  await at(26, (work) => goRound(work, keepings));
  const officer = await at(25, (work) => seatOf(work, 'privacy', 30));
  const run = await at(25, (work) => waitingRun(work));
  if (run !== null) {
    await hands.do(officer, decideRun, {
      params: { id: run },
      body: { approve: true, note: reasons.approved },
    });
    await takeApproved({ ...platform, clock: () => clock.at }, street, keepings);
  }
  await abandon(stage, { daysAgo: 33, name: '寒山社区人口核对（未确认）.csv', rows: 48 });
  await at(1, (work) => goRound(work, keepings));
}

type Abandoned = { readonly daysAgo: number; readonly name: string; readonly rows: number };

async function abandon({ platform, street, at }: Stage, { daysAgo, name, rows }: Abandoned): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fengqiao-kept-'));
  try {
    const path = join(folder, 'people.csv');
    const random = new Random(name);
    const lines = Array.from({ length: rows }, () => {
      const { zh, idNumber, phone } = makePerson(random);
      return csvLine([zh, idNumber, phone, '常住人口']);
    });
    await writeFile(path, [csvLine(['姓名', '公民身份号码', '联系电话', '人口类别']), ...lines].join(''));
    const file = await inspectTable(path);
    const { header } = await openTable(file);
    const id = await at(daysAgo, (work) =>
      beginImport(work, file, {
        kind: 'people',
        mapping: { fields: guessFields('people', header) },
        source: '网格入户',
        asOf: work.now.toISOString().slice(0, 10),
        unit: 'centre',
        file: null,
        fileName: name,
      }),
    );
    await goOnChecking(platform, street, { id, file });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What waits at the desk of the privacy officer and of the steward. */
async function desk({ at, hands }: Stage): Promise<void> {
  const officer = await at(3, (work) => seatOf(work, 'privacy', 4));
  const steward = await at(3, (work) => seatOf(work, 'steward', 4));
  await hands.do(steward, askTermChange, {
    params: { kind: 'notices.messages' },
    body: { value: 18, unit: 'month', enabled: true, reason: reasons.term },
  });
  const subject = await at(3, openCaseOf);
  if (subject !== null)
    await hands.do(officer, placeLegalHold, {
      body: { subject, basis: reasons.basis, reason: reasons.hold },
    });
  const resident = await at(2, residentWithout);
  if (resident !== null) await hands.do(resident, askErasure, { body: { reason: reasons.erase } });
}

/** Reporters add what does not belong there; the scan finds it by itself. */
async function loose({ at, hands }: Stage): Promise<void> {
  const reporters = await at(0.2, (work) => openReports(work, additions.length));
  for (const [n, text] of additions.entries()) {
    const reporter = reporters[n % reporters.length];
    if (reporter !== undefined) await add(hands, reporter, text);
  }
}

const add = (hands: Hands, { townsman, report }: Reporter, text: string) =>
  hands.do(townsman, addToReport, { params: { id: report }, body: { text } });
