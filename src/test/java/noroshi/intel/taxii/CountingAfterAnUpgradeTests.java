package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/** What was counted under names that somebody else had claimed is counted no more after the upgrade. */
@RunningHouse
class CountingAfterAnUpgradeTests {
    private static final String MIGRATION = "db/migration/intel/V202611240701__count_nobody_who_did_not_tell.sql";

    @Autowired
    Machines machines;

    @Autowired
    EnterLibrary library;

    @Autowired
    SightingExchange sightings;

    @Autowired
    Indicators indicators;

    @Autowired
    Environment environment;

    @Test
    void claimedNamesLoseTheirCountAndTellersKeepTheirs() throws Exception {
        var name = "s" + UUID.randomUUID().toString().substring(0, 12) + ".example";
        var indicator = id("indicator");
        var all = List.of(CENTRE, RAILWAY, POWER);
        var collection = machines.collection(all, all, Tlp.AMBER_STRICT);
        machines.of(POWER).bring(collection, """
                {"type":"indicator","spec_version":"2.1","id":"%s","created":"2026-07-01T00:00:00.000Z",\
                "modified":"2026-07-02T00:00:00.000Z","pattern":"[domain-name:value = '%s']","pattern_type":"stix",\
                "valid_from":"2026-07-01T00:00:00Z","object_marking_refs":["%s"]}""".formatted(indicator, name, GREEN));
        machines.of(RAILWAY).bring(collection, """
                {"type":"sighting","spec_version":"2.1","id":"%s","created":"2026-07-03T09:41:00.000Z",\
                "modified":"2026-07-03T09:41:00.000Z","sighting_of_ref":"%s","count":3}""".formatted(id("sighting"), indicator));
        library.run();
        sightings.run();
        var value = indicators
                .find(Asked.read(name), new Window(0, 1), ED)
                .getFirst()
                .id();
        var claimed = "insert into intel.sighting_object values ('%s', '%s', '%s', 1, 100, now(), now(), false);";
        var nobody = UUID.randomUUID();
        owner(claimed.formatted(value, nobody, id("sighting"))
                + claimed.formatted(value, RAILWAY, id("sighting"))
                + """
                insert into intel.sighting (value, organisation, person, seen, number, first_at, last_at, told_at)
                values ('%s', '%s', null, true, 100, now(), now(), now());
                update intel.sighting set number = 103, last_at = now() where value = '%s' and organisation = '%s'
                """.formatted(value, nobody, value, RAILWAY));
        assertThat(indicators.tally(value, ED).seen()).isEqualTo(2);
        owner(new ClassPathResource(MIGRATION).getContentAsString(StandardCharsets.UTF_8));
        assertThat(indicators.tally(value, ED).seen()).isEqualTo(1);
        assertThat(indicators.own(value, MIKA).orElseThrow()).satisfies(own -> {
            assertThat(own.number()).isEqualTo(3);
            assertThat(own.lastAt()).isEqualTo("2026-07-03T09:41:00Z");
        });
    }

    private void owner(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var sql = connection.createStatement()) {
            sql.execute(statements);
        }
    }
}
