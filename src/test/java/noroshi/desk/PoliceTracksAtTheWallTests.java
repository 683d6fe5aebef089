package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import org.junit.jupiter.api.Test;

/** Who sees a police track, as a model says it, and past the front doors. */
class PoliceTracksAtTheWallTests extends PoliceAtWork {
    private static final int STEPS = 40;
    private static final List<UUID> NAMEABLE = List.of(MINISTRY, AGENCY, STRANGERS, CEPTOAR);

    @Test
    void whoeverIsTakenOutOfTheMatterLosesIt() {
        var matter = told(false);
        var track = opened(matter, words(false, MINISTRY));
        sharing.stop(desk.show(matter.reference(), MIKA), MINISTRY, MIKA);
        assertThat(sees(matter, MINA)).isFalse();
        sharing.stop(desk.show(matter.reference(), MIKA), POLICE, MIKA);
        assertThat(sees(matter, PAUL)).isFalse();
        assertThatThrownBy(() -> tracks.tell(matter, track, "", words(true), PAUL))
                .isInstanceOf(NotFound.class);
        assertThat(sees(matter, DANA)).isTrue();
        assertThat(sees(matter, MIKA)).isFalse();
    }

    /** What a colleague has hidden meanwhile is not shown again by a page that does not know of it. */
    @Test
    void aPageThatIsOutOfDateShowsItToNobodyAgain() {
        var matter = told(false);
        var track = opened(matter, words(true, MINISTRY));
        var before = seen(matter, track);
        shown(matter, track, false);
        var stale = mvc.post()
                .uri(matter.path() + "/tracks/" + track)
                .with(as(PAUL))
                .param("seen", before)
                .param("state", "DONE")
                .param("body", "開いたままの頁から")
                .param("reporter", "true")
                .param("named", MINISTRY.toString())
                .exchange();
        assertThat(stale).hasStatus(422);
        assertThat(stale).bodyText().contains("だれかが先に変えました", "開いたままの頁から", seen(matter, track));
        for (var who : List.of(MIKA, MINA)) {
            assertThat(sees(matter, who)).as(who.toString()).isFalse();
        }
        tracks.tell(matter, track, seen(matter, track), words(true), PAUL);
        assertThat(sees(matter, MIKA)).isTrue();
    }

    @Test
    void theWallHoldsWithoutTheFrontDoor() {
        var matter = told(false);
        var track = opened(matter, words(true, MINISTRY));
        var word =
                "insert into desk.track_word (track, at, person, state, body) values ('%s', now(), '%s', 'DONE', 'x')";
        for (var who : List.of(DANA, MIKA, MINA, OTTO)) {
            assertThatThrownBy(() -> matters.sql(who, word.formatted(track, who.person())))
                    .as(who.toString())
                    .hasStackTraceContaining("row-level security");
            assertThatThrownBy(() -> matters.sql(
                            who,
                            "insert into desk.track_reader (track, organisation, office) values (?, ?, ?)",
                            track,
                            who.organisation(),
                            office("window", who.organisation())))
                    .hasStackTraceContaining("row-level security");
            assertThat(matters.sql(who, "update desk.track set reporter = true where id = ?", track))
                    .isZero();
            assertThatThrownBy(
                            () -> matters.sql(who, """
                            insert into desk.track (matter, organisation, office, task, reporter, opened_at, opened_by)
                            values (?, ?, ?, 'PREVENT_SPREAD', false, now(), ?)
                            """, matter.topic(), POLICE, office("window", POLICE), who.person()))
                    .hasStackTraceContaining("row-level security");
        }
        var untold = matters.reported("警察は知らない", Optional.of(matters.system(AGENCY)), false, MIKA);
        assertThatThrownBy(() -> tracks.open(untold, TrackTask.INVESTIGATE, words(false), PAUL))
                .isInstanceOf(NotAllowed.class);
    }

