import { expect } from 'chai';
import { readRequests } from '../../../src/core/batch/read-requests.js';
import { runBatch } from '../../../src/core/batch/run.js';
import { useCapturedConsole } from '../../support/captured-console.js';
import { useFakeEnvironment } from '../../support/fake-environment.js';
import { scriptedSend } from '../../support/scripted-send.js';
import {
  actionsOf,
  create,
  failure,
  read,
  refusal,
  remove,
  run,
  sending,
  sent,
  update,
} from './fake-batch.js';

describe('a batch that fails as a whole', () => {
  useFakeEnvironment();
  useCapturedConsole();

  it('leaves a create in doubt when the connection breaks, sends the rest again, and goes on with the other chunks', async () => {
    const send = sending(
      () => undefined,
      serial =>
        serial === 1
          ? failure({ code: 'AMBIGUOUS_WRITE', fix: 'Look in Asana.' })
          : undefined
    );
    const results = await run(
      send,
      create('a'),
      ...Array.from({ length: 8 }, (_, index) => update(String(index))),
      remove('9'),
      read('10')
    );
    expect(sent(send).map(({ length }) => length)).to.eql([10, 1, 9]);
    expect(sent(send)[2]).to.not.include('post /tasks');
    expect(results[0]).to.eql({
      error: {
        message: 'POST /tasks: something happened',
        code: 'AMBIGUOUS_WRITE',
        fix: 'Look in Asana.',
        method: 'POST',
        path: '/tasks',
      },
    });
    expect(results.slice(1).every(({ data }) => data !== undefined)).to.be.true;
  });

  it('takes a 404 for a success where the connection broke during a deletion', async () => {
    const send = sending(
      () => ({ status_code: 404, body: refusal('Unknown object') }),
      serial =>
        serial === 1 ? failure({ code: 'AMBIGUOUS_WRITE' }) : undefined
    );
    expect(await run(send, remove('1'))).to.eql([
      { statusCode: 200, data: {} },
    ]);
  });

  it('says of what can be repeated that it can, when no attempt gets an answer', async () => {
    const send = sending(
      () => undefined,
      () => failure({ code: 'AMBIGUOUS_WRITE' })
    );
    const results = await run(send, create('a'), remove('1'));
    expect(results.map(({ error }) => error!.code)).to.eql([
      'AMBIGUOUS_WRITE',
      'NETWORK_ERROR',
    ]);
    expect(results[1]!.error!.description).to.include('without harm');
    expect(sent(send)).to.eql([
      ['post /tasks', 'delete /tasks/1'],
      ...Array.from({ length: 4 }, () => ['delete /tasks/1']),
    ]);
  });

  it('does not say that nothing was sent when it was sent before', async () => {
    const send = sending(
      () => undefined,
      serial =>
        serial === 1
          ? failure({ code: 'AMBIGUOUS_WRITE' })
          : failure({
              code: 'NETWORK_ERROR',
              description: 'Nothing was sent.',
              fix: 'Check the network.',
            })
    );
    const [, updated] = await run(send, create('a'), update('1'));
    expect(updated!.error).to.include({
      code: 'NETWORK_ERROR',
      description:
        'There was no clear answer from Asana. This request can be repeated without harm.',
      fix: 'Check the network.',
    });
    const unsent = await run(
      sending(
        () => undefined,
        () =>
          failure({ code: 'NETWORK_ERROR', description: 'Nothing was sent.' })
      ),
      update('1')
    );
    expect(unsent[0]!.error!.description).to.equal('Nothing was sent.');
  });

  it('does not send again what never reached Asana, was refused as a whole, or was repeated before', async () => {
    for (const code of ['NETWORK_ERROR', 'REFUSED', 'RATE_LIMITED'] as const) {
      const send = sending(
        () => undefined,
        () => failure({ code, statusCode: 429 })
      );
      const results = await run(send, create('a'), update('1'));
      expect(send.requests).to.have.length(1);
      expect(results.map(({ error }) => error!.code)).to.eql([code, code]);
      expect(results[1]!.error!.message).to.equal(
        'PUT /tasks/1: something happened'
      );
    }
  });

  it('is in doubt about a create that got no answer among the others', async () => {
    const send = scriptedSend((request, serial) => ({
      body: {
        data: actionsOf(request)
          .slice(serial === 1 ? 2 : 0)
          .map(() => ({ status_code: 200, body: { data: {} } })),
      },
    }));
    const results = await run(send, read('1'), create('a'), read('2'));
    expect(results.map(({ error }) => error?.code)).to.eql([
      undefined,
      'AMBIGUOUS_WRITE',
      undefined,
    ]);
    expect(sent(send)[1]).to.eql(['get /tasks/2']);
  });

  it('ends with an error that is none of Asana, after all chunks have come back', async () => {
    const boom = new Error('boom');
    let answered = 0;
    const send = scriptedSend((request, serial) => {
      if (serial === 1) return boom;
      answered++;
      return { body: { data: actionsOf(request).map(() => ({})) } };
    });
    let caught: unknown;
    await runBatch(
      send,
      readRequests(
        'batch',
        Array.from({ length: 20 }, () => create('a'))
      )
    ).catch(error => (caught = error));
    expect(caught).to.equal(boom);
    expect(answered).to.equal(1);
  });
});
