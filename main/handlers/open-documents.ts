/** Documents made from main/documents: read, recognise, extract; Layouts to bytes. */
import { checkRecord } from '../../shared/model/check.ts'
import { findTemplate, templates } from '../../shared/templates/index.ts'
import { emptyRecord } from '../../shared/model/project.ts'
import { renderHtml } from '../../shared/print/html.ts'
import { toFailure } from './refusal.ts'
import type { ReadTable } from '../../shared/ipc/types.ts'
import type { RawRecord } from '../documents/json/read.ts'
import type { PdfPrinter } from '../documents/pdf.ts'
import type { Documents } from './documents.ts'

/** The readers and writers are loaded when the first file needs them: the program starts without them. */
export function openDocuments(pdf: PdfPrinter): Documents {
  return {
    async read({ name, path }) {
      try {
        const { readDocumentFile } = await import('../documents/read.ts')
        const { grids, records } = await readDocumentFile(path)
        if (records) return { file: name, error: null, tables: records.map(toTable) }
        const { readGrid } = await import('../../shared/layout/read-grid.ts')
        return { file: name, error: null, tables: grids.flatMap((grid) => readGrid(grid, templates)) }
      } catch (thrown) {
        const error = toFailure(thrown)
        if (!error) throw thrown
        return { file: name, error, tables: [] }
      }
    },
    async write(format, layouts, options) {
      const { title, contents, createdAt } = options
      if (format === 'html') return new TextEncoder().encode(toHtml(layouts, { title, contents }))
      if (format === 'pdf') return pdf(toHtml(layouts, { title, contents }), { signal: options.signal })
      const volume = {
        title,
        contents,
        createdAt,
        ...(options.onProgress && { onProgress: options.onProgress }),
        ...(options.onProblem && { onProblem: options.onProblem }),
        ...(options.signal && { signal: options.signal }),
      }
      if (format === 'xlsx') return (await import('../documents/xlsx/write.ts')).writeXlsx(layouts, volume)
      return (await import('../documents/docx/write.ts')).writeDocx(layouts, volume)
    },
    toHtml,
    close: async () => {},
  }
}

const toHtml: Documents['toHtml'] = (layouts, { title, contents }) =>
  renderHtml(layouts, { title, contents, cover: false })

/** An entry of a .json file; a record that is none becomes an empty table with a problem that says where. */
function toTable({ template, record }: RawRecord): ReadTable {
  const checked = checkRecord(record)
  const problem = checked.ok
    ? []
    : [
        {
          code: 'F-JSON',
          severity: 'error' as const,
          path: '',
          message: `文件里的这一条不是绩效目标表（${checked.path || '整条'}：${checked.message}），没有读取。`,
          basis: '',
        },
      ]
  return {
    template: template !== null && findTemplate(template) ? template : null,
    kind: checked.ok ? 'target' : 'unknown',
    source: { sheet: '', range: '' },
    record: checked.ok ? checked.value : emptyRecord(),
    problems: problem,
  }
}
