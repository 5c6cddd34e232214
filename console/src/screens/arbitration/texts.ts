export const texts = {
  says: {
    zh: '两次退单或商定不成的工单在此裁定；指定须署名说明理由，指定后不得再退。',
    en: 'Cases returned twice or without agreement are settled here; a designation is signed with its reason and cannot be returned.',
  },
  returns: { zh: '退单理由', en: 'Why it was returned' },
} as const;
