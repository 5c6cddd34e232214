import { Button } from 'antd';
import { changePassword, endDevice, listDevices, switchPost } from '@fengqiao/contract/identity.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { SecretField } from '../../parts/form/SecretField.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { names, texts as shell } from '../../shell/texts.ts';
import { texts } from './texts.ts';
import { Totp } from './Totp.tsx';
import '../../parts/case/case.css';
import './account.css';

/** My posts, password, authenticator and devices. */
export function Account() {
  const me = useMe();
  return (
    <Page title={t(names.account)} says={[me.name, me.login].filter((part) => part !== null).join(' · ')}>
      <div className="account">
        <Posts />
        <Devices />
        <Password />
        <Totp />
      </div>
    </Page>
  );
}

function Posts() {
  const me = useMe();
  const move = useAct(switchPost);
  return (
    <section className="card" aria-labelledby="posts">
      <h2 id="posts">{t(texts.posts)}</h2>
      <ul className="things">
        {me.posts.map((post) => (
          <li key={post.id} className="row between account-line">
            <span>
              {tOf(roles, post.role)} · {t(post.unitName)}
              {post.until !== null && (
                <span className="hint small"> {t(texts.until, { at: stamp(post.until) })}</span>
              )}
            </span>
            {post.current ? (
              <span className="mark good">{t(texts.current)}</span>
            ) : (
              <Button
                size="small"
                loading={move.isPending}
                onClick={() => move.mutate({ body: { post: post.id } })}
              >
                {t(shell.switchPost)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={move.error} />
    </section>
  );
}

function Devices() {
  const devices = useSay(listDevices, {});
  const end = useAct(endDevice);
  return (
    <section className="card" aria-labelledby="devices">
      <h2 id="devices">{t(texts.devices)}</h2>
      <Answer of={devices}>
        {({ items }) => (
          <ul className="things">
            {items.map((one) => (
              <li key={one.id} className="row between account-line">
                <span className="grow">
                  <span title={one.device}>{deviceName(one.device)}</span>{' '}
                  <span className="hint small">{t(texts.signedIn, { at: stamp(one.signedInAt) })}</span>
                </span>
                {one.current ? (
                  <span className="mark good">{t(texts.thisOne)}</span>
                ) : (
                  <Button size="small" onClick={() => end.mutate({ params: { id: one.id } })}>
                    {t(texts.endDevice)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <Refusal error={end.error} />
    </section>
  );
}

function Password() {
  const done = useDone();
  const act = useAct(changePassword, () => done(texts.change));
  return (
    <section className="card" aria-labelledby="password">
      <h2 id="password">{t(texts.password)}</h2>
      <ActForm<{ password: string; newPassword: string }>
        send={texts.change}
        act={act}
        onSend={(values) => act.mutate({ body: values })}
      >
        <SecretField name="password" label={texts.old} complete="current-password" />
        <SecretField
          name="newPassword"
          label={texts.fresh}
          says={texts.freshSays}
          complete="new-password"
          least={10}
        />
      </ActForm>
    </section>
  );
}

const browsers = [
  ['Edg/', 'Edge'],
  ['MicroMessenger', 'WeChat'],
  ['HeadlessChrome', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Firefox/', 'Firefox'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** A browser's long name in two words; one that is not known stays as it is. */
function deviceName(agent: string): string {
  const named = [browsers, systems]
    .map((known) => known.find(([sign]) => agent.includes(sign))?.[1])
    .filter((name) => name !== undefined);
  return named.length === 0 ? agent.slice(0, 60) : named.join(' · ');
}
