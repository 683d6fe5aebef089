package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Circle;
import noroshi.membership.Members;
import noroshi.notification.MailPeer.Taken;
import noroshi.notification.RightNow;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Random reports, recipients, withdrawals and reassigned windows; after each step who reads what is what a model says. */
@WholeHouse
@TestPropertySource(properties = "noroshi.notification.begins=P1D") // windows change hands: a house of its own
@Import({Matters.class, InsidePages.class, WhatLeaves.class, RightNow.class})
class WhoReadsWhatTests {
    private static final int STEPS = 60;
    private static final List<Actor> REPORTERS = List.of(MIKA, RIN, NOOR, SORA, GEN);
    private static final Map<UUID, Actor> WINDOWS =
            Map.of(AGENCY, JUN, MINISTRY, MINA, POLICE, PAUL, CEPTOAR, KEI, PROVIDER, VERA, STRANGERS, OTTO);
    private static final List<Actor> EVERYBODY =
            List.of(DANA, ED, ADA, TORU, MIKA, RIN, NOOR, SORA, OTTO, JUN, MINA, PAUL, VERA, GEN, KEI);

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    Triage triage;

    @Autowired
    SupportDesk supports;

    @Autowired
    PoliceTracks tracks;

    @Autowired
    Matters matters;

    @Autowired
    Members members;

    @Autowired
    InsidePages insidePages;

    @Autowired
    WhatLeaves leaves;

