import type { Channel, State } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import { isOpen } from './case.ts';

/** What a reporter may answer beside the text, as the contract bounds it. */
export type Facts = Readonly<Record<string, unknown>>;

const TITLE = 30;
const MOST_FACTS = 16_000;
/** How near a report must lie to the case it joins, metres: as far as neighbours are shown, and the error of a phone. */
export const JOIN_METRES = 200;

/** What people say before they say what it is: who they are, whom they speak to, that they would like to report something. */
const openings = [
  '(?:各位|尊敬的|敬爱的)?(?:领导|同志|老师|师傅|客服|工作人员)们?(?:您好|你好|好)?',
  '尊敬的[^，,。]{1,8}',
  '(?:早上|上午|中午|下午|晚上)好',
  '喂',
  '我是[^，,。！？\\s]{1,12}',
  '(?:我们?)?(?:想|要|来)?(?:反映|反馈|举报|投诉)(?:一下|一个|一件|个|件|这个|如下)*(?:问题|情况|事情|事)?',
  '麻烦(?:您|你|你们)?(?:帮忙)?(?:看|处理)(?:一下|下)',
  '不好意思|打扰了?|请问|谢谢',
];
const mark = '[\\s，,。.!！？?：:、~～]';
/** A greeting, or one of the openings where a mark ends it: 喂，is one, 喂狗 is not. */
const opening = new RegExp(
  `^(?:(?:(?:您|你|大家)好|(?:hello|hi|good (?:morning|afternoon|evening)|dear sir(?: or madam)?)(?![a-z]))${mark}*|(?:${openings.join('|')})${mark}+)`,
  'iu',
);
/** Five digits or more may be a phone or a document; a title is read by strangers. */
const longNumber = /\d[\d -]{3,}\d/gu;

/** A title made of the first clause of what was said, at most 30 characters, without greetings and numbers of people. */
export function titleOf(text: string): string {
  const said = withoutOpenings(text.trim()).replace(longNumber, '…').replaceAll(/\s+/gu, ' ');
  const clause = said.split(/[。！？!?；;\n]/u)[0]?.trim() || said;
  const letters = [...clause];
  return letters.length <= TITLE ? clause || '诉求' : `${letters.slice(0, TITLE - 1).join('')}…`;
}

/** The text from where it says what it is about. */
function withoutOpenings(text: string): string {
  const rest = text.replace(opening, '');
  return rest === text ? text : withoutOpenings(rest);
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
