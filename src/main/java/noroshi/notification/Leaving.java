package noroshi.notification;

import noroshi.shared.Tlp;

/**
 * The one place that decides what may leave the platform. The label of the source decides, for each channel; nothing
 * that writes mail, digests, feeds or calendars sees more of an item than this gives.
 */
final class Leaving {
    private Leaving() {}

    static Shown through(Channel channel, Story it) {
        return switch (limit(channel, it.tlp())) {
            case TITLE -> new Shown.Titled(outline(it), it.title(), it.reason());
            case OUTLINE -> outline(it);
            case PRESENCE -> new Shown.Present(it.item(), it.tlp());
            case COUNT -> new Shown.Counted(it.item(), it.tlp());
            case NOTHING -> new Shown.Withheld(it.item(), it.tlp());
        };
    }

    /** How much a channel shows of what carries this label. */
    enum Limit {
        TITLE,
        OUTLINE,
        PRESENCE,
        COUNT,
        NOTHING
    }

    static Limit limit(Channel channel, Tlp tlp) {
        return switch (channel) {
            case PAGE -> Limit.TITLE;
            case STREAM -> Limit.COUNT;
            case MAIL, DIGEST, FEED ->
                switch (tlp) {
                    case CLEAR, GREEN -> Limit.TITLE;
                    case AMBER, AMBER_STRICT -> Limit.OUTLINE;
                    case RED -> Limit.PRESENCE;
                };
            // A date alone tells when something is to be done about what RED says.
            case CALENDAR ->
                switch (tlp) {
                    case CLEAR, GREEN -> Limit.TITLE;
                    case AMBER, AMBER_STRICT -> Limit.OUTLINE;
                    case RED -> Limit.NOTHING;
                };
        };
    }

    private static Shown.Outlined outline(Story it) {
        return new Shown.Outlined(
                it.item(),
                it.tlp(),
                it.what(),
                it.step(),
                it.why(),
                it.importance(),
                it.due(),
                it.safeSubject(),
                it.at());
    }
}
