import { timingSafeEqual } from 'node:crypto';
import type { State } from '@fengqiao/contract/cases/words.ts';
import { isOpen } from './case.ts';

/** Without letters and digits that look or sound alike when a code is read aloud or copied from paper. */
export const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 8;

/** A tracking code as it was given out, however it was typed. */
export const plainCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '');

/** A case number as it is stored, however it was typed. */
export const plainNumber = (typed: string): string => typed.trim().toUpperCase();

/** Equal or not, in a time that tells nothing about where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const HOUR = 3_600_000;

/** When a ticket made now ends, epoch ms: at the full hour after next, so that a page read again keeps its pictures' addresses. */
export const ticketEnd = (now: Date): number => (Math.floor(now.getTime() / HOUR) + 2) * HOUR;

const SHARED_DAYS = 90;

/** When a link shared now ends, epoch ms: at the end of a UTC day, so that the same link comes out all day. */
export const sharingEnd = (now: Date): number =>
  (Math.floor(now.getTime() / (24 * HOUR)) + SHARED_DAYS + 1) * 24 * HOUR;

/** What a ticket says, or null when it is none. */
export function partsOfTicket(ticket: string): { report: string; ends: number; mark: string } | null {
  const [, report, ends, mark] = /^([0-9a-f-]{36})\.(\d{13})\.([\w-]{43})$/.exec(ticket) ?? [];
  return report === undefined || mark === undefined ? null : { report, ends: Number(ends), mark };
}

/** A report can be taken back while somebody still works on it. */
export const mayWithdraw = (report: string, state: State): boolean => report === 'open' && isOpen(state);

/** What was answered beside the text, with words added later. */
export function withAddition(
  facts: Readonly<Record<string, unknown>>,
  text: string,
  at: Date,
): Record<string, unknown> {
  const before: readonly unknown[] = Array.isArray(facts['additions']) ? facts['additions'] : [];
  return { ...facts, additions: [...before, { at: at.toISOString(), text }] };
}
