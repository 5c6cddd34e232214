import type { Both } from '@fengqiao/contract/route.ts';

const dayOf = (moment: unknown): string => (typeof moment === 'string' ? moment.slice(0, 10) : '');

type Facts = Readonly<Record<string, unknown>>;

const words: Readonly<Record<string, (facts: Facts) => Both>> = {
  'privacy.doubt_raised': (facts) => ({
    zh: `有居民对一次信息查看提出疑问，请在 ${dayOf(facts['dueAt'])} 前答复。`,
    en: `A resident doubts a look at their data; answer by ${dayOf(facts['dueAt'])}.`,
  }),
  'privacy.doubt_acknowledged': () => ({
    zh: '您对信息查看的疑问已开始核查，进展见隐私中心。',
    en: 'Your doubt about a look at your data is being looked into; follow it in the privacy centre.',
  }),
  'privacy.doubt_decided': () => ({
    zh: '您对信息查看的疑问有了答复，请到隐私中心查看。',
    en: 'Your doubt about a look at your data was answered; see the privacy centre.',
  }),
  'privacy.change_asked': () => ({
    zh: '有一项用途或额度的变更等待第二人批准。',
    en: 'A change of a purpose or a limit waits for a second person.',
  }),
  'privacy.break_glass': (facts) => ({
    zh: `有人开启了应急查看，请在 ${dayOf(facts['reviewDueAt'])} 前复核。`,
    en: `Somebody opened break-glass; review it by ${dayOf(facts['reviewDueAt'])}.`,
  }),
  'access.over_limit': () => ({
    zh: '有人今天查看的人数超过了提醒额度，并写明了理由，请留意。',
    en: 'Somebody saw more people in clear today than is usual and gave a reason; please have a look.',
  }),
  'access.canary_met': () => ({
    zh: '有人查看了一条诱饵记录，请尽快核查。',
    en: 'Somebody looked at a canary record; look into it soon.',
  }),
  'privacy.doubt_overdue': (facts) => ({
    zh: `一件隐私投诉已于 ${dayOf(facts['dueAt'])} 到期仍未答复，请尽快办理。`,
    en: `A doubt about a look was due on ${dayOf(facts['dueAt'])} and is not answered yet.`,
  }),
  'privacy.review_overdue': (facts) => ({
    zh: `一次应急查看应于 ${dayOf(facts['dueAt'])} 前复核，现已逾期。`,
    en: `An emergency look was to be reviewed by ${dayOf(facts['dueAt'])} and is not yet.`,
  }),
  'retention.asked': (facts) => ({
    zh: `有一件个人信息删除申请，请在 ${dayOf(facts['dueAt'])} 前决定。`,
    en: `Somebody asks to be erased; decide by ${dayOf(facts['dueAt'])}.`,
  }),
  'retention.overdue': (facts) => ({
    zh: `一件个人信息删除申请已于 ${dayOf(facts['dueAt'])} 到期仍未办结。`,
    en: `A request to be erased was due on ${dayOf(facts['dueAt'])} and is not done yet.`,
  }),
  'registry.correction_asked': (facts) => ({
    zh: `有一件登记更正待核实，请在 ${dayOf(facts['dueAt'])} 前答复。`,
    en: `A correction of the register is asked for; verify and answer it by ${dayOf(facts['dueAt'])}.`,
  }),
  'registry.correction_overdue': (facts) => ({
    zh: `一件登记更正已于 ${dayOf(facts['dueAt'])} 到期仍未办结，请尽快核实答复。`,
    en: `A correction of the register was due on ${dayOf(facts['dueAt'])} and is not answered yet.`,
  }),
  'access.command_given': () => ({
    zh: '有人在服务器上执行了重要运维命令，请到安全日志核对。',
    en: 'A grave command was given on the server; compare it with the security log.',
  }),
};

/** What is said of privacy; neither names who looked nor what the resident wrote. */
export const privacyWords = (kind: string, facts: Facts): Both | null => words[kind]?.(facts) ?? null;
