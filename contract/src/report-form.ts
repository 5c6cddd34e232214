import type { Both } from './both.ts';

export type QuestionId = 'photos' | 'place' | 'words' | 'kind' | 'anonymous' | 'phone' | 'name';

/** One question of a report: the same on the screen, on paper and on the phone. */
export type Question = {
  readonly id: QuestionId;
  /** The step of the screen on which it stands. */
  readonly step: 'photos' | 'place' | 'words';
  /** Without an answer the report cannot be taken. */
  readonly needed: boolean;
  /** Asked on the screen and printed on paper. */
  readonly ask: Both;
  readonly hint: Both;
  /** Read out by whoever takes the call. */
  readonly say: Both;
  /** The room that paper gives: lines to write on, or a box to tick. */
  readonly paper: { readonly lines: number } | { readonly tick: Both };
  /** What it fills of `cases.reportProblem`; the contact stands apart there. */
  readonly fills: readonly string[];
};

/** 我要反映, told once: the screen, the large-print form and the phone script are made of this, in this order. */
export const reportForm: readonly Question[] = [
  {
    id: 'photos',
    step: 'photos',
    needed: false,
    ask: { zh: '拍下您看到的问题', en: 'Show us what you see' },
    hint: {
      zh: '请尽量不要拍到别人的脸和车牌。照片里隐藏的位置和时间信息会去掉。',
      en: 'Please keep faces and number plates out. Place and time hidden in a photo are removed.',
    },
    say: {
      zh: '您手边有照片吗？有的话可以稍后发给我们，没有也不要紧。',
      en: 'Do you have a photo? You can send it later; without one is fine too.',
    },
    paper: { tick: { zh: '照片附在后面', en: 'Photos are attached' } },
    fills: ['files'],
  },
  {
    id: 'place',
    step: 'place',
    needed: true,
    ask: { zh: '问题在哪里？', en: 'Where is it?' },
    hint: { zh: '路名、小区、楼号，或旁边有什么。', en: 'Road, estate, building, or what stands beside it.' },
    say: {
      zh: '问题在什么地方？请说路名、小区和楼号，旁边有什么也行。',
      en: 'Where is it? Tell me road, estate and building, or what stands beside it.',
    },
    paper: { lines: 2 },
    fills: ['lng', 'lat', 'accuracy', 'address', 'placeKind'],
  },
  {
    id: 'words',
    step: 'words',
    needed: true,
    ask: { zh: '出了什么问题？', en: 'What is wrong?' },
    hint: {
      zh: '说或写都行，几个字也可以，例如“路灯不亮三天了”。',
      en: 'Speak or write; a few words will do, such as “street lamp out for three days”.',
    },
    say: {
      zh: '请您说一说出了什么问题，从什么时候开始的，我来替您记。',
      en: 'Tell me what is wrong and since when; I write it down for you.',
    },
    paper: { lines: 6 },
    fills: ['text'],
  },
  {
    id: 'kind',
    step: 'words',
    needed: false,
    ask: { zh: '看起来是哪一类？', en: 'Which kind does it seem to be?' },
    hint: {
      zh: '不清楚就空着，由工作人员最后确定。',
      en: 'Leave it open if you are not sure; staff decide in the end.',
    },
    say: {
      zh: '听起来是（念系统建议的类别），对吗？不确定的话由我们来定。',
      en: 'It sounds like (read what the system suggests), is that right? If you are not sure, we decide.',
    },
    paper: { lines: 1 },
    fills: ['type'],
  },
  {
    id: 'anonymous',
    step: 'words',
    needed: false,
    ask: { zh: '不让承办人员知道我是谁', en: 'Do not tell the handlers who I am' },
    hint: { zh: '只有受理中心能联系您。', en: 'Only the intake centre can reach you.' },
    say: {
      zh: '您愿意让承办人员知道您是谁吗？不愿意的话，只有受理中心能联系您。',
      en: 'May the handlers know who you are? If not, only the intake centre can reach you.',
    },
    paper: { tick: { zh: '对，不要让他们知道', en: 'Right, do not tell them' } },
    fills: ['anonymous'],
  },
  {
    id: 'phone',
    step: 'words',
    needed: false,
    ask: { zh: '电话', en: 'Phone' },
    hint: {
      zh: '不留也能凭编号查进度；留了，办理中有疑问时可以联系您。每次查看都会留下记录。',
      en: 'You can follow by number without it. With it we can ask back; every look at it is recorded.',
    },
    say: {
      zh: '方便留个电话吗？不留也可以，我会告诉您编号和查询码。',
      en: 'Would you leave a phone number? You need not: I give you a number and a code.',
    },
    paper: { lines: 1 },
    fills: ['contact.phone'],
  },
  {
    id: 'name',
    step: 'words',
    needed: false,
    ask: { zh: '称呼', en: 'Name' },
    hint: { zh: '怎么称呼您都可以。', en: 'Whatever you like to be called.' },
    say: { zh: '怎么称呼您？', en: 'How may I call you?' },
    paper: { lines: 1 },
    fills: ['contact.name'],
  },
];

export function question(id: QuestionId): Question {
  const found = reportForm.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The report form has no question ${id}.`);
  return found;
}
