package noroshi.sanitised;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Newsroom;
import noroshi.desk.Channel;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Status;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door: the desk tells a matter without names, the reporter sees it and consents, a second person agrees. */
@Service
@Transactional
public class SanitisedCopies {
    private static final int LONGEST_WORDS = 2000;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_PLACE = 500;

    private final CopyStore copies;
    private final ConsultationDesk desk;
    private final Newsroom newsroom;
    private final FirstDraft draft;
    private final Sources sources;
    private final Crowd crowd;
    private final Exposure exposure;
    private final Diary diary;

    SanitisedCopies(
            CopyStore copies,
            ConsultationDesk desk,
            Newsroom newsroom,
            FirstDraft draft,
            Sources sources,
            Crowd crowd,
            Exposure exposure,
            Diary diary) {
        this.copies = copies;
        this.desk = desk;
        this.newsroom = newsroom;
        this.draft = draft;
        this.sources = sources;
        this.crowd = crowd;
        this.exposure = exposure;
        this.diary = diary;
    }

    /** Whether the actor may begin and change such copies: at the desk, and in the newsroom too. */
    @Transactional(readOnly = true)
    public boolean mayWrite(Actor actor) {
        return desk.staff(actor) && Newsroom.open(actor);
    }

    /** The copy of a matter, for the desk and the reporter; for everybody else there is none. */
    @Transactional(readOnly = true)
    public Optional<SanitisedCopy> of(Matter matter, Actor actor) {
        return copies.madeOf(matter.topic()).flatMap(copies::find);
    }

    /** The matter behind a manuscript, for the desk alone. */
    @Transactional(readOnly = true)
    public Optional<Matter> behind(UUID manuscript, Actor actor) {
        return desk.staff(actor)
                ? copies.behind(manuscript).flatMap(matter -> desk.around(matter, actor))
                : Optional.empty();
    }

    /** Begins a manuscript with the words of the matter that are not about its source. Once more begins nothing. */
    public UUID begin(Matter matter, Actor actor) {
        requireWriter(actor);
        copies.alone(matter.topic());
        var before = copies.madeOf(matter.topic());
        if (before.isPresent()) {
            return before.get();
        }
        if (matter.status() == Status.WITHDRAWN) {
            throw new RuleBroken("sanitised.withdrawn");
        }
        var manuscript = UUID.randomUUID();
        newsroom.begin(manuscript, Optional.empty(), draft.marking(matter), draft.copy(matter, actor), actor);
        copies.insert(manuscript, matter.topic(), diary.now(), actor.person());
        diary.note(actor, "sanitised.begun", manuscript, Map.of());
        return manuscript;
    }

    /** The manuscript as it stands, for whoever writes at it. */
    @Transactional(readOnly = true)
    public Manuscript manuscript(SanitisedCopy copy, Actor actor) {
        return newsroom.show(copy.manuscript(), actor);
    }

    /** What in its words may say whose it was. */
    @Transactional(readOnly = true)
    public List<Finding> findings(Matter matter, Manuscript manuscript, Actor actor) {
        requireWriter(actor);
        return Scrubber.look(manuscript.copy(), sources.of(matter, manuscript.copy(), actor));
    }

    /** How many organisations it could have been. */
    @Transactional(readOnly = true)
    public Fit fit(SanitisedCopy copy, Manuscript manuscript, Actor actor) {
        requireEntrance(actor);
        return crowd.fit(manuscript.copy(), copy.told());
    }

    /** Puts other words in the place of what was found; whoever has not seen the latest change is refused. */
    public void replace(Matter matter, int lock, Collection<String> found, Actor actor) {
        requireWriter(actor);
        var manuscript = manuscript(required(matter), actor);
        var chosen = findings(matter, manuscript, actor).stream()
                .filter(finding -> found.contains(finding.found()))
                .toList();
        var copy = Scrubber.replace(manuscript.copy(), chosen);
        newsroom.write(manuscript.id(), lock, manuscript.marking(), copy, actor);
    }

    /** Says what the copy tells about its source beyond its words, and where the matter can be read already. */
    public void tell(Matter matter, Collection<Told> told, String publicAt, Actor actor) {
        requireWriter(actor);
        if (publicAt.strip().length() > LONGEST_PLACE) {
            throw new RuleBroken("sanitised.too-long", LONGEST_PLACE);
        }
        var copy = required(matter);
        copies.tell(copy.manuscript(), new HashSet<>(told), publicAt.strip());
        diary.note(actor, "sanitised.described", copy.manuscript(), Map.of("public", !publicAt.isBlank()));
    }

