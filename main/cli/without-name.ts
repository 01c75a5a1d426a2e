/** Messages about a file begin with its “name”; beside the name that would stand twice. */
export function withoutName(message: string, file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
  return message.replace(`“${file}”`, '').replace(`“${name}”`, '')
}
