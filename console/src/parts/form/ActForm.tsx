import { createContext, useContext, useId, type ReactNode } from 'react';
import { App, Button, Form } from 'antd';
import type { Refused } from '@fengqiao/contract/client.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../Refusal.tsx';
import { texts } from '../texts.ts';

/** True where a form stands open in the page and there is nothing to go back to. */
export const Inline = createContext(false);

type ActFormProps<T> = {
  /** What happens when it is sent, in the words of the button. */
  send: Both;
  act: { readonly isPending: boolean; readonly error: Refused | null };
  start?: Partial<T>;
  danger?: boolean;
  onSend: (values: T) => void;
  onCancel?: (() => void) | undefined;
  children: ReactNode;
};

/** A form for one act: its fields, the refusal when there is one, and one button. Ctrl+Enter sends. */
export function ActForm<T extends object>({
  send,
  act,
  start,
  danger = false,
  onSend,
  onCancel,
  children,
}: ActFormProps<T>) {
  const [form] = Form.useForm<T>();
  const id = useId();
  const inline = useContext(Inline);
  return (
    <Form<T>
      form={form}
      name={id}
      layout="vertical"
      {...(start === undefined ? {} : { initialValues: start })}
      onFinish={onSend}
      scrollToFirstError={{ focus: true }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
      }}
    >
      {children}
      <div className="stack">
        <Refusal error={act.error} />
        <div className="row">
          <Button type="primary" danger={danger} htmlType="submit" loading={act.isPending}>
            {t(send)}
          </Button>
          {onCancel !== undefined && !inline && <Button onClick={onCancel}>{t(texts.cancel)}</Button>}
        </div>
      </div>
    </Form>
  );
}

/** Says shortly that it was done. */
export function useDone(): (what: Both) => void {
  const { message } = App.useApp();
  return (what) => void message.success(`${t(what)} · ${t(texts.done)}`);
}
