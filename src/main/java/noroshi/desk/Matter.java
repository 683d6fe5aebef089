package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * One matter, as its reader sees it.
 *
 * @param latest the current situation in the desk's words, pinned on top and replaced; empty before there is one
 * @param waitingSince when somebody began to wait for the Centre's answer
 * @param reporter whose matter it is; empty for readers from whom the organisation is hidden
 * @param edition of the questionnaire it was written with
 * @param ours the reader is on the reporter's side
 */
public record Matter(
        UUID topic,
        String reference,
        MatterKind kind,
        Channel channel,
        boolean hidden,
        Stage stage,
        Status status,
        String latest,
        Instant latestAt,
        Optional<String> system,
        boolean help,
        Instant openedAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> waitingSince,
        Optional<Instant> closedAt,
        Optional<UUID> mergedInto,
        String title,
        Tlp tlp,
        int version,
        Instant revisedAt,
        int edition,
        Optional<Reporter> reporter,
        boolean ours) {

    public String path() {
        return "/desk/" + reference;
    }

    /** The Centre wrote it down for a member, who has not confirmed it yet. */
    public boolean unconfirmed() {
        return reporter.filter(
                        it -> it.recordedBy().isPresent() && it.confirmedAt().isEmpty())
                .isPresent();
    }
}
