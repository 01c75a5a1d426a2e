/**
 * How many steps a piece of work takes, counted and not timed: V8 counts how often each block of our own source ran (a call, a
 * turn of a loop). Work inside the engine and inside packages is not counted; expressions are judged in
 * tests/reading/linear-expressions.test.ts.
 */
import { Session } from 'node:inspector'
import type { Profiler } from 'node:inspector'

export interface StepCounter {
  /** The steps `work` takes; nothing else runs in this thread between two counts. */
  count: (work: () => void) => number
}

/** `isCounted`: by the address of a source file. */
export function createStepCounter(isCounted: (url: string) => boolean): StepCounter {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const taken = (): Profiler.ScriptCoverage[] => {
    let scripts: Profiler.ScriptCoverage[] = []
    session.post('Profiler.takePreciseCoverage', (_, answer) => {
      scripts = answer.result
    })
    return scripts
  }
  taken()
  return {
    count(work) {
      work()
      return taken()
        .filter(({ url }) => isCounted(url))
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
        .reduce((sum, count) => sum + count, 0)
    },
  }
}