    private final Random random = new Random(7_23);
    private final List<Expected> model = new ArrayList<>();
    /** Who holds which window now. */
    private final Map<UUID, Set<UUID>> holders = new HashMap<>();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        WhatLeaves.server(properties);
    }

    private boolean reads(Expected it, Actor who, Question.Place place) {
        return it.reads(place, who, organisation -> holds(who, organisation));
    }

    private boolean holds(Actor who, UUID organisation) {
        return holders.getOrDefault(organisation, Set.of()).contains(who.person());
    }

    @Test
    void afterEveryStepEverybodyReadsWhatTheModelSays() {
        for (var actor : EVERYBODY) {
            holders.put(
                    actor.organisation(),
                    new HashSet<>(members.within(members.windowOf(actor.organisation())).stream()
                            .map(noroshi.membership.Belonging::person)
                            .toList()));
        }
        var systems = List.of(
                matters.system(AGENCY, POLICE), matters.system(CEPTOAR), matters.system(AGENCY, PROVIDER, CEPTOAR));
        report(systems);
        for (int step = 0; step < STEPS; step++) {
            var what = act(systems);
            compare("step " + step + ": " + what);
        }
    }

    private String act(List<String> systems) {
        var it = model.get(random.nextInt(model.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> report(systems);
            case 2 -> share(it);
            case 3 -> propose(it);
            case 4 -> stop(it);
            case 5 -> random.nextInt(3) == 0 ? withdraw(it) : share(it);
            case 6 -> help(it);
            default -> reassign();
        };
    }

    private String report(List<String> systems) {
        var reporter = REPORTERS.get(random.nextInt(REPORTERS.size()));
        var word = "ことば" + Long.toString(Math.abs(random.nextLong()), 36);
        var secret = "ひみつ" + Long.toString(Math.abs(random.nextLong()), 36);
        var system = Optional.of(systems.get(random.nextInt(systems.size())));
        var ticked = new HashSet<UUID>();
        var parts = new HashMap<UUID, boolean[]>();
        var left = new HashSet<UUID>();
        for (var proposed : sharing.proposed(reporter.organisation(), system, reporter)) {
            if (random.nextInt(4) > 0) {
                ticked.add(proposed.id());
                parts.put(proposed.id(), new boolean[] {proposed.damage(), proposed.technical()});
            } else {
                left.add(proposed.id());
            }
        }
        var hidden = random.nextInt(4) == 0;
        var reference = desk.report(Matters.report(word, system, hidden, ticked), Locale.JAPANESE, reporter);
        var expected = new Expected(desk.show(reference, reporter), reporter, word, secret);
        expected.told.putAll(parts);
        expected.left.addAll(left);
        model.add(expected);
        triage.note(desk.show(reference, DANA), new NewNote(NoteKind.NOTE, secret, Optional.empty()), DANA);
        if (ticked.contains(POLICE) && holds(PAUL, POLICE)) {
            var said = new TrackTold(TrackState.UNDER_WAY, secret, random.nextBoolean(), Set.of(MINISTRY));
            tracks.open(desk.show(reference, PAUL), TrackTask.INVESTIGATE, said, PAUL);
        }
        var told = mail("report").stream()
                .filter(letter -> WhatLeaves.about(letter).equals(expected.matter.topic()))
                .map(letter -> WhatLeaves.to(letter, EVERYBODY))
                .toList();
        assertThat(told)
                .as("everybody who reads it has a letter, once")
                .containsExactlyInAnyOrderElementsOf(EVERYBODY.stream()
                        .filter(who -> !who.equals(reporter) && reads(expected, who, Question.Place.OUTLINE))
                        .toList());
        return "report";
    }

    private UUID anybody() {
        var all = WINDOWS.keySet().stream().sorted().toList(); // a map of its own accord has another order in every run
        return all.get(random.nextInt(all.size()));
    }

    private String share(Expected it) {
        if (!it.withdrawn) {
            var organisation = anybody();
            var damage = random.nextBoolean();
            sharing.share(
                    desk.show(it.matter.reference(), it.reporter),
                    organisation,
                    new Wanted("理由", damage, !damage),
                    it.reporter);
            it.add(organisation, damage, !damage);
        }
        return "share";
    }

    private String propose(Expected it) {
        var organisation = anybody();
        if (!it.withdrawn && !it.told.containsKey(organisation)) {
            var id = sharing.propose(
                    desk.show(it.matter.reference(), DANA), organisation, new Wanted("理由", true, false), DANA);
            compare("proposed only");
            var agreed = random.nextBoolean();
            sharing.decide(desk.show(it.matter.reference(), it.reporter), id, agreed, it.reporter);
            if (agreed) {
                it.add(organisation, true, false);
            } else {
                it.refused.add(organisation);
            }
        }
        return "propose";
    }

    private String stop(Expected it) {
        var told = it.told.keySet().stream().sorted().toList();
        if (!it.withdrawn && !told.isEmpty()) {
            var organisation = told.get(random.nextInt(told.size()));
            var helped = it.helped && organisation.equals(AGENCY);
            try {
                sharing.stop(desk.show(it.matter.reference(), it.reporter), organisation, it.reporter);
                assertThat(helped).isFalse();
                it.told.remove(organisation);
                it.left.add(organisation);
            } catch (RuleBroken refusal) {
                assertThat(helped).isTrue();
            }
        }
        return "stop";
    }

    private String withdraw(Expected it) {
        desk.withdraw(it.matter.reference(), "誤報", it.reporter);
        it.withdrawn = true;
        return "withdraw";
    }

    private String help(Expected it) {
        var asDesk = desk.show(it.matter.reference(), DANA);
        if (!it.withdrawn
                && supports.of(asDesk, DANA).stream()
                        .noneMatch(help -> help.endedAt().isEmpty())) {
            var wanted = new NewSupport(
                    AGENCY, Set.of(SupportKind.INVESTIGATION), Support.Mode.REMOTE, "見てほしい", "一度", Optional.empty());
            if (it.maybeAsked(AGENCY)) {
                supports.ask(asDesk, wanted, DANA);
                it.add(AGENCY, false, true);
                it.helped = true;
            } else {
                assertThatThrownBy(() -> supports.ask(asDesk, wanted, DANA)).isInstanceOf(RuleBroken.class);
            }
        }
        return "help";
    }

    /** A window changes hands, and back. */
    private String reassign() {
        var organisation = random.nextBoolean() ? RAILWAY : anybody();
        var who = organisation.equals(RAILWAY) ? RIN : java.util.Objects.requireNonNull(WINDOWS.get(organisation));
        var office = members.windowOf(organisation);
        var held = holders.computeIfAbsent(organisation, any -> new HashSet<>());
        if (held.remove(who.person())) {
            members.leave(office, who.person(), ADA);
        } else {
            members.admit(office, Circle.OFFICE, who.person(), false, ADA);
            held.add(who.person());
        }
        return "reassign";
    }

    private List<Taken> mail(String story) {
        return leaves.mail(story, model, (it, who) -> reads(it, who, Question.Place.OUTLINE), EVERYBODY);
    }

    private void compare(String story) {
        mail(story);
        for (var it : model) {
            var parts = desk.parts(desk.show(it.matter.reference(), DANA), DANA);
            for (var who : EVERYBODY) {
                var name = story + ", " + it.word + " for " + who;
                assertThat(insidePages.finds(it.matter.topic(), who))
                        .as(name)
                        .isEqualTo(reads(it, who, Question.Place.OUTLINE));
                parts.forEach((side, part) -> assertThat(insidePages.finds(part, who))
                        .as(name + " " + side)
                        .isEqualTo(reads(it, who, MatterTexts.place(side))));
            }
        }
        var it = model.get(random.nextInt(model.size()));
        for (var who : EVERYBODY) {
            everywhere(story, it, who);
        }
        var several = new ArrayList<>(EVERYBODY);
        Collections.shuffle(several, random);
        for (var who : several.subList(0, 3)) {
            leaves.feed(story, it, reads(it, who, Question.Place.OUTLINE), who);
            leaves.forms(story, it, place -> reads(it, who, place), who);
        }
    }

    /** Lists, search and pages agree; the ticket is in nobody's. */
    private void everywhere(String story, Expected it, Actor who) {
        var reads = reads(it, who, Question.Place.OUTLINE);
        insidePages.everywhere(story, it, reads && !it.withdrawn, who);
        if (!who.equals(DANA)) {
            assertThatThrownBy(() -> triage.ticket(it.matter, who)).isInstanceOf(NotFound.class);
        }
        var known = new ArrayList<>(desk.ours(who));
        known.addAll(desk.shared(who));
        assertThat(known.stream().anyMatch(matter -> matter.topic().equals(it.matter.topic())))
                .as(story + " desk list")
                .isEqualTo(reads);
    }
}
