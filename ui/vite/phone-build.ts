import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

/** Calls of the contract that only build a description: an operation no screen uses is left out of the build. */
const pure = ['route', 'Shape', 'Type', 'Text', 'Maybe', 'OneOf', 'Page', 'Among'];

/** How both phone apps are built and tried: small for a weak network, and readable by a browser of three years ago. */
export const phoneBuild = (port: number): UserConfig => ({
  resolve: { alias: { typebox: fileURLToPath(new URL('./no-schemas.ts', import.meta.url)) } },
  build: {
    target: ['chrome111', 'safari16.4', 'firefox114'],
    assetsInlineLimit: 2048,
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake: { manualPureFunctions: pure } },
  },
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    proxy: { '/api': process.env['FENGQIAO_SERVER'] ?? 'http://127.0.0.1:3000' },
  },
});
