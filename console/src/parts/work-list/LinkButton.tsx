import { LinkOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

/** The address holds the whole state of the list, so sending it shows a colleague the same. */
export function LinkButton({ size = 'medium' }: { size?: 'small' | 'medium' }) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    void message.success(t(common.copied));
  };
  return (
    <Button size={size} icon={<LinkOutlined aria-hidden />} onClick={() => void copy()}>
      {t(texts.link)}
    </Button>
  );
}
