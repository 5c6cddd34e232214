import { Mistake, tell, type Command, type Given } from './cli/command.ts';
import { findCommand, givenFor, unknownFlag, type Asked } from './cli/given.ts';
import { logCommand } from './cli/logged.ts';
import { settingsOf } from './cli/settings.ts';
import { commands } from './commands.ts';
import { hasNoRoom } from './platform/errors.ts';
import { options } from './platform/config-options.ts';
import { Refusal, wordsOf } from './platform/refusal.ts';

process.exitCode = await main(process.argv.slice(2));

/** Runs one command and gives its exit code: 0 done, 1 refused or failed, 2 not understood. */
async function main(argv: readonly string[]): Promise<number> {
  const asked = findCommand(commands, argv);
  if (asked === undefined) return help(argv);
  if (asked.flags.has('help') || asked.flags.has('h')) return helpOf(asked.command, 0);
  const strange = unknownFlag(asked);
  if (strange !== undefined) {
    tell(`不认识 --${strange}。`, `--${strange} is not understood.`);
    return helpOf(asked.command, 2);
  }
  try {
    const { given, end } = givenFor(settingsOf(process.env), commands, asked);
    try {
      return await logged(asked, given);
    } finally {
      await end();
    }
  } catch (error) {
    return explain(error);
  }
}

async function logged(asked: Asked, given: Given): Promise<number> {
  try {
    const code = await asked.command.run(given);
    if (code === 0) await logCommand(asked, given, null);
    return code;
  } catch (error) {
    await logCommand(asked, given, error);
    throw error;
  }
}

function help(argv: readonly string[]): number {
  const meant = argv[0] === 'help' ? findCommand(commands, argv.slice(1)) : undefined;
  if (meant !== undefined) return helpOf(meant.command, 0);
  const asked = argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '');
  if (!asked) tell(`没有命令“${argv.join(' ')}”。\n`, `There is no command "${argv.join(' ')}".\n`);
  console.log('fengqiao <命令 command>    fengqiao help <命令 command>\n');
  for (const { name, takes, says } of commands)
    console.log(`  ${`${name} ${takes}`.trim()}\n      ${says.zh}  ${says.en}`);
  console.log('\n设置（环境变量） Settings (environment variables)\n');
  for (const [name, [standard, says]] of Object.entries(options))
    console.log(`  ${name}${standard === '' ? '' : ` (${standard})`}\n      ${says}`);
  return asked ? 0 : 2;
}

function helpOf({ name, takes, says }: Command, code: number): number {
  tell(says.zh, says.en);
  console.log(`\n  fengqiao ${`${name} ${takes}`.trim()}`);
  return code;
}

function explain(error: unknown): number {
  if (error instanceof Refusal) {
    const { zh, en, details } = wordsOf(error);
    tell(zh, en);
    if (Object.keys(details).length > 0) console.log(JSON.stringify(details));
  } else if (error instanceof Mistake) tell(error.zh, error.message);
  else if (hasNoRoom(error))
    tell(
      '磁盘已满：请清理或扩容数据目录（DATA_DIR）所在的磁盘，再重新运行；已保存的内容完好。',
      'The disk is full: make room on the disk of DATA_DIR (or of the file that was to be written) and run this again; what was saved is safe.',
    );
  else console.error(error);
  return 1;
}
