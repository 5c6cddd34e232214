import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { texts } from './texts.ts';

/** The same door for everyone: phone, window, letter, visit. */
export function OtherWays({ phone }: { phone: string }) {
  return (
    <section className="card" aria-labelledby="other-ways">
      <h2 id="other-ways">{t(texts.other)}</h2>
      <ul className="ways">
        <li>
          <Icon name="phone" />
          <div>
            <p>{t(texts.byPhone)}</p>
            <p className="row">
              <CallLink phone={phone} />
            </p>
          </div>
        </li>
        <li>
          <Icon name="building" />
          <div>
            <p>{t(texts.byWindow)}</p>
            <Link className="link" to="/help">
              {t(kit.windows)}
            </Link>
          </div>
        </li>
        <li>
          <Icon name="print" />
          <div>
            <p>{t(texts.byLetter)}</p>
            <Link className="link" to="/paper/report">
              {t(texts.letter)}
            </Link>
          </div>
        </li>
        <li>
          <Icon name="home" />
          <p>{t(texts.byVisit)}</p>
        </li>
      </ul>
      <p className="hint">{t(texts.otherSame)}</p>
    </section>
  );
}
