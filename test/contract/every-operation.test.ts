import { expect } from 'chai';
import { execute } from '../../src/Adaptor.js';
import type { State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import {
  call,
  sampleData,
  sampleGids,
  sampleParams,
  titleOf,
  type Given,
} from '../table/reading/call.js';
import { needsDescription } from '../table/reading/needs-description.js';
import { described, type Described } from '../table/reading/operations.js';
import type { Manner } from '../table/reading/sample.js';
import { isSearch } from '../table/reading/traits.js';
import {
  contradictionIn,
  type Contradiction,
} from './every-operation/contradictions.js';
import { useExchanges } from './every-operation/exchanges.js';
import { usePrism } from './every-operation/prism.js';

type Fill = Manner['fill'];

const fills: Record<Fill, string> = {
  all: 'all that can be given',
  required: 'no more than is required',
  nulls: 'null where it may be',
};

const dataFor = (operation: Described, fill: Fill) =>
  sampleData(operation, { fill, dates: 'Date' });

const takes = (operation: Described, fill: Fill): boolean =>
  fill !== 'nulls' ||
  JSON.stringify(dataFor(operation, fill))?.includes('null') === true;

function givenTo(
  operation: Described,
  fill: Fill,
  { data, params: besides }: Partial<Contradiction>
): Given {
  const params = sampleParams(operation, {
    fill: fill === 'all' ? 'all' : 'required',
    dates: 'Date',
  });
  return {
    gids: sampleGids(operation),
    data: { ...data, ...(dataFor(operation, fill) as object) },
    params: {
      ...besides,
      ...params,
      // Every page of Prism has a next one.
      ...(operation.pages !== undefined && { limit: 7 }),
    },
  };
}

describe('any operation against Prism, which has only read the description,', () => {
  needsDescription();
  const prism = usePrism();
  const exchanges = useExchanges();
  useFakeEnvironment();
  useCapturedConsole();

  function run(
    operation: Described,
    fill: Fill,
    contradiction: Partial<Contradiction>
  ): Promise<State> {
    exchanges.prefer = contradiction.prefer;
    return execute(call(operation, givenTo(operation, fill, contradiction)))({
      configuration: { ...freshConfiguration(), baseUrl: prism.origin },
    });
  }

  for (const fill of ['all', 'required', 'nulls'] as const) {
    describe(`is accepted and understood with ${fills[fill]}:`, () => {
      for (const operation of described.filter(each => takes(each, fill))) {
        it(titleOf(operation), async () => {
          const known = contradictionIn(operation.name) ?? {};
          const { data, response } = await run(operation, fill, known).catch(
            (error: Error) => {
              // What Prism has against it stands in a header.
              throw new Error(JSON.stringify(exchanges.all), { cause: error });
            }
          );
          const [exchange, ...others] = exchanges.all;
          expect(others).to.eql([]);
          expect(response.statusCode).to.equal(operation.status);
          expect(Array.isArray(data)).to.equal(operation.isList);
          // A search drops when records were created, for which it asks itself.
          if (isSearch(operation) && fill !== 'all') return;
          expect(data).to.eql(JSON.parse(exchange?.answer ?? '').data);
        });
      }
    });
  }

  // Where it is not so any more, the table has a row too many.
  describe('would not be so, as the description contradicts itself:', () => {
    for (const operation of described) {
      if (contradictionIn(operation.name) === undefined) continue;
      it(titleOf(operation), async () => {
        await failureOf(() => run(operation, 'required', {}));
      });
    }
  });
});
