package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One matter as the figures count it.
 *
 * @param eventClass what the reporter chose on the form, in the words of the national form; empty if nothing
 * @param impact it has an impact on the event
 * @param reported it stood in a report upwards that was sent
 * @param sector the sector of the reporter's organisation on that day, by code
 * @param office the reporter is a ministry or a public-security authority
 * @param told where everybody reads of it without its names
 * @param helpedAt when an agency accepted to help first
 */
public record Counted(
        String reference,
        String number,
        String title,
        MatterKind kind,
        Channel channel,
        Status status,
        Optional<Cause> cause,
        String eventClass,
        Optional<Effect> effect,
        boolean impact,
        boolean reported,
        Optional<String> sector,
        boolean office,
        Instant openedAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> helpedAt,
        Optional<Instant> closedAt,
        Optional<ToldToAll.Where> told) {
    /** The class of a consultation, which is no incident. */
    public static final String CONSULTATION = "CONSULTATION";
    /** A report that nobody has classified. */
    public static final String OPEN = "OPEN";

    /** A cause, or one of the two above. */
    public String intake() {
        return kind == MatterKind.CONSULTATION
                ? CONSULTATION
                : cause.map(Enum::name).orElse(OPEN);
    }

    public Optional<Duration> untilAcknowledged() {
        return acknowledgedAt.map(it -> Duration.between(openedAt, it));
    }

    public Optional<Duration> untilHelp() {
        return helpedAt.map(it -> Duration.between(openedAt, it));
    }

    public Optional<Duration> untilClosed() {
        return closedAt.map(it -> Duration.between(openedAt, it));
    }

    public String path() {
        return "/desk/" + reference;
    }
}
