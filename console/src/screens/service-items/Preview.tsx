import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { partsOf, scriptOf, type ServiceBody, type Tellable } from '@fengqiao/contract/services.ts';
import { t } from '@fengqiao/ui/language.ts';
import { communityOfPlace, useUnits } from '@fengqiao/ui/units.ts';
import { texts } from './texts.ts';
import './service-items.css';

const ways = ['screen', 'paper', 'script'] as const;
type Way = (typeof ways)[number];

/** An item as people come to know it: on the screen, in large print, read out on the phone. */
export function Preview({ item }: { item: ServiceBody }) {
  const [way, setWay] = useState<Way>('screen');
  const told = useTold(item);
  return (
    <section className="card" aria-label={t(texts.preview)}>
      <div className="row between no-print">
        <Segmented<Way>
          options={ways.map((value) => ({ value, label: t(texts[value]) }))}
          value={way}
          onChange={setWay}
          aria-label={t(texts.preview)}
        />
        {way === 'paper' && <Button onClick={() => window.print()}>{t(texts.print)}</Button>}
      </div>
      {way === 'script' ? (
        <ol className="told-script">
          {scriptOf(told).map((sentence) => (
            <li key={sentence.zh}>{t(sentence)}</li>
          ))}
        </ol>
      ) : (
        <div className={way === 'paper' ? 'told-paper' : 'told-screen'}>
          <h2>{t(told.name)}</h2>
          {partsOf(told).map(({ title, lines }) => (
            <div key={title.zh}>
              <h3>{t(title)}</h3>
              {lines.map((line) => (
                <p key={line.zh}>{t(line)}</p>
              ))}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** The item with the window of its unit, as the resident app puts it together. */
function useTold({ accepts, decides, counter, ...item }: ServiceBody): Tellable {
  const { of } = useUnits();
  const unit = of(accepts);
  const decider = of(decides);
  const everyCommunity = accepts === 'community';
  return {
    ...item,
    window: {
      unit:
        unit?.name ??
        (everyCommunity
          ? communityOfPlace.name
          : { zh: '街道服务窗口', en: 'The counter of the subdistrict' }),
      phone: counter.phone ?? unit?.phone ?? '12345',
      address: counter.address ?? unit?.address ?? null,
      hours: counter.hours ?? unit?.window ?? { from: '09:00', to: '17:00', workdaysOnly: true },
      everyCommunity,
    },
    decidedBy: decider === undefined || decides === accepts ? null : decider.name,
  };
}
