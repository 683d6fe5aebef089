package noroshi.notification;

import java.util.UUID;

/**
 * What another mail server wrote of one message of ours.
 *
 * @param said what became of it there: {@link Returned#REFUSED}, {@code GIVEN_UP}, {@code DELAYED} or {@code ARRIVED}
 * @param status the code of RFC 3463; may be empty
 * @param words of the server
 * @param print by which the same notification is known again
 */
record Bounce(UUID mail, Returned said, String status, String words, byte[] print) {}
