import { useState } from 'react';
import { useNavigate } from 'react-router';
import { visitNeeds, visitPurposes, type VisitNeed, type VisitPurpose } from '@fengqiao/contract/rounds.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Choice, TextArea, TextField, Tick } from '@fengqiao/ui/phone/Field.tsx';
import { keysOf } from '@fengqiao/ui/record.ts';
import { useDraft } from '../../offline/drafts.ts';
import { usePhone } from '../../offline/phone.ts';
import type { Planned } from './plan.ts';
import { useSend } from './send.ts';
import { texts } from './texts.ts';

export type Visit = {
  place: string;
  purpose: VisitPurpose | null;
  needs: VisitNeed[];
  text: string;
  asReport: boolean;
};
const emptyOf = (building: string) => (): Visit => ({
  place: building,
  purpose: null,
  needs: [],
  text: '',
  asReport: false,
});

/** 走访表: who is known already; why, what is needed, and whether it becomes a report at once. */
export function VisitForm({ person, onDone }: { person: Planned | null; onDone: () => void }) {
  const name = `visit ${person?.id ?? 'none'}`;
  const [empty] = useState(() => emptyOf(person?.building ?? ''));
  const { draft, change, clear } = useDraft(usePhone().phone, name, empty);
  const go = useNavigate();
  const { send, why } = useSend(draft, person, name);
  const press = async () => {
    const opId = await send();
    clear();
    onDone();
    void go(`/handed-in/${opId}`, { replace: true });
  };
  const toggle = (need: VisitNeed) => (on: boolean) =>
    change(({ needs }) => ({ needs: on ? [...needs, need] : needs.filter((one) => one !== need) }));
  return (
    <>
      {person === null ? (
        <TextField
          label={t(texts.place)}
          max={120}
          value={draft.place}
          onChange={(place) => change({ place })}
        />
      ) : (
        <p className="card">
          <strong>{person.name}</strong>
          <span>{person.building}</span>
          <small>{t(texts.masked)}</small>
        </p>
      )}
      <Choice
        label={t(texts.purpose)}
        options={keysOf(visitPurposes).map((value) => ({ value, label: t(visitPurposes[value]) }))}
        value={draft.purpose}
        onChange={(purpose) => change({ purpose })}
      />
      <fieldset className="choice">
        <legend>{t(texts.needs)}</legend>
        <div>
          {keysOf(visitNeeds).map((need) => (
            <Tick
              key={need}
              label={t(visitNeeds[need])}
              value={draft.needs.includes(need)}
              onChange={toggle(need)}
            />
          ))}
        </div>
      </fieldset>
      <TextArea
        label={t(texts.words)}
        hint={t(texts.wordsHint)}
        optional
        rows={3}
        max={1000}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      {draft.needs.length > 0 && (
        <Tick
          label={t(texts.asReport)}
          hint={t(texts.asReportHint)}
          value={draft.asReport}
          onChange={(asReport) => change({ asReport })}
        />
      )}
      <div className="foot">
        <Button kind="main" why={why} onPress={() => void press()}>
          {t(texts.send)}
        </Button>
      </div>
    </>
  );
}
