/**
 * A file that cannot be used, as the person is told: which file, why, and what to do. The only error the readers of this
 * folder throw. Readers give the reason; readDocument adds the file's name (named()).
 */
export type FileProblemCode =
  | 'F-EMPTY' // nothing in it
  | 'F-CUT' // incomplete
  | 'F-DAMAGED' // the content breaks its own format
  | 'F-FOREIGN' // another kind of file, whatever its name says
  | 'F-PASSWORD' // encrypted
  | 'F-OLD' // .xls, .doc, .xlsb …: save in the new format
  | 'F-ENCODING' // bytes that are no text in any encoding we know
  | 'F-LARGE' // file, part or content over a limit (limits.ts)
  | 'F-BOMB' // tiny file that unpacks to a huge one
  | 'F-DOCTYPE' // XML with a document type declaration
  | 'F-NESTING' // nested too deeply
  | 'F-JSON' // not the .json this program writes
  | 'F-MISSING' // no such file, or a folder
  | 'F-SPECIAL' // a device, a pipe, a socket
  | 'F-DENIED' // the system refuses to open it
  | 'F-TIME' // took longer than the limit
  | 'F-MEMORY' // needed more memory than the limit
  | 'F-CANCELLED' // the person stopped it

export class FileProblem extends Error {
  readonly code: FileProblemCode
  /** The sentence without the file's name. */
  readonly reason: string

  constructor(code: FileProblemCode, reason: string, options?: ErrorOptions & { name?: string }) {
    super(options?.name === undefined ? reason : `“${options.name}”${reason}`, options)
    this.name = 'FileProblem'
    this.code = code
    this.reason = reason
  }
}

/** The problem with the file's name in its message. */
export function named(problem: FileProblem, name: string): FileProblem {
  return new FileProblem(problem.code, problem.reason, { name, cause: problem.cause })
}

/** Any error as a FileProblem: what a reader did not foresee is a damaged file to the person, and keeps its cause. */
export function toFileProblem(error: unknown): FileProblem {
  if (error instanceof FileProblem) return error
  return new FileProblem('F-DAMAGED', '的内容无法解析，文件可能已损坏。请用 Excel、WPS 或 Word 打开后另存一份再试。', {
    cause: error,
  })
}
