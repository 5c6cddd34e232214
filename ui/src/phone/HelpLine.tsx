import { Link } from 'react-router';
import { t } from '../language.ts';
import { Icon } from './Icon.tsx';
import { texts } from './texts.ts';
import { useStreet } from './street.ts';

/** The way out of every dead end: a number to phone and the nearest window; and whose service this is. */
export function HelpLine() {
  const { hotline, name, filing } = useStreet();
  return (
    <footer className="help">
      <h2>{t(texts.helpTitle)}</h2>
      <ul>
        <li>
          <CallLink phone={hotline} />
        </li>
        <li>
          <Link to="/help">
            <Icon name="building" />
            <span>{t(texts.windows)}</span>
          </Link>
        </li>
      </ul>
      <p className="hint">{[name, ...filing].join(' · ')}</p>
    </footer>
  );
}

export function CallLink({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
      <Icon name="phone" />
      <span>
        {t(texts.call)} {phone}
      </span>
    </a>
  );
}
