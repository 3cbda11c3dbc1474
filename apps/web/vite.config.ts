import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** Address of the gateway during development of the page (`npx vite apps/web`). */
const services = process.env['WARREN_URL'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  // the gateway serves the page below this path, so that no route of it collides with the API
  base: '/app/',
  plugins: [
    react(),
    // the gateway serves these files as they are
    compression({ algorithms: ['gzip', 'brotliCompress'], threshold: 1024 }),
  ],
  build: {
    outDir: 'dist/page',
    // an inlined image could not be cached by itself, and the Content-Security-Policy allows no inlined fonts
    assetsInlineLimit: 0,
    target: 'es2023',
    // the polyfill is an inline script
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': services, '/auth': services, '/docs': services, '/openapi.json': services },
  },
});
