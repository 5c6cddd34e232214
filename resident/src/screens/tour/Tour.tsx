import { demoSignIn, listDemoRoles } from '@fengqiao/contract/demo.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { groups, homeOf } from './doors.ts';
import { texts } from './texts.ts';

type Person = Out<typeof listDemoRoles>['items'][number];

/** The tour of the demo street: one press to be somebody, and the door of their work. */
export function Tour() {
  const { data, error } = useSay(listDemoRoles, {});
  const people = data?.items ?? [];
  return (
    <Page title={t(texts.title)} back="/" help={false}>
      <p>{t(texts.intro)}</p>
      {error !== null && <Failed error={error} />}
      {data === undefined && error === null && <Loading />}
      {groups.map(({ id, title, roles }) => {
        const members = people.filter(({ role }) => roles.some((one) => one === role));
        return members.length === 0 ? null : (
          <section key={id} className="stack" aria-labelledby={id}>
            <h2 id={id}>{t(title)}</h2>
            <ul className="cards">
              {members.map((person) => (
                <li key={person.role} className="card">
                  <Card person={person} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {data !== undefined && (
        <LinkButton icon="bell" to="/outbox">
          {t(texts.outbox)}
        </LinkButton>
      )}
    </Page>
  );
}

function Card({ person }: { person: Person }) {
  const enter = useAct(demoSignIn, () => window.location.assign(homeOf(person.role)));
  return (
    <>
      <p>
        <strong>{t(person.who)}</strong>{' '}
        <span className="hint">
          {[person.name, person.unitName && t(person.unitName)].filter(Boolean).join(' · ')}
        </span>
      </p>
      <p>{t(person.can)}</p>
      {person.login && (
        <p className="hint secret">
          <span>{t(texts.login, { login: person.login })}</span>{' '}
          <span>{t(texts.password, { password: person.password ?? '' })}</span>
        </p>
      )}
      {enter.error && <Failed error={enter.error} />}
      <Button
        kind="main"
        busy={enter.isPending}
        onPress={() => enter.mutate({ body: { role: person.role } })}
      >
        {t(texts.enter, { who: t(person.who) })}
      </Button>
    </>
  );
}
