import type { ClockView } from '@fengqiao/contract/cases/views.ts';
import { named, t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

type Line = ClockView['lines'][number];
const drawn: readonly string[] = ['first_day', 'running', 'paused', 'last_day', 'unused', 'late'];
const at = (instant: string) => new Date(instant).getTime();

/** A clock drawn as a bar: what counted, what stood still and why, where we are, where it ends. */
export function ClockBar({ clock, now }: { clock: ClockView; now: Date }) {
  const start = at(clock.startedAt);
  const due = at(clock.dueAt);
  const reached = clock.stoppedAt === null ? now.getTime() : at(clock.stoppedAt);
  const end = Math.max(due, reached, start + 60_000);
  const place = (instant: number) =>
    `${Math.min(100, Math.max(0, ((instant - start) / (end - start)) * 100))}%`;
  const width = (from: number, to: number) =>
    `${Math.max(0, ((Math.min(to, end) - Math.max(from, start)) / (end - start)) * 100)}%`;
  const segments = clock.lines.filter((line) => drawn.includes(line.kind));
  const overdue =
    clock.stoppedAt === null &&
    !clock.paused &&
    reached > due &&
    !segments.some((line) => line.kind === 'late');
  return (
    <div className="clock-bar" aria-hidden>
      {segments.map((line) => (
        <span
          key={`${line.kind}${line.from}`}
          className={`seg ${line.kind}`}
          style={{ left: place(at(line.from)), width: width(at(line.from), at(line.to)) }}
          title={wordsOf(line)}
        />
      ))}
      {overdue && <span className="seg late" style={{ left: place(due), width: width(due, reached) }} />}
      {clock.stoppedAt === null && reached < due && (
        <span className="seg rest" style={{ left: place(reached), width: width(reached, due) }} />
      )}
      <span
        className="tick due"
        style={{ left: place(due) }}
        title={`${t(texts.due)} ${stamp(clock.dueAt)}`}
      />
      {clock.stoppedAt === null && (
        <span className="tick now" style={{ left: place(reached) }} title={`${t(texts.now)} ${stamp(now)}`} />
      )}
    </div>
  );
}

const wordsOf = (line: Line) => `${named(t(line))}${stamp(line.from)} – ${stamp(line.to)}`;
