import type { PostView } from '@fengqiao/contract/accounts.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { t } from '@fengqiao/ui/language.ts';
import { postStates } from './texts.ts';

const tones = { active: 'primary', waiting: 'warn', ended: '' } as const;

/** A post in a word: role and unit, and whether it holds. */
export function PostMark({ post }: { post: PostView }) {
  return (
    <span className={`mark ${tones[post.state]}`} title={post.reason}>
      {t(roles[post.role])} · {t(post.unitName)}
      {post.state !== 'active' && ` · ${t(postStates[post.state])}`}
    </span>
  );
}
