import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  found: { zh: '拍照上报', en: 'Report by camera' },
  place: { zh: '地点', en: 'Place' },
  kind: { zh: '哪一类', en: 'Which kind' },
  kindQuick: { zh: '一按即选', en: 'One press' },
  because: { zh: '建议理由：{why}。由您决定。', en: 'Suggested because: {why}. You decide.' },
  words: { zh: '说明', en: 'Words' },
  emergency: {
    zh: '这是特急事项：先打 110、119 或 120，再填在这里。',
    en: 'This is an emergency: call 110, 119 or 120 first, then write it here.',
  },
  calledOut: { zh: '已打给谁、几点', en: 'Who was called, and when' },
  calledOutHint: {
    zh: '例如“119，14:05”。没填的由中心接着打。',
    en: 'Such as “119, 14:05”. Left empty, the centre will call.',
  },
} as const satisfies Record<string, Both>;
