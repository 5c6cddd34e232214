import { FileTextOutlined } from '@ant-design/icons';
import { Image } from 'antd';
import type { FileSeen } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { kindOf } from '@fengqiao/ui/media.ts';
import { fileUrl } from '@fengqiao/ui/upload.ts';
import { Sound } from './Sound.tsx';
import { texts } from './texts.ts';

/** A file somebody sent along: a picture, what they said, or a document. */
export function ReportFile({ file: { id, media }, name }: { file: FileSeen; name: string }) {
  const kind = kindOf(media);
  if (kind === 'picture')
    return (
      <Image src={fileUrl(id, 'thumb')} preview={{ src: fileUrl(id) }} width={96} height={72} alt={name} />
    );
  if (kind === 'sound') return <Sound file={id} name={name} />;
  return (
    <a href={fileUrl(id)} target="_blank" rel="noreferrer">
      <FileTextOutlined aria-hidden /> {t(texts.openFile)}
      {media === 'application/pdf' && ' PDF'}
    </a>
  );
}
