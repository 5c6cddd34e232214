import type { In, Out } from '@fengqiao/contract/route.ts';
import type { demoOutbox as Outbox, listFailed as ListFailed } from '@fengqiao/contract/notices.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { WORTH_HOURS } from '../domain/retry.ts';
import { failedMessages, lockSms, newestSms, saveAgain } from '../store/outbox.ts';
import { places } from './sealed.ts';

const DEMO_SHOWN = 50;

/** One page of the text messages that could not be sent, with the reason. */
export async function listFailed(
  work: Work,
  { limit = 50, after }: In<typeof ListFailed>['query'],
): Promise<Out<typeof ListFailed>> {
  const rows = await failedMessages(work, limit, after ?? null);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ id, kind, zh, caseId, state, tries, error, at }) => ({
      id,
      kind,
      zh,
      caseId,
      state,
      tries,
      error,
      at: at.toISOString(),
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Puts a failed message back in line for another four hours. */
export async function sendAgain(work: Work, id: string): Promise<{ ok: true }> {
  const message = (await lockSms(work, id)) ?? refuse('platform.not_found');
  if (message.state !== 'failed') refuse('notices.not_failed');
  if (message.phoneEnc === null) refuse('notices.erased');
  await saveAgain(work, id, new Date(work.now.getTime() + WORTH_HOURS * 3_600_000));
  return { ok: true };
}

/** The newest text messages with numbers and texts; a demo street's only, where all of them are invented. */
export async function demoOutbox(work: Work): Promise<Out<typeof Outbox>> {
  if (!work.settings.demo) refuse('platform.not_found');
  const rows = await newestSms(work, DEMO_SHOWN);
  return {
    items: rows.map(({ id, kind, zh, state, at, phoneEnc, bodyEnc }) => ({
      id,
      kind,
      state,
      at: at.toISOString(),
      to: phoneEnc === null ? '' : work.vault.open(phoneEnc, places.phone(id)),
      text: bodyEnc === null ? zh : work.vault.open(bodyEnc, places.body(id)),
    })),
  };
}
