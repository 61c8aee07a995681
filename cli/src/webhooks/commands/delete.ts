import { CliError } from '../../cli-error.js';
import type { FileOptions } from '../../commands/refresh.js';
import type { Surroundings } from '../../surroundings.js';
import { answer } from '../../terminal/output.js';
import { findHook, removeHook } from '../store/hooks.js';
import { expectStore } from '../store/expect-store.js';
import { changeStore, type DataOptions } from '../store/with-store.js';
import { deleteWebhook } from './asana-webhooks.js';
import { openSession } from './session.js';

export interface DeleteOptions extends FileOptions, DataOptions {
  readonly json?: boolean;
}

/** Deletes a webhook at Asana, and then forgets it here. */
export async function deleteHook(
  surroundings: Surroundings,
  name: string,
  options: DeleteOptions
): Promise<void> {
  const session = await openSession(surroundings, options);
  await expectStore(surroundings, options);
  await changeStore(surroundings, options, async store => {
    const hook = findHook(store, name);
    const gid = hook === undefined ? name : hook.gid;
    if (hook === undefined && !/^\d+$/.test(name)) throw notFound();
    if (hook !== undefined && hook.baseUrl !== session.baseUrl) {
      throw otherAsana(hook.baseUrl);
    }
    const wasThere = gid !== undefined && (await deleteWebhook(session, gid));
    if (hook === undefined && !wasThere) throw notFound();
    if (hook !== undefined) removeHook(store, hook.id);
    const report = { id: hook?.id, gid, was_at_asana: wasThere };
    answer(
      surroundings,
      options.json === true
        ? JSON.stringify(report, null, 2)
        : wasThere
          ? `Deleted webhook ${gid}. A delivery that is under way may still come, and is refused.`
          : `Forgot webhook ${gid ?? name}, which Asana did not have any longer.`
    );
  });
}

const notFound = (): CliError =>
  new CliError(
    'There is no such webhook, neither here nor at Asana.',
    'See which there are: npx openfn-asana webhooks list'
  );

const otherAsana = (baseUrl: string): CliError =>
  new CliError(
    `The webhook belongs to ${baseUrl}, which the credential is not for.`,
    'Give the credential of that one with --file.'
  );
