package noroshi.community;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/** For whom something is meant: one or several addressees, in the order they were chosen. */
public record Audience(List<Addressee> addressees) {
    public Audience {
        addressees = List.copyOf(addressees);
    }

    public boolean isEmpty() {
        return addressees.isEmpty();
    }

    /** The set the wall compares with a reader's own. */
    public Set<UUID> principals() {
        return addressees.stream().map(Addressee::principal).collect(toCollection(LinkedHashSet::new));
    }

    /** As a form says it, to fill the form again. */
    public Set<String> fields() {
        return addressees.stream().map(Addressee::field).collect(toCollection(LinkedHashSet::new));
    }

    public boolean everyone() {
        return addressees.stream().anyMatch(Addressee.Everyone.class::isInstance);
    }

    /** What the label forbids about this audience (FIRST TLP 2.0), or nothing. */
    public Optional<RuleBroken> forbidden(Tlp tlp) {
        if (isEmpty()) {
            return Optional.of(new RuleBroken("audience.missing"));
        }
        return switch (tlp) {
            case CLEAR, GREEN -> Optional.empty();
            case AMBER -> everyone() ? Optional.of(new RuleBroken("audience.amber-everyone")) : Optional.empty();
            case AMBER_STRICT ->
                everyone() ? Optional.of(new RuleBroken("audience.amber-strict-everyone")) : Optional.empty();
            case RED -> named() ? Optional.empty() : Optional.of(new RuleBroken("audience.red-persons"));
        };
    }

    /** Refuses the audience if the label forbids it. */
    public void require(Tlp tlp) {
        forbidden(tlp).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private boolean named() {
        return addressees.stream().allMatch(Addressee.Named.class::isInstance);
    }
}
