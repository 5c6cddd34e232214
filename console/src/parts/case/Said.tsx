import { Image } from 'antd';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { channels } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Needed } from './Needed.tsx';
import { ReportFile } from './ReportFile.tsx';
import { Reveal } from './Reveal.tsx';
import { texts } from './texts.ts';

type Report = CaseView['reportList'][number];

/** What people said, each in their own words; who they are stays hidden until it is needed. */
export function Said({ theCase }: { theCase: CaseView }) {
  const { reportList, text } = theCase;
  return (
    <section className="card" aria-labelledby="said">
      <h2 id="said">{t(texts.said)}</h2>
      <p className="prose said">{text}</p>
      <Needed theCase={theCase} />
      {reportList.length > 0 && (
        <>
          <h3 className="hint">{t(texts.reports, { n: reportList.length })}</h3>
          <ul className="reports">
            {reportList.map((one) => (
              <One key={one.id} one={one} caseId={theCase.id} same={one.text === text} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function One({ one, caseId, same }: { one: Report; caseId: string; same: boolean }) {
  const marks = [
    one.wishesAnonymous ? t(texts.anonymous) : '',
    one.reachable ? '' : t(texts.unreachable),
    one.state === 'withdrawn' ? t(texts.withdrawn) : '',
    one.solved === null ? '' : t(one.solved ? texts.saysSolved : texts.saysUnsolved),
  ].filter((mark) => mark !== '');
  return (
    <li>
      <div className="row wrap">
        <span>{t(channels[one.channel])}</span>
        <time className="hint number" dateTime={one.reportedAt}>
          {stamp(one.reportedAt)}
        </time>
        {one.address !== '' && <span className="hint clip">{one.address}</span>}
        {marks.map((mark) => (
          <span key={mark} className="mark">
            {mark}
          </span>
        ))}
        <span className="grow" />
        {one.reachable && <Reveal caseId={caseId} report={one.id} />}
      </div>
      {!same && <p className="prose">{one.text}</p>}
      {one.files.length > 0 && (
        <Image.PreviewGroup>
          <div className="row wrap">
            {one.files.map((file, index) => (
              <ReportFile key={file.id} file={file} name={`${t(texts.said)} ${index + 1}`} />
            ))}
          </div>
        </Image.PreviewGroup>
      )}
    </li>
  );
}
