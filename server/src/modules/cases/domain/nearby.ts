import { likeness } from './pairs.ts';

export const NEAR_METRES = 150;
export const NEAR_DAYS = 30;
const MOST = 5;
/** Below this two reports are hardly the same thing. */
const LEAST_SCORE = 0.35;
const DAY = 86_400_000;

export type Candidate = {
  readonly caseId: string;
  readonly type: string | null;
  readonly title: string;
  readonly text: string;
  readonly metres: number;
  readonly reportedAt: Date;
};
export type Asked = { readonly text: string; readonly type: string | null; readonly now: Date };
export type Near<C extends Candidate = Candidate> = C & {
  readonly score: number;
  readonly alike: number;
  readonly whyZh: string;
  readonly whyEn: string;
};

/**
 * The likely duplicates among open cases nearby, the likeliest first, at most five. Place, time, words and type each add
 * to the score (0 to 1); what was not said is left out of the sum. The reasons stand with each.
 */
export const likeliest = <C extends Candidate>(candidates: readonly C[], asked: Asked): Near<C>[] =>
  candidates
    .filter(
      (one) => one.metres <= NEAR_METRES && asked.now.getTime() - one.reportedAt.getTime() <= NEAR_DAYS * DAY,
    )
    .map((one) => weigh(one, asked))
    .filter((one) => one.score >= LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST);

function weigh<C extends Candidate>(one: C, { text, type, now }: Asked): Near<C> {
  const days = Math.max(0, now.getTime() - one.reportedAt.getTime()) / DAY;
  const alike = text.trim() === '' ? 0 : Math.max(likeness(text, one.text), likeness(text, one.title));
  const parts = [
    { weight: 0.35, share: 1 - one.metres / NEAR_METRES },
    { weight: 0.15, share: 1 - days / NEAR_DAYS },
    ...(text.trim() === '' ? [] : [{ weight: 0.35, share: Math.min(1, alike * 2) }]),
    ...(type === null || one.type === null ? [] : [{ weight: 0.25, share: type === one.type ? 1 : 0 }]),
  ];
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const score = parts.reduce((sum, part) => sum + part.weight * part.share, 0) / total;
  return { ...one, score, alike, ...why({ one, days, alike, sameType: type !== null && type === one.type }) };
}

type Reasons = {
  readonly one: Candidate;
  readonly days: number;
  readonly alike: number;
  readonly sameType: boolean;
};

/** Such as "40 米内、3 天前、文字相似 72%、同一类别". */
function why({ one, days, alike, sameType }: Reasons): { whyZh: string; whyEn: string } {
  const metres = Math.max(10, Math.ceil(one.metres / 10) * 10);
  const whole = Math.floor(days);
  const percent = Math.round(alike * 100);
  const zh = [
    `${metres} 米内`,
    whole === 0 ? '今天' : `${whole} 天前`,
    ...(percent >= 10 ? [`文字相似 ${percent}%`] : []),
    ...(sameType ? ['同一类别'] : []),
  ];
  const en = [
    `within ${metres} m`,
    whole === 0 ? 'today' : `${whole} ${whole === 1 ? 'day' : 'days'} ago`,
    ...(percent >= 10 ? [`text ${percent}% alike`] : []),
    ...(sameType ? ['same type'] : []),
  ];
  return { whyZh: zh.join('、'), whyEn: en.join(', ') };
}
