import type { Both } from '../both.ts';
import type { ServiceBody } from './desk.ts';
import type { ServiceItem } from './item.ts';

/** An item with its counter, as far as people are told of it. */
export type Tellable = Pick<ServiceBody, 'name' | 'who' | 'bring' | 'term' | 'money' | 'basis' | 'note'> &
  Pick<ServiceItem, 'window' | 'decidedBy'>;

export type Part = { readonly title: Both; readonly lines: readonly Both[] };

const unsure: Both = { zh: '（请向窗口确认）', en: ' (ask the window)' };
const both = (zh: string, en: string): Both => ({ zh, en });
const with_ = ({ zh, en, sure }: { zh: string; en: string; sure: boolean }): Both =>
  sure ? both(zh, en) : both(zh + unsure.zh, en + unsure.en);

/** What somebody has to know before they set out, in the order of need: as the screen shows and the paper prints it. */
export function partsOf({ who, bring, term, money, basis, note, window, decidedBy }: Tellable): Part[] {
  const { unit, address, phone, hours, everyCommunity } = window;
  const open = hours.workdaysOnly
    ? both(`工作日 ${hours.from}–${hours.to}`, `Workdays ${hours.from}–${hours.to}`)
    : both(`每天 ${hours.from}–${hours.to}`, `Every day ${hours.from}–${hours.to}`);
  const where = everyCommunity
    ? both('每个社区都有窗口。', 'Every community has a window.')
    : address === null
      ? both('地址请打电话问。', 'Phone for the address.')
      : both(address, address);
  const parts: (Part | null)[] = [
    { title: both('谁能办', 'Who gets it'), lines: [with_(who)] },
    {
      title: both('带什么', 'What to bring'),
      lines:
        bring.length === 0
          ? [both('什么都不用带，人来或打电话就行。', 'Nothing: come, or phone.')]
          : bring.map(({ zh, en, shared }) =>
              shared
                ? both(`${zh}（窗口能查到的不用带）`, `${en} (not where the window can look it up)`)
                : both(zh, en),
            ),
    },
    {
      title: both('到哪里', 'Where'),
      lines: [
        unit,
        where,
        open,
        both(`电话 ${phone}`, `Phone ${phone}`),
        ...(decidedBy === null ? [] : [both(`由${decidedBy.zh}决定。`, `Decided by: ${decidedBy.en}.`)]),
      ],
    },
    {
      title: both('最多要多久', 'How long at most'),
      lines: [
        term === null
          ? both(
              '没有查到统一的法定时限，请向窗口问清楚再走。',
              'No statutory time was found; ask the window before you leave.',
            )
          : with_(term),
      ],
    },
    money === null ? null : { title: both('费用和金额', 'Money'), lines: [with_(money)] },
    basis === null ? null : { title: both('依据', 'By which norm'), lines: [with_(basis)] },
    note === null ? null : { title: both('请留意', 'Please note'), lines: [note] },
  ];
  return parts.filter((part) => part !== null);
}

/** The same read out on the phone, a sentence a breath; asked at the end whether it was understood. */
export const scriptOf = (item: Tellable): Both[] => [
  both(`您问的是“${item.name.zh}”。`, `You ask about: ${item.name.en}.`),
  ...partsOf(item).map(({ title, lines }) =>
    both(
      `${title.zh}：${lines.map(({ zh }) => zh.replace(/。$/, '')).join('；')}。`,
      `${title.en}: ${lines.map(({ en }) => en.replace(/\.$/, '')).join('; ')}.`,
    ),
  ),
  both(
    '说清楚了吗？要不要我替您记下，请人给您回电或上门？',
    'Was that clear? Shall I write it down, so that somebody phones you or comes to you?',
  ),
];
