import { expect } from 'chai';
import { createHealthCheck } from '../../../src/webhooks/serve/check-health.js';
import { memoryStore, put } from '../support/store.js';

describe('What a monitor of webhooks serve is told', () => {
  it('is that a resource fails, as soon as it has for a minute, and not which', async () => {
    const store = memoryStore();
    await put(store, '1201', 'a');
    store.db.exec(
      "INSERT INTO lanes (lane, failing_since, reason) VALUES ('1201', 0, 'It said 422.')"
    );
    let time = 59_999;
    const check = createHealthCheck(store, () => time);
    expect(await check()).to.include({ isWell: true, failing: 0 });

    time = 62_000;
    expect(await check()).to.deep.include({
      isWell: false,
      failing: 1,
      reasons: ['1 resource fails: the page says why.'],
    });
  });
});
