package noroshi.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Seen;

/**
 * A partner with a TAXII server, or a feed of MISP.
 *
 * @param seen of everything that is set up, what is sealed with it
 */
public record Provider(
        UUID id,
        String name,
        String contact,
        String terms,
        List<String> tags,
        String address,
        SignIn signIn,
        String account,
        boolean hasSecret,
        int minutes,
        int pageSize,
        Optional<UUID> pullInto,
        Optional<UUID> pushFrom,
        boolean paused,
        UUID acting,
        Progress progress,
        Tls tls,
        Speaks speaks,
        Seen seen) {
    public Provider {
        tags = List.copyOf(tags);
    }

    /**
     * How far we are with it.
     *
     * @param addedAfter what we have; empty in the beginning
     * @param next where a round goes on that was broken off; goes with {@code addedAfter}
     * @param pushed position in our collection up to which everything was offered
     * @param failures rounds in a row that failed
     */
    public record Progress(
            String addedAfter,
            String next,
            long pushed,
            int failures,
            Optional<Instant> triedAt,
            Optional<Instant> succeededAt,
            Instant dueAt) {}

    /**
     * What is kept for the encrypted connection.
     *
     * @param until when our certificate runs out; empty when we have none
     * @param authorities whom we trust for the server's certificate, as PEM
     */
    public record Tls(Optional<Instant> until, String authorities) {}

    /** Whether it is set up so already. What is new of secrets cannot be compared. */
    boolean stands(NewProvider wanted) {
        var certificates = wanted.certificates();
        return wanted.name().equals(name)
                && wanted.contact().equals(contact)
                && wanted.terms().equals(terms)
                && wanted.tags().equals(tags)
                && wanted.address().equals(address)
                && wanted.signIn() == signIn
                && wanted.account().equals(account)
                && wanted.secret().isEmpty()
                && wanted.minutes() == minutes
                && wanted.pageSize() == pageSize
                && wanted.pullInto().equals(pullInto)
                && wanted.pushFrom().equals(pushFrom)
                && wanted.speaks() == speaks
                && certificates.own().isEmpty()
                && certificates.authorities().equals(tls.authorities())
                && !(certificates.none() && tls.until().isPresent());
    }

    /** Whether our certificate for it runs out before that moment. */
    public boolean runsOut(Instant before) {
        return tls.until().filter(end -> end.isBefore(before)).isPresent();
    }

    /** Whether it goes well, badly, or not at all at present. */
    public enum Health {
        NEW,
        WELL,
        FAILING,
        PAUSED
    }

    public Health health() {
        if (paused) {
            return Health.PAUSED;
        }
        if (progress.failures() > 0) {
            return Health.FAILING;
        }
        return progress.succeededAt().isPresent() ? Health.WELL : Health.NEW;
    }
}
