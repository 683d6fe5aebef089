package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cuts;
import noroshi.membership.Contact;
import noroshi.membership.Organisations;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A source's choice of names follows its objects: where they are passed on, while it changes, and when there are many. */
class FollowingNamesTests extends RecallTests {
    private static final String MAKER = "identity--3c1b0f0a-4c52-4b1c-9c0e-52d9c1a7f0b6";
    private static final String BY = ",\"created_by_ref\":\"" + MAKER + "\"";

    @Autowired
    Cuts cuts;

    @Autowired
    FollowAttribution follow;

    @Autowired
    Writers writers;

    @Autowired
    VeilStore veils;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @AfterEach
    void everyoneMayKnow() {
        choose(Attribution.EVERYONE);
    }

    private void choose(Attribution choice) {
        Acting.as(SORA, () -> cuts.choose(choice, SORA));
        follow.run();
    }

    /** As if between this process's look at the choices and its next. */
    private void chooseUnheard(Attribution choice) {
        Acting.as(
                SORA,
                () -> transaction.executeWithoutResult(status -> assertThat(jdbc.sql("""
                                update intel.attribution set choice = :choice, chosen_at = clock_timestamp()
                                 where organisation = :organisation
                                """)
                                .param("choice", choice.name())
                                .param("organisation", SPORTS)
                                .update())
                        .isOne()));
    }

    private static String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    private UUID where(UUID... writers) {
        return machines.id(List.of(CENTRE, RAILWAY, SPORTS), List.of(writers), Tlp.AMBER);
    }

    private String seen(UUID collection) {
        return machines.of(RAILWAY).get(path(collection) + "objects/").text();
    }

    @Test
    void aWordPassedOnStaysItsBringers() {
        choose(Attribution.NOBODY);
        var collection = path(where(SPORTS, CENTRE));
        var elsewhere = path(where(SPORTS));
        machines.of(SPORTS).bring(collection, indicator("2026-07-02T00:00:00.000Z", BY));
        machines.of(SPORTS).bring(elsewhere, indicator("2026-07-09T00:00:00.000Z", BY + ",\"revoked\":true"));
        library.run();
        recalls.run();
        assertThat(machines.of(RAILWAY).get(collection + "objects/").text())
                .contains(id, "\"revoked\":true")
                .doesNotContain(MAKER);
        assertThat(machines.of(SPORTS).get(collection + "objects/").text()).contains(MAKER);
        machines.of(CENTRE).delete(collection + "objects/" + id + "/");
        assertThat(ids(collection, RAILWAY))
                .as("nor is it the Centre's to remove")
                .containsExactly(id);
    }

    @Test
    void whoKnewAnEarlierChoiceKeepsNothing() {
        choose(Attribution.EVERYONE);
        var collection = where(SPORTS);
        machines.of(SPORTS).bring(path(collection), indicator("2026-07-02T00:00:00.000Z", BY));
        var job = follow;
        synchronized (job) {
            chooseUnheard(Attribution.NOBODY);
            assertThat(writers.veil(collection, SPORTS, VeilStore.Place.FIRST)).isPresent();
            follow.run();
        }
        assertThat(seen(collection)).contains(id).doesNotContain(MAKER);
    }

    @Test
    void someMegabytesAreHeldAtOnceAndNotAll() {
        choose(Attribution.EVERYONE);
        var collection = where(SPORTS);
        var much = ",\"description\":\"" + "d".repeat(3 * 1024 * 1024) + "\"";
        for (var n = 0; n < 5; n++) {
            machines.of(SPORTS)
                    .bring(
                            path(collection),
                            Stix.indicator(
                                    Stix.id("indicator"),
                                    DAY,
                                    BY + much + ",\"object_marking_refs\":[\"" + GREEN + "\"]"));
        }
        var job = follow;
        synchronized (job) {
            chooseUnheard(Attribution.CENTRE);
            assertThat(veils.waiting(collection, SPORTS, VeilStore.Place.FIRST, 500))
                    .hasSize(3);
            follow.run();
        }
        assertThat(veils.waiting(collection, SPORTS, VeilStore.Place.FIRST, 500))
                .isEmpty();
        assertThat(seen(collection)).contains("indicator--").doesNotContain(MAKER);
    }

