import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { DemoError } from './demo-error.js';
import { readAsanaList, readSubmissions } from './pages.js';
import { personOn, twoWaySeed, type Person } from './two-way-board.js';
import { runTwoWay, type TwoWayResult } from './two-way-run.js';
import { toTwoWayTable } from './two-way-table.js';
import { submissionOf, verifyBothSides } from './two-way-verify.js';
import type { JsonObject } from '../workflow/read-json.js';

type Write = (text: string) => void;

/** A form, its board, and who works on both. */
interface Scene {
  readonly sandbox: Sandbox;
  readonly form: string;
  readonly person: Person;
}

/** What happens before a run, told and done. */
interface Act {
  readonly title: string;
  readonly happens: readonly string[];
  readonly play: (scene: Scene) => Promise<void>;
}

const hour = 3_600_000;
/** The forms that there are at first; the others are for `npm run demo`. */
const formsAtFirst = 60;
/** A paid plan's quota, as Asana publishes it. */
const requestsPerMinute = 1500;

const acts: readonly Act[] = [
  {
    title: 'first',
    happens: ['the board is empty'],
    play: async () => {},
  },
  {
    title: 'an hour later',
    happens: [
      'Joseph completes 5 tasks, approves 3, refuses 2 and puts 2 on hold',
      'two enumerators edit 4 forms, one of them of a case that Joseph approved',
      'a new form arrives',
    ],
    play: async ({ sandbox, form, person }) => {
      const tasks = await person.tasks();
      for (const { gid } of tasks.slice(0, 5)) {
        await person.update(gid, { completed: true });
      }
      for (const { gid } of tasks.slice(5, 8)) {
        await person.decide(gid, 'Approved');
      }
      for (const { gid } of tasks.slice(8, 10)) {
        await person.decide(gid, 'Not approved');
      }
      for (const { gid } of tasks.slice(10, 12)) {
        await person.decide(gid, 'On hold');
      }
      for (const task of [tasks[5]!, ...tasks.slice(20, 23)]) {
        sandbox.kobo.edit(form, Number(submissionOf(task)), {
          severity: 'high',
          description: 'Seen again on the spot.',
          consent: 'yes',
        });
      }
      sandbox.kobo.submit(form, { case_id: 'LR-2026-0999' });
    },
  },
  {
    title: 'two hours later',
    happens: [
      'Joseph reopens a task, and changes his mind on another one',
      'somebody sets a status in KoboToolbox by hand that Joseph decided on',
      'both edit the same case: an enumerator its form, Joseph its task',
    ],
    play: async ({ sandbox, form, person }) => {
      const tasks = await person.tasks();
      await person.update(tasks[0]!.gid, { completed: false });
      await person.decide(tasks[10]!.gid, 'Not approved');
      sandbox.kobo.validate(
        form,
        Number(submissionOf(tasks[8]!)),
        'validation_status_approved'
      );
      await person.update(tasks[30]!.gid, { notes: 'Written over by hand.' });
      sandbox.kobo.edit(form, Number(submissionOf(tasks[30]!)), {
        description: 'The well is dry again.',
        consent: 'yes',
      });
    },
  },
  {
    title: 'three hours later',
    happens: ['nothing'],
    play: async () => {},
  },
];

/**
 * Runs the example of both directions in a sandbox, hour by hour, and looks at
 * both sides itself after each run.
 */
export async function runTwoWayDemo(write: Write): Promise<void> {
  let passed = 0;
  const sandbox = await startSandbox({
    requestsPerMinute,
    seed: twoWaySeed,
    now: () => Date.now() + passed,
  });
  try {
    const [project] = await readAsanaList(sandbox, '/projects', 'name');
    const { uid: form, name } = sandbox.kobo.forms[0]!;
    const all = await readSubmissions(sandbox.kobo, form);
    for (const { _id } of all.slice(formsAtFirst)) {
      sandbox.kobo.remove(form, Number(_id));
    }
    const person = personOn(sandbox, String(project!.gid));
    write(
      `"${name}" and the board "${String(project!.name)}", in both directions\n`
    );

    let state: JsonObject = { form, project: project!.name };
    const results: TwoWayResult[] = [];
    for (const act of acts) {
      write(`\n${act.title}: ${act.happens.join(';\n  ')}\n`);
      await act.play({ sandbox, form, person });
      const result = await runTwoWay(act.title, state, {
        kobo: { baseUrl: sandbox.kobo.url, access_token: sandbox.kobo.token },
        asana: sandbox.configuration,
      });
      ({ state } = result);
      results.push(result);
      await verify(write, act.title, { sandbox, form, person });
      passed += hour;
    }
    write(`\n${toTwoWayTable(results)}\n`);
    requireQuiet(results.at(-1)!);
    write('\nBoth sides are right, and the last run wrote nothing.\n');
  } finally {
    await sandbox.close();
  }
}

async function verify(
  write: Write,
  title: string,
  { sandbox, form, person }: Scene
): Promise<void> {
  const submissions = await readSubmissions(sandbox.kobo, form);
  const tasks = await person.tasks();
  const verified = verifyBothSides(title, submissions, tasks);
  const decided = Object.values(verified).reduce(
    (sum, count) => sum + count,
    0
  );
  write(
    `  right: ${tasks.length} tasks show the newest form of their case, ${decided} decisions are in KoboToolbox\n`
  );
}

function requireQuiet({ writes }: TwoWayResult): void {
  if (writes.asana + writes.kobo === 0) return;
  throw new DemoError(
    `Nothing had to be done, and the last run wrote ${writes.asana} times to Asana and ${writes.kobo} times to KoboToolbox.`
  );
}
