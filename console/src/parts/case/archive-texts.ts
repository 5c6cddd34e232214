export const archiveTexts = {
  title: { zh: '归档封存包', en: 'Sealed package' },
  madeAt: { zh: '封存时间', en: 'Sealed' },
  size: { zh: '大小', en: 'Size' },
  bytes: { zh: '{n} 字节', en: '{n} bytes' },
  how: {
    zh: '下载后用 sha256sum 复核，与上面的指纹一致即未被改动。',
    en: 'Check the download with sha256sum: the same digest means that nothing was changed.',
  },
  download: { zh: '下载封存包', en: 'Download the package' },
  notYours: {
    zh: '封存包由核查、分拨、督办和领导岗位下载。',
    en: 'Checkers, dispatchers, supervisors and leaders may download it.',
  },
} as const;
