import { compileCalendar } from '../server/src/platform/calendar/calendar.ts';
import { deadline } from '../server/src/platform/calendar/deadline.ts';
import { vendoredYears } from '../server/src/platform/calendar/year.ts';

const ROUNDS = 1_000_000;

/** ns per deadline of 15 work days, from starts spread over two years. */
function measure(timeZone: string, rounds: number): number {
  const calendar = compileCalendar(vendoredYears, timeZone);
  const first = Date.UTC(2025, 0, 1);
  let sum = 0;
  const run = (times: number) => {
    for (let i = 0; i < times; i++) {
      const start = new Date(first + ((i * 7_919_000) % 63_000_000_000));
      sum += deadline(calendar, { unit: 'work_day', value: 15, start }).dueAt.getTime();
    }
  };
  run(rounds / 10);
  const began = process.hrtime.bigint();
  run(rounds);
  const ns = Number(process.hrtime.bigint() - began) / rounds;
  if (!Number.isFinite(sum)) throw new Error('no deadline computed');
  return ns;
}

console.log(`deadline of 15 work days, Asia/Shanghai: ${measure('Asia/Shanghai', ROUNDS).toFixed(0)} ns`);
console.log(
  `deadline of 15 work days, Europe/Zurich: ${measure('Europe/Zurich', ROUNDS / 20).toFixed(0)} ns`,
);
