import { useEffect, useRef, useState } from 'react';
import { CheckCircleOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { takeReport } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

/** The number and the code, large enough to read out and ready to print. */
export function Receipt({
  receipt: { no, code, joined, hotline, caseId },
  onAgain,
}: {
  receipt: Out<typeof takeReport>;
  onAgain: () => void;
}) {
  const { street } = useMe();
  const [at] = useState(() => new Date());
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    again.current?.focus();
  }, []);
  return (
    <section className="card receipt" aria-labelledby="receipt">
      <h2 id="receipt">
        <CheckCircleOutlined aria-hidden className="no-print" /> {t(street.name)} {t(texts.receipt)}
      </h2>
      <dl className="receipt-facts">
        <div>
          <dt>{t(texts.no)}</dt>
          <dd className="number">{no}</dd>
        </div>
        <div>
          <dt>{t(texts.code)}</dt>
          <dd className="number">{code}</dd>
        </div>
      </dl>
      {joined && <p>{t(texts.joined)}</p>}
      <p>{t(texts.how)}</p>
      <p>
        {t(texts.takenAt)} <span className="number">{stamp(at)}</span> · {t(texts.hotline)}{' '}
        <strong className="number">{hotline}</strong>
      </p>
      <div className="row no-print">
        <Button type="primary" ref={again} onClick={onAgain}>
          {t(texts.again)}
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          {t(texts.print)}
        </Button>
        <Link to={`/cases/${caseId}`}>{t(texts.open)}</Link>
      </div>
    </section>
  );
}
