export const texts = {
  says: { zh: '发给您和您单位的消息，新的在前。', en: 'Messages to you and your unit, newest first.' },
  show: { zh: '显示', en: 'Show' },
  empty: { zh: '没有消息。', en: 'No messages.' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  read: { zh: '标为已读', en: 'Mark as read' },
  unread: { zh: '未读', en: 'Unread' },
  open: { zh: '打开工单', en: 'Open the case' },
  toUnit: { zh: '发给 {unit}', en: 'to {unit}' },
} as const;

export const views = {
  all: { zh: '全部', en: 'All' },
  unread: { zh: '未读', en: 'Unread' },
} as const;
