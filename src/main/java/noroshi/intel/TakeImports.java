package noroshi.intel;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import noroshi.intel.Import.State;
import noroshi.intel.ImportStore.Unended;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks large files and takes them into the library, one after the other and each for whoever brought it. */
@Component
class TakeImports {
    private static final Logger LOG = LoggerFactory.getLogger(TakeImports.class);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration REST = Duration.ofMinutes(1);

    private final ImportStore store;

    private final ImportSteps steps;

    private final ImportFiles files;

    private final Members members;

    private final Clock clock;

    private final Instant begun;

    /** A fault that stays is not met every second. */
    private final Map<UUID, Instant> again = new HashMap<>();

    private final ReentrantLock turn = new ReentrantLock();

    TakeImports(ImportStore store, ImportSteps steps, ImportFiles files, Members members, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.files = files;
        this.members = members;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void run() {
        turn.lock();
        try {
            var unended = store.unended();
            files.forgetOthers(unended.stream().map(Unended::id).toList(), begun);
            unended.forEach(this::next);
            if (steps.endHalves(clock.instant()) > 0) {
                LOG.warn("files have ended of which only a part was taken");
            }
        } finally {
            turn.unlock();
        }
    }

    private void next(Unended each) {
        var old = each.at().isBefore(clock.instant().minus(LONGEST));
        var resting = Optional.ofNullable(again.get(each.id())).filter(clock.instant()::isBefore);
        if (each.state() == State.WAITING && !old || resting.isPresent()) {
            return;
        }
        importer(each)
                .ifPresentOrElse(
                        actor -> Acting.as(actor, () -> {
                            if (each.state() == State.WAITING) {
                                refuse(each.id(), Reason.of("intel.import.discarded"));
                            } else {
                                step(each.id(), actor);
                            }
                        }),
                        () -> {
                            if (old && steps.leave(each.id(), clock.instant())) {
                                files.forget(each.id());
                            }
                        });
    }

    /** From the seat that may import; nobody, when the person has left it. */
    private Optional<Actor> importer(Unended each) {
        return members.seats(each.person()).stream()
                .map(seat -> seat.actor("job"))
                .filter(actor -> actor.organisation().equals(each.organisation()) && IntelLibrary.mayImport(actor))
                .findFirst();
    }

    private void step(UUID id, Actor actor) {
        try {
            if (!files.has(id)) {
                refuse(id, Reason.of("intel.import.lost"));
                return;
            }
            var file = new BundleFile(() -> files.open(id));
            var around = file.survey();
            if (steps.now(id).state() == State.CHECKING) {
                check(id, file, around);
            }
            if (steps.now(id).state() == State.TAKING) {
                take(id, file, around, actor);
            }
        } catch (Broken broken) {
            refuse(id, broken.reason());
        } catch (IOException | RuntimeException fault) {
            LOG.error("file {} is not taken in, and tried again", id, fault);
            again.put(id, clock.instant().plus(REST));
        }
    }

    private void refuse(UUID id, Reason reason) {
        steps.refuse(id, reason);
        files.forget(id);
    }

    private void check(UUID id, BundleFile file, BundleFile.Around around) throws IOException {
        var found = new Object() {
            private Optional<Tlp> label = Optional.empty();
            private int refused;
        };
        steps.count(id, around.objects(), 0, 0);
        file.read(around.marks(), 0, part -> {
            found.refused += part.reading().refused().size();
            if (found.refused > Limits.REFUSED) {
                throw new Broken("intel.file.too-many-refused", Limits.REFUSED);
            }
            found.label = Stream.concat(
                            found.label.stream(), Intake.labels(part.reading().objects()))
                    .reduce(Tlp::strictest);
            steps.count(id, around.objects(), part.last(), found.refused);
        });
        steps.checked(steps.now(id), found.label.orElse(Tlp.AMBER_STRICT));
    }

    private void take(UUID id, BundleFile file, BundleFile.Around around, Actor actor) throws IOException {
        var begin = steps.now(id);
        if (begin.bundle().isPresent() || steps.begin(begin, around, actor)) {
            file.read(around.marks(), begin.done(), part -> take(id, part, actor));
            steps.end(id, actor);
        }
        files.forget(id);
    }

    private void take(UUID id, BundleFile.Part part, Actor actor) {
        try {
            steps.take(id, part, actor);
        } catch (DataIntegrityViolationException notKept) {
            LOG.warn("objects up to {} of file {} are taken one by one", part.last(), id, notKept);
            oneByOne(id, part, actor);
        }
    }

    private void oneByOne(UUID id, BundleFile.Part part, Actor actor) {
        for (var alone : part.singly()) {
            try {
                steps.take(id, alone, actor);
            } catch (DataIntegrityViolationException notKept) {
                var stixId = alone.reading().objects().stream()
                        .map(object -> object.id().text())
                        .findFirst()
                        .orElse("");
                steps.passOver(id, alone.last(), stixId);
            }
        }
    }
}
