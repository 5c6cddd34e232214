import { Tabs } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { readCase } from '@fengqiao/contract/cases.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActBar } from '../../parts/case/ActBar.tsx';
import { ArchiveCard } from '../../parts/case/ArchiveCard.tsx';
import { Clocks } from '../../parts/case/Clocks.tsx';
import { Gallery } from '../../parts/case/Gallery.tsx';
import { Head } from '../../parts/case/Head.tsx';
import { Holders } from '../../parts/case/Holders.tsx';
import { Said } from '../../parts/case/Said.tsx';
import { Tasks } from '../../parts/case/Tasks.tsx';
import { texts } from '../../parts/case/texts.ts';
import { Timeline } from '../../parts/case/Timeline.tsx';
import { Together } from '../../parts/case/Together.tsx';
import { Watched } from '../../parts/case/Watched.tsx';
import { useTitle } from '../../parts/Page.tsx';
import '../../parts/case/case.css';

/** One case whole: what it is, what may be done next, who held it for how long, and everything that happened. */
export function CasePage() {
  const { id = '' } = useParams();
  const found = useSay(readCase, { params: { id } });
  return (
    <div className="page">
      <Answer of={found}>{(theCase) => <Whole theCase={theCase} />}</Answer>
    </div>
  );
}

function Whole({ theCase }: { theCase: CaseView }) {
  useTitle(`${theCase.no} ${theCase.title}`);
  return (
    <>
      <Head theCase={theCase} />
      <ActBar theCase={theCase} />
      <div className="case-columns">
        <div className="stack">
          <Sections theCase={theCase} />
        </div>
        <div className="stack">
          <Clocks theCase={theCase} />
          <Timeline theCase={theCase} />
        </div>
      </div>
    </>
  );
}

function Sections({ theCase }: { theCase: CaseView }) {
  const [asked, setAsked] = useSearchParams();
  const {
    evidence,
    requests,
    holds,
    consultations,
    whistles,
    supervisions,
    checks,
    asks,
    reopenings,
    merges,
  } = theCase;
  const counted = (label: string, ...of: readonly (readonly unknown[])[]) => {
    const count = of.reduce((sum, list) => sum + list.length, 0);
    return count === 0 ? label : `${label} ${count}`;
  };
  const choose = (tab: string) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        next.set('tab', tab);
        return next;
      },
      { replace: true },
    );
  return (
    <Tabs
      activeKey={asked.get('tab') ?? 'case'}
      onChange={choose}
      items={[
        {
          key: 'case',
          label: t(texts.overview),
          children: (
            <div className="stack">
              <ArchiveCard theCase={theCase} />
              <Said theCase={theCase} />
              <Holders theCase={theCase} />
              <Tasks tasks={theCase.tasks} />
            </div>
          ),
        },
        {
          key: 'evidence',
          label: counted(t(texts.evidence), evidence),
          children: <Gallery theCase={theCase} />,
        },
        {
          key: 'together',
          label: counted(t(texts.together), requests, holds, consultations, whistles),
          children: (
            <div className="stack">
              <Together theCase={theCase} />
            </div>
          ),
        },
        {
          key: 'watched',
          label: counted(t(texts.watch), supervisions, checks, asks, reopenings, merges),
          children: (
            <div className="stack">
              <Watched theCase={theCase} />
            </div>
          ),
        },
      ]}
    />
  );
}
