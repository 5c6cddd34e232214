import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '我要反映', en: 'Report a problem' },
  photos: { zh: '照片', en: 'Photos' },
  place: { zh: '地点', en: 'Place' },
  words: { zh: '说明', en: 'Words' },
  danger: {
    zh: '有人身危险时请先拨 110、119、120。',
    en: 'If someone is in danger, call 110, 119 or 120 first.',
  },
  next: { zh: '下一步', en: 'Next' },
  noPhotos: { zh: '没有照片，下一步', en: 'No photo, next' },
  restart: { zh: '清空重填', en: 'Start over' },
  placeMissing: {
    zh: '请用定位、搜地址或在图上点一下，告诉我们在哪里。',
    en: 'Tell us where: use your position, search an address, or touch the map.',
  },
  wordsMissing: { zh: '请至少写两个字。', en: 'Please write at least two characters.' },
  typeOpen: { zh: '都不是，或不清楚', en: 'None of these, or not sure' },
  typeOpenHint: { zh: '由工作人员判断', en: 'Staff will decide' },
  joinAsk: {
    zh: '附近有 {n} 位邻居反映过类似问题，要一起吗？',
    en: '{n} neighbours reported something similar nearby. Join them?',
  },
  joinHint: {
    zh: '一起反映不会重复派单；您同样有编号，同样能查进度和评价。',
    en: 'Joining sends no second crew; you get your own number and can follow and rate all the same.',
  },
  join: { zh: '一起反映：{title}', en: 'Join: {title}' },
  joinNot: { zh: '不是同一件事，单独反映', en: 'Not the same; report it separately' },
  contact: { zh: '留个联系方式（选填）', en: 'Leave a contact (optional)' },
  send: { zh: '提交', en: 'Send' },
  sendJoin: { zh: '一起反映', en: 'Join and send' },
  kept: {
    zh: '您填写的内容还在这部手机上。再按一次不会重复提交。',
    en: 'What you wrote is still on this phone. Pressing again will not send it twice.',
  },
  onTheWay: {
    zh: '照片或录音还在上传。可以先存着，传完自动提交。',
    en: 'A photo or the recording is still on its way. Keep it, and it is sent once all has arrived.',
  },
  offline: {
    zh: '现在没有网络。先存在这部手机上，有网络时自动发送。',
    en: 'No network now. It is kept on this phone and sent by itself when there is one.',
  },
  later: { zh: '存着，自动发送', en: 'Keep it and send it later' },
  received: { zh: '已收到，谢谢您', en: 'Received. Thank you' },
  joined: { zh: '已和邻居一起反映', en: 'Joined your neighbours' },
  no: { zh: '编号', en: 'Number' },
  code: { zh: '查询码', en: 'Tracking code' },
  codeHint: {
    zh: '凭这两项随时能查进度，不用登录。请保存好查询码，不要发给别人。',
    en: 'With these two you can follow it any time without signing in. Keep the code to yourself.',
  },
  whatNext: { zh: '接下来', en: 'What happens next' },
  nextA: {
    zh: '工作人员受理；需要时先到现场核实，再分给负责的单位。',
    en: 'Staff take it up, verify on site where needed, and pass it to the unit responsible.',
  },
  nextB: {
    zh: '每一步都会写在进度里：谁在办、办了多久。',
    en: 'Every step is shown: who holds it and for how long.',
  },
  nextC: {
    zh: '办完后会问您“真的解决了吗”，由您说了算。',
    en: 'Afterwards we ask whether it was really solved. You decide.',
  },
  seeProgress: { zh: '看进度', en: 'See progress' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  print: { zh: '打印', en: 'Print' },
  share: { zh: '分享', en: 'Share' },
  shareText: {
    zh: '我反映了一个问题，编号 {no}。不含查询码和个人信息。',
    en: 'I reported a problem, number {no}. No code, no personal data.',
  },
  home: { zh: '回首页', en: 'Home' },
  gone: {
    zh: '这部手机上没有这张回执。凭编号和查询码仍可查进度。',
    en: 'This phone has no such receipt. You can still follow it by number and code.',
  },
  track: { zh: '凭编号查进度', en: 'Follow by number' },
  byPhone: { zh: '电话里报编号也能查。', en: 'You can also ask by phone with the number.' },
} as const satisfies Record<string, Both>;
