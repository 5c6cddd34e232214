import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { useStreet } from '@fengqiao/ui/phone/street.ts';
import { texts } from './texts.ts';
import { Windows } from './Windows.tsx';

/** Phone, window, paper, visit: the same matter by other doors. */
export function Help() {
  const { hotline } = useStreet();
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
        <Windows />
      </section>
      <section className="stack" aria-labelledby="on-paper">
        <h2 id="on-paper">{t(texts.onPaper)}</h2>
        <p>{t(texts.paper)}</p>
        <LinkButton icon="print" to="/paper/report">
          {t(texts.form)}
        </LinkButton>
      </section>
      <LinkButton kind="quiet" to="/promises">
        {t(texts.promises)}
      </LinkButton>
    </Page>
  );
}
