import { useEffect, useRef, useState } from 'react';
import { ShareAltOutlined } from '@ant-design/icons';
import { App, Button, Modal, Tooltip } from 'antd';
import type { caseCard, ShareCard as Card } from '@fengqiao/contract/exports.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { Answer } from '../Answer.tsx';
import { drawCard, linesOf, textOf } from './card-picture.ts';
import { texts } from './card-texts.ts';
import './export.css';

/** A button that makes a card for a work chat: what kind of matter, where roughly, how far, and a link behind the login. */
export function ShareCard({ of, id }: { of: typeof caseCard; id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip title={t(texts.share)}>
        <Button
          type="text"
          size="small"
          className="no-print"
          icon={<ShareAltOutlined aria-hidden />}
          aria-label={t(texts.share)}
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      <Modal
        title={t(texts.share)}
        open={open}
        width={560}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        {open && <Made of={of} id={id} />}
      </Modal>
    </>
  );
}

function Made({ of, id }: { of: typeof caseCard; id: string }) {
  const card = useSay(of, { params: { id } });
  return <Answer of={card}>{(made) => <Shown card={made} />}</Answer>;
}

function Shown({ card }: { card: Card }) {
  const me = useMe();
  const { message } = App.useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  const street = t(me.street.name);
  const text = textOf(card, street);
  useEffect(() => {
    if (canvas.current !== null) drawCard(canvas.current, card, street);
  }, [card, street]);
  const copyText = async () => {
    await navigator.clipboard.writeText(text);
    void message.success(t(texts.copied));
  };
  const blob = () =>
    new Promise<Blob>((made, failed) =>
      canvas.current?.toBlob((picture) =>
        picture === null ? failed(new Error('no picture')) : made(picture),
      ),
    );
  const copyPicture = async () => {
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob() })]);
      void message.success(t(texts.copied));
    } catch {
      void message.warning(t(texts.notCopied));
    }
  };
  const save = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await blob());
    link.download = `${card.no ?? t(card.title)}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="stack">
      <p className="hint">{t(texts.says)}</p>
      <canvas
        ref={canvas}
        className="share-card"
        role="img"
        aria-label={`${t(texts.picture)}: ${linesOf(card).join(' ')}`}
      />
      <p className="share-text" data-testid="share-text">
        {text}
      </p>
      <div className="row wrap">
        <Button type="primary" onClick={() => void copyText()}>
          {t(texts.copyText)}
        </Button>
        <Button onClick={() => void copyPicture()}>{t(texts.copyPicture)}</Button>
        <Button onClick={() => void save()}>{t(texts.savePicture)}</Button>
      </div>
    </div>
  );
}
