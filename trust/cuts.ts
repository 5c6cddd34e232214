import { setTimeout as wait } from 'node:timers/promises';
import {
  enough,
  missing,
  startWriting,
  STORED,
  twice,
  WRITERS,
  type Pens,
  type Stored,
  type Told,
} from './acknowledged.ts';
import { asSuperuser, type Ask } from '../server/test/inspect.ts';
import { patience, REQUEST_SECONDS, setStage, type Seen, type Stage } from './cuts/stage.ts';
import { troubles } from './cuts/troubles.ts';
import type { Check, Experiment } from './experiment.ts';
import type { Provider } from './cuts/provider.ts';

/** Beside the time of a request: for a connection from the pool, and for a machine that is busy with other things. */
const GRACE_MS = 10_000;

/** However the way to the database breaks, nothing that was acknowledged is lost, and whoever must be told is told. */
export const cuts: Experiment = {
  name: 'a database that stops, connections cut, and kill -9 while messages go out, under 12 writers',
  run: async (depth, check) => {
    const stage = await setStage(depth);
    const { home, person, saw } = stage;
    const pens = startWriting(home, person, { heard: saw, rest: 300, more: from });
    try {
      try {
        const still = await liveThrough(stage, pens, depth === 'short' ? 1 : 5);
        check('after each trouble clients write, open screens hear and messages go out again', still);
      } finally {
        await stage.end();
      }
      judgeAnswers(stage.seen, check, depth === 'long');
      await asSuperuser(stage.databaseUrl, async (ask) => {
        judgeCases(pens.told, await ask<Stored>(STORED), check);
        await judgeMessages(stage.provider, ask, check);
      });
    } finally {
      await stage.drop();
    }
  },
};

/** Twelve writers through every trouble in turn, and back to quiet; gives what did not come back. */
async function liveThrough(stage: Stage, pens: Pens, cycles: number): Promise<string[]> {
  for (let cycle = 0; cycle < cycles; cycle++)
    for (const { name, happen } of troubles) {
      await enough(pens, WRITERS);
      await happen(stage);
      await allGoesOn(stage, pens, name);
    }
  await pens.down();
  await allSent(stage);
  return stage.servers.filter((one) => one.exitCode !== null).map((one) => `a server ended: ${one.exitCode}`);
}

/** Everybody has a number of their own, by which their message is known. */
const from = (n: number, turn: number) => ({
  contact: { name: '居民', phone: `199${String(n * 1_000_000 + turn).padStart(8, '0')}` },
});

/** Of what was written after the trouble, something shows on the open screen, and its reporter gets their message. */
async function allGoesOn({ screen, provider }: Stage, pens: Pens, trouble: string): Promise<void> {
  const before = pens.told.length;
  const texts = () => new Set([...provider.got.values()].map(({ text }) => /TF\S+/.exec(text)?.[0] ?? ''));
  const since = () => pens.told.slice(before);
  await enough(pens, WRITERS);
  await patience(`the screen stays still after: ${trouble}`, () =>
    since().some(({ caseId }) => screen.seen.has(caseId)),
  );
  await patience(`no message goes out after: ${trouble}`, () => {
    const known = texts();
    return since().some(({ no }) => known.has(no));
  });
}

/**
 * Waits until every registered case has its message and none waits. A message in hand when a process died is due again after
 * its lease of two minutes; the short form does not wait for them, but sets its time to now.
 */
async function allSent({ databaseUrl, depth }: Stage): Promise<void> {
  await asSuperuser(databaseUrl, async (ask) => {
    for (const until = Date.now() + 240_000; (await waiting(ask)) > 0; await wait(200)) {
      if (Date.now() > until) throw new Error(`${await waiting(ask)} messages were not sent`);
      if (depth === 'short') await ask(LEASES_END);
    }
  });
}

const LEASES_END = `update notices.message set next_try_at = now() where id in (
  select id from notices.message where state = 'waiting' and next_try_at > now() + interval '1 minute' for update skip locked)`;
