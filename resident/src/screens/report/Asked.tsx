import type { QuestionId } from '@fengqiao/contract/report-form.ts';
import type { ReactNode } from 'react';

/** A question of the report form on the screen; paper and the phone script ask the same under the same name. */
export const Asked = ({ id, children }: { id: QuestionId; children: ReactNode }) => (
  <div className="stack" data-question={id}>
    {children}
  </div>
);
