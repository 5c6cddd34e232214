import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { phoneBuild } from '../ui/vite/phone-build.ts';
import { shell } from '../ui/vite/shell.ts';

const keeps = shell({
  others: ['/api/', '/console/', '/field/', '/open311/'],
  kept: ['/api/services', '/api/units', '/api/grids/areas', '/api/grids/base'],
});

export default defineConfig({ base: '/', plugins: [react(), keeps], ...phoneBuild(18350) });
