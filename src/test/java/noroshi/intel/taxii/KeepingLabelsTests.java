package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import noroshi.intel.Received;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The label of an object is decided when it arrives; a definition that somebody else brings later changes nothing. */
@RunningHouse
class KeepingLabelsTests {
    private static final Question ALL =
            new Question(Long.MIN_VALUE, 100, List.of(), List.of(), List.of(), Question.ALL, List.of());

    @Autowired
    Machines machines;

    @Autowired
    Exchange exchange;

    @Autowired
    EnterLibrary job;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private final String marking = id("marking-definition");

    private String definition(String created, String definition) {
        return """
                {"type":"marking-definition","spec_version":"2.1","id":"%s","created":"%s",%s,\
                "object_marking_refs":["%s"]}""".formatted(marking, created, definition, GREEN);
    }

    private static String marked(String... markings) {
        return indicator(id("indicator"), DAY, ",\"object_marking_refs\":[\"" + String.join("\",\"", markings) + "\"]");
    }

    private List<Received.Fit> again(UUID collection, Actor reader) throws Exception {
        return Acting.as(
                reader,
                () ->
                        exchange
                                .asReceived(exchange.collection(collection, reader), ALL, reader)
                                .received()
                                .objects()
                                .stream()
                                .map(Received.Fit.class::cast)
                                .toList());
    }

    private long readByTheCentre(String object) {
        var found = new AtomicLong();
        Acting.as(
                DANA,
                () -> transaction.executeWithoutResult(
                        tx -> found.set(jdbc.sql("select count(*) from intel.object where stix_id = :id")
                                .param("id", idOf(object))
                                .query(Long.class)
                                .single())));
        return found.get();
    }

    @Test
    void aStatementBroughtLaterOpensNothing() throws Exception {
        var collection = machines.id(List.of(CENTRE, STRANGERS), List.of(CENTRE, STRANGERS), Tlp.AMBER_STRICT);
        var path = "/taxii2/general/collections/" + collection + "/";
        var strict = marked(GREEN, marking);
        machines.of(CENTRE).bring(path, strict);
        machines.of(STRANGERS)
                .bring(
                        path,
                        definition(DAY, "\"definition_type\":\"statement\",\"definition\":{\"statement\":\"c\"}"),
                        marked(GREEN));
        assertThat(again(collection, ADA))
                .filteredOn(object -> object.id().equals(idOf(strict)))
                .singleElement()
                .satisfies(object -> assertThat(object.marked()).contains(Tlp.AMBER_STRICT));
        assertThat(again(collection, OTTO)).noneMatch(object -> object.id().equals(idOf(strict)));
        assertThat(again(collection, OTTO))
                .anySatisfy(object -> assertThat(object.marked()).contains(Tlp.GREEN));
    }

    @Test
    void aRedDefinitionBroughtLaterHidesNothing() {
        var collection = machines.collection(List.of(CENTRE, POWER), List.of(POWER, STRANGERS), Tlp.AMBER);
        var tlp = "\"definition_type\":\"tlp\",\"definition\":{\"tlp\":\"%s\"}";
        var theirs = marked(marking);
        var powers = marked(GREEN);
        machines.of(STRANGERS)
                .bring(collection, definition("2026-07-01T00:00:00.000Z", tlp.formatted("green")), theirs);
        machines.of(STRANGERS).bring(collection, definition("2026-07-02T00:00:00.000Z", tlp.formatted("red")));
        machines.of(POWER).bring(collection, powers);
        job.run();
        assertThat(readByTheCentre(powers)).isEqualTo(1);
        assertThat(readByTheCentre(theirs)).isEqualTo(1);
    }
}
