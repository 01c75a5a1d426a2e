/** How much a browser may hand over for one import. The page looks before it sends, the program again while it receives. */
export const uploadLimits = {
  fileBytes: 20 * 1024 * 1024,
  files: 5000,
  totalBytes: 2 * 1024 * 1024 * 1024,
  /** A backup to restore from: a hundred thousand projects take 0.7 GB. */
  workspaceBytes: 8 * 1024 * 1024 * 1024,
} as const

/** Why the page did not send a file: it is still named and reported among the others. */
export type Unsent = 'large' | 'unreadable'
