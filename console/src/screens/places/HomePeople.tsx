import { useState } from 'react';
import { EyeOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Select, Table } from 'antd';
import { Link } from 'react-router';
import {
  homeRoles,
  houseHomePeople,
  linkHomePerson,
  viewHomePeople,
  type HomeLink,
  type HomePeople as People,
} from '@fengqiao/contract/registry/home-people.ts';
import type { HomeDetail } from '@fengqiao/contract/registry/places.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { useDone } from '../../parts/form/ActForm.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { purposeOptions } from '../people/purposes.ts';
import { EndLink } from './EndLink.tsx';
import { LinkPerson } from './LinkPerson.tsx';
import { linkTexts as texts } from './link-texts.ts';

/** Who has to do with a home: how many at once, who they are once somebody says what for. */
export function HomePeople({ home: { id, linked, unhoused } }: { home: HomeDetail }) {
  const me = useMe();
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  return (
    <section className="stack" aria-labelledby="home-people">
      <div className="row between">
        <h3 id="home-people">{t(texts.title)}</h3>
        {mayCall(me, linkHomePerson) && (
          <OpenForm label={texts.link} width={620}>
            {(close) => <LinkPerson home={id} onDone={close} />}
          </OpenForm>
        )}
      </div>
      <p className="hint">
        {t(texts.linked, { n: linked })}
        {unhoused > 0 && ` ${t(texts.unhoused, { n: unhoused })}`}
      </p>
      {purpose === null ? (
        <What onAsk={setPurpose} />
      ) : (
        <Shown home={id} purpose={purpose} may={mayCall(me, linkHomePerson)} />
      )}
    </section>
  );
}

function What({ onAsk }: { onAsk: (purpose: Purpose) => void }) {
  return (
    <Form<{ purpose: Purpose }>
      layout="inline"
      initialValues={{ purpose: 'register' }}
      onFinish={({ purpose }) => onAsk(purpose)}
    >
      <Form.Item name="purpose">
        <Select style={{ width: 230 }} aria-label={t(texts.purpose)} options={purposeOptions()} />
      </Form.Item>
      <Button htmlType="submit" icon={<EyeOutlined aria-hidden />}>
        {t(texts.show)}
      </Button>
    </Form>
  );
}

type ShownProps = { home: string; purpose: Purpose; may: boolean };

function Shown({ home, purpose, may }: ShownProps) {
  const found = useSay(viewHomePeople, { params: { id: home }, body: { purpose } });
  return (
    <Answer of={found}>
      {({ links, offered }) => (
        <>
          <Links links={links} purpose={purpose} may={may} />
          {offered.length > 0 && <Offered home={home} offered={offered} purpose={purpose} may={may} />}
        </>
      )}
    </Answer>
  );
}

function Links({ links, purpose, may }: { links: readonly HomeLink[]; purpose: Purpose; may: boolean }) {
  const { nameOf } = useUnits();
  return (
    <Table<HomeLink>
      size="small"
      rowKey="id"
      className="rows-40"
      pagination={false}
      dataSource={[...links]}
      locale={{ emptyText: t(texts.none) }}
      columns={[
        { title: t(texts.role), key: 'role', width: 96, render: (_, { role }) => t(homeRoles[role]) },
        {
          title: t(texts.name),
          key: 'name',
          width: 110,
          render: (_, { person, name, inReach }) =>
            inReach ? <Link to={`/people/${person}?for=${purpose}`}>{name}</Link> : name,
        },
        {
          title: t(texts.time),
          key: 'time',
          width: 210,
          render: (_, link) => <Time of={link} />,
        },
        {
          title: t(texts.source),
          key: 'source',
          render: (_, { source, asOf, unit }) => (
            <>
              <div>{source}</div>
              <div className="hint small">
                {nameOf(unit?.id)} · <span className="number">{asOf}</span>
              </div>
            </>
          ),
        },
        {
          key: 'end',
          width: 84,
          align: 'right',
          render: (_, link) =>
            may &&
            !link.over && (
              <OpenForm label={texts.end}>{(close) => <EndLink link={link} onDone={close} />}</OpenForm>
            ),
        },
      ]}
    />
  );
}

function Time({ of: { from, until, over } }: { of: HomeLink }) {
  const days =
    until === null
      ? from === null
        ? t(texts.unknown)
        : t(texts.since, { from })
      : from === null
        ? t(texts.till, { until })
        : t(texts.between, { from, until });
  return (
    <span className="row">
      <span className="number">{days}</span>
      {over && <span className="mark">{t(texts.over)}</span>}
    </span>
  );
}

type OfferedProps = { home: string; offered: People['offered']; purpose: Purpose; may: boolean };

/** Who is written down with this address and in no home: each is chosen, nobody is linked by itself. */
function Offered({ home, offered, purpose, may }: OfferedProps) {
  const done = useDone();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const act = useAct(houseHomePeople, () => {
    done(texts.house);
    setChosen([]);
  });
  return (
    <section className="stack tight" aria-labelledby="home-offered">
      <h3 id="home-offered">{t(texts.offered, { n: offered.length })}</h3>
      <p className="hint">{t(texts.offeredSays)}</p>
      <ul className="stack tight">
        {offered.map(({ id, name, phone }) => (
          <li key={id} className="row">
            <Checkbox
              disabled={!may}
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                setChosen((now) => (target.checked ? [...now, id] : now.filter((one) => one !== id)))
              }
            >
              {name}
            </Checkbox>
            <span className="number hint">{phone}</span>
            <Link to={`/people/${id}?for=${purpose}`}>{t(texts.look)}</Link>
          </li>
        ))}
      </ul>
      <Refusal error={act.error} />
      {may && (
        <span>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={act.isPending}
            onClick={() => act.mutate({ params: { id: home }, body: { people: [...chosen] } })}
          >
            {t(texts.houseN, { n: chosen.length })}
          </Button>
        </span>
      )}
    </section>
  );
}
