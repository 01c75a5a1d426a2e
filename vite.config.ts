/** The renderer's build, and the three test projects: `unit` (fast, in process), `system` (processes and files) and `e2e` (a real browser drives the browser host). */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'

/** Tests that start processes, kill them, feed them hostile files or try thousands of cases: part of `npm test`, too slow for `npm run check`. */
const systemTests = [
  'tests/faults/**/*.test.ts',
  'tests/host/**/*.test.ts',
  'tests/main/cli/**/*.test.ts',
  'tests/main/documents/{access,worker}/**/*.test.ts',
  'tests/main/documents/{pdf,print-fit,office-schema}.test.ts',
  'tests/renderer/editor/editor-operations.test.ts',
  'tests/shared/reading/any-grid.test.ts',
  'tests/reading/{drawn-otherwise,linear-expressions}.test.ts',
  'tests/round-trip.test.ts',
]

/** The entry asks for the list before the application is there (renderer/main.ts): the browser fetches both at once. */
const fetchFirstPageWithEntry: Plugin = {
  name: 'fetch-first-page-with-entry',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const page = Object.values(bundle).find((part) => part.type === 'chunk' && part.name === firstPage)
      if (page?.type !== 'chunk') throw new Error('the first page is no file of its own')
      const links = [
        ...[page.fileName, ...page.imports].map((file) => ['modulepreload', file]),
        ...[...(page.viteMetadata?.importedCss ?? [])].map((file) => ['stylesheet', file]),
      ]
      return links.map(([rel, file]) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      }))
    },
  },
}
const firstPage = 'first-page'

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), fetchFirstPageWithEntry],
  build: {
    outDir: '../build/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    // few files: what is asked for after the list waits for it
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'entry', test: /renderer\/main\.ts$/, priority: 2 },
            { name: firstPage, test: /renderer\/show-app\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    root: '.',
    projects: [
      {
        test: {
          name: 'unit',
          root: '.',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...systemTests],
          testTimeout: 30_000,
          isolate: false,
          // every core: most of it is work, and what waits leaves room for the others
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'system',
          root: '.',
          include: systemTests,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: '.',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // another program's window on a machine that is busy: tried once more, and .ci/run says which needed it
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
})
