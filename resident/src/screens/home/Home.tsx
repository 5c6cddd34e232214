import { myReports } from '@fengqiao/contract/cases.ts';
import { Link } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { language, speak, t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Tick } from '@fengqiao/ui/phone/Field.tsx';
import { changeSettings, useSettings } from '@fengqiao/ui/phone/settings.ts';
import { useStreet, useWho } from '@fengqiao/ui/phone/street.ts';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { Nav } from '../../Nav.tsx';
import { ReportCard } from '../../ReportCard.tsx';
import { texts as app } from '../../texts.ts';
import { texts } from './texts.ts';

/** One button to report, what waits for me, and the number to phone. */
export function Home() {
  const me = useWho();
  const { elder } = useSettings();
  const isResident = me.data?.kind === 'resident';
  const mine = useSay(myReports, { query: { limit: 20 } }, { enabled: isResident }).data?.items ?? [];
  const waiting = mine.filter(({ question, withdrawn }) => question !== null && !withdrawn);
  const recent = mine.filter((report) => !waiting.includes(report)).slice(0, 3);
  return (
    <Page title={t(app.app)} nav={<Nav />} help={false} aside={<LanguageButton />}>
      {me.data?.demo && (
        <p className="strip demo">
          {t(texts.demo)} <Link to="/tour">{t(texts.tour)}</Link>
        </p>
      )}
      <Link className="hero" to="/report">
        <Icon name="camera" />
        <span>
          <strong>{t(texts.report)}</strong>
          <small>{t(texts.reportHow)}</small>
        </span>
      </Link>
      <ul className="pair">
        <li>
          <Link className="card" to="/mine">
            <Icon name="list" />
            <span>{t(texts.mine)}</span>
          </Link>
        </li>
        <li>
          <Link className="card" to="/track">
            <Icon name="eye" />
            <span>{t(texts.track)}</span>
          </Link>
        </li>
      </ul>
      {waiting.length > 0 && (
        <section className="stack" aria-labelledby="todo">
          <h2 id="todo">
            {t(texts.todo)} <span className="count">{waiting.length}</span>
          </h2>
          <ul className="cards">
            {waiting.map((report) => (
              <li key={report.report}>
                <Link className="card ask" to={`/progress/${report.report}/solved`}>
                  <strong>{t(texts.solved)}</strong>
                  <span>{report.text}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
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
      <PhoneCard />
      <Tick
        turn
        label={t(texts.elder)}
        value={elder}
        onChange={(value) => changeSettings({ elder: value })}
      />
      <Whose />
    </Page>
  );
}

function LanguageButton() {
  return (
    <button
      type="button"
      className="button quiet"
      lang={language() === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => speak(language() === 'zh' ? 'en' : 'zh')}
    >
      {t(kit.language)}
    </button>
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
  const { name, filingNo } = useStreet();
  return (
    <footer className="hint whose">
      {name}
      {filingNo && ` · ${t(kit.filing)} ${filingNo}`}
    </footer>
  );
}
