import { trackReport } from '@fengqiao/contract/cases.ts';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { keepReceipt } from '../../receipts.ts';
import { texts } from './texts.ts';

/** Progress by number and code; the number may come with the address, the code never does. */
export function Track() {
  const [query] = useSearchParams();
  const go = useNavigate();
  const [no, setNo] = useState(query.get('no') ?? '');
  const [code, setCode] = useState('');
  const [pressed, setPressed] = useState(false);
  const act = useAct(trackReport, (said) => {
    keepReceipt({
      report: said.report,
      no: said.no,
      code: code.trim(),
      hotline: said.hotline,
      joined: false,
      at: said.reportedAt,
    });
    void go(`/progress/${said.report}`, { replace: true });
  });
  const missing = (value: string) => (pressed && value.trim().length < 4 ? t(texts.fourAtLeast) : undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (no.trim().length >= 4 && code.trim().length >= 4)
      act.mutate({ body: { no: no.trim(), code: code.trim() } });
  };
  return (
    <Page title={t(texts.trackTitle)} back="/">
      <form className="stack" onSubmit={send} noValidate>
        <TextField
          label={t(texts.no)}
          hint={t(texts.noHint)}
          max={40}
          value={no}
          onChange={setNo}
          error={missing(no)}
        />
        <TextField label={t(texts.code)} max={20} value={code} onChange={setCode} error={missing(code)} />
        <p className="hint">{t(texts.lost)}</p>
        {act.error && <Failed error={act.error} />}
        <Button kind="main" wide submit busy={act.isPending}>
          {t(texts.see)}
        </Button>
      </form>
    </Page>
  );
}
