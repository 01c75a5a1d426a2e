/** Second answers to a question that has a home (question-table.ts), found in source read as text. */
import type { QuestionRow } from './question-table.ts'

export interface Source {
  /** Path from the project's root, with `/`. */
  file: string
  text: string
}

/** Without comments; what stands in strings stays, also a `//` of an address. */
export const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<=^|\s)\/\/.*$/gm, '')

const declaration = /^(export\s+)?(?:async\s+)?(?:function\*?|const|let|class)\s+(\w+)/gm

/** `file`: where the text stands. */
export function isAnswer({ declares, exports, holds, within }: QuestionRow, { file, text }: Source): boolean {
  const source = withoutComments(text)
  const names = [...source.matchAll(declaration)].map(([, isExported, name = '']) => ({ isExported, name }))
  const isWithin = within === undefined || within.some((room) => file.startsWith(`${room}/`))
  return (
    names.some(({ isExported, name }) => declares?.test(name) || (isExported !== undefined && exports?.test(name))) ||
    (isWithin && (holds?.test(source) ?? false))
  )
}

/** Sentences: who answers what somebody else decides; also exceptions that are none any more. */
export function secondAnswers(table: readonly QuestionRow[], sources: readonly Source[]): string[] {
  return table.flatMap((row) => {
    const excepted = Object.keys(row.except ?? {})
    const answering = sources.filter((source) => isAnswer(row, source)).map(({ file }) => file)
    const second = answering.filter((file) => file !== row.home && !excepted.includes(file))
    return [
      ...second.map((file) => `${file} answers “${row.question}”, which ${row.home} decides`),
      ...excepted
        .filter((file) => !answering.includes(file))
        .map((file) => `${file} is an exception to “${row.question}” and needs none`),
    ]
  })
}
