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

/** 2024-03-08 10:32:05: several versions are saved in a minute */
export function exactTime(iso: string): string {
  return `${dateTime(iso).slice(0, -5)}${clockTime(iso)}`
}

/** 今天 10:32, 昨天 10:32, 5 天前; by the days of the calendar. */
export function timeAgo(iso: string, now = new Date()): string {
  const time = new Date(iso)
  const hour = `${two(time.getHours())}:${two(time.getMinutes())}`
  const days = dayNumber(now) - dayNumber(time)
  if (days <= 0) return `今天 ${hour}`
  return days === 1 ? `昨天 ${hour}` : `${days} 天前`
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** 今天 10:32, 昨天 10:32, 周三 11月25日 10:32, 3月8日 10:32, 2023年3月8日 10:32: a moment of the past that is looked for in a list. */
export function momentWords(iso: string, now = new Date()): string {
  const time = new Date(iso)
  const hour = `${two(time.getHours())}:${two(time.getMinutes())}`
  const days = dayNumber(now) - dayNumber(time)
  if (days === 0) return `今天 ${hour}`
  if (days === 1) return `昨天 ${hour}`
  const day = `${time.getMonth() + 1}月${time.getDate()}日 ${hour}`
  if (days > 1 && days < 7) return `${weekdays[time.getDay()] ?? ''} ${day}`
  return time.getFullYear() === now.getFullYear() ? day : `${time.getFullYear()}年${day}`
}

/** Days of the local calendar, free of the hours a change of clocks takes away. */
const dayNumber = (time: Date): number =>
  Math.round(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / 86_400_000)

/** The years a table is likely to be of, the likeliest first. */
export const yearsAround = (): string[] => [1, 0, -1, -2].map((by) => String(new Date().getFullYear() + by))

/** The year budgets are made for now. */
export const nextYear = (): string => String(new Date().getFullYear() + 1)
