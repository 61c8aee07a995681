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

describe('advice about the version of the API', () => {
  const lost = {
    ...refusal,
    statusCode: 404,
    messages: ['No matching route for request'],
  };
  const at = (version: string) =>
    adviceFor({ ...lost, url: `https://app.asana.com/api/${version}/tasks` });

  it('names apiVersion of the credential when it is not 1.0', () => {
    expect(at('2.0')).to.include('version "2.0"').and.include('apiVersion');
  });

  it('speaks of the path when the version is right', () => {
    expect(at('1.0')).to.include('no such path').and.not.include('apiVersion');
  });
});

describe('advice to wait', () => {
  for (const [retryAfter, words] of [
    [1, 'in 1 second,'],
    [2, 'in 2 seconds,'],
    [3600, 'in 60 minutes,'],
  ] as const) {
    it(`says ${words} for ${retryAfter}`, () => {
      expect(
        adviceFor({ ...refusal, statusCode: 429, messages: [], retryAfter })
      ).to.include(words);
    });
  }
});

describe('advice about a value', () => {
  for (const [message, fix] of [
    ['completed: Value is not a boolean: true', /without quotes/],
    ['duration_minutes: Value is not a number: 90', /Number\(value\)/],
    ['projects: [0]: Not a valid GID type: number', /in quotes/],
    ['due_on: Date must be in ISO-8601 (yyyy-mm-dd) format', /year first/],
  ] as const) {
    it(`says what to do about "${message}"`, () => {
      expect(adviceFor({ ...refusal, messages: [message] })).to.match(fix);
    });
  }

  it('names the webhook that is there already', () => {
    const messages = ['Duplicated webhook. You already have one.'];
    expect(adviceFor({ ...refusal, statusCode: 403, messages })).to.include(
      'webhooks.getWebhooks'
    );
  });
});
