import { Alert, Button, Progress } from 'antd';
import { DownloadOutlined } from '@ant-design/icons';
import { Link, useNavigate, useParams } from 'react-router';
import { importCases, lookAtTable, readImport, type ImportDetail } from '@fengqiao/contract/cases/imports.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { download } from '../../parts/download.ts';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Problems } from './Problems.tsx';
import { RunMark } from './RunMark.tsx';
import { texts } from './texts.ts';
import './imports.css';

/** One import: how far it is, what it came to, and what is wrong with which row. */
export function ImportPage() {
  const { id = '' } = useParams();
  const run = useSay(readImport, { params: { id } });
  return <Answer of={run}>{(found) => <Run run={found} />}</Answer>;
}

function Run({ run }: { run: ImportDetail }) {
  const says = [
    run.system,
    `${t(texts.at)} ${stamp(run.madeAt)}`,
    run.endedAt === null ? '' : t(texts.ended, { at: stamp(run.endedAt) }),
  ];
  return (
    <Page
      title={run.fileName}
      says={says.filter((part) => part !== '').join(' · ')}
      extra={<RunMark run={run} />}
    >
      <section className="card stack" aria-label={t(texts.state)}>
        {run.state === 'running' && <Running id={run.id} file={run.again?.file ?? null} />}
        {run.error !== null && <Alert type="error" role="alert" showIcon title={t(run.error)} />}
        {run.dry && run.state === 'done' && <p>{t(texts.dryWhy)}</p>}
        <Counts run={run} />
        <Next run={run} />
      </section>
      {run.state !== 'running' && run.rejected + run.notes > 0 && <Problems run={run} />}
    </Page>
  );
}

const EVERY_MS = 1500;

/** Looks again until it has ended. */
function Running({ id, file }: { id: string; file: string | null }) {
  const { data } = useSay(readImport, { params: { id } }, { everyMs: EVERY_MS });
  const { data: table } = useSay(lookAtTable, { params: { id: file ?? '' } }, { enabled: file !== null });
  const n = data?.doneRows ?? 0;
  const all = table?.rows ?? 0;
  return (
    <div className="stack tight" aria-live="polite">
      {all > 0 && (
        <Progress percent={Math.floor((100 * n) / all)} status="active" aria-label={t(texts.state)} />
      )}
      <span>
        {all > 0
          ? t(texts.readRows, { n: amount(n), all: amount(all) })
          : t(texts.readSome, { n: amount(n) })}
      </span>
      <span className="hint small">{t(texts.goesOn)}</span>
    </div>
  );
}

const figures = ['created', 'updated', 'unchanged', 'rejected', 'notes'] as const;

function Counts({ run }: { run: ImportDetail }) {
  return (
    <dl className="import-counts">
      <div>
        <dt>{t(texts.rows)}</dt>
        <dd>{amount(run.doneRows)}</dd>
      </div>
      {figures.map((name) => (
        <div key={name}>
          <dt>{t(texts[name])}</dt>
          <dd>{amount(run[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What may come next: the same for good, the rejected rows, another mapping. */
function Next({ run }: { run: ImportDetail }) {
  const navigate = useNavigate();
  const act = useAct(importCases, (begun) => void navigate(`/imports/${begun.id}`));
  const { again } = run;
  if (run.state === 'running') return null;
  const start = (dryRun: boolean) =>
    again !== null && act.mutate({ body: { ...again, fileName: run.fileName, dryRun } });
  const goOn = run.state === 'failed' ? texts.tryAgain : run.dry ? texts.forReal : null;
  return (
    <div className="stack">
      <Refusal error={act.error} />
      <div className="row wrap">
        {again !== null && goOn !== null && (
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => start(run.dry && run.state === 'failed')}
          >
            {t(goOn)}
          </Button>
        )}
        {!run.dry && run.created > 0 && <Link to="/cases?channel=import">{t(texts.seeCases)}</Link>}
        {run.kept && run.rejected > 0 && (
          <Button icon={<DownloadOutlined aria-hidden />} href={`/api/imports/${run.id}/rejected`}>
            {t(texts.rejectedFile)}
          </Button>
        )}
        {again !== null && (
          <>
            <Button onClick={() => void navigate(`/imports/new?file=${again.file}&like=${run.id}`)}>
              {t(texts.change)}
            </Button>
            <Button
              onClick={() =>
                download(
                  `${run.system}-mapping.json`,
                  JSON.stringify(again.mapping, null, 2),
                  'application/json',
                )
              }
            >
              {t(texts.saveMapping)}
            </Button>
          </>
        )}
      </div>
      {run.kept && run.rejected > 0 && <span className="hint small">{t(texts.rejectedWhy)}</span>}
    </div>
  );
}
