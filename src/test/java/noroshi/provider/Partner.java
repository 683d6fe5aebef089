package noroshi.provider;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.NewCollection;
import noroshi.intel.taxii.Question;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.Cast;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Providers for tests, set up and looked at by Ada. */
class Partner {
    static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";

    private final Providers providers;
    private final Collections collections;
    private final Exchange exchange;
    private final JdbcClient jdbc;
    private final Quarantine quarantine;
    private final TransactionOperations transaction;

    Partner(ApplicationContext context) {
        this.providers = context.getBean(Providers.class);
        this.quarantine = context.getBean(Quarantine.class);
        this.collections = context.getBean(Collections.class);
        this.exchange = context.getBean(Exchange.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionOperations.class);
    }

    static String indicator(String id) {
        return """
                {"type":"indicator","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
                "modified":"2020-01-01T00:00:00.000Z","pattern":"[domain-name:value = 'bad.example']","pattern_type":"stix",\
                "valid_from":"2020-01-01T00:00:00Z","object_marking_refs":["%s"]}""".formatted(id, GREEN);
    }

    static String id() {
        return "indicator--" + UUID.randomUUID();
    }

    static String objects(String... objects) {
        return "\"objects\":[" + String.join(",", objects) + "]";
    }

    UUID collection() throws Exception {
        return collection(Tlp.AMBER_STRICT);
    }

    UUID collection(Tlp strictest) throws Exception {
        return Acting.as(Cast.ADA, () -> collections.create(wanted(strictest), Cast.ADA));
    }

    void widen(UUID collection) {
        Acting.as(Cast.ADA, () -> collections.change(collection, wanted(Tlp.AMBER_STRICT), Cast.ADA));
    }

    private static NewCollection wanted(Tlp strictest) {
        var centre = List.of(Cast.CENTRE);
        return new NewCollection(Optional.empty(), "Provider", "", "", strictest, centre, centre);
    }

    UUID provider(String address, UUID collection) throws Exception {
        return provider(address, collection, SignIn.BEARER);
    }

    UUID provider(String address, UUID collection, SignIn way) throws Exception {
        return Acting.as(
                Cast.ADA,
                () -> providers.create(
                        new NewProvider(
                                "P",
                                "",
                                "",
                                List.of(),
                                address,
                                way,
                                way == SignIn.BASIC || way == SignIn.KEY ? "X-Key" : "",
                                "secret",
                                15,
                                10,
                                Optional.of(collection),
                                Optional.empty()),
                        Cast.ADA));
    }

    void ask(UUID provider) {
        Acting.as(Cast.ADA, () -> providers.ask(provider, Cast.ADA));
    }

    Provider shown(UUID provider) throws Exception {
        return Acting.as(Cast.ADA, () -> providers.show(provider, Cast.ADA));
    }

    List<Round> rounds(UUID provider) throws Exception {
        return Acting.as(Cast.ADA, () -> providers.rounds(provider, new Window(0, 10), Cast.ADA));
    }

    List<Quarantined> quarantined(UUID provider) throws Exception {
        return Acting.as(Cast.ADA, () -> quarantine.waiting(provider, new Window(0, 10), Cast.ADA));
    }

    List<String> held(UUID collection) throws Exception {
        var all = new Question(Long.MIN_VALUE, 2000, List.of(), List.of(), List.of(), Question.LAST, List.of());
        var body = Acting.as(
                Cast.ADA,
                () -> exchange.objects(exchange.collection(collection, Cast.ADA), all, Cast.ADA)
                        .body());
        return JsonMapper.shared()
                .readTree(body)
                .path("objects")
                .valueStream()
                .map(object -> object.path("id").asString())
                .toList();
    }

    /** What stands in the database. */
    String secret(UUID provider) throws Exception {
        return column("secret", provider);
    }

    String sealedCertificate(UUID provider) throws Exception {
        return column("certificate", provider);
    }

    /** What the audit trail says of decisions about this provider. */
    List<String> decisions(UUID provider) throws Exception {
        return Acting.as(
                Cast.ADA,
                () -> transaction.execute(status -> jdbc.sql("""
                        select detail ->> 'decision' from audit.entry
                         where act = 'provider.quarantined-decided' and subject = :provider
                        """)
                        .param("provider", provider)
                        .query(String.class)
                        .list()));
    }

    /** Does something while nobody can write down a decision about this provider. */
    void holding(UUID provider, Runnable meanwhile) {
        Acting.as(
                Cast.ADA,
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("select 1 from provider.quarantined where provider = :provider for update")
                            .param("provider", provider)
                            .query(Integer.class)
                            .list();
                    meanwhile.run();
                }));
    }

    /** As a release before wrote it down. */
    void hasReached(UUID provider, String moment) {
        Acting.as(
                Cast.ADA,
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update provider.progress set added_after = :moment where provider = :id")
                                .param("moment", moment)
                                .param("id", provider)
                                .update()));
    }

    /** Until a statement of this house waits for what another transaction holds; others on the same server have locks of their own. */
    void untilSomebodyWaits() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single());
    }

    private String column(String name, UUID provider) throws Exception {
        return Acting.as(
                Cast.ADA,
                () -> transaction.execute(status -> new String(
                        jdbc.sql("select " + name + " from provider.provider where id = :id")
                                .param("id", provider)
                                .query(byte[].class)
                                .single(),
                        StandardCharsets.ISO_8859_1)));
    }

    long rowsSeenBy(Actor reader) {
        var rows = new AtomicLong();
        Acting.as(
                reader,
                () -> transaction.executeWithoutResult(status -> {
                    for (var table :
                            List.of("provider", "progress", "round", "quarantined", "feed_event", "feed_object")) {
                        rows.addAndGet(jdbc.sql("select count(*) from provider." + table)
                                .query(Long.class)
                                .single());
                    }
                }));
        return rows.get();
    }
}
