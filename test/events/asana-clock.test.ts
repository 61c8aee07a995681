import { expect } from 'chai';
import { asanaClock } from '../../src/events/asana-clock.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { scriptedSend } from '../support/scripted-send.js';

const request = { method: 'GET', path: '/events', query: {} } as const;

describe('the time at which a run begins', () => {
  const time = useFakeEnvironment();

  const startedAt = async (...dates: (string | undefined)[]) => {
    const clock = asanaClock(
      scriptedSend((_, serial) => {
        const date = dates[serial - 1];
        return { body: {}, ...(date !== undefined && { headers: { date } }) };
      })
    );
    for (let count = 0; count < dates.length; count++) {
      await clock.send(request);
    }
    return clock.startedAt();
  };

  it('is that of the first answer of Asana, whatever the own clock says', async () => {
    expect(
      await startedAt(
        'Thu, 05 Mar 2026 12:00:10 GMT',
        'Thu, 05 Mar 2026 12:00:20 GMT'
      )
    ).to.equal(Date.UTC(2026, 2, 5, 12, 0, 10));
  });

  for (const date of [undefined, '', 'soon']) {
    it(`is that of the own clock where the answer says ${JSON.stringify(date)}`, async () => {
      expect(await startedAt(date)).to.equal(time.now());
    });
  }
});
