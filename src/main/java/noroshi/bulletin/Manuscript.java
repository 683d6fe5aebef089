package noroshi.bulletin;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * A bulletin in the newsroom, from the first word to each of its versions. Immutable: each step returns the next.
 *
 * @param topic where it was published, once it was
 * @param version the version being written, or the one published last
 * @param origin the imported bundle it started from
 * @param author who began it
 * @param contributors who wrote at this version
 * @param lock counts every change, so that nobody overwrites what they have not seen
 */
public record Manuscript(
        UUID id,
        Optional<UUID> topic,
        int version,
        Optional<Origin> origin,
        UUID author,
        Set<UUID> contributors,
        int lock,
        Marking marking,
        Copy copy,
        State state,
        Change begun,
        Change changed) {

    public Manuscript {
        contributors = Set.copyOf(contributors);
    }

    /** Who did something, and when. */
    public record Change(UUID by, Instant at) {}

    /** Where the manuscript stands. */
    public sealed interface State {
        /** Nobody has read it yet. */
        record Writing() implements State {}

        /** A second person is asked to read it. */
        record InReview(UUID by, Instant at) implements State {}

        /** It came back with a reason. */
        record Returned(UUID by, Instant at, String reason) implements State {}

        /** A second person agrees with exactly these words. */
        record Approved(UUID by, Instant at) implements State {}

        /** Readers read it. */
        record Published(UUID by, Instant at) implements State {}

        /** Its next version is being written. */
        record Revising() implements State {}
    }

    static Manuscript begin(UUID id, Optional<Origin> origin, Marking marking, Copy copy, UUID author, Instant now) {
        var change = new Change(author, now);
        return new Manuscript(
                id,
                Optional.empty(),
                1,
                origin,
                author,
                Set.of(author),
                1,
                marking,
                copy,
                new State.Writing(),
                change,
                change);
    }

    /** Whether it can be written at. */
    public boolean open() {
        return switch (state) {
            case State.Writing _, State.Returned _, State.Revising _ -> true;
            case State.InReview _, State.Approved _, State.Published _ -> false;
        };
    }

    /** Whether the person may judge it: anybody but those who wrote it. */
    public boolean secondPerson(UUID person) {
        return !author.equals(person) && !contributors.contains(person);
    }

    Manuscript write(Marking newMarking, Copy newCopy, UUID by, Instant now) {
        requireOpen();
        var writers = new HashSet<>(contributors);
        writers.add(by);
        return new Manuscript(
                id,
                topic,
                version,
                origin,
                author,
                writers,
                lock + 1,
                newMarking,
                newCopy,
                state,
                begun,
                new Change(by, now));
    }

    Manuscript submit(UUID by, Instant now) {
        requireOpen();
        return in(new State.InReview(by, now), by, now);
    }

    Manuscript recall(UUID by, Instant now) {
        return switch (state) {
            case State.InReview _, State.Approved _ ->
                in(version > 1 ? new State.Revising() : new State.Writing(), by, now);
            case State.Writing _, State.Returned _, State.Revising _, State.Published _ ->
                throw new RuleBroken("bulletin.not-in-review");
        };
    }

    Manuscript approve(UUID by, Instant now) {
        requireJudge(by);
        return in(new State.Approved(by, now), by, now);
    }

    Manuscript giveBack(String reason, UUID by, Instant now) {
        requireJudge(by);
        if (reason.isBlank()) {
            throw new RuleBroken("bulletin.reason-missing");
        }
        return in(new State.Returned(by, now, reason.strip()), by, now);
    }

    Manuscript publish(UUID on, UUID by, Instant now) {
        var published = in(new State.Published(by, now), by, now);
        return new Manuscript(
                id,
                Optional.of(on),
                version,
                origin,
                author,
                contributors,
                published.lock,
                marking,
                copy,
                published.state,
                begun,
                published.changed);
    }

    Manuscript revise(int next, UUID by, Instant now) {
        if (!(state instanceof State.Published)) {
            throw new RuleBroken("bulletin.in-hand");
        }
        return new Manuscript(
                id,
                topic,
                next,
                origin,
                author,
                Set.of(by),
                lock + 1,
                marking,
                copy.again(),
                new State.Revising(),
                begun,
                new Change(by, now));
    }

    /** The version that is being written is given up; what was published last stands again. */
    Manuscript giveUp(Edition standing, Marking published, Copy words, Change change) {
        if (topic.isEmpty() || state instanceof State.Published) {
            throw new RuleBroken("bulletin.not-open");
        }
        return new Manuscript(
                id,
                topic,
                standing.version(),
                origin,
                author,
                standing.contributors(),
                lock + 1,
                published,
                words,
                new State.Published(standing.by(), standing.at()),
                begun,
                change);
    }

    void requireLock(int expected) {
        if (lock != expected) {
            throw new RuleBroken("bulletin.stale");
        }
    }

    private void requireOpen() {
        if (!open()) {
            throw new RuleBroken("bulletin.not-open");
        }
    }

    private void requireJudge(UUID by) {
        if (!(state instanceof State.InReview)) {
            throw new RuleBroken("bulletin.not-in-review");
        }
        if (!secondPerson(by)) {
            throw new RuleBroken("bulletin.own-words");
        }
    }

    private Manuscript in(State next, UUID by, Instant now) {
        return new Manuscript(
                id,
                topic,
                version,
                origin,
                author,
                contributors,
                lock + 1,
                marking,
                copy,
                next,
                begun,
                new Change(by, now));
    }
}
