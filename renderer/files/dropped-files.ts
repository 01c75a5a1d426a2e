/**
 * What was dropped on the page as files with names: a folder gives the files in it and below, as the program itself takes
 * them from a folder (no hidden ones, no lock files of Office). The desktop window hands folders over as they are.
 */
import { isDesktop } from '../api.ts'
import type { PickedFile } from '../api.ts'

const maximumDepth = 20

/** Call while the drop is handled: afterwards the browser forgets what was dropped. */
export async function droppedFiles({ files, items }: DataTransfer): Promise<PickedFile[]> {
  const plain = [...files].map((file): PickedFile => ({ name: file.name, file }))
  if (isDesktop()) return plain
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (!entries.some((entry) => entry.isDirectory)) return plain
  const picked: PickedFile[] = []
  for (const entry of entries) await addEntry(picked, entry, entry.name, 0)
  return picked
}

async function addEntry(picked: PickedFile[], entry: FileSystemEntry, name: string, depth: number): Promise<void> {
  if (isFileEntry(entry)) {
    picked.push({ name, file: await new Promise<File | null>((found) => entry.file(found, () => found(null))) })
    return
  }
  if (!isFolderEntry(entry) || depth > maximumDepth) return
  const entries = await entriesOf(entry)
  if (!entries) picked.push({ name, file: null })
  for (const below of entries ?? []) {
    if (!/^(?:\.|~\$)/.test(below.name)) await addEntry(picked, below, `${name}/${below.name}`, depth + 1)
  }
}

/** In the order of names; null where the folder cannot be looked into. The browser gives them a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[] | null> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[] | null>((found) => reader.readEntries(found, () => found(null)))
    if (!some) return null
    if (some.length === 0) return all.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    all.push(...some)
  }
}

const isFileEntry = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
