package noroshi.intel.enquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.audit.AuditTrail;
import noroshi.intel.Spelling;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Tally;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for whoever found something suspicious, for the Centre that answers, and for providers it asks. */
@Service
@Transactional(readOnly = true)
public class Enquiries {
    /** How many values are looked up at once. */
    public static final int AT_ONCE = 500;

    /** How many the Centre is asked about at once. */
    public static final int MOST = 50;

    private static final int LATEST = 10;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_WORDS = 4_000;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final EnquiryStore store;
    private final Indicators indicators;
    private final WarningLists warnings;
    private final Owners owners;
    private final EnquirySettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enquiries(
            EnquiryStore store,
            Indicators indicators,
            WarningLists warnings,
            Owners owners,
            EnquirySettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.indicators = indicators;
        this.warnings = warnings;
        this.owners = owners;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is known at once of the first {@link #AT_ONCE}, as far as the actor may read it. Looking leaves nothing behind and
     * tells nobody.
     */
    public List<Known> look(List<Spelling.Form> forms, Actor actor) {
        var some = forms.stream().distinct().limit(AT_ONCE).toList();
        if (some.isEmpty()) {
            return List.of();
        }
        var lives = indicators.all(some, actor).stream()
                .collect(Collectors.toMap(life -> new Spelling.Form(life.type(), life.value()), Function.identity()));
        var hits = warnings.hits(some, actor);
        var tallies = indicators.tallies(lives.values().stream().map(Life::id).toList(), actor);
        var past = store.past(some).stream().collect(Collectors.toMap(EnquiryStore.Past::form, Function.identity()));
        var own = store.ofOrganisation(actor.organisation());
        var waiting = own.stream()
                .filter(enquiry -> enquiry.answer().isEmpty())
                .map(Enquiry::form)
                .collect(Collectors.toSet());
        var found = owners.among(hits, store.judging(), actor);
        past.values().removeIf(each -> found.keepsBack(each.form()) && !asked(each.form(), own));
        return some.stream()
                .map(form -> known(form, lives, hits, tallies, past, found.of(form), waiting))
                .toList();
    }

    private static boolean asked(Spelling.Form form, List<Enquiry> own) {
        return own.stream().anyMatch(enquiry -> enquiry.form().equals(form));
    }

    /**
     * What became of enquiries about one value, as far as the actor may know.
     *
     * @param asked how many organisations have asked, where that may be told
     */
    public record Told(Optional<Enquiry.Answer> answer, long asked) {}

    public Told told(Spelling.Form form, Actor actor) {
        return store.past(List.of(form)).stream()
                .filter(past -> !owners.of(form, store.judging(), actor).keepsBack(form)
                        || asked(form, store.ofOrganisation(actor.organisation())))
                .findFirst()
                .map(past -> new Told(past.answer(), past.asked()))
                .orElse(new Told(Optional.empty(), 0));
    }

    private static Known known(
            Spelling.Form form,
            Map<Spelling.Form, Life> lives,
            Map<Spelling.Form, List<Hit>> hits,
            Map<UUID, Tally> tallies,
            Map<Spelling.Form, EnquiryStore.Past> past,
            Known.Owner owner,
            Set<Spelling.Form> waiting) {
        var life = Optional.ofNullable(lives.get(form));
        var before = Optional.ofNullable(past.get(form));
        return new Known(
                form,
                life,
                hits.getOrDefault(form, List.of()).stream()
                        .filter(Hit.Listed.class::isInstance)
                        .toList(),
                life.map(each -> tallies.getOrDefault(each.id(), Tally.NONE)).orElse(Tally.NONE),
                before.flatMap(EnquiryStore.Past::answer),
                before.map(EnquiryStore.Past::asked).orElse(0L),
                owner,
                waiting.contains(form));
    }

    /** Asks the Centre. Without consent nothing leaves; with it the value and the note, and nothing else. */
    @Transactional
    public int ask(List<Spelling.Form> forms, String note, boolean consent, Actor actor) {
        if (!consent) {
            throw new RuleBroken("enquiry.consent");
        }
        if (forms.isEmpty() || forms.size() > MOST) {
            throw new RuleBroken("enquiry.values", MOST);
        }
        if (note.length() > LONGEST_NOTE) {
            throw new RuleBroken("enquiry.note", LONGEST_NOTE);
        }
        var now = clock.instant();
        var asked = 0;
        for (var form : forms.stream().distinct().toList()) {
            var id = UUID.randomUUID();
            if (store.add(id, form, note.strip(), actor, now, now.plus(settings.answerWithin()))) {
                audit.record(
                        actor,
                        "intel.enquiry-made",
                        id,
                        Map.of("type", form.type().code()));
                if (asked++ == 0) {
                    events.publishEvent(new EnquiryMade(id, now));
                }
            }
        }
        return asked;
    }

    /** Whether the actor answers for the Centre. */
    public boolean judging(Actor actor) {
        return store.judging();
    }

    /** What the actor's organisation asked. */
    public List<Enquiry> own(Actor actor) {
        return store.ofOrganisation(actor.organisation());
    }

    /** Everything that was asked, for those who answer. */
    public List<Enquiry> all(Actor actor) {
        return store.judging() ? store.all() : List.of();
    }

    /** What the actor's organisation is asked as a provider. */
    public List<Opinion> askedOfUs(Actor actor) {
        return store.askedOfUs();
    }

    public Enquiry show(UUID id, Actor actor) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** What providers said, for those who answer. */
    public List<Opinion> opinions(UUID id, Actor actor) {
        return store.judging() ? store.opinions(id) : List.of();
    }

    /** Who can be asked. */
    public Set<UUID> providers(Actor actor) {
        return store.providers();
    }

    /** How one of them answers; nothing for who sees no answers of providers. */
    public Optional<Answering> answering(UUID provider, Actor actor) {
        return store.judging() ? Optional.of(store.answering(provider, LATEST, clock.instant())) : Optional.empty();
    }

    /** Asks providers "harmful or harmless?", the value alone; who asked first stays with the Centre. */
    @Transactional
    public void askProviders(UUID id, Set<UUID> providers, Optional<Duration> within, Actor actor) {
        var enquiry = judged(id);
        if (enquiry.answer().isPresent()) {
            throw new RuleBroken("enquiry.answered-already");
        }
        if (providers.isEmpty() || !store.providers().containsAll(providers)) {
            throw new RuleBroken("enquiry.providers");
        }
        if (owners.registered(enquiry.form(), actor)) {
            throw new RuleBroken("enquiry.registered");
        }
        var span = within.orElse(settings.opinionWithin());
        if (!span.isPositive() || span.compareTo(LONGEST) > 0) {
            throw new RuleBroken("enquiry.deadline", LONGEST.toDays());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        providers.forEach(provider -> store.askProvider(id, provider, actor, now, now.plus(span)));
        audit.record(actor, "intel.providers-asked", id, Map.of("providers", providers));
        events.publishEvent(new OpinionAsked(id, now));
    }

    private Enquiry judged(UUID id) {
        var enquiry = store.find(id).orElseThrow(NotFound::new);
        if (!store.judging()) {
            throw new NotAllowed();
        }
        return enquiry;
    }

    /** A provider answers; once. */
    @Transactional
    public void opine(UUID id, Verdict verdict, Optional<Integer> confidence, String words, Actor actor) {
        var asked = store.askedOfUs().stream()
                .anyMatch(opinion ->
                        opinion.enquiry().equals(id) && opinion.provider().equals(actor.organisation()));
        if (!asked) {
            throw new NotFound();
        }
        checkWords(words);
        if (confidence.filter(number -> number < 0 || number > 100).isPresent()) {
            throw new RuleBroken("enquiry.confidence");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.opine(id, verdict, confidence, words.strip(), actor, now)) {
            throw new RuleBroken("enquiry.answered-already");
        }
        audit.record(actor, "intel.opinion-given", id, Map.of("verdict", verdict));
        events.publishEvent(new OpinionGiven(id, now));
    }

    /** The Centre answers the asker, and with a wider label everybody who asks later. */
    @Transactional
    public void answer(UUID id, Verdict verdict, String words, Tlp tlp, Actor actor) {
        var enquiry = judged(id);
        checkWords(words);
        if (words.isBlank()) {
            throw new RuleBroken("enquiry.words-missing");
        }
        if (tlp == Tlp.RED || tlp == Tlp.CLEAR) {
            throw new RuleBroken("enquiry.label");
        }
        if (tlp != Tlp.AMBER_STRICT && owners.registered(enquiry.form(), actor)) {
            throw new RuleBroken("enquiry.registered-label");
        }
        var now = clock.instant();
        if (!store.answer(id, new Enquiry.Answer(verdict, words.strip(), tlp, now), actor)) {
            throw new RuleBroken("enquiry.answered-already");
        }
        audit.record(actor, "intel.enquiry-answered", id, Map.of("verdict", verdict, "tlp", tlp.name()));
        events.publishEvent(new EnquiryAnswered(id, now));
    }

    private static void checkWords(String words) {
        if (words.length() > LONGEST_WORDS) {
            throw new RuleBroken("enquiry.words", LONGEST_WORDS);
        }
    }

    /** For pages: the moment clocks are compared with. */
    public Instant now() {
        return clock.instant();
    }
}
