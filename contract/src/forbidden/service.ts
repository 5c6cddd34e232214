import type { Promise } from './norms.ts';

/** How the service itself is not run. */
export const toService = {
  shifted_duties: {
    words: {
      zh: '不把部门的事推给街道社区',
      en: 'A department’s duty is not pushed down',
    },
    how: {
      zh: '分拨须引用责任清单；已收回上级的事项，派不到街道。',
      en: 'A dispatch cites the list of responsibilities; a duty that was recalled cannot be sent to the subdistrict.',
    },
    says: {
      zh: '应由职能部门办理的诉求事项不得分派给基层办理',
      en: 'What a department must handle may not be assigned to the grass roots',
    },
    norm: 'hotline',
    place: { zh: '第五项', en: 'item 5' },
    exception: null,
  },
  community_burden: {
    words: { zh: '不让社区承担职责以外的事', en: 'A community leads only what is its own' },
    how: {
      zh: '社区只主办清单中的自治事项，其他的只协助。',
      en: 'A community leads matters of self-government on the list, and only assists with others.',
    },
    says: {
      zh: '不得将社区职责以外的事项交由社区主办',
      en: 'What is not a community’s duty may not be given to it to lead',
    },
    norm: 'beijing',
    place: { zh: '第十七条', en: 'art. 17' },
    exception: null,
  },
  empty_targets: {
    words: { zh: '不追求百分之百，不搞末位', en: 'No hundred-percent targets, no last place' },
    how: {
      zh: '不设百分之百的指标，也不列谁最后；没办成就写没办成和原因。',
      en: 'No target of a hundred percent is set and nobody is named last; what was not solved is told as such, with its reason.',
    },
    says: {
      zh: '不片面追求排名，不设置不切实际的目标要求',
      en: 'No one-sided pursuit of rankings, no unrealistic targets',
    },
    norm: 'hotline',
    place: null,
    exception: null,
  },
  own_app: {
    words: { zh: '不要求安装应用', en: 'There is no app to install' },
    how: {
      zh: '居民端和一线端都是网页，打开即用；可嵌入县级以上已备案的应用。',
      en: 'Residents and workers use web pages, open at once; they can be embedded in a filed app of county level or above.',
    },
    says: {
      zh: '县级以下单位原则上不得开发建设政务应用程序',
      en: 'Units below county level should not build government apps',
    },
    norm: 'apps',
    place: { zh: '第二条', en: 'art. 2' },
    exception: null,
  },
  unfiled: {
    words: { zh: '不隐瞒是否备案', en: 'Whether it is filed is not hidden' },
    how: {
      zh: '工作台每页页脚写明备案号；还没有的，写明待运营单位登记，自检也会提醒。',
      en: 'The footer of the workbench states the filing number; without one it says that it is still to be entered, and the self-check reminds of it.',
    },
    says: {
      zh: '上线前、重大变更和关停须备案',
      en: 'Going live, great changes and shutting down must be filed',
    },
    norm: 'apps',
    place: { zh: '备案', en: 'on filing' },
    exception: null,
  },
} as const satisfies Record<string, Promise>;
