import type { Both } from '../both.ts';
import type { Certainty } from '../certainty.ts';
import { keysOf, OneOf } from '../shapes.ts';

/** What makes a record of special care lawful: by which law, at which units, for how long at most. */
export type CareKind = Both & {
  readonly basis: Both;
  /** Whether its articles were held against their texts. */
  readonly read: Certainty;
  /** Units whose duty it is, by the keys of the usual departments. */
  readonly units: readonly string[];
  /** The longest term; who still needs help then is proposed anew. */
  readonly months: number;
};

/**
 * The closed list. What somebody believes has no place here: only clergy are known, for their social insurance. Terms follow
 * the laws where these name one (缓刑考验期最长五年，刑法第七十三条；社区戒毒、社区康复三年，禁毒法第三十三、四十八条).
 */
export const careKinds = {
  community_correction: {
    zh: '社区矫正对象帮扶',
    en: 'Help for people under community correction',
    basis: {
      zh: '《社区矫正法》第九条、第三十五条至第四十三条',
      en: 'Community Correction Law arts. 9, 35–43',
    },
    read: 'recalled',
    units: ['justice_office'],
    months: 60,
  },
  resettlement: {
    zh: '刑满释放人员安置帮教',
    en: 'Resettlement of released prisoners',
    basis: { zh: '《监狱法》第三十七条', en: 'Prison Law art. 37' },
    read: 'recalled',
    units: ['justice_office'],
    months: 60,
  },
  mental_illness: {
    zh: '严重精神障碍患者居家服务',
    en: 'Care at home for people with severe mental disorders',
    basis: { zh: '《精神卫生法》第四条、第五十五条', en: 'Mental Health Law arts. 4, 55' },
    read: 'recalled',
    units: ['health_center'],
    months: 36,
  },
  drug_recovery: {
    zh: '社区戒毒、社区康复人员帮扶',
    en: 'Help for people in community drug treatment or recovery',
    basis: {
      zh: '《禁毒法》第三十三条、第三十四条、第四十八条',
      en: 'Narcotics Control Law arts. 33, 34, 48',
    },
    read: 'recalled',
    units: ['political_legal'],
    months: 36,
  },
  petitioner: {
    zh: '生活困难信访人帮扶救助',
    en: 'Help for petitioners in hardship',
    basis: {
      zh: '《信访工作条例》第二十七条：生活困难的帮扶救助到位',
      en: 'Regulations on Petition Work art. 27: those in hardship are helped',
    },
    read: 'recalled',
    units: ['petition_office'],
    months: 12,
  },
  clergy: {
    zh: '宗教教职人员服务',
    en: 'Services for clergy',
    basis: {
      zh: '《宗教事务条例》第六条、第三十九条',
      en: 'Regulations on Religious Affairs arts. 6, 39',
    },
    read: 'recalled',
    units: ['party_mass_office'],
    months: 24,
  },
} as const satisfies Record<string, CareKind>;
export type CareKindName = keyof typeof careKinds;
export const CareKindName = OneOf(keysOf(careKinds));

/** The kinds of which a unit may keep records; most units keep none. */
export const careKindsOf = (unit: string | null): CareKindName[] =>
  keysOf(careKinds).filter((kind) => careKinds[kind].units.some((one) => one === unit));

export const careStates = {
  proposed: { zh: '待审批', en: 'Proposed' },
  open: { zh: '帮扶中', en: 'Open' },
  refused: { zh: '未获同意', en: 'Refused' },
  closed: { zh: '已结束', en: 'Closed' },
} as const satisfies Record<string, Both>;
export type CareState = keyof typeof careStates;

/** Why a record ends; the last two are the engine's. */
export const careEndings = {
  help_done: { zh: '帮扶目标已实现', en: 'The help has done what it was for' },
  moved: { zh: '已离开本街道', en: 'The person has left the subdistrict' },
  died: { zh: '已去世', en: 'The person has died' },
  unfounded: { zh: '依据不成立或已撤销', en: 'Its basis was wrong or is gone' },
  term: { zh: '期限届满，自动结束', en: 'Its term is over' },
  unattended: { zh: '两名承办人均已离岗，自动结束', en: 'Neither of its two people is in office any more' },
} as const satisfies Record<string, Both>;
export type CareEnding = keyof typeof careEndings;

/** Endings that a person chooses. */
export const chosenEndings = ['help_done', 'moved', 'died', 'unfounded'] as const satisfies CareEnding[];

/** What a record is opened for; told in the access record beside the reason. */
export const careOccasions = {
  contact: { zh: '联系或走访本人', en: 'To contact or visit the person' },
  help: { zh: '落实、调整帮扶措施', en: 'To carry out or change the help agreed' },
  decide: { zh: '审批或交接', en: 'To decide a proposal or a hand-over' },
  asked: { zh: '本人提出询问或要求', en: 'The person asked' },
} as const satisfies Record<string, Both>;
export type CareOccasion = keyof typeof careOccasions;

/** The two people who know of a record. */
export const careSeats = {
  worker: { zh: '承办人', en: 'Worker' },
  second: { zh: '审批人（B 角）', en: 'Second person' },
} as const satisfies Record<string, Both>;
export type CareSeat = keyof typeof careSeats;

/** How many different records one person opens on one day at most. */
export const CARE_READS_A_DAY = 10;
/** How long a record lies closed before it is deleted, so that an objection can still be answered. */
export const CARE_KEPT_DAYS = 90;
