import type { Both } from '@fengqiao/contract/route.ts';
import { exits } from '@fengqiao/contract/cases/words.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The sentence a reporter gets about their own report; null when an event is not for them. Plain words, no names. */
export function forReporter(kind: string, no: string, facts: Facts): Both | null {
  switch (kind) {
    case 'case.registered':
      return {
        zh: `您反映的 ${no} 已立案，正在安排承办单位。`,
        en: `Your report ${no} is registered and is being given to the unit responsible.`,
      };
    case 'case.dispatched':
      return {
        zh: `您反映的 ${no} 已交承办单位办理，会与您联系。`,
        en: `Your report ${no} is with the unit responsible, which will contact you.`,
      };
    case 'case.declined': {
      const exit = exitOf(facts['exit']);
      return {
        zh: `您反映的 ${no} 未能受理：${exit.zh}。14 天内可在进度页提出异议，或拨打服务电话。`,
        en: `Your report ${no} could not be taken: ${exit.en}. You may object within 14 days on its page or by phone.`,
      };
    }
    case 'case.held':
      return {
        zh: `您反映的 ${no} 暂时无法解决，已列入挂账计划，原因和下一节点见进度页；它不会被算作办结。`,
        en: `Your report ${no} cannot be solved yet and is on a plan; the reason and next milestone are on its page. It is not counted as closed.`,
      };
    case 'case.resumed':
      return { zh: `您反映的 ${no} 已恢复办理。`, en: `Work on your report ${no} goes on.` };
    case 'case.closed':
      return {
        zh: `您反映的 ${no} 已答复结案。真的解决了吗？请在 14 天内告诉我们。`,
        en: `Your report ${no} was answered and closed. Is it really solved? Please tell us within 14 days.`,
      };
    case 'case.reopened':
      return { zh: `您反映的 ${no} 已重新办理。`, en: `Your report ${no} has been taken up again.` };
    case 'case.reopening_refused':
      return {
        zh: `您对 ${no} 的申请已答复，理由见进度页。`,
        en: `Your request about ${no} was answered; the reason is on its page.`,
      };
    case 'case.merged':
      return {
        zh: `您反映的 ${no} 与邻居反映的是同一件事，已合并办理，您的编号和时限不变。`,
        en: `Your report ${no} is the same matter as a neighbour's; they are handled together. Your number and deadline stay.`,
      };
    default:
      return null;
  }
}

function exitOf(code: unknown): Both {
  const known: Readonly<Record<string, Both>> = exits;
  return known[String(code)] ?? { zh: '详见进度页', en: 'see its page' };
}

/** The line the people of a unit get when something lands with them or waits for them. */
export function forUnit(kind: string, no: string, facts: Facts): { unit: string; words: Both }[] {
  const unit = (name: string) => (typeof facts[name] === 'string' ? [facts[name]] : []);
  const say = (to: readonly string[], zh: string, en: string) =>
    to.map((one) => ({ unit: one, words: { zh: `${no} ${zh}`, en: `${no} ${en}` } }));
  switch (kind) {
    case 'case.verifying':
      return say(unit('unit'), '待现场核实', 'is to be verified on site');
    case 'case.dispatched':
      return [
        ...say(
          unit('lead'),
          '已分拨给您单位主办，请签收',
          'was given to your unit to lead; please acknowledge',
        ),
        ...say(list(facts['co']), '请您单位协办', 'asks for your unit’s help'),
      ];
    case 'case.passed_on':
      return say(unit('unit'), '已交您办理，请签收', 'was passed on to you; please acknowledge');
    case 'case.task_given':
      return say(unit('unit'), '请您单位协办', 'asks for your unit’s help');
    case 'case.sent_back':
      return say(unit('lead'), '核查未通过，请返工', 'failed its check; please go on with it');
    case 'case.reopened':
      return say(unit('lead'), '已重办，请签收', 'was reopened; please acknowledge');
    case 'case.escalated':
      return say(unit('to'), '已提级，请答复', 'was escalated to you; please answer');
    case 'case.supervised':
      return say(unit('unit'), '收到督办单，请答复', 'has a supervision order for you; please answer');
    case 'case.whistled':
      return say(list(facts['units']), '吹哨，请报到', 'whistles for you; please answer');
    case 'case.consulted':
      return say(
        list(facts['units']),
        '商定中，请在 4 个工作小时内表态，逾期视为同意',
        'is in consultation; answer within four working hours, silence counts as consent',
      );
    case 'case.ladder':
      return laddered(facts['steps']).flatMap((step) =>
        say(
          [step.unit],
          `时限已用 ${Math.round(step.share * 100)}%`,
          `has used ${Math.round(step.share * 100)} % of its time`,
        ),
      );
    default:
      return [];
  }
}

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

function laddered(steps: unknown): { unit: string; share: number }[] {
  if (!Array.isArray(steps)) return [];
  return steps.filter(
    (step): step is { unit: string; share: number } =>
      typeof step?.unit === 'string' && typeof step?.share === 'number',
  );
}
