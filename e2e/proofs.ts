import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Manner, Smallest } from './measure.ts';

/** PROOFS=1 writes what a run measured into the documents that tell of it. */
export const keeps = process.env['PROOFS'] !== undefined;

type Sum = { smallest: Smallest; looks: number };
const sums = new Map<Manner, Sum>();

/** Takes down the smallest of each that one look at one page found. */
export function measured(manner: Manner, found: Smallest): void {
  const { smallest, looks } = sums.get(manner) ?? { smallest: found, looks: 0 };
  const least = (name: keyof Smallest) => Math.min(smallest[name], found[name]);
  sums.set(manner, {
    smallest: {
      body: least('body'),
      text: least('text'),
      title: least('title'),
      line: least('line'),
      target: least('target'),
    },
    looks: looks + 1,
  });
}

/** Writes the table of what was measured between its marks in docs/accessibility.md. */
export function keepMeasures(): void {
  if (!keeps || sums.size === 0) return;
  const rows = [...sums].map(([manner, { smallest, looks }]) =>
    [manner, looks, smallest.body, smallest.text, smallest.title, smallest.line.toFixed(2), smallest.target]
      .map(String)
      .join(' | '),
  );
  const table = [
    'How one reads | Looks | Body text | Smallest text | Smallest title | Closest lines | Smallest target',
    '---|---|---|---|---|---|---',
    ...rows,
  ].map((row) => `| ${row} |`);
  const path = pathOf('accessibility.md');
  const [before, after] = readFileSync(path, 'utf8').split(/<!-- measured -->[^]*<!-- end -->/);
  writeFileSync(path, `${before}<!-- measured -->\n\n${table.join('\n')}\n\n<!-- end -->${after}`);
}

/** Writes the log of the day without a network. */
export function keepOfflineDay(log: readonly string[]): void {
  if (!keeps) return;
  const head =
    '# A day without a network\n\nWritten by `PROOFS=1 npm run e2e` (`e2e/journeys/offline-day.ts`): a real browser as the phone, the real server, the demo street.\n\n';
  writeFileSync(pathOf('offline-day.md'), `${head}${log.map((line, n) => `${n + 1}. ${line}`).join('\n')}\n`);
}

/** Writes how long a whole subdistrict took on its way through the screens. */
export function keepImport(log: readonly string[]): void {
  if (!keeps) return;
  const head =
    '# A whole subdistrict in one table\n\nWritten by `PROOFS=1 npm run e2e` (`e2e/journeys/data-centre.ts`): invented people in GBK as the police hand them over, with errors planted in them, brought in by a data steward in a real browser, into the demo street. The times are those of a steward who waits in front of the screen, on a machine with two cores that also plays other journeys.\n\n';
  writeFileSync(pathOf('import-day.md'), `${head}${log.map((line, n) => `${n + 1}. ${line}`).join('\n')}\n`);
}

const pathOf = (name: string) => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
