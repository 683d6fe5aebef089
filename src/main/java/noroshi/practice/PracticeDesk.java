package noroshi.practice;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import noroshi.desk.DeskSettings;
import noroshi.desk.MatterKind;
import noroshi.desk.Proposed;
import noroshi.desk.Sharing;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the practice desk. It keeps what somebody tried out for them alone, and answers from its sentences:
 * no topic, no matter, no event, so that nothing of it can reach what is real.
 */
@Service
@Transactional
public class PracticeDesk {
    /** Why a form is refused that was received before, with other words. */
    public static final String RECEIVED = "practice.received";

    private static final int SHOWN = 50;

    private final PracticeStore practices;
    private final Sharing sharing;
    private final Members members;
    private final DeskSettings clocks;
    private final SiteSettings site;
    private final Clock clock;

    PracticeDesk(
            PracticeStore practices,
            Sharing sharing,
            Members members,
            DeskSettings clocks,
            SiteSettings site,
            Clock clock) {
        this.practices = practices;
        this.sharing = sharing;
        this.members = members;
        this.clocks = clocks;
        this.site = site;
        this.clock = clock;
    }

    /** The actor's own practices, newest first. */
    @Transactional(readOnly = true)
    public List<Practice> mine(Actor actor) {
        return practices.newest(SHOWN);
    }

    @Transactional(readOnly = true)
    public Practice show(UUID id, Actor actor) {
        return practices.find(id).orElseThrow(NotFound::new);
    }

    /** Whom a real report of the actor's would propose to tell. */
    @Transactional(readOnly = true)
    public List<Proposed> proposed(Optional<String> system, Actor actor) {
        return sharing.proposed(actor.organisation(), system, actor);
    }

    /**
     * Sends it to the practice desk, which has answered when this returns.
     *
     * @throws RuleBroken {@value #RECEIVED}: its form was received before, with other words
     */
    public UUID send(NewPractice it, Actor actor) {
        var before = practices.sent(it.once());
        if (before.isPresent()) {
            return before.filter(it::same)
                    .orElseThrow(() -> new RuleBroken(RECEIVED, before.get().title()))
                    .id();
        }
        var proposed = it.kind() == MatterKind.CONSULTATION
                ? List.<UUID>of()
                : proposed(it.system(), actor).stream().map(Proposed::id).toList();
        var ticked = proposed.stream().filter(it.recipients()::contains).toList();
        var left = proposed.stream()
                .filter(Predicate.not(it.recipients()::contains))
                .toList();
        var now = clock.instant();
        var id = practices.insert(it, ticked, left, now, actor);
        practices.tally(now, actor);
        return id;
    }

    /** What the practice desk answers, step by step. */
    @Transactional(readOnly = true)
    public List<Answer> answers(Practice practice, Locale locale, Actor actor) {
        var names = members.organisations(practice.told());
        var told = practice.told().stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .map(name -> name.in(locale))
                .collect(Collectors.joining(locale.getLanguage().equals("ja") ? "、" : ", "));
        var sentences = practices.sentences();
        return Arrays.stream(Answer.Step.values())
                .map(step -> new Answer(
                        step,
                        sentences.stream()
                                .filter(it -> it.step() == step && practice.calls(it.applies()))
                                .map(it -> it.in(locale)
                                        .replace("{acknowledge}", length(clocks.acknowledgeWithin(), locale))
                                        .replace("{triage}", length(clocks.triageWithin(), locale))
                                        .replace("{reply}", length(clocks.replyWithin(), locale))
                                        .replace("{hotline}", site.site().hotline())
                                        .replace("{told}", told)
                                        .replace("{title}", practice.title()))
                                .toList()))
                .toList();
    }

    private static String length(Duration duration, Locale locale) {
        var ja = locale.getLanguage().equals("ja");
        if (duration.toMinutesPart() == 0 && duration.toHours() > 0) {
            var hours = duration.toHours();
            return hours + (ja ? "時間" : hours == 1 ? " hour" : " hours");
        }
        return duration.toMinutes() + (ja ? "分" : " minutes");
    }

    /** Nothing of the words is kept; that the actor practised stays counted. */
    public void delete(UUID id, Actor actor) {
        if (!practices.delete(id)) {
            throw new NotFound();
        }
    }

    public void deleteAll(Actor actor) {
        practices.deleteAll(actor.person());
    }

    /** How many of the actor's own people practised, for whoever administers them. */
    @Transactional(readOnly = true)
    public Optional<Practised> practised(Actor actor) {
        return actor.is(Role.ORG_ADMIN) ? Optional.of(practices.practised(actor.organisation())) : Optional.empty();
    }
}
