import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { mandateEnds, type MandateView } from '@fengqiao/contract/mandates.ts';
import type { Both } from '@fengqiao/contract/route.ts';

type End = NonNullable<MandateView['endedHow']>;

/** To the phone that was asked; whoever holds it may have no account yet. */
export const asked = (side: 'principal' | 'helper', by: string): Both =>
  side === 'helper'
    ? {
        zh: `${by} 请您在“住枫桥”做代办人。用本手机号登录，在“家庭与代办”里同意或谢绝；不认识对方请不要同意。`,
        en: `${by} asks you to act for them. Sign in with this number and answer under "Family and helpers"; do not accept from strangers.`,
      }
    : {
        zh: `${by} 想在“住枫桥”替您办事。用本手机号登录，在“家庭与代办”里同意或谢绝；不认识对方请不要同意，也可致电街道核实。`,
        en: `${by} offers to act for you. Sign in with this number and answer under "Family and helpers"; do not accept from strangers.`,
      };

export const active = (side: 'principal' | 'helper', other: string): Both =>
  side === 'principal'
    ? {
        zh: `您已授权 ${other} 替您办事，办了什么都会告诉您。不是您本人同意的，请在“家庭与代办”撤销，或致电、到窗口撤销，立即生效。`,
        en: `${other} may now act for you; you will be told of every act. If you did not agree, revoke it under "Family and helpers", by phone or at a window, at once.`,
      }
    : {
        zh: `您现在可以替 ${other} 办事：在“家庭与代办”里点“替他办理”。`,
        en: `You may now act for ${other}: press "act for them" under "Family and helpers".`,
      };

export const declined = (other: string): Both => ({
  zh: `${other} 谢绝了代办授权。`,
  en: `${other} declined the mandate.`,
});

export const ended = (other: string, how: End): Both => ({
  zh: `与 ${other} 之间的代办授权已结束（${mandateEnds[how].zh}）。`,
  en: `The mandate with ${other} has ended (${mandateEnds[how].en.toLowerCase()}).`,
});

const done: Record<MandateAct, Both> = {
  'reports.report': { zh: '反映了一个问题', en: 'reported a problem' },
  'reports.follow': { zh: '补充或撤回了一件诉求', en: 'added to or withdrew a report' },
  'reports.answer': { zh: '回答了“真的解决了吗”', en: 'said whether it was really solved' },
  'data.see': { zh: '查看了您的资料', en: 'looked at your data' },
};

/** Each act of a helper, to the person they act for. */
export const actedFor = (helper: string, act: MandateAct): Both => ({
  zh: `${helper} 以您的名义${done[act].zh}。不是您的意思，请在“家庭与代办”撤销授权，或致电、到窗口撤销。`,
  en: `${helper} ${done[act].en} in your name. If you did not want that, revoke the mandate under "Family and helpers", by phone or at a window.`,
});

/** What a helper reads of the matters they follow for somebody. */
export const forHelper = ({ zh, en }: Both): Both => ({
  zh: `【代办】${zh}`,
  en: `[For somebody] ${en}`,
});
