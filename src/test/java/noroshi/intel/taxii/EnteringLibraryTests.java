package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import noroshi.intel.IntelLibrary;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** What machines bring is in the library soon after, once each, as far as the maker of the collection may read it. */
@RunningHouse
class EnteringLibraryTests {
    @Autowired
    Machines machines;

    @Autowired
    EnterLibrary job;

    @Autowired
    Collections collections;

    @Autowired
    IntelLibrary library;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private static String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    private long inLibrary(String object, Actor reader) {
        var count = new AtomicLong();
        Acting.as(
                reader,
                () -> transaction.executeWithoutResult(
                        tx -> count.set(jdbc.sql("select count(*) from intel.object where stix_id = :id")
                                .param("id", idOf(object))
                                .query(Long.class)
                                .single())));
        return count.get();
    }

    @Test
    void objectsEnterOnceAndStayNearWhereTheyMust() {
        var collection = machines.id(List.of(CENTRE, RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        var green = marked(GREEN);
        var strict = marked(STRICT);
        machines.of(RAILWAY).bring(path(collection), green, strict);
        job.run();
        job.run();
        assertThat(inLibrary(green, ED)).isEqualTo(1);
        assertThat(inLibrary(strict, ED)).as("for whom its source names").isZero();
        assertThat(inLibrary(green, OTTO)).isZero();
        assertThat(collections.enteredLibrary(collection, ADA)).isPresent();
        assertThat(collections.enteredLibrary(collection, OTTO)).isEqualTo(Optional.empty());

        var later = marked(GREEN);
        machines.of(RAILWAY).bring(path(collection), later, green);
        job.run();
        assertThat(inLibrary(later, ED)).isEqualTo(1);
        assertThat(inLibrary(green, ED)).isEqualTo(1);
    }

    @Test
    void moreThanOneStepTakesIsTakenStepByStep() {
        var collection = machines.id(List.of(CENTRE), List.of(RAILWAY), Tlp.GREEN);
        var objects = new String[620];
        for (var i = 0; i < objects.length; i++) {
            objects[i] = marked(GREEN);
        }
        machines.of(RAILWAY).bring(path(collection), objects);
        job.run();
        assertThat(inLibrary(objects[0], ED)).isEqualTo(1);
        assertThat(inLibrary(objects[619], ED)).isZero();
        job.run();
        assertThat(inLibrary(objects[619], ED)).isEqualTo(1);
    }

    @Test
    void whatTheLibraryCannotTakeStaysOutAlone() {
        var collection = machines.id(List.of(CENTRE, RAILWAY), List.of(RAILWAY), Tlp.GREEN);
        var before = marked(GREEN);
        var broken = marked(GREEN);
        var after = marked(GREEN);
        machines.of(RAILWAY).bring(path(collection), before, broken, after);
        var breaking = mock(IntelLibrary.class, call -> {
            if (new String((byte[]) call.getArgument(0), StandardCharsets.UTF_8).contains(idOf(broken))) {
                throw new IllegalStateException("no room for it");
            }
            return call.getMethod().invoke(library, call.getArguments());
        });
        var trying = new EnterLibrary(
                context.getBean(LibraryStore.class),
                context.getBean(EntryStore.class),
                context.getBean(Views.class),
                breaking,
                context.getBean(Members.class),
                context.getBean(PlatformTransactionManager.class),
                Clock.systemUTC());
        trying.run();
        trying.run();
        assertThat(inLibrary(before, ED)).isZero();
        trying.run();
        assertThat(inLibrary(before, ED)).isEqualTo(1);
        assertThat(inLibrary(after, ED)).isEqualTo(1);
        assertThat(inLibrary(broken, ED)).isZero();
        var left = new AtomicReference<List<LeftOutside>>();
        Acting.as(ADA, () -> left.set(collections.leftOutside(collection, ADA)));
        assertThat(left.get()).singleElement().satisfies(row -> {
            assertThat(row.stixId()).isEqualTo(idOf(broken));
            assertThat(row.reason()).contains("no room for it");
        });
        Acting.as(MIKA, () -> left.set(collections.leftOutside(collection, MIKA)));
        assertThat(left.get()).as("for who administers collections").isEmpty();
    }

    @Test
    void whatTheCentreMayNotReadStaysOut() {
        var collection = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        var object = marked(GREEN);
        machines.of(RAILWAY).bring(path(collection), object);
        job.run();
        assertThat(inLibrary(object, ED)).isZero();
        assertThat(inLibrary(object, MIKA)).isZero();
    }
}
