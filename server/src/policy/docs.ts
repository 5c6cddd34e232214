import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { norms, promiseGroups, promiseList, promises } from '@fengqiao/contract/forbidden.ts';
import { gradedFields, grades, type MaskName } from '@fengqiao/contract/grades.ts';
import { maskOf } from '@fengqiao/contract/masks.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { rooms } from '../app.ts';
import { inTheClear } from './clear.ts';

const root = fileURLToPath(new URL('../../../docs/', import.meta.url));

/** Facts of nobody. */
const samples: Record<MaskName, string> = {
  name: '张三丰',
  phone: '13812345678',
  email: 'wang.wu@example.cn',
  number: '000000199003071234',
  hidden: '…',
  none: 'as it is',
};

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

/** docs/grades.md: how carefully each fact about a person is handled, and where facts stand in clear. */
export function gradesText(): string {
  const sealed = rooms.flatMap(({ sealed: tables = [] }) =>
    tables.map(({ table: name, columns }) => [`\`${name}\``, columns.map((one) => `\`${one}\``).join(', ')]),
  );
  return `# Grades of facts about people

Made from \`contract/src/grades.ts\`, the rooms' sealed columns and \`server/src/policy/clear.ts\` by \`npm run docs\`; do not edit.

## Grades

${table(
  ['Grade', '中文', 'English'],
  Object.entries(grades).map(([grade, { zh, en }]) => [`G${grade}`, zh, en]),
)}

## Facts

A birth date is never shown beside a masked identity number: together they would complete it.

${table(
  ['Field', '中文', 'English', 'Grade', 'Masked'],
  keysOf(gradedFields).map((field) => {
    const { zh, en, grade, mask } = gradedFields[field];
    return [`\`${field}\``, zh, en, `G${grade}`, `\`${maskOf(field, samples[mask]) ?? ''}\``];
  }),
)}

## Sealed

By the master key; what is known of a person of the registry (\`registry.person.g2_enc\`, \`g3_enc\`) is sealed with that
person's own key, which the master key draws from, or wraps in, \`identity.person_key\`. What special care keeps (\`care\`) is sealed by the key of
special care, words about the person by their own key as well. Columns called \`…_index\` are keyed digests.

${table(['Table', 'Columns'], sealed)}

## In clear

Columns whose name or type could mean a fact about a person, and why they may stand as they are. A new one turns
\`server/src/policy/policy.test.ts\` red until it is sealed or its reason is given.

${inTheClear.map(({ why, columns }) => `- **${why}**: ${columns.map((one) => `\`${one}\``).join(', ')}`).join('\n')}
`;
}

/** docs/refusals.md: what the platform refuses to do, and by which norm. */
export function refusalsText(): string {
  const groups = keysOf(promiseGroups).map((group) => {
    const rows = promiseList
      .filter((promise) => promise.group === group)
      .map(({ id, words, how, says, norm, place, read, exception }) => [
        `\`${id}\``,
        `${words.zh}<br>${words.en}`,
        how.en,
        `${says.zh}<br>${norm.zh}${place === null ? '' : ` ${place.zh}`}`,
        read,
        exception?.zh ?? '',
      ]);
    return `## ${promiseGroups[group].zh} ${promiseGroups[group].en}\n\n${table(['Id', 'Refused', 'How it is kept', 'Norm', 'Text', 'Exception'], rows)}`;
  });
  const used = new Set(Object.values(promises).map(({ norm }) => norms[norm].zh));
  return `# What this platform refuses to do

Made from \`contract/src/forbidden.ts\` by \`npm run docs\`; do not edit. Residents read it at \`/promises\`, other systems at
\`GET /api/promises\`. \`server/src/policy/\` keeps it out of the schema, the interface, the screens and the logs, and proves with
planted violations that each rule turns red.

**Text**: \`seen\` the norm was read whole; \`partly\` its published interpretation or parts of it were; \`recalled\` its clause was not
checked. ${used.size} norms are cited.

${groups.join('\n\n')}
`;
}

const [, script = ''] = process.argv;
if (import.meta.url === pathToFileURL(script).href) {
  writeFileSync(`${root}grades.md`, gradesText());
  writeFileSync(`${root}refusals.md`, refusalsText());
}
