package noroshi.intel.taxii;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.life.Papers;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** What bulletins cite is told to each collection in an object of its own: what one takes back stands in the others. */
class TellingEachCollectionTests extends CitedTests {
    @Autowired
    EnterLibrary library;

    @Autowired
    FollowRecalls recalls;

    /** What the public bulletin drops, a community's still says: only where the community reads. */
    @Test
    void whatOneCollectionTakesBackStandsInTheOther() {
        var open = open();
        var rails = collections.create(
                new NewCollection(Optional.of(RAIL), "Rail", "", "", Tlp.AMBER, List.of(RAIL, CENTRE), List.of(CENTRE)),
                ADA);
        collections.publish(rails, true, ADA);
        var root = "/taxii2/" + RAIL + "/collections/" + rails + "/";
        var topic = papers.publish(Tlp.GREEN, ALL, name);
        papers.publish(Tlp.GREEN, RAIL, name);
        exchange.run();
        library.run();
        papers.revise(topic, Tlp.GREEN, ALL, Papers.name());
        for (var round = 0; round < 2; round++) {
            exchange.run();
            library.run();
            recalls.run();
        }
        assertThat(told(open, name)).last().matches(CitedTests::revoked);
        assertThat(told(root, CENTRE, name)).isNotEmpty().noneMatch(CitedTests::revoked);
        assertThat(told(root, CENTRE, name).getFirst().path("id"))
                .isNotEqualTo(told(open, name).getFirst().path("id"));
    }

    /** As collections stood that had one id for a value together. */
    @Test
    void anIdThatWasSharedIsOverInAllAtOnce() throws Exception {
        var one = open();
        var other = open();
        var alone = Papers.name();
        papers.publish(Tlp.GREEN, ALL, name);
        exchange.run();
        var shared = told(one, name).getFirst().path("id").asString();
        share(other, told(other, name).getFirst().path("id").asString(), shared);
        papers.publish(Tlp.GREEN, ALL, alone);
        exchange.run();
        assertThat(told(other, name))
                .last()
                .satisfies(object -> assertThat(object.path("id").asString()).isEqualTo(shared));
        machines.asOwner(
                new ClassPathResource("db/migration/intel/V202611300200__tell_each_collection_its_own_object.sql")
                        .getContentAsString(StandardCharsets.UTF_8));
        exchange.run();
        assertThat(told(one, alone)).as("its own already").hasSize(1);
        var last = List.of(last(one, shared), last(other, shared));
        assertThat(last).allMatch(CitedTests::revoked);
        assertThat(last.getFirst().path("modified")).isEqualTo(last.getLast().path("modified"));
        assertThat(told(one, name).getLast().path("id"))
                .isNotEqualTo(told(other, name).getLast().path("id"));
        assertThat(List.of(told(one, name).getLast(), told(other, name).getLast()))
                .noneMatch(CitedTests::revoked)
                .noneMatch(object -> object.path("id").asString().equals(shared));
    }

    private JsonNode last(UUID collection, String id) {
        return told(collection, name).stream()
                .filter(object -> object.path("id").asString().equals(id))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private void share(UUID collection, String own, String shared) throws SQLException {
        machines.asOwner("""
                update intel.cited set stix_id = '%s', object = replace(object, '%s', '%s'), waits = true
                 where collection = '%s' and stix_id = '%s'
                """.formatted(shared, own, shared, collection, own));
    }
}
