import { expect } from 'chai';
import type { State } from '../../src/types.js';
import { useFakeRun } from '../call/fake-run.js';
import { answerTo } from './reading/answer.js';
import { call, sampleGids, sampleParams, titleOf } from './reading/call.js';
import { needsDescription } from './reading/needs-description.js';
import { described, type Described } from './reading/operations.js';
import { isStreamed } from './reading/traits.js';

/** It goes on to give a next page, and ends with an empty one. */
const endless = ['getAuditLogEvents'];

const lists = described.filter(isStreamed);
const paged = lists.filter(({ pages }) => pages !== undefined);

describe('any list', () => {
  needsDescription();
  const { asana, captured, run } = useFakeRun();

  const read = (
    operation: Described,
    params: Record<string, unknown> = {},
    last?: (state: State, record: unknown) => void
  ): Promise<State> =>
    run(
      call(operation, {
        gids: sampleGids(operation),
        params: { ...needed(operation), ...params },
        ...(last && { last }),
      })
    );

  const needed = (operation: Described) =>
    sampleParams(operation, { fill: 'required', dates: 'text' });

  const queries = () => asana.requests.map(({ query = {} }) => query);

  /** Two pages, and what comes behind them. */
  function answerPages(operation: Described): void {
    asana.answer(
      answerTo(operation, [{ gid: '1' }, { gid: '2' }], 'two'),
      endless.includes(operation.name)
        ? answerTo(operation, [{ gid: '3' }], 'three')
        : answerTo(operation, [{ gid: '3' }])
    );
    if (endless.includes(operation.name)) {
      asana.answer(answerTo(operation, [], 'four'));
    }
  }

  describe('is read page after page:', () => {
    for (const operation of paged) {
      it(titleOf(operation), async () => {
        answerPages(operation);
        const { data } = await read(operation);
        expect(data).to.eql([{ gid: '1' }, { gid: '2' }, { gid: '3' }]);
        const first = {
          ...needed(operation),
          ...(operation.pages === 'limit and offset' && { limit: '100' }),
        };
        expect(queries().slice(0, 2)).to.eql([
          first,
          { ...first, offset: 'two' },
        ]);
      });
    }
  });

  describe('is read for one page with a limit, if Asana knows one:', () => {
    for (const operation of paged) {
      it(titleOf(operation), async () => {
        if (operation.pages === 'offset') {
          answerPages(operation);
          const { data } = await read(operation, { limit: 2 });
          expect(data).to.have.length(3);
          expect(queries()[0]).to.eql(needed(operation));
          expect(captured.lines.join()).to.include('"limit" is left out');
          return;
        }
        asana.answer(answerTo(operation, [{ gid: '1' }], 'two'));
        const { data, response } = await read(operation, { limit: 1 });
        expect(data).to.eql([{ gid: '1' }]);
        expect(response.next_page).to.eql({ offset: 'two' });
        expect(queries()).to.eql([{ ...needed(operation), limit: '1' }]);
      });
    }
  });

  describe('is gone through record by record with a callback:', () => {
    for (const operation of lists) {
      it(titleOf(operation), async () => {
        if (operation.pages) answerPages(operation);
        else asana.answer(answerTo(operation, [{ gid: '1' }, { gid: '2' }]));
        const seen: unknown[] = [];
        const { data } = await read(operation, {}, (_, record) => {
          seen.push(record);
        });
        expect(data).to.eql({ count: operation.pages ? 3 : 2 });
        expect(seen).to.eql(
          [{ gid: '1' }, { gid: '2' }, { gid: '3' }].slice(0, data.count)
        );
      });
    }
  });
});
