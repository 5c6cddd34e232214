import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the server listens while one works on the screens. */
const server = process.env['API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  // The map's worker is a module of its own; as a classic script it would stay blank.
  worker: { format: 'es' },
  build: { target: 'es2023', reportCompressedSize: true, chunkSizeWarningLimit: 1200 },
  server: { host: '127.0.0.1', proxy: { '/api': server } },
});
