package noroshi.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what the police do beside a matter: they say it, the Centre sees it, and whom they choose. */
@Service
@Transactional
public class PoliceTracks {
    private final TrackStore tracks;
    private final PartyStore parties;
    private final Members members;
    private final LateWordStore lateWords;
    private final DeskSettings settings;
    private final Ledger ledger;

    PoliceTracks(
            TrackStore tracks,
            PartyStore parties,
            Members members,
            LateWordStore lateWords,
            DeskSettings settings,
            Ledger ledger) {
        this.tracks = tracks;
        this.parties = parties;
        this.members = members;
        this.lateWords = lateWords;
        this.settings = settings;
        this.ledger = ledger;
    }

    /** Those that the actor may see; of the others there is no trace. */
    @Transactional(readOnly = true)
    public List<Track> of(Matter matter, Actor actor) {
        return tracks.of(matter.topic());
    }

    /** Whether the actor writes this one. */
    @Transactional(readOnly = true)
    public boolean keeps(Track track, Actor actor) {
        return tracks.holds(track.office());
    }

    /**
     * The tasks that the actor's organisation may take up: none for whoever is not police, or not told of the matter.
     *
     * @param all those of the matter that the actor sees
     */
    @Transactional(readOnly = true)
    public List<TrackTask> toOpen(Matter matter, List<Track> all, Actor actor) {
        if (matter.status() == Status.WITHDRAWN || !police(matter, actor)) {
            return List.of();
        }
        var open = all.stream()
                .filter(it -> it.organisation().equals(actor.organisation()))
                .map(Track::task)
                .toList();
        return Arrays.stream(TrackTask.values())
                .filter(task -> !open.contains(task))
                .toList();
    }

    private boolean police(Matter matter, Actor actor) {
        return parties.of(settings.police(), ledger.today()).contains(actor.organisation())
                && tracks.told(matter.topic(), actor.organisation());
    }

    /** The police take up a task. */
    public UUID open(Matter matter, TrackTask task, TrackTold told, Actor actor) {
        if (!police(matter, actor)) {
            throw new NotAllowed();
        }
        requireOpen(matter);
        var now = ledger.now();
        var office = members.windowOf(actor.organisation());
        var windows = windows(told.named(), actor);
        var track = tracks.insert(matter.topic(), actor.organisation(), office, task, told.reporter(), now, actor)
                .orElseThrow(() -> new RuleBroken("desk.track.known"));
        tracks.name(track, Set.of(), windows);
        say(matter, track, told, actor);
        ledger.note(matter, "desk.track-opened", Map.of("track", track, "task", task), actor);
        return track;
    }

    /**
     * The police say where they stand, and who sees it from now on.
     *
     * @param seen what they had before them, so that nobody undoes unawares what a colleague chose
     */
    public void tell(Matter matter, UUID id, String seen, TrackTold told, Actor actor) {
        requireOpen(matter);
        var known = known(matter, id);
        if (!tracks.holds(known.office())) {
            throw new NotAllowed();
        }
        if (!tracks.lock(id)) {
            throw new NotFound();
        }
        var track = known(matter, id);
        if (!track.seen().equals(seen)) {
            throw new RuleBroken("desk.stale");
        }
        if (told.reporter() != track.reporter() || !told.named().equals(Set.copyOf(track.named()))) {
            tracks.show(id, told.reporter());
            tracks.name(id, track.named(), windows(told.named(), actor));
            ledger.note(
                    matter,
                    "desk.track-shown",
                    Map.of("track", id, "reporter", told.reporter(), "named", told.named()),
                    actor);
        }
        if (!told.body().isEmpty() || told.state() != track.state()) {
            say(matter, id, told, actor);
            ledger.note(matter, "desk.track-told", Map.of("track", id, "state", told.state()), actor);
        }
    }

    private void say(Matter matter, UUID track, TrackTold told, Actor actor) {
        var now = ledger.now();
        var word = tracks.say(track, told.state(), told.body(), now, actor);
        if (matter.status().over()) {
            lateWords.insert(word, matter.topic(), now);
        }
    }

    private Track known(Matter matter, UUID id) {
        return tracks.of(matter.topic()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The police and the Centre see it without being named. */
    private Map<UUID, UUID> windows(Set<UUID> named, Actor actor) {
        return named.stream()
                .filter(it -> !it.equals(actor.organisation()))
                .filter(it -> members.centre().filter(it::equals).isEmpty())
                .collect(Collectors.toMap(
                        it -> it,
                        it -> members.windowOf(members.organisation(it).id())));
    }

    private static void requireOpen(Matter matter) {
        if (matter.status() == Status.WITHDRAWN) {
            throw new RuleBroken("desk.over");
        }
    }
}
