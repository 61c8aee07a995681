import { CliError } from '../../cli-error.js';
import { oweCatchUp, owesCatchUp } from '../store/catch-ups.js';
import { setGid, type Hook } from '../store/hooks.js';
import { secretsOf } from '../store/secrets.js';
import { deleteWebhook, lookFor, type AsanaWebhook } from './asana-webhooks.js';
import { catchUp, type CatchingUp, type CatchUp } from './catch-up.js';
import { decide } from './decide.js';
import { stateOf } from './judge.js';
import { makeHook } from './make-hook.js';

/** What became of a hook. */
export interface Mended {
  readonly gid: string;
  readonly isMadeAgain: boolean;
  readonly caughtUp?: CatchUp;
}

/**
 * Makes a hook again where Asana has given it up, and then catches up. That is
 * owed from before it is made: nothing is missed if this ends in between.
 */
export async function mendHook(
  parts: CatchingUp,
  hook: Hook,
  webhook: AsanaWebhook | undefined
): Promise<Mended> {
  const { store, session, surroundings } = parts;
  const gid = webhook?.gid ?? hook.gid;
  const look = gid === undefined ? 'gone' : await lookUnlessListed();
  const decision = decide({
    isListed: webhook !== undefined,
    look,
    hasSecret: secretsOf(store, hook.id).length > 0,
    isInactive: webhook !== undefined && stateOf(webhook) === 'inactive',
  });
  if (decision === 'leave') throw hidden(hook);
  if (decision === 'keep') {
    setGid(store, hook.id, { gid: gid! });
    return afterwards(gid!, false);
  }
  oweCatchUp(store, hook.id);
  if (decision === 'replace') await deleteWebhook(session, gid!);
  const { now } = surroundings;
  return afterwards(await makeHook({ store, session, now }, hook), true);

  async function lookUnlessListed(): Promise<'there' | 'gone' | 'hidden'> {
    return webhook === undefined ? lookFor(session, gid!) : 'there';
  }

  async function afterwards(made: string, isMadeAgain: boolean) {
    return {
      gid: made,
      isMadeAgain,
      ...(owesCatchUp(store, hook.id) && {
        caughtUp: await catchUp(parts, hook),
      }),
    };
  }
}

const hidden = ({ gid }: Hook): CliError =>
  new CliError(
    `Asana does not show webhook ${gid} to this login: another one has made it.`,
    'Log in as the one who made it, or delete it there, and here with npx openfn-asana webhooks delete.'
  );
