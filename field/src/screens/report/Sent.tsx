import { useSearchParams } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { texts } from './texts.ts';

/** It arrived: the number, and the next one. */
export function Sent() {
  const [query] = useSearchParams();
  const solved = query.get('solved') === 'yes';
  const caseId = query.get('case');
  return (
    <Page title={t(texts.sent)} back="/" help={false}>
      <section className="notice good" role="status">
        <h2>
          <Icon name="check" /> {query.get('no')}
        </h2>
        <p>{t(solved ? texts.sentSolved : texts.sentFound)}</p>
      </section>
      <div className="acts">
        <LinkButton kind="main" icon="camera" to={solved ? '/on-the-spot' : '/found'}>
          {t(texts.another)}
        </LinkButton>
        {caseId && <LinkButton to={`/case/${caseId}`}>{t(texts.see)}</LinkButton>}
        <LinkButton to="/">{t(texts.home)}</LinkButton>
      </div>
    </Page>
  );
}
