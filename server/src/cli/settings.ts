import { readSettings, type Settings } from '#platform/config.ts';
import { Mistake } from './command.ts';

/** The settings of the environment; a wrong one is a mistake of whoever set it, told without a stack. */
export function settingsOf(env: Record<string, string | undefined>): Settings {
  try {
    return readSettings(env);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (!('code' in error)) throw new Mistake('设置有误：', error.message);
    throw new Mistake(
      `数据目录不可用（${error.message}）：请更改权限、清理磁盘，或用 DATA_DIR 另指一处。`,
      `The data folder cannot be used (${error.message}): change its owner, make room, or set DATA_DIR.`,
    );
  }
}
