import { readArguments, usage } from './command/arguments.js';
import { listProjects } from './command/projects.js';
import { UsageError } from './command/usage-error.js';
import { welcome } from './command/welcome.js';
import type { SandboxOptions } from './options.js';
import { startSandbox } from './sandbox.js';

async function run(args: readonly string[]): Promise<void> {
  const options = readArguments(args);
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const sandbox = await startSandbox(options).catch(error => {
    throw explain(error, options);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void sandbox.close());
  process.stdout.write(welcome(sandbox, await listProjects(sandbox)));
}

function explain(error: NodeJS.ErrnoException, { port }: SandboxOptions) {
  const sentence = {
    EADDRINUSE: `Port ${port} is taken: choose another with --port, or --port 0 for any free one.`,
    EACCES: `Port ${port} is not allowed to this user: choose one above 1023 with --port.`,
    ERR_SOCKET_BAD_PORT: `--port must be at most 65535, not ${port}.`,
  }[error.code ?? ''];
  return sentence === undefined ? error : new UsageError(sentence);
}

run(process.argv.slice(2)).catch(error => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
});
