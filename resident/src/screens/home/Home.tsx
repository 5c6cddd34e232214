import { myReports } from '@fengqiao/contract/cases.ts';
import { Link } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { useStreet, useWho } from '@fengqiao/ui/phone/street.ts';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { Nav } from '../../Nav.tsx';
import { ReportCard } from '../../ReportCard.tsx';
import { texts as app } from '../../texts.ts';
import { LifeGrid } from '../services/LifeGrid.tsx';
import { ReadingButtons } from './ReadingButtons.tsx';
import { texts } from './texts.ts';
import { Todos } from './Todos.tsx';

/** The front door: what waits for me, one button to report, what happens in a life, and the number to phone. */
export function Home() {
  const me = useWho();
  const isResident = me.data?.kind === 'resident';
  const mine = useSay(myReports, { query: { limit: 20 } }, { enabled: isResident }).data?.items ?? [];
  const recent = mine.filter(({ question }) => question === null).slice(0, 2);
  return (
    <Page title={t(app.app)} nav={<Nav />} help={false} aside={<ReadingButtons />}>
      {me.data?.demo && (
        <p className="strip demo">
          {t(texts.demo)} <Link to="/tour">{t(texts.tour)}</Link>
        </p>
      )}
      <Todos reports={mine} isResident={isResident} />
      <Link className="hero" to="/report">
        <Icon name="camera" />
        <span>
          <strong>{t(texts.report)}</strong>
          <small>{t(texts.reportHow)}</small>
        </span>
      </Link>
      <section className="stack" aria-labelledby="life">
        <h2 id="life">{t(texts.life)}</h2>
        <LifeGrid />
      </section>
      <PhoneCard />
      {recent.length > 0 && (
        <section className="stack" aria-labelledby="recent">
          <h2 id="recent">{t(texts.recent)}</h2>
          <ul className="cards">
            {recent.map((report) => (
              <li key={report.report}>
                <ReportCard report={report} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="row">
        <Link className="link" to="/track">
          <Icon name="eye" />
          {t(texts.track)}
        </Link>
      </p>
      <Whose />
    </Page>
  );
}

function PhoneCard() {
  const { hotline } = useStreet();
  return (
    <section className="card phone-card" aria-labelledby="phone">
      <h2 id="phone">{t(texts.phone)}</h2>
      <a className="number" href={`tel:${hotline.replace(/[^+\d]/g, '')}`}>
        <Icon name="phone" />
        <span>{hotline}</span>
      </a>
      <p className="hint">{t(texts.phoneHow)}</p>
      <p className="hint">{t(texts.danger)}</p>
      <Link className="link" to="/help">
        <Icon name="building" />
        {t(kit.windows)}
      </Link>
    </section>
  );
}

function Whose() {
  const { name, filing } = useStreet();
  return <footer className="hint whose">{[name, ...filing].join(' · ')}</footer>;
}
