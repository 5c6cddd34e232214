#!/usr/bin/env node
// `npx fengqiao …` under whatever Node is at hand: the launcher makes the project ready and hands over to its own.
process.argv.splice(2, 0, '--', 'server/src/main.ts');
await import('../../scripts/bootstrap.mjs');
