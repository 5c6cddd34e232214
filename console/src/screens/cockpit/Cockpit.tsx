import { DesktopOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { readCockpit } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { amount, dayOf, stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Decisions } from '../../parts/decisions/Decisions.tsx';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { ClosingChart, StockChart } from './Charts.tsx';
import { FigureCard } from './FigureCard.tsx';
import { Lights } from './Lights.tsx';
import { Parity } from './Parity.tsx';
import { texts } from './texts.ts';
import './cockpit.css';

const periods = { '7': texts.days7, '30': texts.days30, '90': texts.days90 } as const;

/** Leaders' look at the street: seven numbers, what is left beside what was closed, what to decide, and parity. */
export function Cockpit() {
  const days = useChoice({ name: 'days', of: periods, usual: '30' });
  const found = useSay(readCockpit, { query: { days } }, { slow: true, keepLast: true });
  const navigate = useNavigate();
  const { name, street } = useMe();
  const now = useNow();
  return (
    <Page
      title={t(names.cockpit)}
      says={t(texts.says)}
      extra={
        <>
          <Choices name="days" label={texts.period} of={periods} usual="30" />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t(texts.print)}
          </Button>
          <Button icon={<DesktopOutlined aria-hidden />} onClick={() => void navigate('/wall')}>
            {t(texts.wall)}
          </Button>
        </>
      }
    >
      <Answer of={found}>{(seen) => <Seen seen={seen} />}</Answer>
      <div className="cockpit-wide">
        <Parity days={days} />
        <Lights />
      </div>
      <p className="print-only small hint">
        {t(street.name)} · {t(texts.printed, { at: stamp(now), name })}
      </p>
    </Page>
  );
}

type Seen = Out<typeof readCockpit>;

function Seen({ seen }: { seen: Seen }) {
  const { figures, weeks, ages, since, until } = seen;
  const lastDay = dayOf(new Date(Date.parse(until) - 1));
  return (
    <>
      <section aria-label={t(texts.seven)}>
        <p className="small hint figures-period">{t(texts.until, { since: dayOf(since), until: lastDay })}</p>
        <div className="figures-grid">
          {figures.map((one) => (
            <FigureCard key={one.id} of={one} period={{ since, until }}>
              {one.id === 'stock' && <Ages ages={ages} />}
            </FigureCard>
          ))}
        </div>
      </section>
      <div className="cockpit-row">
        <div className="card">
          <StockChart weeks={weeks} />
        </div>
        <div className="card">
          <ClosingChart weeks={weeks} />
        </div>
        <Decisions />
      </div>
    </>
  );
}

const ageNames = [texts.age0, texts.age1, texts.age2, texts.age3] as const;

/** What is open now by its age; each opens its cases. */
function Ages({ ages }: { ages: Seen['ages'] }) {
  return (
    <ul className="ages" aria-label={t(texts.ages)}>
      {ages.map(({ days, count, since, until }, at) => (
        <li key={days}>
          <Link
            to={`/cases?${new URLSearchParams({
              desk: 'open',
              ...(since === null ? {} : { since }),
              ...(until === null ? {} : { until }),
            }).toString()}`}
          >
            <strong>{amount(count)}</strong>
            <span className="small">{t(ageNames[at] ?? texts.age0)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
