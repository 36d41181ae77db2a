import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  base: './',
  build: {
    target: 'es2022',
    // Nothing may be inlined: the content security policy allows what the server itself serves, and no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { output: { entryFileNames: 'app.js', chunkFileNames: 'part-[name].js', assetFileNames: '[name][extname]' } },
  },
});
