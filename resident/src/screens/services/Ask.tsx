import { askService, readService, type ServiceWay } from '@fengqiao/contract/services.ts';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useState } from 'react';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { useDraft } from '@fengqiao/ui/phone/draft.ts';
import { Choice, TextArea, TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { PlacePicker } from '@fengqiao/ui/phone/place/PlacePicker.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { keepAnswer } from '../../receipts.ts';
import { bodyOf, emptyWish, mobileFits } from './wish.ts';
import { texts } from './texts.ts';

/** Asking for a call back or a visit: one page, and a number at the end. */
export function Ask() {
  const { code = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const way: ServiceWay = query.get('way') === 'visit' ? 'visit' : 'call';
  const go = useNavigate();
  const me = useWho().data;
  const known = me?.kind === 'resident' ? me.maskedPhone : null;
  const item = useSay(readService, { params: { code } }).data;
  const { draft, change, clear } = useDraft(`fengqiao.wish.${code}`, emptyWish);
  const [pressed, setPressed] = useState(false);
  const act = useAct(askService, (said) => {
    keepAnswer(said);
    clear();
    void go(`/receipt/${said.report}`, { replace: true });
  });
  const body = bodyOf(draft, way, known !== null);
  const send = () => {
    setPressed(true);
    if (body !== null) act.mutate({ params: { code }, body });
  };
  return (
    <Page title={t(texts.askTitle)} back={`/services/${code}`}>
      {item !== undefined && <p>{t(texts.askAbout, { item: t(item.name) })}</p>}
      <Choice
        across="row"
        label={t(texts.way)}
        options={[
          { value: 'call', label: t(texts.wayCall) },
          { value: 'visit', label: t(texts.wayVisit) },
        ]}
        value={way}
        onChange={(value) => setQuery({ way: value }, { replace: true })}
      />
      {known === null ? (
        <TextField
          label={t(texts.phone)}
          hint={t(texts.phoneHint)}
          type="tel"
          mode="tel"
          complete="tel"
          max={16}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          error={pressed && !mobileFits(draft.phone) ? t(texts.phoneWrong) : undefined}
        />
      ) : (
        <p>{t(texts.phoneKnown, { phone: known })}</p>
      )}
      {way === 'visit' && (
        <section className="stack" aria-labelledby="place">
          <h2 id="place">{t(texts.place)}</h2>
          <PlacePicker spot={draft.spot} address={draft.address} onChange={change} />
          {pressed && (draft.spot === null || draft.address.trim().length < 2) && (
            <p className="error" role="alert">
              {t(texts.placeMissing)}
            </p>
          )}
        </section>
      )}
      <TextArea
        label={t(texts.words)}
        optional
        rows={3}
        max={500}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      {known === null && (
        <TextField
          label={t(texts.name)}
          optional
          complete="name"
          max={50}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
      )}
      {act.error && <Failed error={act.error} onRetry={send} />}
      <div className="foot">
        <Button kind="main" busy={act.isPending} onPress={send}>
          {t(texts.send)}
        </Button>
      </div>
    </Page>
  );
}
