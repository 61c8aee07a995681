import { existsSync } from 'node:fs';
import { expect } from 'chai';
import {
  defaultPath,
  readDescription,
  type Description,
} from '../../../tools/generate/description.js';
import { toTypes } from '../../../tools/generate/types/to-types.js';
import { typeNames } from '../../../tools/generate/types/type-names.js';
import { describeOne, reference, text } from './describe.js';

describe('the source of the types', () => {
  it('has what an operation takes and answers with', async () => {
    const declared = await declaredIn(
      describeOne({
        name: 'createGoal',
        parameters: [
          { name: 'opt_fields', in: 'query' },
          { name: 'team', in: 'query', schema: text },
        ],
        body: {
          allOf: [
            reference('GoalCompact'),
            { properties: { due_on: text }, required: ['due_on'] },
          ],
        },
        result: reference('GoalResponse'),
        schemas: {
          GoalCompact: {
            properties: { gid: { ...text, readOnly: true }, name: text },
          },
          GoalResponse: {
            allOf: [
              reference('GoalCompact'),
              { properties: { parent: reference('GoalCompact') } },
            ],
          },
        },
      })
    );

    expect(declared).to.deep.equal([
      'interface Goal { gid: string name?: string parent?: GoalCompact }',
      'interface GoalCompact { gid: string name?: string }',
      'interface CreateGoalParams { team?: string opt_fields?: OptFields<Goal> }',
      'interface CreateGoalData { name?: string due_on: (string | Date) }',
    ]);
  });

  it('has the fields of the full record for a list of compact ones', async () => {
    const declared = await declaredIn(
      describeOne({
        parameters: [{ name: 'opt_fields', in: 'query' }],
        result: { type: 'array', items: reference('GoalCompact') },
        schemas: {
          GoalCompact: { properties: { name: text } },
          GoalResponse: { properties: { name: text, notes: text } },
        },
      })
    );

    expect(declared).to.deep.equal([
      'interface Goal { name?: string notes?: string }',
      'interface GoalCompact { name?: string }',
      'interface GetGoalParams { opt_fields?: OptFields<Goal> }',
    ]);
  });

  it('has unknown for what it does not understand', async () => {
    const odd = { not: text, discriminator: 7, type: 'tuple' };
    const declared = await declaredIn(
      describeOne({
        parameters: [{ name: 'team', in: 'query', schema: odd }],
        body: odd,
        result: reference('GoalResponse'),
        schemas: {
          GoalResponse: { properties: { odd, away: reference('Nowhere') } },
        },
      })
    );

    expect(declared).to.deep.equal([
      'interface Goal { odd?: unknown away?: unknown }',
      'interface GetGoalParams { team?: unknown }',
      'type GetGoalData = unknown',
    ]);
  });

  describe('of Asana’s description', function () {
    let description: Description;

    before(async function () {
      if (!existsSync(defaultPath)) {
        console.log('    skipped: Asana’s API description is not here.');
        this.skip();
      }
      description = await readDescription(defaultPath);
    });

    it('declares every name that the operations use, once', async () => {
      const source = await toTypes(description);
      const declared = [...source.matchAll(/^export \w+ (\w+)/gm)].map(
        ([, name]) => name
      );
      const used = Object.values(typeNames(description))
        .flatMap(({ params, data, result }) => [params, data, result])
        .flatMap(name => name?.replace('[]', '') ?? [])
        .filter(name => name !== 'unknown');

      expect(new Set(declared).size).to.equal(declared.length);
      expect(declared).to.include.members(used);
    });

    it('has no sentence of it', async () => {
      const source = await toTypes(description);
      const sentences = sentencesIn(description);

      expect(sentences.length).to.be.greaterThan(1000);
      expect(sentences.filter(it => source.includes(it))).to.deep.equal([]);
    });

    it('is the same every time', async () => {
      expect(await toTypes(description)).to.equal(await toTypes(description));
    });
  });
});

/** The declarations without the helpers that stand above all of them. */
async function declaredIn(description: Description): Promise<string[]> {
  const source = await toTypes(description);
  return source
    .slice(source.indexOf('// Records'))
    .split(/^export /m)
    .slice(1)
    .map(it =>
      it
        .replace(/^\/\/.*$/gm, '')
        .replace(/\s+/g, ' ')
        .trim()
    );
}

/** What is long enough that nobody else would write it. */
function sentencesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ['description', 'summary', 'title'].includes(key) && value.length > 30
        ? [value.slice(0, 30)]
        : []
      : sentencesIn(value)
  );
}
