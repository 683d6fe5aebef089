package noroshi.notification;

import java.util.Optional;
import java.util.UUID;

/**
 * One item in its reader's list.
 *
 * @param circle the community, office or organisation through which the reader has it
 */
record Told(Story story, Optional<UUID> subject, Optional<UUID> circle, boolean unread) {}
