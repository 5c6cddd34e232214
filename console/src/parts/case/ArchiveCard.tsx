import { DownloadOutlined } from '@ant-design/icons';
import { readArchive } from '@fengqiao/contract/cases.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount, stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../Answer.tsx';
import { download } from '../download.ts';
import { WhyButton } from '../WhyButton.tsx';
import { archiveTexts as texts } from './archive-texts.ts';

/** The sealed package: its digest, so that anybody can check it, and the file itself. */
export function ArchiveCard({ theCase }: { theCase: CaseView }) {
  const me = useMe();
  const may = mayCall(me, readArchive);
  const sealed = useSay(
    readArchive,
    { params: { id: theCase.id } },
    { enabled: may && theCase.archivedAt !== null },
  );
  if (theCase.archivedAt === null) return null;
  return (
    <section className="card" aria-labelledby="archive">
      <h2 id="archive">{t(texts.title)}</h2>
      {!may && <p className="hint">{t(texts.notYours)}</p>}
      {may && (
        <Answer of={sealed}>
          {({ sha256, bytes, madeAt, package: content }) => (
            <div className="stack tight">
              <dl className="facts">
                <dt>{t(texts.madeAt)}</dt>
                <dd className="number">{stamp(madeAt)}</dd>
                <dt>{t(texts.size)}</dt>
                <dd>{t(texts.bytes, { n: amount(bytes) })}</dd>
                <dt>SHA-256</dt>
                <dd>
                  <code className="digest">{sha256}</code>
                </dd>
              </dl>
              <p className="small hint">{t(texts.how)}</p>
              <div>
                <WhyButton
                  why={null}
                  icon={<DownloadOutlined aria-hidden />}
                  onClick={() => download(`${theCase.no}.json`, content, 'application/json')}
                >
                  {t(texts.download)}
                </WhyButton>
              </div>
            </div>
          )}
        </Answer>
      )}
    </section>
  );
}
