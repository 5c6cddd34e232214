import { ExportOutlined, FileSearchOutlined } from '@ant-design/icons';
import { listExports, traceExport } from '@fengqiao/contract/exports.ts';
import { pages } from './pages.ts';
import { names } from './shell/texts.ts';

/** Lists that leave, and where a leaked one came from. */
export const exportsScreens = [
  {
    path: '/exports',
    name: names.exports,
    Icon: ExportOutlined,
    needs: [listExports],
    Screen: pages.Exports,
  },
  {
    path: '/trace',
    name: names.trace,
    Icon: FileSearchOutlined,
    needs: [traceExport],
    Screen: pages.TracePage,
  },
];
