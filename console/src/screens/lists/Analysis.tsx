import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { analyseList } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Answer } from '../../parts/Answer.tsx';
import type { List } from './list.ts';
import { problemKinds, texts } from './texts.ts';

type Problem = Out<typeof analyseList>['problems'][number];

/** Gaps, overlaps and rows that nothing can reach, each with the rows to open. */
export function Analysis({ list }: { list: List }) {
  const found = useSay(analyseList, { params: { version: list.version } });
  return (
    <section className="card" aria-label={t(texts.tabAnalysis)}>
      <Answer of={found}>
        {({ problems }) =>
          problems.length === 0 ? (
            <p className="mark good">{t(texts.noProblems)}</p>
          ) : (
            <>
              <h2>{t(texts.problems, { n: problems.length })}</h2>
              <ul className="things">
                {problems.map((one) => (
                  <li key={one.key}>
                    <ProblemLine problem={one} list={list} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </section>
  );
}

/** One problem in words, with its rows. */
export function ProblemLine({ problem, list }: { problem: Problem; list: List }) {
  const [, setAsked] = useSearchParams();
  const name = list.items.find((row) => row.type === problem.type);
  return (
    <span className="row wrap">
      <span className={problem.kind === 'overlap' || problem.kind === 'gap' ? 'mark warn' : 'mark urgent'}>
        {t(problemKinds[problem.kind])}
      </span>
      <strong>
        {problem.type} {name === undefined ? '' : t(name)}
      </strong>
      <span>{t(problem)}</span>
      {problem.rowKeys.map((row) => (
        <Button
          key={row}
          type="link"
          size="small"
          aria-label={t(texts.openRow, { row })}
          onClick={() => setAsked({ tab: 'rows', row })}
        >
          {row}
        </Button>
      ))}
    </span>
  );
}
