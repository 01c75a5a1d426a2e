/** `npm run build`: page and desktop bundles into build/. */
import { resolve } from 'node:path'
import { buildDesktop } from './desktop-build.ts'

await buildDesktop(resolve(import.meta.dirname, '..', '..'))
process.stdout.write('已生成 build/app 和 build/renderer。\n')
