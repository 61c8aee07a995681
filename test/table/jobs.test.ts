import { expect } from 'chai';
import { useFakeRun } from '../call/fake-run.js';
import { failureOf } from '../support/failure-of.js';
import { answerTo } from './reading/answer.js';
import { call, needed, titleOf } from './reading/call.js';
import { needsDescription } from './reading/needs-description.js';
import { described } from './reading/operations.js';
import { taken, wanted } from './reading/request.js';
import { lookFor, stagesOf, startsJob } from './reading/traits.js';

describe('any operation that starts a job', () => {
  needsDescription();
  const { asana, run } = useFakeRun();

  for (const operation of described.filter(startsJob)) {
    const { field, names } = stagesOf(operation)!;
    const job = (stage: string | undefined) => [{ gid: '9', [field]: stage }];
    const look = lookFor(operation);
    const start = () =>
      run(call(operation, { ...needed(operation), last: { wait: true } }));

    it(`${titleOf(operation)}: by ${titleOf(look)}, until it is done`, async () => {
      asana.answer(answerTo(operation, job(names[0])));
      for (const stage of names.slice(1, -1)) {
        asana.answer(answerTo(look, job(stage)));
      }
      const { data } = await start();
      expect(data).to.eql(job(names.at(-2))[0]);
      const looks = names
        .slice(1, -1)
        .map(() => wanted(look, { gids: ['9'], params: {} }));
      expect(asana.requests.map(taken)).to.eql([
        wanted(operation, needed(operation)),
        ...looks,
      ]);
    });

    it(`${titleOf(operation)}: and fails as it does`, async () => {
      asana.answer(answerTo(operation, job(names[0])));
      asana.answer(answerTo(look, job(names.at(-1))));
      const error = await failureOf(start);
      expect(error.code).to.equal('JOB_FAILED');
    });
  }
});
