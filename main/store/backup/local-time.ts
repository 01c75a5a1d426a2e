/** A moment as the machine's clock on the wall shows it. The zone is the machine's, asked here and nowhere else in the store. */

/** `2024-05-06T16:00:00.000+08:00`, of ISO 8601 in whatever zone; what is no time comes back as it is. */
export function localTime(iso: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  const offset = -time.getTimezoneOffset()
  const shifted = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${shifted}${offset < 0 ? '-' : '+'}${hours}:${minutes}`
}

/** `2024-05-06` */
export const localDay = (iso: string): string => localTime(iso).slice(0, 10)

/** For people: `2024-05-06 16:00` */
export const shownTime = (iso: string): string => localTime(iso).slice(0, 16).replace('T', ' ')

/** What is added to a time in UTC to get the machine's, for SQLite: `+08:00`. */
export const localOffset = (iso: string): string => localTime(iso).slice(23)
