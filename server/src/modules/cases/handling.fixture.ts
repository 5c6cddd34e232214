import type { Receipt } from '#test/cases.ts';
import { reported } from '#test/cases.ts';
import type { TestPerson } from '#test/people.ts';
import type { Person } from '#test/world.ts';
import { codeOf, startDispatch } from './dispatch.fixture.ts';

export const record = [{ kind: 'record', note: '现场已清理，见记录' }];
/** Handled on the street by law enforcement within two working hours, with a record, checked on site; may be held. */
export const stall = { type: '02001', text: '早餐车占道摆摊' };

type Task = { readonly unit: string; readonly text: string; readonly required?: boolean };

/** The town of the dispatch tests, with everybody who handles, checks, closes and asks afterwards. */
export async function startHandling(env: Record<string, string> = {}) {
  const town = await startDispatch(env);
  const { world, intake, dispatcher } = town;
  const checker = await world.person('checker');
  const resident = await world.person('resident');
  const officer = await town.staff('law_enforcement');

  const post = (by: Person, path: string, body: object = {}) => world.as(by).post(`/api${path}`, body);
  /** The same where it must succeed; gives the answer. */
  async function done<T = Record<string, unknown>>(by: Person, path: string, body: object = {}): Promise<T> {
    const reply = await post(by, path, body);
    if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.body}`);
    return reply.json<T>();
  }
  async function inHand(id: string, tasks?: readonly Task[]): Promise<string> {
    await done(dispatcher, `/cases/${id}/dispatch`, tasks === undefined ? {} : { tasks });
    await done(officer, `/cases/${id}/acknowledgement`);
    return id;
  }
  async function reportedToDispatch(by: TestPerson = resident): Promise<Receipt> {
    const receipt = await reported(world, by, { text: `${stall.text}，编号 ${world.clock.now().getTime()}` });
    await done(intake, `/cases/${receipt.caseId}/verification-request`, { unit: 'c01-g01' });
    await done(await town.staff('c01-g01'), `/cases/${receipt.caseId}/verification`, {
      found: true,
      note: '已到现场',
    });
    await done(intake, `/cases/${receipt.caseId}/registration`, { type: stall.type });
    return receipt;
  }
  const handle = (id: string, outcome = 'solved') =>
    done(officer, `/cases/${id}/handled`, { summary: '已劝离摊贩', outcome, evidence: record });
  const check = (id: string, passed = true) =>
    done(checker, `/cases/${id}/check`, { method: 'onsite', passed, note: '已到现场', evidence: record });
  const close = (id: string, outcome = 'solved') =>
    done(checker, `/cases/${id}/closure`, { summary: '核查通过，予以结案', outcome });
  return {
    ...town,
    checker,
    resident,
    officer,
    post,
    done,
    handle,
    check,
    close,
    codes: async (...sent: Parameters<typeof post>) => codeOf(await post(...sent)),
    /** A case that waits to be dispatched, of type 02001 unless told. */
    registered: (matter: Parameters<typeof town.registered>[0] = stall) => town.registered(matter),
    /** In hand with law enforcement and its joint tasks, of type 02001. */
    inHand: async (tasks?: readonly Task[]) => inHand(await town.registered(stall), tasks),
    /** A resident's report, verified and registered. */
    reportedToDispatch,
    /** The same in hand with law enforcement. */
    async reportedInHand(by: TestPerson = resident): Promise<Receipt> {
      const receipt = await reportedToDispatch(by);
      await inHand(receipt.caseId);
      return receipt;
    },
    async toClosed(id: string, outcome = 'solved'): Promise<string> {
      await handle(id, outcome);
      await check(id);
      await close(id, outcome);
      return id;
    },
    open: async (id: string) =>
      (await town.read(id)).clocks
        .filter((one) => one.stoppedAt === null)
        .map((one) => one.kind)
        .sort(),
    may: async (id: string, by: Person, act: string) =>
      (await town.read(id, by)).may.find((one) => one.act === act),
  };
}
export type Handling = Awaited<ReturnType<typeof startHandling>>;
