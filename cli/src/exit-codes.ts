/** What a command ends with, for scripts to decide upon. */
export const exitCodes = {
  done: 0,
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Somebody has to log in, for the first time or again. */
  loggedOut: 3,
  /** Ctrl+C, as shells count it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
