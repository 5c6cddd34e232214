import { setTimeout as wait } from 'node:timers/promises';
import { garbage } from '../server/test/cases.ts';
import { inspect } from '../server/test/inspect.ts';
import type { TestPerson } from '../server/test/people.ts';
import type { Home } from './server.ts';
import { sendUntilTold, type What } from './writer.ts';

export const WRITERS = 12;

/** A case as its writer was told of it. */
export type Told = {
  readonly mark: string;
  readonly caseId: string;
  readonly no: string;
  registered: boolean;
};

export type Pens = {
  readonly told: Told[];
  /** Lets every writer end what they are at, and waits for it. */
  down(): Promise<void>;
};

type How = {
  readonly heard?: What['heard'];
  /** More that is said of the case the n-th writer takes in a turn, such as whom it is from. */
  readonly more?: (n: number, turn: number) => object;
  /** Ms of rest after each case. */
  readonly rest?: number;
};

/** Twelve writers take cases and register them, one after another; what was not answered is asked again under the same key. */
export function startWriting(home: Home, person: TestPerson, how: How = {}): Pens {
  const told: Told[] = [];
  const pen = { down: false };
  const writers = Promise.all(
    Array.from({ length: WRITERS }, (_, n) => write(home, person, { n, told, pen, ...how })),
  );
  // Whoever puts the pens down learns what went wrong, though it may have been long before.
  writers.catch(() => undefined);
  return {
    told,
    down: async () => {
      pen.down = true;
      await writers;
    },
  };
}

type Writer = How & {
  readonly n: number;
  readonly told: Told[];
  readonly pen: { readonly down: boolean };
};

async function write(
  home: Home,
  person: TestPerson,
  { n, told, pen, heard, more, rest = 0 }: Writer,
): Promise<void> {
  for (let turn = 0; !pen.down; turn++) {
    const mark = `断电${n}号第${turn}件`;
    const taken = await sendUntilTold(home, person, '/cases', {
      key: `take-${n}-${turn}`,
      body: { ...garbage, text: mark, channel: 'upstream', ...more?.(n, turn) },
      heard,
    });
    if (taken.status !== 200) throw new Error(taken.text);
    const { caseId, no }: { caseId: string; no: string } = JSON.parse(taken.text);
    const one: Told = { mark, caseId, no, registered: false };
    told.push(one);
    const registered = await sendUntilTold(home, person, `/cases/${caseId}/registration`, {
      key: `register-${n}-${turn}`,
      body: { type: '01002' },
      heard,
    });
    if (registered.status !== 200) throw new Error(registered.text);
    one.registered = true;
    if (rest > 0) await wait(rest);
  }
}

/** Waits until so many cases more were acknowledged. */
export async function enough({ told }: Pens, more: number): Promise<void> {
  const count = told.length + more;
  for (const until = Date.now() + 60_000; told.length < count; await wait(15))
    if (Date.now() > until) throw new Error(`only ${told.length} of ${count} writes in a minute`);
}

export type Stored = {
  readonly id: string;
  readonly no: string;
  readonly text: string;
  readonly state: string;
  readonly acts: number;
};

export const STORED = `
  select id, no, text, state, (select count(*)::int from cases.activity a where a.street = c.street and a.case_id = c.id) as acts
    from cases."case" c`;

/** What stands on the disk once the server has ended, read by a database started for it alone. */
export const storedIn = ({ folder }: Pick<Home, 'folder'>): Promise<Stored[]> => inspect(folder, STORED);

/** What was acknowledged and is not stored as it was acknowledged. */
export function missing(told: readonly Told[], stored: readonly Stored[]): string[] {
  const byId = new Map(stored.map((one) => [one.id, one]));
  return told.flatMap(({ mark, caseId, no, registered }) => {
    const found = byId.get(caseId);
    if (found === undefined || found.no !== no || found.text !== mark) return [`${no} ${mark} is lost`];
    if (found.acts < (registered ? 2 : 1)) return [`${no} has ${found.acts} lines of history`];
    return registered && found.state !== 'registered' ? [`${no} is ${found.state}`] : [];
  });
}

export function twice(stored: readonly Stored[]): string[] {
  return (['id', 'no', 'text'] as const).flatMap((key) => {
    const seen = new Set<string>();
    return stored.flatMap((one) => (seen.has(one[key]) ? [`${key} ${one[key]}`] : (seen.add(one[key]), [])));
  });
}
