package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What enters the library is what was brought, also where the maker of its collection is handed copies without words. */
class EnteringWholeTests extends Outwards {
    @Autowired
    EnterLibrary job;

    @Autowired
    LibraryStore store;

    @Autowired
    Collections collections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private final Actor maker = new Actor(UUID.randomUUID(), CENTRE, Set.of(Role.ADMINISTRATOR), "web");

    @BeforeEach
    void isAtTheCentreAndAtAProvider() throws SQLException {
        machines.asOwner("""
                insert into membership.person (id, login, name) values ('%1$s', 'b-%1$s', '両方の人');
                insert into membership.seat (person, organisation, roles, since)
                values ('%1$s', '%2$s', '{ADMINISTRATOR}', now() - interval '1 day'),
                       ('%1$s', '%3$s', '{MEMBER_USER}', now() - interval '1 day')
                """.formatted(maker.person(), CENTRE, PROVIDER));
    }

    @AfterEach
    void leaves() throws SQLException {
        machines.asOwner("update membership.seat set until = now() where person = '" + maker.person() + "'");
    }

    private static NewCollection read(List<UUID> readers) {
        return new NewCollection(Optional.empty(), "Test", "", "", Tlp.AMBER_STRICT, readers, List.of(RAILWAY));
    }

    private List<String> library(String object) throws Exception {
        return Acting.as(
                ED,
                () -> transaction.execute(tx -> jdbc.sql("select raw from intel.object where stix_id = :id")
                        .param("id", idOf(object))
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .list()));
    }

    private boolean waits(UUID collection) {
        return store.behind().stream().anyMatch(behind -> behind.collection().equals(collection));
    }

    @Test
    void anotherAdministratorStandsIn() throws Exception {
        var collection = collections.create(read(READERS), maker);
        var object = wordy(GREEN);
        bring(collection, object);
        outward.run();
        job.run();
        assertThat(library(object)).singleElement().asString().contains(WORD);
    }

    @Test
    void whileNobodyElseReadsItEverythingWaits() throws Exception {
        var collection = collections.create(read(List.of(RAILWAY, PROVIDER)), maker);
        var object = wordy(GREEN);
        bring(collection, object);
        outward.run();
        job.run();
        assertThat(library(object)).isEmpty();
        assertThat(waits(collection)).isTrue();
        Acting.as(ADA, () -> collections.change(collection, read(READERS), ADA));
        job.run();
        assertThat(waits(collection)).isFalse();
        assertThat(library(object)).singleElement().asString().contains(WORD);
    }
}
