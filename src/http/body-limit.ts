/**
 * The most that is read of one answer, before and after decompression. A run
 * on a default worker has 500 MB for everything, and parsed JSON takes several
 * times the room of its text.
 */
export const mostBytes = 64 * 1024 * 1024;

export const tooLarge = `an answer of more than ${mostBytes / 1024 / 1024} MB`;
