import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  hold: { zh: '按住说话', en: 'Hold to speak' },
  letGo: { zh: '松开结束', en: 'Let go to end' },
  howLong: {
    zh: '最长 60 秒；点一下开始、再点一下结束也行',
    en: '60 seconds at most; or press once to start and again to end',
  },
  running: { zh: '{n} / {most} 秒', en: '{n} of {most} s' },
  started: { zh: '正在录音', en: 'Recording' },
  recording: { zh: '录音', en: 'Recording' },
  kept: { zh: '已录 {n} 秒', en: 'Recorded {n} s' },
  sent: { zh: '已上传', en: 'Uploaded' },
  toSend: { zh: '随反映一起上传', en: 'Goes with the report' },
  drop: { zh: '去掉录音', en: 'Remove the recording' },
  heard: { zh: '听到的是：“{words}”', en: 'Heard: “{words}”' },
  use: { zh: '写进说明', en: 'Put it into the words' },
  denied: {
    zh: '不能使用麦克风：请在浏览器设置里允许，或直接写字、打电话。',
    en: 'The microphone cannot be used: allow it in the browser, or write, or phone.',
  },
  write: { zh: '同时把话写成文字', en: 'Write along as text' },
  writeHint: {
    zh: '由手机浏览器的厂商听写，声音会发给它；写出来的只是建议，您可以改。',
    en: 'By the maker of your browser, who then gets the sound; what it writes is only a suggestion.',
  },
} as const satisfies Record<string, Both>;
