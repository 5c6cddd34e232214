import type { Keeping } from '#platform/keeping.ts';
import type { Work } from '#platform/work.ts';
import { countMessages, messagesAbout, sampleMessages, saveWords, takeMessages } from '../store/keepings.ts';

export const keepings: readonly Keeping[] = [
  { id: 'notices.messages', count: countMessages, sample: sampleMessages, take: takeMessages },
];

/** Rewrites what people were told of a case. */
export async function rewriteMessages(
  work: Work,
  caseId: string,
  change: (text: string) => string,
): Promise<void> {
  for (const { id, zh, en } of await messagesAbout(work, caseId)) {
    const after = { zh: change(zh), en: change(en) };
    if (after.zh !== zh || after.en !== en) await saveWords(work, id, after);
  }
}
