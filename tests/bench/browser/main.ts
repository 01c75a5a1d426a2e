/**
 * The measurements under the fingers: the program in Chromium with 10,000 projects. Prints one line a figure with its goal and the
 * machine's load, since frames are only as quick as the machine is free. Called by `npm run bench -- fingers`.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildRenderer } from '../../../main/launch/renderer-build.ts'
import { openFromList, scrollList, searchList } from './list.ts'
import { createListWorkspace } from './list-workspace.ts'
import { openMeasuredPage } from './measured-page.ts'
import { startPlainPage } from './plain-start.ts'
import { typeInPlainPage } from './plain-typing.ts'
import { typeInTable } from './typing.ts'

const projects = 10_000
const workspace = createListWorkspace(projects)
const load = () => `${loadavg()[0]?.toFixed(2)} / ${cpus().length} 核`
console.log(`手感：Chromium 1366×768，${projects} 个项目；机器负荷 ${load()}`)
await buildRenderer(resolve(import.meta.dirname, '..', '..', '..'), () => undefined)
const plainStartMs = await startPlainPage()
const app = await openMeasuredPage(workspace.folder)
try {
  say('启动到列表', `${ms(app.serverMs + app.listMs)}（程序 ${ms(app.serverMs)}，页面 ${ms(app.listMs)}）`, '≤ 1200 ms')
  say('刚启动的浏览器画出一行中文', ms(plainStartMs), '（参照，多半是字体）')
  say('首页脚本（压缩后）', `${Math.round(firstPageBytes() / 1000)} kB`, '≤ 400 kB')
  for (const slower of [1, 4]) {
    const plain = await typeInPlainPage(app, slower)
    say(
      `只有一个输入框的空白页，处理器 ${speedName(slower)}`,
      `p50 ${ms(plain.p50Ms)} p99 ${ms(plain.p99Ms)}`,
      '（参照）',
    )
  }
  for (const [rows, id] of [
    [15, workspace.fifteen],
    [60, workspace.sixty],
  ] as const) {
    const opened = await openFromList(app, id)
    say(`打开 ${rows} 行的表`, `画出 ${ms(opened.paintMs)}，可输入 ${ms(opened.focusMs)}`, '≤ 50 / 100 ms')
    for (const slower of [1, 4]) {
      const typed = await typeInTable(app, id, slower)
      say(
        `按键到画面，${rows} 行，处理器 ${speedName(slower)}`,
        `打字 p50 ${ms(typed.letters.p50Ms)} p99 ${ms(typed.letters.p99Ms)}，回车 p50 ${ms(typed.commits.p50Ms)} p99 ${ms(typed.commits.p99Ms)}，` +
          `事件记录 p99 ${ms(typed.entriesP99Ms)}，每键工作 ${typed.workMs.toFixed(1)} ms，超过 50 ms 的任务 ${typed.longTasks} 个（最长 ${ms(typed.longestTaskMs)}）`,
        slower === 4 ? 'p99 ≤ 50 ms（15 行）' : rows === 15 ? 'p99 ≤ 16 ms' : 'p99 ≤ 30 ms',
      )
    }
  }
  const scrolled = await scrollList(app)
  say(
    '滚动一万个项目',
    `最长一帧 ${ms(scrolled.longestFrameMs)}，超过 50 ms 的 ${scrolled.framesOver50} 帧`,
    '没有超过 50 ms 的',
  )
  const searched = await searchList(app)
  say(
    '边打边搜',
    `中位 ${ms(searched.medianMs)}，最慢 ${ms(searched.worstMs)}，超过 50 ms 的任务 ${searched.longTasksMs.length} 个`,
    '≤ 50 ms',
  )
} finally {
  await app.close()
}
process.exit(0)

function say(what: string, figure: string, goal: string): void {
  console.log(`  ${what}：${figure}。目标 ${goal}；负荷 ${load()}`)
}

function speedName(slower: number): string {
  return slower === 1 ? '原速' : `慢 ${slower} 倍`
}

function ms(value: number): string {
  return `${Math.round(value)} ms`
}

/** What index.html loads before anything is opened: its entry and what that imports at once. */
function firstPageBytes(): number {
  const build = resolve(import.meta.dirname, '..', '..', '..', 'build', 'renderer')
  const assets = join(build, 'assets')
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const html = readFileSync(join(build, 'index.html'), 'utf8')
  const wanted = new Set(names.filter((name) => html.includes(name)))
  for (const name of wanted) {
    const text = readFileSync(join(assets, name), 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s*["`']\.\/([^"`']+\.js)["`']/g)].flatMap(
      (match) => match[1] ?? [],
    )
    for (const other of imports) if (names.includes(other)) wanted.add(other)
  }
  return [...wanted].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
}
