export const texts = {
  says: {
    zh: '签收、联系诉求人、交办、处置、反馈佐证；办不了的，引用清单退单或申请延期、挂账。',
    en: 'Acknowledge, reach the reporter, pass on, handle, give evidence; otherwise return it citing the list, or ask for time.',
  },
} as const;
