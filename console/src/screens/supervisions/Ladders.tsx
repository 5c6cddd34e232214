import { listLadders, setLadder } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { longTime } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { NumberField, WordsField } from '../../parts/form/Fields.tsx';
import { limitsOf } from '../../parts/form/limits.ts';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { GradeMark } from '../../parts/Marks.tsx';
import { levels, texts } from './texts.ts';

type Line = Out<typeof listLadders>['items'][number];
const order = ['grid', 'community', 'centre', 'district'] as const;

/** At what share of a term each of the four levels is told, grade by grade; a leader may set it. */
export function Ladders() {
  const found = useSay(listLadders, {});
  return (
    <section className="card" aria-labelledby="ladders">
      <h2 id="ladders">{t(texts.ladders)}</h2>
      <p className="hint">{t(texts.laddersSay)}</p>
      <Answer of={found}>
        {({ items }) => (
          <table className="sum">
            <thead>
              <tr>
                <th scope="col">{t(texts.grade)}</th>
                {order.map((level) => (
                  <th key={level} scope="col">
                    {t(levels[level])}
                  </th>
                ))}
                <th scope="col">{t(texts.holds)}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <LadderRow key={one.grade} line={one} />
              ))}
            </tbody>
          </table>
        )}
      </Answer>
    </section>
  );
}

function LadderRow({ line }: { line: Line }) {
  const me = useMe();
  const { grade, shares, since, next } = line;
  return (
    <tr>
      <th scope="row">
        <GradeMark grade={grade} />
      </th>
      {order.map((level) => (
        <td key={level}>{shares[level]} %</td>
      ))}
      <td>
        <span className="row wrap">
          <span>{since === null ? t(texts.standard) : t(texts.since, { at: longTime(since) })}</span>
          {next !== null && (
            <span className="mark">
              {t(texts.next, {
                at: longTime(next.beginsAt),
                shares: order.map((level) => next.shares[level]).join(' / '),
              })}
            </span>
          )}
          {mayCall(me, setLadder) && (
            <OpenForm label={texts.change}>{(close) => <Change line={line} onDone={close} />}</OpenForm>
          )}
        </span>
      </td>
    </tr>
  );
}

type Entered = Record<(typeof order)[number], number> & { reason: string };

function Change({ line, onDone }: { line: Line; onDone: () => void }) {
  const done = useDone();
  const act = useAct(setLadder, () => {
    done(texts.change);
    onDone();
  });
  return (
    <ActForm<Entered>
      send={texts.change}
      act={act}
      start={line.next?.shares ?? line.shares}
      onSend={(body) => act.mutate({ params: { grade: line.grade }, body })}
      onCancel={onDone}
    >
      <p>
        <GradeMark grade={line.grade} /> {t(texts.changeSays)}
      </p>
      {order.map((level) => (
        <NumberField
          key={level}
          name={level}
          label={levels[level]}
          {...limitsOf(setLadder.body.properties[level])}
          unit="%"
        />
      ))}
      <WordsField name="reason" label={texts.reason} of={setLadder.body.properties.reason} />
    </ActForm>
  );
}
