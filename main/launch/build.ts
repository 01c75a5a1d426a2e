/** `npm run build`: page and desktop bundles into build/. */
import { resolve } from 'node:path'
import { buildDesktop } from './desktop-build.ts'

const isNew = await buildDesktop(resolve(import.meta.dirname, '..', '..'))
process.stdout.write(isNew ? '已生成 build/app 和 build/renderer。\n' : 'build/app 和 build/renderer 已是最新。\n')
