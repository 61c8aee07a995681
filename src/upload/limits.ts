/**
 * Asana's limit for a file, in bytes:
 * https://developers.asana.com/reference/createattachmentforobject
 */
export const mostFileBytes = 100 * 1024 * 1024;

/** How long a source may say nothing, in milliseconds. */
export const longestSilence = 30_000;

/**
 * How long reading a file may take altogether, in milliseconds. It leaves a
 * minute of a default run for the answer of Asana and what comes after.
 */
export const longestReading = 240_000;
