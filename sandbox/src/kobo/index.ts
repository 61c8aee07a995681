import { identify } from './access.js';
import { ownerAccount, viewerAccount } from './accounts.js';
import { createForms } from './forms.js';
import { createRoutes } from './routes.js';
import type { Answers } from './sample/submission.js';
import { toValidation, type ValidationStatus } from './validation.js';

/** What a client needs to read the sample forms. */
export interface KoboAccess {
  /** The value after `Authorization: Token `. */
  readonly token: string;
  /** Of somebody who may see the submissions and not validate them. */
  readonly viewerToken: string;
  readonly forms: readonly { readonly uid: string; readonly name: string }[];
  /**
   * Sends one more submission for a form, dated now, as a phone in the field
   * would. Answers left out are filled in. Answers its `_id`.
   */
  submit(formUid: string, answers?: Partial<Answers>): number;
  /** Changes answers of a submission, as an enumerator does in KoboToolbox. */
  edit(formUid: string, id: number, answers: Partial<Answers>): void;
  /** Sets the validation status by hand; `null` takes it away. */
  validate(
    formUid: string,
    id: number,
    status: ValidationStatus | null,
    byWhom?: string
  ): void;
  /** Deletes a submission. */
  remove(formUid: string, id: number): void;
}

export interface Kobo {
  /** Answers whatever is below `/api/v2`. Pure: it opens no socket. */
  handle(request: Request): Promise<Response>;
  readonly access: KoboAccess;
  /** Back to the sample. */
  reset(): void;
}

export interface KoboOptions {
  /** The origin in the links of the answers. */
  readonly baseUrl: () => string;
  readonly now?: () => number;
}

/** A KoboToolbox with three sample forms and 300 submissions. */
export function createKobo({ baseUrl, now = Date.now }: KoboOptions): Kobo {
  const forms = createForms(now);
  const accounts = [ownerAccount, viewerAccount];
  const routes = createRoutes({
    forms,
    baseUrl,
    now,
    identify: request =>
      identify(request.headers.get('authorization'), accounts),
  });
  return {
    handle: async request => routes.fetch(request),
    access: {
      token: ownerAccount.token,
      viewerToken: viewerAccount.token,
      forms: forms.all().map(({ region: { uid, name } }) => ({ uid, name })),
      submit: (formUid, answers = {}) => forms.submit(formUid, answers),
      edit: (formUid, id, answers) => forms.edit(formUid, id, answers),
      validate(formUid, id, status, byWhom = 'maria_field') {
        const validation = status
          ? toValidation(status, byWhom, now())
          : undefined;
        if (forms.validate(formUid, [id], validation) > 0) return;
        throw new RangeError(`The form "${formUid}" has no submission ${id}`);
      },
      remove: (formUid, id) => forms.remove(formUid, id),
    },
    reset: () => forms.reset(),
  };
}
