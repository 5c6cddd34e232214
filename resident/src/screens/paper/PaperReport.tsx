import { reportForm, type Question } from '@fengqiao/contract/report-form.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { useStreet } from '@fengqiao/ui/phone/street.ts';
import { texts } from './texts.ts';
import './paper.css';

/** 大字表: the same questions as on the screen, on A4 with room to write by hand. */
export function PaperReport() {
  const { name, hotline } = useStreet();
  return (
    <Page title={t(texts.page)} back="/help">
      <p className="no-print">{t(texts.how)}</p>
      <p className="no-print">
        <Button kind="main" icon="print" onPress={() => window.print()}>
          {t(texts.print)}
        </Button>
      </p>
      <article className="paper">
        <header>
          <p>{name}</p>
          <h2>{t(texts.title)}</h2>
          <p>{t(texts.danger)}</p>
        </header>
        <ol>
          {reportForm.map((asked) => (
            <li key={asked.id} data-question={asked.id}>
              <Asked asked={asked} />
            </li>
          ))}
        </ol>
        <footer>
          <p>{t(texts.bringIt, { hotline })}</p>
          <p>{t(texts.same)}</p>
          <p className="office">
            {t(texts.office)} <span className="blank">{t(texts.officeNo)}</span>{' '}
            <span className="blank">{t(texts.officeDay)}</span>
          </p>
        </footer>
      </article>
    </Page>
  );
}

function Asked({ asked: { ask, hint, needed, paper } }: { asked: Question }) {
  return (
    <>
      <p>
        <strong>{t(ask)}</strong> {!needed && <small>{t(texts.ifYouLike)}</small>}
      </p>
      {'tick' in paper ? (
        <p className="box">
          <span aria-hidden="true">□</span> {t(paper.tick)}
        </p>
      ) : (
        <>
          <p className="hint">{t(hint)}</p>
          <div className="lines" aria-hidden="true">
            {Array.from({ length: paper.lines }, (_, n) => (
              <span key={n} />
            ))}
          </div>
        </>
      )}
    </>
  );
}
