import { Button, Space } from 'antd';
import { toDataURL } from 'qrcode';
import { useEffect, useState } from 'react';
import { printCheckpoints } from '@fengqiao/contract/rounds.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { texts } from './texts.ts';

/** The sheets to put up at the points, eight on an A4 page; the code opens the app at the patrol. */
export function Sheets({ onBack }: { onBack: () => void }) {
  const { nameOf } = useUnits();
  const sheets = useSay(printCheckpoints, {});
  return (
    <section>
      <Space className="no-print">
        <Button onClick={onBack}>{t(texts.back)}</Button>
        <Button type="primary" onClick={() => window.print()}>
          {t(texts.printNow)}
        </Button>
      </Space>
      <Answer of={sheets}>
        {({ items }) => (
          <ul className="sheets">
            {items.map(({ id, name, grid, address, code }) => (
              <li key={id}>
                <Code code={code} name={name} />
                <strong>{name}</strong>
                <span>
                  {nameOf(grid)} · {address}
                </span>
                <small>{t(texts.sheetHow)}</small>
                <small>
                  {t(texts.sheetCode)} <code>{code}</code>
                </small>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function Code({ code, name }: { code: string; name: string }) {
  const [picture, setPicture] = useState('');
  useEffect(() => {
    const address = `${location.origin}/field/patrol?code=${code}`;
    void toDataURL(address, { margin: 1, width: 240, errorCorrectionLevel: 'M' }).then(setPicture);
  }, [code]);
  return picture === '' ? null : <img src={picture} alt={name} width={150} height={150} />;
}
