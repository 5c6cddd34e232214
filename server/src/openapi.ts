import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { rooms } from './app.ts';
import { ground } from './platform/ground.ts';
import { version } from './platform/health.ts';
import { openapiOf } from './platform/openapi.ts';

/** The description of the interface as the text of docs/openapi.json. */
export const openapiText = (): string =>
  `${JSON.stringify(openapiOf([ground(''), ...rooms], version), null, 1)}\n`;

const [, script = '', target = 'docs/openapi.json'] = process.argv;
if (import.meta.url === pathToFileURL(script).href) writeFileSync(target, openapiText());
