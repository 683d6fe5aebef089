// Says in the reader's language what a browser refuses in its own.

/** What the platform says is in the reader's language already. */
export class Refused extends Error {}

const WORDS = {
    NotAllowedError: 'stopped',
    AbortError: 'stopped',
    InvalidStateError: 'known',
    NotSupportedError: 'unable',
    ConstraintError: 'unable',
    TypeError: 'offline',
};

/** The words stand at the place where the error is shown. */
export const words = (refusal, place) =>
    refusal instanceof Refused ? refusal.message : place.dataset[WORDS[refusal.name] ?? 'failed'];
