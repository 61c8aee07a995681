export { createWebhookHandler } from './handler.js';
export { createMemoryStore, type MemoryStore } from './memory-store.js';
export type {
  WebhookDelivery,
  WebhookEvent,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookResource,
  WebhookSecrets,
  WebhookStore,
} from './types.js';
