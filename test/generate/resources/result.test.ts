import { expect } from 'chai';
import type { Endpoint } from '../../../src/types.js';
import type { ApiOperation } from '../../../tools/generate/resources/operation.js';
import { tellResult } from '../../../tools/generate/resources/result.js';

describe('what the docs say of a result', () => {
  const cases: [
    title: string,
    row: Partial<Endpoint>,
    result: string,
    wanted: string,
  ][] = [
    ['is what it is', {}, 'TaskTemplate', 'The task template.'],
    [
      'is that it is new',
      { method: 'POST', status: 201 },
      'Task',
      'The new task.',
    ],
    [
      'is that it was changed',
      { method: 'PUT' },
      'OooEntry',
      'The out-of-office entry as it is now.',
    ],
    [
      'is many of them, or how many with a callback',
      { list: true },
      'StoryCompact[]',
      'The stories. With a callback: how many there were, `{ count }`.',
    ],
    [
      'is many of them where nothing is read',
      { method: 'POST', list: true },
      'BatchResult[]',
      'The results.',
    ],
    ['is that there is nothing', {}, 'EmptyData', 'Empty: `{}`.'],
    ['is little of what nobody knows', {}, 'unknown', 'What Asana sent.'],
    [
      'is how a job ended',
      { method: 'POST', startsJob: 'getJob' },
      'Job',
      'The job; with `wait`, as it ended.',
    ],
    [
      'is how an export ended',
      { method: 'POST', startsJob: 'getOrganizationExport' },
      'OrganizationExport',
      'The organization export; with `wait`, as it ended.',
    ],
    [
      'is the events',
      { list: true, events: true },
      'Event[]',
      'The events, the oldest first. None with a new token.',
    ],
  ];
  for (const [title, row, result, wanted] of cases) {
    it(title, () => {
      expect(tellResult(operationWith(row, result))).to.equal(wanted);
    });
  }
});

const operationWith = (
  row: Partial<Endpoint>,
  result: string
): ApiOperation => ({
  name: 'getBox',
  heading: 'Boxes',
  row: { family: 'boxes', method: 'GET', path: '/boxes', ...row },
  gids: [],
  params: [],
  data: [],
  types: { result },
  fields: [],
  scopes: [],
});
