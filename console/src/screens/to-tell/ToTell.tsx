import { useEffect, useState } from 'react';
import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import {
  attemptOutcomes,
  listToTell,
  revealToTell,
  rungs,
  tellOutcome,
  type ToTell as Person,
} from '@fengqiao/contract/notices.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { chained, named, t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Feed } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** Whom no message reached: the last rungs of the ladder are people. */
export function ToTell() {
  const list = useMore(listToTell, (after) => ({
    query: { limit: 30, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Page title={t(names.toTell)} says={t(texts.says)}>
      <Feed list={list} label={t(names.toTell)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => <One person={one} />}
      </Feed>
    </Page>
  );
}

function One({ person }: { person: Person }) {
  const { id, rung, zh, en, caseId, dueAt, unit, attempts } = person;
  const { nameOf } = useUnits();
  const act = useAct(tellOutcome);
  const note = (reached: boolean) => act.mutate({ params: { id }, body: { reached } });
  const tried = attempts.map(
    ({ rung: way, outcome, at }) => `${stamp(at)} ${t(rungs[way])} ${t(attemptOutcomes[outcome])}`,
  );
  return (
    <div className="stack tight">
      <div className="row wrap">
        <span className="mark">{t(rungs[rung])}</span>
        <Number person={person} />
        <span className="grow" />
        <span className="small hint">{t(texts.due, { at: stamp(dueAt) })}</span>
        {caseId !== null && <Link to={`/cases/${caseId}`}>{t(texts.open)}</Link>}
      </div>
      <p>{t({ zh, en })}</p>
      <p className="small hint">
        {named(t(texts.tried))}
        {chained(tried)}
        {rung === 'visit' && unit !== null && ` · ${t(texts.visitBy, { unit: nameOf(unit) })}`}
      </p>
      <Refusal error={act.error} />
      <div className="row to-tell-acts">
        <Button size="small" type="primary" loading={act.isPending} onClick={() => note(true)}>
          {t(texts.reached)}
        </Button>
        <Button size="small" disabled={act.isPending} onClick={() => note(false)}>
          {t(texts.missed)}
        </Button>
      </div>
    </div>
  );
}

const SHOWN_MS = 60_000;

/** Masked until somebody is about to call; then for a minute, on record. */
function Number({ person: { id, name, phone } }: { person: Person }) {
  const [shown, setShown] = useState<Out<typeof revealToTell> | null>(null);
  const act = useAct(revealToTell, setShown, { reveals: true });
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  const said = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' · ');
  if (shown !== null) return <output className="revealed">{said([shown.name, shown.phone])}</output>;
  return (
    <>
      <span>{said([name, phone])}</span>
      <Button
        size="small"
        icon={<EyeOutlined aria-hidden />}
        loading={act.isPending}
        onClick={() => act.mutate({ params: { id } })}
      >
        {t(texts.reveal)}
      </Button>
      <Refusal error={act.error} />
    </>
  );
}
