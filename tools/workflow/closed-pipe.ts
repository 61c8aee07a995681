/**
 * Lets a command finish without output when nobody reads it any more, as after
 * `| head -2`. Node.js would end it in the middle, with a stack trace.
 */
export function surviveClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
