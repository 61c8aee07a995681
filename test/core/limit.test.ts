import { expect } from 'chai';
import { readPageLimit, readTotal } from '../../src/core/limit.js';
import { failureOf } from '../support/failure-of.js';

const argument = { operation: 'getTasks', name: 'limit' };

describe('the size of a page', () => {
  for (const none of [undefined, null]) {
    it(`is left to the adaptor by ${none}`, () => {
      expect(readPageLimit(argument, none)).to.eql({});
    });
  }

  for (const [given, value] of [
    [1, 1],
    [100, 100],
    ['20', 20],
  ] as const) {
    it(`is taken as it is: ${JSON.stringify(given)}`, () => {
      expect(readPageLimit(argument, given)).to.eql({ value });
    });
  }

  for (const [given, value] of [
    [500, 100],
    [0, 1],
    [-5, 1],
    [2.5, 2],
  ] as const) {
    it(`is brought to ${value} with a warning when it is ${given}`, () => {
      const limit = readPageLimit(argument, given);
      expect(limit.value).to.equal(value);
      expect(limit.warning).to.include(`"limit" is ${given}`);
      expect(limit.warning).to.include(`${value} is used`);
    });
  }

  for (const given of ['many', '', ' ', NaN, Infinity, true, [], {}]) {
    it(`must be a number: ${JSON.stringify(given)} (${typeof given})`, async () => {
      const error = await failureOf(() => readPageLimit(argument, given));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.include('getTasks: "limit" must be a number');
    });
  }
});

describe('the size of a page that is no number', () => {
  for (const given of [NaN, Infinity]) {
    it(`is named: ${given}`, async () => {
      const error = await failureOf(() => readPageLimit(argument, given));
      expect(error.message).to.match(new RegExp(`number, not ${given}$`));
    });
  }
});

describe('how many are wanted in all', () => {
  it('may be more than a page', () => {
    expect(readTotal(argument, 2500)).to.equal(2500);
    expect(readTotal(argument, '7')).to.equal(7);
  });

  it('is all there is when nothing is said', () => {
    expect(readTotal(argument, undefined)).to.equal(undefined);
    expect(readTotal(argument, null)).to.equal(undefined);
  });

  for (const given of [0, -1, 1.5, 'all', '', NaN]) {
    it(`must be a whole number from 1: ${JSON.stringify(given)}`, async () => {
      const error = await failureOf(() => readTotal(argument, given));
      expect(error.code).to.equal('INVALID_ARGUMENT');
    });
  }
});
