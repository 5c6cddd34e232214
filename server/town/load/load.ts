import pg from 'pg';
import { seedRows } from '../../src/modules/cases/actions/seed-list.ts';
import type { Calendar } from '../../src/platform/calendar/calendar.ts';
import type { Street } from '../street/types.ts';
import { filled, setAside } from './aside.ts';
import { beside } from './beside.ts';
import { copyCases, copyWords } from './copy.ts';

type Asked = {
  readonly url: string;
  readonly street: Street;
  readonly calendar: Calendar;
  readonly now: Date;
  readonly count: number;
  /** The cases alone, for what looks at nothing else of them. */
  readonly bare?: boolean;
  readonly say: (step: string) => void;
};

/**
 * Fills a settled street with many cases of plausible states, units, grids and words, for measuring; they were never
 * lived, so they are no demo. `url` is that of the database's owner.
 */
export async function loadCases({
  url,
  street,
  calendar,
  now,
  count,
  bare = false,
  say,
}: Asked): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const putBack = await setAside(client);
    const rows = seedRows().filter((row) => /^[a-z]/.test(row.lead));
    const ground = {
      buildings: street.buildings,
      grids: new Map(street.grids.map((grid) => [grid.id, grid])),
      rows,
      calendar,
      now: now.getTime(),
    };
    say(`${count} cases`);
    await copyCases(client, street.id, count, ground);
    if (!bare) await layBeside(client, { street, now, say });
    say('indexes and keys');
    await putBack();
    for (const table of filled) await client.query(`vacuum (analyze) cases."${table}"`);
  } finally {
    await client.end();
  }
}

/** Words, reports, clocks and all else that stands beside a case. */
async function layBeside(client: pg.Client, { street, now, say }: Pick<Asked, 'street' | 'now' | 'say'>) {
  say('their words');
  await copyWords(client, street.id);
  for (const { text, takesNow } of beside) {
    say(text.trim().split(' ', 3).join(' '));
    await client.query(text, takesNow ? [street.id, now] : [street.id]);
  }
}
