import { expect } from 'chai';
import { typeNames } from '../../../tools/generate/types/type-names.js';
import { describeOne, reference, text } from './describe.js';

describe('the names of an operation’s types', () => {
  it('has params when there is a query parameter', () => {
    const parameters = [{ name: 'team', in: 'query' } as const];

    expect(namesOf({ parameters }).params).to.equal('GetGoalParams');
  });

  it('has no params for gids, headers and opt_pretty', () => {
    const parameters = [
      { name: 'goal_gid', in: 'path' },
      { name: 'asana-enable', in: 'header' },
      { name: 'opt_pretty', in: 'query' },
    ] as const;

    expect(namesOf({ parameters })).not.to.have.property('params');
  });

  it('has data when there is a body, of JSON or of a form', () => {
    expect(namesOf({ body: text }).data).to.equal('GetGoalData');
    expect(namesOf({ form: text }).data).to.equal('GetGoalData');
    expect(namesOf({})).not.to.have.property('data');
  });

  it('has the record of the answer', () => {
    const schemas = { GoalResponse: {} };

    expect(
      namesOf({ schemas, result: reference('GoalResponse') }).result
    ).to.equal('Goal');
  });

  it('has the list of records of the answer', () => {
    const schemas = { GoalCompact: {} };
    const result = { type: 'array', items: reference('GoalCompact') };

    expect(namesOf({ schemas, result }).result).to.equal('GoalCompact[]');
  });

  it('has unknown for an answer of no name', () => {
    expect(namesOf({}).result).to.equal('unknown');
    expect(namesOf({ result: { type: 'string' } }).result).to.equal('unknown');
    expect(namesOf({ result: reference('Nowhere') }).result).to.equal(
      'unknown'
    );
  });
});

const namesOf = (described: Parameters<typeof describeOne>[0]) =>
  typeNames(describeOne(described)).getGoal!;
