import { Mistake, tell } from './cli/command.ts';
import { findCommand, givenFor } from './cli/given.ts';
import { commands } from './commands.ts';
import { options, readSettings } from './platform/config.ts';
import { Refusal, wordsOf } from './platform/refusal.ts';

process.exitCode = await main(process.argv.slice(2));

/** Runs one command and gives its exit code: 0 done, 1 refused or failed, 2 not understood. */
async function main(argv: readonly string[]): Promise<number> {
  const asked = findCommand(commands, argv);
  if (asked === undefined) return help(argv);
  try {
    const { given, end } = givenFor(readSettings(process.env), commands, asked);
    try {
      return await asked.command.run(given);
    } finally {
      await end();
    }
  } catch (error) {
    return explain(error);
  }
}

function help(argv: readonly string[]): number {
  console.log('fengqiao <命令 command>\n');
  for (const { name, takes, says } of commands)
    console.log(`  ${`${name} ${takes}`.trim()}\n      ${says.zh}  ${says.en}`);
  console.log('\n设置（环境变量） Settings (environment variables)\n');
  for (const [name, [standard, says]] of Object.entries(options))
    console.log(`  ${name}${standard === '' ? '' : ` (${standard})`}\n      ${says}`);
  return argv.length === 0 || argv[0] === 'help' || argv[0] === '--help' ? 0 : 2;
}

function explain(error: unknown): number {
  if (error instanceof Refusal) {
    const { zh, en, details } = wordsOf(error);
    tell(zh, en);
    if (Object.keys(details).length > 0) console.log(JSON.stringify(details));
  } else if (error instanceof Mistake) tell(error.zh, error.message);
  else console.error(error);
  return 1;
}
