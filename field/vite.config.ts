import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { phoneBuild } from '../ui/vite/phone-build.ts';
import { shell } from '../ui/vite/shell.ts';

/** What a cheap phone loads before it works alone. */
const MOST_SHELL_BYTES = 250 * 1024;

export default defineConfig({
  base: '/field/',
  plugins: [react(), shell({ most: MOST_SHELL_BYTES, later: ['assets/jsQR'] })],
  ...phoneBuild(18352),
});
