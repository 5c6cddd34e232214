import { Button } from 'antd';
import { approvePost, waitingPosts } from '@fengqiao/contract/accounts.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { PostMark } from './PostMark.tsx';
import { texts } from './texts.ts';

const own = {
  zh: '须由另一名管理员批准您授予的岗位。',
  en: 'Another administrator approves what you granted.',
};

/** Posts that need a second pair of eyes. */
export function WaitingPosts() {
  const { account } = useMe();
  const waiting = useSay(waitingPosts, {});
  const approve = useAct(approvePost);
  const items = waiting.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="waiting-posts">
      <h2 id="waiting-posts">{t(texts.waiting)}</h2>
      <Refusal error={approve.error} />
      <ul className="things">
        {items.map((post) => (
          <li key={post.id}>
            <div className="row between">
              <span className="row wrap">
                <strong>{post.name}</strong>
                <PostMark post={post} />
                <span>{post.reason}</span>
                <span className="hint small">{stamp(post.from)}</span>
              </span>
              {post.grantedBy === account ? (
                <WhyButton size="small" why={own}>
                  {t(texts.approve)}
                </WhyButton>
              ) : (
                <Button
                  size="small"
                  type="primary"
                  loading={approve.isPending}
                  onClick={() => approve.mutate({ params: { id: post.id } })}
                >
                  {t(texts.approve)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
