/** A size in bytes as people read it: 820 KB, 1.4 MB, 665 MB. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  if (megabytes < 1) return `${Math.max(1, Math.ceil(bytes / 1024))} KB`
  return megabytes < 10 ? `${megabytes.toFixed(1)} MB` : `${Math.round(megabytes)} MB`
}
