import type { UnitView } from '@fengqiao/contract/units.ts';
import { t } from '@fengqiao/ui/language.ts';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { useStreet } from '@fengqiao/ui/phone/street.ts';
import { texts } from './texts.ts';

/** Phone, window, paper, visit: the same matter by other doors. */
export function Help() {
  const { hotline, windows } = useStreet();
  return (
    <Page title={t(texts.title)} back="/" help={false}>
      <section className="card" aria-labelledby="by-phone">
        <h2 id="by-phone">{t(texts.byPhone)}</h2>
        <p className="row">
          <CallLink phone={hotline} />
        </p>
        <p className="hint">{t(texts.byPhoneHow)}</p>
      </section>
      <section className="stack" aria-labelledby="windows">
        <h2 id="windows">{t(texts.windows)}</h2>
        <p className="hint">{t(texts.windowsHow)}</p>
        <ul className="cards">
          {windows.map((unit) => (
            <li key={unit.id} className="card">
              <Window unit={unit} />
            </li>
          ))}
        </ul>
      </section>
      <p>{t(texts.paper)}</p>
    </Page>
  );
}

function Window({ unit: { name, phone, window } }: { unit: UnitView }) {
  return (
    <>
      <strong>{t(name)}</strong>
      <span>
        {t(window.workdaysOnly ? texts.workdays : texts.everyDay, { from: window.from, to: window.to })}
      </span>
      {phone && (
        <span className="row">
          <CallLink phone={phone} />
        </span>
      )}
    </>
  );
}
