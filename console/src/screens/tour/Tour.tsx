import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Static } from 'typebox';
import { demoSignIn, listDemoRoles, type DemoPerson, type DemoRole } from '@fengqiao/contract/demo.ts';
import { readMe } from '@fengqiao/contract/identity.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { Door } from '../../shell/Door.tsx';
import { texts } from './texts.ts';

type Person = Static<typeof DemoPerson>;

/** Roles whose place is a phone, and the app each opens. */
const phones: Readonly<Partial<Record<DemoRole, string>>> = {
  guest: '/',
  resident: '/',
  grid_worker: '/field/',
};

/** Who one can be on the demo street, one press each. */
export function Tour() {
  const me = useSay(readMe, {});
  const people = useSay(listDemoRoles, {});
  const navigate = useNavigate();
  const client = useQueryClient();
  const enter = useAct(demoSignIn);
  const go = (role: DemoRole) =>
    enter.mutate(
      { body: { role } },
      {
        onSuccess: () => {
          client.clear();
          const phone = phones[role];
          if (phone === undefined) void navigate('/');
          else location.assign(phone);
        },
      },
    );
  const items = people.data?.items ?? [];
  const group = (title: string, shown: readonly Person[]) =>
    shown.length > 0 && (
      <section className="stack" aria-label={title}>
        <h2>{title}</h2>
        <div className="roles">
          {shown.map((person) => (
            <Role
              key={person.role}
              person={person}
              busy={enter.isPending && enter.variables?.body?.role === person.role}
              onEnter={() => go(person.role)}
            />
          ))}
        </div>
      </section>
    );
  return (
    <Door title={t(texts.title)} me={me.data}>
      <div className="stack">
        <div>
          <h1>{t(texts.title)}</h1>
          <p className="hint">{t(texts.says)}</p>
        </div>
        <Refusal error={enter.error} />
        {people.isPending && <Waiting />}
        {people.error !== null && <Closed />}
        {group(
          t(texts.staff),
          items.filter(({ role }) => phones[role] === undefined),
        )}
        {group(
          t(texts.outside),
          items.filter(({ role }) => phones[role] !== undefined),
        )}
      </div>
    </Door>
  );
}

function Role({ person, busy, onEnter }: { person: Person; busy: boolean; onEnter: () => void }) {
  const { who, can, name, unitName, login, phone, password } = person;
  const guest = person.role === 'guest';
  return (
    <article className="card role" aria-label={t(who)}>
      <h3>{t(who)}</h3>
      <p className="who">
        {[name, unitName === null ? '' : t(unitName)].filter((part) => part !== '').join(' · ')}
      </p>
      <p className="can">{t(can)}</p>
      <dl className="role-secret">
        {login !== null && (
          <>
            <dt>{t(texts.login)}</dt>
            <dd>
              <code>{login}</code>
            </dd>
          </>
        )}
        {phone !== null && (
          <>
            <dt>{t(texts.phone)}</dt>
            <dd>
              <code>{phone}</code>
            </dd>
          </>
        )}
        {password !== null && (
          <>
            <dt>{t(texts.password)}</dt>
            <dd>
              <code>{password}</code>
            </dd>
          </>
        )}
      </dl>
      {guest ? (
        <Button href="/">{t(texts.openResident)}</Button>
      ) : (
        <Button
          type="primary"
          ghost
          loading={busy}
          onClick={onEnter}
          aria-label={t(texts.enterAs, { who: t(who) })}
        >
          {t(texts.enter)}
        </Button>
      )}
    </article>
  );
}

function Closed() {
  return (
    <div className="card stack">
      <h2>{t(texts.closed)}</h2>
      <p>{t(texts.closedWhy)}</p>
      <Link to="/sign-in">{t(texts.toSignIn)}</Link>
    </div>
  );
}
