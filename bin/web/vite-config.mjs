// How the web app is built. There is no server of its own for developing: `vite build --watch` beside `npm start` is one origin,
// with the policy that also holds in the office.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `#libs/<floor>/<lib>`, as package.json says it of the compiled code, said for the sources. */
const libraries = (root) => ({
  name: 'vinhdanh-libraries',
  resolveId(id) {
    const [, place] = /^#libs\/(domain\/[\w-]+)$/.exec(id) ?? [];
    if (place === undefined) return undefined;
    const index = join(root, 'libs', place, 'src', 'index.ts');
    return existsSync(index) ? index : undefined;
  },
});

/** @param root the folder of the repository. */
export const viteConfig = (root) => ({
  root: join(root, 'apps', 'web'),
  configFile: false,
  envDir: false,
  publicDir: join(root, 'apps', 'web', 'public'),
  logLevel: 'warn',
  plugins: [libraries(root)],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: join(root, 'dist', 'web'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    sourcemap: false,
    // “use client” means nothing here: there is no other side.
    rolldownOptions: {
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
    // A data: URL in a style would be one more source that the policy has to name.
    assetsInlineLimit: 0,
    // Every browser that is let in knows it.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
  },
});
