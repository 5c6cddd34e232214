import { question } from '@fengqiao/contract/report-form.ts';
import { t } from '@fengqiao/ui/language.ts';
import { TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Asked } from './Asked.tsx';
import type { FormOf } from './form.ts';
import { texts } from './texts.ts';

const [phone, name] = [question('phone'), question('name')];

/** How to reach somebody whom the platform does not know; whoever signed in is not asked what it holds. */
export function Contact({ draft, change }: Pick<FormOf, 'draft' | 'change'>) {
  return (
    <details open={draft.name !== '' || draft.phone !== ''}>
      <summary>{t(texts.contact)}</summary>
      <div>
        <Asked id="phone">
          <TextField
            label={t(phone.ask)}
            hint={t(phone.hint)}
            optional
            type="tel"
            mode="tel"
            complete="tel"
            max={20}
            value={draft.phone}
            onChange={(value) => change({ phone: value })}
          />
        </Asked>
        <Asked id="name">
          <TextField
            label={t(name.ask)}
            hint={t(name.hint)}
            optional
            complete="name"
            max={50}
            value={draft.name}
            onChange={(value) => change({ name: value })}
          />
        </Asked>
      </div>
    </details>
  );
}
