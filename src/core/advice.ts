import { count } from './count.js';

/** What is known of an answer that was not a success. */
export interface Refusal {
  readonly method: string;
  readonly path: string;
  readonly statusCode: number;
  readonly messages: readonly string[];
  /** In seconds. */
  readonly retryAfter?: number | undefined;
  /** The whole address that was asked. */
  readonly url?: string;
}

interface Advice {
  readonly when: (refusal: Refusal) => boolean;
  readonly fix: string | ((refusal: Refusal) => string);
}

const status =
  (code: number, text?: RegExp) =>
  ({ statusCode, messages }: Refusal): boolean =>
    statusCode === code &&
    (text === undefined || messages.some(message => text.test(message)));

/** Nobody counts an hour in seconds. */
const inWords = (seconds: number): string =>
  seconds <= 120
    ? count(seconds, 'second')
    : count(Math.ceil(seconds / 60), 'minute');

/** The adaptor knows one version, and "apiVersion" may ask for another. */
const versionIn = (url = ''): string | undefined =>
  /^https?:\/\/[^/]+\/api\/([^/]+)\//.exec(url)?.[1];

/**
 * What a job writer can do, from the special to the general: the first that
 * applies is given. The texts of Asana are those of its live answers.
 */
const advices: readonly Advice[] = [
  {
    when: status(400, /not on given object/i),
    fix: 'The task is in no project that has this field: add the field to the project of the task (Customize, then Fields, in Asana), or leave it out. In createTask, updateTask and upserts the name of the field will do in place of its gid.',
  },
  {
    when: status(400, /^(enum_value|multi_enum_values?)\b/i),
    fix: 'A field that is given by its gid takes the gid of an option, and one with several options a list of gids. Give the name of the field instead, and the name of the option will do. All options are at /projects/<gid>/custom_field_settings.',
  },
  {
    when: status(400, /^(text|number|date|people)_value\b/i),
    fix: 'A custom field has a value of another type or a text over 1,024 characters. Text is "…", a number 12.5, a date { date: "2026-03-05" }, people a list of gids or e-mail addresses. Where the field is given by its name, values are converted.',
  },
  {
    when: status(400, /Value is not a string/i),
    fix: 'Send this field as text: String(value). Leave it out when there is nothing to send.',
  },
  {
    when: status(400, /Value is not a (boolean|number)/i),
    fix: 'Send true, false or a number without quotes. A form delivers text: write Number(value), or value === "true".',
  },
  {
    when: status(400, /Not a valid GID type/i),
    fix: 'A gid is a text: write it in quotes, as "1206933955023739". Of an object in state you want its gid, as $.data.gid.',
  },
  {
    when: status(400, /Date must be in ISO-8601/i),
    fix: 'Write a day as "2026-03-05", with the year first.',
  },
  {
    when: status(400, /Not a recognized ID/i),
    fix: 'A gid is a text of digits, such as "1206933955023739": open the object in Asana and copy the number from the address.',
  },
  {
    when: status(400, /wrap object properties in a data object/i),
    fix: 'With request(), wrap what you send: { body: { data: { … } } }.',
  },
  {
    when: status(400, /Cannot write this property/i),
    fix: 'Asana has no such field, or does not change it this way. The fields are listed at https://developers.asana.com/reference (projects: ["…"], not project); projects, tags and followers of a task that exists are changed by actions such as addProject and addTag.',
  },
  {
    when: status(400, /too large.*pagination/i),
    fix: 'Add "limit" (1 to 100) to the query, or use getTasks(), which reads page by page.',
  },
  {
    // https://developers.asana.com/docs/errors: on the last page of a set of
    // tens of thousands.
    when: status(400, /truncated/i),
    fix: 'Asana cannot list so much to its end. Ask for less at a time: with completed_since or modified_since, or section by section.',
  },
  {
    when: status(400, /pagination token/i),
    fix: 'An offset is valid for a short time and for the same query only. Read the list again from the start.',
  },
  {
    when: status(400, /specify one of workspace, parent, projects/i),
    fix: 'Say where the task belongs: add projects: ["…"], workspace: "…" or parent: "…".',
  },
  {
    when: status(401),
    fix: 'The token is wrong, was revoked, or the workspace blocks the app. Make a new personal access token at https://app.asana.com/0/my-apps and put it into the "token" field of the credential.',
  },
  {
    when: refusal => status(402)(refusal) && /\/search$/.test(refusal.path),
    fix: 'Search needs a paid Asana plan. On a free plan read the project with getTasks() and look for the task there, or use upsertTask(), which does so by itself.',
  },
  {
    when: status(402),
    fix: 'This needs a paid Asana plan. Custom fields, for one, cannot be used with a free plan or as a guest.',
  },
  {
    when: status(403, /Duplicated webhook/i),
    fix: 'There is a webhook for this already: webhooks.getWebhooks({ workspace: "…" }) lists it. Keep it, or delete it first.',
  },
  {
    when: status(403, /scope/i),
    fix: 'The app that you logged in with lacks a permission. The docs of the operation name the scope: add it to the app in Asana, and log in again.',
  },
  {
    when: status(403),
    fix: 'The user of the token may not do this. Share the project with that user in Asana, with the right to edit, or use the token of somebody who has it.',
  },
  {
    when: refusal =>
      status(404, /No matching route/i)(refusal) &&
      (versionIn(refusal.url) ?? '1.0') !== '1.0',
    fix: ({ url }) =>
      `The credential asks for version "${versionIn(url)}" of Asana's API, and Asana knows "1.0" only. Write "apiVersion": "1.0" in the credential, or leave it out.`,
  },
  {
    when: status(404, /No matching route/i),
    fix: 'Asana has no such path or method. Paths are listed at https://developers.asana.com/reference; leave out /api/1.0.',
  },
  {
    when: status(404),
    fix: 'Check the gid: open it in Asana and copy the number from the address. It may be deleted, of another kind, or not shared with the user of the token.',
  },
  {
    when: refusal => status(413)(refusal) && refusal.path === '/attachments',
    fix: 'Asana takes files of up to 100 MB. Give a smaller one, or put its address into a comment.',
  },
  {
    when: status(413),
    fix: 'Send less at once: shorter texts, or fewer rows in one request.',
  },
  {
    when: status(412),
    fix: 'The sync token is too old or was never valid. Read everything once, then go on with the new token in "body.sync" of this error.',
  },
  {
    when: status(429),
    fix: ({ retryAfter }) =>
      `Asana allows no more requests for now. Run the job again ${retryAfter ? `in ${inWords(retryAfter)}` : 'in some minutes'}, and make it send fewer requests, for instance by asking for more with opt_fields.`,
  },
  {
    when: status(451),
    fix: 'Asana blocks the place that this request came from for legal reasons. Ask whoever runs your OpenFn where it runs.',
  },
  {
    when: status(501),
    fix: 'This server does not offer it. If "baseUrl" in the credential names a sandbox, try it with Asana itself.',
  },
  {
    when: ({ statusCode }) => statusCode >= 500 || statusCode === 408,
    fix: 'Asana has trouble. Run the job again later; see https://status.asana.com.',
  },
  {
    when: ({ statusCode }) => statusCode >= 300 && statusCode < 400,
    fix: 'The answer points somewhere else, and a token never follows. Check "baseUrl" in the credential.',
  },
  {
    when: () => true,
    fix: 'Compare what you send with the message. The fields are described at https://developers.asana.com/reference.',
  },
];

export function adviceFor(refusal: Refusal): string | undefined {
  const fix = advices.find(({ when }) => when(refusal))?.fix;
  return typeof fix === 'function' ? fix(refusal) : fix;
}
