import { refuseAccess } from './access.js';
import { createForms } from './forms.js';
import { createRoutes } from './routes.js';
import type { Answers } from './sample/submission.js';

/** What a client needs to read the sample forms. */
export interface KoboAccess {
  /** The value after `Authorization: Token `. */
  readonly token: string;
  readonly forms: readonly { readonly uid: string; readonly name: string }[];
  /**
   * Sends one more submission for a form, dated now, as a phone in the field
   * would. Answers left out are filled in. Answers its `_id`.
   */
  submit(formUid: string, answers?: Partial<Answers>): number;
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

const token = 'sandbox-kobo-token';

/** A KoboToolbox with three sample forms and 300 submissions. */
export function createKobo({ baseUrl, now = Date.now }: KoboOptions): Kobo {
  const forms = createForms(now);
  const routes = createRoutes({
    forms: () => forms.all(),
    baseUrl,
    refuse: request =>
      refuseAccess(request.headers.get('authorization'), token),
  });
  return {
    handle: async request => routes.fetch(request),
    access: {
      token,
      forms: forms.all().map(({ region: { uid, name } }) => ({ uid, name })),
      submit: (formUid, answers = {}) => forms.submit(formUid, answers),
    },
    reset: () => forms.reset(),
  };
}
