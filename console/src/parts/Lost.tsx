import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Page } from './Page.tsx';
import { texts } from './texts.ts';

/** An address that names no screen. */
export function Lost() {
  return (
    <Page title={t(texts.lost)}>
      <p className="hint">{t(texts.lostWhy)}</p>
      <p>
        <Link to="/">{t(texts.toToday)}</Link>
      </p>
    </Page>
  );
}
