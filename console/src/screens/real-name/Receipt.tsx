import { useEffect, useRef, useState } from 'react';
import { CheckCircleOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { texts } from './texts.ts';
import '../intake/intake.css';

/** What the receipt says, masked: it is carried home on paper. */
export type Proved = { readonly name: string; readonly number: string; readonly phone: string | null };

/** A paper to take along for somebody who has no screen to read it on. */
export function Receipt({ of: { name, number, phone }, onAgain }: { of: Proved; onAgain: () => void }) {
  const { street, unit } = useMe();
  const { nameOf } = useUnits();
  const [at] = useState(() => new Date());
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  const rows = [
    [texts.who, name],
    [texts.number, number],
    ...(phone === null ? [] : [[texts.phone, phone] as const]),
    [texts.at, stamp(at)],
    [texts.where, nameOf(unit)],
  ] as const;
  return (
    <section className="card receipt" aria-labelledby="receipt">
      <h2 id="receipt">
        <CheckCircleOutlined aria-hidden className="no-print" /> {t(street.name)} {t(texts.receipt)}
      </h2>
      <dl className="facts">
        {rows.flatMap(([label, value]) => [
          <dt key={`${label.en} name`}>{t(label)}</dt>,
          <dd key={label.en} className="number">
            {value}
          </dd>,
        ])}
      </dl>
      <p>{t(texts.opens)}</p>
      <p>{t(phone === null ? texts.paperOnly : texts.told)}</p>
      <div className="row no-print">
        <Button type="primary" ref={again} onClick={onAgain}>
          {t(texts.again)}
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          {t(texts.print)}
        </Button>
      </div>
    </section>
  );
}
