import { listCases } from '@fengqiao/contract/cases.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { deskQuery, type FieldDesk } from '../../offline/work.ts';
import { Line } from './Line.tsx';
import { texts } from './texts.ts';

/** What waits on one desk, the nearest deadline first; an empty desk takes no room. */
export function Desk({ desk, title }: { desk: FieldDesk; title: Both }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useMore(
    listCases,
    (after) => (after === undefined ? deskQuery(desk) : { query: { ...deskQuery(desk).query, after } }),
  );
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const lines = data.pages.flatMap(({ items }) => items);
  if (lines.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={desk}>
      <h2 id={desk}>
        {t(title)} ({lines.length}
        {hasNextPage && '+'})
      </h2>
      <ul className="cards">
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t(texts.more)}
        </Button>
      )}
    </section>
  );
}
