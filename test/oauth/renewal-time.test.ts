import { expect } from 'chai';
import { renewalTime } from '../../src/oauth/renewal-time.js';

const minutes = (count: number): number => count * 60_000;

describe('the renewal of an access token', () => {
  it('comes five minutes before the end of a token of an hour', () => {
    expect(renewalTime(minutes(60), minutes(60))).to.equal(minutes(55));
  });

  it('comes when four fifths of a short life are over', () => {
    expect(renewalTime(minutes(10), minutes(10))).to.equal(minutes(8));
  });
});
