import type { Channel, State } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import { isOpen } from './case.ts';

/** What a reporter may answer beside the text, as the contract bounds it. */
export type Facts = Readonly<Record<string, unknown>>;

const TITLE = 30;
const MOST_FACTS = 16_000;
/** How near a report must lie to the case it joins, metres: as far as neighbours are shown, and the error of a phone. */
export const JOIN_METRES = 200;

const greeting = /^(您好|你好|领导好?|尊敬的[^，,。]{0,8}|hello|hi|dear sir)[\s，,。!！：:]*/iu;
/** Five digits or more may be a phone or a document; a title is read by strangers. */
const longNumber = /\d[\d -]{3,}\d/gu;

/** A title made of the first clause of what was said, at most 30 characters, without greetings and numbers of people. */
export function titleOf(text: string): string {
  const said = text.trim().replace(greeting, '').replace(longNumber, '…').replaceAll(/\s+/gu, ' ');
  const clause = said.split(/[。！？!?；;\n]/u)[0]?.trim() || said;
  const letters = [...clause];
  return letters.length <= TITLE ? clause || '诉求' : `${letters.slice(0, TITLE - 1).join('')}…`;
}

/** Where something is when nobody named the place. */
export const coordinateWords = (lng: number, lat: number): string =>
  `${lng < 0 ? '西经' : '东经'}${Math.abs(lng).toFixed(5)}°、${lat < 0 ? '南纬' : '北纬'}${Math.abs(lat).toFixed(5)}° 附近`;

const fromPublic: readonly Channel[] = ['resident', 'hotline', 'phone', 'window', 'paper', 'open311'];
/** True when somebody of the public says so, and nobody of the staff has seen it (guard 1). */
export const isPublic = (channel: Channel): boolean => fromPublic.includes(channel);

const atDesk: readonly Channel[] = ['hotline', 'phone', 'window', 'paper', 'upstream'];
/** Refuses a channel by which nothing reaches a desk: what a grid worker found is told by the grid worker. */
export function mustBeAtDesk(channel: Channel): void {
  if (!atDesk.includes(channel)) refuse('cases.channel_not_desk', { channels: atDesk });
}

/** Answers beside the text, kept as they are but never as a whole library (16 000 characters). */
export function boundFacts(facts: Facts | undefined): Facts {
  if (facts === undefined) return {};
  if (JSON.stringify(facts).length > MOST_FACTS) refuse('platform.too_large', { most: MOST_FACTS });
  return facts;
}

/** A report may join a case that is open and near, in metres; else it opens one of its own. */
export function mustBeJoinable(theCase: { readonly state: State }, metres: number): void {
  if (!isOpen(theCase.state)) refuse('cases.join_ended', { state: theCase.state });
  if (metres > JOIN_METRES) refuse('cases.join_far', { metres: Math.round(metres), most: JOIN_METRES });
}
