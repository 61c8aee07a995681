export { startSandbox, type Sandbox } from './sandbox.js';
export type { SandboxOptions } from './options.js';
export type { RecordedRequest } from './records.js';
export type { Faults } from './faults/faults.js';
export type {
  ErrorFault,
  Fault,
  FaultMatch,
  FaultRule,
  RetryAfter,
  SlowBodyFault,
} from './faults/fault-rule.js';
export type { Concurrency } from './limits/in-flight.js';
export type { QuotaShape } from './limits/quota.js';
export type {
  AppOptions,
  OAuth,
  OAuthCredential,
  OAuthOptions,
} from './oauth/index.js';
export type { KoboAccess } from './kobo/index.js';
export type { Answers } from './kobo/sample/submission.js';
export { sampleFacts } from './kobo/sample/facts.js';
export {
  demoSeed,
  emptySeed,
  type Asana,
  type Delivery,
  type EventOptions,
  type Events,
  type Seed,
  type ShownEvent,
  type ShownObject,
  type WebhookOptions,
  type Webhooks,
} from './asana/index.js';