const waiting = async (ask: Ask): Promise<number> =>
  (
    await ask<{ n: number }>(
      `select ((select count(*) from platform.event where kind = 'case.registered') - (select count(*) from notices.message where channel = 'sms' and state = 'sent'))::int as n`,
    )
  )[0]?.n ?? 0;

function judgeCases(told: readonly Told[], stored: readonly Stored[], check: Check): void {
  check(
    `${told.length} acknowledged cases are all stored, in the state that was acknowledged`,
    missing(told, stored),
  );
  check('nothing is stored twice', twice(stored));
}

/** A fault of ours is told as one that passes, in both languages, and nobody is left without an answer. */
function judgeAnswers({ refused, unanswered, longest }: Seen, check: Check, byTheClock: boolean): void {
  const odd = refused.filter(
    ({ status, text }) => status !== 503 || !/"code":"platform.unavailable".*系统.*The system/su.test(text),
  );
  check(
    `${refused.length} requests were told 503 in both languages, and nothing else`,
    odd.map(({ status, text }) => `${status} ${text.slice(0, 200)}`),
  );
  check('no request is left without an answer', unanswered === 0 ? [] : [`${unanswered} were`]);
  const most = REQUEST_SECONDS * 1000 + GRACE_MS;
  // A machine that tests share with others tells nothing by its clock; the long form is run alone.
  if (byTheClock)
    check(
      `the longest wait was ${(longest / 1000).toFixed(1)} s`,
      longest > most ? [`more than ${most / 1000} s`] : [],
    );
}

type Message = {
  readonly id: string;
  readonly state: string;
  readonly ref: string | null;
  readonly kept: boolean;
};

async function judgeMessages({ got, odd }: Provider, ask: Ask, check: Check): Promise<void> {
  const messages = await ask<Message>(MESSAGES);
  const known = new Set(messages.map(({ id }) => id));
  const again = [...got.values()].filter(({ times }) => times > 1).length;
  check(
    `${messages.length} messages reached the provider at least once (${again} more than once), each under one id`,
    [
      ...messages.filter(({ id }) => !got.has(id)).map(({ id }) => `${id} never came`),
      ...[...got.keys()].filter((id) => !known.has(id)).map((id) => `${id} came and is not stored`),
      ...odd.map((one) => `under the id of another message or without one: ${one}`),
      ...doubled([...got.values()].map(({ to }) => to)).map((to) => `${to} got two messages`),
    ],
  );
  check(
    'each is noted as sent, with the number the provider gave it, and its phone number is forgotten',
    messages
      .filter(({ id, state, ref, kept }) => state !== 'sent' || ref !== `ref-${id}` || kept)
      .map((one) => JSON.stringify(one)),
  );
  const wrong = await ask<object>(WRONG);
  check(
    'each registration has one line of history, one fact and one message',
    wrong.map((one) => JSON.stringify(one)),
  );
  const parked = await ask<object>('select * from platform.parked');
  check(
    'no listener gave up on a fact for what passed',
    parked.map((one) => JSON.stringify(one)),
  );
}

function doubled(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => seen.size === seen.add(word).size);
}

const MESSAGES = `select id, state, provider_ref as ref, phone_enc is not null as kept from notices.message where channel = 'sms'`;
const WRONG = `
  select c.no, c.state, a.n as lines, e.n as facts, m.n as messages
    from cases."case" c
    left join (select case_id, count(*)::int n from cases.activity where kind = 'register' group by 1) a on a.case_id = c.id
    left join (select subject, count(*)::int n from platform.event where kind = 'case.registered' group by 1) e on e.subject = c.id::text
    left join (select case_id, count(*)::int n from notices.message where kind = 'case.registered' and channel = 'sms' group by 1) m on m.case_id = c.id
   where c.state = 'registered' and (a.n is distinct from 1 or e.n is distinct from 1 or m.n is distinct from 1)
      or c.state <> 'registered' and coalesce(a.n, 0) + coalesce(e.n, 0) + coalesce(m.n, 0) > 0
   limit 20`;
