export const texts = {
  says: {
    zh: '站内消息和短信都没有看到的人。打电话告知；三次没联系上，由社区上门。查看号码会留痕，本人可见。',
    en: 'People whom neither app nor text message reached. Call them; after three calls in vain the community goes there. Looks at numbers are recorded and shown to them.',
  },
  empty: { zh: '没有要打电话或上门告知的人。', en: 'Nobody has to be called or visited.' },
  due: { zh: '最晚 {at}', en: 'By {at}' },
  open: { zh: '打开工单', en: 'Open the case' },
  tried: { zh: '试过', en: 'Tried' },
  visitBy: { zh: '由{unit}上门', en: 'Visited by {unit}' },
  reveal: { zh: '看号码', en: 'Show the number' },
  reached: { zh: '已告知本人', en: 'Told them' },
  missed: { zh: '没联系上', en: 'Not reached' },
} as const;
