/** The program's own invented examples, one file a form; the same files serve the README. */
import guangzhou from '../../resources/examples/guangzhou-panyu-2024.json' with { type: 'json' }
import hebei from '../../resources/examples/hebei-xinle-2024.json' with { type: 'json' }
import xinjiang from '../../resources/examples/xinjiang-korla-2023.json' with { type: 'json' }
import { checkFormRecords } from '../../../shared/model/check.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'

export function exampleFiles(): ReadFile[] {
  return [hebei, xinjiang, guangzhou].map((content, index) => {
    const checked = checkFormRecords(content)
    if (!checked.ok) throw new Error(`example ${index}: ${checked.path} ${checked.message}`)
    const source = { sheet: '', range: '' }
    const tables = checked.value.map((entry) => ({ ...entry, kind: 'target' as const, source, problems: [] }))
    return { file: `示例 ${index + 1}`, error: null, tables }
  })
}
