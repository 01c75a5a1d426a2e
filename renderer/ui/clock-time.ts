/** Times as people read them, in the machine's own zone. */
const two = (value: number): string => String(value).padStart(2, '0')

/** 10:32:05 */
export function clockTime(iso: string): string {
  const time = new Date(iso)
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`
}

/** 2024-03-08 10:32 */
export function dateTime(iso: string): string {
  const time = new Date(iso)
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`
}

/** The year budgets are made for now. */
export const nextYear = (): string => String(new Date().getFullYear() + 1)
