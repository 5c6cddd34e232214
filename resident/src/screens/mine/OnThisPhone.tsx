import { useState } from 'react';
import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { longTime } from '@fengqiao/ui/time.ts';
import { dropReceipt, type Receipt } from '../../receipts.ts';
import { texts } from './texts.ts';

/** Receipts kept here follow a report without an account; a shared phone can forget them. */
export function OnThisPhone({ kept }: { kept: Receipt[] }) {
  const [shown, setShown] = useState(kept);
  if (shown.length === 0) return null;
  const drop = (report: string) => {
    dropReceipt(report);
    setShown((now) => now.filter((receipt) => receipt.report !== report));
  };
  return (
    <section className="stack" aria-labelledby="kept">
      <h2 id="kept">{t(texts.kept)}</h2>
      <p className="hint">{t(texts.keptHint)}</p>
      <ul className="cards">
        {shown.map(({ report, no, at }) => (
          <li key={report} className="card">
            <Link className="link" to={`/progress/${report}`}>
              <strong>{no}</strong>
            </Link>
            <p className="hint">{longTime(at)}</p>
            <p className="row">
              <Link className="link" to={`/receipt/${report}`}>
                {t(texts.receipt)}
              </Link>
              <Button kind="quiet" onPress={() => drop(report)}>
                {t(texts.drop)}
                <span className="unseen"> {no}</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
