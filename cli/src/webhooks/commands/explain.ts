import type { ApiAnswer } from '../../api/get.js';
import { CliError } from '../../cli-error.js';

/** What Asana said, and what helps against it. */
export function explain(answer: ApiAnswer, what: string): CliError {
  const said = messageOf(answer);
  return new CliError(
    `${what}: status ${answer.status}${said === '' ? '' : `, ${said}`}`,
    fixFor(answer.status, said)
  );
}

function fixFor(status: number, said: string): string {
  if (/status code:? 403\b/i.test(said)) {
    return 'Something answers there, but does not know this webhook. If it is openfn-asana webhooks serve: was it started with the same --data as this command? Otherwise, something before it keeps Asana out.';
  }
  if (/handshake|remote server|activation/i.test(said)) {
    return 'Asana asks the address at once, before it makes the webhook. Start openfn-asana webhooks serve, open the address followed by /healthz from another network, and run the command again.';
  }
  if (/\bfilters: missing/i.test(said)) {
    return 'A webhook on a workspace, a team or a portfolio needs filters, such as --filter project:added project:deleted';
  }
  if (/duplicate/i.test(said)) {
    return 'See which one it is: npx openfn-asana webhooks list';
  }
  if (/target/i.test(said)) {
    return 'Give an address to --url that everybody on the internet can reach.';
  }
  if (status === 429) return 'Wait a minute and run the command again.';
  if (status >= 500) {
    return 'Asana has trouble, see https://status.asana.com. Run the command again later.';
  }
  if (status === 403) {
    return 'Log in with an account that may see the resource, and with the scopes webhooks:read, webhooks:write and webhooks:delete.';
  }
  return 'Check the gids and the filters of the command.';
}

function messageOf({ body }: ApiAnswer): string {
  const { errors } = (body ?? {}) as { errors?: { message?: unknown }[] };
  const message = Array.isArray(errors) ? errors[0]?.message : undefined;
  return typeof message === 'string' ? message.slice(0, 300) : '';
}
