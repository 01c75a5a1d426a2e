/** One run of one side of one case in this process; prints one line of JSON (CaseRun). Called by main.ts. */
import { pathToFileURL } from 'node:url'

export interface CaseRun {
  name: string
  /** The whole run, or the p99 where the case measures many small steps itself. */
  ms: number
  /** Of all threads; unlike `ms` not disturbed by other programs. null: the work is another program's. */
  cpuMs: number | null
  peakMb: number
  /** Of the files written, where files are written. */
  bytes: number | null
  /** Further figures of the case as text. */
  detail: string
}

/** What a side of a case may return. */
interface CaseResult {
  bytes?: number
  p99Ms?: number
  [figure: string]: unknown
}

interface BenchCase {
  name: string
  ours: () => Promise<CaseResult | void>
  plain: () => Promise<CaseResult | void>
  /** The work is done by programs the case starts. */
  worksElsewhere?: boolean
}

const [path = '', side] = process.argv.slice(2)
const bench = (await import(pathToFileURL(path).href)) as BenchCase // the shape every case has
const cpuStart = process.cpuUsage()
const start = performance.now()
const { bytes, ...figures } = (await (side === 'plain' ? bench.plain() : bench.ours())) ?? {}
const wallMs = performance.now() - start
const cpu = process.cpuUsage(cpuStart)
const run: CaseRun = {
  name: bench.name,
  ms: figures.p99Ms ?? wallMs,
  cpuMs: bench.worksElsewhere ? null : (cpu.user + cpu.system) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
  bytes: bytes ?? null,
  detail: Object.keys(figures).length === 0 ? '' : JSON.stringify(figures),
}
console.log(JSON.stringify(run))
