import { parseArgs } from 'node:util';
import { DemoError } from './demo-error.js';

/** What the command line asks for. */
export type Flags =
  | { readonly kind: 'help' }
  | { readonly kind: 'two-way' }
  | {
      readonly kind: 'sandbox';
      /** Leave the sandbox open after the demo, to look at the boards. */
      readonly keep: boolean;
    }
  | {
      readonly kind: 'real';
      readonly credentials: string;
      /** Its gid or its name. */
      readonly project: string;
      readonly form: string;
      readonly koboUrl?: string;
      readonly since?: string;
    };

export const help = `Runs the workflow in examples/kobo-to-asana, or the one in both directions.

npm run demo
    in a sandbox on this machine: three sample forms into three boards, twice,
    to show that nothing is written twice. No account is needed.

npm run demo -- --keep
    the same, and the boards stay to be looked at in a browser until Ctrl+C.

npm run demo -- two-way
    in the sandbox as well, the workflow in examples/asana-to-kobo: forms become
    tasks, and what is decided on the board goes back to KoboToolbox.

npm run demo -- --credentials <file> --project <name> --form <uid>
    once, with your own KoboToolbox and Asana.

    --credentials  a JSON file:
                   { "asana": { "token": "…" }, "kobo": { "access_token": "…" } }
                   or, after "npx openfn-asana login",
                   { "asana": "~/.config/openfn-asana/credential.json", "kobo": … }
    --project      the name of the project in Asana, in quotes, or its gid
    --form         the uid of the form: the part after /forms/ in its address
    --kobo-url     your KoboToolbox, if it is not https://kf.kobotoolbox.org
    --since        read what was sent from then on, in UTC, such as 2026-03-01
    --help         this text
`;

const options = {
  credentials: { type: 'string' },
  project: { type: 'string' },
  form: { type: 'string' },
  'kobo-url': { type: 'string' },
  since: { type: 'string' },
  keep: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const needed = ['credentials', 'project', 'form'] as const;

/** Reads the command line. Wrong flags are a {@link DemoError}. */
export function readFlags(args: readonly string[]): Flags {
  if (args.length === 1 && args[0] === 'two-way') return { kind: 'two-way' };
  const values = parse(args);
  if (values.help) return { kind: 'help' };
  const { keep = false, ...others } = values;
  if (Object.keys(others).length === 0) return { kind: 'sandbox', keep };
  if (keep) {
    throw new DemoError(
      '--keep is for the demo in a sandbox: your own Asana stays anyway.'
    );
  }

  const missing = needed.filter(name => !values[name]);
  if (missing.length > 0) {
    throw new DemoError(
      `To run with your own services, add ${listed(missing.map(name => `--${name}`))}.`
    );
  }
  return {
    kind: 'real',
    credentials: values.credentials!,
    project: checkProject(values.project!),
    form: checkForm(values.form!),
    koboUrl: checkUrl(values['kobo-url']),
    since: checkSince(values.since),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // The first sentence says what is wrong, the others how parseArgs works.
    const [said] = (error as Error).message.split('. ');
    throw new DemoError(`${said}. Try npm run demo -- --help.`, {
      cause: error,
    });
  }
}

const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(words);

function checkProject(project: string): string {
  if (!project.includes('//')) return project;
  throw new DemoError(
    `--project "${project}" is an address: give the name of the project, in quotes, or its gid, the number after /project/ or /0/.`
  );
}

function checkForm(form: string): string {
  if (/^\w+$/.test(form)) return form;
  throw new DemoError(
    `--form "${form}" is not a uid: copy the part after /forms/ from the address of the form in KoboToolbox.`
  );
}

function checkUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new DemoError(
    `--kobo-url "${url}" is not an address such as https://eu.kobotoolbox.org.`
  );
}

function checkSince(since: string | undefined): string | undefined {
  if (since === undefined) return undefined;
  // As the first step of the example will check it again.
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|\+00:00)?$/;
  if (isTime.test(since) && !Number.isNaN(Date.parse(since))) return since;
  throw new DemoError(
    `--since "${since}" is not a time in UTC such as 2026-03-01 or 2026-03-01T06:00:00.`
  );
}
