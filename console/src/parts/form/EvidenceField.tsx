import { useState } from 'react';
import { DeleteOutlined, FileAddOutlined, FileTextOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { Refused } from '@fengqiao/contract/client.ts';
import { fileKinds } from '@fengqiao/contract/platform.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { fileUrl, upload } from '@fengqiao/ui/upload.ts';
import { Refusal } from '../Refusal.tsx';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

type Props = { name: string; label: Both; says?: Both; optional?: boolean };

/** Photos, documents and written records handed in with an act. */
export function EvidenceField({ name, label, says, optional = false }: Props) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      {...(says === undefined ? {} : { extra: t(says) })}
      rules={optional ? [] : [{ required: true, type: 'array', min: 1, message: t(common.required) }]}
    >
      <Pieces label={t(label)} />
    </Form.Item>
  );
}

type PiecesProps = {
  label: string;
  value?: readonly EvidenceGiven[];
  onChange?: (pieces: EvidenceGiven[]) => void;
};

function Pieces({ label, value = [], onChange }: PiecesProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const add = (more: readonly EvidenceGiven[]) => onChange?.([...value, ...more].slice(0, 20));
  const send = async (files: readonly File[], kind: 'photo' | 'document') => {
    setBusy(true);
    setRefused(null);
    try {
      const sent: EvidenceGiven[] = [];
      for (const file of files)
        sent.push({
          kind,
          file: (await upload(file, { name: file.name })).id,
          deviceAt: new Date(file.lastModified).toISOString(),
        });
      add(sent);
    } catch (error) {
      if (error instanceof Refused) setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <fieldset className="stack tight" aria-label={label}>
      {value.map((piece, index) => (
        <Piece
          key={piece.file ?? index}
          piece={piece}
          onNote={(note) => onChange?.(value.map((one, at) => (at === index ? { ...one, note } : one)))}
          onDrop={() => onChange?.(value.filter((_, at) => at !== index))}
        />
      ))}
      <div className="row wrap">
        <Picker
          icon={<PictureOutlined aria-hidden />}
          words={texts.addPhoto}
          accept="image/*"
          busy={busy}
          onPick={(files) => void send(files, 'photo')}
        />
        <Picker
          icon={<FileAddOutlined aria-hidden />}
          words={texts.addDocument}
          accept={fileKinds.pdf.says}
          busy={busy}
          onPick={(files) => void send(files, 'document')}
        />
        <Button icon={<FileTextOutlined aria-hidden />} onClick={() => add([{ kind: 'record', note: '' }])}>
          {t(texts.addRecord)}
        </Button>
      </div>
      <Refusal error={refused} />
    </fieldset>
  );
}

function Piece({
  piece,
  onNote,
  onDrop,
}: {
  piece: EvidenceGiven;
  onNote: (note: string) => void;
  onDrop: () => void;
}) {
  return (
    <div className="row piece">
      {piece.kind === 'photo' && piece.file !== undefined ? (
        <img src={fileUrl(piece.file, 'thumb')} width={48} height={48} alt={piece.note ?? t(texts.photo)} />
      ) : (
        <span className="piece-kind">
          {piece.kind === 'record' ? <FileTextOutlined aria-hidden /> : <FileAddOutlined aria-hidden />}
        </span>
      )}
      <Input
        value={piece.note ?? ''}
        maxLength={500}
        placeholder={t(piece.kind === 'record' ? texts.recordSays : texts.noteSays)}
        aria-label={t(texts.note)}
        onChange={(event) => onNote(event.target.value)}
      />
      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t(texts.drop)} onClick={onDrop} />
    </div>
  );
}

type PickerProps = {
  icon: React.ReactNode;
  words: Both;
  accept: string;
  busy: boolean;
  onPick: (files: readonly File[]) => void;
};

function Picker({ icon, words, accept, busy, onPick }: PickerProps) {
  return (
    <label className={busy ? 'picker busy' : 'picker'}>
      {icon} {t(busy ? texts.sending : words)}
      <input
        type="file"
        className="spoken"
        multiple
        accept={accept}
        disabled={busy}
        aria-label={t(words)}
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </label>
  );
}
