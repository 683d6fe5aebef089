package noroshi;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.cut.Cuts;
import noroshi.intel.permit.NewPermit;
import noroshi.intel.permit.Permits;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.NewCollection;
import noroshi.provider.NewProvider;
import noroshi.provider.Providers;
import noroshi.provider.QuarantinedThing;
import noroshi.provider.SignIn;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Makes collections of one organisation, from which one of its machines has fetched. */
@TestComponent
class MatrixCollection {
    @Autowired
    Collections collections;

    @Autowired
    MatrixIndicators indicators;

    @Autowired
    Providers providers;

    @Autowired
    Exchange exchange;

    @Autowired
    Permits permits;

    @Autowired
    Cuts cuts;

    @Autowired
    QuarantinedThing quarantined;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    /** A collection into which a bundle is being handed out, of which nothing has gone yet. */
    UUID filled(UUID bundle, Actor by) {
        var centre = List.of(CENTRE);
        var collection = collections.create(
                new NewCollection(Optional.empty(), "filled", "", "", Tlp.AMBER_STRICT, centre, centre), ADA);
        Acting.as(
                by,
                () -> transaction.executeWithoutResult(
                        tx -> jdbc.sql("select intel.begin_handing(:bundle, :collection, now())")
                                .param("bundle", bundle)
                                .param("collection", collection)
                                .query()
                                .singleRow()));
        return collection;
    }

    void put(Map<String, String> ids, UUID owner) {
        var both = List.of(owner);
        var green = new NewCollection(Optional.empty(), "c", "", "", Tlp.GREEN, both, both);
        var collection = collections.create(green, ADA);
        var machine = UUID.randomUUID();
        jdbc.sql("""
                select intel.count_deliveries(array[:machine], array[:owner], array[:collection], now(),
                                              '{1}', '{1}', '{1}', '{2}')
                """)
                .param("machine", machine)
                .param("owner", owner)
                .param("collection", collection)
                .query(row -> {});
        ids.put("collection", collection.toString());
        ids.put("machine", machine.toString());
        indicators.put(ids);
        ids.put("permit", owner.equals(RAILWAY) ? permit() : UUID.randomUUID().toString());
        ids.put(
                "cut",
                owner.equals(RAILWAY) ? cut(collection) : UUID.randomUUID().toString());
        var provider = owner.equals(RAILWAY) ? provider(collection) : UUID.randomUUID();
        ids.put("provider", provider.toString());
        ids.put("quarantined", owner.equals(RAILWAY) ? quarantined.of(provider) : "0".repeat(64));
    }

    /** What the railway brought, and something was held back of. */
    private String cut(UUID collection) {
        var object = "malware--" + UUID.randomUUID();
        var raw = """
                {"type":"malware","spec_version":"2.1","id":"%s","created":"2026-07-01T00:00:00Z",
                "modified":"2026-07-01T00:00:00Z","is_family":false,"name":"n"}""".formatted(object).getBytes(StandardCharsets.UTF_8);
        cuts.note(
                List.of(new Cuts.Held(
                        collection,
                        object,
                        Optional.empty(),
                        RAILWAY,
                        UUID.randomUUID(),
                        "Provider",
                        Tlp.GREEN,
                        raw,
                        cuts.divide(raw, RAILWAY, ADA))),
                ADA);
        return cuts.list(ADA).stream()
                .filter(each -> each.stixId().equals(object))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    /** What the railway brought, and is asked about. */
    private String permit() {
        var both = List.of(CENTRE, RAILWAY);
        var collection =
                collections.create(new NewCollection(Optional.empty(), "p", "", "", Tlp.AMBER, both, both), ADA);
        var object = "indicator--" + UUID.randomUUID();
        var envelope = """
                {"objects":[{"type":"indicator","spec_version":"2.1","id":"%s","created":"2026-07-01T00:00:00Z",
                "modified":"2026-07-01T00:00:00Z","pattern":"[domain-name:value = 'p.example']","pattern_type":"stix",
                "valid_from":"2026-07-01T00:00:00Z",
                "object_marking_refs":["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"]}]}
                """.formatted(object);
        exchange.bring(exchange.collection(collection, RIN), envelope.getBytes(StandardCharsets.UTF_8), RIN);
        return permits.ask(
                        new NewPermit(
                                collection, object, RAILWAY, "p", Tlp.AMBER, UUID.randomUUID(), "Provider", "purpose"),
                        ED)
                .toString();
    }

    /** Nobody listens there. Whoever may look at providers may look at all of them. */
    private UUID provider(UUID collection) {
        var nobody = new NewProvider(
                "p",
                "",
                "",
                List.of(),
                "http://127.0.0.1:9/",
                SignIn.NONE,
                "",
                "",
                60,
                100,
                Optional.of(collection),
                Optional.empty());
        return providers.create(nobody, ADA);
    }
}
