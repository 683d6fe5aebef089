package noroshi.topic;

import java.util.UUID;

/**
 * A file that lies sealed before there is a topic it belongs to.
 *
 * @param storage random name under the file folder
 * @param nonce 12 bytes, used once
 * @param size of what lies there, unsealed
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record KeptFile(UUID storage, byte[] nonce, String name, String mediaType, long size, byte[] sha256) {}
