/** Whether a process of this id runs on this machine. */
export function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM' // somebody else's program
  }
}
