import type { Both } from './both.ts';

/** What a purpose allows and asks for; a street changes it by two people, these are its first version. */
export type PurposeRules = {
  /** What the person concerned reads. */
  readonly words: Both;
  readonly basis: Both;
  /** The highest grade of facts that may be shown for it. */
  readonly maxGrade: 1 | 2 | 3 | 4;
  /** Days after the end of the matter within which a look still belongs to it; null: the purpose has no such end. */
  readonly windowDays: number | null;
  /** A look belongs to a case; one without is listed for the privacy officer. */
  readonly needsCase: boolean;
  /** Somebody else has to approve the look before it is made. */
  readonly needsFourEyes: boolean;
  readonly visible: boolean;
  /** Days after which the person concerned sees the look. */
  readonly delayDays: number;
  /** Why it is hidden or late, and until when that holds; null where the person sees every look at once. */
  readonly exception: { readonly basis: Both; readonly until: string } | null;
};

const usual = {
  windowDays: null,
  needsCase: false,
  needsFourEyes: false,
  visible: true,
  delayDays: 0,
  exception: null,
} as const;
const duty: Both = {
  zh: '个人信息保护法第十三条第一款第三项：为履行法定职责所必需',
  en: 'Personal Information Protection Law art. 13(1)(3): necessary to perform statutory duties',
};

/** Why personal data may be looked at: the register of processing activities (个人信息保护法第五十五、五十六条). */
export const purposes = {
  handle: {
    ...usual,
    words: { zh: '为办理您的诉求', en: 'To handle what you reported' },
    basis: duty,
    maxGrade: 3,
    windowDays: 30,
    needsCase: true,
  },
  verify: {
    ...usual,
    words: { zh: '为核实您反映的情况', en: 'To verify what you reported' },
    basis: duty,
    maxGrade: 3,
    windowDays: 30,
    needsCase: true,
  },
  callback: {
    ...usual,
    words: { zh: '为回访您是否满意', en: 'To ask whether you are satisfied' },
    basis: duty,
    maxGrade: 2,
    windowDays: 60,
    needsCase: true,
  },
  deliver: {
    ...usual,
    words: { zh: '为把通知送达给您', en: 'To deliver a message to you' },
    basis: duty,
    maxGrade: 2,
  },
  correct: {
    ...usual,
    words: { zh: '为更正您的资料', en: 'To correct your details' },
    basis: {
      zh: '个人信息保护法第四十六条：更正、补充请求',
      en: 'Personal Information Protection Law art. 46: requests to correct or complete',
    },
    maxGrade: 3,
  },
  register: {
    ...usual,
    words: { zh: '为登记和更新人口、房屋信息', en: 'To keep the registers of people and homes up to date' },
    basis: duty,
    maxGrade: 3,
  },
  identify: {
    ...usual,
    words: { zh: '为核验您的身份', en: 'To verify who you are' },
    basis: {
      zh: '个人信息保护法第十三条第一款第一项：取得个人的同意',
      en: 'Personal Information Protection Law art. 13(1)(1): your consent',
    },
    maxGrade: 3,
  },
  visit: {
    ...usual,
    words: { zh: '为走访和上门服务', en: 'To visit and serve you at home' },
    basis: duty,
    maxGrade: 3,
  },
  care: {
    ...usual,
    words: { zh: '为提供专门的帮扶服务', en: 'To give special care' },
    basis: {
      zh: '个人信息保护法第二十八条：特定目的、充分必要、严格保护；第三十五条：国家机关应当告知，告知不妨碍帮扶，故即时可见',
      en: 'Personal Information Protection Law art. 28: specific purpose, real need, strict protection; art. 35: the person is told, which hinders no help, so looks are visible at once',
    },
    maxGrade: 4,
    needsFourEyes: true,
  },
  emergency: {
    ...usual,
    words: { zh: '为处置紧急情况', en: 'To deal with an emergency' },
    basis: {
      zh: '个人信息保护法第十三条第一款第四项：紧急情况下保护生命健康和财产安全',
      en: 'Personal Information Protection Law art. 13(1)(4): to protect life, health or property in an emergency',
    },
    maxGrade: 3,
  },
  share: {
    ...usual,
    words: { zh: '经批准提供给其他部门', en: 'To share with another authority, as approved' },
    basis: {
      zh: '个人信息保护法第二十三条、政务数据共享条例',
      en: 'Personal Information Protection Law art. 23; Regulations on Government Data Sharing',
    },
    maxGrade: 3,
    needsFourEyes: true,
  },
  export: {
    ...usual,
    words: { zh: '为制作经批准的名册', en: 'To make a list that was approved' },
    basis: duty,
    maxGrade: 3,
    needsFourEyes: true,
  },
  mandate: {
    ...usual,
    words: { zh: '由您授权的人代您办理', en: 'Somebody acts for you by your mandate' },
    basis: {
      zh: '个人信息保护法第十三条第一款第一项：取得个人的同意；民法典第一百六十一条：委托代理',
      en: 'Personal Information Protection Law art. 13(1)(1): your consent; Civil Code art. 161: agency by mandate',
    },
    maxGrade: 3,
  },
  track: {
    ...usual,
    words: {
      zh: '您在其他门户查询“谁看过我的信息”',
      en: 'You asked in another portal who looked at your data',
    },
    basis: {
      zh: '个人信息保护法第四十四条、第四十五条：知情权与查阅、复制',
      en: 'Personal Information Protection Law arts. 44 and 45: the right to know, to consult and to copy',
    },
    maxGrade: 3,
  },
  guardian: {
    ...usual,
    words: {
      zh: '监护人了解谁看过孩子的信息',
      en: 'A guardian reads who looked at their child’s data',
    },
    basis: {
      zh: '个人信息保护法第三十一条、民法典第二十七条和第三十四条：父母监护',
      en: 'Personal Information Protection Law art. 31; Civil Code arts. 27 and 34: parents as guardians',
    },
    maxGrade: 3,
  },
  inspect: {
    ...usual,
    words: { zh: '为检查工作是否合规', en: 'To inspect whether the work was proper' },
    basis: {
      zh: '个人信息保护法第五十四条：合规审计',
      en: 'Personal Information Protection Law art. 54: compliance audit',
    },
    maxGrade: 3,
  },
  scrub: {
    ...usual,
    words: {
      zh: '为遮盖文字中多余的个人信息',
      en: 'To mask personal data that does not belong in a text',
    },
    basis: {
      zh: '个人信息保护法第六条、第十九条：最小范围、最短时间',
      en: 'Personal Information Protection Law arts. 6 and 19: the least, for the shortest time',
    },
    maxGrade: 3,
    needsCase: true,
  },
  legal: {
    ...usual,
    words: { zh: '依法律法规要求', en: 'Because the law requires it' },
    basis: duty,
    maxGrade: 3,
  },
} as const satisfies Record<string, PurposeRules>;

export type Purpose = keyof typeof purposes;
