/**
 * The validation statuses that KoboToolbox has, each with its label. Nobody can
 * add others.
 */
const labels = {
  validation_status_not_approved: 'Not approved',
  validation_status_approved: 'Approved',
  validation_status_on_hold: 'On hold',
} as const;

export type ValidationStatus = keyof typeof labels;

/** Who gave a submission which status, and when, in seconds since 1970. */
export interface Validation {
  readonly timestamp: number;
  readonly uid: ValidationStatus;
  readonly by_whom: string;
  readonly label: string;
}

export const isValidationStatus = (uid: unknown): uid is ValidationStatus =>
  typeof uid === 'string' && Object.hasOwn(labels, uid);

export const toValidation = (
  uid: ValidationStatus,
  byWhom: string,
  time: number
): Validation => ({
  timestamp: Math.floor(time / 1000),
  uid,
  by_whom: byWhom,
  label: labels[uid],
});
