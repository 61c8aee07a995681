import { expect } from 'chai';
import {
  toFamilies,
  toTable,
} from '../../../tools/generate/resources/lists/families.js';
import { printIndexExports } from '../../../tools/generate/resources/lists/index-exports.js';
import { printOperationsPage } from '../../../tools/generate/resources/lists/operations-page.js';
import { printReadmeTable } from '../../../tools/generate/resources/lists/readme-table.js';
import { toOperations } from '../../../tools/generate/resources/operation.js';
import { boxes, boxesWith, operation } from '../made-up-description.js';

const record = 'BoxResponse';
const families = toFamilies(
  toOperations(
    boxesWith({
      '/tasks': {
        post: operation('createTask', { heading: 'Tasks', record }),
        get: operation('getTasks', { heading: 'Tasks', record, list: true }),
      },
      '/tasks/{task_gid}/addALidThatHasAVeryLongNameIndeed': {
        post: operation('addALidThatHasAVeryLongNameIndeedForTask', {
          heading: 'Tasks',
          record,
        }),
      },
      '/tasks/{task_gid}/removeALidThatHasAVeryLongName': {
        post: operation('removeALidThatHasAVeryLongNameForTask', {
          heading: 'Tasks',
          record,
        }),
      },
    })
  )
);

describe('the lists of operations', () => {
  it('have the families by name, and what is asked for most first', () => {
    expect(
      families.map(({ name, operations }) => [
        name,
        operations.map(operation => operation.name).slice(0, 3),
      ])
    ).to.deep.equal([
      ['boxes', ['getBoxes', 'createBox', 'getBox']],
      [
        'tasks',
        ['getTasks', 'createTask', 'addALidThatHasAVeryLongNameIndeedForTask'],
      ],
    ]);
  });

  it('are namespaces in the index', () => {
    expect(printIndexExports(families)).to.equal(
      `export * as boxes from './resources/boxes.js';\nexport * as tasks from './resources/tasks.js';`
    );
  });

  it('are all in the README, with what others call a family', () => {
    expect(printReadmeTable(families).split('\n').slice(2, 6)).to.deep.equal([
      "| Namespace | Operations | Asana's SDK | Alloy's list |",
      '| --- | --- | --- | --- |',
      '| [`boxes`](docs/operations.md#boxes) | `getBoxes`, `createBox`, `getBox`, `deleteBox` |  |  |',
      '| [`tasks`](docs/operations.md#tasks) | `getTasks`, `createTask`, `addALidThatHasAVeryLongNameIndeedForTask`, `removeALidThatHasAVeryLongNameForTask` | `TasksApi` | Tasks |',
    ]);
  });

  it('are complete on their page, with arguments and links', () => {
    const page = printOperationsPage(toFamilies(toOperations(boxes)));

    expect(page).to.include('\n4 operations in 1 namespaces');
    expect(page.slice(page.indexOf('## '))).to.equal(`## boxes

[Boxes](https://developers.asana.com/reference/boxes) in Asana's reference.

| Operation | What it does | Scope |
| --- | --- | --- |
| [\`getBoxes(params, callback)\`](https://developers.asana.com/reference/getboxes) | Get boxes. |  |
| [\`createBox(data, params)\`](https://developers.asana.com/reference/createbox) | Create a box. |  |
| [\`getBox(boxGid, params)\`](https://developers.asana.com/reference/getbox) | Get a box. |  |
| [\`deleteBox(boxGid, params)\`](https://developers.asana.com/reference/deletebox) | Delete a box. |  |
`);
  });

  it('keep a cell within its row', () => {
    expect(toTable(['One'], [['a | b']])).to.equal(
      '| One |\n| --- |\n| a \\| b |'
    );
  });
});
