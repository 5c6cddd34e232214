import { Collapse } from 'antd';
import {
  closeAccount,
  endPost,
  grantPost,
  openLogin,
  removeSecondFactor,
  renewPassword,
  type AccountView,
} from '@fengqiao/contract/accounts.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Once } from '../../parts/Once.tsx';
import { GrantFields, grantOf, type GrantEntered } from './GrantFields.tsx';
import { PostMark } from './PostMark.tsx';
import { texts } from './texts.ts';

type Props = { account: AccountView; onDone: () => void };
type Reason = { reason: string };

/** Posts, password and end of one account; every change is told to its owner and stays on the record. */
export function Manage({ account, onDone }: Props) {
  return (
    <div className="stack">
      <ul className="things">
        {account.posts.map((post) => (
          <li key={post.id}>
            <div className="row between">
              <span className="row wrap">
                <PostMark post={post} />
                <span className="hint small">
                  {t(texts.grantedAt, { at: stamp(post.from) })}
                  {post.until !== null && ` – ${stamp(post.until)}`}
                </span>
              </span>
              {post.state !== 'ended' && (
                <OpenForm danger label={texts.endPost}>
                  {(close) => <EndPost post={post.id} onDone={close} />}
                </OpenForm>
              )}
            </div>
          </li>
        ))}
      </ul>
      {account.state === 'active' && (
        <Collapse
          accordion
          items={[
            { key: 'grant', label: t(texts.grant), children: <Grant account={account} onDone={onDone} /> },
            { key: 'renew', label: t(texts.renew), children: <Renew account={account} onDone={onDone} /> },
            ...(account.totp
              ? [
                  {
                    key: 'totp',
                    label: t(texts.removeTotp),
                    children: <RemoveTotp account={account} onDone={onDone} />,
                  },
                ]
              : []),
            {
              key: 'open',
              label: t(texts.openLogin),
              children: <OpenLogin account={account} onDone={onDone} />,
            },
            { key: 'close', label: t(texts.close), children: <Close account={account} onDone={onDone} /> },
          ]}
        />
      )}
    </div>
  );
}

function Grant({ account, onDone }: Props) {
  const done = useDone();
  const act = useAct(grantPost, () => {
    done(texts.grant);
    onDone();
  });
  return (
    <ActForm<GrantEntered>
      send={texts.grant}
      act={act}
      onSend={(values) => act.mutate({ params: { id: account.id }, body: grantOf(values) })}
    >
      <GrantFields />
    </ActForm>
  );
}

function RemoveTotp({ account, onDone }: Props) {
  const done = useDone();
  const act = useAct(removeSecondFactor, () => {
    done(texts.removeTotp);
    onDone();
  });
  return (
    <ActForm<Reason>
      danger
      send={texts.removeTotp}
      act={act}
      onSend={(body) => act.mutate({ params: { id: account.id }, body })}
    >
      <p className="hint">{t(texts.removeTotpSays)}</p>
      <WordsField
        rows={2}
        name="reason"
        label={texts.reason}
        of={removeSecondFactor.body.properties.reason}
      />
    </ActForm>
  );
}

function OpenLogin({ account, onDone }: Props) {
  const done = useDone();
  const act = useAct(openLogin, () => {
    done(texts.openLogin);
    onDone();
  });
  return (
    <ActForm<Reason>
      send={texts.openLogin}
      act={act}
      onSend={(body) => act.mutate({ params: { id: account.id }, body })}
    >
      <p className="hint">{t(texts.openLoginSays)}</p>
      <WordsField name="reason" label={texts.reason} of={openLogin.body.properties.reason} />
    </ActForm>
  );
}

function Renew({ account, onDone }: Props) {
  const act = useAct(renewPassword);
  if (act.data !== undefined)
    return (
      <Once
        what={texts.once}
        secret={act.data.password}
        says={t(texts.onceEnds, { at: stamp(act.data.endsAt) })}
        onDone={onDone}
      />
    );
  return (
    <ActForm<Reason>
      send={texts.renew}
      act={act}
      onSend={(values) => act.mutate({ params: { id: account.id }, body: values })}
    >
      <WordsField rows={2} name="reason" label={texts.reason} of={renewPassword.body.properties.reason} />
    </ActForm>
  );
}

function Close({ account, onDone }: Props) {
  const done = useDone();
  const act = useAct(closeAccount, () => {
    done(texts.close);
    onDone();
  });
  return (
    <ActForm<Reason>
      danger
      send={texts.close}
      act={act}
      onSend={(values) => act.mutate({ params: { id: account.id }, body: values })}
    >
      <WordsField rows={2} name="reason" label={texts.reason} of={closeAccount.body.properties.reason} />
    </ActForm>
  );
}

function EndPost({ post, onDone }: { post: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(endPost, () => {
    done(texts.endPost);
    onDone();
  });
  return (
    <ActForm<Reason>
      danger
      send={texts.endPost}
      act={act}
      onSend={(values) => act.mutate({ params: { id: post }, body: values })}
      onCancel={onDone}
    >
      <WordsField rows={2} name="reason" label={texts.reason} of={endPost.body.properties.reason} />
    </ActForm>
  );
}
