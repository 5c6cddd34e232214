import { refuse } from '#platform/refusal.ts';

const LEAST = 10;
/** A one-time password works for three days. */
export const ONE_TIME_HOURS = 72;

/** The current password and so many before it are not chosen again. */
export const PAST_PASSWORDS = 4;

const DAY_MS = 86_400_000;

/** Whether a password is older than the deployment allows; 0 days: none is ever (GB/T 22239-2019 8.1.4.1 a: changed regularly). */
export const isOver = (since: Date | null, days: number, now: Date): boolean =>
  days > 0 && since !== null && now.getTime() - since.getTime() > days * DAY_MS;

/** Refuses a password that is easily guessed (GB/T 22239-2019 8.1.4.1: length and two kinds of characters). */
export function demandStrong(password: string, login: string): void {
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  const varied = new Set(password).size >= 5;
  if (
    [...password].length < LEAST ||
    kinds < 2 ||
    !varied ||
    password.toLowerCase().includes(login.toLowerCase())
  )
    refuse('identity.weak_password');
}
