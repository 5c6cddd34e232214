export const texts = {
  list: { zh: '待办列表', en: 'Waiting cases' },
  find: { zh: '在此搜索', en: 'Search here' },
  keys: { zh: '选择 · 回车开始办理 · o 打开详情', en: 'choose · Enter to act · o opens it' },
  empty: { zh: '这个台面已清空', en: 'This desk is clear' },
  emptyWhy: { zh: '新的工单到来时会自动出现。', en: 'New cases appear by themselves.' },
  choose: { zh: '从左边选一件', en: 'Pick one on the left' },
  gone: { zh: '这一件已不在此台面。', en: 'This case has left the desk.' },
  next: { zh: '办下一件', en: 'Take the next one' },
  more: { zh: '还有更多', en: 'There are more' },
  whole: { zh: '打开详情', en: 'Open the case' },
  order: { zh: '排序', en: 'Order' },
} as const;
