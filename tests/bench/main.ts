/**
 * The measurements of the project: ours beside a plain program doing the same work. Every run is a process of its own, so that
 * peak memory is the run's; the figure is the median of three. A case is one file in cases/ that exports `name`, `ours` and
 * `plain`; what it needs before the clock starts, it makes at its top level.
 *
 *   npm run bench                   all cases
 *   npm run bench -- write docx     cases whose file name contains one of the words
 *   npm run bench -- fingers        the page in Chromium: keys, opening, scrolling, searching, start
 *   npm run bench -- --ours write   without the plain program, which takes most of the time
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CaseRun } from './run-case.ts'

const runs = 3
const heapMb = 6000
const folder = join(import.meta.dirname, 'cases')
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const onlyOurs = process.argv.includes('--ours')

if (words.includes('fingers')) {
  await import('./browser/main.ts') // ends the process
}

const files = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && (words.length === 0 || words.some((word) => file.includes(word))))
  .toSorted()

console.log(
  `每项取 ${runs} 次的中位数；时间单位毫秒，峰值内存单位 MB；比 = 我们 ÷ 普通程序；处理器比：同上，按处理器时间（机器忙时更可靠）`,
)
console.log(row(['项目', '我们', '普通', '比', '处理器比', '内存', '普通内存', '字节', '普通字节']))
for (const file of files) {
  const ours = measure(file, 'ours')
  const plain = onlyOurs ? null : measure(file, 'plain')
  const ratio = plain === null ? '' : (ours.ms / plain.ms).toFixed(3)
  console.log(
    row([
      `${basename(file, '.ts')} ${ours.name}`,
      number(ours.ms),
      number(plain?.ms),
      ratio,
      plain?.cpuMs && ours.cpuMs ? (ours.cpuMs / plain.cpuMs).toFixed(3) : '',
      number(ours.peakMb),
      number(plain?.peakMb),
      number(ours.bytes),
      number(plain?.bytes),
    ]),
  )
  if (ours.detail !== '') console.log(`    我们：${ours.detail}${plain === null ? '' : `\n    普通：${plain.detail}`}`)
}

/** The run with the median time; of memory the largest of the three. */
function measure(file: string, side: 'ours' | 'plain'): CaseRun {
  const done = Array.from({ length: runs }, () => {
    const child = spawnSync(
      process.execPath,
      [`--max-old-space-size=${heapMb}`, join(import.meta.dirname, 'run-case.ts'), join(folder, file), side],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const line = child.stdout.trim().split('\n').at(-1) ?? ''
    if (child.status !== 0 || line === '')
      throw new Error(`${file} (${side}) ended with ${child.status ?? child.signal}`)
    return JSON.parse(line) as CaseRun // written by run-case.ts
  }).toSorted((one, other) => one.ms - other.ms)
  const median = done[Math.floor(runs / 2)]
  if (median === undefined) throw new Error('no run')
  return { ...median, peakMb: Math.max(...done.map(({ peakMb }) => peakMb)) }
}

function row([name = '', ...figures]: string[]): string {
  return figures.map((figure) => figure.padStart(11)).join('') + `  ${name}`
}

function number(value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2)
}
