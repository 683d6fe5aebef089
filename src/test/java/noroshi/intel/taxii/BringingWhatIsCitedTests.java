package noroshi.intel.taxii;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.life.Papers;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

/** What keeps one collection, or one object, from getting what is cited keeps nothing else. */
class BringingWhatIsCitedTests extends CitedTests {
    /** More than a step decides. */
    private static final int MANY = 500;

    @Test
    void aCollectionWhoseMakerLeftHoldsUpNoOther() throws Exception {
        var two = Stream.of(open(), open())
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        machines.asOwner("update intel.collection set created_by = '%s' where id = '%s'"
                .formatted(MIKA.person(), two.getFirst()));
        var names = Stream.generate(Papers::name).limit(MANY).toArray(String[]::new);
        var topic = papers.publish(Tlp.GREEN, ALL, names);
        exchange.run();
        assertThat(told(two.getLast(), names[0])).hasSize(1);
        assertThat(told(two.getLast(), names[MANY - 1])).hasSize(1);
        assertThat(told(two.getFirst(), names[0])).isEmpty();
        topics.withdraw(topic, "試験の値", ED);
        exchange.run();
    }

    /** Refused as long as the Centre says that the object is another's. */
    @Test
    void whatACollectionRefusesIsTriedAgain() throws Exception {
        var takes = open();
        var other = Papers.name();
        var topic = papers.publish(Tlp.GREEN, ALL, name, other);
        exchange.run();
        machines.asOwner(
                """
                insert into intel.given (collection, stix_id, source, holders, reason, at, by)
                values ('%s', '%s', '%s', '{}', 'r', now(), '%s')
                """.formatted(takes, told(takes, name).getFirst().path("id").asString(), POWER, ADA.person()));
        papers.revise(topic, Tlp.AMBER, ALL, name, other);
        exchange.run();
        assertThat(told(takes, other)).hasSize(2);
        assertThat(told(takes, name)).hasSize(1);
        machines.asOwner("delete from intel.given where collection = '" + takes + "'");
        exchange.run();
        assertThat(told(takes, name)).as("not yet").hasSize(1);
        machines.asOwner(
                "update intel.cited set next_at = now() where collection = '" + takes + "' and tries = 1 and waits");
        exchange.run();
        assertThat(told(takes, name)).hasSize(2);
        machines.asOwner("update intel.cited set next_at = now() where collection = '" + takes + "'");
        exchange.run();
        assertThat(told(takes, name)).hasSize(2);
    }
}
