package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.*;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A front door acts for the actor it is given, and the database hears of it before the transaction begins. */
@SpringBootTest(classes = ActorGuardTests.House.class)
class ActorGuardTests {
    private static final Actor MIKA = new Actor(UUID.randomUUID(), UUID.randomUUID(), Set.of(), "test");
    private static final Actor OTTO = new Actor(UUID.randomUUID(), UUID.randomUUID(), Set.of(), "test");

    @Autowired
    private FrontDoor door;

    @Test
    void theActorIsBoundOutsideTheTransaction() {
        assertThat(door.reader(MIKA)).isEqualTo(MIKA.person().toString());
        assertThat(Acting.current()).isEmpty();
    }

    @Test
    void theBoundActorMayPass() throws Exception {
        assertThat(Acting.as(MIKA, () -> door.reader(MIKA)))
                .isEqualTo(MIKA.person().toString());
    }

    @Test
    void anotherActorThanTheBoundOneIsAFault() {
        assertThatThrownBy(() -> Acting.as(OTTO, () -> door.reader(MIKA))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusalPassesUnchanged() {
        assertThatThrownBy(() -> door.refuse(MIKA)).isInstanceOf(NotFound.class);
    }

    @Test
    void withoutAnActorArgumentNobodyIsBound() {
        assertThat(door.reader()).isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({Wiring.class, Changes.class, FrontDoor.class})
    static class House {}

    /** A front door as every module has one. */
    @Service
    @Transactional(readOnly = true)
    public static class FrontDoor {
        private final JdbcClient jdbc;

        FrontDoor(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        public String reader(Actor actor) {
            return reader();
        }

        public String reader() {
            return jdbc.sql("select coalesce(current_setting('noroshi.person', true), '')")
                    .query(String.class)
                    .single();
        }

        public void refuse(Actor actor) {
            throw new NotFound();
        }
    }
}
