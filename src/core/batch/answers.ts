import { STATUS_CODES } from 'node:http';
import type { HttpResponse } from '../../types.js';
import { isObject } from '../arguments.js';
import type { Action } from './action.js';

/**
 * The answer to each action, as if it had been sent by itself. Where Asana
 * sends fewer answers than it got actions, the others have one without content.
 */
export const readAnswers = (
  actions: readonly Action[],
  batch: HttpResponse
): HttpResponse[] =>
  actions.map(({ request: { method, path } }, index) => {
    const results: unknown = batch.body?.data;
    const result: unknown = Array.isArray(results) ? results[index] : undefined;
    const { status_code, headers, body } = isObject(result) ? result : {};
    const statusCode = typeof status_code === 'number' ? status_code : 200;
    return {
      url: batch.url.replace(/\/batch$/, path),
      method,
      statusCode,
      statusMessage: STATUS_CODES[statusCode] ?? '',
      headers: isObject(headers) ? toHeaders(headers) : {},
      body,
      duration: batch.duration,
    };
  });

const toHeaders = (headers: Record<string, unknown>): HttpResponse['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ])
  );
