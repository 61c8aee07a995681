import { expect } from 'chai';
import { paginate } from '../../src/core/paginate.js';
import type { Listing } from '../../src/core/list.js';
import type { Send } from '../../src/http/layer.js';
import { useEnvironment } from '../../src/http/environment.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { scriptedSend } from '../support/scripted-send.js';

const listing: Listing = {
  request: {
    method: 'GET',
    path: '/projects/9/tasks',
    query: { limit: '2', opt_fields: 'name' },
  },
  onePage: false,
};

const page = (gids: string[], offset?: string) => ({
  body: {
    data: gids.map(gid => ({ gid })),
    next_page: offset === undefined ? null : { offset },
  },
});

const refusal = (message: string, status = 400) => ({
  status,
  body: { errors: [{ message }] },
});

const gidsOf = async (send: Send, list = listing) => {
  const pages: string[][] = [];
  for await (const { body } of paginate(send, list)) {
    pages.push(body.data.map(({ gid }: { gid: string }) => gid));
  }
  return pages;
};

describe('the pages of a list', () => {
  const captured = useCapturedConsole();

  /** Answers by the offset that is asked for. */
  const pagesOf = (pages: Record<string, ReturnType<typeof page>>) =>
    scriptedSend(({ query }) => pages[query?.offset ?? '']!);

  it('follow one another by their offsets, with the same query', async () => {
    const send = pagesOf({
      '': page(['1', '2'], 'b'),
      b: page(['3', '4'], 'c'),
      c: page(['5']),
    });
    expect(await gidsOf(send)).to.eql([['1', '2'], ['3', '4'], ['5']]);
    expect(send.requests.map(({ query }) => query)).to.eql([
      { limit: '2', opt_fields: 'name' },
      { limit: '2', opt_fields: 'name', offset: 'b' },
      { limit: '2', opt_fields: 'name', offset: 'c' },
    ]);
  });

  it('are asked for one by one, as they are wanted', async () => {
    const send = pagesOf({ '': page(['1'], 'b'), b: page(['2']) });
    const pages = paginate(send, listing);
    await pages.next();
    expect(send.requests).to.have.length(1);
    await pages.return();
    expect(send.requests).to.have.length(1);
  });

  it('go on behind an empty page that has a next one', async () => {
    const send = pagesOf({ '': page([], 'b'), b: page(['1']) });
    expect(await gidsOf(send)).to.eql([[], ['1']]);
  });

  it('are told of every five seconds, with what they had', async () => {
    let serial = 0;
    const restore = useEnvironment({ now: () => serial * 2000 });
    const send = scriptedSend(() => {
      serial++;
      const gids = Array.from({ length: 100 }, (_, index) => `${index}`);
      return page(gids, serial < 12 ? `${serial}` : undefined);
    });
    await gidsOf(send);
    restore();
    expect(captured.lines).to.eql([
      'GET /projects/9/tasks: page 3, 300 so far',
      'GET /projects/9/tasks: page 6, 600 so far',
      'GET /projects/9/tasks: page 9, 900 so far',
      'GET /projects/9/tasks: page 12, 1,200 so far',
    ]);
  });

  it('fail when an offset comes again, because the rest would be lost', async () => {
    const send = pagesOf({
      '': page(['1'], 'b'),
      b: page(['2'], 'c'),
      c: page(['3'], 'b'),
    });
    const error = await failureOf(() => gidsOf(send));
    expect(error.code).to.equal('INVALID_RESPONSE');
    expect(error.description).to.include('the next page starts at "b"');
    expect(send.requests).to.have.length(3);
  });

  it('end behind the first where only one is wanted', async () => {
    const send = pagesOf({ '': page(['1'], 'b') });
    expect(await gidsOf(send, { ...listing, onePage: true })).to.eql([['1']]);
  });

  for (const message of [
    'offset: Your pagination token is invalid.',
    'offset: Your pagination token has expired.',
  ]) {
    it(`start once more, without what has been there, after "${message}"`, async () => {
      const send = scriptedSend(({ query }, serial) => {
        if (serial === 3) return refusal(message);
        if (query?.offset === undefined) {
          // A task was deleted and one was added meanwhile.
          return serial === 1 ? page(['1', '2'], 'b') : page(['2', '7'], 'b');
        }
        return query.offset === 'b' ? page(['3', '4'], 'c') : page(['5']);
      });
      expect(await gidsOf(send)).to.eql([
        ['1', '2'],
        ['3', '4'],
        ['7'],
        [],
        ['5'],
      ]);
      expect(send.requests.map(({ query }) => query?.offset)).to.eql([
        undefined,
        'b',
        'c',
        undefined,
        'b',
        'c',
      ]);
      expect(captured.lines).to.have.length(1);
      expect(captured.lines[0]).to.match(/once more from the start/);
    });
  }

  it('give up with the words of Asana when the offset expires again', async () => {
    const send = scriptedSend(({ query }) =>
      query?.offset === undefined
        ? page(['1'], 'b')
        : refusal('offset: Your pagination token has expired.')
    );
    const error = await failureOf(() => gidsOf(send));
    expect(error.message).to.include('Your pagination token has expired.');
    expect(send.requests).to.have.length(4);
  });

  it('do not start once more for an offset that the job gave', async () => {
    const send = scriptedSend(() =>
      refusal('offset: Your pagination token is invalid.')
    );
    const own = { ...listing.request, query: { offset: 'stale' } };
    const error = await failureOf(() =>
      gidsOf(send, { ...listing, request: own })
    );
    expect(error.fix).to.include('Read the list again from the start');
    expect(send.requests).to.have.length(1);
  });

  it('do not start once more after any other error', async () => {
    for (const answer of [
      refusal('opt_fields: Something else'),
      refusal('offset: Your pagination token has expired.', 403),
    ]) {
      const send = scriptedSend(({ query }) =>
        query?.offset === undefined ? page(['1'], 'b') : answer
      );
      await failureOf(() => gidsOf(send));
      expect(send.requests).to.have.length(2);
    }
  });

  it('keep records without a gid when they start once more', async () => {
    const send = scriptedSend(({ query }, serial) => {
      if (serial === 2) return refusal('offset: pagination token expired');
      return query?.offset === undefined
        ? {
            body: {
              data: [{ a: 1 }, { gid: '1' }],
              next_page: { offset: 'b' },
            },
          }
        : { body: { data: [] } };
    });
    const records: unknown[] = [];
    for await (const { body } of paginate(send, listing)) {
      records.push(...body.data);
    }
    expect(records).to.eql([{ a: 1 }, { gid: '1' }, { a: 1 }]);
  });
});
