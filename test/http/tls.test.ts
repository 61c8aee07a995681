import { expect } from 'chai';
import { Agent } from 'undici';
import {
  expired,
  good,
  key,
  misnamed,
  root,
  selfSigned,
} from '../support/certificates.js';
import { answer, useRawServer } from '../support/raw-server.js';
import { useRealSend } from '../support/real-send.js';

const create = { method: 'POST', path: '/tasks', body: { data: {} } };

/** As a machine has it whose administrator added an authority. */
const trustingRoot = () => new Agent({ connect: { ca: root } });

describe('a certificate', () => {
  for (const [title, reason, cert, connect] of [
    ['is signed by itself', 'DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned],
    ['is signed by somebody unknown', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', good],
    [
      'comes with an authority that is not known',
      'SELF_SIGNED_CERT_IN_CHAIN',
      good + root,
    ],
    ['has expired', 'CERT_HAS_EXPIRED', expired, trustingRoot],
    [
      'is for another name',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      misnamed,
      trustingRoot,
    ],
  ] as const) {
    describe(`that ${title}`, () => {
      const server = useRawServer({ key, cert });
      const real = useRealSend(connect);

      it('gets nothing sent, and is not tried again', async () => {
        const failure = await real.failure(server.origin, create);
        expect(failure).to.include({
          reason,
          kind: 'untrusted',
          unreached: true,
          passing: false,
        });
        expect(server.requests).to.eql([]);
      });
    });
  }

  describe('that is right', () => {
    const server = useRawServer({ key, cert: good });
    const real = useRealSend(trustingRoot);

    it('gets the request', async () => {
      server.respond(socket => socket.write(answer('{}')));
      const response = await real.to(server.origin)(create);
      expect(response.statusCode).to.equal(200);
    });
  });
});