    /** Asks the reporter: they are shown exactly these words, this label and these readers. */
    public void ask(Matter matter, int lock, Actor actor) {
        requireWriter(actor);
        var copy = required(matter);
        var manuscript = manuscript(copy, actor);
        if (manuscript.lock() != lock) {
            throw new RuleBroken("bulletin.stale");
        }
        if (matter.status() == Status.WITHDRAWN) {
            throw new RuleBroken("sanitised.withdrawn");
        }
        newsroom.gaps(manuscript, actor).stream()
                .filter(gap -> !gap.field().equals(ConsentRule.FIELD))
                .findFirst()
                .ifPresent(gap -> {
                    throw new RuleBroken("sanitised.unfinished");
                });
        exposure.require(manuscript, actor);
        var shown = exposure.shown(manuscript, actor);
        var fit = crowd.fit(manuscript.copy(), copy.told());
        var now = diary.now();
        var asking = new Asking(
                UUID.randomUUID(),
                copy.manuscript(),
                now,
                shown,
                exposure.digest(shown),
                fit.organisations(),
                fit.told(),
                copy.publicAt(),
                Optional.empty(),
                Optional.empty());
        copies.insert(asking, actor.person());
        diary.tell(
                actor, "sanitised.asked", copy.manuscript(), Map.of(), new CopyAsked(matter.topic(), asking.id(), now));
    }

    /**
     * The reporter agrees or does not; until it is published they may change their mind.
     *
     * @param knowing they were told that few organisations fit, and agree all the same
     */
    public void answer(Matter matter, UUID asked, boolean agreed, boolean knowing, String words, Actor actor) {
        if (!matter.ours()) {
            throw desk.staff(actor) ? new NotAllowed() : new NotFound();
        }
        var asking = answerable(matter, asked, agreed, knowing, words);
        var now = diary.now();
        copies.answer(
                asking,
                new Asking.Answer(now, actor.person(), agreed, agreed && knowing, words.strip(), Channel.PLATFORM, ""));
        diary.answered(
                agreed ? "sanitised.agreed" : "sanitised.refused",
                asking.manuscript(),
                new CopyAnswered(matter.topic(), asked, agreed, now),
                actor);
    }

    /**
     * The reporter agreed by telephone, mail or visit to the words as they were asked; the desk writes it down, and the
     * member is asked to confirm it. What the member says themselves counts from then on.
     */
    public void record(Matter matter, UUID asked, boolean knowing, Said said, Actor actor) {
        requireWriter(actor);
        var asking = answerable(matter, asked, true, knowing, said.words());
        if (asking.answer().filter(it -> !it.recorded()).isPresent()) {
            throw new RuleBroken("sanitised.answered-themselves");
        }
        var now = diary.now();
        copies.answer(
                asking,
                new Asking.Answer(now, actor.person(), true, knowing, said.words(), said.channel(), said.contact()));
        diary.answered(
                "sanitised.recorded", asking.manuscript(), new CopyAsked(matter.topic(), asking.id(), now), actor);
    }

    private Asking answerable(Matter matter, UUID asked, boolean agreed, boolean knowing, String words) {
        var asking = required(matter).asking().orElseThrow(NotFound::new);
        if (!asking.id().equals(asked)) {
            throw new RuleBroken("sanitised.asked-again");
        }
        if (agreed && asking.narrow() && !knowing) {
            throw new RuleBroken("sanitised.not-knowing", asking.fits());
        }
        if (words.strip().length() > LONGEST_WORDS) {
            throw new RuleBroken("sanitised.too-long", LONGEST_WORDS);
        }
        return asking;
    }

    /** A second person takes it on themselves that readers could guess; only after the reporter did. */
    public void override(UUID manuscript, UUID asked, String reason, Actor actor) {
        requireEntrance(actor);
        actor.require(Role.APPROVER);
        var copy = copies.find(manuscript).orElseThrow(NotFound::new);
        var asking = copy.asking().filter(it -> it.id().equals(asked)).orElseThrow(NotFound::new);
        if (!newsroom.show(manuscript, actor).secondPerson(actor.person())) {
            throw new RuleBroken("bulletin.own-words");
        }
        if (!asking.narrow() || !asking.agreed() || asking.override().isPresent()) {
            throw new RuleBroken("sanitised.nothing-to-override");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new RuleBroken("sanitised.reason", LONGEST_REASON);
        }
        copies.override(asking, new Asking.Override(diary.now(), actor.person(), reason.strip()));
        diary.note(actor, "sanitised.overridden", manuscript, Map.of("fits", asking.fits()));
    }

    /** The matters on which the actor's side is asked and has not answered, or confirmed. */
    @Transactional(readOnly = true)
    public List<Matter> waiting(Actor actor) {
        return copies.unanswered().stream()
                .flatMap(matter -> desk.around(matter, actor).stream())
                .filter(Matter::ours)
                .toList();
    }

    /** The manuscripts that wait for a second person because few organisations fit. */
    @Transactional(readOnly = true)
    public List<UUID> toOverride(Actor actor) {
        return actor.is(Role.APPROVER) ? copies.toOverride(actor.person()) : List.of();
    }

    private SanitisedCopy required(Matter matter) {
        return copies.madeOf(matter.topic()).flatMap(copies::find).orElseThrow(NotFound::new);
    }

    private static void requireEntrance(Actor actor) {
        if (!Newsroom.open(actor)) {
            throw new NotFound();
        }
    }

    private void requireWriter(Actor actor) {
        if (!desk.staff(actor)) {
            throw new NotFound();
        }
        if (!Newsroom.open(actor)) {
            throw new NotAllowed();
        }
    }
}
