package noroshi.notice;

import java.util.UUID;

/**
 * Notices that were composed together.
 *
 * @param opened how many of them somebody of the organisation opened
 * @param answered how many have an answer
 */
public record Batch(UUID id, int sent, int opened, int answered) {}
