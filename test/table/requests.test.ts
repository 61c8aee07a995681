import { expect } from 'chai';
import { useFakeRun } from '../call/fake-run.js';
import { answerTo } from './reading/answer.js';
import {
  call,
  parametersOf,
  sampleData,
  sampleGids,
  sampleParams,
  titleOf,
} from './reading/call.js';
import { needsDescription } from './reading/needs-description.js';
import { described, type Described } from './reading/operations.js';
import { taken, wanted } from './reading/request.js';
import type { Manner } from './reading/sample.js';

/** A form, and searches, which ask for more, have tests of their own. */
const operations = described.filter(
  ({ body, name }) => body?.type !== 'form' && !name.startsWith('search')
);

/** A line for each request, and one for the records of a list. */
const isUsual = (line: string): boolean => / → |: fetched \d+ /.test(line);

describe('the request of any operation', () => {
  needsDescription();
  const { asana, captured, run } = useFakeRun();

  /** What a job gives arrives, and Asana's answer comes back. */
  async function sends(
    operation: Described,
    data: (dates: Manner['dates']) => unknown,
    params: (dates: Manner['dates']) => Record<string, unknown>,
    besides: Record<string, unknown> = {}
  ): Promise<void> {
    const gids = sampleGids(operation).map((gid, index) =>
      operation.gids[index] === 'task_gid' ? `external:${gid}/ö?#%&` : gid
    );
    asana.answer(answerTo(operation));
    const final = await run(
      call(operation, { gids, data: data('Date'), params: params('Date') })
    );
    expect(asana.requests.map(taken)).to.eql([
      wanted(operation, {
        gids,
        data: data('text'),
        params: { ...params('text'), ...besides },
      }),
    ]);
    const { data: found, response } = final;
    expect(found).to.eql(operation.isList ? [{ gid: '77' }] : { gid: '77' });
    expect(response.statusCode).to.equal(operation.status);
    expect(captured.lines.filter(line => !isUsual(line))).to.eql([]);
  }

  describe('has everything that can be given:', () => {
    for (const operation of operations) {
      it(titleOf(operation), () =>
        sends(
          operation,
          dates => sampleData(operation, { fill: 'all', dates }),
          dates => sampleParams(operation, { fill: 'all', dates })
        )
      );
    }
  });

  describe('has nothing that is undefined, and is what has to be there enough:', () => {
    for (const operation of operations) {
      it(titleOf(operation), () => {
        const nothing = Object.fromEntries(
          parametersOf(operation).map(({ name }) => [name, undefined])
        );
        return sends(
          operation,
          dates => sampleData(operation, { fill: 'required', dates }),
          dates => ({
            ...(dates === 'Date' && nothing),
            ...sampleParams(operation, { fill: 'required', dates }),
          }),
          operation.pages === 'limit and offset' ? { limit: 100 } : {}
        );
      });
    }
  });

  describe('can make empty what may be empty:', () => {
    for (const operation of operations.filter(({ body }) => body)) {
      const emptied = sampleData(operation, { fill: 'nulls', dates: 'text' });
      if (!JSON.stringify(emptied).includes('null')) continue;
      it(titleOf(operation), () =>
        sends(
          operation,
          dates => sampleData(operation, { fill: 'nulls', dates }),
          dates => sampleParams(operation, { fill: 'required', dates })
        )
      );
    }
  });
});
