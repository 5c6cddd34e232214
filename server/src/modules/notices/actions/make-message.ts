import type { Work } from '#platform/work.ts';
import type { Notice } from '../domain/message.ts';
import { WORTH_HOURS } from '../domain/retry.ts';
import type { NewMessage } from '../store/messages.ts';
import { places } from './sealed.ts';

export type Told = Omit<Notice, 'to'>;

const common = (work: Work, { kind, zh, en, caseId }: Pick<Told, 'kind' | 'zh' | 'en' | 'caseId'>) =>
  ({
    id: work.newId(),
    contact: null,
    kind,
    zh,
    en,
    caseId: caseId ?? null,
    phoneEnc: null,
    bodyEnc: null,
    giveUpAt: null,
  }) as const;

/** A message shown to an account or a unit. */
export const inApp = (
  work: Work,
  notice: Told,
  whom: Pick<NewMessage, 'account' | 'unit' | 'role'> & Partial<Pick<NewMessage, 'contact'>>,
): NewMessage => ({ ...common(work, notice), ...whom, channel: 'in_app', state: 'delivered' });

/** A text message to a number, to be sent after this transaction. */
export function sms(
  work: Work,
  notice: Told,
  whom: Pick<NewMessage, 'account' | 'contact'>,
  phone: string,
): NewMessage {
  const base = common(work, notice);
  return {
    ...base,
    ...whom,
    unit: null,
    role: null,
    channel: 'sms',
    state: firstState(work),
    phoneEnc: work.vault.seal(phone, places.phone(base.id)),
    giveUpAt: new Date(work.now.getTime() + WORTH_HOURS * 3_600_000),
  };
}

/** A demo street without a provider keeps its messages: they count as delivered and are read in the demo outbox. */
const firstState = ({ settings }: Work) => (settings.demo && settings.sms === null ? 'delivered' : 'waiting');
