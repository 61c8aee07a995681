import { expect } from 'chai';
import { useFakeRun } from '../call/fake-run.js';
import { answerTo } from './reading/answer.js';
import { call, needed, titleOf } from './reading/call.js';
import { needsDescription } from './reading/needs-description.js';
import { described } from './reading/operations.js';
import { taken, wanted } from './reading/request.js';
import { isEvents } from './reading/traits.js';

describe('any operation that reads events', () => {
  needsDescription();
  const { asana, run } = useFakeRun();

  for (const operation of described.filter(isEvents)) {
    const read = (sync: string) => {
      const { gids, params } = needed(operation);
      return run(call(operation, { gids, params: { ...params, sync } }));
    };

    it(`${titleOf(operation)}: until there are no more of them`, async () => {
      const { status, body } = answerTo(operation, [{ action: 'added' }]);
      asana.answer({ status, body: { ...body, has_more: true } });
      asana.answer({ status, body: { ...body, sync: 'the last token' } });
      const { data, response } = await read('a token');
      expect(data).to.eql([{ action: 'added' }, { action: 'added' }]);
      expect(response.sync).to.equal('the last token');
      const { gids, params } = needed(operation);
      expect(asana.requests.map(taken)).to.eql(
        ['a token', 'the next token'].map(sync =>
          wanted(operation, { gids, params: { ...params, sync } })
        )
      );
    });

    it(`${titleOf(operation)}: none, but a new token, when the token is too old`, async () => {
      const errors = [{ message: 'Sync token invalid or too old.' }];
      asana.answer({ status: 412, body: { errors, sync: 'a new token' } });
      const { data, response } = await read('an old token');
      expect(data).to.eql([]);
      expect(response.sync).to.equal('a new token');
    });
  }
});