    @Test
    void aNewNameIsLeftOutToo() {
        choose(Attribution.NOBODY);
        var collection = where(SPORTS);
        var first = ",\"x_desk\":\"Aquatics Federation\"";
        machines.of(SPORTS).bring(path(collection), indicator("2026-07-02T00:00:00.000Z", first));
        assertThat(seen(collection)).contains(id).doesNotContain("x_desk");
        try {
            rename("Wavecrest League");
            follow.run();
            machines.of(SPORTS)
                    .bring(path(collection), indicator("2026-07-03T00:00:00.000Z", ",\"x_desk\":\"Wavecrest League\""));
            assertThat(seen(collection)).contains("2026-07-03").doesNotContain("x_desk");
        } finally {
            rename("Aquatics Federation");
        }
    }

    /** What others got was made when a property without x_ was left in. */
    @Test
    void whatAnEarlierRuleCoveredIsCoveredAnew() throws Exception {
        choose(Attribution.CENTRE);
        var collection = where(SPORTS);
        machines.of(SPORTS)
                .bring(
                        path(collection),
                        indicator("2026-07-02T00:00:00.000Z", ",\"vendor\":\"Aquatics Federation\"" + BY));
        var job = follow;
        synchronized (job) {
            machines.asOwner("update intel.entry set unnamed = convert_to(replace(convert_from(raw, 'UTF8'), '" + BY
                    + "', ''), 'UTF8') where stix_id = '" + id + "'");
            machines.asOwner(new ClassPathResource("db/migration/intel/V202611270531__cover_anew.sql")
                    .getContentAsString(StandardCharsets.UTF_8));
            assertThat(machines.of(CENTRE).get(path(collection) + "objects/").text())
                    .as("nobody reads more meanwhile")
                    .contains(id)
                    .doesNotContain(MAKER);
            assertThat(seen(collection)).contains("vendor").doesNotContain(MAKER);
            follow.run();
        }
        assertThat(seen(collection)).contains(id).doesNotContain("vendor", MAKER);
        assertThat(machines.of(SPORTS).get(path(collection) + "objects/").text())
                .contains("vendor", MAKER);
    }

    private void rename(String nameEn) {
        Acting.as(
                ADA,
                () -> organisations.rename(
                        SPORTS, "水上競技連盟", nameEn, new Contact("", false, Contact.Shown.CENTRE), ADA));
    }

    @Test
    void theDoorsOfTheJobAreShutToReaders() {
        choose(Attribution.EVERYONE);
        var collection = where(SPORTS);
        machines.of(SPORTS).bring(path(collection), indicator("2026-07-02T00:00:00.000Z", BY));
        var job = follow;
        synchronized (job) {
            chooseUnheard(Attribution.NOBODY);
            for (var reader : List.of(OTTO, SORA, ED)) {
                asks(reader, collection);
            }
            assertThat(transaction.<List<?>>execute(status -> veils.choices())).isNotEmpty();
        }
    }

    private void asks(Actor reader, UUID collection) {
        Acting.as(
                reader,
                () -> transaction.executeWithoutResult(status -> {
                    assertThat(veils.choices()).isEmpty();
                    assertThat(veils.collections()).isEmpty();
                    assertThat(veils.waiting(collection, SPORTS, VeilStore.Place.FIRST, 500))
                            .isEmpty();
                    jdbc.sql("select intel.attribution_followed(:organisation, clock_timestamp())")
                            .param("organisation", SPORTS)
                            .query()
                            .singleRow();
                }));
    }
}
