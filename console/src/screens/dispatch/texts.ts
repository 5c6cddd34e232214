export const texts = {
  says: {
    zh: '引用责任清单条目分拨；多个单位有职责时商定，没有条目时由领导指定。时钟不因分拨重置。',
    en: 'Dispatch cites a row of the list; several duties mean a consultation, no row a designation. No clock is reset.',
  },
} as const;
