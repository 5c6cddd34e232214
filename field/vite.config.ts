import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { phoneBuild } from '../ui/vite/phone-build.ts';

export default defineConfig({ base: '/field/', plugins: [react()], ...phoneBuild(18352) });
