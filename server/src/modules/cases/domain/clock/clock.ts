import type { ClockKind } from '@fengqiao/contract/cases/words.ts';
import type { ServiceWindow, TimeUnit } from '#platform/calendar/pace.ts';

export type { ClockKind };

/** A span of a clock. Instants are ISO strings, because segments are stored as JSON; `to` is null while it lasts. */
export type Running = { readonly kind: 'running'; readonly from: string; readonly to: string | null };
export type Paused = {
  readonly kind: 'paused';
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  readonly approver: string;
};
/** More time, in the clock's unit, granted at an instant. */
export type Extended = {
  readonly kind: 'extended';
  readonly at: string;
  readonly value: number;
  readonly reason: string;
  readonly approver: string;
};
export type Segment = Running | Paused | Extended;

/**
 * A running term (时限). `value` is what it started with, in `unit`; extensions stand in the segments. `window`
 * is the service window it counts in (null where the unit has none). `dueAt` while paused is where it stood when
 * paused and moves on resuming. `lateSince` once set is never cleared (loop: lateness is immutable), and nothing
 * here restarts a clock: handing a case on leaves its clocks alone.
 */
export type Clock = {
  readonly kind: ClockKind;
  readonly unit: TimeUnit;
  readonly value: number;
  readonly window: ServiceWindow | null;
  readonly startedAt: Date;
  readonly segments: readonly Segment[];
  readonly dueAt: Date;
  readonly stoppedAt: Date | null;
  readonly lateSince: Date | null;
  readonly provisional: boolean;
};

/** When the present pause began, null while the clock runs or has stopped. */
export function pausedSince(clock: Clock): Date | null {
  const open = clock.segments.findLast((segment) => segment.kind === 'paused');
  return open?.to === null ? new Date(open.from) : null;
}

/** The whole term with its extensions, in the clock's unit. */
export function totalUnits(clock: Clock): number {
  return clock.segments.reduce(
    (sum, segment) => (segment.kind === 'extended' ? sum + segment.value : sum),
    clock.value,
  );
}

type ClockDate = 'startedAt' | 'dueAt' | 'stoppedAt' | 'lateSince';

/** A clock as JSON gives it back: its dates are ISO strings. */
export type StoredClock = Omit<Clock, ClockDate> & {
  readonly [D in ClockDate]: Clock[D] extends Date ? string : string | null;
};

/** A stored clock with its dates as dates again. */
export function reviveClock(stored: StoredClock): Clock {
  const { startedAt, dueAt, stoppedAt, lateSince } = stored;
  return {
    ...stored,
    startedAt: new Date(startedAt),
    dueAt: new Date(dueAt),
    stoppedAt: stoppedAt === null ? null : new Date(stoppedAt),
    lateSince: lateSince === null ? null : new Date(lateSince),
  };
}
