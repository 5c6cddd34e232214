import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  onPhone: { zh: '已存本机', en: 'On this phone' },
  full: {
    zh: '手机存不下了：请先联网上传，或清理手机空间后再拍。',
    en: 'This phone is full. Go online to send what waits, or free some space, then take it again.',
  },
  record: { zh: '说一段话（最多 60 秒）', en: 'Say it (60 seconds at most)' },
  recording: { zh: '正在录 {n} / {of} 秒，按一下停止', en: 'Recording {n} of {of} s; press to stop' },
  document: { zh: '打开文件', en: 'Open the file' },
  voice: { zh: '语音', en: 'Voice note' },
  seconds: { zh: '{n} 秒', en: '{n} s' },
  dropVoice: { zh: '去掉这段语音', en: 'Remove the voice note' },
  noMicrophone: {
    zh: '用不了麦克风：请在手机设置里允许录音，或改用文字。',
    en: 'The microphone cannot be used. Allow it in the settings of the phone, or write instead.',
  },
} as const satisfies Record<string, Both>;
