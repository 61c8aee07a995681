import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { judgeData, type judge } from './judge.js';

/** Sends one request and returns the answer, which is a success. */
export const ask = async (
  send: Send,
  request: HttpRequest,
  accept: typeof judge = judgeData
): Promise<HttpResponse> => accept(request, await send(request));
