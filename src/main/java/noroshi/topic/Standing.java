package noroshi.topic;

import java.util.Set;
import java.util.UUID;

/**
 * How a reader stands to a topic.
 *
 * @param source whether it is theirs to revise and to address
 * @param restricted whether opening it is audited
 * @param reasons the principals through which they have it; empty when they may not read it
 * @param moderates whether they lead every community it was addressed to
 * @param atWindow whether they have it as a window of their organisation
 */
record Standing(
        boolean source,
        boolean restricted,
        Set<UUID> reasons,
        boolean moderates,
        boolean onDuty,
        boolean atCentre,
        boolean atWindow) {}
