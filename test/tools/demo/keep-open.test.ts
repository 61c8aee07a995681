import { EventEmitter } from 'node:events';
import { expect } from 'chai';
import { keepOpen } from '../../../tools/demo/keep-open.js';

describe('a demo that is kept open', () => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    it(`says where to look, and stays until ${signal}`, async () => {
      const signals = new EventEmitter();
      let said = '';
      let ended = false;
      const kept = keepOpen(
        'http://127.0.0.1:4747',
        text => (said += text),
        signals
      ).then(() => (ended = true));
      await new Promise(resolve => setImmediate(resolve));

      expect(said).to.include('http://127.0.0.1:4747');
      expect(ended).to.equal(false);
      signals.emit(signal);
      await kept;
      expect(signals.eventNames()).to.deep.equal([]);
    });
  }
});
