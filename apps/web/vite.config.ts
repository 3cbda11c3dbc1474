import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** Where the services answer while the page is being changed (`npx vite apps/web`). */
const services = process.env['WARREN_URL'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  // the gateway serves the page below this path, so that no route of it can meet one of the API
  base: '/app/',
  plugins: [
    react(),
    // the gateway sends these as they lie there
    compression({ algorithms: ['gzip', 'brotliCompress'], threshold: 1024 }),
  ],
  build: {
    outDir: 'dist/page',
    // a picture inside the script could not be cached by itself, and the policy allows no fonts
    assetsInlineLimit: 0,
    target: 'es2023',
    // it would write an inline script
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', proxy: { '/api': services, '/docs': services, '/openapi.json': services } },
});
