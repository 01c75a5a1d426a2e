/** What the window process tells the launcher, one word in a file: see run-window.ts and main/app/life/launcher-sign.ts. */

/** The variable of the environment that names the file. */
export const signVariable = 'JIBIAO_WINDOW_SIGN'

/**
 * `asking`: a dialog waits for the person; `starting`: answered, the start goes on; `shown`: the page is on the screen;
 * `over`: it ends, and the person has been told or has chosen so.
 */
export type WindowSign = 'asking' | 'starting' | 'shown' | 'over'
