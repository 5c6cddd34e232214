import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

export const Lost = () => (
  <Page title={t(texts.lost)} back="/">
    <Empty
      action={
        <LinkButton kind="main" to="/">
          {t(texts.home)}
        </LinkButton>
      }
    >
      {t(texts.lostWhy)}
    </Empty>
  </Page>
);
