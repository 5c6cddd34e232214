/** Refusals of patrols, visits and appeals. */
export const roundsRefusals = {
  'rounds.grid_not_yours': {
    status: 409,
    zh: '巡查点只能设在本社区的网格里，请换一个网格。',
    en: 'A point can be set up only in a grid of your own community; choose another grid.',
  },
  'rounds.ends_before_it_starts': {
    status: 422,
    zh: '巡查的结束时间早于开始时间，请在手机上重新结束这次巡查后再交。',
    en: 'The patrol ends before it starts. End it once more on the phone, then hand it in.',
  },
  'rounds.appeal_answered': {
    status: 409,
    zh: '这份申诉已有答复，请刷新查看。',
    en: 'This objection was answered already; reload to read it.',
  },
  'rounds.conflict_over': {
    status: 409,
    zh: '这件冲突已经了结，请刷新查看。',
    en: 'This conflict is over already; reload to read how.',
  },
} as const;
