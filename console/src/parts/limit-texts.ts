export const texts = {
  title: { zh: '今天查看的人数已到上限', en: 'You have reached the limit of people for today' },
  limit: {
    zh: '您的岗位每天最多查看 {n} 人的明文信息。',
    en: 'Your post may see at most {n} people in clear a day.',
  },
  still: {
    zh: '今天已经看过的人仍可再看；其他人只显示遮盖后的信息。',
    en: 'Whom you have seen today you can see again; everybody else stays masked.',
  },
  tomorrow: { zh: '不急的，明天零点后继续。', en: 'What can wait goes on after midnight.' },
  emergency: { zh: '有人遇险：', en: 'Somebody is in danger:' },
  toEmergency: { zh: '应急查看', en: 'Break-glass' },
  tooLittle: {
    zh: '每天都不够用：请向个人信息保护专员申请调整额度，由另一人批准。',
    en: 'Too little every day: ask the privacy officer to change the limit; a second person approves.',
  },
} as const;
