/** Refusals of the day table and of the clocks that run on it. */
export const calendarRefusals = {
  'calendar.year_unreadable': {
    status: 422,
    zh: '放假安排无法读取，请按提示的行号更正：JSON 用平台格式，CSV 每行为“日期,名称,off 或 work”。',
    en: 'The yearly arrangement cannot be read. Correct the row named below: JSON in our own format, or CSV with date,name,off|work on each row.',
  },
  'calendar.day_not_of_year': {
    status: 422,
    zh: '有日期不属于这一年的安排（只可含上一年 12 月的调休日），请分年导入。',
    en: 'A date does not belong to this year (only December of the year before may appear). Import one year at a time.',
  },
  'calendar.day_twice': {
    status: 422,
    zh: '同一日期出现两次，请保留一行后重新导入。',
    en: 'A date appears twice. Keep one row and import again.',
  },
  'calendar.make_up_on_weekday': {
    status: 422,
    zh: '调休上班日应为周六或周日，请与国务院办公厅通知核对该行日期。',
    en: 'A make-up workday must be a Saturday or Sunday. Check this row against the published notice.',
  },
  'calendar.year_incomplete': {
    status: 422,
    zh: '安排缺少法定节假日，请补全全年放假日期（含元旦、劳动节、国庆节的法定日）后导入。',
    en: 'Statutory holidays are missing. Complete the whole year (with the fixed days of New Year, Labour Day and National Day) and import again.',
  },
  'calendar.longer_needs_approval': {
    status: 409,
    zh: '更改类型会延长正在计时的期限，须先经批准；请提交审批后再更改。',
    en: 'This change would lengthen a running deadline and needs approval first. Ask for approval, then change it.',
  },
} as const;
