package noroshi.topic;

import java.util.UUID;

/**
 * Where a file lies and how it was sealed.
 *
 * @param storage random name under the file folder
 * @param nonce 12 bytes, used once
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record StoredFile(UUID storage, byte[] nonce) {}
