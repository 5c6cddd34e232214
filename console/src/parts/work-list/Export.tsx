import { DownloadOutlined, LinkOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { exportCases, type CaseQuery } from '@fengqiao/contract/cases.ts';
import { Refused } from '@fengqiao/contract/client.ts';
import { ask } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { download } from '../download.ts';
import { texts as common } from '../texts.ts';
import { WhyButton } from '../WhyButton.tsx';
import { texts } from './texts.ts';

/** The list as it is filtered, as a file a spreadsheet opens. */
export function ExportButton({ query: { after: _after, limit: _limit, ...query } }: { query: CaseQuery }) {
  const me = useMe();
  const { message } = App.useApp();
  const run = async () => {
    try {
      const { csv, rows } = await ask(exportCases, { query: { desk: 'open', ...query } });
      download(`cases-${new Date().toISOString().slice(0, 10)}.csv`, csv, 'text/csv;charset=utf-8');
      void message.success(t(texts.exported, { n: rows }));
    } catch (error) {
      if (error instanceof Refused) void message.error(t(error));
    }
  };
  return (
    <WhyButton
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      why={mayCall(me, exportCases) ? null : texts.exportWhy}
      onClick={() => void run()}
    >
      {t(texts.export)}
    </WhyButton>
  );
}

/** The address holds the whole state of the list, so sending it shows a colleague the same. */
export function LinkButton() {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    void message.success(t(common.copied));
  };
  return (
    <Button size="small" icon={<LinkOutlined aria-hidden />} onClick={() => void copy()}>
      {t(texts.link)}
    </Button>
  );
}
