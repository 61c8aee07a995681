/** What a login with OAuth leaves in the credential. */
export interface Login {
  /** Left out, the first request renews it. */
  readonly accessToken?: string;
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresAt?: number;
  /** The credential says when, and not in a way that can be read. */
  readonly hasOddEnd?: boolean;
  readonly refreshToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Of an access token, unless Asana says something else. In milliseconds. */
export const usualLifetime = 3_600_000;

/** What Asana gives for a refresh token. */
export interface Grant {
  readonly accessToken: string;
  /** In milliseconds. */
  readonly lifetime: number;
  /** Left out, the old one stays good. */
  readonly refreshToken?: string;
}
