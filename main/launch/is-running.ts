/** Whether a process of this number is there: what one leaves behind is cleared away when it is not. */
export function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM' // somebody else's program
  }
}
