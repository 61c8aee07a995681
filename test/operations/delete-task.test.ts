import { expect } from 'chai';
import { deleteTask, execute } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('deleteTask', () => {
  const asana = useFakeAsana();
  useFakeEnvironment();
  useCapturedConsole();

  const run = (operation: Operation, state: State = {}): Promise<State> =>
    execute(operation)({ configuration: freshConfiguration(), ...state });

  it('deletes the task and keeps what was there before on references', async () => {
    asana.answer({ body: { data: {} } });
    const { data, references, response } = await run(
      deleteTask(state => state.data.gid),
      { data: { gid: '5' } }
    );
    expect(data).to.eql({});
    expect(references).to.eql([{ gid: '5' }]);
    expect(response.statusCode).to.equal(200);
    expect(asana.requests).to.eql([
      { method: 'DELETE', path: '/api/1.0/tasks/5' },
    ]);
  });

  it('is sent again when Asana fails, as nothing can be deleted twice', async () => {
    asana.answer({ status: 500, body: {} }, { body: { data: {} } });
    await run(deleteTask('5'));
    expect(asana.requests).to.have.length(2);
  });

  for (const gid of [
    undefined,
    '',
    '5/stories',
    'https://app.asana.com/0/1/5',
  ]) {
    it(`refuses the gid ${JSON.stringify(gid)} and sends nothing`, async () => {
      const error = await failureOf(() => run(deleteTask(() => gid!)));
      expect(error.message).to.include('deleteTask: "taskGid"');
      expect(asana.requests).to.eql([]);
    });
  }
});