    /** The police themselves: in no other name than their window's, to no other window than that of whom they name. */
    @Test
    void anOfficeIsTheWindowOfTheOrganisationThatItStandsFor() {
        var matter = told(false);
        var track = opened(matter, words(false));
        var naming = "insert into desk.track_reader (track, organisation, office) values (?, ?, ?)";
        assertThatThrownBy(() -> matters.sql(PAUL, naming, track, MINISTRY, office("window", STRANGERS)))
                .hasStackTraceContaining("row-level security");
        assertThat(matters.sql(PAUL, naming, track, MINISTRY, office("window", MINISTRY)))
                .isOne();
        var opening = """
                insert into desk.track (matter, organisation, office, task, reporter, opened_at, opened_by)
                values (?, ?, ?, 'PREVENT_SPREAD', false, now(), ?)
                """;
        var other = UUID.randomUUID();
        matters.owner("insert into membership.belonging (principal, circle, person) values ('%s', 'office', '%s')"
                .formatted(other, PAUL.person()));
        try {
            assertThatThrownBy(() -> matters.sql(PAUL, opening, matter.topic(), POLICE, other, PAUL.person()))
                    .hasStackTraceContaining("row-level security");
        } finally {
            matters.owner("delete from membership.belonging where principal = '%s'".formatted(other));
        }
        assertThat(matters.sql(PAUL, opening, matter.topic(), POLICE, office("window", POLICE), PAUL.person()))
                .isOne();
        matters.owner("update desk.track_reader set office = '%s' where track = '%s'"
                .formatted(office("window", AGENCY), track));
        assertThat(sees(matter, JUN)).as("the window of another, told too").isFalse();
    }

    /** An update that asks for no column is checked by its own rule alone. */
    @Test
    void whoIsNoLongerToldOfTheMatterShowsItToNobody() {
        var matter = told(false);
        opened(matter, words(false));
        var other = told(false);
        opened(other, words(false));
        sharing.stop(desk.show(matter.reference(), MIKA), POLICE, MIKA);
        var undone = new IllegalStateException("nothing of it stays");
        assertThatThrownBy(() -> matters.during(PAUL, () -> {
                    var own = matters.count(PAUL, """
                            select count(*) from desk.track where office = any (membership.principals())
                            """);
                    assertThat(own).isPositive();
                    assertThat(matters.sql(PAUL, "update desk.track set reporter = true"))
                            .isEqualTo(own);
                    throw undone;
                }))
                .isSameAs(undone);
    }

    @Test
    void afterEveryStepItIsSeenByWhomTheModelSays() {
        var random = new Random(9_27);
        var matter = told(false);
        var track = opened(matter, words(false));
        var receiving = new HashSet<>(Set.of(MINISTRY, AGENCY, POLICE));
        var named = new HashSet<UUID>();
        var reporter = false;
        for (int step = 0; step < STEPS; step++) {
            var whom = random.nextInt(5) == 0 ? POLICE : NAMEABLE.get(random.nextInt(NAMEABLE.size()));
            if (random.nextBoolean()) {
                if (receiving.remove(whom)) {
                    sharing.stop(desk.show(matter.reference(), MIKA), whom, MIKA);
                } else {
                    sharing.share(desk.show(matter.reference(), MIKA), whom, new Wanted("理由", false, false), MIKA);
                    receiving.add(whom);
                }
            } else if (receiving.contains(POLICE)) {
                reporter = random.nextBoolean();
                if (!whom.equals(POLICE) && !named.remove(whom)) {
                    named.add(whom);
                }
                shown(matter, track, reporter, named.toArray(UUID[]::new));
            }
            for (var who : EVERYBODY) {
                var organisation = who.organisation();
                var expected = who.equals(DANA)
                        || (organisation.equals(RAILWAY) && reporter)
                        || (organisation.equals(POLICE) && receiving.contains(POLICE))
                        || (named.contains(organisation) && receiving.contains(organisation));
                assertThat(sees(matter, who)).as("step " + step + " " + who).isEqualTo(expected);
            }
        }
    }
}
