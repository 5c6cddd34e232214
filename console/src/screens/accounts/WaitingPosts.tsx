import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { approvePosts, waitingPosts, type PostView } from '@fengqiao/contract/accounts.ts';
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
const MOST = 100;

/** Posts that need a second pair of eyes, one by one or several together. */
export function WaitingPosts() {
  const { account } = useMe();
  const waiting = useSay(waitingPosts, {});
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const approve = useAct(approvePosts, () => setChosen([]));
  const items = waiting.data?.items ?? [];
  if (items.length === 0) return null;
  const mine = (post: PostView) => post.grantedBy === account || post.account === account;
  const others = items.filter((post) => !mine(post)).slice(0, MOST);
  const picked = others.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const send = (posts: string[]) => approve.mutate({ body: { posts } });
  return (
    <section className="card" aria-labelledby="waiting-posts">
      <div className="card-head">
        <h2 id="waiting-posts">{t(texts.waiting)}</h2>
        {others.length > 1 && (
          <div className="row">
            <Checkbox
              checked={picked.length === others.length}
              indeterminate={picked.length > 0 && picked.length < others.length}
              onChange={({ target }) => setChosen(target.checked ? others.map(({ id }) => id) : [])}
            >
              {t(texts.chooseAll)}
            </Checkbox>
            <Button
              size="small"
              type="primary"
              disabled={picked.length === 0}
              loading={approve.isPending}
              onClick={() => send(picked)}
            >
              {t(texts.approveAll, { n: picked.length })}
            </Button>
          </div>
        )}
      </div>
      <Refusal error={approve.error} />
      <ul className="things">
        {items.map((post) => (
          <li key={post.id}>
            <div className="row between">
              <span className="row wrap">
                {others.length > 1 && (
                  <Checkbox
                    aria-label={t(texts.choose, { name: post.name })}
                    disabled={mine(post)}
                    checked={picked.includes(post.id)}
                    onChange={({ target }) =>
                      setChosen((last) =>
                        target.checked ? [...last, post.id] : last.filter((id) => id !== post.id),
                      )
                    }
                  />
                )}
                <strong>{post.name}</strong>
                <PostMark post={post} />
                <span>{post.reason}</span>
                <span className="hint small">{stamp(post.from)}</span>
              </span>
              {mine(post) ? (
                <WhyButton size="small" why={own}>
                  {t(texts.approve)}
                </WhyButton>
              ) : (
                <Button
                  size="small"
                  type={others.length > 1 ? 'default' : 'primary'}
                  loading={approve.isPending}
                  onClick={() => send([post.id])}
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
