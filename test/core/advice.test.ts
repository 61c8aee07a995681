import { expect } from 'chai';
import { adviceFor } from '../../src/core/advice.js';

const refusal = { method: 'GET', path: '/projects/9/tasks', statusCode: 400 };

describe('advice about a list', () => {
  for (const [message, fix] of [
    ['The dataset was truncated.', /section by section/],
    ['offset: Your pagination token is invalid.', /again from the start/],
    ['The result is too large. You should use pagination', /"limit"/],
  ] as const) {
    it(`says what to do about "${message}"`, () => {
      expect(adviceFor({ ...refusal, messages: [message] })).to.match(fix);
    });
  }
});
