/**
 * Who may import whom: the architecture as data. `from` is a folder; the longest matching row rules a file. `may` lists
 * folders of the project (a file's own row is always allowed) and packages; `node:` stands for Node's own modules.
 * `types` may be imported as types only.
 */
export interface ImportRow {
  from: string
  may: string[]
  types?: string[]
}

/** What every page may use. */
const pageMay = [
  'shared',
  'renderer/ui',
  'renderer/calls',
  'renderer/shell',
  'renderer/files',
  'renderer/steps',
  'renderer/unsaved',
  'renderer/api.ts',
  'react',
  'antd',
  '@ant-design',
  'zustand',
  'pinyin-match',
  'htmlparser2',
  'diff',
]

/** The parts of the editor and the parts each stands on, from the ground up. Its own files stand above them all. */
const editorParts = [
  ['grid'],
  ['table', 'grid'],
  ['view', 'table', 'grid'],
  ['commands', 'view', 'table', 'grid'],
  ['clipboard', 'commands', 'view', 'table', 'grid'],
  ['find', 'commands', 'view', 'table', 'grid'],
  ['actions', 'find', 'clipboard', 'commands', 'view', 'table', 'grid'],
  ['sheet', 'actions', 'clipboard', 'commands', 'view', 'grid'],
  ['panels', 'actions', 'commands', 'view', 'table', 'grid'],
  ['bars', 'panels', 'actions', 'commands', 'view', 'table', 'grid'],
] as const

export const importTable: ImportRow[] = [
  { from: 'shared/model', may: [], types: ['shared/values/kind-id.ts'] },
  { from: 'shared/values', may: ['shared/model', 'big.js'], types: ['shared/templates'] },
  { from: 'shared/identity', may: ['shared/model', 'shared/values'] },
  { from: 'shared/compare', may: ['shared/model', 'shared/values', 'shared/identity'] },
  { from: 'shared/amounts', may: ['shared/model', 'shared/values', 'big.js'] },
  { from: 'shared/templates', may: ['shared/model', 'shared/values/kind-id.ts'], types: ['shared/values'] },
  {
    from: 'shared/layout',
    may: [
      'shared/model',
      'shared/values',
      'shared/identity',
      'shared/compare',
      'shared/amounts',
      'shared/templates/common-labels.ts',
      'get-east-asian-width',
    ],
    types: ['shared/templates'],
  },
  {
    from: 'shared/reading',
    may: [
      'shared/model',
      'shared/values',
      'shared/identity',
      'shared/compare',
      'shared/layout',
      'shared/templates/common-labels.ts',
    ],
    types: ['shared/templates'],
  },
  {
    from: 'shared/rules',
    may: ['shared/model', 'shared/values', 'shared/identity', 'shared/amounts', 'shared/templates'],
  },
  { from: 'shared/library', may: ['shared/model', 'shared/values', 'shared/templates'] },
  {
    from: 'shared/summary',
    may: ['shared/model', 'shared/values', 'shared/identity', 'shared/amounts', 'shared/templates', 'shared/layout'],
  },
  { from: 'shared/print', may: ['shared/layout'], types: ['shared/templates'] },
  {
    from: 'shared/ipc',
    may: ['shared/model', 'zod'],
    types: ['shared/layout', 'shared/templates', 'shared/rules', 'shared/identity', 'shared/compare'],
  },
  { from: 'main/files', may: ['node:'] },
  {
    from: 'main/store',
    may: [
      'shared/model',
      'shared/identity',
      'shared/values/text/normalize.ts',
      'main/files',
      'better-sqlite3',
      'node:',
    ],
  },
  {
    from: 'main/documents',
    may: [
      'shared/layout',
      'shared/model',
      'shared/print',
      'shared/reading',
      'shared/identity',
      'shared/templates',
      'shared/values',
      'main/files',
      'exceljs',
      'docx',
      'fflate',
      'saxes',
      'papaparse',
      'htmlparser2',
      'node:',
    ],
  },
  { from: 'main/handlers', may: ['shared', 'main/store', 'main/documents', 'main/resources', 'node:'] },
  { from: 'main/cli', may: ['main/handlers', 'shared', 'node:'] },
  { from: 'main/web', may: ['main/handlers', 'shared/ipc', 'shared/values', 'fflate', 'node:'] },
  { from: 'main/launch', may: ['main', 'shared', 'node:', 'vite', 'rolldown'] },
  { from: 'main/app', may: ['main', 'shared', 'electron', 'electron-log', 'node:'] },
  { from: 'main/preload', may: ['shared/ipc', 'electron'] },
  { from: 'main/main.ts', may: ['main', 'shared', 'electron', 'node:'] },
  ...['editor', 'projects', 'preview', 'settings', 'import'].map((page) => ({
    from: `renderer/${page}`,
    may: pageMay,
  })),
  ...editorParts.map(([part, ...below]) => ({
    from: `renderer/editor/${part}`,
    may: [...pageMay, ...below.map((one) => `renderer/editor/${one}`)],
  })),
  { from: 'renderer/line', may: ['shared'] },
  { from: 'renderer/api.ts', may: ['shared', 'renderer/line'] },
  {
    from: 'renderer/shell',
    may: [
      'shared',
      'renderer/ui',
      'renderer/calls',
      'renderer/api.ts',
      'renderer/line',
      'react',
      'antd',
      '@ant-design',
      'zustand',
    ],
  },
  {
    from: 'renderer/files',
    may: [
      'shared',
      'renderer/ui',
      'renderer/shell',
      'renderer/calls',
      'renderer/api.ts',
      'react',
      'antd',
      '@ant-design',
      'zustand',
    ],
  },
  {
    from: 'renderer/steps',
    may: ['shared', 'renderer/ui', 'renderer/shell', 'renderer/api.ts', 'react', 'antd', 'zustand'],
  },
  { from: 'renderer/calls', may: ['shared', 'renderer/api.ts', 'react'] },
  { from: 'renderer/unsaved', may: ['shared', 'renderer/ui', 'renderer/shell', 'renderer/api.ts', 'react', 'zustand'] },
  {
    from: 'renderer/ui',
    may: ['shared', 'renderer/api.ts', 'react', 'antd', '@ant-design', 'zustand', 'pinyin-match'],
  },
  { from: 'renderer', may: ['shared', 'renderer', 'react', 'react-dom', 'antd', '@ant-design', 'zustand'] },
]
