import type { Both } from '../both.ts';

/**
 * What a figure counts. Each is a filter of the work list too (`part`), so that pressing a figure opens exactly the cases it
 * counted. `since` and `until` say the period in which it happened.
 */
export const parts = {
  open: { zh: '未办结', en: 'still open' },
  open_old: { zh: '未办结且超过 30 天', en: 'open for over 30 days' },
  came: { zh: '期内新反映', en: 'came in' },
  closed: { zh: '期内结案', en: 'closed' },
  closed_on_time: { zh: '期内按期结案', en: 'closed on time' },
  closed_late: { zh: '期内逾期结案', en: 'closed late' },
  called: { zh: '回访问到结果', en: 'called back and answered' },
  called_solved: { zh: '回访确认解决', en: 'called back: solved' },
  called_unsolved: { zh: '回访说没解决', en: 'called back: not solved' },
  ended: { zh: '期内办结过', en: 'were closed at least once' },
  reopened: { zh: '办结后又重办', en: 'closed, then reopened' },
  held: { zh: '挂账中', en: 'on hold' },
  held_over: { zh: '挂账超复核期或上限', en: 'held past review or cap' },
  first_owed: { zh: '期内应联系诉求人', en: 'owed a first contact' },
  first_answered: { zh: '按时联系了诉求人', en: 'contacted in time' },
  first_missed: { zh: '没有按时联系', en: 'not contacted in time' },
  online: { zh: '线上反映、期内结案', en: 'reported online, closed' },
  online_solved: { zh: '线上反映、已解决', en: 'reported online, solved' },
  offline: { zh: '电话窗口书面反映、期内结案', en: 'by phone, window or letter, closed' },
  offline_solved: { zh: '电话窗口书面反映、已解决', en: 'by phone, window or letter, solved' },
  offline_unsolved: { zh: '电话窗口书面反映、未解决', en: 'by phone, window or letter, not solved' },
} as const satisfies Record<string, Both>;
export type Part = keyof typeof parts;

/** The ways to reach the street without a screen, and with one; whatever one takes, it should be worth the same. */
export const offlineChannels = ['phone', 'window', 'paper'] as const;
export const onlineChannels = ['resident'] as const;

/** Under so many cases a share says little: the figure says so instead of a verdict. */
export const LEAST = 10;

type Figure = {
  readonly name: Both;
  /** A number of cases, a share of them, or the difference of two shares. */
  readonly kind: 'count' | 'share' | 'gap';
  readonly over: Part;
  readonly of: Part | null;
  /** The share it is compared with; of a gap only. */
  readonly beside?: readonly [over: Part, of: Part];
  /** The cases to look at first. */
  readonly bad: Part;
  readonly better: 'up' | 'down';
  /** Where it should lie. Above it is looked into, too: a target of everything is met on paper. */
  readonly band: readonly [low: number, high: number] | null;
  readonly says: Both;
};

/** The seven numbers of the cockpit. Bands are the model street's own (design); after the guard of each indicator. */
export const figures = {
  stock: {
    name: { zh: '未解决问题存量', en: 'Unsolved problems in stock' },
    kind: 'count',
    over: 'open',
    of: null,
    bad: 'open_old',
    better: 'down',
    band: null,
    says: {
      zh: '此刻还没办结的工单，挂账的也算。目标是不再增加。',
      en: 'Cases not closed at this moment, those on hold among them. The target is that it does not grow.',
    },
  },
  on_time: {
    name: { zh: '按期结案率', en: 'Closed on time' },
    kind: 'share',
    over: 'closed_on_time',
    of: 'closed',
    bad: 'closed_late',
    better: 'up',
    band: [0.85, 0.97],
    says: {
      zh: '期内结案的工单中，全程从未逾期的。逾期一旦发生不可抹去；挂账的不算结案。',
      en: 'Of the cases closed in the period, those that were never late. Lateness is never wiped out; held is not closed.',
    },
  },
  solved: {
    name: { zh: '回访确认解决率', en: 'Truly solved, by callback' },
    kind: 'share',
    over: 'called_solved',
    of: 'called',
    bad: 'called_unsolved',
    better: 'up',
    band: [0.7, 0.92],
    says: {
      zh: '系统抽取、承办单位以外的人回访，问到结果的工单中，没有人说“没解决”的。没问到的不算满意。',
      en: 'Of the cases drawn by the system and called back by somebody outside the handling unit, those of which nobody said "not solved". Nobody reached is not satisfied.',
    },
  },
  reopened: {
    name: { zh: '重办率', en: 'Reopened' },
    kind: 'share',
    over: 'reopened',
    of: 'ended',
    bad: 'reopened',
    better: 'down',
    band: [0.01, 0.08],
    says: {
      zh: '期内办结过的工单中，之后又重办的。为零不一定是好事，可能是不敢重开。',
      en: 'Of the cases closed in the period, those taken up again since. None at all need not be good: perhaps nobody dares to reopen.',
    },
  },
  held_over: {
    name: { zh: '挂账超期', en: 'Held too long' },
    kind: 'share',
    over: 'held_over',
    of: 'held',
    bad: 'held_over',
    better: 'down',
    band: [0, 0.05],
    says: {
      zh: '此刻挂账的工单中，过了 30 天复核期没复核、或过了 180 天上限的。挂账不算办结。',
      en: 'Of the cases on hold now, those past their 30-day review or their 180-day cap. Held is never closed.',
    },
  },
  first_answer: {
    name: { zh: '首次联系及时率', en: 'First answer in time' },
    kind: 'share',
    over: 'first_answered',
    of: 'first_owed',
    bad: 'first_missed',
    better: 'up',
    band: [0.85, 0.98],
    says: {
      zh: '期内到了联系期限的工单中，承办单位按时联系上诉求人的。',
      en: 'Of the cases whose first contact fell due in the period, those whose reporter was contacted in time.',
    },
  },
  parity: {
    name: { zh: '线上线下同权差', en: 'Parity of channels' },
    kind: 'gap',
    over: 'offline_solved',
    of: 'offline',
    beside: ['online_solved', 'online'],
    bad: 'offline_unsolved',
    better: 'down',
    band: [0, 0.05],
    says: {
      zh: '线上反映与电话、窗口、书面反映的解决率之差（正数为线上占优）。不会用手机的人应得同样的结果。',
      en: 'Share solved of what was reported online, less that by phone, at the window and by letter (positive: online is better off). Who uses no phone deserves the same.',
    },
  },
} as const satisfies Record<string, Figure>;
export type FigureName = keyof typeof figures;

/** How a figure stands against its band, told with its words so that colour is never alone. */
export const verdicts = {
  few: { zh: '件数太少，不作判断', en: 'too few to judge' },
  short: { zh: '未到目标带', en: 'outside the target band' },
  within: { zh: '在目标带内', en: 'within the target band' },
  check: { zh: '好得异常，宜抽查', en: 'unusually good: look into it' },
} as const satisfies Record<string, Both>;
export type Verdict = keyof typeof verdicts;
