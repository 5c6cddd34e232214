import type { Static } from 'typebox';
import type { Both } from '@fengqiao/contract/route.ts';
import type { May } from '@fengqiao/contract/cases/views.ts';
import type { Act } from '@fengqiao/contract/cases/words.ts';

export type MayBe = Static<typeof May>;

/** Whether an act may be done now and, when not, the server's reason in both languages. */
export type Answer = { readonly may: boolean; readonly why: Both | null };

const unknown: Both = { zh: '您的岗位不能进行此操作。', en: 'Your post does not allow this.' };

/** Reads the server's answer for one act; an act it does not name is not for this post. */
export function mayOf(list: readonly MayBe[], act: Act): Answer {
  const found = list.find((one) => one.act === act);
  if (found === undefined) return { may: false, why: unknown };
  if (found.may) return { may: true, why: null };
  return {
    may: false,
    why: found.zh === null || found.en === null ? unknown : { zh: found.zh, en: found.en },
  };
}
