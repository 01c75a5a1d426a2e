/** Tries a range of mutants in a thread of their own; one that does not answer is ended, noted and passed. */
import { Worker } from 'node:worker_threads'
import type { MutantReport } from './mutant-thread.ts'

export interface MutantRun {
  tried: number
  /** How often each answer came: read, nothing, F-… */
  outcomes: Record<string, number>
  hung: string[]
  wrong: string[]
  /** The most steps for what was pasted, as a share of what is allowed, and which mutant it was. */
  most: { mutant: number; steps: number; cells: number; characters: number; share: number }
}

/** A file is given up after so long (targets.md): of work, as the machine may have others to do. */
const patienceMs = 10_000
/** Looked at so often. A thread that does nothing at all is waited for this many times. */
const lookMs = 1000
const mostLooks = 300

/** Steps a paste may take: so many for the form it goes onto, for each cell and for each character of the clipboard. */
export const allowedSteps = ({ cells, characters }: { cells: number; characters: number }): number =>
  150_000 + 400 * cells + 20 * characters

export async function runMutants(
  from: number,
  to: number,
  progress: (done: number) => void = () => {},
): Promise<MutantRun> {
  const run: MutantRun = {
    tried: 0,
    outcomes: {},
    hung: [],
    wrong: [],
    most: { mutant: -1, steps: 0, cells: 0, characters: 0, share: 0 },
  }
  for (let next = from; next < to;) next = await runUntilHang(next, to, run, progress)
  return run
}

/** Answers the number to go on with: `to`, or the one behind the mutant that hung or ended the thread. */
function runUntilHang(from: number, to: number, run: MutantRun, progress: (done: number) => void): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('mutant-thread.ts', import.meta.url), { workerData: { from, to } })
    let current = { mutant: from, name: 'before the first' }
    let looks = 0
    let begun = process.cpuUsage()
    let patience = 6 * patienceMs // the good files are made first
    const timer = setInterval(() => {
      const { user } = process.cpuUsage(begun)
      looks += 1
      if (user / 1000 > patience || looks > mostLooks) end('does not answer')
    }, lookMs)
    const end = (why: string | null) => {
      clearInterval(timer)
      if (why !== null) run.hung.push(`${current.mutant} ${current.name}: ${why}`)
      worker.removeAllListeners()
      worker.on('error', () => {})
      void worker.terminate().then(() => resolve(why === null ? to : current.mutant + 1))
    }
    worker.on('message', (report: MutantReport) => {
      if (report.is === 'done') return end(null)
      if (report.is === 'wrong') return void run.wrong.push(`${report.mutant} ${report.name}: ${report.what}`)
      looks = 0
      begun = process.cpuUsage()
      patience = patienceMs
      if (report.is === 'begins') current = report
      else noteTried(run, report, progress)
    })
    worker.on('error', (error) => end(error.stack ?? error.message))
  })
}

function noteTried(
  run: MutantRun,
  report: Extract<MutantReport, { is: 'tried' }>,
  progress: (done: number) => void,
): void {
  run.tried += 1
  run.outcomes[report.outcome] = (run.outcomes[report.outcome] ?? 0) + 1
  const share = report.steps / allowedSteps(report)
  if (share > run.most.share) {
    const { mutant, steps, cells, characters } = report
    run.most = { mutant, steps, cells, characters, share }
  }
  progress(run.tried)
}
