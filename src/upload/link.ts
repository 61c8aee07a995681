import { ask } from '../core/ask.js';
import { toRequest } from '../core/endpoint.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { toTextForm } from './multipart.js';

/** Attaches the address of something that stays where it is. */
export function link(
  send: Send,
  fields: Record<string, string>,
  params: Record<string, unknown>
): Promise<HttpResponse> {
  const { contentType, bytes } = toTextForm(fields);
  return ask(send, {
    ...toRequest(endpoints.createAttachmentForObject, { params }),
    stream: {
      open: async () => {
        let isWhole = false;
        return {
          headers: {
            'content-type': contentType,
            'content-length': String(bytes.length),
          },
          bytes: (async function* () {
            isWhole = true;
            yield bytes;
          })(),
          isWhole: () => isWhole,
          close: () => {},
        };
      },
    },
  });
}
