export const texts = {
  says: {
    zh: '先查重，公众诉求按类别要求先核实；立案确定类别和等级，全程时钟起算。',
    en: 'Look for duplicates, verify where the type asks for it; registering sets type and grade and starts the overall clock.',
  },
} as const;
