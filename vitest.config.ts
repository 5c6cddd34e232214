import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that need no database: `scripts/check.ts` runs these alone. */
const unit = [
  'contract/**/*.test.ts',
  '{ui,console,resident,field}/**/*.test.{ts,tsx}',
  'miniprogram/*.test.js',
  'server/src/modules/*/domain/**/*.test.ts',
  'server/src/modules/*/domain.test.ts',
  'server/src/platform/calendar/**/*.test.ts',
  'server/src/architecture.test.ts',
  'trust/**/*.test.ts',
];

export default defineConfig({
  test: {
    isolate: false,
    // One for each core: the database works in processes of its own, so that a test waits for it half of its time.
    maxWorkers: '100%',
    passWithNoTests: false,
    // They end what hangs; nothing is measured by them, and a disk that many use may stand still for half a minute.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'unit', include: unit } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['server/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...unit],
          globalSetup: 'server/test/cluster.ts',
        },
      },
    ],
  },
});
