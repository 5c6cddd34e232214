export const texts = {
  says: {
    zh: '核查人不能是处置人员及其单位；现场核查须有自己的佐证。照片真伪只作提示，由您判断。',
    en: 'The checker had no part in the handling; a check on site needs its own evidence. Signs are hints, you judge.',
  },
  compare: { zh: '前后对照', en: 'Before and after' },
  before: { zh: '处置前', en: 'Before' },
  after: { zh: '处置后', en: 'After' },
  none: { zh: '没有照片', en: 'No picture' },
  pick: { zh: '换一张', en: 'Another picture' },
  pictureOf: { zh: '第 {n} 张，共 {all} 张', en: '{n} of {all}' },
} as const;
