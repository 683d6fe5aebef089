package noroshi.intel.taxii;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Reason;

/** What became of an envelope, for its sender. */
public record Receipt(
        UUID id, Instant at, int total, int succeeded, int failed, List<Success> successes, List<Failure> failures) {
    public Receipt {
        successes = List.copyOf(successes);
        failures = List.copyOf(failures);
    }

    /**
     * An object that is in the collection now.
     *
     * @param known whether it was there before
     * @param remarks what its sender should know
     */
    public record Success(String id, String version, boolean known, List<Reason> remarks) {
        public Success {
            remarks = List.copyOf(remarks);
        }

        /** Whether it stays with whoever brought it: a value of it may not be handed on. */
        boolean near() {
            return remarks.contains(Outcome.NEAR);
        }
    }

    /** An object that was not taken. */
    public record Failure(String id, String version, Reason reason) {}

    static Receipt of(UUID id, Instant at, List<Outcome> outcomes) {
        var successes =
                outcomes.stream().flatMap(each -> success(each).stream()).toList();
        var failures =
                outcomes.stream().flatMap(each -> failure(each, at).stream()).toList();
        return new Receipt(id, at, outcomes.size(), successes.size(), failures.size(), successes, failures);
    }

    static Optional<Success> success(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken taken ->
                Optional.of(
                        new Success(taken.id(), Stamp.text(taken.version(), taken.digits()), false, taken.remarks()));
            case Outcome.Known known ->
                Optional.of(
                        new Success(known.id(), Stamp.text(known.version(), known.digits()), true, known.remarks()));
            case Outcome.Failed failed -> Optional.empty();
        };
    }

    static Optional<Failure> failure(Outcome outcome, Instant at) {
        return outcome instanceof Outcome.Failed failed
                ? Optional.of(new Failure(
                        failed.id(),
                        Stamp.parse(failed.spelled()).isPresent() ? failed.spelled() : Stamp.text(Stamp.micros(at)),
                        failed.reason()))
                : Optional.empty();
    }
}
