import { expect } from 'chai';
import { board, mostCards } from '../../src/pages/board/board.js';
import { card } from '../../src/pages/board/card.js';
import { html } from '../../src/pages/html.js';
import { fill } from './board-store.js';
import { sourceOf, textOf } from './page-text.js';

const nothing = html``;

describe('A board', () => {
  const taskOf = (filled: ReturnType<typeof fill>, gid: string) =>
    filled.asana.store.tasks.get(gid)!;

  it('has a column for each section, with its tasks in their order', async () => {
    const filled = fill();
    await filled.task({ name: 'First case' });
    const second = await filled.task({ name: 'Second case' });
    const review = filled.project.sections[1]!;
    await filled.send('POST', `/sections/${review.gid}/addTask`, {
      task: second,
    });
    await filled.task({ name: 'Third case' });

    expect(await textOf(board(filled.project, nothing))).to.match(
      /^Grievances – Lake Region Accountability · 3 tasks · .* New 2 First case .*Third case .*In review 1 Second case .*Resolved 0 No tasks$/
    );
  });

  it('says how many tasks of a section it leaves out', async () => {
    const filled = fill();
    for (let made = 0; made < mostCards + 2; made += 1) {
      await filled.task({ name: `Case ${made}.` });
    }
    const text = await textOf(board(filled.project, nothing));

    expect(text).to.include(`Case ${mostCards - 1}.`);
    expect(text).not.to.include(`Case ${mostCards}.`);
    expect(text).to.include('and 2 more');
  });

  it('shows a task with its people, dates, tags and fields by name', async () => {
    const filled = fill();
    const { field, option, person } = filled;
    const gid = await filled.task({
      name: 'LR-7',
      assignee: person('Joseph Okello'),
      due_on: '2026-04-01',
      tags: [filled.asana.store.tags.named('urgent')!.gid],
      notes: 'Pump broken.\nSince May.',
      custom_fields: {
        [field('Category').gid]: option('Category', 'Water'),
        [field('Channels').gid]: [
          option('Channels', 'Phone'),
          option('Channels', 'Radio'),
        ],
        [field('Reported on').gid]: { date: '2026-03-05' },
        [field('Amount claimed').gid]: 1250.5,
        [field('Case worker').gid]: [person('María Quispe')],
      },
    });

    const text = await textOf(card(taskOf(filled, gid)));
    expect(text).to.equal(
      [
        'LR-7 JO Joseph Okello due 1 Apr 2026 urgent',
        'Category Water Channels Phone Radio Reported on 5 Mar 2026',
        'Amount claimed 1250.50 Case worker María Quispe',
        `Pump broken. Since May. gid ${gid}`,
      ].join(' ')
    );
  });

  it('gives an option the color that it has in Asana', async () => {
    const filled = fill();
    const gid = await filled.task({
      name: 'LR-7',
      custom_fields: {
        [filled.field('Category').gid]: filled.option('Category', 'Land'),
      },
    });

    const source = await sourceOf(card(taskOf(filled, gid)));
    expect(source).to.include('<span class="option color-red">Land</span>');
  });

  it('shows the comments of people, the latest ones, and not what Asana notes', async () => {
    const filled = fill();
    const gid = await filled.task({ name: 'LR-7' });
    for (const text of ['One', 'Two', 'Three', 'Four']) {
      await filled.send('POST', `/tasks/${gid}/stories`, { text });
    }

    const text = await textOf(card(taskOf(filled, gid)));
    expect(text).to.match(
      /Comments 4 1 earlier Amina Diallo , 5 Mar 2026, 14:20 UTC Two .* Three .* Four gid/
    );
    expect(text).not.to.include('added to');
  });

  it('ticks the subtasks that are done', async () => {
    const filled = fill();
    const gid = await filled.task({ name: 'LR-7' });
    const path = `/tasks/${gid}/subtasks`;
    await filled.send('POST', path, { name: 'Call back' });
    await filled.send('POST', path, { name: 'Visit', completed: true });

    expect(await textOf(card(taskOf(filled, gid)))).to.match(
      /Subtasks 1 of 2 done ○ Call back ✓ Visit|Subtasks 1 of 2 done ✓ Visit ○ Call back/
    );
  });

  it('shows photos as pictures, and other files as links', async () => {
    const filled = fill();
    const gid = await filled.task({ name: 'LR-7' });
    const attach = (name: string, type: string) =>
      filled.attach(gid, name, new Blob(['bytes'], { type }));
    const photo = await attach('well.jpg', 'image/jpeg');
    const untyped = await attach('Sketch.PNG', 'application/octet-stream');
    const drawing = await attach('map.svg', 'image/svg+xml');

    const source = await sourceOf(card(taskOf(filled, gid)));
    expect(source).to.match(
      new RegExp(`<img\\s+src="/files/${photo}"\\s+alt="well.jpg"`)
    );
    expect(source).to.include(`src="/files/${untyped}"`);
    expect(source).not.to.include(`src="/files/${drawing}"`);
    expect(source).to.include(`href="/files/${drawing}"`);
  });

  it('draws a board of 5,000 tasks in well under a second', async () => {
    const filled = fill();
    const template = taskOf(
      filled,
      await filled.task({ name: 'Case', notes: 'Long. '.repeat(600) })
    );
    const [section] = filled.project.sections;
    section!.tasks.push(...Array<typeof template>(4999).fill(template));
    const started = performance.now();
    const text = await textOf(board(filled.project, nothing));

    expect(performance.now() - started).to.be.below(1000);
    expect(text).to.include('5,000 tasks').and.to.include('and 4,950 more');
  });
});
