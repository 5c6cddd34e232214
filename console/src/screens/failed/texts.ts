export const texts = {
  says: {
    zh: '没有发出去的短信及原因；修复后可重新发送。',
    en: 'Text messages that could not be sent, and why; send again once it is mended.',
  },
  empty: { zh: '没有发送失败的短信。', en: 'No failed messages.' },
  tries: { zh: '已试 {n} 次', en: '{n} tries' },
  again: { zh: '重新发送', en: 'Send again' },
  open: { zh: '相关工单', en: 'The case' },
} as const;
