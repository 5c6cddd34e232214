import { useEffect } from 'react';
import { Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useIdle } from '@fengqiao/ui/idle.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { texts } from './texts.ts';

/** A screen that nobody is at says when it will sign out, and does. */
export function Idle() {
  const { idleUntil } = useMe();
  const { left, stay } = useIdle(idleUntil);
  const client = useQueryClient();
  const over = left === 0;
  useEffect(() => {
    if (over) void client.invalidateQueries();
  }, [over, client]);
  return (
    <Modal
      title={t(texts.idle)}
      open={left !== null}
      width={420}
      zIndex={1300}
      closable={false}
      footer={
        <Button type="primary" onClick={stay}>
          {t(texts.stay)}
        </Button>
      }
    >
      <p role="status">{t(texts.idleLeft, { seconds: left ?? 0 })}</p>
    </Modal>
  );
}
