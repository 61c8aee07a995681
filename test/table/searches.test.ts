import { expect } from 'chai';
import { useFakeRun } from '../call/fake-run.js';
import { answerTo } from './reading/answer.js';
import {
  call,
  needed,
  parametersOf,
  sampleGids,
  sampleParams,
  titleOf,
} from './reading/call.js';
import { needsDescription } from './reading/needs-description.js';
import { described } from './reading/operations.js';
import { taken, wanted } from './reading/request.js';
import { isSearch } from './reading/traits.js';

describe('any search', () => {
  needsDescription();
  const { asana, run } = useFakeRun();

  for (const operation of described.filter(isSearch)) {
    it(`${titleOf(operation)}: with everything that Asana knows, in its order`, async () => {
      asana.answer(answerTo(operation));
      const sent = (dates: 'Date' | 'text') =>
        sampleParams(operation, { fill: 'all', dates });
      const gids = sampleGids(operation);
      const { data } = await run(
        call(operation, { gids, params: sent('Date') })
      );
      expect(asana.requests.map(taken)).to.eql([
        wanted(operation, {
          gids,
          // A page that is sorted is as long as it can be.
          params: { limit: 100, ...sent('text') },
        }),
      ]);
      expect(data).to.eql([{ gid: '77' }]);
    });

    it(`${titleOf(operation)}: for more than one answer holds, by when it was created`, async () => {
      const noon = Date.UTC(2026, 2, 5, 12);
      const records = Array.from({ length: 101 }, (_, index) => ({
        gid: `${index}`,
        created_at: new Date(noon - index * 1000).toISOString(),
      }));
      asana.answer(
        answerTo(operation, records.slice(0, 100)),
        answerTo(operation, records.slice(99))
      );
      const { data } = await run(call(operation, needed(operation)));
      expect(data).to.have.length(101);
      const known = parametersOf(operation).map(({ name }) => name);
      const { method, path } = wanted(operation, needed(operation));
      expect(asana.requests).to.have.length(2);
      for (const { query, ...request } of asana.requests.map(taken)) {
        expect(request).to.eql({ method, path });
        // The text of the description has a limit, its list of parameters none.
        expect(['limit', ...known]).to.include.members(Object.keys(query));
      }
    });
  }
});
