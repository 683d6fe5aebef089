package noroshi.desk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;

/** What the reporter of a matter has said about who may read it. */
@Component
class Agreement {
    private final RecipientStore recipients;
    private final PartyStore parties;
    private final Members members;
    private final DeskSettings settings;
    private final Ledger ledger;

    Agreement(RecipientStore recipients, PartyStore parties, Members members, DeskSettings settings, Ledger ledger) {
        this.recipients = recipients;
        this.parties = parties;
        this.members = members;
        this.settings = settings;
        this.ledger = ledger;
    }

    /** Whoever takes no part today would be told nothing. */
    UUID present(UUID organisation) {
        var found = members.organisation(organisation);
        return switch (found.status()) {
            case SUSPENDED, WITHDRAWN -> throw new RuleBroken("desk.recipient-left");
            case ACTIVE, INVITED, APPLIED -> found.id();
        };
    }

    boolean reads(Matter matter, UUID organisation) {
        return recipient(matter, organisation)
                .filter(it -> it.endedAt().isEmpty())
                .isPresent();
    }

    /** They left it out, took it out or refused it: silence is no answer any more, only a yes is. */
    boolean refused(Matter matter, UUID organisation) {
        return recipient(matter, organisation).flatMap(Recipient::endedAt).isPresent()
                || recipients.withheld(matter.topic()).contains(organisation)
                || recipients.proposals(matter.topic()).stream()
                        .anyMatch(it -> it.organisation().equals(organisation)
                                && it.verdict().equals(Optional.of(Proposal.Verdict.REFUSED)));
    }

    /** Whether it may be asked for help: it reads the technical facts, or the reporter wants help from such agencies. */
    boolean mayHelp(Matter matter, UUID organisation) {
        return recipient(matter, organisation).filter(Agreement::readsTechnical).isPresent()
                || matter.help()
                        && matter.kind() == MatterKind.REPORT
                        && !refused(matter, organisation)
                        && parties.of(settings.helpers(), ledger.today()).contains(organisation);
    }

    /** Whom the desk can ask for help at all: the agencies that help, and whoever reads the technical facts already. */
    List<OrganisationName> agencies(Matter matter) {
        var reading = recipients.of(matter.topic()).stream()
                .filter(Agreement::readsTechnical)
                .map(Recipient::organisation);
        var helping = parties.of(settings.helpers(), ledger.today()).stream();
        return members.organisations(Stream.concat(helping, reading).collect(Collectors.toSet())).values().stream()
                .sorted(Comparator.comparing(OrganisationName::code))
                .toList();
    }

    /** Whom the rules name today and about whom nothing was said. */
    List<Proposed> unnamed(Matter matter) {
        if (matter.kind() == MatterKind.CONSULTATION || matter.reporter().isEmpty()) {
            return List.of();
        }
        var known = recipients.of(matter.topic()).stream()
                .map(Recipient::organisation)
                .collect(Collectors.toCollection(HashSet::new));
        known.addAll(recipients.withheld(matter.topic()));
        recipients.proposals(matter.topic()).forEach(proposal -> known.add(proposal.organisation()));
        return parties
                .proposed(matter.reporter().orElseThrow().organisation(), matter.system(), ledger.today())
                .stream()
                .filter(proposed -> !known.contains(proposed.id()))
                .toList();
    }

    private static boolean readsTechnical(Recipient it) {
        return it.endedAt().isEmpty() && it.technical();
    }

    private Optional<Recipient> recipient(Matter matter, UUID organisation) {
        return recipients.of(matter.topic()).stream()
                .filter(it -> it.organisation().equals(organisation))
                .findFirst();
    }
}
