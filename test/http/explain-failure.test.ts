import { expect } from 'chai';
import { explainFailure } from '../../src/http/explain-failure.js';
import {
  failureReason,
  NetworkFailure,
  type FailureDetails,
} from '../../src/http/network-error.js';

const read = { method: 'GET', path: '/tasks/1' };
const create = { method: 'POST', path: '/tasks' };
const origin = 'https://app.asana.com';

const explain = (
  request: typeof read,
  reason: string,
  details?: FailureDetails
) => explainFailure(request, new NetworkFailure(reason, details), origin);

describe('what a job is told of a failure of the network', () => {
  for (const [reason, description, fix] of [
    ['ENOTFOUND', /knows no server https:\/\/app\.asana\.com/, /network/],
    ['EAI_AGAIN', /knows no server/, /network/],
    ['ECONNREFUSED', /Nothing listens/, /start the sandbox/],
    ['EHOSTUNREACH', /has no way/, /network/],
    ['ENETUNREACH', /has no way/, /network/],
    ['UND_ERR_CONNECT_TIMEOUT', /in time/, /status\.asana\.com/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /cannot be trusted/, /proxy/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /cannot be trusted/, /proxy/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /cannot be trusted/, /proxy/],
    ['CERT_HAS_EXPIRED', /cannot be trusted/, /date of this machine/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /cannot be trusted/, /"baseUrl"/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', /does not speak https/, /http:\/\//],
    ['ECONNRESET', /connection broke/, /again/],
  ] as const) {
    it(`is that nothing was sent, and why: ${reason}`, () => {
      const error = explain(create, reason, { unreached: true });
      expect(error.code).to.equal('NETWORK_ERROR');
      expect(error.message).to.equal(
        `POST /tasks: Asana was not reached at ${origin} (${reason})`
      );
      expect(error.description)
        .to.match(description)
        .and.match(/Nothing was sent\.$/);
      expect(error.fix).to.match(fix);
    });
  }

  it('is after how many seconds it gave up', () => {
    const error = explain(read, 'timeout after 60 s', {
      kind: 'timeout',
      duration: 60_001,
    });
    expect(error).to.include({ code: 'NETWORK_ERROR', duration: 60_001 });
    expect(error.message).to.include('timeout after 60 s');
    expect(error.fix).to.include('"timeout" in the credential');
  });

  for (const reason of ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE']) {
    it(`is that a read can be repeated: ${reason}`, () => {
      const error = explain(read, reason, { statusCode: 200 });
      expect(error).to.include({ code: 'NETWORK_ERROR', statusCode: 200 });
      expect(error.description).to.include('without harm');
      expect(error.fix).to.equal('Run the job again.');
    });

    it(`is that nobody knows what a create did: ${reason}`, () => {
      const error = explain(create, reason);
      expect(error.code).to.equal('AMBIGUOUS_WRITE');
      expect(error.description).to.include('no clear answer');
      expect(error.fix).to.include('upsertTask()');
    });
  }

  it('is that it most likely exists when Asana had begun to say so', () => {
    const error = explain(create, 'UND_ERR_SOCKET', { statusCode: 201 });
    expect(error).to.include({ code: 'AMBIGUOUS_WRITE', statusCode: 201 });
    expect(error.description)
      .to.include('201 Created')
      .and.include('most likely');
    expect(error.message).to.not.include('nobody knows');
  });

  for (const reason of [
    'HTTPParserError',
    'HPE_INVALID_CHUNK_SIZE',
    'Z_DATA_ERROR',
  ]) {
    it(`is that the answer is garbled: ${reason}`, () => {
      const error = explain(read, reason, { statusCode: 200 });
      expect(error.code).to.equal('INVALID_RESPONSE');
      expect(error.fix).to.include('proxy');
    });
  }

  it('is how to ask for less when the answer is too large', () => {
    const error = explain(read, 'an answer of more than 64 MB', {
      kind: 'too-large',
      statusCode: 200,
    });
    expect(error.code).to.equal('INVALID_RESPONSE');
    expect(error.description).to.include('64 MB');
    expect(error.fix).to.include('opt_fields').and.include('"limit"');
  });

  it('survives JSON and holds nothing of what was sent', () => {
    const request = { ...create, body: { data: { name: 'private' } } };
    const error = explain(request, 'ECONNRESET');
    expect(JSON.parse(JSON.stringify(error))).to.eql({ ...error });
    expect(error.message + JSON.stringify(error)).not.to.include('private');
  });
});

describe('the reason of a failure', () => {
  for (const [title, error, reason] of [
    ['its code', { code: 'ECONNRESET' }, 'ECONNRESET'],
    ['the code of its cause', { cause: { code: 'EPIPE' } }, 'EPIPE'],
    [
      'the code of the first of several',
      { errors: [{ code: 'ECONNREFUSED' }, { code: 'ENETUNREACH' }] },
      'ECONNREFUSED',
    ],
    ['its name', { name: 'HTTPParserError' }, 'HTTPParserError'],
    ['its message', new Error('odd'), 'odd'],
    ['all that there is', 'odd', 'odd'],
  ] as const) {
    it(`is ${title}`, () => {
      expect(failureReason(error)).to.equal(reason);
    });
  }
});
