import { randomInt } from 'node:crypto';
import type { Work } from '#platform/work.ts';
import {
  CODE_LENGTH,
  codeLetters,
  partsOfTicket,
  plainCode,
  sameHash,
  sharingEnd,
  ticketEnd,
} from '../domain/track.ts';

/** A tracking code, told once to whoever reports; only its keyed hash is stored. */
export function newTracking(work: Work): { code: string; hash: string } {
  const code = Array.from({ length: CODE_LENGTH }, () => codeLetters[randomInt(codeLetters.length)]).join('');
  return { code, hash: trackingHash(work, code) };
}

/** The keyed hash of a code as somebody typed it; without the key of the server a stolen table tells no code. */
export const trackingHash = (work: Work, typed: string): string =>
  work.vault.index(`${work.street}|${plainCode(typed)}`, 'tracking').toString('base64url');

/** A ticket to the pictures of one report, for somebody who follows it by its code; it says nothing and ends by itself. */
export const newTicket = (work: Work, report: string): string => {
  const ends = ticketEnd(work.now);
  return `${report}.${ends}.${markOf(work, report, ends)}`;
};

/** The report whose pictures a ticket opens now, or null. */
export function reportOfTicket(work: Work, ticket: string): string | null {
  const parts = partsOfTicket(ticket);
  if (parts === null || parts.ends < work.now.getTime()) return null;
  return sameHash(parts.mark, markOf(work, parts.report, parts.ends)) ? parts.report : null;
}

const markOf = (work: Work, report: string, ends: number): string =>
  work.vault.index(`${work.street}|${report}|${ends}`, 'ticket').toString('base64url');

/** A link to the public state of one report; it names nobody, opens nothing else, and ends by itself. */
export function newSharing(work: Work, report: string): { token: string; endsAt: string } {
  const ends = sharingEnd(work.now);
  // An address that ends with a dot and letters is taken for a file.
  const token = `${report}~${ends}~${shareMark(work, report, ends)}`;
  return { token, endsAt: new Date(ends).toISOString() };
}

/** The report a link was made for, and whether its time is over; null when it is none of ours. */
export function reportOfSharing(work: Work, token: string): { report: string; over: boolean } | null {
  const parts = partsOfTicket(token.replaceAll('~', '.'));
  if (parts === null || !sameHash(parts.mark, shareMark(work, parts.report, parts.ends))) return null;
  return { report: parts.report, over: parts.ends < work.now.getTime() };
}

// A ticket to pictures must not open as a link, nor the other way round.
const shareMark = (work: Work, report: string, ends: number): string =>
  work.vault.index(`${work.street}|shared|${report}|${ends}`, 'ticket').toString('base64url');
