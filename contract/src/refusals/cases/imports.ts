/** Refusals of bringing in files. */
export const importsRefusals = {
  'cases.import_mapping': {
    status: 422,
    zh: '字段映射文件不正确，请按说明更正。',
    en: 'The mapping file is not right. Correct what is named.',
  },
  'cases.import_running': {
    status: 409,
    zh: '同一文件正在导入（映射不同或为试运行），请等其结束后再试。',
    en: 'The same file is being imported with another mapping or as a dry run. Wait until that has ended.',
  },
} as const;
