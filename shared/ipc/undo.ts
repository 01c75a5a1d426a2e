/** TAKING A STEP BACK that made or changed many projects at once: an import, a copy, another form, another year. */
import { z } from 'zod'
import { id, job, most, call, gives } from './input.ts'

/** What a step did: the versions it has made, and the projects that came new. */
export interface Undo {
  updated: { id: string; version: number }[]
  added: string[]
}

export const undoCalls = {
  /**
   * What was changed has again the content, form and year of before, what came new goes into the recycle bin. All or nothing;
   * `conflict` where somebody has gone on working on one of them since.
   */
  'projects.undo': call(
    z
      .object({
        updated: z.array(z.object({ id, version: z.int().min(2) }).strict()).max(most),
        added: z.array(id).max(most),
        job,
      })
      .strict(),
    gives<{ count: number; ids: string[] }>(),
  ),
}
