/** Refusals about messages. */
export const noticesRefusals = {
  'notices.not_failed': {
    status: 409,
    zh: '只有发送失败的短信可以重发；请刷新查看它现在的状态。',
    en: 'Only a failed message can be sent again. Reload to see its state.',
  },
  'notices.erased': {
    status: 409,
    zh: '这条短信的号码和内容已按规定清除，无法重发；如仍需通知，请改用电话并在工单中记录。',
    en: 'Number and text of this message were erased as required. If it is still needed, phone instead and note it in the case.',
  },
  'notices.told_already': {
    status: 409,
    zh: '这个人已经知道了，不用再联系；请刷新列表。',
    en: 'This person knows by now; there is no need to call. Reload the list.',
  },
} as const;
