import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '等待发送', en: 'Waiting to be sent' },
  what: {
    zh: '还没有发到街道。有网络时自动发送，不会重复；发出后，编号在“我的反映”里。请不要清除浏览器数据。',
    en: 'Not yet with the subdistrict. It is sent by itself, once, when there is a network; the number then stands under “Reports”. Please do not clear the browser’s data.',
  },
  none: { zh: '没有等待发送的反映，都已发出。', en: 'Nothing waits: all has been sent.' },
  mine: { zh: '我的反映', en: 'My reports' },
  waiting: { zh: '等网络', en: 'Waiting' },
  refused: { zh: '没有收下', en: 'Not taken' },
  spoken: { zh: '语音反映', en: 'Spoken report' },
  photos: { zh: '{n} 张照片', en: '{n} photos' },
  voice: { zh: '一段录音', en: 'a recording' },
  now: { zh: '现在发送', en: 'Send now' },
  offline: { zh: '现在没有网络；急事请打电话。', en: 'No network now; if it is urgent, phone.' },
  change: { zh: '改一改', en: 'Change it' },
  drop: { zh: '不发了', en: 'Do not send' },
  dropSure: { zh: '真的不发了吗？', en: 'Not send it after all?' },
  dropWhat: {
    zh: '写好的内容和照片会从这部手机上删除。',
    en: 'What you wrote and the photos are removed from this phone.',
  },
} as const satisfies Record<string, Both>;
