import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '电话和窗口', en: 'Phone and windows' },
  byPhone: { zh: '打电话', en: 'By phone' },
  byPhoneHow: {
    zh: '说一说就行，由工作人员替您录入，同样有编号，同样的时限。',
    en: 'Just tell us. Staff write it down; you get the same number and the same deadline.',
  },
  windows: { zh: '服务窗口', en: 'Service windows' },
  windowsHow: {
    zh: '有低位服务台，可以代填、代办。',
    en: 'There is a low counter, and someone to fill it in for you.',
  },
  nearMe: { zh: '按我的位置排', en: 'Nearest to me first' },
  nearest: { zh: '您所在的社区', en: 'Your community' },
  workdays: { zh: '工作日 {from}–{to}', en: 'Workdays {from}–{to}' },
  everyDay: { zh: '每天 {from}–{to}', en: 'Every day {from}–{to}' },
  onPaper: { zh: '写信、上门', en: 'By letter, or at your door' },
  form: { zh: '大字表', en: 'Large-print form' },
  paper: {
    zh: '也可以写信，或请网格员上门。',
    en: 'You can also write a letter, or ask the grid worker to come.',
  },
  promises: { zh: '本平台不做什么', en: 'What this platform refuses to do' },
  promisesWhat: {
    zh: '下面这些事，无论谁要求，本平台都不做。做法由自动检查守着：有人改了，版本就发不出去。',
    en: 'These things the platform does not do, whoever asks. Automatic checks keep it so: a change that breaks one cannot be released.',
  },
  ground: { zh: '依据', en: 'Norm' },
  groundAndException: { zh: '依据和例外', en: 'Norm and exception' },
  saysSo: { zh: '规定：{says}。', en: 'The norm: {says}.' },
  exception: { zh: '例外：{what}。', en: 'Exception: {what}.' },
  partly: {
    zh: '依据公开解读和部分条文整理，未见全文。',
    en: 'Taken from published interpretations and parts of the text; the whole text was not at hand.',
  },
  recalled: { zh: '条文未与原文核对。', en: 'The clause was not checked against the text.' },
  lost: { zh: '没有这一页', en: 'No such page' },
  lostWhy: {
    zh: '地址可能写错了，或这一页已不再使用。',
    en: 'The address may be wrong, or the page is no longer there.',
  },
  home: { zh: '回首页', en: 'Home' },
} as const satisfies Record<string, Both>;
