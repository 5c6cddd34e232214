import { useSyncExternalStore } from 'react';
import { measureClock } from './clock.ts';
import { tellConflicts } from './conflicts.ts';
import { tidy, type Phone } from './outbox.ts';
import { sync, type Ended } from './sync.ts';
import { wireOf } from './wire.ts';

/** How the sending stands, in what the screens say of it. */
export type Sending = {
  readonly running: boolean;
  readonly ended: Ended | null;
  readonly at: number | null;
  /** How much of a photo is there, 0 to 1. */
  readonly parts: ReadonlyMap<string, number>;
};

const EVERY_MS = 20_000;
const CLOCK_MS = 10 * 60_000;
const LOCK = 'fengqiao.field.sync';

const heard = new Set<() => void>();
let sending: Sending = { running: false, ended: null, at: null, parts: new Map() };
function tell(part: Partial<Sending>): void {
  sending = { ...sending, ...part };
  for (const one of heard) one();
}
export const useSending = (): Sending =>
  useSyncExternalStore(
    (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    () => sending,
  );

let run: () => Promise<void> = async () => undefined;
/** Sends what waits, now; it does nothing while it is already at it. */
export const syncNow = (): Promise<void> => run();

/**
 * Sends whenever the page has a reason to think that it can: when it opens, comes back in sight, gets a network, every while,
 * and by hand. `onRun` hears how each run ended.
 */
export function drive(phone: Phone, onRun: (ended: Ended) => void): () => void {
  let clockAt = 0;
  let again = false;
  const wire = wireOf((sha256, part) => tell({ parts: new Map(sending.parts).set(sha256, part) }));
  const once = async (): Promise<Ended> => {
    if (!navigator.onLine) return 'offline';
    if (Date.now() - clockAt > CLOCK_MS)
      await measureClock().then(
        () => (clockAt = Date.now()),
        () => undefined,
      );
    const ended = await sync(phone, wire);
    if (ended === 'empty' || ended === 'later') await tellConflicts(phone);
    return ended;
  };
  run = async () => {
    again = sending.running;
    if (sending.running) return;
    tell({ running: true });
    try {
      const ended = await alone(once);
      tell({ ended, at: Date.now() });
      onRun(ended);
    } finally {
      tell({ running: false, parts: new Map() });
    }
    if (again) await run();
  };
  const look = () => document.visibilityState === 'visible' && void run();
  const timer = setInterval(look, EVERY_MS);
  window.addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
  void tidy(phone).then(look);
  return () => {
    run = async () => undefined;
    clearInterval(timer);
    window.removeEventListener('online', look);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Two windows of the app do not send at the same moment; where they would, the server still does each act once. */
async function alone(act: () => Promise<Ended>): Promise<Ended> {
  if (!('locks' in navigator)) return act();
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? 'later' : act()));
}
