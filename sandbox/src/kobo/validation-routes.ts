import type { Context, Hono } from 'hono';
import type { Account } from './accounts.js';
import type { Forms } from './forms.js';
import { isValidationStatus, toValidation } from './validation.js';

export interface ValidationOptions {
  readonly forms: Forms;
  readonly accountOf: (context: Context) => Account;
  readonly now: () => number;
}

const forbidden = {
  detail: 'You do not have permission to perform this action.',
};
const notFound = { detail: 'Not found.' };

/**
 * Reading and setting the validation status of submissions, as KPI, the server
 * of KoboToolbox, does in `kpi/views/v2/data.py` and
 * `kpi/deployment_backends/openrosa_backend.py`.
 */
export function addValidationRoutes(
  app: Hono,
  { forms, accountOf, now }: ValidationOptions
): void {
  const path = '/:uid/data/:id/validation_status';
  const place = (context: Context) => ({
    form: context.req.param('uid') ?? '',
    id: Number(context.req.param('id')),
  });

  app.get(path, context => {
    const { form, id } = place(context);
    const found = forms.find(form, id);
    return found
      ? context.json(found.validation ?? {})
      : context.json(missing(id), 404);
  });

  app.on(['PATCH', 'DELETE'], path, async context => {
    const { form, id } = place(context);
    const account = accountOf(context);
    if (!account.mayValidate) return context.json(forbidden, 403);
    if (!forms.find(form, id)) return context.json(missing(id), 404);
    if (context.req.method === 'DELETE') {
      forms.validate(form, [id], undefined);
      return context.body(null, 204);
    }
    const { 'validation_status.uid': uid } = await readObject(context);
    if (!isValidationStatus(uid)) {
      return context.json(
        { detail: `Invalid validation status: \`${shown(uid)}\`` },
        400
      );
    }
    const validation = toValidation(uid, account.username, now());
    forms.validate(form, [id], validation);
    return context.json(validation);
  });

  app.on(
    ['PATCH', 'DELETE'],
    '/:uid/data/validation_statuses',
    async context => {
      const { form } = place(context);
      const account = accountOf(context);
      if (!forms.all().some(({ region }) => region.uid === form)) {
        return context.json(notFound, 404);
      }
      if (!account.mayValidate) return context.json(forbidden, 403);
      const { payload } = await readObject(context);
      if (!isRecord(payload)) {
        return context.json({ payload: ['This field is required.'] }, 400);
      }
      const { submission_ids: ids, 'validation_status.uid': uid } = payload;
      // KPI takes a query, or `confirm` for all, in place of a list of numbers.
      if (!Array.isArray(ids) || ids.length === 0) {
        return context.json(
          { payload: ['`submission_ids` must not be empty'] },
          400
        );
      }
      if (uid === undefined) {
        return context.json(
          { payload: ['No `validation_status.uid` provided'] },
          400
        );
      }
      // Of many, an unknown status takes away the one that is there.
      const count = forms.validate(
        form,
        ids.map(Number),
        isValidationStatus(uid)
          ? toValidation(uid, account.username, now())
          : undefined
      );
      return context.json({ detail: `${count} submissions have been updated` });
    }
  );
}

const missing = (id: number) => ({
  detail: `No submission found with ID: ${id}`,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** KPI is written in Python, where nothing is `None`. */
const shown = (value: unknown) =>
  value === undefined || value === null
    ? 'None'
    : JSON.stringify(value).replace(/^"|"$/g, '');

async function readObject(context: Context): Promise<Record<string, unknown>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  return isRecord(body) ? body : {};
}
